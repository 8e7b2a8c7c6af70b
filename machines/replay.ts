import type { Event, TopicId } from '#content/schema.ts';
import type { Finding, ProcedureInput, Rules } from './findings.ts';
import { begin, judge, sumUp } from './judge.ts';
import type { Judged, Verdict } from './judge.ts';
import type { Procedure, ProcedureSnapshot } from './procedures/index.ts';
import { remedied } from './situations.ts';

/** A move of a log: judged beside those before it, and the situation in which it was made. */
export interface Step extends Judged {
  event: Event;
  before: ProcedureSnapshot;
}
/** What a log comes to: its moves in their order, and the situation after the last. */
export interface Replayed {
  steps: readonly Step[];
  snapshot: ProcedureSnapshot;
}

const lacks = ({ actual }: Finding) => (actual?.is === 'acts' ? (actual.missing ?? []) : []);
const same = (one: Finding, other: Finding) =>
  one.topic === other.topic && one.reading === other.reading && one.modality === other.modality;

/** The day that a finding holds against a limit, where it is one. */
const dayIn = ({ actual }: Finding) => (actual?.is === 'date' ? actual.date.slice(0, 10) : undefined);
/** Whether an earlier departure is this one over again: the same acts left undone, or the same day set, and now come. */
function again(earlier: Finding, finding: Finding): boolean {
  if (!same(earlier, finding)) return false;
  const missing = lacks(finding);
  if (missing.length) return missing.every((act) => lacks(earlier).includes(act));
  const day = dayIn(finding);
  // What was found undone when its time ran out, and is now done late.
  if (day !== undefined && lacks(earlier).length) return true;
  return day !== undefined && dayIn(earlier) === day;
}

/**
 * A verdict beside those before it in the run: where it only finds still undone what an earlier move left undone, or late what was set
 * late or was overdue, that is marked, and does not weigh again. Pure.
 * @param remedied the topics of what the move had to put right
 */
export function beside(verdict: Verdict, before: readonly Verdict[], remedied: readonly TopicId[] = []): Verdict {
  const departed = before.flatMap((each) => each.findings).filter((f) => f.outcome === 'departs');
  const findings = verdict.findings.map((finding) => {
    // A remedy that leaves the same undone is a fault of its own; a day that stays late is not.
    const anew = remedied.includes(finding.topic) && lacks(finding).length > 0;
    const known = finding.outcome === 'departs' && !anew && departed.some((earlier) => again(earlier, finding));
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
    const verdict = beside(judged.verdict, verdicts, remedied(before));
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
    const verdict = beside(judged.verdict, verdicts, remedied(before));
    verdicts.push(verdict);
    return { event, before: there, ...judged, verdict };
  });
}
