import { error } from '@sveltejs/kit';
import { clausesAt, stagesOf } from '#lib/server/by-stage.ts';
import { neighbours } from '#lib/server/content.ts';
import { subjectOf } from '#lib/vocabulary.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

const stages = stagesOf('icpc');

export const entries: EntryGenerator = () => stages.map((stage) => ({ stage }));

export const load: PageServerLoad = ({ params }) => {
  const at = stages.findIndex((stage) => stage === params.stage);
  const stage = stages[at];
  if (!stage) error(404, 'There is no such stage.');
  const subjects = Map.groupBy(clausesAt('icpc', stage), ({ id }) => id.split('.')[0]!);
  return {
    stage,
    subjects: [...subjects].map(([id, topics]) => ({ id, title: subjectOf(id), topics })),
    ...neighbours(stages, at),
  };
};
