/** What a conference settles once it has made a plan, each thing with its own steps. */
import type { TopicId } from '#content/schema.ts';
import { base, step, to } from './base.ts';

export const category = base.createStateConfig({
  initial: 'open',
  meta: { label: 'Category', topics: ['decision.category'] },
  states: {
    open: {
      description: 'Which kind of harm is it chiefly about?',
      meta: step('at', 'Category open', ['decision.category']),
      on: { 'category.determined': to('determined', ['decision.category']) },
    },
    determined: { description: 'The category is on the record.', meta: step('at', 'Category determined', ['decision.category']) },
  },
});

export const lead = base.createStateConfig({
  initial: 'unnamed',
  meta: { label: 'Lead social worker', topics: ['plan.lead-social-worker'] },
  states: {
    unnamed: {
      description: 'Nobody leads the plan yet.',
      meta: step('at', 'Lead to be named', ['plan.lead-social-worker']),
      on: { 'lead.named': to('named', ['plan.lead-social-worker']) },
    },
    named: {
      description: 'The child and the family know who leads.',
      meta: step('at', 'Lead named', ['plan.lead-social-worker']),
    },
  },
});

/** @param first when its first meeting is due */
export const coreGroup = (first: readonly TopicId[]) =>
  base.createStateConfig({
    initial: 'unformed',
    meta: { label: 'Core group', topics: ['plan.core-group'] },
    states: {
      unformed: {
        description: 'Who carries the plan between conferences, and when do they first meet?',
        meta: step('at', 'Core group to be named', ['plan.core-group', ...first]),
        on: { 'core-group.formed': to('formed', ['plan.core-group', ...first, 'plan.core-group-interval']) },
      },
      formed: {
        description: 'The core group has its members and its first day.',
        meta: step('at', 'Core group named', ['plan.core-group', 'plan.core-group-tasks']),
      },
    },
  });

export const outline = (besides: readonly TopicId[] = []) =>
  base.createStateConfig({
    initial: 'unwritten',
    meta: { label: 'Outline plan', topics: ['plan.outline'] },
    states: {
      unwritten: {
        description: 'What must change, who does what, and what if it does not change?',
        meta: step('at', 'Outline to be drawn up', ['plan.outline', 'plan.contingency', 'plan.visits', 'plan.purpose', 'plan.family', ...besides]),
        on: { 'plan.outlined': to('written', ['plan.outline', 'plan.contingency', 'plan.visits', 'plan.family', ...besides]) },
      },
      written: { description: 'The outline plan is written and understood.', meta: step('at', 'Outline drawn up', ['plan.outline']) },
    },
  }); // prettier-ignore

/** @param due when the next review is to be held */
export const review = (due: readonly TopicId[]) =>
  base.createStateConfig({
    initial: 'undated',
    meta: { label: 'Review', topics: ['plan.review-date'] },
    states: {
      undated: {
        description: 'When does the conference look again?',
        meta: step('at', 'Review to be dated', ['plan.review-date', ...due, 'quorum.early-review']),
        on: { 'review.dated': to('dated', ['plan.review-date', ...due, 'quorum.early-review']) },
      },
      dated: { description: 'The day of the review is set.', meta: step('at', 'Review dated', ['plan.review-date']) },
    },
  });
