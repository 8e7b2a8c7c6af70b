/** Two rulebooks beside each other in one procedure: both maps, what is lit on each, and every question at the place to which it belongs. */
import type { ProcedureId, Rulebook, RulebookId, Stage, Topic, TopicId, Value } from '#content/schema.ts';
import { procedures } from '#machines/index.ts';
import { inBrief } from '../citations.ts';
import type { Drawing } from '../drawing.ts';
import { UNLIKE } from '../pairs.ts';
import type { Lights, Lit, Tally, Tie } from '../pairs.ts';
import { inWords, ofFigures, strictness, tieOf } from '../ties.ts';
import { PLURAL, capital } from '../vocabulary.ts';
import { readingsOf } from '../words.ts';
import { saidBy } from './answers.ts';
import { STAGES, labelOf, placeOf, rulebooks, topics } from './content.ts';
import { outside, uncovered } from './coverage.ts';
import { draw } from './drawing.ts';
import { PLANS } from './plans.ts';
import { situationsOf } from './situations.ts';
import type { Situation, Situations, Way } from './situations.ts';

export type Pair = readonly [Rulebook, Rulebook];
export type Side = 0 | 1;

/** All ten, in the order of the tiles. */
export const PAIRS: readonly Pair[] = rulebooks.flatMap((a, i) => rulebooks.slice(i + 1).map((b): Pair => [a, b]));
export const nameOf = ([a, b]: readonly [{ id: RulebookId }, { id: RulebookId }]): string => `${a.id}-${b.id}`;
export const findPair = (name: string): Pair | undefined => PAIRS.find((pair) => nameOf(pair) === name);

/** What is the same for every pair that a rulebook is one of is made once. */
function once<T>(make: (procedure: ProcedureId, rulebook: Rulebook) => T) {
  const made = new Map<string, T>();
  return (procedure: ProcedureId, rulebook: Rulebook): T => {
    const key = `${procedure} ${rulebook.id}`;
    if (!made.has(key)) made.set(key, make(procedure, rulebook));
    return made.get(key)!;
  };
}
const readUnder = once((procedure, { rules }) => situationsOf(procedures[procedure], rules));
/** The narrow look: two of them stand side by side from 768 pixels on, and together on one sheet of paper. */
const drawings = once((procedure, rulebook) => draw(procedures[procedure], { look: 'compact', rulebook }));

interface Asked {
  topic: Topic;
  tie: Tie;
  /** Whether the difference is one of figures, or what one alone says is a figure. */
  figure: boolean;
  /** Who answers. */
  said: readonly [boolean, boolean];
}
const asking = new Map<Pair, ReadonlyMap<TopicId, Asked>>();
function askBoth(pair: Pair): ReadonlyMap<TopicId, Asked> {
  const made = asking.get(pair) ?? asks(pair);
  asking.set(pair, made);
  return made;
}
function asks([a, b]: Pair): ReadonlyMap<TopicId, Asked> {
  return new Map(
    topics.map((topic) => {
      const [one, other] = [a.rules[topic.id]!, b.rules[topic.id]!];
      const tie = tieOf(one, other);
      const said = [readingsOf(one).length > 0, readingsOf(other).length > 0] as const;
      return [topic.id, { topic, tie, figure: ofFigures(tie, one, other), said }];
    }),
  );
}

/**
 * What a place is lit by on the map of one side.
 * @param asked the questions that are its own
 * @param whole those of its parts too: who speaks of a part speaks of the place
 */
function litBy(asked: readonly Asked[], whole: readonly Asked[], side: Side): Lit | undefined {
  const speaks = (which: Side) => whole.some(({ said }) => said[which]);
  // Where this one says nothing the map is grey already, and the other one's is lit.
  if (!speaks(side)) return undefined;
  if (!speaks(side ? 0 : 1)) return 'only';
  if (asked.some(({ figure }) => figure)) return 'figure';
  return asked.some(({ tie }) => UNLIKE.includes(tie) || tie === 'only') ? 'differs' : undefined;
}

const pairOf = ({ from, to }: { from: string; to: string }) => `${from} > ${to}`;
/** The questions of a situation itself: those of its parts are the parts' own. */
const ownTopics = ({ topics, parts }: Situation) => topics.filter((t) => !parts.some((p) => p.topics.includes(t)));

