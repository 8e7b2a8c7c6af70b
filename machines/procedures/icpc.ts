/**
 * The initial child protection conference, from the end of the enquiries (or the notice that a child with a plan has moved in) to the
 * first core group.
 */
import { base, beginning, given, stay, to } from './base.ts';
import { adjourned, considering, deciding, duringMeeting, evenlySplit, heldBack, inquorate, opening } from './conference.ts';
import type { Kind } from './conference.ts';
import { category, coreGroup, lead, outline, review } from './planning.ts';
import { INITIAL, attendance, day, family, invitations, papers, report, service } from './preparing.ts';
import { afterwards, decisions, letter, minutes } from './records.ts';

const TIMING = ['icpc.deadline', 'transfer.deadline', 'icpc.protection-order', 'icpc.assessment-order'] as const;
const kind: Kind = {
  quorum: ['quorum.minimum'],
  counted: 'quorum-stated',
  timing: [...TIMING, 'icpc.delay'],
  sharing: ['chair.opening', 'chair.during', 'convene.household'],
  weighing: ['decision.threshold', 'decision.each-child'],
  deciding: [],
  ways: { plan: 'planning', noPlan: 'supporting' },
  words: { plan: 'a plan', noPlan: 'no plan' },
};
const CONVENING = [
  'convene.threshold', 'convene.decider', 'convene.reasons-recorded', 'convene.agency-request', 'convene.chair-refusal',
] as const; // prettier-ignore
const ORDERS = { 'order.made': stay(['icpc.protection-order']), 'assessments.concluded': stay(['icpc.assessment-order']) } as const;
const DISSENT = { 'dissent.handled': stay(['decision.dissent', 'decision.dissent-risk']), 'parents.answered': stay(['decision.parents-disagree']) } as const; // prettier-ignore

