/** What is fetched for a search, and how it is opened: columns of signs (see coding.ts) become the things that can be found. Pure. */
import type { Actor, Modality, ProcedureId, RulebookId } from '#content/schema.ts';
import { lengthen, numbers, read } from './coding.ts';

/** What every other part needs: the words, the lists that their numbers point into, and all that is not a clause. */
export interface Core {
  common: string;
  words: string;
  rulebooks: RulebookId[];
  procedures: ProcedureId[];
  forces: Modality[];
  actors: Actor[];
  topics: {
    ids: string;
    /** A figure for each. */
    procedures: string;
    questions: string;
    /** A character for each rulebook: the number of a force, or how the rule stands: `s`ilent, `e`lsewhere, `c`onflicting. */
    rules: string;
    /** The answer in a few words of every rulebook that is not silent, topic by topic; empty where it takes a sentence. */
    briefs: string;
  };
  others: { kinds: string; paths: string; titles: string; texts: string };
}

/** The clauses of a rulebook; those under one heading stand together. */
export interface Clauses {
  rulebook: RulebookId;
  ids: string;
  forces: string;
  /** Further forces of a clause. */
  also: string;
  actors: string;
  /** The topics whose rule rests on the clause first of all, and the others that it answers or touches. */
  first: string;
  topics: string;
  headings: [clauses: number, section: string, heading: string][];
  texts: string;
}

/** What can be found beside clauses and topics, with the letter that stands for it. */
export const KINDS = { case: 'c', word: 'w', role: 'r' } as const;
export type Standing = 'silent' | 'elsewhere' | 'conflicting' | Modality;

interface Found {
  /** Under the root of the site. */
  path: string;
}
export interface ClauseEntry extends Found {
  kind: 'clause';
  /** The restatement, in signs. */
  line: string;
  rulebook: RulebookId;
  id: string;
  force: Modality;
  also: Modality[];
  actors: Actor[];
  section: string;
  heading: string;
  /** Numbers of topics. */
  first: number[];
  topics: number[];
}
export interface TopicEntry extends Found {
  kind: 'topic';
  id: string;
  title: string;
  procedure: ProcedureId;
  rules: { rulebook: RulebookId; standing: Standing; brief: string }[];
}
export interface OtherEntry extends Found {
  kind: keyof typeof KINDS;
  title: string;
  line: string;
}
export type Entry = ClauseEntry | TopicEntry | OtherEntry;

export interface Opened {
  words: string[];
  topics: TopicEntry[];
  entries: Entry[];
}

const lines = (column: string) => (column ? column.split('\n') : []);

export function open(core: Core, parts: readonly Clauses[][]): Opened {
  const words = [...core.common.split('\n'), ...lengthen(core.words)];

  const rules = lines(core.topics.rules);
  const questions = lines(core.topics.questions);
  const briefs = lines(core.topics.briefs).values();
  const standing = (c: string): Standing => core.forces[Number(c)] ?? (c === 's' ? 'silent' : c === 'e' ? 'elsewhere' : 'conflicting');
  const topics = lengthen(core.topics.ids).map((id, n): TopicEntry => {
    const own = [...rules[n]!].map((c, r) => ({
      rulebook: core.rulebooks[r]!,
      standing: standing(c),
      brief: c === 's' ? '' : read(words, briefs.next().value!),
    }));
    return {
      kind: 'topic', id, path: `topics/${id}/`, title: read(words, questions[n]!),
      procedure: core.procedures[Number(core.topics.procedures[n])]!, rules: own,
    }; // prettier-ignore
  });

  const clauses = parts.flat().flatMap(({ rulebook, ...columns }) => {
    const [also, actors, first, touched, texts] = ([columns.also, columns.actors, columns.first, columns.topics, columns.texts] as const).map(lines) as [string[], string[], string[], string[], string[]]; // prettier-ignore
    const headings = columns.headings.flatMap(([count, section, heading]) =>
      new Array<{ section: string; heading: string }>(count).fill({ section: read(words, section), heading: read(words, heading) }),
    );
    return lengthen(columns.ids).map((id, n): ClauseEntry => ({
      kind: 'clause', rulebook, id, path: `rulebooks/${rulebook}/${id}/`, line: texts[n]!, ...headings[n]!,
      force: core.forces[Number(columns.forces[n])]!, also: numbers(also[n]!).map((m) => core.forces[m]!), actors: numbers(actors[n]!).map((a) => core.actors[a]!),
      first: numbers(first[n]!), topics: numbers(touched[n]!),
    })); // prettier-ignore
  });

  const { kinds, paths, titles, texts } = core.others;
  const [path, title, text] = [lines(paths), lines(titles), lines(texts)];
  const others = [...kinds].map((kind, n): OtherEntry => ({
    kind: (Object.keys(KINDS) as OtherEntry['kind'][]).find((k) => KINDS[k] === kind)!, path: path[n]!, title: read(words, title[n]!), line: text[n]!,
  })); // prettier-ignore

  return { words, topics, entries: [...topics, ...clauses, ...others] };
}
