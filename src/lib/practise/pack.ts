/** What a practise page carries: one case, and of each rulebook the rules that its procedure asks for. */
import type { Act, Calendar, RulebookId, Scenario, TopicId } from '#content/schema.ts';
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
  rules: Rules;
}
export type Case = Omit<Scenario, 'story' | 'rulebooks'>;
export interface Pack {
  scenario: Case;
  story: readonly string[];
  books: readonly Book[];
  questions: Readonly<Record<TopicId, string>>;
  acts: Readonly<Record<Act, string>>;
  calendar: Calendar;
  drawing: Drawing;
}
