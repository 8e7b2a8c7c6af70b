/** London and British Forces Germany: sections such as 8.1, clauses such as 8.1.7, headings between them. Pure. */
import type { Family } from '../cutter.ts';
import { headings, share } from './headings.ts';

interface Look {
  /** The chapter, which every number begins with, and how many sections it has. */
  chapter: string;
  sections: number;
  /** As they stand between the clauses. */
  headings: readonly string[];
}

function numbered({ chapter, sections, headings: list }: Look): Family {
  // A number may have a letter, where a clause was put in later; where its space is missing, a word follows at once.
  const clause = new RegExp(`^(${chapter}\\.\\d+\\.\\d+(?:[A-Z](?=\\s+[A-Z]|$))?)\\s*(.*)$`);
  const section = new RegExp(`^(${chapter}\\.\\d+)(?:\\s+([A-Z-].*))?$`);
  const heading = headings(Object.fromEntries(list.map((words) => [words, words])));
  let untitled = false;
  return {
    numbersClauses: true,
    read({ text, mark, gap }, cutter) {
      if (mark !== undefined) return false;
      const [, number, words] = clause.exec(text) ?? [];
      if (number !== undefined) {
        untitled = false;
        cutter.numbered(number, words!);
        return true;
      }
      // The title of a section may stand on a line of its own.
      if (untitled) {
        untitled = false;
        cutter.part();
        return true;
      }
      const [, entered, title] = section.exec(text) ?? [];
      // A sentence that begins with a reference to a section is no section.
      if (entered !== undefined && !(title && title.split(' ').length > 12)) {
        untitled = title === undefined;
        cutter.enter(entered);
        return true;
      }
      // The end of a sentence that was broken may have the words of a heading.
      if ((!gap && text.endsWith('.')) || heading({ text, depth: 0, within: false, gap }) === undefined) return false;
      cutter.heading();
      return true;
    },
    likeness: (lines) =>
      Math.min(
        share(lines, ({ text }) => clause.exec(text)?.[1]?.replace(/\.\d+[A-Z]?$/, ''), sections),
        share(lines, heading, list.length),
      ),
  };
}

export const london = numbered({
  chapter: '8',
  sections: 17,
  headings: [
    'Purpose of initial conference',
    'Convening initial conference',
    'Timing of initial child protection conference',
    'Purpose of review conference',
    'Timing of review conference',
    'Review conference quorum',
    'Looked after children with child protection plans',
    'Children with child protection plans who become looked after',
    'Review conferences',
    'Location, timing and safety for conferences',
    'Quorate conferences',
    'Involving parents',
    'Involving children',
    'Criteria for presence of child at conference, including direct involvement',
    'Direct involvement of a child in a conference',
    'Indirect contributions when a child is not attending',
    "LA children's social care report",
    'Information from other agencies',
    'Information from children and families',
    'Conference Chair',
    "Chair's responsibilities",
    'Threshold for a child protection plan',
    'Decision that a child needs a child protection plan',
    'Discontinuing a child protection plan',
    'Purpose',
    'Timing of the conference',
    'Attendance',
    'Pre-birth child protection plan',
    'Decision letter',
    'Managing and providing information about a child',
    'Request for a change of worker',
    'Reconvened conference',
    'Further challenge',
  ],
});

export const bfg = numbered({
  chapter: '4',
  sections: 14,
  headings: [
    'Child Protection Conferences',
    'All conferences',
    'Types of conferences',
    'Looked after children with child protection plans',
    'Children with child protection plans who become looked after',
    'Review conferences and children who are looked after',
    'Location, timing and safety for conferences',
    'Conference quorum',
    'Criteria for presence of child at conference, including direct involvement',
    'Direct involvement of a child in a conference',
    'Indirect contributions when a child is not attending',
    'BFSWS report',
    'Reports from other agencies',
    'Information from children and families',
    'Conference Chair',
    'Threshold for a child protection plan',
    'Decision that a child needs a child protection plan',
    'Discontinuing a current child protection plan',
    'Decision letter',
    'Managing and providing information about a child',
  ],
});
