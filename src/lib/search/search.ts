/** Finds what answers a question: clauses, topics and the rest, the likeliest first. Pure. */
import MiniSearch from 'minisearch';
import type { Actor, Modality, ProcedureId, RulebookId } from '#content/schema.ts';
import { SUBJECT } from '../vocabulary.ts';
import { numbers } from './coding.ts';
import type { ClauseEntry, Entry, Opened, OtherEntry, TopicEntry } from './parts.ts';
import { isEmpty, phraseAt, phrasesIn, stem, stemsOf, synonymStems, termsOf } from './stems.ts';
import { NAMES } from './synonyms.ts';

export interface Filters {
  rulebooks: readonly RulebookId[];
  force?: Modality | undefined;
  actor?: Actor | undefined;
  procedure?: ProcedureId | undefined;
  /** The first part of a topic's id. */
  subject?: string | undefined;
}

export interface Found {
  /** The likeliest first; without a question, all that the filters leave, clauses first. */
  hits: Entry[];
  /** The clauses that the question is the number of. */
  exact: ClauseEntry[];
  /** Rulebooks that the question names. */
  named: RulebookId[];
  /** Words that stand nowhere, with the nearest that do. */
  instead: [typed: string, nearest: string][];
  /** Splits a text where a word of it is what was sought. */
  mark: (text: string) => { text: string; hit: boolean }[];
}
export type Search = (question: string, filters?: Filters) => Found;

/** One thing that is asked for: the terms that may say it, and how well each does. */
type Concept = Map<string, number>;
type Scores = ReadonlyMap<number, number>;

/**
 * What a match is worth beside one in the text of a clause. Tried on a hundred questions; near these values little changes.
 * A match in a topic's question is worth something to the clauses that answer it, most to those that a rule names first; and a match in
 * such a clause is worth something to the topic.
 */
const WORTH = {
  question: 1.5, first: 0.9, touched: 0.25, answer: 0.7, heading: 0.5, title: 2, subject: 0.5,
  synonym: 0.8, neighbour: 0.5, partOfPhrase: 0.2, guess: 0.4,
}; // prettier-ignore
/** Where the question names a rulebook: what it is worth to be a topic, or another rulebook's clause. */
const NAMED = { topic: 0.5, another: 0.15 };
/** A rule that is silent is the answer too, but seldom the one that was hoped for. */
const SILENT = 0.7;
/** The glossary, a role's sheet and a case lead on to what answers. */
const OTHER = 0.7;
/** What is worth less than this part of the first hit is not shown. */
const LEAST = 0.35;

const asIs = { tokenize: (terms: string) => terms.split(' '), processTerm: (term: string) => term };
export const subjectOf = (topic: string): string => topic.split('.')[0]!;
const ofText = (text: string) => termsOf(stemsOf(text)).join(' ');

const isAnswer = ({ kind }: Entry) => kind === 'clause' || kind === 'topic';

