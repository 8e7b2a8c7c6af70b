/**
 * Keeping somebody out of a conference, or of a part of it: from the request to the record, and to the question whether the next
 * conference may do so again. It can arise before any conference (`attendance` in preparing.ts) and in any meeting.
 */
import { base, beginning, given, stay, step, to } from './base.ts';

const DECIDING = ['exclusion.decider', 'exclusion.grounds', 'exclusion.children', 'exclusion.repeat'] as const;

export const exclusion = base.createMachine({
  id: 'exclusion',
  context: ({ input }) => beginning(input, 'initial-conference'),
  initial: 'concerned',
  states: {
    concerned: {
      tags: ['before'],
      description: 'Somebody who has a right to be there may harm the child, or the meeting, by being there.',
      meta: {
        label: 'A concern about somebody’s presence',
        stage: 'before',
        topics: ['exclusion.who', 'exclusion.grounds', 'exclusion.notice', 'exclusion.evidence', 'exclusion.children', 'location.safety'],
      },
      on: {
        'exclusion.requested': to('asked', ['exclusion.notice', 'exclusion.evidence', 'exclusion.grounds']),
        'separate-attendance.arranged': to('admitted', ['exclusion.children'], { label: 'a part for each' }),
      },
    },
    asked: {
      tags: ['before'],
      description: 'The chair has the request. Is there a ground for it, and would less do?',
      meta: { label: 'Exclusion asked for', stage: 'before', topics: ['exclusion.decider', 'exclusion.grounds', 'exclusion.repeat', 'exclusion.children'] },
      on: {
        'separate-attendance.arranged': to('admitted', ['exclusion.children'], { label: 'a part for each' }),
        'legal-advice.taken': stay(['exclusion.grounds', 'exclusion.decider']),
        'exclusion.decided': [
          given('isGroundless', to('groundless', DECIDING, { label: 'no ground shown', onlyIf: 'grounds-stated' })),
          given('isExcluded', to('excluded', DECIDING, { label: 'excluded' })),
          to('admitted', DECIDING, { label: 'not excluded' }),
        ],
      },
    },
    groundless: {
      tags: ['before', 'remedy'],
      description: 'Somebody is excluded, and nobody can say on which ground. It is put on record, or the person comes.',
      meta: { label: 'Excluded without a ground', stage: 'before', onlyIf: 'grounds-stated', topics: ['exclusion.grounds', 'exclusion.minimum'] },
      on: {
        'exclusion.grounded': to('excluded', ['exclusion.grounds'], { onlyIf: 'grounds-stated' }),
        'exclusion.withdrawn': to('admitted', ['exclusion.grounds'], { onlyIf: 'grounds-stated' }),
      },
    },
    admitted: {
      tags: ['before'],
      description: 'The person comes, if need be to a part of the conference that is their own.',
      meta: { label: 'Nobody is excluded', stage: 'before', topics: ['exclusion.decider', 'exclusion.during', 'exclusion.police'] },
      on: { 'conference.opened': to('meeting', ['exclusion.during']) },
    },
    excluded: {
      tags: ['before'],
      type: 'parallel',
      description: 'The person is told, is heard in another way, and gets what they may have of the papers.',
      meta: { label: 'Excluded beforehand', stage: 'before', topics: ['exclusion.in-writing', 'exclusion.views', 'exclusion.report'] },
      on: {
        'conference.opened': to('meeting', ['exclusion.in-writing', 'exclusion.views']),
      },
      states: {
        word: {
          initial: 'due',
          meta: { label: 'Telling the person', topics: ['exclusion.in-writing'] },
          states: {
            due: { description: 'The person does not know yet.', meta: step('before', 'To be told', ['exclusion.in-writing']), on: { 'person.told': to('given', ['exclusion.in-writing']) } },
            given: { description: 'The person knows the decision and the reasons.', meta: step('before', 'Told', ['exclusion.in-writing']) },
          },
        },
        views: {
          initial: 'unheard',
          meta: { label: 'Their views', topics: ['exclusion.views'] },
          states: {
            unheard: { description: 'How can the person be heard who is not there?', meta: step('before', 'To be heard', ['exclusion.views']), on: { 'views.gathered': to('heard', ['exclusion.views']) } },
            heard: { description: 'The conference will have the person’s views.', meta: step('before', 'Heard', ['exclusion.views']) },
          },
        },
        papers: {
          initial: 'open',
          meta: { label: 'The report', topics: ['exclusion.report'] },
          states: {
            open: { description: 'Does the person get the social worker’s report?', meta: step('before', 'Report to be settled', ['exclusion.report']), on: { 'report.settled': to('settled', ['exclusion.report']) } },
            settled: { description: 'What the person gets of the report is settled.', meta: step('before', 'Report settled', ['exclusion.report']) },
          },
        },
      },
    },
    meeting: {
      tags: ['at'],
      meta: { label: 'The meeting', stage: 'at', topics: ['chair.during'] },
      initial: 'orderly',
      on: {
        'police-evidence.given': stay(['exclusion.police']),
        'recording.requested': stay(['record.recording']),
      },
      states: {
        orderly: {
          description: 'The conference is under way, and everybody there can speak.',
          meta: { label: 'The conference meets', stage: 'at', topics: ['exclusion.during', 'exclusion.police'] },
          on: {
            'behaviour.warned': to('warned', ['exclusion.during']),
            'person.removed': to('removed', ['exclusion.during'], { label: 'without a warning' }),
            'conference.closed': to('#recording', ['chair.duration', 'exclusion.minimum']),
          },
        },
        warned: {
          description: 'The person has been told what will follow if it goes on.',
          meta: { label: 'Warned', stage: 'at', topics: ['exclusion.during'] },
          on: {
            'person.removed': to('removed', ['exclusion.during'], { label: 'if it goes on' }),
            'conference.closed': to('#recording', ['chair.duration', 'exclusion.minimum'], { label: 'if it stops' }),
          },
        },
        removed: {
          description: 'The person has left. The others are safe, and the person’s views still count.',
          meta: { label: 'Made to leave', stage: 'at', topics: ['exclusion.during', 'exclusion.views', 'location.safety'] },
          on: {
            'views.gathered': stay(['exclusion.views']),
            'conference.closed': to('#recording', ['chair.duration', 'exclusion.minimum']),
          },
        },
      },
    },
    recording: {
      id: 'recording',
      tags: ['after'],
      description: 'The exclusion stands in the record. What does the person get of it?',
      meta: { label: 'The record', stage: 'after', topics: ['exclusion.record', 'record.contents', 'record.confidential'] },
      on: { 'excluded-record.settled': to('next', ['exclusion.record', 'record.contents']) },
    },
    next: {
      tags: ['after'],
      description: 'The next conference is coming. May it exclude the same person because the last one did?',
      meta: { label: 'The next conference', stage: 'after', topics: ['exclusion.repeat'] },
      on: { 'next-exclusion.considered': to('settled', ['exclusion.repeat']) },
    },
    settled: {
      type: 'final',
      tags: ['after'],
      description: 'The matter is closed: the record is right, and the next conference decides afresh.',
      meta: { label: 'Settled', stage: 'after', topics: ['exclusion.repeat', 'exclusion.record'] },
    },
  },
}); // prettier-ignore
