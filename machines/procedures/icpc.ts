/**
 * The initial child protection conference, from the end of the enquiries to the first core group.
 *
 * One statechart for five rulebooks: different numbers are different input (`rules`), a different way of deciding is a branch.
 * What people do against a rulebook still happens, so moves are never refused for departing from one: lateness, a missing quorum
 * and a dispute are situations with their own duties. `meta.topics` of a transition are the topics that the move is judged by;
 * those of a state are the topics that govern the situation.
 */
import { assign, setup } from 'xstate';
import type { Act, Event, Stage, TopicId } from '#content/schema.ts';
import { findings, readings } from '../checks/index.ts';
import { majority } from '../checks/decider.ts';
import type { CaseContext, Outcome, ProcedureInput } from '../findings.ts';

/** Every move of the procedure, with what a team would call it. `{for}` is the day that the move sets. */
export const icpcEvents = {
  'conference.convened': 'Convene an initial conference',
  'conference.declined': 'Decide against a conference',
  'disagreement.settled': 'Settle the disagreement about convening',
  'service.notified': 'Notify the conference service',
  'conference.fixed': 'Fix the day of the conference',
  'conference.postponed': 'Put the conference off',
  'delay.reported': 'Report the delay, and say who keeps watch meanwhile',
  'invitations.sent': 'Send the invitations',
  'report.shared': 'Give the family the social worker’s report',
  'report.lodged': 'Give the chair the social worker’s report',
  'agency-reports.received': 'Share the agencies’ reports',
  'family.met': 'The chair meets the family',
  'conference.opened': 'Open the conference',
  'conference.proceeded': 'Go ahead with too few agencies',
  'conference.adjourned': 'Adjourn, keep the children safe meanwhile, and set a new day',
  'information.shared': 'Share the information',
  'threshold.put': 'Put the question of the threshold',
  'views.heard': 'Hear every view',
  'decision.made': 'Decide for each child',
  'casting-vote.given': 'The chair settles the even split',
  'category.determined': 'Determine the category',
  'dissent.handled': 'Deal with an agency’s dissent',
  'parents.answered': 'Talk over the parents’ disagreement',
  'lead.named': 'Name the lead social worker',
  'core-group.formed': 'Name the core group and its first day',
  'plan.outlined': 'Draw up the outline plan',
  'review.dated': 'Set the day of the review',
  'support.agreed': 'Agree what help follows without a plan',
  'conference.closed': 'Close the conference',
  'decisions.sent': 'Send out the decisions',
  'parents.written': 'Write to the parents',
  'minutes.sent': 'Send out the minutes',
  'core-group.met': 'Hold the first core group',
} as const;

export type IcpcEventType = keyof typeof icpcEvents;
export type IcpcEvent = { [K in IcpcEventType]: Omit<Event, 'type'> & { type: K } }[IcpcEventType];

export interface SituationMeta {
  /** The situation in a few plain words, as the drawing has it. */
  label?: string;
  stage?: Stage;
  topics?: readonly TopicId[];
  /** A transition only: people skip a step here; the move is out of sequence under whatever rulebook prescribes the step. */
  skips?: boolean;
  /** Only where this claim holds of the rulebook does it know the situation or the transition. */
  onlyIf?: RulebookClaim;
}
export type RulebookClaim = 'majority-decides' | 'deadline-stated';

/** What a rulebook must say for a branch to exist under it. */
export const icpcClaims: Record<RulebookClaim, (rules: CaseContext['rules']) => boolean> = {
  'majority-decides': (rules) => {
    const rule = rules['decision.made-by'];
    return rule?.status === 'stated' && rule.value.kind === 'decider' && rule.value.method === 'majority';
  },
  'deadline-stated': (rules) => {
    const rule = rules['icpc.deadline'];
    return rule !== undefined && readings(rule).some(({ value }) => value.kind === 'deadline' || value.kind === 'earliest-of');
  },
};

const outcomeOf = (topic: TopicId, context: CaseContext, event: Event, acts: readonly Act[] = event.done): Outcome[] => {
  const rule = context.rules[topic];
  return rule ? findings(rule, { topic, event, acts, known: new Set([...context.done, ...acts]), context }).map((f) => f.outcome) : [];
};
const departs = (topic: TopicId, context: CaseContext, event: Event) => outcomeOf(topic, context, event).includes('departs');

/** Past its deadline; where the rulebook sets none, or no new day is set, putting the conference off is itself the delay. */
const isLate = (context: CaseContext, event: Event) =>
  departs('icpc.deadline', context, event) ||
  (event.type === 'conference.postponed' && (event.for === undefined || !icpcClaims['deadline-stated'](context.rules)));
const isQuorate = (context: CaseContext, event: Event) =>
  !event.done.includes('judged-too-few') && !departs('quorum.minimum', context, event);
const decided = (context: CaseContext, event: Event) => ({ ...context.outcomes, ...event.outcomes });

/** Views against the decision: an agency dissents where its view differs from an outcome just decided. */
const dissents = (event: Event) =>
  Object.values(event.views ?? {}).some((view) => Object.values(event.outcomes ?? {}).some((o) => o !== view));

