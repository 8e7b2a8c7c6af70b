import { describe, expect, it } from 'vitest';
import type { ProcedureId, Rule, Value } from '#content/schema.ts';
import { tallied, told } from '#lib/pairs.ts';
import { PROCEDURES, topics } from '#lib/server/content.ts';
import { PAIRS, beside, findPair, listedPairs, litMaps, nameOf } from '#lib/server/pairs.ts';
import type { Pair } from '#lib/server/pairs.ts';
import { PLANS } from '#lib/server/plans.ts';
import { situationsOf } from '#lib/server/situations.ts';
import { strictness, tieOf } from '#lib/ties.ts';
import { procedures } from '#machines/index.ts';

const acts = { when: [], needs: [], anyOf: [], never: [], unless: [] };
const stated = (value: Value, modality: 'must' | 'should' = 'should', answer = 'As the value says.'): Rule => ({
  status: 'stated', answer, value, modality, clauses: ['1'], examples: [],
}); // prettier-ignore
const silent: Rule = { status: 'silent', answer: 'It does not say.', clauses: [] };
const elsewhere: Rule = { status: 'elsewhere', answer: 'Another document.', to: 'Another document', clauses: ['1'] };
const within = (amount: number, trigger: 'conference' | 'birth' = 'conference', condition?: string): Value => ({
  kind: 'deadline', amount, unit: 'working-days', direction: 'after', trigger, ...(condition ? { condition } : {}),
}); // prettier-ignore
const duty = (what: string, needs: string[] = []): Value => ({ kind: 'duty', who: ['chair'], what, ...acts, needs });

describe('how the answers of two rulebooks stand to each other', () => {
  it.each<[string, Rule, Rule, string]>([
    ['the same days from the same moment with the same force are the same', stated(within(10)), stated(within(10)), 'same'],
    ['other days are another figure', stated(within(10)), stated(within(15)), 'figure'],
    ['the same days from another moment are another figure', stated(within(10)), stated(within(10, 'birth')), 'figure'],
    ['the same days as a must and as a should differ in force', stated(within(10), 'must'), stated(within(10)), 'force'],
    ['a condition in words is left aside', stated(within(10, 'conference', 'where possible')), stated(within(10)), 'same'],
    ['a number beside words is another figure', stated(within(10)), stated(duty('soon')), 'figure'],
    ['words beside words are not compared', stated(duty('soon')), stated(duty('at an early date')), 'worded'],
    ['words with another force differ in force', stated(duty('soon'), 'must'), stated(duty('soon')), 'force'],
    ['what is asked may come in any order', stated(duty('both', ['a', 'b'])), stated(duty('the two', ['b', 'a'])), 'same'],
    ['asking for more is asking something else', stated(duty('both', ['a', 'b'])), stated(duty('one', ['a'])), 'asked'],
    ['an answer beside silence is one alone', stated(within(10)), silent, 'only'],
    ['an answer beside another document’s name is one alone', elsewhere, stated(within(10)), 'only'],
    ['silence and another document’s name are no answers', elsewhere, silent, 'neither'],
  ])('%s', (_, one, other, tie) => {
    expect(tieOf(one, other)).toBe(tie);
    expect(tieOf(other, one)).toBe(tie);
  });

  it('sets two readings of one document beside the one of another, even where one of them is the same', () => {
    const readings = [10, 15].map((amount) => ({
      answer: 'One of two.',
      value: within(amount),
      modality: 'should' as const,
      clauses: ['1'],
    }));
    const conflicting: Rule = { status: 'conflicting', answer: 'Two clauses disagree.', readings };
    expect(tieOf(conflicting, stated(within(10)))).toBe('figure');
    expect(tieOf(conflicting, conflicting)).toBe('same');
  });

  it('takes the steps of a route in their order', () => {
    const route = (...to: ('chair' | 'ombudsman')[]): Value => ({ kind: 'route', when: [], needs: ['a'], steps: to.map((one) => ({ to: one, what: 'the complaint' })) }); // prettier-ignore
    expect(tieOf(stated(route('chair', 'ombudsman')), stated(route('ombudsman', 'chair')))).toBe('asked');
  });

  it('tells an age from what excepts a child of that age', () => {
    const age = (from: number, unless: string[] = []): Value => ({ kind: 'age', from, force: 'presumption', what: 'is invited', unless });
    expect(tieOf(stated(age(12)), stated(age(12, ['child-declined'])))).toBe('asked');
    expect(tieOf(stated(age(12)), stated(age(10)))).toBe('figure');
  });

  it('is the same whichever stands first, for every question and every pair', () => {
    for (const [a, b] of PAIRS)
      for (const { id } of topics)
        expect(tieOf(a.rules[id]!, b.rules[id]!), `${id}, ${a.id}, ${b.id}`).toBe(tieOf(b.rules[id]!, a.rules[id]!));
  });
});

