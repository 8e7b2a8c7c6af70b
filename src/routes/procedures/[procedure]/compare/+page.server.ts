import { error } from '@sveltejs/kit';
import { PROCEDURES, labelOf, rulebooks } from '#lib/server/content.ts';
import { listedPairs } from '#lib/server/pairs.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => PROCEDURES.map((procedure) => ({ procedure }));

export const load: PageServerLoad = ({ params }) => {
  const procedure = PROCEDURES.find((one) => one === params.procedure);
  if (!procedure) error(404, 'There is no such procedure.');
  return {
    procedure,
    rulebooks: rulebooks.map(labelOf),
    ...listedPairs(procedure),
  };
};
