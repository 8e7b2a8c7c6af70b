/** The words of two paragraphs: what differs, and how alike they are. Pure. */
import { align } from './align.ts';

export interface Piece {
  kind: 'both' | 'old' | 'new';
  text: string;
}

/** Word by word: what only the old text has, what only the new one has, and what stands in both. */
export function difference(old: string, now: string): Piece[] {
  const [a, b] = [old.split(' '), now.split(' ')];
  const pairs = align(a.length, b.length, (i, j) => (a[i] === b[j] ? 1 : 0));
  /** What changed, and the words in both that follow it. */
  const runs = [{ old: [] as string[], now: [] as string[], both: [] as string[] }];
  let [i, j] = [0, 0];
  for (const [row, column] of [...pairs, [a.length, b.length] as const]) {
    if (row > i || column > j) {
      const last = runs.at(-1)!;
      const changed = { old: a.slice(i, row), now: b.slice(j, column), both: [] };
      // One little word that happens to stand in both would only break up what is to be read together.
      if (last.both.length === 1 && last.both[0]!.length < 4 && last.old.length + last.now.length) {
        last.old.push(...last.both, ...changed.old);
        last.now.push(...last.both, ...changed.now);
        last.both = [];
      } else runs.push(changed);
    }
    if (row < a.length) runs.at(-1)!.both.push(a[row]!);
    [i, j] = [row + 1, column + 1];
  }
  return runs
    .flatMap(({ old, now, both }): Piece[] => [
      { kind: 'old', text: old.join(' ') },
      { kind: 'new', text: now.join(' ') },
      { kind: 'both', text: both.join(' ') },
    ])
    .filter(({ text }) => text);
}

/** The words that carry a paragraph, whatever their endings. */
export const significant = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .filter((word) => word.length > 3 || /\d/.test(word))
      .map((word) => word.slice(0, 5)),
  );

/** From 0 to 1: how many of the significant words of the shorter text stand in the other. One or two words prove little. */
export function alike(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  let both = 0;
  for (const word of few) if (many.has(word)) both++;
  return both / Math.max(few.size, 3);
}
