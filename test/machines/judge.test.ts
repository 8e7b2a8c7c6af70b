import { describe, expect, it } from 'vitest';
import type { Event, Modality, Rule } from '#content/schema.ts';
import type { Finding, Outcome } from '#machines/findings.ts';
import { begin, governing, isAbsolute, judge, possible, sumUp } from '#machines/judge.ts';
import { procedure } from '#machines/procedures/index.ts';
import { CalendarError } from '#machines/working-days.ts';
import { agencies, calendar, conflicting, deadline, deepFreeze, duty, elsewhere, facts, happened, notice, reading, silent, stated } from './setting.ts'; // prettier-ignore

const icpc = procedure('icpc');
const start = (rules: Record<string, Rule> = {}, more: Partial<typeof facts> = {}) =>
  begin(icpc, { rules, calendar, facts: { ...facts, ...more } });
const after = (snapshot: ReturnType<typeof start>, ...moves: Event[]) => moves.reduce((at, move) => judge(icpc, at, move).next, snapshot);

const convened = happened('conference.convened', '2024-03-18', { by: 'team-manager', done: ['harm-believed', 'reasons-recorded'] });
const opened = happened('conference.opened', '2024-04-05', {
  present: agencies('social-care: direct', 'school: direct', 'police: direct'),
});

const finding = (outcome: Outcome, modality?: Modality): Finding => ({
  topic: 'any.topic', status: 'stated', outcome, clauses: ['1.1'], answer: 'As it is stated.',
  expected: { is: 'answer', words: '' }, actual: undefined, ...(modality ? { modality } : {}),
}); // prettier-ignore

describe('a verdict is summed up by the gravest finding', () => {
  const fromGravest: [name: string, finding: Finding][] = [
    ['departs from a must', finding('departs', 'must')],
    ['departs from a must not', finding('departs', 'must-not')],
    ['departs from a will', finding('departs', 'will')],
    ['departs from a should', finding('departs', 'should')],
    ['departs from the condition of a may', finding('departs', 'may')],
    ['out of sequence', finding('out-of-sequence', 'must')],
    ['complies', finding('complies', 'should')],
    ['not addressed', finding('not-addressed')],
  ];

  it.each(fromGravest)('%s, whatever else is found that weighs less, and in whatever order', (_, gravest) => {
    const from = fromGravest.findIndex(([, each]) => each === gravest);
    const lighter = fromGravest.slice(from).map(([, each]) => each);
    for (const all of [lighter, lighter.toReversed()]) {
      const verdict = sumUp(all);
      expect(verdict.outcome).toBe(gravest.outcome);
      expect(verdict.modality).toBe(gravest.outcome === 'departs' ? gravest.modality : undefined);
      expect(verdict.findings).toEqual(all);
    }
  });

  it('says when the rulebook is silent on a part of the move', () => {
    expect(sumUp([finding('complies', 'must'), finding('not-addressed')]).partlyUnaddressed).toBe(true);
    expect(sumUp([finding('departs', 'must'), finding('not-addressed')]).partlyUnaddressed).toBe(true);
    expect(sumUp([finding('complies', 'must')]).partlyUnaddressed).toBe(false);
    expect(sumUp([finding('not-addressed')]).partlyUnaddressed).toBe(false);
  });

  it('has the room that the rule departed from leaves, unless another of that force leaves none', () => {
    const roomy: Finding = { ...finding('departs', 'must'), leeway: 'if-possible' };
    const lighter = finding('departs', 'should');
    for (const all of [[roomy], [roomy, lighter], [lighter, roomy]]) expect(sumUp(all).leeway).toBe('if-possible');
    for (const all of [
      [roomy, finding('departs', 'must')],
      [finding('departs', 'must'), roomy],
      [{ ...roomy, leeway: 'attempt' as const }, roomy, roomy],
    ])
      expect(sumUp(all)).not.toHaveProperty('leeway');
    expect(sumUp([finding('departs', 'must'), { ...lighter, leeway: 'exceptional' }])).not.toHaveProperty('leeway');
    expect(sumUp([{ ...roomy, outcome: 'complies' }])).not.toHaveProperty('leeway');
  });

  it('of nothing at all is not addressed', () => {
    expect(sumUp([])).toEqual({ outcome: 'not-addressed', findings: [], partlyUnaddressed: false });
  });

  it('only must, must not and may not are absolute', () => {
    expect((['must', 'must-not', 'may-not', 'will', 'is', 'should', 'should-not', 'may'] as const).filter(isAbsolute)).toEqual(['must', 'must-not', 'may-not']); // prettier-ignore
    expect(isAbsolute(undefined)).toBe(false);
  });
});

