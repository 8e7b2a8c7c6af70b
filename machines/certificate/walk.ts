/** Every place that a case can come to under one rulebook, and every move that can be made in it, judged. */
import type { AnyStateNode, AnyTransitionDefinition } from 'xstate';
import type { Act, TopicId } from '#content/schema.ts';
import { readings } from '../checks/index.ts';
import type { CaseFacts, Rules } from '../findings.ts';
import { begin, judge, possible } from '../judge.ts';
import type { Judged } from '../judge.ts';
import { claims } from '../procedures/claims.ts';
import type { Move } from '../procedures/events.ts';
import type { Procedure, ProcedureSnapshot, SituationMeta } from '../procedures/procedure.ts';
import { present } from '../situations.ts';
import type { WorkingCalendar } from '../working-days.ts';

/** A move that was made, and where. */
export interface Way {
  /** The keys of the place that it leads from, and of that which it leads to. */
  at: string;
  to: string;
  move: Move;
  transition: AnyTransitionDefinition;
}
/** The same, judged. */
export interface Edge extends Way, Judged {
  procedure: Procedure['id'];
  facts: CaseFacts;
  from: ProcedureSnapshot;
  /** The situations that held before it, and those that hold after it. */
  outOf: ReadonlySet<string>;
  into: ReadonlySet<string>;
}
export interface Place {
  facts: CaseFacts;
  key: string;
  snapshot: ProcedureSnapshot;
  situations: ReadonlySet<string>;
  /** The types of moves that can be made there. */
  offers: ReadonlySet<string>;
}
export interface Walk {
  /** One for every place in every case, the nearer before the farther. */
  places: readonly Place[];
  ways: readonly Way[];
  /** Moves that two parts of a situation would take at once, which none may. */
  doubled: readonly string[];
}

/** Far above any walk of today, and far below a runaway. */
const LIMIT = 50_000;

export const metaOf = (of: { meta?: unknown } | undefined) => (of?.meta ?? {}) as SituationMeta;
export const nodesOf = (node: AnyStateNode): AnyStateNode[] => [node, ...Object.values(node.states).flatMap(nodesOf)];
const typeOf = (t: AnyTransitionDefinition) => t.eventType as string;
export const everyTransitionOf = (procedure: Procedure): AnyTransitionDefinition[] =>
  nodesOf(procedure.machine.root).flatMap((node) => [...node.transitions.values()].flat());
/** The transitions that a move takes: those that XState makes for itself, when all parts are done, are left out. */
export const transitionsOf = (procedure: Procedure): AnyTransitionDefinition[] =>
  everyTransitionOf(procedure).filter((t) => !typeOf(t).startsWith('xstate.'));
export const nameOf = (t: AnyTransitionDefinition): string => {
  const all = t.source.transitions.get(typeOf(t)) ?? [];
  return `${t.source.path.join('.') || t.source.key} ${typeOf(t)}${all.length > 1 ? ` ${all.indexOf(t) + 1}` : ''}`;
};

/** Whether a rulebook does not know a situation, or the one that holds it. */
export const unknownTo = (rules: Rules, node: AnyStateNode): boolean => {
  const { onlyIf } = metaOf(node);
  return (onlyIf !== undefined && !claims[onlyIf](rules)) || (node.parent !== undefined && unknownTo(rules, node.parent));
};
export const closedTo = (rules: Rules, t: AnyTransitionDefinition): boolean => {
  const { onlyIf } = metaOf(t);
  return (onlyIf !== undefined && !claims[onlyIf](rules)) || [t.source, ...(t.target ?? [])].some((node) => unknownTo(rules, node));
};

/** The topics that a guard rests on: what was shown on them earlier decides where a later move leads. */
const GUARDED: Readonly<Record<string, readonly TopicId[]>> = {
  isBarred: ['end.first-review', 'end.neglect'],
  isTooSoon: ['end.moved-away'],
  isGroundless: ['exclusion.grounds'],
  isOvercrowded: ['dual.second-part'],
};
/** Acts that change which topics arise. */
const ARISING: readonly Act[] = ['child-moved-in', 'plan-ended'];

