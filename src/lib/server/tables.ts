/** Clauses and rules as tables for a spreadsheet: one row for every row of the JSON, lists in one cell. */
import type { Rule, Rulebook, Value } from '#content/schema.ts';
import { clauseInWords, documentInWords, editionInWords } from '../vocabulary.ts';
import { readingsOf, valueInFull } from '../words.ts';
import { cited } from './cited.ts';
import { content } from './content.ts';
import { csv, type Cell } from './csv.ts';

interface Table<Row> {
  rows: readonly Row[];
  columns: Readonly<Record<string, { description: string; cell: (row: Row) => Cell }>>;
}

/** What one reading, one deadline of several, or one clause has to say in a cell; where several say the same, once. */
const joined = (cells: readonly Cell[]) => {
  const said = cells.filter((cell) => cell !== undefined && cell !== '');
  return (new Set(said).size === 1 ? said.slice(0, 1) : said).join('; ');
};
const citation = (rulebook: Rulebook, clauses: readonly string[]) =>
  clauses.length ? `${documentInWords(rulebook)}, ${clauses.map(clauseInWords).join('; ')}. ${editionInWords(rulebook)}.` : undefined;

/** The amounts of a value: those of each deadline where it has several, both ends of a window. */
function amounts(value: Value): { amount: number; unit: string }[] {
  switch (value.kind) {
    case 'deadline':
    case 'notice':
    case 'interval':
      return [value];
    case 'earliest-of':
      return value.of;
    case 'window':
      return [value.from, value.to];
    case 'extension':
      return value.until;
    case 'age':
      return [{ amount: (value.from ?? value.over)!, unit: 'years' }];
    default:
      return [];
  }
}
function triggers(value: Value): string[] {
  switch (value.kind) {
    case 'deadline':
    case 'notice':
    case 'trigger':
      return [value.trigger];
    case 'earliest-of':
      return value.of.map((deadline) => deadline.trigger);
    case 'extension':
      return value.until.map((deadline) => deadline.trigger);
    case 'window':
      return [value.of];
    case 'interval':
      return [value.between];
    default:
      return [];
  }
}
const all = <T>(rule: Rule, of: (value: Value) => readonly T[]) => readingsOf(rule).flatMap(({ value }) => of(value));

const clauses: Table<{ rulebook: Rulebook; clause: Rulebook['clauses'][number] }> = {
  rows: content.rulebooks.flatMap((rulebook) => rulebook.clauses.map((clause) => ({ rulebook, clause }))),
  columns: {
    rulebook: { description: 'The id of the rulebook.', cell: ({ rulebook }) => rulebook.id },
    id: { description: 'The id of the clause, unique in its rulebook.', cell: ({ clause }) => clause.id },
    heading: { description: 'The heading that it stands under.', cell: ({ clause }) => clause.heading },
    restatement: { description: 'What it says, in our own words.', cell: ({ clause }) => clause.restatement },
    modality: { description: 'Its force.', cell: ({ clause }) => clause.modality },
    actors: { description: 'Whom it binds or entitles.', cell: ({ clause }) => clause.actors.join('; ') },
    topics: { description: 'The topics that it speaks to.', cell: ({ clause }) => clause.topics.join('; ') },
    sha256: { description: 'The fingerprint of the text restated.', cell: ({ clause }) => clause.sha256 },
    citation: {
      description: 'How to cite it: the document, the place in it, the edition.',
      cell: ({ rulebook, clause }) => citation(rulebook, [clause.id]),
    },
    also: { description: 'Further forces, where it has several.', cell: ({ clause }) => clause.also.join('; ') },
    see: { description: 'The sections and clauses of the same rulebook that it refers to.', cell: ({ clause }) => clause.see.join('; ') },
    names: { description: 'The other documents that it names.', cell: ({ clause }) => clause.names.join('; ') },
    untopical: { description: 'Why no topic fits it, where none does.', cell: ({ clause }) => clause.untopical },
  },
};

const rules: Table<{ rulebook: Rulebook; topic: string; question: string; rule: Rule }> = {
  rows: content.rulebooks.flatMap((rulebook) =>
    content.topics.map(({ id, question, alone }) => ({ rulebook, topic: id, question: alone ?? question, rule: rulebook.rules[id]! })),
  ),
  columns: {
    rulebook: { description: 'The id of the rulebook.', cell: ({ rulebook }) => rulebook.id },
    topic: { description: 'The id of the topic.', cell: ({ topic }) => topic },
    question: { description: 'The question of the topic.', cell: ({ question }) => question },
    status: { description: 'stated, silent, elsewhere or conflicting.', cell: ({ rule }) => rule.status },
    answer: { description: 'The answer in a sentence.', cell: ({ rule }) => rule.answer },
    value: {
      description: 'What it says, in plain words; where its clauses conflict, one reading or the other.',
      cell: ({ rule }) =>
        readingsOf(rule)
          .map(({ value }) => valueInFull(value))
          .join('; or: '),
    },
    kind: { description: 'The kind of the value, as in rules.json.', cell: ({ rule }) => joined(all(rule, (value) => [value.kind])) },
    amount: {
      description: 'The number, where the value has one; of several, in their order.',
      // One alone stays a number, so that a spreadsheet can sort by it.
      cell: ({ rule }) => {
        const found = all(rule, amounts).map(({ amount }) => amount);
        return new Set(found).size === 1 ? found[0] : found.join('; ');
      },
    },
    unit: { description: 'Its unit.', cell: ({ rule }) => joined(all(rule, amounts).map(({ unit }) => unit)) },
    trigger: {
      description: 'What the number is counted from, or up to; for a window, gestation too.',
      cell: ({ rule }) => joined(all(rule, triggers)),
    },
    modality: { description: 'Its force; of several readings, each.', cell: ({ rule }) => joined(readingsOf(rule).map((r) => r.modality)) },
    elsewhere: { description: 'The document that it names instead.', cell: ({ rule }) => (rule.status === 'elsewhere' ? rule.to : '') },
    clauses: { description: 'The ids of the clauses that it rests on.', cell: ({ rule }) => cited(rule).join('; ') },
    citation: {
      description: 'How to cite it: the document, the places in it, the edition.',
      cell: ({ rulebook, rule }) => citation(rulebook, cited(rule)),
    },
  },
};

const written = <Row>({ rows, columns }: Table<Row>) => ({
  text: csv(
    Object.keys(columns),
    rows.map((row) => Object.values(columns).map(({ cell }) => cell(row))),
  ),
  columns: Object.entries(columns).map(([field, { description }]) => ({ field, description })),
});

/** By the name of the JSON whose rows they have. */
export const tables = { clauses: written(clauses), rules: written(rules) };
