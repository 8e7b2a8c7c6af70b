/** Cases and logs of moves for tests that play any procedure: those with which the statecharts are certified. */
import type { Event, ProcedureId } from '#content/schema.ts';
import { CASES, movesOf } from '#machines/certificate/moves.ts';
import type { CaseFacts, ProcedureInput } from '#machines/findings.ts';
import { begin, judge } from '#machines/judge.ts';
import type { Procedure } from '#machines/procedures/index.ts';

export const casesOf = (id: ProcedureId): [CaseFacts, ...CaseFacts[]] => [...CASES[id]] as [CaseFacts, ...CaseFacts[]];

/** A log that the picks lead to: each takes one of the moves that the situation takes, or, one time in eight, any move at all. */
export function logOf(procedure: Procedure, input: ProcedureInput, picks: readonly number[]): Event[] {
  const all = movesOf(procedure);
  let snapshot = begin(procedure, input);
  return picks.flatMap((pick) => {
    const taken = all.filter((move) => procedure.machine.getTransitionData(snapshot, move).length);
    const from = pick % 8 === 0 || !taken.length ? all : taken;
    const move = from[Math.floor(pick / 8) % from.length];
    if (!move) return [];
    snapshot = judge(procedure, snapshot, move).next;
    return [move];
  });
}
