/** Days as a practitioner says them: “Monday 8 April, 10:00”. The year is left out where the case makes it plain. Pure. */
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
