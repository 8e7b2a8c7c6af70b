/** What a move is judged by, and what judging it gives. */
import type { Act, Actor, Event, Leeway, Modality, Rule, TopicId, Trigger, Value } from '#content/schema.ts';
import type { Amount, Holiday, WorkingCalendar } from './working-days.ts';

/** A rulebook's answer to every topic. */
export type Rules = Readonly<Record<TopicId, Rule>>;
/** What is found of a move: by one check, or summed up in a verdict. */
export type Outcome = 'complies' | 'departs' | 'out-of-sequence' | 'not-addressed';

/** A child whom the case is about; `born` as YYYY-MM-DD. */
export interface Child {
  id: string;
  name: string;
  /** None for a child who is not born yet. */
  born?: string | undefined;
}
/** A case as far as rules ask about it: `dates` by trigger, and the circumstances that hold from the start. */
export interface CaseFacts {
  children: readonly Child[];
  dates: Partial<Record<Trigger, string>>;
  circumstances: readonly Act[];
}
/** What a procedure begins with: whose rules, which bank holidays, which case. */
export interface ProcedureInput {
  rules: Rules;
  calendar: WorkingCalendar;
  facts: CaseFacts;
}
/** The kind of conference that a procedure's moves speak of: the day that they fix is the day of this. */
export type Conference = 'initial-conference' | 'review-conference' | 'pre-birth-conference';
/** What a run knows at any moment; it is all derived from the input and the log of moves. */
export interface CaseContext extends ProcedureInput {
  conference: Conference;
  dates: Partial<Record<Trigger, string>>;
  done: readonly Act[];
  outcomes: Readonly<Record<string, 'plan' | 'no-plan'>>;
  /** The day of the latest move. */
  today: string | undefined;
}

/** What was expected, or what was done: always a thing that can be shown, never a sentence written for one case. */
export type Said =
  | {
      is: 'date';
      date: string;
      side: 'by' | 'on';
      skipped?: readonly Holiday[];
      count?: Amount & { direction: 'after' | 'before'; trigger: Trigger; from: string };
    }
  | { is: 'window'; from: string; to: string; count: { from: Amount; to: Amount; of: 'gestation' | Trigger; day: string } }
  | { is: 'acts'; of: 'all' | 'any' | 'none'; acts: readonly Act[]; missing?: readonly Act[] }
  | {
      is: 'agencies';
      required: readonly Actor[];
      others: number;
      qualify: string;
      counted?: readonly Actor[];
      uncounted?: readonly Actor[];
    }
  | {
      is: 'decider';
      who: Actor | undefined;
      method?: string | undefined;
      limit?: number | undefined;
      categories?: readonly string[] | undefined;
      majority?: string | undefined;
    }
  | { is: 'children'; names: readonly string[]; age?: number; what: string }
  | { is: 'amount'; at: 'most' | 'exactly'; amount: Amount }
  | { is: 'trigger'; trigger: Trigger }
  | { is: 'answer'; words: string };

/** One check of one move against one rule, or one reading of a conflicting rule. */
export interface Finding {
  topic: TopicId;
  status: Rule['status'];
  outcome: Outcome;
  modality?: Modality;
  /** The room that the rule's own words leave for doing otherwise. */
  leeway?: Leeway;
  clauses: readonly string[];
  answer: string;
  expected: Said;
  actual: Said | undefined;
  /** Which reading of a conflicting rule this is: 1, 2 … */
  reading?: number;
  /** True where an earlier move of the run departed from the same, and this one only finds it still so. */
  carried?: true;
}

export type Shown = { outcome: 'complies' | 'departs' | 'not-addressed'; expected: Said; actual: Said | undefined };
/** A move in its setting: the event, the acts that it amounts to, and all that was known before it. */
export interface Asked {
  topic: TopicId;
  event: Event;
  acts: readonly Act[];
  known: ReadonlySet<Act>;
  context: CaseContext;
}
/**
 * Pure: a rule's value and a move in, what was expected and what was done out.
 * `undefined` where the rule does not speak of this move (its condition is not met, or the case lacks its trigger).
 */
export type Check<K extends Value['kind']> = (value: Extract<Value, { kind: K }>, asked: Asked) => Shown | undefined;
