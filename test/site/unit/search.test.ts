import { describe, expect, it } from 'vitest';
import { PROCEDURES, RULEBOOKS } from '#content/schema.ts';
import { read } from '#lib/search/coding.ts';
import type { Filters } from '#lib/search/search.ts';
import { stem } from '#lib/search/stems.ts';
import { findTopic, rulebooks, topics } from '#lib/server/content.ts';
import { searchFiles } from '#lib/server/search.ts';
import { called, opened, questions, ranks, search } from '../ranks.ts';

const found = (question: string, filters: Partial<Filters> = {}) => search(question, { rulebooks: [], ...filters }).hits.map(called);
const first = (question: string) => found(question)[0];

describe('sixty questions of practitioners', () => {
  const ranked = ranks();

  it('are sixty, and ask for what there is, in all rulebooks and all procedures', () => {
    const all = new Set(opened.entries.map(called));
    const answers = questions.flatMap((question) => question.answers);
    expect(questions).toHaveLength(60);
    expect(answers.filter((answer) => !all.has(answer))).toEqual([]);
    expect(RULEBOOKS.filter((id) => !answers.some((answer) => answer.startsWith(`${id} `)))).toEqual([]);
    const asked = new Set(answers.map((answer) => findTopic(answer.replace('topic ', ''))?.procedure));
    expect(PROCEDURES.filter((id) => !asked.has(id))).toEqual([]);
  });

  it('are answered among the first three results, 54 at least', () => {
    const missed = ranked.filter(({ rank }) => rank > 3);
    expect(missed.length, JSON.stringify(missed, null, 2)).toBeLessThanOrEqual(6);
  });

  it('are answered by the first result, 42 at least', () => {
    const missed = ranked.filter(({ rank }) => rank > 1);
    expect(missed.length, JSON.stringify(missed, null, 2)).toBeLessThanOrEqual(18);
  });
});

describe('the number of a clause', () => {
  it.each([
    ['8.14.12', 'london 8.14.12'],
    ['4.3.8', 'bfg 4.3.8'],
    ['quoracy.p4', 'staffordshire quoracy.p4'],
    ['Quoracy, paragraph 4', 'staffordshire quoracy.p4'],
    ['clause 8.4.2 item 3', 'london 8.4.2.b3'],
    ['London 8.16.5.', 'london 8.16.5'],
    ['kent 9 para 3', 'kent 9.p3'],
    ['8.8.5-2', 'london 8.8.5-2'],
  ])('%s leads to %s', (question, clause) => {
    const { hits, exact } = search(question);
    expect(exact.map(called)).toEqual([clause]);
    expect(called(hits[0]!)).toBe(clause);
  });

  it('of a section lists its clauses in their order', () => {
    expect(found('8.13')).toEqual(['london 8.13.1', 'london 8.13.2', 'london 8.13.3', 'london 8.13.4']);
  });

  it('is not seen in a number of days', () => {
    expect(search('within 15 working days').exact).toEqual([]);
  });
});

describe('what is typed', () => {
  it.each([
    ['quoracey minimum', 'quoracy minimum'],
    ['recieving in conference', 'receiving in conference'],
    ['midwfie unborn', 'midwife unborn'],
    ['exlcusion grounds', 'exclusion grounds'],
    ['advocasy', 'advocacy'],
  ])('%s finds what %s finds first', (mistyped, meant) => {
    expect(first(mistyped)).toBe(first(meant));
    expect(search(mistyped).instead).toHaveLength(1);
  });

  it.each([
    ['ICPC deadline', 'initial conference deadline'],
    ['EPO', 'protection order'],
    ['IRO', 'independent reviewing officer'],
    ['LAC first review', 'looked after first review'],
    ['keyworker qualification', 'lead social worker qualification'],
    ['organize the conference', 'organise the conference'],
    ['prebirth timing', 'pre-birth timing'],
    ['eighteen', '18'],
  ])('%s finds what %s finds first', (said, meant) => expect(found(said).slice(0, 3)).toContain(first(meant)));

  it.each([
    ['excluded', 'excluding'], ['planned', 'plans'], ['agencies', 'agency'], ['organized', 'organise'], ['two', '2'], ['children', 'Childrens'],
  ])('%s and %s have one stem', (a, b) => expect(stem(a)).toBe(stem(b))); // prettier-ignore

  it('keeps a recording apart from a record', () => expect(stem('recording')).not.toBe(stem('record')));

  it('finds with every letter of a word, and with nothing but small words finds nothing amiss', () => {
    for (const typed of ['q', 'qu', 'quo', 'quor', 'quora', 'quorat', 'quorate']) expect(() => found(typed)).not.toThrow();
    expect(found('quor')).toContain('topic quorum.minimum');
    for (const typed of ['what is the', 'constructor', '__proto__ toString', '8.', '…', '’']) expect(() => found(typed)).not.toThrow();
    expect(found('xyzzyplugh')).toEqual([]);
  });

  it('puts the rulebook first that it names, and says so', () => {
    const { hits, named } = search('how soon are minutes sent kent');
    expect(named).toEqual(['kent']);
    expect(called(hits[0]!)).toBe('kent 9.p3');
  });
});

describe('a filter', () => {
  it('leaves the clauses of a rulebook, with its force and for whom it is', () => {
    const clauses = search('report', { rulebooks: ['kent'], force: 'must', actor: 'police' }).hits.filter((hit) => hit.kind === 'clause');
    expect(clauses.length).toBeGreaterThan(0);
    expect(clauses.every(({ rulebook, force, actors }) => rulebook === 'kent' && force === 'must' && actors.includes('police'))).toBe(true);
  });

  it('alone lists everything that it leaves, clauses first', () => {
    const hits = search('', { rulebooks: ['hips'] }).hits;
    const own = rulebooks.find(({ id }) => id === 'hips')!.clauses;
    expect(hits.slice(0, own.length).map(called)).toEqual(own.map(({ id }) => `hips ${id}`));
    expect(hits.slice(own.length).every(({ kind }) => kind === 'topic')).toBe(true);
  });

  it.each([['procedure', 'complaint'], ['subject', 'complaint']] as const)('of the %s leaves what belongs to it', (filter, value) => {
    const topics = search('chair', { rulebooks: [], [filter]: value }).hits.filter((hit) => hit.kind === 'topic');
    expect(topics.length).toBeGreaterThan(0);
    expect(topics.every(({ id, procedure }) => (filter === 'subject' ? id.startsWith('complaint.') : procedure === 'complaint'))).toBe(true);
  }); // prettier-ignore
});

describe('what is sent', () => {
  it('is read back word for word: every restatement, every question', () => {
    const lines = new Map(
      opened.entries.flatMap((entry) => (entry.kind === 'clause' ? [[called(entry), read(opened.words, entry.line)]] : [])),
    );
    for (const { id, clauses } of rulebooks) for (const clause of clauses) expect(lines.get(`${id} ${clause.id}`)).toBe(clause.restatement);
    expect(opened.topics.map(({ title }) => title)).toEqual(topics.map(({ question }) => question));
  });

  it('has a name that changes with it, so that parts of two editions never meet', () => {
    expect(searchFiles.map(({ name }) => name).filter((name) => !/^[a-z]+\.[0-9a-f]{10}\.json$/.test(name))).toEqual([]);
  });
});

it('marks the words for which a text was found, in all their forms', () => {
  const { mark } = search('ICPC minutes');
  const marked = mark('The minutes of an initial child protection conference; a minute.').filter(({ hit }) => hit);
  expect(marked.map(({ text }) => text)).toEqual(['minutes', 'initial child protection conference', 'minute']);
});
