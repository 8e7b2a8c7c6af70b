import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AnyStateNode } from 'xstate';
import { readContent } from '#content/read.ts';
import { RULEBOOKS, type ProcedureId, type Rule, type RulebookId, type Value } from '#content/schema.ts';
import { openCalendar, procedures, reckon, situations } from '#machines/index.ts';
import { ARISES } from '#machines/procedures/arises.ts';
import { table } from './reach.ts';

const takes = Object.fromEntries(
  Object.values(procedures).map((p) => [p.id, { events: Object.keys(p.events), situations: situations(p) }]),
) as Partial<Record<ProcedureId, { events: string[]; situations: readonly string[] }>>;

const content = readContent('content', takes);
const topics = new Set(content.topics.map((t) => t.id));
const rules = content.rulebooks.flatMap((r) =>
  Object.entries(r.rules).map(([topic, rule]) => ({ rulebook: r.id, topic, rule, name: `${r.id} ${topic}` })),
);
const valuesOf = (rule: Rule): Value[] =>
  rule.status === 'stated' ? [rule.value] : rule.status === 'conflicting' ? rule.readings.map((r) => r.value) : [];
const sources = globSync('machines/**/*.ts').map((path) => readFileSync(path, 'utf8'));

const statesOf = (node: AnyStateNode): AnyStateNode[] => [node, ...Object.values(node.states).flatMap(statesOf)];

/** What is checked only where the texts lie beside the project; elsewhere the test is skipped and its name says why. */
const beside = (path: string) => ({
  missing: !existsSync(path),
  name: (claim: string) => (existsSync(path) ? claim : `${claim} (skipped: ${path} is not beside the project)`),
});

describe('the content', () => {
  it('reads without a mistake, its scenarios against the statecharts', () => {
    expect(content.rulebooks.map((r) => r.id)).toEqual([...RULEBOOKS]);
    expect(Object.keys(takes)).not.toEqual([]);
  });
});

describe('the clauses', () => {
  const sectionOf = (id: string, sections: readonly string[]) =>
    sections.filter((s) => id === s || id.startsWith(`${s}.`)).sort((a, b) => b.length - a.length)[0];

  for (const { id, sections, clauses } of content.rulebooks) {
    const path = `../shared/sources/${id}.clauses.tsv`;
    const { missing, name } = beside(path);

    it.skipIf(missing)(name(`are those of the inventory of ${id}: each once, in its section, with its fingerprint`), () => {
      const inventory = table(path)
        .filter((row) => ['clause', 'paragraph', 'bullet'].includes(row.kind ?? ''))
        .flatMap((row) => {
          const section = sectionOf(row.id ?? '', sections);
          return section ? [`${section}: ${row.id} ${row.sha256}`] : [];
        });
      expect(inventory).not.toEqual([]);
      expect(clauses.map((c) => `${c.section}: ${c.id} ${c.sha256}`)).toEqual(inventory);
    });

    it.skipIf(missing)(name(`leave nothing of ${id} out but references to other documents`), () => {
      const left = table(path).filter((row) => row.kind !== 'reference' && !sectionOf(row.id ?? '', sections));
      expect(left.map((row) => row.id)).toEqual([]);
    });
  }
});

describe('the topics', () => {
  const path = '../shared/topics.tsv';
  const { missing, name } = beside(path);

  it.skipIf(missing)(name('are the questions that were agreed, in their order, before any further ones'), () => {
    const agreed = table(path);
    const rows = content.topics.map(({ id, procedure, kind, question }) => ({ id, procedure, kind, question }));
    expect(rows.slice(0, agreed.length)).toEqual(agreed);
  });

  it('are those that the statecharts name', () => {
    const named = Object.values(procedures).flatMap(({ machine }) => {
      const nodes = statesOf(machine.root);
      const transitions = nodes.flatMap((node) => [...node.transitions.values()].flat());
      return [
        ...[...nodes, ...transitions].flatMap(({ meta }) => (meta as { topics?: string[] } | undefined)?.topics ?? []),
        ...Object.keys(ARISES),
      ];
    });
    expect(named.length).toBeGreaterThan(100);
    expect([...new Set(named)].filter((topic) => !topics.has(topic))).toEqual([]);
  });
});

