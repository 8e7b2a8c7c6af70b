import type { Actor, Event } from '#content/schema.ts';
import type { Check, Shown } from '../findings.ts';

const DECIDED_BY: Record<NonNullable<Event['method']>, Actor> = {
  chair: 'chair',
  'casting-vote': 'chair',
  majority: 'agencies',
  consensus: 'agencies',
  'social-care': 'social-care',
};

/** What most agencies said, or `tie`; undefined where nobody's view is known. */
export function majority(views: Event['views']): 'plan' | 'no-plan' | 'tie' | undefined {
  const votes = Object.values(views ?? {});
  if (!votes.length) return undefined;
  const plan = votes.filter((v) => v === 'plan').length;
  if (plan * 2 === votes.length) return 'tie';
  return plan * 2 > votes.length ? 'plan' : 'no-plan';
}

/** The decision itself: by the chair who has heard everybody, or by the agencies' majority with the chair deciding a tie. */
const decision = (value: Parameters<Check<'decider'>>[0], { event, known }: Parameters<Check<'decider'>>[1]): Shown | undefined => {
  if (event.type === 'views.heard') {
    if (value.method !== 'hearing-all') return undefined;
    const asked = known.has('every-agency-asked');
    const acts = ['every-agency-asked'];
    return {
      outcome: asked ? 'complies' : 'departs',
      expected: { is: 'acts', of: 'all', acts },
      actual: { is: 'acts', of: 'all', acts: asked ? acts : [], missing: asked ? [] : acts },
    };
  }
  if (!event.method) return undefined;
  const who = DECIDED_BY[event.method];
  // A casting vote is only ever given after an even split.
  const most = majority(event.views) ?? (event.type === 'casting-vote.given' ? 'tie' : undefined);
  const outcomes = Object.values(event.outcomes ?? {});
  const expected = { is: 'decider', who: value.who, method: value.method } as const;
  const actual = { is: 'decider', who, method: event.method, majority: most } as const;
  const holds = () => {
    if (value.method === 'majority') {
      // Counting the views is right even where they are even; it decides nothing until the one who breaks a tie has spoken.
      if (most === 'tie') return who === value.who || who === value.tie;
      // A view is one for all children: it cannot be held against children who are decided differently.
      const mixed = new Set(outcomes).size > 1;
      return who === value.who && (most === undefined || mixed || outcomes.every((o) => o === most));
    }
    if (value.who !== who) return false;
    return value.method !== 'hearing-all' || known.has('every-agency-asked');
  };
  return { outcome: holds() ? 'complies' : 'departs', expected, actual };
};

/** The category: who names it, how many, and whether only when the agencies could not agree. */
const category = (value: Parameters<Check<'decider'>>[0], { event, known }: Parameters<Check<'decider'>>[1]): Shown | undefined => {
  if (!event.categories) return undefined;
  const chairs = event.by === value.who;
  const who = value.method === 'failing-consensus' ? chairs === known.has('agencies-cannot-agree-category') : chairs;
  const few = value.limit === undefined || event.categories.length <= value.limit;
  return {
    outcome: who && few ? 'complies' : 'departs',
    expected: { is: 'decider', who: value.who, method: value.method, limit: value.limit },
    actual: { is: 'decider', who: event.by, categories: event.categories },
  };
};

export const decider: Check<'decider'> = (value, asked) => {
  if (asked.topic === 'decision.made-by') return decision(value, asked);
  if (asked.topic === 'decision.category') return category(value, asked);
  if (!asked.event.by || !value.when.every((act) => asked.known.has(act))) return undefined;
  return {
    outcome: asked.event.by === value.who ? 'complies' : 'departs',
    expected: { is: 'decider', who: value.who, method: value.method },
    actual: { is: 'decider', who: asked.event.by },
  };
};
