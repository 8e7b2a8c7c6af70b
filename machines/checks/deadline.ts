import type { Event } from '#content/schema.ts';
import { dayOf, notAfter, reckon } from '../working-days.ts';
import type { Check, Said } from '../findings.ts';

/** Moves that set the day of something that comes later. */
export const SETS_DAY: ReadonlySet<string> = new Set([
  'conference.fixed',
  'conference.postponed',
  'conference.adjourned',
  'core-group.formed',
  'review.dated',
]);

/** The day that a deadline is held against: the day that the move sets, else the day of the move; none where it should set one and does not. */
const judged = (event: Event) => event.for ?? (SETS_DAY.has(event.type) ? undefined : event.on);

export const deadline: Check<'deadline'> = ({ amount, unit, direction, trigger }, { event, context }) => {
  if (event.hours !== undefined && trigger === 'conference-opened') {
    const limit = unit === 'hours' ? amount : Number.POSITIVE_INFINITY;
    return {
      outcome: event.hours <= limit ? 'complies' : 'departs',
      expected: { is: 'amount', at: 'most', amount: { amount, unit } },
      actual: { is: 'amount', at: 'exactly', amount: { amount: event.hours, unit: 'hours' } },
    };
  }
  const from = context.dates[trigger];
  const day = judged(event);
  if (from === undefined || day === undefined) return undefined;
  const due = reckon(context.calendar, { amount, unit }, direction, from);
  const expected: Said = { is: 'date', side: 'by', ...due, count: { amount, unit, direction, trigger, from } };
  return {
    outcome: notAfter(day, due.date) ? 'complies' : 'departs',
    expected,
    actual: { is: 'date', side: 'on', date: day },
  };
};

/** Of several deadlines whose triggers are known, the one that falls first. */
export const earliestOf: Check<'earliest-of'> = ({ of }, asked) => {
  const shown = of.map((each) => deadline(each, asked)).filter((each) => each !== undefined);
  const date = (each: (typeof shown)[number]) => (each.expected.is === 'date' ? each.expected.date : '');
  return shown.sort((a, b) => date(a).localeCompare(date(b)))[0];
};

/** A notice is kept by acting on or before the day counted back from the event. */
export const notice: Check<'notice'> = ({ amount, unit, trigger }, { event, context }) => {
  const from = context.dates[trigger];
  if (from === undefined) return undefined;
  const due = reckon(context.calendar, { amount, unit }, 'before', from);
  return {
    outcome: dayOf(event.on) <= dayOf(due.date) ? 'complies' : 'departs',
    expected: { is: 'date', side: 'by', ...due, count: { amount, unit, direction: 'before', trigger, from } },
    actual: { is: 'date', side: 'on', date: event.on },
  };
};

/** An interval between one occasion and the next, against the weeks that a move lays down. */
export const interval: Check<'interval'> = ({ amount, unit }, { event }) => {
  if (event.weeks === undefined) return undefined;
  const weeks = {
    hours: amount / 168,
    'working-days': amount / 5,
    days: amount / 7,
    weeks: amount,
    months: amount * 4.345,
    years: amount * 52.18,
  }[unit];
  return {
    outcome: event.weeks <= weeks ? 'complies' : 'departs',
    expected: { is: 'amount', at: 'most', amount: { amount, unit } },
    actual: { is: 'amount', at: 'exactly', amount: { amount: event.weeks, unit: 'weeks' } },
  };
};

/** From which of several triggers a move counted. Counting from an earlier one only shortens the time, so it keeps the rule. */
export const trigger: Check<'trigger'> = (value, { event, context: { dates } }) => {
  const { countedFrom } = event;
  if (countedFrom === undefined) return undefined;
  const [right, used] = [dates[value.trigger], dates[countedFrom]];
  const early = right !== undefined && used !== undefined && used < right;
  return {
    outcome: countedFrom === value.trigger || early ? 'complies' : 'departs',
    expected: { is: 'trigger', trigger: value.trigger },
    actual: { is: 'trigger', trigger: countedFrom },
  };
};
