import { describe, expect, it } from 'vitest';
import type { Act, Value } from '#content/schema.ts';
import {
  applies,
  condition,
  demands,
  duty as check,
  list,
  permission,
  prohibition as checkProhibition,
  route,
} from '#machines/checks/in-words.ts';
import { asked, duty, happened, prohibition } from '../setting.ts';

const showing = (done: Act[], before: Act[] = []) => asked('any.topic', happened('any.move', '2024-04-05', { done }), { done: before });

describe('a duty with everything that it needs', () => {
  const lead = duty({ needs: ['lead-named', 'lead-qualified'] });

  it('is met by all of it', () => {
    expect(check(lead, showing(['lead-named', 'lead-qualified']))).toEqual({
      outcome: 'complies',
      expected: { is: 'acts', of: 'all', acts: ['lead-named', 'lead-qualified'] },
      actual: { is: 'acts', of: 'all', acts: ['lead-named', 'lead-qualified'], missing: [] },
    });
  });
  it('is not met by a part, and says which part is missing', () => {
    expect(check(lead, showing(['lead-named']))).toMatchObject({ outcome: 'departs', actual: { acts: ['lead-named'], missing: ['lead-qualified'] } }); // prettier-ignore
  });
  it('may have been met in part before', () => {
    expect(check(lead, showing(['lead-qualified'], ['lead-named']))?.outcome).toBe('complies');
  });
});

describe('a duty with a choice', () => {
  const told = duty({ anyOf: ['decision-told-verbally', 'decision-in-writing-to-parents'] });

  it('is met by either', () => {
    expect(check(told, showing(['decision-told-verbally']))).toMatchObject({ outcome: 'complies', expected: { of: 'any' } });
    expect(check(told, showing(['decision-in-writing-to-parents']))?.outcome).toBe('complies');
  });
  it('is not met by neither', () => {
    expect(check(told, showing([]))).toMatchObject({ outcome: 'departs', actual: { missing: ['decision-told-verbally', 'decision-in-writing-to-parents'] } }); // prettier-ignore
  });
  it('beside what it needs in any case, still has to be met', () => {
    const both = duty({ needs: ['report-shared-with-parents'], anyOf: ['report-explained', 'interpreter-provided'] });
    expect(check(both, showing(['report-shared-with-parents']))?.outcome).toBe('departs');
    expect(check(both, showing(['report-shared-with-parents', 'report-explained']))?.outcome).toBe('complies');
  });
});

describe('a prohibition', () => {
  const posted = prohibition({ never: ['report-posted'] });

  it('is kept by leaving the thing undone', () => {
    expect(checkProhibition(posted, showing([]))).toMatchObject({ outcome: 'complies', expected: { is: 'acts', of: 'none', acts: ['report-posted'] } }); // prettier-ignore
  });
  it('is broken where it is done', () => {
    expect(checkProhibition(posted, showing(['report-posted']))).toEqual({
      outcome: 'departs',
      expected: { is: 'acts', of: 'none', acts: ['report-posted'] },
      actual: { is: 'acts', of: 'all', acts: ['report-posted'] },
    });
  });
  it('was broken then, not every time after', () => {
    expect(checkProhibition(posted, showing([], ['report-posted']))?.outcome).toBe('complies');
  });
});

