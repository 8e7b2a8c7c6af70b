import { describe, expect, it } from 'vitest';
import type { Value } from '#content/schema.ts';
import { typeset } from '#lib/server/typeset.ts';
import { clauseInWords, editionInWords, listed, machineDate } from '#lib/vocabulary.ts';
import { measure, readingInWords, valueInFull, valueInWords } from '#lib/words.ts';

const days = (amount: number, trigger = 'conference'): Value =>
  ({ kind: 'deadline', amount, unit: 'working-days', direction: 'after', trigger }) as Value;

describe('a value in plain words', () => {
  it.each<[Value, string, string]>([
    [days(15, 'strategy-discussion-opening-enquiries'), '15 working days', 'after the strategy discussion that opened the enquiries'],
    [days(1), '1 working day', 'after the conference'],
    [days(0, 'assessments-concluded'), 'At once', 'after the assessments are concluded'],
    [
      { kind: 'deadline', amount: 0, unit: 'days', direction: 'before', trigger: 'protection-order-expiry' },
      'Before the protection order runs out',
      '',
    ],
    [
      { kind: 'notice', amount: 2, unit: 'working-days', direction: 'before', trigger: 'initial-conference' },
      '2 working days',
      'at least, before the initial conference',
    ],
    [
      { kind: 'window', from: { amount: 24, unit: 'weeks' }, to: { amount: 27, unit: 'weeks' }, of: 'gestation', earlier: [], later: [] },
      '24 to 27 weeks',
      'of pregnancy',
    ],
    [
      {
        kind: 'extension',
        of: 'prebirth.first-review',
        until: [
          { kind: 'deadline', amount: 2, unit: 'months', direction: 'after', trigger: 'birth' },
          { kind: 'deadline', amount: 3, unit: 'months', direction: 'after', trigger: 'pre-birth-conference' },
        ],
        authority: ['team-manager', 'senior-manager'],
        needs: [],
      },
      'To the sooner of 2 months and 3 months',
      'after the birth or after the pre-birth conference, on the authority of the team manager or a senior manager',
    ],
    [
      {
        kind: 'earliest-of',
        of: [
          { kind: 'deadline', amount: 1, unit: 'months', direction: 'after', trigger: 'birth' },
          { kind: 'deadline', amount: 3, unit: 'months', direction: 'after', trigger: 'pre-birth-conference' },
        ],
      },
      'The sooner of 1 month and 3 months',
      '1 month after the birth or 3 months after the pre-birth conference',
    ],
    [
      { kind: 'quorum', required: ['social-care'], others: 2, qualify: 'direct-contact', notCounted: [], separate: [] },
      'Children’s social care and 2 other agencies',
      'that have had direct contact with the child',
    ],
    [
      { kind: 'quorum', required: [], others: 3, qualify: 'contributed-to-enquiries', notCounted: [], separate: [] },
      '3 agencies',
      'that contributed to the enquiries',
    ],
    [
      { kind: 'decider', when: [], who: 'chair', method: 'hearing-all', bound: false },
      'The chair',
      'having heard everybody; not bound by their views',
    ],
    [
      { kind: 'notice', amount: 3, unit: 'working-days', direction: 'before', trigger: 'conference', leeway: 'if-possible' },
      '3 working days',
      'at least, before the conference, if possible',
    ],
    [
      { kind: 'notice', amount: 2, unit: 'working-days', direction: 'before', trigger: 'conference', leeway: 'attempt' },
      '2 working days',
      'at least, before the conference, as something to try',
    ],
    [
      { kind: 'deadline', amount: 2, unit: 'hours', direction: 'after', trigger: 'conference-opened', leeway: 'exceptional' },
      '2 hours',
      'after the conference opens, save in exceptional circumstances',
    ],
    [
      { kind: 'deadline', amount: 0, unit: 'days', direction: 'before', trigger: 'protection-order-expiry', leeway: 'if-possible' },
      'Before the protection order runs out',
      'if possible',
    ],
    [
      { kind: 'age', from: 12, force: 'presumption', what: 'offered the chance to take part', unless: [] },
      '12 and over',
      'offered the chance to take part (presumed, unless shown otherwise)',
    ],
  ])('%j', (value, headline, detail) => {
    expect(valueInWords(value)).toMatchObject({ headline, detail });
  });

  it('keeps the sentence where the kind has no short form, and says who it is for', () => {
    const value: Value = { kind: 'duty', who: ['chair'], what: 'meet the parents', when: [], needs: [], anyOf: [], never: [], unless: [] };
    expect(readingInWords({ value, answer: 'The chair meets the parents.' }, 'duty')).toEqual({
      headline: 'The chair meets the parents.',
      detail: 'for the chair',
      whole: true,
    });
  });

  it('does not answer “does the excluded person get the record?” with “the chair”', () => {
    const reading = { value: { kind: 'decider', when: [], who: 'chair', method: 'alone' } as Value, answer: 'The chair decides whether.' };
    expect(readingInWords(reading, 'condition').headline).toBe('The chair decides whether.');
    expect(readingInWords(reading, 'decider').headline).toBe('The chair');
  });
});

