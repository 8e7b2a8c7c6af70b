import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Calendar } from '#content/schema.ts';
import {
  CalendarError,
  addWorkingDays,
  ageOn,
  isWorkingDay,
  notAfter,
  openCalendar,
  reckon,
  workingDaysBetween,
} from '#machines/working-days.ts';

const calendar = openCalendar(v.parse(Calendar, parse(readFileSync('content/calendars/england-and-wales.yaml', 'utf8'))));

const after = (day: string, count: number) => addWorkingDays(calendar, day, count).date;
const names = (day: string, count: number) => addWorkingDays(calendar, day, count).skipped.map((h) => h.name);
const refusal = (act: () => unknown): string => {
  try {
    return `no refusal, but ${JSON.stringify(act())}`;
  } catch (error) {
    if (error instanceof CalendarError) return error.message;
    throw error;
  }
};

describe('counting working days forward', () => {
  it('takes the day of the trigger as day 0, so the next working day is day 1', () => {
    expect(after('2024-06-10', 1)).toBe('2024-06-11');
    expect(after('2024-06-10', 3)).toBe('2024-06-13');
  });

  it('stays on the day itself for 0 days, a Saturday included', () => {
    expect(addWorkingDays(calendar, '2024-06-10', 0)).toEqual({ date: '2024-06-10', skipped: [] });
    expect(after('2024-06-15', 0)).toBe('2024-06-15');
  });

  it('leaves out Saturday and Sunday', () => {
    expect(after('2024-06-14', 1)).toBe('2024-06-17');
    expect(after('2024-06-10', 15)).toBe('2024-07-01');
  });

  it('counts from a weekend or a bank holiday as from any other day', () => {
    expect(after('2024-06-15', 1)).toBe('2024-06-17');
    expect(after('2024-04-01', 1)).toBe('2024-04-02');
  });

  it('needs only the day of a trigger that has its hour', () => {
    expect(after('2024-06-14T16:45', 1)).toBe('2024-06-17');
  });

  it('gives 15 working days after 14 March 2024 as 8 April, past Good Friday and Easter Monday', () => {
    expect(addWorkingDays(calendar, '2024-03-14', 15)).toEqual({
      date: '2024-04-08',
      skipped: [
        { date: '2024-03-29', name: 'Good Friday' },
        { date: '2024-04-01', name: 'Easter Monday' },
      ],
    });
  });

  it('skips the substitute days of Christmas 2021 and of New Year 2022, but not the weekend days that they stand for', () => {
    expect(addWorkingDays(calendar, '2021-12-23', 5)).toEqual({
      date: '2022-01-04',
      skipped: [
        { date: '2021-12-27', name: 'Christmas Day (substitute day)' },
        { date: '2021-12-28', name: 'Boxing Day (substitute day)' },
        { date: '2022-01-03', name: 'New Year’s Day (substitute day)' },
      ],
    });
  });

  it('skips both days of the jubilee of 2022, when the spring holiday was moved to June', () => {
    expect(after('2022-06-01', 1)).toBe('2022-06-06');
    expect(names('2022-06-01', 1)).toEqual(['Spring bank holiday', 'Platinum Jubilee bank holiday']);
    expect(isWorkingDay(calendar, '2022-05-30')).toBe(true);
  });

  it('skips the day of the state funeral of 2022', () => {
    expect(after('2022-09-16', 1)).toBe('2022-09-20');
    expect(names('2022-09-16', 1)).toEqual(['State Funeral of Queen Elizabeth II']);
  });

  it('skips the day for the coronation in 2023', () => {
    expect(after('2023-05-05', 1)).toBe('2023-05-09');
    expect(names('2023-05-05', 1)).toEqual(['Coronation of King Charles III']);
  });
});

describe('counting back', () => {
  it('gives two working days before Tuesday 11 June 2024 as the Friday before', () => {
    expect(reckon(calendar, { amount: 2, unit: 'working-days' }, 'before', '2024-06-11')).toEqual({ date: '2024-06-07', skipped: [] });
  });

  it('skips bank holidays too, and names them in the order in which it meets them', () => {
    expect(addWorkingDays(calendar, '2024-04-02', -2)).toEqual({
      date: '2024-03-27',
      skipped: [
        { date: '2024-04-01', name: 'Easter Monday' },
        { date: '2024-03-29', name: 'Good Friday' },
      ],
    });
  });

  it('counts days, weeks, months and years back as it does forward', () => {
    const before = (amount: number, unit: 'days' | 'weeks' | 'months' | 'years') =>
      reckon(calendar, { amount, unit }, 'before', '2024-03-31').date;
    expect([before(10, 'days'), before(2, 'weeks'), before(1, 'months'), before(1, 'years')]).toEqual([
      '2024-03-21',
      '2024-03-17',
      '2024-02-29',
      '2023-03-31',
    ]);
  });
});

