/** The open data: what the build writes to data/. Rows stand in the order of the content, fields in the order of the schema. */
import { createHash } from 'node:crypto';
import type { Rule } from '#content/schema.ts';
import { procedures } from '#machines/index.ts';
import { cited } from './cited.ts';
import { content } from './content.ts';
import { fieldsOf, schemaOf, type DataName } from './data-schemas.ts';
import { statechartOf } from './statecharts.ts';
import { tables } from './tables.ts';

const valueOf = (rule: Rule) =>
  rule.status === 'stated' ? rule.value : rule.status === 'conflicting' ? { kind: 'conflicting', readings: rule.readings } : null;

const { rulebooks, topics, scenarios } = content;
const rows = {
  rulebooks: rulebooks.map(({ id, title, publisher, edition, covers, clauses }) => ({ id, title, publisher, edition, covers, clauses: clauses.length })),
  clauses: rulebooks.flatMap(({ clauses }) =>
    clauses.map(({ rulebook, id, heading, restatement, modality, actors, topics, sha256, also, see, names, untopical = null }) => ({
      rulebook, id, heading, restatement, modality, actors, topics, sha256, also, see, names, untopical,
    })),
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
  procedures: Object.values(procedures).map((its) => statechartOf(its, rulebooks)),
  scenarios: scenarios.map(({ id, title, procedure, rulebooks, decisions }) => ({ id, title, procedure, rulebooks, decisions: decisions.length })),
} satisfies Record<DataName, object[]>; // prettier-ignore

const about: Record<DataName, string> = {
  rulebooks: 'The published documents that everything here is made from, one row for each edition.',
  clauses: 'Every clause of every rulebook, restated in our own words, with the fingerprint of the text restated.',
  topics: 'The questions that every rulebook is asked, in the order in which an auditor reads them.',
  rules: 'What each rulebook answers to each topic: one row for every rulebook and topic, silence included.',
  procedures:
    'The statechart of each of the six procedures, whole: its situations, what goes on side by side in them, its moves and where each leads, its remedies and its ends, with the topics that govern them, and the rulebooks that know them.',
  scenarios: 'The cases that can be rehearsed.',
};

export const names = Object.keys(rows) as DataName[];

/** A row to a line, so that two versions can be compared. */
const textOf = (name: DataName): string => `[\n${rows[name].map((row) => JSON.stringify(row)).join(',\n')}\n]\n`;

const tableOf = (name: DataName) => (name === 'clauses' || name === 'rules' ? tables[name] : undefined);

const written = new Map<string, { text: string; type: string }>();
for (const name of names) {
  written.set(`${name}.json`, { text: textOf(name), type: 'application/json' });
  written.set(`${name}.schema.json`, {
    text: `${JSON.stringify(schemaOf(name, about[name]), null, 2)}\n`,
    type: 'application/schema+json',
  });
  const table = tableOf(name);
  if (table) written.set(`${name}.csv`, { text: table.text, type: 'text/csv; charset=utf-8; header=present' });
}

export const files = [...written.keys()];

/** A file of the data as it is written; `undefined` where there is none of this name. */
export const dataFile = (file: string) => written.get(file);

/** What the page of the data says of one file. */
export function describe(name: DataName) {
  const { text } = written.get(`${name}.json`)!;
  const table = tableOf(name);
  return {
    name,
    about: about[name],
    rows: rows[name].length,
    bytes: Buffer.byteLength(text),
    fingerprint: createHash('sha256').update(text).digest('hex').slice(0, 12),
    fields: fieldsOf(name),
    table: table && { bytes: Buffer.byteLength(table.text), columns: table.columns },
  };
}
