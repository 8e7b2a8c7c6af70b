/** What is particular to a conference before a birth, and to what follows it. */
import { readings } from '../../checks/index.ts';
import { claim, departs, into, is, knows, moves, offered, onlyAfter } from './kinds.ts';
import type { Invariant } from './kinds.ts';

export const preBirth: readonly Invariant[] = [
  { words: 'The first review comes after the birth.', of: ['pre-birth'], ...onlyAfter('beforeBirth.baby.reviewed', 'child.born') },
  { words: 'Nobody has reviewed the plan before the review was held.', of: ['pre-birth'], ...onlyAfter('reviewed', 'review.held') },
  { words: 'No case goes on from the first review before the core group has met.', of: ['pre-birth'], ...onlyAfter('reviewed', 'core-group.met') },
  { words: 'No case goes on from the first review before the decisions have gone out.', of: ['pre-birth'], ...onlyAfter('reviewed', 'decisions.sent') },
  { words: 'No case goes on from the first review before the parents have been written to.', of: ['pre-birth'], ...onlyAfter('reviewed', 'parents.written') },
  { words: 'No case goes on from the first review before the minutes stand.', of: ['pre-birth'], ...onlyAfter('reviewed', 'minutes.settled') },
  {
    words: 'A review is put off only as the rulebook allows: on the right authority, in writing, within the limit.',
    of: ['pre-birth'],
    where: claim('extension-stated'),
    ...moves(is('review.extended'), (e) => into('beforeBirth.baby.extended')(e) === !departs(e, 'prebirth.review-extension')),
  },
  { words: 'The baby can go home, and the review be held, however long it was put off.', of: ['pre-birth'], ...offered(['child.discharged', 'review.held'], 'beforeBirth.baby.born', 'beforeBirth.baby.extended') },
  { words: 'Once the baby is born the review can be put off.', of: ['pre-birth'], ...offered(['review.extended'], 'beforeBirth.baby.born') },
  { words: 'A pregnancy can be referred before anybody convenes.', of: ['pre-birth'], ...offered(['pregnancy.referred'], 'concerned') },
  {
    words: 'No baby goes home in order before the core group has met, where the rulebook sets that limit.',
    of: ['pre-birth'],
    where: (rules) => (rules['prebirth.core-group'] ? readings(rules['prebirth.core-group']) : []).some(({ value }) => value.kind === 'deadline' && value.trigger === 'discharge-home'),
    ...moves(is('child.discharged'), (e) => knows(e, 'core-group-met') || departs(e, 'prebirth.core-group')),
  },
]; // prettier-ignore
