/**
 * Holds a document against the model, clause by clause. What has the same words is found first, wherever it stands now, so that one
 * paragraph put in between does not make fifty changes of fifty shifted numbers; only what is left over is matched by its words and its id. Pure.
 */
import { align } from './align.ts';
import type { Print, Printed } from './fingerprint.ts';
import { alike, significant, weigher } from './words.ts';

/** A clause of the model, and what stands for it in the document. */
export interface Match {
  id: string;
  unit: Printed;
}
export interface Comparison {
  /** Each list in the order of the model; `added` in the order of the document. */
  unchanged: Match[];
  /** The same words under another id. */
  moved: Match[];
  changed: Match[];
  gone: string[];
  added: (Printed & { after: string | undefined })[];
}

type Place = { parent: string; kind: string; at: number };

/** Where an id stands among its siblings: `8.1.7.b2` is item 2 of 8.1.7. `undefined` for what is not counted. */
function placeOf(id: string): Place | undefined {
  const [, parent, kind, at] = /^(.+)\.([pb]?)(\d+)$/.exec(id) ?? [];
  return at === undefined ? undefined : { parent: parent!, kind: kind!, at: Number(at) };
}

/** An item, a paragraph, or a clause with its number. */
const kindOf = (id: string): string => placeOf(id)?.kind ?? '';

/** Where a clause may stand now, judged by its nearest siblings before and after that were found: they may all have shifted. */
function expected(id: string, model: readonly Print[], at: number, found: ReadonlyMap<string, Printed>): Set<string> {
  const ids = new Set([id]);
  const place = placeOf(id);
  if (!place) return ids;
  const shift = (step: 1 | -1): (Place & { by: number }) | undefined => {
    for (let i = at + step; model[i]; i += step) {
      const there = placeOf(model[i]!.id);
      if (there?.parent !== place.parent || there.kind !== place.kind) continue;
      const now = placeOf(found.get(model[i]!.id)?.id ?? '');
      if (now?.kind === place.kind) return { ...now, by: now.at - there.at };
    }
    return undefined;
  };
  const home = found.get(place.parent)?.id ?? place.parent;
  const [before, after] = [shift(-1), shift(1)];
  const from = before ?? { parent: home, by: 0 };
  const to = after ?? from;
  const [low, high] = [Math.min(from.by, to.by), Math.max(from.by, to.by)];
  for (const parent of new Set([from.parent, to.parent]))
    for (let by = low; by <= Math.min(high, low + 20); by++) ids.add(`${parent}.${place.kind}${place.at + by}`);
  return ids;
}

/**
 * How alike two must be, from 0 to 1. All but one in a hundred restatements share 0.4 with the paragraph that they restate, and less with
 * 19 in 20 of its neighbours. `plainly`: it says the same in other words, wherever it may stand now. `byId`: it has the number or the place.
 * `between`: it stands between the same two neighbours. `there`: between them it has the number too, or is all that is new, and nothing
 * else is missing; beside a restatement one word is then enough.
 */
const LEAST = { plainly: 0.45, byId: 0.3, between: 0.15, there: 0.03 };
/** The same beside the old words themselves. */
const LEAST_OF_WORDS: typeof LEAST = { plainly: 0.45, byId: 0.35, between: 0.25, there: 0.15 };
/** Between two clauses that were found, as many paragraphs as can be told apart by their words: among more, some other is always as much alike. */
const NEAR = 8;

export interface Hints {
  /** A clause's words in another edition, or a restatement of them: what is left over is told apart by it. */
  wordsOf?: ((id: string) => string | undefined) | undefined;
  /** True where they are the words themselves. */
  exact?: boolean | undefined;
  /** True where clauses have numbers of their own: what has the number is the clause, whatever it says. */
  numbered?: boolean | undefined;
}