/** The acts that a move amounts to: those that it shows, and those that follow from what it is. Pure. */
export function icpcActs(event: Event, context: CaseContext): readonly Act[] {
  const acts = event.done;
  const implied: Act[] = [];
  switch (event.type) {
    case 'conference.convened':
      implied.push('conference-convened');
      break;
    case 'conference.fixed':
    case 'conference.postponed':
      if (isLate(context, event)) implied.push('conference-delayed');
      break;
    case 'conference.opened':
      if (isLate(context, event)) implied.push('conference-delayed');
      if (!isQuorate(context, event)) implied.push('too-few-agencies');
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
      // An even split decides nothing, so nothing follows from it yet.
      if (splits(context, event)) break;
      if (Object.values(event.outcomes ?? {}).includes('plan')) implied.push('plan-made');
      if (Object.values(event.outcomes ?? {}).includes('no-plan')) implied.push('child-without-plan');
      if (dissents(event)) implied.push('agency-dissents');
      break;
    case 'lead.named':
      implied.push('lead-named');
      break;
    case 'core-group.formed':
      implied.push('core-group-named');
      if (event.for !== undefined) implied.push('first-core-group-dated');
      break;
    case 'review.dated':
      if (event.for !== undefined) implied.push('review-dated');
      break;
  }
  return implied.length ? [...acts, ...implied] : acts;
}

/** What was shown at one sitting, and does not serve the next: a second adjournment needs a plan and a day of its own. */
const OF_ONE_SITTING: ReadonlySet<Act> = new Set([
  'too-few-agencies', 'judged-too-few', 'proceeding-decided-by-chair', 'interim-plan-made', 'existing-plan-reviewed', 'new-date-set',
  'invited-professional-absent', 'absence-notified', 'absence-report-submitted', 'substitute-attended', 'substitute-briefed', 'substitute-knows-family',
  'observer-present', 'observer-chair-consent', 'observer-family-consent', 'observer-family-consulted', 'observer-took-part',
]); // prettier-ignore

const OF_A_DELAY: ReadonlySet<Act> = new Set(['conference-delayed']);

/** What was so before a move and is not so after it: the attendance of an earlier sitting, a delay that a new day has cured. */
function noLonger(event: Event, context: CaseContext): ReadonlySet<Act> | undefined {
  if (event.type === 'conference.opened') return OF_ONE_SITTING;
  const dated = event.type === 'conference.fixed' || event.type === 'conference.postponed';
  return dated && !isLate(context, event) ? OF_A_DELAY : undefined;
}

/** The clocks that a move starts or sets. */
export function icpcDates(event: Event, { dates }: CaseContext): CaseContext['dates'] {
  const conference = (day: string) => ({ ...dates, 'initial-conference': day, conference: day });
  switch (event.type) {
    case 'conference.convened':
      return { ...dates, 'decision-to-convene': event.on };
    case 'disagreement.settled':
      return { ...dates, 'decision-to-convene': event.on };
    case 'conference.fixed':
    case 'conference.postponed':
      return event.for === undefined ? dates : conference(event.for);
    case 'conference.opened':
      return { ...conference(event.on), 'conference-opened': event.on };
    case 'conference.adjourned':
      return {
        ...(event.for === undefined ? dates : conference(event.for)),
        'inquorate-conference': dates['conference-opened'] ?? event.on,
      };
    case 'core-group.formed':
      return event.for === undefined ? dates : { ...dates, 'first-core-group': event.for };
    default:
      return dates;
  }
}

/**
 * Topics that a move is judged by only where they arise, whatever the rulebook. The others arise in every move that names them.
 */
const has = (act: Act) => (acts: ReadonlySet<Act>) => acts.has(act);
/** Who came, and how, is asked of each sitting afresh. */
const here = (act: Act) => (_: ReadonlySet<Act>, __: CaseContext, event: Event) => event.done.includes(act);
const dated = (trigger: keyof CaseContext['dates']) => (_: ReadonlySet<Act>, context: CaseContext) => context.dates[trigger] !== undefined;
export const icpcArises: Partial<Record<TopicId, (acts: ReadonlySet<Act>, context: CaseContext, event: Event) => boolean>> = {
  'convene.threshold': has('harm-believed'),
  'convene.agency-request': has('requested-by-professional'),
  'convene.chair-refusal': has('refused-by-chair'),
  'convene.disagreement': has('agencies-disagree-on-convening'),
  'icpc.deadline.several-discussions': (_, context, event) =>
    event.countedFrom !== undefined && context.dates['strategy-discussion'] !== context.dates['strategy-discussion-opening-enquiries'],
  'icpc.protection-order': dated('protection-order-expiry'),
  'icpc.assessment-order': dated('assessments-concluded'),
  'icpc.delay': has('conference-delayed'),
  'membership.principle': here('bystander-invited'),
  'membership.unable': here('invited-professional-absent'),
  'membership.substitute': here('substitute-attended'),
  'membership.observers': here('observer-present'),
  'membership.legal': here('local-authority-lawyer-present'),
  'membership.babies': here('young-child-in-room'),
  'family.interpreter': (_, __, event) => event.done.includes('family-member-interpreted') || event.done.includes('interpreter-provided'),
  'family.supporter': here('supporter-present'),
  'location.timing': here('held-when-parents-are-caring'),
  'quorum.proceed-anyway': has('too-few-agencies'),
  'quorum.interim': has('too-few-agencies'),
  'quorum.early-review': has('inquorate-conference-held'),
  'chair.duration': (_, __, event) => event.hours !== undefined,
  'decision.chair-disagrees': has('chair-disagrees'),
  'decision.dissent': has('agency-dissents'),
  'decision.dissent-risk': has('professional-fears-risk'),
  'decision.parents-disagree': has('parents-disagree'),
  'report.delivery': (_, __, event) => event.done.includes('report-posted') || event.done.includes('report-handed-over'),
  'report.police': has('police-report-given'),
  'plan.visits': (_, __, event) => event.weeks !== undefined,
  'plan.core-group-interval': (_, __, event) => event.weeks !== undefined,
  'plan.core-group-chair': (_, __, event) => event.by !== undefined,
};

