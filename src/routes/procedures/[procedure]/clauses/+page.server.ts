import { error } from '@sveltejs/kit';
import { clausesAt, stagesOf } from '#lib/server/by-stage.ts';
import { PROCEDURES } from '#lib/server/content.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

/** The initial conference has pages of its own: its clauses fill three. */
const others = PROCEDURES.filter((id) => id !== 'icpc');

export const entries: EntryGenerator = () => others.map((procedure) => ({ procedure }));

export const load: PageServerLoad = ({ params }) => {
  const procedure = others.find((id) => id === params.procedure);
  if (!procedure) error(404, 'There is no such procedure.');
  return { procedure, stages: stagesOf(procedure).map((stage) => ({ stage, topics: clausesAt(procedure, stage) })) };
};
