import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { held, HOLDINGS, WITHOUT_TOPIC } from './holds.ts';
import { BESIDE, reach, readAll } from './reach.ts';

const content = readAll();

describe('the reach of the content', () => {
  it('leaves nothing out', () => {
    expect(reach(content).missing).toEqual([]);
  });

  it.skipIf(!existsSync(BESIDE))(
    existsSync(BESIDE)
      ? 'is 1,089 clauses, all there are'
      : 'is 1,089 clauses, all there are (skipped: the documents are not beside the project)',
    () => {
      const { clauses } = reach(content);
      const sum = (numbers: (number | undefined)[]) => numbers.reduce<number>((a, b) => a + (b ?? 0), 0);
      expect([sum(clauses.map((c) => c.restated)), sum(clauses.map((c) => c.inventory))]).toEqual([1089, 1089]);
    },
  );

  it('names what is left out', () => {
    const [london, ...others] = content.rulebooks;
    const { 'icpc.delay': _, ...rules } = london!.rules;
    const less = { ...content, rulebooks: [{ ...london!, notes: [], rules }, ...others] };
    expect(reach(less).missing).toEqual(['london: topics without a rule: icpc.delay', 'rulebooks with too few notes: london (0 of 10)']);
  });

  it('has few clauses that no question touches', () => {
    const { clauses } = reach(content);
    const without = clauses.flatMap(({ without }) => without);
    expect(without.length).toBeLessThan(content.rulebooks.flatMap((r) => r.clauses).length / 20);
  });
});

describe('what somebody will look for in a clause', () => {
  const { holds } = reach(content);
  const says = (restatement: string, modality: 'must' | 'should' | 'may-not' = 'should') => held({ restatement, modality, also: [] });

  it.each([
    ['A conference needs at least three agencies.', ['number']],
    ['Half of the agencies must be there.', ['number']],
    ['It should be held within 15 working days of the strategy discussion.', ['number', 'deadline']],
    ['The manager should be told at once.', ['deadline']],
    ['An early date must be set immediately.', ['deadline']],
    ['A review is held within a week of the birth.', ['deadline']],
    ['Children over 12 are invited.', ['number', 'age']],
    ['The child’s age is considered.', ['age']],
    ['The plan ends on the eighteenth birthday.', ['age']],
    ['The chair decides who comes.', ['decision-maker']],
    ['It needs the consent of the chair.', ['decision-maker']],
    ['A relative must not interpret.', ['prohibition']],
    ['Minutes cannot be passed on.', ['prohibition']],
  ])('“%s” holds %j', (restatement, expected) => {
    expect(says(restatement)).toEqual(expected);
  });

  it.each([
    'The two things listed below should be done.',
    'It should do the three things that follow.',
    'Working Together 2018 (p. 11) should be read.',
    'Section 47 of the Children Act 1989 should be considered.',
    'The report should be clear and signed.',
  ])('“%s” holds none of these', (restatement) => {
    expect(says(restatement)).toEqual([]);
  });

  it('is seen in the force too, and in the modal verbs of the text', () => {
    expect(says('Cameras stay outside.', 'may-not')).toEqual(['prohibition']);
    expect(held({ restatement: 'Cameras stay outside.', modality: 'is', also: [] }, 'should not')).toEqual(['prohibition']);
  });

  it('is there in many clauses, each kind of it', () => {
    expect(holds.counts.map(({ holding }) => holding)).toEqual([...HOLDINGS]);
    expect(holds.counts.filter(({ clauses }) => clauses < 20)).toEqual([]);
  });

  it('has a topic wherever it is, save in the few clauses that say why not', () => {
    expect(holds.without.map(({ name }) => name).filter((name) => !WITHOUT_TOPIC[name])).toEqual([]);
    expect(Object.keys(WITHOUT_TOPIC).length).toBeLessThan(10);
  });

  it('is missed in a clause whose topics are taken away', () => {
    const [london, ...others] = content.rulebooks;
    const clauses = london!.clauses.map((clause) => (clause.id === '8.1.7' ? { ...clause, topics: [], untopical: 'for a test' } : clause));
    const less = { ...content, rulebooks: [{ ...london!, clauses }, ...others] };
    expect(reach(less).missing).toEqual([expect.stringMatching(/have no topic: london 8\.1\.7 \(number, deadline/)]);
  });

  it('has no exception that is none', () => {
    const without = new Set(holds.without.map(({ name }) => name));
    expect(Object.keys(WITHOUT_TOPIC).filter((name) => !without.has(name))).toEqual([]);
    expect(Object.values(WITHOUT_TOPIC).filter((why) => !/^[A-Z].{20,}\.$/.test(why))).toEqual([]);
  });
});
