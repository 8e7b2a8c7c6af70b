import type { Actor } from '#content/schema.ts';
import { rulebooks, topics } from '#lib/server/content.ts';
import { searchFiles } from '#lib/server/search.ts';
import { ACTOR, capital, subjectOf } from '#lib/vocabulary.ts';
import type { PageServerLoad } from './$types';

/** “The chair” stands under C. */
const plain = (words: string) => capital(words.replace(/^(the|an?) /, ''));

export const load: PageServerLoad = () => {
  const subjects = new Map<string, { id: string; title: string; topics: { id: string; question: string }[] }>();
  for (const { id, question } of topics) {
    const key = id.split('.')[0]!;
    if (!subjects.has(key)) subjects.set(key, { id: key, title: subjectOf(id), topics: [] });
    subjects.get(key)!.topics.push({ id, question });
  }
  const bound = new Set<Actor>(rulebooks.flatMap(({ clauses }) => clauses.flatMap(({ actors }) => actors)));
  return {
    subjects: [...subjects.values()],
    rulebooks: rulebooks.map(({ id, name, short, content }) => ({
      id,
      name,
      short,
      sections: content.map(({ id, title }) => ({ id, title })),
    })),
    actors: [...bound].map((id) => ({ id, name: plain(ACTOR[id]) })).sort((a, b) => a.name.localeCompare(b.name, 'en')),
    clauses: rulebooks.reduce((sum, { clauses }) => sum + clauses.length, 0),
    topics: topics.length,
    parts: searchFiles.map(({ name }) => name),
  };
};