describe('a move that the situation takes', () => {
  it('is judged by every topic of the transition that arises, in their order', () => {
    const rules = {
      'convene.decider': stated({ kind: 'decider', when: [], who: 'team-manager', method: 'accountable' }, 'is'),
      'convene.reasons-recorded': stated(duty({ needs: ['reasons-recorded'] }), 'must'),
      'convene.threshold': stated({ ...duty({ needs: ['conference-convened'] }), kind: 'condition' }, 'should'),
      'convene.chair-refusal': stated(duty({ never: ['refused-by-chair'] }), 'must-not'),
    };
    const { verdict, next, taken } = judge(icpc, start(rules), convened);
    expect(verdict.findings.map((f) => [f.topic, f.outcome])).toEqual([
      ['convene.threshold', 'complies'],
      ['convene.decider', 'complies'],
      ['convene.reasons-recorded', 'complies'],
    ]);
    expect(verdict).toMatchObject({ outcome: 'complies', partlyUnaddressed: false });
    expect(taken).toBe(true);
    expect(next.matches('preparing')).toBe(true);
  });

  it('happens although it departs: the situation is then where the remedy is due', () => {
    const rules = { 'icpc.deadline': stated(deadline(15, 'working-days', 'strategy-discussion')) };
    const { verdict, next } = judge(icpc, after(start(rules), convened), happened('conference.fixed', '2024-03-19', { for: '2024-04-09' }));
    expect(verdict).toMatchObject({ outcome: 'departs', modality: 'must' });
    expect(next.matches({ preparing: { day: 'late' } })).toBe(true);
    expect(next.hasTag('remedy')).toBe(true);
    expect(next.context.done).toContain('conference-delayed');
  });

  it('meets the same yes or no in the guard and in the finding', () => {
    const rules = { 'icpc.deadline': stated(deadline(15, 'working-days', 'strategy-discussion')) };
    const { verdict, next } = judge(icpc, after(start(rules), convened), happened('conference.fixed', '2024-03-19', { for: '2024-04-08' }));
    expect(verdict.outcome).toBe('complies');
    expect(next.matches({ preparing: { day: 'inTime' } })).toBe(true);
  });
});

describe('silence', () => {
  it('never departs, and says so in a finding', () => {
    const rules = { 'icpc.deadline': silent, 'quorum.minimum': elsewhere };
    const { verdict, next } = judge(icpc, after(start(rules), convened), { ...opened, on: '2024-12-20', present: [] });
    expect(verdict).toMatchObject({ outcome: 'not-addressed', partlyUnaddressed: false });
    expect(verdict.findings.map((f) => [f.topic, f.status])).toEqual([
      ['quorum.minimum', 'elsewhere'],
      ['icpc.deadline', 'silent'],
    ]);
    expect(next.matches('meeting')).toBe(true);
  });

  it('beside a rule that is kept makes the verdict partial', () => {
    const rules = { 'convene.threshold': silent, 'convene.reasons-recorded': stated(duty({ needs: ['reasons-recorded'] })) };
    expect(judge(icpc, start(rules), convened).verdict).toMatchObject({ outcome: 'complies', partlyUnaddressed: true });
  });
});

describe('clauses that conflict', () => {
  const rules = {
    'report.family.initial': conflicting(
      reading(notice(2, 'working-days', 'initial-conference'), 'must', '5.1'),
      reading(notice(1, 'days', 'initial-conference'), 'should', '9.4'),
    ),
  };
  const fixed = after(start(rules), convened, happened('conference.fixed', '2024-03-19', { for: '2024-04-05' }));

  it('give a finding for each reading, and the verdict is the graver', () => {
    const { verdict } = judge(icpc, fixed, happened('report.shared', '2024-04-04', { done: ['report-shared-with-parents'] }));
    expect(verdict.findings).toMatchObject([
      { status: 'conflicting', reading: 1, outcome: 'departs', modality: 'must', clauses: ['5.1'] },
      { status: 'conflicting', reading: 2, outcome: 'complies', modality: 'should', clauses: ['9.4'] },
    ]);
    expect(verdict).toMatchObject({ outcome: 'departs', modality: 'must' });
  });
  it('are both kept by keeping the stricter', () => {
    const { verdict } = judge(icpc, fixed, happened('report.shared', '2024-04-03', { done: ['report-shared-with-parents'] }));
    expect(verdict.findings.map((f) => f.outcome)).toEqual(['complies', 'complies']);
  });
});

