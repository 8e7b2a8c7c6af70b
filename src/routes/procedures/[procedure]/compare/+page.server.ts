import { error } from '@sveltejs/kit';
import { PROCEDURES, labelOf, rulebooks } from '#lib/server/content.ts';
import { PAIRS, little, nameOf, tally } from '#lib/server/pairs.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => PROCEDURES.map((procedure) => ({ procedure }));

export const load: PageServerLoad = ({ params }) => {
  const procedure = PROCEDURES.find((one) => one === params.procedure);
  if (!procedure) error(404, 'There is no such procedure.');
  return {
    procedure,
    rulebooks: rulebooks.map(labelOf),
    pairs: PAIRS.map((pair) => ({ name: nameOf(pair), books: pair.map(labelOf), tally: tally(procedure, pair) })),
    little: rulebooks.flatMap((rulebook) => little(rulebook, procedure) ?? []),
  };
};
