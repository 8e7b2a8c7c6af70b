import { getNextTransitions } from 'xstate';
import type { Act, Event, TopicId, Value } from '#content/schema.ts';
import { SETS_DAY, spanOf } from './checks/deadline.ts';
import { applies, demands } from './checks/in-words.ts';
import { byForce, readings } from './checks/index.ts';
import type { CaseContext, Finding } from './findings.ts';
import { judge } from './judge.ts';
import type { Verdict } from './judge.ts';
import { arisesIn } from './procedures/arises.ts';
import { TIMELY, actsOf, datesOf } from './procedures/effects.ts';
import type { Procedure, ProcedureSnapshot, SituationMeta } from './procedures/procedure.ts';
import { dayOf, reckon } from './working-days.ts';
import type { Reckoned } from './working-days.ts';

/** One step of a way on that keeps the rulebook, and the day by which it should be done where a rule sets one that is still to come. */
export interface RemedyStep {
  event: Event;
  verdict: Verdict;
  by?: Reckoned & { topic: TopicId };
  /** True where a time has run out before this step, so that nothing keeps it any more: all else is kept. */
  late?: true;
}

/** The days that a value sets, counted from those of its triggers that are known. */
function days(value: Value, { dates, calendar }: CaseContext): readonly Reckoned[] {
  const counted = value.kind === 'earliest-of' ? value.of : value.kind === 'deadline' || value.kind === 'notice' ? [value] : [];
  return counted.flatMap((each) => {
    const from = dates[each.trigger];
    return from === undefined || each.trigger === 'conference-opened' ? [] : [reckon(calendar, each, each.direction, from)];
  });
}

const earliest = <T extends { date: string }>(all: readonly T[]): T | undefined =>
  all.reduce<T | undefined>((first, each) => (first && first.date <= each.date ? first : each), undefined);

/** Acts that are a move of their own: no other move can be made to show them. */
const OWN: Partial<Record<Act, readonly string[]>> = {
  'conference-convened': ['conference.convened', 'disagreement.settled'],
  'new-date-set': ['conference.adjourned'],
  'lead-named': ['lead.named'],
  'core-group-named': ['core-group.formed'],
  'first-core-group-dated': ['core-group.formed'],
  'review-dated': ['review.dated'],
  'core-group-met': ['core-group.met'],
  'receiving-conference-held': ['receiving-conference.held'],
};

/** What befalls a case or is asked of it: nobody does it to put something right. */
const BEFALLS: ReadonlySet<string> = new Set([
  'order.made', 'assessments.concluded', 'move.notified', 'child.moved', 'child.came-of-age', 'child.died', 'child.left', 'return.demanded',
  'exclusion.requested', 'separate-attendance.arranged', 'person.removed', 'recording.requested', 'police-evidence.given', 'record.requested', 'child-copy.settled', 'plan.suspended', 'dissent.raised', 'concern.raised', 'agency-complaint.made',
]); // prettier-ignore

/** Grounds and excuses are found, not brought about: a way on shows none that the case does not have. */
const FOUND: ReadonlySet<TopicId> = new Set([
  'quorum.proceed-anyway', 'end.grounds', 'end.without-conference', 'end.first-review', 'end.neglect', 'exclusion.grounds', 'exclusion.children',
  'prebirth.grounds', 'review.bring-forward', 'dual.when', 'transfer.permanent', 'transfer.responsibility', 'complaint.grounds',
]); // prettier-ignore

