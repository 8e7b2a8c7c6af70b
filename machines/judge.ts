import { getNextTransitions, initialTransition, transition } from 'xstate';
import type { Event, Modality, TopicId } from '#content/schema.ts';
import { findings, readings } from './checks/index.ts';
import type { Finding, Outcome, ProcedureInput } from './findings.ts';
import type { IcpcEvent, SituationMeta } from './procedures/icpc.ts';
import type { Procedure, ProcedureSnapshot } from './procedures/index.ts';

/** The findings of one move, summed up by the gravest. */
export interface Verdict {
  outcome: Outcome;
  /** The force of the rule departed from, where the outcome is `departs`. */
  modality?: Modality;
  findings: readonly Finding[];
  /** True where something complies or departs, but the rulebook is silent on another part of the move. */
  partlyUnaddressed: boolean;
}
export interface Judged {
  verdict: Verdict;
  next: ProcedureSnapshot;
  /** False where the situation does not know such a move: it then stays as it was. */
  taken: boolean;
}

/** From gravest: an absolute duty, what the rulebook says *will* be done or *is* so, then *should*, then the condition of a *may*. */
const FORCE: readonly Modality[] = ['must', 'must-not', 'may-not', 'will', 'is', 'should', 'should-not', 'may'];
const ABSOLUTE = new Set<Modality>(['must', 'must-not', 'may-not']);

/** Whether departing from a rule of this force is departing from a must. */
export const isAbsolute = (modality: Modality | undefined): boolean => modality !== undefined && ABSOLUTE.has(modality);

/** departs from a must > from a will > from a should > out of sequence > complies > not addressed. Pure. */
export function sumUp(all: readonly Finding[]): Verdict {
  let outcome: Outcome = 'not-addressed';
  let force = FORCE.length;
  let unaddressed = false;
  for (const finding of all) {
    if (finding.outcome === 'departs') force = Math.min(force, finding.modality ? FORCE.indexOf(finding.modality) : FORCE.length - 1);
    else if (finding.outcome === 'out-of-sequence') outcome = 'out-of-sequence';
    else if (finding.outcome === 'complies' && outcome === 'not-addressed') outcome = 'complies';
    else if (finding.outcome === 'not-addressed') unaddressed = true;
  }
  const modality = FORCE[force];
  const partlyUnaddressed = unaddressed && (modality !== undefined || outcome !== 'not-addressed');
  return modality ? { outcome: 'departs', modality, findings: all, partlyUnaddressed } : { outcome, findings: all, partlyUnaddressed };
}

/** @throws where the case's dates leave the calendar: see CalendarError */
export function begin(procedure: Procedure, input: ProcedureInput): ProcedureSnapshot {
  return initialTransition(procedure.machine, input)[0];
}

/** A move made before the step that a rulebook prescribes: out of sequence where it prescribes one, else not addressed. */
function outOfSequence(topics: readonly TopicId[], { context }: ProcedureSnapshot): Finding[] {
  for (const topic of topics) {
    const rule = context.rules[topic];
    const [reading] = rule ? readings(rule) : [];
    if (!rule || !reading) continue;
    const { answer, clauses, modality } = reading;
    return [
      {
        topic,
        status: rule.status,
        outcome: 'out-of-sequence',
        modality,
        clauses,
        answer,
        expected: { is: 'answer', words: answer },
        actual: undefined,
      },
    ];
  }
  const [topic] = topics;
  const rule = topic === undefined ? undefined : context.rules[topic];
  if (topic === undefined || !rule) return [];
  return [
    {
      topic,
      status: rule.status,
      outcome: 'not-addressed',
      clauses: [],
      answer: rule.answer,
      expected: { is: 'answer', words: rule.answer },
      actual: undefined,
    },
  ];
}

/** A rule that speaks of the topic, but not of a move like this one: what it says, and no judgement. */
function unmet(topic: TopicId, { context }: ProcedureSnapshot): Finding[] {
  const rule = context.rules[topic];
  if (!rule) return [];
  return readings(rule).map(({ answer, clauses, modality }) => ({
    topic,
    status: rule.status,
    outcome: 'not-addressed',
    modality,
    clauses,
    answer,
    expected: { is: 'answer', words: answer },
    actual: undefined,
  }));
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

/**
 * Judges one move. Pure: the same snapshot, move and rules (they are the snapshot's input) always give the same.
 * @param event dates as YYYY-MM-DD, optionally with THH:MM; acts as in content/acts.yaml
 * @returns the verdict with a finding for every topic that arises, and the situation after the move
 * @throws CalendarError where a working day would have to be counted outside the calendar's years
 */
export function judge(procedure: Procedure, snapshot: ProcedureSnapshot, event: Event): Judged {
  const move = event as IcpcEvent;
  const [taken] = procedure.machine.getTransitionData(snapshot, move);
  if (!taken) return { verdict: sumUp(outOfSequence(governing(snapshot), snapshot)), next: snapshot, taken: false };

  // A move may start the very clock that it is held against: an adjournment, the days to its new date.
  const context = { ...snapshot.context, dates: procedure.dates(event, snapshot.context) };
  const { topics = [], skips } = metaOf(taken);
  const acts = procedure.acts(event, context);
  const known = new Set([...context.done, ...acts]);
  const all: Finding[] = skips ? outOfSequence(topics, snapshot) : [];
  const arisen = topics.filter((topic) => context.rules[topic] && procedure.arises[topic]?.(known, context, event) !== false);
  for (const topic of arisen) {
    const rule = context.rules[topic];
    if (rule) all.push(...findings(rule, { topic, event, acts, known, context }));
  }
  if (!all.length) all.push(...arisen.flatMap((topic) => unmet(topic, snapshot)));
  return { verdict: sumUp(all), next: transition(procedure.machine, snapshot, move)[0], taken: true };
}

/** The types of event that the present situation takes, guards aside. */
export function possible(snapshot: ProcedureSnapshot): readonly string[] {
  return [...new Set(getNextTransitions(snapshot).map((t) => t.eventType as string))].filter((type) => !type.startsWith('xstate.'));
}
