/** The comparison as it stands in the page: its rows, what each cell says, and the same as rows of a spreadsheet. */
import type { RulebookId } from '#content/schema.ts';
import { TILES } from '../vocabulary.ts';
import { CONTRADICTS, ELSEWHERE, SILENT, UNCOVERED, type Row, type View } from './view.ts';

export interface Line {
  tr: HTMLTableRowElement;
  procedure: string;
  stage: string;
  subject: string;
  said: string;
  /** The question, then what each rulebook says, in small letters. */
  texts: readonly string[];
}

/** What a cell begins with where it is no answer. */
const BEGINNINGS: readonly (readonly [words: string, letter: string])[] = [
  ['Silent', SILENT],
  ['Not covered', UNCOVERED],
  ['Elsewhere', ELSEWHERE],
  ['Contradicts itself', CONTRADICTS],
];
const letterOf = (cell: Element) => BEGINNINGS.find(([words]) => cell.textContent.trim().startsWith(words))?.[1];

/** A letter for each cell; where the page does not say who says the same, every answer is another. */
function saidBy(tr: HTMLTableRowElement): string {
  let answers = 0;
  return tr.dataset.said ?? [...tr.cells].slice(1).map((cell) => letterOf(cell) ?? String(answers++)).join(''); // prettier-ignore
}

export const lines = (root: ParentNode): Line[] =>
  [...root.querySelectorAll<HTMLTableRowElement>('tbody tr')].map((tr) => ({
    tr,
    procedure: tr.closest('section')!.id,
    stage: tr.closest('[data-stage]')!.getAttribute('data-stage')!,
    subject: tr.closest('table')!.dataset.subject!,
    said: saidBy(tr),
    texts: [...tr.cells].map((cell) => cell.textContent.toLowerCase()),
  }));

const compared = ({ books }: View) => TILES.map(({ id }) => !books.length || books.includes(id));

/** A line as a view looks at it: only what is compared can have the words asked for. */
export const rowOf = ({ said, procedure, subject, texts }: Line, view: View): Row => {
  const chosen = compared(view);
  return { said, procedure, subject, text: texts.filter((_, at) => !at || chosen[at - 1]).join(' ') };
};

export interface Said {
  answer: string;
  force: string;
  clauses: string;
  comparison: string;
}

/** What stands in a cell: words, the force after them, the clauses as links, notes; each reading of several in a line of its own. */
export function read(cell: Element): Said {
  const answers = [''];
  const forces: string[] = [];
  const clauses: string[] = [];
  const notes: string[] = [];
  for (const node of cell.childNodes) {
    const words = (node.textContent ?? '').replace(/\s+/g, ' ');
    const name = node.nodeName;
    if (name === 'BR') answers.push('');
    else if (name === 'I') forces.push(words);
    else if (name === 'A') clauses.push(words);
    else if (name === 'SMALL') {
      if (!(node as HTMLElement).hidden) notes.push(words);
    } else if (words.trim() !== ';') answers[answers.length - 1] += words;
  }
  return {
    answer: answers.map((one) => one.trim()).join(' / '),
    force: forces.join(' / '),
    clauses: clauses.join('; '),
    comparison: notes.join('; '),
  };
}

export const HEADER = [
  'Procedure',
  'Stage',
  'Subject',
  'Question',
  'Rulebook',
  'Edition',
  'Force',
  'Answer',
  'Comparison',
  'Clauses',
  'Citation',
];

/** The edition of a rulebook, and how it is named in a citation. */
export type Editions = Record<RulebookId, { document: string; edition: string }>;

/**
 * A row for every rulebook in view on every question in view.
 * @param called a procedure, stage or subject by its id, as the page names it
 */
export function records(
  shown: readonly Line[],
  view: View,
  editions: Editions,
  called: (line: Line) => readonly [string, string, string],
): string[][] {
  const chosen = compared(view);
  return shown.flatMap((line) =>
    TILES.flatMap(({ id, name }, at) => {
      if (!chosen[at]) return [];
      const { answer, force, clauses, comparison } = read(line.tr.cells[at + 1]!);
      const { document, edition } = editions[id];
      const citation = clauses && `${document}, ${clauses}. ${edition}.`;
      const question = line.tr.cells[0]!.querySelector('a')!.textContent;
      return [[...called(line), question, name, edition, force, answer, comparison, clauses, citation]];
    }),
  );
}
