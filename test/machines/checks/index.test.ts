import { describe, expect, it } from 'vitest';
import { findings, readings } from '#machines/checks/index.ts';
import { asked, conflicting, deadline, duty, elsewhere, happened, reading, silent, stated } from '../setting.ts';

const opened = asked('icpc.deadline', happened('conference.opened', '2024-04-09'));

describe('the findings of one rule on one move', () => {
  it('a stated rule gives one, with its force, its clauses and its answer', () => {
    expect(findings(stated(deadline(15, 'working-days', 'strategy-discussion'), 'should', ['3.2', '3.3']), opened)).toMatchObject([
      {
        topic: 'icpc.deadline',
        status: 'stated',
        outcome: 'departs',
        modality: 'should',
        clauses: ['3.2', '3.3'],
        answer: 'As it is stated.',
      },
    ]);
  });
  it('a stated rule that does not speak of the move gives none', () => {
    expect(findings(stated(duty({ when: ['observer-present'], needs: ['observer-chair-consent'] })), opened)).toEqual([]);
  });
  it('a silent rule gives one, which addresses nothing', () => {
    const [only, ...more] = findings(silent, opened);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ status: 'silent', outcome: 'not-addressed', answer: 'It says nothing of this.' });
    expect(only?.modality).toBeUndefined();
  });
  it('a rule that points elsewhere gives one, with the clause that points', () => {
    expect(findings(elsewhere, opened)).toMatchObject([{ status: 'elsewhere', outcome: 'not-addressed', clauses: ['9.9'] }]);
  });
  it('a conflicting rule gives one for each reading, numbered', () => {
    const rule = conflicting(
      reading(deadline(15, 'working-days', 'strategy-discussion'), 'must', '3.2'),
      reading(deadline(20, 'working-days', 'strategy-discussion'), 'should', '7.1'),
    );
    expect(findings(rule, opened)).toMatchObject([
      { reading: 1, outcome: 'departs', modality: 'must', clauses: ['3.2'] },
      { reading: 2, outcome: 'complies', modality: 'should', clauses: ['7.1'] },
    ]);
  });
  it('a reading that does not speak of the move keeps the number of the other', () => {
    const rule = conflicting(
      reading(deadline(15, 'working-days', 'notification-of-move'), 'must', '3.2'),
      reading(deadline(20, 'working-days', 'strategy-discussion'), 'should', '7.1'),
    );
    expect(findings(rule, opened)).toMatchObject([{ reading: 2 }]);
  });
  it('a list whose items have forces of their own gives one for each force', () => {
    const item = (act: string, modality?: 'must') => ({ what: 'as it is said', act, clauses: ['1.1'], ...(modality ? { modality } : {}) });
    const rule = stated({ kind: 'list', of: 'all', when: [], unless: [], items: [item('asked'), item('recorded', 'must')] }, 'should');
    const shown = (...done: string[]) => findings(rule, asked('any.topic', happened('minutes.sent', '2024-04-08', { done })));
    expect(shown('asked')).toMatchObject([
      { outcome: 'complies', modality: 'should' },
      { outcome: 'departs', modality: 'must' },
    ]);
    expect(shown('recorded')).toMatchObject([
      { outcome: 'departs', modality: 'should' },
      { outcome: 'complies', modality: 'must' },
    ]);
  });
  it('a list asks each item in its own way: by one act, by one of several, or by what is left undone save on an exception', () => {
    const rule = stated({
      kind: 'list',
      of: 'all',
      when: [],
      unless: [],
      items: [
        { what: 'the minutes are signed', act: 'signed', clauses: ['1.1'] },
        { what: 'the child is told, by letter or in person', anyOf: ['written', 'spoken'], when: ['old-enough'], clauses: ['1.2'] },
        { what: 'nobody else gets them, unless the chair agrees', never: ['passed-on'], unless: ['chair-agreed'], clauses: ['1.3'] },
      ],
    });
    const shown = (...done: string[]) =>
      findings(rule, asked('any.topic', happened('minutes.sent', '2024-04-08', { done }))).map(({ outcome }) => outcome);
    expect(shown('signed')).toEqual(['complies', 'complies']);
    expect(shown('signed', 'old-enough')).toEqual(['complies', 'departs', 'complies']);
    expect(shown('signed', 'old-enough', 'spoken')).toEqual(['complies', 'complies', 'complies']);
    expect(shown('passed-on')).toEqual(['departs', 'departs']);
    expect(shown('signed', 'passed-on', 'chair-agreed')).toEqual(['complies', 'complies']);
  });
});

it('silence and elsewhere have no readings', () => {
  expect([silent, elsewhere].flatMap(readings)).toEqual([]);
});
