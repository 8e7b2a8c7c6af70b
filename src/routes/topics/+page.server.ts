import { rulebooks, topics } from '#lib/server/content.ts';
import { subjectOf } from '#lib/vocabulary.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => {
  const subjects = new Map<string, { id: string; title: string; topics: { id: string; question: string }[] }>();
  for (const { id, question } of topics) {
    const key = id.split('.')[0]!;
    if (!subjects.has(key)) subjects.set(key, { id: key, title: subjectOf(id), topics: [] });
    subjects.get(key)!.topics.push({ id, question });
  }
  return {
    subjects: [...subjects.values()],
    total: topics.length,
    rulebooks: rulebooks.map(({ id, short, clauses }) => ({ id, short, clauses: clauses.length })),
  };
};
