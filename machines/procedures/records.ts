/** What goes out after a conference, each thing with its own clock. */
import type { TopicId } from '#content/schema.ts';
import { base, stay, step, to } from './base.ts';

export const decisions = (besides: readonly TopicId[] = []) =>
  base.createStateConfig({
    initial: 'due',
    meta: { label: 'Decisions', topics: ['record.decisions'] },
    states: {
      due: {
        description: 'The decisions are still to go out.',
        meta: step('after', 'Decisions due', ['record.decisions', ...besides]),
        on: { 'decisions.sent': to('sent', ['record.decisions', ...besides]) },
      },
      sent: {
        type: 'final',
        description: 'Everybody concerned has the decisions.',
        meta: step('after', 'Decisions sent', ['record.decisions']),
      },
    },
  });

export const letter = base.createStateConfig({
  initial: 'due',
  meta: { label: 'Letter to the parents', topics: ['record.parents-letter'] },
  states: {
    due: {
      description: 'The parents wait for the letter.',
      meta: step('after', 'Letter due', ['record.parents-letter']),
      on: { 'parents.written': to('sent', ['record.parents-letter']) },
    },
    sent: {
      type: 'final',
      description: 'The parents have the decision in writing.',
      meta: step('after', 'Letter sent', ['record.parents-letter']),
    },
  },
});

export const minutes = base.createStateConfig({
  initial: 'due',
  meta: { label: 'Minutes', topics: ['record.minutes'] },
  states: {
    due: {
      description: 'The minutes are being written.',
      meta: step('after', 'Minutes due', ['record.minutes', 'record.minute-taker', 'record.contents']),
      on: { 'minutes.sent': to('sent', ['record.minutes', 'record.minute-taker', 'record.contents', 'report.police']) },
    },
    sent: {
      description: 'The minutes are out. Does anybody ask for a correction?',
      meta: step('after', 'Minutes sent', ['record.amendments']),
      on: { 'minutes.settled': to('settled', ['record.amendments']) },
    },
    settled: {
      type: 'final',
      description: 'The minutes stand as they are, or as corrected.',
      meta: step('after', 'Minutes settled', ['record.retention', 'record.confidential']),
    },
  },
});

/** What may come at any time while the records go out. */
export const afterwards = {
  'dissent.handled': stay(['decision.dissent', 'decision.dissent-risk']),
  'record.requested': stay(['record.confidential']),
  'child-copy.settled': stay(['record.child-copy']),
} as const;