describe('calendar days, weeks, months and years', () => {
  const on = (amount: number, unit: 'days' | 'weeks' | 'months' | 'years', day: string) =>
    reckon(calendar, { amount, unit }, 'after', day).date;

  it('counts weekends and bank holidays among calendar days and weeks', () => {
    expect(on(10, 'days', '2024-03-28')).toBe('2024-04-07');
    expect(on(6, 'weeks', '2024-03-28')).toBe('2024-05-09');
  });

  it('gives the same day of a later month where it has one', () => {
    expect(on(3, 'months', '2024-03-14')).toBe('2024-06-14');
  });

  it('gives the last day of a shorter month', () => {
    expect(on(3, 'months', '2024-11-30')).toBe('2025-02-28');
    expect(on(1, 'months', '2024-01-31')).toBe('2024-02-29');
    expect(on(6, 'months', '2024-10-31')).toBe('2025-04-30');
  });

  it('gives 28 February for a year after a leap day', () => {
    expect(on(1, 'years', '2024-02-29')).toBe('2025-02-28');
  });

  it('needs no bank holidays, and so reaches beyond the years of the calendar', () => {
    expect(on(40, 'years', '2024-01-15')).toBe('2064-01-15');
  });
});

describe('hours', () => {
  const hours = (amount: number, from: string, direction: 'after' | 'before' = 'after') =>
    reckon(calendar, { amount, unit: 'hours' }, direction, from).date;

  it('keeps the hour where the trigger has one', () => {
    expect(hours(24, '2024-06-10T09:30')).toBe('2024-06-11T09:30');
    expect(hours(2, '2024-06-10T23:15')).toBe('2024-06-11T01:15');
    expect(hours(48, '2024-06-10T09:30', 'before')).toBe('2024-06-08T09:30');
  });

  it('gives whole days, begun ones counted, where the hour is not known', () => {
    expect(hours(24, '2024-06-10')).toBe('2024-06-11');
    expect(hours(36, '2024-06-10')).toBe('2024-06-12');
    expect(hours(24, '2024-06-10', 'before')).toBe('2024-06-09');
  });

  it('compares the hour only where both moments have one', () => {
    expect(notAfter('2024-06-11T09:30', '2024-06-11T09:30')).toBe(true);
    expect(notAfter('2024-06-11T09:31', '2024-06-11T09:30')).toBe(false);
    expect(notAfter('2024-06-11T17:00', '2024-06-11')).toBe(true);
    expect(notAfter('2024-06-11', '2024-06-11T09:30')).toBe(true);
    expect(notAfter('2024-06-12', '2024-06-11T09:30')).toBe(false);
  });
});

describe('a date that cannot be answered is refused, never guessed', () => {
  const only = 'The calendar “England and Wales” has bank holidays for 2015 to 2027 only, so working days cannot be counted to';

  it('refuses to count past the last year of the calendar', () => {
    expect(refusal(() => addWorkingDays(calendar, '2027-12-30', 5))).toBe(`${only} 2028-01-01: choose dates within those years`);
  });

  it('refuses to count back past its first year', () => {
    expect(refusal(() => reckon(calendar, { amount: 5, unit: 'working-days' }, 'before', '2015-01-05'))).toBe(
      `${only} 2014-12-31: choose dates within those years`,
    );
  });

  it('refuses a trigger outside the years, even where nothing is counted', () => {
    expect(refusal(() => addWorkingDays(calendar, '2014-06-02', 0))).toBe(`${only} 2014-06-02: choose dates within those years`);
  });

  it('refuses to say whether a day of 2028 is a working day', () => {
    expect(refusal(() => isWorkingDay(calendar, '2028-03-14'))).toBe(`${only} 2028-03-14: choose dates within those years`);
  });

  it('refuses to count the working days between two days where one lies outside', () => {
    expect(refusal(() => workingDaysBetween(calendar, '2027-12-30', '2028-01-10'))).toBe(
      `${only} 2028-01-01: choose dates within those years`,
    );
    expect(refusal(() => workingDaysBetween(calendar, '2015-01-05', '2014-12-30'))).toBe(
      `${only} 2014-12-30: choose dates within those years`,
    );
  });

  it('answers for the first and for the last day that it covers', () => {
    expect(isWorkingDay(calendar, '2015-01-01')).toBe(false);
    expect(isWorkingDay(calendar, '2027-12-31')).toBe(true);
  });

  it('refuses a day that does not exist', () => {
    expect(refusal(() => addWorkingDays(calendar, '2024-02-30', 1))).toBe('“2024-02-30” is not a date: write it as 2024-03-14');
    expect(refusal(() => reckon(calendar, { amount: 1, unit: 'months' }, 'after', 'tomorrow'))).toBe(
      '“tomorrow” is not a date: write it as 2024-03-14',
    );
  });
});

