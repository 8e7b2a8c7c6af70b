import { error } from '@sveltejs/kit';
import { forcesOf } from '#lib/forces.ts';
import { PROCEDURES, findRulebook, labelOf, rulebooks } from '#lib/server/content.ts';
import { uncovered } from '#lib/server/coverage.ts';
import { answered } from '#lib/server/procedures.ts';
import { titleInWords } from '#lib/vocabulary.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => rulebooks.map(({ id }) => ({ rulebook: id }));

export const load: PageServerLoad = ({ params }) => {
  const rulebook = findRulebook(params.rulebook);
  if (!rulebook) error(404, 'There is no such rulebook.');
  const { publisher, edition, date, address, note, covers, elsewhere, content, clauses, notes } = rulebook;
  return {
    rulebook: {
      title: titleInWords(rulebook),
      publisher,
      edition,
      date,
      address,
      note,
      covers,
      missing: PROCEDURES.filter((procedure) => !covers.includes(procedure)).map((procedure) => ({
        procedure,
        ...answered(rulebook, procedure),
        chapter: uncovered(rulebook, procedure)?.chapter,
      })),
      elsewhere,
      clauses: clauses.length,
      notes: notes.length,
    },
    label: labelOf(rulebook),
    sections: content.map((section) => ({
      id: section.id,
      title: section.title,
      parts: section.parts.map((part) => ({
        heading: part.heading,
        clauses: part.clauses.map((clause) => ({ id: clause.id, restatement: clause.restatement, forces: forcesOf(clause) })),
      })),
    })),
  };
};
