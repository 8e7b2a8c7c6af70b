/** Finds what answers a question: clauses, topics and the rest, the likeliest first. Pure. */
import MiniSearch from 'minisearch';
import type { Actor, Modality, ProcedureId, RulebookId } from '#content/schema.ts';
import { numbers } from './coding.ts';
import type { Entry, Opened } from './parts.ts';
import { isEmpty, phraseAt, stem, stemsOf, synonymStems, termsOf } from './stems.ts';
import { NAMES } from './synonyms.ts';
import { SUBJECT } from '../vocabulary.ts';

export interface Filters {
  rulebooks: RulebookId[];
  force?: Modality;
  actor?: Actor;
  procedure?: ProcedureId;
  /** The first part of a topic's id. */
  subject?: string;
}

export interface Found {
  /** The likeliest first; without a question, all that the filters leave, in the order of the rulebooks. */
  hits: Entry[];
  /** What was sought: stems that a text may show as the reason for which it was found. */
  sought: ReadonlySet<string>;
  /** Rulebooks that the question names. */
  named: RulebookId[];
  /** The clause or clauses that the question is the number of. */
  exact: Entry[];
  /** Words that nothing has, with what was sought instead. */
  instead: [typed: string, sought: string][];
}

/** One thing that is asked for, in all the ways in which it may be said. */
type Concept = Map<string, number>;

const FIELDS = ['title', 'first', 'text', 'topics', 'heading'] as const;
type Field = (typeof FIELDS)[number];
const BOOST: Record<Field, number> = { title: 2, first: 1.5, text: 1.2, topics: 0.5, heading: 0.4 };
const SYNONYM = 0.8;
const NEAR = 0.3;
const PART_OF_PHRASE = 0.35;
const MISSPELT = 0.8;

const subjectOf = (topic: string) => topic.split('.')[0]!;

