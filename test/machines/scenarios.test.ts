/** Every scenario played under every rulebook that it names: what each says of each move, and that no run gets stuck. */
import { describe, expect, it } from 'vitest';
import { procedure, rehearse } from '#machines/index.ts';
import type { Choice } from '#machines/index.ts';
import { content, inputFor, verdictTable, walk } from './walk.ts';

/** The first case goes through a whole conference; the others through what is particular to their procedure. */
const LEAST = { icpc: { decisions: 10, differ: 8 }, other: { decisions: 6, differ: 4 } };

describe.each(content.scenarios)('$title', (scenario) => {
  const walks = new Map(scenario.rulebooks.map((rulebook) => [rulebook, walk(scenario, inputFor(scenario, rulebook))]));

  const least = scenario.procedure === 'icpc' ? LEAST.icpc : LEAST.other;

  it('has enough decisions, with three moves or more', () => {
    expect(scenario.decisions.length).toBeGreaterThanOrEqual(least.decisions);
    expect(Math.min(...scenario.decisions.map((d) => d.moves.length))).toBeGreaterThanOrEqual(3);
  });

  it('prints what each rulebook says of each move, and enough moves are judged differently', () => {
    const { rows, differ } = verdictTable(scenario, walks);
    const line = (cells: readonly string[]) => cells.map((cell) => (cell || '·').padEnd(22)).join('');
    const lines = rows.map(({ move, verdicts }) => line([move, ...verdicts]));
    console.log([line(['move', ...scenario.rulebooks]), ...lines, `${differ} of ${rows.length} moves are judged differently`].join('\n'));
    if (scenario.rulebooks.length > 1) expect(differ).toBeGreaterThanOrEqual(least.differ);
  });

  it.each(scenario.rulebooks)('never gets stuck, whatever is chosen, under %s', (rulebook) => {
    expect(walks.get(rulebook)?.stuck).toEqual([]);
    expect(walks.get(rulebook)?.endings.size).toBeGreaterThan(0);
  });

  it('puts every decision to somebody under some rulebook', () => {
    const reached = new Set([...walks.values()].flatMap((w) => [...w.reached]));
    expect(scenario.decisions.map((d) => d.id).filter((id) => !reached.has(id))).toEqual([]);
  });

  it.each(scenario.rulebooks)('gives every finding its clauses, or says that the rulebook does not address it, under %s', (rulebook) => {
    const log: Choice[] = [];
    const input = inputFor(scenario, rulebook);
    for (
      let now = rehearse(procedure(scenario.procedure), scenario, input, log);
      now.decision;
      now = rehearse(procedure(scenario.procedure), scenario, input, log)
    )
      log.push({ decision: now.decision.id, move: 0 });
    const { made } = rehearse(procedure(scenario.procedure), scenario, input, log);
    expect(made.length).toBeGreaterThanOrEqual(least.decisions - 2);
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