/** The questions whose figures stand at a place of the map. */
const figuresAt = (procedure: ProcedureId, place: string): TopicId[] =>
  [place, `start ${place}`].flatMap((key) => (PLANS[procedure].figures[key] ?? []).map(({ topic }) => topic));

/** Those along the ways that lead on from a situation: who says how soon speaks of it. */
const figuresOnward = (procedure: ProcedureId, from: string): TopicId[] =>
  Object.entries(PLANS[procedure].figures).flatMap(([place, asks]) =>
    place.replace(/^start /, '').startsWith(`${from} > `) ? asks.map(({ topic }) => topic) : [],
  );

function lights(procedure: ProcedureId, read: readonly [Situations, Situations], drawing: Drawing, beside: Drawing, asked: ReadonlyMap<TopicId, Asked>, side: Side) {
  const found: Record<string, Lit> = {};
  const light = (key: string, lit: Lit | undefined) => {
    if (lit) found[key] = lit;
  };
  const all = (ids: readonly TopicId[]) => ids.flatMap((id) => asked.get(id) ?? []);
  const of = (place: string, ids: readonly TopicId[], more: readonly TopicId[] = []) => {
    const own = [...ids, ...figuresAt(procedure, place)];
    return litBy(all(own), all([...own, ...more]), side);
  };
  const there = new Set(read[side ? 0 : 1].situations.map(({ id }) => id));
  for (const s of read[side].situations) {
    light(s.id, there.has(s.id) ? of(s.id, ownTopics(s), [...s.topics, ...s.parts.flatMap((p) => p.topics), ...figuresOnward(procedure, s.id)]) : 'only');
    for (const part of s.parts) light(part.id, of(part.id, part.topics));
  }
  const ways = new Set(beside.edges.map(pairOf));
  for (const edge of drawing.edges) {
    const lit = ways.has(pairOf(edge)) ? of(pairOf(edge), edge.moves.flatMap((move) => move.topics)) : 'only';
    // What differs without a figure is told at the situations at its ends, and so is what leads to or from one that is there alone.
    const told = lit === 'differs' || (lit === 'only' && [edge.from, edge.to].some((id) => found[id] === 'only'));
    if (!told) light(pairOf(edge), lit);
  }
  return found as Lights;
} // prettier-ignore

const each = (value: Value) => (value.kind === 'quorum' && value.each ? 'Contact with each child whom the conference is about.' : '');

function cellOf(rulebook: Rulebook, topic: Topic) {
  const rule = rulebook.rules[topic.id]!;
  const brief = (clauses: readonly string[]) => inBrief(clauses, (clause) => placeOf(rulebook.id, clause)!);
  const says =
    rule.status === 'elsewhere'
      ? `Left to another document: ${rule.to}`
      : rule.status === 'silent'
        ? (outside(rulebook, topic.procedure, rule)?.brief ?? 'Silent')
        : '';
  return {
    status: rule.status,
    says,
    clauses: rule.status === 'elsewhere' ? brief(rule.clauses) : [],
    readings: readingsOf(rule).map((reading) => {
      const { headline, detail, whole, modality, notes, particulars } = saidBy(reading, topic.kind);
      // A whole sentence says what it hangs on; a figure does not.
      const hangs = whole || !particulars ? '' : `${capital(particulars)}.`;
      return {
        headline,
        detail,
        whole,
        modality,
        more: [each(reading.value), ...notes, hangs].filter(Boolean).join(' '),
        clauses: brief(reading.clauses),
      };
    }),
  };
}

const answersMade = new Map<Asked, Row>();
/** A question that several procedures share is answered once. */
function rowOf(pair: Pair, asked: Asked): Row {
  const made = answersMade.get(asked) ?? answers(pair, asked);
  answersMade.set(asked, made);
  return made;
}
function answers([a, b]: Pair, { topic, tie, figure, said }: Asked) {
  const [one, other] = [a.rules[topic.id]!, b.rules[topic.id]!];
  const note = strictness(topic, [a.id, one], [b.id, other]);
  return {
    id: topic.id, question: topic.question, tie, figure, words: inWords(tie, one, other),
    cells: [cellOf(a, topic), cellOf(b, topic)] as const,
    ...(tie === 'only' ? { side: said[0] ? (0 as const) : (1 as const) } : {}), ...(note ? { note } : {}),
  }; // prettier-ignore
}
export type Row = ReturnType<typeof answers>;

