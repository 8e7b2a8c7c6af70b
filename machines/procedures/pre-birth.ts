/**
 * The conference before a birth: from the concern about a pregnancy to the first review after the baby is born. It is an initial
 * conference, held in a window of the pregnancy, with a plan that begins before the birth.
 */
import { base, beginning, given, stay, step, to } from './base.ts';
import { adjourned, considering, deciding, duringMeeting, evenlySplit, heldBack, inquorate, opening } from './conference.ts';
import type { Kind } from './conference.ts';
import { category, coreGroup, lead, outline, review } from './planning.ts';
import { INITIAL, attendance, day, family, invitations, papers, report, service } from './preparing.ts';
import { afterwards, decisions, letter, minutes } from './records.ts';

const TIMING = ['prebirth.window', 'prebirth.premature'] as const;
const CORE_GROUP = ['prebirth.core-group', 'plan.first-core-group'] as const;
const FIRST_REVIEW = ['prebirth.first-review', 'review.first'] as const;
const kind: Kind = {
  quorum: ['quorum.minimum'],
  counted: 'quorum-stated',
  timing: TIMING,
  sharing: ['chair.opening', 'chair.during', 'convene.household'],
  weighing: ['decision.threshold', 'decision.each-child'],
  deciding: [],
  ways: { plan: 'planning', noPlan: 'supporting' },
  words: { plan: 'a plan', noPlan: 'no plan' },
};
const CONVENING = ['prebirth.grounds', 'prebirth.other-risks', 'convene.decider', 'convene.reasons-recorded'] as const;
const DISSENT = { 'dissent.handled': stay(['decision.dissent', 'decision.dissent-risk']), 'parents.answered': stay(['decision.parents-disagree']) } as const; // prettier-ignore

