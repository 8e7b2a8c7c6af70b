/** The days of a run in order: what has happened, what is set, what is due, and the holidays between. Pure. */
import type { TopicId, Trigger } from '#content/schema.ts';
import type { Holiday, Made, ProcedureSnapshot, WorkingCalendar } from '#machines/index.ts';

export interface Mark {
  date: string;
  /** The last day, where it is a stretch of days off. */
  until?: string;
  label: string;
  kind: 'past' | 'today' | 'set' | 'due' | 'holiday';
}

const HAPPENED: Partial<Record<Trigger, string>> = {
  'strategy-discussion': 'Strategy discussion',
  'strategy-discussion-opening-enquiries': 'Strategy discussion; enquiries begin',
  'decision-to-convene': 'Conference decided on',
  'inquorate-conference': 'Too few came; adjourned',
  'initial-conference': 'Conference',
  'first-core-group': 'First core group',
};
const DUE: Record<TopicId, string> = {
  'icpc.deadline': 'Conference due',
  'convene.notification': 'Conference service to be told',
  'report.family.initial': 'Report due with the family',
  'report.chair.initial': 'Report due with the chair',
  'report.agency.initial': 'Agencies’ reports due',
  'quorum.reconvene': 'New conference due',
  'review.first': 'Review due',
  'plan.first-core-group': 'First core group due',
  'record.decisions': 'Decisions due',
  'record.parents-letter': 'Letter due',
  'record.minutes': 'Minutes due',
};

/** What the verdicts so far have said is due: of the latest move everything, of earlier ones the days that are still to come. */
function due(made: readonly Made[]): Mark[] {
  const marks = new Map<TopicId, Mark>();
  made.forEach(({ verdict, event }, i) => {
    for (const { topic, expected } of verdict.findings) {
      const label = DUE[topic];
      if (!label || expected.is !== 'date') continue;
      if (event.for !== undefined || i === made.length - 1) marks.set(topic, { date: expected.date.slice(0, 10), label, kind: 'due' });
      else marks.delete(topic);
    }
  });
  return [...marks.values()];
}

const dayAfter = (day: string, n: number) => new Date(Date.parse(day) + n * 86_400_000).toISOString().slice(0, 10);
const isWeekend = (day: string) => [0, 6].includes(new Date(day).getUTCDay());

/** Bank holidays from one day to another; those with nothing but a weekend between them are one stretch. */
function holidays(calendar: WorkingCalendar, from: string, to: string): Mark[] {
  const days: Holiday[] = [...calendar.holidays].map(([date, name]) => ({ date, name }));
  const stretches: Holiday[][] = [];
  for (const day of days.filter(({ date }) => date > from && date < to).sort((a, b) => a.date.localeCompare(b.date))) {
    let next = dayAfter(stretches.at(-1)?.at(-1)?.date ?? '2000-01-01', 1);
    while (next < day.date && isWeekend(next)) next = dayAfter(next, 1);
    if (next === day.date) stretches.at(-1)!.push(day);
    else stretches.push([day]);
  }
  return stretches.map((stretch) => {
    const [first, last] = [stretch[0]!, stretch.at(-1)!];
    return first === last
      ? { date: first.date, label: first.name, kind: 'holiday' as const }
      : { date: first.date, until: last.date, label: `${first.name} to ${last.name}`, kind: 'holiday' as const };
  });
}

/** @param today the day on which the run stands */
export function timeline(made: readonly Made[], { context }: ProcedureSnapshot, today: string): Mark[] {
  const known = Object.entries(context.dates) as [Trigger, string][];
  const marks: Mark[] = known.flatMap(([trigger, moment]) => {
    const label = HAPPENED[trigger];
    const date = moment.slice(0, 10);
    const double = trigger === 'strategy-discussion' && context.dates['strategy-discussion-opening-enquiries'] === moment;
    return label && !double ? [{ date, label, kind: date > today ? ('set' as const) : ('past' as const) }] : [];
  });
  const review = made.findLast(({ event }) => event.type === 'review.dated')?.event.for;
  const soon = [...marks, ...due(made)].filter((m) => m.label !== DUE['review.first']);
  const last = soon.reduce((latest, m) => (m.date > latest ? m.date : latest), today);
  const first = soon.reduce((earliest, m) => (m.date < earliest ? m.date : earliest), today);
  const on = marks.filter((m) => m.date === today).map((m) => m.label.charAt(0).toLowerCase() + m.label.slice(1));
  return [
    ...marks.filter((m) => m.date !== today),
    ...due(made),
    ...(review ? [{ date: review.slice(0, 10), label: 'Review', kind: 'set' as const }] : []),
    ...holidays(context.calendar, first, last),
    { date: today, label: on.length ? `Today: ${on.join('; ')}` : 'Today', kind: 'today' as const },
  ].sort((a, b) => a.date.localeCompare(b.date));
}
