/** Every procedure, and what judging a move in it needs. */
import type { ProcedureId } from '#content/schema.ts';
import { complaint } from './complaint.ts';
import { dualProcess } from './dual-process.ts';
import { events } from './events.ts';
import { exclusion } from './exclusion.ts';
import { icpc } from './icpc.ts';
import { preBirth } from './pre-birth.ts';
import type { Machine, Procedure } from './procedure.ts';
import { review } from './review.ts';

export type { Machine, Procedure, ProcedureSnapshot, SituationMeta } from './procedure.ts';

interface Node {
  ownEvents: readonly unknown[];
  states: Readonly<Record<string, Node>>;
}
const taken = ({ ownEvents, states }: Node): readonly unknown[] => [...ownEvents, ...Object.values(states).flatMap(taken)];

/** @param machine whose moves are listed in the order of events.ts */
function of(id: ProcedureId, title: string, machine: unknown): Procedure {
  const known = new Set(taken((machine as Machine).root));
  return { id, title, machine: machine as Machine, events: Object.fromEntries(Object.entries(events).filter(([type]) => known.has(type))) };
}

/** The six procedures by their ids, in the order of `PROCEDURES` in content/schema.ts. */
export const procedures = {
  icpc: of('icpc', 'Initial child protection conference', icpc),
  review: of('review', 'Child protection review conference', review),
  'pre-birth': of('pre-birth', 'Pre-birth conference', preBirth),
  'dual-process': of('dual-process', 'Conference and plan of a looked after child', dualProcess),
  exclusion: of('exclusion', 'Exclusion from a conference', exclusion),
  complaint: of('complaint', 'Complaint about a conference', complaint),
} as const satisfies Record<ProcedureId, Procedure>;

/**
 * A procedure by its id.
 * @throws RangeError for one that does not exist
 */
export function procedure(id: string): Procedure {
  const found = Object.hasOwn(procedures, id) ? procedures[id as ProcedureId] : undefined;
  if (!found) throw new RangeError(`“${id}” is not a procedure: expected ${Object.keys(procedures).join(', ')}`);
  return found;
}
