/**
 * The review conference: from the day on which a plan begins to run, to the decision whether it goes on, changes or ends; and the
 * ways in which a plan ends without one.
 */
import { base, beginning, given, stay, step, to } from './base.ts';
import { adjourned, considering, deciding, duringMeeting, endingBarred, evenlySplit, heldBack, inquorate, opening } from './conference.ts';
import type { Kind } from './conference.ts';
import { category, review as nextReview } from './planning.ts';
import { REVIEW, attendance, day, family, invitations, papers, report } from './preparing.ts';
import { afterwards, decisions, letter, minutes } from './records.ts';

const TIMING = ['review.first', 'review.later', 'prebirth.first-review'] as const;
const kind: Kind = {
  quorum: ['quorum.review'],
  counted: 'review-quorum-stated',
  timing: [...TIMING, 'chair.same-person', 'membership.police'],
  sharing: ['review.core-group-report', 'chair.opening', 'chair.during', 'convene.household'],
  weighing: ['review.purpose', 'decision.threshold', 'decision.each-child'],
  deciding: ['end.grounds', 'end.first-review', 'end.neglect'],
  ways: { plan: 'continuing', noPlan: 'ending', barred: 'endingBarred' },
  words: { plan: 'the plan goes on', noPlan: 'the plan ends' },
};
const BRINGS_FORWARD = ['review.bring-forward', 'review.young-children', 'quorum.early-review'] as const;
const DISSENT = { 'dissent.handled': stay(['decision.dissent', 'decision.dissent-risk']), 'parents.answered': stay(['decision.parents-disagree']) } as const; // prettier-ignore
const ENDING = ['end.grounds', 'end.without-conference', 'end.moved-away', 'end.eighteen'] as const;

