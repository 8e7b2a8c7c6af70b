import { error } from '@sveltejs/kit';
import { PROCEDURES, findRulebook, labelOf, rulebooks } from '#lib/server/content.ts';
import { answered, charted } from '#lib/server/procedures.ts';
import { procedures } from '#machines/index.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => PROCEDURES.flatMap((procedure) => rulebooks.map(({ id }) => ({ procedure, rulebook: id })));

export const load: PageServerLoad = ({ params }) => {
  const id = PROCEDURES.find((one) => one === params.procedure);
  const rulebook = findRulebook(params.rulebook);
  if (!id || !rulebook) error(404, 'There is no such procedure under such a rulebook.');
  return {
    id,
    ...charted(procedures[id], rulebook),
    label: labelOf(rulebook),
    covered: rulebook.covers.includes(id),
    covers: rulebook.covers,
    elsewhere: rulebook.elsewhere,
    answered: answered(rulebook, id),
    rulebooks: rulebooks.map(labelOf),
  };
};
