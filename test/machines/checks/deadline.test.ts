import { describe, expect, it } from 'vitest';
import type { Trigger } from '#content/schema.ts';
import { deadline as check, earliestOf, extension, interval, notice as checkNotice, trigger, window } from '#machines/checks/deadline.ts';
import { CalendarError } from '#machines/working-days.ts';
import { asked, deadline, happened, notice } from '../setting.ts';

const held = (on: string, dates: Record<string, string> = { 'strategy-discussion': '2024-03-14' }) =>
  asked('icpc.deadline', happened('conference.opened', on), { dates });

describe('fifteen working days after the strategy discussion', () => {
  const rule = deadline(15, 'working-days', 'strategy-discussion');

  it('are kept on the fifteenth, counted over Easter', () => {
    expect(check(rule, held('2024-04-08'))).toEqual({
      outcome: 'complies',
      expected: {
        is: 'date',
        side: 'by',
        date: '2024-04-08',
        skipped: [
          { date: '2024-03-29', name: 'Good Friday' },
          { date: '2024-04-01', name: 'Easter Monday' },
        ],
        count: { amount: 15, unit: 'working-days', direction: 'after', trigger: 'strategy-discussion', from: '2024-03-14' },
      },
      actual: { is: 'date', side: 'on', date: '2024-04-08' },
    });
  });

  it('are missed on the sixteenth', () => {
    expect(check(rule, held('2024-04-09'))).toMatchObject({ outcome: 'departs', actual: { date: '2024-04-09' } });
  });

  it('are held against the day that a move sets, not the day on which it is set', () => {
    const fixed = (day: string) => asked('icpc.deadline', happened('conference.fixed', '2024-03-18', { for: day }), { dates: { 'strategy-discussion': '2024-03-14' } }); // prettier-ignore
    expect(check(rule, fixed('2024-04-08'))?.outcome).toBe('complies');
    expect(check(rule, fixed('2024-04-09'))?.outcome).toBe('departs');
  });

  it.each(['conference.fixed', 'conference.postponed', 'conference.adjourned', 'core-group.formed', 'review.dated'])(
    'cannot be judged of a %s that sets no day',
    (type) => {
      const dates = { 'strategy-discussion': '2024-03-14' };
      expect(check(rule, asked('icpc.deadline', happened(type, '2024-03-18'), { dates }))).toBeUndefined();
      expect(check(rule, asked('icpc.deadline', happened(type, '2024-03-18', { for: '2024-04-09' }), { dates }))?.outcome).toBe('departs');
    },
  );

  it('say nothing where nobody knows when the strategy discussion was', () => {
    expect(check(rule, held('2024-04-08', {}))).toBeUndefined();
  });

  it('cannot be counted beyond the calendar, which says so', () => {
    expect(() => check(rule, held('2025-12-30', { 'strategy-discussion': '2025-12-22' }))).toThrow(CalendarError);
    expect(() => check(rule, held('2025-12-30', { 'strategy-discussion': '2025-12-22' }))).toThrow(/bank holidays for 2023 to 2025 only/);
  });
});

