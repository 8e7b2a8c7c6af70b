import { PROCEDURES, labelOf, rulebooks, topics } from '#lib/server/content.ts';
import { answered } from '#lib/server/procedures.ts';
import { procedures } from '#machines/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
  drawn: Object.values(procedures).map(({ id, title }) => ({
    id,
    title,
    rulebooks: rulebooks.map((rulebook) => ({ ...labelOf(rulebook), ...answered(rulebook, id) })),
  })),
  others: PROCEDURES.filter((id) => !(id in procedures)).map((id) => ({ id, questions: topics.filter((t) => t.procedure === id).length })),
});
