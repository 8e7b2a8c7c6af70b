/**
 * Who is stricter, where that can be said: a topic that declares which way is stricter, amounts counted from the same moment,
 * and units that leave no doubt which is longer. Force, conditions and exceptions are not weighed. Pure.
 */
import type { Rule, RulebookId, Topic, Unit, Value } from '#content/schema.ts';
import { TRIGGER, amountInWords, listed } from './vocabulary.ts';
import { readingsOf, valueInWords } from './words.ts';

type Direction = NonNullable<Topic['stricter']>;
interface Size {
  amount: number;
  unit: Unit | 'agencies';
}
interface Yardstick {
  /** What the amounts are counted from, up to or between; only like is compared with like. */
  counted: string;
  sizes: readonly Size[];
}

/** What a value can be compared by; `undefined` where it is not an amount. */
export function yardstick(value: Value): Yardstick | undefined {
  switch (value.kind) {
    case 'deadline':
      return { counted: `deadline ${value.direction} ${value.trigger}`, sizes: [value] };
    case 'notice':
      return { counted: `notice before ${value.trigger}`, sizes: [value] };
    case 'interval':
      return { counted: `interval ${value.between}`, sizes: [value] };
    case 'earliest-of': {
      const of = [...value.of].sort((a, b) => a.trigger.localeCompare(b.trigger));
      return { counted: of.map((each) => `deadline ${each.direction} ${each.trigger}`).join(', '), sizes: of };
    }
    case 'quorum':
      return {
        counted: `agencies: ${value.qualify}${value.each ? ', each child' : ''}`,
        sizes: [{ amount: value.required.length + value.others, unit: 'agencies' }],
      };
    default:
      return undefined;
  }
}

/** The fewest and the most calendar days that an amount can take: five working days take five to eleven, as weekends and holidays fall. */
function days({ amount, unit }: Size): readonly [least: number, most: number] {
  switch (unit) {
    case 'hours':
      return [amount / 24, amount / 24];
    case 'days':
      return [amount, amount];
    case 'weeks':
      return [amount * 7, amount * 7];
    case 'working-days':
      return amount ? [amount + 2 * Math.floor((amount - 1) / 5), amount + 2 * Math.ceil(amount / 5) + 4] : [0, 0];
    case 'months':
      return [amount * 28, amount * 31];
    case 'years':
      return [amount * 365, amount * 366];
    case 'agencies':
      return [amount, amount];
  }
}

/** Below 0 where the first is shorter, 0 where they are alike, above where it is longer; `undefined` where the units leave it open. */
function bySize(a: Size, b: Size): number | undefined {
  if (a.unit === b.unit) return Math.sign(a.amount - b.amount);
  const [least, most] = days(a);
  const [leastOther, mostOther] = days(b);
  if (least === most && leastOther === mostOther) return Math.sign(least - leastOther);
  return most < leastOther ? -1 : least > mostOther ? 1 : undefined;
}

export type Apart =
  | 'counted from another moment'
  | 'units that may be either longer'
  | 'another way of counting agencies'
  | 'amounts that differ both ways'
  | 'two readings';
/** 1 where the first is stricter, -1 where it is looser, 0 where they are alike; or why they cannot be compared. */
export function compare(direction: Direction, a: Yardstick, b: Yardstick): number | Apart {
  if (a.counted !== b.counted) return direction === 'more' ? 'another way of counting agencies' : 'counted from another moment';
  const signs = a.sizes.map((size, i) => bySize(size, b.sizes[i]!));
  if (signs.includes(undefined)) return 'units that may be either longer';
  const way = new Set(signs.filter((sign) => sign));
  if (way.size > 1) return 'amounts that differ both ways';
  const [sign = 0] = way;
  return sign * (direction === 'shorter' ? -1 : 1) || 0;
}

