/**
 * A child who is looked after and the subject of a conference or plan: one planning for both, the meeting in two parts, and the
 * questions of safety that come with an agreement, a care order, and a return home.
 */
import { base, beginning, given, stay, step, to } from './base.ts';
import { adjourned, considering, deciding, duringMeeting, endingBarred, evenlySplit, heldBack, inquorate, opening } from './conference.ts';
import type { Kind } from './conference.ts';
import { REVIEW, attendance, family, invitations, papers, report } from './preparing.ts';
import { afterwards, minutes } from './records.ts';

const kind: Kind = {
  quorum: ['quorum.review'],
  counted: 'review-quorum-stated',
  timing: ['dual.chair', 'dual.first-meeting'],
  sharing: ['dual.order', 'dual.voluntary', 'dual.care-order', 'chair.opening'],
  weighing: ['review.purpose', 'decision.threshold', 'decision.each-child'],
  deciding: ['end.grounds', 'end.first-review', 'end.neglect'],
  ways: { plan: 'between', noPlan: 'between', barred: 'endingBarred' },
  words: { plan: 'the plan goes on', noPlan: 'the plan ends' },
};
const PLACEMENT = ['dual.voluntary', 'dual.care-order', 'dual.becomes-looked-after'] as const;
const WHO_STAYS = ['dual.second-part', 'dual.order'] as const;

