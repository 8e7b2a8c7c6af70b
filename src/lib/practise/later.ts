/** What is worked out a moment after a verdict is on screen, once for each move. */
import type { Procedure, Rehearsed, RemedyStep } from '#machines/index.ts';
import type * as afterwards from './after.ts';
import type { Across } from './after.ts';
import type { After, Book } from './pack.ts';

export interface Later {
  show: typeof afterwards;
  /** `undefined` where the other rulebooks cannot be had: offline, and not kept yet. */
  across: readonly Across[] | undefined;
  moves: After['moves'];
  /** Given where the last move departed, or something is to be put right. */
  way: readonly RemedyStep[];
}

/** Resolves once the browser has painted what it has. */
export const painted = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** @param departed whether the last move did */
export async function later(
  procedure: Procedure,
  books: readonly Book[],
  { made, snapshot, decision }: Rehearsed,
  departed: boolean,
  fetchAfter: () => Promise<After>,
): Promise<Later> {
  await painted();
  const [show, after] = await Promise.all([import('./after.ts'), fetchAfter().catch(() => undefined)]);
  return {
    show,
    across: after && show.across(procedure, books, made, after),
    moves: after?.moves ?? {},
    way: departed || snapshot.hasTag('remedy') ? show.wayOn(procedure, snapshot, decision?.moves.map((move) => move.event.type) ?? []) : [],
  };
}
