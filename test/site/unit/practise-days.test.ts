import { describe, expect, it } from 'vitest';
import { TRIGGERS } from '#content/schema.ts';
import type { ProcedureId } from '#content/schema.ts';
import { openCalendar, procedure, rehearse } from '#machines/index.ts';
import type { Choice } from '#machines/index.ts';
import { ageInWords } from '#lib/practise/days.ts';
import { DUE, HAPPENED, timeline } from '#lib/practise/timeline.ts';
import { readingsOf } from '#lib/words.ts';
import { rulebooks, topics } from '#lib/server/content.ts';
import { packOf, scenarios } from '#lib/server/practise.ts';
import { cases } from './cases.ts';

/** The days beside a run under a rulebook: of a case, the nth move of each decision in turn. */
function marks(of: ProcedureId | 'three children', rulebook: string, moves: readonly number[]): string[] {
  const scenario = of === 'three children' ? scenarios.find((s) => s.id.startsWith('three-children'))! : cases[of];
  const { rules } = rulebooks.find((r) => r.id === rulebook)!;
  const input = { rules, calendar: openCalendar(packOf(scenario).calendar), facts: scenario.facts };
  const its = procedure(scenario.procedure);
  const log: Choice[] = [];
  for (const move of moves) {
    const { decision } = rehearse(its, scenario, input, log);
    if (decision) log.push({ decision: decision.id, move });
  }
  const { made, snapshot } = rehearse(its, scenario, input, log);
  const today = snapshot.context.today ?? '2024-03-20';
  return timeline(made, snapshot, today.slice(0, 10)).map((m) => `${m.date}${m.until ? ` to ${m.until}` : ''} ${m.kind}: ${m.label}`);
}

describe('the days of a run', () => {
  it('begin with what has happened', () => {
    expect(marks('three children', 'london', [])).toEqual([
      '2024-03-05 past: Strategy discussion',
      '2024-03-14 past: Strategy discussion; enquiries begin',
      '2024-03-20 today: Today',
    ]);
  });
  it('show the conference, the day that it was due, and the Easter weekend between', () => {
    expect(marks('three children', 'london', [0, 0, 0])).toEqual([
      '2024-03-05 past: Strategy discussion',
      '2024-03-14 past: Strategy discussion; enquiries begin',
      '2024-03-20 today: Today: conference decided on',
      '2024-03-29 to 2024-04-01 holiday: Good Friday to Easter Monday',
      '2024-04-08 set: Initial conference',
      '2024-04-08 due: Conference due',
    ]);
  });
  it('give away no day before the question that it answers', () => {
    expect(marks('three children', 'london', [0]).join()).not.toContain('due');
  });
  it('name the last review and the next one, each once, whatever year they are in', () => {
    expect(marks('review', 'staffordshire', [0, 1])).toEqual([
      '2024-04-15 past: Initial conference',
      '2024-07-08 past: Last review',
      '2024-11-13 today: Today',
      '2025-01-08 due: Review due',
      '2025-02-17 set: Review',
    ]);
    const held = marks('review', 'london', [0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(held).toContain('2025-07-07 set: Next review');
    expect(held.filter((mark) => mark.includes('review') && mark.startsWith('2025-01-07'))).toEqual(['2025-01-07 today: Today: review']);
  });
  it('show the stretch in which a pre-birth conference may be held, and the day on which the birth is expected', () => {
    expect(marks('pre-birth', 'bfg', [0, 0])).toEqual([
      '2024-04-08 past: Conference decided on',
      '2024-04-09 today: Today',
      '2024-04-30 to 2024-05-21 due: Pre-birth conference due',
      '2024-05-06 holiday: Early May bank holiday',
      '2024-05-13 set: Pre-birth conference',
      '2024-08-20 set: Birth expected',
    ]);
  });
  it('put the birth in the place of the day on which it was expected', () => {
    const born = marks('pre-birth', 'london', [0, 0, 0, 0, 0, 0, 0, 0, 0]).join('; ');
    expect(born).toContain('2024-08-17 today: Today: birth');
    expect(born).not.toContain('Birth expected');
  });
  it('show when a complaint came in, and when an exclusion was asked for', () => {
    expect(marks('complaint', 'london', [0, 0]).join('; ')).toContain('2024-04-22 past: Complaint received');
    expect(marks('exclusion', 'london', [0, 0])).toEqual([
      '2024-05-10 past: Exclusion asked for',
      '2024-05-13 today: Today',
      '2024-05-15 set: Conference',
    ]);
  });
  it('have a label for every day that a case can know, and for every day that a rule sets', () => {
    expect(TRIGGERS.filter((trigger) => trigger !== 'conference-opened' && !(trigger in HAPPENED))).toEqual([]);
    const sets = new Set(['deadline', 'notice', 'earliest-of', 'window', 'extension']);
    const dated = topics
      .map((t) => t.id)
      .filter((id) =>
        rulebooks.some(({ rules }) =>
          readingsOf(rules[id]!).some(
            ({ value }) => sets.has(value.kind) && !('trigger' in value && value.trigger === 'conference-opened'),
          ),
        ),
      );
    expect(dated.length).toBeGreaterThan(20);
    expect(dated.filter((id) => !(id in DUE))).toEqual([]);
  });
});

describe('how old a child is', () => {
  it.each([
    [undefined, undefined, 'not born yet'],
    [undefined, '2024-08-17', '3 days'],
    ['2024-08-20', undefined, 'born today'],
    ['2024-07-24', undefined, '3 weeks'],
    ['2024-06-20', undefined, '2 months'],
    ['2024-07-20', undefined, '1 month'],
    ['2024-08-21', undefined, 'not born yet'],
    ['2022-08-21', undefined, '1'],
    ['2012-08-20', undefined, '12'],
  ])('born %s, or in the run on %s: %s', (born, birth, words) => {
    expect(ageInWords({ born }, '2024-08-20', birth)).toBe(words);
  });
});
