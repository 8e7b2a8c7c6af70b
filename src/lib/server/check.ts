/** What a document is held against: the fingerprints of a rulebook's clauses, and what rests on each of them. */
import type { Rulebook, Scenario } from '#content/schema.ts';
import { procedures, type Procedure } from '#machines/index.ts';
import type { Backing, Step } from '../check/model.ts';
import type { Print } from '../check/fingerprint.ts';
import { findTopic, topicsCiting } from './content.ts';
import { canPlay, scenarios } from './practise.ts';
import { situationsOf } from './situations.ts';

export const printsOf = ({ clauses }: Rulebook): Print[] => clauses.map(({ id, sha256 }) => ({ id, sha256 }));

interface Node {
  type: string;
  states: Record<string, Node>;
}
/** Whether a case can be in both situations at once: one lies in the other, or they part where things go on side by side. */
function together(root: Node, one: string, other: string): boolean {
  const [a, b] = [one.split('.'), other.split('.')];
  let node: Node | undefined = root;
  let depth = 0;
  for (; a[depth] === b[depth] && a[depth] !== undefined; depth++) node = node?.states[a[depth]!];
  return depth === a.length || depth === b.length || node?.type === 'parallel';
}

function stepsOf(procedure: Procedure, { rules }: Rulebook, played: readonly Scenario[]): Step[] {
  const root = procedure.machine.root as unknown as Node;
  const { situations, ways } = situationsOf(procedure, rules);
  const label = new Map(situations.map((s) => [s.id, s.label]));
  const words = procedure.events as Record<string, string>;
  const making = (event: string, at: string) =>
    played.filter(({ decisions }) =>
      decisions.some((d) => d.moves.some((m) => m.event.type === event) && d.at.some((one) => together(root, one, at))),
    );
  const steps = new Map<string, Step>();
  const add = (key: string, step: Step) => {
    const known = steps.get(key);
    steps.set(key, {
      ...step,
      topics: [...new Set([...(known?.topics ?? []), ...step.topics])],
      cases: [...new Set([...(known?.cases ?? []), ...step.cases])],
    });
  };
  for (const { id, label, topics, parts } of situations)
    for (const of of [topics, ...parts.flatMap((part) => part.steps.map((s) => s.topics))])
      add(id, { procedure: procedure.id, from: label, topics: [...of], cases: [] });
  for (const { from, at, event, topics } of ways) {
    if (!event) continue;
    const cases = making(event, at).map((s) => s.id);
    add(`${from} ${event}`, {
      procedure: procedure.id,
      from: label.get(from) ?? from,
      move: words[event] ?? event,
      topics: [...topics],
      cases,
    });
  }
  return [...steps.values()];
}

export function backingOf(rulebook: Rulebook): Backing {
  const clauses = Object.fromEntries(
    rulebook.clauses.map(({ id, restatement }) => [id, { says: restatement, topics: [...topicsCiting(rulebook.id, id)] }]),
  );
  const cited = new Set(Object.values(clauses).flatMap(({ topics }) => topics));
  const steps = Object.values(procedures).flatMap((procedure) =>
    stepsOf(
      procedure,
      rulebook,
      scenarios.filter((s) => s.procedure === procedure.id && canPlay(rulebook, s)),
    ),
  );
  const its = steps.map((step) => ({ ...step, topics: step.topics.filter((t) => cited.has(t)) })).filter(({ topics }) => topics.length);
  const played = new Set(its.flatMap(({ cases }) => cases));
  return {
    clauses,
    questions: Object.fromEntries([...cited].map((id) => [id, findTopic(id)!.question])),
    steps: its,
    cases: Object.fromEntries(scenarios.filter(({ id }) => played.has(id)).map(({ id, title }) => [id, title])),
  };
}
