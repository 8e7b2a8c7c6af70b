/** Every procedure that has a statechart, with what judging a move in it needs. */
import { icpc, icpcActs, icpcArises, icpcClaims, icpcDates, icpcEvents } from './icpc.ts';

export const procedures = {
  icpc: {
    id: 'icpc',
    title: 'Initial child protection conference',
    machine: icpc,
    events: icpcEvents,
    acts: icpcActs,
    dates: icpcDates,
    arises: icpcArises,
    claims: icpcClaims,
  },
} as const;

export type Procedure = (typeof procedures)[keyof typeof procedures];
export type ProcedureSnapshot = ReturnType<Procedure['machine']['resolveState']>;

/** @throws RangeError for a procedure without a statechart */
export function procedure(id: string): Procedure {
  const found = Object.hasOwn(procedures, id) ? (procedures as Record<string, Procedure>)[id] : undefined;
  if (!found) throw new RangeError(`“${id}” is not a procedure with a statechart: expected ${Object.keys(procedures).join(', ')}`);
  return found;
}
