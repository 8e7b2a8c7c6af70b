/** The kinds of sentences that can be held against a walk: about moves, about places, about what comes first, about what can be done where. */
import type { Act, ProcedureId, TopicId } from '#content/schema.ts';
import { demands } from '../../checks/in-words.ts';
import { readings } from '../../checks/index.ts';
import type { Rules } from '../../findings.ts';
import { claims } from '../../procedures/claims.ts';
import type { Claim } from '../../procedures/claims.ts';
import type { EventType } from '../../procedures/events.ts';
import type { Edge, Place, Walk } from '../walk.ts';

export interface Invariant {
  /** A sentence that is true of the procedure. */
  words: string;
  of: readonly ProcedureId[];
  /** Only under rulebooks of which this holds; under the others it says nothing. */
  where?: (rules: Rules) => boolean;
  /** Begins to hold it against a walk. */
  watch: (rules: Rules) => Watch;
}
/** Moves are shown one by one as they are made and then forgotten: kept, those of one walk would fill a gigabyte. */
export interface Watch {
  move?: (edge: Edge) => void;
  /** @returns what came of it, after the last move */
  held: (walk: Walk) => {
    /** How many places or moves it was held against: a sentence about nothing proves nothing. */
    seen: number;
    /** Where it does not hold: the place or the move. Also empty where there was nothing to hold it against. */
    broken: readonly string[];
  };
}

export const MEETINGS = ['icpc', 'review', 'pre-birth', 'dual-process'] as const;
export const ALL = [...MEETINGS, 'exclusion', 'complaint'] as const;

export const within = (situation: string) => (place: Place) => place.situations.has(situation);
export const anywhere = (situations: readonly string[]) => (place: Place) => situations.some((s) => place.situations.has(s));
/** Of a move: whether it is made in one of these situations, or leads to one. */
export const outOf = (...situations: string[]) => (edge: Edge) => situations.some((s) => edge.outOf.has(s)); // prettier-ignore
export const into = (...situations: string[]) => (edge: Edge) => situations.some((s) => edge.into.has(s)); // prettier-ignore
export const is = (...types: EventType[]) => (edge: Edge) => types.includes(edge.move.type); // prettier-ignore
export const named = ({ move, at }: Edge) => `${move.type} in ${at}`;
export const departs = ({ verdict }: Edge, ...topics: TopicId[]) =>
  verdict.findings.some((f) => f.outcome === 'departs' && topics.includes(f.topic));
export const knows = (edge: Edge, act: Act) => edge.from.context.done.includes(act) || edge.move.done.includes(act);
export const claim = (name: Claim) => (rules: Rules) => claims[name](rules);
/** Whether a rulebook asks for an act, and asks it of every such move rather than only where something else is so. */
export const demanded =
  (topic: TopicId, act: Act, always = false) =>
  (rules: Rules): boolean =>
    (rules[topic] ? readings(rules[topic]) : []).some(({ value }) => {
      const { needs = [], when = [] } = demands(value) ?? {};
      return needs.includes(act) && !(always && when.length);
    });
/** The acts that a rulebook names on a topic. */
export const actsOn = (rules: Rules, topic: TopicId): readonly Act[] =>
  (rules[topic] ? readings(rules[topic]) : []).flatMap(({ value }) => {
    const { needs = [], anyOf = [] } = demands(value) ?? {};
    return [...needs, ...anyOf, ...('unless' in value ? value.unless : [])];
  });

/** Every move of one kind, held against a claim. */
export const moves = (of: (edge: Edge) => boolean, so: (edge: Edge, rules: Rules) => boolean): Pick<Invariant, 'watch'> => ({
  watch: (rules) => {
    let seen = 0;
    const broken: string[] = [];
    return {
      move: (edge) => {
        if (!of(edge)) return;
        seen++;
        if (!so(edge, rules)) broken.push(named(edge));
      },
      held: () => ({ seen, broken }),
    };
  },
});
export const places = (of: (place: Place) => boolean, so: (place: Place, rules: Rules) => boolean): Pick<Invariant, 'watch'> => ({
  watch: (rules) => ({
    held: (walk) => {
      const all = walk.places.filter(of);
      return { seen: all.length, broken: all.filter((p) => !so(p, rules)).map((p) => p.key) };
    },
  }),
});
/** No way leads to a situation without one of these moves. */
export const onlyAfter = (situation: string, ...types: EventType[]): Pick<Invariant, 'watch'> => ({
  watch: () => ({
    held: ({ places: all, ways }) => {
      const others = Map.groupBy(
        ways.filter((way) => !types.includes(way.move.type)),
        (way) => way.at,
      );
      const start = all.filter(({ snapshot }) => snapshot.context.today === undefined).map(({ key }) => key);
      const reached = new Set<string>();
      for (const queue = [...start]; queue.length;) {
        const at = queue.pop()!;
        if (reached.has(at)) continue;
        reached.add(at);
        queue.push(...(others.get(at) ?? []).map((way) => way.to));
      }
      const there = all.filter(within(situation));
      return { seen: there.length, broken: there.filter((p) => reached.has(p.key)).map((p) => p.key) };
    },
  }),
});
/** These moves can be made wherever one of these situations holds. */
export const offered = (types: readonly EventType[], ...situations: string[]): Pick<Invariant, 'watch'> =>
  places(anywhere(situations), ({ offers }) => types.every((type) => offers.has(type)));

export const plan = (place: Pick<Place, 'snapshot'>) => Object.values(place.snapshot.context.outcomes);
export const decidedForAll = ({ snapshot: { context } }: Place) => context.facts.children.every((child) => child.id in context.outcomes);
/** Whether a decision, as it leaves the case, covers every child. */
export const everyoneDecided = ({ facts, next }: Edge) => facts.children.every((child) => child.id in next.context.outcomes);
