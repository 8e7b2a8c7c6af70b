import { describe, expect, it } from 'vitest';
import type { Clause } from '#content/schema.ts';
import { readAll } from './reach.ts';
import { differences, EXCEPTIONS, FIELDS, nameOf, sources, twinsOf, type Twins } from './twins.ts';

const { rulebooks } = readAll();
const excepted = new Set(
  EXCEPTIONS.flatMap(({ twins, in: fields }) => twins.flatMap((twin) => fields.map((field) => `${twin}: ${field}`))),
);
/** Each difference that no exception allows, in a line. */
const unexplained = (twins: readonly Twins[]) =>
  twins.flatMap((pair) =>
    differences(pair).flatMap(({ field, how }) => (excepted.has(`${nameOf(pair)}: ${field}`) ? [] : [`${nameOf(pair)}: ${field}: ${how}`])),
  );

describe('clauses that two rulebooks share', () => {
  const restated = twinsOf(rulebooks, ({ restatement }) => restatement, 'restated');

  it('are many', () => expect(restated.length).toBeGreaterThan(50));

  it('agree in force, actors and topics where they are restated in nearly the same words', () => {
    expect(unexplained(restated)).toEqual([]);
  });

  const text = sources(rulebooks);
  it.skipIf(!text)(
    `agree in force, actors and topics where the documents have nearly the same words${text ? '' : ' (skipped: the documents are not beside the project)'}`,
    () => {
      const twins = twinsOf(rulebooks, text!, 'source');
      expect(twins.length).toBeGreaterThan(150);
      expect(unexplained(twins)).toEqual([]);
    },
  );

  it('have no exception that is none: each names two clauses that differ so', () => {
    const byName = new Map(rulebooks.flatMap(({ id, clauses }) => clauses.map((clause) => [`${id} ${clause.id}`, clause])));
    const stale = [...excepted].filter((one) => {
      const [, first = '', second = '', field] = /^(.+) ~ (.+): (\w+)$/.exec(one) ?? [];
      const pair = [byName.get(first), byName.get(second)];
      return !pair[0] || !pair[1] || !differences(pair as Twins).some((difference) => difference.field === field);
    });
    expect(stale).toEqual([]);
  });

  it('have a reason for each exception, and few that are still open', () => {
    expect(EXCEPTIONS.filter(({ why, twins, in: fields }) => !/^[A-Z].{15,}\.$/.test(why) || !twins.length || !fields.length)).toEqual([]);
    expect(EXCEPTIONS.filter(({ open }) => open).flatMap(({ twins }) => twins).length).toBeLessThanOrEqual(5);
  });
});

describe('two clauses', () => {
  const clause = (rulebook: Clause['rulebook'], restatement: string, rest: Partial<Clause> = {}): Clause => ({
    rulebook, id: '1.1', restatement, modality: 'must', also: [], actors: ['chair'], topics: ['quorum.minimum'], see: [], names: [], sha256: '0123456789abcdef', section: '1', heading: 'One', ...rest,
  }); // prettier-ignore
  const sentence = 'The chair must decide whether BFSWS and two other agencies are enough to go ahead.';
  const twins = (...clauses: Clause[]) => twinsOf([{ clauses }], ({ restatement }) => restatement, 'restated');

  it('are twins in nearly the same words, whatever each calls its social care', () => {
    const other = 'The chair must decide whether local authority children’s social care and two further agencies are enough to go ahead.';
    expect(twins(clause('bfg', sentence), clause('london', other))).toHaveLength(1);
  });

  it('are none within one rulebook, in few words, or where a third of the words differs', () => {
    expect(twins(clause('bfg', sentence), clause('bfg', sentence))).toEqual([]);
    expect(twins(clause('bfg', 'The chair decides.'), clause('london', 'The chair decides.'))).toEqual([]);
    expect(twins(clause('bfg', sentence), clause('london', 'The chair must decide whether the police and a school should be asked to leave.'))).toEqual([]);
  }); // prettier-ignore

  it('differ in force where one has a further one, and not where a list has another order', () => {
    const one = clause('bfg', sentence, { actors: ['chair', 'police'] });
    expect(differences([one, clause('london', sentence, { also: ['should'], actors: ['police', 'chair'] })])).toEqual([
      { field: 'force', how: 'none | should' },
    ]);
    const other = clause('london', sentence, { modality: 'may', actors: ['police'], topics: [] });
    expect(differences([one, other]).map(({ field }) => field)).toEqual([...FIELDS]);
  });
});