export const icpc = base.createMachine({
  id: 'icpc',
  context: ({ input }) => beginning(input, 'initial-conference'),
  initial: 'considering',
  states: {
    considering: {
      tags: ['before'],
      description: 'The enquiries point to significant harm. Should the agencies and the family meet in conference?',
      meta: {
        label: 'Convene?',
        stage: 'before',
        topics: ['convene.threshold', 'convene.decider', 'convene.preconditions', 'convene.purpose'],
      },
      on: {
        'conference.convened': to('preparing', [...CONVENING, 'convene.preconditions']),
        'conference.declined': [
          given('isDisputed', to('disputed', CONVENING, { label: 'agencies disagree' })),
          to('notConvened', CONVENING),
        ],
        ...ORDERS,
        'move.notified': to('receiving', ['transfer.notification', 'transfer.documents']),
      },
    },
    disputed: {
      tags: ['before', 'remedy', 'disputed'],
      description: 'An agency does not accept that there will be no conference. The disagreement has a route of its own.',
      meta: { label: 'Agencies disagree', stage: 'before', topics: ['convene.disagreement', 'convene.agency-request'] },
      on: {
        'disagreement.settled': [
          given('isConvened', to('preparing', ['convene.disagreement', 'convene.reasons-recorded'], { label: 'a conference after all' })),
          to('notConvened', ['convene.disagreement', 'convene.reasons-recorded'], { label: 'no conference' }),
        ],
      },
    },
    receiving: {
      tags: ['before'],
      description: 'A child with a plan has moved in from elsewhere. Has the family come to stay, and are the papers here?',
      meta: {
        label: 'Moved in with a plan',
        stage: 'before',
        topics: ['transfer.permanent', 'transfer.documents', 'transfer.responsibility', 'transfer.notification', 'transfer.temporary'],
      },
      on: {
        'transfer.agreed': to('preparing', ['transfer.permanent', 'transfer.documents', 'transfer.responsibility'], {
          label: 'for good',
        }),
        'transfer.declined': to('temporary', ['transfer.permanent', 'transfer.temporary', 'transfer.responsibility'], {
          label: 'for a time',
        }),
      },
    },
    notConvened: {
      type: 'final',
      tags: ['before'],
      description: 'There is no conference, and the record says why.',
      meta: { label: 'Not convened', stage: 'before', topics: ['convene.reasons-recorded'] },
    },
    temporary: {
      type: 'final',
      tags: ['before'],
      description: 'The stay is for a time only; the other authority keeps the plan, and both know where the child is.',
      meta: { label: 'A temporary stay', stage: 'before', topics: ['transfer.temporary', 'transfer.responsibility'] },
    },
    preparing: {
      tags: ['before'],
      description: 'Notice, invitations, reports and the chair’s meeting with the family go on side by side.',
      meta: {
        label: 'Preparing',
        stage: 'before',
        topics: [
          'icpc.deadline', 'transfer.deadline', 'location.timing', 'location.safety', 'membership.principle', 'membership.core', 'membership.additional', 'chair.accountable-to',
        ],
      }, // prettier-ignore
      type: 'parallel',
      on: { ...ORDERS, 'conference.held-back': heldBack, 'conference.opened': opening(kind) },
      states: {
        day: day(TIMING, 'deadline-stated', ['icpc.deadline.several-discussions']),
        service,
        invitations: invitations(),
        report: report(INITIAL),
        papers: papers(INITIAL),
        family,
        attendance,
      },
    },
    inquorate: inquorate(kind),
    adjourned: adjourned(kind),
    meeting: {
      tags: ['at'],
      meta: { label: 'The meeting', stage: 'at', topics: ['chair.during'] },
      initial: 'considering',
      on: { ...duringMeeting, 'person.removed': stay(['exclusion.during']) },
      states: {
        considering: considering(kind),
        deciding: deciding(kind),
        evenlySplit: evenlySplit(kind),
        planning: {
          type: 'parallel',
          description: 'A plan is made: its category, its lead social worker, its core group, its outline and its review.',
          meta: {
            label: 'Making the plan',
            stage: 'at',
            topics: ['plan.lead-social-worker', 'plan.core-group', 'plan.outline', 'plan.review-date', 'decision.category'],
          },
          on: {
            ...DISSENT,
            'support.agreed': stay(['no-plan.support']),
            'conference.closed': to('#followingThrough', [
              'chair.during', 'chair.duration', 'exclusion.minimum', 'plan.lead-social-worker', 'plan.core-group', 'plan.contingency', 'plan.review-date', 'decision.dissent', 'decision.parents-disagree', 'quorum.early-review',
            ]), // prettier-ignore
          },
          states: { category, lead, coreGroup: coreGroup(['plan.first-core-group']), outline: outline(), review: review(['review.first']) },
        },
        supporting: {
          description: 'No child needs a plan. What help does the family need all the same?',
          meta: { label: 'No plan: what help?', stage: 'at', topics: ['no-plan.support', 'no-plan.notify'] },
          on: {
            ...DISSENT,
            'support.agreed': stay(['no-plan.support']),
            'conference.closed': to('#tellingThem', ['chair.during', 'chair.duration', 'exclusion.minimum', 'no-plan.support', 'decision.dissent']),
          },
        },
      },
    },
    followingThrough: {
      id: 'followingThrough',
      tags: ['after'],
      type: 'parallel',
      description: 'The decisions, the letter to the parents and the minutes go out, and the core group meets.',
      meta: { label: 'Following through', stage: 'after', topics: ['record.decisions', 'record.minutes', 'plan.first-core-group', 'service.information'] },
      onDone: { target: 'planUnderWay', meta: { topics: ['plan.core-group-interval'] } },
      on: afterwards,
      states: {
        decisions: decisions(),
        letter,
        minutes,
        coreGroup: {
          initial: 'due',
          meta: { label: 'Core group', topics: ['plan.first-core-group'] },
          states: {
            due: {
              description: 'The core group has not met yet.',
              meta: { label: 'Core group due', stage: 'after', topics: ['plan.first-core-group', 'plan.core-group-chair', 'plan.core-group-tasks'] },
              on: { 'core-group.met': to('met', ['plan.first-core-group', 'plan.core-group-chair', 'plan.core-group-interval']) },
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
      onDone: { target: 'noPlan', meta: { topics: ['no-plan.support'] } },
      on: afterwards,
      states: { decisions: decisions(['no-plan.notify']), minutes },
    },
    planUnderWay: {
      type: 'final',
      tags: ['after'],
      description: 'The plan is under way: everybody has it in writing and the core group has met.',
      meta: { label: 'Plan under way', stage: 'after', topics: ['plan.core-group-interval', 'plan.visits', 'review.first'] },
    },
    noPlan: {
      type: 'final',
      tags: ['after'],
      description: 'No plan was made; the family knows why, and what help there is.',
      meta: { label: 'No plan', stage: 'after', topics: ['no-plan.support'] },
    },
  },
}); // prettier-ignore
