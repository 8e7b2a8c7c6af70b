import { readFileSync } from 'node:fs';
import Holidays from 'date-holidays';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Calendar } from '#content/schema.ts';

const calendar = v.parse(Calendar, parse(readFileSync('content/calendars/england-and-wales.yaml', 'utf8')));
const years = Array.from({ length: calendar.years.to - calendar.years.from + 1 }, (_, i) => calendar.years.from + i);
const ours = (year: number) => calendar.holidays.filter((h) => h.date.startsWith(`${year}-`));
const weekday = (day: string) => new Date(day).getUTCDay();
const isWeekend = (day: string) => weekday(day) === 0 || weekday(day) === 6;

/** Public holidays as another project has them. It keeps a day that falls on a weekend beside the substitute day that is taken for it. */
function theirs(nation: 'ENG' | 'WLS', year: number) {
  return new Holidays('GB', nation)
    .getHolidays(year)
    .filter((h) => h.type === 'public')
    .map((h) => ({ date: h.date.slice(0, 10), substitute: h.substitute === true }));
}

describe('the bank holidays of England and Wales', () => {
  it('cover every year from 2015 to 2027', () => {
    expect([years.at(0), years.at(-1)]).toEqual([2015, 2027]);
    expect([...new Set(calendar.holidays.map((h) => Number(h.date.slice(0, 4))))]).toEqual(years);
  });

  it('stand in the order of their dates, each once, and never at a weekend', () => {
    const dates = calendar.holidays.map((h) => h.date);
    expect(dates).toEqual([...new Set(dates)].sort());
    expect(dates.filter(isWeekend)).toEqual([]);
  });

  it('are eight a year, with one more for the jubilee and one for the funeral in 2022, and one for the coronation in 2023', () => {
    expect(years.map((year) => ours(year).length)).toEqual(years.map((year) => ({ 2022: 10, 2023: 9 })[year] ?? 8));
  });

  it.each(years)('agree with date-holidays from Monday to Friday in %i, for both nations', (year) => {
    const dates = ours(year).map((h) => h.date);
    for (const nation of ['ENG', 'WLS'] as const)
      expect(
        theirs(nation, year)
          .map((h) => h.date)
          .filter((day) => !isWeekend(day)),
      ).toEqual(dates);
  });

  it.each(years)('have a substitute day in %i for each holiday at a weekend, and for no other', (year) => {
    const atWeekend = theirs('ENG', year).filter((h) => isWeekend(h.date));
    const substitutes = theirs('ENG', year).filter((h) => h.substitute);
    expect(substitutes).toHaveLength(atWeekend.length);
    expect(
      ours(year)
        .filter((h) => h.name.endsWith('(substitute day)'))
        .map((h) => h.date),
    ).toEqual(substitutes.map((h) => h.date));
  });
});
