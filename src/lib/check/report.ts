/** What came of a check, as rows for the page and for a report to take away. Pure. */
import { capital, listed, PROCEDURE } from '../vocabulary.ts';
import type { Comparison } from './compare.ts';
import { restingOn, type Backing } from './model.ts';
import { alike, significant } from './words.ts';

export type State = 'changed' | 'added' | 'gone' | 'moved';
export interface Finding {
  state: State;
  /** The clause of the model; of a new paragraph, its own id in the document. */
  id: string;
  /** Its id in the document, where that is another one. */
  there?: string;
  /** The clause after which a new paragraph stands. */
  after?: string;
  /** Its words in the document. */
  now?: string;
  /** Its words in the other edition, where there are two. */
  before?: string;
}

/** @param earlier the other edition, held against the same model: its words are the old ones */
export function findings(later: Comparison, earlier?: Comparison): Finding[] {
  const old = new Map(earlier && [...earlier.unchanged, ...earlier.moved, ...earlier.changed].map(({ id, unit }) => [id, unit.text]));
  const addedBefore = earlier?.added ?? [];
  /** What was new in the other edition already, in the same words or nearly. */
  const newBefore = ({ id, text }: { id: string; text: string }) =>
    addedBefore.find((one) => one.text === text) ?? addedBefore.find((one) => one.id === id && alike(significant(one.text), significant(text)) > 0.5); // prettier-ignore
  const before = (words: string | undefined) => (words === undefined ? {} : { before: words });
  const there = (id: string, unit: { id: string }) => (unit.id === id ? {} : { there: unit.id });
  return [
    ...later.changed.map(({ id, unit }): Finding => ({ state: 'changed', id, ...there(id, unit), now: unit.text, ...before(old.get(id)) })),
    ...later.added.map((unit): Finding => ({
      state: 'added',
      id: unit.id,
      ...(unit.after === undefined ? {} : { after: unit.after }),
      now: unit.text,
      ...before(newBefore(unit)?.text),
    })),
    ...later.gone.map((id): Finding => ({ state: 'gone', id, ...before(old.get(id)) })),
    ...later.moved.map(({ id, unit }): Finding => ({ state: 'moved', id, there: unit.id, now: unit.text })),
  ];
}

/** Clauses that the later edition has as the model has them, and the earlier one has not: what the earlier one says there. */
export function differingBefore(later: Comparison, earlier: Comparison): { id: string; now: string; before: string }[] {
  const same = new Map([...later.unchanged, ...later.moved].map(({ id, unit }) => [id, unit.text]));
  return earlier.changed.flatMap(({ id, unit }) => (same.has(id) ? [{ id, now: same.get(id)!, before: unit.text }] : []));
}

const counted = (n: number, one: string, many: string) => (n === 1 ? `one ${one}` : `${n} ${many}`);

/** The result in a sentence, without its full stop: “10 clauses have changed, 2 paragraphs are new and 3 clauses are gone”. */
export function headline({ unchanged, moved, changed, added, gone }: Comparison): string {
  const news = [
    changed.length && counted(changed.length, 'clause has changed', 'clauses have changed'),
    added.length && counted(added.length, 'paragraph is new', 'paragraphs are new'),
    gone.length && counted(gone.length, 'clause is gone', 'clauses are gone'),
  ].filter((part) => part !== 0);
  return news.length
    ? capital(listed(news))
    : `Nothing has changed: all ${unchanged.length + moved.length} clauses are there, word for word`;
}

export const STATE: Record<State, string> = { changed: 'changed', added: 'new', gone: 'gone', moved: 'same words, another place' };

/** A finding with what rests on it, for a report. */
export interface Row extends Finding {
  says: string;
  rules: readonly string[];
  steps: readonly string[];
  cases: readonly string[];
}

/** What is new rests on nothing yet, though it may stand where the model has another clause of the same id. */
export function rowOf(finding: Finding, backing: Backing | undefined): Row {
  if (!backing || finding.state === 'added') return { ...finding, says: '', rules: [], steps: [], cases: [] };
  const { rules, steps, cases } = restingOn(backing, finding.id);
  return {
    ...finding,
    says: backing.clauses[finding.id]?.says ?? '',
    rules: rules.map(({ question }) => question),
    steps: steps.map(({ procedure, from, move }) => `${PROCEDURE[procedure]}: ${from}${move ? ` → ${move}` : ''}`),
    cases: cases.map(({ title }) => title),
  };
}

/** A cell that a spreadsheet cannot take for a formula. */
const cell = (value: string): string => {
  const safe = /^[=+@\t\r-]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** With the mark by which spreadsheets know UTF-8, and the line ends that RFC 4180 asks for. */
export function csv(rows: readonly Row[], two: boolean): string {
  const head = ['result', 'clause', 'id in the document', 'after', ...(two ? ['words in the other edition'] : []), 'words in the document', 'restated by Quorate', 'rules', 'steps', 'cases']; // prettier-ignore
  const lines = rows.map((row) => [
    STATE[row.state], row.state === 'added' ? '' : row.id, row.there ?? (row.state === 'gone' ? '' : row.id), row.after ?? '',
    ...(two ? [row.before ?? ''] : []), row.now ?? '', row.says, row.rules.join('; '), row.steps.join('; '), row.cases.join('; '),
  ]); // prettier-ignore
  return `\ufeff${[head, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** @param head what was compared, and the result in figures, a line each */
export function text(head: readonly string[], rows: readonly Row[], two: boolean): string {
  const headOf = ({ state, id, there, after }: Row) =>
    state === 'added' ? `New${after ? ` after ${after}` : ''}: ${id} in the document` : `${id}: ${STATE[state]}${there ? `; ${there} in the document` : ''}`; // prettier-ignore
  const part = (row: Row) =>
    [
      headOf(row),
      two && row.before !== undefined && `  Other edition: ${row.before}`,
      row.now !== undefined && row.state !== 'moved' && `  In the document: ${row.now}`,
      row.says && row.state !== 'moved' && `  Restated: ${row.says}`,
      row.state !== 'moved' && row.rules.length && `  Rules: ${row.rules.join('; ')}`,
      row.state !== 'moved' && row.steps.length && `  Steps: ${row.steps.join('; ')}`,
      row.state !== 'moved' && row.cases.length && `  Cases: ${row.cases.join('; ')}`,
    ]
      .filter(Boolean)
      .join('\n');
  return `${[head.join('\n'), ...rows.map(part)].join('\n\n')}\n`;
}