/** The acts of earlier moves that the guards of a procedure read, under a rulebook. */
function mattering(procedure: Procedure, rules: Rules): ReadonlySet<Act> {
  const guards = transitionsOf(procedure).flatMap(({ guard }) =>
    guard && typeof guard === 'object' && 'type' in guard ? [String(guard.type)] : [],
  );
  const topics = [...new Set(guards)].flatMap((guard) => GUARDED[guard] ?? []);
  // A window of the pregnancy has exceptions; no other time has.
  if (procedure.id === 'pre-birth') topics.push('prebirth.window');
  const named = topics
    .flatMap((topic) => (rules[topic] ? readings(rules[topic]) : []))
    .flatMap(({ value }) => [
      ...('needs' in value ? value.needs : []),
      ...('anyOf' in value ? value.anyOf : []),
      ...('never' in value ? value.never : []),
      ...('when' in value ? value.when : []),
      ...('unless' in value ? value.unless : []),
      ...(value.kind === 'window' ? [...value.earlier, ...value.later] : []),
      ...(value.kind === 'list' ? value.items.flatMap(({ act }) => act ?? []) : []),
    ]);
  return new Set([...named, ...ARISING]);
}

/** Where a case stands. Days, and acts that no guard reads, are left out: they would multiply the walk. */
const placeOf = (matters: ReadonlySet<Act>) => {
  return ({ value, context }: ProcedureSnapshot): string =>
    JSON.stringify([value, context.outcomes, context.done.filter((act) => matters.has(act)).sort()]);
};

/**
 * Every place is come to once, by a shortest way, and every move that it takes is made there and judged once. XState's own walk
 * (getAdjacencyMap) keeps the snapshot of every move that it makes, which here takes more of time and memory than judging them.
 * @param show is shown every move as it is made
 * @throws RangeError where there is no end to it
 */
export function walk(
  procedure: Procedure,
  rules: Rules,
  calendar: WorkingCalendar,
  cases: readonly CaseFacts[],
  moves: readonly Move[],
  show: (edge: Edge) => void = () => undefined,
): Walk {
  const place = placeOf(mattering(procedure, rules));
  const byType = Map.groupBy(moves, (move) => move.type);
  const held = new Map<string, ReadonlySet<string>>();
  const situationsAt = (key: string, snapshot: ProcedureSnapshot) => {
    const known = held.get(key) ?? new Set(present(snapshot));
    held.set(key, known);
    return known;
  };
  const doubled = new Set<string>();
  const places: Place[] = [];
  const ways: Way[] = [];
  cases.forEach((facts, c) => {
    const found = new Set<string>();
    const come = (key: string, snapshot: ProcedureSnapshot) => {
      if (found.has(key)) return;
      found.add(key);
      places.push({ facts, key, snapshot, situations: situationsAt(key, snapshot), offers: new Set(possible(snapshot)) });
      if (places.length > LIMIT) throw new RangeError(`${procedure.id} has more than ${LIMIT} places`);
    };
    const first = begin(procedure, { rules, calendar, facts });
    let next = places.length;
    come(`${c} ${place(first)}`, first);
    for (let here = places[next]; here; here = places[++next]) {
      const { key: at, snapshot: from, situations: outOf, offers } = here;
      for (const move of [...offers].flatMap((type) => byType.get(type as Move['type']) ?? [])) {
        const [transition, second] = procedure.machine.getTransitionData(from, move);
        if (second) doubled.add(`${move.type} in ${JSON.stringify(from.value)}`);
        if (!transition) continue;
        const judged = judge(procedure, from, move, transition);
        const to = `${c} ${place(judged.next)}`;
        come(to, judged.next);
        const way = { at, to, move, transition };
        ways.push(way);
        show({ procedure: procedure.id, facts, from, outOf, into: situationsAt(to, judged.next), ...way, ...judged });
      }
    }
  });
  return { places, ways, doubled: [...doubled] };
}