describe('when and unless', () => {
  const observing = duty({ when: ['observer-present'], needs: ['observer-chair-consent'], unless: ['judged-too-few'] });

  it('a rule speaks only of moves that meet its condition', () => {
    expect(check(observing, showing([]))).toBeUndefined();
    expect(check(observing, showing(['observer-present']))?.outcome).toBe('departs');
    expect(check(observing, showing(['observer-present', 'observer-chair-consent']))?.outcome).toBe('complies');
  });
  it('keeping to its exception is keeping to it, and the verdict names the exception', () => {
    expect(check(observing, showing(['observer-present', 'judged-too-few']))).toEqual({
      outcome: 'complies',
      expected: { is: 'acts', of: 'any', acts: ['judged-too-few'] },
      actual: { is: 'acts', of: 'all', acts: ['judged-too-few'] },
    });
    expect(check(observing, showing(['judged-too-few']))).toBeUndefined();
  });
  it('all conditions must hold, one exception is enough', () => {
    expect(applies({ when: ['a', 'b'] }, new Set(['a']))).toBe(false);
    expect(applies({ when: ['a', 'b'] }, new Set(['a', 'b']))).toBe(true);
    expect(applies({ unless: ['c', 'd'] }, new Set(['d']))).toBe(false);
    expect(applies({}, new Set())).toBe(true);
  });
});

describe('a list', () => {
  const clauses = ['1.1'];
  const opening = (of: 'all' | 'any' | 'examples'): Extract<Value, { kind: 'list' }> => ({
    kind: 'list',
    of,
    when: [],
    unless: [],
    items: [
      { what: 'the purpose', act: 'purpose-set-out', clauses },
      { what: 'the agenda', act: 'agenda-confirmed', clauses },
      { what: 'a word of welcome', clauses },
    ],
  });

  it('of which all are needed needs all that a move can show', () => {
    expect(list(opening('all'), showing(['purpose-set-out', 'agenda-confirmed']))?.outcome).toBe('complies');
    expect(list(opening('all'), showing(['purpose-set-out']))).toMatchObject({
      outcome: 'departs',
      actual: { missing: ['agenda-confirmed'] },
    });
  });
  it('of which any will do needs one', () => {
    expect(list(opening('any'), showing(['agenda-confirmed']))?.outcome).toBe('complies');
    expect(list(opening('any'), showing([]))?.outcome).toBe('departs');
  });
  it('of examples binds nobody', () => {
    expect(list(opening('examples'), showing([]))?.outcome).toBe('not-addressed');
  });
  it('with a condition of its own waits for it', () => {
    const absent = { ...opening('all'), when: ['invited-professional-absent'] };
    expect(list(absent, showing([]))).toBeUndefined();
    expect(list(absent, showing(['invited-professional-absent']))?.outcome).toBe('departs');
  });
});

describe('a route, a condition, a permission', () => {
  it('a route is taken where its acts are shown', () => {
    const escalation = {
      kind: 'route' as const,
      when: ['agencies-disagree-on-convening'],
      needs: ['conflict-resolution-followed'],
      steps: [{ to: 'senior-manager' as const, what: 'who decides' }],
    };
    expect(route(escalation, showing(['agencies-disagree-on-convening', 'conflict-resolution-followed']))?.outcome).toBe('complies');
    expect(route(escalation, showing(['agencies-disagree-on-convening']))?.outcome).toBe('departs');
    expect(route(escalation, showing([]))).toBeUndefined();
    expect(route({ ...escalation, needs: [] }, showing(['agencies-disagree-on-convening']))?.outcome).toBe('not-addressed');
  });
  it('a condition and a permission are kept by what they ask for', () => {
    expect(condition({ ...duty({ needs: ['harm-believed'] }), kind: 'condition' }, showing(['harm-believed']))?.outcome).toBe('complies');
    expect(permission({ ...duty({ when: ['observer-present'], never: ['observer-took-part'] }), kind: 'permission' }, showing(['observer-present', 'observer-took-part']))?.outcome).toBe('departs'); // prettier-ignore
  });
});

describe('words that no move can show', () => {
  it('are information: not addressed, with the words themselves', () => {
    expect(check(duty({}), showing([]))).toEqual({ outcome: 'not-addressed', expected: { is: 'answer', words: 'As the words have it' }, actual: undefined }); // prettier-ignore
  });
  it('and values of other kinds ask for no acts', () => {
    expect(demands({ kind: 'trigger', trigger: 'birth' })).toBeUndefined();
  });
});
