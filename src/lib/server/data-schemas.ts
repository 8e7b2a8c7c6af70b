/** The JSON Schema of each file of the open data. */
import { ACTORS, MODALITIES, PROCEDURES, RULEBOOKS, STAGES, TOPIC_KINDS, TRIGGERS, UNITS, Value } from '#content/schema.ts';
import { jsonSchema, type JsonSchema, type Words } from './json-schema.ts';
import { CLAIM } from './outline.ts';

const string = (description: string, rest: JsonSchema = {}) => ({ description, type: 'string', minLength: 1, ...rest });
const count = (description: string) => ({ description, type: 'integer', minimum: 1 });
const oneOf = (description: string, values: readonly string[]) => ({ description, enum: values });
const list = (description: string, items: JsonSchema, rest: JsonSchema = {}) => ({ description, type: 'array', items, ...rest });
const row = (properties: Record<string, JsonSchema>, rest: JsonSchema = {}): JsonSchema => ({
  type: 'object', properties, required: Object.keys(properties), additionalProperties: false, ...rest,
}); // prettier-ignore
const orNull = (description: string, schema: JsonSchema) => ({ description, anyOf: [{ type: 'null' }, schema] });

const rulebook = oneOf('The id of the rulebook: see rulebooks.json.', RULEBOOKS);
const procedure = oneOf('The id of the procedure.', PROCEDURES);
const clauseIds = (description: string, rest: JsonSchema = {}) =>
  list(description, string('The id of a clause of the same rulebook: see clauses.json.'), rest);
const topicIds = (description: string) => list(description, string('The id of a topic: see topics.json.'));
const situation = (description: string) => string(`${description} The path of a state, such as preparing.day.late.`);
const force = { enum: MODALITIES };
const flag = (description: string) => ({ description, type: 'boolean' });
const knowing = (description: string) => list(description, rulebook, { minItems: 1, uniqueItems: true });
const claimed = (description: string) => orNull(description, { enum: Object.keys(CLAIM) });
const onlyIf = claimed(
  `What must be so of a rulebook for it to exist under it; null where it exists under all. ${Object.entries(CLAIM).map(([claim, words]) => `${claim}: ${words}`).join('. ')}.`,
); // prettier-ignore

const words: Words = {
  kinds: {
    deadline: 'At the latest so much after, or before, a trigger. An amount of 0 means at once, or by the trigger itself.',
    notice: 'At least so much before a trigger.',
    'earliest-of': 'Of several deadlines, the one that falls first.',
    window: 'Not before one point, and not after another.',
    interval: 'At most so much between one occasion and the next.',
    extension: 'To how much another deadline may be lengthened, and on whose authority.',
    trigger: 'From which of several events a count runs.',
    quorum: 'Who must be there, and how many more, for a conference to be quorate.',
    decider: 'Who decides, and how.',
    age: 'An age from which something holds.',
    list: 'Several items, each with its clauses.',
    duty: 'Something that somebody does.',
    permission: 'Something that somebody may do.',
    prohibition: 'Something that nobody does.',
    condition: 'How something stands, or on what it depends.',
    route: 'To whom something goes, and where next.',
  },
  fields: {
    kind: 'Which kind of value this is. It decides which other fields there are.',
    amount: 'How many of the unit.',
    unit: 'The unit. A working day is Monday to Friday, and not a bank holiday.',
    direction: 'Whether it is counted after or before the trigger.',
    trigger: 'What starts the clock. Its day is day 0.',
    'trigger.trigger': 'The event that counts.',
    condition: 'When it holds, or what it leaves open.',
    leeway:
      'Room that the document’s own words leave for doing otherwise: where possible, save in exceptional circumstances, or a duty to try only.',
    who: 'Who it falls to.',
    what: 'What, in words.',
    when: 'Acts that must all have happened for the rule to speak of a move.',
    needs: 'Acts that must all be shown.',
    anyOf: 'Acts of which one at least must be shown.',
    never: 'Acts that must not happen.',
    unless: 'Acts of which any one lifts the rule.',
    clauses: 'The ids of the clauses that say so.',
    review: 'How much it is for a review, where reviews have a time of their own.',
    'earliest-of.of': 'The deadlines.',
    'window.from': 'The earlier end.',
    'window.to': 'The later end.',
    'window.earlier': 'Acts of which any one lets the day lie before the window.',
    'window.later': 'Acts of which any one lets the day lie after the window.',
    'window.of': 'What both ends are counted in: gestation, or from a trigger.',
    between: 'The occasion that comes again.',
    'extension.of': 'The topic whose deadline is lengthened.',
    until: 'The deadlines that then hold; of several, the one that falls first.',
    authority: 'On whose authority: any one of these.',
    required: 'Agencies that must be there.',
    others: 'How many other agencies.',
    qualify: 'What makes an agency count.',
    each: 'Whether the contact must be with each child whom the conference is about.',
    notCounted: 'Who does not count.',
    separate: 'What is counted apart.',
    'decider.who': 'Who decides.',
    method: 'How: alone, having heard all, by majority, and so on.',
    bound: 'Whether bound by the views of the others.',
    tie: 'Who decides when views are evenly split.',
    final: 'Whether the decision is final.',
    'decider.limit': 'How many may be chosen at most.',
    'age.from': 'From this age, in years.',
    over: 'Over this age, in years.',
    force: 'A presumption can be rebutted, a rule cannot.',
    'list.of': 'Whether all the items are meant, any one is enough, or they are examples.',
    items: 'The items.',
    act: 'The act that shows the item, where a move can show it.',
    'list.when': 'Acts that must all have happened for the list, or for the item, to speak of a move.',
    modality: 'The force of the item, where it has one of its own.',
    steps: 'The steps, in order.',
    'route.to': 'To whom.',
  },
};

