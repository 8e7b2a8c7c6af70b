/** Verdicts in words, and findings in the order in which somebody should read them. Pure. */
import type { Leeway, Modality } from '#content/schema.ts';
import { FORCE } from '#machines/judge.ts';
import type { Finding, Made, Outcome, Verdict } from '#machines/index.ts';
import { MODALITY } from '../vocabulary.ts';

export interface VerdictWords {
  words: string;
  /** The force departed from, to be set apart from the words around it. */
  force?: string;
  /** What follows the force, its space or comma included. */
  after?: string;
  /** What the force means, or what the verdict does. */
  gloss: string;
}

/** How a heading puts a departure, in a sentence and in short; only a must and a should are nouns that somebody departs from. */
const DEPARTED: Record<Modality, VerdictWords & { short: string }> = {
  must: { words: 'Departs from a', force: MODALITY.must, short: 'departs from a must', gloss: 'A duty, which leaves no choice.' },
  'must-not': {
    words: 'It',
    force: MODALITY['must-not'],
    after: ' be done',
    short: 'must not be done',
    gloss: 'A prohibition, which leaves no choice.',
  },
  'may-not': { words: 'It', force: MODALITY['may-not'], after: ' be done', short: 'may not be done', gloss: 'It is not allowed.' },
  will: {
    words: 'Not done as the rulebook says it will be',
    short: 'not done as it says',
    gloss: 'It is said as something that happens; nobody is told that they must.',
  },
  is: {
    words: 'Not as the rulebook states it',
    short: 'not as it states',
    gloss: 'It says how things are, or whose they are to do; it tells nobody that they must.',
  },
  should: {
    words: 'Departs from a',
    force: MODALITY.should,
    short: 'departs from a should',
    gloss: 'Expected. A good reason is needed for doing otherwise, and it belongs on the record.',
  },
  'should-not': {
    words: 'It',
    force: MODALITY['should-not'],
    after: ' be done',
    short: 'should not be done',
    gloss: 'Expected not to happen. A good reason is needed for doing otherwise, and it belongs on the record.',
  },
  may: {
    words: 'A condition of the permission is not met',
    short: 'a condition is not met',
    gloss: 'It is allowed on a condition, which this move does not meet.',
  },
};

/** The room that a rule leaves in its own words: told with the departure, since the case does not show whether it was used. */
const LEEWAY: Record<Leeway, readonly [after: string, gloss: string]> = {
  'if-possible': [', if it was possible', 'It asks for this where it is possible. Whether it was, the case does not show.'],
  exceptional: [', unless exceptional', 'It leaves room for exceptional circumstances. Whether these were, the case does not show.'],
  attempt: [', unless it was tried', 'It asks somebody to try. Whether anybody did, the case does not show.'],
};

const points = (n: number) => (n === 1 ? 'one point' : `${n} points`);

export function verdictInWords({ outcome, modality, leeway, findings, partlyUnaddressed }: Verdict, rulebook: string): VerdictWords {
  const open = findings.some((f) => f.carried) ? ' What an earlier move left undone is still open.' : '';
  switch (outcome) {
    case 'departs': {
      const departed = DEPARTED[modality ?? 'may'];
      if (!leeway) return departed;
      const [room, gloss] = LEEWAY[leeway];
      return { ...departed, after: `${departed.after ?? ''}${room}`, gloss };
    }
    case 'out-of-sequence':
      return { words: 'Out of sequence', gloss: `${rulebook} puts another step before this one.` };
    case 'complies': {
      const silent = findings.filter((f) => f.outcome === 'not-addressed').length;
      return {
        words: 'Complies',
        gloss: partlyUnaddressed
          ? `With all that ${rulebook} says of it; on ${points(silent)} it says nothing.${open}`
          : `With all that ${rulebook} says of it.${open}`,
      };
    }
    default:
      return {
        words: 'Not addressed',
        gloss: open
          ? `${rulebook} asks nothing of this move itself.${open}`
          : `${rulebook} sets nothing that this move could keep or break.`,
      };
  }
}

/** The verdict in a word or two, where there is room for no more. */
export const verdictInShort = ({ outcome, modality, leeway }: Pick<Verdict, 'outcome' | 'modality' | 'leeway'>): string =>
  outcome === 'departs'
    ? `${DEPARTED[modality ?? 'may'].short}${leeway ? LEEWAY[leeway][0] : ''}`
    : { complies: 'complies', 'out-of-sequence': 'out of sequence', 'not-addressed': 'not addressed' }[outcome];

const GRAVITY: Record<Outcome, number> = { departs: 0, 'out-of-sequence': 10, complies: 20, 'not-addressed': 30 };

export const gravity = ({ outcome, modality }: { outcome: Outcome; modality?: Modality | undefined }): number =>
  GRAVITY[outcome] + (modality ? FORCE.indexOf(modality) : FORCE.length);

/** The gravest first; those of one gravity as the procedure has them. */
export const byGravity = (findings: readonly Finding[]): readonly Finding[] => [...findings].sort((a, b) => gravity(a) - gravity(b));

/** What stands together: one finding, or all those of a topic on which the rulebook contradicts itself, in the order of its readings. */
export interface Group {
  topic: string;
  findings: readonly Finding[];
  /** True where it is both readings of a contradiction. */
  contradicts: boolean;
}
/** The findings of a verdict as they are to be read: what departs, what is kept, what an earlier move left open, and silence. */
export interface Sorted {
  departed: readonly Group[];
  kept: readonly Group[];
  carried: readonly Finding[];
  silent: readonly Finding[];
}

export function sorted(findings: readonly Finding[]): Sorted {
  const own = findings.filter((f) => !f.carried);
  // The readings of one topic stand together even where one of them is silent or kept and the other is not.
  const apart = own.filter((f) => f.reading === undefined).map((f): Group => ({ topic: f.topic, findings: [f], contradicts: false }));
  const conflicts = [...new Set(own.filter((f) => f.reading !== undefined).map((f) => f.topic))].map((topic): Group => ({
    topic,
    findings: byGravity(own.filter((f) => f.topic === topic)).toSorted((a, b) => (a.reading ?? 0) - (b.reading ?? 0)),
    contradicts: true,
  })); // prettier-ignore
  const gravest = ({ findings: all }: Group) => Math.min(...all.map(gravity));
  const groups = [...apart, ...conflicts].sort((a, b) => gravest(a) - gravest(b));
  const within = (from: number, to: number) => groups.filter((g) => gravest(g) >= from && gravest(g) < to);
  return {
    departed: within(GRAVITY.departs, GRAVITY.complies),
    kept: within(GRAVITY.complies, GRAVITY['not-addressed']),
    carried: findings.filter((f) => f.carried),
    silent: within(GRAVITY['not-addressed'], Number.POSITIVE_INFINITY).flatMap((g) => g.findings),
  };
}

/** The earlier move that left open what a later one only finds still so: the last before it that departed from the same itself. */
export function origin(made: readonly Pick<Made, 'verdict'>[], at: number, { topic, reading, modality }: Finding): number {
  const same = (f: Finding) => f.topic === topic && f.reading === reading && f.modality === modality;
  return made.slice(0, at).findLastIndex(({ verdict }) => verdict.findings.some((f) => f.outcome === 'departs' && !f.carried && same(f)));
}

/** The gravest thing that a verdict has to say of its own move; silence, where it says nothing. */
export const gravestOf = ({ findings }: Verdict): Finding | undefined => byGravity(findings.filter((f) => !f.carried))[0];