describe('the unit and the trigger make the deadline', () => {
  it.each([
    [10, 'days', 'notification-of-move', '2024-03-01', '2024-03-11'],
    [2, 'weeks', 'decision-to-convene', '2024-03-01', '2024-03-15'],
    [3, 'months', 'initial-conference', '2024-11-30', '2025-02-28'],
    [1, 'years', 'first-core-group', '2024-02-29', '2025-02-28'],
    [24, 'hours', 'decision-to-convene', '2024-03-28', '2024-03-29'],
    [24, 'hours', 'decision-to-convene', '2024-03-28T15:30', '2024-03-29T15:30'],
    [0, 'days', 'birth', '2024-05-05', '2024-05-05'],
  ] as const)('%d %s after %s of %s end on %s', (amount, unit, from, day, due) => {
    const shown = check(deadline(amount, unit, from), asked('any', happened('any.move', due), { dates: { [from]: day } }));
    expect(shown).toMatchObject({ outcome: 'complies', expected: { date: due } });
  });

  it('an hour is held against an hour, where both are known', () => {
    const rule = deadline(24, 'hours', 'decision-to-convene');
    const notified = (on: string) => asked('convene.notification', happened('service.notified', on), { dates: { 'decision-to-convene': '2024-03-13T15:30' } }); // prettier-ignore
    expect(check(rule, notified('2024-03-14T15:30'))?.outcome).toBe('complies');
    expect(check(rule, notified('2024-03-14T15:31'))?.outcome).toBe('departs');
    expect(check(rule, notified('2024-03-14'))?.outcome).toBe('complies');
    expect(check(rule, notified('2024-03-15'))?.outcome).toBe('departs');
  });

  it('before: a protection order’s conference comes before the order runs out', () => {
    const rule = deadline(0, 'days', 'protection-order-expiry', 'before');
    expect(check(rule, held('2024-03-20', { 'protection-order-expiry': '2024-03-20' }))?.outcome).toBe('complies');
    expect(check(rule, held('2024-03-21', { 'protection-order-expiry': '2024-03-20' }))?.outcome).toBe('departs');
  });

  it('the same number from another trigger is another day', () => {
    const dates = { 'strategy-discussion': '2024-03-14', 'strategy-discussion-opening-enquiries': '2024-03-18' };
    expect(check(deadline(15, 'working-days', 'strategy-discussion'), held('2024-04-09', dates))?.outcome).toBe('departs');
    expect(check(deadline(15, 'working-days', 'strategy-discussion-opening-enquiries'), held('2024-04-09', dates))?.outcome).toBe(
      'complies',
    );
  });
});

describe('how long a conference lasts', () => {
  const lasting = (hours: number) => asked('chair.duration', happened('conference.closed', '2024-04-05', { hours }), { dates: { 'conference-opened': '2024-04-05' } }); // prettier-ignore
  const rule = deadline(2, 'hours', 'conference-opened');

  it('two hours are two hours', () => {
    expect(check(rule, lasting(2))).toEqual({
      outcome: 'complies',
      expected: { is: 'amount', at: 'most', amount: { amount: 2, unit: 'hours' } },
      actual: { is: 'amount', at: 'exactly', amount: { amount: 2, unit: 'hours' } },
    });
  });
  it('and a quarter of an hour more is too long', () => {
    expect(check(rule, lasting(2.25))?.outcome).toBe('departs');
  });
  it('a review has a time of its own where the rulebook gives it one', () => {
    const shorter = { ...rule, review: { amount: 1.5, unit: 'hours' as const } };
    const review = (hours: number) => ({ ...lasting(hours), known: new Set(['conference-was-review']) });
    expect(check(shorter, lasting(2))?.outcome).toBe('complies');
    expect(check(shorter, review(2))).toMatchObject({ outcome: 'departs', expected: { amount: { amount: 1.5, unit: 'hours' } } });
    expect(check(shorter, review(1.5))?.outcome).toBe('complies');
    expect(check(rule, review(2))?.outcome).toBe('complies');
  });
});

