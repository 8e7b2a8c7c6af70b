import type { RulebookId, TopicId } from '#content/schema.ts';
import type { Rules } from './findings.ts';
import type { Verdict } from './judge.ts';
import type { Procedure } from './procedures/index.ts';
import { underRules } from './replay.ts';
import type { Step } from './replay.ts';

/** What a rulebook says of a move; `taken` is false where its procedure does not know the move there. */
export interface Elsewhere {
  rulebook: RulebookId;
  verdict: Verdict;
  taken: boolean;
}

/**
 * The last move of a run, judged under each rulebook in the situation in which it was made.
 * @param rules by rulebook; those given are those compared
 */
export function compareMove(procedure: Procedure, rules: Partial<Record<RulebookId, Rules>>, steps: readonly Step[]): Elsewhere[] {
  return (Object.entries(rules) as [RulebookId, Rules][]).flatMap(([rulebook, its]) => {
    const last = underRules(procedure, steps, its).at(-1);
    return last ? [{ rulebook, verdict: last.verdict, taken: last.taken }] : [];
  });
}

/** The first move of a run that two rulebooks judge differently, or `undefined`. */
export function parting(verdicts: readonly Verdict[], others: readonly Verdict[]): number | undefined {
  const at = verdicts.findIndex((v, i) => v.outcome !== others[i]?.outcome || v.modality !== others[i]?.modality);
  return at < 0 ? undefined : at;
}

/** Which topics the findings of a verdict rest on. */
export const topicsOf = (verdict: Verdict): readonly TopicId[] => [...new Set(verdict.findings.map((f) => f.topic))];
