/** Every way through a scenario under one rulebook, and the verdicts that are met on it. */
import { resolve } from 'node:path';
import { readContent } from '#content/read.ts';
import type { RulebookId, Scenario } from '#content/schema.ts';
import { begin, beside, eventOf, judge, nextDecision, openCalendar, procedure, procedures, situations } from '#machines/index.ts';
import type { Finding, ProcedureInput, ProcedureSnapshot, Verdict } from '#machines/index.ts';

const takes = Object.fromEntries(
  Object.values(procedures).map((p) => [p.id, { events: Object.keys(p.events), situations: situations(p) }]),
);
export const content = readContent(resolve('content'), takes);

export function inputFor(scenario: Scenario, rulebook: RulebookId): ProcedureInput {
  const { children, dates, circumstances } = scenario.facts;
  const rules = content.rulebooks.find((r) => r.id === rulebook)?.rules ?? {};
  return { rules, calendar: openCalendar(content.calendars[scenario.calendar]!), facts: { children, dates, circumstances } };
}

const said = ({ outcome, modality }: Pick<Verdict, 'outcome' | 'modality'>) => (modality ? `${outcome} ${modality}` : outcome);

/** What a decision's conditions read: what makes two runs differ for the decisions still to come. */
const asked = (scenario: Scenario) => [...new Set(scenario.decisions.flatMap((d) => [...d.when, ...d.unless]))];

/** The day by which something was due. */
const dueOf = ({ expected }: Finding) => (expected.is === 'date' ? expected.date : expected.is === 'window' ? expected.to : undefined);
/** Whether an earlier move of the run had missed it: nobody who makes this one can still keep it. */
function missedBefore(finding: Finding, { context }: ProcedureSnapshot, before: readonly Verdict[]): boolean {
  if (finding.carried) return true;
  const due = dueOf(finding);
  if (due === undefined) return false;
  const ranOut = (f: Finding) => f.topic === finding.topic && f.outcome === 'departs' && f.actual?.is === 'acts';
  return due.slice(0, 10) < (context.today ?? '').slice(0, 10) || before.some((verdict) => verdict.findings.some(ranOut));
}

export interface Walk {
  verdicts: Map<string, string>;
  /** By move, the topics that it departs from or comes too early for, save what an earlier move had missed. */
  departed: Map<string, string[]>;
  /** The topics that some move was judged by, kept, broken, or asked for too early: the first such move, and what was found. */
  judged: Map<string, { move: string; outcome: string }>;
  reached: Set<string>;
  endings: Map<string, number>;
  stuck: string[];
}

/** Runs that the remaining decisions cannot tell apart are taken once. */
export function walk(scenario: Scenario, input: ProcedureInput): Walk {
  const its = procedure(scenario.procedure);
  const result: Walk = { verdicts: new Map(), departed: new Map(), judged: new Map(), reached: new Set(), endings: new Map(), stuck: [] };
  const matters = asked(scenario);
  const queue: { at: number; snapshot: ProcedureSnapshot; path: string[]; before: Verdict[] }[] = [];
  const first = begin(its, input);
  const start = nextDecision(scenario, -1, first);
  if (start !== undefined) queue.push({ at: start, snapshot: first, path: [], before: [] });
  const seen = new Set<string>();
  for (let entry = queue.shift(); entry; entry = queue.shift()) {
    const decision = scenario.decisions[entry.at]!;
    result.reached.add(decision.id);
    for (const [m, move] of decision.moves.entries()) {
      const { verdict: alone, next, taken } = judge(its, entry.snapshot, eventOf(move, entry.snapshot));
      const verdict = beside(alone, entry.before);
      const path = [...entry.path, `${decision.id} ${m + 1}`];
      if (!taken) result.stuck.push(`${path.join(' → ')}: the situation does not know the move`);
      const name = `${decision.id} ${m + 1}`;
      for (const finding of verdict.findings)
        if (finding.outcome !== 'not-addressed' && !result.judged.has(finding.topic))
          result.judged.set(finding.topic, { move: name, outcome: said(finding) });
      if (!result.verdicts.has(name)) {
        result.verdicts.set(name, said(verdict));
        result.departed.set(
          name,
          verdict.findings
            .filter((f) => f.outcome === 'departs' || f.outcome === 'out-of-sequence')
            .filter((f) => !missedBefore(f, entry.snapshot, entry.before))
            .map((f) => f.topic),
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
      queue.push({ at, snapshot: next, path, before: [...entry.before, verdict] });
    }
  }
  return result;
}

/** What each rulebook says of each move, one row a move: an empty cell where no run under the rulebook comes to it. */
export function verdictTable(scenario: Scenario, walks: ReadonlyMap<RulebookId, Walk>) {
  const rows = scenario.decisions.flatMap(({ id, moves }) =>
    moves.map((_, m) => {
      const move = `${id} ${m + 1}`;
      return { move, verdicts: scenario.rulebooks.map((rulebook) => walks.get(rulebook)?.verdicts.get(move) ?? '') };
    }),
  );
  return { rows, differ: rows.filter(({ verdicts }) => new Set(verdicts.filter(Boolean)).size > 1).length };
}
