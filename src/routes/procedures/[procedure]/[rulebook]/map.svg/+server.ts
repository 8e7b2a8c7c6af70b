import { error } from '@sveltejs/kit';
import { PROCEDURES, findRulebook, rulebooks } from '#lib/server/content.ts';
import { mapFile } from '#lib/server/map-file.ts';
import { procedures } from '#machines/index.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => PROCEDURES.flatMap((procedure) => rulebooks.map(({ id }) => ({ procedure, rulebook: id })));

export const GET: RequestHandler = ({ params }) => {
  const id = PROCEDURES.find((one) => one === params.procedure);
  const rulebook = findRulebook(params.rulebook);
  if (!id || !rulebook) error(404, 'There is no such procedure under such a rulebook.');
  return new Response(mapFile(procedures[id], rulebook), { headers: { 'content-type': 'image/svg+xml' } });
};
