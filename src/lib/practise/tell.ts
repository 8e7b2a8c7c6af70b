/** A finding in plain words, put together from what was expected and what was done; nothing is written for one case. Pure. */
import type { Act, Actor, ProcedureId, Unit } from '#content/schema.ts';
import type { Finding, Said } from '#machines/index.ts';
import { ACTOR, CATEGORY, TRIGGER, amountInWords, capital, listed } from '../vocabulary.ts';
import { WORDING } from './wording.ts';

/** Words, or a day; `bare` where its name stands before it and the day of the week need not. */
export type Piece = string | { date: string; bare?: true };
export interface Told {
  headline: readonly Piece[];
  /** How the headline comes about: the counting of a date, who counted. */
  details: readonly (readonly Piece[])[];
  /** What the move lacks, where that is more than one thing. */
  missing: readonly string[];
  done: readonly string[];
}
type Of<K extends Said['is']> = Extract<Said, { is: K }>;
type Words = Readonly<Record<Act, string>>;
/** What telling needs to know: acts in plain words, as content/acts.yaml has them, and which procedure the move belongs to. */
export interface Setting {
  acts: Words;
  procedure: ProcedureId;
}

const told = (headline: Told['headline'], rest: Partial<Told> = {}): Told => ({ headline, details: [], missing: [], done: [], ...rest });
const sentence = (text: string) => `${capital(text)}.`;
const rounded = (n: number) => Math.round(n * 10) / 10;
const amount = (a: Of<'amount'>['amount']) => amountInWords({ ...a, amount: rounded(a.amount) });

/** “15 working days after the strategy discussion (Thursday 14 March), not counting Good Friday (29 March).” */
export function counting({ count, skipped = [] }: Pick<Of<'date'>, 'count' | 'skipped'>): readonly Piece[] {
  if (!count) return [];
  const { amount: n, unit, direction, trigger, from } = count;
  const holidays = skipped.flatMap(({ name, date }, i): Piece[] => [
    i === 0 ? ', not counting ' : i === skipped.length - 1 ? ' and ' : ', ',
    `${name} `,
    { date, bare: true },
  ]);
  const span = n === 0 ? (direction === 'after' ? 'At once, on ' : 'Before ') : `${amountInWords({ amount: n, unit })} ${direction} `;
  return [`${span}${TRIGGER[trigger]} (`, { date: from }, ')', ...holidays, '.'];
}

function dates(due: Of<'date'>, actual: Of<'date'>, kept: boolean): Told {
  const details = [counting(due)].filter((line) => line.length);
  if (!kept) return told(['Too late: ', { date: actual.date }, '. It was due by ', { date: due.date }, '.'], { details });
  const last = due.date.slice(0, 10) === actual.date.slice(0, 10);
  return told(last ? ['In time, on the last day: ', { date: actual.date }, '.'] : ['In time: ', { date: actual.date }, ', due by ', { date: due.date }, '.'], { details }); // prettier-ignore
}

const point = ({ amount: n, unit }: { amount: number; unit: Unit }, of: Of<'window'>['count']['of']) =>
  of === 'gestation' ? `${amountInWords({ amount: n, unit })} of pregnancy` : `${amountInWords({ amount: n, unit })} after ${TRIGGER[of]}`;

/** A window of the pregnancy, or after a trigger; where an exception lets the day be outside it, that is said. */
function window(span: Of<'window'>, actual: Of<'date'>, kept: boolean): Told {
  const { from, to, count } = span;
  const day = actual.date.slice(0, 10);
  const inside = day >= from && day <= to;
  const details: Piece[][] = [
    [`From ${point(count.from, count.of)} (`, { date: from }, `) to ${point(count.to, count.of)} (`, { date: to }, ').'],
    count.of === 'gestation' ? ['Counted back from the day on which the birth is expected (', { date: count.day }, '), at 40 weeks.'] : [`Counted from ${TRIGGER[count.of]} (`, { date: count.day }, ').'],
  ]; // prettier-ignore
  if (inside) return told(['Within the time for it: ', { date: actual.date }, '.'], { details });
  if (kept) return told(['Outside the time for it, ', { date: actual.date }, ', as an exception allows.'], { details });
  return told([day < from ? 'Too early: ' : 'Too late: ', { date: actual.date }, '.'], { details });
}

