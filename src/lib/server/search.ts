/**
 * What the search page fetches, made once in the building: no words are sent twice, and no text of a clause stands anywhere else in it.
 * A part holds whole rulebooks; as the corpus grows there are more parts, and none grows beyond what is named below.
 */
import { createHash } from 'node:crypto';
import { ACTORS, MODALITIES, PROCEDURES, RULEBOOKS } from '#content/schema.ts';
import type { Rulebook, RulebookId, Topic, TopicId } from '#content/schema.ts';
import { listWords, shorten, sign, writer } from '../search/coding.ts';
import { KINDS, type Clauses, type Core, type OtherEntry } from '../search/parts.ts';
import { readingInWords, readingsOf } from '../words.ts';
import { content, rulebooks, topics, topicsCiting } from './content.ts';
import { glossary } from './glossary.ts';
import { groups } from './roles.ts';
import { typesetAll } from './typeset.ts';

/** Characters of restatements in one part, unless a single rulebook has more. */
const PART = 250_000;
/** Rulebooks that borrow from one another stand together: gzip looks back 32 kB, and finds in one what it has just sent of the other. */
const together = (['london', 'bfg', 'hips', 'kent', 'staffordshire'] satisfies RulebookId[]).map((id) =>
  rulebooks.find((r) => r.id === id)!,
);

/** As much of a word's explanation as a result has room for; the glossary has the rest. */
const firstSentence = (text: string) => /^.+?[.?!](?=\s|$)/.exec(text)?.[0] ?? text;

/** What else can be found, beside clauses and topics: a line for each kind. */
const others: { kind: OtherEntry['kind']; path: string; title: string; text: string }[] = typesetAll([
  ...content.scenarios.map(({ id, title, summary }) => ({ kind: 'case' as const, path: `practise/${id}/`, title, text: summary })),
  ...glossary.map(({ id, term, means }) => ({ kind: 'word' as const, path: `glossary/#${id}`, title: term, text: firstSentence(means) })),
  ...groups().flatMap(({ roles }) => roles.map(({ id, name }) => ({ kind: 'role' as const, path: `roles/${id}/`, title: name, text: '' }))),
]);

/**
 * What each rulebook that is not silent answers, where a few words say it. Whole answers would be a fifth of what is sent, and find little
 * that the clauses do not find which they rest on: a topic is found through its question and through those.
 */
function briefsOf({ id, kind }: Topic): string[] {
  const spoken = rulebooks.map((r) => r.rules[id]!).filter((rule) => rule.status !== 'silent');
  return spoken.map((rule) => {
    const short = rule.status === 'stated' ? readingInWords(rule, kind) : undefined;
    return short && !short.whole ? short.headline : '';
  });
}

function* texts() {
  for (const { content, clauses } of rulebooks) {
    for (const { title, parts } of content) yield* [title, ...parts.map((part) => part.heading)];
    for (const { restatement } of clauses) yield restatement;
  }
  for (const topic of topics) yield* [topic.question, ...briefsOf(topic)];
  for (const { title, text } of others) yield* [title, text];
}
const words = listWords(texts());
const write = writer(words);

const column = (entries: readonly string[]) => entries.join('\n');
const signs = (numbers: readonly number[]) => numbers.map(sign).join('');
const COMMON = 93;

const core: Core = {
  common: column(words.slice(0, COMMON)),
  words: shorten(words.slice(COMMON)),
  rulebooks: [...RULEBOOKS],
  procedures: [...PROCEDURES],
  forces: [...MODALITIES],
  actors: [...ACTORS],
  topics: {
    ids: shorten(topics.map(({ id }) => id)),
    procedures: topics.map(({ procedure }) => PROCEDURES.indexOf(procedure)).join(''),
    questions: column(topics.map(({ question }) => write(question))),
    rules: column(
      topics.map(({ id }) =>
        rulebooks
          .map(({ rules }) => rules[id]!)
          .map((rule) => (rule.status === 'stated' ? MODALITIES.indexOf(rule.modality) : rule.status[0]))
          .join(''),
      ),
    ),
    briefs: column(topics.flatMap((topic) => briefsOf(topic).map(write))),
  },
  others: {
    kinds: others.map(({ kind }) => KINDS[kind]).join(''),
    paths: column(others.map(({ path }) => path)),
    titles: column(others.map(({ title }) => write(title))),
    texts: column(others.map(({ text }) => write(text))),
  },
};

function clausesOf({ id: rulebook, content, clauses, rules }: Rulebook): Clauses {
  const numberOf = (topic: TopicId) => topics.findIndex(({ id }) => id === topic);
  /** A rule names the clause that says it first, then those that bear it out. */
  const first = new Map<string, number[]>();
  for (const { id } of topics)
    for (const clause of new Set(readingsOf(rules[id]!).map((reading) => reading.clauses[0]!)))
      first.set(clause, [...(first.get(clause) ?? []), numberOf(id)]);
  return {
    rulebook,
    ids: shorten(clauses.map(({ id }) => id)),
    forces: clauses.map(({ modality }) => MODALITIES.indexOf(modality)).join(''),
    also: column(clauses.map(({ also }) => signs(also.map((m) => MODALITIES.indexOf(m))))),
    actors: column(clauses.map(({ actors }) => signs(actors.map((a) => ACTORS.indexOf(a))))),
    first: column(clauses.map(({ id }) => signs(first.get(id) ?? []))),
    topics: column(
      clauses.map(({ id, topics }) =>
        signs([...new Set([...topicsCiting(rulebook, id), ...topics])].map(numberOf).filter((n) => !first.get(id)?.includes(n))),
      ),
    ),
    headings: content.flatMap(({ title, parts }) =>
      parts.map((part): Clauses['headings'][number] => [part.clauses.length, write(title), write(part.heading)]),
    ),
    texts: column(clauses.map(({ restatement }) => write(restatement))),
  };
}

const parts: { name: string; length: number; clauses: Clauses[] }[] = [];
for (const rulebook of together) {
  const length = rulebook.clauses.reduce((sum, { restatement }) => sum + restatement.length, 0);
  const last = parts.at(-1);
  if (last && last.length + length <= PART) {
    last.length += length;
    last.clauses.push(clausesOf(rulebook));
  } else parts.push({ name: rulebook.id, length, clauses: [clausesOf(rulebook)] });
}

/** A part read together with the words of another edition of itself would be nonsense: the name of each says what is in it. */
const file = (name: string, data: unknown) => {
  const text = JSON.stringify(data);
  return { name: `${name}.${createHash('sha256').update(text).digest('hex').slice(0, 10)}.json`, text };
};

/** The core first. */
export const searchFiles = [file('core', core), ...parts.map(({ name, clauses }) => file(name, clauses))];
