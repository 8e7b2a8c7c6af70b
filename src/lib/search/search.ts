/** Finds what answers a question: clauses, topics and the rest, the likeliest first. Pure. */
import MiniSearch from 'minisearch';
import type { Actor, Modality, ProcedureId, RulebookId } from '#content/schema.ts';
import { SUBJECT } from '../vocabulary.ts';
import { numbers } from './coding.ts';
import type { ClauseEntry, Entry, Opened, OtherEntry, TopicEntry } from './parts.ts';
import { isEmpty, phraseAt, phrasesIn, stem, stemsOf, synonymStems, termsOf } from './stems.ts';
import { NAMES, TOLD } from './synonyms.ts';

export interface Filters {
  rulebooks: readonly RulebookId[];
  force?: Modality | undefined;
  actor?: Actor | undefined;
  procedure?: ProcedureId | undefined;
  /** The first part of a topic's id. */
  subject?: string | undefined;
  /** The id of a topic. */
  topic?: string | undefined;
}

export interface Found {
  /** The likeliest first; without a question, all that the filters leave, clauses first. */
  hits: Entry[];
  /** The clauses that the question is the number of. */
  exact: ClauseEntry[];
  /** The number that was asked for, where no clause has it: the hits are then those with the nearest numbers. */
  missing: string | undefined;
  /** Rulebooks that the question names. */
  named: RulebookId[];
  /** Words that stand nowhere, with the nearest that do, where one is near enough. */
  instead: [typed: string, nearest: string | undefined][];
  /** Splits a text where a word of it is what was sought. */
  mark: (text: string) => { text: string; hit: boolean }[];
}
export type Search = (question: string, filters?: Filters) => Found;

/** One thing that is asked for: the terms that may say it, and how well each does; and those that are marked, since they are its words. */
interface Concept {
  terms: Map<string, number>;
  marked: Set<string>;
}
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
/** What it is worth, where one word is all that is asked, for each rule that rests on a clause first of all, and each rulebook that answers a topic. */
const STANDING = { clause: 0.15, topic: 0.06 };
/** The glossary, a role's sheet and a case lead on to what answers. */
const OTHER = 0.7;
/** How much nearer a word is for ten times as many entries that have it, in letters. */
const COMMON = 0.2;
/** What is worth less than this part of the first hit is not shown. */
const LEAST = 0.35;

const asIs = { tokenize: (terms: string) => terms.split(' '), processTerm: (term: string) => term };
export const subjectOf = (topic: string): string => topic.split('.')[0]!;
const ofText = (text: string) => termsOf(stemsOf(text)).join(' ');

const isAnswer = ({ kind }: Entry) => kind === 'clause' || kind === 'topic';

/** Letters that are taken for one another since they sound alike. */
const ALIKE = ['aeiouy', 'csz', 'ckq', 'gj', 'dt', 'bp', 'fv', 'mn'];
const soundAlike = (one: string, other: string) => ALIKE.some((letters) => letters.includes(one) && letters.includes(other));

/**
 * How far what was typed is from what may have been meant: 1 for each letter too many or too few; less for the slips that are made most
 * often, a letter doubled or not, one for another that sounds like it, two changed about; more for quite another letter, and for the first.
 */
export function mistakes(typed: string, meant: string): number {
  const doubled = (word: string, at: number) => (word[at] === word[at - 1] || word[at] === word[at + 1] ? 0.5 : 1);
  const first = [0];
  for (let j = 1; j <= meant.length; j++) first[j] = first[j - 1]! + doubled(meant, j - 1);
  let [before, row] = [[] as number[], first];
  for (let i = 1; i <= typed.length; i++) {
    const next = [row[0]! + doubled(typed, i - 1)];
    for (let j = 1; j <= meant.length; j++) {
      const [one, other] = [typed[i - 1]!, meant[j - 1]!];
      const wrong = one === other ? 0 : soundAlike(one, other) ? 0.75 : 1.6;
      next[j] = Math.min(row[j]! + doubled(typed, i - 1), next[j - 1]! + doubled(meant, j - 1), row[j - 1]! + wrong);
      if (one === meant[j - 2] && typed[i - 2] === other) next[j] = Math.min(next[j]!, before[j - 2]! + 0.75);
    }
    [before, row] = [row, next];
  }
  return row[meant.length]! + (typed[0] === meant[0] ? 0 : 0.5);
}

