/** The clauses of a procedure in the order in which they matter: by stage, then by question, under each rulebook. */
import type { Clause, ProcedureId, Rulebook, Stage } from '#content/schema.ts';
import { STAGES, rulebooks, topics, topicsCiting } from './content.ts';

/** The first words of a restatement, up to a whole word. */
const opening = (text: string, most = 104) => (text.length <= most + 6 ? text : `${text.slice(0, most).replace(/[,;:.]?\s+\S*$/, '')} …`);

/** The clauses that an answer rests on, then those that touch on the question. */
function clausesOn(topic: string, { id, clauses }: Rulebook): Clause[] {
  const cited = clauses.filter((clause) => topicsCiting(id, clause.id).includes(topic));
  return [...cited, ...clauses.filter((clause) => clause.topics.includes(topic) && !cited.includes(clause))];
}

export const stagesOf = (procedure: ProcedureId): Stage[] =>
  STAGES.filter((stage) => topics.some((topic) => topic.procedure === procedure && topic.stage === stage));

export const clausesAt = (procedure: ProcedureId, stage: Stage) =>
  topics
    .filter((topic) => topic.procedure === procedure && topic.stage === stage)
    .map(({ id, question }) => ({
      id,
      question,
      books: rulebooks.map((rulebook) => ({
        rulebook: rulebook.id,
        status: rulebook.rules[id]!.status,
        clauses: clausesOn(id, rulebook).map((clause) => ({
          id: clause.id,
          modality: clause.modality,
          words: opening(clause.restatement),
        })),
      })),
    }));
