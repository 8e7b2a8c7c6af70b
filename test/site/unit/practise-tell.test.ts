import { describe, expect, it } from 'vitest';
import type { Modality, ProcedureId } from '#content/schema.ts';
import { dayInWords } from '#lib/practise/days.ts';
import { plain, tell } from '#lib/practise/tell.ts';
import { byGravity, gravestOf, origin, sorted, verdictInShort, verdictInWords } from '#lib/practise/verdicts.ts';
import type { Finding, Outcome, Said } from '#machines/index.ts';

const ACTS = {
  'reasons-recorded': 'the reasons for the decision were recorded',
  'chair-met-parents': 'the chair met the parents beforehand',
  'chair-met-child': 'the chair met the child beforehand',
  'report-posted': 'the report was sent to the family by post',
};
const finding = (outcome: Outcome, expected: Said, actual?: Said, more: Partial<Finding> = {}): Finding => ({
  topic: 'a.topic',
  status: 'stated',
  outcome,
  clauses: ['1.1'],
  answer: 'As the rulebook has it.',
  expected,
  actual,
  ...more,
});
const said = (...of: Parameters<typeof finding>) => {
  const { headline, details, missing, done } = tell(finding(...of), { acts: ACTS, procedure: 'icpc' });
  return { headline: plain(headline, dayInWords), details: details.map((d) => plain(d, dayInWords)), missing, done };
};

describe('a day in words', () => {
  it.each([
    ['2024-04-08', {}, 'Monday 8 April'],
    ['2024-04-08T10:00', {}, 'Monday 8 April, 10:00'],
    ['2024-02-29', { year: true }, 'Thursday 29 February 2024'],
    ['2024-04-08', { weekday: false, year: true }, '8 April 2024'],
  ])('%s %o', (moment, how, words) => {
    expect(dayInWords(moment, how)).toBe(words);
  });
});

