import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readContent } from '#content/read.ts';
import { ACTORS, CATEGORIES, TRIGGERS } from '#content/schema.ts';
import type { Actor, Attendance, Event, Reading, Rule, TopicId, Trigger, Value } from '#content/schema.ts';
import { findings, readings } from '#machines/checks/index.ts';
import { quorum } from '#machines/checks/quorum.ts';
import type { CaseFacts, Finding, ProcedureInput, Rules } from '#machines/findings.ts';
import { begin, judge, possible } from '#machines/judge.ts';
import { procedures } from '#machines/procedures/index.ts';
import type { Procedure, ProcedureSnapshot } from '#machines/procedures/index.ts';
import { replay } from '#machines/replay.ts';
import { present } from '#machines/situations.ts';
import { openCalendar } from '#machines/working-days.ts';
import { asked, deadline, deepFreeze, silent, stated } from './setting.ts';

type Quorum = Extract<Value, { kind: 'quorum' }>;

const content = readContent('content');
const calendar = openCalendar(content.calendars['england-and-wales']!);
const topics = content.topics.map(({ id }) => id);
/** How many random moves are judged in all, at least. */
const MOVES = 200_000;
const LONG = 240_000;

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
    agency: fc.constantFrom('social-care', 'school', 'police', 'gp', 'health-visitor', 'housing', 'mental-health', 'midwife'),
    contact: fc.constantFrom('direct', 'enquiries', 'direct-and-enquiries', 'expertise', 'none'),
    knows: fc.subarray(children),
  },
  { requiredKeys: ['agency', 'contact'] },
);
const outcome = fc.constantFrom('plan' as const, 'no-plan' as const);