const shown = (procedure: ProcedureId, name: string) => beside(procedure, findPair(name)!);
const rowsOf = (page: ReturnType<typeof beside>) =>
  page.stages.flatMap(({ situations }) => situations.flatMap((s) => [...s.rows, ...s.parts.flatMap((p) => p.rows)])).concat(page.others);
const row = (page: ReturnType<typeof beside>, id: string) => rowsOf(page).find((one) => one.id === id)!;
const situation = (page: ReturnType<typeof beside>, id: string) => page.stages.flatMap((s) => s.situations).find((s) => s.id === id);
const said = (page: ReturnType<typeof beside>, id: string) =>
  row(page, id).cells.map(({ says, readings }) => says || readings.map(({ headline, detail, modality }) => `${headline} ${detail} – ${modality}`).join(' / ')); // prettier-ignore
const cited = (page: ReturnType<typeof beside>, id: string) =>
  row(page, id).cells.map(({ readings }) => readings.flatMap(({ clauses }) => clauses.map(({ id: clause }) => clause)));

describe('what the documents say, read by hand', () => {
  const ls = shown('icpc', 'london-staffordshire');

  it('London sends minutes within 15 working days (8.16.5), Staffordshire within 10 and is stricter', () => {
    expect(said(ls, 'record.minutes')).toEqual([
      '15 working days after the conference – should',
      '10 working days after the conference – will',
    ]);
    expect(row(ls, 'record.minutes')).toMatchObject({ tie: 'figure', words: 'The figure differs' });
    expect(row(ls, 'record.minutes').note).toBe(
      'Staffordshire is stricter: 10 working days after the conference, beside 15 working days after the conference.',
    );
    expect(cited(ls, 'record.minutes')[0]).toEqual(['8.16.5']);
    expect(ls.maps.map(({ lit }) => lit['followingThrough.minutes'])).toEqual(['figure', 'figure']);
  });

  it('London holds the conference within 15 working days (8.1.7), Staffordshire sets no number', () => {
    expect(said(ls, 'icpc.deadline')[0]).toMatch(/^15 working days after the strategy discussion/);
    expect(said(ls, 'icpc.deadline')[1]).toMatch(/^It sets no number of days/);
    expect(row(ls, 'icpc.deadline').tie).toBe('figure');
    expect(ls.maps.map(({ lit }) => lit['preparing.day'])).toEqual(['figure', 'figure']);
  });

  it('Kent and Medway and HIPS both hold a first review within three months, so that the way there is not one’s own', () => {
    expect(said(shown('review', 'hips-kent'), 'review.first').map((words) => words.slice(0, 8))).toEqual(['3 months', '3 months']);
    for (const { lit } of shown('review', 'hips-kent').maps) expect(lit['underPlan > preparing']).not.toBe('only');
  });

  it('London counts social care and two that know the child (8.4.10), Staffordshire three that took part in the enquiries', () => {
    const [london, staffordshire] = said(ls, 'quorum.minimum');
    expect(london).toMatch(/^Children’s social care and 2 other agencies that have had direct contact with the child/);
    expect(staffordshire).toMatch(/^3 agencies that contributed to the enquiries/);
    expect(row(ls, 'quorum.minimum').words).toBe('The quorum differs');
    expect(row(ls, 'quorum.minimum').note).toMatch(/^Not compared, another way of counting agencies/);
    expect(ls.maps.map(({ lit }) => lit.inquorate)).toEqual(['figure', 'figure']);
  });

  it('an even split arises only where a majority decides, which is in Staffordshire', () => {
    expect(situation(ls, 'meeting.evenlySplit')).toMatchObject({ on: 1, lit: [undefined, 'only'] });
    expect(ls.maps[1]!.lit['meeting.evenlySplit']).toBe('only');
    expect(ls.maps[0]!.lit['meeting.evenlySplit']).toBeUndefined();
    expect(situation(ls, 'meeting.deciding')!.ways.every(({ side }) => side === 1)).toBe(true);
  });

  it('only London says what is recorded where no conference is convened (8.1.5)', () => {
    expect(situation(ls, 'notConvened')).toMatchObject({ on: 'both', lit: ['only', undefined] });
    expect(row(ls, 'convene.reasons-recorded')).toMatchObject({ tie: 'only', side: 0 });
    expect(said(ls, 'convene.reasons-recorded')[1]).toBe('Silent');
  });

  it('a child who moves in is not Staffordshire’s alone, since London too says how soon the conference is held (8.1.7)', () => {
    expect(situation(ls, 'receiving')).toMatchObject({ on: 'both', lit: ['differs', 'differs'] });
    expect(situation(ls, 'temporary')).toMatchObject({ on: 'both', lit: [undefined, 'only'] });
  });

  it('the same 15 working days for a child who moves in are counted from different moments', () => {
    expect(row(ls, 'transfer.deadline').note).toBe(
      'Counted from different moments: 15 working days after notice of the move (London), 15 working days after the decision to convene (Staffordshire).',
    );
  });

  it('BFG sends minutes within 20 working days (4.14.4), so that London is stricter there', () => {
    expect(row(shown('icpc', 'london-bfg'), 'record.minutes').note).toMatch(
      /^London is stricter: 15 working days .* beside 20 working days/,
    );
  });

  it('BFG says two things of the letter to the parents, and both stand there', () => {
    const page = shown('icpc', 'london-bfg');
    expect(said(page, 'record.parents-letter')[1]).toBe(
      '24 hours after the conference – should / 1 working day after the conference – should',
    );
    expect(cited(page, 'record.parents-letter')[1]).toEqual(['4.14.5', '4.14.13']);
    expect(row(page, 'record.parents-letter').cells[1].status).toBe('conflicting');
  });

  it('BFG asks for contact with each child (4.3.8), which its quorum says', () => {
    const page = shown('icpc', 'london-bfg');
    expect(row(page, 'quorum.minimum').cells.map(({ readings }) => /each child/.test(readings[0]!.more))).toEqual([false, true]);
  });

  it('tells silence, another document, and a document about something else apart', () => {
    const page = shown('icpc', 'london-kent');
    expect(said(page, 'decision.made-by')[1]).toMatch(/^Left to another document: /);
    expect(said(page, 'icpc.deadline')[1]).toMatch(/^Not covered: /);
    expect(said(ls, 'convene.threshold')[1]).toBe('Silent');
  });

  it('says first that Kent and Medway is about reviews, and that HIPS says little', () => {
    expect(shown('exclusion', 'london-kent').little.map(({ id, little }) => [id, /about reviews/.test(little)])).toEqual([['kent', true]]);
    expect(shown('icpc', 'hips-kent').little.map(({ id }) => id)).toEqual(['hips', 'kent']);
    expect(shown('review', 'london-kent').little).toEqual([]);
    expect(ls.little).toEqual([]);
  });
});

