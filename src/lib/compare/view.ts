/** A view of the comparison: which rows and columns somebody wants to see, as it stands in the address. Pure. */
import type { ProcedureId, RulebookId } from '#content/schema.ts';
import { PROCEDURE, SUBJECT, TILES } from '../vocabulary.ts';

export const SHOWS = ['all', 'differences', 'silences', 'contradictions'] as const;
export type Show = (typeof SHOWS)[number];

export interface View {
  show: Show;
  procedure: ProcedureId | '';
  subject: string;
  /** Those to compare; all five where none is named. */
  books: readonly RulebookId[];
  /** Words that a row must have, all of them. */
  words: string;
}

/** What a rulebook does on a topic, in a letter; those that say the same have the same digit. */
export const SILENT = '-';
export const UNCOVERED = '.';
export const ELSEWHERE = '~';
export const CONTRADICTS = '!';

export interface Row {
  /** A letter for each rulebook, in the order of the tiles. */
  said: string;
  procedure: string;
  subject: string;
  /** All that it says, in small letters. */
  text: string;
}

const oneOf = <T extends string>(all: readonly T[], value: string | null): T | undefined => all.find((one) => one === value);

/** @param query of an address, as anybody may have typed it: what is unknown is left out */
export function readView(query: string): View {
  const asked = new URLSearchParams(query);
  const books = (asked.get('books') ?? '').split(',');
  return {
    show: oneOf(SHOWS, asked.get('show')) ?? 'all',
    procedure: oneOf(Object.keys(PROCEDURE) as ProcedureId[], asked.get('procedure')) ?? '',
    subject: oneOf(Object.keys(SUBJECT), asked.get('subject')) ?? '',
    books: TILES.map(({ id }) => id).filter((id) => books.includes(id)),
    words: (asked.get('words') ?? '').trim(),
  };
}

/** The query of a view, with its question mark; empty for everything. */
export function writeView({ show, procedure, subject, books, words }: View): string {
  const asked = new URLSearchParams();
  if (show !== 'all') asked.set('show', show);
  if (procedure) asked.set('procedure', procedure);
  if (subject) asked.set('subject', subject);
  if (books.length) asked.set('books', books.join(','));
  if (words) asked.set('words', words);
  const query = asked.toString().replaceAll('%2C', ',');
  return query && `?${query}`;
}

/** Whether a view leaves rows out. */
export const narrows = ({ show, procedure, subject, words }: View): boolean => show !== 'all' || !!procedure || !!subject || !!words;

/**
 * Whether a row is in view. *Differences*: two or more of those compared answer, and not all alike. *Silences*: one of them at least does not say,
 * though its document covers the matter. *Contradictions*: one of them gives two answers.
 */
export function inView({ said, procedure, subject, text }: Row, view: View): boolean {
  if (view.procedure && procedure !== view.procedure) return false;
  if (view.subject && subject !== view.subject) return false;
  if (
    !view.words
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word))
  )
    return false;
  const letters = [...said].filter((_, at) => !view.books.length || view.books.includes(TILES[at]!.id));
  switch (view.show) {
    case 'differences': {
      const answers = letters.filter((letter) => letter === CONTRADICTS || /\d/.test(letter));
      return answers.length > 1 && (new Set(answers).size > 1 || answers.includes(CONTRADICTS));
    }
    case 'silences':
      return letters.includes(SILENT);
    case 'contradictions':
      return letters.includes(CONTRADICTS);
    case 'all':
      return true;
  }
}
