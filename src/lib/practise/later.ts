/** What may come a moment after the verdict: the other rulebooks, and the way back. Each is worked out once for a log. */
import { remedy, replay } from '#machines/index.ts';
import type { CaseFacts, Procedure, ProcedureSnapshot, RemedyStep, Step, WorkingCalendar } from '#machines/index.ts';
import type { Book } from './pack.ts';

/** One run under each of the other rulebooks, move by move. */
export type Across = readonly { book: Book; steps: readonly Step[] }[];
export interface Later {
  across: Across;
  /** The last move under each of the others. */
  others: readonly { book: Book; step: Step }[];
  way: readonly RemedyStep[] | undefined;
}

/** Resolves once the browser has painted what it has. */
export const painted = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

export function across(
  procedure: Procedure,
  books: readonly Book[],
  calendar: WorkingCalendar,
  facts: CaseFacts,
  made: readonly Step[],
): Across {
  const log = made.map((m) => m.event);
  return books.map((book) => ({ book, steps: replay(procedure, { rules: book.rules, calendar, facts }, log).steps }));
}

export async function later(work: () => Across, procedure: Procedure, snapshot: ProcedureSnapshot): Promise<Later> {
  await painted();
  const all = work();
  const others = all.flatMap(({ book, steps }) => (steps.length ? [{ book, step: steps.at(-1)! }] : []));
  return { across: all, others, way: snapshot.hasTag('remedy') ? remedy(procedure, snapshot) : undefined };
}