describe('the earlier of one month from birth and three months from the pre-birth conference', () => {
  const rule = {
    kind: 'earliest-of' as const,
    of: [deadline(1, 'months', 'birth'), deadline(3, 'months', 'pre-birth-conference')],
  };
  const review = (on: string, dates: Record<string, string>) =>
    asked('review.first', happened('review.dated', '2024-03-14', { for: on }), { dates });

  it('is the first where the birth comes soon', () => {
    const dates = { birth: '2024-04-10', 'pre-birth-conference': '2024-03-14' };
    expect(earliestOf(rule, review('2024-05-10', dates))).toMatchObject({ outcome: 'complies', expected: { date: '2024-05-10', count: { trigger: 'birth' } } }); // prettier-ignore
    expect(earliestOf(rule, review('2024-05-11', dates))?.outcome).toBe('departs');
  });
  it('is the second where it comes late', () => {
    const dates = { birth: '2024-06-01', 'pre-birth-conference': '2024-03-14' };
    expect(earliestOf(rule, review('2024-06-14', dates))).toMatchObject({ outcome: 'complies', expected: { date: '2024-06-14', count: { trigger: 'pre-birth-conference' } } }); // prettier-ignore
    expect(earliestOf(rule, review('2024-06-15', dates))?.outcome).toBe('departs');
  });
  it('is the one that can be counted while the other cannot', () => {
    expect(earliestOf(rule, review('2024-06-14', { 'pre-birth-conference': '2024-03-14' }))).toMatchObject({ outcome: 'complies', expected: { date: '2024-06-14' } }); // prettier-ignore
  });
  it('is nothing where neither can', () => {
    expect(earliestOf(rule, review('2024-06-14', {}))).toBeUndefined();
  });
});

describe('notice', () => {
  const shared = (on: string) =>
    asked('report.family.initial', happened('report.shared', on), { dates: { 'initial-conference': '2024-04-04' } });

  it('two working days before a conference after Easter lie two days back', () => {
    expect(checkNotice(notice(2, 'working-days', 'initial-conference'), shared('2024-04-02'))).toMatchObject({
      outcome: 'complies',
      expected: { date: '2024-04-02', count: { direction: 'before', from: '2024-04-04' } },
    });
  });
  it('three reach back over Easter', () => {
    const rule = notice(3, 'working-days', 'initial-conference');
    expect(checkNotice(rule, shared('2024-03-28'))).toMatchObject({ outcome: 'complies', expected: { date: '2024-03-28', skipped: [{ name: 'Easter Monday' }, { name: 'Good Friday' }] } }); // prettier-ignore
    expect(checkNotice(rule, shared('2024-04-02'))?.outcome).toBe('departs');
  });
  it('too late by one day is too late', () => {
    expect(checkNotice(notice(2, 'working-days', 'initial-conference'), shared('2024-04-03'))?.outcome).toBe('departs');
  });
  it('the day before serves for a day’s notice', () => {
    expect(checkNotice(notice(1, 'days', 'initial-conference'), shared('2024-04-03'))?.outcome).toBe('complies');
    expect(checkNotice(notice(1, 'days', 'initial-conference'), shared('2024-04-04'))?.outcome).toBe('departs');
  });
  it('cannot be judged while no day is fixed', () => {
    expect(checkNotice(notice(2, 'working-days', 'initial-conference'), asked('report.family.initial', happened('report.shared', '2024-04-02'), { dates: {} }))).toBeUndefined(); // prettier-ignore
  });
});

describe('an interval between one core group and the next', () => {
  const every = (weeks?: number) => asked('plan.core-group-interval', happened('core-group.met', '2024-04-12', weeks === undefined ? {} : { weeks })); // prettier-ignore
  const sixWeeks = { kind: 'interval' as const, amount: 6, unit: 'weeks' as const, between: 'core-group' as const };

  it('of six weeks allows six and forbids seven', () => {
    expect(interval(sixWeeks, every(6))?.outcome).toBe('complies');
    expect(interval(sixWeeks, every(7))).toEqual({
      outcome: 'departs',
      expected: { is: 'amount', at: 'most', amount: { amount: 6, unit: 'weeks' } },
      actual: { is: 'amount', at: 'exactly', amount: { amount: 7, unit: 'weeks' } },
    });
  });
  it('can be given in days, working days or months', () => {
    expect(interval({ ...sixWeeks, amount: 20, unit: 'working-days' }, every(4))?.outcome).toBe('complies');
    expect(interval({ ...sixWeeks, amount: 28, unit: 'days' }, every(5))?.outcome).toBe('departs');
    expect(interval({ ...sixWeeks, amount: 1, unit: 'months' }, every(4))?.outcome).toBe('complies');
    expect(interval({ ...sixWeeks, amount: 1, unit: 'months' }, every(5))?.outcome).toBe('departs');
  });
  it('says nothing of a move that lays down no interval', () => {
    expect(interval(sixWeeks, every())).toBeUndefined();
  });
});

