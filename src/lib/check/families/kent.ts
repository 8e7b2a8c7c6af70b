/** Kent and Medway: numbered sections of paragraphs, lists, and items with numbers, cited as `3.4` and within an item as `3.4.2`. Pure. */
import type { Family } from '../cutter.ts';
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
const unnumbered = headings({ '2.1.10 Child Protection Review Conferences': '', AMENDMENT: 'amendment', Contents: 'contents' });
const numbered = ({ text, mark }: Line) => (mark === undefined ? /^(\d)\.\s+(\S.*)$/.exec(text) : null);

export const kent: Family = {
  furniture: /^(End$|Size:|Caption:|Top of page|Skip to main content|Kent and Medway LSCB Logo)/,
  leftOut: ['amendment', 'contents'],
  read(line, cutter) {
    const section = numbered(line)?.[1] ?? unnumbered(line);
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
