/** The few kilobytes that a practise page needs: its case, and of each rulebook the rules that its procedure asks for. */
import type { Act, Reading, Rule, Rulebook, RulebookId, Scenario, TopicId, Value } from '#content/schema.ts';
import { begin, eventOf, judge, nextDecision, openCalendar, procedure } from '#machines/index.ts';
import type { Drawing } from '../drawing.ts';
import { EMPTY } from '../practise/pack.ts';
import type { After, LeanRule, LeanRules, Opening, Pack, Words } from '../practise/pack.ts';
import { content, findTopic, labelOf, rulebooks, topics } from './content.ts';
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

/** The note on the document that tells of a contradiction: the one that names most of the clauses of its readings. */
function noteOn(rule: Rule, { notes }: Rulebook): string | undefined {
  if (rule.status !== 'conflicting') return undefined;
  const clauses = new Set(rule.readings.flatMap((r) => r.clauses));
  const told = notes
    .filter((note) => note.kind === 'contradiction')
    .map(({ id, clauses: its }) => ({ id, shared: its.filter((c) => clauses.has(c)).length }))
    .sort((a, b) => b.shared - a.shared)[0];
  return told?.shared ? told.id : undefined;
}

/** What acts are called that a way back can ask for although no rule of the rulebook names them. */
const LEADING: readonly Act[] = [
  'conference-convened', 'exclusion-granted', 'position-confirmed-explained', 'review-brought-forward', 'reconvened-under-another-chair',
]; // prettier-ignore

function wordsOn(ids: readonly TopicId[], rulebook: Rulebook): Words {
  const { rules } = rulebook;
  const acts = new Set([...LEADING, ...ids.flatMap((topic) => named(rules[topic]!))]);
  const on = <T>(of: (topic: TopicId) => T) => Object.fromEntries(ids.map((topic) => [topic, of(topic)])) as Record<TopicId, T>;
  const notes = ids.flatMap((topic) => {
    const note = noteOn(rules[topic]!, rulebook);
    return note === undefined ? [] : [[topic, note] as const];
  });
  return {
    said: on((topic) => words(rules[topic]!)),
    asks: on((topic) => findTopic(topic)!.question),
    acts: typesetAll(Object.fromEntries(Object.entries(content.acts).filter(([act]) => acts.has(act)))),
    notes: Object.fromEntries(notes),
  };
}

/** All that a rulebook says in answer to the questions of a case: fetched once somebody plays on, or asks what it says. */
export const wordsOf = (scenario: Scenario, rulebook: Rulebook): Words => wordsOn(idsOf(scenario), rulebook);

const rulesOn = (ids: readonly TopicId[], { rules }: Rulebook): LeanRules =>
  Object.fromEntries(ids.map((topic) => [topic, judging(rules[topic]!)]));

/** What comes after the first verdict: the rules by which the moves of a case are compared, and what moves are called. */
export const afterOf = (scenario: Scenario): After => ({
  rules: Object.fromEntries(rulebooks.map((r) => [r.id, rulesOn(idsOf(scenario), r)])) as Record<RulebookId, LeanRules>,
  moves: procedure(scenario.procedure).events,
});

/** The topics that the moves of the first decision of a case can bring up under a rulebook. */
function firstTopics(scenario: Scenario, { rules }: Rulebook): TopicId[] {
  const its = procedure(scenario.procedure);
  const snapshot = begin(its, { rules, calendar: openCalendar(content.calendars[scenario.calendar]!), facts: scenario.facts });
  const decision = scenario.decisions[nextDecision(scenario, -1, snapshot) ?? 0]!;
  const found = decision.moves.flatMap((move) => judge(its, snapshot, eventOf(move, snapshot)).verdict.findings.map((f) => f.topic));
  return [...new Set(found)];
}

/** What playing a case under a rulebook begins with. */
export const openingOf = (scenario: Scenario, rulebook: Rulebook): Opening => ({
  rules: rulesOn(idsOf(scenario), rulebook),
  ...wordsOn(firstTopics(scenario, rulebook), rulebook),
});

/** The years that a case can come to: those of its days, and one before and after. */
function years(scenario: Scenario, known: { from: number; to: number }) {
  const all = [...Object.values(scenario.facts.dates), ...scenario.decisions.flatMap((d) => d.moves.flatMap((m) => [m.event.on, m.event.for]))]
    .flatMap((day) => (typeof day === 'string' ? [Number(day.slice(0, 4))] : []))
    .sort((a, b) => a - b); // prettier-ignore
  return { from: Math.max(known.from, all[0]! - 1), to: Math.min(known.to, all.at(-1)! + 1) };
}

/** How the page of a case names a rulebook, and whether the case can be played under it. */
export function bookOf(rulebook: Rulebook, scenario: Scenario): Pack['books'][number] {
  const { id, short, name: fullName, edition } = labelOf(rulebook);
  const covered = rulebook.covers.includes(scenario.procedure);
  return { id, name: short, fullName, edition, hash: rulebook.hash, playable: canPlay(rulebook, scenario), covered };
}

export function packOf(scenario: Scenario): Pack {
  const { story, rulebooks: _rulebooks, ...rest } = scenario;
  const { id, title } = procedure(scenario.procedure);
  const calendar = content.calendars[scenario.calendar]!;
  const { from, to } = years(scenario, calendar.years);
  const within = (date: string) => Number(date.slice(0, 4)) >= from && Number(date.slice(0, 4)) <= to;
  return {
    // First: the page tells it just before, near enough to be compressed away.
    story: story.split(/\n\s*\n/),
    scenario: rest,
    procedure: { id, title },
    books: rulebooks.map((rulebook) => bookOf(rulebook, scenario)),
    calendar: { ...calendar, holidays: calendar.holidays.filter(({ date }) => within(date)), years: { from, to } },
    drawing: drawn(scenario),
  };
}