export function createSearch({ words, topics, entries }: Opened): (question: string, filters?: Partial<Filters>) => Found {
  const stems = words.map((word) => stemsOf(word)[0] ?? '');
  const termsOfLine = (line: string) => termsOf(numbers(line).map((n) => stems[n]!).filter(Boolean)); // prettier-ignore
  const asked = topics.map(({ id, title }) => [...termsOf(stemsOf(title)), ...termsOf(stemsOf(SUBJECT[subjectOf(id)] ?? ''))].join(' '));

  const index = new MiniSearch<{ id: number } & Partial<Record<Field, string>>>({
    fields: [...FIELDS],
    tokenize: (terms) => terms.split(' '),
    processTerm: (term) => term,
  });
  index.addAll(
    entries.map((entry, id) => {
      const text = termsOfLine(entry.line).join(' ');
      if (entry.kind === 'topic') return { id, title: termsOf(stemsOf(entry.title)).join(' '), heading: termsOf(stemsOf(SUBJECT[subjectOf(entry.id)] ?? '')).join(' '), text }; // prettier-ignore
      if (entry.kind !== 'clause') return { id, title: termsOf(stemsOf(entry.title)).join(' '), text };
      const { first, topics, section, heading } = entry;
      const of = (numbers: readonly number[]) => numbers.map((n) => asked[n]!).join(' ');
      return { id, text, first: of(first), topics: of(topics), heading: termsOf(stemsOf(section === heading ? heading : `${section} ${heading}`)).join(' ') }; // prettier-ignore
    }),
  );

  const known = new Set([...stems, ...synonymStems].filter((one) => one && !isEmpty(one)));
  const spelling = new MiniSearch<{ id: string }>({ fields: ['id'], tokenize: (term) => [term], processTerm: (term) => term });
  spelling.addAll([...known].map((id) => ({ id })));
  /** The known stems that are nearest to one that is not known, or that it may be the beginning of. */
  function nearest(typed: string, unfinished: boolean): string[] {
    const found = spelling.search(typed, { fuzzy: typed.length < 4 ? false : typed.length < 6 ? 1 : 2, prefix: unfinished && typed.length > 1 });
    return found.filter(({ score }) => score >= found[0]!.score * 0.9).slice(0, 8).map(({ id }) => id as string); // prettier-ignore
  }

  const scores = (term: string) => index.search(term, { boost: BOOST, combineWith: 'OR' });

  /** What is asked for, and what a reader may be shown of it. */
  function understand(question: string) {
    const typed = question.toLowerCase().replace(/['’]/g, '').match(/[\p{L}\d]+/gu) ?? [];
    const named = new Set<RulebookId>();
    const left: string[] = [];
    for (let i = 0; i < typed.length; i++) {
      const length = [3, 2, 1].find((n) => i + n <= typed.length && NAMES[typed.slice(i, i + n).join(' ')]);
      if (!length) left.push(typed[i]!);
      else {
        named.add(NAMES[typed.slice(i, i + length).join(' ')] as RulebookId);
        i += length - 1;
      }
    }

    const instead: Found['instead'] = [];
    const unfinished = /[\p{L}\d]$/u.test(question);
    const run: string[] = [];
    const guesses = new Map<number, string[]>();
    for (const [i, word] of left.entries()) {
      const one = stem(word);
      const last = unfinished && i === left.length - 1;
      if (known.has(one) || isEmpty(one)) {
        run.push(one);
        if (last) guesses.set(i, nearest(one, true).filter((g) => g !== one)); // prettier-ignore
        continue;
      }
      const [best, ...rest] = nearest(one, last);
      if (best) guesses.set(i, [best, ...rest]);
      run.push(best ?? one);
      if (best && !best.startsWith(one)) instead.push([word, best]);
    }

    const concepts: Concept[] = [];
    const add = (concept: Concept, term: string, weight: number) => concept.set(term, Math.max(concept.get(term) ?? 0, weight));
    for (let i = 0; i < run.length; i++) {
      const phrase = phraseAt(run, i);
      const length = phrase?.stems.length ?? 1;
      const concept: Concept = new Map();
      for (const { term, near } of phrase?.groups ?? []) {
        add(concept, term, length > 1 ? 1 : SYNONYM);
        for (const one of near) for (const t of termsOf(stemsOf(one))) add(concept, t, NEAR);
      }
      for (let j = i; j < i + length; j++) if (!isEmpty(run[j]!)) add(concept, run[j]!, length > 1 ? PART_OF_PHRASE : 1);
      for (const guess of guesses.get(i) ?? []) if (length === 1) add(concept, guess, guess === run[i] ? 1 : MISSPELT / 2);
      if (concept.size) concepts.push(concept);
      i += length - 1;
    }
    return { concepts, named: [...named], instead };
  }

  function rank(concepts: readonly Concept[], named: readonly RulebookId[]): number[] {
    const total = new Map<number, { score: number; covered: number }>();
    let all = 0;
    for (const concept of concepts) {
      const best = new Map<number, number>();
      for (const [term, weight] of concept)
        for (const { id, score } of scores(term)) best.set(id as number, Math.max(best.get(id as number) ?? 0, score * weight));
      const most = Math.max(0, ...best.values());
      all += most;
      for (const [id, score] of best) {
        const sum = total.get(id) ?? { score: 0, covered: 0 };
        total.set(id, { score: sum.score + score, covered: sum.covered + most * Math.min(1, (2 * score) / most) });
      }
    }
    const worth = (id: number, { score, covered }: { score: number; covered: number }) => {
      const entry = entries[id]!;
      let value = score * (0.25 + covered / all);
      if (named.length) {
        if (entry.kind === 'clause') value *= named.includes(entry.rulebook) ? 1 : 0.15;
        else value *= 0.6;
      }
      return value;
    };
    return [...total].map(([id, sum]) => [id, worth(id, sum)] as const).sort((a, b) => b[1] - a[1]).map(([id]) => id); // prettier-ignore
  }

  return (question, filters = {}) => {
    const { concepts, named, instead } = understand(question);
    const ranked = rank(concepts, named);
    void filters;
    return { hits: ranked.map((id) => entries[id]!), sought: new Set(concepts.flatMap((c) => [...c.keys()])), named, exact: [], instead };
  };
}
