/** The few kilobytes that a practise page needs: its case, and of each rulebook the rules that its procedure asks for. */
import type { Act, Rule, Rulebook, Scenario, TopicId, Value } from '#content/schema.ts';
import { procedure } from '#machines/index.ts';
import type { Drawing } from '../drawing.ts';
import type { Book, Pack, Words } from '../practise/pack.ts';
import { content, labelOf, rulebooks, topics } from './content.ts';
import { draw } from './drawing.ts';
import { typesetAll } from './typeset.ts';

interface Node {
  meta?: { topics?: readonly TopicId[] };
  states: Record<string, Node>;
  transitions: Map<string, readonly { meta?: { topics?: readonly TopicId[] } }[]>;
}
/** Every topic that judges a move of a procedure or governs a situation of it. */
function asked(node: Node): TopicId[] {
  const moves = [...node.transitions.values()].flat();
  return [...(node.meta?.topics ?? []), ...moves.flatMap((t) => t.meta?.topics ?? []), ...Object.values(node.states).flatMap(asked)];
}

/** A value as far as it is checked and shown: what only a look-up page tells is left there. */
function checked(value: Value): Value {
  const { condition: _condition, ...rest } = value as Value & { condition?: string };
  switch (rest.kind) {
    case 'list':
      return { ...rest, items: rest.items.filter((i) => i.act !== undefined).map(({ act }) => ({ act, what: '', clauses: [] })) };
    case 'route':
      return { ...rest, steps: [] };
    case 'duty':
    case 'permission':
    case 'prohibition':
    case 'condition':
      return { ...rest, who: [], what: '' };
    default:
      return rest as Value;
  }
}

/** A rule as far as it judges. Its words come apart, for the rulebook that is played. */
function bare(rule: Rule): Rule {
  const reading = <T extends { value: Value }>(of: T) => ({ ...of, value: checked(of.value), answer: '', clauses: [] });
  if (rule.status === 'stated') return { ...reading(rule), examples: [] };
  if (rule.status === 'conflicting') return { ...rule, answer: '', readings: rule.readings.map(reading) };
  return { ...rule, answer: '', clauses: [] };
}

/** The words of a rule and the clauses that it rests on; of each reading, where its clauses conflict. */
function words(rule: Rule): Words[TopicId] {
  const of = rule.status === 'conflicting' ? rule.readings : [rule];
  // Where a clause is cited, its items need not be: its page shows them.
  return of.map(({ answer, clauses }) => ({ answer, clauses: clauses.filter((id) => !clauses.some((other) => id.startsWith(`${other}.`))) }));
}

/** The acts that a finding under this rule can name. */
function named(rule: Rule): Act[] {
  const values = rule.status === 'stated' ? [rule.value] : rule.status === 'conflicting' ? rule.readings.map((r) => r.value) : [];
  return values.flatMap((v) => [
    ...('needs' in v ? v.needs : []),
    ...('anyOf' in v ? v.anyOf : []),
    ...('never' in v ? v.never : []),
    ...(v.kind === 'age' ? v.unless : []),
    ...(v.kind === 'list' ? v.items.flatMap((i) => i.act ?? []) : []),
    ...(v.kind === 'decider' ? ['every-agency-asked'] : []),
  ]);
}

/** The map as it is drawn; what only the outline of a procedure tells is left there. */
function drawn(scenario: Scenario): Drawing {
  const drawing = draw(procedure(scenario.procedure), { look: 'compact' });
  return {
    ...drawing,
    shapes: drawing.shapes.map((shape) => ({ ...shape, topics: [] })),
    edges: drawing.edges.filter((e) => e.path).map((edge) => ({ ...edge, moves: [], points: [] })),
  };
}

export const scenarios: readonly Scenario[] = typesetAll(content.scenarios);
export const findScenario = (id: string): Scenario | undefined => scenarios.find((s) => s.id === id);
export const canPlay = ({ id, covers }: Rulebook, { procedure, rulebooks }: Scenario): boolean => covers.includes(procedure) && rulebooks.includes(id);

function idsOf(scenario: Scenario): readonly TopicId[] {
  const wanted = new Set(asked(procedure(scenario.procedure).machine.root as unknown as Node));
  return topics.map((t) => t.id).filter((id) => wanted.has(id));
}

/** What a rulebook says in answer to the questions of a case: fetched for the one that is played, and for others on demand. */
export const wordsOf = (scenario: Scenario, rulebook: Rulebook): Words =>
  Object.fromEntries(idsOf(scenario).map((topic) => [topic, words(rulebook.rules[topic]!)]));

export function packOf(scenario: Scenario): Pack {
  const books = rulebooks.map((rulebook): Book => {
    const { id, short, name: fullName, edition } = labelOf(rulebook);
    const playable = canPlay(rulebook, scenario);
    const rules = Object.fromEntries(idsOf(scenario).map((topic) => [topic, bare(rulebook.rules[topic]!)]));
    return { id, name: short, fullName, edition, hash: rulebook.hash, playable, rules };
  });
  const acts = new Set(books.filter((b) => b.playable).flatMap((b) => Object.values(b.rules).flatMap(named)));
  const { story, rulebooks: _rulebooks, ...rest } = scenario;
  const calendar = content.calendars[scenario.calendar]!;
  const year = Number(Object.values(scenario.facts.dates)[0]!.slice(0, 4));
  return {
    scenario: rest,
    story: story.split(/\n\s*\n/),
    books,
    acts: typesetAll(Object.fromEntries(Object.entries(content.acts).filter(([act]) => acts.has(act)))),
    calendar: { ...calendar, holidays: calendar.holidays.filter(({ date }) => Math.abs(Number(date.slice(0, 4)) - year) < 2), years: { from: year - 1, to: year + 1 } },
    drawing: drawn(scenario),
  };
}
