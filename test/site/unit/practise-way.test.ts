import { describe, expect, it } from 'vitest';
import type { ProcedureId, RulebookId } from '#content/schema.ts';
import { openCalendar, procedure, rehearse } from '#machines/index.ts';
import type { Choice } from '#machines/index.ts';
import { across, wayOn, wayToEnd } from '#lib/practise/after.ts';
import { legs } from '#lib/practise/way.ts';
import { content, rulebooks } from '#lib/server/content.ts';
import { afterOf, packOf } from '#lib/server/practise.ts';
import { cases } from './cases.ts';

/** Where a run of a case comes to under a rulebook: the nth move of each decision in turn. */
function run(of: ProcedureId, rulebook: RulebookId, moves: readonly number[]) {
  const scenario = cases[of];
  const { rules } = rulebooks.find((r) => r.id === rulebook)!;
  const input = { rules, calendar: openCalendar(packOf(scenario).calendar), facts: scenario.facts };
  const its = procedure(of);
  const log: Choice[] = [];
  for (const move of moves) log.push({ decision: rehearse(its, scenario, input, log).decision!.id, move });
  return { its, ...rehearse(its, scenario, input, log) };
}
function way(...of: Parameters<typeof run>) {
  const { its, snapshot, decision } = run(...of);
  const steps = wayOn(its, snapshot, decision?.moves.map((m) => m.event.type) ?? []);
  return legs(steps, its.events, { acts: content.acts, procedure: of[0] }, snapshot.context);
}

describe('the way on', () => {
  it('tells the day that is to be set from the day by which to act', () => {
    const [adjourn, open] = way('icpc', 'staffordshire', [0, 0, 1]);
    expect(adjourn).toMatchObject({ title: 'Adjourn, keep the children safe meanwhile, and set a new day', set: { to: '2024-04-17' } });
    expect(adjourn).not.toHaveProperty('by');
    expect(open).toMatchObject({ title: 'Open the conference', by: { date: '2024-04-17' } });
    expect(open!.who).toEqual(['Needed: three agencies that contributed to the enquiries.']);
  });
  it('says what can be said once a step is done, who it is for, and which clauses want it', () => {
    const [report] = way('icpc', 'london', [0, 1]);
    expect(report).toMatchObject({ title: 'Report the delay, and say who keeps watch meanwhile', clauses: ['8.1.10'] });
    expect(report!.shows).toContain(content.acts['delay-reported-to-manager']);
    const [decide] = way('exclusion', 'london', [1]);
    expect(decide).toMatchObject({ title: 'Decide on the exclusion', who: ['It is for the chair.'] });
    expect(decide!.clauses).toContain('8.6.10');
  });
  it('asks nobody to exclude somebody for the sake of a rule', () => {
    expect(way('exclusion', 'london', [1])[0]!.shows).not.toContain(content.acts['exclusion-granted']);
  });
  it('says that it is late already, and names no day that has passed', () => {
    const late = way('review', 'staffordshire', [0, 1, 1, 1]);
    expect(late.some((leg) => leg.late)).toBe(true);
    const { snapshot } = run('review', 'staffordshire', [0, 1, 1, 1]);
    for (const { by, set, on, from } of late)
      for (const day of [by?.date, set?.to, set?.from, on, from]) if (day) expect(day.slice(0, 10) >= snapshot.context.today!.slice(0, 10)).toBe(true); // prettier-ignore
  });
  it('gives a stretch of days where there is one', () => {
    expect(way('pre-birth', 'bfg', [1])[0]).toMatchObject({
      title: 'Fix the day of the conference',
      set: { from: '2024-04-30', to: '2024-05-21' },
    });
    // Fixed for a day before the window opens: it can still be held on one within.
    expect(way('pre-birth', 'bfg', [0, 1])[0]).toMatchObject({
      title: 'Open the conference',
      from: '2024-04-30',
      by: { date: '2024-05-21' },
    });
  });
  it('comes after a move that departs in any situation, and leaves open what others still have to do', () => {
    const { snapshot } = run('icpc', 'london', [1]);
    expect(snapshot.hasTag('remedy')).toBe(false);
    expect(way('icpc', 'london', [1])[0]!.title).toBe('Fix the day of the conference');
    expect(way('icpc', 'staffordshire', [1])[0]!.title).not.toBe('Open the conference');
  });
  it('leads to the end, with a day for nothing that has passed', () => {
    const { its, snapshot } = run('icpc', 'london', [0, 0]);
    const all = legs(wayToEnd(its, snapshot), its.events, { acts: content.acts, procedure: 'icpc' }, snapshot.context);
    expect(all.length).toBeGreaterThan(8);
    expect(all.at(-1)).not.toHaveProperty('late', true);
    for (const { by } of all) if (by) expect(by.date >= '2024-03-20').toBe(true);
  });
});

describe('the same moves under another rulebook', () => {
  it('are judged where they were made, and told from where the two part', () => {
    const { its, made } = run('icpc', 'london', [1, 0]);
    const pack = packOf(cases.icpc);
    const others = across(its, pack.books.filter((b) => b.id !== 'london'), made, afterOf(cases.icpc)); // prettier-ignore
    const of = (id: string) => others.find(({ book }) => book.id === id)!;
    expect(of('bfg').parts).toBeUndefined();
    expect(of('staffordshire')).toMatchObject({ parts: 0 });
    expect(others.flatMap(({ steps }) => steps.map((s) => s.verdict.outcome))).not.toContain('out-of-sequence');
  });
});
