import { barsOf, findTopic, labelOf, rulebooks, topics } from '#lib/server/content.ts';
import type { PageServerLoad } from './$types';

/** What somebody in a corridor asks most. */
const asked = ['icpc.deadline', 'quorum.minimum', 'report.family.initial', 'decision.made-by', 'review.first', 'plan.first-core-group'];

export const load: PageServerLoad = () => {
  const sample = findTopic('record.minutes')!;
  return {
    rulebooks: rulebooks.map((rulebook) => ({ ...labelOf(rulebook), clauses: rulebook.clauses.length })),
    asked: asked.map((id) => findTopic(id)!),
    topics: topics.length,
    sample,
    ...barsOf(sample),
    silent: rulebooks.filter((r) => r.rules[sample.id]!.status === 'silent').map((r) => r.id),
  };
};
