import type { Event, RulebookId, TopicId } from '#content/schema.ts';
import type { CaseFacts, Rules } from './findings.ts';
import type { Verdict } from './judge.ts';
import type { Procedure } from './procedures/index.ts';
import { replay } from './replay.ts';
import type { WorkingCalendar } from './working-days.ts';

export interface Elsewhere {
  rulebook: RulebookId;
  verdict: Verdict;
  taken: boolean;
}

/**
 * The last move of a log, judged under each rulebook by replaying the whole log under it, so that what went before is that rulebook's too.
 * @param rules by rulebook; those given are those compared
 */
export function compareMove(
  procedure: Procedure,
  rules: Partial<Record<RulebookId, Rules>>,
  calendar: WorkingCalendar,
  facts: CaseFacts,
  log: readonly Event[],
): Elsewhere[] {
  return (Object.entries(rules) as [RulebookId, Rules][]).flatMap(([rulebook, its]) => {
    const last = replay(procedure, { rules: its, calendar, facts }, log).steps.at(-1);
    return last ? [{ rulebook, verdict: last.verdict, taken: last.taken }] : [];
  });
}

/** The first move of a log that two rulebooks judge differently, or `undefined`. */
export function parting(verdicts: readonly Verdict[], others: readonly Verdict[]): number | undefined {
  const at = verdicts.findIndex((v, i) => v.outcome !== others[i]?.outcome || v.modality !== others[i]?.modality);
  return at < 0 ? undefined : at;
}

/** Which topics the findings of a verdict rest on. */
export const topicsOf = (verdict: Verdict): readonly TopicId[] => [...new Set(verdict.findings.map((f) => f.topic))];