/** What a rule asks of a move, put into the move: its acts, its decider, its day. */
function comply(event: Event, value: Value, topic: TopicId, context: CaseContext, known: ReadonlySet<Act>): Event {
  if (FOUND.has(topic)) return event;
  const asked = demands(value);
  if (asked && applies(asked, known)) {
    const shown = [...(asked.needs ?? []), ...(asked.anyOf ?? []).slice(0, 1)].filter((act) => OWN[act]?.includes(event.type) ?? true);
    return { ...event, done: [...new Set([...event.done, ...shown])] };
  }
  switch (value.kind) {
    case 'deadline':
    case 'earliest-of': {
      const due = earliest(days(value, context));
      if (!due) return event;
      if (SETS_DAY.has(event.type)) {
        // An inquorate conference must be adjourned whether or not its own time has run out: its new day is another rule's.
        if (event.type === 'conference.adjourned' && dayOf(due.date) < dayOf(event.on)) return event;
        return event.for === undefined || due.date < event.for ? { ...event, for: due.date } : event;
      }
      // An adjourned conference whose new day is too late may still be held sooner.
      const sooner = event.type === 'conference.opened' && context.dates['inquorate-conference'] !== undefined && due.date < event.on;
      return sooner && dayOf(due.date) >= dayOf(context.today ?? event.on) ? { ...event, on: due.date } : event;
    }
    case 'window': {
      const [from, to] = spanOf(value, context) ?? [];
      if (from === undefined || to === undefined) return event;
      const day = later(dayOf(event.on), from);
      return SETS_DAY.has(event.type)
        ? { ...event, for: event.for !== undefined && event.for < day ? event.for : day }
        : { ...event, on: day };
    }
    case 'extension': {
      const due = earliest(value.until.flatMap((each) => days(each, context)));
      const put = { ...event, by: value.authority[0], done: [...new Set([...event.done, ...value.needs])] };
      return due && SETS_DAY.has(event.type) ? { ...put, for: due.date } : put;
    }
    case 'trigger':
      return { ...event, countedFrom: value.trigger };
    case 'decider':
      if (topic === 'decision.category')
        return {
          ...event,
          by: value.method === 'failing-consensus' && !known.has('agencies-cannot-agree-category') ? 'agencies' : value.who,
        };
      if (topic === 'decision.made-by') {
        const method =
          event.method === 'casting-vote'
            ? event.method
            : value.method === 'majority'
              ? 'majority'
              : value.who === 'chair'
                ? 'chair'
                : 'consensus';
        return { ...event, method, done: [...event.done, 'every-agency-asked'] };
      }
      return { ...event, by: value.who };
    case 'quorum': {
      const others = (['school', 'police', 'health-visitor', 'gp', 'early-years', 'school-nurse'] as const).slice(0, value.others);
      const present = [...new Set([...value.required, 'social-care' as const, ...others])];
      return { ...event, present: present.map((agency) => ({ agency, contact: 'direct-and-enquiries' as const })) };
    }
    case 'age':
      return {
        ...event,
        invited: context.facts.children.map((c) => c.id),
        done: [...event.done, ...(topic === 'child.advocacy-age' ? ['advocacy-offered'] : [])],
      };
    default:
      return event;
  }
}

/** The latest day of which a case knows that it has come. */
function now({ today, dates }: CaseContext): string {
  const past = ['strategy-discussion-opening-enquiries', 'initial-conference', 'previous-review', 'conference'] as const;
  return today ?? past.map((trigger) => dates[trigger] ?? '').reduce((latest, day) => (day > latest ? day : latest));
}
const later = (one: string, other: string | undefined) => (other !== undefined && dayOf(other) > dayOf(one) ? other : one);

const decides = ({ facts, outcomes }: CaseContext) =>
  Object.fromEntries(facts.children.filter((c) => !(c.id in outcomes)).map((c) => [c.id, 'plan' as const]));
/** What a move of a type is made with, before a rule asks anything of it: more than one where it may lead to more than one place. */
const MADE_WITH: Partial<Record<string, (context: CaseContext) => readonly Partial<Event>[]>> = {
  'decision.made': (context) => [{ method: 'consensus', outcomes: decides(context) }],
  'casting-vote.given': (context) => [{ method: 'casting-vote', by: 'chair', outcomes: decides(context) }],
  'decision.revised': ({ outcomes }) => [{ outcomes: Object.fromEntries(Object.keys(outcomes).map((child) => [child, 'plan' as const])) }],
  'conference.proceeded': () => [{ by: 'chair' }],
  'disagreement.settled': () => [{ done: ['conference-convened'] }],
  'conference.opened': (context) => [
    { on: later(now(context), context.dates[context.conference] ?? context.dates.conference), present: [] },
  ],
  'exclusion.decided': () => [{ by: 'chair', done: ['exclusion-granted'] }, { by: 'chair' }],
  'return.considered': () => [{}, { done: ['conference-convened'] }],
  'complaint.concluded': () => [
    { done: ['position-confirmed-explained'] },
    { done: ['review-brought-forward'] },
    { done: ['reconvened-under-another-chair'] },
  ],
  'child.born': (context) => [{ on: later(now(context), context.dates['expected-birth']) }],
};

/** Moves of this type, no earlier than the latest one, that keep every rule that applies to them. */
function compliant({ context }: ProcedureSnapshot, type: string, topics: readonly TopicId[]): Event[] {
  const today = now(context);
  return (MADE_WITH[type]?.(context) ?? [{}]).map((made) => {
    let event: Event = { type, on: today, done: [], ...made };
    for (const topic of topics) {
      const rule = context.rules[topic];
      if (!rule) continue;
      for (const { value } of readings(rule).flatMap(byForce)) {
        const dated = { ...context, dates: datesOf(event, context) };
        const known = new Set([...context.done, ...actsOf(event, dated)]);
        if (!arisesIn(topic, known, dated, event)) continue;
        event = comply(event, value, topic, dated, known);
      }
    }
    if (type !== 'conference.adjourned') return event;
    // The new day of an adjourned conference keeps the conference's own deadline too, as long as it can.
    const due = earliest(
      TIMELY[context.conference].flatMap((topic) => {
        const rule = context.rules[topic];
        return rule && arisesIn(topic, new Set(context.done), context, event)
          ? readings(rule).flatMap(({ value }) => days(value, context))
          : [];
      }),
    );
    return due && dayOf(due.date) > dayOf(today) && (event.for === undefined || due.date < event.for) ? { ...event, for: due.date } : event;
  });
}

