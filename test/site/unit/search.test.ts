import { describe, expect, it } from 'vitest';
import { PROCEDURES, RULEBOOKS } from '#content/schema.ts';
import { read } from '#lib/search/coding.ts';
import type { Entry } from '#lib/search/parts.ts';
import { createSearch, mistakes, type Filters } from '#lib/search/search.ts';
import { stem } from '#lib/search/stems.ts';
import { cited } from '#lib/server/cited.ts';
import { findTopic, rulebooks, topics } from '#lib/server/content.ts';
import { searchFiles } from '#lib/server/search.ts';
import { called, opened, questions, ranks, search } from '../ranks.ts';

const found = (question: string, filters: Partial<Filters> = {}) => search(question, { rulebooks: [], ...filters }).hits.map(called);
const first = (question: string) => found(question)[0];

describe('eighty questions of practitioners', () => {
  const all = ranks();
  const firstSixty = all.slice(0, 60);

  it('are eighty, and ask for what there is, in all rulebooks and all procedures', () => {
    const there = new Set(opened.entries.map(called));
    const answers = questions.flatMap((question) => question.answers);
    expect(questions).toHaveLength(80);
    expect(new Set(questions.map(({ ask }) => ask)).size).toBe(80);
    expect(answers.filter((answer) => !there.has(answer))).toEqual([]);
    expect(RULEBOOKS.filter((id) => !answers.some((answer) => answer.startsWith(`${id} `)))).toEqual([]);
    const asked = new Set(answers.map((answer) => findTopic(answer.replace('topic ', ''))?.procedure));
    expect(PROCEDURES.filter((id) => !asked.has(id))).toEqual([]);
  });

  it.each([
    ['the first sixty', 54, 42, firstSixty],
    ['all eighty', 72, 60, all],
  ] as const)('of %s, %i at least are answered among the first three results, and %i at least by the first', (_, three, one, ranked) => {
    const beyond = (rank: number) => ranked.filter((question) => question.rank > rank);
    expect(ranked.length - beyond(3).length, JSON.stringify(beyond(3), null, 2)).toBeGreaterThanOrEqual(three);
    expect(ranked.length - beyond(1).length, JSON.stringify(beyond(1), null, 2)).toBeGreaterThanOrEqual(one);
  }); // prettier-ignore

  it.each([
    ['what if only two agencies turn up', 'quorum.'],
    ['only two agencies came', 'quorum.'],
    ['half the agencies missing', 'quorum.'],
    ['most of the professionals didn’t turn up', 'quorum.'],
    ['plan stop at 18th birthday', 'end.eighteen'],
    ['school asking for a conference who has to back them', 'convene.agency-request'],
    ['how do I complain about a conference decision', 'complaint.'],
  ])('“%s” finds in its first three what is about %s', (asked, topic) => {
    expect(found(asked).slice(0, 3).filter((hit) => hit.startsWith(`topic ${topic}`))).not.toEqual([]);
  }); // prettier-ignore

  it('of an inquorate conference finds early what London has its chair do', () => {
    expect(found('inquorate').slice(0, 3)).toContain('london 8.4.12');
  });

  it('of minutes finds them before decisions, and not for the minute taker', () => {
    const hits = found('how soon are minutes sent');
    const at = (hit: string) => hits.indexOf(hit);
    expect(Math.max(at('topic record.minutes'), at('staffordshire minutes.p3.b3'))).toBeLessThan(at('topic record.decisions'));
    expect(at('staffordshire minutes.p3.b3')).toBeLessThan(at('staffordshire minutes.p3.b2'));
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
    ['para 8.6.3', 'london 8.6.3'],
    ['paragraph 8.6.3', 'london 8.6.3'],
    ['s8.6.3', 'london 8.6.3'],
    ['s. 8.6.3', 'london 8.6.3'],
    ['#8.6.3', 'london 8.6.3'],
    ['8.6.3?', 'london 8.6.3'],
    ['“8.6.3”', 'london 8.6.3'],
    ['8.6.2(3)', 'london 8.6.2.b3'],
    ['8 14 12', 'london 8.14.12'],
    ['bfg 4/3/8', 'bfg 4.3.8'],
    ['para 4 of quoracy', 'staffordshire quoracy.p4'],
  ])('%s leads to %s', (question, clause) => {
    const { hits, exact } = search(question);
    expect(exact.map(called)).toEqual([clause]);
    expect(called(hits[0]!)).toBe(clause);
  });

  it('of a section lists its clauses in their order', () => {
    expect(found('8.13')).toEqual(['london 8.13.1', 'london 8.13.2', 'london 8.13.3', 'london 8.13.4']);
  });

  it.each(['within 15 working days', 'section 47 enquiry', 's20 accommodated', '1 2 3', 'over 12s invited', '2 working days before'])('is not seen in “%s”', (question) => {
    const { exact, missing } = search(question);
    expect([exact, missing]).toEqual([[], undefined]);
  }); // prettier-ignore

  it('that no clause has is said to be none, and those with the nearest are shown', () => {
    const { hits, exact, missing } = search('8.99.1');
    expect([missing, exact]).toEqual(['8.99.1', []]);
    expect(hits.map(called)).toContain('london 8.17.1');
    expect(search('para 8.6.99').missing).toBe('8.6.99');
    expect(search('8.6.99').hits.map(called).slice(0, 2)).toEqual(['london 8.6.13', 'london 8.6.12']);
    expect(search('kent 3.9').hits.map(called)[0]).toBe('kent 3.5');
    expect(search('77.1').hits).toEqual([]);
  });
});