export const review = base.createMachine({
  id: 'review',
  context: ({ input }) => {
    const first = input?.facts.dates['previous-review'] === undefined ? ['first-review'] : [];
    return beginning(input, 'review-conference', ['conference-was-review', 'plan-in-force', ...first]);
  },
  initial: 'underPlan',
  states: {
    underPlan: {
      tags: ['before'],
      description: 'A plan is running, and its clock with it. The core group meets, the child is seen, and something may bring the review forward.',
      meta: {
        label: 'Under a plan',
        stage: 'before',
        topics: [...TIMING, ...BRINGS_FORWARD, 'plan.core-group-interval', 'plan.core-group-tasks', 'plan.visits', 'plan.purpose'],
      },
      on: {
        'core-group.met': stay(['plan.core-group-interval', 'plan.core-group-chair']),
        'child.seen': stay(['plan.visits']),
        'review.called': to('preparing', [...BRINGS_FORWARD, 'review.invitations', 'end.eighteen']),
        'child.moved': to('movedAway', ['transfer.notification', 'transfer.responsibility']),
        'child.came-of-age': to('outlived', ['end.eighteen']),
        'child.died': to('outlived', ['end.grounds']),
        'child.left': to('outlived', ['end.grounds']),
      },
    },
    movedAway: {
      tags: ['before'],
      description: 'The family now lives elsewhere. Until the new authority has held its conference, the plan here goes on.',
      meta: {
        label: 'Moved away',
        stage: 'before',
        topics: ['end.moved-away', 'transfer.deadline', 'transfer.responsibility', 'transfer.notification', 'end.grounds'],
      },
      on: {
        'receiving-conference.held': to('outlived', ['end.moved-away', 'transfer.deadline']),
        'plan.ended': [
          given('isTooSoon', to('endedTooSoon', ENDING, { label: 'before the other conference', onlyIf: 'takeover-stated' })),
          to('informing', ENDING, { label: 'without a review', onlyIf: 'takeover-not-asked' }),
        ],
      },
    },
    endedTooSoon: {
      tags: ['before', 'remedy'],
      description: 'The plan was ended before the new authority had taken it over. Until it has, the plan is put back in force.',
      meta: { label: 'Ended too soon', stage: 'before', onlyIf: 'takeover-stated', topics: ['end.moved-away', 'transfer.responsibility'] },
      on: { 'plan.restored': to('movedAway', ['end.moved-away'], { onlyIf: 'takeover-stated' }) },
    },
    outlived: {
      tags: ['before'],
      description: 'The child is eighteen, has died, has left the country, or has a plan elsewhere. Who may end the plan, and after what?',
      meta: { label: 'Can it end without a review?', stage: 'before', topics: [...ENDING] },
      on: {
        'plan.ended': to('informing', ENDING, { label: 'without a review' }),
        'review.called': to('preparing', ['end.eighteen', 'review.invitations'], { label: 'at a review' }),
      },
    },
    informing: {
      tags: ['before'],
      description: 'The plan has ended without a review. Everybody who had a part in it is told.',
      meta: { label: 'Ended, to be told', stage: 'before', topics: ['end.notify', 'end.without-conference'] },
      on: { 'ending.notified': to('endedWithout', ['end.notify']) },
    },
    endedWithout: {
      type: 'final',
      tags: ['before'],
      description: 'The plan ended without a review, and everybody knows.',
      meta: { label: 'Ended without a review', stage: 'before', topics: ['end.notify', 'end.without-conference'] },
    },
    preparing: {
      tags: ['before'],
      type: 'parallel',
      description: 'Invitations, reports and the core group’s account go on side by side.',
      meta: { label: 'Preparing', stage: 'before', topics: [...TIMING, 'location.timing', 'location.safety', 'membership.principle', 'membership.core', 'chair.same-person'] },
      on: { 'conference.held-back': heldBack, 'conference.opened': opening(kind) },
      states: {
        day: day(TIMING, 'review-dated'),
        invitations: invitations(['review.invitations']),
        report: report(REVIEW, ['report.endorsed']),
        papers: papers(REVIEW, ['membership.police']),
        coreGroup: {
          initial: 'awaited',
          meta: { label: 'The core group’s report', topics: ['review.core-group-report'] },
          states: {
            awaited: {
              description: 'What has the core group done, and what came of it?',
              meta: step('before', 'Core group to report', ['review.core-group-report']),
              on: { 'core-group-report.made': to('made', ['review.core-group-report']) },
            },
            made: { description: 'The core group has said what the plan has achieved.', meta: step('before', 'Core group has reported', ['review.core-group-report']) },
          },
        },
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
      on: { ...duringMeeting, 'person.removed': stay(['exclusion.during']), 'proceedings.considered': stay(['review.proceedings']) },
      states: {
        considering: considering(kind),
        deciding: deciding(kind),
        evenlySplit: evenlySplit(kind),
        endingBarred: endingBarred(kind),
        continuing: {
          type: 'parallel',
          description: 'The plan goes on, as it is or changed: its category, what it now asks, and the day of the next review.',
          meta: { label: 'The plan goes on', stage: 'at', topics: ['review.purpose', 'plan.outline', 'decision.category', 'review.later', 'review.long-plans'] },
          on: {
            ...DISSENT,
            'support.agreed': stay(['end.support']),
            'conference.closed': to('#followingThrough', ['review.purpose', 'chair.during', 'chair.duration', 'exclusion.minimum', 'plan.review-date', 'decision.dissent', 'decision.parents-disagree', 'quorum.early-review']),
          },
          states: {
            category,
            plan: {
              initial: 'unrevised',
              meta: { label: 'The plan', topics: ['plan.outline'] },
              states: {
                unrevised: {
                  description: 'What has changed, and what must the plan ask for now?',
                  meta: step('at', 'Plan to be brought up to date', ['plan.outline', 'plan.contingency', 'plan.visits']),
                  on: { 'plan.revised': to('revised', ['plan.outline', 'plan.contingency', 'plan.visits']) },
                },
                revised: { description: 'The plan says what is to be done until the next review.', meta: step('at', 'Plan up to date', ['plan.outline']) },
              },
            },
            review: nextReview(['review.later', 'review.young-children']),
          },
        },
        ending: {
          description: 'No child needs the plan any longer. What help goes on?',
          meta: { label: 'The plan ends: what help?', stage: 'at', topics: ['end.support', 'end.notify'] },
          on: {
            ...DISSENT,
            'support.agreed': stay(['end.support']),
            'conference.closed': to('#tellingThem', ['chair.during', 'chair.duration', 'exclusion.minimum', 'end.support', 'decision.dissent']),
          },
        },
      },
    },
    followingThrough: {
      id: 'followingThrough',
      tags: ['after'],
      type: 'parallel',
      description: 'The decisions, the letter to the parents and the minutes go out.',
      meta: { label: 'Following through', stage: 'after', topics: ['record.decisions', 'record.minutes', 'service.information'] },
      onDone: { target: 'planContinues', meta: { topics: ['review.later'] } },
      // One child's plan may have ended while another's goes on.
      on: { ...afterwards, 'ending.notified': stay(['end.notify']) },
      states: { decisions: decisions(), letter, minutes },
    },
    tellingThem: {
      id: 'tellingThem',
      tags: ['after'],
      type: 'parallel',
      description: 'Everybody who had a part in the plan is told that it has ended, and the minutes go out.',
      meta: { label: 'Telling them', stage: 'after', topics: ['end.notify', 'end.support', 'record.minutes'] },
      onDone: { target: 'planEnded', meta: { topics: ['end.notify'] } },
      on: afterwards,
      states: {
        notice: {
          initial: 'due',
          meta: { label: 'Notice of the end', topics: ['end.notify'] },
          states: {
            due: {
              description: 'Agencies and family do not have it in writing yet.',
              meta: step('after', 'Notice due', ['end.notify']),
              on: { 'ending.notified': to('given', ['end.notify', 'record.decisions']) },
            },
            given: { type: 'final', description: 'Everybody knows that the plan has ended.', meta: step('after', 'Notice given', ['end.notify']) },
          },
        },
        minutes,
      },
    },
    planContinues: {
      type: 'final',
      tags: ['after'],
      description: 'The plan goes on until the next review.',
      meta: { label: 'The plan continues', stage: 'after', topics: ['review.later', 'plan.core-group-interval'] },
    },
    planEnded: {
      type: 'final',
      tags: ['after'],
      description: 'The plan has ended; everybody knows, and what help goes on.',
      meta: { label: 'The plan has ended', stage: 'after', topics: ['end.support', 'end.notify'] },
    },
  },
}); // prettier-ignore