/** A value as it stands in the rules, without the sentences: made apart from what the page is made by. */
const values = (rule: Rule): string[] => {
  const readings = rule.status === 'stated' ? [rule] : rule.status === 'conflicting' ? rule.readings : [];
  const sorted = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map((one) => JSON.stringify(sorted(one))).sort();
    if (!part || typeof part !== 'object') return part;
    const drop = ['condition', 'what', 'clauses', 'notCounted', 'separate'];
    return Object.entries(part).filter(([key]) => !drop.includes(key)).map(([key, inner]) => [key, key === 'steps' ? inner : sorted(inner)]); // prettier-ignore
  };
  return readings.map(({ value, modality }) => JSON.stringify([modality, sorted(value)]));
};
const NUMBERS = ['deadline', 'notice', 'earliest-of', 'interval', 'window', 'extension', 'quorum', 'age', 'decider', 'trigger'];
const numbered = (rule: Rule) =>
  (rule.status === 'stated' ? [rule] : rule.status === 'conflicting' ? rule.readings : []).some(({ value }) =>
    NUMBERS.includes(value.kind),
  );
const answers = (rule: Rule) => rule.status === 'stated' || rule.status === 'conflicting';

const everywhere = PROCEDURES.flatMap((procedure) => PAIRS.map((pair): [string, ProcedureId, Pair] => [`${procedure}, ${nameOf(pair)}`, procedure, pair])); // prettier-ignore

