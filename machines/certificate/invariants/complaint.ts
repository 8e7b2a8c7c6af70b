/** What is particular to complaints and disagreements. */
import { readings } from '../../checks/index.ts';
import { departs, into, is, moves, offered, onlyAfter, outOf, places, within } from './kinds.ts';
import type { Invariant } from './kinds.ts';

export const complaint: readonly Invariant[] = [
  { words: 'A complaint changes no decision: no child’s outcome is other than before.', of: ['complaint'], ...moves(() => true, ({ from, next }) => from.context.outcomes === next.context.outcomes) },
  { words: 'A decision that was set aside is put back in force before anything else happens.', of: ['complaint'], ...moves((e) => outOf('suspended')(e), is('plan.restored')) },
  {
    words: 'To set the decision aside meanwhile departs from every rulebook that says it stands.',
    of: ['complaint'],
    where: (rules) => (rules['complaint.meanwhile'] ? readings(rules['complaint.meanwhile']) : []).length > 0,
    ...moves(is('plan.suspended'), (e) => departs(e, 'complaint.meanwhile')),
  },
  { words: 'Nobody answers a complaint that was not made.', of: ['complaint'], ...onlyAfter('answered', 'complaint.made') },
  { words: 'Nobody goes further before the complaint was answered.', of: ['complaint'], ...onlyAfter('beyond', 'complaint.concluded') },
  { words: 'A conference is held again only because a complaint was answered so.', of: ['complaint'], ...onlyAfter('reconvening', 'complaint.concluded') },
  { words: 'Another conference is held exactly where that is the answer.', of: ['complaint'], ...moves(is('complaint.concluded'), (e) => into('reconvening')(e) === e.move.done.includes('reconvened-under-another-chair')) },
  { words: 'While a complaint is looked into, it can be passed on and answered.', of: ['complaint'], ...offered(['complaint.passed-on', 'complaint.concluded'], 'complained') },
  { words: 'An answer can be accepted, and can be taken further.', of: ['complaint'], ...offered(['complaint.rested', 'complaint.pursued'], 'answered') },
  { words: 'A family’s complaint is never escalated as a professional’s disagreement.', of: ['complaint'], ...places(within('escalated'), ({ snapshot }) => snapshot.context.dates['complaint-received'] === undefined) },
  { words: 'A professional’s disagreement, and a concern about practice, can be settled by talking or taken further.', of: ['complaint'], ...offered(['disagreement.talked-over', 'dissent.escalated'], 'disagreeing') },
  { words: 'A complaint about one agency goes to that agency, and no further here.', of: ['complaint'], ...moves(is('agency-complaint.made'), ({ next }) => next.status === 'done') },
  { words: 'All four disagreements are open after a decision, each with a way of its own.', of: ['complaint'], ...offered(['complaint.made', 'agency-complaint.made', 'dissent.raised', 'concern.raised'], 'decided') },
]; // prettier-ignore
