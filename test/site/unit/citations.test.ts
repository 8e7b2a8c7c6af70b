import { describe, expect, it } from 'vitest';
import { citations, inCell } from '#lib/citations.ts';
import { content, findClause } from '#lib/server/content.ts';
import { cited } from '#lib/server/cited.ts';

const words = (...ids: string[]) => citations(ids).map((one) => one.words);

describe('clauses cited together', () => {
  it('stand one by one where they are few', () => {
    expect(words('8.1.7', '8.1.7.b1', '8.1.7.b2')).toEqual(['8.1.7', '8.1.7, item 1', '8.1.7, item 2']);
  });

  it('are one citation where they are three items of one list or more, and lead to the clause that has them', () => {
    expect(citations(['8.4.2.b1', '8.4.2.b2', '8.4.2.b3', '8.4.7'])).toEqual([
      { id: '8.4.2', words: '8.4.2, items 1 to 3' },
      { id: '8.4.7', words: '8.4.7' },
    ]);
  });

  it('name the gaps between them', () => {
    expect(words('8.4.2.b9', '8.4.2.b1', '8.4.2.b2', '8.4.2.b3', '8.4.2.b6')).toEqual(['8.4.2, items 1 to 3, 6 and 9']);
    expect(words('8.4.2.b1', '8.4.2.b2', '8.4.2.b4')).toEqual(['8.4.2, items 1, 2 and 4']);
  });

  it('say so where the clause itself is cited with its items', () => {
    expect(words('8.4.2', '8.4.2.b1', '8.4.2.b2', '8.4.2.b3')).toEqual(['8.4.2 with its items 1 to 3']);
  });

  it('are called parts within an item', () => {
    expect(words('preparing.p2.b1.b1', 'preparing.p2.b1.b2', 'preparing.p2.b1.b3')).toEqual([
      'Preparing, paragraph 2, item 1, parts 1 to 3',
    ]);
  });

  it('stay single where the list stands directly under a heading, which has no page', () => {
    expect(words('chairs.b1', 'chairs.b2', 'chairs.b3')).toEqual(['Chairs, item 1', 'Chairs, item 2', 'Chairs, item 3']);
  });

  it('name a section once in a cell, and nothing that stands in a clause that is cited', () => {
    const order = ['core-groups.p1', 'core-groups.p2', 'core-groups.p2.b1', 'core-groups.p4', 'plan.p2', '8.1.7', '8.1.7.b1'];
    const cell = (...ids: string[]) => inCell(ids, (id) => order.indexOf(id));
    expect(cell('core-groups.p4', 'core-groups.p1', 'plan.p2')).toEqual([
      { id: 'core-groups.p1', words: 'Core groups, paragraph 1' },
      { id: 'core-groups.p4', words: 'paragraph 4' },
      { id: 'plan.p2', words: 'Plan, paragraph 2' },
    ]);
    expect(cell('core-groups.p2', 'core-groups.p2.b1', '8.1.7.b1', '8.1.7').map(({ id }) => id)).toEqual(['core-groups.p2', '8.1.7']);
  });

  it('lead to a clause that there is, in every rule of every rulebook', () => {
    const lost = content.rulebooks.flatMap((rulebook) =>
      Object.values(rulebook.rules).flatMap((rule) => citations(cited(rule)).filter(({ id }) => !findClause(rulebook.id, id))),
    );
    expect(lost).toEqual([]);
  });
});
