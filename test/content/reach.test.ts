import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
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