const record = { actions: 'recordMove' } as const;

export const icpc = setup({
  types: {
    context: {} as CaseContext,
    events: {} as IcpcEvent,
    input: {} as ProcedureInput,
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-assertion -- without it the type of meta would be lost
    meta: {} as SituationMeta,
    tags: {} as 'remedy' | 'late' | 'inquorate' | 'disputed' | 'before' | 'at' | 'after',
  },
  guards: {
    isQuorate: ({ context }, { event }: { event: Event }) => isQuorate(context, event),
    isLate: ({ context }, { event }: { event: Event }) => isLate(context, event),
    isDisputed: (_, { done }: { done: readonly Act[] }) => done.includes('agencies-disagree-on-convening'),
    isConvened: (_, { done }: { done: readonly Act[] }) => done.includes('conference-convened'),
    isEvenlySplit: ({ context }, { event }: { event: Event }) => splits(context, event),
    leavesChildUndecided: ({ context }, { event }: { event: Event }) =>
      context.facts.children.some((child) => !(child.id in decided(context, event))),
    makesPlan: ({ context }, { event }: { event: Event }) => Object.values(decided(context, event)).includes('plan'),
  },
  actions: {
    recordMove: assign(({ context, event }) => {
      const dates = icpcDates(event, context);
      const acts = icpcActs(event, { ...context, dates });
      const over = noLonger(event, context);
      const kept = over ? context.done.filter((act) => !over.has(act)) : context.done;
      const fresh = acts.filter((act) => !kept.includes(act));
      return {
        dates,
        done: fresh.length ? [...kept, ...fresh] : kept,
        // An even split decides nothing: the chair's vote does.
        outcomes:
          event.outcomes && !(event.type === 'decision.made' && splits(context, event))
            ? { ...context.outcomes, ...event.outcomes }
            : context.outcomes,
        today: event.on,
      };
    }),
  },
}).createMachine({
  id: 'icpc',
  context: ({ input }) => {
    // For every pure transition XState makes an actor without input, and throws it away: that must not cost an exception.
    const { dates, circumstances } = (input as ProcedureInput | undefined)?.facts ?? { dates: {}, circumstances: [] };
    const opening = dates['strategy-discussion-opening-enquiries'] ?? dates['strategy-discussion'];
    return {
      ...input,
      dates: { ...(opening ? { 'strategy-discussion-opening-enquiries': opening, 'strategy-discussion': opening } : {}), ...dates },
      done: circumstances,
      outcomes: {},
      today: undefined,
    };
  },
  initial: 'considering',
  states: {
    considering: {
      tags: ['before'],
      description: 'The enquiries point to significant harm. Should the agencies and the family meet in conference?',
      meta: { label: 'Convene?', stage: 'before', topics: ['convene.threshold', 'convene.decider', 'convene.preconditions'] },
      on: {
        'conference.convened': {
          target: 'preparing',
          ...record,
          meta: {
            topics: [
              'convene.threshold',
              'convene.decider',
              'convene.reasons-recorded',
              'convene.preconditions',
              'convene.agency-request',
              'convene.chair-refusal',
            ],
          },
        },
        'conference.declined': [
          {
            guard: { type: 'isDisputed', params: ({ event }) => ({ done: event.done }) },
            target: 'disputed',
            ...record,
            meta: {
              label: 'agencies disagree',
              topics: [
                'convene.threshold',
                'convene.decider',
                'convene.reasons-recorded',
                'convene.agency-request',
                'convene.chair-refusal',
              ],
            },
          },
          {
            target: 'notConvened',
            ...record,
            meta: {
              topics: [
                'convene.threshold',
                'convene.decider',
                'convene.reasons-recorded',
                'convene.agency-request',
                'convene.chair-refusal',
              ],
            },
          },
        ],
      },
    },
    disputed: {
      tags: ['before', 'remedy', 'disputed'],
      description: 'An agency does not accept that there will be no conference. The disagreement has a route of its own.',
      meta: { label: 'Agencies disagree', stage: 'before', topics: ['convene.disagreement', 'convene.agency-request'] },
      on: {
        'disagreement.settled': [
          {
            guard: { type: 'isConvened', params: ({ event }) => ({ done: event.done }) },
            target: 'preparing',
            ...record,
            meta: { label: 'a conference after all', topics: ['convene.disagreement', 'convene.reasons-recorded'] },
          },
          {
            target: 'notConvened',
            ...record,
            meta: { label: 'no conference', topics: ['convene.disagreement', 'convene.reasons-recorded'] },
          },
        ],
      },
    },
    notConvened: {
      type: 'final',
      tags: ['before'],
      description: 'There is no conference, and the record says why.',
      meta: { label: 'Not convened', stage: 'before', topics: ['convene.reasons-recorded'] },
    },
    preparing: {
      tags: ['before'],
      description: 'Notice, invitations, reports and the chair’s meeting with the family go on side by side.',
      meta: {
        label: 'Preparing',
        stage: 'before',
        topics: ['icpc.deadline', 'location.timing', 'membership.principle', 'membership.core', 'membership.additional'],
      },
      type: 'parallel',
      on: {
        'conference.opened': [
          {
            guard: { type: 'isQuorate', params: ({ event }) => ({ event }) },
            target: 'meeting',
            ...record,
            meta: {
              label: 'quorate',
              topics: [
                'quorum.minimum', 'icpc.deadline', 'icpc.protection-order', 'icpc.assessment-order', 'icpc.delay', 'chair.independence', 'chair.meets-family',
                'membership.unable', 'membership.substitute', 'membership.observers', 'membership.legal', 'membership.babies', 'family.interpreter', 'family.supporter', 'location.timing',
              ], // prettier-ignore
            },
          },
          {
            target: 'inquorate',
            ...record,
            meta: {
              label: 'too few agencies',
              topics: [
                'quorum.minimum', 'icpc.deadline', 'icpc.protection-order', 'icpc.assessment-order', 'icpc.delay', 'chair.independence', 'chair.meets-family',
                'membership.unable', 'membership.substitute',
              ], // prettier-ignore
            },
          },
        ],
      },
      states: {
        day: {
          initial: 'open',
          meta: { label: 'The day' },
          on: {
            'conference.fixed': [
              {
                guard: { type: 'isLate', params: ({ event }) => ({ event }) },
                target: '.late',
                ...record,
                meta: {
                  label: 'later than allowed',
                  onlyIf: 'deadline-stated',
                  topics: [
                    'icpc.deadline',
                    'icpc.deadline.several-discussions',
                    'icpc.protection-order',
                    'icpc.assessment-order',
                    'location.timing',
                  ],
                },
              },
              {
                target: '.inTime',
                ...record,
                meta: {
                  label: 'in time',
                  topics: [
                    'icpc.deadline',
                    'icpc.deadline.several-discussions',
                    'icpc.protection-order',
                    'icpc.assessment-order',
                    'location.timing',
                  ],
                },
              },
            ],
            'conference.postponed': [
              {
                guard: { type: 'isLate', params: ({ event }) => ({ event }) },
                target: '.late',
                ...record,
                meta: { label: 'put off too far', topics: ['icpc.deadline', 'icpc.protection-order'] },
              },
              {
                target: '.inTime',
                ...record,
                meta: { label: 'put off, but in time', onlyIf: 'deadline-stated', topics: ['icpc.deadline', 'icpc.protection-order'] },
              },
            ],
          },
          states: {
            open: {
              description: 'No day has been set yet.',
              meta: { label: 'Day not set', stage: 'before', topics: ['icpc.deadline', 'icpc.deadline.several-discussions'] },
            },
            inTime: {
              description: 'The day keeps the deadline, as far as there is one.',
              meta: { label: 'Day in time', stage: 'before', topics: ['icpc.deadline'] },
            },
            late: {
              tags: ['remedy', 'late'],
              description:
                'The conference will be later than it should be. Whoever must know is told, and somebody watches over the children.',
              meta: { label: 'Late', stage: 'before', topics: ['icpc.delay'] },
              on: { 'delay.reported': { target: 'lateAndReported', ...record, meta: { topics: ['icpc.delay'] } } },
            },
            lateAndReported: {
              tags: ['late'],
              description: 'The delay and its reasons are known, and the risk is being watched.',
              meta: { label: 'Late, and reported', stage: 'before', topics: ['icpc.delay'] },
            },
          },
        },
        service: {
          initial: 'unaware',
          meta: { label: 'The conference service' },
          states: {
            unaware: {
              description: 'The conference service does not know of the conference yet.',
              meta: { label: 'Service to be notified', stage: 'before', topics: ['convene.notification'] },
              on: { 'service.notified': { target: 'notified', ...record, meta: { topics: ['convene.notification'] } } },
            },
            notified: {
              description: 'The conference service has the family’s details and the list of those to invite.',
              meta: { label: 'Service notified', stage: 'before', topics: ['convene.notification'] },
            },
          },
        },
        invitations: {
          initial: 'unsent',
          meta: { label: 'Invitations' },
          states: {
            unsent: {
              description: 'Who should be there, and who need not?',
              meta: {
                label: 'Invitations to be sent',
                stage: 'before',
                topics: ['membership.principle', 'membership.core', 'membership.additional', 'family.parents-invited'],
              },
              on: {
                'invitations.sent': {
                  target: 'sent',
                  ...record,
                  meta: { topics: ['membership.principle', 'family.parents-invited', 'child.age-presumption', 'child.advocacy-age'] },
                },
              },
            },
            sent: {
              description: 'Everybody who should be there has been asked.',
              meta: { label: 'Invitations sent', stage: 'before', topics: ['membership.core', 'membership.unable'] },
            },
          },
        },
        report: {
          initial: 'unseen',
          meta: { label: 'The social worker’s report' },
          states: {
            unseen: {
              description: 'The family has not seen the social worker’s report.',
              meta: { label: 'Report to the family', stage: 'before', topics: ['report.family.initial', 'report.delivery'] },
              on: {
                'report.shared': {
                  target: 'shared',
                  ...record,
                  meta: { topics: ['report.family.initial', 'report.delivery', 'family.interpreter'] },
                },
              },
            },
            shared: {
              description: 'The family has read the report, or had it explained.',
              meta: { label: 'Family has the report', stage: 'before', topics: ['report.family.initial'] },
            },
          },
        },
        papers: {
          initial: 'awaited',
          meta: { label: 'Papers for the chair' },
          on: { 'report.lodged': { ...record, meta: { topics: ['report.chair.initial'] } } },
          states: {
            awaited: {
              description: 'The agencies’ reports are still to come.',
              meta: { label: 'Agency reports awaited', stage: 'before', topics: ['report.agency.initial', 'report.chair.initial'] },
              on: { 'agency-reports.received': { target: 'received', ...record, meta: { topics: ['report.agency.initial'] } } },
            },
            received: {
              description: 'The chair has the agencies’ reports.',
              meta: { label: 'Agency reports in', stage: 'before', topics: ['report.agency.initial'] },
            },
          },
        },
        family: {
          initial: 'unmet',
          meta: { label: 'The family' },
          states: {
            unmet: {
              description: 'The chair and the family have not met.',
              meta: { label: 'Chair to meet the family', stage: 'before', topics: ['chair.meets-family'] },
              on: { 'family.met': { target: 'met', ...record, meta: { topics: ['chair.meets-family', 'family.interpreter'] } } },
            },
            met: {
              description: 'The family knows what the conference is for and how it will go.',
              meta: { label: 'Chair has met the family', stage: 'before', topics: ['chair.meets-family'] },
            },
          },
        },
      },
    },
    inquorate: {
      tags: ['at', 'remedy', 'inquorate'],
      description:
        'Too few of the agencies that count are here. Adjourn with the children kept safe, or go ahead where the rulebook allows it.',
      meta: {
        label: 'Inquorate',
        stage: 'at',
        topics: ['quorum.minimum', 'quorum.contact', 'quorum.counting', 'quorum.proceed-anyway', 'quorum.interim', 'quorum.reconvene'],
      },
      on: {
        'conference.proceeded': {
          target: 'meeting',
          ...record,
          meta: { label: 'go ahead all the same', topics: ['quorum.proceed-anyway'] },
        },
        'conference.adjourned': { target: 'adjourned', ...record, meta: { topics: ['quorum.interim', 'quorum.reconvene'] } },
      },
    },
    adjourned: {
      tags: ['at', 'remedy'],
      description: 'The conference waits for its new day, under an interim plan.',
      meta: { label: 'Adjourned', stage: 'at', topics: ['quorum.interim', 'quorum.reconvene', 'icpc.delay'] },
      on: {
        'delay.reported': { ...record, meta: { topics: ['icpc.delay'] } },
        'conference.opened': [
          {
            guard: { type: 'isQuorate', params: ({ event }) => ({ event }) },
            target: 'meeting',
            ...record,
            meta: {
              label: 'quorate',
              topics: [
                'quorum.reconvene',
                'quorum.minimum',
                'icpc.deadline',
                'icpc.delay',
                'chair.independence',
                'membership.unable',
                'membership.substitute',
                'membership.observers',
                'membership.legal',
                'membership.babies',
                'family.interpreter',
                'family.supporter',
              ],
            },
          },
          {
            target: 'inquorate',
            ...record,
            meta: {
              label: 'too few again',
              topics: ['quorum.reconvene', 'quorum.minimum', 'icpc.deadline', 'icpc.delay', 'chair.independence', 'membership.unable'],
            },
          },
        ],
      },
    },
    meeting: {
      tags: ['at'],
      initial: 'considering',
      states: {
        considering: {
          initial: 'sharing',
          meta: { label: 'Considering', stage: 'at' },
          on: {
            'decision.made': [
              {
                guard: { type: 'isEvenlySplit', params: ({ event }) => ({ event }) },
                target: 'evenlySplit',
                ...record,
                meta: {
                  skips: true,
                  label: 'too soon',
                  onlyIf: 'majority-decides',
                  topics: ['decision.made-by', 'decision.evidence', 'decision.threshold', 'decision.each-child'],
                },
              },
              {
                guard: { type: 'leavesChildUndecided', params: ({ event }) => ({ event }) },
                target: 'deciding',
                ...record,
                meta: {
                  skips: true,
                  label: 'too soon',
                  topics: ['decision.made-by', 'decision.evidence', 'decision.threshold', 'decision.each-child'],
                },
              },
              {
                guard: { type: 'makesPlan', params: ({ event }) => ({ event }) },
                target: 'planning',
                ...record,
                meta: {
                  skips: true,
                  label: 'too soon',
                  topics: ['decision.made-by', 'decision.evidence', 'decision.threshold', 'decision.each-child'],
                },
              },
              {
                target: 'supporting',
                ...record,
                meta: {
                  skips: true,
                  label: 'too soon',
                  topics: ['decision.made-by', 'decision.evidence', 'decision.threshold', 'decision.each-child'],
                },
              },
            ],
          },
          states: {
            sharing: {
              description: 'What does each person know, and what do the absent ones report?',
              meta: { label: 'Sharing information', stage: 'at', topics: ['chair.opening', 'chair.during', 'convene.household'] },
              on: {
                'information.shared': {
                  target: 'weighing',
                  ...record,
                  meta: { topics: ['chair.opening', 'chair.during', 'convene.household'] },
                },
              },
            },
            weighing: {
              description: 'Has each child suffered, or is each child likely to suffer, significant harm?',
              meta: {
                label: 'The threshold question',
                stage: 'at',
                topics: ['decision.threshold', 'decision.each-child', 'decision.evidence'],
              },
              on: {
                'threshold.put': {
                  target: 'hearing',
                  ...record,
                  meta: { topics: ['decision.threshold', 'decision.each-child'] },
                },
              },
            },
            hearing: {
              description: 'Every agency, the parents and the children say what they think.',
              meta: { label: 'Hearing each view', stage: 'at', topics: ['decision.made-by'] },
              on: { 'views.heard': { target: '#deciding', ...record, meta: { topics: ['decision.made-by', 'decision.evidence'] } } },
            },
          },
        },
        deciding: {
          id: 'deciding',
          description: 'A plan, or no plan: for each child.',
          meta: { label: 'Deciding', stage: 'at', topics: ['decision.made-by', 'decision.each-child', 'decision.chair-disagrees'] },
          on: {
            'decision.made': [
              {
                guard: { type: 'isEvenlySplit', params: ({ event }) => ({ event }) },
                target: 'evenlySplit',
                ...record,
                meta: { label: 'evenly split', onlyIf: 'majority-decides', topics: ['decision.made-by', 'decision.each-child'] },
              },
              {
                guard: { type: 'leavesChildUndecided', params: ({ event }) => ({ event }) },
                target: 'deciding',
                ...record,
                meta: { label: 'the next child', topics: ['decision.made-by', 'decision.each-child', 'decision.chair-disagrees'] },
              },
              {
                guard: { type: 'makesPlan', params: ({ event }) => ({ event }) },
                target: 'planning',
                ...record,
                meta: { label: 'a plan', topics: ['decision.made-by', 'decision.each-child', 'decision.chair-disagrees'] },
              },
              {
                target: 'supporting',
                ...record,
                meta: { label: 'no plan', topics: ['decision.made-by', 'decision.each-child', 'decision.chair-disagrees'] },
              },
            ],
          },
        },
        evenlySplit: {
          description: 'As many agencies for a plan as against. Only now does the chair have a say.',
          meta: { label: 'Evenly split', stage: 'at', onlyIf: 'majority-decides', topics: ['decision.made-by'] },
          on: {
            'casting-vote.given': [
              {
                guard: { type: 'leavesChildUndecided', params: ({ event }) => ({ event }) },
                target: 'deciding',
                ...record,
                meta: { label: 'the next child', onlyIf: 'majority-decides', topics: ['decision.made-by'] },
              },
              {
                guard: { type: 'makesPlan', params: ({ event }) => ({ event }) },
                target: 'planning',
                ...record,
                meta: { label: 'a plan', onlyIf: 'majority-decides', topics: ['decision.made-by'] },
              },
              { target: 'supporting', ...record, meta: { label: 'no plan', onlyIf: 'majority-decides', topics: ['decision.made-by'] } },
            ],
          },
        },
        planning: {
          type: 'parallel',
          description: 'A plan is made: its category, its lead social worker, its core group, its outline and its review.',
          meta: {
            label: 'Making the plan',
            stage: 'at',
            topics: ['plan.lead-social-worker', 'plan.core-group', 'plan.outline', 'plan.review-date', 'decision.category'],
          },
          on: {
            'dissent.handled': { ...record, meta: { topics: ['decision.dissent', 'decision.dissent-risk'] } },
            'parents.answered': { ...record, meta: { topics: ['decision.parents-disagree'] } },
            'support.agreed': { ...record, meta: { topics: ['no-plan.support'] } },
            'conference.closed': {
              target: '#followingThrough',
              ...record,
              meta: {
                topics: [
                  'chair.duration',
                  'plan.lead-social-worker',
                  'plan.core-group',
                  'plan.contingency',
                  'plan.review-date',
                  'decision.dissent',
                  'decision.parents-disagree',
                  'quorum.early-review',
                ],
              },
            },
          },
          states: {
            category: {
              initial: 'open',
              meta: { label: 'Category' },
              states: {
                open: {
                  description: 'Which kind of harm is it chiefly about?',
                  meta: { label: 'Category open', stage: 'at', topics: ['decision.category'] },
                  on: { 'category.determined': { target: 'determined', ...record, meta: { topics: ['decision.category'] } } },
                },
                determined: {
                  description: 'The category is on the record.',
                  meta: { label: 'Category determined', stage: 'at', topics: ['decision.category'] },
                },
              },
            },
            lead: {
              initial: 'unnamed',
              meta: { label: 'Lead social worker' },
              states: {
                unnamed: {
                  description: 'Nobody leads the plan yet.',
                  meta: { label: 'Lead to be named', stage: 'at', topics: ['plan.lead-social-worker'] },
                  on: { 'lead.named': { target: 'named', ...record, meta: { topics: ['plan.lead-social-worker'] } } },
                },
                named: {
                  description: 'The child and the family know who leads.',
                  meta: { label: 'Lead named', stage: 'at', topics: ['plan.lead-social-worker'] },
                },
              },
            },
            coreGroup: {
              initial: 'unformed',
              meta: { label: 'Core group' },
              states: {
                unformed: {
                  description: 'Who carries the plan between conferences, and when do they first meet?',
                  meta: { label: 'Core group to be named', stage: 'at', topics: ['plan.core-group', 'plan.first-core-group'] },
                  on: {
                    'core-group.formed': {
                      target: 'formed',
                      ...record,
                      meta: { topics: ['plan.core-group', 'plan.first-core-group', 'plan.core-group-interval'] },
                    },
                  },
                },
                formed: {
                  description: 'The core group has its members and its first day.',
                  meta: { label: 'Core group named', stage: 'at', topics: ['plan.core-group'] },
                },
              },
            },
            outline: {
              initial: 'unwritten',
              meta: { label: 'Outline plan' },
              states: {
                unwritten: {
                  description: 'What must change, who does what, and what if it does not change?',
                  meta: { label: 'Outline to be drawn up', stage: 'at', topics: ['plan.outline', 'plan.contingency', 'plan.visits'] },
                  on: {
                    'plan.outlined': {
                      target: 'written',
                      ...record,
                      meta: { topics: ['plan.outline', 'plan.contingency', 'plan.visits'] },
                    },
                  },
                },
                written: {
                  description: 'The outline plan is written and understood.',
                  meta: { label: 'Outline drawn up', stage: 'at', topics: ['plan.outline'] },
                },
              },
            },
            review: {
              initial: 'undated',
              meta: { label: 'Review' },
              states: {
                undated: {
                  description: 'When does the conference look again?',
                  meta: { label: 'Review to be dated', stage: 'at', topics: ['plan.review-date', 'review.first', 'quorum.early-review'] },
                  on: {
                    'review.dated': {
                      target: 'dated',
                      ...record,
                      meta: { topics: ['plan.review-date', 'review.first', 'quorum.early-review'] },
                    },
                  },
                },
                dated: {
                  description: 'The day of the review is set.',
                  meta: { label: 'Review dated', stage: 'at', topics: ['plan.review-date'] },
                },
              },
            },
          },
        },
        supporting: {
          description: 'No child needs a plan. What help does the family need all the same?',
          meta: { label: 'No plan: what help?', stage: 'at', topics: ['no-plan.support', 'no-plan.notify'] },
          on: {
            'support.agreed': { ...record, meta: { topics: ['no-plan.support'] } },
            'dissent.handled': { ...record, meta: { topics: ['decision.dissent', 'decision.dissent-risk'] } },
            'parents.answered': { ...record, meta: { topics: ['decision.parents-disagree'] } },
            'conference.closed': {
              target: '#tellingThem',
              ...record,
              meta: { topics: ['chair.duration', 'no-plan.support', 'decision.dissent'] },
            },
          },
        },
      },
    },
    followingThrough: {
      id: 'followingThrough',
      tags: ['after'],
      type: 'parallel',
      description: 'The decisions, the letter to the parents and the minutes go out, and the core group meets.',
      meta: { label: 'Following through', stage: 'after', topics: ['record.decisions', 'record.minutes', 'plan.first-core-group'] },
      onDone: { target: 'planUnderWay' },
      on: { 'dissent.handled': { ...record, meta: { topics: ['decision.dissent', 'decision.dissent-risk'] } } },
      states: {
        decisions: {
          initial: 'due',
          meta: { label: 'Decisions' },
          states: {
            due: {
              description: 'The decisions are still to go out.',
              meta: { label: 'Decisions due', stage: 'after', topics: ['record.decisions'] },
              on: { 'decisions.sent': { target: 'sent', ...record, meta: { topics: ['record.decisions'] } } },
            },
            sent: {
              type: 'final',
              description: 'Everybody concerned has the decisions.',
              meta: { label: 'Decisions sent', stage: 'after', topics: ['record.decisions'] },
            },
          },
        },
        letter: {
          initial: 'due',
          meta: { label: 'Letter to the parents' },
          states: {
            due: {
              description: 'The parents wait for the letter.',
              meta: { label: 'Letter due', stage: 'after', topics: ['record.parents-letter'] },
              on: { 'parents.written': { target: 'sent', ...record, meta: { topics: ['record.parents-letter'] } } },
            },
            sent: {
              type: 'final',
              description: 'The parents have the decision in writing.',
              meta: { label: 'Letter sent', stage: 'after', topics: ['record.parents-letter'] },
            },
          },
        },
        minutes: {
          initial: 'due',
          meta: { label: 'Minutes' },
          states: {
            due: {
              description: 'The minutes are being written.',
              meta: { label: 'Minutes due', stage: 'after', topics: ['record.minutes'] },
              on: { 'minutes.sent': { target: 'sent', ...record, meta: { topics: ['record.minutes', 'report.police'] } } },
            },
            sent: {
              type: 'final',
              description: 'The minutes are out.',
              meta: { label: 'Minutes sent', stage: 'after', topics: ['record.minutes'] },
            },
          },
        },
        coreGroup: {
          initial: 'due',
          meta: { label: 'Core group' },
          states: {
            due: {
              description: 'The core group has not met yet.',
              meta: { label: 'Core group due', stage: 'after', topics: ['plan.first-core-group', 'plan.core-group-chair'] },
              on: {
                'core-group.met': {
                  target: 'met',
                  ...record,
                  meta: { topics: ['plan.first-core-group', 'plan.core-group-chair', 'plan.core-group-interval'] },
                },
              },
            },
            met: {
              type: 'final',
              description: 'The core group has met and turned the outline into a plan.',
              meta: { label: 'Core group met', stage: 'after', topics: ['plan.core-group-interval'] },
            },
          },
        },
      },
    },
    tellingThem: {
      id: 'tellingThem',
      tags: ['after'],
      type: 'parallel',
      description: 'The family and the agencies are told, in writing and in person, and the minutes go out.',
      meta: { label: 'Telling the family', stage: 'after', topics: ['no-plan.notify', 'record.decisions', 'record.minutes'] },
      onDone: { target: 'noPlan' },
      on: { 'dissent.handled': { ...record, meta: { topics: ['decision.dissent', 'decision.dissent-risk'] } } },
      states: {
        decisions: {
          initial: 'due',
          meta: { label: 'Decisions' },
          states: {
            due: {
              description: 'The decision is still to go out.',
              meta: { label: 'Decision due', stage: 'after', topics: ['no-plan.notify', 'record.decisions'] },
              on: { 'decisions.sent': { target: 'sent', ...record, meta: { topics: ['record.decisions', 'no-plan.notify'] } } },
            },
            sent: {
              type: 'final',
              description: 'Family and agencies have the decision.',
              meta: { label: 'Decision sent', stage: 'after', topics: ['no-plan.notify'] },
            },
          },
        },
        minutes: {
          initial: 'due',
          meta: { label: 'Minutes' },
          states: {
            due: {
              description: 'The minutes are being written.',
              meta: { label: 'Minutes due', stage: 'after', topics: ['record.minutes'] },
              on: { 'minutes.sent': { target: 'sent', ...record, meta: { topics: ['record.minutes', 'report.police'] } } },
            },
            sent: {
              type: 'final',
              description: 'The minutes are out.',
              meta: { label: 'Minutes sent', stage: 'after', topics: ['record.minutes'] },
            },
          },
        },
      },
    },
    planUnderWay: {
      type: 'final',
      tags: ['after'],
      description: 'The plan is under way: everybody has it in writing and the core group has met.',
      meta: { label: 'Plan under way', stage: 'after', topics: ['plan.core-group-interval', 'review.first'] },
    },
    noPlan: {
      type: 'final',
      tags: ['after'],
      description: 'No plan was made; the family knows why, and what help there is.',
      meta: { label: 'No plan', stage: 'after', topics: ['no-plan.support'] },
    },
  },
});

/** Where the majority decides, as many views for a plan as against decide nothing, unless the chair has already spoken. */
function splits(context: CaseContext, event: Event): boolean {
  return (
    icpcClaims['majority-decides'](context.rules) &&
    majority(event.views) === 'tie' &&
    (event.method === 'majority' || event.method === 'consensus')
  );
}
