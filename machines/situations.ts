import type { AnyStateNode } from 'xstate';
import type { TopicId } from '#content/schema.ts';
import type { Procedure, ProcedureSnapshot } from './procedures/index.ts';
import type { SituationMeta } from './procedures/procedure.ts';

/** A situation's name: the path of its state below the procedure, such as `preparing.day.late`. */
export const situationOf = (node: { path: readonly string[] }): string => node.path.join('.');

/** Every situation of a procedure, in the order of the statechart. */
export function situations(procedure: Procedure): readonly string[] {
  const below = (node: AnyStateNode): string[] => Object.values(node.states).flatMap((child) => [situationOf(child), ...below(child)]);
  return below(procedure.machine.root);
}

/** The situations that hold now, the outermost first. */
export const present = (snapshot: ProcedureSnapshot): readonly string[] =>
  snapshot._nodes.filter((node) => node.path.length > 0).map(situationOf);

/** The topics that govern what is to be put right now; none where nothing is. */
export const remedied = (snapshot: ProcedureSnapshot): readonly TopicId[] =>
  snapshot._nodes.filter((node) => node.tags.includes('remedy')).flatMap((node) => (node.meta as SituationMeta | undefined)?.topics ?? []);
