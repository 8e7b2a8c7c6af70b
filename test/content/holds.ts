/**
 * What in a clause somebody will look for: a number, a deadline, an age, who decides, what is forbidden. Read off the words of the restatement
 * and its force, and where the inventory is at hand, off the modal verbs of the text itself.
 */
import type { Clause, Rulebook } from '#content/schema.ts';

export const HOLDINGS = ['number', 'deadline', 'age', 'decision-maker', 'prohibition'] as const;
export type Holding = (typeof HOLDINGS)[number];

const FIGURE =
  '(?:\\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty|twenty-four|twenty-seven|twenty-eight|thirty|fifty|half)';
const UNIT = '(?:hours?|days?|weeks?|months?|years?|minutes?)';
/** What has figures and is no rule: years, pages, references, and how many points a list has. */
const NO_RULE = [
  /\b(?:19|20)\d\d\b/g,
  /\bp+\.? ?\d+\b/g,
  /\b(?:sections?|chapters?|parts?|clauses?|paragraphs?|act) \d[\d.]*\b/gi,
  /\bs\d+\b/g,
  new RegExp(
    `\\b(?:the |in |of |by |has |have |are |is |do |does )?${FIGURE} (?:\\w+ ){0,3}?(?:(?:which |that )?follow|(?:are )?listed|below|here)`,
    'gi',
  ),
];

const SIGNS: Record<Exclude<Holding, 'prohibition'>, RegExp> = {
  number: new RegExp(`\\b${FIGURE}\\b`, 'i'),
  deadline: new RegExp(
    `\\b(?:immediately|at once|without delay|promptly|straight ?away|as (?:soon|early) as|no later than|not later than|deadline|timescales?|in time for)\\b|\\b(?:within|after|before|at least|at most|no more than|up to|every)\\b[^.;]{0,30}\\b(?:${FIGURE}|a|an|one)\\b (?:\\w+ )?${UNIT}\\b|\\bby the end of\\b`,
    'i',
  ),
  age: /\b(?:aged?|birthdays?|years? old|years of age|turns? \d+|(?:under|over) (?:the age of )?(?:\d+|two|five|twelve|sixteen|eighteen)(?!-| (?:\w+ )?(?:hours?|days?|weeks?|months?)))\b/i,
  'decision-maker': /\b(?:decides?|decided by|deciding|decision (?:of|is|lies|rests)|determines?|discretion|final say|casting vote|authori[sz]es?|may agree|agreement of|consent of|whose consent|approved by)\b/i,
}; // prettier-ignore
const FORBIDS =
  /\b(?:must|should|may|can|could|is|are)(?: not|n't) (?:be )?(?:allowed|permitted|\w+)\b|\bcannot\b|\bnever\b|\bnobody (?:may|should|must)\b/i;
const FORBIDDEN = new Set(['must-not', 'should-not', 'may-not']);

/** @param modals the modal verbs of the text, as the inventory lists them */
export function held({ restatement, modality, also }: Pick<Clause, 'restatement' | 'modality' | 'also'>, modals = ''): Holding[] {
  const bare = NO_RULE.reduce((text, pattern) => text.replace(pattern, ' '), restatement);
  const forbids = [modality, ...also].some((force) => FORBIDDEN.has(force)) || /\b(?:must|should|may) not\b|\bcannot\b/.test(modals);
  return HOLDINGS.filter((one) => (one === 'prohibition' ? forbids || FORBIDS.test(bare) : SIGNS[one].test(bare)));
}

/** Clauses that hold one of these, that no topic fits, and why that is right. */
export const WITHOUT_TOPIC: Readonly<Record<string, string>> = {
  'london 8.16.20': 'It says that a relationship may turn out unproductive; it forbids nothing.',
  'staffordshire introduction.p1': 'The number is that of the principles which national guidance has.',
  'hips local.p2': 'The numbers are the day and the hour at which the page was printed.',
  'bfg 4.1.5': 'The number is that of the kinds of conference, each of which has topics of its own.',
};

/** How many clauses hold each, and those without a topic, by what they hold. */
export function holdings(rulebooks: readonly Rulebook[], modalsOf: (rulebook: string, clause: string) => string | undefined) {
  const all = rulebooks.flatMap(({ clauses }) => clauses.map((clause) => ({ clause, holds: held(clause, modalsOf(clause.rulebook, clause.id)) }))); // prettier-ignore
  return {
    counts: HOLDINGS.map((holding) => {
      const its = all.filter(({ holds }) => holds.includes(holding));
      return { holding, clauses: its.length, topical: its.filter(({ clause }) => clause.topics.length).length };
    }),
    without: all
      .filter(({ clause, holds }) => holds.length && !clause.topics.length)
      .map(({ clause, holds }) => ({ name: `${clause.rulebook} ${clause.id}`, holds })),
  };
}
