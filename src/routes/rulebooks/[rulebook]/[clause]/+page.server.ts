import { error } from '@sveltejs/kit';
import { findClause, findRulebook, findTopic, labelOf, neighbours, rulebooks, topicsCiting } from '#lib/server/content.ts';
import { readingInWords, readingsOf } from '#lib/words.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => rulebooks.flatMap(({ id, clauses }) => clauses.map((c) => ({ rulebook: id, clause: c.id })));

export const load: PageServerLoad = ({ params }) => {
  const rulebook = findRulebook(params.rulebook);
  const clause = rulebook && findClause(rulebook.id, params.clause);
  if (!clause) error(404, 'There is no such clause.');
  const section = rulebook.content.find((s) => s.id === clause.section)!;
  const { previous, next } = neighbours(rulebook.clauses, rulebook.clauses.indexOf(clause));
  const citing = topicsCiting(rulebook.id, clause.id);

  return {
    label: labelOf(rulebook),
    title: rulebook.title,
    clause,
    section: { id: section.id, title: section.title },
    rules: citing.map((id) => {
      const rule = rulebook.rules[id]!;
      const [first] = readingsOf(rule);
      const short = first && rule.status === 'stated' ? readingInWords(first) : undefined;
      return {
        id,
        question: findTopic(id)!.question,
        answer: short && !short.whole ? `${short.headline} ${short.detail}`.trim() : rule.answer,
      };
    }),
    touches: clause.topics.filter((id) => !citing.includes(id)).map((id) => ({ id, question: findTopic(id)!.question })),
    see: clause.see.map((id) => {
      const other = rulebook.content.find((s) => s.id === id);
      return other ? { section: other.id, title: other.title } : { clause: id };
    }),
    previous: previous?.id,
    next: next?.id,
  };
};
