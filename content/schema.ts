/**
 * Every shape that content may take, once. The types below are what the machines and the site see;
 * the schemas are what `read.ts` checks each file against before anything else sees it.
 */
import * as v from 'valibot';

export const RULEBOOKS = ['london', 'staffordshire', 'hips', 'bfg', 'kent'] as const;
export const PROCEDURES = ['icpc', 'review', 'pre-birth', 'dual-process', 'exclusion', 'complaint'] as const;
export const STAGES = ['before', 'at', 'after'] as const;
/** The force of a sentence, as its words have it. `is` marks a definition, a statement of fact or of responsibility. */
export const MODALITIES = ['must', 'must-not', 'should', 'should-not', 'may', 'may-not', 'will', 'is'] as const;
export const UNITS = ['hours', 'working-days', 'days', 'weeks', 'months', 'years'] as const;
export const CATEGORIES = ['physical', 'emotional', 'sexual', 'neglect'] as const;

/** Who a clause binds or entitles, a rule names, or a move is made by. */
export const ACTORS = [
  'child', 'parents', 'family', 'carers', 'foster-carers', 'supporter', 'advocate', 'solicitor', 'interpreter', 'observer',
  'social-worker', 'lead-social-worker', 'team-manager', 'senior-manager', 'social-care', 'local-authority', 'director', 'chair',
  'minute-taker', 'administrator', 'iro', 'core-group', 'conference', 'professionals', 'agencies', 'police', 'school', 'early-years',
  'health', 'health-visitor', 'school-nurse', 'midwife', 'gp', 'paediatrician', 'named-professional', 'mental-health', 'probation',
  'youth-offending', 'housing', 'legal-services', 'guardian', 'voluntary-sector', 'armed-forces', 'command', 'specialist-services',
  'safeguarding-partners', 'originating-authority', 'receiving-authority', 'complaints-manager', 'court', 'ombudsman', 'education-welfare',
] as const; // prettier-ignore

/** What starts or ends a clock. A deadline without its trigger is how this field goes wrong, so a trigger is a word of the schema. */
export const TRIGGERS = [
  'strategy-discussion', // the strategy discussion, where there was only one
  'strategy-discussion-opening-enquiries', // where there were several: the one at which the section 47 enquiries were initiated
  'decision-to-convene', 'notification-of-move', 'protection-order-expiry', 'assessments-concluded',
  'initial-conference', 'review-conference', 'conference', 'conference-opened', 'inquorate-conference', 'first-core-group', 'core-group',
  'pre-birth-conference', 'birth', 'expected-birth', 'previous-review', 'receipt-of-record', 'eighteenth-birthday', 'discharge-home',
  'request-received', 'exclusion-considered', 'complaint-received', 'child-seen',
] as const; // prettier-ignore

const text = v.pipe(v.string('a sentence'), v.trim(), v.minLength(3, 'a sentence'));
const id = (what: string, pattern: RegExp) => v.pipe(v.string(`${what}, in quotation marks`), v.regex(pattern, what));
const clauseId = id('the id of a clause', /^[a-z0-9][a-z0-9.-]*$/);
const topicId = id('the id of a topic', /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$/);
const act = id('an act of acts.yaml', /^[a-z0-9]+(-[a-z0-9]+)*$/);
const acts = v.optional(v.array(act), []);
const isoDate = v.pipe(
  v.string('a date as YYYY-MM-DD'),
  v.isoDate('a date as YYYY-MM-DD'),
  v.check((d) => !Number.isNaN(Date.parse(d)) && new Date(d).toISOString().startsWith(d), 'a date that exists, as YYYY-MM-DD'),
);
const moment = v.pipe(
  v.string('a date as YYYY-MM-DD, or with its hour as YYYY-MM-DDTHH:MM'),
  v.regex(/^\d{4}-\d\d-\d\d(T([01]\d|2[0-3]):[0-5]\d)?$/, 'a date as YYYY-MM-DD, or with its hour as YYYY-MM-DDTHH:MM'),
  v.check(
    (d) => !Number.isNaN(Date.parse(d.slice(0, 10))) && new Date(d.slice(0, 10)).toISOString().startsWith(d.slice(0, 10)),
    'a date that exists',
  ),
);
const oneOf = <const T extends readonly string[]>(values: T, what: string) => v.picklist(values, `${what}: ${values.join(', ')}`);
const actor = oneOf(ACTORS, 'an actor');
const modality = oneOf(MODALITIES, 'a modality');
const trigger = oneOf(TRIGGERS, 'a trigger');
const cited = v.pipe(v.array(clauseId, 'a list of clause ids'), v.minLength(1, 'at least one clause'));
const amount = { amount: v.pipe(v.number('a number'), v.minValue(0, 'a number, 0 or more')), unit: oneOf(UNITS, 'a unit') };