describe('what a finding says', () => {
  const due: Said = {
    is: 'date',
    side: 'by',
    date: '2024-04-08',
    skipped: [
      { date: '2024-03-29', name: 'Good Friday' },
      { date: '2024-04-01', name: 'Easter Monday' },
    ],
    count: { amount: 15, unit: 'working-days', direction: 'after', trigger: 'strategy-discussion-opening-enquiries', from: '2024-03-14' },
  };
  const on = (date: string): Said => ({ is: 'date', side: 'on', date });

  it('says how a day is counted, and which holidays are left out', () => {
    expect(said('complies', due, on('2024-04-05')).details).toEqual([
      '15 working days after the strategy discussion that opened the enquiries (Thursday 14 March), not counting Good Friday 29 March and Easter Monday 1 April.',
    ]);
  });
  it.each([
    ['complies', '2024-04-05', 'In time: Friday 5 April, due by Monday 8 April.'],
    ['complies', '2024-04-08T10:00', 'In time, on the last day: Monday 8 April, 10:00.'],
    ['departs', '2024-04-10', 'Too late: Wednesday 10 April. It was due by Monday 8 April.'],
  ] as const)('%s on %s', (outcome, date, headline) => {
    expect(said(outcome, due, on(date)).headline).toBe(headline);
  });

  it('turns an act that is missing into a sentence', () => {
    const acts = ['reasons-recorded'];
    expect(said('departs', { is: 'acts', of: 'all', acts }, { is: 'acts', of: 'all', acts: [], missing: acts }).headline).toBe(
      'Nothing shows that the reasons for the decision were recorded.',
    );
    expect(said('complies', { is: 'acts', of: 'all', acts }, { is: 'acts', of: 'all', acts, missing: [] }).headline).toBe(
      'The reasons for the decision were recorded.',
    );
  });
  it('lists what is missing and what was done, where there is more of it', () => {
    const acts = ['reasons-recorded', 'chair-met-parents', 'chair-met-child'];
    expect(
      said('departs', { is: 'acts', of: 'all', acts }, { is: 'acts', of: 'all', acts: ['reasons-recorded'], missing: acts.slice(1) }),
    ).toEqual({
      headline: 'Nothing shows these 2 of 3 points:',
      details: [],
      missing: ['the chair met the parents beforehand', 'the chair met the child beforehand'],
      done: ['the reasons for the decision were recorded'],
    });
  });
  it('names the points that were met, as long as they make a sentence, and else counts them', () => {
    const acts = ['chair-met-parents', 'chair-met-child'];
    expect(said('complies', { is: 'acts', of: 'all', acts }, { is: 'acts', of: 'all', acts, missing: [] }).headline).toBe(
      'The chair met the parents beforehand and the chair met the child beforehand.',
    );
    const all = Object.keys(ACTS);
    expect(said('complies', { is: 'acts', of: 'all', acts: all }, { is: 'acts', of: 'all', acts: all, missing: [] })).toMatchObject({
      headline: 'All 4 points are met.',
      done: Object.values(ACTS),
    });
  });
  it('names what was ruled out and happened', () => {
    const acts = ['report-posted'];
    expect(said('departs', { is: 'acts', of: 'none', acts }, { is: 'acts', of: 'all', acts }).headline).toBe(
      'It rules this out: the report was sent to the family by post.',
    );
  });

  it('says who counts towards a quorum, and who is there and does not', () => {
    const needed = { is: 'agencies', required: [], others: 3, qualify: 'contributed-to-enquiries' } as const;
    expect(
      said('departs', needed, { ...needed, others: 2, counted: ['social-care', 'school'], uncounted: ['voluntary-sector'] }),
    ).toMatchObject({
      headline: 'Too few agencies count: two where three are needed.',
      details: [
        'Needed: three agencies that contributed to the enquiries.',
        'Counted: children’s social care and the school.',
        'There, but not counted: voluntary organisations.',
      ],
    });
  });
  it('says that a required agency is missing before it counts the others', () => {
    const needed = { is: 'agencies', required: ['social-care'], others: 2, qualify: 'direct-contact' } as const;
    expect(said('departs', needed, { ...needed, counted: ['school', 'police'], uncounted: [] }).headline).toBe(
      'Children’s social care is not at the table.',
    );
  });

  it.each([
    ['agencies', 'majority', 'The agencies decided by counting views. It is for the chair, having heard everybody.'],
    ['chair', 'chair', 'The chair decided before every agency’s view was heard.'],
    ['social-care', 'social-care', 'Children’s social care decided. It is for the chair, having heard everybody.'],
  ] as const)('says whose decision it was, and whose it should be: %s', (who, method, headline) => {
    expect(
      said('departs', { is: 'decider', who: 'chair', method: 'hearing-all' }, { is: 'decider', who, method, majority: 'tie' }),
    ).toMatchObject({
      headline,
      details: ['The views are evenly split.'],
    });
  });
  it('says that an even split was the chair’s to settle, and that an earlier count keeps the rule', () => {
    const majority = { is: 'decider', who: 'agencies', method: 'majority' } as const;
    expect(said('complies', majority, { is: 'decider', who: 'chair', method: 'casting-vote', majority: 'tie' }).headline).toBe(
      'The chair settled it, as an even split asks.',
    );
    expect(said('complies', majority, { is: 'decider', who: 'agencies', method: 'majority', majority: 'plan' }).headline).toBe(
      'The agencies decided by counting views, as it should be.',
    );
    const right = { is: 'trigger', trigger: 'strategy-discussion-opening-enquiries' } as const;
    expect(said('complies', right, { is: 'trigger', trigger: 'strategy-discussion' }).headline).toBe(
      'Counted from the strategy discussion, which is earlier than the strategy discussion that opened the enquiries: that keeps it.',
    );
  });
  it('says of a review whether the table was for the plan to go on, and of a conference whether it was for a plan', () => {
    const its = finding(
      'complies',
      { is: 'decider', who: 'agencies', method: 'majority' },
      { is: 'decider', who: 'agencies', method: 'majority', majority: 'no-plan' },
    );
    const views = (procedure: ProcedureId) => tell(its, { acts: ACTS, procedure }).details;
    expect(views('icpc')).toEqual([['Most views are against a plan.']]);
    expect(views('review')).toEqual([['Most views are for the plan to end.']]);
    expect(views('dual-process')).toEqual([['Most views are for the plan to end.']]);
  });
  it('says that too many categories were named', () => {
    expect(
      said('departs', { is: 'decider', who: 'chair', limit: 1 }, { is: 'decider', who: 'chair', categories: ['neglect', 'physical'] })
        .headline,
    ).toBe('The chair named neglect and physical abuse; it allows one category.');
  });
  it('names the children for whom it was not done', () => {
    const what = 'told of the right to an advocate';
    expect(
      said('departs', { is: 'children', names: ['Maya', 'Theo'], age: 5, what }, { is: 'children', names: ['Theo'], what }),
    ).toMatchObject({
      headline: 'Not done for Maya.',
      details: ['Every child who has turned 5: told of the right to an advocate.'],
    });
  });
  it('holds an amount against its limit', () => {
    const hours = (n: number) => ({ amount: n, unit: 'hours' }) as const;
    expect(
      said('departs', { is: 'amount', at: 'most', amount: hours(2) }, { is: 'amount', at: 'exactly', amount: hours(2.5) }).headline,
    ).toBe('Too long: 2.5 hours; it allows 2 hours at most.');
  });
  it('leaves no gap where an act has no words', () => {
    expect(
      said('complies', { is: 'acts', of: 'all', acts: ['some-new-act'] }, { is: 'acts', of: 'all', acts: ['some-new-act'] }).headline,
    ).toBe('Some new act.');
  });
});

