/**
 * What may come a moment after the verdict, and comes as a script of its own: the other rulebooks, and the way on. The components that
 * show it come along.
 */
import { parting } from '#machines/compare.ts';
import { remedy, wayOn as options } from '#machines/remedy.ts';
import type { RemedyStep } from '#machines/remedy.ts';
import { underRules } from '#machines/replay.ts';
import type { Step } from '#machines/replay.ts';
import { present } from '#machines/situations.ts';
import type { Made, Procedure, ProcedureSnapshot, Rules } from '#machines/index.ts';
import { wholeRules } from './pack.ts';
import type { After, Book } from './pack.ts';

export { default as Elsewhere } from '../components/practise/Elsewhere.svelte';
export { default as WayOn } from '../components/practise/WayOn.svelte';

/** The moves of a run as another rulebook judges them, each in the situation in which it was made. */
export interface Across {
  book: Book;
  steps: readonly Step[];
  /** The first move that the two judge differently. */
  parts: number | undefined;
}

const rules = new WeakMap<After, ReadonlyMap<string, Rules>>();
function rulesOf(after: After): ReadonlyMap<string, Rules> {
  let known = rules.get(after);
  if (!known) rules.set(after, (known = new Map(Object.entries(after.rules).map(([id, its]) => [id, wholeRules(its)]))));
  return known;
}

/** @param books those to be compared with */
export function across(procedure: Procedure, books: readonly Book[], made: readonly Made[], after: After): readonly Across[] {
  return books.map((book) => {
    const steps = underRules(procedure, made, rulesOf(after).get(book.id)!);
    const [here, there] = [made.map((m) => m.verdict), steps.map((s) => s.verdict)];
    return { book, steps, parts: parting(here, there) };
  });
}

const outermost = (snapshot: ProcedureSnapshot) => present(snapshot)[0];
const due = ({ event, by }: RemedyStep) => event.for ?? by?.date ?? '9999';

/**
 * Of the steps that keep the rulebook, the one to take next: what it asks before what it says nothing of, and what is late only where
 * nothing else is asked; then what the case puts next, what ends nothing that is still open, and what is due first.
 */
function nextStep(procedure: Procedure, snapshot: ProcedureSnapshot, asked: readonly string[]): RemedyStep | undefined {
  const all = options(procedure, snapshot);
  const ranked = all.map((step) => {
    const asks = step.late ? 1 : step.verdict.outcome === 'complies' ? 0 : 2;
    const rank = [asks, asked.includes(step.event.type) ? 0 : 1, outermost(step.next) === outermost(snapshot) ? 0 : 1];
    // Of two ways to make one move, the one that asks less: nobody is to be excluded for the sake of keeping a rule.
    const order = [all.findIndex((other) => other.event.type === step.event.type), step.event.done.length];
    return { step, key: `${rank.join('')} ${due(step)} ${order.map((n) => String(n).padStart(3, '0')).join(' ')}` };
  });
  return ranked.sort((a, b) => a.key.localeCompare(b.key))[0]?.step;
}

/**
 * The shortest way on that keeps the rulebook: until nothing is left to put right, or one step where nothing is.
 * @param asked the moves that the case puts next
 */
export function wayOn(procedure: Procedure, snapshot: ProcedureSnapshot, asked: readonly string[]): readonly RemedyStep[] {
  if (snapshot.status === 'done') return [];
  if (snapshot.hasTag('remedy')) return remedy(procedure, snapshot) ?? [];
  const step = nextStep(procedure, snapshot, asked);
  return step ? [step] : [];
}

/** The shortest way to the end of the procedure that keeps the rulebook. */
export const wayToEnd = (procedure: Procedure, snapshot: ProcedureSnapshot): readonly RemedyStep[] =>
  remedy(procedure, snapshot, (s) => s.status === 'done') ?? [];
