import { createActor, getNextTransitions, initialTransition } from 'xstate';
import type { AnyTransitionDefinition } from 'xstate';
import type { Event, Leeway, Modality, TopicId } from '#content/schema.ts';
import { findings, readings } from './checks/index.ts';
import { assertDay } from './working-days.ts';
import type { Finding, Outcome, ProcedureInput } from './findings.ts';
import { arisesIn } from './procedures/arises.ts';
import { actsOf, datesOf, takenBack } from './procedures/effects.ts';
import type { Move } from './procedures/events.ts';
import type { Machine, Procedure, ProcedureSnapshot, SituationMeta } from './procedures/procedure.ts';

/** The findings of one move, summed up by the gravest of those that are its own. */
export interface Verdict {
  outcome: Outcome;
  /** The force of the rule departed from, where the outcome is `departs`. */
  modality?: Modality;
  /** The room that the rules departed from leave, where all of that force leave the same. */
  leeway?: Leeway;
  findings: readonly Finding[];
  /** True where something complies or departs, but the rulebook is silent on another part of the move. */
  partlyUnaddressed: boolean;
}
/** A move judged, and the situation after it. */
export interface Judged {
  verdict: Verdict;
  next: ProcedureSnapshot;
  /** False where the situation does not know such a move: it then stays as it was. */
  taken: boolean;
}

/** From gravest: an absolute duty, what the rulebook says *will* be done or *is* so, then *should*, then the condition of a *may*. */
export const FORCE: readonly Modality[] = ['must', 'must-not', 'may-not', 'will', 'is', 'should', 'should-not', 'may'];
const ABSOLUTE = new Set<Modality>(['must', 'must-not', 'may-not']);

/** Whether departing from a rule of this force is departing from a must. */
export const isAbsolute = (modality: Modality | undefined): boolean => modality !== undefined && ABSOLUTE.has(modality);

/** departs from a must > from a will > from a should > out of sequence > complies > not addressed. Pure. */
export function sumUp(all: readonly Finding[]): Verdict {
  let outcome: Outcome = 'not-addressed';
  let force = FORCE.length;
  let leeway: Leeway | undefined;
  let unaddressed = false;
  for (const finding of all) {
    // What an earlier move left undone is that move's: it is told again, and not counted twice.
    if (finding.carried) continue;
    if (finding.outcome === 'departs') {
      const its = FORCE.indexOf(finding.modality ?? 'may');
      if (its < force) [force, leeway] = [its, finding.leeway];
      else if (its === force && finding.leeway !== leeway) leeway = undefined;
    } else if (finding.outcome === 'out-of-sequence') outcome = 'out-of-sequence';
    else if (finding.outcome === 'complies' && outcome === 'not-addressed') outcome = 'complies';
    else if (finding.outcome === 'not-addressed') unaddressed = true;
  }
  const modality = FORCE[force];
  const partlyUnaddressed = unaddressed && (modality !== undefined || outcome !== 'not-addressed');
  return modality
    ? { outcome: 'departs', modality, ...(leeway ? { leeway } : {}), findings: all, partlyUnaddressed }
    : { outcome, findings: all, partlyUnaddressed };
}

/**
 * The situation in which a case begins, under the rules that it is judged by. Pure.
 * @throws CalendarError where a day of the case is none, or lies outside the calendar's years
 */
export function begin(procedure: Procedure, input: ProcedureInput): ProcedureSnapshot {
  for (const day of Object.values(input.facts.dates)) assertDay(input.calendar, day);
  return initialTransition(procedure.machine, input)[0];
}

/** What a rulebook says on a topic, or that it says nothing, set beside a move that neither keeps nor breaks it. */
function said(topic: TopicId, { context }: ProcedureSnapshot, outcome: 'not-addressed' | 'out-of-sequence' = 'not-addressed'): Finding[] {
  const rule = context.rules[topic];
  if (!rule) return [];
  const { status } = rule;
  if (status === 'silent' || status === 'elsewhere') {
    const { answer, clauses } = rule;
    return [{ topic, status, outcome: 'not-addressed', clauses, answer, expected: { is: 'answer', words: answer }, actual: undefined }];
  }
  return readings(rule).map(({ answer, clauses, modality }) => ({
    topic, status, outcome, modality, clauses, answer, expected: { is: 'answer', words: answer }, actual: undefined,
  })); // prettier-ignore
}