describe.each(everywhere)('%s', (_, procedure, pair) => {
  const maps = litMaps(procedure, pair);
  const read = pair.map(({ rules }) => situationsOf(procedures[procedure], rules));
  /** What stands there on the map in figures belongs to a place too. */
  const figures = (place: string) =>
    [place, `start ${place}`].flatMap((key) => (PLANS[procedure].figures[key] ?? []).map(({ topic }) => topic));
  const onward = (from: string) => read.flatMap(({ situations }) => situations.flatMap(({ id }) => figures(`${from} > ${id}`)));
  const governed = [0, 1].map((side) =>
    read[side]!.situations.flatMap((s) => {
      const own = [...s.topics.filter((topic) => !s.parts.some((p) => p.topics.includes(topic))), ...figures(s.id)];
      const parts = s.parts.map((p) => ({ id: p.id, topics: [...p.topics, ...figures(p.id)] }));
      return [
        { id: s.id, topics: own, whole: [...own, ...s.topics, ...s.parts.flatMap((p) => p.topics), ...onward(s.id)] },
        ...parts.map((p) => ({ ...p, whole: p.topics })),
      ];
    }),
  );

  it('lights a situation or part as one’s own exactly where it is on one map, or one alone answers anything about it', () => {
    for (const side of [0, 1] as const) {
      const other = side ? 0 : 1;
      const there = new Set(governed[other]!.map(({ id }) => id));
      const situations = new Set(read[side]!.situations.map(({ id }) => id));
      const own = governed[side]!.filter(({ id, whole }) => {
        const speaks = (which: 0 | 1) => whole.some((topic) => answers(pair[which].rules[topic]!));
        return (situations.has(id) && !there.has(id)) || (speaks(side) && !speaks(other));
      }).map(({ id }) => id); // prettier-ignore
      const lit = governed[side]!.filter(({ id }) => maps[side]!.lit[id] === 'only').map(({ id }) => id);
      expect(lit).toEqual(own);
    }
  });

  it('lights nothing where the values and forces in the rules are the same, and a figure only where there is one', () => {
    for (const side of [0, 1] as const) {
      for (const { id, topics: of } of governed[side]!) {
        const unlike = of.filter((topic) => {
          const [a, b] = pair.map(({ rules }) => values(rules[topic]!)) as [string[], string[]];
          return a.some((one) => !b.includes(one)) || b.some((one) => !a.includes(one));
        });
        const lit = maps[side]!.lit[id];
        if (!unlike.length && lit !== 'only') expect(lit, id).toBeUndefined();
        if (lit === 'figure')
          expect(
            unlike.some((topic) => pair.some(({ rules }) => numbered(rules[topic]!))),
            id,
          ).toBe(true);
        // Amounts, ages and quorums that are not alike are never passed over.
        const amounts = unlike.some((topic) =>
          pair.every(({ rules }) => rules[topic]!.status === 'stated' && ['deadline', 'notice', 'interval'].includes((rules[topic] as { value: Value }).value.kind)) &&
          new Set(pair.map(({ rules }) => { const { amount, unit } = (rules[topic] as unknown as { value: { amount: number; unit: string } }).value; return `${amount} ${unit}`; })).size > 1,
        ); // prettier-ignore
        if (amounts) expect(lit, id).toBe('figure');
      }
    }
  });

  it('lights a way as one’s own only where the other map has no such way, or its rulebook answers nothing about it', () => {
    for (const side of [0, 1] as const) {
      const other = side ? 0 : 1;
      for (const edge of maps[side]!.drawing.edges) {
        const lit = maps[side]!.lit[`${edge.from} > ${edge.to}`];
        const there = maps[other]!.drawing.edges.some(({ from, to }) => from === edge.from && to === edge.to);
        const governing = [...edge.moves.flatMap((move) => move.topics), ...figures(`${edge.from} > ${edge.to}`)];
        const speaks = governing.some((topic) => answers(pair[other].rules[topic]!));
        if (lit === 'only') expect(there && speaks, `${edge.from} > ${edge.to}`).toBe(false);
        if (lit === 'figure') expect(there && speaks, `${edge.from} > ${edge.to}`).toBe(true);
      }
    }
  });

  it('has every question once, and counts as many as it shows', () => {
    const page = beside(procedure, pair);
    const ids = rowsOf(page).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(page.tally.total);
    const owned = topics.filter((topic) => topic.procedure === procedure).map(({ id }) => id);
    expect(owned.filter((id) => !ids.includes(id))).toEqual([]);
    const { figure, asked, force, worded, same, neither, only } = page.tally;
    expect(figure + asked + force + worded + same + neither + only[0] + only[1]).toBe(page.tally.total);
  });

  it('swaps what is one’s own with its sides, and keeps what differs', () => {
    const [a, b] = pair;
    const there = beside(procedure, pair);
    const back = beside(procedure, [b, a]);
    expect(back.maps.map(({ lit }) => lit)).toEqual(there.maps.map(({ lit }) => lit).reverse());
    expect(back.tally).toEqual({ ...there.tally, only: [...there.tally.only].reverse() });
    const ties = (page: ReturnType<typeof beside>) => Object.fromEntries(rowsOf(page).map(({ id, tie, words }) => [id, `${tie} ${words}`]));
    expect(ties(back)).toEqual(ties(there));
    const sides = (page: ReturnType<typeof beside>, turn: boolean) => Object.fromEntries(rowsOf(page).flatMap(({ id, side }) => (side === undefined ? [] : [[id, turn ? 1 - side : side]]))); // prettier-ignore
    expect(sides(back, true)).toEqual(sides(there, false));
  });
});

