/** Hampshire, Isle of Wight, Portsmouth and Southampton: two sections, and the same headings within each. Pure. */
import type { Family } from '../cutter.ts';
import { headings, share } from './headings.ts';

const SECTIONS = {
  '1.4 Child Protection Conferences': '',
  Contents: 'contents',
  'Initial child protection conferences': 'initial',
  'Child protection review conference': 'review',
  'Local procedures': 'local',
};
/** Within a section: a clause under them is cited as `initial.chair.b1`. */
const PARTS = {
  'Purpose:': 'purpose',
  'The conference chair:': 'chair',
  'Social workers should:': 'social-workers',
  'All involved practitioners should:': 'practitioners',
};
const sectionOf = headings(SECTIONS);
const partOf = headings(PARTS);

export const hips: Family = {
  nests: true,
  leftOut: ['contents'],
  read(line, cutter) {
    if (cutter.layout.spaced && !line.gap) return cutter.restOfHeading(line);
    const section = sectionOf(line);
    const part = partOf(line);
    if (section === undefined && part === undefined) return false;
    cutter.enter(section ?? `${cutter.root.split('.')[0]}.${part}`);
    return true;
  },
  likeness: (lines) => share(lines, (line) => sectionOf(line) ?? partOf(line), 9),
};
