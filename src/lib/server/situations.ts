/** A procedure's statechart, read as a map has it: situations, the parts that go on side by side in some of them, and the ways between. */
import type { Stage, TopicId } from '#content/schema.ts';
import type { Procedure, Rules } from '#machines/index.ts';
import { claims } from '#machines/procedures/claims.ts';
import type { Claim } from '#machines/procedures/claims.ts';
import type { SituationMeta } from '#machines/procedures/procedure.ts';

export interface Situation {
  /** The path of the state: `meeting.deciding`. */
  id: string;
  label: string;
  what: string;
  stage: Stage;
  remedy: boolean;
  final: boolean;
  onlyIf?: Claim;
  topics: readonly TopicId[];
  parts: readonly Part[];
  /** The situation whose part this one is a step of, where the step is a situation of its own. */
  within?: string;
}
export interface Part {
  id: string;
  label: string;
  /** Those of its steps and moves, in their order. */
  topics: readonly TopicId[];
  steps: readonly (Pick<Situation, 'id' | 'label' | 'what' | 'remedy' | 'topics'> & { done: boolean })[];
}
export interface Way {
  from: string;
  to: string;
  /** The state that takes the move, and the one that it leads to: those of parts where the ends are situations. */
  at: string;
  target: string | undefined;
  /** `undefined` where the situation is over of itself, when all its parts are done. */
  event: string | undefined;
  label?: string;
  topics: readonly TopicId[];
  skips: boolean;
  onlyIf?: Claim;
}
export interface Situations {
  first: string;
  situations: readonly Situation[];
  ways: readonly Way[];
}

/** What is read of a state of XState. */
interface Node {
  path: string[];
  type: string;
  tags: string[];
  description?: string | undefined;
  meta?: SituationMeta;
  parent?: Node;
  states: Record<string, Node>;
  initial?: { target: readonly Node[] };
  transitions: Map<string, readonly Taken[]>;
}
interface Taken {
  eventType: string;
  target: readonly Node[] | undefined;
  meta?: SituationMeta;
}

const idOf = (node: Node) => node.path.join('.');
const children = (node: Node) => Object.values(node.states);
const above = (node: Node): Node[] => (node.parent ? [node.parent, ...above(node.parent)] : []);
const below = (node: Node): Node[] => children(node).flatMap((child) => [child, ...below(child)]);
const isStep = (node: Node) => node.type !== 'compound' && node.type !== 'parallel';
const parallel = (node: Node) => above(node).find((a) => a.type === 'parallel');
const isSituation = (node: Node) =>
  !!node.parent && (parallel(node) ? node.tags.includes('remedy') : node.type === 'parallel' || isStep(node));
const isFirst = (node: Node) => !!node.parent?.initial?.target.includes(node);
const moves = (node: Node) => [...node.transitions.values()].flat();
const topicsOf = (of: { meta?: SituationMeta }) => of.meta?.topics ?? [];

function situation(node: Node): Situation {
  const { label, stage, onlyIf } = node.meta ?? {};
  if (!label || !stage) throw new Error(`the situation ${idOf(node)} has no label or no stage, so it cannot be drawn`);
  const within = parallel(node);
  return {
    id: idOf(node),
    label,
    what: node.description ?? '',
    stage,
    remedy: node.tags.includes('remedy'),
    final: node.type === 'final',
    topics: topicsOf(node),
    parts: node.type === 'parallel' ? children(node).map(part) : [],
    ...(onlyIf ? { onlyIf } : {}),
    ...(within ? { within: idOf(within) } : {}),
  };
}

function part(node: Node): Part {
  const all = [node, ...below(node)];
  return {
    id: idOf(node),
    label: node.meta?.label ?? node.path.at(-1)!,
    topics: [...new Set(all.flatMap((one) => [...topicsOf(one), ...moves(one).flatMap(topicsOf)]))],
    steps: all.filter(isStep).map((step) => ({
      id: idOf(step),
      label: step.meta?.label ?? step.path.at(-1)!,
      what: step.description ?? '',
      remedy: step.tags.includes('remedy'),
      done: !isFirst(step) && !step.tags.includes('remedy'),
      topics: topicsOf(step),
    })),
  };
}

/** Where a way that ends at this state leads: into the first step of what has steps one after another, else to the situation that it is part of. */
function enters(node: Node): Node {
  const [first] = node.type === 'compound' ? (node.initial?.target ?? []) : [];
  return first ? enters(first) : node;
}
const holding = (node: Node): Node => (isSituation(node) ? node : above(node).find(isSituation)!);

/**
 * @param rules those of a rulebook: situations and ways that it does not know are then left out
 * @throws Error naming a situation without a label
 */
export function situationsOf({ machine }: Pick<Procedure, 'machine'>, rules?: Rules): Situations {
  const root = machine.root as unknown as Node;
  const all = below(root);
  const known = (of: { meta?: SituationMeta }) => !rules || !of.meta?.onlyIf || claims[of.meta.onlyIf](rules);
  const shown = all.filter(isSituation).filter(known);

  const ways = all.flatMap((node) => {
    // A move that a stretch of several situations takes can be made in each of them.
    const inside = holding(node) as Node | undefined;
    const sources = inside ? [inside] : below(node).filter(isSituation);
    return moves(node)
      .filter(known)
      .flatMap((move): Way[] =>
        sources.filter(known).map((source) => {
          const target = move.target?.[0] && enters(move.target[0]);
          const { label, skips = false, onlyIf, topics = [] } = move.meta ?? {};
          return {
            from: idOf(source),
            to: idOf(target ? holding(target) : source),
            at: idOf(node),
            target: target && idOf(target),
            event: move.eventType.startsWith('xstate.') ? undefined : move.eventType,
            topics,
            skips,
            ...(label ? { label } : {}),
            ...(onlyIf ? { onlyIf } : {}),
          };
        }),
      );
  });
  return { first: idOf(holding(enters(root))), situations: shown.map(situation), ways };
}
