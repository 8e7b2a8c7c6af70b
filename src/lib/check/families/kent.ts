/** Kent and Medway: numbered sections of paragraphs, lists, and items with numbers, cited as `3.4` and within an item as `3.4.2`. Pure. */
import type { Cutter, Family } from '../cutter.ts';
import type { Line } from '../lines.ts';
import { bare, headings, share } from './headings.ts';

const SECTIONS = [
  'Purpose',
  'Criteria for Discontinuing the Child Protection Plan',
  'Frequency',
  'Reports',
  'Attendance',
  'Administration',
  'Outcomes',
  'Dissent from the Review Conference Decision',
  'Minutes',
];
const titles = new Set([...SECTIONS, 'Dissent from Review Conference Decision'].map(bare));
const unnumbered = headings({ '2.1.10 Child Protection Review Conferences': '', AMENDMENT: 'amendment', Contents: 'contents' });
const numbered = ({ text, mark }: Line) => (mark === undefined ? /^(\d)\.\s+(\S.*)$/.exec(text) : null);

/**
 * An item at the margin, of a text that was pasted or of a page that prints its numbers: the list that its number goes on with, the inner
 * one unless that has come to its full stop.
 */
function marginal(number: number, text: string, cutter: Cutter): void {
  const [, outer, inner] = /^\d\.(\d+)(?:\.(\d+))?$/.exec(cutter.last.id) ?? [];
  const goesOn = inner !== undefined && number === Number(inner) + 1 && !cutter.last.text.endsWith('.');
  const begins = number === 1 && outer !== undefined && inner === undefined && cutter.last.text.endsWith(':');
  if (goesOn || begins) cutter.add(`${cutter.clause}.${number}`, text);
  else cutter.counted(`${cutter.root}.${number}`, text);
}

export const kent: Family = {
  furniture: /^(End$|Size:|Caption:|Top of page|Skip to main content|Kent and Medway LSCB Logo)/,
  leftOut: ['amendment', 'contents'],
  read(line, cutter) {
    const [, number, title = ''] = numbered(line) ?? [];
    if (number !== undefined && !cutter.layout.indented && !titles.has(bare(title))) {
      marginal(Number(number), title, cutter);
      return true;
    }
    const section = number ?? unnumbered(line);
    if (section !== undefined) {
      cutter.enter(section);
      return true;
    }
    const { mark, depth, text } = line;
    if (typeof mark !== 'number') return false;
    if (depth) cutter.add(`${cutter.clause}.${mark}`, text);
    else cutter.counted(`${cutter.root}.${mark}`, text);
    return true;
  },
  likeness: (lines) => share(lines, (line) => SECTIONS.find((title) => bare(title) === bare(numbered(line)?.[2] ?? '')), SECTIONS.length),
};
