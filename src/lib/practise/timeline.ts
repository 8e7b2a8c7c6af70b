/** The days of a run in order: what has happened, what is set, what is due, and the holidays between. Pure. */
import type { TopicId, Trigger } from '#content/schema.ts';
import type { Holiday, Made, ProcedureSnapshot, WorkingCalendar } from '#machines/index.ts';

export interface Mark {
  date: string;
  /** The last day, where it is a stretch: of days off, or of those on which something may be done. */
  until?: string;
  label: string;
  kind: 'past' | 'today' | 'set' | 'due' | 'holiday';
}

/** The days that a case can know. Those that only say again what another of them says, or start a clock of hours, have no label. */
export const HAPPENED: Readonly<Record<Exclude<Trigger, 'conference-opened'>, string>> = {
  'strategy-discussion': 'Strategy discussion',
  'strategy-discussion-opening-enquiries': 'Strategy discussion; enquiries begin',
  'decision-to-convene': 'Conference decided on',
  'notification-of-move': 'Notice of the move',
  'protection-order-expiry': 'Protection order runs out',
  'assessments-concluded': 'Assessments concluded',
  'initial-conference': 'Initial conference',
  'review-conference': 'Review',
  conference: 'Conference',
  'inquorate-conference': 'Too few came; adjourned',
  'first-core-group': 'First core group',
  'core-group': 'Core group meets',
  'pre-birth-conference': 'Pre-birth conference',
  birth: 'Birth',
  'expected-birth': 'Birth expected',
  'previous-review': 'Last review',
  'receipt-of-record': 'Minutes received',
  'eighteenth-birthday': 'Eighteenth birthday',
  'discharge-home': 'Home from hospital',
  'request-received': 'Exclusion asked for',
  'exclusion-considered': 'Exclusion considered',
  'complaint-received': 'Complaint received',
  'child-seen': 'Child seen',
};
/** Days that go without saying where another is known: the general name beside the particular one, the expected day beside the real one. */
const SAID_BY: readonly (readonly [trigger: Trigger, other: Trigger, how: 'same day' | 'known'])[] = [
  ['strategy-discussion', 'strategy-discussion-opening-enquiries', 'same day'],
  ['conference', 'initial-conference', 'same day'],
  ['conference', 'review-conference', 'same day'],
  ['conference', 'pre-birth-conference', 'same day'],
  ['initial-conference', 'pre-birth-conference', 'same day'],
  ['previous-review', 'review-conference', 'same day'],
  ['core-group', 'first-core-group', 'same day'],
  ['expected-birth', 'birth', 'known'],
];
/** What a rule sets a day for. */
export const DUE: Readonly<Record<TopicId, string>> = {
  'icpc.deadline': 'Conference due',
  'icpc.protection-order': 'Conference due, before the order runs out',
  'icpc.assessment-order': 'Conference due, after the assessments',
  'transfer.deadline': 'Conference due, after the move',
  'convene.notification': 'Conference service to be told',
  'review.invitations': 'Invitations due',
  'report.family.initial': 'Report due with the family',
  'report.family.review': 'Report due with the family',
  'report.chair.initial': 'Report due with the chair',
  'report.chair.review': 'Report due with the chair',
  'report.agency.initial': 'Agencies’ reports due',
  'report.agency.review': 'Agencies’ reports due',
  'exclusion.notice': 'Chair to be told of the exclusion',
  'quorum.reconvene': 'New conference due',
  'review.first': 'Review due',
  'review.later': 'Review due',
  'plan.first-core-group': 'First core group due',
  'prebirth.window': 'Pre-birth conference due',
  'prebirth.core-group': 'Core group due',
  'prebirth.first-review': 'First review due',
  'prebirth.review-extension': 'Review due, put off',
  'record.decisions': 'Decisions due',
  'record.parents-letter': 'Letter due',
  'record.minutes': 'Minutes due',
  'record.amendments': 'Corrections due',
};

/** What the verdicts so far have said is due: of the latest move everything, of earlier ones the days that are still to come. */
function due(made: readonly Made[]): Mark[] {
  const marks = new Map<TopicId, Mark>();
  made.forEach(({ verdict, event }, i) => {
    for (const { topic, expected } of verdict.findings) {
      const label = DUE[topic];
      if (!label || (expected.is !== 'date' && expected.is !== 'window')) continue;
      const days = expected.is === 'date' ? { date: expected.date.slice(0, 10) } : { date: expected.from, until: expected.to };
      if (event.for !== undefined || i === made.length - 1) marks.set(topic, { ...days, label, kind: 'due' });
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

/** Bank holidays belong between days that are counted, not in the months between a conference and a review. */
const NEAR = 45 * 86_400_000;

/** @param today the day on which the run stands */
export function timeline(made: readonly Made[], { context }: ProcedureSnapshot, today: string): Mark[] {
  const { dates } = context;
  const day = (trigger: Trigger) => dates[trigger]?.slice(0, 10);
  const known = Object.keys(HAPPENED) as (keyof typeof HAPPENED)[];
  const marks: Mark[] = known.flatMap((trigger) => {
    const date = day(trigger);
    const said = SAID_BY.some(([t, other, how]) => t === trigger && (how === 'known' ? day(other) !== undefined : day(other) === date));
    return date && !said ? [{ date, label: HAPPENED[trigger], kind: date > today ? ('set' as const) : ('past' as const) }] : [];
  });
  const review = made.findLast(({ event }) => event.type === 'review.dated' || event.type === 'review.extended')?.event.for;
  const held = made.some(({ event }) => event.type === 'review.held');
  const all = [
    ...marks,
    ...due(made),
    ...(review && !held ? [{ date: review.slice(0, 10), label: 'Next review', kind: 'set' as const }] : []),
  ];
  const near = all.map((m) => m.date).filter((date) => Math.abs(Date.parse(date) - Date.parse(today)) < NEAR);
  const [first, last] = [[today, ...near].sort()[0]!, [today, ...near].sort().at(-1)!];
  const on = marks.filter((m) => m.date === today).map((m) => m.label.charAt(0).toLowerCase() + m.label.slice(1));
  return [
    ...all.filter((m) => m.date !== today || m.kind === 'due'),
    ...holidays(context.calendar, first, last),
    { date: today, label: on.length ? `Today: ${on.join('; ')}` : 'Today', kind: 'today' as const },
  ].sort((a, b) => a.date.localeCompare(b.date));
}