/** How many letters were mistyped: one too many, too few or wrong, or two changed about. */
function mistakes(typed: string, meant: string): number {
  let [before, row] = [[] as number[], Array.from({ length: meant.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= typed.length; i++) {
    const next = [i];
    for (let j = 1; j <= meant.length; j++) {
      const wrong = typed[i - 1] === meant[j - 1] ? 0 : 1;
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + wrong);
      if (typed[i - 1] === meant[j - 2] && typed[i - 2] === meant[j - 1]) next[j] = Math.min(next[j]!, before[j - 2]! + 1);
    }
    [before, row] = [row, next];
  }
  return row[meant.length]!;
}

/** “Para 4 of quoracy”, “8.4.2 item 3” and “8.14.12.” as the ids that they may mean; empty where the question is no number. */
function asId(question: string): string {
  const plain = question.toLowerCase().replace(/[,()]|\.(?=\s|$)/g, ' ').replace(/\b(clause|rule|number|no|section)\b/g, ' ').trim(); // prettier-ignore
  const id = plain
    .replace(/[.\s]*\b(?:paragraph|para|p)\s*(\d+)/g, '.p$1')
    .replace(/[.\s]*\b(?:item|bullet|point|part|b)\s*(\d+)/g, '.b$1')
    .replace(/\s+/g, '-')
    .replace(/^\.|-(?=\.)/g, '');
  return /^[a-z0-9.-]+$/.test(id) && /\d/.test(id) && id.includes('.') ? id : '';
}

export function createSearch({ words, topics, entries }: Opened): Search {
  const stems = words.map((word) => stemsOf(word)[0] ?? '');
  const ofLine = (line: string) => termsOf(numbers(line).map((n) => stems[n]!).filter(Boolean)).join(' '); // prettier-ignore

  const texts = new MiniSearch<{ id: number; text: string; title: string }>({ fields: ['text', 'title'], ...asIs });
  texts.addAll(
    entries.map((entry, id) => ({
      id,
      text: 'line' in entry ? ofLine(entry.line) : '',
      title: isAnswer(entry) ? '' : ofText((entry as OtherEntry).title),
    })),
  );
  /** Many clauses stand under one heading: it is sought once. */
  const under = new Map<string, number[]>();
  for (const [id, entry] of entries.entries()) {
    if (entry.kind !== 'clause') continue;
    const heading = entry.section === entry.heading ? entry.section : `${entry.section} ${entry.heading}`;
    const others = under.get(heading);
    if (others) others.push(id);
    else under.set(heading, [id]);
  }
  const headings = new MiniSearch<{ id: string; text: string }>({ fields: ['text'], ...asIs });
  headings.addAll([...under.keys()].map((heading) => ({ id: heading, text: ofText(heading) })));
  const questions = new MiniSearch<{ id: number; title: string; subject: string }>({ fields: ['title', 'subject'], ...asIs });
  questions.addAll(
    topics.map(({ id, title }, n) => ({ id: n, title: ofText(title), subject: ofText(`${SUBJECT[subjectOf(id)] ?? ''} ${id}`) })),
  );
  const known = new Set([...stems, ...synonymStems].filter((one) => one && !isEmpty(one)));
  let spelt: MiniSearch<{ id: string }> | undefined;
  /** Made when a word is first mistyped or unfinished: what is sought whole and right need not wait for it. */
  function spelling() {
    if (!spelt) {
      spelt = new MiniSearch<{ id: string }>({ fields: ['id'], ...asIs });
      spelt.addAll([...known].map((id) => ({ id })));
    }
    return spelt;
  }

  /** Each topic's own place among the entries, and those of the clauses that answer it. */
  const places = topics.map((topic) => ({ topic: entries.indexOf(topic), first: [] as number[], touched: [] as number[] }));
  for (const [id, entry] of entries.entries()) {
    if (entry.kind !== 'clause') continue;
    for (const n of entry.first) places[n]!.first.push(id);
    for (const n of entry.topics) places[n]!.touched.push(id);
  }
  const clausesOf = (topic: TopicEntry) => {
    const { first, touched } = places[topics.indexOf(topic)]!;
    return [...first, ...touched].map((id) => entries[id] as ClauseEntry);
  };

  const kept = new Map<string, Scores>();
  /** What each entry is worth for one term. */
  function scoresOf(term: string): Scores {
    const before = kept.get(term);
    if (before) return before;
    const scores = new Map<number, number>();
    for (const { id, score } of texts.search(term, { boost: { title: WORTH.title } })) scores.set(id as number, score);
    const lent = new Map<number, number>();
    const lend = (to: number, score: number) => lent.set(to, Math.max(lent.get(to) ?? 0, score));
    for (const [id, score] of scores) {
      const entry = entries[id]!;
      if (entry.kind === 'clause') for (const n of entry.first) lend(places[n]!.topic, score * WORTH.answer);
    }
    for (const { id: n, score } of questions.search(term, { boost: { subject: WORTH.subject } })) {
      const { topic, first, touched } = places[n as number]!;
      scores.set(topic, score * WORTH.question);
      for (const id of first) lend(id, score * WORTH.first);
      for (const id of touched) lend(id, score * WORTH.touched);
    }
    for (const { id: heading, score } of headings.search(term))
      for (const id of under.get(heading as string)!) scores.set(id, (scores.get(id) ?? 0) + score * WORTH.heading);
    for (const [id, score] of lent) scores.set(id, (scores.get(id) ?? 0) + score);
    kept.set(term, scores);
    return scores;
  }

  /** The known stems that are nearest to one that stands nowhere. */
  function nearest(typed: string): string[] {
    const found = spelling()
      .search(typed, { fuzzy: typed.length < 4 ? false : typed.length < 6 ? 1 : 2 })
      .map(({ id }) => ({ id: id as string, off: mistakes(typed, id as string) + (typed[0] === (id as string)[0] ? 0 : 0.5) }));
    const least = Math.min(typed.length < 8 ? 1.5 : 2.5, ...found.map(({ off }) => off));
    return found.filter(({ off }) => off === least).map(({ id }) => id);
  }
  /** The known stems that a word may be the beginning of. */
  const endings = (typed: string) =>
    typed.length > 1 ? spelling().search(typed, { prefix: true }).slice(0, 12).map(({ id }) => id as string) : []; // prettier-ignore
  const asWord = (stemmed: string) => words[stems.indexOf(stemmed)]?.toLowerCase() ?? stemmed;

  function understand(question: string): { concepts: Concept[] } & Pick<Found, 'named' | 'instead'> {
    const typed = question.toLowerCase().replace(/['’]/g, '').match(/[\p{L}\d]+/gu) ?? []; // prettier-ignore
    const named = new Set<RulebookId>();
    const rest: string[] = [];
    for (let i = 0; i < typed.length; i++) {
      const length = [3, 2, 1].find((n) => Object.hasOwn(NAMES, typed.slice(i, i + n).join(' ')));
      if (!length) rest.push(typed[i]!);
      else {
        named.add(NAMES[typed.slice(i, i + length).join(' ')]!);
        i += length - 1;
      }
    }

    const instead: Found['instead'] = [];
    const guesses = new Map<number, string[]>();
    const unfinished = /[\p{L}\d]$/u.test(question);
    const run = rest.map((word, i) => {
      const one = stem(word);
      if (isEmpty(one)) return one;
      const longer = unfinished && i === rest.length - 1 ? endings(one) : [];
      guesses.set(i, longer);
      if (known.has(one) || longer.length) return one;
      const [best, ...others] = nearest(one);
      if (best === undefined) return one;
      guesses.set(i, others);
      instead.push([word, asWord(best)]);
      return best;
    });

    const concepts: Concept[] = [];
    for (let i = 0; i < run.length;) {
      const concept: Concept = new Map();
      const add = (term: string, weight: number) => concept.set(term, Math.max(concept.get(term) ?? 0, weight));
      const phrase = phraseAt(run, i);
      const length = phrase?.stems.length ?? 1;
      for (const { term, near } of phrase?.groups ?? []) {
        add(term, length > 1 ? 1 : WORTH.synonym);
        for (const one of near) for (const other of termsOf(stemsOf(one))) add(other, WORTH.neighbour);
      }
      for (const one of run.slice(i, i + length)) if (!isEmpty(one)) add(one, length > 1 ? WORTH.partOfPhrase : 1);
      if (length === 1) for (const guess of guesses.get(i) ?? []) add(guess, WORTH.guess);
      if (concept.size) concepts.push(concept);
      i += length;
    }
    return { concepts, named: [...named], instead };
  }

  const answers = ({ rules }: TopicEntry, rulebooks: readonly RulebookId[]) =>
    rules.some(({ rulebook, standing }) => standing !== 'silent' && (!rulebooks.length || rulebooks.includes(rulebook)));

  function passes(entry: Entry, { rulebooks, force, actor, procedure, subject }: Filters): boolean {
    const of = (rulebook: RulebookId) => !rulebooks.length || rulebooks.includes(rulebook);
    if (entry.kind === 'clause') {
      const about = [...entry.first, ...entry.topics].map((n) => topics[n]!);
      return (
        of(entry.rulebook) &&
        (!force || entry.force === force) &&
        (!actor || entry.actors.includes(actor)) &&
        (!procedure || about.some((topic) => topic.procedure === procedure)) &&
        (!subject || about.some((topic) => subjectOf(topic.id) === subject))
      );
    }
    if (entry.kind === 'topic')
      return (
        (!force || entry.rules.some(({ rulebook, standing }) => standing === force && of(rulebook))) &&
        (!actor || clausesOf(entry).some((clause) => of(clause.rulebook) && clause.actors.includes(actor))) &&
        (!procedure || entry.procedure === procedure) &&
        (!subject || subjectOf(entry.id) === subject)
      );
    return !rulebooks.length && !force && !actor && !procedure && !subject;
  }

  function rank(concepts: readonly Concept[], named: readonly RulebookId[], filters: Filters): Entry[] {
    const worth = new Map<number, number>();
    for (const concept of concepts) {
      const best = new Map<number, number>();
      let known = 0;
      for (const [term, weight] of concept) {
        const scores = scoresOf(term);
        if (weight > WORTH.neighbour) known = Math.max(known, scores.size);
        for (const [id, score] of scores) best.set(id, Math.max(best.get(id) ?? 0, score * weight));
      }
      // What few entries speak of says more, and a first mention says more than the fifth: both by far less than proportion.
      const rare = Math.sqrt(Math.log(1 + entries.length / (known || best.size || 1)));
      let most = 0;
      for (const [id, score] of best) if (score > most && isAnswer(entries[id]!)) most = score;
      for (const [id, score] of best) worth.set(id, (worth.get(id) ?? 0) + rare * Math.min(1, score / (most || score)) ** 0.7);
    }
    const wanted = filters.rulebooks.length ? filters.rulebooks : named;
    const ranked: [Entry, number][] = [];
    for (const [id, score] of worth) {
      const entry = entries[id]!;
      if (!passes(entry, filters)) continue;
      let by = isAnswer(entry) ? 1 : OTHER;
      if (entry.kind === 'topic' && wanted.length && !answers(entry, wanted)) by *= SILENT;
      if (named.length) by *= entry.kind !== 'clause' ? NAMED.topic : named.includes(entry.rulebook) ? 1 : NAMED.another;
      ranked.push([entry, score * by]);
    }
    ranked.sort(([, a], [, b]) => b - a);
    const least = (ranked[0]?.[1] ?? 0) * LEAST;
    return ranked.filter(([, score]) => score >= least).map(([entry]) => entry);
  }

  function marker(concepts: readonly Concept[]): Found['mark'] {
    const sought = new Set(
      concepts.flatMap((concept) => [...concept].filter(([, weight]) => weight > WORTH.neighbour).map(([term]) => term)),
    );
    return (text) => {
      const pieces = text.split(/([\p{L}\d]+)/u);
      const run = pieces.filter((_, i) => i % 2).map(stem);
      const hit = run.map((one) => sought.has(one));
      for (let i = 0; i < run.length; i++)
        for (const { stems, groups } of phrasesIn(run, i))
          if (groups.some(({ term }) => sought.has(term))) hit.fill(true, i, i + stems.length);
      const parts: { text: string; hit: boolean }[] = [];
      for (const [i, piece] of pieces.entries()) {
        const word = (i - 1) / 2;
        // What stands between two words that are sought is marked with them.
        const here = i % 2 ? hit[word]! : i > 0 && i < pieces.length - 1 && piece === ' ' && hit[word - 0.5]! && hit[word + 0.5]!;
        const last = parts.at(-1);
        if (last?.hit === here) last.text += piece;
        else if (piece) parts.push({ text: piece, hit: here });
      }
      return parts;
    };
  }

  function numbered(question: string, named: readonly RulebookId[], filters: Filters): ClauseEntry[] {
    const id = asId(question);
    if (!id) return [];
    const wanted = entries.filter(
      (entry): entry is ClauseEntry =>
        entry.kind === 'clause' && (entry.id === id || entry.id.startsWith(`${id}.`)) && passes(entry, filters),
    );
    const own = named.length ? wanted.filter(({ rulebook }) => named.includes(rulebook)) : [];
    return (own.length ? own : wanted).sort((a, b) => Number(b.id === id) - Number(a.id === id));
  }

  return (question, filters = { rulebooks: [] }) => {
    const { concepts, named, instead } = understand(question);
    const without = question.replace(/[\p{L}]+/gu, (word) => (Object.hasOwn(NAMES, word.toLowerCase()) ? '' : word));
    const byNumber = numbered(without, named, filters);
    const exact = byNumber.filter(({ id }) => id === asId(without));
    if (byNumber.length) return { hits: byNumber, exact, named, instead: [], mark: marker([]) };
    const hits = concepts.length
      ? rank(concepts, named, filters)
      : entries
          .filter((entry) => passes(entry, filters) && (entry.kind !== 'topic' || answers(entry, filters.rulebooks)))
          .sort((a, b) => Number(b.kind === 'clause') - Number(a.kind === 'clause'));
    return { hits, exact, named, instead, mark: marker(concepts) };
  };
}
