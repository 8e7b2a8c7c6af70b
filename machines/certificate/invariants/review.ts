/** What is particular to a review, and to ending a plan. */
import { actsOn, anywhere, claim, departs, everyoneDecided, into, is, moves, offered, onlyAfter, outOf, places, plan } from './kinds.ts';
import type { Invariant } from './kinds.ts';

export const review: readonly Invariant[] = [
  {
    words: 'No plan ends at a first review, or for neglect, where the rulebook forbids it, save on its own exceptions.',
    of: ['review', 'dual-process'],
    where: claim('ending-barred'),
    ...places(
      (p) => anywhere(['meeting.ending', 'meeting.between', 'tellingThem', 'keepingOne'])(p) && p.facts.dates['previous-review'] === undefined && !plan(p).includes('plan') && plan(p).length > 0,
      ({ snapshot }, rules) => ['end.first-review', 'end.neglect'].every((topic) => {
        const exceptions = actsOn(rules, topic);
        return !exceptions.length || exceptions.some((act) => snapshot.context.done.includes(act));
      }),
    ),
  },
  {
    words: 'A plan may end at a later review: the bar is on the first.',
    of: ['review'],
    where: claim('ending-barred'),
    ...moves(
      (e) => is('decision.made')(e) && e.facts.dates['previous-review'] !== undefined && Object.values(e.move.outcomes ?? {}).includes('no-plan'),
      (e) => !into('meeting.endingBarred')(e),
    ),
  },
  {
    words: 'A plan that the rulebook does not let end goes on, or shows its exception; nothing else leads on.',
    of: ['review', 'dual-process'],
    where: claim('ending-barred'),
    ...moves(
      (e) => outOf('meeting.endingBarred')(e) && !into('meeting.endingBarred')(e),
      is('decision.revised', 'exception.shown'),
    ),
  },
  {
    words: 'A decision revised for every child is over: a plan goes on with it.',
    of: ['review', 'dual-process'],
    where: claim('ending-barred'),
    ...moves((e) => is('decision.revised')(e) && everyoneDecided(e) && Object.values(e.next.context.outcomes).includes('plan'), (e) => !into('meeting.endingBarred')(e)),
  },
  {
    words: 'A bar holds until an exception is shown, and no longer.',
    of: ['review', 'dual-process'],
    where: claim('ending-barred'),
    ...moves(is('exception.shown'), (e) => into('meeting.endingBarred')(e) === departs(e, 'end.first-review', 'end.neglect')),
  },
  { words: 'Both ways are open where the rulebook does not let a plan end.', of: ['review', 'dual-process'], where: claim('ending-barred'), ...offered(['decision.revised', 'exception.shown'], 'meeting.endingBarred') },
  {
    words: 'A family’s move ends no plan: where the rulebook waits for the other authority’s conference, the plan goes on until then.',
    of: ['review'],
    where: claim('takeover-stated'),
    ...moves((e) => is('plan.ended')(e) && outOf('movedAway')(e), (e) => into('endedTooSoon')(e)),
  },
  { words: 'A plan that was ended too soon is put back in force.', of: ['review'], where: claim('takeover-stated'), ...moves(is('plan.restored'), (e) => into('movedAway')(e) && !e.next.context.done.includes('plan-ended')) },
  { words: 'A plan ended without a review was ended by somebody.', of: ['review'], ...onlyAfter('informing', 'plan.ended') },
  { words: 'Where one plan ends and another goes on, everybody can be told of the end as well.', of: ['review', 'dual-process'], ...offered(['ending.notified'], 'followingThrough', 'keepingBoth') },
  {
    words: 'Where one plan ends and another goes on, telling everybody of the end leaves the other as it was.',
    of: ['review', 'dual-process'],
    ...moves((e) => is('ending.notified')(e) && outOf('followingThrough', 'keepingBoth')(e), (e) => [...e.outOf].join() === [...e.into].join()),
  },
  { words: 'No plan has ended before everybody was told.', of: ['review'], ...onlyAfter('planEnded', 'ending.notified') },
  { words: 'No plan has ended without a review before everybody was told.', of: ['review'], ...onlyAfter('endedWithout', 'ending.notified') },
  { words: 'No plan has ended at a review before the minutes stand.', of: ['review'], ...onlyAfter('planEnded', 'minutes.settled') },
  { words: 'No plan continues before the decisions have gone out.', of: ['review'], ...onlyAfter('planContinues', 'decisions.sent') },
  { words: 'No plan continues before the parents have been written to.', of: ['review'], ...onlyAfter('planContinues', 'parents.written') },
  { words: 'No plan continues before the minutes stand.', of: ['review'], ...onlyAfter('planContinues', 'minutes.settled') },
  { words: 'While a plan runs, the core group meets, the child is seen, and a review can be called.', of: ['review'], ...offered(['core-group.met', 'child.seen', 'review.called', 'child.moved', 'child.came-of-age', 'child.died', 'child.left'], 'underPlan') },
  { words: 'A plan that has outlived its reason can end, and can also go to a review.', of: ['review'], ...offered(['plan.ended', 'review.called'], 'outlived') },
  { words: 'After a move away the other authority’s conference is awaited.', of: ['review'], ...offered(['receiving-conference.held'], 'movedAway') },
  { words: 'The manager can sign the report at any time before the review.', of: ['review'], ...offered(['report.endorsed'], 'preparing') },
]; // prettier-ignore
