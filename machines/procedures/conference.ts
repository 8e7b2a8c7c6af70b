/**
 * What every conference has in common, once: it opens, is quorate or not, shares what is known, asks its question, hears every view,
 * and decides. A review conducts its meeting as an initial conference does; where they differ, they differ in the topics asked.
 */
import type { TopicId } from '#content/schema.ts';
import { base, given, stay, to } from './base.ts';
import type { Claim } from './claims.ts';

/** The topics in which one kind of conference differs from another. */
export interface Kind {
  quorum: readonly TopicId[];
  /** Whether the rulebook has a quorum for it. */
  counted: Claim;
  /** By which its day is early enough. */
  timing: readonly TopicId[];
  sharing: readonly TopicId[];
  weighing: readonly TopicId[];
  /** Asked of the decision beside who makes it. */
  deciding: readonly TopicId[];
  ways: { plan: string; noPlan: string; barred?: string };
  words: { plan: string; noPlan: string };
}

/** Who came, and who did not. */
const ABSENT = ['membership.unable', 'membership.substitute', 'family.absent-views', 'child.refusal'] as const;
const ROOM = [
  ...ABSENT, 'membership.observers', 'membership.legal', 'membership.babies', 'family.interpreter', 'family.supporter', 'exclusion.views',
] as const; // prettier-ignore

/** Not opening at all is a way of its own: whoever does so may count rightly, and be judged by what follows. */
export const heldBack = to('inquorate', ['quorum.proceed-anyway'], { label: 'held back' });

export const opening = ({ quorum, counted, timing }: Kind) =>
  [
    given(
      'isQuorate',
      to('meeting', [...quorum, ...timing, 'chair.independence', 'chair.meets-family', ...ROOM, 'location.timing'], { label: 'quorate' }),
    ),
    to('inquorate', [...quorum, ...timing, 'chair.independence', 'chair.meets-family', ...ABSENT], {
      label: 'too few agencies',
      onlyIf: counted,
    }),
  ] as const;

export const inquorate = ({ quorum, timing }: Kind) =>
  base.createStateConfig({
    tags: ['at', 'remedy', 'inquorate'],
    description:
      'Too few of the agencies that count are here. Adjourn with the children kept safe, or go ahead where the rulebook allows it.',
    meta: {
      label: 'Inquorate',
      stage: 'at',
      topics: [...quorum, 'quorum.contact', 'quorum.counting', 'quorum.proceed-anyway', 'quorum.interim', 'quorum.reconvene'],
    },
    on: {
      'conference.proceeded': to('meeting', ['quorum.proceed-anyway'], { label: 'go ahead all the same' }),
      'conference.adjourned': to('adjourned', ['quorum.interim', 'quorum.reconvene', ...timing]),
    },
  });

export const adjourned = ({ quorum, counted, timing }: Kind) =>
  base.createStateConfig({
    tags: ['at', 'remedy'],
    description: 'The conference waits for its new day, under an interim plan.',
    meta: { label: 'Adjourned', stage: 'at', topics: ['quorum.interim', 'quorum.reconvene', 'icpc.delay'] },
    on: {
      'delay.reported': stay(['icpc.delay']),
      'conference.held-back': heldBack,
      'conference.opened': [
        given('isQuorate', to('meeting', ['quorum.reconvene', ...quorum, ...timing, 'chair.independence', ...ROOM], { label: 'quorate' })),
        to('inquorate', ['quorum.reconvene', ...quorum, ...timing, 'chair.independence', 'membership.unable'], {
          label: 'too few again',
          onlyIf: counted,
        }),
      ],
    },
  });

/** The ways on from a decision: the first that is so. */
function ways({ ways: { plan, noPlan, barred }, words }: Kind, topics: readonly TopicId[], skips?: 'skips') {
  const how = (label: string) => (skips ? { skips: true, label: 'too soon' } : { label });
  return {
    split: given('isEvenlySplit', to('evenlySplit', topics, { ...how('evenly split'), onlyIf: 'majority-decides' })),
    barred: barred === undefined ? [] : [given('isBarred', to(barred, topics, { ...how('not yet allowed'), onlyIf: 'ending-barred' }))],
    next: given('leavesChildUndecided', to('deciding', topics, how('the next child'))),
    // Where both lead to the same, there is one way.
    plan: plan === noPlan ? [] : [given('makesPlan', to(plan, topics, how(words.plan)))],
    noPlan: to(noPlan, topics, how(words.noPlan)),
  };
}

