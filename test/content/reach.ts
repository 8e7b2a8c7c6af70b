/** How far the content reaches, and what it leaves out: counted from the content itself, and from the documents where they lie beside the project. */
import { existsSync } from 'node:fs';
import type { AnyStateNode } from 'xstate';
import { readContent } from '#content/read.ts';
import type { Content, Rule, RulebookId } from '#content/schema.ts';
import { procedures, situations } from '#machines/index.ts';
import { holdings, WITHOUT_TOPIC } from './holds.ts';
import { table } from './table.ts';

export { table };

/** The texts, their inventories and the questions that were agreed; not part of the project. */
export const BESIDE = '../shared';
/** How many notes on its own defects a document has at least: as many as were found at the first reading. */
const NOTES: Record<RulebookId, number> = { london: 10, staffordshire: 10, hips: 2, bfg: 8, kent: 5 };
const STATUSES = ['stated', 'silent', 'elsewhere', 'conflicting'] as const;

export const readAll = (): Content =>
  readContent('content', Object.fromEntries(Object.values(procedures).map((p) => [p.id, { events: Object.keys(p.events), situations: situations(p) }]))); // prettier-ignore

/** What a rule judges by is named where its statechart has the move; what governs a situation, where it has that. */
export function topicsOfStatecharts() {
  const [judged, governing] = [new Set<string>(), new Set<string>()];
  const topicsOf = ({ meta }: { meta?: unknown }) => (meta as { topics?: string[] } | undefined)?.topics ?? [];
  const walk = (node: AnyStateNode): void => {
    topicsOf(node).forEach((topic) => governing.add(topic));
    [...node.transitions.values()].flat().forEach((move) => topicsOf(move).forEach((topic) => judged.add(topic)));
    Object.values(node.states).forEach(walk);
  };
  for (const { machine } of Object.values(procedures)) walk(machine.root);
  return { judged, governing };
}

const cites = (rule: Rule): boolean =>
  rule.status === 'conflicting' ? rule.readings.every((reading) => reading.clauses.length > 0) : rule.status === 'silent' || rule.clauses.length > 0; // prettier-ignore

export function reach({ rulebooks, topics, glossary, scenarios }: Content) {
  const missing: string[] = [];
  const miss = (what: string, which: readonly string[]) => {
    if (which.length) missing.push(`${what}: ${which.join(', ')}`);
  };

  const clauses = rulebooks.map(({ id, clauses }) => {
    const path = `${BESIDE}/sources/${id}.clauses.tsv`;
    const inventory = existsSync(path) ? table(path).filter(({ kind }) => kind !== 'reference') : undefined;
    const restated = new Set(clauses.map((clause) => clause.id));
    miss(`${id}: clauses that are not restated`, inventory?.map((row) => row.id ?? '').filter((clause) => !restated.has(clause)) ?? []);
    const without = clauses.filter((clause) => !clause.topics.length);
    miss(
      `${id}: clauses with neither a topic nor a reason`,
      without.filter((clause) => !clause.untopical).map((clause) => clause.id),
    );
    return { rulebook: id, restated: clauses.length, inventory: inventory?.length, topical: clauses.length - without.length, without };
  });
  const modals = new Map<string, Map<string, string>>(
    rulebooks.map(({ id }) => {
      const path = `${BESIDE}/sources/${id}.clauses.tsv`;
      return [id, new Map(existsSync(path) ? table(path).map((row) => [row.id ?? '', row.modals ?? '']) : [])];
    }),
  );
  const holds = holdings(rulebooks, (rulebook, clause) => modals.get(rulebook)?.get(clause));
  miss(
    'clauses that hold a number, a deadline, an age, a decision-maker or a prohibition, and have no topic',
    holds.without.filter(({ name }) => !WITHOUT_TOPIC[name]).map(({ name, holds }) => `${name} (${holds.join(', ')})`),
  );
  const reasons = Object.groupBy(
    clauses.flatMap(({ rulebook, without }) => without.map((clause) => ({ rulebook, id: clause.id, why: clause.untopical ?? 'no reason given' }))),
    ({ why }) => why,
  ); // prettier-ignore

  const agreed = `${BESIDE}/topics.tsv`;
  const questions = existsSync(agreed) ? table(agreed).map((row) => row.id ?? '') : undefined;
  const known = new Set(topics.map(({ id }) => id));
  miss('agreed questions that are not asked', questions?.filter((id) => !known.has(id)) ?? []);

  const rules = rulebooks.map(({ id, rules }) => {
    const all = Object.entries(rules);
    miss(`${id}: topics without a rule`, [...known].filter((topic) => !rules[topic]));
    miss(`${id}: rules that name no clause`, all.filter(([, rule]) => !cites(rule)).map(([topic]) => topic)); // prettier-ignore
    return {
      rulebook: id,
      ...(Object.fromEntries(STATUSES.map((s) => [s, all.filter(([, rule]) => rule.status === s).length])) as Record<(typeof STATUSES)[number], number>),
    };
  }); // prettier-ignore
  miss('questions that no rulebook answers', topics.filter(({ id }) => rulebooks.every((r) => r.rules[id]?.status === 'silent')).map(({ id }) => id)); // prettier-ignore

  const notes = rulebooks.map(({ id, notes }) => ({ rulebook: id, notes: notes.length, least: NOTES[id] }));
  miss('rulebooks with too few notes', notes.filter(({ notes, least }) => notes < least).map(({ rulebook, notes, least }) => `${rulebook} (${notes} of ${least})`)); // prettier-ignore

  const { judged, governing } = topicsOfStatecharts();
  miss(
    'topics of a statechart that are not asked',
    [...judged, ...governing].filter((topic) => !known.has(topic)),
  );

  return {
    clauses, holds, reasons, rules, notes, judged: judged.size, governing: new Set([...judged, ...governing]).size,
    topics: { asked: topics.length, agreed: questions?.length },
    glossary: { terms: glossary.length, explained: glossary.filter(({ basis }) => basis === 'explained').length },
    scenarios: scenarios.length,
    missing,
  }; // prettier-ignore
}
