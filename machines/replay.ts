import type { Event } from '#content/schema.ts';
import type { ProcedureInput } from './findings.ts';
import { begin, judge } from './judge.ts';
import type { Judged } from './judge.ts';
import type { Procedure, ProcedureSnapshot } from './procedures/index.ts';

export interface Step extends Judged {
  event: Event;
  before: ProcedureSnapshot;
}
export interface Replayed {
  steps: readonly Step[];
  snapshot: ProcedureSnapshot;
}

/** Everything that a log of moves comes to, from the beginning. Pure; undoing is replaying a shorter log. */
export function replay(procedure: Procedure, input: ProcedureInput, log: readonly Event[]): Replayed {
  let snapshot = begin(procedure, input);
  const steps = log.map((event): Step => {
    const before = snapshot;
    const judged = judge(procedure, before, event);
    snapshot = judged.next;
    return { event, before, ...judged };
  });
  return { steps, snapshot };
}
