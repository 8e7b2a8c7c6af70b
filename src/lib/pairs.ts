/** Two rulebooks beside each other: what the marks on their maps and the rows of their table mean. Made by server/pairs.ts. */
import { listed } from './vocabulary.ts';

/**
 * How the answers of two rulebooks to one question stand to each other.
 * `figure`: amounts, ages, agencies or who decides are not the same; `asked`: what is asked is not; `force`: the same is said with another
 * force; `worded`: at least one says it in words alone, which nothing compares; `only`: one alone answers; `neither`: none does.
 */
export type Tie = 'figure' | 'asked' | 'force' | 'only' | 'worded' | 'same' | 'neither';
export const UNLIKE: readonly Tie[] = ['figure', 'asked', 'force'];

/**
 * What a place of a map is lit by. `only`: it is on this map alone, or this rulebook alone speaks of it; `figure`: a figure is not the
 * same, or one alone gives it; `differs`: something else is not the same.
 */
export type Lit = 'only' | 'figure' | 'differs';
/** By the id of a situation or of one of its parts, or as `from > to` for a way. */
export type Lights = Readonly<Record<string, Lit>>;
export const LIT: Readonly<Record<Lit, string>> = { only: 'only here', figure: 'another figure', differs: 'not the same' };

/** How many questions stand how; `only` for each side. */
export type Tally = Readonly<Record<Exclude<Tie, 'only'>, number>> & { only: readonly [number, number]; total: number };

export const unlike = (tally: Tally): number => tally.figure + tally.asked + tally.force;

/** “They answer 24 of its 90 questions differently, 9 of them in a figure or in who decides. 12 are answered by London alone, …” */
export function tallied(tally: Tally, books: readonly { short: string }[]): string {
  const differ = unlike(tally);
  const figures = tally.figure ? `, ${tally.figure === differ ? 'all' : `${tally.figure} of them`} in a figure or in who decides` : '';
  const alone = books.flatMap(({ short }, side) => (tally.only[side] ? [[tally.only[side], `by ${short} alone`] as const] : []));
  const [[first = 0] = []] = alone;
  return [
    `They answer ${differ || 'none'} of the ${tally.total} questions differently${figures}.`,
    alone.length ? `${first} ${first === 1 ? 'is' : 'are'} answered ${alone.map(([n, by], i) => (i ? `${n} ${by}` : by)).join(', ')}.` : '',
  ].join(' ').trim();
} // prettier-ignore

/** What unfolds at a place: “2 answered differently, 1 that only London answers, 3 answered alike”. */
export function told(rows: readonly { tie: Tie; side?: 0 | 1 }[], books: readonly { short: string }[], also: number): string {
  const count = (...ties: Tie[]) => rows.filter(({ tie }) => ties.includes(tie)).length;
  const of = (n: number, words: string) => (n ? [`${n} ${words}`] : []);
  return listed([
    ...of(count(...UNLIKE), 'answered differently'),
    ...books.flatMap(({ short }, side) => of(rows.filter((row) => row.side === side).length, `that only ${short} answers`)),
    ...of(count('worded'), 'that each answers in its own words'),
    ...of(count('same'), 'answered alike'),
    ...of(count('neither'), 'that neither answers'),
    ...of(also, 'told elsewhere'),
  ]);
}
