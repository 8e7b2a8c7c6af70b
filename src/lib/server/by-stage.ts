/** The clauses of a procedure in the order in which they matter: by stage, then by question, under each rulebook; the items of a list together. */
import type { Clause, Modality, ProcedureId, Rulebook, Stage } from '#content/schema.ts';
import { itemOf } from '../citations.ts';
import { forcesOf } from '../forces.ts';
import { capital, clauseInWords } from '../vocabulary.ts';
import { STAGES, rulebooks, topics, topicsCiting } from './content.ts';
import { outside } from './coverage.ts';

/** The clauses that an answer rests on, and those that only touch on the question. */
function clausesOn(topic: string, { id, clauses }: Rulebook): { answering: Clause[]; touching: Clause[] } {
  const answering = clauses.filter((clause) => topicsCiting(id, clause.id).includes(topic));
  return { answering, touching: clauses.filter((clause) => clause.topics.includes(topic) && !answering.includes(clause)) };
}

export interface Said {
  id: string;
  /** How it is called where it stands. */
  words: string;
  /** Empty where it stands in full under an earlier question. */
  text: string;
  forces: readonly Modality[];
  above?: string;
}
/** A clause with those of its items that matter here; of a clause that does not matter here itself, only its number. */
export interface Row extends Said {
  items: readonly Said[];
}

/** @param first under which question each clause stands in full */
function rowsOf(clauses: readonly Clause[], topic: string, first: Map<Clause, string>): Row[] {
  const said = (clause: Clause, words: string): Said => {
    const above = first.get(clause);
    if (above) return { id: clause.id, words, text: '', forces: [], above };
    first.set(clause, topic);
    return { id: clause.id, words, text: clause.restatement, forces: forcesOf(clause) };
  };
  const headOf = ({ id }: Clause) => itemOf(id)?.list ?? id;
  return [...Map.groupBy(clauses, headOf)].map(([head, of]) => {
    const whole = of.find(({ id }) => id === head);
    const words = clauseInWords(head);
    const row = whole ? said(whole, words) : { id: head, words, text: '', forces: [] };
    const items = of.filter((clause) => clause !== whole);
    return { ...row, items: items.map((clause) => said(clause, capital(clauseInWords(clause.id).replace(`${words}, `, '')))) };
  });
}

export const stagesOf = (procedure: ProcedureId): Stage[] =>
  STAGES.filter((stage) => topics.some((topic) => topic.procedure === procedure && topic.stage === stage));

export function clausesAt(procedure: ProcedureId, stage: Stage) {
  const first = new Map<Clause, string>();
  return topics
    .filter((topic) => topic.procedure === procedure && topic.stage === stage)
    .map(({ id, question }) => {
      const books = rulebooks.map((rulebook) => {
        const rule = rulebook.rules[id]!;
        const { answering, touching } = clausesOn(id, rulebook);
        const none = rule.status === 'elsewhere' ? 'Elsewhere' : (outside(rulebook, procedure, rule)?.brief ?? 'Silent');
        const touches = touching.map((clause) => ({ id: clause.id, words: clauseInWords(clause.id) }));
        return { rulebook: rulebook.id, count: answering.length + touching.length, rows: rowsOf(answering, id, first), touches, none };
      });
      return {
        id,
        question,
        clauses: books.reduce((sum, { count }) => sum + count, 0),
        books: books.filter(({ count }) => count).map(({ rulebook, rows, touches }) => ({ rulebook, rows, touches })),
        /** Who has no clause on it: those that are silent, those that are about something else, those that send the reader elsewhere. */
        without: [...Map.groupBy(books.filter(({ count }) => !count), ({ none }) => none)].map(([word, of]) => ({ word, of: of.map(({ rulebook }) => rulebook) })), // prettier-ignore
      };
    });
}
export type Question = ReturnType<typeof clausesAt>[number];