describe('which strategy discussion starts the clock', () => {
  const rule = { kind: 'trigger' as const, trigger: 'strategy-discussion-opening-enquiries' as const };
  const counted = (countedFrom?: Trigger, other = '2024-03-18', opening = '2024-03-14') =>
    asked(
      'icpc.deadline.several-discussions',
      happened('conference.fixed', '2024-03-18', { for: '2024-04-05', ...(countedFrom ? { countedFrom } : {}) }),
      { dates: { 'strategy-discussion': other, 'strategy-discussion-opening-enquiries': opening } },
    );

  it('is the one at which the enquiries were opened', () => {
    expect(trigger(rule, counted('strategy-discussion-opening-enquiries'))?.outcome).toBe('complies');
  });
  it('is not a later one', () => {
    expect(trigger(rule, counted('strategy-discussion'))).toEqual({
      outcome: 'departs',
      expected: { is: 'trigger', trigger: 'strategy-discussion-opening-enquiries' },
      actual: { is: 'trigger', trigger: 'strategy-discussion' },
    });
  });
  it('may be an earlier one, since that only shortens the time', () => {
    expect(trigger(rule, counted('strategy-discussion', '2024-03-11', '2024-03-14'))?.outcome).toBe('complies');
  });
  it('is not one of which nobody knows the day', () => {
    expect(trigger(rule, counted('decision-to-convene'))?.outcome).toBe('departs');
  });
  it('is not asked of somebody who does not say from where they counted', () => {
    expect(trigger(rule, counted())).toBeUndefined();
  });
});

describe('a window of the pregnancy', () => {
  // Expected on 14 June 2024: forty weeks are complete then, thirty on 5 April, thirty-two on 19 April.
  const value = { kind: 'window', from: { amount: 30, unit: 'weeks' }, to: { amount: 32, unit: 'weeks' }, of: 'gestation', earlier: ['premature-birth-likely'], later: ['held-as-soon-as-possible'] } as const; // prettier-ignore
  const fixed = (day: string, done: string[] = []) =>
    asked('prebirth.window', happened('conference.fixed', '2024-03-18', { for: day, done }), { dates: { 'expected-birth': '2024-06-14' } });
  const on = (day: string, done?: string[]) => window({ ...value, earlier: [...value.earlier], later: [...value.later] }, fixed(day, done));

  it('opens on the day on which its first weeks are complete, and closes on that of its last, both included', () => {
    expect(['2024-04-04', '2024-04-05', '2024-04-19', '2024-04-20'].map((day) => on(day)?.outcome)).toEqual(['departs', 'complies', 'complies', 'departs']); // prettier-ignore
  });
  it('says its days, and what they are counted back from', () => {
    expect(on('2024-04-08')).toMatchObject({
      expected: { is: 'window', from: '2024-04-05', to: '2024-04-19', count: { of: 'gestation', day: '2024-06-14' } },
      actual: { date: '2024-04-08' },
    });
  });
  it('lets the day be outside it where the rulebook’s own exception holds', () => {
    expect(on('2024-04-26', ['held-as-soon-as-possible'])?.outcome).toBe('complies');
    expect(on('2024-03-29', ['premature-birth-likely'])?.outcome).toBe('complies');
  });
  it('does not let it be late on what only lets it be early, nor early on what only lets it be late', () => {
    expect(on('2024-04-26', ['premature-birth-likely'])?.outcome).toBe('departs');
    expect(on('2024-03-29', ['held-as-soon-as-possible'])?.outcome).toBe('departs');
  });
  it('is not asked where nobody knows when the birth is expected', () => {
    expect(window({ ...value, earlier: [], later: [] }, asked('prebirth.window', happened('conference.fixed', '2024-03-18', { for: '2024-04-08' }), { dates: {} }))).toBeUndefined(); // prettier-ignore
  });
});