export interface Place {
  id: string;
  label: string;
  what: string;
  /** On both maps, or on one alone. */
  on: 'both' | Side;
  /** Whose map lights it, and as what. */
  lit: readonly [Lit | undefined, Lit | undefined];
  /** In full: at the first place to which a question belongs. */
  rows: readonly Row[];
  /** Questions that govern it too, and are answered differently elsewhere on the page. */
  also: readonly { id: TopicId; question: string }[];
}
export interface Situated extends Place {
  remedy: boolean;
  final: boolean;
  parts: readonly Place[];
  /** Moves that are there under one rulebook alone. */
  ways: readonly { side: Side; what: string; to?: string }[];
}

/** The place at which each question is answered in full: the first whose own question it is, failing that the first that it governs. */
function homes(situations: readonly Situation[], ways: readonly Way[]): Map<TopicId, string> {
  const found = new Map<TopicId, string>();
  const take = (place: string, ids: readonly TopicId[]) => {
    for (const id of ids) if (!found.has(id)) found.set(id, place);
  };
  for (const s of situations) {
    for (const part of s.parts) take(part.id, part.steps.flatMap((step) => step.topics));
    take(s.id, s.topics);
  } // prettier-ignore
  for (const s of situations) for (const part of s.parts) take(part.id, part.topics);
  for (const way of ways) take(way.from, way.topics);
  return found;
}

function waysOfOne(procedure: ProcedureId, read: readonly [Situations, Situations], labels: ReadonlyMap<string, string>) {
  const key = ({ at, event, target, label }: Way) => [at, event, target, label].join();
  const known = read.map(({ situations, ways }) => {
    const ids = new Set(situations.map(({ id }) => id));
    return ways.filter(({ from, to, skips }) => ids.has(from) && ids.has(to) && !skips);
  });
  const keys = known.map((ways) => new Set(ways.map(key)));
  const events: Readonly<Record<string, string>> = procedures[procedure].events;
  return ([0, 1] as const).flatMap((side) =>
    known[side]!.filter((way) => !keys[side ? 0 : 1]!.has(key(way))).map((way) => ({
      from: way.from,
      side,
      what: (way.event && events[way.event]) ?? 'When all of this is done',
      ...(way.target ? { to: labels.get(way.target) ?? way.target } : {}),
    })),
  );
}

const distinct = <T>(all: readonly T[]): T[] => [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];

/** What must be said first of a document that answers few of a procedure's questions: less than a third of them. */
function little(rulebook: Rulebook, procedure: ProcedureId, asked: readonly Asked[], side: Side) {
  const stated = asked.filter(({ said }) => said[side]).length;
  const not = uncovered(rulebook, procedure);
  if (!not && stated * 3 >= asked.length) return undefined;
  return {
    ...labelOf(rulebook),
    stated,
    total: asked.length,
    little: not ? not.sentence : `It covers ${PLURAL[procedure]}, and says little about them.`,
  };
}

function tallyOf(asked: readonly Asked[]): Tally {
  const count = (tie: Tie) => asked.filter((one) => one.tie === tie).length;
  const only = (side: Side) => asked.filter(({ tie, said }) => tie === 'only' && said[side]).length;
  return {
    figure: count('figure'), asked: count('asked'), force: count('force'), worded: count('worded'),
    same: count('same'), neither: count('neither'), only: [only(0), only(1)], total: asked.length,
  }; // prettier-ignore
}

/** Every question that governs a place of the procedure under either rulebook, and every other that belongs to it. */
function governing(procedure: ProcedureId, read: readonly [Situations, Situations], asked: ReadonlyMap<TopicId, Asked>): Asked[] {
  const ids = new Set([
    ...read.flatMap(({ situations, ways }) => [
      ...situations.flatMap((s) => [...s.topics, ...s.parts.flatMap((p) => p.topics)]),
      ...ways.flatMap((way) => way.topics),
    ]),
    ...topics.filter((topic) => topic.procedure === procedure).map(({ id }) => id),
  ]);
  return [...ids].flatMap((id) => asked.get(id) ?? []);
}

