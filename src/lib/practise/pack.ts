/** What a practise page carries, and what it fetches: one case, and of each rulebook the rules that its procedure asks for. */
import type { Act, Calendar, ProcedureId, Reading, Rule, RulebookId, Scenario, TopicId } from '#content/schema.ts';
import type { Procedure, Rules } from '#machines/index.ts';
import type { Drawing } from '../drawing.ts';

export interface Book {
  id: RulebookId;
  /** As sentences name it, and in full. */
  name: string;
  fullName: string;
  edition: string;
  /** Changes with every change to the rulebook's content: a saved run names the one that judged it. */
  hash: string;
  /** False where the case cannot be played under it; it is then only compared. */
  playable: boolean;
  /** False where its document does not cover the procedure of the case. */
  covered: boolean;
}
export interface Pack {
  scenario: Omit<Scenario, 'story' | 'rulebooks'>;
  story: readonly string[];
  /** The procedure that is played; its statechart comes as a script of its own. */
  procedure: Pick<Procedure, 'id' | 'title'>;
  books: readonly Book[];
  calendar: Calendar;
  drawing: Drawing;
}

/** A rule on its way: without its words, and without what is empty in it. */
export interface LeanRule {
  status?: Rule['status'];
  modality?: Reading['modality'];
  value?: object;
  readings?: readonly LeanRule[];
}
export type LeanRules = Readonly<Record<TopicId, LeanRule>>;
/** What a rulebook says in answer to the questions of a case. */
export interface Words {
  /** On each topic the answer, and the clauses that it rests on: one of each, or one for each reading of a conflicting rule. */
  said: Readonly<Record<TopicId, readonly Pick<Reading, 'answer' | 'clauses'>[]>>;
  /** The questions themselves. */
  asks: Readonly<Record<TopicId, string>>;
  /** The acts that its findings can name, in plain words. */
  acts: Readonly<Record<Act, string>>;
  /** Where its clauses contradict each other: the note on the document that tells of it. */
  notes: Readonly<Record<TopicId, string>>;
}
/** What playing under a rulebook begins with: its rules, and the words for whatever the first decision can bring up. */
export interface Opening extends Words {
  rules: LeanRules;
}
/** What a verdict is followed by: the rules of all rulebooks, to compare the move by, and what a team would call each move. */
export interface After {
  rules: Readonly<Record<RulebookId, LeanRules>>;
  moves: Procedure['events'];
}
/** A rulebook that is played: its rules, with what they say as far as that has been fetched. */
export interface Played extends Book, Omit<Words, 'said'> {
  procedure: ProcedureId;
  rules: Rules;
}

/** What a value leaves out on its way where it is empty. */
export const EMPTY = {
  who: [],
  what: '',
  when: [],
  needs: [],
  anyOf: [],
  never: [],
  unless: [],
  steps: [],
  required: [],
  notCounted: [],
  separate: [],
};

const whole = (rule: LeanRule): Rule =>
  ({
    answer: '', to: '', clauses: [], examples: [],
    ...rule,
    ...(rule.value ? { value: { ...EMPTY, ...rule.value } } : {}),
    ...(rule.readings ? { readings: rule.readings.map(whole) } : {}),
  }) as unknown as Rule; // prettier-ignore

const each = <A, B>(rules: Readonly<Record<TopicId, A>>, of: (rule: A, topic: TopicId) => B): Record<TopicId, B> =>
  Object.fromEntries(Object.entries(rules).map(([topic, rule]) => [topic, of(rule, topic)]));

/** Rules that came lean, made whole again, so that they can judge. Pure. */
export const wholeRules = (rules: LeanRules): Rules => each(rules, whole);

/** A rulebook with what it says put into its rules. Pure. */
export const withWords = <B extends { rules: Rules }>(book: B, { said, asks, acts, notes }: Words): B & Omit<Words, 'said'> => ({
  ...book,
  asks,
  acts,
  notes,
  rules: each(book.rules, (rule, topic) => {
    const its = said[topic] ?? [];
    return rule.status === 'conflicting'
      ? { ...rule, readings: rule.readings.map((r, i) => ({ ...r, ...its[i] })) }
      : { ...rule, ...its[0] };
  }),
});

/** A rulebook as playing begins. Pure. */
export const opened = (book: Book, procedure: ProcedureId, opening: Opening): Played =>
  withWords({ ...book, procedure, rules: wholeRules(opening.rules) }, opening);
