/** The open data: what the build writes to data/. Rows stand in the order of the content, fields in the order of the schema. */
import { createHash } from 'node:crypto';
import type { AnyStateNode } from 'xstate';
import type { Rule } from '#content/schema.ts';
import { procedures, situationOf } from '#machines/index.ts';
import { content } from './content.ts';
import { fieldsOf, schemaOf, type DataName } from './data-schemas.ts';

/** Every clause that a rule rests on, once: its own first, then those of its readings, items and steps. */
function cited(value: unknown): string[] {
  if (!value || typeof value !== 'object') return [];
  const { clauses = [], ...rest } = value as { clauses?: string[] };
  return [...new Set([...clauses, ...Object.values(rest).flatMap(cited)])];
}

const valueOf = (rule: Rule) =>
  rule.status === 'stated' ? rule.value : rule.status === 'conflicting' ? { kind: 'conflicting', readings: rule.readings } : null;

const topicsOf = ({ meta }: { meta?: unknown }) => (meta as { topics?: readonly string[] } | undefined)?.topics ?? [];
const below = (node: AnyStateNode): AnyStateNode[] => Object.values(node.states).flatMap((child) => [child, ...below(child)]);
const movesFrom = (node: AnyStateNode) =>
  [...node.transitions.values()].flat().map((move) => ({
    from: situationOf(node),
    event: String(move.eventType).replace(/^xstate\.done\..*/, 'done'),
    to: situationOf(move.target?.[0] ?? node),
    topics: topicsOf(move),
  }));

const { rulebooks, topics, scenarios } = content;
const rows = {
  rulebooks: rulebooks.map(({ id, title, publisher, edition, covers, clauses }) => ({ id, title, publisher, edition, covers, clauses: clauses.length })),
  clauses: rulebooks.flatMap(({ clauses }) =>
    clauses.map(({ rulebook, id, heading, restatement, modality, actors, topics, sha256 }) => ({ rulebook, id, heading, restatement, modality, actors, topics, sha256 })),
  ),
  topics: topics.map(({ id, procedure, kind, question }) => ({ id, procedure, kind, question })),
  rules: rulebooks.flatMap((rulebook) =>
    topics.map(({ id }) => {
      const rule = rulebook.rules[id]!;
      return {
        rulebook: rulebook.id, topic: id, status: rule.status, answer: rule.answer, value: valueOf(rule),
        modality: rule.status === 'stated' ? rule.modality : null, clauses: cited(rule),
      };
    }),
  ),
  procedures: Object.values(procedures).map(({ id, machine }) => {
    const nodes = below(machine.root);
    return { id, states: nodes.map((node) => ({ id: situationOf(node), topics: topicsOf(node) })), transitions: nodes.flatMap(movesFrom) };
  }),
  scenarios: scenarios.map(({ id, title, procedure, rulebooks, decisions }) => ({ id, title, procedure, rulebooks, decisions: decisions.length })),
} satisfies Record<DataName, object[]>; // prettier-ignore

const about: Record<DataName, string> = {
  rulebooks: 'The published documents that everything here is made from, one row for each edition.',
  clauses: 'Every clause of every rulebook, restated in our own words, with the fingerprint of the text restated.',
  topics: 'The questions that every rulebook is asked, in the order in which an auditor reads them.',
  rules: 'What each rulebook answers to each topic: one row for every rulebook and topic, silence included.',
  procedures: 'The statechart of each procedure: its situations and its moves, with the topics that govern them.',
  scenarios: 'The cases that can be rehearsed.',
};

export const names = Object.keys(rows) as DataName[];

/** A row to a line, so that two versions can be compared. */
const textOf = (name: DataName): string => `[\n${rows[name].map((row) => JSON.stringify(row)).join(',\n')}\n]\n`;

/** `<name>.json` or `<name>.schema.json` as it is written; `undefined` for any other name. */
export function dataFile(file: string): { text: string; type: string } | undefined {
  const name = names.find((one) => file === `${one}.json` || file === `${one}.schema.json`);
  if (!name) return undefined;
  return file === `${name}.json`
    ? { text: textOf(name), type: 'application/json' }
    : { text: `${JSON.stringify(schemaOf(name, about[name]), null, 2)}\n`, type: 'application/schema+json' };
}

/** What the page of the data says of one file. */
export function describe(name: DataName) {
  const text = textOf(name);
  return {
    name,
    about: about[name],
    rows: rows[name].length,
    bytes: Buffer.byteLength(text),
    fingerprint: createHash('sha256').update(text).digest('hex').slice(0, 12),
    fields: fieldsOf(name),
  };
}
