import { error } from '@sveltejs/kit';
import { PROCEDURES, labelOf, rulebooks } from '#lib/server/content.ts';
import { PAIRS, beside, findPair, nameOf } from '#lib/server/pairs.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => PROCEDURES.flatMap((procedure) => PAIRS.map((pair) => ({ procedure, pair: nameOf(pair) })));

export const load: PageServerLoad = ({ params }) => {
  const procedure = PROCEDURES.find((one) => one === params.procedure);
  const pair = findPair(params.pair);
  if (!procedure || !pair) error(404, 'There are no such two rulebooks side by side.');
  return { ...beside(procedure, pair), rulebooks: rulebooks.map(labelOf) };
};
