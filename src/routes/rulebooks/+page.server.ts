import { labelOf, rulebooks } from '#lib/server/content.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
  rulebooks: rulebooks.map((rulebook) => ({
    ...labelOf(rulebook),
    title: rulebook.title,
    note: rulebook.note,
    covers: rulebook.covers,
    clauses: rulebook.clauses.length,
  })),
});
