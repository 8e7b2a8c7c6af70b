/** Opening a run that was kept: whatever comes in is checked by hand before anything is changed by it. Pure. */
import type { RulebookId } from '#content/schema.ts';
import type { Choice } from '#machines/index.ts';
import { NotHad } from './fetching.ts';
import type { Place, Run } from './run-file.ts';

/** Why a run cannot be opened: what is wrong, where, and how to mend it. */
export interface Problem {
  what: string;
  where: string;
  mend: string;
}
export type Opened = { run: Run; problem?: undefined } | { problem: Problem; run?: undefined };
/** What this page can play. */
export interface Here {
  scenario: { id: string; title: string; hash: string };
  books: readonly { id: RulebookId; name: string; hash: string; playable: boolean }[];
  /** @throws with a message that names the move, where the log does not fit the case */
  replay: (rulebook: RulebookId, log: readonly Choice[]) => Promise<void>;
}

const PLACES: readonly Place[] = ['question', 'verdict', 'debrief'];
/** Bytes or characters: no run comes near it. */
export const LARGEST = 1_000_000;
const AGAIN = 'Download the run again from where you played it, or choose another file.';
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const problem = (what: string, where: string, mend: string): Opened => ({ problem: { what, where, mend } });
const shown = (value: unknown) =>
  value === undefined ? 'nothing' : `“${(typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 40)}”`;

/** “line 3, character 12”, as far as the browser tells it; else where it begins wrongly, or that this is not known. */
function lineOf(text: string, message: string): string {
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
  if (line && column) return `line ${line}, character ${column}`;
  const at = /position (\d+)/.exec(message)?.[1] ?? (/end of|EOF/i.test(message) ? text.length : undefined);
  if (at !== undefined) {
    const before = text.slice(0, Number(at)).split('\n');
    return `line ${before.length}, character ${(before.at(-1)?.length ?? 0) + 1}`;
  }
  const start = text.trimStart();
  if (!start.startsWith('{')) return `line 1: it begins with “${start.slice(0, 12).trim()}”, and a run begins with “{”`;
  return 'somewhere in its text; this browser does not tell the place';
}

/** What is no text shows as signs that no text has. */
// eslint-disable-next-line no-control-regex -- these are the signs that are looked for
const NO_TEXT = /[\u0000-\u0008\u000e-\u001f\ufffd]/;

/** The log of a run; a string says which entry is wrong. */
function choices(log: unknown): Choice[] | string {
  if (!Array.isArray(log)) return 'field “log”';
  const list: unknown[] = log;
  const bad = list.findIndex((entry) => !isRecord(entry) || typeof entry.decision !== 'string' || !Number.isInteger(entry.move) || (entry.move as number) < 0); // prettier-ignore
  if (bad >= 0) return `field “log”, move ${bad + 1}`;
  return (list as Choice[]).map(({ decision, move }) => ({ decision, move }));
}

/**
 * Reads a run and holds it against what is here. Nothing is opened in part.
 * @throws NotHad where what is needed to judge it cannot be had
 */
export async function readRun(text: string, here: Here): Promise<Opened> {
  if (text.length > LARGEST) return problem('The file is far too large for a run.', `${Math.round(text.length / 1000)} kB`, 'Choose a file that Quorate downloaded: its name begins with “quorate-run”.'); // prettier-ignore
  const odd = NO_TEXT.exec(text);
  if (odd) return problem('This is not a run of Quorate: what is in the file is not text.', `character ${odd.index + 1}`, 'Choose a file that Quorate downloaded: its name begins with “quorate-run”.'); // prettier-ignore
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return problem(
      text.trim() ? 'The file is damaged: it cannot be read as a run.' : 'The file is empty.',
      lineOf(text, String(error)),
      AGAIN,
    );
  }
  if (!isRecord(data) || data.format !== 'quorate-run')
    return problem('This is not a run of Quorate.', `field “format”: ${shown(isRecord(data) ? data.format : undefined)}`, 'Choose a file that Quorate downloaded: its name begins with “quorate-run”.'); // prettier-ignore
  if (data.version !== 1)
    return problem('The run was saved by another version of Quorate.', `field “version”: ${shown(data.version)}; this page reads version 1`, 'Reload this page to have the newest version, then open the file again.'); // prettier-ignore

  for (const field of ['scenario', 'scenarioHash', 'rulebook', 'edition', 'savedAt'] as const)
    if (typeof data[field] !== 'string')
      return problem('The run is damaged: a part of it is missing.', `field “${field}”: ${shown(data[field])}`, AGAIN);
  const log = choices(data.log);
  if (typeof log === 'string') return problem('The run is damaged: its moves cannot be read.', log, AGAIN);

  const { scenario, books } = here;
  if (data.scenario !== scenario.id)
    return problem('The run belongs to another case.', `field “scenario”: ${shown(data.scenario)}; this page plays “${scenario.id}”`, 'Open it on the page of that case.'); // prettier-ignore
  const book = books.find((b) => b.id === data.rulebook && b.playable);
  if (!book)
    return problem(`The case cannot be played under ${shown(data.rulebook)}.`, 'field “rulebook”', `It can be played under ${books.filter((b) => b.playable).map((b) => b.name).join(', ')}.`); // prettier-ignore
  if (data.scenarioHash !== scenario.hash)
    return problem(`“${scenario.title}” has been changed since this run was saved, so its moves may no longer mean what they did.`, `field “scenarioHash”: ${shown(data.scenarioHash)}; the case is now “${scenario.hash}”`, 'Play it again from the start. The file still says which moves were made.'); // prettier-ignore
  if (data.edition !== book.hash)
    return problem(`The run was judged by another edition of ${book.name}.`, `field “edition”: ${shown(data.edition)}; here it is “${book.hash}”`, 'Play it again from the start. The file still says which moves were made.'); // prettier-ignore
  try {
    await here.replay(book.id, log);
  } catch (error) {
    if (error instanceof NotHad) throw error;
    return problem('The moves do not fit the case.', `field “log”: ${error instanceof Error ? error.message : String(error)}`, AGAIN);
  }
  const at = PLACES.find((p) => p === data.at) ?? 'verdict';
  const { scenarioHash, edition, savedAt } = data as unknown as Run;
  return { run: { format: 'quorate-run', version: 1, scenario: scenario.id, scenarioHash, rulebook: book.id, edition, log, at, savedAt } };
}
