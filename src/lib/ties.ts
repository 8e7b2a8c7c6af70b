/**
 * How the answers of two rulebooks to one question stand to each other: by their status, their typed values and their force, never by the
 * wording. Conditions and other words that no act stands for are left aside. Pure.
 */
import type { Reading, Rule, Topic, Value } from '#content/schema.ts';
import type { Tie } from './pairs.ts';
import { amountsOf, standings, yardstick } from './strictness.ts';
import { TILES, listed } from './vocabulary.ts';
import { readingsOf } from './words.ts';

/** Kinds whose value is an amount or a number, whatever words stand beside it. */
const AMOUNTS: readonly Value['kind'][] = ['deadline', 'notice', 'earliest-of', 'interval', 'window', 'extension', 'quorum', 'age'];
/** Kinds that name one thing out of a few: who decides and how, what starts a clock. */
const NAMES: readonly Value['kind'][] = ['decider', 'trigger'];
/** What is said in words alone. */
const WORDS = ['condition', 'what', 'clauses', 'notCounted', 'separate'];
/** What a move must show beside the figure, for it to count or to be excepted. */
const ACTS = ['when', 'needs', 'anyOf', 'never', 'unless', 'earlier', 'later'];

export const isAmount = ({ value }: Pick<Reading, 'value'>): boolean => AMOUNTS.includes(value.kind);
export const isFigure = (reading: Pick<Reading, 'value'>): boolean => isAmount(reading) || NAMES.includes(reading.value.kind);

/**
 * A value without its words, the same for the same value however its lists are ordered; `undefined` where it is words alone.
 * @param without further parts to be left out
 */
export function bare(value: Value, without: readonly string[] = []): string | undefined {
  const typed = () => {
    switch (value.kind) {
      case 'list':
        return value.items.every(({ act, anyOf, never }) => act || anyOf || never);
      case 'duty':
      case 'permission':
      case 'prohibition':
      case 'condition':
        return value.needs.length + value.anyOf.length + value.never.length > 0;
      case 'route':
        return value.needs.length > 0;
      default:
        return true;
    }
  };
  const text = (part: unknown): string =>
    JSON.stringify(part, (key, inner: unknown) => {
      if (WORDS.includes(key) || without.includes(key)) return undefined;
      // The steps of a route have an order; everything else that is listed has none.
      return Array.isArray(inner) && key !== 'steps' ? inner.map((one) => text(one)).sort() : inner;
    });
  return typed() ? text(value) : undefined;
}

const sameSet = (a: readonly unknown[], b: readonly unknown[]) => a.every((one) => b.includes(one)) && b.every((one) => a.includes(one));

/** @returns the same for two rules whichever comes first */
export function tieOf(one: Rule, other: Rule): Tie {
  const [a, b] = [readingsOf(one), readingsOf(other)];
  if (!a.length || !b.length) return a.length || b.length ? 'only' : 'neither';
  const forces = sameSet(a.map(({ modality }) => modality), b.map(({ modality }) => modality)); // prettier-ignore
  const [values, others] = [a.map(({ value }) => bare(value)), b.map(({ value }) => bare(value))];
  const all = [...a, ...b];
  // A number beside words is no like pair; the name of who decides beside a sentence may well say the same.
  const comparable = ![...values, ...others].includes(undefined) && (all.every(isFigure) || !all.some(isFigure));
  if (!comparable && !all.some(isAmount)) return forces ? 'worded' : 'force';
  if (comparable && sameSet(values, others)) return forces ? 'same' : 'force';
  if (!all.some(isFigure)) return 'asked';
  const figures = [a, b].map((of) => of.map(({ value }) => bare(value, ACTS)));
  return comparable && sameSet(figures[0]!, figures[1]!) ? 'asked' : 'figure';
}

/** Whether the difference is one of figures, or what one alone says is a figure. */
export const ofFigures = (tie: Tie, one: Rule, other: Rule): boolean =>
  tie === 'figure' || (tie === 'only' && [...readingsOf(one), ...readingsOf(other)].some(isFigure));

/** What differs, in a word or two. */
export function inWords(tie: Tie, one: Rule, other: Rule): string {
  const values = [...readingsOf(one), ...readingsOf(other)].map(({ value }) => value);
  const kinds = new Set(values.map(({ kind }) => kind));
  const who = new Set(values.map((value) => (value.kind === 'decider' ? value.who : '')));
  switch (tie) {
    case 'figure':
      if (kinds.has('decider') && kinds.size === 1) return who.size === 1 ? 'How it is decided differs' : 'Someone else decides';
      if (kinds.has('trigger') && kinds.size === 1) return 'Another start';
      return kinds.has('quorum') && kinds.size === 1 ? 'The quorum differs' : kinds.has('age') ? 'The age differs' : 'The figure differs';
    case 'asked':
      return 'Something else is asked';
    case 'force':
      return 'The force differs';
    case 'worded':
      return 'Each in its own words';
    case 'same':
      return 'The same';
    case 'neither':
      return 'Neither answers';
    case 'only':
      return 'Only';
  }
}

const nameOf = (id: string) => TILES.find((tile) => tile.id === id)!.name;
type Ruled = readonly [id: (typeof TILES)[number]['id'], rule: Rule];

/** Who is stricter, and by what, or why that is not said; `undefined` where the question has no amounts, or both have the same. */
export function strictness(topic: Pick<Topic, 'stricter'>, one: Ruled, other: Ruled): string | undefined {
  const [a, b] = [amountsOf(one[1]), amountsOf(other[1])];
  if (!a.length || !b.length) return undefined;
  const full = `${listed(a.map(({ words }) => words), 'or')} (${nameOf(one[0])}), ${listed(b.map(({ words }) => words), 'or')} (${nameOf(other[0])})`; // prettier-ignore
  const standing = standings(topic, [one, other]).get(one[0]);
  const [than] = standing?.than ?? [];
  if (than) {
    const [stricter, looser] = than.than === 'stricter' ? [than.amount, than.beside] : [than.beside, than.amount];
    return `${nameOf(than.than === 'stricter' ? one[0] : other[0])} is stricter: ${stricter}, beside ${looser}.`;
  }
  const moments = [one, other].map(([, rule]) => readingsOf(rule).map(({ value }) => yardstick(value)?.counted ?? ''));
  if (!sameSet(moments[0]!, moments[1]!) && [...a, ...b].every(({ stick }) => !stick.counted.startsWith('agencies')))
    return `Counted from different moments: ${full}.`;
  const [apart] = standing?.apart ?? [];
  return apart ? `Not compared, ${apart.why}: ${full}.` : undefined;
}