export function compare(
  model: readonly Print[],
  units: readonly Printed[],
  { wordsOf = () => undefined, exact = false, numbered = false }: Hints = {},
): Comparison {
  const least = exact ? LEAST_OF_WORDS : LEAST;
  const found = new Map<string, Printed>();
  const changed = new Set<string>();
  const free = new Set(units);
  const take = (id: string, unit: Printed) => {
    found.set(id, unit);
    free.delete(unit);
  };
  type Pair = { id: string; unit: Printed; likely: number };
  const takeChanged = (candidates: Pair[]) => {
    for (const { id, unit } of candidates.sort((a, b) => b.likely - a.likely))
      if (!found.has(id) && free.has(unit)) {
        take(id, unit);
        changed.add(id);
      }
  };

  const anchors = align(model.length, units.length, (i, j) =>
    model[i]!.sha256 !== units[j]!.sha256 ? 0 : model[i]!.id === units[j]!.id ? 4 : 3,
  );
  for (const [row, column] of anchors) take(model[row]!.id, units[column]!);
  for (const { id, sha256 } of model) {
    const elsewhere = found.has(id) ? undefined : [...free].find((unit) => unit.sha256 === sha256);
    if (elsewhere) take(id, elsewhere);
  }

  const left = model.map((print, at) => ({ ...print, at })).filter(({ id }) => !found.has(id));
  const said = new Map(left.map(({ id }) => [id, significant(wordsOf(id) ?? '')]));
  const says = new Map(units.map((unit) => [unit, significant(unit.text)]));
  const weight = weigher(says.values());
  /** Between two that are as much alike, the one in the same place; an item is seldom made of a paragraph. */
  const likeness = (id: string, unit: Printed) =>
    alike(said.get(id)!, says.get(unit)!, weight) + (unit.id === id ? 0.02 : kindOf(unit.id) === kindOf(id) ? 0 : -0.2);
  const among = (id: string, of: readonly (Printed | undefined)[]): Pair[] =>
    of.flatMap((unit) => (unit && free.has(unit) ? [{ id, unit, likely: likeness(id, unit) }] : []));
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const maybe = ({ id, at }: { id: string; at: number }) => [...expected(id, model, at, found)].map((place) => byId.get(place));

  /** For each that is left over, the paragraphs between the nearest two that were found. */
  let next = 0;
  const between = new Map(
    left.map(({ id, at }) => {
      while (next < anchors.length && anchors[next]![0] < at) next++;
      return [id, { gap: next, units: units.slice((anchors[next - 1]?.[1] ?? -1) + 1, anchors[next]?.[1] ?? units.length) }];
    }),
  );

  // First what plainly says the same in other words, where it may stand now or between the same neighbours.
  const near = (id: string) => (between.get(id)!.units.length <= NEAR ? between.get(id)!.units : []);
  const plain = left.flatMap((one) => among(one.id, [...new Set([...maybe(one), ...near(one.id)])]));
  takeChanged(plain.filter(({ likely }) => likely >= least.plainly));

  // Then what has the id, or the place, and enough of the words: a list before its items, which are looked for where the list now is.
  const enough = ({ id, unit, likely }: Pair): boolean => {
    if (numbered && unit.id === id && !kindOf(id)) return true;
    const { gap, units: here } = between.get(id)!;
    if (!here.includes(unit)) return likely >= least.byId;
    const missing = left.filter((one) => !found.has(one.id) && between.get(one.id)!.gap === gap).length;
    const there = unit.id === id || (missing === 1 && here.filter((one) => free.has(one)).length === 1);
    // Where there are no words to go by, the place must do.
    const mute = said.get(id)!.size === 0 || says.get(unit)!.size < 2;
    return (there && mute) || likely >= (there ? least.there : least.between);
  };
  const depths = left.map(({ id }) => id.split('.').length);
  for (const depth of [...new Set(depths)].sort((a, b) => a - b)) {
    const those = left.filter((one, i) => depths[i] === depth && !found.has(one.id));
    takeChanged(those.flatMap((one) => among(one.id, [...new Set([...maybe(one), ...near(one.id)])])).filter(enough));
  }

  const matches = model.flatMap(({ id, sha256 }) => {
    const unit = found.get(id);
    return unit ? [{ id, unit, sha256 }] : [];
  });
  const same = matches.filter(({ id }) => !changed.has(id)).map(({ id, unit }) => ({ id, unit }));
  const idOf = new Map(matches.map(({ id, unit }) => [unit, id]));
  let after: string | undefined;
  return {
    unchanged: same.filter(({ id, unit }) => id === unit.id),
    moved: same.filter(({ id, unit }) => id !== unit.id),
    changed: matches.filter(({ id }) => changed.has(id)).map(({ id, unit }) => ({ id, unit })),
    gone: model.filter(({ id }) => !found.has(id)).map(({ id }) => id),
    added: units.flatMap((unit) => {
      after = idOf.get(unit) ?? after;
      return free.has(unit) ? [{ ...unit, after }] : [];
    }),
  };
}