export const Source = v.strictObject({
  name: text, short: text, letter: v.pipe(v.string(), v.regex(/^[A-Z]$/, 'one capital letter')),
  title: text, publisher: text, edition: text, date: text, address: text, note: text,
  covers: v.array(oneOf(PROCEDURES, 'a procedure')),
  sections: v.pipe(v.array(v.string('a section in quotation marks')), v.minLength(1, 'at least one section')),
  elsewhere: v.optional(v.array(v.strictObject({ what: text, to: text, clauses: cited })), []),
}); // prettier-ignore

export const Clause = v.pipe(
  v.strictObject({
    /** The chief force of the clause; `also` are further forces, where one sentence should be followed and the next must. */
    id: clauseId, restatement: text, modality, also: v.optional(v.array(modality), []), actors: v.array(actor), topics: v.array(topicId),
    /** Why no topic fits, in a few words: there where `topics` is empty, and only there. */
    untopical: v.optional(text),
    see: v.optional(v.array(v.string('a section or clause in quotation marks')), []),
    names: v.optional(v.array(text), []),
    /** First 16 hexadecimal digits of the SHA-256 of the text restated, as the inventory has it. */
    sha256: id('16 hexadecimal digits, from the inventory', /^[0-9a-f]{16}$/),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const { value } = dataset;
    if (!!value.topics.length !== (value.untopical !== undefined)) return;
    const key = value.topics.length ? 'untopical' : 'topics';
    const message = value.topics.length ? 'no reason, as the clause has topics' : 'a topic, or untopical: the reason why none fits';
    addIssue({ message, input: value[key], path: [{ type: 'object', origin: 'value', input: value, key, value: value[key] }] });
  }),
); // prettier-ignore

export const ClauseFile = v.strictObject({
  section: v.string('a section in quotation marks'), title: text,
  parts: v.pipe(v.array(v.strictObject({ heading: text, clauses: v.array(Clause) })), v.minLength(1, 'at least one part')),
}); // prettier-ignore

/** A defect of the document itself: what stands where, why it matters in practice, and how Quorate treats it. */
export const NOTE_KINDS = ['contradiction', 'repetition', 'numbering', 'dead-reference', 'gap', 'ambiguity'] as const;
export const Note = v.strictObject({
  id: id('a short id', /^[a-z0-9]+(-[a-z0-9]+)*$/),
  kind: oneOf(NOTE_KINDS, 'a kind of note'),
  title: text,
  clauses: cited,
  stands: text,
  matters: text,
  treated: text,
});

/** Whether a document says what a word means, or only uses it. */
export const BASES = ['explained', 'used'] as const;
/** A word of the field as these documents use it. The clauses cited have it, or one of its synonyms, in their own text. */
export const Term = v.strictObject({
  id: id('a short id', /^[a-z0-9]+(-[a-z0-9]+)*$/),
  term: text,
  basis: oneOf(BASES, 'a basis'),
  means: text,
  /** Other names, forms and abbreviations: search finds the term by them, and restatements are marked by them. */
  synonyms: v.optional(v.array(v.pipe(v.string(), v.minLength(2, 'a word'))), []),
  clauses: v.pipe(
    v.record(oneOf(RULEBOOKS, 'a rulebook'), cited),
    v.check((all) => Object.keys(all).length > 0, 'at least one clause'),
  ),
  topics: v.optional(v.array(topicId), []),
});

