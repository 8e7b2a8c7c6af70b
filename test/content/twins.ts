/**
 * Twins: clauses of two rulebooks in (nearly) the same words. Rulebooks borrow from one another, and what they borrowed is restated once for
 * each: force, actors and topics must not differ by accident. Pure, save that the sources are read where they lie beside the project.
 */
import { existsSync, readFileSync } from 'node:fs';
import type { Clause, Rulebook } from '#content/schema.ts';
import { table } from './table.ts';

/** How much of the longer of two has to stand in the other. */
const LIKENESS = { source: 0.9, restated: 0.8 };
/** A text of fewer different words is like many others by chance. */
const FEWEST = { source: 4, restated: 6 };

/** What each rulebook calls its own children's social care. */
const SOCIAL_CARE = /\bbfsws\b|\b(?:la |local authority )?children.?s social (?:care|work services?)\b/g;
const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .toLowerCase()
      .replace(/^\s*(?:[·•❖-]\s*|\d+(?:\.\d+)*\.?\s+)+/, '')
      .replace(SOCIAL_CARE, 'care')
      .match(/[a-z0-9]+/g) ?? [],
  );

export type Text = (clause: Clause) => string | undefined;
export type Twins = [Clause, Clause];
export const nameOf = ([one, other]: Twins): string => `${one.rulebook} ${one.id} ~ ${other.rulebook} ${other.id}`;

/** Clauses of different rulebooks whose texts share nearly all their words. */
export function twinsOf(rulebooks: readonly Pick<Rulebook, 'clauses'>[], textOf: Text, by: keyof typeof LIKENESS): Twins[] {
  const all = rulebooks.flatMap(({ clauses }) => clauses).map((clause) => ({ clause, words: wordsOf(textOf(clause) ?? '') }));
  const long = all.filter(({ words }) => words.size >= FEWEST[by]);
  return long.flatMap(({ clause: one, words: a }, i) =>
    long.slice(i + 1).flatMap(({ clause: other, words: b }): Twins[] => {
      const [few, many] = a.size < b.size ? [a, b] : [b, a];
      if (one.rulebook === other.rulebook || few.size < LIKENESS[by] * many.size) return [];
      let both = 0;
      for (const word of few) if (many.has(word)) both++;
      return both >= LIKENESS[by] * many.size ? [[one, other]] : [];
    }),
  );
}

const SOURCES = '../shared/sources';
/** The clauses' own texts; undefined where the documents are not beside the project. */
export function sources(rulebooks: readonly Pick<Rulebook, 'id'>[]): Text | undefined {
  if (!existsSync(SOURCES)) return undefined;
  const texts = new Map<string, string>();
  for (const { id } of rulebooks) {
    const lines = readFileSync(`${SOURCES}/${id}.txt`, 'utf8').split(/\r?\n/);
    for (const { id: clause, lines: place = '' } of table(`${SOURCES}/${id}.clauses.tsv`)) {
      const [first = 0, last = first] = place.split('-').map(Number);
      texts.set(`${id} ${clause}`, lines.slice(first - 1, last).join(' '));
    }
  }
  return ({ rulebook, id }) => texts.get(`${rulebook} ${id}`);
}

export const FIELDS = ['force', 'actors', 'topics'] as const;
export type Field = (typeof FIELDS)[number];
const values: Record<Field, (clause: Clause) => readonly string[]> = {
  force: ({ modality, also }) => [modality, ...also],
  actors: ({ actors }) => actors,
  topics: ({ topics }) => topics,
};
/** In which fields two clauses differ, and how. The order of a list says nothing. */
export const differences = ([one, other]: Twins): { field: Field; how: string }[] =>
  FIELDS.flatMap((field) => {
    const [a, b] = [values[field](one), values[field](other)];
    const only = (these: readonly string[], those: readonly string[]) =>
      these.filter((value) => !those.includes(value)).join(', ') || 'none';
    const how = `${only(a, b)} | ${only(b, a)}`;
    return how === 'none | none' ? [] : [{ field, how }];
  });