/** The day by which a move is due, where its rules count from triggers that are known: the earliest. */
function dueBy(context: CaseContext, topics: readonly TopicId[], event: Event): RemedyStep['by'] {
  const known = new Set([...context.done, ...event.done]);
  return earliest(
    topics.flatMap((topic) => {
      const rule = context.rules[topic];
      return rule && arisesIn(topic, known, context, event)
        ? readings(rule).flatMap(({ value }) => days(value, context).map((day) => ({ ...day, topic })))
        : [];
    }),
  );
}

const RANK = { complies: 0, 'not-addressed': 1, 'out-of-sequence': 2, departs: 3 } as const;

/** Whether a time that a move departs from had run out before anybody could make the move. */
const isOver = ({ expected }: Finding, today: string): boolean => expected.is === 'date' && dayOf(expected.date) < dayOf(today);

/** The moves that the present situation takes and that keep all that can still be kept, each with its day; those that are late come last. */
export function wayOn(procedure: Procedure, snapshot: ProcedureSnapshot): (RemedyStep & { next: ProcedureSnapshot })[] {
  const options: (RemedyStep & { next: ProcedureSnapshot })[] = [];
  const today = now(snapshot.context);
  const seen = new Set<string>();
  for (const transition of getNextTransitions(snapshot)) {
    const { topics = [], skips } = (transition.meta ?? {}) as SituationMeta;
    const type = transition.eventType as string;
    if (skips || type.startsWith('xstate.') || BEFALLS.has(type)) continue;
    for (const event of compliant(snapshot, type, topics)) {
      const key = JSON.stringify(event);
      if (seen.has(key)) continue;
      seen.add(key);
      // A day that has passed cannot be set any more.
      if (event.for !== undefined && dayOf(event.for) < dayOf(event.on)) continue;
      const { verdict, next, taken } = judge(procedure, snapshot, event);
      // What an earlier move left undone is not undone by leaving this one out.
      const amiss = verdict.findings.filter((f) => !f.carried || isOver(f, today));
      if (!taken || amiss.some((f) => f.outcome === 'out-of-sequence' || (f.outcome === 'departs' && !isOver(f, today)))) continue;
      const by = dueBy({ ...snapshot.context, dates: datesOf(event, snapshot.context) }, topics, event);
      options.push({
        event,
        verdict,
        next,
        ...(by && dayOf(by.date) >= dayOf(event.on) ? { by } : {}),
        ...(amiss.some((f) => f.outcome === 'departs') ? { late: true as const } : {}),
      });
    }
  }
  return options.sort((a, b) => RANK[a.verdict.outcome] - RANK[b.verdict.outcome]);
}

const place = (snapshot: ProcedureSnapshot) => JSON.stringify([snapshot.value, snapshot.context.outcomes]);

type Until = (snapshot: ProcedureSnapshot) => boolean;

function shortest(procedure: Procedure, snapshot: ProcedureSnapshot, until: Until, late: boolean): readonly RemedyStep[] | undefined {
  const queue: { at: ProcedureSnapshot; path: readonly RemedyStep[] }[] = [{ at: snapshot, path: [] }];
  const seen = new Set([place(snapshot)]);
  for (let entry = queue.shift(); entry; entry = queue.shift()) {
    for (const { next, ...step } of wayOn(procedure, entry.at)) {
      if (step.late && !late) continue;
      const path = [...entry.path, step];
      if (until(next)) return path;
      const key = place(next);
      if (seen.has(key)) continue;
      seen.add(key);
      queue.push({ at: next, path });
    }
  }
  return undefined;
}

/**
 * The shortest path of moves from a snapshot that keeps the rulebook; where a time has already run out, so that no path keeps
 * everything, the shortest that keeps all the rest. Pure.
 * @param until where to stop; by default as soon as no remedy is due any more, or after one move where none was due
 * @returns the moves in order, or `undefined` where no such way leads there
 */
export function remedy(
  procedure: Procedure,
  snapshot: ProcedureSnapshot,
  until: Until = (s) => !s.hasTag('remedy'),
): readonly RemedyStep[] | undefined {
  if (snapshot.status === 'done') return [];
  return shortest(procedure, snapshot, until, false) ?? shortest(procedure, snapshot, until, true);
}
