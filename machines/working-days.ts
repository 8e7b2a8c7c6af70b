/**
 * Counting days, in one place. Rulebooks do not say how to count, so this is Quorate's convention, shown beside every date:
 * the day of the trigger is day 0; a working day is Monday to Friday and no bank holiday of the calendar; "within N months" is the
 * same day of the Nth month, or its last day; "at least N working days before" counts back. Dates are `YYYY-MM-DD`, with
 * `THH:MM` where the hour is known; 24 hours without an hour is the next day.
 */
// Each by itself: the library as a whole takes most of a second to load, in every thread that counts a day.
import { addDays } from 'date-fns/addDays';
import { addHours } from 'date-fns/addHours';
import { addMonths } from 'date-fns/addMonths';
import { addYears } from 'date-fns/addYears';
import { differenceInYears } from 'date-fns/differenceInYears';
import { formatISO } from 'date-fns/formatISO';
import { isWeekend } from 'date-fns/isWeekend';
import { parseISO } from 'date-fns/parseISO';
import type { Calendar, Unit } from '#content/schema.ts';

export type Day = string;
/** A bank holiday. */
export interface Holiday {
  date: Day;
  name: string;
}
/** A calendar made ready for counting; `name` is printed with every result. */
export interface WorkingCalendar {
  name: string;
  from: number;
  to: number;
  holidays: ReadonlyMap<Day, string>;
}
/** So many of a unit: working days, days, weeks, months, years or hours. */
export interface Amount {
  amount: number;
  unit: Unit;
}
/** A date reached by counting, with the holidays that the counting skipped. */
export interface Reckoned {
  date: Day;
  skipped: readonly Holiday[];
}

/** A date that no answer can be given for, and why. */
export class CalendarError extends Error {
  override name = 'CalendarError';
}

/** How days are counted, in words: shown beside every date that was counted. */
export const CONVENTION = 'The day of the trigger is day 0. A working day is Monday to Friday and not a bank holiday.';

/** A calendar of content/calendars, made ready for counting. */
export function openCalendar(calendar: Calendar): WorkingCalendar {
  return {
    name: calendar.name,
    from: calendar.years.from,
    to: calendar.years.to,
    holidays: new Map(calendar.holidays.map((h) => [h.date, h.name])),
  };
}

export const dayOf = (moment: string): Day => moment.slice(0, 10);
const iso = (date: Date): Day => formatISO(date, { representation: 'date' });

function parse(moment: string): Date {
  const date = parseISO(moment);
  if (Number.isNaN(date.getTime())) throw new CalendarError(`“${moment}” is not a date: write it as 2024-03-14`);
  return date;
}

function within(calendar: WorkingCalendar, date: Date): void {
  const year = date.getFullYear();
  if (year < calendar.from || year > calendar.to) {
    throw new CalendarError(
      `The calendar “${calendar.name}” has bank holidays for ${calendar.from} to ${calendar.to} only, so working days cannot be counted to ${iso(date)}: choose dates within those years`,
    );
  }
}

/** @throws CalendarError for what is no date, or lies outside the calendar's years */
export function assertDay(calendar: WorkingCalendar, moment: string): void {
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/.test(moment)) throw new CalendarError(`“${moment}” is not a date: write it as 2024-03-14`);
  const year = Number(moment.slice(0, 4));
  if (year < calendar.from || year > calendar.to) within(calendar, parse(dayOf(moment)));
}

/**
 * Whether a day is Monday to Friday, and no bank holiday of the calendar.
 * @throws CalendarError for a date outside the calendar's years
 */
export function isWorkingDay(calendar: WorkingCalendar, day: Day): boolean {
  const date = parse(dayOf(day));
  within(calendar, date);
  return !isWeekend(date) && !calendar.holidays.has(dayOf(day));
}

/**
 * The day that lies so many working days after another, or before it.
 * @param count working days to go forward, or back where negative; 0 is the day itself
 * @throws CalendarError where the counting leaves the calendar's years
 */
export function addWorkingDays(calendar: WorkingCalendar, day: Day, count: number): Reckoned {
  const step = count < 0 ? -1 : 1;
  const skipped: Holiday[] = [];
  parse(day);
  let date = parse(dayOf(day));
  within(calendar, date);
  for (let left = Math.abs(count); left > 0;) {
    date = addDays(date, step);
    within(calendar, date);
    if (isWeekend(date)) continue;
    const name = calendar.holidays.get(iso(date));
    if (name === undefined) left--;
    else skipped.push({ date: iso(date), name });
  }
  return { date: iso(date), skipped };
}

/**
 * What was counted before, by calendar: one move asks for the same day for its guard, for its verdict and for what follows from it.
 * Emptied when full, so that it cannot grow without end.
 */
const counted = new WeakMap<WorkingCalendar, Map<string, Reckoned>>();
const FULL = 2000;

/**
 * The date that lies an amount after or before a trigger.
 * @returns with the hour where both the unit is hours and the trigger has one
 * @throws CalendarError where working days leave the calendar's years
 */
export function reckon(calendar: WorkingCalendar, amount: Amount, direction: 'after' | 'before', trigger: string): Reckoned {
  const known = counted.get(calendar) ?? new Map<string, Reckoned>();
  if (!known.size) counted.set(calendar, known);
  const key = `${amount.amount} ${amount.unit} ${direction} ${trigger}`;
  let reckoned = known.get(key);
  if (!reckoned) {
    reckoned = countTo(calendar, amount, direction, trigger);
    if (known.size >= FULL) known.clear();
    known.set(key, reckoned);
  }
  return reckoned;
}

function countTo(calendar: WorkingCalendar, { amount, unit }: Amount, direction: 'after' | 'before', trigger: string): Reckoned {
  const by = direction === 'after' ? amount : -amount;
  if (unit === 'working-days') return addWorkingDays(calendar, trigger, by);
  parse(trigger);
  // An hour is an hour of the clock on the wall: the night on which clocks change is no longer or shorter than others.
  if (unit === 'hours' && trigger.length > 10)
    return {
      date: addHours(parse(`${trigger}Z`), by)
        .toISOString()
        .slice(0, 16),
      skipped: [],
    };
  const day = parse(dayOf(trigger));
  const date = {
    hours: () => addDays(day, Math.sign(by) * Math.ceil(Math.abs(by) / 24)),
    days: () => addDays(day, by),
    weeks: () => addDays(day, 7 * by),
    months: () => addMonths(day, by),
    years: () => addYears(day, by),
  }[unit]();
  return { date: iso(date), skipped: [] };
}

/** Working days from one day to another: 0 for the same day, negative where the second is the earlier. */
export function workingDaysBetween(calendar: WorkingCalendar, from: Day, to: Day): number {
  const [first, last, sign] = dayOf(from) <= dayOf(to) ? [dayOf(from), dayOf(to), 1] : [dayOf(to), dayOf(from), -1];
  let count = 0;
  within(calendar, parse(first));
  for (let date = parse(first); iso(date) < last;) {
    date = addDays(date, 1);
    within(calendar, date);
    if (!isWeekend(date) && !calendar.holidays.has(iso(date))) count++;
  }
  return sign * count;
}

/** Whole years of age on a day. */
export const ageOn = (born: Day, day: Day): number => differenceInYears(parse(dayOf(day)), parse(born));

/** True where `moment` is no later than `limit`; the hour counts only where both have one. */
export function notAfter(moment: string, limit: string): boolean {
  return moment.length > 10 && limit.length > 10 ? moment <= limit : dayOf(moment) <= dayOf(limit);
}
