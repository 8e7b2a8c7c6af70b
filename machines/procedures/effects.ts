/** What a move amounts to, and what it changes: the acts that it shows, the clocks that it starts, what is no longer so. Pure. */
import type { Act, Event, TopicId } from '#content/schema.ts';
import { majority } from '../checks/decider.ts';
import { findings } from '../checks/index.ts';
import type { CaseContext, Conference, Finding } from '../findings.ts';
import { arisesIn } from './arises.ts';
import { claims, setsTime } from './claims.ts';

function found(topics: readonly TopicId[], context: CaseContext, event: Event, acts: readonly Act[], so: (finding: Finding) => boolean) {
  const known = new Set([...context.done, ...acts]);
  return topics.some((topic) => {
    const rule = context.rules[topic];
    return rule && arisesIn(topic, known, context, event) && findings(rule, { topic, event, acts, known, context }).some(so);
  });
}
/** Whether a move departs from what a rulebook says on one of these topics: what every guard rests on. */
export const departs = (topics: readonly TopicId[], context: CaseContext, event: Event, acts: readonly Act[] = event.done): boolean =>
  found(topics, context, event, acts, ({ outcome }) => outcome === 'departs');

/** The topics by which the day of a conference is early enough or late. */
export const TIMELY: Readonly<Record<Conference, readonly TopicId[]>> = {
  'initial-conference': ['icpc.deadline', 'transfer.deadline'],
  'review-conference': ['review.first', 'review.later', 'prebirth.first-review'],
  'pre-birth-conference': ['prebirth.window'],
};
/** Whether the rulebook sets a time for this conference in this case. */
const isTimed = (context: CaseContext, event: Event): boolean => {
  const known = new Set(context.done);
  return TIMELY[context.conference].some((topic) => setsTime(topic)(context.rules) && arisesIn(topic, known, context, event));
};

/** Past its deadline, rather than before the time at which it may be held. */
const tooLate = ({ outcome, expected, actual }: Finding): boolean =>
  outcome === 'departs' && !(expected.is === 'window' && actual?.is === 'date' && actual.date.slice(0, 10) < expected.from);

/** Late; where the rulebook sets no time, or no new day is set, putting the conference off is itself the delay. */
export const isLate = (context: CaseContext, event: Event): boolean =>
  found(TIMELY[context.conference], context, event, event.done, tooLate) ||
  (event.type === 'conference.postponed' && (event.for === undefined || !isTimed(context, event)));

export const isQuorate = (context: CaseContext, event: Event): boolean =>
  !departs([context.conference === 'review-conference' ? 'quorum.review' : 'quorum.minimum'], context, event);

export const decided = (context: CaseContext, event: Event) => ({ ...context.outcomes, ...event.outcomes });

/** Where the majority decides, as many views for a plan as against decide nothing, unless the chair has already spoken. */
export const isEvenlySplit = (context: CaseContext, event: Event): boolean =>
  claims['majority-decides'](context.rules) &&
  majority(event.views) === 'tie' &&
  (event.method === 'majority' || event.method === 'consensus');

/**
 * Views against the decision: an agency dissents where its view is no child's outcome. A view is one for all children: where the children
 * are decided differently, nobody can be said to dissent from it.
 */
const dissents = ({ views, outcomes }: Event) => {
  const decided = Object.values(outcomes ?? {});
  return decided.length > 0 && Object.values(views ?? {}).some((view) => !decided.includes(view));
};

/** The acts that a move amounts to: those that it shows, and those that follow from what it is. */
export function actsOf(event: Event, context: CaseContext): readonly Act[] {
  const implied: Act[] = [];
  switch (event.type) {
    case 'conference.convened':
    case 'transfer.agreed':
      implied.push('conference-convened');
      break;
    case 'move.notified':
      implied.push('child-moved-in');
      break;
    case 'conference.fixed':
    case 'conference.postponed':
      if (isLate(context, event)) implied.push('conference-delayed');
      break;
    case 'conference.opened':
      if (isLate(context, event)) implied.push('conference-delayed');
      if (!isQuorate(context, event)) implied.push('too-few-agencies');
      break;
    case 'conference.held-back':
      implied.push('judged-too-few', 'too-few-agencies');
      break;
    case 'conference.proceeded':
      implied.push('inquorate-conference-held');
      if (event.by === 'chair') implied.push('proceeding-decided-by-chair');
      break;
    case 'conference.adjourned':
      if (event.for !== undefined) implied.push('new-date-set');
      break;
    case 'decision.made':
    case 'casting-vote.given':
    case 'decision.revised':
      // An even split decides nothing, so nothing follows from it yet.
      if (isEvenlySplit(context, event)) break;
      if (Object.values(event.outcomes ?? {}).includes('plan')) implied.push('plan-made');
      if (Object.values(event.outcomes ?? {}).includes('no-plan'))
        implied.push('child-without-plan', ...(context.done.includes('plan-in-force') ? ['plan-ended'] : []));
      if (dissents(event)) implied.push('agency-dissents');
      if (event.method === 'social-care') implied.push('decided-outside-conference');
      break;
    case 'exception.shown':
      implied.push('plan-ended');
      break;
    case 'concern.raised':
      implied.push('concern-raised');
      break;
    case 'dissent.escalated':
      implied.push('dissent-escalated');
      break;
    case 'conference.reconvened':
      implied.push('reconvened-after-complaint');
      break;
    case 'plan.ended':
      implied.push('plan-ended', 'ended-without-conference');
      break;
    case 'behaviour.warned':
      implied.push('meeting-disrupted');
      break;
    case 'person.removed':
      implied.push('meeting-disrupted', 'person-made-to-leave');
      break;
    case 'return.considered':
    case 'return.demanded':
      if (!event.done.includes('conference-convened')) implied.push('conference-not-convened');
      break;
    case 'lead.named':
      implied.push('lead-named');
      break;
    case 'core-group.formed':
      implied.push('core-group-named');
      if (event.for !== undefined) implied.push('first-core-group-dated');
      break;
    case 'core-group.met':
      implied.push('core-group-met');
      break;
    case 'review.dated':
      if (event.for !== undefined) implied.push('review-dated');
      break;
    case 'child.moved':
      implied.push('moved-permanently');
      break;
    case 'child.came-of-age':
      implied.push('reached-eighteen');
      break;
    case 'child.died':
      implied.push('child-died');
      break;
    case 'child.left':
      implied.push('left-country');
      break;
    case 'review.extended':
      implied.push('review-extended');
      break;
    case 'child.born':
      implied.push('baby-born');
      break;
    case 'receiving-conference.held':
      implied.push('receiving-conference-held');
      break;
  }
  return implied.length ? [...event.done, ...implied] : event.done;
}

