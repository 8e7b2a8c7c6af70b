/** An edition that nobody has published: a document with clauses changed, taken out and put in at random, and what a check should say of it. */
import type { RulebookId } from '#content/schema.ts';
import { placesOf, sourceOf } from './documents.ts';

/** The same throws for the same seed. */
export function dice(seed: number): (sides: number) => number {
  let at = (seed * 7919) | 0;
  return (sides) => {
    at = (Math.imul(at, 1103515245) + 12345) & 0x7fffffff;
    return (at >> 8) % sides;
  };
}

/** Paragraphs that stand in none of the documents. */
const NEW = [
  'A kettle is put on before anybody sits down, and somebody stays with it.',
  'This is a brand new paragraph.',
  'Umbrellas are left by the door, where nobody can trip over them.',
  'Whoever comes by bicycle is shown where it can be locked.',
];
const CHANGES: ((words: string[], throwing: (sides: number) => number) => string[])[] = [
  (words) => [...words, 'In', 'writing.'],
  (words, throwing) => words.toSpliced(1 + throwing(words.length), 0, 'punctually'),
  (words) => (words.length > 8 ? words.slice(0, -Math.floor(words.length / 4)) : [...words, 'promptly.']),
];

export interface Edit {
  text: string;
  changed: string[];
  gone: string[];
  added: string[];
}

/**
 * Ten clauses changed, three taken out and two put in, anywhere; half as many in a short document.
 * @param clauses the ids of the model, in order
 * @param apart true where no edit stands next to another: then there is one right answer, whatever the words
 */
export function edited(id: RulebookId, clauses: readonly string[], seed: number, apart = false): Edit {
  const places = placesOf(id);
  const throwing = dice(seed);
  const [change, remove, add] = clauses.length > 50 ? [10, 3, 2] : [5, 2, 1];
  const picked: number[] = [];
  const pick = (alone: boolean): string => {
    for (;;) {
      const at = throwing(clauses.length);
      if (picked.some((other) => Math.abs(other - at) <= (alone ? 1 : 0))) continue;
      picked.push(at);
      return clauses[at]!;
    }
  };
  const changed = Array.from({ length: change }, () => pick(apart));
  const gone = Array.from({ length: remove }, () => pick(apart));
  const lines = sourceOf(id).split('\n').map((line) => [line]); // prettier-ignore
  const last = (clause: string) => places.get(clause)![1] - 1;

  const added = Array.from({ length: add }, (_, i) => NEW[(throwing(NEW.length) + i) % NEW.length]!);
  const numbers = id === 'london' || id === 'bfg';
  for (const [i, words] of added.entries()) {
    const after = apart ? pick(true) : clauses[throwing(clauses.length)]!;
    const section = /^[48]\.\d+/.exec(after)?.[0];
    // As an item among items, as a clause with a number of its own, or as a paragraph without one.
    const [, sign] = /^(\s*[-·•]\s+)/.exec(lines[last(after)]![0]!) ?? [];
    const number = numbers && section && throwing(2) ? `${section}.${90 + i} ` : '';
    lines[last(after)]!.push(...(sign && throwing(2) ? [`${sign}${words}`] : ['', `${number}${words}`, '']));
  }
  for (const clause of changed) {
    const line = lines[last(clause)]!;
    const [, start = '', rest = ''] = /^(\s*(?:[-·•❖]\s+|\d+(?:\.\d+)*\.?\s+)*)(.*)$/u.exec(line[0]!) ?? [];
    line[0] = start + CHANGES[throwing(CHANGES.length)]!(rest.trim().split(/\s+/), throwing).join(' ');
  }
  for (const clause of gone) for (let at = places.get(clause)![0]; at <= places.get(clause)![1]; at++) lines[at - 1]!.shift();
  return { text: lines.flat().join('\n'), changed: changed.sort(), gone: gone.sort(), added: [...added].sort() };
}
