import { describe, expect, it } from 'vitest';
import { isSaid, unsaid } from '#lib/server/unsaid.ts';

describe('a sentence that repeats the short answer', () => {
  it.each([
    ['Within ten working days of the initial conference.', '10 working days after the initial conference'],
    ['Within one week of receiving the record.', '1 week after the record is received'],
    ['At least two working days before the conference.', '2 working days at least, before the initial conference'],
  ])('%j has been said by %j', (sentence, said) => {
    expect(isSaid(sentence, said)).toBe(true);
  });

  it.each([
    ['Within 10 working days, signed by the chair, to every professional who attended.', '10 working days after the conference'],
    ['Within 12 working days of the conference.', '10 working days after the conference'],
    ['Not within ten working days of the conference.', '10 working days after the conference'],
    ['Within ten working days of the conference, unless the chair agrees.', '10 working days after the conference: the chair agrees'],
  ])('%j has not been said by %j', (sentence, said) => {
    expect(isSaid(sentence, said)).toBe(false);
  });
});

describe('particulars', () => {
  it('keep what the sentence before them leaves out, and only that', () => {
    expect(
      unsaid(
        'to all relevant parties; only for redacted minutes is it printed that the time counts from the conference',
        'The minutes will be sent to all relevant parties within 10 working days.',
      ),
    ).toBe('only for redacted minutes is it printed that the time counts from the conference');
  });

  it('keep an exception whose words have all been said otherwise', () => {
    expect(unsaid('not at a review', 'At a review the chair decides.')).toBe('not at a review');
  });
});