export const dualProcess = base.createMachine({
  id: 'dual-process',
  context: ({ input }) => {
    const first = input?.facts.dates['previous-review'] === undefined ? ['first-review'] : [];
    return beginning(input, 'review-conference', ['conference-was-review', 'plan-in-force', ...first]);
  },
  initial: 'lookedAfter',
  states: {
    lookedAfter: {
      tags: ['before'],
      description: 'A child is looked after, or about to come home from care. Does a conference or a plan still have a place?',
      meta: { label: 'A child who is looked after', stage: 'before', topics: ['dual.when', ...PLACEMENT, 'dual.return-home', 'dual.unexpected-return'] },
      on: {
        'child.looked-after': to('underPlan', ['dual.becomes-looked-after'], { label: 'there is a plan' }),
        'return.considered': [
          given('isConvened', to('requested', ['dual.return-home', 'dual.when'], { label: 'a conference' })),
          to('noConference', ['dual.return-home'], { label: 'no conference' }),
        ],
        'return.demanded': [
          given('isConvened', to('requested', ['dual.unexpected-return', 'dual.when'], { label: 'a conference' })),
          to('noConference', ['dual.unexpected-return'], { label: 'no conference' }),
        ],
      },
    },
    noConference: {
      type: 'final',
      tags: ['before'],
      description: 'There is no conference, and the record says why.',
      meta: { label: 'No conference', stage: 'before', topics: ['dual.return-home', 'dual.unexpected-return'] },
    },
    requested: {
      type: 'final',
      tags: ['before'],
      description: 'An initial conference is asked for, and goes its own way from here.',
      meta: { label: 'An initial conference', stage: 'before', topics: ['dual.when', 'dual.return-home'] },
    },
    underPlan: {
      tags: ['before'],
      description: 'The child has a plan and a care plan. One process is to carry both, and somebody leads it.',
      meta: { label: 'Two plans, one process', stage: 'before', topics: ['dual.single-process', 'dual.first-meeting', 'dual.chair', ...PLACEMENT] },
      on: {
        'placement.weighed': stay(['dual.becomes-looked-after']),
        'meetings.combined': to('preparing', ['dual.first-meeting', 'dual.single-process']),
      },
    },
    preparing: {
      tags: ['before'],
      type: 'parallel',
      description: 'Who chairs, who is asked, and the reports: side by side.',
      meta: { label: 'Preparing', stage: 'before', topics: ['dual.chair', 'dual.single-process', 'membership.principle', 'location.timing'] },
      on: { 'placement.weighed': stay(['dual.becomes-looked-after']), 'conference.held-back': heldBack, 'conference.opened': opening(kind) },
      states: {
        chair: {
          initial: 'open',
          meta: { label: 'The chair', topics: ['dual.chair'] },
          states: {
            open: { description: 'Who can chair both, and stay independent?', meta: step('before', 'Chair to be settled', ['dual.chair']), on: { 'chair.settled': to('settled', ['dual.chair']) } },
            settled: { description: 'It is settled who chairs, and how independence is kept.', meta: step('before', 'Chair settled', ['dual.chair', 'dual.single-process']) },
          },
        },
        invitations: invitations(['review.invitations']),
        report: report(REVIEW),
        papers: papers(REVIEW),
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
        between: {
          description: 'The first part is over: it is decided whether the plan goes on. Who stays for the care plan?',
          meta: { label: 'Who stays?', stage: 'at', topics: WHO_STAYS },
          on: {
            'dissent.handled': stay(['decision.dissent', 'decision.dissent-risk']),
            'part.ended': [
              given('isOvercrowded', to('overcrowded', WHO_STAYS, { label: 'outsiders stay', onlyIf: 'parts-divided' })),
              to('secondPart', WHO_STAYS),
            ],
          },
        },
        overcrowded: {
          tags: ['at', 'remedy'],
          description: 'People are still here who have no place at a looked after review. They are asked to leave before it begins.',
          meta: { label: 'Too many for the second part', stage: 'at', onlyIf: 'parts-divided', topics: ['dual.second-part'] },
          on: { 'room.cleared': to('secondPart', WHO_STAYS, { onlyIf: 'parts-divided' }) },
        },
        secondPart: {
          description: 'The child’s care plan, among the few who belong to it.',
          meta: { label: 'The care plan', stage: 'at', topics: ['dual.order', 'dual.second-part', 'dual.single-process', 'dual.care-order', 'dual.voluntary'] },
          on: { 'care-plan.considered': to('dating', ['dual.order', 'dual.single-process', 'dual.becomes-looked-after']) },
        },
        dating: {
          description: 'When do they meet again, and whose timescale rules?',
          meta: { label: 'The next meeting', stage: 'at', topics: ['dual.timing'] },
          on: {
            'review.dated': stay(['dual.timing']),
            'conference.closed': [
              given('makesPlan', to('#keepingBoth', ['dual.timing', 'chair.during', 'chair.duration', 'exclusion.minimum', 'decision.dissent'], { label: 'the plan goes on' })),
              to('#keepingOne', ['dual.timing', 'chair.during', 'chair.duration', 'exclusion.minimum', 'decision.dissent'], { label: 'the plan has ended' }),
            ],
          },
        },
      },
    },
    keepingBoth: {
      id: 'keepingBoth',
      tags: ['after'],
      type: 'parallel',
      description: 'One set of minutes and two sets of decisions go out.',
      meta: { label: 'The records of both parts', stage: 'after', topics: ['dual.records', 'record.minutes'] },
      onDone: { target: 'dualPlanning', meta: { topics: ['dual.timing'] } },
      // One child's plan may have ended while another's goes on.
      on: { ...afterwards, 'ending.notified': stay(['end.notify']) },
      states: {
        decisions: {
          initial: 'due',
          meta: { label: 'Decisions of both parts', topics: ['dual.records'] },
          states: {
            due: { description: 'The decisions of both parts are still to go out.', meta: step('after', 'Decisions due', ['dual.records', 'record.decisions']), on: { 'records.sent': to('sent', ['dual.records', 'record.decisions']) } },
            sent: { type: 'final', description: 'Everybody has the decisions that concern them.', meta: step('after', 'Decisions sent', ['dual.records']) },
          },
        },
        minutes,
      },
    },
    keepingOne: {
      id: 'keepingOne',
      tags: ['after'],
      type: 'parallel',
      description: 'The plan has ended: the records go out, and everybody who had a part in it is told.',
      meta: { label: 'The records, and the end', stage: 'after', topics: ['dual.records', 'end.notify'] },
      onDone: { target: 'carePlanOnly', meta: { topics: ['end.notify'] } },
      on: afterwards,
      states: {
        decisions: {
          initial: 'due',
          meta: { label: 'Decisions of both parts', topics: ['dual.records'] },
          states: {
            due: { description: 'The decisions of both parts are still to go out.', meta: step('after', 'Decisions due', ['dual.records', 'record.decisions']), on: { 'records.sent': to('sent', ['dual.records', 'record.decisions']) } },
            sent: { type: 'final', description: 'Everybody has the decisions that concern them.', meta: step('after', 'Decisions sent', ['dual.records']) },
          },
        },
        notice: {
          initial: 'due',
          meta: { label: 'Notice of the end', topics: ['end.notify'] },
          states: {
            due: { description: 'Agencies and family do not have it in writing yet.', meta: step('after', 'Notice due', ['end.notify']), on: { 'ending.notified': to('given', ['end.notify']) } },
            given: { type: 'final', description: 'Everybody knows that the plan has ended.', meta: step('after', 'Notice given', ['end.notify']) },
          },
        },
        minutes,
      },
    },
    dualPlanning: {
      type: 'final',
      tags: ['after'],
      description: 'The plan goes on within the care plan, and both are reviewed together.',
      meta: { label: 'Both plans go on', stage: 'after', topics: ['dual.timing', 'dual.single-process'] },
    },
    carePlanOnly: {
      type: 'final',
      tags: ['after'],
      description: 'The child is looked after, and no longer has a plan.',
      meta: { label: 'The care plan alone', stage: 'after', topics: ['dual.becomes-looked-after', 'dual.unexpected-return'] },
    },
  },
}); // prettier-ignore
