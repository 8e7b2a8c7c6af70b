/**
 * What has been proven about a procedure under a rulebook: by walking it whole, and by holding what a conference chair would call
 * obvious against every place and every move. Pure: rules and calendar in, a report out.
 */
import type { RulebookId, Topic, TopicId } from '#content/schema.ts';
import { judgeable, readings } from '../checks/index.ts';
import type { Rules } from '../findings.ts';
import type { Move } from '../procedures/events.ts';
import type { Procedure } from '../procedures/procedure.ts';
import { situationOf } from '../situations.ts';
import type { WorkingCalendar } from '../working-days.ts';
import { INVARIANTS } from './invariants/index.ts';
import type { Invariant } from './invariants/index.ts';
import { CASES, movesOf } from './moves.ts';
import { closedTo, everyTransitionOf, metaOf, nameOf, nodesOf, transitionsOf, unknownTo, walk } from './walk.ts';
import type { Walk } from './walk.ts';

export interface Held {
  words: string;
  /** How many places or moves it was held against; 0 where the rulebook gives no occasion. */
  seen: number;
  broken: readonly string[];
}
export interface Certificate {
  procedure: Procedure['id'];
  rulebook: RulebookId;
  places: number;
  moves: number;
  /** Of the situations and transitions that the rulebook knows, how many were come to. */
  situations: { known: number; reached: number };
  transitions: { known: number; taken: number };
  endings: readonly string[];
  invariants: readonly Held[];
  /** What is wrong, in words; empty where everything holds. */
  problems: readonly string[];
}

const few = (all: readonly string[], most = 3) =>
  `${all.slice(0, most).join('; ')}${all.length > most ? ` and ${all.length - most} more` : ''}`;

/** Whether every place leads on to an ending. */
function stranded({ places, ways }: Walk): string[] {
  const before = Map.groupBy(ways, (way) => way.to);
  const safe = new Set<string>();
  for (const queue = places.filter((p) => p.snapshot.status === 'done').map((p) => p.key); queue.length;) {
    const at = queue.pop()!;
    if (safe.has(at)) continue;
    safe.add(at);
    queue.push(...(before.get(at) ?? []).map((way) => way.at));
  }
  return places.filter((p) => !safe.has(p.key)).map((p) => p.key);
}

/** Every variant of a move that a situation offers is taken there: none is lost behind a guard. */
function lost({ places, ways }: Walk, moves: readonly Move[]): string[] {
  const taken = Map.groupBy(ways, (way) => way.at);
  return places.flatMap(({ key, offers }) => {
    const here = new Set(taken.get(key)?.map((way) => way.move));
    return moves.flatMap((move) => (offers.has(move.type) && !here.has(move) ? [`${move.type} in ${key}`] : []));
  });
}

