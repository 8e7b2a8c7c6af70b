/** What is particular to a child who is looked after. */
import { anywhere, claim, into, is, moves, offered, onlyAfter, places } from './kinds.ts';
import type { Invariant } from './kinds.ts';

export const dualProcess: readonly Invariant[] = [
  {
    words: 'Nobody who should have left is there in the second part of a combined meeting.',
    of: ['dual-process'],
    where: claim('parts-divided'),
    ...places(anywhere(['meeting.secondPart', 'meeting.dating', 'keepingBoth', 'keepingOne']), ({ snapshot: { context } }) => context.done.includes('outsiders-left') && !context.done.includes('outsiders-stayed')),
  },
  { words: 'Where the meeting has parts, a full room is cleared before the second.', of: ['dual-process'], where: claim('parts-divided'), ...moves(is('room.cleared'), (e) => into('meeting.secondPart')(e)) },
  { words: 'The care plan comes after the decision on the plan, never before it.', of: ['dual-process'], ...onlyAfter('meeting.secondPart', 'decision.made') },
  { words: 'The second part begins when the first has ended.', of: ['dual-process'], ...onlyAfter('meeting.secondPart', 'part.ended') },
  { words: 'The care plan is considered before the meeting is over.', of: ['dual-process'], ...onlyAfter('meeting.dating', 'care-plan.considered') },
  { words: 'Both plans go on only after the records of both parts have gone out.', of: ['dual-process'], ...onlyAfter('dualPlanning', 'records.sent') },
  { words: 'The care plan stands alone only after the records of both parts have gone out.', of: ['dual-process'], ...onlyAfter('carePlanOnly', 'records.sent') },
  { words: 'The care plan stands alone only after everybody was told that the plan has ended.', of: ['dual-process'], ...onlyAfter('carePlanOnly', 'ending.notified') },
  { words: 'Both plans go on only after the minutes stand.', of: ['dual-process'], ...onlyAfter('dualPlanning', 'minutes.settled') },
  { words: 'The care plan stands alone only after the minutes stand.', of: ['dual-process'], ...onlyAfter('carePlanOnly', 'minutes.settled') },
  { words: 'How safe the child is can be weighed at any time before the meeting.', of: ['dual-process'], ...offered(['placement.weighed'], 'underPlan', 'preparing') },
  { words: 'Nobody combines two meetings before the child is looked after.', of: ['dual-process'], ...onlyAfter('preparing', 'child.looked-after') },
  { words: 'A return home leads to a conference exactly where one was decided on.', of: ['dual-process'], ...moves(is('return.considered', 'return.demanded'), (e) => into('requested')(e) === e.move.done.includes('conference-convened')) },
  { words: 'The next meeting is dated before the meeting closes, or at least can be.', of: ['dual-process'], ...offered(['review.dated', 'conference.closed'], 'meeting.dating') },
]; // prettier-ignore