/** Any particulars that a move can have, fitting or not. */
const particulars = fc.record(
  {
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
  { requiredKeys: ['on', 'done'] },
);

const facts: fc.Arbitrary<CaseFacts> = fc.record({
  children: fc.constantFrom(
    [
      { id: 'ama', name: 'Ama', born: '2009-02-28' },
      { id: 'kofi', name: 'Kofi', born: '2015-11-30' },
    ],
    [{ id: 'ama', name: 'Ama' }],
  ),
  dates: fc.dictionary(fc.constantFrom(...TRIGGERS), moments),
  circumstances: acts,
});
const rulesOf = new Map(content.rulebooks.map(({ id, rules }) => [id, deepFreeze(rules)]));
const runs = fc.record({
  rulebook: fc.constantFrom(...rulesOf.keys()),
  /** Topics on which the rulebook is made silent. */
  silenced: fc.oneof(fc.constant<TopicId[]>([]), fc.subarray(topics)),
  facts,
  moves: fc.array(fc.tuple(particulars, fc.nat(9999)), { minLength: 12, maxLength: 28 }),
});
type Run = typeof runs extends fc.Arbitrary<infer R> ? R : never;

function inputOf({ rulebook, silenced, facts }: Run): ProcedureInput {
  const rules: Rules = { ...rulesOf.get(rulebook)!, ...Object.fromEntries(silenced.map((topic) => [topic, silent])) };
  return deepFreeze({ rules, facts, calendar });
}

/** The moves of a run, each of a type that the situation takes, except for the odd one; now and then one of which no procedure has heard. */
function play(its: Procedure, run: Run) {
  const types = [...Object.keys(its.events), 'tea.served'];
  let snapshot = begin(its, inputOf(run));
  return run.moves.map(([rest, pick]) => {
    const offered = possible(snapshot);
    const from = pick % 10 && offered.length ? offered : types;
    const event: Event = deepFreeze({ ...rest, type: from[Math.floor(pick / 10) % from.length]! });
    const before = snapshot;
    const judged = judge(its, before, event);
    snapshot = judged.next;
    return { event, before, ...judged };
  });
}
/** A rule of time. */
type Timed = Extract<Value, { kind: 'deadline' | 'notice' | 'earliest-of' | 'interval' }>;
const TIMED: readonly Value['kind'][] = ['deadline', 'notice', 'earliest-of', 'interval'];
/** Less time, or longer notice. */
const stricter = (value: Timed, by: number): Timed => {
  if (value.kind === 'earliest-of') return { ...value, of: value.of.map((one) => stricter(one, by) as typeof one) };
  const more = value.kind === 'notice' || (value.kind === 'deadline' && value.direction === 'before');
  const change = (amount: number) => Math.max(0, amount + (more ? by : -by));
  const review = value.kind === 'deadline' && value.review ? { review: { ...value.review, amount: change(value.review.amount) } } : {};
  return { ...value, ...review, amount: change(value.amount) };
};
const isTimed = (reading: Reading): reading is Reading & { value: Timed } => TIMED.includes(reading.value.kind);
/** The same rulebook, with less time everywhere. */
const hurried = (rules: Rules, by: number): Rules =>
  Object.fromEntries(
    Object.entries(rules).map(([topic, rule]) => {
      const sooner = <R extends Reading>(reading: R): R =>
        isTimed(reading) ? { ...reading, value: stricter(reading.value, by) } : reading;
      if (rule.status === 'stated') return [topic, sooner(rule)];
      return [topic, rule.status === 'conflicting' ? { ...rule, readings: rule.readings.map(sooner) } : rule];
    }),
  );

const bare = ({ value, status, context: { dates, done, outcomes, today } }: ProcedureSnapshot) => ({
  value,
  status,
  dates,
  done,
  outcomes,
  today,
});

/** Departures from rules of time that were met on the way: a procedure with hardly such a rule, a complaint, has hardly any. */
let late = 0;

describe.each(Object.values(procedures).map((its) => ({ id: its.id, its })))(
  '$id: whatever is done, in any year from 2016 to 2026',
  ({ its }) => {
    const share = Math.ceil(MOVES / Object.keys(procedures).length);

    it('is judged, with clauses for all that is found, and departures only from what is stated', { timeout: LONG }, () => {
      let judged = 0;
      const met = new Set<string>();
      const right = ({ topic, status, outcome, clauses, modality, expected }: Finding, on: readonly TopicId[]) => {
        const fault = (what: string) => `${topic}: ${what}`;
        if (outcome === 'not-addressed') return;
        if (status === 'silent' || status === 'elsewhere' || on.includes(topic)) throw new Error(fault(`${outcome}, of what is not said`));
        if (!clauses.length || modality === undefined) throw new Error(fault(`${outcome}, without a clause or a force`));
        if (expected.is === 'date' && !/^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/.test(expected.date)) throw new Error(fault(expected.date));
      };
      fc.assert(
        fc.property(runs, (run) => {
          for (const { verdict, taken, next } of play(its, run)) {
            judged++;
            met.add(verdict.outcome);
            for (const finding of verdict.findings) right(finding, run.silenced);
            const departs = verdict.findings.some((f) => f.outcome === 'departs');
            if ((verdict.outcome === 'departs') !== departs || (verdict.modality !== undefined) !== departs)
              throw new Error('summed up wrongly');
            if (!taken && verdict.outcome !== 'out-of-sequence' && verdict.outcome !== 'not-addressed')
              throw new Error('judged, though not taken');
            if (!present(next).length && next.status !== 'done') throw new Error('nowhere');
          }
        }),
        { numRuns: Math.ceil(share / 18) },
      );
      console.log(`${its.id}: ${judged.toLocaleString('en-GB')} random moves judged`);
      expect(judged).toBeGreaterThanOrEqual(share);
      expect([...met].sort()).toEqual(['complies', 'departs', 'not-addressed', 'out-of-sequence']);
    });

    it('comes to the same when it is replayed, and taking a move back is exact', { timeout: LONG }, () => {
      fc.assert(
        fc.property(runs, fc.nat(99), (run, at) => {
          const steps = play(its, run);
          const log = steps.map(({ event }) => event);
          const again = replay(its, inputOf(run), log);
          expect(again.steps.map(({ taken, next }) => [taken, bare(next)])).toEqual(steps.map(({ taken, next }) => [taken, bare(next)]));
          const told = (all: readonly Finding[]) => all.map(({ carried: _, ...finding }) => finding);
          expect(again.steps.map(({ verdict }) => told(verdict.findings))).toEqual(steps.map(({ verdict }) => told(verdict.findings)));

          const kept = at % log.length;
          const back = replay(its, inputOf(run), log.slice(0, kept));
          expect(bare(back.snapshot)).toEqual(bare(again.steps[kept]!.before));
          expect(back.steps.map(({ verdict }) => verdict)).toEqual(again.steps.slice(0, kept).map(({ verdict }) => verdict));
        }),
        { numRuns: 60 },
      );
    });

    it('is judged the same twice over, and leaves the situation that it is judged in as it was', { timeout: LONG }, () => {
      fc.assert(
        fc.property(runs, (run) => {
          for (const { event, before, verdict, next } of play(its, run)) {
            const situation = bare(before);
            const again = judge(its, before, event);
            expect(again.verdict).toEqual(verdict);
            expect(bare(again.next)).toEqual(bare(next));
            expect(bare(before)).toEqual(situation);
          }
        }),
        { numRuns: 60 },
      );
    });

    it('is no easier to do in time where every rule of the rulebook leaves less', { timeout: LONG }, () => {
      const inTime = ({ outcome, expected }: Finding) => outcome === 'complies' && (expected.is === 'date' || expected.is === 'amount');
      fc.assert(
        fc.property(runs, fc.integer({ min: 1, max: 15 }), (run, by) => {
          for (const { event, before, verdict } of play(its, run)) {
            const { value, status, context } = before;
            const there = its.machine.resolveState({ value, status, context: { ...context, rules: hurried(context.rules, by) } });
            const kept = judge(its, there as ProcedureSnapshot, event).verdict.findings.filter(inTime);
            for (const { topic, outcome, expected, reading } of verdict.findings) {
              if (outcome !== 'departs' || (expected.is !== 'date' && expected.is !== 'amount')) continue;
              late++;
              if (kept.some((finding) => finding.topic === topic && finding.reading === reading)) throw new Error(`${topic}: late, and with less time in time`);
            }
          }
        }),
        { numRuns: 200 },
      ); // prettier-ignore
    });

    it('is no less quorate for one agency more', { timeout: LONG }, () => {
      fc.assert(
        fc.property(runs, attendance, (run, late) => {
          for (const { event, before, next } of play(its, run)) {
            if (event.type !== 'conference.opened' || !event.present || present(next).includes('inquorate')) continue;
            const more = judge(its, before, { ...event, present: [...event.present, late] });
            expect(present(more.next)).not.toContain('inquorate');
          }
        }),
        { numRuns: 150 },
      );
    });
  },
);

it('what comes late was met often enough to say so', () => {
  expect(late).toBeGreaterThan(100);
});

describe('who is in the room', () => {
  const quorums = [...rulesOf.values()].flatMap((rules) => Object.values(rules)).flatMap((rule) => (rule.status === 'stated' && rule.value.kind === 'quorum' ? [rule.value] : [])); // prettier-ignore
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

  const timed = content.rulebooks.flatMap(({ rules }) =>
    Object.entries(rules).flatMap(([topic, rule]) =>
      readings(rule).flatMap((reading): { topic: TopicId; reading: Reading & { value: Timed } }[] =>
        isTimed(reading) ? [{ topic, reading }] : [],
      ),
    ),
  );
  const triggers = fc.dictionary(fc.constantFrom<Trigger>(...TRIGGERS), moments, { minKeys: TRIGGERS.length - 6 });
  const outcomeOf = (topic: TopicId, reading: Reading, dates: CaseFacts['dates'], on: string) =>
    findings({ status: 'stated', examples: [], ...reading }, asked(topic, { type: 'minutes.sent', on, done: [] }, { calendar, dates }))[0]
      ?.outcome;

  it('of any rulebook, made stricter, is no easier to keep', () => {
    let judged = 0;
    fc.assert(
      fc.property(fc.constantFrom(...timed), triggers, days, fc.integer({ min: 1, max: 15 }), ({ topic, reading }, dates, on, by) => {
        const given = outcomeOf(topic, reading, dates, on);
        const strict = outcomeOf(topic, { ...reading, value: stricter(reading.value, by) }, dates, on);
        if (given !== undefined) judged++;
        if (given === 'departs') expect(strict).toBe('departs');
      }),
      { numRuns: 4000 },
    );
    expect(judged).toBeGreaterThan(1000);
  });
  it('of any rulebook that counts from a day, kept on a day, is kept on every earlier day', () => {
    const after = timed.filter(({ reading: { value } }) => (value.kind === 'deadline' && value.direction === 'after') || (value.kind === 'earliest-of' && value.of.every((d) => d.direction === 'after'))); // prettier-ignore
    fc.assert(
      fc.property(fc.constantFrom(...after), triggers, days, days, ({ topic, reading }, dates, one, other) => {
        const [earlier, later] = one <= other ? [one, other] : [other, one];
        if (outcomeOf(topic, reading, dates, later) === 'complies') expect(outcomeOf(topic, reading, dates, earlier)).toBe('complies');
      }),
      { numRuns: 3000 },
    );
  });
});
