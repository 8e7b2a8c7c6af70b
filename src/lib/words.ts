/** A rule's typed value in plain words: the short answer first, then what it hangs on. Pure. */
import type { Leeway, Reading, Rule, Topic, Trigger, Unit, Value } from '#content/schema.ts';
import { ACTOR, TRIGGER, amountInWords, capital, listed } from './vocabulary.ts';

export interface InWords {
  /** The answer in a few words: “15 working days”. */
  headline: string;
  /** What it is counted from, who it falls to, what makes it count: “after the strategy discussion”. May be empty. */
  detail: string;
  /** What else belongs to it, a line each. */
  notes?: string[];
  /** Where the value is in words only, its headline is the rule's whole sentence. */
  whole?: true;
}
type Of<K extends Value['kind']> = Extract<Value, { kind: K }>;
type Measured = { amount: number; unit: Unit };

const side = ({ direction, trigger }: { direction: 'after' | 'before'; trigger: Trigger }) => `${direction} ${TRIGGER[trigger]}`;

/** “the earlier of” needs both deadlines whole: an amount without its trigger is how this field goes wrong. */
const whole = (d: Of<'deadline'>) => `${amountInWords(d)} ${side(d)}`;

export const span = (from: Measured, to: Measured) =>
  from.unit === to.unit ? `${from.amount} to ${amountInWords(to)}` : `${amountInWords(from)} to ${amountInWords(to)}`;

const QUALIFY: Record<Of<'quorum'>['qualify'], string> = {
  'direct-contact': 'that have had direct contact with the child',
  'contributed-to-enquiries': 'that contributed to the enquiries',
  any: '',
};

function quorum({ required, others, qualify, notCounted, separate }: Of<'quorum'>): InWords {
  const named = required.map((a) => ACTOR[a]);
  const more = others
    ? `${others} ${named.length ? (others === 1 ? 'other agency' : 'other agencies') : others === 1 ? 'agency' : 'agencies'}`
    : '';
  const notes = [
    separate.length ? `Counted apart: ${listed(separate)}.` : '',
    notCounted.length ? `Not counted: ${listed(notCounted)}.` : '',
  ];
  return { headline: capital(listed([...named, more].filter(Boolean))), detail: QUALIFY[qualify], notes: notes.filter(Boolean) };
}

const METHOD: Record<Of<'decider'>['method'], string> = {
  alone: '',
  'hearing-all': 'having heard everybody',
  majority: 'by a majority',
  consensus: 'by consensus',
  'failing-consensus': 'where there is no consensus',
  accountable: '',
  'with-others': 'together with others',
};

function decider({ who, method, bound, tie, final, limit }: Of<'decider'>): InWords {
  const detail = [
    METHOD[method],
    bound === undefined ? '' : bound ? 'bound by their views' : 'not bound by their views',
    tie ? `${ACTOR[tie]} decides an even split` : '',
    final === undefined ? '' : final ? 'final' : 'not final',
    limit ? `${limit} at most` : '',
  ];
  return { headline: capital(ACTOR[who]), detail: detail.filter(Boolean).join('; ') };
}

const OF: Record<Of<'list'>['of'], string> = { all: 'all of them', any: 'any one is enough', examples: 'as examples' };

const fallsTo = (who: Of<'duty'>['who']) => (who.length ? `for ${listed(who.map((a) => ACTOR[a]))}` : '');

const ROOM: Record<Leeway, string> = {
  'if-possible': 'if possible',
  exceptional: 'save in exceptional circumstances',
  attempt: 'as something to try',
};
/** What a time hangs on, with the room that its rule leaves. */
const hangsOn = (detail: string, leeway: Leeway | undefined) => [detail, leeway ? ROOM[leeway] : ''].filter(Boolean).join(', ');

