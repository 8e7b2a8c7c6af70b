/** Which topics that judge moves are tried: by a move of a case, or by a move that has a name. */
import type { Content, RulebookId, Topic, TopicId } from '#content/schema.ts';
import { topicsOf } from '#machines/certificate/certify.ts';
import { judgeable } from '#machines/checks/index.ts';
import { procedures } from '#machines/index.ts';
import { NAMED } from './named.ts';
import { inputFor, walk } from './walk.ts';

/** Topics by which a move of some statechart is judged, under a rule that a move can keep or break. */
export function judging({ topics, rulebooks }: Pick<Content, 'topics' | 'rulebooks'>): Topic['id'][] {
  const named = new Set(Object.values(procedures).flatMap((procedure) => [...topicsOf(procedure).judging]));
  return topics.map(({ id }) => id).filter((id) => named.has(id) && rulebooks.some(({ rules }) => judgeable(rules[id]!)));
}

export interface Met {
  by: 'case' | 'name';
  /** The case and its move, or the move in words. */
  move: string;
  under: RulebookId;
  outcome: string;
}
/** By topic, the first move that is judged by it: of a case, where there is one. */
export function heldBy({ scenarios }: Pick<Content, 'scenarios'>, named = NAMED): ReadonlyMap<TopicId, Met> {
  const met = new Map<TopicId, Met>();
  const note = (topic: TopicId, one: Met) => met.has(topic) || met.set(topic, one);
  for (const scenario of scenarios)
    for (const under of scenario.rulebooks)
      for (const [topic, { move, outcome }] of walk(scenario, inputFor(scenario, under)).judged)
        note(topic, { by: 'case', move: `${scenario.id}, ${move}`, under, outcome });
  for (const { topic, told, under, found, force } of named) note(topic, { by: 'name', move: told, under, outcome: `${found} ${force}` });
  return met;
}
