import { error } from '@sveltejs/kit';
import { searchFiles } from '#lib/server/search.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = () => searchFiles.map(({ name }) => ({ part: name }));

export const GET: RequestHandler = ({ params: { part } }) => {
  const file = searchFiles.find(({ name }) => name === part);
  if (!file) error(404, `No part “${part}” of the search`);
  return new Response(file.text, { headers: { 'content-type': 'application/json' } });
};
