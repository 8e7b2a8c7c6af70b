import { error } from '@sveltejs/kit';
import { printsOf } from '#lib/server/check.ts';
import { findRulebook, labelOf, rulebooks } from '#lib/server/content.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => rulebooks.map(({ id }) => ({ rulebook: id }));

export const load: PageServerLoad = ({ params }) => {
  const rulebook = findRulebook(params.rulebook);
  if (!rulebook) error(404, 'There is no such rulebook.');
  return {
    label: labelOf(rulebook),
    prints: printsOf(rulebook)
      .map(({ id, sha256 }) => `${id} ${sha256}`)
      .join('\n'),
  };
};
