/**
 * What all statecharts have in common: their context, their moves, and the claims that their guards make. Different numbers are
 * different input (`rules`), a different way of going about it is a branch. What people do against a rulebook still happens, so moves
 * are never refused for departing from one: lateness, a missing quorum and a dispute are situations with their own duties.
 */
import { assign, setup } from 'xstate';
import type { Act, TopicId } from '#content/schema.ts';
import type { CaseContext, Conference, ProcedureInput } from '../findings.ts';
import { claims } from './claims.ts';
import { actsOf, datesOf, decided, departs, isEvenlySplit, isLate, isQuorate, noLonger } from './effects.ts';
import type { Move } from './events.ts';
import type { SituationMeta } from './procedure.ts';

export type Tag = 'remedy' | 'late' | 'inquorate' | 'disputed' | 'before' | 'at' | 'after';

interface Moved {
  event: Move;
}
interface Asked {
  context: CaseContext;
}
const shows =
  (act: Act) =>
  (_: Asked, { event }: Moved): boolean =>
    event.done.includes(act);
const splits = ({ context }: Asked, { event }: Moved) => event.type === 'decision.made' && isEvenlySplit(context, event);

export const base = setup({
  types: {
    context: {} as CaseContext,
    events: {} as Move,
    input: {} as ProcedureInput,
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-assertion -- without it the type of meta would be lost
    meta: {} as SituationMeta,
    tags: {} as Tag,
  },
  guards: {
    isQuorate: ({ context }, { event }: Moved) => isQuorate(context, event),
    isLate: ({ context }, { event }: Moved) => isLate(context, event),
    isDisputed: shows('agencies-disagree-on-convening'),
    isConvened: shows('conference-convened'),
    isEvenlySplit: ({ context }, { event }: Moved) => isEvenlySplit(context, event),
    leavesChildUndecided: ({ context }, { event }: Moved) => context.facts.children.some((child) => !(child.id in decided(context, event))),
    makesPlan: ({ context }, { event }: Moved) => Object.values(decided(context, event)).includes('plan'),
    isBarred: ({ context }, { event }: Moved) => departs(['end.first-review', 'end.neglect'], context, event, actsOf(event, context)),
    isTooSoon: ({ context }, { event }: Moved) => departs(['end.moved-away'], context, event, actsOf(event, context)),
    isExcluded: shows('exclusion-granted'),
    isGroundless: ({ context }, { event }: Moved) =>
      event.done.includes('exclusion-granted') && departs(['exclusion.grounds'], context, event),
    isOvercrowded: ({ context }, { event }: Moved) => departs(['dual.second-part'], context, event),
    isExtended: ({ context }, { event }: Moved) =>
      claims['extension-stated'](context.rules) && !departs(['prebirth.review-extension'], context, event, actsOf(event, context)),
    isReconvened: shows('reconvened-under-another-chair'),
  },
  actions: {
    recordMove: assign(({ context, event }) => {
      const dates = datesOf(event, context);
      const acts = actsOf(event, { ...context, dates });
      const over = noLonger(event, context);
      const kept = over ? context.done.filter((act) => !over.has(act)) : context.done;
      const fresh = acts.filter((act) => !kept.includes(act));
      return {
        dates,
        done: fresh.length ? [...kept, ...fresh] : kept,
        // An even split decides nothing: the chair's vote does.
        outcomes: event.outcomes && !splits({ context }, { event }) ? decided(context, event) : context.outcomes,
        today: event.on,
      };
    }),
  },
});

/** The machine's context at the start of a case. `conference` is the kind of conference that its moves speak of. */
export function beginning(input: ProcedureInput | undefined, conference: Conference, circumstances: readonly Act[] = []): CaseContext {
  // For every pure transition XState makes an actor without input, and throws it away: that must not cost an exception.
  const { dates, circumstances: from } = input?.facts ?? { dates: {}, circumstances: [] };
  const opening = dates['strategy-discussion-opening-enquiries'] ?? dates['strategy-discussion'];
  return {
    ...input!,
    conference,
    dates: { ...(opening ? { 'strategy-discussion-opening-enquiries': opening, 'strategy-discussion': opening } : {}), ...dates },
    done: [...from, ...circumstances, ...(input?.facts.children.some(({ born }) => born !== undefined) ? ['child-born'] : [])],
    outcomes: {},
    today: undefined,
  };
}

/** A move that leads to another situation, and the topics that it is judged by. */
export const to = <T extends string>(target: T, topics: readonly TopicId[], more: Omit<SituationMeta, 'topics'> = {}) =>
  ({ target, actions: 'recordMove', meta: { ...more, topics } }) as const;
/** A move that leaves the situation as it is. */
export const stay = (topics: readonly TopicId[], more: Omit<SituationMeta, 'topics'> = {}) =>
  ({ actions: 'recordMove', meta: { ...more, topics } }) as const;

type Guard =
  | 'isQuorate' | 'isLate' | 'isDisputed' | 'isConvened' | 'isEvenlySplit' | 'leavesChildUndecided' | 'makesPlan' | 'isBarred' | 'isTooSoon'
  | 'isExcluded' | 'isGroundless' | 'isOvercrowded' | 'isExtended' | 'isReconvened'; // prettier-ignore
/** A way that is taken only where a claim holds of the move. */
export const given = <G extends Guard, T extends object>(type: G, way: T) =>
  ({ guard: { type, params: ({ event }: Moved) => ({ event }) }, ...way }) as const;

/** A step of something that goes on side by side with other things. */
export const step = (stage: NonNullable<SituationMeta['stage']>, label: string, topics: readonly TopicId[]): SituationMeta => ({
  label,
  stage,
  topics,
});