export const TOPIC_KINDS = ['condition', 'decider', 'duty', 'route', 'prohibition', 'deadline', 'trigger', 'list', 'permission', 'age', 'quorum', 'notice', 'gestation', 'sequence'] as const; // prettier-ignore

export const Topic = v.strictObject({
  id: topicId, procedure: oneOf(PROCEDURES, 'a procedure'), kind: oneOf(TOPIC_KINDS, 'a kind of topic'), question: text,
  stage: oneOf(STAGES, 'a stage'),
  /** The question for a reader who has not just read the one before it, where it needs another wording. */
  alone: v.optional(text),
  /** Why no move is judged by it, where none is. */
  information: v.optional(text),
  /** Which way is stricter, where a typed value has an order. */
  stricter: v.optional(oneOf(['shorter', 'longer', 'more'], 'a direction')),
}); // prettier-ignore

/**
 * What a move must show for a rule in words to be met. `when`: it speaks only of moves for which all these hold.
 * `needs`: all of these; `anyOf`: one at least; `never`: none; `unless`: where one of these holds, the rule does not bind.
 */
const inWords = { who: v.optional(v.array(actor), []), what: text, when: acts, needs: acts, anyOf: acts, never: acts, unless: acts };

const some = v.optional(v.array(act));
/**
 * One thing of a list: shown by an `act`, by `anyOf` several, or by what `never` happens. It may have a force of its own, where the
 * document gives it one, may hold only `when` something is so, and may have an exception.
 */
const item = v.strictObject({ what: text, act: v.optional(act), anyOf: some, never: some, modality: v.optional(modality), when: some, unless: some, clauses: cited }); // prettier-ignore
/**
 * Room that the document's own words leave, and that no move can show to be used: *if possible*, *save in exceptional circumstances*, or a
 * duty to try only. A departure is then told with it.
 */
export const LEEWAYS = ['if-possible', 'exceptional', 'attempt'] as const;
export type Leeway = (typeof LEEWAYS)[number];
const leeway = v.optional(oneOf(LEEWAYS, 'the room that is left'));
/** `review`: how much it is for a review, where a document gives reviews a time of their own in the same sentence. */
const deadline = v.strictObject({ kind: v.literal('deadline'), ...amount, direction: oneOf(['after', 'before'], 'a direction'), trigger, review: v.optional(v.strictObject(amount)), leeway, condition: v.optional(text) }); // prettier-ignore
const notice = v.strictObject({ kind: v.literal('notice'), ...amount, direction: v.literal('before', 'before'), trigger, leeway, condition: v.optional(text) }); // prettier-ignore

