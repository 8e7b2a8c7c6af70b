import { content, labelOf, rulebooks } from '#lib/server/content.ts';
import { titleInWords } from '#lib/vocabulary.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => {
  const { name, years } = content.calendars['england-and-wales']!;
  return {
    rulebooks: rulebooks.map((rulebook) => ({
      ...labelOf(rulebook),
      title: titleInWords(rulebook),
      publisher: rulebook.publisher,
      clauses: rulebook.clauses.length,
    })),
    clauses: rulebooks.reduce((sum, { clauses }) => sum + clauses.length, 0),
    calendar: { name, ...years },
  };
};
