/** One check per kind of value; together they turn a rule and a move into findings. */
import type { Reading, Rule, Value } from '#content/schema.ts';
import type { Asked, Finding, Shown } from '../findings.ts';
import { age } from './age.ts';
import { deadline, earliestOf, interval, notice, trigger } from './deadline.ts';
import { decider } from './decider.ts';
import { condition, duty, list, permission, prohibition, route } from './in-words.ts';
import { quorum } from './quorum.ts';

/** Values that say when something may happen, which no move of these procedures is measured against yet. */
const information = (value: Value): Shown => ({
  outcome: 'not-addressed',
  expected: { is: 'answer', words: value.kind },
  actual: undefined,
});

const CHECKS = {
  deadline, notice, 'earliest-of': earliestOf, interval, trigger, quorum, decider, age, list, duty, permission, prohibition, condition, route,
  window: information, extension: information,
}; // prettier-ignore

const check = (value: Value, asked: Asked) => (CHECKS[value.kind] as (value: Value, asked: Asked) => Shown | undefined)(value, asked);

export const readings = (rule: Rule): readonly Reading[] =>
  rule.status === 'stated' ? [rule] : rule.status === 'conflicting' ? rule.readings : [];

/** Every finding that one rule gives on one move: none where it does not apply, one for each reading where its clauses conflict. */
export function findings(rule: Rule, asked: Asked): Finding[] {
  const { topic } = asked;
  if (rule.status === 'silent' || rule.status === 'elsewhere') {
    const { status, answer, clauses } = rule;
    return [{ topic, status, outcome: 'not-addressed', clauses, answer, expected: { is: 'answer', words: answer }, actual: undefined }];
  }
  return readings(rule).flatMap(({ value, modality, clauses, answer }, i) => {
    const shown = check(value, asked);
    const reading = rule.status === 'conflicting' ? { reading: i + 1 } : {};
    return shown ? [{ topic, status: rule.status, modality, clauses, answer, ...shown, ...reading }] : [];
  });
}