describe('what is typed', () => {
  it.each([
    ['quoracey minimum', 'quoracy minimum'],
    ['recieving in conference', 'receiving in conference'],
    ['midwfie unborn', 'midwife unborn'],
    ['exlcusion grounds', 'exclusion grounds'],
    ['advocasy', 'advocacy'],
    ['first revew', 'first review'],
    ['solisitor', 'solicitor'],
    ['minits', 'minutes'],
    ['desision', 'decision'],
  ])('%s finds what %s finds first', (mistyped, meant) => {
    expect(first(mistyped)).toBe(first(meant));
    expect(search(mistyped).instead).toHaveLength(1);
  });

  it.each([
    ['key worker must be qualifyed', []],
    ['how long untill the review', []],
    ['responsable authority', [['responsable', 'responsible']]],
    ['umbrellas in the foyer', [['umbrellas', undefined], ['foyer', undefined]]],
  ])('%s: a slip is mended by what is nearest and commonest, and nothing by quite another word', (asked, instead) => {
    expect(search(asked).instead).toEqual(instead);
  }); // prettier-ignore

  it('a letter doubled, changed about or taken for one that sounds like it is a smaller mistake than another letter', () => {
    expect(mistakes('untill', 'until')).toBeLessThan(mistakes('untill', 'unwill'));
    expect(mistakes('recieve', 'receive')).toBeLessThan(mistakes('recieve', 'relieve'));
    expect(mistakes('desision', 'decision')).toBeLessThan(mistakes('desision', 'revision'));
    expect(mistakes('kick', 'sick')).toBeGreaterThan(mistakes('sikk', 'sick'));
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
    ['qualified', 'qualify'], ['sent', 'sending'], ['excluded', 'excluding'], ['planned', 'plans'], ['agencies', 'agency'], ['organized', 'organise'], ['two', '2'], ['children', 'Childrens'],
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

  it('of the force sees every force of a clause', () => {
    const [clause] = opened.entries.filter((entry) => entry.kind === 'clause' && entry.force === 'should');
    const both = { ...clause, also: ['must'] } as Entry;
    const { hits } = createSearch({ ...opened, entries: [both] })('', { rulebooks: [], force: 'must' });
    expect(hits).toEqual([both]);
    const also = new Map(rulebooks.flatMap(({ id, clauses }) => clauses.map((one) => [`${id} ${one.id}`, one.also])));
    for (const entry of opened.entries) if (entry.kind === 'clause') expect(entry.also).toEqual(also.get(called(entry)));
  });

  it('of a question leaves its page and the clauses that speak to it', () => {
    const hits = search('', { rulebooks: [], topic: 'record.minutes' }).hits;
    expect(hits.map(called)).toEqual(expect.arrayContaining(['topic record.minutes', 'kent 9.p3', 'london 8.16.5', 'bfg 4.14.4']));
    const speaking = new Set(rulebooks.flatMap(({ id, clauses, rules }) => clauses.filter((one) => one.topics.includes('record.minutes') || cited(rules['record.minutes']).includes(one.id)).map((one) => `${id} ${one.id}`))); // prettier-ignore
    expect(
      hits
        .map(called)
        .filter((hit) => hit !== 'topic record.minutes')
        .sort(),
    ).toEqual([...speaking].sort());
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

it('marks no word that nobody typed for what a question asks, such as days for “how soon”', () => {
  const text = 'Within 10 working days the minutes are sent by the minute taker.';
  const marked = (asked: string) => search(asked).mark(text).filter(({ hit }) => hit).map((part) => part.text); // prettier-ignore
  expect(marked('how soon are minutes sent')).toEqual(['minutes', 'sent']);
  expect(marked('how many working days')).toEqual(['working days']);
});

it('marks the words for which a text was found, in all their forms', () => {
  const { mark } = search('ICPC minutes');
  const marked = mark('The minutes of an initial child protection conference; a minute.').filter(({ hit }) => hit);
  expect(marked.map(({ text }) => text)).toEqual(['minutes', 'initial child protection conference', 'minute']);
});
