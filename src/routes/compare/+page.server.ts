import type { Modality, ProcedureId, Rule, Stage, Topic } from '#content/schema.ts';
import { PROCEDURES, STAGES, labelOf, rulebooks, topics } from '#lib/server/content.ts';
import { MODALITY } from '#lib/vocabulary.ts';
import { readingInWords, readingsOf } from '#lib/words.ts';
import type { PageServerLoad } from './$types';

interface Cell {
  status: Rule['status'];
  says: { headline: string; detail: string; whole?: true; force: string; modality: Modality }[];
  answer?: string;
}

function cell(rule: Rule, asked: Topic['kind']): Cell {
  if (rule.status === 'elsewhere') return { status: rule.status, says: [], answer: rule.to };
  const says = readingsOf(rule).map((reading) => {
    const { headline, detail, whole } = readingInWords(reading, asked);
    return {
      headline,
      detail: whole ? '' : detail,
      ...(whole && { whole }),
      force: MODALITY[reading.modality],
      modality: reading.modality,
    };
  });
  return { status: rule.status, says };
}

const group = (procedure: ProcedureId, stage: Stage) => ({
  procedure,
  stage,
  rows: topics
    .filter((t) => t.procedure === procedure && t.stage === stage)
    .map(({ id, question, kind }) => ({ id, question, cells: rulebooks.map((r) => cell(r.rules[id]!, kind)) })),
});

export const load: PageServerLoad = () => ({
  rulebooks: rulebooks.map(labelOf),
  procedures: PROCEDURES.map((id) => ({ id, stages: STAGES.map((stage) => group(id, stage)).filter((g) => g.rows.length) })),
  total: topics.length,
});