/** What is known, the question, and every view: three steps of which none is to be skipped. */
export const considering = (kind: Kind) => {
  const soon = ways(kind, ['decision.made-by', 'decision.evidence', 'decision.threshold', 'decision.each-child'], 'skips');
  return base.createStateConfig({
    initial: 'sharing',
    meta: { label: 'Considering', stage: 'at', topics: kind.sharing },
    on: { 'decision.made': [soon.split, ...soon.barred, soon.next, ...soon.plan, soon.noPlan] },
    states: {
      sharing: {
        description: 'What does each person know, and what do the absent ones report?',
        meta: { label: 'Sharing information', stage: 'at', topics: [...kind.sharing, 'agencies.sharing'] },
        on: { 'information.shared': to('weighing', kind.sharing) },
      },
      weighing: {
        description: 'Has each child suffered, or is each child likely to suffer, significant harm?',
        meta: { label: 'The threshold question', stage: 'at', topics: [...kind.weighing, 'decision.evidence'] },
        on: { 'threshold.put': to('hearing', kind.weighing) },
      },
      hearing: {
        description: 'Every agency, the parents and the children say what they think.',
        meta: { label: 'Hearing each view', stage: 'at', topics: ['decision.made-by'] },
        on: { 'views.heard': to('#deciding', ['decision.made-by', 'decision.evidence']) },
      },
    },
  });
};

export const deciding = (kind: Kind) => {
  const topics = ['decision.made-by', 'decision.each-child', 'decision.chair-disagrees', ...kind.deciding];
  const on = ways(kind, topics);
  const split = ways(kind, ['decision.made-by', 'decision.each-child', ...kind.deciding]).split;
  return base.createStateConfig({
    id: 'deciding',
    description: 'A plan, or no plan: for each child.',
    meta: { label: 'Deciding', stage: 'at', topics },
    on: { 'decision.made': [split, ...on.barred, on.next, ...on.plan, on.noPlan] },
  });
};

export const evenlySplit = (kind: Kind) => {
  const on = ways(kind, ['decision.made-by', ...kind.deciding]);
  const only = <T extends { meta: object }>(way: T) => ({ ...way, meta: { ...way.meta, onlyIf: 'majority-decides' as const } });
  return base.createStateConfig({
    description: 'As many agencies for a plan as against. Only now does the chair have a say.',
    meta: { label: 'Evenly split', stage: 'at', onlyIf: 'majority-decides', topics: ['decision.made-by'] },
    on: { 'casting-vote.given': [...on.barred.map(only), only(on.next), ...on.plan.map(only), only(on.noPlan)] },
  });
};

/** A plan that was to end, and that the rulebook does not let end now: it goes on, or an exception is shown. */
export const endingBarred = ({ ways: { plan, noPlan } }: Kind) => {
  const bars = ['end.first-review', 'end.neglect'] as const;
  const way = (target: string, label: string, topics: readonly TopicId[] = bars) => to(target, topics, { label, onlyIf: 'ending-barred' });
  const revised = [...bars, 'decision.made-by'] as const;
  return base.createStateConfig({
    tags: ['at', 'remedy'],
    description: 'The rulebook does not let this plan end now, save on its own exceptions.',
    meta: { label: 'Not yet to be ended', stage: 'at', onlyIf: 'ending-barred', topics: bars },
    on: {
      'decision.revised': [
        given('leavesChildUndecided', way('deciding', 'the next child', revised)),
        given('makesPlan', way(plan, 'the plan goes on', revised)),
        way('endingBarred', 'nothing changed', revised),
      ],
      'exception.shown': [
        given('isBarred', way('endingBarred', 'no exception')),
        given('leavesChildUndecided', way('deciding', 'the next child')),
        ...(plan === noPlan ? [] : [given('makesPlan', way(plan, 'others keep a plan'))]),
        way(noPlan, 'an exception'),
      ],
    },
  });
};

/** What can be asked for, or happen, at any time of the meeting. */
export const duringMeeting = {
  'recording.requested': stay(['record.recording']),
  'police-evidence.given': stay(['exclusion.police']),
} as const;
