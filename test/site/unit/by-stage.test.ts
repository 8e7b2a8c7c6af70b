import { describe, expect, it } from 'vitest';
import { PROCEDURES } from '#content/schema.ts';
import { clausesAt, stagesOf, type Said } from '#lib/server/by-stage.ts';
import { findClause } from '#lib/server/content.ts';
import { forcesOf } from '#lib/forces.ts';

const pages = PROCEDURES.flatMap((procedure) => stagesOf(procedure).map((stage) => clausesAt(procedure, stage)));
const saidOn = (page: (typeof pages)[number]) =>
  page.flatMap(({ books }) =>
    books.flatMap(({ rulebook, rows }) =>
      rows.flatMap((row) => [row, ...row.items]).map((said): Said & { rulebook: typeof rulebook } => ({ ...said, rulebook })),
    ),
  );

describe('the clauses of a stage', () => {
  it('stand whole, never cut in a sentence, with every force that they have', () => {
    const written = pages.flatMap(saidOn).filter(({ text }) => text);
    expect(written.length).toBeGreaterThan(800);
    const wrong = written.filter(({ rulebook, id, text, forces }) => {
      const clause = findClause(rulebook, id)!;
      return text !== clause.restatement || forces.join() !== forcesOf(clause).join();
    });
    expect(wrong).toEqual([]);
  });

  it('stand in full once on a page; where another question needs them again, they lead there', () => {
    for (const page of pages) {
      const said = saidOn(page);
      const full = said.filter(({ text }) => text).map(({ rulebook, id }) => `${rulebook} ${id}`);
      expect(new Set(full).size).toBe(full.length);
      const questions = page.map(({ id }) => id);
      for (const { above } of said) if (above) expect(questions).toContain(above);
      for (const { rulebook, id, above } of said) if (above) expect(full).toContain(`${rulebook} ${id}`);
    }
  });

  it('have the items of a list under the clause that introduces it', () => {
    const additional = pages.flat().find(({ id }) => id === 'membership.additional')!;
    const london = additional.books.find(({ rulebook }) => rulebook === 'london')!;
    expect(london.rows.map(({ words }) => words)).toEqual(['8.4.2']);
    expect(london.rows[0]!.items.map(({ words }) => words)).toEqual(Array.from({ length: 11 }, (_, i) => `Item ${i + 1}`));
  });

  it('say of a document that is about something else that it is, and not that it is silent', () => {
    const deadline = pages.flat().find(({ id }) => id === 'icpc.deadline')!;
    expect(deadline.without).toEqual([
      { word: 'Silent', of: ['hips'] },
      { word: 'Not covered: about reviews', of: ['kent'] },
    ]);
  });
});
