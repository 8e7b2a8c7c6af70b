import { error } from '@sveltejs/kit';
import { findRulebook, labelOf, rulebooks } from '#lib/server/content.ts';
import { notesByKind } from '#lib/server/notes.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => rulebooks.map(({ id }) => ({ rulebook: id }));

export const load: PageServerLoad = ({ params }) => {
  const rulebook = findRulebook(params.rulebook);
  if (!rulebook) error(404, 'There is no such rulebook.');
  return { label: labelOf(rulebook), total: rulebook.notes.length, kinds: notesByKind(rulebook) };
};
