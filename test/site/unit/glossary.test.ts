import { describe, expect, it } from 'vitest';
import { glossary, marked, termsIn } from '#lib/server/glossary.ts';
import { rulebooks } from '#lib/server/content.ts';

const linked = (text: string, most?: number) => marked(text, most).flatMap(({ text, term }) => (term ? [`${text} > ${term}`] : []));

describe('the terms of a text', () => {
  it('are marked where they first stand, and the text stays whole', () => {
    const text = 'The core group meets, and the core group reports on the outline plan.';
    expect(marked(text)).toEqual([
      { text: 'The ' },
      { text: 'core group', term: 'core-group' },
      { text: ' meets, and the core group reports on the ' },
      { text: 'outline plan', term: 'outline-plan' },
      { text: '.' },
    ]);
  });

  it('are the longest that stand there: a care order is not marked inside an interim care order', () => {
    expect(linked('A child under an interim care order')).toEqual(['interim care order > interim-care-order']);
    expect(linked('An outline child protection plan is made.')).toEqual(['outline child protection plan > outline-plan']);
  });

  it('are whole words, in the singular or the plural', () => {
    expect(linked('Key workers and supporters')).toEqual(['Key workers > key-worker', 'supporters > supporter']);
    expect(linked('A smart phone, a subcategory, a MARACAS, dissenters')).toEqual([]);
  });

  it('keep their capitals where they are names, and need none where they are not', () => {
    expect(linked('from the List')).toEqual(['the List > the-list']);
    expect(linked('from the list of those present')).toEqual([]);
    expect(linked('A Legal Gateway meeting')).toEqual(['Legal Gateway meeting > legal-gateway']);
  });

  it('are not marked in an address', () => {
    expect(linked('Write to minutes@example.org or see example.org/minutes.')).toEqual([]);
  });

  it('are three at most, and of more the rarest', () => {
    const text = 'A child protection plan, significant harm, an initial conference, an eco-map, MARAC and the casting vote.';
    expect(linked(text)).toEqual(['eco-map > eco-map', 'MARAC > marac', 'casting vote > casting-vote']);
    expect(linked(text, 1)).toHaveLength(1);
  });
});

describe('every restatement', () => {
  const all = rulebooks.flatMap(({ clauses }) => clauses.map(({ restatement }) => restatement));

  it('reads the same with its terms marked, with three links at most', () => {
    const changed = all.filter((text) => marked(text).map((piece) => piece.text).join('') !== text); // prettier-ignore
    expect(changed).toEqual([]);
    expect(all.filter((text) => marked(text).filter(({ term }) => term).length > 3)).toEqual([]);
  });

  it('brings nearly every term of the glossary to somebody who reads them all', () => {
    const seen = new Set(all.flatMap((text) => termsIn(text).map(({ term }) => term)));
    expect(glossary.filter(({ id }) => !seen.has(id)).length).toBeLessThan(8);
  });
});
