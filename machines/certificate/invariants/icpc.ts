/** What is particular to the initial conference. */
import { into, is, knows, moves, offered, onlyAfter } from './kinds.ts';
import type { Invariant } from './kinds.ts';

export const icpc: readonly Invariant[] = [
  { words: 'A protection order can be made, and ordered assessments can end, at any time before the conference.', of: ['icpc'], ...offered(['order.made', 'assessments.concluded'], 'considering', 'preparing') },
  { words: 'No plan is under way before the decisions have gone out.', of: ['icpc'], ...onlyAfter('planUnderWay', 'decisions.sent') },
  { words: 'No plan is under way before the parents have been written to.', of: ['icpc'], ...onlyAfter('planUnderWay', 'parents.written') },
  { words: 'No plan is under way before the minutes have gone out and stand.', of: ['icpc'], ...onlyAfter('planUnderWay', 'minutes.settled') },
  { words: 'No plan is under way before the core group has met.', of: ['icpc'], ...onlyAfter('planUnderWay', 'core-group.met') },
  { words: 'No case is closed without a plan before the decision has gone out.', of: ['icpc', 'pre-birth'], ...onlyAfter('noPlan', 'decisions.sent') },
  { words: 'No case is closed without a plan before the minutes have gone out and stand.', of: ['icpc', 'pre-birth'], ...onlyAfter('noPlan', 'minutes.settled') },
  { words: 'Agencies that disagree on convening have a way of their own, and only they.', of: ['icpc'], ...moves((e) => into('disputed')(e), (e) => knows(e, 'agencies-disagree-on-convening')) },
  { words: 'A refused conference that an agency disputes is disputed.', of: ['icpc'], ...moves(is('conference.declined'), (e) => into('disputed')(e) === e.move.done.includes('agencies-disagree-on-convening')) },
  { words: 'A settled dispute leads to a conference exactly where one was convened.', of: ['icpc'], ...moves(is('disagreement.settled'), (e) => into('preparing')(e) === e.move.done.includes('conference-convened')) },
  { words: 'A child who has moved in is received only after notice of the move.', of: ['icpc'], ...onlyAfter('receiving', 'move.notified') },
  { words: 'A temporary stay makes no conference.', of: ['icpc'], ...moves(is('transfer.declined'), ({ next }) => next.status === 'done') },
  { words: 'An agreed transfer is prepared as a conference.', of: ['icpc'], ...moves(is('transfer.agreed'), (e) => into('preparing')(e)) },
]; // prettier-ignore
