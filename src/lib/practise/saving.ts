/** Keeping runs in this browser: one for each case and rulebook. A browser that keeps nothing says so, and never breaks the page. */
import type { RulebookId } from '#content/schema.ts';
import type { Run } from './run-file.ts';

const PREFIX = 'quorate-run';
export const keyOf = (scenario: string, rulebook: string): string => `${PREFIX}:${scenario}:${rulebook}`;

type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;
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

export function save(kept: Kept | undefined, run: Run): Saved {
  if (!kept) return 'unavailable';
  try {
    kept.setItem(keyOf(run.scenario, run.rulebook), JSON.stringify(run));
    return 'kept';
  } catch {
    return 'full';
  }
}

export const load = (kept: Kept | undefined, scenario: string, rulebook: string): string | undefined =>
  kept?.getItem(keyOf(scenario, rulebook)) ?? undefined;

export function forget(kept: Kept | undefined, scenario: string, rulebook: string): void {
  kept?.removeItem(keyOf(scenario, rulebook));
}

export interface Waiting {
  scenario: string;
  rulebook: RulebookId;
  moves: number;
  savedAt: string;
}

/** The runs that wait in this browser, the latest first; what cannot be read is left for the page that owns it. */
export function waiting(kept: Kept | undefined): Waiting[] {
  if (!kept) return [];
  const found: Waiting[] = [];
  for (let i = 0; i < kept.length; i++) {
    const key = kept.key(i);
    if (!key?.startsWith(`${PREFIX}:`)) continue;
    try {
      const run = JSON.parse(kept.getItem(key) ?? '') as Run;
      if (run.log.length) found.push({ scenario: run.scenario, rulebook: run.rulebook, moves: run.log.length, savedAt: run.savedAt });
    } catch {
      continue;
    }
  }
  return found.sort((a, b) => b.savedAt.localeCompare(a.savedAt));
}
