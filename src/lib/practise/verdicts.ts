/** Verdicts in words, and findings in the order in which somebody should read them. Pure. */
import type { Modality } from '#content/schema.ts';
import type { Finding, Outcome, Verdict } from '#machines/index.ts';
import { MODALITY } from '../vocabulary.ts';

export interface VerdictWords {
  words: string;
  /** The force departed from, to be set apart from the words before it. */
  force?: string;
  /** What the force means, or what the verdict does. */
  gloss: string;
}

const DEPARTED: Record<Modality, string> = {
  must: 'A duty, which leaves no choice.',
  'must-not': 'A prohibition, which leaves no choice.',
  'may-not': 'It is not allowed.',
  will: 'The rulebook says that it will be done; it tells nobody that they must.',
  is: 'The rulebook states how it is done; it tells nobody that they must.',
  should: 'Expected. A good reason is needed for doing otherwise, and it belongs on the record.',
  'should-not': 'Expected not to happen. A good reason is needed for doing otherwise, and it belongs on the record.',
  may: 'Allowed on a condition, which this move does not meet.',
};

const points = (n: number) => (n === 1 ? 'one point' : `${n} points`);

export function verdictInWords({ outcome, modality, findings, partlyUnaddressed }: Verdict, rulebook: string): VerdictWords {
  switch (outcome) {
    case 'departs':
      return { words: 'Departs from a', force: modality ? MODALITY[modality] : 'rule', gloss: modality ? DEPARTED[modality] : '' };
    case 'out-of-sequence':
      return { words: 'Out of sequence', gloss: `${rulebook} puts another step before this one.` };
    case 'complies': {
      const open = findings.filter((f) => f.outcome === 'not-addressed').length;
      return {
        words: 'Complies',
        gloss: partlyUnaddressed
          ? `With all that ${rulebook} says of it; on ${points(open)} it says nothing.`
          : `With all that ${rulebook} says of it.`,
      };
    }
    default:
      return { words: 'Not addressed', gloss: `${rulebook} sets nothing that this move could keep or break.` };
  }
}

/** The verdict in a word or two, where there is room for no more. */
export const verdictInShort = ({ outcome, modality }: Pick<Verdict, 'outcome' | 'modality'>): string =>
  outcome === 'departs'
    ? `departs from a ${modality ? MODALITY[modality] : 'rule'}`
    : { complies: 'complies', 'out-of-sequence': 'out of sequence', 'not-addressed': 'not addressed' }[outcome];

const FORCE: readonly Modality[] = ['must', 'must-not', 'may-not', 'will', 'is', 'should', 'should-not', 'may'];
const GRAVITY: Record<Outcome, number> = { departs: 0, 'out-of-sequence': 10, complies: 20, 'not-addressed': 30 };

export const gravity = ({ outcome, modality }: { outcome: Outcome; modality?: Modality | undefined }): number =>
  GRAVITY[outcome] + (modality ? FORCE.indexOf(modality) : FORCE.length);

/** The gravest first; those of one gravity as the procedure has them. */
export const byGravity = (findings: readonly Finding[]): readonly Finding[] => [...findings].sort((a, b) => gravity(a) - gravity(b));