/** A move made before the step that a rulebook prescribes: out of sequence where it prescribes one, else not addressed. */
function outOfSequence(topics: readonly TopicId[], snapshot: ProcedureSnapshot): Finding[] {
  const prescribed = topics.find((topic) => {
    const rule = snapshot.context.rules[topic];
    return rule !== undefined && readings(rule).length > 0;
  });
  if (prescribed !== undefined) return said(prescribed, snapshot, 'out-of-sequence').slice(0, 1);
  return topics.slice(0, 1).flatMap((topic) => said(topic, snapshot));
}

const metaOf = ({ meta }: { meta?: SituationMeta | undefined }): SituationMeta => meta ?? {};

/** The topics that govern the present situation, the innermost first. */
export function governing(snapshot: ProcedureSnapshot): readonly TopicId[] {
  return [
    ...new Set(
      Object.values(snapshot.getMeta())
        .reverse()
        .flatMap((meta) => meta?.topics ?? []),
    ),
  ];
}

type Scope = Parameters<Machine['transition']>[2];
const nothing = () => undefined;
const nobody: ProcedureInput = {
  rules: {},
  calendar: { name: '', from: 0, to: 0, holidays: new Map() },
  facts: { children: [], dates: {}, circumstances: [] },
};
const scopes = new WeakMap<Machine, Scope>();
/**
 * What a machine is given to move with. XState's own `transition` makes one for every move, a whole actor that is begun and thrown away,
 * which takes half of its time. Our machines tell it nothing and keep nothing in it, so that one for all their moves is as pure.
 */
function scopeOf(machine: Machine): Scope {
  const known = scopes.get(machine);
  if (known) return known;
  const self = createActor(machine, { input: nobody });
  const inert = { defer: nothing, emit: nothing, logger: nothing, stopChild: nothing, actionExecutor: nothing };
  const scope: Scope = { self, system: self.system, id: '', sessionId: '', ...inert };
  scopes.set(machine, scope);
  return scope;
}

/**
 * Judges one move. Pure: the same snapshot, move and rules (they are the snapshot's input) always give the same.
 * @param event dates as YYYY-MM-DD, optionally with THH:MM; acts as in content/acts.yaml
 * @param way the transition that the move takes, where it is known already
 * @returns the verdict with a finding for every topic that arises, and the situation after the move
 * @throws CalendarError for what is no day, a day outside the calendar's years, or a count that leaves them
 */
export function judge(procedure: Procedure, snapshot: ProcedureSnapshot, event: Event, way?: AnyTransitionDefinition): Judged {
  const move = event as Move;
  assertDay(snapshot.context.calendar, event.on);
  if (event.for !== undefined) assertDay(snapshot.context.calendar, event.for);
  // A move may start the very clock that it is held against: an adjournment, the days to its new date.
  const context = { ...snapshot.context, dates: datesOf(event, snapshot.context) };
  // Before XState asks its guards, which count days too: it would wrap what they throw in an error of its own.
  const acts = actsOf(event, context);
  const taken = way ?? procedure.machine.getTransitionData(snapshot, move)[0];
  if (!taken) return { verdict: sumUp(outOfSequence(governing(snapshot), snapshot)), next: snapshot, taken: false };

  const { topics = [], skips } = metaOf(taken);
  const over = takenBack(event, snapshot.context);
  const known = new Set([...(over ? context.done.filter((act) => !over.has(act)) : context.done), ...acts]);
  const all: Finding[] = skips ? outOfSequence(topics, snapshot) : [];
  const arisen = topics.filter((topic) => context.rules[topic] && arisesIn(topic, known, context, event));
  for (const topic of arisen) {
    const rule = context.rules[topic];
    if (rule) all.push(...findings(rule, { topic, event, acts, known, context }));
  }
  if (!all.length) all.push(...(arisen.length ? arisen : topics.slice(0, 1)).flatMap((topic) => said(topic, snapshot)));
  return { verdict: sumUp(all), next: procedure.machine.transition(snapshot, move, scopeOf(procedure.machine)), taken: true };
}

/** The types of event that the present situation takes, guards aside. */
export function possible(snapshot: ProcedureSnapshot): readonly string[] {
  return [...new Set(getNextTransitions(snapshot).map((t) => t.eventType as string))].filter((type) => !type.startsWith('xstate.'));
}
