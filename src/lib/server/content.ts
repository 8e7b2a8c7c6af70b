/** Reads content/ once for all pages, and indexes it by what they ask: a clause, the rules that cite it, its neighbours. */
import { resolve } from 'node:path';
import { readContent } from '#content/read.ts';
import type { Clause, Rule, Rulebook, RulebookId, Section, Topic, TopicId } from '#content/schema.ts';
import { procedures, situations } from '#machines/index.ts';
import { strictestFirst } from '../strictness.ts';
import { editionInWords } from '../vocabulary.ts';
import { cited } from './cited.ts';
import { typesetAll } from './typeset.ts';
import { measure, readingsOf, type Measure } from '../words.ts';

const takes = Object.fromEntries(
  Object.values(procedures).map((p) => [p.id, { events: Object.keys(p.events), situations: situations(p) }]),
);

export const content = readContent(resolve('content'), takes);
/** As the pages show them; `content` keeps them as they are written. */
export const rulebooks: readonly Rulebook[] = typesetAll(content.rulebooks);
/** Subject by subject, as a reader has them; each question as it reads by itself. */
export const topics: readonly Topic[] = typesetAll(
  Object.values(Object.groupBy(content.topics, ({ id }) => id.split('.')[0]!))
    .flatMap((subject) => subject ?? [])
    .map((topic) => ({ ...topic, question: topic.alone ?? topic.question })),
);

const byId = new Map(rulebooks.map((r) => [r.id, r]));
const places = new Map(rulebooks.map((r) => [r.id, new Map(r.clauses.map((clause, at) => [clause.id, at]))]));
const sections = new Map(rulebooks.map((r) => [r.id, new Map(r.content.map((section) => [section.id, section]))]));
const topicById = new Map(topics.map((t) => [t.id, t]));

export const findRulebook = (id: string): Rulebook | undefined => byId.get(id as RulebookId);
/** Where a clause stands in its rulebook. Looked up, since every clause has a page: what one page costs must not depend on how many there are. */
export const placeOf = (rulebook: RulebookId, clause: string): number | undefined => places.get(rulebook)?.get(clause);
export const findClause = (rulebook: RulebookId, id: string): Clause | undefined =>
  byId.get(rulebook)?.clauses[placeOf(rulebook, id) ?? -1];
export const findSection = (rulebook: RulebookId, id: string): Section | undefined => sections.get(rulebook)?.get(id);
export const findTopic = (id: TopicId): Topic | undefined => topicById.get(id);

/** What the layout of a page needs of a rulebook, and no more. */
export const labelOf = (rulebook: Rulebook) => ({
  id: rulebook.id,
  letter: rulebook.letter,
  name: rulebook.name,
  short: rulebook.short,
  edition: editionInWords(rulebook),
});
export type Label = ReturnType<typeof labelOf>;

const citing = new Map<RulebookId, Map<string, TopicId[]>>();
for (const { id, rules } of rulebooks) {
  const of = new Map<string, TopicId[]>();
  for (const { id: topic } of topics) for (const clause of cited(rules[topic])) of.set(clause, [...(of.get(clause) ?? []), topic]);
  citing.set(id, of);
}
/** The topics, in their order, whose rule in this rulebook rests on the clause. */
export const topicsCiting = (rulebook: RulebookId, clause: string): readonly TopicId[] => citing.get(rulebook)?.get(clause) ?? [];

/** A topic's rules, in the order of the tiles. */
export const rulesOn = (topic: TopicId): [RulebookId, Rule][] => rulebooks.map(({ id, rules }) => [id, rules[topic]!]);

export interface Bars {
  bars: (Measure & { rulebook: RulebookId })[];
  /** Whether they stand in an order, strictest first; otherwise in that of the tiles. */
  ordered: boolean;
}
/** What the rulebooks state as an amount of time; no bars where nothing can be set side by side. */
export function barsOf(topic: Topic): Bars {
  const bars = rulesOn(topic.id).flatMap(([rulebook, rule]) => {
    const [first] = readingsOf(rule);
    const measured = first && measure(first.value);
    return measured ? [{ rulebook, ...measured }] : [];
  });
  if (bars.length < 2 || (topic.stricter !== 'shorter' && topic.stricter !== 'longer')) return { bars: [], ordered: false };
  const order = strictestFirst(topic, rulesOn(topic.id));
  return { bars: order ? bars.sort((a, b) => order.indexOf(a.rulebook) - order.indexOf(b.rulebook)) : bars, ordered: !!order };
}

export const neighbours = <T>(list: readonly T[], at: number) => ({ previous: list[at - 1], next: list[at + 1] });

export { PROCEDURES, STAGES } from '#content/schema.ts';
