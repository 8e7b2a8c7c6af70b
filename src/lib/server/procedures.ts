/** What the pages of a procedure show: its map in two widths or three, its outline, and the questions that belong to no one situation. */
import type { ProcedureId, Rulebook } from '#content/schema.ts';
import type { Procedure } from '#machines/index.ts';
import { content, STAGES } from './content.ts';
import { draw } from './drawing.ts';
import { looksOf } from './looks.ts';
import { outline } from './outline.ts';

const topics = new Map(content.topics.map((topic) => [topic.id, topic]));

/** How many of a procedure's questions a rulebook answers, leaves to another document, or does not speak of. */
export function answered({ rules }: Pick<Rulebook, 'rules'>, procedure: ProcedureId) {
  const of = content.topics.filter((topic) => topic.procedure === procedure).map((topic) => rules[topic.id]?.status ?? 'silent');
  const count = (...statuses: string[]) => of.filter((status) => statuses.includes(status)).length;
  return { total: of.length, stated: count('stated', 'conflicting'), elsewhere: count('elsewhere'), silent: count('silent') };
}

export function charted(procedure: Procedure, rulebook?: Rulebook) {
  const rules = rulebook?.rules;
  const of = rulebook ? { rulebook } : {};
  const written = outline(procedure, { topics, ...(rules ? { rules } : {}) });
  const named = new Set(
    written.stages
      .flatMap(({ situations }) => situations.flatMap((s) => [s, ...s.parts]))
      .flatMap(({ topics: own, moves }) => [...own, ...moves.flatMap((move) => move.topics)])
      .map((t) => t.id),
  );
  return {
    maps: looksOf(procedure.id).map((look) => ({ look, drawing: draw(procedure, { look, ...of }) })),
    outline: written,
    others: STAGES.map((stage) => ({
      stage,
      topics: content.topics.filter((t) => t.procedure === procedure.id && t.stage === stage && !named.has(t.id)).map(({ id, question }) => ({ id, question })),
    })).filter((s) => s.topics.length),
  }; // prettier-ignore
}
