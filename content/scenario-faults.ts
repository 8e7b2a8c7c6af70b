/** What a scenario names that is not there: in its own cast, in its procedure, in its calendar, or in the days that its texts speak of. */
import { TRIGGERS } from './schema.ts';
import type { Calendar, Rulebook, Scenario } from './schema.ts';

/** What a procedure takes: its events and its situations. Passed in, since content knows nothing of the machines. */
export type Takes = { events: readonly string[]; situations: readonly string[] };
export interface Fault {
  path: readonly (string | number)[];
  found: unknown;
  expected: string;
}
interface Around {
  takes: Takes | undefined;
  rulebooks: readonly Pick<Rulebook, 'id' | 'covers'>[];
  calendars: ReadonlyMap<string, Calendar | undefined>;
}

const TWICE = 'each once';
const DAY = /^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/;

/** @returns the second and later of equal ones, by their place */
const repeated = <T>(all: readonly T[]): number[] => all.flatMap((one, i) => (all.indexOf(one) < i ? [i] : []));

/** Days that a text asks for and that nothing gives. @param own those that the move of the text brings with it */
function unknownDays(text: string, own: readonly string[] = []): string[] {
  const known = new Set<string>([...TRIGGERS, ...own]);
  return [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name).filter((name) => !known.has(name));
}

export function faultsOf(scenario: Omit<Scenario, 'id' | 'story' | 'hash'>, { takes, rulebooks, calendars }: Around): Fault[] {
  const faults: Fault[] = [];
  const fault = (path: Fault['path'], found: unknown, expected: string) => faults.push({ path, found, expected });
  const { facts, procedure } = scenario;

  const calendar = calendars.get(scenario.calendar);
  if (!calendars.has(scenario.calendar))
    fault(['calendar'], scenario.calendar, `a calendar of content/calendars: ${[...calendars.keys()].join(', ')}`);
  const within = (path: Fault['path'], day: unknown) => {
    if (!calendar || typeof day !== 'string' || !DAY.test(day)) return;
    const { from, to } = calendar.years;
    const year = Number(day.slice(0, 4));
    if (year < from || year > to) fault(path, day, `a day of the years ${from} to ${to}, which the calendar covers`);
  };
  /** Texts in which no day is filled in: a trainee would read the braces. */
  const plain = (path: Fault['path'], text: string) => {
    const [braces] = /\{[^{}]*\}/.exec(text) ?? [];
    if (braces !== undefined) fault(path, braces, 'words: no day is filled in here');
  };
  const texts = (path: Fault['path'], text: string | undefined, own?: readonly string[]) => {
    for (const name of unknownDays(text ?? '', own))
      fault(path, `{${name}}`, `the name of a day: a trigger${own ? `, ${own.join(', ')}` : ''}`);
  };

  repeated(scenario.rulebooks).forEach((i) => fault(['rulebooks', i], scenario.rulebooks[i], TWICE));
  scenario.rulebooks.forEach((id, i) => {
    const rulebook = rulebooks.find((r) => r.id === id);
    if (rulebook && !rulebook.covers.includes(procedure)) fault(['rulebooks', i], id, `a rulebook that covers ${procedure}`);
  });

  const ids = facts.children.map((child) => child.id);
  repeated(ids).forEach((i) => fault(['facts', 'children', i, 'id'], ids[i], TWICE));
  const children = (path: Fault['path'], named: readonly string[]) => {
    named.forEach((child, i) => {
      if (!ids.includes(child)) fault([...path, i], child, `a child of this case: ${ids.join(', ')}`);
    });
  };
  Object.entries(facts.dates).forEach(([trigger, day]) => {
    within(['facts', 'dates', trigger], day);
  });
  facts.file.forEach(({ text }, i) => {
    plain(['facts', 'file', i, 'text'], text);
  });
  facts.children.forEach(({ about }, i) => {
    plain(['facts', 'children', i, 'about'], about);
  });

  repeated(scenario.decisions.map(({ id }) => id)).forEach((i) => fault(['decisions', i, 'id'], scenario.decisions[i]?.id, TWICE));
  scenario.decisions.forEach((decision, d) => {
    const path = ['decisions', d];
    texts([...path, 'situation'], decision.situation);
    plain([...path, 'title'], decision.title);
    plain([...path, 'ask'], decision.ask);
    decision.news.forEach(({ what }, i) => {
      plain([...path, 'news', i, 'what'], what);
    });
    if (takes)
      decision.at.forEach((situation, i) => {
        if (!takes.situations.includes(situation)) fault([...path, 'at', i], situation, `a situation of ${procedure}`);
      });
    decision.moves.forEach(({ say, then, event }, m) => {
      const move = [...path, 'moves', m];
      const own = event.for === undefined ? ['on'] : ['on', 'for'];
      texts([...move, 'say'], say, own);
      texts([...move, 'then'], then, own);
      within([...move, 'event', 'on'], event.on);
      within([...move, 'event', 'for'], event.for);
      if (typeof event.on === 'string' && typeof event.for === 'string' && event.for.slice(0, 10) < event.on.slice(0, 10))
        fault([...move, 'event', 'for'], event.for, `no day before that of the move, ${event.on}`);
      if (takes && !takes.events.includes(event.type))
        fault([...move, 'event', 'type'], event.type, `an event that ${procedure} knows: ${takes.events.join(', ')}`);
      for (const child of Object.keys(event.outcomes ?? {}))
        if (!ids.includes(child)) fault([...move, 'event', 'outcomes', child], child, `a child of this case: ${ids.join(', ')}`);
      children([...move, 'event', 'invited'], event.invited ?? []);
      event.present?.forEach(({ knows }, i) => {
        children([...move, 'event', 'present', i, 'knows'], knows ?? []);
      });
    });
  });
  return faults;
}
