import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RULEBOOKS, TRIGGERS, UNITS } from '#content/schema.ts';
import type { Rule, RulebookId, Topic, Trigger, Unit, Value } from '#content/schema.ts';
import { rulesOn, topics } from '#lib/server/content.ts';
import { standings, strictestFirst, yardstick } from '#lib/strictness.ts';

const deadline = (amount: number, unit: Unit = 'working-days', trigger: Trigger = 'conference'): Value => ({
  kind: 'deadline',
  amount,
  unit,
  direction: 'after',
  trigger,
});
const notice = (amount: number, unit: Unit = 'working-days'): Value => ({
  kind: 'notice',
  amount,
  unit,
  direction: 'before',
  trigger: 'conference',
});
const stated = (value: Value): Rule => ({ status: 'stated', answer: 'So it is.', value, modality: 'should', clauses: ['1'], examples: [] });
const twofold = (...values: Value[]): Rule => ({
  status: 'conflicting',
  answer: 'Two readings.',
  readings: values.map((value) => ({ answer: 'So it is.', value, modality: 'should' as const, clauses: ['1'] })),
});
type Rules = [RulebookId, Rule][];
const of = (stricter: Topic['stricter'], ...rules: Rule[]) =>
  [
    ...standings(
      { ...(stricter && { stricter }) },
      rules.map((rule, i) => [RULEBOOKS[i]!, rule]),
    ),
  ].map(([rulebook, { than, apart }]) => ({
    rulebook,
    than: than.map((t) => `${t.than}: ${t.amount}, beside ${t.beside}`),
    apart: apart.map(({ why }) => why),
  }));

describe('who is stricter', () => {
  it('says what was compared: 10 working days after the conference, beside 15', () => {
    const [first, second] = of('shorter', stated(deadline(10)), stated(deadline(15)));
    expect(first!.than).toEqual(['stricter: 10 working days after the conference, beside 15 working days after the conference']);
    expect(second!.than).toEqual(['looser: 15 working days after the conference, beside 10 working days after the conference']);
  });

  it('is who gives longer notice, where longer is stricter', () => {
    expect(of('longer', stated(notice(3)), stated(notice(2)))[0]!.than[0]).toMatch(
      /^stricter: 3 working days before the conference, beside 2/,
    );
  });

  it('is said of nobody where the topic declares no direction', () => {
    expect(of(undefined, stated(deadline(10)), stated(deadline(15)))).toEqual([]);
  });

  it('is said of nobody where the days run from different moments, and that is said instead', () => {
    const [first] = of('shorter', stated(deadline(10)), stated(deadline(15, 'working-days', 'decision-to-convene')));
    expect(first).toEqual({ rulebook: 'london', than: [], apart: ['counted from another moment'] });
  });

  it('is said of nobody where agencies are counted in different ways', () => {
    const quorum = (qualify: 'direct-contact' | 'contributed-to-enquiries'): Value => ({
      kind: 'quorum',
      required: [],
      others: qualify === 'direct-contact' ? 3 : 2,
      qualify,
      notCounted: [],
      separate: [],
    });
    expect(of('more', stated(quorum('direct-contact')), stated(quorum('contributed-to-enquiries')))[0]).toMatchObject({
      than: [],
      apart: ['another way of counting agencies'],
    });
  });

  it('is left open where the units leave it open: one working day may be longer than 24 hours', () => {
    expect(of('shorter', stated(deadline(24, 'hours')), stated(deadline(1)))[0]).toMatchObject({
      than: [],
      apart: ['units that may be either longer'],
    });
  });

  it('is said across units where there is no doubt: 15 working days are less than 30 days, however the holidays fall, and more than 14', () => {
    expect(of('shorter', stated(deadline(15)), stated(deadline(30, 'days')))[0]!.than[0]).toMatch(
      /^stricter: 15 working days .*, beside 30 days/,
    );
    expect(of('shorter', stated(deadline(15)), stated(deadline(14, 'days')))[0]!.than[0]).toMatch(/^looser/);
  });

  it('is said beside a document with two readings only where it is so of both', () => {
    expect(of('longer', stated(notice(3)), twofold(notice(2), notice(1)))[0]!.than[0]).toMatch(/beside 2 working days .* or 1 working day/);
    expect(of('longer', stated(notice(3)), twofold(notice(2), notice(4)))[0]).toMatchObject({ than: [], apart: ['two readings'] });
  });

  it('is said of two deadlines of which the sooner counts only where neither is longer than its like', () => {
    const sooner = (weeks: number, months: number): Value => ({
      kind: 'earliest-of',
      of: [
        { kind: 'deadline', amount: weeks, unit: 'weeks', direction: 'after', trigger: 'birth' },
        { kind: 'deadline', amount: months, unit: 'months', direction: 'after', trigger: 'pre-birth-conference' },
      ],
    });
    expect(of('shorter', stated(sooner(4, 3)), stated(sooner(6, 3)))[0]!.than[0]).toMatch(/^stricter/);
    expect(of('shorter', stated(sooner(4, 4)), stated(sooner(6, 3)))[0]).toMatchObject({
      than: [],
      apart: ['amounts that differ both ways'],
    });
  });

  it('puts rulebooks in an order only where every two of them can be compared', () => {
    const rules: Rules = [
      ['london', stated(deadline(15))],
      ['kent', stated(deadline(10))],
    ];
    expect(strictestFirst({ stricter: 'shorter' }, rules)).toEqual(['kent', 'london']);
    expect(strictestFirst({ stricter: 'shorter' }, [...rules, ['bfg', stated(deadline(1, 'hours', 'birth'))]])).toBeUndefined();
    expect(strictestFirst({}, rules)).toBeUndefined();
  });
});