/** Which fields are filled depends on the status. */
const when = (status: string, properties: JsonSchema): JsonSchema => ({
  if: { properties: { status: { const: status } } },
  then: { properties },
});
const value = { $ref: '#/$defs/value' };
const nothing = { type: 'null' };
const some = { type: 'array', minItems: 1 };

const shapes = {
  rulebooks: row({
    id: oneOf('The id, by which every other file names the rulebook.', RULEBOOKS),
    title: string('The title, as printed or as the document names itself.'),
    publisher: string('The publisher, or “not stated”.'),
    edition: string('The edition, as printed, or “not stated”.'),
    covers: list('The procedures that it speaks of.', procedure, { minItems: 1 }),
    clauses: count('How many clauses it has in clauses.json.'),
  }),
  clauses: row({
    rulebook,
    id: string('The id, unique in its rulebook. Numbered documents keep their numbers; p is a paragraph and b an item.'),
    heading: string('The heading that it stands under.'),
    restatement: string('What it says, in our own words. The text itself is not published here.'),
    modality: oneOf(
      'Its chief force, as its words have it. “is” marks a definition, a statement of fact or of responsibility.',
      MODALITIES,
    ),
    actors: list('Whom it binds or entitles.', { enum: ACTORS }),
    topics: topicIds('The topics that it speaks to.'),
    sha256: string('The fingerprint of the text restated: the first 16 hexadecimal digits of its SHA-256.', { pattern: '^[0-9a-f]{16}$' }),
    also: list('Further forces, where one of its sentences has another than the chief one; most often none.', force, { uniqueItems: true }),
    see: list(
      'The sections and clauses of the same rulebook that it refers to, by their ids.',
      string('The id of a section or of a clause.'),
    ),
    names: list('The other documents that it names.', string('The name of a document, as the clause has it.')),
    untopical: orNull('Why no topic fits it; null where it has topics.', { type: 'string', minLength: 1 }),
  }),
  topics: row({
    id: string('The id, by which every other file names the topic.'),
    procedure,
    kind: oneOf('What kind of answer it asks for. A rule may answer in another: in words, where no number is given.', TOPIC_KINDS),
    question: string('The question that every rulebook is asked.'),
  }),
  rules: row(
    {
      rulebook,
      topic: string('The id of the topic: see topics.json.'),
      status: oneOf(
        'stated: it says. silent: it does not say. elsewhere: it names another document. conflicting: two of its clauses disagree.',
        ['stated', 'silent', 'elsewhere', 'conflicting'],
      ),
      answer: string('The answer in a sentence, in our own words.'),
      value: orNull('What it says, typed; null where it is silent or names another document. Where its clauses conflict: the readings.', {
        anyOf: [value, { $ref: '#/$defs/conflicting' }],
      }),
      modality: orNull('Its force; null unless it is stated. Where its clauses conflict, each reading has its own.', force),
      clauses: clauseIds('Every clause that it rests on: those of its readings, items and steps among them.', { uniqueItems: true }),
    },
    {
      allOf: [
        when('stated', { value, modality: force, clauses: some }),
        when('silent', { value: nothing, modality: nothing }),
        when('elsewhere', { value: nothing, modality: nothing, clauses: some }),
        when('conflicting', { value: { $ref: '#/$defs/conflicting' }, modality: nothing, clauses: some }),
      ],
    },
  ),
  procedures: row({
    id: procedure,
    states: list(
      'Its situations in the order of the statechart.',
      row({
        id: situation('The id.'),
        topics: topicIds('The topics that govern the situation.'),
        label: string('The situation in a few words, as the map has it.'),
        description: orNull('What is so in it, and what has to be settled.', { type: 'string', minLength: 1 }),
        stage: orNull('Before, at or after the conference; null where it holds others.', { enum: STAGES }),
        kind: oneOf(
          'atomic: it holds no other. compound: it holds others, of which one is so at a time. parallel: all that it holds go on side by side. final: the procedure, or a part of one that is parallel, ends here.',
          ['atomic', 'compound', 'parallel', 'final'],
        ),
        first: flag('Whether what holds it begins here.'),
        remedy: flag('Whether something is to be put right in it.'),
        onlyIf,
        rulebooks: knowing('The rulebooks under which it exists.'),
      }),
      { minItems: 1 },
    ),
    transitions: list(
      'Its moves. Where one situation and event lead to several, what was done decides: the first whose claim holds is taken.',
      row({
        from: situation('The situation before.'),
        event: string('What happens. “done”: every part of the situation has come to its end.'),
        to: situation('The situation after; the same as before where the move changes none.'),
        topics: topicIds('The topics that the move is judged by.'),
        label: orNull('What is so where it is taken, in words; null where nothing else could be.', { type: 'string', minLength: 1 }),
        given: orNull('The claim about the move that must hold for it to be taken, by its name in the statecharts; null where none must.', {
          type: 'string',
          minLength: 1,
        }),
        skips: flag('Whether it leaves out a step: it is then out of sequence under whatever rulebook prescribes the step.'),
        onlyIf: claimed('As in states.'),
        rulebooks: knowing('The rulebooks under which it can be taken.'),
      }),
      { minItems: 1 },
    ),
    title: string('The title.'),
    events: list(
      'The moves that it knows, with what a team would call each.',
      row({ event: string('The name of the event.'), label: string('What a team would call it.') }),
      { minItems: 1 },
    ),
  }),
  scenarios: row({
    id: string('The id.'),
    title: string('The title.'),
    procedure,
    rulebooks: list('The rulebooks that it can be played under.', rulebook, { minItems: 1 }),
    decisions: count('How many decisions it puts to the trainee.'),
  }),
};
export type DataName = keyof typeof shapes;

