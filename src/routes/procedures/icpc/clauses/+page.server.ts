import { clausesAt, stagesOf } from '#lib/server/by-stage.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
  stages: stagesOf('icpc').map((stage) => ({
    stage,
    topics: clausesAt('icpc', stage).map(({ id, question, clauses }) => ({ id, question, clauses })),
  })),
});