describe('working days from one day to another', () => {
  it('is 0 on the same day, and negative where the second day is the earlier', () => {
    expect(workingDaysBetween(calendar, '2024-06-10', '2024-06-10')).toBe(0);
    expect(workingDaysBetween(calendar, '2024-03-14', '2024-04-08')).toBe(15);
    expect(workingDaysBetween(calendar, '2024-04-08', '2024-03-14')).toBe(-15);
  });

  it('is 0 over a weekend that nothing follows', () => {
    expect(workingDaysBetween(calendar, '2024-06-14', '2024-06-16')).toBe(0);
  });
});

describe('whatever the day and the number', () => {
  const day = fc
    .date({ min: new Date('2016-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10));
  const workingDay = day.filter((d) => isWorkingDay(calendar, d));
  const count = fc.integer({ min: 1, max: 120 });

  it('counting the days back gives the number that was added, or taken off', () => {
    fc.assert(fc.property(day, count, (from, n) => workingDaysBetween(calendar, from, after(from, n)) === n));
    fc.assert(fc.property(workingDay, count, (from, n) => workingDaysBetween(calendar, from, after(from, -n)) === -n));
  });

  it('going forward and back again ends on the working day where it began', () => {
    fc.assert(fc.property(workingDay, count, (from, n) => after(after(from, n), -n) === from));
  });

  it('lands on a working day, and skips only bank holidays from Monday to Friday on the way', () => {
    fc.assert(
      fc.property(day, count, (from, n) => {
        const { date, skipped } = addWorkingDays(calendar, from, n);
        const inBetween = skipped.every((h) => h.date > from && h.date < date && calendar.holidays.get(h.date) === h.name);
        return isWorkingDay(calendar, date) && inBetween && skipped.every((h) => !isWorkingDay(calendar, h.date));
      }),
    );
  });
});

describe('age in whole years', () => {
  it('is reached on the birthday, not the day before', () => {
    expect(ageOn('2012-06-11', '2024-06-10')).toBe(11);
    expect(ageOn('2012-06-11', '2024-06-11')).toBe(12);
  });

  it('is reached on 1 March by a child born on a leap day, in a year without one', () => {
    expect(ageOn('2012-02-29', '2023-02-28')).toBe(10);
    expect(ageOn('2012-02-29', '2023-03-01')).toBe(11);
    expect(ageOn('2012-02-29', '2024-02-29')).toBe(12);
  });

  it('needs only the day of a moment that has its hour', () => {
    expect(ageOn('2012-06-11', '2024-06-11T00:30')).toBe(12);
  });
});

describe('the reader’s time zone', () => {
  const zones = ['Europe/London', 'Europe/Berlin', 'America/New_York', 'America/Santiago', 'Pacific/Auckland', 'UTC'];
  const inZone = (zone: string, act: () => void) => {
    const before = process.env.TZ;
    process.env.TZ = zone;
    try {
      expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
      act();
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  };

  it.each(zones)('changes no day in %s, whether or not the clocks change on the way', (zone) => {
    inZone(zone, () => {
      expect(after('2024-03-14', 15)).toBe('2024-04-08');
      expect(after('2024-10-25', 1)).toBe('2024-10-28');
      expect(addWorkingDays(calendar, '2024-04-02', -2).date).toBe('2024-03-27');
      expect(reckon(calendar, { amount: 3, unit: 'months' }, 'after', '2024-11-30').date).toBe('2025-02-28');
      expect(reckon(calendar, { amount: 6, unit: 'weeks' }, 'after', '2024-09-01').date).toBe('2024-10-13');
      expect(ageOn('2012-06-11', '2024-06-11')).toBe(12);
    });
  });

  it.each(zones)('changes no hour in %s: 24 hours later is the same hour of the next day', (zone) => {
    inZone(zone, () => {
      const next = (from: string) => reckon(calendar, { amount: 24, unit: 'hours' }, 'after', from).date;
      expect([next('2024-03-30T12:00'), next('2024-10-26T12:00'), next('2024-06-10T09:30')]).toEqual([
        '2024-03-31T12:00',
        '2024-10-27T12:00',
        '2024-06-11T09:30',
      ]);
    });
  });
});
