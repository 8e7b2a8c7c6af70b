import { error, json } from '@sveltejs/kit';
import { backingOf } from '#lib/server/check.ts';
import { findRulebook, rulebooks } from '#lib/server/content.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = () => rulebooks.map(({ id }) => ({ rulebook: id }));

export const GET: RequestHandler = ({ params }) => {
  const rulebook = findRulebook(params.rulebook);
  if (!rulebook) error(404, 'There is no such rulebook.');
  return json(backingOf(rulebook));
};