export const actInWords = (act: Act, words: Words): string => words[act] ?? act.replaceAll('-', ' ');

/** Points that were met are named as long as they make a sentence of a line or two. */
const SENTENCE = 130;

function acts(expected: Of<'acts'>, actual: Of<'acts'>, kept: boolean, words: Words): Told {
  const say = (act: Act) => actInWords(act, words);
  const done = actual.acts.map(say);
  if (expected.of === 'none') {
    return kept
      ? told(['Nothing happened that it rules out.'], { details: [[`It rules out this: ${listed(expected.acts.map(say), 'or')}.`]] })
      : told([`It rules this out: ${listed(done)}.`]);
  }
  const missing = (actual.missing ?? []).map(say);
  const all = expected.acts.length;
  if (kept) {
    if (expected.of === 'any' || all === 1) return told([sentence(listed(done.length ? done : expected.acts.map(say)))]);
    return listed(done).length <= SENTENCE ? told([sentence(listed(done))]) : told([all === 2 ? 'Both points are met.' : `All ${all} points are met.`], { done }); // prettier-ignore
  }
  if (missing.length === 1) return told([`Nothing shows that ${missing[0]}.`], { done });
  if (expected.of === 'any') return told(['Nothing shows any of these, and one is needed:'], { missing });
  return told([missing.length === all ? `Nothing shows ${all === 2 ? 'either of these points' : `any of these ${all} points`}:` : `Nothing shows these ${missing.length} of ${all} points:`], { missing, done }); // prettier-ignore
}

const QUALIFIED: Record<string, string> = {
  'direct-contact': ' that have had direct contact with the child',
  'contributed-to-enquiries': ' that contributed to the enquiries',
};
const NUMBER = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const number = (n: number) => NUMBER[n] ?? String(n);
const agencies = (n: number, other = '') => `${number(n)} ${other}${n === 1 ? 'agency' : 'agencies'}`;

/** Who must be there: “children’s social care and two other agencies that …”. */
export function neededInWords({ required, others, qualify }: Of<'agencies'>): string {
  const named = required.map((a) => ACTOR[a]);
  return listed([...named, ...(others ? [`${agencies(others, named.length ? 'other ' : '')}${QUALIFIED[qualify] ?? ''}`] : [])]);
}

function quorum(expected: Of<'agencies'>, actual: Of<'agencies'>, kept: boolean): Told {
  const required = expected.required;
  const needed = neededInWords(expected);
  const { counted = [], uncounted = [] } = actual;
  const absent = expected.required.filter((a) => !counted.includes(a)).map((a) => ACTOR[a]);
  const headline = absent.length
    ? `${capital(listed(absent))} ${absent.length === 1 ? 'is' : 'are'} not at the table.`
    : kept
      ? `Enough agencies count: ${number(counted.length)} where ${number(required.length + expected.others)} are needed.`
      : `Too few agencies count: ${number(counted.length)} where ${number(required.length + expected.others)} are needed.`;
  const details = [
    `Needed: ${needed}.`,
    counted.length ? `Counted: ${listed(counted.map((a) => ACTOR[a]))}.` : 'Nobody at the table counts.',
    uncounted.length ? `There, but not counted: ${listed(uncounted.map((a) => ACTOR[a]))}.` : '',
  ];
  return told([headline], { details: details.filter(Boolean).map((line) => [line]) });
}

const decides = (who: Actor | undefined) => (who === undefined ? 'nobody' : who === 'agencies' ? 'the agencies' : ACTOR[who]);
const HOW: Record<string, string> = {
  'hearing-all': ', having heard everybody',
  majority: ', by a majority',
  consensus: ', by agreement',
  'failing-consensus': ', and only where the agencies cannot agree',
  'with-others': ', together with others',
};
/** Whose it is to decide, and how: “the chair, having heard everybody”. */
export const deciderInWords = ({ who, method }: Pick<Of<'decider'>, 'who' | 'method'>): string =>
  `${decides(who)}${HOW[method ?? ''] ?? ''}`;

