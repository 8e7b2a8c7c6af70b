import { PROCEDURES, labelOf, rulebooks } from '#lib/server/content.ts';
import { scenarios } from '#lib/server/practise.ts';
import { answered } from '#lib/server/procedures.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
  procedures: PROCEDURES.map((id) => ({
    id,
    rulebooks: rulebooks.map((rulebook) => ({ ...labelOf(rulebook), ...answered(rulebook, id) })),
    cases: scenarios.filter(({ procedure }) => procedure === id).map((scenario) => ({ id: scenario.id, title: scenario.title })),
  })),
});
