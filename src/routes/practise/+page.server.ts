import { labelOf, rulebooks } from '#lib/server/content.ts';
import { canPlay, scenarios } from '#lib/server/practise.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
  scenarios: scenarios.map((scenario) => {
    const { id, title, summary, minutes, decisions, procedure } = scenario;
    const books = rulebooks.map((rulebook) => {
      const { id, short, name: fullName, edition } = labelOf(rulebook);
      return { id, name: short, fullName, edition, playable: canPlay(rulebook, scenario) };
    });
    return { id, title, summary, minutes, decisions: decisions.length, procedure, books };
  }),
});
