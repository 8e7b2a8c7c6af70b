/** What the page of a check fetches once a document is there: our restatements, and what rests on each clause. */
import type { ProcedureId, TopicId } from '#content/schema.ts';

export interface Backing {
  clauses: Record<string, { says: string; topics: TopicId[] }>;
  questions: Record<TopicId, string>;
  /** Of every statechart: what its topics govern. */
  steps: Step[];
  /** Cases that can be rehearsed, by id. */
  cases: Record<string, string>;
}
export interface Step {
  procedure: ProcedureId;
  /** The situation, as its map calls it. */
  from: string;
  /** The move that leads on from it, as a team would call it; none where the topics govern the situation itself. */
  move?: string;
  topics: TopicId[];
  /** Cases in which somebody can make the move. */
  cases: string[];
}

/** What rests on one clause: the rules that cite it, and through their topics steps and cases. */
export interface Resting {
  rules: { id: TopicId; question: string }[];
  steps: Step[];
  cases: { id: string; title: string }[];
}

export function restingOn({ clauses, questions, steps, cases }: Backing, clause: string): Resting {
  const topics = clauses[clause]?.topics ?? [];
  const its = steps.filter((step) => step.topics.some((topic) => topics.includes(topic)));
  return {
    rules: topics.map((id) => ({ id, question: questions[id] ?? id })),
    steps: its,
    cases: [...new Set(its.flatMap((step) => step.cases))].map((id) => ({ id, title: cases[id] ?? id })),
  };
}
