import { describe, expect, it } from 'vitest';
import { answersTo } from '#lib/server/answers.ts';
import { findRulebook, findTopic, rulebooks, topics } from '#lib/server/content.ts';
import { outside, uncovered } from '#lib/server/coverage.ts';

const kent = findRulebook('kent')!;
const staffordshire = findRulebook('staffordshire')!;
const hips = findRulebook('hips')!;
const answer = (topic: string, id: string) => answersTo(findTopic(topic)!).find(({ rulebook }) => rulebook.id === id)!;

describe('what a document is not about', () => {
  it('is initial conferences for Kent and Medway, whose document is about reviews and names the chapter', () => {
    expect(uncovered(kent, 'icpc')).toEqual({
      brief: 'Not covered: about reviews',
      sentence:
        'The document is about reviews, and in part about pre-birth conferences. For initial conferences it names: Initial Child Protection Conferences Procedure.',
      chapter: 'Initial Child Protection Conferences Procedure',
    });
  });

  it('is left to the appendix where Staffordshire leaves complaints to it', () => {
    expect(uncovered(staffordshire, 'complaint')!.brief).toMatch(/^Not covered: left to the appendix/);
  });

  it('is said without a chapter where the document names none', () => {
    expect(uncovered(hips, 'exclusion')).toEqual({
      brief: 'Not covered: about initial conferences and reviews',
      sentence: 'The document is about initial conferences and reviews, not about exclusion.',
    });
  });

  it('is nothing that it covers', () => {
    for (const rulebook of rulebooks) expect(rulebook.covers.filter((procedure) => uncovered(rulebook, procedure))).toEqual([]);
  });
});

describe('a question about it', () => {
  it('is not met with a bare silence', () => {
    const silences = topics.flatMap((topic) =>
      rulebooks
        .filter((r) => r.rules[topic.id]!.status === 'silent' && !r.covers.includes(topic.procedure))
        .map((rulebook) => ({ topic, rulebook })),
    );
    expect(silences.length).toBeGreaterThan(50);
    expect(silences.filter(({ topic, rulebook }) => !answersTo(topic).find((a) => a.rulebook.id === rulebook.id)!.outside)).toEqual([]);
    expect(answer('icpc.deadline', 'kent').outside).toContain('about reviews');
  });

  it('is answered all the same where a rule about reviews answers it', () => {
    const records = findTopic('record.minutes')!;
    expect(outside(kent, records.procedure, kent.rules[records.id]!)).toBeUndefined();
    expect(answer('record.minutes', 'kent').readings[0]!.headline).toBe('10 working days');
  });
});

describe('the answers to a question', () => {
  it('stand strictest first where they have an order, and silence after them', () => {
    expect(answersTo(findTopic('record.minutes')!).map(({ rulebook }) => rulebook.id)).toEqual([
      'staffordshire',
      'kent',
      'london',
      'bfg',
      'hips',
    ]);
  });

  it('stand in the order of the tiles where they have none', () => {
    expect(answersTo(findTopic('quorum.minimum')!).map(({ rulebook }) => rulebook.id)).toEqual([
      'london',
      'staffordshire',
      'hips',
      'bfg',
      'kent',
    ]);
  });

  it('say nothing twice', () => {
    const { headline, sentence, particulars } = answer('record.amendments', 'london').readings[0]!;
    expect([headline, sentence, particulars]).toEqual(['1 week', '', '']);
  });
});
