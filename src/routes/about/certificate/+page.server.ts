import { certificate } from '#lib/server/certificate.ts';
import { findTopic } from '#lib/server/content.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
  const { procedures, ...rest } = await certificate();
  const total = (of: (one: (typeof procedures)[number]['under'][number]) => number) =>
    procedures.reduce((sum, { under }) => sum + under.reduce((s, one) => s + of(one), 0), 0);
  return {
    ...rest,
    procedures: procedures.map(({ rules, ...its }) => ({
      ...its,
      rules: rules.map(({ inform, ...one }) => ({
        ...one,
        inform: inform.map(({ topic, reason }) => ({ topic, reason, question: findTopic(topic)!.question })),
      })),
    })),
    total: { certificates: total(() => 1), places: total((one) => one.places), moves: total((one) => one.moves) },
  };
};
