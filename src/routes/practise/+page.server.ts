import { rulebooks } from '#lib/server/content.ts';
import { bookOf, scenarios } from '#lib/server/practise.ts';
import { PROCEDURE } from '#lib/vocabulary.ts';
import type { PageServerLoad } from './$types';

const ORDER = Object.keys(PROCEDURE);

export const load: PageServerLoad = () => ({
  // In the order in which a child would meet them, the initial conference first.
  scenarios: scenarios
    .toSorted((a, b) => ORDER.indexOf(a.procedure) - ORDER.indexOf(b.procedure) || a.title.localeCompare(b.title))
    .map((scenario) => {
      const { id, title, summary, minutes, decisions, procedure } = scenario;
      const books = rulebooks.map((rulebook) => bookOf(rulebook, scenario));
      return { id, title, summary, minutes, decisions: decisions.length, procedure, books };
    }),
});