export const preBirth = base.createMachine({
  id: 'pre-birth',
  context: ({ input }) => beginning(input, 'pre-birth-conference', ['child-unborn']),
  initial: 'concerned',
  states: {
    concerned: {
      tags: ['before'],
      description: 'An assessment of the pregnancy raises concern for the unborn child. Is a conference to be held before the birth?',
      meta: {
        label: 'A concern before birth',
        stage: 'before',
        topics: ['prebirth.referral', 'prebirth.grounds', 'prebirth.other-risks', 'prebirth.window', 'prebirth.status'],
      },
      on: {
        'pregnancy.referred': stay(['prebirth.referral']),
        'conference.convened': to('preparing', CONVENING),
        'conference.declined': to('notConvened', CONVENING),
      },
    },
    notConvened: {
      type: 'final',
      tags: ['before'],
      description: 'There is no conference before the birth, and the record says why.',
      meta: { label: 'Not convened', stage: 'before', topics: ['prebirth.grounds', 'convene.reasons-recorded'] },
    },
    preparing: {
      tags: ['before'],
      type: 'parallel',
      description: 'The week of the pregnancy, the people who look after mother and baby, and the reports: side by side.',
      meta: { label: 'Preparing', stage: 'before', topics: [...TIMING, 'prebirth.attendance', 'prebirth.status', 'location.timing', 'location.safety'] },
      on: { 'conference.held-back': heldBack, 'conference.opened': opening(kind) },
      states: {
        day: day(TIMING, 'window-stated'),
        service,
        invitations: invitations(['prebirth.attendance']),
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
          description: 'A plan that begins before the birth: who leads it, who carries it, what it asks, and when it is reviewed.',
          meta: { label: 'Making the plan', stage: 'at', topics: ['prebirth.plan-start', 'prebirth.core-group', 'prebirth.first-review', 'decision.category'] },
          on: {
            ...DISSENT,
            'conference.closed': to('#beforeBirth', [
              'chair.during', 'chair.duration', 'exclusion.minimum', 'plan.lead-social-worker', 'plan.core-group', 'plan.contingency', 'plan.review-date', 'decision.dissent', 'decision.parents-disagree',
            ]),
          },
          states: { category, lead, coreGroup: coreGroup(CORE_GROUP), outline: outline(['prebirth.plan-start', 'prebirth.premature']), review: review(FIRST_REVIEW) },
        },
        supporting: {
          description: 'The unborn child needs no plan. What help does the family need all the same?',
          meta: { label: 'No plan: what help?', stage: 'at', topics: ['no-plan.support', 'no-plan.notify'] },
          on: {
            ...DISSENT,
            'support.agreed': stay(['no-plan.support']),
            'conference.closed': to('#tellingThem', ['chair.during', 'chair.duration', 'exclusion.minimum', 'no-plan.support', 'decision.dissent']),
          },
        },
      },
    },
    beforeBirth: {
      id: 'beforeBirth',
      tags: ['after'],
      type: 'parallel',
      description: 'The papers go out, the core group meets, and the baby is born: in whatever order they come.',
      meta: { label: 'Plan and birth', stage: 'after', topics: [...CORE_GROUP, ...FIRST_REVIEW, 'prebirth.review-extension', 'record.decisions', 'record.minutes'] },
      onDone: { target: 'reviewed', meta: { topics: ['review.later'] } },
      on: afterwards,
      states: {
        decisions: decisions(),
        letter,
        minutes,
        coreGroup: {
          initial: 'due',
          meta: { label: 'Core group', topics: CORE_GROUP },
          states: {
            due: {
              description: 'The core group has not met yet.',
              meta: step('after', 'Core group due', [...CORE_GROUP, 'plan.core-group-chair', 'plan.core-group-tasks']),
              on: { 'core-group.met': to('met', [...CORE_GROUP, 'plan.core-group-chair', 'plan.core-group-interval']) },
            },
            met: { type: 'final', description: 'The core group has met.', meta: step('after', 'Core group met', ['plan.core-group-interval']) },
          },
        },
        baby: {
          initial: 'unborn',
          meta: { label: 'The baby', topics: FIRST_REVIEW },
          states: {
            unborn: {
              description: 'The baby is expected.',
              meta: step('after', 'Before the birth', ['prebirth.core-group', 'prebirth.plan-start']),
              on: { 'child.born': to('born', [...FIRST_REVIEW, ...CORE_GROUP]) },
            },
            born: {
              description: 'The baby is born. The clock of the first review runs.',
              meta: step('after', 'Born', [...FIRST_REVIEW, 'prebirth.review-extension', 'prebirth.core-group']),
              on: {
                'child.discharged': stay(['prebirth.core-group']),
                'review.extended': [
                  given('isExtended', to('extended', ['prebirth.review-extension'], { label: 'as the rulebook allows', onlyIf: 'extension-stated' })),
                  stay(['prebirth.review-extension', ...FIRST_REVIEW], { label: 'not allowed' }),
                ],
                'review.held': to('reviewed', FIRST_REVIEW),
              },
            },
            extended: {
              description: 'The first review has been put off in writing, within the limit.',
              meta: { ...step('after', 'Review put off', ['prebirth.review-extension']), onlyIf: 'extension-stated' },
              on: {
                'child.discharged': stay(['prebirth.core-group'], { onlyIf: 'extension-stated' }),
                'review.held': to('reviewed', ['prebirth.review-extension'], { onlyIf: 'extension-stated' }),
              },
            },
            reviewed: { type: 'final', description: 'The first review has been held.', meta: step('after', 'Reviewed', ['review.later']) },
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
    reviewed: {
      type: 'final',
      tags: ['after'],
      description: 'The plan has been reviewed for the first time since the birth.',
      meta: { label: 'First review held', stage: 'after', topics: ['review.later'] },
    },
    noPlan: {
      type: 'final',
      tags: ['after'],
      description: 'No plan was made before the birth; the family knows why, and what help there is.',
      meta: { label: 'No plan', stage: 'after', topics: ['no-plan.support'] },
    },
  },
}); // prettier-ignore