/** What the list of pairs says of each. */
export function listedPairs(procedure: ProcedureId) {
  const pairs = PAIRS.map((pair) => {
    const read = [readUnder(procedure, pair[0]), readUnder(procedure, pair[1])] as const;
    return { pair, asked: governing(procedure, read, askBoth(pair)) };
  });
  return {
    pairs: pairs.map(({ pair, asked }) => ({ name: nameOf(pair), books: pair.map(labelOf), tally: tallyOf(asked) })),
    little: rulebooks.flatMap((rulebook) => {
      const { pair, asked } = pairs.find((one) => one.pair.includes(rulebook))!;
      return little(rulebook, procedure, asked, pair[0] === rulebook ? 0 : 1) ?? [];
    }),
  };
}

/** The two maps, with what is lit on each. */
export function litMaps(procedure: ProcedureId, pair: Pair) {
  const read = [readUnder(procedure, pair[0]), readUnder(procedure, pair[1])] as const;
  const asked = askBoth(pair);
  const drawn = [drawings(procedure, pair[0]), drawings(procedure, pair[1])] as const;
  return ([0, 1] as const).map((side) => ({
    drawing: drawn[side],
    lit: lights(procedure, read, drawn[side], drawn[side ? 0 : 1], asked, side),
  }));
}

/** What the page of a pair shows. */
export function beside(procedure: ProcedureId, pair: Pair) {
  const read = [readUnder(procedure, pair[0]), readUnder(procedure, pair[1])] as const;
  const asked = askBoth(pair);
  const order = PLANS[procedure].rows.flat();
  const here = read.map(({ situations }) => new Map(situations.map((s) => [s.id, s])));
  const situations = order.flatMap((id) => here[0]!.get(id) ?? here[1]!.get(id) ?? []);
  const labels = new Map(
    [...situations.flatMap((s) => s.parts.flatMap((p) => p.steps)), ...situations].map(({ id, label }) => [id, label]),
  );
  const home = homes(situations, read.flatMap(({ ways }) => ways)); // prettier-ignore
  const maps = litMaps(procedure, pair);
  const single = waysOfOne(procedure, read, labels);
  const all = governing(procedure, read, asked);

  const place = (id: string, label: string, what: string, on: Place['on'], own: readonly TopicId[]): Place => {
    return {
      id, label, what, on,
      lit: [maps[0]!.lit[id], maps[1]!.lit[id]],
      rows: all.filter(({ topic }) => home.get(topic.id) === id).map((one) => rowOf(pair, one)),
      also: own.flatMap((topic) => {
        const one = asked.get(topic);
        return one && home.get(topic) !== id && UNLIKE.includes(one.tie) ? [{ id: topic, question: one.topic.question }] : [];
      }),
    }; // prettier-ignore
  };
  const situated = (s: Situation): Situated => {
    const on = !here[0]!.has(s.id) ? 1 : !here[1]!.has(s.id) ? 0 : 'both';
    return {
      ...place(s.id, s.label, s.what, on, ownTopics(s)),
      remedy: s.remedy,
      final: s.final,
      parts: s.parts.map((part) => place(part.id, part.label, '', on, part.topics)),
      ways: distinct(single.filter(({ from }) => from === s.id).map(({ from: _from, ...way }) => way)),
    };
  };
  const placed = new Set(home.keys());
  return {
    procedure,
    books: [labelOf(pair[0]), labelOf(pair[1])] as const,
    little: pair.flatMap((rulebook, side) => little(rulebook, procedure, all, side as Side) ?? []),
    maps,
    tally: tallyOf(all),
    stages: STAGES.map((stage: Stage) => ({ stage, situations: situations.filter((s) => s.stage === stage).map(situated) })).filter(
      (s) => s.situations.length,
    ),
    others: all.filter(({ topic }) => !placed.has(topic.id)).map((one) => rowOf(pair, one)),
  };
}
export type Beside = ReturnType<typeof beside>;
