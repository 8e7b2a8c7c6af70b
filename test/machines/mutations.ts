/**
 * A statechart or a rulebook with one thing broken on purpose: a certificate that still passed would prove nothing. Every transition is
 * left out in turn, sent elsewhere in turn, left without its guard or with one that never holds, and left without its topics or with one
 * that nobody knows; every rule that judges is left without its clauses.
 */
import type { RulebookId, TopicId } from '#content/schema.ts';
import { certify, topicsOf } from '#machines/certificate/certify.ts';
import { INVARIANTS } from '#machines/certificate/invariants/index.ts';
import { judgeable } from '#machines/checks/index.ts';
import type { Rules } from '#machines/findings.ts';
import { base } from '#machines/procedures/base.ts';
import type { Procedure } from '#machines/procedures/index.ts';
import type { WorkingCalendar } from '#machines/working-days.ts';

export const KINDS = [
  'transition left out', 'transition sent elsewhere', 'guard dropped', 'guard that never holds', 'topics dropped', 'topic unknown', 'citation dropped',
] as const; // prettier-ignore
export interface Mutation {
  kind: (typeof KINDS)[number];
  /** What was broken: the state, the event, and which of its ways. */
  what: string;
  procedure: Procedure;
  /** Instead of a rulebook's own rules. */
  rules?: (rules: Rules) => Rules;
}

interface Way {
  target?: string;
  guard?: unknown;
  meta?: { topics?: readonly TopicId[] };
}
interface State {
  on?: Record<string, Way | Way[]>;
  states?: Record<string, State>;
}

/** A copy of a configuration; functions are shared. */
function copy<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copy) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copy(inner)])) as T;
}

const listed = (ways: Way | Way[]): Way[] => (Array.isArray(ways) ? ways : [ways]);
/** Every transition, as the path to its state, its event, and its place among the ways of that event. */
function everyWay(state: State, path: readonly string[] = []): { path: readonly string[]; event: string; at: number }[] {
  const own = Object.entries(state.on ?? {}).flatMap(([event, ways]) => listed(ways).map((_, at) => ({ path, event, at })));
  return [...own, ...Object.entries(state.states ?? {}).flatMap(([name, child]) => everyWay(child, [...path, name]))];
}

function broken(
  procedure: Procedure,
  { path, event, at }: ReturnType<typeof everyWay>[number],
  change: (ways: Way[], at: number) => void,
): Procedure {
  const config = copy(procedure.machine.config) as unknown as State;
  const state = path.reduce((node, name) => node.states![name]!, config);
  const ways = listed(state.on![event]!);
  change(ways, at);
  state.on![event] = ways;
  return {
    ...procedure,
    machine: base.createMachine(config as Parameters<typeof base.createMachine>[0]),
  };
}

/** Somewhere that the transition does not lead: another of the outermost situations, an ending and one that is none. */
function elsewhere({ machine }: Procedure, target: string | undefined): string[] {
  const all = Object.entries(machine.root.states).filter(([name]) => name !== target && `#${name}` !== target);
  const ending = all.find(([, node]) => node.type === 'final');
  const open = all.findLast(([, node]) => node.type !== 'final');
  return [ending, open].flatMap((each) => (each ? [`#${machine.id}.${each[0]}`] : []));
}

export function mutationsOf(procedure: Procedure, rules: Rules): Mutation[] {
  const config = procedure.machine.config as unknown as State;
  const ways = everyWay(config);
  const wayAt = ({ path, event, at }: (typeof ways)[number]) => listed(path.reduce((node, name) => node.states![name]!, config).on![event]!)[at]!;
  const named = ({ path, event, at }: (typeof ways)[number]) => `${path.join('.')} ${event} ${at + 1}`;
  const cited = [...topicsOf(procedure).judging].filter((topic) => rules[topic] && judgeable(rules[topic]));
  return [
    ...ways.map((way): Mutation => ({
      kind: 'transition left out', what: named(way), procedure: broken(procedure, way, (all, at) => all.splice(at, 1)),
    })),
    ...ways.flatMap((way) =>
      elsewhere(procedure, wayAt(way).target).map((target): Mutation => ({
        kind: 'transition sent elsewhere',
        what: `${named(way)} to ${target}`,
        procedure: broken(procedure, way, (all, at) => (all[at] = { ...all[at], target })),
      })),
    ),
    ...ways.filter((way) => wayAt(way).guard).map((way): Mutation => ({
      kind: 'guard dropped', what: named(way), procedure: broken(procedure, way, (all, at) => delete all[at]?.guard),
    })),
    ...ways.filter((way) => wayAt(way).guard).map((way): Mutation => ({
      kind: 'guard that never holds', what: named(way), procedure: broken(procedure, way, (all, at) => (all[at] = { ...all[at], guard: () => false })),
    })),
    ...ways.map((way): Mutation => ({
      kind: 'topic unknown', what: named(way), procedure: broken(procedure, way, (all, at) => (all[at] = { ...all[at], meta: { ...all[at]?.meta, topics: ['no.such-topic'] } })),
    })),
    ...ways.map((way): Mutation => ({
      kind: 'topics dropped', what: named(way), procedure: broken(procedure, way, (all, at) => (all[at] = { ...all[at], meta: { ...all[at]?.meta, topics: [] } })),
    })),
    ...cited.map((topic): Mutation => ({
      kind: 'citation dropped',
      what: topic,
      procedure,
      rules: (its) => {
        const rule = its[topic]!;
        if (rule.status === 'stated') return { ...its, [topic]: { ...rule, clauses: [] } };
        return rule.status === 'conflicting' ? { ...its, [topic]: { ...rule, readings: rule.readings.map((r) => ({ ...r, clauses: [] })) } } : its;
      },
    })),
  ];
} // prettier-ignore

/**
 * Whether a certificate fails under one of the rulebooks at least.
 * @param invariants the sentences that it proves; all of them by default
 */
export const isCaught = (
  { procedure, rules = (its) => its }: Mutation,
  rulebooks: readonly { id: RulebookId; rules: Rules }[],
  calendar: WorkingCalendar,
  invariants = INVARIANTS,
): boolean =>
  rulebooks.some((rulebook) => {
    try {
      return certify(procedure, { id: rulebook.id, rules: rules(rulebook.rules) }, calendar, invariants).problems.length > 0;
    } catch {
      // A statechart that cannot even be walked is not certified.
      return true;
    }
  });
