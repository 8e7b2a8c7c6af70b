/** What a practise page carries: one case, and of each rulebook the rules that its procedure asks for. */
import type { Act, Calendar, Reading, Rule, RulebookId, Scenario, TopicId } from '#content/schema.ts';
import type { Rules } from '#machines/index.ts';
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
  /** They judge; what they say is empty until it is fetched: `withWords`. */
  rules: Rules;
  /** The acts that its findings can name, in plain words; they come with what it says. */
  acts: Readonly<Record<Act, string>>;
}
export interface Pack {
  scenario: Omit<Scenario, 'story' | 'rulebooks'>;
  story: readonly string[];
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
/** A pack on its way to the page: `unpack`. */
export type Packed = Omit<Pack, 'books'> & {
  books: readonly (Omit<Book, 'rules' | 'acts'> & { rules: Readonly<Record<TopicId, LeanRule>> })[];
};
/** What a rulebook says on each topic, and the clauses that it rests on: one of each, or one for each reading of a conflicting rule. */
export interface Words {
  said: Readonly<Record<TopicId, readonly Pick<Reading, 'answer' | 'clauses'>[]>>;
  acts: Book['acts'];
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

/** What came, made whole again. Pure. */
export const unpack = (packed: Packed): Pack => ({
  ...packed,
  books: packed.books.map((book) => ({ ...book, rules: each(book.rules, whole), acts: {} })),
});

/** A rulebook with what it says put into its rules. Pure. */
export const withWords = (book: Book, { said, acts }: Words): Book => ({
  ...book,
  acts,
  rules: each(book.rules, (rule, topic) => {
    const its = said[topic] ?? [];
    return rule.status === 'conflicting'
      ? { ...rule, readings: rule.readings.map((r, i) => ({ ...r, ...its[i] })) }
      : { ...rule, ...its[0] };
  }),
});
