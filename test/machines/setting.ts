/** A small made-up setting for tests of the machines: one child, one calendar, rules written where they are needed. */
import type { Act, Attendance, Event, Modality, Reading, Rule, TopicId, Value } from '#content/schema.ts';
import type { Asked, CaseContext, CaseFacts } from '#machines/findings.ts';
import { openCalendar } from '#machines/working-days.ts';

type Part<K extends Value['kind']> = Extract<Value, { kind: K }>;

/** Easter 2024 lies in it: Good Friday on 29 March, Easter Monday on 1 April. */
export const calendar = openCalendar({
  name: 'England and Wales',
  published: 'For tests only',
  years: { from: 2023, to: 2025 },
  holidays: [
    { date: '2024-03-29', name: 'Good Friday' },
    { date: '2024-04-01', name: 'Easter Monday' },
    { date: '2024-05-06', name: 'Early May bank holiday' },
  ],
});

export const facts: CaseFacts = {
  children: [{ id: 'ama', name: 'Ama', born: '2014-06-01' }],
  dates: { 'strategy-discussion': '2024-03-14' },
  circumstances: [],
};

export const agencies = (...present: `${Attendance['agency']}: ${Attendance['contact']}`[]): Attendance[] =>
  present.map((each) => {
    const [agency, contact] = each.split(': ') as [Attendance['agency'], Attendance['contact']];
    return { agency, contact };
  });

export const happened = (type: string, on: string, particulars: Partial<Event> = {}): Event => ({ type, on, done: [], ...particulars });

/** A move and all that was known before it, as a check sees it. */
export function asked(topic: TopicId, event: Event, before: Partial<CaseContext> = {}): Asked {
  const context: CaseContext = {
    rules: {},
    calendar,
    facts,
    conference: 'initial-conference',
    dates: facts.dates,
    done: [],
    outcomes: {},
    today: undefined,
    ...before,
  };
  return { topic, event, acts: event.done, known: new Set([...context.done, ...event.done]), context };
}

export const stated = (value: Value, modality: Modality = 'must', clauses = ['1.1']): Rule => ({
  status: 'stated',
  answer: 'As it is stated.',
  value,
  modality,
  clauses,
  examples: [],
});
export const reading = (value: Value, modality: Modality, clause: string): Reading => ({
  answer: `As ${clause} has it.`,
  value,
  modality,
  clauses: [clause],
});
export const conflicting = (...readings: Reading[]): Rule => ({ status: 'conflicting', answer: 'Its clauses disagree.', readings });
export const silent: Rule = { status: 'silent', answer: 'It says nothing of this.', clauses: [] };
export const elsewhere: Rule = { status: 'elsewhere', answer: 'Another document says.', to: 'Another document', clauses: ['9.9'] };

export const deadline = (amount: number, unit: Part<'deadline'>['unit'], trigger: Part<'deadline'>['trigger'], direction: 'after' | 'before' = 'after'): Part<'deadline'> => ({ kind: 'deadline', amount, unit, direction, trigger }); // prettier-ignore
export const notice = (amount: number, unit: Part<'notice'>['unit'], trigger: Part<'notice'>['trigger']): Part<'notice'> => ({
  kind: 'notice',
  amount,
  unit,
  direction: 'before',
  trigger,
});

const inWords = { who: [], what: 'As the words have it', when: [], needs: [], anyOf: [], never: [], unless: [] };
type Words = Partial<Record<'when' | 'needs' | 'anyOf' | 'never' | 'unless', Act[]>>;
export const duty = (words: Words): Part<'duty'> => ({ kind: 'duty', ...inWords, ...words });
export const prohibition = (words: Words): Part<'prohibition'> => ({ kind: 'prohibition', ...inWords, ...words });

/** Freezes a value and everything in it, Maps aside, so that a change to it throws. */
export function deepFreeze<T>(value: T): T {
  if (value && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