describe('a move that the situation does not take', () => {
  const rules = { 'convene.threshold': stated(duty({ needs: ['harm-believed'] }), 'must', ['2.2']) };

  it('is out of sequence under a rulebook that prescribes what comes first, and changes nothing', () => {
    const before = start(rules);
    const { verdict, next, taken } = judge(icpc, before, happened('decision.made', '2024-03-15', { outcomes: { ama: 'plan' } }));
    expect(verdict).toMatchObject({
      outcome: 'out-of-sequence',
      findings: [{ topic: 'convene.threshold', clauses: ['2.2'], modality: 'must' }],
    });
    expect(taken).toBe(false);
    expect(next).toBe(before);
  });
  it('is not addressed under one that is silent', () => {
    const { verdict, taken } = judge(icpc, start({ 'convene.threshold': silent }), happened('decision.made', '2024-03-15'));
    expect(verdict.outcome).toBe('not-addressed');
    expect(taken).toBe(false);
  });
  it('may be one of which no procedure has heard', () => {
    expect(judge(icpc, start(rules), happened('tea.served', '2024-03-15'))).toMatchObject({ taken: false, verdict: { outcome: 'out-of-sequence' } }); // prettier-ignore
  });
  it('comes too late once the procedure has ended', () => {
    const ended = after(start(rules), happened('conference.declined', '2024-03-18'));
    expect(ended.status).toBe('done');
    const { next, taken } = judge(icpc, ended, convened);
    expect(next).toBe(ended);
    expect(taken).toBe(false);
    expect(possible(ended)).toEqual([]);
  });
});

describe('a step left out', () => {
  const rules = {
    'quorum.minimum': silent,
    'decision.made-by': stated({ kind: 'decider', when: [], who: 'chair', method: 'alone' }, 'is', ['8.1']),
    'decision.threshold': stated(duty({ needs: ['asked-has-suffered'] }), 'must', ['8.2']),
  };
  const meeting = (its: Record<string, Rule>) => after(start(its), convened, opened);
  const decided = (done: string[]) => happened('decision.made', '2024-04-05', { method: 'chair', outcomes: { ama: 'plan' }, done });

  it('is out of sequence, and the decision stands', () => {
    const { verdict, next, taken } = judge(icpc, meeting(rules), decided(['asked-has-suffered']));
    expect(verdict.outcome).toBe('out-of-sequence');
    expect(verdict.findings.map((f) => f.outcome)).toEqual(['out-of-sequence', 'complies', 'complies']);
    expect(taken).toBe(true);
    expect(next.matches({ meeting: 'planning' })).toBe(true);
    expect(next.context.outcomes).toEqual({ ama: 'plan' });
  });
  it('weighs less than the duty that is missed with it', () => {
    expect(judge(icpc, meeting(rules), decided([])).verdict).toMatchObject({ outcome: 'departs', modality: 'must' });
  });
  it('is not addressed by a rulebook that prescribes no steps', () => {
    const quiet = { 'decision.made-by': silent, 'decision.threshold': silent };
    expect(judge(icpc, meeting(quiet), decided([])).verdict.outcome).toBe('not-addressed');
  });
});

