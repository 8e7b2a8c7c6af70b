import { describe, expect, it } from 'vitest';
import type { AnyStateNode, AnyTransitionDefinition } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { readContent } from '#content/read.ts';
import type { Finding, Rules } from '#machines/findings.ts';
import { judge, possible } from '#machines/judge.ts';
import type { Judged } from '#machines/judge.ts';
import { icpc, icpcArises, icpcClaims, icpcEvents } from '#machines/procedures/icpc.ts';
import type { IcpcEvent, SituationMeta } from '#machines/procedures/icpc.ts';
import { procedure } from '#machines/procedures/index.ts';
import type { ProcedureSnapshot } from '#machines/procedures/index.ts';
import { present, situationOf } from '#machines/situations.ts';
import { openCalendar } from '#machines/working-days.ts';
import { facts, icpcMoves } from './icpc.moves.ts';

const content = readContent('content');
const calendar = openCalendar(content.calendars['england-and-wales']!);
const topics = new Set(content.topics.map((t) => t.id));
const moves = icpcMoves();
/** Beyond any walk of today (some 340 situations times some 60 moves), and far below a runaway. */
const limit = 60_000;

const metaOf = (of: { meta?: unknown } | undefined) => (of?.meta ?? {}) as SituationMeta;
const within = (node: AnyStateNode): AnyStateNode[] => [node, ...Object.values(node.states).flatMap(within)];
const nodes = within(icpc.root);
const leaves = nodes.filter((node) => !Object.keys(node.states).length);
const prescribed = (node: AnyStateNode) => [...node.transitions.values()].flat().filter((t) => !t.eventType.startsWith('xstate.'));
const transitions: AnyTransitionDefinition[] = nodes.flatMap(prescribed);
const named = (t: AnyTransitionDefinition) => `${t.source.id} ${t.eventType}[${t.source.transitions.get(t.eventType)?.indexOf(t)}]`;

/** Where a case stands. Days and acts are left out: guards read no act of an earlier move, and days would multiply the walk. */
const place = ({ value, context }: ProcedureSnapshot) => JSON.stringify([value, context.outcomes]);

/** Whether this rulebook does not know the situation, or the one that holds it. */
const unknownTo = (rules: Rules, node: AnyStateNode): boolean => {
  const { onlyIf } = metaOf(node);
  return (onlyIf !== undefined && !icpcClaims[onlyIf](rules)) || (node.parent !== undefined && unknownTo(rules, node.parent));
};
const closedTo = (rules: Rules, t: AnyTransitionDefinition): boolean => {
  const { onlyIf } = metaOf(t);
  return (onlyIf !== undefined && !icpcClaims[onlyIf](rules)) || [t.source, ...(t.target ?? [])].some((node) => unknownTo(rules, node));
};

interface Edge extends Judged {
  from: ProcedureSnapshot;
  move: IcpcEvent;
  transition: AnyTransitionDefinition;
}

function walk(rules: Rules) {
  const started = performance.now();
  const paths = getShortestPaths(icpc, {
    input: { rules, calendar, facts },
    events: moves,
    limit,
    serializeState: (snapshot) => place(snapshot),
  });
  const edges = paths.flatMap(({ state: from }): Edge[] =>
    moves.flatMap((move) => {
      const [transition, second] = icpc.getTransitionData(from, move);
      if (second) throw new Error(`${move.type} is taken by two regions at once in ${JSON.stringify(from.value)}`);
      return transition ? [{ from, move, transition, ...judge(procedure('icpc'), from, move) }] : [];
    }),
  );
  return { paths, edges, milliseconds: performance.now() - started };
}

describe('the words of the statechart', () => {
  it('every situation has a label, a description, a stage and topics that exist', () => {
    for (const leaf of leaves) {
      const { label, stage, topics: its = [] } = metaOf(leaf);
      expect(label, leaf.id).toBeTruthy();
      expect(leaf.description, leaf.id).toBeTruthy();
      expect(stage, leaf.id).toBeTruthy();
      expect(its, leaf.id).not.toEqual([]);
    }
    expect(nodes.flatMap((node) => metaOf(node).topics ?? []).filter((topic) => !topics.has(topic))).toEqual([]);
  });
  it('every transition names topics that exist', () => {
    for (const t of transitions) expect(metaOf(t).topics ?? [], named(t)).not.toEqual([]);
    expect(transitions.flatMap((t) => metaOf(t).topics ?? []).filter((topic) => !topics.has(topic))).toEqual([]);
  });
  it('a topic that only sometimes arises exists and is asked of some move', () => {
    const asked = new Set(transitions.flatMap((t) => metaOf(t).topics ?? []));
    expect(Object.keys(icpcArises).filter((topic) => !topics.has(topic) || !asked.has(topic))).toEqual([]);
  });
  it('every move of the list is taken somewhere, and no other', () => {
    expect(new Set(transitions.map((t) => t.eventType))).toEqual(new Set(Object.keys(icpcEvents)));
    expect(new Set(moves.map((move) => move.type))).toEqual(new Set(Object.keys(icpcEvents)));
  });
});

