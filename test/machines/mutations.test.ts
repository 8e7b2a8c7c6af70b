/** A certificate that passed whatever was broken would prove nothing. All ways of breaking take long: `npm run certify -- --break`. */
import { describe, expect, it } from 'vitest';
import { readContent } from '#content/read.ts';
import { procedures } from '#machines/procedures/index.ts';
import { openCalendar } from '#machines/working-days.ts';
import { isCaught, KINDS, mutationsOf } from './mutations.ts';
import type { Mutation } from './mutations.ts';

const content = readContent('content');
const calendar = openCalendar(content.calendars['england-and-wales']!);
const london = content.rulebooks.filter(({ id }) => id === 'london');
/** Those whose walks are the shortest come first: most of what is broken is noticed under any. */
const shortest = ['hips', 'kent', 'london', 'bfg', 'staffordshire'].flatMap((id) =>
  content.rulebooks.filter((rulebook) => rulebook.id === id),
);
const under = ({ rules }: Mutation) => (rules ? london : shortest);
const all = Object.values(procedures).map((its) => ({ id: its.id, its, mutations: mutationsOf(its, london[0]!.rules) }));

describe.each(all)('the certificate of $id', { timeout: 120_000 }, ({ its, mutations }) => {
  /** The one in the middle: which that is changes with the statechart, and stays the same from run to run. */
  const one = (kind: Mutation['kind']) => {
    const those = mutations.filter((mutation) => mutation.kind === kind);
    return those[Math.floor(those.length / 2)]!;
  };

  it.each(KINDS.map(one))('fails for a $kind: $what', (mutation) => {
    expect(isCaught(mutation, under(mutation), calendar)).toBe(true);
  });

  it('passes where nothing is broken', () => {
    const whole = { ...one('transition left out'), procedure: its };
    expect(isCaught(whole, shortest.slice(0, 1), calendar)).toBe(false);
  });
});

it(
  'a transition sent elsewhere is noticed by what a chair would call obvious: without its sentences some certificate passes',
  { timeout: 120_000 },
  () => {
    const sent = all.flatMap(({ mutations }) => mutations.filter(({ kind, procedure: { id } }) => kind === 'transition sent elsewhere' && (id === 'exclusion' || id === 'complaint'))); // prettier-ignore
    const silent = sent.filter((mutation) => !isCaught(mutation, shortest, calendar, []));
    expect(silent.length).toBeGreaterThan(0);
    expect(silent.filter((mutation) => !isCaught(mutation, shortest, calendar)).map(({ what }) => what)).toEqual([]);
  },
);
