import { describe, expect, it } from 'vitest';
import type { Event, Value } from '#content/schema.ts';
import { decider, majority } from '#machines/checks/decider.ts';
import { asked, happened } from '../setting.ts';

type Decider = Extract<Value, { kind: 'decider' }>;
const chairHearingAll: Decider = { kind: 'decider', when: [], who: 'chair', method: 'hearing-all' };
const majorityThenChair: Decider = { kind: 'decider', when: [], who: 'agencies', method: 'majority', tie: 'chair' };
const consensus: Decider = { kind: 'decider', when: [], who: 'agencies', method: 'consensus' };

const decided = (particulars: Partial<Event>) => asked('decision.made-by', happened('decision.made', '2024-04-05', particulars));
const two = { school: 'plan', police: 'plan' } as const;
const oneEach = { school: 'plan', police: 'no-plan' } as const;
const plan = { ama: 'plan' } as const;

describe('the chair decides, having heard everybody', () => {
  it('and has: every agency was asked', () => {
    expect(decider(chairHearingAll, decided({ method: 'chair', outcomes: plan, done: ['every-agency-asked'] }))?.outcome).toBe('complies');
  });
  it('and has not', () => {
    expect(decider(chairHearingAll, decided({ method: 'chair', outcomes: plan }))?.outcome).toBe('departs');
  });
  it('having heard them earlier', () => {
    const later = asked('decision.made-by', happened('decision.made', '2024-04-05', { method: 'chair' }), { done: ['every-agency-asked'] });
    expect(decider(chairHearingAll, later)?.outcome).toBe('complies');
  });
  it('even against them', () => {
    expect(decider(chairHearingAll, decided({ method: 'chair', outcomes: { ama: 'no-plan' }, views: two, done: ['every-agency-asked'] }))?.outcome).toBe('complies'); // prettier-ignore
  });
  it('not the agencies by a vote', () => {
    expect(
      decider(chairHearingAll, decided({ method: 'majority', outcomes: plan, views: two, done: ['every-agency-asked'] })),
    ).toMatchObject({
      outcome: 'departs',
      expected: { is: 'decider', who: 'chair', method: 'hearing-all' },
      actual: { is: 'decider', who: 'agencies', method: 'majority', majority: 'plan' },
    });
  });
  it('not social care', () => {
    expect(decider(chairHearingAll, decided({ method: 'social-care', done: ['every-agency-asked'] }))).toMatchObject({ outcome: 'departs', actual: { who: 'social-care' } }); // prettier-ignore
  });
});

describe('the majority decides, and the chair on an even split', () => {
  it('a majority for a plan makes one', () => {
    expect(decider(majorityThenChair, decided({ method: 'majority', outcomes: plan, views: two }))?.outcome).toBe('complies');
  });
  it('a majority against cannot make one', () => {
    const against = { school: 'no-plan', police: 'no-plan', gp: 'plan' } as const;
    expect(decider(majorityThenChair, decided({ method: 'majority', outcomes: plan, views: against }))?.outcome).toBe('departs');
  });
  it('the chair may not decide in place of a majority', () => {
    expect(decider(majorityThenChair, decided({ method: 'chair', outcomes: plan, views: two }))?.outcome).toBe('departs');
    expect(decider(majorityThenChair, decided({ method: 'casting-vote', outcomes: plan, views: two }))?.outcome).toBe('departs');
  });
  it('on an even split it is the chair', () => {
    expect(decider(majorityThenChair, decided({ method: 'casting-vote', outcomes: plan, views: oneEach }))?.outcome).toBe('complies');
    expect(decider(majorityThenChair, decided({ method: 'casting-vote', outcomes: { ama: 'no-plan' }, views: oneEach }))?.outcome).toBe('complies'); // prettier-ignore
  });
  it('counting the views is right although they come out even', () => {
    expect(decider(majorityThenChair, decided({ method: 'majority', views: oneEach }))?.outcome).toBe('complies');
  });
  it('on an even split it is nobody else', () => {
    expect(decider(majorityThenChair, decided({ method: 'social-care', outcomes: plan, views: oneEach }))?.outcome).toBe('departs');
  });
  it('a casting vote follows an even split, whether or not the views are told again', () => {
    const cast = (particulars: Partial<Event>) => asked('decision.made-by', happened('casting-vote.given', '2024-04-05', particulars));
    expect(decider(majorityThenChair, cast({ method: 'casting-vote', outcomes: plan }))?.outcome).toBe('complies');
    expect(decider(majorityThenChair, cast({ method: 'casting-vote', outcomes: plan, views: oneEach }))?.outcome).toBe('complies');
    expect(decider(majorityThenChair, cast({ method: 'social-care', outcomes: plan }))?.outcome).toBe('departs');
    expect(decider(majorityThenChair, decided({ method: 'casting-vote', outcomes: plan }))?.outcome).toBe('departs');
  });
});

