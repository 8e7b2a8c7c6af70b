/**
 * Keeping runs in this browser: one for each case and rulebook, and beside it those that were set aside for another. Nothing that was
 * kept is written over without being set aside first. A browser that keeps nothing says so, and never breaks the page.
 */
import type { RulebookId } from '#content/schema.ts';
import type { Choice } from '#machines/index.ts';
import type { Run } from './run-file.ts';

const PREFIX = 'quorate-run';
const ASIDE = 'quorate-aside';
export const keyOf = (scenario: string, rulebook: string): string => `${PREFIX}:${scenario}:${rulebook}`;

export type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;
/** What became of saving: `kept`, or why not. */
export type Saved = 'kept' | 'unavailable' | 'full';

/** This browser's storage, or `undefined` where it is switched off. */
export function storage(): Kept | undefined {
  try {
    const found = window.localStorage;
    found.getItem(PREFIX);
    return found;
  } catch {
    return undefined;
  }
}

function write(kept: Kept | undefined, key: string, text: string): Saved {
  if (!kept) return 'unavailable';
  try {
    kept.setItem(key, text);
    return 'kept';
  } catch {
    return 'full';
  }
}
export const save = (kept: Kept | undefined, run: Run): Saved => write(kept, keyOf(run.scenario, run.rulebook), JSON.stringify(run));

export const load = (kept: Kept | undefined, scenario: string, rulebook: string): string | undefined =>
  kept?.getItem(keyOf(scenario, rulebook)) ?? undefined;

function read(text: string): Partial<Run> {
  try {
    return (JSON.parse(text) ?? {}) as Partial<Run>;
  } catch {
    return {};
  }
}
/** The moves of what was kept; `undefined` where it cannot be read as a run. */
function movesOf(text: string): readonly Choice[] | undefined {
  const { log } = read(text);
  return Array.isArray(log) ? log : undefined;
}
const keys = (kept: Kept, prefix: string) =>
  Array.from({ length: kept.length }, (_, i) => kept.key(i) ?? '').filter((key) => key.startsWith(`${prefix}:`));

/** Whether one run is another, or the beginning of it: nothing of it is lost where the other is kept. */
export const begins = (one: readonly Choice[], other: readonly Choice[]): boolean =>
  one.every(({ decision, move }, i) => other[i]?.decision === decision && other[i].move === move);

/** A run that had to make way for another, as it was kept. */
export interface Aside {
  key: string;
  text: string;
  /** None for what cannot be read as a run: it can still be downloaded. */
  run: (Pick<Run, 'rulebook' | 'savedAt'> & { moves: number }) | undefined;
}

/**
 * Sets aside the run that is kept for a case and rulebook, where there is one.
 * @param now ISO 8601
 * @param besides the run that takes its place: what that one holds already need not be set aside
 * @returns the key under which it now lies; `nothing` where nothing would be lost, or why it could not be set aside
 */
export function setAside(
  kept: Kept | undefined,
  scenario: string,
  rulebook: string,
  now: string,
  besides: readonly Choice[] = [],
): { key: string } | 'nothing' | 'full' {
  const text = load(kept, scenario, rulebook);
  if (!kept || text === undefined) return 'nothing';
  const moves = movesOf(text);
  if (moves && begins(moves, besides)) return 'nothing';
  const prefix = `${ASIDE}:${scenario}:${rulebook}`;
  // A run that only went further takes the place of its own beginning.
  const shorter = keys(kept, prefix).filter((key) => {
    const its = movesOf(kept.getItem(key) ?? '');
    return moves && its ? begins(its, moves) : kept.getItem(key) === text;
  });
  const key = `${prefix}:${now}`;
  if (write(kept, key, text) === 'full') return 'full';
  for (const old of shorter) if (old !== key) kept.removeItem(old);
  return { key };
}

/** The runs of a case that were set aside, the latest first. */
export function asides(kept: Kept | undefined, scenario: string): Aside[] {
  if (!kept) return [];
  const found = keys(kept, `${ASIDE}:${scenario}`).map((key): Aside => {
    const text = kept.getItem(key) ?? '';
    const moves = movesOf(text);
    const { rulebook, savedAt } = read(text);
    return { key, text, run: moves && rulebook && savedAt ? { rulebook, savedAt, moves: moves.length } : undefined };
  });
  return found.sort((a, b) => timeOf(b.key).localeCompare(timeOf(a.key)));
}
/** When it was set aside: the end of its key, which has colons of its own. */
const timeOf = (key: string) => key.split(':').slice(3).join(':');

export function forget(kept: Kept | undefined, key: string): void {
  kept?.removeItem(key);
}

export interface Waiting {
  scenario: string;
  rulebook: RulebookId;
  moves: number;
  savedAt: string;
  /** How many runs of this case and rulebook lie set aside. */
  aside: number;
}

/** The runs that wait in this browser, the latest first; what cannot be read is left for the page that owns it. */
export function waiting(kept: Kept | undefined): Waiting[] {
  if (!kept) return [];
  const aside = (scenario: string, rulebook: string) => keys(kept, `${ASIDE}:${scenario}:${rulebook}`).length;
  const running = keys(kept, PREFIX).flatMap((key) => {
    const run = read(kept.getItem(key) ?? '');
    const moves = Array.isArray(run.log) ? run.log.length : 0;
    const { scenario, rulebook, savedAt } = run;
    if (!scenario || !rulebook || !savedAt) return [];
    const its = { scenario, rulebook, moves, savedAt, aside: aside(scenario, rulebook) };
    return moves || its.aside ? [its] : [];
  });
  return running.sort((a, b) => b.savedAt.localeCompare(a.savedAt));
}
