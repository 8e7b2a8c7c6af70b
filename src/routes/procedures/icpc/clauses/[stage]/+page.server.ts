import { error } from '@sveltejs/kit';
import { clausesAt, stagesOf } from '#lib/server/by-stage.ts';
import { neighbours } from '#lib/server/content.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

const stages = stagesOf('icpc');

export const entries: EntryGenerator = () => stages.map((stage) => ({ stage }));

export const load: PageServerLoad = ({ params }) => {
  const at = stages.findIndex((stage) => stage === params.stage);
  const stage = stages[at];
  if (!stage) error(404, 'There is no such stage.');
  return { stage, topics: clausesAt('icpc', stage), ...neighbours(stages, at) };
};