/** What was shown at one sitting, and does not serve the next: a second adjournment needs a plan and a day of its own. */
const OF_ONE_SITTING: ReadonlySet<Act> = new Set([
  'too-few-agencies', 'judged-too-few', 'proceeding-decided-by-chair', 'interim-plan-made', 'existing-plan-reviewed', 'new-date-set',
  'invited-professional-absent', 'absence-notified', 'absence-report-submitted', 'substitute-attended', 'substitute-briefed', 'substitute-knows-family',
  'observer-present', 'observer-chair-consent', 'observer-family-consent', 'observer-family-consulted', 'observer-took-part',
]); // prettier-ignore
const OF_A_DELAY: ReadonlySet<Act> = new Set(['conference-delayed']);
const OF_AN_EXCLUSION: ReadonlySet<Act> = new Set(['exclusion-granted']);
const OF_A_FULL_ROOM: ReadonlySet<Act> = new Set(['outsiders-stayed']);
const OF_AN_ENDING: ReadonlySet<Act> = new Set(['plan-ended', 'child-without-plan', 'ended-without-conference']);

/** What a move takes back, so that it is not judged as if that still held: a delay that a new day has cured, a decision revised. */
export function takenBack(event: Event, context: CaseContext): ReadonlySet<Act> | undefined {
  switch (event.type) {
    case 'conference.fixed':
    case 'conference.postponed':
      return isLate(context, event) ? undefined : OF_A_DELAY;
    case 'room.cleared':
      return OF_A_FULL_ROOM;
    case 'exclusion.withdrawn':
      return OF_AN_EXCLUSION;
    case 'decision.revised':
    case 'plan.restored':
      return OF_AN_ENDING;
    default:
      return undefined;
  }
}

/** What was so before a move and is not so after it: what it takes back, and the attendance of an earlier sitting. */
export const noLonger = (event: Event, context: CaseContext): ReadonlySet<Act> | undefined =>
  event.type === 'conference.opened' || event.type === 'conference.held-back' ? OF_ONE_SITTING : takenBack(event, context);

/** The clocks that a move starts or sets. */
export function datesOf(event: Event, { dates, conference, done }: CaseContext): CaseContext['dates'] {
  const held = (day: string) => ({
    ...dates,
    [conference]: day,
    conference: day,
    // A pre-birth conference is an initial conference, with a limit of its own besides.
    ...(conference === 'pre-birth-conference' ? { 'initial-conference': day } : {}),
  });
  switch (event.type) {
    case 'conference.convened':
    case 'disagreement.settled':
    case 'transfer.agreed':
      return { ...dates, 'decision-to-convene': event.on };
    case 'move.notified':
      return { ...dates, 'notification-of-move': event.on };
    case 'child.moved':
      return event.done.includes('receiving-authority-notified') ? { ...dates, 'notification-of-move': event.on } : dates;
    case 'order.made':
      return event.for === undefined ? dates : { ...dates, 'protection-order-expiry': event.for };
    case 'assessments.concluded':
      return { ...dates, 'assessments-concluded': event.on };
    case 'conference.fixed':
    case 'conference.postponed':
      return event.for === undefined ? dates : held(event.for);
    case 'conference.opened':
    case 'conference.reconvened':
    case 'conference.held-back':
      return { ...held(event.on), 'conference-opened': event.on };
    case 'conference.adjourned':
      return {
        ...(event.for === undefined ? dates : held(event.for)),
        'inquorate-conference': dates['conference-opened'] ?? event.on,
      };
    case 'core-group.formed':
      return event.for === undefined ? dates : { ...dates, 'first-core-group': event.for };
    case 'core-group.met':
      return { ...dates, 'core-group': event.on };
    case 'review.dated':
      // The next review is counted from the one that sets it.
      return conference === 'review-conference' ? { ...dates, 'previous-review': dates['review-conference'] ?? event.on } : dates;
    case 'minutes.sent':
      return { ...dates, 'receipt-of-record': event.on };
    case 'exclusion.requested':
      return { ...dates, 'request-received': event.on };
    case 'complaint.made':
      return { ...dates, 'complaint-received': event.on };
    case 'child.born':
      return { ...dates, birth: event.on };
    case 'child.discharged':
      return { ...dates, 'discharge-home': event.on };
    case 'child.seen':
      return { ...dates, 'child-seen': event.on };
    case 'child.came-of-age':
      return done.includes('reached-eighteen') ? dates : { ...dates, 'eighteenth-birthday': event.on };
    default:
      return dates;
  }
}