describe('a second sitting', () => {
  const rules = {
    'quorum.interim': stated(duty({ when: ['too-few-agencies'], needs: ['interim-plan-made'] }), 'must'),
    'quorum.reconvene': stated(duty({ when: ['too-few-agencies'], needs: ['new-date-set'] }), 'must'),
    'membership.unable': stated(duty({ when: ['invited-professional-absent'], needs: ['absence-report-submitted'] }), 'should'),
  };
  const tooFew = (on: string, done: string[] = []) => happened('conference.held-back', on, { done });
  const adjourned = happened('conference.adjourned', '2024-04-05', { for: '2024-04-12', done: ['interim-plan-made'] });
  const first = after(start(rules), convened, tooFew('2024-04-05', ['invited-professional-absent', 'absence-report-submitted']), adjourned);

  it('sees what the adjournment before it set', () => {
    expect(judge(icpc, first, { ...opened, on: '2024-04-12' }).verdict.outcome).toBe('complies');
  });
  it('needs an interim plan and a new date of its own when too few come again', () => {
    const { verdict } = judge(icpc, after(first, tooFew('2024-04-12')), { ...adjourned, on: '2024-04-12', for: undefined, done: [] });
    expect(verdict.findings.map((f) => [f.topic, f.outcome])).toEqual([
      ['quorum.interim', 'departs'],
      ['quorum.reconvene', 'departs'],
    ]);
  });
  it('held back does not go ahead, and is not judged as if it did', () => {
    const ahead = {
      'quorum.proceed-anyway': stated(duty({ when: ['too-few-agencies'], needs: ['information-sufficient'] }), 'should-not'),
    };
    const ready = after(start(ahead), convened);
    expect(judge(icpc, ready, tooFew('2024-04-05')).verdict.outcome).toBe('not-addressed');
    const proceeded = happened('conference.proceeded', '2024-04-05', { by: 'chair' });
    expect(judge(icpc, after(ready, tooFew('2024-04-05')), proceeded).verdict.outcome).toBe('departs');
  });
  it('needs the report of whoever stays away this time', () => {
    const third = after(first, tooFew('2024-04-12'), { ...adjourned, on: '2024-04-12', for: '2024-04-19' });
    const { verdict } = judge(icpc, third, { ...opened, on: '2024-04-19', done: ['invited-professional-absent'] });
    expect(verdict.findings.find((f) => f.topic === 'membership.unable')?.outcome).toBe('departs');
  });
});

describe('a rule speaks only where there is occasion for it', () => {
  const outcomes = (id: 'icpc' | 'exclusion' | 'complaint', rules: Record<string, Rule>, ...moves: Event[]) => {
    const its = procedure(id);
    const last = moves.at(-1)!;
    const at = moves.slice(0, -1).reduce((now, move) => judge(its, now, move).next, begin(its, { rules, calendar, facts }));
    return judge(its, at, last).verdict.findings.map((f) => f.outcome);
  };

  it('on going ahead without a quorum, and not on holding a conference back', () => {
    const rules = { 'quorum.proceed-anyway': stated(duty({ when: ['too-few-agencies'], needs: ['information-sufficient'] }), 'should') };
    const back = happened('conference.held-back', '2024-04-05');
    expect(outcomes('icpc', rules, convened, back)).toEqual(['not-addressed']);
    expect(outcomes('icpc', rules, convened, back, happened('conference.proceeded', '2024-04-05'))).toEqual(['departs']);
  });

  it('on the record of somebody excluded, and not where nobody was', () => {
    const rules = { 'exclusion.record': stated(duty({ needs: ['minutes-redacted'] }), 'will') };
    const on = '2024-04-05';
    const meeting = [happened('exclusion.requested', on), happened('exclusion.decided', on), happened('conference.opened', on)];
    const [closed, record] = [happened('conference.closed', on), happened('excluded-record.settled', '2024-04-17')];
    expect(outcomes('exclusion', rules, ...meeting, closed, record)).toEqual(['not-addressed']);
    expect(outcomes('exclusion', rules, ...meeting, happened('person.removed', on), closed, record)).toEqual(['departs']);
  });

  it('on where a professional disagreement goes, once it goes further', () => {
    const rules = { 'complaint.dissent-route': stated(duty({ when: ['dissent-escalated'], needs: ['escalation-policy-used'] }), 'should') };
    const raised = happened('dissent.raised', '2024-03-06', { done: ['agency-dissents'] });
    expect(outcomes('complaint', rules, raised)).toEqual(['not-addressed']);
    expect(outcomes('complaint', rules, raised, happened('dissent.escalated', '2024-03-08'))).toEqual(['departs']);
  });
});