describe('the rules', () => {
  it('answer every topic in every rulebook, if only by saying that it is silent', () => {
    expect(rules).toHaveLength(content.rulebooks.length * topics.size);
  });

  it('answer in one sentence, a yes or no before it aside', () => {
    const longer = /^(?!(Yes|No)\.).*[.!?] ["“]?[A-Z]|^(Yes|No)\. .*[.!?] ["“]?[A-Z]/;
    const answers = rules.flatMap(({ rulebook, topic, rule }) => {
      const said = rule.status === 'conflicting' ? [rule.answer, ...rule.readings.map((r) => r.answer)] : [rule.answer];
      return said.map((answer) => `${rulebook} ${topic}: ${answer}`);
    });
    expect(longer.test('Yes. It must be sent. Nobody else may.') && longer.test('It must. So it says.')).toBe(true);
    expect(answers.filter((words) => longer.test(words.slice(words.indexOf(': ') + 2)))).toEqual([]);
  });

  it('that set a deadline or a notice say how much, which way and from what', () => {
    const timed = rules
      .flatMap(({ rule }) => valuesOf(rule))
      .flatMap((value) => (value.kind === 'earliest-of' ? value.of : [value]))
      .filter((value) => value.kind === 'deadline' || value.kind === 'notice');
    expect(timed.length).toBeGreaterThan(50);
    for (const value of timed)
      expect(value).toMatchObject({
        amount: expect.any(Number),
        unit: expect.any(String),
        direction: expect.stringMatching(/^(after|before)$/),
        trigger: expect.any(String),
      });
  });

  it('that ask for a time “if possible”, save exceptionally, or for a try, say so to whoever judges', () => {
    const roomy = rules.flatMap(({ name, rule }) =>
      (rule.status === 'stated' ? [rule] : rule.status === 'conflicting' ? rule.readings : []).flatMap(({ value, answer }) => {
        if (value.kind !== 'deadline' && value.kind !== 'notice') return [];
        const said = /\b(if|when|whenever|where|wherever) possible\b|unless in exceptional|\bmust try\b/i.test(answer);
        return said || value.leeway ? [`${name}: ${said ? (value.leeway ?? 'not judged') : 'not said'}`] : [];
      }),
    );
    expect(roomy.sort()).toEqual([
      'bfg exclusion.notice: if-possible',
      'bfg icpc.protection-order: if-possible',
      'london chair.duration: exceptional',
      'london exclusion.notice: if-possible',
      'london icpc.protection-order: if-possible',
      'staffordshire exclusion.notice: attempt',
    ]);
  });

  it('on how soon something is done keep no number in words alone', () => {
    const number = /\b(\d+|one|two|three|four|five|six|seven|ten|fifteen|twenty)( working)? (hour|day|week|month|year)s?\b/i;
    const asked = new Set(content.topics.filter((t) => t.kind === 'deadline' || t.kind === 'notice').map((t) => t.id));
    const told = rules.filter(({ topic }) => asked.has(topic));
    const hidden = told.filter(({ rule }) => valuesOf(rule).some((value) => 'what' in value && number.test(value.what)));
    expect(hidden.map((r) => r.name)).toEqual([]);
  });

  it('that set a deadline or a notice have an example, unless it is measured within the meeting', () => {
    const without = rules.filter(
      ({ rule }) =>
        rule.status === 'stated' &&
        ['deadline', 'notice', 'earliest-of'].includes(rule.value.kind) &&
        !('trigger' in rule.value && rule.value.trigger === 'conference-opened') &&
        !rule.examples.length,
    );
    expect(without.map((r) => r.name)).toEqual([]);
  });

  const contradictions = content.rulebooks.flatMap((r) =>
    r.notes.filter((n) => n.kind === 'contradiction').map((note) => ({ ...note, of: r.id })),
  );
  const conflicting = rules.flatMap(({ rule, ...rest }) => (rule.status === 'conflicting' ? [{ ...rest, readings: rule.readings }] : []));
  const speaksOf = (note: (typeof contradictions)[number], rule: (typeof conflicting)[number]) =>
    note.of === rule.rulebook && rule.readings.every((reading) => reading.clauses.some((clause) => note.clauses.includes(clause)));

  it('that show a contradiction have a note on it, naming a clause of each reading', () => {
    expect(conflicting.filter((rule) => !contradictions.some((note) => speaksOf(note, rule))).map((rule) => rule.name)).toEqual([]);
  });

  it('show a contradiction wherever a note says that they do', () => {
    const shown = contradictions.filter((note) => /\bshown as conflicting\b/i.test(note.treated));
    expect(shown.filter((note) => !conflicting.some((rule) => speaksOf(note, rule))).map((note) => `${note.of} ${note.id}`)).toEqual([]);
  });

  const calendar = openCalendar(content.calendars['england-and-wales']!);
  const due = (value: Value, given: Partial<Record<string, string>>): string | undefined => {
    if (value.kind === 'earliest-of')
      return value.of
        .map((one) => due(one, given))
        .filter((day) => day !== undefined)
        .sort()[0];
    if (value.kind !== 'deadline' && value.kind !== 'notice') return undefined;
    const from = given[value.trigger];
    return from && reckon(calendar, value, value.direction, from).date;
  };
  const examples = rules.flatMap(({ name, rule }) =>
    rule.status === 'stated' ? rule.examples.map((example) => ({ name, value: rule.value, ...example })) : [],
  );
  const inWords = (given: object) =>
    Object.entries(given)
      .map(([trigger, day]) => `${trigger} ${day}`)
      .join(' and ');

  it.each(examples.map((e) => ({ ...e, with: inWords(e.given) })))('$name: $with gives $expect', ({ value, given, expect: day }) => {
    expect(due(value, given)).toBe(day);
  });
});