/** A typed value; `undefined` where the kind says no more than its sentence. */
export function valueInWords(value: Value): InWords | undefined {
  switch (value.kind) {
    case 'deadline':
      return value.amount === 0
        ? value.direction === 'before'
          ? { headline: capital(side(value)), detail: hangsOn('', value.leeway) }
          : { headline: 'At once', detail: hangsOn(side(value), value.leeway) }
        : { headline: amountInWords(value), detail: hangsOn(side(value), value.leeway) };
    case 'notice':
      return { headline: amountInWords(value), detail: hangsOn(`at least, ${side(value)}`, value.leeway) };
    case 'earliest-of':
      return { headline: `The sooner of ${listed(value.of.map(amountInWords))}`, detail: listed(value.of.map(whole), 'or') };
    case 'window':
      return { headline: span(value.from, value.to), detail: value.of === 'gestation' ? 'of pregnancy' : `after ${TRIGGER[value.of]}` };
    case 'interval':
      return { headline: amountInWords(value), detail: 'at most, from one to the next' };
    case 'extension':
      return {
        headline:
          value.until.length > 1 ? `To the sooner of ${listed(value.until.map(amountInWords))}` : `To ${amountInWords(value.until[0]!)}`,
        detail: `${listed(
          value.until.map((each) => side(each)),
          'or',
        )}, on the authority of ${listed(
          value.authority.map((who) => ACTOR[who]),
          'or',
        )}`,
      };
    case 'trigger':
      return { headline: capital(TRIGGER[value.trigger]), detail: 'starts the clock' };
    case 'age':
      return {
        headline: value.from === undefined ? `Over ${value.over}` : `${value.from} and over`,
        detail: `${value.what}${value.force === 'presumption' ? ' (presumed, unless shown otherwise)' : ''}`,
      };
    case 'quorum':
      return quorum(value);
    case 'decider':
      return decider(value);
    default:
      return undefined;
  }
}

/**
 * One reading of a rule: the short answer, or, where its kind has none, its sentence.
 * @param asked the kind of the topic: who decides is no short answer to a question that asks something else
 */
export function readingInWords({ value, answer }: Pick<Reading, 'value' | 'answer'>, asked?: Topic['kind']): InWords {
  const short = value.kind === 'decider' && asked && asked !== 'decider' ? undefined : valueInWords(value);
  if (short) return short;
  const detail =
    value.kind === 'list' && value.items.length > 1 ? OF[value.of] : 'who' in value && Array.isArray(value.who) ? fallsTo(value.who) : '';
  return { headline: answer, detail, whole: true };
}

/** What a value says, as one or several parts of a line. */
function parts(value: Value): string[] {
  if (value.kind === 'earliest-of') return [`The sooner of ${listed(value.of.map(whole))}`];
  const short = valueInWords(value);
  if (short) return [`${short.headline} ${short.detail}`.trim(), ...(short.notes ?? []).map((note) => note.replace(/\.$/, ''))];
  switch (value.kind) {
    case 'list':
      return [`${value.items.length > 1 ? `${capital(OF[value.of])}: ` : ''}${value.items.map(({ what }) => what).join('; ')}`];
    case 'route':
      return value.steps.map(({ to, what }) => `${ACTOR[to]}: ${what}`);
    case 'duty':
    case 'permission':
    case 'prohibition':
    case 'condition':
      return [value.who.length ? `${capital(listed(value.who.map((who) => ACTOR[who])))}: ${value.what}` : value.what];
    default:
      return [];
  }
}

/** All of a value in one line, for a table: “15 working days after the strategy discussion; whenever possible”. */
export const valueInFull = (value: Value): string =>
  [...parts(value), ('condition' in value && value.condition) || ''].filter(Boolean).join('; ');

export const readingsOf = (rule: Rule): readonly Reading[] =>
  rule.status === 'stated' ? [rule] : rule.status === 'conflicting' ? rule.readings : [];

/** An amount on one scale, for drawing and ordering only: a working day as 7⁄5 of a day, a month as a twelfth of 365 days. */
const DAYS: Record<Unit, number> = { hours: 1 / 24, 'working-days': 7 / 5, days: 1, weeks: 7, months: 365 / 12, years: 365 };

export interface Measure {
  days: number;
  label: string;
  detail: string;
}

/** The amount that a value can be measured by; `undefined` for kinds that are not one amount. */
export function measure(value: Value): Measure | undefined {
  if (value.kind !== 'deadline' && value.kind !== 'notice' && value.kind !== 'interval') return undefined;
  const days = value.amount * DAYS[value.unit];
  return days > 0
    ? { days, label: amountInWords(value), detail: value.kind === 'interval' ? 'from one to the next' : side(value) }
    : undefined;
}