describe('verdicts', () => {
  const heading = (outcome: Outcome, modality?: Modality) => {
    const { words, force, after } = verdictInWords({ outcome, ...(modality ? { modality } : {}), findings: [], partlyUnaddressed: false }, 'London'); // prettier-ignore
    return `${[words, force].filter(Boolean).join(' ')}${after ?? ''}`;
  };
  it.each([
    ['must', 'Departs from a must', 'departs from a must'],
    ['should', 'Departs from a should', 'departs from a should'],
    ['must-not', 'It must not be done', 'must not be done'],
    ['should-not', 'It should not be done', 'should not be done'],
    ['may-not', 'It may not be done', 'may not be done'],
    ['may', 'A condition of the permission is not met', 'a condition is not met'],
    ['is', 'Not as the rulebook states it', 'not as it states'],
    ['will', 'Not done as the rulebook says it will be', 'not done as it says'],
  ] as const)('say how a rule of this force was departed from: %s', (modality, whole, short) => {
    expect(heading('departs', modality)).toBe(whole);
    expect(verdictInShort({ outcome: 'departs', modality })).toBe(short);
  });
  it.each([
    ['if-possible', 'must', 'departs from a must, if it was possible'],
    ['exceptional', 'should', 'departs from a should, unless exceptional'],
    ['attempt', 'must', 'departs from a must, unless it was tried'],
  ] as const)('say which room the rule leaves, and never that it leaves no choice: %s', (leeway, modality, whole) => {
    const verdict = { outcome: 'departs', modality, leeway, findings: [], partlyUnaddressed: false } as const;
    const { words, force, after, gloss } = verdictInWords(verdict, 'London');
    expect(`${words} ${force}${after}`.toLowerCase()).toBe(whole);
    expect(verdictInShort(verdict)).toBe(whole);
    expect(gloss).toMatch(/the case does not show\.$/);
  });
  it('say when it is out of sequence', () => expect(verdictInShort({ outcome: 'out-of-sequence' })).toBe('out of sequence'));

  it('say how much of a move that complies is not addressed', () => {
    const silent = finding('not-addressed', { is: 'answer', words: '' });
    expect(verdictInWords({ outcome: 'complies', findings: [silent], partlyUnaddressed: true }, 'London').gloss).toBe(
      'With all that London says of it; on one point it says nothing.',
    );
  });
  it('say that something is still open from before, and do not call that nothing', () => {
    const open = finding('departs', { is: 'answer', words: '' }, undefined, { modality: 'must', carried: true });
    expect(verdictInWords({ outcome: 'not-addressed', findings: [open], partlyUnaddressed: false }, 'London').gloss).toBe(
      'London asks nothing of this move itself. What an earlier move left undone is still open.',
    );
  });

  const [done, late, posted, silent] = [
    finding('complies', { is: 'answer', words: '' }, undefined, { modality: 'must' }),
    finding('departs', { is: 'answer', words: '' }, undefined, { modality: 'should' }),
    finding('departs', { is: 'answer', words: '' }, undefined, { modality: 'must-not' }),
    finding('not-addressed', { is: 'answer', words: '' }),
  ];
  it('put the gravest finding first', () => {
    expect(byGravity([silent, done, late, posted])).toEqual([posted, late, done, silent]);
  });
  it('set apart what departs, what is kept, what is silent, and what an earlier move left open', () => {
    const carried = { ...posted, carried: true as const };
    expect(sorted([silent, done, carried, late])).toEqual({
      departed: [{ topic: 'a.topic', findings: [late], contradicts: false }],
      kept: [{ topic: 'a.topic', findings: [done], contradicts: false }],
      carried: [carried],
      silent: [silent],
    });
    expect(gravestOf({ outcome: 'departs', findings: [carried, late, done], partlyUnaddressed: false })).toBe(late);
  });
  it('keep both readings of a contradiction together and in order, where the graver of them belongs', () => {
    const [first, second] = [
      { ...done, topic: 'both', reading: 1 },
      { ...late, topic: 'both', reading: 2 },
    ];
    expect(sorted([second, done, posted, first]).departed).toEqual([
      { topic: 'a.topic', findings: [posted], contradicts: false },
      { topic: 'both', findings: [first, second], contradicts: true },
    ]);
  });
  it('know which earlier move left something open', () => {
    const verdict = (...findings: Finding[]) => ({ verdict: { outcome: 'departs' as const, findings, partlyUnaddressed: false } });
    const again = { ...late, carried: true as const };
    const made = [verdict(done), verdict(late), verdict(posted), verdict(again), verdict(again)];
    expect(origin(made, 4, again)).toBe(1);
    expect(origin(made, 1, again)).toBe(-1);
  });
});