interface Exception {
  twins: readonly string[];
  in: readonly Field[];
  /** What in the two documents makes the difference. */
  why: string;
  /** True where nothing in them does, and one of the two readings has still to give way. */
  open?: true;
}
export const EXCEPTIONS: readonly Exception[] = [
  {
    twins: ['london 8.2.12 ~ bfg 4.3.8'],
    in: ['topics'],
    why: 'London says it of reviews only, and of initial conferences elsewhere; BFG of every conference.',
  },
  { twins: ['london 8.4.2.b3 ~ bfg 4.3.2.b3'], in: ['actors'], why: 'London names NHS Direct besides.' },
  { twins: ['london 8.4.4 ~ bfg 4.3.4'], in: ['actors'], why: 'BFG’s list has a fourth entry, which speaks of agencies.' },
  {
    twins: ['london 8.5.1 ~ bfg 4.4.1'],
    in: ['topics'],
    why: 'BFG’s list begins with inviting the parents, which London has in a clause of its own.',
  },
  {
    twins: ['london 8.8.5-2 ~ bfg 4.7.5', 'london 8.8.8 ~ bfg 4.7.5', 'london 8.10.18 ~ bfg 4.10.7'],
    in: ['actors'],
    why: 'London names the lead social worker or key worker, BFG the BFSWS social worker.',
  },
  {
    twins: ['london 8.9.7 ~ bfg 4.8.2', 'london 8.9.7.b3 ~ bfg 4.8.2.b4'],
    in: ['topics'],
    why: 'In BFG it is all there is on the core group of a child not yet born; London has a clause on that.',
  },
  {
    twins: [
      'london 8.10.2.b1 ~ staffordshire threshold.p2.b1',
      'london 8.10.2.b1 ~ bfg 4.9.2.b1',
      'london 8.10.2.b2 ~ staffordshire threshold.p2.b2',
      'london 8.10.2.b2 ~ bfg 4.9.2.b2',
    ],
    in: ['force'],
    why: 'London says what the test is, the others what it should be.',
  },
  {
    twins: ['london 8.10.12.b4 ~ hips initial.purpose.b1.b3'],
    in: ['topics'],
    why: 'In HIPS the tasks stand under the purpose of the conference, in London under the decision.',
  },
  {
    twins: ['london 8.10.14.b2 ~ bfg 4.10.4.b2'],
    in: ['topics'],
    why: 'London builds the manager’s power to end a plan without a review on it; BFG has no such power.',
  },
  {
    twins: ['london 8.16.2.b3 ~ bfg 4.14.1.b3'],
    in: ['force', 'actors'],
    why: 'In London the safeguarding board must have arrangements that include it; in BFG the conference service is responsible for it.',
  },
  { twins: ['london 8.16.11 ~ bfg 4.14.10'], in: ['actors'], why: 'In BFG the consent of BFSWS will do besides.' },
  {
    twins: ['london 8.16.15.b1 ~ bfg 4.14.p1.b1', 'london 8.16.15.b3 ~ bfg 4.14.p1.b3', 'london 8.16.15.b4 ~ bfg 4.14.p1.b4'],
    in: ['force', 'actors'],
    why: 'London’s authorities should designate a manager for it; BFG says that BFSWS is responsible.',
  },
  {
    twins: ['staffordshire social-workers.b2 ~ hips initial.social-workers.b2'],
    in: ['force', 'actors'],
    why: 'In Staffordshire social workers with their managers must; in HIPS social workers should.',
  },
  { twins: ['staffordshire social-workers.p2 ~ hips review.social-workers.b6'], in: ['actors'], why: 'HIPS does not name the managers.' },
  { twins: ['staffordshire social-workers.p2 ~ kent 4.p3.b6'], in: ['force'], why: 'Staffordshire says should, Kent and Medway will.' },
  {
    twins: ['staffordshire chairs.b1 ~ hips initial.chair.b1', 'staffordshire chairs.b2 ~ hips initial.chair.b2'],
    in: ['force'],
    why: 'Staffordshire’s list begins with must; HIPS’s items say is and should.',
  },
  {
    twins: ['staffordshire threshold.p1.b2 ~ bfg 4.9.1.b2'],
    in: ['actors'],
    why: 'In Staffordshire the chair directs the members to the question.',
  },
  {
    twins: ['hips initial.social-workers.b3 ~ kent 4.p3.b4'],
    in: ['force', 'actors', 'topics'],
    why: 'HIPS says it of initial conferences, as what social workers should do; Kent and Medway of reviews, as what they will do with their managers.',
  },
  {
    twins: [
      'hips review.social-workers.b1 ~ kent 4.p3.b1',
      'hips review.social-workers.b4 ~ kent 4.p3.b4',
      'hips review.social-workers.b6 ~ kent 4.p3.b6',
    ],
    in: ['force', 'actors'],
    why: 'In HIPS social workers should; in Kent and Medway social workers, with support from their managers, will.',
  },
  {
    twins: ['london 8.10.12.b4 ~ hips initial.purpose.b1.b3'],
    in: ['actors'],
    why: 'Both set the times at which core groups meet; only one names the core group as concerned.',
    open: true,
  },
  {
    twins: [
      'staffordshire plan.p1 ~ bfg 4.9.4',
      'staffordshire plan.p1.b1 ~ bfg 4.9.4.b1',
      'staffordshire plan.p1.b2 ~ bfg 4.9.4.b2',
      'staffordshire plan.p1.b3 ~ bfg 4.9.4.b3',
    ],
    in: ['actors'],
    why: 'Neither names anybody: Staffordshire’s is read as for the child, London’s and BFG’s as for those who carry the plan out.',
    open: true,
  },
];
