import { labelOf, rulebooks } from '#lib/server/content.ts';
import { titleInWords } from '#lib/vocabulary.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
  rulebooks: rulebooks.map((rulebook) => ({
    ...labelOf(rulebook),
    title: titleInWords(rulebook),
    note: rulebook.note,
    covers: rulebook.covers,
    clauses: rulebook.clauses.length,
    notes: rulebook.notes.length,
  })),
});
