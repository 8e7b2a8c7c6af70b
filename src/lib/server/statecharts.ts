/** A procedure's statechart as rows of the open data: all of it, and under which rulebooks each part of it exists. */
import type { AnyStateNode, AnyTransitionDefinition } from 'xstate';
import type { RulebookId } from '#content/schema.ts';
import { closedTo, metaOf, nodesOf, unknownTo } from '#machines/certificate/walk.ts';
import { situationOf } from '#machines/index.ts';
import type { Procedure, Rules } from '#machines/index.ts';

type Books = readonly { id: RulebookId; rules: Rules }[];
const knowing = (books: Books, known: (rules: Rules) => boolean) => books.filter(({ rules }) => known(rules)).map(({ id }) => id);

const stateOf = (node: AnyStateNode, books: Books) => {
  const { label, stage = null, topics = [], onlyIf = null } = metaOf(node);
  return {
    id: situationOf(node), topics, label, description: node.description ?? null, stage, kind: node.type,
    first: node.parent?.initial.target.includes(node) ?? false,
    remedy: node.tags.includes('remedy'),
    onlyIf, rulebooks: knowing(books, (rules) => !unknownTo(rules, node)),
  }; // prettier-ignore
};

const guardOf = ({ guard }: AnyTransitionDefinition): string | null =>
  guard && typeof guard === 'object' && 'type' in guard ? String(guard.type) : null;
const wayFrom = (node: AnyStateNode, way: AnyTransitionDefinition, books: Books) => {
  const { label = null, topics = [], skips = false, onlyIf = null } = metaOf(way);
  return {
    from: situationOf(node),
    event: String(way.eventType).replace(/^xstate\.done\..*/, 'done'),
    to: situationOf(way.target?.[0] ?? node),
    topics, label, given: guardOf(way), skips, onlyIf, rulebooks: knowing(books, (rules) => !closedTo(rules, way)),
  }; // prettier-ignore
};

export function statechartOf({ id, title, machine, events }: Procedure, books: Books) {
  const nodes = nodesOf(machine.root).filter((node) => node.parent);
  return {
    id,
    states: nodes.map((node) => stateOf(node, books)),
    transitions: nodes.flatMap((node) => [...node.transitions.values()].flat().map((way) => wayFrom(node, way, books))),
    title,
    events: Object.entries(events).map(([event, label]) => ({ event, label })),
  };
}
