import { error } from '@sveltejs/kit';
import { PROCEDURES, labelOf, rulebooks } from '#lib/server/content.ts';
import { scenarios } from '#lib/server/practise.ts';
import { charted } from '#lib/server/procedures.ts';
import { procedures } from '#machines/index.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => PROCEDURES.map((procedure) => ({ procedure }));

export const load: PageServerLoad = ({ params }) => {
  const id = PROCEDURES.find((one) => one === params.procedure);
  if (!id) error(404, 'There is no such procedure.');
  return {
    id,
    ...charted(procedures[id]),
    rulebooks: rulebooks.map((rulebook) => ({ ...labelOf(rulebook), covered: rulebook.covers.includes(id) })),
    cases: scenarios.filter((scenario) => scenario.procedure === id).map((scenario) => ({ id: scenario.id, title: scenario.title })),
  };
};
