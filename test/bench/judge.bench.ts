/**
 * What judging costs beside moving, on each statechart: `judge` against XState's bare `transition`, over the same moves from the same
 * situations, in turns in one process. The moves are those of the procedure's cases, played under each of their rulebooks: in one run the
 * first move of every decision is chosen, in one the second, and so on, so that they keep to rules and depart from them. Target: at most
 * twice as long. Then whether judging 200,000 times leaves anything behind.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { transition } from 'xstate';
import { readContent } from '#content/read.ts';
import type { Scenario } from '#content/schema.ts';
import { judge, openCalendar, procedures, rehearse } from '#machines/index.ts';
import type { Choice, Procedure, ProcedureInput, ProcedureSnapshot } from '#machines/index.ts';
import type { Move } from '#machines/procedures/events.ts';

const TARGET = 2;
const ROUNDS = 31;
/** Moves in a round, at least. */
const LONG = 2000;
const VERDICTS = 200_000;

const content = readContent('content');

interface Made {
  its: Procedure;
  before: ProcedureSnapshot;
  move: Move;
}
/** @throws where a case puts a move that its situation does not take: the figures would mean nothing */
function play(its: Procedure, scenario: Scenario, input: ProcedureInput, pick: number): Made[] {
  const log: Choice[] = [];
  for (;;) {
    const { decision, made } = rehearse(its, scenario, input, log);
    if (decision) log.push({ decision: decision.id, move: pick % decision.moves.length });
    else {
      const lost = made.find(({ taken }) => !taken);
      if (lost) throw new Error(`${scenario.id}: ${lost.event.type} is not taken in ${JSON.stringify(lost.before.value)}`);
      return made.map(({ before, event }) => ({ its, before, move: event as Move }));
    }
  }
}
function madeIn(its: Procedure): Made[] {
  return content.scenarios
    .filter(({ procedure }) => procedure === its.id)
    .flatMap((scenario) => {
      const calendar = openCalendar(content.calendars[scenario.calendar]!);
      const most = Math.max(...scenario.decisions.map(({ moves }) => moves.length));
      return content.rulebooks
        .filter(({ id }) => scenario.rulebooks.includes(id))
        .flatMap(({ rules }) => Array.from({ length: most }, (_, pick) => play(its, scenario, { rules, calendar, facts: scenario.facts }, pick)).flat()); // prettier-ignore
    });
}

/** Both loops read something of what they get, so that neither can be left out. */
const moving = (all: readonly Made[]) => all.reduce((n, { its, before, move }) => n + (transition(its.machine, before, move)[0] === before ? 0 : 1), 0); // prettier-ignore
const judging = (all: readonly Made[]) => all.reduce((n, { its, before, move }) => n + judge(its, before, move).verdict.findings.length, 0);

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
/** Microseconds a move. */
function timed(run: (all: readonly Made[]) => number, all: readonly Made[]): number {
  const times = Math.ceil(LONG / all.length);
  const started = performance.now();
  for (let i = 0; i < times; i++) run(all);
  return ((performance.now() - started) * 1000) / (times * all.length);
}

const runs = Object.values(procedures).map((its) => ({ its, made: madeIn(its) }));
for (const { its, made } of runs) if (!made.length) throw new Error(`${its.id} has no case to measure with`);
for (const { made } of runs) for (let i = 0; i < 3; i++) for (const run of [moving, judging]) timed(run, made);

const row = (...cells: string[]) =>
  console.log(
    cells
      .map((cell, i) => (i ? cell.padStart(12) : cell.padEnd(14)))
      .join('')
      .trimEnd(),
  );
console.log(`Microseconds a move, median of ${ROUNDS} rounds; the ratio is to be at most ${TARGET.toFixed(1)}.`);
row('procedure', 'moves', 'findings', 'transition', 'judge', 'ratio');
for (const { its, made } of runs) {
  const times = { moving: [] as number[], judging: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    const turns = [() => times.moving.push(timed(moving, made)), () => times.judging.push(timed(judging, made))];
    for (const turn of round % 2 ? turns : turns.toReversed()) turn();
  }
  const [bare, judged] = [median(times.moving), median(times.judging)];
  const ratio = judged / bare;
  const missed = ratio > TARGET;
  row(its.id, String(made.length), (judging(made) / made.length).toFixed(1), bare.toFixed(1), judged.toFixed(1), ratio.toFixed(2), missed ? 'MISSED' : ''); // prettier-ignore
  if (missed) process.exitCode = 1;
}

// Growth: what the heap still holds after a collection, early in a long run and at its end.
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const all = runs.flatMap(({ made }) => made);
const held = () => {
  collect();
  return process.memoryUsage().heapUsed / 1024 ** 2;
};
const judgeTimes = (times: number) => {
  for (let i = 0; i < times; i++) judging(all);
  return held();
};
const times = Math.ceil(VERDICTS / all.length);
const [early, late] = [judgeTimes(Math.ceil(times / 10)), judgeTimes(times)];
const grown = late - early;
console.log(`heap          ${early.toFixed(1)} MB, and ${late.toFixed(1)} MB after ${(times * all.length).toLocaleString('en-GB')} verdicts more: ${grown.toFixed(2)} MB of growth (target: at most 1.0)${grown > 1 ? '  MISSED' : ''}`); // prettier-ignore
if (grown > 1) process.exitCode = 1;
