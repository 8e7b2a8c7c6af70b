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

const EMPTY = new Set(
  'that this these those with from which have been being will would shall should must their there they them than then when where what into such also each other only upon were your about'
    .split(' ')
    .map((word) => word.slice(0, 5)),
);

/** The words that carry a paragraph, whatever their endings: longer ones, figures, and abbreviations such as GP. */
export const significant = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .split(/[^A-Za-z0-9]+/)
      .filter((word) => word.length > 3 || /\d|^[A-Z]{2,}$/.test(word))
      .map((word) => word.toLowerCase().slice(0, 5))
      .filter((word) => !EMPTY.has(word)),
  );

/** What a word tells of the paragraph that it stands in, from 0 to 1: *conference* little, *incarcerated* much. */
export function weigher(paragraphs: Iterable<ReadonlySet<string>>): (word: string) => number {
  let all = 0;
  const having = new Map<string, number>();
  for (const paragraph of paragraphs) {
    all++;
    for (const word of paragraph) having.set(word, (having.get(word) ?? 0) + 1);
  }
  const rarest = Math.log(all + 1);
  return (word) => 1 - Math.log(having.get(word) ?? 1) / rarest;
}

/** How much a text must say to be compared as a whole: one word proves little, and one that stands everywhere nothing. */
const ENOUGH = 2;

/** From 0 to 1: how much of what the shorter text says stands in the other. */
export function alike(one: ReadonlySet<string>, other: ReadonlySet<string>, weight: (word: string) => number = () => 1): number {
  const says = (words: Iterable<string>) => [...words].reduce((sum, word) => sum + weight(word), 0);
  const [few, many] = says(one) < says(other) ? [one, other] : [other, one];
  return says([...few].filter((word) => many.has(word))) / Math.max(says(few), ENOUGH);
}