describe('in words', () => {
  it('says how many differ, how many in a figure, and who alone answers', () => {
    const tally = { figure: 2, asked: 1, force: 3, worded: 4, same: 5, neither: 6, only: [1, 7], total: 29 } as const;
    expect(tallied(tally, [{ short: 'London' }, { short: 'HIPS' }])).toBe(
      'They answer 6 of the 29 questions differently, 2 of them in a figure or in who decides. 1 is answered by London alone, 7 by HIPS alone.',
    );
    expect(tallied({ ...tally, figure: 0, asked: 0, force: 0, only: [0, 3] }, [{ short: 'London' }, { short: 'HIPS' }])).toBe(
      'They answer none of the 29 questions differently. 3 are answered by HIPS alone.',
    );
  });

  it('says what unfolds', () => {
    expect(told([{ tie: 'force' }, { tie: 'only', side: 1 }, { tie: 'same' }], [{ short: 'London' }, { short: 'HIPS' }], 0)).toBe(
      '1 answered differently, 1 that only HIPS answers and 1 answered alike',
    );
  });

  it('says nothing of strictness where a question has no amounts', () => {
    expect(strictness({ stricter: 'shorter' }, ['london', stated(duty('soon'))], ['kent', stated(within(10))])).toBeUndefined();
    expect(strictness({ stricter: 'shorter' }, ['london', stated(within(10))], ['kent', stated(within(10))])).toBeUndefined();
    expect(strictness({ stricter: 'shorter' }, ['london', stated(within(5))], ['kent', stated(within(10))])).toBe(
      'London is stricter: 5 working days after the conference, beside 10 working days after the conference.',
    );
  });

  it('lists ten pairs of each procedure, with the counts of their pages', () => {
    for (const procedure of PROCEDURES) {
      const { pairs } = listedPairs(procedure);
      expect(pairs).toHaveLength(10);
      expect(pairs.map(({ tally }) => tally)).toEqual(PAIRS.map((pair) => beside(procedure, pair).tally));
    }
  });
});
