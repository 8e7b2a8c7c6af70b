/** Staffordshire: headings, and under each of them paragraphs and lists without numbers. Pure. */
import type { Family } from '../cutter.ts';
import { headings, share } from './headings.ts';

/** The short name that the clauses under each heading are cited by. */
const SECTIONS = {
  Introduction: 'introduction',
  'Preparing for an Initial & Review Child Protection Conference': 'preparing',
  'Information leaflets to be provided to the family': 'leaflets',
  'Who should be invited to the Initial/Review Child Protection Conference?': 'invitations',
  'The Initial/Review Child Protection Conference': 'the-conference',
  'Contingency Planning': 'contingency',
  'Pre Birth Child Protection Conferences': 'pre-birth',
  'Roles and Responsibilities of those involved in Child Protection Conferences': 'roles',
  'Social workers with their managers must:': 'social-workers',
  'Independent conference chairs must:': 'chairs',
  'Other Professionals including: Advocates, Observers and Legal Representatives': 'other-professionals',
  Advocates: 'advocates',
  Observers: 'observers',
  'Legal Representatives': 'legal-representatives',
  'McKenzie friend': 'mckenzie-friend',
  'Reports to Initial and Child Protection Review Conferences': 'reports',
  "Children's Social Care": 'social-care-report',
  Agencies: 'agency-reports',
  Quoracy: 'quoracy',
  'Exclusion of the child, their parents, family members or advocates …': 'exclusion',
  'Decision making at Initial & Review Child Protection Conferences': 'decision-making',
  'The Child is to be made subject to …': 'threshold',
  'The Child Protection Plan & Role of the Core Group': 'plan',
  'Core Groups': 'core-groups',
  'The Child is not to be made subject to …': 'no-plan',
  'Discontinuing the Child Protection Plan': 'discontinuing',
  'Communication between agencies': 'communication',
  'Child Protection Minutes & Administrative Process': 'minutes',
  'Retention of Records': 'retention',
  'Children looked after by the Local Authority -Dual Process': 'dual-process',
  'Reports for dual process meeting': 'dual-process-reports',
  "Children subject to another local authority's Child Protection Plan …": 'receiving-in',
  'Children subject to a Child Protection with another …': 'visits-for-others',
  'Child who is the Subject of a Child Protection Plan in …': 'moving-out',
  'Children subject to a Child Protection Plan in Staffordshire …': 'visits-by-others',
  'Children subject to Child Protection Plan who move …': 'temporary-moves',
  'Complaints and escalation': 'escalation',
  'Appealing the decision of a Child Protection Conference': 'appeals',
  Appendix: 'appendix',
  References: 'references',
  'INITIAL & CHILD PROTECTION REVIEW CONFERENCES': '',
  'Working together with Stoke-on-Trent Safeguarding Children Partnership': '',
};
const sectionOf = headings(SECTIONS);

export const staffordshire: Family = {
  nests: true,
  furniture: /^(Version 6 October 2018|Review Date - October 2021)$/,
  leftOut: ['appendix', 'references'],
  sameWords: { '0e3148521dca4230': 'cd33f9d6ebd8a2d3' },
  read(line, cutter) {
    // A footnote stands where its page ends, in the middle of the list that it interrupts.
    if (/^[¹²³]/.test(line.text)) {
      cutter.interrupt();
      return true;
    }
    // A line that was wrapped may happen to hold the words of a heading, and a long heading may be wrapped itself.
    const section = line.gap || !cutter.layout.spaced ? sectionOf(line) : undefined;
    if (section === undefined && cutter.restOfHeading(line)) return true;
    if (section === undefined) return cutter.root === 'appendix';
    if (cutter.root !== 'appendix' || section === 'references') cutter.enter(section);
    return true;
  },
  likeness: (lines) => share(lines, sectionOf, Object.keys(SECTIONS).length - 1),
};
