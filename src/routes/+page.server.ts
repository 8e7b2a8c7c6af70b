import { barsOf, findTopic, labelOf, rulebooks, topics } from '#lib/server/content.ts';
import type { PageServerLoad } from './$types';

/** What somebody in a corridor asks most. */
const asked = ['icpc.deadline', 'quorum.minimum', 'report.family.initial', 'decision.made-by', 'review.first', 'plan.first-core-group'];

export const load: PageServerLoad = () => {
  const sample = findTopic('record.minutes')!;
  const bars = barsOf(sample);
  return {
    rulebooks: rulebooks.map((rulebook) => ({ ...labelOf(rulebook), clauses: rulebook.clauses.length })),
    asked: asked.map((id) => findTopic(id)!),
    topics: topics.length,
    sample: {
      ...sample,
      bars,
      others: rulebooks.filter((r) => !bars.some((b) => b.rulebook === r.id)).map((r) => ({ short: r.short, status: r.rules[sample.id]!.status })),
    },
  };
};
