import { getNextTransitions } from 'xstate';
import type { Act, Event, TopicId, Value } from '#content/schema.ts';
import { SETS_DAY } from './checks/deadline.ts';
import { applies, demands } from './checks/in-words.ts';
import { readings } from './checks/index.ts';
import type { CaseContext } from './findings.ts';
import { judge } from './judge.ts';
import type { Verdict } from './judge.ts';
import type { SituationMeta } from './procedures/icpc.ts';
import type { Procedure, ProcedureSnapshot } from './procedures/index.ts';
import { dayOf, reckon } from './working-days.ts';
import type { Reckoned } from './working-days.ts';

/** One step of a compliant way on, and the day by which it should be done where a rule sets one. */
export interface RemedyStep {
  event: Event;
  verdict: Verdict;
  by?: Reckoned & { topic: TopicId };
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
};

/** What a rule asks of a move, put into the move: its acts, its decider, its day. */
function comply(event: Event, value: Value, topic: TopicId, context: CaseContext, known: ReadonlySet<Act>): Event {
  // What excuses going ahead with too few is a circumstance: it holds or it does not, and nobody can bring it about.
  if (topic === 'quorum.proceed-anyway') return event;
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
      if (SETS_DAY.has(event.type)) return event.for === undefined || due.date < event.for ? { ...event, for: due.date } : event;
      // An adjourned conference whose new day is too late may still be held sooner.
      const sooner = event.type === 'conference.opened' && context.dates['inquorate-conference'] !== undefined && due.date < event.on;
      return sooner && dayOf(due.date) >= dayOf(context.today ?? event.on) ? { ...event, on: due.date } : event;
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

/** A move of this type, no earlier than the latest one, that keeps every rule that applies to it. */
function compliant(procedure: Procedure, { context }: ProcedureSnapshot, type: string, topics: readonly TopicId[]): Event {
  const undecided = context.facts.children.filter((c) => !(c.id in context.outcomes));
  const outcomes = Object.fromEntries(undecided.map((c) => [c.id, 'plan' as const]));
  const today = context.today ?? context.dates['strategy-discussion-opening-enquiries'] ?? '';
  const fixed = context.dates['initial-conference'];
  let event: Event = { type, on: today, done: [] };
  if (type === 'decision.made') event = { ...event, method: 'consensus', outcomes };
  if (type === 'casting-vote.given') event = { ...event, method: 'casting-vote', by: 'chair', outcomes };
  if (type === 'conference.proceeded') event = { ...event, by: 'chair' };
  if (type === 'disagreement.settled') event = { ...event, done: ['conference-convened'] };
  if (type === 'conference.opened')
    event = { ...event, on: fixed !== undefined && dayOf(fixed) > dayOf(today) ? fixed : today, present: [] };
  for (const topic of topics) {
    const rule = context.rules[topic];
    if (!rule) continue;
    for (const { value } of readings(rule)) {
      const now = { ...context, dates: procedure.dates(event, context) };
      const known = new Set([...context.done, ...procedure.acts(event, now)]);
      if (procedure.arises[topic]?.(known, now, event) === false) continue;
      event = comply(event, value, topic, now, known);
    }
  }
  // The new day of an adjourned conference keeps the conference's own deadline too, as long as it can.
  const deadline = context.rules['icpc.deadline'];
  const due =
    type === 'conference.adjourned' && deadline ? earliest(readings(deadline).flatMap(({ value }) => days(value, context))) : undefined;
  return due && dayOf(due.date) >= dayOf(today) && (event.for === undefined || due.date < event.for) ? { ...event, for: due.date } : event;
}

/** The day by which a move is due, where its rules count from triggers that are known: the earliest. */
function dueBy(context: CaseContext, topics: readonly TopicId[]): RemedyStep['by'] {
  return earliest(
    topics.flatMap((topic) => {
      const rule = context.rules[topic];
      return rule ? readings(rule).flatMap(({ value }) => days(value, context).map((day) => ({ ...day, topic }))) : [];
    }),
  );
}

const RANK = { complies: 0, 'not-addressed': 1, 'out-of-sequence': 2, departs: 3 } as const;

/** The compliant moves that the present situation takes, each with its day. */
export function wayOn(procedure: Procedure, snapshot: ProcedureSnapshot): (RemedyStep & { next: ProcedureSnapshot })[] {
  const options: (RemedyStep & { next: ProcedureSnapshot })[] = [];
  const seen = new Set<string>();
  for (const transition of getNextTransitions(snapshot)) {
    const { topics = [], skips } = (transition.meta ?? {}) as SituationMeta;
    const type = transition.eventType as string;
    if (skips || type.startsWith('xstate.')) continue;
    const event = compliant(procedure, snapshot, type, topics);
    const key = JSON.stringify(event);
    if (seen.has(key)) continue;
    seen.add(key);
    // A day that has passed cannot be set any more.
    if (event.for !== undefined && dayOf(event.for) < dayOf(event.on)) continue;
    const { verdict, next, taken } = judge(procedure, snapshot, event);
    if (!taken || verdict.outcome === 'departs' || verdict.outcome === 'out-of-sequence') continue;
    const by = dueBy({ ...snapshot.context, dates: procedure.dates(event, snapshot.context) }, topics);
    options.push({ event, verdict, next, ...(by ? { by } : {}) });
  }
  return options.sort((a, b) => RANK[a.verdict.outcome] - RANK[b.verdict.outcome]);
}

const place = (snapshot: ProcedureSnapshot) => JSON.stringify([snapshot.value, snapshot.context.outcomes]);

/**
 * The shortest path of compliant moves from a snapshot. Pure.
 * @param until where to stop; by default as soon as no remedy is due any more, or after one move where none was due
 * @returns the moves in order, or `undefined` where no compliant way leads there
 */
export function remedy(
  procedure: Procedure,
  snapshot: ProcedureSnapshot,
  until: (snapshot: ProcedureSnapshot) => boolean = (s) => !s.hasTag('remedy'),
): readonly RemedyStep[] | undefined {
  if (snapshot.status === 'done') return [];
  const queue: { at: ProcedureSnapshot; path: readonly RemedyStep[] }[] = [{ at: snapshot, path: [] }];
  const seen = new Set([place(snapshot)]);
  for (let entry = queue.shift(); entry; entry = queue.shift()) {
    for (const { next, ...step } of wayOn(procedure, entry.at)) {
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