describe('the agencies agree', () => {
  it('and decide', () => {
    expect(decider(consensus, decided({ method: 'consensus', outcomes: plan, views: two }))?.outcome).toBe('complies');
  });
  it('and the chair does not decide for them', () => {
    expect(decider(consensus, decided({ method: 'chair', outcomes: plan, views: two }))?.outcome).toBe('departs');
  });
});

describe('hearing every view', () => {
  const heard = (done: string[]) => asked('decision.made-by', happened('views.heard', '2024-04-05', { done }));

  it('is what a chair who must hear all does', () => {
    expect(decider(chairHearingAll, heard(['every-agency-asked']))?.outcome).toBe('complies');
    expect(decider(chairHearingAll, heard([]))).toMatchObject({ outcome: 'departs', actual: { missing: ['every-agency-asked'] } });
  });
  it('is not asked for in so many words by a rulebook whose majority decides', () => {
    expect(decider(majorityThenChair, heard([]))).toBeUndefined();
  });
  it('is not asked for by a rulebook that leaves the decision to consensus', () => {
    expect(decider(consensus, heard([]))).toBeUndefined();
  });
});

it('a decision of which nobody knows how it was reached is not judged', () => {
  expect(decider(chairHearingAll, decided({ outcomes: plan }))).toBeUndefined();
});

describe('the majority', () => {
  it.each([
    [two, 'plan'],
    [{ school: 'no-plan' }, 'no-plan'],
    [oneEach, 'tie'],
    [{}, undefined],
    [undefined, undefined],
  ] as const)('of %j is %s', (views, most) => {
    expect(majority(views)).toBe(most);
  });
});

describe('the category', () => {
  const named = (by: Event['by'], categories: Event['categories'], done: string[] = []) =>
    asked('decision.category', happened('category.determined', '2024-04-05', { ...(by ? { by } : {}), ...(categories ? { categories } : {}), done })); // prettier-ignore
  const byChair: Decider = { kind: 'decider', when: [], who: 'chair', method: 'alone' };
  const failingAgreement: Decider = { kind: 'decider', when: [], who: 'chair', method: 'failing-consensus' };

  it('is the chair’s to determine', () => {
    expect(decider(byChair, named('chair', ['neglect']))?.outcome).toBe('complies');
    expect(decider(byChair, named('agencies', ['neglect']))).toMatchObject({ outcome: 'departs', actual: { who: 'agencies', categories: ['neglect'] } }); // prettier-ignore
  });
  it('is the chair’s only once the agencies could not agree', () => {
    expect(decider(failingAgreement, named('agencies', ['neglect']))?.outcome).toBe('complies');
    expect(decider(failingAgreement, named('chair', ['neglect'], ['agencies-cannot-agree-category']))?.outcome).toBe('complies');
    expect(decider(failingAgreement, named('chair', ['neglect']))?.outcome).toBe('departs');
    expect(decider(failingAgreement, named('agencies', ['neglect'], ['agencies-cannot-agree-category']))?.outcome).toBe('departs');
  });
  it('is one where the rulebook says one', () => {
    expect(decider({ ...byChair, limit: 1 }, named('chair', ['neglect']))?.outcome).toBe('complies');
    expect(decider({ ...byChair, limit: 1 }, named('chair', ['neglect', 'emotional']))).toMatchObject({ outcome: 'departs', expected: { limit: 1 } }); // prettier-ignore
    expect(decider(byChair, named('chair', ['neglect', 'emotional']))?.outcome).toBe('complies');
  });
  it('is not judged where none is named', () => {
    expect(decider(byChair, named('chair', undefined))).toBeUndefined();
  });
});

describe('who decides anything else', () => {
  const rule: Decider = { kind: 'decider', when: [], who: 'team-manager', method: 'accountable' };
  const convened = (by?: Event['by']) => asked('convene.decider', happened('conference.convened', '2024-03-20', by ? { by } : {}));

  it('is the one that the rulebook names', () => {
    expect(decider(rule, convened('team-manager'))?.outcome).toBe('complies');
  });
  it('is nobody else', () => {
    expect(decider(rule, convened('social-worker'))).toEqual({
      outcome: 'departs',
      expected: { is: 'decider', who: 'team-manager', method: 'accountable' },
      actual: { is: 'decider', who: 'social-worker' },
    });
  });
  it('is not judged where the move does not say', () => {
    expect(decider(rule, convened())).toBeUndefined();
  });
});