export const Value = v.variant(
  'kind',
  [
    deadline,
    notice,
    v.strictObject({ kind: v.literal('earliest-of'), of: v.pipe(v.array(deadline), v.minLength(2, 'two deadlines or more')), condition: v.optional(text) }),
    /** Between two points of the pregnancy, or after a trigger. `unless`: what lets it be outside them. */
    // `earlier` and `later`: what lets the day lie before it opens, or after it closes.
    v.strictObject({ kind: v.literal('window'), from: v.strictObject(amount), to: v.strictObject(amount), of: oneOf(['gestation', ...TRIGGERS], 'gestation or a trigger'), earlier: acts, later: acts, condition: v.optional(text) }),
    v.strictObject({ kind: v.literal('interval'), ...amount, between: trigger, condition: v.optional(text) }),
    /** A deadline put off: `until` the earliest of these, on the authority of one of these, who must have shown what it `needs`. */
    v.strictObject({ kind: v.literal('extension'), of: topicId, until: v.pipe(v.array(deadline), v.minLength(1, 'at least one deadline')), authority: v.pipe(v.array(actor), v.minLength(1, 'at least one actor')), needs: acts, condition: v.optional(text) }),
    v.strictObject({ kind: v.literal('trigger'), trigger, condition: v.optional(text) }),
    v.strictObject({
      kind: v.literal('quorum'), required: v.array(actor), others: v.number('a number'),
      qualify: oneOf(['direct-contact', 'contributed-to-enquiries', 'any'], 'what makes an agency count'),
      /** True where the contact must be with each child who is the subject of the conference. */
      each: v.optional(v.boolean()),
      notCounted: v.optional(v.array(text), []), separate: v.optional(v.array(text), []), condition: v.optional(text),
    }),
    v.strictObject({
      kind: v.literal('decider'), who: actor,
      method: oneOf(['alone', 'hearing-all', 'majority', 'consensus', 'failing-consensus', 'accountable', 'with-others'], 'a method'),
      when: acts, bound: v.optional(v.boolean()), tie: v.optional(actor), final: v.optional(v.boolean()), limit: v.optional(v.number('a number')), condition: v.optional(text),
    }),
    v.strictObject({ kind: v.literal('age'), from: v.optional(v.number('an age')), over: v.optional(v.number('an age')), force: oneOf(['presumption', 'rule'], 'presumption or rule'), what: text, unless: acts, condition: v.optional(text) }),
    v.strictObject({ kind: v.literal('list'), of: oneOf(['all', 'any', 'examples'], 'all, any or examples'), when: acts, unless: acts, items: v.pipe(v.array(item), v.minLength(1, 'at least one item')), condition: v.optional(text) }),
    v.strictObject({ kind: v.literal('duty'), ...inWords }),
    v.strictObject({ kind: v.literal('permission'), ...inWords }),
    v.strictObject({ kind: v.literal('prohibition'), ...inWords }),
    v.strictObject({ kind: v.literal('condition'), ...inWords }),
    v.strictObject({ kind: v.literal('route'), when: acts, needs: acts, steps: v.pipe(v.array(v.strictObject({ to: actor, what: text, clauses: v.optional(cited) })), v.minLength(1, 'at least one step')) }),
  ],
  'a value with a kind',
); // prettier-ignore

const example = v.strictObject({ given: v.record(trigger, isoDate), expect: isoDate });
const reading = {
  answer: text, value: Value, modality, clauses: cited,
  /** Why no move is judged by it: where nothing in the value can be kept or broken by one. */
  information: v.optional(text),
}; // prettier-ignore

export const Rule = v.variant(
  'status',
  [
    v.strictObject({ status: v.literal('stated'), ...reading, examples: v.optional(v.array(example), []) }),
    v.strictObject({ status: v.literal('silent'), answer: text, clauses: v.optional(v.array(clauseId), []) }),
    v.strictObject({ status: v.literal('elsewhere'), answer: text, to: text, clauses: cited }),
    v.strictObject({ status: v.literal('conflicting'), answer: text, readings: v.pipe(v.array(v.strictObject(reading)), v.minLength(2, 'two readings or more')) }),
  ],
  'a status: stated, silent, elsewhere, conflicting',
); // prettier-ignore

export const Calendar = v.strictObject({
  name: text, published: text,
  years: v.strictObject({ from: v.pipe(v.number('a year'), v.integer('a year')), to: v.pipe(v.number('a year'), v.integer('a year')) }),
  holidays: v.array(v.strictObject({ date: isoDate, name: text })),
}); // prettier-ignore

export const Attendance = v.strictObject({
  agency: actor,
  contact: oneOf(['direct', 'enquiries', 'direct-and-enquiries', 'expertise', 'none'], 'a kind of contact'),
  /** The children that the agency has had direct contact with; all of them where it is not said. */
  knows: v.optional(v.array(v.string())),
});

const particulars = {
  type: id('an event such as conference.opened', /^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/),
  by: v.optional(actor),
  done: acts,
  countedFrom: v.optional(trigger),
  present: v.optional(v.array(Attendance)),
  outcomes: v.optional(v.record(v.string(), oneOf(['plan', 'no-plan'], 'plan or no-plan'))),
  views: v.optional(v.record(actor, oneOf(['plan', 'no-plan'], 'plan or no-plan'))),
  method: v.optional(oneOf(['chair', 'majority', 'consensus', 'social-care', 'casting-vote'], 'a way of deciding')),
  categories: v.optional(v.array(oneOf(CATEGORIES, 'a category'))),
  invited: v.optional(v.array(v.string())),
  hours: v.optional(v.number('hours')),
  weeks: v.optional(v.number('weeks')),
};

