/** What may come a moment after the verdict: the other rulebooks, and the way back. Each is worked out once for a log. */
import { remedy, underRules } from '#machines/index.ts';
import type { Procedure, ProcedureSnapshot, RemedyStep, Step } from '#machines/index.ts';
import type { Book } from './pack.ts';

/** The moves of a run as each of the other rulebooks judges them, each in the situation in which it was made. */
export type Across = readonly { book: Book; steps: readonly Step[] }[];
export interface Later {
  across: Across;
  /** The last move under each of the others. */
  others: readonly { book: Book; step: Step }[];
  way: readonly RemedyStep[] | undefined;
}

/** Resolves once the browser has painted what it has. */
export const painted = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

export const across = (procedure: Procedure, books: readonly Book[], made: readonly Step[]): Across =>
  books.map((book) => ({ book, steps: underRules(procedure, made, book.rules) }));

export async function later(work: () => Across, procedure: Procedure, snapshot: ProcedureSnapshot): Promise<Later> {
  await painted();
  const all = work();
  const others = all.flatMap(({ book, steps }) => (steps.length ? [{ book, step: steps.at(-1)! }] : []));
  return { across: all, others, way: snapshot.hasTag('remedy') ? remedy(procedure, snapshot) : undefined };
}
