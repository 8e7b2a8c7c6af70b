/** The statechart of one procedure, and of no other: each comes as a script of its own. */
import type { ProcedureId } from '#content/schema.ts';
import type { Procedure } from '#machines/index.ts';
import type { Pack } from './pack.ts';

const MACHINES: Record<ProcedureId, () => Promise<unknown>> = {
  icpc: async () => (await import('#machines/procedures/icpc.ts')).icpc,
  review: async () => (await import('#machines/procedures/review.ts')).review,
  'pre-birth': async () => (await import('#machines/procedures/pre-birth.ts')).preBirth,
  'dual-process': async () => (await import('#machines/procedures/dual-process.ts')).dualProcess,
  exclusion: async () => (await import('#machines/procedures/exclusion.ts')).exclusion,
  complaint: async () => (await import('#machines/procedures/complaint.ts')).complaint,
};

/** What its moves are called comes later, and apart. @throws where its script cannot be had: offline, and not kept yet */
export const procedureOf = async (of: Pack['procedure']): Promise<Procedure> => ({
  ...of,
  events: {},
  machine: (await MACHINES[of.id]()) as Procedure['machine'],
});
