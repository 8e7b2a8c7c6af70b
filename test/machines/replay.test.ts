import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readContent } from '#content/read.ts';
import type { Event } from '#content/schema.ts';
import type { ProcedureInput } from '#machines/findings.ts';
import { begin, judge } from '#machines/judge.ts';
import { procedure, procedures } from '#machines/procedures/index.ts';
import type { ProcedureSnapshot } from '#machines/procedures/index.ts';
import { beside, replay } from '#machines/replay.ts';
import { remedied } from '#machines/situations.ts';
import { openCalendar } from '#machines/working-days.ts';
import { casesOf, logOf } from './logs.ts';
import { deepFreeze, happened } from './setting.ts';

const content = readContent('content');
const calendar = openCalendar(content.calendars['england-and-wales']!);
const icpc = procedure('icpc');
const rulebooks = content.rulebooks.map(({ rules }) => deepFreeze(rules));
const inputs = Object.values(procedures).flatMap((its) =>
  casesOf(its.id).flatMap((facts) => rulebooks.map((rules) => ({ its, input: { rules, calendar, facts: deepFreeze(facts) } }))),
);
const london: ProcedureInput = { rules: rulebooks[0]!, calendar, facts: casesOf('icpc')[0] };

const seen = ({ value, status, context: { dates, done, outcomes, today } }: ProcedureSnapshot) => ({
  value,
  status,
  dates,
  done,
  outcomes,
  today,
});
/** Numbers, so that what fails is printed in a line: which of the inputs, and the picks that its log is made of. */
const picked = fc.record({ one: fc.nat(inputs.length - 1), picks: fc.array(fc.nat(9999), { maxLength: 30 }) });
/** A procedure, a rulebook and a log of up to thirty moves, most of which the situation takes. */
function runOf({ one, picks }: { one: number; picks: readonly number[] }) {
  const { its, input } = inputs[one]!;
  return { its, input, log: deepFreeze(logOf(its, input, picks)) };
}

describe('a log of moves', () => {
  it('comes to what stepping through it comes to, whatever was done', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(picked, (run) => {
        const { its, input, log } = runOf(run);
        const { steps, snapshot } = replay(its, input, log);
        let at = begin(its, input);
        expect(steps.length).toBe(log.length);
        log.forEach((event, i) => {
          const judged = judge(its, at, event);
          expect(steps[i]?.event).toBe(event);
          expect(seen(steps[i]!.before)).toEqual(seen(at));
          expect(steps[i]?.verdict).toEqual(beside(judged.verdict, steps.slice(0, i).map((s) => s.verdict), remedied(at))); // prettier-ignore
          expect(steps[i]?.taken).toBe(judged.taken);
          expect(seen(steps[i]!.next)).toEqual(seen(judged.next));
          at = judged.next;
        });
        expect(seen(snapshot)).toEqual(seen(at));
      }),
      { numRuns: 600 },
    );
  });

  it('is undone exactly: the moves that stay have the verdicts that they had', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(picked, fc.nat(), (run, keep) => {
        const { its, input, log } = runOf(run);
        const kept = log.slice(0, keep % (log.length + 1));
        const whole = replay(its, input, log);
        const shorter = replay(its, input, kept);
        expect(shorter.steps.map(({ event, verdict, taken }) => ({ event, verdict, taken }))).toEqual(
          whole.steps.slice(0, kept.length).map(({ event, verdict, taken }) => ({ event, verdict, taken })),
        );
        expect(seen(shorter.snapshot)).toEqual(seen(whole.steps[kept.length]?.before ?? whole.snapshot));
      }),
      { numRuns: 600 },
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

  it('counts once what a move left undone, and tells it again where it is found still so', () => {
    const log = [
      happened('conference.convened', '2024-03-18', { by: 'team-manager', done: ['reasons-recorded'] }),
      happened('conference.fixed', '2024-03-19', { for: '2024-04-05' }),
      happened('family.met', '2024-04-04', { by: 'social-worker' }),
      happened('conference.opened', '2024-04-05', { done: ['chair-independent-of-case'] }),
    ];
    const [, , met, opened] = replay(icpc, london, log).steps;
    const found = (step: typeof met) => step?.verdict.findings.find((f) => f.topic === 'chair.meets-family');
    expect(found(met)).toMatchObject({ outcome: 'departs' });
    expect(found(met)?.carried).toBeUndefined();
    expect(found(opened)).toMatchObject({ outcome: 'departs', carried: true });
    const { verdict } = replay(icpc, london, [log[0]!, log[1]!, log[3]!]).steps[2]!;
    expect(verdict.findings.find((f) => f.topic === 'chair.meets-family')?.carried).toBeUndefined();
  });

  it('counts anew what a remedy leaves undone, since that is a fault of its own', () => {
    const exclusion = procedure('exclusion');
    const input = { ...london, facts: casesOf('exclusion')[0] };
    const log = [
      happened('exclusion.requested', '2024-03-18', { by: 'social-worker', done: ['ground-named', 'evidence-given'] }),
      happened('exclusion.decided', '2024-03-19', { by: 'chair', done: ['exclusion-granted'] }),
      happened('exclusion.grounded', '2024-03-19', { by: 'chair' }),
    ];
    const { steps, snapshot } = replay(exclusion, input, log);
    const found = steps.map((step) => step.verdict.findings.find((f) => f.topic === 'exclusion.grounds'));
    expect(snapshot.matches('groundless') || snapshot.matches('excluded')).toBe(true);
    expect(found.slice(1).map((f) => [f?.outcome, f?.carried])).toEqual([['departs', undefined], ['departs', undefined]]); // prettier-ignore
  });

  it('counts a day that was set too late once: when it was set, and not again when it comes', () => {
    const set = happened('conference.fixed', '2024-03-19', { for: '2024-04-12' });
    const convened = happened('conference.convened', '2024-03-18', { by: 'team-manager', done: ['reasons-recorded'] });
    const late = (log: Event[]) => replay(icpc, london, log).steps.map((step) => step.verdict.findings.find((f) => f.topic === 'icpc.deadline')); // prettier-ignore
    const [, fixed, opened] = late([convened, set, happened('conference.opened', '2024-04-12')]);
    expect([fixed?.outcome, fixed?.carried]).toEqual(['departs', undefined]);
    expect([opened?.outcome, opened?.carried]).toEqual(['departs', true]);
    const [, , later] = late([convened, set, happened('conference.opened', '2024-04-15')]);
    expect([later?.outcome, later?.carried]).toEqual(['departs', undefined]);
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
      fc.property(picked, (run) => {
        const { its, input, log } = runOf(run);
        const opened = JSON.parse(JSON.stringify(log)) as Event[];
        expect(replay(its, input, opened).steps.map((s) => s.verdict)).toEqual(replay(its, input, log).steps.map((s) => s.verdict));
      }),
      { numRuns: 100 },
    );
  });
});