describe('what governs a situation, and what may happen in it', () => {
  it('at the start', () => {
    expect(governing(start())).toEqual(['convene.threshold', 'convene.decider', 'convene.preconditions', 'convene.purpose']);
    expect(possible(start())).toEqual([
      'conference.convened',
      'conference.declined',
      'order.made',
      'assessments.concluded',
      'move.notified',
    ]);
  });
  it('names each move once, however many ways it may go', () => {
    const moves = possible(after(start(), convened));
    expect(moves).toContain('conference.fixed');
    expect(new Set(moves).size).toBe(moves.length);
  });
});

describe('what is thrown', () => {
  const rules = { 'icpc.deadline': stated(deadline(15, 'working-days', 'strategy-discussion')) };

  it('a CalendarError where working days leave the calendar, and nothing else', () => {
    const late = after(start(rules, { dates: { 'strategy-discussion': '2025-12-22' } }), convened);
    expect(() => judge(icpc, late, opened)).toThrow(CalendarError);
  });
  it('nothing for a case without dates, children or rules', () => {
    const bare = begin(icpc, { rules: {}, calendar, facts: { children: [], dates: {}, circumstances: [] } });
    for (const type of Object.keys(icpc.events)) expect(() => judge(icpc, bare, happened(type, '2024-03-18'))).not.toThrow();
  });
  it('a RangeError for a procedure that does not exist', () => {
    expect(() => procedure('appeal')).toThrow(
      new RangeError('“appeal” is not a procedure: expected icpc, review, pre-birth, dual-process, exclusion, complaint'),
    );
    expect(() => procedure('toString')).toThrow(RangeError);
  });
});

describe('a delay', () => {
  const rules = {
    'icpc.deadline': stated(deadline(15, 'working-days', 'strategy-discussion'), 'should'),
    'icpc.delay': stated(duty({ when: ['conference-delayed'], needs: ['delay-reported-to-manager'] })),
  };
  const fix = (day: string) => happened('conference.fixed', '2024-03-19', { for: day });
  const play = (...log: Event[]) => after(start(rules), ...log);
  const departed = (at: ReturnType<typeof start>, on: string) =>
    judge(icpc, at, { ...opened, on })
      .verdict.findings.filter((f) => f.outcome === 'departs')
      .map((f) => f.topic);

  it('that nobody reported is found when the conference opens', () => {
    expect(departed(play(convened, fix('2024-04-12')), '2024-04-12')).toEqual(['icpc.deadline', 'icpc.delay']);
  });
  it('is over once a day in time has been found again', () => {
    const cured = play(convened, fix('2024-04-12'), fix('2024-04-05'));
    expect(cured.matches({ preparing: { day: 'inTime' } })).toBe(true);
    expect(departed(cured, '2024-04-05')).toEqual([]);
  });
  it('is none where the conference is put off within its time', () => {
    const putOff = play(convened, fix('2024-04-03'), happened('conference.postponed', '2024-03-20', { for: '2024-04-05' }));
    expect(putOff.matches({ preparing: { day: 'inTime' } })).toBe(true);
    expect(departed(putOff, '2024-04-05')).toEqual([]);
  });
});

describe('judging is pure', () => {
  const rules = deepFreeze({
    'icpc.deadline': stated(deadline(15, 'working-days', 'strategy-discussion')),
    'quorum.minimum': stated({
      kind: 'quorum',
      required: ['social-care'],
      others: 2,
      qualify: 'direct-contact',
      notCounted: [],
      separate: [],
    }),
  });
  const log = deepFreeze([
    convened,
    happened('conference.fixed', '2024-03-19', { for: '2024-04-05' }),
    { ...opened, present: [] },
    happened('conference.adjourned', '2024-04-05', { for: '2024-04-12', done: ['interim-plan-made'] }),
    { ...opened, on: '2024-04-12' },
  ]);

  it('changes none of what it is given', () => {
    let snapshot = begin(icpc, deepFreeze({ rules, calendar, facts: deepFreeze(structuredClone(facts)) }));
    for (const event of log) {
      deepFreeze(snapshot.context);
      snapshot = judge(icpc, snapshot, event).next;
    }
    expect(snapshot.matches('meeting')).toBe(true);
  });

  it('gives the same for the same', () => {
    const verdicts = () => {
      let snapshot = start(rules);
      return log.map((event) => {
        const { verdict, next } = judge(icpc, snapshot, event);
        snapshot = next;
        return { verdict, value: next.value, context: next.context };
      });
    };
    expect(verdicts()).toEqual(verdicts());
  });
});