/** What people write before the number of a clause. */
const BEFORE_NUMBER = /(?:#|§|\b(?:clauses?|rules?|numbers?|no|sections?|sect?|paragraphs?|paras?|points?|s))[\s.:]*(?=\d+[.\s]\d)/g;
const NUMBER = /^\d+(\.\d+)+$/;

/** “Para 4 of quoracy”, “8.4.2 item 3”, “8.6.2(3)”, “s8.6.3” and “8 14 12” as the ids that they may mean; empty where the question is no number. */
export function asId(question: string): string {
  const plain = question
    .toLowerCase()
    .replace(BEFORE_NUMBER, ' ')
    .replace(/(\d)\s*\((\d+)\)/g, '$1 item $2')
    .replace(/^\s*((?:paragraph|para|item|bullet|point) \d+) (?:of|in|under) (.+)$/, '$2 $1')
    .replace(/[,()?!“”"']|\.(?=\s|$)/g, ' ')
    .replace(/\b(clause|rule|number|no|section)\b/g, ' ')
    .trim();
  // Figures with spaces, slashes or dashes between them are a number too; two alone are two numbers.
  if (/^\d+(?:[\s/-]+\d+){2}$/.test(plain)) return plain.replace(/[\s/-]+/g, '.');
  const id = plain
    .replace(/[.\s]*\b(?:paragraph|para|p)\s*(\d+)/g, '.p$1')
    .replace(/[.\s]*\b(?:item|bullet|point|part|b)\s*(\d+)/g, '.b$1')
    .replace(/\s+/g, '-')
    .replace(/^\.|-(?=\.)/g, '');
  return /^[a-z0-9.-]+$/.test(id) && /\d/.test(id) && id.includes('.') ? id : '';
}

/** How many clauses are shown where the number that was asked for is none's. */
const NEAR = 6;

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
  const known = new Set([...stems, ...synonymStems].filter(Boolean));
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

  /** The known stems that are nearest to one that stands nowhere; of two as near, the one that more is found for. */
  function nearest(typed: string): string[] {
    const found = spelling()
      .search(typed, { fuzzy: typed.length < 4 ? false : typed.length < 6 ? 1 : 2 })
      .map(({ id }) => ({ id: id as string, off: mistakes(typed, id as string) }))
      .filter(({ off }) => off <= (typed.length < 8 ? 1.5 : 2.5))
      .map(({ id, off }) => ({ id, off: off - COMMON * Math.log10(1 + scoresOf(id).size) }));
    const least = Math.min(...found.map(({ off }) => off));
    return found.filter(({ off }) => off < least + 0.25).sort((a, b) => a.off - b.off).map(({ id }) => id); // prettier-ignore
  }
  /** The known stems that a word may be the beginning of. */
  const endings = (typed: string) =>
    typed.length > 1 ? spelling().search(typed, { prefix: true }).slice(0, 12).map(({ id }) => id as string) : []; // prettier-ignore
  const asWord = (stemmed: string) => words[stems.indexOf(stemmed)]?.toLowerCase() ?? stemmed;

  function understand(question: string): { concepts: Concept[] } & Pick<Found, 'named' | 'instead'> {
    const plain = question.toLowerCase().replace(/['’]/g, '');
    const typed = TOLD.reduce((told, [pattern, word]) => told.replace(pattern, word), plain).match(/[\p{L}\d]+/gu) ?? []; // prettier-ignore
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
      if (best !== undefined && isEmpty(best)) return best;
      instead.push([word, best && asWord(best)]);
      guesses.set(i, others);
      return best ?? one;
    });

    const concepts: Concept[] = [];
    for (let i = 0; i < run.length;) {
      const concept: Concept = { terms: new Map(), marked: new Set() };
      const add = (term: string, weight: number, marked = true) => {
        concept.terms.set(term, Math.max(concept.terms.get(term) ?? 0, weight));
        if (marked) concept.marked.add(term);
      };
      const phrase = phraseAt(run, i);
      const length = phrase?.stems.length ?? 1;
      // The parts of a name that is marked as a whole are not marked by themselves.
      const whole = length > 1 && !phrase!.groups.every(({ asked }) => asked);
      for (const { term, near, asked } of phrase?.groups ?? []) {
        add(term, length > 1 ? 1 : WORTH.synonym, !asked);
        for (const one of near) for (const other of termsOf(stemsOf(one))) add(other, WORTH.neighbour, false);
      }
      for (const one of run.slice(i, i + length)) if (!isEmpty(one)) add(one, length > 1 ? WORTH.partOfPhrase : 1, !whole);
      if (length === 1) for (const guess of guesses.get(i) ?? []) add(guess, WORTH.guess);
      if (concept.terms.size) concepts.push(concept);
      i += length;
    }
    return { concepts, named: [...named], instead };
  }

  const answers = ({ rules }: TopicEntry, rulebooks: readonly RulebookId[]) =>
    rules.some(({ rulebook, standing }) => standing !== 'silent' && (!rulebooks.length || rulebooks.includes(rulebook)));

  function passes(entry: Entry, { rulebooks, force, actor, procedure, subject, topic }: Filters): boolean {
    const of = (rulebook: RulebookId) => !rulebooks.length || rulebooks.includes(rulebook);
    if (entry.kind === 'clause') {
      const about = [...entry.first, ...entry.topics].map((n) => topics[n]!);
      return (
        of(entry.rulebook) &&
        (!force || entry.force === force || entry.also.includes(force)) &&
        (!actor || entry.actors.includes(actor)) &&
        (!procedure || about.some((one) => one.procedure === procedure)) &&
        (!subject || about.some(({ id }) => subjectOf(id) === subject)) &&
        (!topic || about.some(({ id }) => id === topic))
      );
    }
    if (entry.kind === 'topic')
      return (
        (!force || entry.rules.some(({ rulebook, standing }) => standing === force && of(rulebook))) &&
        (!actor || clausesOf(entry).some((clause) => of(clause.rulebook) && clause.actors.includes(actor))) &&
        (!procedure || entry.procedure === procedure) &&
        (!subject || subjectOf(entry.id) === subject) &&
        (!topic || entry.id === topic)
      );
    return !rulebooks.length && !force && !actor && !procedure && !subject && !topic;
  }

  /** What little words leave open: the clause that most rules rest on first of all, the topic that most rulebooks answer. */
  const standingOf = (entry: Entry): number =>
    entry.kind === 'clause'
      ? STANDING.clause * Math.min(3, entry.first.length)
      : entry.kind === 'topic'
        ? STANDING.topic * entry.rules.filter(({ standing }) => standing !== 'silent').length
        : 0;

  function rank(concepts: readonly Concept[], named: readonly RulebookId[], filters: Filters): Entry[] {
    const worth = new Map<number, number>();
    for (const concept of concepts) {
      const best = new Map<number, number>();
      let known = 0;
      for (const [term, weight] of concept.terms) {
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
      let by = isAnswer(entry) ? 1 + standingOf(entry) / concepts.length ** 2 : OTHER;
      if (entry.kind === 'topic' && wanted.length && !answers(entry, wanted)) by *= SILENT;
      if (named.length) by *= entry.kind !== 'clause' ? NAMED.topic : named.includes(entry.rulebook) ? 1 : NAMED.another;
      ranked.push([entry, score * by]);
    }
    ranked.sort(([, a], [, b]) => b - a);
    const least = (ranked[0]?.[1] ?? 0) * LEAST;
    return ranked.filter(([, score]) => score >= least).map(([entry]) => entry);
  }

  function marker(concepts: readonly Concept[]): Found['mark'] {
    const sought = new Set(concepts.flatMap(({ marked }) => [...marked]));
    return (text) => {
      const pieces = text.split(/([\p{L}\d]+)/u);
      const run = pieces.filter((_, i) => i % 2).map(stem);
      const hit = run.map((one) => sought.has(one));
      for (let i = 0; i < run.length; i++)
        for (const { stems, groups, own } of phrasesIn(run, i)) {
          const whole = groups.some(({ term }) => sought.has(term));
          if (whole || own) hit.fill(whole, i, i + stems.length);
        }
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

  function numbered(id: string, named: readonly RulebookId[], filters: Filters): ClauseEntry[] {
    if (!id) return [];
    const wanted = entries.filter(
      (entry): entry is ClauseEntry =>
        entry.kind === 'clause' && (entry.id === id || entry.id.startsWith(`${id}.`)) && passes(entry, filters),
    );
    const own = named.length ? wanted.filter(({ rulebook }) => named.includes(rulebook)) : [];
    return (own.length ? own : wanted).sort((a, b) => Number(b.id === id) - Number(a.id === id));
  }

  /** Clauses of the rulebooks asked whose numbers come nearest: those that begin alike, then by the figure in which they part. */
  function nearNumbers(number: string, named: readonly RulebookId[], filters: Filters): ClauseEntry[] {
    const figures = (id: string) => id.split('.').map(Number);
    const sought = figures(number);
    return entries
      .filter(
        (entry): entry is ClauseEntry =>
          entry.kind === 'clause' && NUMBER.test(entry.id) && (!named.length || named.includes(entry.rulebook)) && passes(entry, filters),
      )
      .map((entry) => {
        const own = figures(entry.id);
        const parting = sought.findIndex((figure, i) => figure !== own[i]);
        return { entry, parting: parting < 0 ? sought.length : parting, off: Math.abs((own[parting] ?? 0) - (sought[parting] ?? 0)) };
      })
      .filter(({ parting }) => parting > 0)
      .sort((a, b) => b.parting - a.parting || a.off - b.off)
      .slice(0, NEAR)
      .map(({ entry }) => entry);
  }

  return (question, filters = { rulebooks: [] }) => {
    const { concepts, named, instead } = understand(question);
    const without = question.replace(/[\p{L}]+/gu, (word) => (Object.hasOwn(NAMES, word.toLowerCase()) ? '' : word));
    const id = asId(without);
    const byNumber = numbered(id, named, filters);
    if (byNumber.length)
      return {
        hits: byNumber,
        exact: byNumber.filter((entry) => entry.id === id),
        missing: undefined,
        named,
        instead: [],
        mark: marker([]),
      };
    if (NUMBER.test(id) && without.includes(id))
      return { hits: nearNumbers(id, named, filters), exact: [], missing: id, named, instead: [], mark: marker([]) };
    const hits = concepts.length
      ? rank(concepts, named, filters)
      : entries
          .filter((entry) => passes(entry, filters) && (entry.kind !== 'topic' || answers(entry, filters.rulebooks)))
          .sort((a, b) => Number(b.kind === 'clause') - Number(a.kind === 'clause'));
    return { hits, exact: [], missing: undefined, named, instead, mark: marker(concepts) };
  };
}