describe('the acts', () => {
  const acts = Object.keys(content.acts);
  const named = (value: unknown): string[] => {
    if (!value || typeof value !== 'object') return [];
    return Object.entries(value).flatMap(([key, inner]) =>
      typeof inner === 'string'
        ? key === 'act' ? [inner] : []
        : ['when', 'needs', 'anyOf', 'never', 'unless', 'earlier', 'later', 'done', 'circumstances'].includes(key) ? (inner as string[]) : named(inner),
    ); // prettier-ignore
  };

  it('are all asked for by a rule, shown by a move, or drawn from one by a statechart', () => {
    const used = new Set([...named(rules.map((r) => r.rule)), ...named(content.scenarios)]);
    expect(acts.filter((act) => !used.has(act) && !sources.some((source) => source.includes(`'${act}'`)))).toEqual([]);
  });

  it('are known where a statechart or a check speaks of one', () => {
    const spoken = sources.flatMap((s) =>
      [...s.matchAll(/\b(?:has|implied\.push|done\.includes)\('([a-z-]+)'\)/g)].map(([, act = '']) => act),
    );
    expect(spoken).not.toEqual([]);
    expect(spoken.filter((act) => !acts.includes(act))).toEqual([]);
  });
});

describe('the scenarios', () => {
  const covers = new Map<RulebookId, readonly ProcedureId[]>(content.rulebooks.map((r) => [r.id, r.covers]));

  it('are played under rulebooks that cover their procedure, and count days in years that the calendar has', () => {
    for (const { id, rulebooks, procedure, facts, calendar } of content.scenarios) {
      const { years } = content.calendars[calendar]!;
      const outside = Object.values(facts.dates).filter(
        (day) => Number(day.slice(0, 4)) < years.from || Number(day.slice(0, 4)) > years.to,
      );
      expect({ id, outside, uncovered: rulebooks.filter((r) => !covers.get(r)?.includes(procedure)) }).toEqual({
        id,
        outside: [],
        uncovered: [],
      });
    }
  });
});
