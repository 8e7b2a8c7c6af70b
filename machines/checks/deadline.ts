import type { Act, Event, Value } from '#content/schema.ts';
import { dayOf, notAfter, reckon } from '../working-days.ts';
import type { Amount } from '../working-days.ts';
import type { CaseContext, Check, Said, Shown } from '../findings.ts';

type Deadline = Extract<Value, { kind: 'deadline' }>;

/** Moves that set the day of something that comes later. */
export const SETS_DAY: ReadonlySet<string> = new Set([
  'conference.fixed',
  'conference.postponed',
  'conference.adjourned',
  'core-group.formed',
  'review.dated',
  'review.extended',
]);

/** Moves with which a time runs out, and what must have been done by then. */
const RUNS_OUT: Readonly<Record<string, Act>> = { 'child.born': 'core-group-met', 'child.discharged': 'core-group-met' };

/** The day that a deadline is held against: the day that the move sets, else the day of the move; none where it should set one and does not. */
const judged = (event: Event) => event.for ?? (SETS_DAY.has(event.type) ? undefined : event.on);

export const deadline: Check<'deadline'> = ({ direction, trigger, review, ...general }, { event, context, known }) => {
  const { amount, unit } = review && known.has('conference-was-review') ? review : general;
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
  const awaited = RUNS_OUT[event.type];
  if (awaited !== undefined) {
    if (dayOf(due.date) > dayOf(day)) return undefined;
    const done = known.has(awaited);
    return {
      outcome: done ? 'complies' : 'departs',
      expected: { is: 'acts', of: 'all', acts: [awaited] },
      actual: { is: 'acts', of: 'all', acts: done ? [awaited] : [], missing: done ? [] : [awaited] },
    };
  }
  const expected: Said = { is: 'date', side: 'by', ...due, count: { amount, unit, direction, trigger, from } };
  return {
    outcome: notAfter(day, due.date) ? 'complies' : 'departs',
    expected,
    actual: { is: 'date', side: 'on', date: day },
  };
};

/** Pregnancy is counted back from the day on which the birth is expected, at forty weeks. */
const TERM = 40;

/**
 * Between two days, both included: of a pregnancy, or after a trigger. A window "of 24 to 27 weeks" opens on the day on which 24 weeks are
 * complete and closes on the day on which 27 are.
 */
export const window: Check<'window'> = (value, { event, context, known }) => {
  const day = judged(event);
  const span = spanOf(value, context);
  const { from, to, of, earlier, later } = value;
  const start = of === 'gestation' ? context.dates['expected-birth'] : context.dates[of];
  if (span === undefined || start === undefined || day === undefined) return undefined;
  const expected: Said = { is: 'window', from: span[0], to: span[1], count: { from, to, of, day: start } };
  const shown = (acts: readonly Act[]) => acts.some((act) => known.has(act));
  const soonEnough = dayOf(day) <= expected.to || shown(later);
  const lateEnough = dayOf(day) >= expected.from || shown(earlier);
  return {
    outcome: soonEnough && lateEnough ? 'complies' : 'departs',
    expected,
    actual: { is: 'date', side: 'on', date: day },
  };
};

/** The first and the last day of a window; `undefined` where the case does not know what it is counted from. */
export function spanOf(
  { from, to, of }: Extract<Value, { kind: 'window' }>,
  { dates, calendar }: CaseContext,
): readonly [string, string] | undefined {
  const start = of === 'gestation' ? dates['expected-birth'] : dates[of];
  if (start === undefined) return undefined;
  const reached = ({ amount, unit }: Amount) =>
    of === 'gestation'
      ? reckon(calendar, { amount: TERM - amount, unit }, 'before', start).date
      : reckon(calendar, { amount, unit }, 'after', start).date;
  return [reached(from), reached(to)];
}

/** A deadline put off: on whose authority, having shown what, and until when at most. The first that fails is told. */
export const extension: Check<'extension'> = ({ until, authority, needs }, { event, context, known }) => {
  const day = judged(event);
  const missing = needs.filter((act) => !known.has(act));
  if (missing.length) {
    const shown = needs.filter((act) => known.has(act));
    return {
      outcome: 'departs',
      expected: { is: 'acts', of: 'all', acts: needs },
      actual: { is: 'acts', of: 'all', acts: shown, missing },
    };
  }
  if (event.type === 'review.extended' && !authority.some((who) => who === event.by))
    return { outcome: 'departs', expected: { is: 'decider', who: authority[0] }, actual: { is: 'decider', who: event.by } };
  if (day === undefined) return undefined;
  return earliest(until, day, context);
};

/** Of several deadlines, the one that falls first, against a day. */
function earliest(all: readonly Deadline[], day: string, { calendar, dates }: CaseContext): Shown | undefined {
  const due = all
    .flatMap((each) => {
      const from = dates[each.trigger];
      return from === undefined ? [] : [{ each, from, ...reckon(calendar, each, each.direction, from) }];
    })
    .sort((a, b) => a.date.localeCompare(b.date))[0];
  if (!due) return undefined;
  const { amount, unit, direction, trigger } = due.each;
  return {
    outcome: notAfter(day, due.date) ? 'complies' : 'departs',
    expected: { is: 'date', side: 'by', date: due.date, skipped: due.skipped, count: { amount, unit, direction, trigger, from: due.from } },
    actual: { is: 'date', side: 'on', date: day },
  };
}

/** Of several deadlines whose triggers are known, the one that falls first. */
export const earliestOf: Check<'earliest-of'> = ({ of }, { event, context }) => {
  const day = judged(event);
  return day === undefined ? undefined : earliest(of, day, context);
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