describe.each(content.rulebooks.map(({ id, rules }) => ({ id, rules })))('every path under $id', ({ id, rules }) => {
  const { paths, edges, milliseconds } = walk(rules);
  const to = (situation: string) =>
    edges.filter(({ from, next }) => present(next).includes(situation) && !present(from).includes(situation));
  const found = (edge: Edge, topic: string): Finding[] => edge.verdict.findings.filter((f) => f.topic === topic);

  it('is walked', () => {
    const longest = Math.max(...paths.map((path) => path.weight));
    console.log(`${id}: ${paths.length} situations, ${edges.length} moves taken, longest way ${longest}, ${milliseconds.toFixed(0)} ms`);
    expect(paths.length).toBeGreaterThan(0);
  });

  it('reaches every situation that the rulebook knows, and no other', () => {
    const reached = new Set(paths.flatMap(({ state }) => present(state)));
    const known = nodes.filter((node) => node.parent && !unknownTo(rules, node));
    expect([...reached].sort()).toEqual(known.map(situationOf).sort());
  });

  it('takes every transition that the rulebook knows, and no other', () => {
    const taken = new Set(edges.map(({ transition }) => named(transition)));
    expect([...taken].sort()).toEqual(transitions.filter((t) => !closedTo(rules, t)).map(named).sort()); // prettier-ignore
  });

  it('loses no move: each is taken in some situation, and what a situation offers it takes', () => {
    const known = new Set(transitions.filter((t) => !closedTo(rules, t)).map((t) => t.eventType));
    expect(new Set<string>(edges.map(({ move }) => move.type))).toEqual(known);
    const taken = new Map<string, Set<string>>();
    for (const { from, move } of edges) taken.set(place(from), (taken.get(place(from)) ?? new Set()).add(move.type));
    for (const { state } of paths) expect(taken.get(place(state)) ?? new Set()).toEqual(new Set(possible(state)));
  });

  it('ends: every final situation is reached, and one can be reached from everywhere', () => {
    const before = new Map<string, string[]>();
    for (const { from, next } of edges) before.set(place(next), [...(before.get(place(next)) ?? []), place(from)]);
    const final = paths.filter(({ state }) => state.status === 'done');
    expect(new Set(final.map(({ state }) => state.value))).toEqual(new Set(['notConvened', 'noPlan', 'planUnderWay']));
    const ends = new Set<string>();
    for (const queue = final.map(({ state }) => place(state)); queue.length;) {
      const at = queue.pop()!;
      if (ends.has(at)) continue;
      ends.add(at);
      queue.push(...(before.get(at) ?? []));
    }
    expect(paths.map(({ state }) => place(state)).filter((at) => !ends.has(at))).toEqual([]);
  });

  it('makes no plan without a recorded decision for every child', () => {
    for (const { state } of paths) {
      const decided = Object.values(state.context.outcomes);
      const where = JSON.stringify(state.value);
      if (state.matches({ meeting: 'planning' }) || state.matches('followingThrough') || state.matches('planUnderWay')) {
        expect(decided, where).toContain('plan');
        expect(decided.length, where).toBe(facts.children.length);
      }
      if (state.matches({ meeting: 'supporting' }) || state.matches('tellingThem') || state.matches('noPlan')) {
        expect(decided, where).toEqual(facts.children.map(() => 'no-plan'));
      }
    }
    for (const { move } of to('meeting.planning')) expect(['decision.made', 'casting-vote.given']).toContain(move.type);
  });

  it('gives the chair a casting vote only after an even split, which decides nothing', () => {
    for (const { from, move } of edges) if (move.type === 'casting-vote.given') expect(from.matches({ meeting: 'evenlySplit' })).toBe(true);
    for (const { from, move, next } of to('meeting.evenlySplit')) {
      expect(move.type).toBe('decision.made');
      const votes = Object.values(move.views ?? {});
      expect(votes.filter((vote) => vote === 'plan').length * 2).toBe(votes.length);
      expect(next.context.outcomes).toEqual(from.context.outcomes);
      expect(next.context.done.includes('plan-made')).toBe(from.context.done.includes('plan-made'));
    }
  });

  it('lets an inquorate conference meet only by going ahead, or by opening again with enough agencies', () => {
    const meets = edges.filter(({ from, next }) => (from.matches('inquorate') || from.matches('adjourned')) && next.matches('meeting'));
    expect(meets.length).toBeGreaterThan(0);
    for (const edge of meets) {
      if (edge.move.type === 'conference.proceeded') expect(edge.from.matches('inquorate')).toBe(true);
      else {
        expect(edge.move.type).toBe('conference.opened');
        expect(edge.move.done).not.toContain('judged-too-few');
        expect(found(edge, 'quorum.minimum').map((f) => f.outcome)).not.toContain('departs');
      }
    }
    for (const { steps } of paths) {
      const values = steps.map(({ state }) => state);
      const inquorate = values.findLastIndex((state) => state.matches('inquorate'));
      const meeting = values.findIndex((state, i) => i > inquorate && state.matches('meeting'));
      if (inquorate < 0 || meeting < 0) continue;
      expect(['conference.proceeded', 'conference.opened']).toContain(steps[meeting]?.event.type);
    }
  });

  it('goes the way that the findings explain', () => {
    for (const edge of edges) {
      const departs = (topic: string) => found(edge, topic).some((f) => f.outcome === 'departs');
      if (edge.move.type === 'conference.opened')
        expect(edge.next.matches('inquorate')).toBe(departs('quorum.minimum') || edge.move.done.includes('judged-too-few'));
      if (edge.move.type === 'conference.fixed') expect(edge.next.hasTag('late')).toBe(departs('icpc.deadline'));
      if (metaOf(edge.transition).skips) expect(edge.verdict.outcome).not.toBe('complies');
    }
  });

  it('remembers what was shown, in the acts by which it was judged', () => {
    for (const { from, move, next } of edges) {
      const dates = procedure('icpc').dates(move, from.context);
      expect(next.context.done).toEqual(expect.arrayContaining([...procedure('icpc').acts(move, { ...from.context, dates })]));
      expect(next.context.today).toBe(move.on);
    }
  });
});
