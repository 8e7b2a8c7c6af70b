/** One check per kind of value; together they turn a rule and a move into findings. */
import type { Reading, Rule, Value } from '#content/schema.ts';
import type { Asked, Finding, Shown } from '../findings.ts';
import { age } from './age.ts';
import { deadline, earliestOf, extension, interval, notice, trigger, window } from './deadline.ts';
import { decider } from './decider.ts';
import { condition, demands, duty, list, permission, prohibition, route } from './in-words.ts';
import { quorum } from './quorum.ts';

const CHECKS = {
  deadline, notice, 'earliest-of': earliestOf, interval, trigger, quorum, decider, age, list, duty, permission, prohibition, condition, route,
  window, extension,
}; // prettier-ignore

const check = (value: Value, asked: Asked) => (CHECKS[value.kind] as (value: Value, asked: Asked) => Shown | undefined)(value, asked);

export const readings = (rule: Rule): readonly Reading[] =>
  rule.status === 'stated' ? [rule] : rule.status === 'conflicting' ? rule.readings : [];

const apart = new WeakMap<Reading, readonly Reading[]>();
type Item = Extract<Value, { kind: 'list' }>['items'][number];
/** What an item has of its own, so that it is judged apart from those that do not have it. */
const own = ({ modality, when, anyOf, never, unless }: Item) => modality ?? when ?? anyOf ?? never ?? unless;
const shown = ({ act, anyOf, never }: Item) => act ?? anyOf ?? never;
/**
 * A list whose items have forces, conditions, choices or exceptions of their own is as many lists as there are of those: missing a
 * *must* is not missing a *should*, and what is asked only of some cases is not asked of all.
 */
export function byForce(reading: Reading): readonly Reading[] {
  const { value } = reading;
  if (value.kind !== 'list' || value.of !== 'all' || !value.items.some(own)) return [reading];
  const known = apart.get(reading);
  if (known) return known;
  const judged = value.items.filter(shown);
  const groups = Map.groupBy(judged, ({ modality = reading.modality, when, anyOf, never, unless }) =>
    JSON.stringify([modality, when, anyOf, never, unless]),
  );
  const all = [...groups.values()].map((items) => ({
    ...reading,
    modality: items[0]?.modality ?? reading.modality,
    value: {
      ...value,
      when: [...value.when, ...(items[0]?.when ?? [])],
      unless: [...value.unless, ...(items[0]?.unless ?? [])],
      items,
    },
  }));
  apart.set(reading, all);
  return all;
}

/** Every finding that one rule gives on one move: none where it does not apply, one for each reading where its clauses conflict. */
export function findings(rule: Rule, asked: Asked): Finding[] {
  const { topic } = asked;
  if (rule.status === 'silent' || rule.status === 'elsewhere') {
    const { status, answer, clauses } = rule;
    return [{ topic, status, outcome: 'not-addressed', clauses, answer, expected: { is: 'answer', words: answer }, actual: undefined }];
  }
  return readings(rule).flatMap((reading, i) => {
    const which = rule.status === 'conflicting' ? { reading: i + 1 } : {};
    return byForce(reading).flatMap(({ value, modality, clauses, answer }) => {
      const shown = check(value, asked);
      const room = 'leeway' in value && value.leeway ? { leeway: value.leeway } : {};
      return shown ? [{ topic, status: rule.status, modality, ...room, clauses, answer, ...shown, ...which }] : [];
    });
  });
}

const TYPED: ReadonlySet<Value['kind']> = new Set(['deadline', 'notice', 'earliest-of', 'window', 'interval', 'extension', 'trigger', 'quorum', 'decider', 'age']); // prettier-ignore
/** Whether a rule says something that a move can keep or break. */
export const judgeable = (rule: Rule): boolean => readings(rule).some(({ value }) => TYPED.has(value.kind) || demands(value) !== undefined);
