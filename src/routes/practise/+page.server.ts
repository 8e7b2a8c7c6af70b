import { canPlay, scenarios } from '#lib/server/practise.ts';
import { labelOf, rulebooks } from '#lib/server/content.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
  scenarios: scenarios.map((scenario) => {
    const { id, title, summary, minutes, decisions } = scenario;
    const books = rulebooks.map((rulebook) => ({ ...labelOf(rulebook), playable: canPlay(rulebook, scenario, rulebook.id) }));
    return { id, title, summary, minutes, decisions: decisions.length, books };
  }),
});