const DID: Record<string, string> = {
  majority: 'decided by counting views',
  consensus: 'decided by agreement',
  'casting-vote': 'settled it',
};
/** How the table stood. */
function views(majority: string, procedure: ProcedureId): string {
  const { plan, noPlan } = WORDING[procedure];
  return majority === 'tie' ? 'The views are evenly split.' : `Most views are ${majority === 'plan' ? plan : noPlan}.`;
}

function decider(expected: Of<'decider'>, actual: Of<'decider'>, kept: boolean, procedure: ProcedureId): Told {
  const rightly = deciderInWords(expected);
  if (actual.categories) {
    const named = `${capital(decides(actual.who))} named ${listed(actual.categories.map((c) => CATEGORY[c as keyof typeof CATEGORY] ?? c))}`;
    const tooMany = expected.limit !== undefined && actual.categories.length > expected.limit;
    if (kept) return told([`${named}.`]);
    return told([`${named}; ${tooMany ? `it allows ${number(expected.limit!)} category` : `that is for ${rightly}`}.`]);
  }
  const details = actual.majority ? [[views(actual.majority, procedure)]] : [];
  if (actual.method === undefined) {
    const by = `Done by ${decides(actual.who)}`;
    return told([kept ? `${by}, as it should be.` : `${by}; that is for ${rightly}.`]);
  }
  const did = `${capital(decides(actual.who))} ${DID[actual.method] ?? 'decided'}`;
  if (kept && expected.who === actual.who)
    return told([`${did}${expected.method === 'hearing-all' ? ', having heard everybody' : ''}, as it should be.`], { details });
  if (kept) return told([`${did}, as an even split asks.`], { details });
  if (expected.who === actual.who) return told([expected.method === 'hearing-all' ? `${did} before every agency’s view was heard.` : `${did}, but not as most of the table saw it.`], { details }); // prettier-ignore
  return told([`${did}. It is for ${rightly}.`], { details });
}

function children(expected: Of<'children'>, actual: Of<'children'>, kept: boolean): Told {
  const left = expected.names.filter((name) => !actual.names.includes(name));
  const who = expected.age === undefined ? '' : `Every child who has turned ${expected.age}: `;
  return told([kept ? `Done for ${listed(expected.names)}.` : `Not done for ${listed(left)}.`], {
    details: [[`${who}${expected.what.replace(/^is /, '')}.`]],
  });
}

export function tell({ outcome, expected, actual, answer }: Finding, { acts: words, procedure }: Setting): Told {
  const kept = outcome === 'complies';
  if (outcome === 'out-of-sequence') return told(['Too soon: other steps come before this one.']);
  if (expected.is === 'date' && actual?.is === 'date') return dates(expected, actual, kept);
  if (expected.is === 'window' && actual?.is === 'date') return window(expected, actual, kept);
  if (expected.is === 'acts' && actual?.is === 'acts') return acts(expected, actual, kept, words);
  if (expected.is === 'agencies' && actual?.is === 'agencies') return quorum(expected, actual, kept);
  if (expected.is === 'decider' && actual?.is === 'decider') return decider(expected, actual, kept, procedure);
  if (expected.is === 'children' && actual?.is === 'children') return children(expected, actual, kept);
  if (expected.is === 'amount' && actual?.is === 'amount') {
    const limit = `${amount(expected.amount)} at most`;
    return told([
      kept ? `${capital(amount(actual.amount))}; it allows ${limit}.` : `Too long: ${amount(actual.amount)}; it allows ${limit}.`,
    ]);
  }
  if (expected.is === 'trigger' && actual?.is === 'trigger') {
    const counted = `Counted from ${TRIGGER[actual.trigger]}`;
    const right = TRIGGER[expected.trigger];
    if (!kept) return told([`${counted}; it counts from ${right}.`]);
    return told([
      actual.trigger === expected.trigger ? `${counted}, as it should be.` : `${counted}, which is earlier than ${right}: that keeps it.`,
    ]);
  }
  return told([answer]);
}

/** The pieces as one plain text, for a title or a test. */
export const plain = (pieces: readonly Piece[], day: (date: string, how: { weekday: boolean }) => string): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : day(piece.date, { weekday: !piece.bare }))).join('');
