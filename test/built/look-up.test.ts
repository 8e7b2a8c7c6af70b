import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readContent } from '#content/read.ts';
import { PROCEDURES } from '#content/schema.ts';

const { rulebooks, glossary } = readContent('content');
const read = (path: string) => readFileSync(path, 'utf8');
const clausePages = rulebooks.flatMap(({ id, clauses }) =>
  clauses.map((clause) => ({ rulebook: id, clause, path: `build/rulebooks/${id}/${clause.id}/index.html` })),
);

describe('the glossary', () => {
  it('has an entry for every term, under its id', () => {
    const page = read('build/glossary/index.html');
    expect(glossary.filter(({ id }) => !new RegExp(`<div id="${id}"`).test(page))).toEqual([]);
  });

  it('is linked from no more than three words of a restatement, none of them inside another link', () => {
    const marks = clausePages.map(({ path }) => ({ path, marks: [...read(path).matchAll(/<a class="term[^>]*>([^<]*)<\/a>/g)] }));
    expect(marks.filter(({ marks }) => marks.length > 3).map(({ path }) => path)).toEqual([]);
    expect(marks.filter(({ marks }) => marks.length).length).toBeGreaterThan(400);
  });
});

describe('the notes on a document', () => {
  it('are all on its page, which its own page leads to', () => {
    for (const { id, notes } of rulebooks) {
      const page = read(`build/rulebooks/${id}/notes/index.html`);
      expect(notes.filter((note) => !page.includes(`<article id="${note.id}"`))).toEqual([]);
      expect(read(`build/rulebooks/${id}/index.html`)).toMatch(/href="[^"]*notes\/"/);
    }
  });

  it('are linked from every clause that they concern, and from no other', () => {
    const noted = new Set(rulebooks.flatMap(({ id, notes }) => notes.flatMap((note) => note.clauses.map((clause) => `${id} ${clause}`))));
    const wrong = clausePages.filter(({ rulebook, clause, path }) => /notes\/#/.test(read(path)) !== noted.has(`${rulebook} ${clause.id}`));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('are linked from every question to which a document gives two readings', () => {
    const topics = new Set(
      rulebooks.flatMap((r) => Object.entries(r.rules).flatMap(([id, rule]) => (rule.status === 'conflicting' ? [id] : []))),
    );
    expect([...topics].filter((id) => !/notes\/#/.test(read(`build/topics/${id}/index.html`)))).toEqual([]);
  });
});

describe('the roles', () => {
  it('have a sheet for everybody whom a rulebook names, and every clause leads to those that it names', () => {
    const missing = clausePages.flatMap(({ rulebook, clause, path }) => {
      const page = read(path);
      return clause.actors
        .map((actor) => `roles/${actor === 'lead-social-worker' ? 'social-worker' : actor}/${rulebook}/`)
        .filter((sheet) => !page.includes(sheet) || !existsSync(`build/${sheet}index.html`));
    });
    expect([...new Set(missing)]).toEqual([]);
  });
});

describe('the clauses of a procedure', () => {
  it.each(PROCEDURES)('are there for %s, a link for every clause that answers one of its questions', (procedure) => {
    const folder = `build/procedures/${procedure}/clauses`;
    const pages = [`${folder}/index.html`, ...globSync(`${folder}/*/index.html`)].map(read).join('');
    const { topics } = readContent('content');
    const asked = topics.filter((topic) => topic.procedure === procedure).map(({ id }) => id);
    const missing = rulebooks.flatMap(({ id, clauses }) =>
      clauses.filter((clause) => clause.topics.some((topic) => asked.includes(topic)) && !pages.includes(`rulebooks/${id}/${clause.id}/`)),
    );
    expect(missing.map(({ id }) => id)).toEqual([]);
  });
});
