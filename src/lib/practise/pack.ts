/** What a practise page carries: one case, and of each rulebook the rules that its procedure asks for. */
import type { Act, Calendar, Rule, RulebookId, Scenario, TopicId } from '#content/schema.ts';
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
}
/** What a rulebook says on each topic, and the clauses that it rests on: one of each, or one for each reading of a conflicting rule. */
export type Words = Readonly<Record<TopicId, readonly { answer: string; clauses: string[] }[]>>;
export type Case = Omit<Scenario, 'story' | 'rulebooks'>;
export interface Pack {
  scenario: Case;
  story: readonly string[];
  books: readonly Book[];
  acts: Readonly<Record<Act, string>>;
  calendar: Calendar;
  drawing: Drawing;
}

/** The rulebook with what it says put into its rules. Pure. */
export function withWords(book: Book, words: Words): Book {
  const said = (rule: Rule, [first, ...others]: Words[TopicId] = []): Rule => {
    if (!first) return rule;
    if (rule.status === 'conflicting') return { ...rule, readings: rule.readings.map((r, i) => ({ ...r, ...[first, ...others][i] })) };
    return { ...rule, ...first };
  };
  return { ...book, rules: Object.fromEntries(Object.entries(book.rules).map(([topic, rule]) => [topic, said(rule, words[topic])])) };
}
