import { error } from '@sveltejs/kit';
import { findRulebook, labelOf, rulebooks } from '#lib/server/content.ts';
import { answered, charted } from '#lib/server/procedures.ts';
import { procedure } from '#machines/index.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => rulebooks.map(({ id }) => ({ rulebook: id }));

export const load: PageServerLoad = ({ params }) => {
  const rulebook = findRulebook(params.rulebook);
  if (!rulebook) error(404, 'There is no such rulebook.');
  const icpc = procedure('icpc');
  return {
    ...charted(icpc, rulebook),
    label: labelOf(rulebook),
    covered: rulebook.covers.includes('icpc'),
    covers: rulebook.covers,
    elsewhere: rulebook.elsewhere,
    answered: answered(rulebook, 'icpc'),
    rulebooks: rulebooks.map(labelOf),
  };
};
