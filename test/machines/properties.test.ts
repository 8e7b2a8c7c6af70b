import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readContent } from '#content/read.ts';
import { ACTORS, CATEGORIES, TRIGGERS } from '#content/schema.ts';
import type { Actor, Attendance, Event, Rule, Trigger, Value } from '#content/schema.ts';
import { findings } from '#machines/checks/index.ts';
import { quorum } from '#machines/checks/quorum.ts';
import type { CaseFacts, Finding, ProcedureInput } from '#machines/findings.ts';
import { begin, judge, possible } from '#machines/judge.ts';
import { procedure } from '#machines/procedures/index.ts';
import { openCalendar } from '#machines/working-days.ts';
import { asked, deadline, deepFreeze, stated } from './setting.ts';

type Quorum = Extract<Value, { kind: 'quorum' }>;

const content = readContent('content');
const calendar = openCalendar(content.calendars['england-and-wales']!);
const icpc = procedure('icpc');
const rulebooks = content.rulebooks.map(({ rules }) => deepFreeze(rules));
const types = Object.keys(icpc.events);

const days = fc
  .date({ min: new Date('2016-01-04'), max: new Date('2026-06-30'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const moments = fc.oneof(
  { weight: 4, arbitrary: days },
  fc.tuple(days, fc.constantFrom('09:30', '16:00')).map(([day, hour]) => `${day}T${hour}`),
);
const acts = fc.subarray(Object.keys(content.acts), { maxLength: 12 });
const children = ['ama', 'kofi'];
const attendance: fc.Arbitrary<Attendance> = fc.record(
  {
    agency: fc.constantFrom('social-care', 'school', 'police', 'gp', 'health-visitor', 'housing', 'mental-health'),
    contact: fc.constantFrom('direct', 'enquiries', 'direct-and-enquiries', 'expertise', 'none'),
    knows: fc.subarray(children),
  },
  { requiredKeys: ['agency', 'contact'] },
);
const outcome = fc.constantFrom('plan' as const, 'no-plan' as const);

/** A move of the procedure with any particulars, fitting or not; now and then one of which no procedure has heard. */
const event: fc.Arbitrary<Event> = fc.record(
  {
    type: fc.oneof({ weight: 20, arbitrary: fc.constantFrom(...types) }, fc.constant('tea.served')),
    on: moments,
    done: acts,
    by: fc.constantFrom(...ACTORS),
    for: moments,
    countedFrom: fc.constantFrom(...TRIGGERS),
    present: fc.array(attendance, { maxLength: 8 }),
    outcomes: fc.dictionary(fc.constantFrom(...children), outcome),
    views: fc.dictionary(fc.constantFrom('social-care', 'school', 'police', 'gp'), outcome),
    method: fc.constantFrom('chair', 'majority', 'consensus', 'social-care', 'casting-vote'),
    categories: fc.subarray([...CATEGORIES]),
    invited: fc.subarray(children),
    hours: fc.double({ min: 0, max: 12, noNaN: true }),
    weeks: fc.integer({ min: 0, max: 30 }),
  },
  { requiredKeys: ['type', 'on', 'done'] },
);

const facts: fc.Arbitrary<CaseFacts> = fc.record({
  children: fc.constant([
    { id: 'ama', name: 'Ama', born: '2009-02-28' },
    { id: 'kofi', name: 'Kofi', born: '2015-11-30' },
  ]),
  dates: fc.dictionary(fc.constantFrom(...TRIGGERS), moments),
  circumstances: acts,
});
const input: fc.Arbitrary<ProcedureInput> = fc.record({ rules: fc.constantFrom(...rulebooks), calendar: fc.constant(calendar), facts });

/** A case, and a way into it: each move is of a type that the situation takes, except for the odd one. */
const runs = fc.record({ input, moves: fc.array(fc.tuple(event, fc.nat(99)), { minLength: 1, maxLength: 14 }) });
function verdicts({ input, moves }: { input: ProcedureInput; moves: [Event, number][] }) {
  let snapshot = begin(icpc, deepFreeze({ ...input, calendar }));
  return moves.map(([event, pick]) => {
    const offered = possible(snapshot);
    const type = pick % 10 && offered.length ? offered[pick % offered.length]! : event.type;
    const judged = judge(icpc, snapshot, deepFreeze({ ...event, type }));
    snapshot = judged.next;
    return judged;
  });
}

describe('whatever is done, under any rulebook, in any year from 2016 to 2026', () => {
  it('is judged, with clauses for everything that is found, and departures only from what is stated', { timeout: 60_000 }, () => {
    let judged = 0;
    const met = new Set<string>();
    const right = ({ status, outcome, clauses, modality, expected }: Finding) => {
      if (outcome !== 'not-addressed') {
        expect(clauses.length).toBeGreaterThan(0);
        expect(modality).toBeDefined();
      }
      if (status === 'silent' || status === 'elsewhere') expect(outcome).toBe('not-addressed');
      if (expected.is === 'date') expect(expected.date).toMatch(/^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/);
    };
    fc.assert(
      fc.property(runs, (run) => {
        for (const { verdict, taken, next } of verdicts(run)) {
          judged++;
          met.add(verdict.outcome);
          verdict.findings.forEach(right);
          const departs = verdict.findings.some((f) => f.outcome === 'departs');
          expect(verdict.outcome === 'departs').toBe(departs);
          expect(verdict.modality !== undefined).toBe(departs);
          if (!taken) expect(['out-of-sequence', 'not-addressed']).toContain(verdict.outcome);
          expect(Object.keys(next.value).length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 1200 },
    );
    console.log(`${judged} random moves judged`);
    expect([...met].sort()).toEqual(['complies', 'departs', 'not-addressed', 'out-of-sequence']);
  });

  it('is judged the same twice', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(runs, (run) => {
        const once = verdicts(run).map(({ verdict, taken, next }) => ({ verdict, taken, value: next.value, context: next.context }));
        const twice = verdicts(run).map(({ verdict, taken, next }) => ({ verdict, taken, value: next.value, context: next.context }));
        expect(twice).toEqual(once);
      }),
      { numRuns: 200 },
    );
  });
});

describe('who is in the room', () => {
  const quorums = rulebooks.flatMap((rules) => Object.values(rules)).flatMap((rule) => (rule.status === 'stated' && rule.value.kind === 'quorum' ? [rule.value] : [])); // prettier-ignore
  const anyQuorum = fc.oneof(
    fc.constantFrom<Quorum[]>(...quorums),
    fc.record({
      kind: fc.constant('quorum' as const),
      required: fc.subarray<Actor>(['social-care', 'police']),
      others: fc.nat(4),
      qualify: fc.constantFrom('direct-contact' as const, 'contributed-to-enquiries' as const, 'any' as const),
      each: fc.boolean(),
      notCounted: fc.constant<string[]>([]),
      separate: fc.constant<string[]>([]),
    }),
  );
  const outcomeOf = (value: Quorum, present: Attendance[]) =>
    quorum(value, asked('quorum.minimum', { type: 'conference.opened', on: '2024-04-05', done: [], present }))?.outcome;

  it('one agency more never makes a quorate conference inquorate', () => {
    fc.assert(
      fc.property(anyQuorum, fc.array(attendance, { maxLength: 8 }), attendance, (value, present, late) => {
        if (outcomeOf(value, present) === 'complies') expect(outcomeOf(value, [...present, late])).toBe('complies');
      }),
      { numRuns: 3000 },
    );
  });
  it('the order in which they are listed does not matter, nor does listing them twice', () => {
    fc.assert(
      fc.property(anyQuorum, fc.array(attendance, { maxLength: 8 }), (value, present) => {
        expect(outcomeOf(value, present.toReversed())).toBe(outcomeOf(value, present));
        expect(outcomeOf(value, [...present, ...present])).toBe(outcomeOf(value, present));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a deadline', () => {
  const units = fc.constantFrom('hours', 'working-days', 'days', 'weeks', 'months');
  const held = (rule: Rule, from: string, on: string) =>
    findings(rule, asked('icpc.deadline', { type: 'conference.opened', on, done: [] }, { calendar, dates: { birth: from } }))[0]?.outcome;

  it('made shorter never turns a departure into compliance', () => {
    fc.assert(
      fc.property(moments, moments, units, fc.nat(60), fc.nat(60), (from, on, unit, amount, less) => {
        const given = held(stated(deadline(amount, unit, 'birth')), from, on);
        const shorter = held(stated(deadline(Math.max(0, amount - less), unit, 'birth')), from, on);
        if (given === 'departs') expect(shorter).toBe('departs');
        if (shorter === 'complies') expect(given).toBe('complies');
      }),
      { numRuns: 2000 },
    );
  });
  it('kept on a day is kept on every earlier day', () => {
    fc.assert(
      fc.property(days, days, days, units, fc.nat(60), (from, one, other, unit, amount) => {
        const rule = stated(deadline(amount, unit, 'birth'));
        const [earlier, later] = one <= other ? [one, other] : [other, one];
        if (held(rule, from, later) === 'complies') expect(held(rule, from, earlier)).toBe('complies');
      }),
      { numRuns: 1000 },
    );
  });
  it('of the rulebooks, made shorter, is no easier to keep in a run', () => {
    const topics = ['icpc.deadline', 'quorum.reconvene', 'record.minutes', 'plan.first-core-group'] as const;
    const shortened = (rule: Rule | undefined, by: number): Rule | undefined =>
      rule?.status === 'stated' && rule.value.kind === 'deadline'
        ? { ...rule, value: { ...rule.value, amount: Math.max(0, rule.value.amount - by) } }
        : rule;
    const trigger = (rule: Rule | undefined): Trigger | undefined => (rule?.status === 'stated' && rule.value.kind === 'deadline' ? rule.value.trigger : undefined); // prettier-ignore
    fc.assert(
      fc.property(fc.constantFrom(...rulebooks), fc.constantFrom(...topics), days, days, fc.integer({ min: 1, max: 15 }), (rules, topic, from, on, by) => {
        const [rule, shorter, counted] = [rules[topic], shortened(rules[topic], by), trigger(rules[topic])];
        if (!rule || !shorter || !counted) return;
        const outcome = (its: Rule) =>
          findings(its, asked(topic, { type: 'minutes.sent', on, done: [] }, { calendar, dates: { [counted]: from } }))[0]?.outcome;
        if (outcome(rule) === 'departs') expect(outcome(shorter)).toBe('departs');
      }), // prettier-ignore
      { numRuns: 1000 },
    );
  });
});