/** @param invariants those of the procedure by default */
export function certify(
  procedure: Procedure,
  rulebook: { id: RulebookId; rules: Rules },
  calendar: WorkingCalendar,
  invariants: readonly Invariant[] = INVARIANTS,
): Certificate {
  const { rules } = rulebook;
  const problems: string[] = [];
  const miss = (what: string, all: readonly string[]) => {
    if (all.length) problems.push(`${what}: ${few(all)}`);
  };
  const moves = movesOf(procedure);
  const watched = invariants
    .filter(({ of, where }) => of.includes(procedure.id) && (where?.(rules) ?? true))
    .map(({ words, watch }) => ({ words, ...watch(rules) }));
  const watching = watched.flatMap(({ move }) => move ?? []);
  const walked = walk(procedure, rules, calendar, CASES[procedure.id], moves, (edge) => {
    for (const move of watching) move(edge);
  });

  const nodes = nodesOf(procedure.machine.root).filter((node) => node.parent);
  const known = nodes.filter((node) => !unknownTo(rules, node)).map(situationOf);
  const reached = new Set(walked.places.flatMap(({ situations }) => [...situations]));
  miss('situations that no way leads to', known.filter((s) => !reached.has(s))); // prettier-ignore
  miss('situations that the rulebook does not know, and a case comes to', [...reached].filter((s) => !known.includes(s))); // prettier-ignore

  const ways = transitionsOf(procedure).filter((t) => !closedTo(rules, t)).map(nameOf); // prettier-ignore
  const taken = new Set(walked.ways.map((way) => nameOf(way.transition)));
  miss('transitions that no move takes', ways.filter((t) => !taken.has(t))); // prettier-ignore
  miss('transitions that the rulebook does not know, and a move takes', [...taken].filter((t) => !ways.includes(t))); // prettier-ignore
  miss('moves that two parts of a situation would take at once', walked.doubled);

  const made = new Set<string>(walked.ways.map((way) => way.move.type));
  const closed = new Set<string>(transitionsOf(procedure).filter((t) => closedTo(rules, t)).map((t) => t.eventType as string)); // prettier-ignore
  miss('moves that are never made', Object.keys(procedure.events).filter((type) => !made.has(type) && !closed.has(type))); // prettier-ignore
  miss('places that lead to no ending', stranded(walked));
  miss('moves that a situation offers and does not take', lost(walked, moves));
  const endings = [...new Set(walked.places.filter((p) => p.snapshot.status === 'done').map((p) => JSON.stringify(p.snapshot.value)))];

  for (const node of nodes) {
    const { label, stage, topics = [] } = metaOf(node);
    const leaf = !Object.keys(node.states).length;
    if (!label || (leaf && !stage) || !topics.length)
      problems.push(`the situation ${situationOf(node)} has no label, no stage or no topic`);
  }
  miss('transitions that name no topic', everyTransitionOf(procedure).filter((t) => !metaOf(t).topics?.length).map(nameOf)); // prettier-ignore
  const unanswered = [...nodes, ...transitionsOf(procedure)].flatMap((of) => metaOf(of).topics ?? []).filter((topic) => !rules[topic]);
  miss('topics that the rulebook has no rule for', [...new Set(unanswered)]);
  const { judging, governing } = topicsOf(procedure);
  const uncited = [...judging, ...governing].filter(
    (topic) => rules[topic] && readings(rules[topic]).some(({ clauses }) => !clauses.length),
  );
  miss('rules that cite no clause', [...new Set(uncited)]);

  const held = watched.map(({ words, held }): Held => ({ words, ...held(walked) }));
  for (const { words, broken } of held) if (broken.length) problems.push(`“${words}” does not hold: ${few(broken)}`);

  return {
    procedure: procedure.id,
    rulebook: rulebook.id,
    places: walked.places.length,
    moves: walked.ways.length,
    situations: { known: known.length, reached: known.filter((s) => reached.has(s)).length },
    transitions: { known: ways.length, taken: ways.filter((t) => taken.has(t)).length },
    endings,
    invariants: held,
    problems,
  };
}

/** Topics that a move of the procedure is judged by, and those that only govern one of its situations. */
export function topicsOf(procedure: Procedure): { judging: ReadonlySet<TopicId>; governing: ReadonlySet<TopicId> } {
  return {
    judging: new Set(transitionsOf(procedure).flatMap((t) => metaOf(t).topics ?? [])),
    governing: new Set(nodesOf(procedure.machine.root).flatMap((node) => metaOf(node).topics ?? [])),
  };
}

/** Sentences that no rulebook gave an occasion to: they would prove nothing. */
export const idle = (certificates: readonly Certificate[]): readonly string[] => {
  const seen = new Map<string, number>();
  for (const { invariants } of certificates)
    for (const { words, seen: n } of invariants) seen.set(words, Math.max(seen.get(words) ?? 0, n));
  return INVARIANTS.map(({ words }) => words).filter((words) => !seen.get(words));
};

/** How a rulebook's rule on one of a procedure's questions bears on it. */
export interface Use {
  topic: TopicId;
  /** Some move is judged by it; or it tells how things are, and why no move can keep or break it. */
  use: 'judges' | 'informs' | 'unexplained';
  reason?: string;
}
/**
 * What a rulebook states on a procedure's own questions, and what becomes of each: nothing that is stated is left lying.
 * @param topics those of the procedure
 */
export function usesOf(procedure: Procedure, topics: readonly Topic[], rules: Rules, judging: ReadonlySet<TopicId>): Use[] {
  return topics
    .filter((topic) => topic.procedure === procedure.id)
    .flatMap(({ id, information }): Use[] => {
      const rule = rules[id];
      const said = rule ? readings(rule) : [];
      if (!rule || !said.length) return [];
      if (judging.has(id) && judgeable(rule)) return [{ topic: id, use: 'judges' }];
      const reason = said.find((reading) => reading.information)?.information ?? information;
      return [reason === undefined ? { topic: id, use: 'unexplained' } : { topic: id, use: 'informs', reason }];
    });
}
