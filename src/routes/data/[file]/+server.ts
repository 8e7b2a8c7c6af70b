import { error } from '@sveltejs/kit';
import { dataFile, files } from '#lib/server/data.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = () => files.map((file) => ({ file }));

export const GET: RequestHandler = ({ params: { file } }) => {
  const found = dataFile(file);
  if (!found) error(404, `No data “${file}”`);
  return new Response(found.text, { headers: { 'content-type': found.type } });
};
