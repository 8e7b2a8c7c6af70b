import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROCEDURES, RULEBOOKS } from '#content/schema.ts';
import { SHOWS, inView, narrows, readView, writeView, type View } from '#lib/compare/view.ts';
import { comparison, opening } from '#lib/server/comparison.ts';
import { rulebooks, topics } from '#lib/server/content.ts';
import { SUBJECT } from '#lib/vocabulary.ts';

const everything: View = { show: 'all', procedure: '', subject: '', books: [], words: '' };
const row = (said: string, text = '') => ({ said, procedure: 'icpc', subject: 'quorum', text });
const shown = (said: string, view: Partial<View>) => inView(row(said), { ...everything, ...view });

describe('a view in the address', () => {
  const views = fc.record({
    show: fc.constantFrom(...SHOWS),
    procedure: fc.constantFrom('' as const, ...PROCEDURES),
    subject: fc.constantFrom('', ...Object.keys(SUBJECT)),
    books: fc.subarray([...RULEBOOKS]),
    words: fc.string().map((text) => text.trim()),
  });

  it('comes back as it was', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(readView(writeView(view))).toEqual(view);
      }),
    );
  });

  it('is nothing where everything is shown', () => {
    expect(writeView(everything)).toBe('');
    expect(narrows(everything)).toBe(false);
  });

  it('reads well', () => {
    expect(writeView({ ...everything, show: 'differences', books: ['london', 'kent'] })).toBe('?show=differences&books=london,kent');
  });

  it('leaves out what nobody knows', () => {
    expect(readView('?show=everything&procedure=tea&subject=__proto__&books=paris,kent&words=%20')).toEqual({
      ...everything,
      books: ['kent'],
    });
  });
});

describe('a row', () => {
  it('differs where two answer and not alike', () => {
    expect(shown('01---', { show: 'differences' })).toBe(true);
    expect(shown('00--.', { show: 'differences' })).toBe(false);
    expect(shown('0----', { show: 'differences' })).toBe(false);
    expect(shown('0~---', { show: 'differences' })).toBe(false);
  });

  it('differs where one that answers beside another contradicts itself', () => {
    expect(shown('0!---', { show: 'differences' })).toBe(true);
    expect(shown('-!---', { show: 'differences' })).toBe(false);
  });

  it('differs only between the rulebooks that are compared', () => {
    expect(shown('001--', { show: 'differences', books: ['london', 'staffordshire'] })).toBe(false);
    expect(shown('001--', { show: 'differences', books: ['london', 'hips'] })).toBe(true);
  });

  it('has a silence where a document that covers the matter does not say', () => {
    expect(shown('00-00', { show: 'silences' })).toBe(true);
    expect(shown('0000.', { show: 'silences' })).toBe(false);
    expect(shown('0000~', { show: 'silences' })).toBe(false);
  });

  it('has a contradiction where one gives two answers', () => {
    expect(shown('0!00-', { show: 'contradictions' })).toBe(true);
    expect(shown('0!00-', { show: 'contradictions', books: ['london', 'kent'] })).toBe(false);
  });

  it('is found by all the words asked for, in any order', () => {
    const has = (words: string) => inView(row('0', 'how many agencies make the conference quorate?'), { ...everything, words });
    expect(has('quorate Agencies')).toBe(true);
    expect(has('quorate minutes')).toBe(false);
  });
});

describe('the comparison', () => {
  const rows = comparison().flatMap(({ stages }) => stages.flatMap(({ subjects }) => subjects.flatMap((subject) => subject.rows)));

  it('has every question once, by every rulebook', () => {
    expect(rows.map(({ id }) => id).sort()).toEqual(topics.map(({ id }) => id).sort());
    expect(rows.filter(({ cells, said }) => cells.length !== rulebooks.length || said.length !== rulebooks.length)).toEqual([]);
  });

  it('has a force and a clause for every answer', () => {
    const bare = rows.flatMap(({ id, cells }) =>
      cells.filter(({ readings }) => readings.some(({ force, clauses }) => !force || !clauses.length)).map(() => id),
    );
    expect(bare).toEqual([]);
  });

  it('calls no document silent that is about something else', () => {
    const silent = rows.flatMap(({ id, cells }) =>
      cells.filter(({ rulebook, says }) => rulebook === 'kent' && says === 'Silent').map(() => id),
    );
    expect(silent.length).toBeGreaterThan(0);
    const procedures = new Map(topics.map(({ id, procedure }) => [id, procedure]));
    expect(silent.filter((id) => !['review', 'pre-birth'].includes(procedures.get(id)!))).toEqual([]);
  });

  it('takes rules for alike that give the same time with the same force, whatever their words', () => {
    // Ten working days: London and BFG should, Staffordshire will.
    expect(rows.find(({ id }) => id === 'plan.first-core-group')!.said).toBe('01-0.');
  });

  it('says what was compared where one is stricter', () => {
    const minutes = rows.find(({ id }) => id === 'record.minutes')!;
    expect(minutes.cells[0]!.notes).toEqual([
      {
        beside: ['bfg'],
        word: 'stricter',
        words: '15 working days after the conference, beside 20 working days after the conference (BFG)',
      },
      {
        beside: ['staffordshire', 'kent'],
        word: 'looser',
        words: '15 working days after the conference, beside 10 working days after the conference (Staffordshire and Kent and Medway)',
      },
    ]);
  });

  it('says where amounts are not compared, and why', () => {
    const amendments = rows.find(({ id }) => id === 'record.amendments')!;
    expect(amendments.cells[1]!.notes).toEqual([
      { beside: ['london', 'bfg'], word: 'not compared', words: 'counted from another moment (London and BFG)' },
    ]);
  });
});

describe('a long answer in few words', () => {
  const tail = 'a second statement that goes on for long enough to be left out of a table that has little room.';

  it('is its first statement', () => {
    expect(opening(`The first statement is long enough to stand in a table by itself; ${tail}`)).toBe(
      'The first statement is long enough to stand in a table by itself …',
    );
  });

  it.each(['unless the chair agrees to', 'but only at a review:', 'and never at', 'except for'])('keeps a rest that has “%s”', (turn) => {
    const whole = `The first statement is long enough to stand in a table by itself; ${turn} ${tail}`;
    expect(opening(whole)).toBe(whole);
  });

  it('is never cut within a statement', () => {
    const answers = rulebooks.flatMap(({ rules }) => Object.values(rules).map(({ answer }) => answer));
    const cut = answers.filter((answer) => opening(answer) !== answer);
    expect(cut.length).toBeGreaterThan(50);
    expect(cut.filter((answer) => !/^[;.]/.test(answer.slice(opening(answer).length - 2)))).toEqual([]);
  });
});
