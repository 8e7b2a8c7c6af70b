/** Clauses as they are cited together: three items or more of one list become one citation, which leads to the clause that introduces them. Pure. */
import { clauseInWords, listed } from './vocabulary.ts';

export interface Cited {
  /** The clause that it leads to. */
  id: string;
  words: string;
}

const ITEM = /^(.+)\.b(\d+)$/;
/** An item's number and the clause that introduces its list; none where the list stands directly under a heading, which is no clause. */
export function itemOf(id: string): { list: string; number: number } | undefined {
  const [, list = '', number] = ITEM.exec(id) ?? [];
  return /^\d|\.p\d+(\.|$)/.test(list) ? { list, number: Number(number) } : undefined;
}

/** “1 to 4, 6 and 9” */
function spans(numbers: readonly number[]): string {
  const runs: number[][] = [];
  for (const n of [...numbers].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && n === last.at(-1)! + 1) last.push(n);
    else runs.push([n]);
  }
  return listed(runs.flatMap((run) => (run.length > 2 ? `${run[0]} to ${run.at(-1)}` : run.map(String))));
}

/** @param few so many items of one list are still cited one by one */
export function citations(ids: readonly string[], few = 2): Cited[] {
  const of = (list: string) => ids.flatMap((id) => (itemOf(id)?.list === list ? [itemOf(id)!.number] : []));
  const done = new Set<string>();
  return ids.flatMap((id): Cited[] => {
    const list = itemOf(id)?.list ?? id;
    if (done.has(list)) return [];
    const numbers = of(list);
    if (numbers.length <= few) return [{ id, words: clauseInWords(id) }];
    done.add(list);
    const kind = ITEM.test(list) ? 'parts' : 'items';
    const whole = ids.includes(list) ? ' with its' : ',';
    return [{ id: list, words: `${clauseInWords(list)}${whole} ${kind} ${spans(numbers)}` }];
  });
}

const LAST = /^(.*?)(\d+)$/;
/**
 * The shortest form of a citation, for a table: in the order of the document, items of one list together, and three clauses or more
 * that follow one another as one, which leads to the first of them.
 * @param place where a clause stands in its document
 */
export function inBrief(ids: readonly string[], place: (id: string) => number): Cited[] {
  const runs: Cited[][] = [];
  for (const one of citations(
    [...ids].sort((a, b) => place(a) - place(b)),
    1,
  )) {
    const before = runs.at(-1);
    const [, stem, number] = LAST.exec(one.words) ?? [];
    const [, last, lastNumber] = LAST.exec(before?.at(-1)?.words ?? '') ?? [];
    // An item is not the neighbour of another list's item, nor “8.4.2” of “8.4.2, items 1 to 3”.
    if (before && stem && stem === last && Number(number) === Number(lastNumber) + 1 && one.words.endsWith(clauseInWords(one.id)))
      before.push(one);
    else runs.push([one]);
  }
  return runs.flatMap((run) => {
    const [first] = run;
    const last = run.at(-1)!.words;
    const tail = last.slice(last.lastIndexOf(' ') + 1);
    return run.length < 3 ? run : [{ id: first!.id, words: `${first!.words} to ${tail}` }];
  });
}

const SECTION = /^([^\d,]+), (?=paragraph|item)/;
/**
 * The shortest of all, for a cell: what stands in a clause that is cited is not cited again, and a section is named once for the citations
 * that follow one another in it: “Core groups, paragraph 1; paragraph 4”.
 */
export function inCell(ids: readonly string[], place: (id: string) => number): Cited[] {
  const whole = ids.filter((id) => !ids.some((other) => id.startsWith(`${other}.b`) || id.startsWith(`${other}.p`)));
  const cited = inBrief(whole, place);
  return cited.map(({ id, words }, i) => {
    const [head, section] = SECTION.exec(words) ?? [];
    return { id, words: head && SECTION.exec(cited[i - 1]?.words ?? '')?.[1] === section ? words.slice(head.length) : words };
  });
}
