/**
 * Topics that a move is judged by only where they arise, whatever the rulebook and the procedure. The others arise in every move that
 * names them.
 */
import type { Act, Event, TopicId, Trigger } from '#content/schema.ts';
import { readings } from '../checks/index.ts';
import type { CaseContext } from '../findings.ts';

type Arises = (acts: ReadonlySet<Act>, context: CaseContext, event: Event) => boolean;

const has =
  (...any: Act[]): Arises =>
  (acts) =>
    any.some((act) => acts.has(act));
/** Who came, and how, is asked of each sitting afresh. */
const here =
  (...any: Act[]): Arises =>
  (_, __, event) =>
    any.some((act) => event.done.includes(act));
const dated =
  (trigger: Trigger): Arises =>
  (_, { dates }) =>
    dates[trigger] !== undefined;
const said =
  (particular: 'hours' | 'weeks' | 'by'): Arises =>
  (_, __, event) =>
    event[particular] !== undefined;

/** Holding a conference back is not going ahead with it. */
const goesAhead: Arises = (_, __, { type }) => type === 'conference.proceeded';
const setsDay: Arises = (_, __, { type }) => type !== 'order.made' && type !== 'assessments.concluded';
const all =
  (...each: Arises[]): Arises =>
  (...asked) =>
    each.every((arises) => arises(...asked));

export const ARISES: Readonly<Partial<Record<TopicId, Arises>>> = {
  'convene.threshold': has('harm-believed'),
  'convene.agency-request': has('requested-by-professional'),
  'convene.chair-refusal': has('refused-by-chair'),
  'convene.disagreement': has('agencies-disagree-on-convening'),
  // A child who has moved in has a clock of its own, which starts with the notice of the move.
  'icpc.deadline': (acts) => !acts.has('child-moved-in'),
  'icpc.deadline.several-discussions': (_, { dates }, event) =>
    event.countedFrom !== undefined && dates['strategy-discussion'] !== dates['strategy-discussion-opening-enquiries'],
  'icpc.protection-order': all(dated('protection-order-expiry'), setsDay),
  'icpc.assessment-order': all(dated('assessments-concluded'), setsDay),
  'icpc.delay': has('conference-delayed'),
  'transfer.deadline': has('child-moved-in', 'moved-permanently'),
  'transfer.temporary': has('move-is-temporary'),
  'membership.principle': here('bystander-invited'),
  'membership.unable': here('invited-professional-absent'),
  'membership.substitute': here('substitute-attended'),
  'membership.observers': here('observer-present'),
  'membership.legal': here('local-authority-lawyer-present'),
  'membership.babies': here('young-child-in-room'),
  'family.interpreter': here('family-member-interpreted', 'interpreter-provided'),
  'family.supporter': here('supporter-present'),
  'family.absent-views': has('family-absent'),
  'child.refusal': has('child-declined'),
  'child.criteria': (_, { facts }) => facts.children.some(({ born }) => born !== undefined),
  'location.timing': here('held-when-parents-are-caring'),
  'quorum.proceed-anyway': goesAhead,
  'quorum.interim': has('too-few-agencies'),
  'quorum.early-review': has('inquorate-conference-held'),
  'chair.duration': said('hours'),
  'decision.chair-disagrees': has('chair-disagrees'),
  'decision.dissent': has('agency-dissents'),
  'decision.dissent-risk': has('professional-fears-risk'),
  'decision.parents-disagree': has('parents-disagree'),
  'report.delivery': here('report-posted', 'report-handed-over'),
  'report.police': has('police-report-given'),
  'plan.visits': said('weeks'),
  'plan.core-group-interval': said('weeks'),
  'plan.core-group-chair': said('by'),
  // The first review is counted from the initial conference, every later one from the review before it; after a pre-birth
  // conference a rulebook may have a limit of its own, which then takes the place of the general one.
  'review.first': (_, { dates, rules }, { type }) =>
    type !== 'child.born' &&
    dates['previous-review'] === undefined &&
    !(dates['pre-birth-conference'] !== undefined && speaks(rules['prebirth.first-review'])),
  'prebirth.first-review': (_, { dates }, { type }) =>
    type !== 'child.born' && dates['previous-review'] === undefined && dates['pre-birth-conference'] !== undefined,
  'review.later': dated('previous-review'),
  'review.bring-forward': has(
    'review-brought-forward', 'new-harm-sustained', 'new-harm-alleged', 'plan-in-difficulty', 'birth-expected-in-household', 'risky-person-joining',
    'circumstances-changed', 'return-under-consideration', 'early-end-proposed', 'ending-proposed-meanwhile', 'needs-require-earlier-review', 'core-group-calls-for-review',
  ), // prettier-ignore
  'review.young-children': has('child-under-five-at-high-risk'),
  'review.proceedings': has('harm-continues'),
  'end.grounds': has('plan-ended'),
  'end.first-review': all(has('plan-ended'), has('first-review')),
  'end.neglect': all(has('plan-ended'), has('plan-for-neglect')),
  'end.without-conference': has('ended-without-conference'),
  'end.moved-away': has('moved-permanently', 'left-country'),
  'end.eighteen': has('reached-eighteen'),
  'prebirth.other-risks': has('parental-risk-factors'),
  'prebirth.review-extension': has('review-extended'),
  // The day itself asks nothing of anybody; what follows it does.
  'dual.becomes-looked-after': (_, __, { type }) => type !== 'child.looked-after',
  'dual.voluntary': has('accommodated-by-agreement'),
  'dual.care-order': has('care-order-made'),
  'exclusion.minimum': has('exclusion-granted'),
  'exclusion.views': has('exclusion-granted', 'person-made-to-leave'),
  'exclusion.record': has('exclusion-granted', 'person-made-to-leave'),
  'exclusion.police': has('parent-under-investigation'),
  'exclusion.repeat': has('excluded-before'),
  'exclusion.children': has('child-to-be-excluded', 'interests-conflict'),
  'complaint.reconvened-chair': has('reconvened-after-complaint'),
  'complaint.dissent-route': has('professional-fears-risk', 'agency-dissents'),
  'complaint.escalation': has('concern-raised'),
  'complaint.discretionary-review': has('rejects-reconvened-outcome'),
};

function speaks(rule: CaseContext['rules'][TopicId] | undefined): boolean {
  return rule !== undefined && readings(rule).length > 0;
}

/** Whether a topic arises in a move. */
export const arisesIn = (topic: TopicId, acts: ReadonlySet<Act>, context: CaseContext, event: Event): boolean =>
  ARISES[topic]?.(acts, context, event) ?? true;
