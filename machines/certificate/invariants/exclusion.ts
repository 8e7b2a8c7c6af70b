/** What is particular to keeping somebody out. */
import { actsOn, claim, demanded, departs, into, is, knows, moves, offered, onlyAfter, places, within } from './kinds.ts';
import type { Invariant } from './kinds.ts';

export const exclusion: readonly Invariant[] = [
  {
    words: 'No exclusion stands without a ground on record.',
    of: ['exclusion'],
    where: claim('grounds-stated'),
    ...places(within('excluded'), ({ snapshot }, rules) => actsOn(rules, 'exclusion.grounds').some((act) => snapshot.context.done.includes(act))),
  },
  { words: 'Nobody is excluded beforehand unless somebody asked for it.', of: ['exclusion'], ...onlyAfter('excluded', 'exclusion.requested') },
  { words: 'Nobody is excluded beforehand before it was decided.', of: ['exclusion'], ...onlyAfter('excluded', 'exclusion.decided') },
  { words: 'An exclusion without a ground is grounded, or taken back.', of: ['exclusion'], where: claim('grounds-stated'), ...offered(['exclusion.grounded', 'exclusion.withdrawn'], 'groundless') },
  { words: 'An exclusion that is taken back lets the person come.', of: ['exclusion'], ...moves(is('exclusion.withdrawn'), (e) => into('admitted')(e) && !e.next.context.done.includes('exclusion-granted')) },
  { words: 'A refused exclusion lets the person come; a granted one does not.', of: ['exclusion'], ...moves(is('exclusion.decided'), (e) => into('admitted')(e) !== e.move.done.includes('exclusion-granted')) },
  { words: 'A conference can open whoever is excluded, and whoever comes after all.', of: ['exclusion'], ...offered(['conference.opened'], 'excluded', 'admitted') },
  { words: 'Legal advice can be taken before it is decided.', of: ['exclusion'], ...offered(['legal-advice.taken', 'exclusion.decided'], 'asked') },
  { words: 'Nobody has to be excluded: a part of the conference for each is open until it is decided.', of: ['exclusion'], ...offered(['separate-attendance.arranged'], 'concerned', 'asked') },
  { words: 'An exclusion can be asked for where there is a concern.', of: ['exclusion'], ...offered(['exclusion.requested'], 'concerned') },
  { words: 'At any time of the meeting the police can be heard, and a request to record answered.', of: ['exclusion'], ...offered(['police-evidence.given', 'recording.requested', 'conference.closed'], 'meeting') },
  { words: 'Somebody who was warned can still be made to leave.', of: ['exclusion'], ...offered(['person.removed'], 'meeting.orderly', 'meeting.warned') },
  {
    words: 'Nobody is made to leave in order without one warning, where the rulebook asks for it.',
    of: ['exclusion'],
    where: demanded('exclusion.during', 'warned-once'),
    ...moves(is('person.removed'), (e) => knows(e, 'warned-once') || departs(e, 'exclusion.during')),
  },
  { words: 'Whoever was made to leave is still heard.', of: ['exclusion'], ...offered(['views.gathered'], 'meeting.removed') },
  { words: 'The matter is settled only after the person’s record is.', of: ['exclusion'], ...onlyAfter('settled', 'excluded-record.settled') },
  { words: 'The next conference decides afresh before the matter is settled.', of: ['exclusion'], ...onlyAfter('settled', 'next-exclusion.considered') },
]; // prettier-ignore
