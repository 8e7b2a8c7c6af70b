import type { Event } from '#content/schema.ts';
import type { Finding, ProcedureInput, Rules } from './findings.ts';
import { begin, judge, sumUp } from './judge.ts';
import type { Judged, Verdict } from './judge.ts';
import type { Procedure, ProcedureSnapshot } from './procedures/index.ts';

export interface Step extends Judged {
  event: Event;
  before: ProcedureSnapshot;
}
export interface Replayed {
  steps: readonly Step[];
  snapshot: ProcedureSnapshot;
}

const lacks = ({ actual }: Finding) => (actual?.is === 'acts' ? (actual.missing ?? []) : []);
const same = (one: Finding, other: Finding) =>
  one.topic === other.topic && one.reading === other.reading && one.modality === other.modality;

/**
 * A verdict beside those before it in the run: where it only finds still undone what an earlier move left undone, that is marked, and
 * does not weigh again. Pure.
 */
export function beside(verdict: Verdict, before: readonly Verdict[]): Verdict {
  const departed = before.flatMap((each) => each.findings).filter((f) => f.outcome === 'departs' && lacks(f).length > 0);
  const findings = verdict.findings.map((finding) => {
    const missing = finding.outcome === 'departs' ? lacks(finding) : [];
    const known = missing.length && departed.some((f) => same(f, finding) && missing.every((act) => lacks(f).includes(act)));
    return known ? { ...finding, carried: true as const } : finding;
  });
  return findings.some((f) => f.carried) ? sumUp(findings) : verdict;
}

/** Everything that a log of moves comes to, from the beginning. Pure; undoing is replaying a shorter log. */
export function replay(procedure: Procedure, input: ProcedureInput, log: readonly Event[]): Replayed {
  let snapshot = begin(procedure, input);
  const verdicts: Verdict[] = [];
  const steps = log.map((event): Step => {
    const before = snapshot;
    const judged = judge(procedure, before, event);
    snapshot = judged.next;
    const verdict = beside(judged.verdict, verdicts);
    verdicts.push(verdict);
    return { event, before, ...judged, verdict };
  });
  return { steps, snapshot };
}

/**
 * The moves of a run, each judged in the situation in which it was made, as if another rulebook held: what that rulebook says of the
 * same moves. Pure.
 * @param steps of a replay under any rulebook
 */
export function underRules(procedure: Procedure, steps: readonly Step[], rules: Rules): readonly Step[] {
  const verdicts: Verdict[] = [];
  return steps.map(({ event, before }): Step => {
    const { value, status, context } = before;
    const there = procedure.machine.resolveState({ value, status, context: { ...context, rules } }) as ProcedureSnapshot;
    const judged = judge(procedure, there, event);
    const verdict = beside(judged.verdict, verdicts);
    verdicts.push(verdict);
    return { event, before: there, ...judged, verdict };
  });
}