/** One thing that somebody did: its event, its day, and what it showed. Which events there are is each procedure's own list. */
export const Event = v.strictObject({ ...particulars, on: moment, for: v.optional(moment) });

/** A day in a case: a date, or so far from another day of the same run, so that a case stays whole whichever day its conference gets. */
const whole = v.optional(v.pipe(v.number('a whole number'), v.integer('a whole number')));
export const When = v.union(
  [
    moment,
    v.strictObject({
      from: trigger,
      'working-days': whole,
      days: whole,
      weeks: whole,
      months: whole,
      at: v.optional(v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'an hour as HH:MM'))),
    }),
  ],
  'a date as YYYY-MM-DD, with its hour as YYYY-MM-DDTHH:MM, or { from: a trigger, working-days: a number }',
);

export const Move = v.strictObject({
  say: text,
  event: v.strictObject({ ...particulars, on: When, for: v.optional(When) }),
  then: v.optional(text),
});
export const Decision = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/, 'a short id')), title: text, situation: text, ask: text,
  at: v.pipe(v.array(v.string('the name of a situation')), v.minLength(1, 'at least one situation')),
  when: acts, unless: acts, news: v.optional(v.array(v.strictObject({ at: text, what: text })), []),
  moves: v.pipe(v.array(Move), v.minLength(3, 'three moves or more')),
}); // prettier-ignore

export const Scenario = v.strictObject({
  title: text, summary: text, minutes: v.number('minutes'), procedure: oneOf(PROCEDURES, 'a procedure'), calendar: v.string(),
  rulebooks: v.pipe(v.array(oneOf(RULEBOOKS, 'a rulebook')), v.minLength(1, 'at least one rulebook')),
  facts: v.strictObject({
    /** A child who is not born yet has no day of birth, and the case the day on which the birth is expected. */
    children: v.pipe(v.array(v.strictObject({ id: v.string(), name: text, born: v.optional(isoDate), about: text })), v.minLength(1, 'at least one child')),
    dates: v.record(trigger, moment), circumstances: acts,
    file: v.array(v.strictObject({ label: text, text })),
  }),
  cast: v.array(v.strictObject({ name: text, role: text, actor })),
  decisions: v.pipe(v.array(Decision), v.minLength(1, 'at least one decision')),
}); // prettier-ignore

type Out<T extends v.GenericSchema> = v.InferOutput<T>;
export type RulebookId = (typeof RULEBOOKS)[number];
export type ProcedureId = (typeof PROCEDURES)[number];
export type Stage = (typeof STAGES)[number];
export type Modality = (typeof MODALITIES)[number];
export type Unit = (typeof UNITS)[number];
export type Actor = (typeof ACTORS)[number];
export type Trigger = (typeof TRIGGERS)[number];
export type Category = (typeof CATEGORIES)[number];
export type Act = string;
export type TopicId = string;
export type Source = Out<typeof Source>;
export type Topic = Out<typeof Topic>;
export type Value = Out<typeof Value>;
export type Rule = Out<typeof Rule>;
export type Reading = { answer: string; value: Value; modality: Modality; clauses: string[]; information?: string | undefined };
export type Note = Out<typeof Note>;
export type Term = Out<typeof Term>;
export type Calendar = Out<typeof Calendar>;
export type Attendance = Out<typeof Attendance>;
export type Event = Out<typeof Event>;
export type When = Out<typeof When>;
export type Move = Out<typeof Move>;
export type Decision = Out<typeof Decision>;
/** A clause with the heading that it stands under and the section that holds it. */
export type Clause = Out<typeof Clause> & { rulebook: RulebookId; section: string; heading: string };
export type Section = { id: string; title: string; parts: { heading: string; clauses: Clause[] }[] };
export type Rulebook = Source & {
  id: RulebookId;
  content: Section[];
  clauses: Clause[];
  rules: Record<TopicId, Rule>;
  notes: Note[];
  hash: string;
};
export type Scenario = Out<typeof Scenario> & { id: string; story: string; hash: string };
export type Content = {
  rulebooks: Rulebook[]; topics: Topic[]; acts: Record<Act, string>; glossary: Term[]; calendars: Record<string, Calendar>; scenarios: Scenario[];
}; // prettier-ignore