describe('a window after the birth', () => {
  const value = { kind: 'window' as const, from: { amount: 4, unit: 'weeks' as const }, to: { amount: 6, unit: 'weeks' as const }, of: 'birth' as const, earlier: [], later: [] }; // prettier-ignore
  const on = (day: string) => window(value, asked('prebirth.first-review', happened('review.held', day), { dates: { birth: '2024-06-10' } }))?.outcome; // prettier-ignore
  it('is kept from the fourth week to the sixth', () => {
    expect(['2024-07-07', '2024-07-08', '2024-07-22', '2024-07-23'].map(on)).toEqual(['departs', 'complies', 'complies', 'departs']);
  });
});

describe('a deadline put off', () => {
  const value = {
    kind: 'extension' as const,
    of: 'prebirth.first-review',
    until: [deadline(2, 'months', 'birth'), deadline(3, 'months', 'pre-birth-conference')],
    authority: ['team-manager' as const, 'senior-manager' as const],
    needs: ['authorised-in-writing'],
  };
  const put = (type: string, more: object, before: string[] = []) =>
    extension(value, asked('prebirth.review-extension', happened(type, '2024-06-24', more), { dates: { birth: '2024-06-10', 'pre-birth-conference': '2024-04-05' }, done: before })); // prettier-ignore
  const allowed = { by: 'senior-manager', done: ['authorised-in-writing'] };

  it('keeps to the sooner of its limits', () => {
    expect(put('review.extended', { ...allowed, for: '2024-07-05' })).toMatchObject({
      outcome: 'complies',
      expected: { date: '2024-07-05' },
    });
    expect(put('review.extended', { ...allowed, for: '2024-07-06' })?.outcome).toBe('departs');
  });
  it('needs the right authority, and tells whose', () => {
    expect(put('review.extended', { ...allowed, by: 'social-worker', for: '2024-07-05' })).toMatchObject({ outcome: 'departs', expected: { who: 'team-manager' } }); // prettier-ignore
  });
  it('needs what it asks to be shown', () => {
    expect(put('review.extended', { by: 'senior-manager', for: '2024-07-05' })).toMatchObject({ outcome: 'departs', actual: { missing: ['authorised-in-writing'] } }); // prettier-ignore
  });
  it('holds the review against its limit, whoever holds it', () => {
    expect(put('review.held', { on: '2024-07-05' }, ['authorised-in-writing'])?.outcome).toBe('complies');
    expect(put('review.held', { on: '2024-07-08' }, ['authorised-in-writing'])?.outcome).toBe('departs');
  });
});

describe('a time that runs out with a move', () => {
  const rule = deadline(0, 'days', 'discharge-home', 'before');
  const home = (...before: string[]) => check(rule, asked('prebirth.core-group', happened('child.discharged', '2024-06-13'), { dates: { 'discharge-home': '2024-06-13' }, done: before })); // prettier-ignore
  it('is kept where what it waits for has happened', () => {
    expect(home('core-group-met')?.outcome).toBe('complies');
  });
  it('is missed where it has not', () => {
    expect(home()).toMatchObject({ outcome: 'departs', actual: { missing: ['core-group-met'] } });
  });
  it('says nothing while there is time left', () => {
    const later = deadline(10, 'working-days', 'pre-birth-conference');
    expect(check(later, asked('prebirth.core-group', happened('child.discharged', '2024-04-08'), { dates: { 'pre-birth-conference': '2024-04-05' } }))).toBeUndefined(); // prettier-ignore
  });
});
