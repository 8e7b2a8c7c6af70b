/** Days as a practitioner says them: “Monday 8 April, 10:00”. The year is left out where the case makes it plain. Pure. */
import type { Child } from '#machines/index.ts';
import { ageOn, dayOf } from '#machines/working-days.ts';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
]; // prettier-ignore

/** @param moment YYYY-MM-DD, or with THH:MM */
export function dayInWords(moment: string, { weekday = true, year = false } = {}): string {
  const date = new Date(`${moment.slice(0, 10)}T00:00:00Z`);
  const words = [
    weekday ? WEEKDAYS[date.getUTCDay()] : '',
    date.getUTCDate(),
    MONTHS[date.getUTCMonth()],
    year ? date.getUTCFullYear() : '',
  ].filter(Boolean);
  return moment.length > 10 ? `${words.join(' ')}, ${moment.slice(11, 16)}` : words.join(' ');
}

const some = (n: number, unit: string) => `${n} ${unit}${n === 1 ? '' : 's'}`;

/**
 * How old a child is on a day: “7”, “4 months”, “5 days”, or that it is not born yet.
 * @param birth the day on which the child was born, for one who was not when the case began
 */
export function ageInWords({ born = '' }: Pick<Child, 'born'>, today: string, birth = ''): string {
  const from = dayOf(born || birth);
  const on = dayOf(today);
  if (!from || from > on) return 'not born yet';
  const years = ageOn(from, on);
  if (years) return String(years);
  const [y, m, d] = from.split('-').map(Number) as [number, number, number];
  const [year, month, day] = on.split('-').map(Number) as [number, number, number];
  const months = (year - y) * 12 + month - m - (day < d ? 1 : 0);
  if (months) return some(months, 'month');
  const days = Math.round((Date.parse(on) - Date.parse(from)) / 86_400_000);
  return days === 0 ? 'born today' : days < 14 ? some(days, 'day') : some(Math.floor(days / 7), 'week');
}
