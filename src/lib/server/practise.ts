/** The few kilobytes that a practise page needs: its case, and of each rulebook the rules that its procedure asks for. */
import type { Act, Reading, Rule, Rulebook, Scenario, TopicId, Value } from '#content/schema.ts';
import { procedure } from '#machines/index.ts';
import type { Drawing } from '../drawing.ts';
import { EMPTY } from '../practise/pack.ts';
import type { LeanRule, Packed, Words } from '../practise/pack.ts';
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

const isEmpty = ([key, value]: [string, unknown]) =>
  value === undefined || (key in EMPTY && (value === '' || (Array.isArray(value) && value.length === 0)));
const lean = (of: object): object => Object.fromEntries(Object.entries(of).filter((entry) => !isEmpty(entry)));

/** A value as far as it is checked: what only a look-up page tells is left there. */
function checked(value: Value): object {
  const rest = { ...value, condition: undefined };
  switch (value.kind) {
    case 'list':
      return lean({
        ...rest,
        items: value.items.flatMap(({ what: _, clauses: __, ...judged }) =>
          (judged.act ?? judged.anyOf ?? judged.never) ? [lean(judged)] : [],
        ),
      });
    case 'route':
      return lean({ ...rest, steps: [] });
    case 'age':
    case 'decider':
      return lean(rest);
    default:
      return lean({ ...rest, who: [], what: '' });
  }
}

/** A rule as far as it judges. Its words come apart, for the rulebook that is played. */
function judging(rule: Rule): LeanRule {
  const reading = ({ value, modality }: Pick<Reading, 'value' | 'modality'>) => ({ modality, value: checked(value) });
  const { status } = rule;
  if (status === 'stated') return { status, ...reading(rule) };
  return status === 'conflicting' ? { status, readings: rule.readings.map(reading) } : { status };
}

/** The words of a rule and the clauses that it rests on; of each reading, where its clauses conflict. */
function words(rule: Rule): Words['said'][TopicId] {
  const of = rule.status === 'conflicting' ? rule.readings : [rule];
  // Where a clause is cited, its items need not be: its page shows them.
  return of.map(({ answer, clauses }) => ({
    answer,
    clauses: clauses.filter((id) => !clauses.some((other) => id.startsWith(`${other}.`))),
  }));
}

/** The acts that a finding under this rule can name. */
function named(rule: Rule): Act[] {
  const values = rule.status === 'stated' ? [rule.value] : rule.status === 'conflicting' ? rule.readings.map((r) => r.value) : [];
  return values.flatMap((v) => [
    ...('needs' in v ? v.needs : []),
    ...('anyOf' in v ? v.anyOf : []),
    ...('never' in v ? v.never : []),
    ...('unless' in v ? v.unless : []),
    ...(v.kind === 'window' ? [...v.earlier, ...v.later] : []),
    ...(v.kind === 'list'
      ? v.items.flatMap((i) => [...(i.act ? [i.act] : []), ...(i.anyOf ?? []), ...(i.never ?? []), ...(i.unless ?? [])])
      : []),
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
export const canPlay = ({ id, covers }: Rulebook, { procedure, rulebooks }: Scenario): boolean =>
  covers.includes(procedure) && rulebooks.includes(id);

function idsOf(scenario: Scenario): readonly TopicId[] {
  const wanted = new Set(asked(procedure(scenario.procedure).machine.root));
  return topics.map((t) => t.id).filter((id) => wanted.has(id));
}

/** What a rulebook says in answer to the questions of a case: fetched for the one that is played, and for others on demand. */
export function wordsOf(scenario: Scenario, { rules }: Rulebook): Words {
  const ids = idsOf(scenario);
  const acts = new Set(ids.flatMap((topic) => named(rules[topic]!)));
  return {
    said: Object.fromEntries(ids.map((topic) => [topic, words(rules[topic]!)])),
    acts: typesetAll(Object.fromEntries(Object.entries(content.acts).filter(([act]) => acts.has(act)))),
  };
}

export function packOf(scenario: Scenario): Packed {
  const books = rulebooks.map((rulebook): Packed['books'][number] => {
    const { id, short, name: fullName, edition } = labelOf(rulebook);
    const playable = canPlay(rulebook, scenario);
    const rules = Object.fromEntries(idsOf(scenario).map((topic) => [topic, judging(rulebook.rules[topic]!)]));
    return { id, name: short, fullName, edition, hash: rulebook.hash, playable, rules };
  });
  const { story, rulebooks: _rulebooks, ...rest } = scenario;
  const calendar = content.calendars[scenario.calendar]!;
  const year = Number(Object.values(scenario.facts.dates)[0]!.slice(0, 4));
  return {
    scenario: rest,
    story: story.split(/\n\s*\n/),
    books,
    calendar: {
      ...calendar,
      holidays: calendar.holidays.filter(({ date }) => Math.abs(Number(date.slice(0, 4)) - year) < 2),
      years: { from: year - 1, to: year + 1 },
    },
    drawing: drawn(scenario),
  };
}
