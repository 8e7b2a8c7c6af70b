/** The notes on a document, by what they bear on: a clause, a rule that shows two readings. */
import type { Note, Rule, Rulebook } from '#content/schema.ts';
import { NOTE_KINDS } from '#content/schema.ts';
import { topics } from './content.ts';
import { readingsOf } from '../words.ts';

const brief = ({ id, title }: Note) => ({ id, title });

export const notesOnClause = ({ notes }: Rulebook, clause: string) => notes.filter((note) => note.clauses.includes(clause)).map(brief);

/** A note speaks of two readings where it names a clause of each. */
const speaksOf = (note: Note, rule: Rule) =>
  rule.status === 'conflicting' && readingsOf(rule).every(({ clauses }) => clauses.some((clause) => note.clauses.includes(clause)));

export const notesOnRule = ({ notes }: Rulebook, rule: Rule) => notes.filter((note) => speaksOf(note, rule)).map(brief);

/** The notes under their kinds, in the order of the schema, each with the questions to which it gives two answers. */
export const notesByKind = (rulebook: Rulebook) =>
  NOTE_KINDS.map((kind) => ({
    kind,
    notes: rulebook.notes
      .filter((note) => note.kind === kind)
      .map((note) => ({
        ...note,
        topics: topics.filter(({ id }) => speaksOf(note, rulebook.rules[id]!)).map(({ id, question }) => ({ id, question })),
      })),
  })).filter(({ notes }) => notes.length);
