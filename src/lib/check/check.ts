/** One document held against one rulebook: is it that document, is it whole, and what has changed. */
import type { RulebookId } from '#content/schema.ts';
import { compare, type Comparison, type Hints } from './compare.ts';
import { cut } from './cutter.ts';
import { families } from './families/index.ts';
import { printed, type Print } from './fingerprint.ts';
import type { Line } from './lines.ts';

/** Clauses in a row that are not in the document. */
export interface Hole {
  first: string;
  last: string;
  clauses: number;
  /** The last clause that is there, where nothing comes after the hole. */
  endsAfter?: string;
}
export type Checked =
  | { other?: undefined; comparison: Comparison; holes: Hole[] }
  /** Another document: how many clauses were found all the same, and which rulebook it looks like. */
  | { other: { found: number; like: RulebookId | undefined } };

/** A single section that was taken out is not worth a warning; a page that is missing is. */
const NOTABLE = 8;

function holesIn(model: readonly Print[], { gone, added }: Comparison): Hole[] {
  const missing = new Set(gone);
  const holes: Hole[] = [];
  for (let i = 0; i < model.length; i++) {
    if (!missing.has(model[i]!.id)) continue;
    let end = i;
    while (model[end + 1] && missing.has(model[end + 1]!.id)) end++;
    const before = model[i - 1]?.id;
    const ends = end === model.length - 1 && before !== undefined && !added.some(({ after }) => after === before);
    if (end - i + 1 >= (ends ? NOTABLE / 2 : NOTABLE))
      holes.push({ first: model[i]!.id, last: model[end]!.id, clauses: end - i + 1, ...(ends ? { endsAfter: before } : {}) });
    i = end;
  }
  return holes;
}

/** @param words a clause's words in another edition, or our restatement: they tell which of two paragraphs is the one that changed */
export async function check(
  rulebook: RulebookId,
  model: readonly Print[],
  lines: readonly Line[],
  words: Pick<Hints, 'wordsOf' | 'exact'> = {},
): Promise<Checked> {
  const family = families[rulebook];
  const units = await printed(cut(family, lines), model, family);
  const comparison = compare(model, units, { ...words, numbered: family.numbersClauses });
  const sameWords = new Set([...comparison.unchanged, ...comparison.moved].map(({ id }) => id));
  const ids = new Set(units.map(({ id }) => id));
  const same = sameWords.size;
  const found = model.filter(({ id }) => sameWords.has(id) || ids.has(id)).length;
  const likeness = Object.entries(families).map(([id, { likeness }]) => ({ id: id as RulebookId, by: likeness(lines) }));
  const own = likeness.find(({ id }) => id === rulebook)!.by;
  const [best] = likeness.filter(({ id, by }) => id !== rulebook && by > own + 0.25).sort((a, b) => b.by - a.by);
  const few = found < model.length / 4;
  // Numbers such as 1 and 2 stand in any document, and one rulebook may have borrowed from another.
  const strange = own < 0.25 && (same < model.length / 20 || (best && found < model.length / 2));
  if (few || strange) return { other: { found, like: best?.id } };
  // What stands before the first heading is the page around the document.
  const added = comparison.added.filter(({ id }) => !id.startsWith('preamble.'));
  return { comparison: { ...comparison, added }, holes: holesIn(model, comparison) };
}