/** The unit in which two amounts can be told apart by their numbers alone. */
const scale = (unit: Unit) =>
  ({ hours: 'clock', days: 'clock', weeks: 'clock', 'working-days': 'working', months: 'months', years: 'years' })[unit];
const anyValue = fc
  .record({
    amount: fc.nat(60),
    unit: fc.constantFrom(...UNITS),
    trigger: fc.constantFrom(...TRIGGERS.slice(0, 4)),
    kind: fc.constantFrom('deadline', 'notice'),
  })
  .map(({ kind, ...rest }) => ({ kind, direction: kind === 'notice' ? 'before' : 'after', ...rest }) as Value & { kind: 'deadline' });

describe('of any two rules', () => {
  const direction = fc.constantFrom('shorter' as const, 'longer' as const, undefined);

  it('nothing is called stricter without a declared direction, like triggers, and units that can be compared', () => {
    fc.assert(
      fc.property(direction, anyValue, anyValue, (stricter, a, b) => {
        const [first, second] = of(stricter, stated(a), stated(b));
        if (!first?.than.length) return;
        expect(stricter).toBeDefined();
        expect([a.kind, a.trigger, a.direction]).toEqual([b.kind, b.trigger, b.direction]);
        // In one scale the numbers decide; across two, the longest that the one can be is shorter than the shortest that the other can be.
        const most = { hours: 1 / 24, days: 1, weeks: 7, 'working-days': 2.4, months: 31, years: 366 };
        const least = { ...most, 'working-days': 1, months: 28, years: 365 };
        const [short, long] = first.than[0]!.startsWith('stricter') === (stricter === 'shorter') ? [a, b] : [b, a];
        if (scale(a.unit) === 'working' && scale(b.unit) === 'working') expect(short.amount).toBeLessThan(long.amount);
        else expect(short.amount * least[short.unit]).toBeLessThan(long.amount * most[long.unit]);
        // What is stricter for the one is looser for the other.
        expect(second!.than[0]!.split(':')[0]).toBe(first.than[0]!.startsWith('stricter') ? 'looser' : 'stricter');
      }),
      { numRuns: 2000 },
    );
  });

  it('a working day is never taken for longer or shorter than it can be', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 90 }), (working, days) => {
        const [first] = of('shorter', stated(deadline(working)), stated(deadline(days, 'days')));
        const said = first!.than[0]?.split(':')[0];
        // The fewest days hold no more weekends than they must; the most, those and the longest run of holidays.
        if (said === 'stricter') expect(days).toBeGreaterThan(working + 2 * Math.ceil(working / 5));
        if (said === 'looser') expect(days).toBeLessThan(working + 2 * Math.floor((working - 1) / 5));
      }),
    );
  });
});

describe('the topics', () => {
  const pairs = topics.flatMap((topic) =>
    [...standings(topic, rulesOn(topic.id))].flatMap(([rulebook, { than }]) => than.map((one) => ({ topic, rulebook, ...one }))),
  );

  it('have somebody stricter and somebody looser', () => {
    expect(new Set(pairs.map(({ than }) => than))).toEqual(new Set(['stricter', 'looser']));
  });

  it('call nothing stricter whose yardsticks differ', () => {
    const unlike = pairs.filter(({ topic, rulebook, rulebooks }) => {
      const sticks = (id: RulebookId) => {
        const rule = rulesOn(topic.id).find(([other]) => other === id)![1];
        return rule.status === 'stated' ? [rule.value] : rule.status === 'conflicting' ? rule.readings.map(({ value }) => value) : [];
      };
      const counted = [rulebook, ...rulebooks].flatMap(sticks).map((value) => yardstick(value)?.counted);
      return !topic.stricter || new Set(counted).size !== 1 || counted.includes(undefined);
    });
    expect(unlike).toEqual([]);
  });

  it('declare no shorter time before something as the stricter', () => {
    const wrong = topics.filter(
      ({ id, stricter }) =>
        stricter === 'shorter' &&
        rulesOn(id).some(
          ([, rule]) =>
            rule.status === 'stated' && rule.value.kind === 'deadline' && rule.value.direction === 'before' && rule.value.amount > 0,
        ),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});
