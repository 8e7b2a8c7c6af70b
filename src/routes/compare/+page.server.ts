import { comparison } from '#lib/server/comparison.ts';
import { PROCEDURES, labelOf, rulebooks, topics } from '#lib/server/content.ts';
import { uncovered } from '#lib/server/coverage.ts';
import { documentInWords, subjectOf } from '#lib/vocabulary.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
  rulebooks: rulebooks.map((rulebook) => ({
    ...labelOf(rulebook),
    document: documentInWords(rulebook),
    missing: PROCEDURES.flatMap((procedure) => {
      const not = uncovered(rulebook, procedure);
      return not ? [{ procedure, chapter: not.chapter }] : [];
    }),
  })),
  procedures: comparison(),
  subjects: [...new Set(topics.map(({ id }) => id.split('.')[0]!))].map((id) => ({ id, title: subjectOf(id) })),
  total: topics.length,
});