/** The amount with what it is counted from: “15 working days after the conference”. */
function inFull(value: Value): string {
  if (value.kind === 'deadline' || value.kind === 'notice')
    return `${value.amount ? `${amountInWords(value)} ` : value.direction === 'after' ? 'at once ' : ''}${value.direction} ${TRIGGER[value.trigger]}`;
  if (value.kind === 'earliest-of') return `the sooner of ${listed(value.of.map(inFull))}`;
  if (value.kind === 'interval') return `${amountInWords(value)} from one to the next`;
  const { headline, detail } = valueInWords(value)!;
  return `${headline} ${detail}`.trim();
}

/** The amounts that a rule states: one, or, where its clauses conflict, one for each reading; empty where a reading has none. */
export function amountsOf(rule: Rule): { stick: Yardstick; words: string }[] {
  const found = readingsOf(rule).map(({ value }) => ({ stick: yardstick(value), words: yardstick(value) ? inFull(value) : '' }));
  const seen = new Set<string>();
  if (!found.every((one): one is { stick: Yardstick; words: string } => one.stick !== undefined)) return [];
  return found.filter(({ words }) => seen.size < seen.add(words).size);
}

/** As `compare`, of all readings of two rules: they must agree. */
function compareAll(direction: Direction, a: readonly Yardstick[], b: readonly Yardstick[]): number | Apart {
  const signs = new Set(a.flatMap((one) => b.map((other) => compare(direction, one, other))));
  const [sign] = signs;
  return signs.size === 1 ? sign! : 'two readings';
}

export interface Than {
  than: 'stricter' | 'looser';
  /** This rulebook's amount, and that of the others. */
  amount: string;
  beside: string;
  rulebooks: readonly RulebookId[];
}
export interface Standing {
  than: readonly Than[];
  /** Those that state an amount with which this one is not compared, and why. */
  apart: readonly { why: Apart; rulebooks: readonly RulebookId[] }[];
}
type Asked = Pick<Topic, 'stricter'>;
type Rules = readonly (readonly [RulebookId, Rule])[];

function stated(rules: Rules) {
  return rules.flatMap(([id, rule]) => {
    const amounts = amountsOf(rule);
    return amounts.length ? [{ id, sticks: amounts.map(({ stick }) => stick), words: listed(amounts.map(({ words }) => words), 'or') }] : [];
  });
} // prettier-ignore

const added = <K>(groups: Map<K, RulebookId[]>, key: K, id: RulebookId) => groups.set(key, [...(groups.get(key) ?? []), id]);

/** For each rulebook that states an amount, beside which of the others it is stricter or looser; nothing where the topic declares no direction. */
export function standings({ stricter }: Asked, rules: Rules): Map<RulebookId, Standing> {
  const all = stricter ? stated(rules) : [];
  return new Map(
    all.map((one) => {
      const sides = { stricter: new Map<string, RulebookId[]>(), looser: new Map<string, RulebookId[]>() };
      const apart = new Map<Apart, RulebookId[]>();
      for (const other of all.filter((other) => other !== one)) {
        const sign = compareAll(stricter!, one.sticks, other.sticks);
        if (typeof sign === 'string') added(apart, sign, other.id);
        else if (sign) added(sides[sign > 0 ? 'stricter' : 'looser'], other.words, other.id);
      }
      const than = (['stricter', 'looser'] as const).flatMap((than) =>
        [...sides[than]].map(([beside, rulebooks]) => ({ than, amount: one.words, beside, rulebooks })),
      );
      return [one.id, { than, apart: [...apart].map(([why, rulebooks]) => ({ why, rulebooks })) }];
    }),
  );
}

/**
 * The rulebooks that state an amount, strictest first and otherwise in the order given.
 * `undefined` where fewer than two state one, or two of them cannot be compared.
 */
export function strictestFirst({ stricter }: Asked, rules: Rules): RulebookId[] | undefined {
  const all = stricter ? stated(rules) : [];
  const signs = all.flatMap((a) => all.map((b) => (a === b ? 0 : compareAll(stricter!, a.sticks, b.sticks))));
  if (all.length < 2 || signs.some((sign) => typeof sign === 'string')) return undefined;
  return all.sort((a, b) => compareAll(stricter!, b.sticks, a.sticks) as number).map(({ id }) => id);
}