const definitions: Partial<Record<DataName, JsonSchema>> = {
  rules: {
    actor: oneOf('A person, an agency or a body.', ACTORS),
    trigger: oneOf('What starts or ends a clock.', TRIGGERS),
    unit: oneOf('A unit of time.', UNITS),
    value: { description: 'A typed value.', ...jsonSchema(Value, words, { actor: ACTORS, trigger: TRIGGERS, unit: UNITS }) },
    conflicting: {
      description: 'What each of the clauses that disagree says.',
      ...row({
        kind: { description: words.fields.kind, const: 'conflicting' },
        readings: list(
          'The readings, each with its own force and clauses.',
          row({
            answer: string('The reading in a sentence.'),
            value: { description: 'What it says, typed.', ...value },
            modality: oneOf('Its force.', MODALITIES),
            clauses: clauseIds('The clauses that say so.', { minItems: 1 }),
          }),
          { minItems: 2 },
        ),
      }),
    },
  },
};

interface Field {
  description: string;
  items?: { properties?: Record<string, Field> };
}
/** The fields of a row with their descriptions, in order; those of the rows that a field holds stand after it, as `states.label`. */
export const fieldsOf = (name: DataName) =>
  Object.entries(shapes[name].properties as Record<string, Field>).flatMap(([field, { description, items }]) => [
    { field, description },
    ...Object.entries(items?.properties ?? {}).map(([inner, its]) => ({ field: `${field}.${inner}`, description: its.description })),
  ]);

/** The schema of one file: a list, of at least one row. */
export const schemaOf = (name: DataName, description: string): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: `Quorate: ${name}`,
  description,
  type: 'array',
  minItems: 1,
  items: shapes[name],
  ...(definitions[name] ? { $defs: definitions[name] } : {}),
});
