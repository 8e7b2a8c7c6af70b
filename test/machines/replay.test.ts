import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readContent } from '#content/read.ts';
import type { Event } from '#content/schema.ts';
import type { ProcedureInput } from '#machines/findings.ts';
import { begin, judge } from '#machines/judge.ts';
import { procedure } from '#machines/procedures/index.ts';
import type { ProcedureSnapshot } from '#machines/procedures/index.ts';
import { replay } from '#machines/replay.ts';
import { openCalendar } from '#machines/working-days.ts';
import { facts, icpcLog } from './procedures/icpc.moves.ts';
import { deepFreeze, happened } from './setting.ts';

const content = readContent('content');
const calendar = openCalendar(content.calendars['england-and-wales']!);
const icpc = procedure('icpc');
const inputs: ProcedureInput[] = content.rulebooks.map(({ rules }) => ({ rules: deepFreeze(rules), calendar, facts: deepFreeze(facts) }));
const [london] = inputs as [ProcedureInput];

const seen = ({ value, status, context: { dates, done, outcomes, today } }: ProcedureSnapshot) => ({
  value,
  status,
  dates,
  done,
  outcomes,
  today,
});
/** A rulebook and a log of up to thirty moves, most of which the situation takes. */
const runs = fc
  .record({ input: fc.constantFrom(...inputs), picks: fc.array(fc.nat(9999), { maxLength: 30 }) })
  .map(({ input, picks }) => ({ input, log: deepFreeze(icpcLog(input, picks) as Event[]) }));

describe('a log of moves', () => {
  it('comes to what stepping through it comes to, whatever was done', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(runs, ({ input, log }) => {
        const { steps, snapshot } = replay(icpc, input, log);
        let at = begin(icpc, input);
        expect(steps.length).toBe(log.length);
        log.forEach((event, i) => {
          const judged = judge(icpc, at, event);
          expect(steps[i]?.event).toBe(event);
          expect(seen(steps[i]!.before)).toEqual(seen(at));
          expect(steps[i]?.verdict).toEqual(judged.verdict);
          expect(steps[i]?.taken).toBe(judged.taken);
          expect(seen(steps[i]!.next)).toEqual(seen(judged.next));
          at = judged.next;
        });
        expect(seen(snapshot)).toEqual(seen(at));
      }),
      { numRuns: 300 },
    );
  });

  it('is undone exactly: the moves that stay have the verdicts that they had', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(runs, fc.nat(), ({ input, log }, keep) => {
        const kept = log.slice(0, keep % (log.length + 1));
        const whole = replay(icpc, input, log);
        const shorter = replay(icpc, input, kept);
        expect(shorter.steps.map(({ event, verdict, taken }) => ({ event, verdict, taken }))).toEqual(
          whole.steps.slice(0, kept.length).map(({ event, verdict, taken }) => ({ event, verdict, taken })),
        );
        expect(seen(shorter.snapshot)).toEqual(seen(whole.steps[kept.length]?.before ?? whole.snapshot));
      }),
      { numRuns: 300 },
    );
  });

  it('leaves no trace of a branch that was undone', () => {
    const convened = happened('conference.convened', '2024-03-18', { by: 'team-manager', done: ['reasons-recorded'] });
    const late = happened('conference.fixed', '2024-03-19', { for: '2024-06-20' });
    const inTime = happened('conference.fixed', '2024-03-19', { for: '2024-04-05' });
    expect(replay(icpc, london, [convened, late]).snapshot.context.done).toContain('conference-delayed');
    const { snapshot } = replay(icpc, london, [convened, inTime]);
    expect(snapshot.context.done).not.toContain('conference-delayed');
    expect(snapshot.context.dates['initial-conference']).toBe('2024-04-05');
  });

  it('of nothing is the beginning', () => {
    const { steps, snapshot } = replay(icpc, london, []);
    expect(steps).toEqual([]);
    expect(seen(snapshot)).toEqual(seen(begin(icpc, london)));
  });

  it('keeps a move that the situation did not take, and goes on from where it was', () => {
    const { steps, snapshot } = replay(icpc, london, [
      happened('minutes.sent', '2024-03-15'),
      happened('conference.convened', '2024-03-18', { by: 'team-manager' }),
    ]);
    expect(steps.map((step) => step.taken)).toEqual([false, true]);
    expect(snapshot.matches('preparing')).toBe(true);
  });

  it('survives being saved as JSON', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(runs, ({ input, log }) => {
        const opened = JSON.parse(JSON.stringify(log)) as Event[];
        expect(replay(icpc, input, opened).steps.map((s) => s.verdict)).toEqual(replay(icpc, input, log).steps.map((s) => s.verdict));
      }),
      { numRuns: 100 },
    );
  });
});