describe('all of a value in one line', () => {
  it.each<[Value, string]>([
    [{ ...days(15), condition: 'whenever possible' } as Value, '15 working days after the conference; whenever possible'],
    [
      {
        kind: 'list',
        of: 'any',
        when: [],
        unless: [],
        items: [
          { what: 'one', clauses: ['1'] },
          { what: 'two', clauses: ['2'] },
        ],
      },
      'Any one is enough: one; two',
    ],
    [
      { kind: 'duty', who: ['chair'], what: 'meet the parents', when: [], needs: [], anyOf: [], never: [], unless: [] },
      'The chair: meet the parents',
    ],
    [
      {
        kind: 'route',
        when: [],
        needs: [],
        steps: [
          { to: 'chair', what: 'first' },
          { to: 'complaints-manager', what: 'then' },
        ],
      },
      'the chair: first; the complaints manager: then',
    ],
    [
      { kind: 'quorum', required: ['social-care'], others: 2, qualify: 'any', notCounted: ['experts'], separate: [] },
      'Children’s social care and 2 other agencies; Not counted: experts',
    ],
  ])('%j', (value, line) => {
    expect(valueInFull(value)).toBe(line);
  });
});

describe('amounts side by side', () => {
  it('takes five working days to be as long as a week', () => {
    expect(measure(days(5))?.days).toBe(7);
  });

  it('measures nothing that is not an amount', () => {
    expect(measure({ kind: 'trigger', trigger: 'birth' })).toBeUndefined();
    expect(measure(days(0))).toBeUndefined();
  });
});

it.each([
  ['8.4.7', '8.4.7'],
  ['8.4.2.b1', '8.4.2, item 1'],
  ['quoracy.p3.b1', 'Quoracy, paragraph 3, item 1'],
  ['preparing.p2.b1.b2', 'Preparing, paragraph 2, item 1, part 2'],
  ['initial.social-workers.p3', 'Initial, social workers, paragraph 3'],
  ['mckenzie-friend.b1', 'McKenzie friend, item 1'],
  ['8.5.2-2.b1', '8.5.2 (the second of that number), item 1'],
])('the clause %s is called “%s”', (id, words) => {
  expect(clauseInWords(id)).toBe(words);
});

it.each([
  [{ edition: 'not stated', date: 'not stated' }, 'No edition or date given'],
  [{ edition: 'not stated', date: 'printed on 24 April 2024' }, 'No edition given; printed on 24 April 2024'],
  [{ edition: 'Version 6 October 2018', date: 'October 2018' }, 'Version 6 October 2018'],
])('an edition is never made up: %j', (source, words) => {
  expect(editionInWords(source)).toBe(words);
});

it.each([
  ['October 2018', '2018-10'],
  ['printed on Wednesday 24th of April 2024', '2024-04-24'],
  ['not stated', undefined],
])('the date “%s” is %s to a machine', (printed, date) => {
  expect(machineDate(printed)).toBe(date);
});

it('lists with an “and” before the last', () => {
  expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
  expect(listed(['a'], 'or')).toBe('a');
});

it('sets quotation marks and dashes as a printer would', () => {
  expect(typeset(`the child's 'absent parent' - "as printed"`)).toBe('the child’s ‘absent parent’ – “as printed”');
});
