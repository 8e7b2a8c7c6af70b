import { describe, expect, it } from 'vitest';
import type { Value } from '#content/schema.ts';
import { age } from '#machines/checks/age.ts';
import { asked, facts, happened } from '../setting.ts';

type Age = Extract<Value, { kind: 'age' }>;
const twelve: Age = {
  kind: 'age',
  from: 12,
  force: 'presumption',
  what: 'is presumed able to take part',
  unless: ['attendance-against-interest-agreed'],
};
const overFive: Age = { kind: 'age', over: 5, force: 'rule', what: 'is told of the right to an advocate', unless: [] };

const family = {
  ...facts,
  children: [
    { id: 'kofi', name: 'Kofi', born: '2012-04-05' },
    { id: 'ama', name: 'Ama', born: '2019-04-05' },
  ],
};
const invitations = (topic: string, on: string, invited: string[], done: string[] = []) =>
  asked(topic, happened('invitations.sent', on, { invited, done }), { facts: family });

describe('from twelve a child is presumed able to take part', () => {
  it('and is invited', () => {
    expect(age(twelve, invitations('child.age-presumption', '2024-04-05', ['kofi']))).toEqual({
      outcome: 'complies',
      expected: { is: 'children', names: ['Kofi'], age: 12, what: 'is presumed able to take part' },
      actual: { is: 'children', names: ['Kofi'], what: 'is presumed able to take part' },
    });
  });
  it('and is not invited', () => {
    expect(age(twelve, invitations('child.age-presumption', '2024-04-05', []))).toMatchObject({ outcome: 'departs', expected: { names: ['Kofi'] }, actual: { names: [] } }); // prettier-ignore
  });
  it('a younger brother or sister in place of the child does not help', () => {
    expect(age(twelve, invitations('child.age-presumption', '2024-04-05', ['ama']))?.outcome).toBe('departs');
  });
  it('nobody is twelve on the day before the birthday', () => {
    expect(age(twelve, invitations('child.age-presumption', '2024-04-04', []))).toBeUndefined();
  });
  it('the presumption gives way where it was agreed that coming would not serve the child', () => {
    expect(age(twelve, invitations('child.age-presumption', '2024-04-05', [], ['attendance-against-interest-agreed']))).toMatchObject({
      outcome: 'complies',
      actual: { is: 'acts', acts: ['attendance-against-interest-agreed'] },
    });
    expect(age(twelve, invitations('child.age-presumption', '2024-04-04', [], ['attendance-against-interest-agreed']))).toBeUndefined();
  });
});

describe('over five a child is told of the right to an advocate', () => {
  it('from six on it is certain', () => {
    expect(age(overFive, invitations('child.advocacy-age', '2025-04-05', [], ['advocacy-offered']))).toMatchObject({ outcome: 'complies', expected: { names: ['Kofi', 'Ama'], age: 5 } }); // prettier-ignore
  });
  it('an invitation is not enough', () => {
    expect(age(overFive, invitations('child.advocacy-age', '2024-04-05', ['kofi', 'ama']))?.outcome).toBe('departs');
  });
  it('at four nobody asks it', () => {
    expect(age(overFive, invitations('child.advocacy-age', '2024-04-04', []))).toMatchObject({
      outcome: 'departs',
      expected: { names: ['Kofi'] },
    });
  });
  it('a child of exactly five may or may not be over five, so nothing is held against anybody', () => {
    const onlyAma = asked('child.advocacy-age', happened('invitations.sent', '2024-09-01', {}), {
      facts: { ...family, children: family.children.slice(1) },
    });
    expect(age(overFive, onlyAma)).toMatchObject({ outcome: 'not-addressed', expected: { names: ['Ama'] } });
  });
  it('telling a child of exactly five complies all the same', () => {
    const told = asked('child.advocacy-age', happened('invitations.sent', '2024-09-01', { done: ['advocacy-offered'] }), {
      facts: { ...family, children: family.children.slice(1) },
    });
    expect(age(overFive, told)?.outcome).toBe('complies');
  });
});
