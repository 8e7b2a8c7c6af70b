/** Every scenario played under every rulebook that it names: what each says of each move, and that no run gets stuck. */
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContent } from '#content/read.ts';
import type { RulebookId, Scenario } from '#content/schema.ts';
import { begin, eventOf, judge, nextDecision, openCalendar, procedure, rehearse, situations } from '#machines/index.ts';
import type { Choice, ProcedureInput, ProcedureSnapshot, Verdict } from '#machines/index.ts';

const icpc = procedure('icpc');
const content = readContent(resolve('content'), { icpc: { events: Object.keys(icpc.events), situations: situations(icpc) } });

function inputFor(scenario: Scenario, rulebook: RulebookId): ProcedureInput {
  const { children, dates, circumstances } = scenario.facts;
  const rules = content.rulebooks.find((r) => r.id === rulebook)?.rules ?? {};
  return { rules, calendar: openCalendar(content.calendars[scenario.calendar]!), facts: { children, dates, circumstances } };
}

const said = ({ outcome, modality }: Verdict) => (modality ? `${outcome} ${modality}` : outcome);

/** What a decision's conditions read: what makes two runs differ for the decisions still to come. */
const asked = (scenario: Scenario) => [...new Set(scenario.decisions.flatMap((d) => [...d.when, ...d.unless]))];

interface Walk {
  verdicts: Map<string, string>;
  /** By move, the topics that it departs from or comes too early for. */
  departed: Map<string, string[]>;
  reached: Set<string>;
  endings: Map<string, number>;
  stuck: string[];
}

/** Every way through a scenario, runs that the remaining decisions cannot tell apart taken once. */
function walk(scenario: Scenario, input: ProcedureInput): Walk {
  const result: Walk = { verdicts: new Map(), departed: new Map(), reached: new Set(), endings: new Map(), stuck: [] };
  const matters = asked(scenario);
  const queue: { at: number; snapshot: ProcedureSnapshot; path: string[] }[] = [];
  const first = begin(icpc, input);
  const start = nextDecision(scenario, -1, first);
  if (start !== undefined) queue.push({ at: start, snapshot: first, path: [] });
  const seen = new Set<string>();
  for (let entry = queue.shift(); entry; entry = queue.shift()) {
    const decision = scenario.decisions[entry.at]!;
    result.reached.add(decision.id);
    for (const [m, move] of decision.moves.entries()) {
      const { verdict, next, taken } = judge(icpc, entry.snapshot, eventOf(move, entry.snapshot));
      const path = [...entry.path, `${decision.id} ${m + 1}`];
      if (!taken) result.stuck.push(`${path.join(' → ')}: the situation does not know the move`);
      const name = `${decision.id} ${m + 1}`;
      if (!result.verdicts.has(name)) {
        result.verdicts.set(name, said(verdict));
        result.departed.set(
          name,
          verdict.findings.filter((f) => f.outcome === 'departs' || f.outcome === 'out-of-sequence').map((f) => f.topic),
        );
      }
      const at = nextDecision(scenario, entry.at, next);
      if (at === undefined) {
        const ending = next.status === 'done' ? String(JSON.stringify(next.value)) : 'unfinished';
        result.endings.set(ending, (result.endings.get(ending) ?? 0) + 1);
        if (next.status !== 'done') result.stuck.push(`${path.join(' → ')}: no decision follows in ${JSON.stringify(next.value)}`);
        continue;
      }
      const key = JSON.stringify([at, next.value, next.context.outcomes, matters.filter((act) => next.context.done.includes(act))]);
      if (seen.has(key)) continue;
      seen.add(key);
      queue.push({ at, snapshot: next, path });
    }
  }
  return result;
}

describe.each(content.scenarios)('$title', (scenario) => {
  const walks = new Map(scenario.rulebooks.map((rulebook) => [rulebook, walk(scenario, inputFor(scenario, rulebook))]));
  const moves = scenario.decisions.flatMap((d) => d.moves.map((_, m) => `${d.id} ${m + 1}`));

  it('has at least ten decisions with three moves or more', () => {
    expect(scenario.decisions.length).toBeGreaterThanOrEqual(10);
    expect(Math.min(...scenario.decisions.map((d) => d.moves.length))).toBeGreaterThanOrEqual(3);
  });

  it('prints what each rulebook says of each move, and at least eight moves are judged differently', () => {
    const rows = moves.map((move) => [move, ...scenario.rulebooks.map((r) => walks.get(r)?.verdicts.get(move) ?? '·')]);
    const differ = rows.filter(([, ...verdicts]) => new Set(verdicts.filter((v) => v !== '·')).size > 1);
    const width = 22;
    const line = (cells: readonly string[]) => cells.map((c) => c.padEnd(width)).join('');
    console.log(
      [line(['move', ...scenario.rulebooks]), ...rows.map(line), `${differ.length} of ${rows.length} moves are judged differently`].join(
        '\n',
      ),
    );
    expect(differ.length).toBeGreaterThanOrEqual(8);
  });

  it.each(scenario.rulebooks)('never gets stuck, whatever is chosen, under %s', (rulebook) => {
    expect(walks.get(rulebook)?.stuck).toEqual([]);
    expect([...(walks.get(rulebook)?.endings.keys() ?? [])]).toContain('"planUnderWay"');
  });

  it('puts every decision to somebody under some rulebook', () => {
    const reached = new Set([...walks.values()].flatMap((w) => [...w.reached]));
    expect(scenario.decisions.map((d) => d.id).filter((id) => !reached.has(id))).toEqual([]);
  });

  it.each(scenario.rulebooks)('gives every finding its clauses, or says that the rulebook does not address it, under %s', (rulebook) => {
    const log: Choice[] = [];
    const input = inputFor(scenario, rulebook);
    for (let now = rehearse(icpc, scenario, input, log); now.decision; now = rehearse(icpc, scenario, input, log))
      log.push({ decision: now.decision.id, move: 0 });
    const { made } = rehearse(icpc, scenario, input, log);
    expect(made.length).toBeGreaterThanOrEqual(10);
    for (const finding of made.flatMap((m) => m.verdict.findings)) {
      if (finding.outcome !== 'not-addressed') expect(finding.clauses.length, finding.topic).toBeGreaterThan(0);
    }
  });

  it('offers, for every decision under every rulebook, a move that departs from nothing, save a deadline that was missed before', () => {
    const none = scenario.decisions.flatMap((d) =>
      scenario.rulebooks.flatMap((r) => {
        const departed = d.moves.map((_, m) => walks.get(r)?.departed.get(`${d.id} ${m + 1}`)).filter((topics) => topics !== undefined);
        return departed.length && departed.every((topics) => topics.some((topic) => topic !== 'icpc.deadline'))
          ? [`${d.id} under ${r}: ${departed.map((topics) => topics.join(' and ')).join('; ')}`]
          : [];
      }),
    );
    expect(none).toEqual([]);
  });
});
