import { error } from '@sveltejs/kit';
import { forcesOf } from '#lib/forces.ts';
import {
  findClause,
  findRulebook,
  findSection,
  findTopic,
  labelOf,
  neighbours,
  placeOf,
  rulebooks,
  topicsCiting,
} from '#lib/server/content.ts';
import { marked } from '#lib/server/glossary.ts';
import { notesOnClause } from '#lib/server/notes.ts';
import { roleOf } from '#lib/server/roles.ts';
import { documentInWords } from '#lib/vocabulary.ts';
import { readingInWords, readingsOf } from '#lib/words.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => rulebooks.flatMap(({ id, clauses }) => clauses.map((c) => ({ rulebook: id, clause: c.id })));

/** The first words of a restatement, up to a whole word. */
const opening = (text: string) => (text.length < 90 ? text : `${text.slice(0, 84).replace(/\s+\S*$/, '')} …`);

export const load: PageServerLoad = ({ params }) => {
  const rulebook = findRulebook(params.rulebook);
  const clause = rulebook && findClause(rulebook.id, params.clause);
  if (!clause) error(404, 'There is no such clause.');
  const section = findSection(rulebook.id, clause.section)!;
  const at = placeOf(rulebook.id, clause.id)!;
  const { previous, next } = neighbours(rulebook.clauses, at);
  // What hangs on this clause stands in full below it.
  const points = rulebook.clauses.filter((c) => c.id.startsWith(`${clause.id}.`) && !/\.p\d+$/.test(c.id));
  // An item hangs on the clause that introduces it; three on either side show where it stands.
  const parent = findClause(rulebook.id, clause.id.replace(/\.[^.]+$/, ''));
  const others = rulebook.clauses.filter((c) => !points.includes(c));
  const place = others.indexOf(clause);
  const around = others.slice(Math.max(0, place - 3), place + 4);
  const near = [
    ...(parent && !around.includes(parent) ? [parent] : []),
    ...around.filter((c) => c === parent || (c.heading === clause.heading && c.section === clause.section)),
  ];
  const citing = topicsCiting(rulebook.id, clause.id);

  return {
    label: labelOf(rulebook),
    document: documentInWords(rulebook),
    clause,
    pieces: marked(clause.restatement),
    forces: forcesOf(clause),
    points: points.map(({ id, restatement, modality, also }) => ({ id, restatement, modality, also })),
    roles: clause.actors.map((actor) => ({ actor, role: roleOf(actor) })),
    notes: notesOnClause(rulebook, clause.id),
    section: { id: section.id, title: section.title },
    rules: citing.map((id) => {
      const rule = rulebook.rules[id]!;
      const [first] = readingsOf(rule);
      const { question, kind } = findTopic(id)!;
      const short = first && rule.status === 'stated' ? readingInWords(first, kind) : undefined;
      return {
        id,
        question,
        answer: short && !short.whole ? `${short.headline} ${short.detail}`.trim() : rule.answer,
      };
    }),
    touches: clause.topics.filter((id) => !citing.includes(id)).map((id) => ({ id, question: findTopic(id)!.question })),
    see: clause.see.map((id) => {
      const other = findSection(rulebook.id, id);
      return other ? { section: other.id, title: other.title } : { clause: id };
    }),
    near: near.map((c) => ({ id: c.id, words: opening(c.restatement) })),
    previous: previous?.id,
    next: next?.id,
  };
};
