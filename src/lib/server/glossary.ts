/** The words of the documents: the glossary as its page shows it, and where one of its terms stands in a text. */
import type { Term } from '#content/schema.ts';
import { content, findTopic, rulebooks } from './content.ts';
import { typesetAll } from './typeset.ts';

export const glossary: readonly Term[] = typesetAll(content.glossary);

/** A piece of a text: words, or words that a term of the glossary explains. */
export type Piece = { text: string; term?: string };
type Find = { at: number; length: number; term: string };

const WORD = /[\p{L}\p{N}]/u;
/** What may stand before or after a term: not a letter, nor what would make it a part of an address or of a longer word. */
const apart = (neighbour: string | undefined) => neighbour === undefined || !(WORD.test(neighbour) || '@/_'.includes(neighbour));

/** The forms of all terms, under the first letters of each, the longest first. */
const forms = new Map<string, { form: string; exact: boolean; term: string }[]>();
for (const { id, term, synonyms } of glossary)
  for (const form of [term, ...synonyms]) {
    const key = form.slice(0, 2).toLowerCase();
    // A name keeps its capitals: “the List” is not any list.
    forms.set(key, [...(forms.get(key) ?? []), { form, exact: form !== form.toLowerCase(), term: id }]);
  }
for (const of of forms.values()) of.sort((a, b) => b.form.length - a.form.length);

/** The first place of each term in a text: whole words, with a plural s at most, and of two that overlap the longer. Pure. */
export function termsIn(text: string): Find[] {
  const found = new Map<string, Find>();
  const lower = text.toLowerCase();
  for (let at = 0; at < text.length; at++) {
    if (!apart(text[at - 1]) || text[at - 1] === '-' || text[at - 1] === '.') continue;
    for (const { form, exact, term } of forms.get(lower.slice(at, at + 2)) ?? []) {
      if (!(exact ? text : lower).startsWith(form, at)) continue;
      const plural = text[at + form.length] === 's' ? 1 : 0;
      const length = form.length + plural;
      if (!apart(text[at + length])) continue;
      if (!found.has(term)) found.set(term, { at, length, term });
      at += length - 1;
      break;
    }
  }
  return [...found.values()];
}

/** In how many restatements each term stands. */
const spread = new Map<string, number>();
for (const { clauses } of rulebooks)
  for (const { restatement } of clauses) for (const { term } of termsIn(restatement)) spread.set(term, (spread.get(term) ?? 0) + 1);

/**
 * A text without links of its own, cut where a term of the glossary stands for the first time.
 * @param most so many terms at most: the rarest, since a reader knows what stands on every page
 */
export function marked(text: string, most = 3): Piece[] {
  const kept = termsIn(text)
    .sort((a, b) => (spread.get(a.term) ?? 0) - (spread.get(b.term) ?? 0))
    .slice(0, most)
    .sort((a, b) => a.at - b.at);
  const pieces: Piece[] = [];
  let from = 0;
  for (const { at, length, term } of kept) {
    if (at > from) pieces.push({ text: text.slice(from, at) });
    pieces.push({ text: text.slice(at, at + length), term });
    from = at + length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}

/** Synonyms that are more than a plural, a hyphen or a capital of the term, or of one before them. */
function unlike(term: string, synonyms: readonly string[]): string[] {
  const bare = (word: string) =>
    word
      .toLowerCase()
      .replaceAll('-', ' ')
      .replace(/(es|s)+$/, '')
      .replace(/e$/, '');
  const seen = new Set([bare(term)]);
  return synonyms.filter((word) => seen.size < seen.add(bare(word)).size);
}

/** The glossary under the first letters of its terms, each with the clauses that use it, in the order of the tiles, and its questions. */
export function alphabet() {
  const letters = new Map<string, typeof shown>();
  const shown = glossary.map(({ id, term, basis, means, synonyms, clauses, topics }) => ({
    id,
    term,
    basis,
    means,
    synonyms: unlike(term, synonyms),
    clauses: rulebooks.flatMap((r) => (clauses[r.id] ? [{ rulebook: r.id, ids: clauses[r.id]! }] : [])),
    topics: topics.map((topic) => ({ id: topic, question: findTopic(topic)!.question })),
  }));
  for (const one of shown) {
    const letter = one.term.replace(/^the /i, '').charAt(0).toUpperCase();
    letters.set(letter, [...(letters.get(letter) ?? []), one]);
  }
  return [...letters].sort(([a], [b]) => a.localeCompare(b)).map(([letter, terms]) => ({ letter, terms }));
}
