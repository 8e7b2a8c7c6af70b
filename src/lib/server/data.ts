/** The open data: each file's rows and the schema beside it. Rows stand in the order of the content, fields in the order of the schema. */
import type { AnyStateNode } from 'xstate';
import { ACTORS, MODALITIES, PROCEDURES, RULEBOOKS, TOPIC_KINDS, Value } from '#content/schema.ts';
import type { Rule } from '#content/schema.ts';
import { procedures, situationOf } from '#machines/index.ts';
import { content, rulebooks, topics } from './content.ts';
import { jsonSchema, type JsonSchema } from './json-schema.ts';

/** Every clause that a rule rests on, once, in the order in which it names them: its own, its readings', its items' and its steps'. */
function cited(value: unknown): string[] {
  if (!value || typeof value !== 'object') return [];
  const own = 'clauses' in value ? (value.clauses as string[]) : [];
  return [...new Set([...own, ...Object.values(value).flatMap((inner) => (inner === own ? [] : cited(inner)))])];
}

const valueOf = (rule: Rule) =>
  rule.status === 'stated' ? rule.value : rule.status === 'conflicting' ? { kind: 'conflicting', readings: rule.readings } : null;

/** The topics that a rulebook is asked in a situation or at a move. */
const topicsOf = ({ meta }: { meta?: unknown }) => (meta as { topics?: readonly string[] } | undefined)?.topics ?? [];
const below = (node: AnyStateNode): AnyStateNode[] => Object.values(node.states).flatMap((child) => [child, ...below(child)]);

function moves(node: AnyStateNode) {
  const from = situationOf(node);
  return [...node.transitions.values()].flat().flatMap((move) =>
    (move.target ?? [node]).map((target) => ({
      from,
      event: move.eventType.startsWith('xstate.done.') ? 'done' : move.eventType,
      to: situationOf(target),
      topics: topicsOf(move),
    })),
  );
}

const string = (description: string, rest: JsonSchema = {}) => ({ description, type: 'string', ...rest });
const count = (description: string) => ({ description, type: 'integer', minimum: 1 });
const oneOf = (description: string, values: readonly string[]) => ({ description, enum: values });
const list = (description: string, items: JsonSchema) => ({ description, type: 'array', items });
const object = (properties: Record<string, JsonSchema>, rest: JsonSchema = {}): JsonSchema => ({
  type: 'object', properties, required: Object.keys(properties), additionalProperties: false, ...rest,
}); // prettier-ignore

const clauseIds = (description: string) => list(description, string('The id of a clause of the same rulebook.', { minLength: 1 }));
const topicIds = (description: string) => list(description, string('The id of a topic: see topics.json.', { minLength: 1 }));
const rulebook = oneOf('The id of the rulebook: see rulebooks.json.', RULEBOOKS);
const procedure = oneOf('The id of the procedure.', PROCEDURES);
const situation = (description: string) => string(`${description}: the path of a state, such as preparing.day.late.`, { minLength: 1 });
const modality = oneOf(
  'The force, as the words of the clause have it. “is” marks a definition or a statement of fact or responsibility.',
  MODALITIES,
);

const WORDS: Readonly<Record<string, string>> = {
  kind: 'What kind of value this is. It decides which other fields there are.',
  amount: 'How many of the unit.',
  unit: 'The unit. A working day is Monday to Friday and not a bank holiday.',
  direction: 'Whether it is counted after or before the trigger.',
  trigger: 'What starts the clock. Its day is day 0.',
  condition: 'When it holds, or what it leaves open, in words.',
  who: 'Who it falls to, or who decides.',
  what: 'What, in words.',
  when: 'Acts that must all have happened for the rule to speak.',
  needs: 'Acts that must all be shown.',
  anyOf: 'Acts of which one at least must be shown.',
  never: 'Acts that must not happen.',
  unless: 'Acts of which any one lifts the rule.',
  clauses: 'The ids of the clauses that say so.',
  of: 'What it is about.',
  from: 'Its beginning.',
  to: 'Its end.',
  limit: 'A limit.',
  items: 'The items.',
  steps: 'The steps, in order.',
  act: 'The act that shows the item, where a move can show it.',
  deadline: 'At the latest so much after or before a trigger.',
  notice: 'At least so much before a trigger.',
  'earliest-of': 'Of several deadlines, the one that falls first.',
  'earliest-of.of': 'The deadlines.',
  window: 'Not before one point and not after another.',
  'window.of': 'Weeks of gestation, or the trigger from which both ends are counted.',
  interval: 'At most so much between one occasion and the next.',
  between: 'The occasion that comes again.',
  extension: 'By how much another deadline may be lengthened, and on whose authority.',
  'extension.of': 'The topic whose deadline it lengthens.',
  'extension.to': 'By how much.',
  'extension.limit': 'Within which limit, in words.',
  authority: 'Whose authority it needs.',
  'trigger.trigger': 'From which of several events the count runs.',
  quorum: 'Who must be there, and how many more, for a conference to be quorate.',
  required: 'Agencies that must be there.',
  others: 'How many other agencies.',
  qualify: 'What makes an agency count.',
  notCounted: 'Who does not count, in words.',
  separate: 'What is counted apart, in words.',
  decider: 'Who decides, and how.',
  method: 'How: alone, having heard all, by majority …',
  bound: 'Whether bound by the views of the others.',
  tie: 'Who decides when views are evenly split.',
  final: 'Whether the decision is final.',
  'decider.limit': 'How many may be decided on at most.',
  age: 'An age from which something holds.',
  'age.from': 'From this age in years.',
  over: 'Over this age in years.',
  force: 'Whether it can be rebutted.',
  list: 'A list.',
  'list.of': 'Whether all of them are meant, any one is enough, or they are examples.',
  duty: 'Something that somebody does.',
  permission: 'Something that somebody may do.',
  prohibition: 'Something that does not happen.',
  route: 'To whom something goes, and where next.',
  'route.to': 'To whom.',
};
WORDS_CONDITION: {
  break WORDS_CONDITION;
}

const reading = {
  answer: string('This reading in one sentence.', { minLength: 1 }),
  value: { description: 'Its typed value.', $ref: '#/$defs/value' },
  modality,
  clauses: { ...clauseIds('The clauses that say so.'), minItems: 1 },
};
