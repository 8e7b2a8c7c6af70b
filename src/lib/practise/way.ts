/** What a way on asks, step by step, in words: what is to be done, by whom, by when, and which day is to be set. Pure. */
import type { Act } from '#content/schema.ts';
import type { CaseContext, Finding, RemedyStep } from '#machines/index.ts';
import { capital, listed } from '../vocabulary.ts';
import type { After } from './pack.ts';
import { actInWords, counting, deciderInWords, neededInWords } from './tell.ts';
import type { Piece, Setting } from './tell.ts';

export interface Leg {
  title: string;
  /** True where a time for it has run out: everything else is kept. */
  late: boolean;
  /** The day by which to act, and how it is counted. */
  by?: { date: string; how: readonly Piece[] };
  /** The day that is set for it, or before which it cannot be done, where that is not the day of the step before. */
  on?: string;
  from?: string;
  /** The day that the step sets for something else: no later than `to`, and no earlier than `from` where that is given. */
  set?: { from?: string; to: string; how: readonly Piece[] };
  /** Whose step it is, and who must be there. */
  who: readonly string[];
  /** What can be said once it is done. */
  shows: readonly string[];
  clauses: readonly string[];
}

const dayOf = (moment: string) => moment.slice(0, 10);
const first = <T extends { date: string }>(all: readonly T[]): T | undefined => all.toSorted((a, b) => a.date.localeCompare(b.date))[0];

/** The days that hold this step: those by which the step itself is due, and those that hold the day which it sets. */
function days({ event, verdict: { findings } }: RemedyStep) {
  const acting: { date: string; how: readonly Piece[] }[] = [];
  const setting: { date: string; how: readonly Piece[] }[] = [];
  let from: string | undefined;
  for (const { outcome, expected, actual } of findings) {
    if (outcome !== 'complies' || actual?.is !== 'date') continue;
    const sets = event.for !== undefined && actual.date === event.for;
    if (expected.is === 'date') (sets ? setting : acting).push({ date: expected.date, how: counting(expected) });
    if (expected.is === 'window' && dayOf(actual.date) <= expected.to) {
      (sets ? setting : acting).push({ date: expected.to, how: [] });
      if (sets) from = expected.from;
    }
  }
  return { by: first(acting), to: first(setting), from };
}

/** Whether a finding holds something that the step is made of, rather than something that was so before. */
function isAsked({ expected, outcome }: Finding, fresh: ReadonlySet<Act>): boolean {
  if (outcome !== 'complies') return false;
  switch (expected.is) {
    case 'acts':
      return expected.of !== 'none' && expected.acts.some((act) => fresh.has(act));
    case 'answer':
      return false;
    default:
      return true;
  }
}

/** What is so when a step begins: the day, the days that are set, and what it shows that was not so before. */
interface Beginning {
  today: string | undefined;
  set: ReadonlySet<string>;
  fresh: ReadonlySet<Act>;
}
function leg(step: RemedyStep, { today, set, fresh }: Beginning, moves: After['moves'], setting: Setting): Leg {
  const { event, verdict, late = false } = step;
  const { by, to, from } = days(step);
  const due = by ?? (step.by && event.for === undefined ? { date: step.by.date, how: [] } : undefined);
  const asked = verdict.findings.filter((f) => isAsked(f, fresh));
  const who = asked.flatMap(({ expected: e }) =>
    e.is === 'decider' && e.who !== undefined ? [`It is for ${deciderInWords(e)}.`] : e.is === 'agencies' ? [`Needed: ${neededInWords(e)}.`] : [],
  ); // prettier-ignore
  const children = asked.flatMap(({ expected: e }) => (e.is === 'children' ? [`${listed(e.names)}: ${e.what.replace(/^is /, '')}`] : []));
  const waits = today !== undefined && dayOf(event.on) > dayOf(today) && dayOf(event.on) !== (due && dayOf(due.date));
  // The day of a conference was set before; what keeps a window can be done on any day of it.
  const fixed = set.has(dayOf(event.on));
  const title = (moves as Readonly<Record<string, string>>)[event.type];
  return {
    title: title ?? capital(event.type.replace(/[.-]/g, ' ')),
    late,
    ...(due && !(waits && fixed) ? { by: due } : {}),
    ...(waits ? { [fixed || !due ? 'on' : 'from']: dayOf(event.on) } : {}),
    ...(to ? { set: { ...(from !== undefined && from > dayOf(event.on) ? { from } : {}), to: to.date, how: to.how } } : {}),
    who: [...new Set(who)],
    shows: [...[...fresh].map((act) => actInWords(act, setting.acts)), ...new Set(children)],
    clauses: [...new Set(asked.flatMap((f) => f.clauses))],
  };
}

/**
 * @param steps as the procedure gives them
 * @param moves what a team would call each move
 * @param from what is known where the way begins: the day of the run, the days that it has, and what was so by then
 */
export function legs(
  steps: readonly RemedyStep[],
  moves: After['moves'],
  setting: Setting,
  from: Pick<CaseContext, 'today' | 'dates' | 'done'>,
): Leg[] {
  const done = new Set(from.done);
  const set = new Set(Object.values(from.dates).map(dayOf));
  let { today } = from;
  return steps.map((step) => {
    const { event } = step;
    const fresh = new Set(event.done.filter((act) => !done.has(act)));
    const one = leg(step, { today, set, fresh }, moves, setting);
    for (const act of fresh) done.add(act);
    if (event.for !== undefined) set.add(dayOf(event.for));
    today = event.on;
    return one;
  });
}
