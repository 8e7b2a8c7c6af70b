import { error } from '@sveltejs/kit';
import { PROCEDURES } from '#lib/server/content.ts';
import { mapFile } from '#lib/server/map-file.ts';
import { procedures } from '#machines/index.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => PROCEDURES.map((procedure) => ({ procedure }));

export const GET: RequestHandler = ({ params }) => {
  const id = PROCEDURES.find((one) => one === params.procedure);
  if (!id) error(404, 'There is no such procedure.');
  return new Response(mapFile(procedures[id]), { headers: { 'content-type': 'image/svg+xml' } });
};
