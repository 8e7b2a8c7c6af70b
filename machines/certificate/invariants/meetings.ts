/** What is the same in every conference. */
import { majority } from '../../checks/decider.ts';
import { readings } from '../../checks/index.ts';
import {
  anywhere,
  claim,
  decidedForAll,
  demanded,
  departs,
  everyoneDecided,
  into,
  is,
  knows,
  MEETINGS,
  moves,
  offered,
  onlyAfter,
  outOf,
  places,
  plan,
} from './kinds.ts';
import type { Invariant } from './kinds.ts';

export const meetings: readonly Invariant[] = [
  {
    words: 'No conference meets before it has been opened, or has gone ahead knowingly with too few.',
    of: MEETINGS,
    ...onlyAfter('meeting', 'conference.opened', 'conference.proceeded'),
  },
  {
    words: 'No plan is made, kept or ended before a decision.',
    of: ['icpc', 'pre-birth'],
    ...onlyAfter('meeting.planning', 'decision.made'),
  },
  { words: 'No family is told that there is no plan before a decision.', of: ['icpc', 'pre-birth'], ...onlyAfter('meeting.supporting', 'decision.made') },
  { words: 'A plan goes on only after a decision.', of: ['review'], ...onlyAfter('meeting.continuing', 'decision.made') },
  { words: 'A plan ends at a review only after a decision.', of: ['review'], ...onlyAfter('meeting.ending', 'decision.made') },
  {
    words: 'There is a decision for every child before a plan is made, and for one of them at least it is a plan.',
    of: ['icpc', 'pre-birth'],
    ...places(anywhere(['meeting.planning', 'followingThrough', 'beforeBirth', 'planUnderWay']), (p) => decidedForAll(p) && plan(p).includes('plan')),
  },
  {
    words: 'A plan goes on, or two plans do, only where that was decided for a child.',
    of: ['review', 'dual-process'],
    ...places(anywhere(['meeting.continuing', 'followingThrough', 'keepingBoth']), (p) => decidedForAll(p) && plan(p).includes('plan')),
  },
  {
    words: 'A conference ends without a plan only where that was decided for every child.',
    of: MEETINGS,
    ...places(anywhere(['meeting.supporting', 'meeting.ending', 'tellingThem', 'keepingOne', 'noPlan']), (p) => decidedForAll(p) && !plan(p).includes('plan')),
  },
  {
    words: 'Only the chair of a rulebook that counts votes has a casting vote, and only after an even split, which decides nothing.',
    of: MEETINGS,
    where: claim('majority-decides'),
    ...moves(
      (e) => is('casting-vote.given')(e) || (is('decision.made')(e) && into('meeting.evenlySplit')(e)),
      (e) =>
        is('casting-vote.given')(e)
          ? outOf('meeting.evenlySplit')(e)
          : Object.values(e.move.views ?? {}).filter((v) => v === 'plan').length * 2 === Object.values(e.move.views ?? {}).length &&
            e.next.context.outcomes === e.from.context.outcomes,
    ),
  },
  {
    words: 'An even split goes to the chair, where the majority decides.',
    of: MEETINGS,
    where: claim('majority-decides'),
    ...moves(
      (e) => is('decision.made')(e) && majority(e.move.views) === 'tie' && (e.move.method === 'majority' || e.move.method === 'consensus'),
      into('meeting.evenlySplit'),
    ),
  },
  {
    words: 'While a child is undecided the conference goes on deciding.',
    of: MEETINGS,
    ...moves(
      (e) => is('decision.made', 'casting-vote.given', 'decision.revised', 'exception.shown')(e) && !everyoneDecided(e),
      into('meeting.deciding', 'meeting.evenlySplit', 'meeting.endingBarred'),
    ),
  },
  {
    words: 'A plan for one child is made whatever is decided for the others, and without one the family is offered help.',
    of: ['icpc', 'pre-birth', 'review'],
    ...moves(
      (e) => is('decision.made', 'casting-vote.given')(e) && everyoneDecided(e) && !into('meeting.evenlySplit', 'meeting.endingBarred')(e),
      (e) => into('meeting.planning', 'meeting.continuing')(e) === Object.values(e.next.context.outcomes).includes('plan'),
    ),
  },
  {
    words: 'Before a conference, who is excluded stays away, and who is not comes.',
    of: MEETINGS,
    ...moves(is('exclusion.decided'), (e) => into('preparing.attendance.excluded')(e) === e.move.done.includes('exclusion-granted')),
  },
  {
    words: 'Too few at the table stop the conference, and nothing else does: the way it takes is the way that the findings explain.',
    of: MEETINGS,
    ...moves(
      is('conference.opened'),
      (e) => into('inquorate')(e) === departs(e, 'quorum.minimum', 'quorum.review'),
    ),
  },
  {
    words: 'An inquorate conference meets only by going ahead knowingly, or on another day with enough agencies.',
    of: MEETINGS,
    ...moves(
      (e) => outOf('inquorate', 'adjourned')(e) && into('meeting')(e),
      (e) =>
        e.move.type === 'conference.proceeded'
          ? outOf('inquorate')(e) && e.next.context.done.includes('inquorate-conference-held')
          : e.move.type === 'conference.opened' && !departs(e, 'quorum.minimum', 'quorum.review'),
    ),
  },
  {
    words: 'A day that is too late makes the conference late, and a day in time does not; so does putting it off to no day, or where no time is set.',
    of: ['icpc', 'review', 'pre-birth'],
    ...moves(is('conference.fixed', 'conference.postponed'), (e) => {
      const timed = e.verdict.findings.filter(
        ({ topic, expected }) =>
          ['icpc.deadline', 'transfer.deadline', 'review.first', 'review.later', 'prebirth.first-review', 'prebirth.window'].includes(topic) &&
          (expected.is === 'date' || expected.is === 'window'),
      );
      const late = timed.some(
        ({ outcome, expected, actual }) =>
          outcome === 'departs' && !(expected.is === 'window' && actual?.is === 'date' && actual.date < expected.from),
      );
      return e.next.hasTag('late') === (late || (e.move.type === 'conference.postponed' && !timed.length));
    }),
  },
  {
    words: 'No decision passes without every agency’s view having been asked, where the chair must hear them all.',
    of: MEETINGS,
    where: (rules) => (rules['decision.made-by'] ? readings(rules['decision.made-by']) : []).some(({ value }) => value.kind === 'decider' && value.method === 'hearing-all'),
    ...moves(
      (e) => is('decision.made')(e) && e.move.method !== undefined,
      (e) => knows(e, 'every-agency-asked') || e.verdict.outcome !== 'complies',
    ),
  },
  {
    words: 'No conference that made a plan closes in order without a lead social worker.',
    of: ['icpc', 'pre-birth'],
    where: demanded('plan.lead-social-worker', 'lead-named'),
    ...moves(
      (e) => is('conference.closed')(e) && outOf('meeting.planning')(e),
      (e) => knows(e, 'lead-named') || departs(e, 'plan.lead-social-worker'),
    ),
  },
  {
    words: 'No conference that made a plan closes in order without a core group.',
    of: ['icpc', 'pre-birth'],
    where: demanded('plan.core-group', 'core-group-named'),
    ...moves(
      (e) => is('conference.closed')(e) && outOf('meeting.planning')(e),
      (e) => knows(e, 'core-group-named') || departs(e, 'plan.core-group'),
    ),
  },
  {
    words: 'No plan is left without a day for its review.',
    of: ['icpc', 'pre-birth', 'review'],
    where: demanded('plan.review-date', 'review-dated', true),
    ...moves(
      (e) => is('conference.closed')(e) && outOf('meeting.planning', 'meeting.continuing')(e),
      (e) => knows(e, 'review-dated') || departs(e, 'plan.review-date'),
    ),
  },
  {
    words: 'A conference can be put off, opened, and asked to exclude somebody, at any time before it.',
    of: ['icpc', 'review', 'pre-birth'],
    ...offered(['conference.fixed', 'conference.postponed', 'conference.opened', 'separate-attendance.arranged'], 'preparing'),
  },
  { words: 'An exclusion can be asked for before any conference.', of: MEETINGS, ...offered(['exclusion.requested'], 'preparing.attendance.everybody') },
  { words: 'An exclusion that is asked for is decided.', of: MEETINGS, ...offered(['exclusion.decided'], 'preparing.attendance.asked') },
  { words: 'Who is excluded is told, is heard in another way, and has it settled what they get of the report.', of: MEETINGS, ...offered(['person.told', 'views.gathered', 'report.settled'], 'preparing.attendance.excluded') },
  { words: 'Members of a family can be asked to come separately to any conference.', of: MEETINGS, ...offered(['separate-attendance.arranged'], 'preparing') },
  { words: 'Nobody is excluded before somebody has asked for it.', of: MEETINGS, ...onlyAfter('preparing.attendance.excluded', 'exclusion.requested') },
  {
    words: 'The chair can be given the social worker’s report at any time before the conference.',
    of: MEETINGS,
    ...offered(['report.lodged'], 'preparing'),
  },
  { words: 'A late conference can be reported as late, and put right by another day.', of: ['icpc', 'review', 'pre-birth'], ...offered(['delay.reported', 'conference.fixed'], 'preparing.day.late') },
  { words: 'A delay can be reported while an adjourned conference waits.', of: MEETINGS, ...offered(['delay.reported', 'conference.opened'], 'adjourned') },
  { words: 'A chair can always hold a conference back, and then adjourn it or go ahead.', of: MEETINGS, ...offered(['conference.held-back'], 'preparing', 'adjourned') },
  { words: 'Too few at the table leave two ways: go ahead, or adjourn.', of: MEETINGS, ...offered(['conference.proceeded', 'conference.adjourned'], 'inquorate') },
  {
    words: 'At any time of a meeting the police can be heard, somebody can be made to leave, and a request to record can be answered.',
    of: MEETINGS,
    ...offered(['recording.requested', 'police-evidence.given', 'person.removed'], 'meeting'),
  },
  { words: 'Court proceedings can be considered at any time of a review.', of: ['review', 'dual-process'], ...offered(['proceedings.considered'], 'meeting') },
  {
    words: 'Whoever disagrees is heard until the meeting ends: an agency, and the parents.',
    of: ['icpc', 'review', 'pre-birth'],
    ...offered(['dissent.handled', 'parents.answered'], 'meeting.planning', 'meeting.supporting', 'meeting.continuing', 'meeting.ending'),
  },
  { words: 'An agency’s dissent is dealt with before a combined meeting goes on to its second part.', of: ['dual-process'], ...offered(['dissent.handled'], 'meeting.between') },
  {
    words: 'A family without a plan is offered help before the meeting closes, and so is one of whom a child has none.',
    of: ['icpc', 'review'],
    ...offered(['support.agreed'], 'meeting.planning', 'meeting.supporting', 'meeting.continuing', 'meeting.ending'),
  },
  { words: 'Help can be agreed where an unborn child needs no plan.', of: ['pre-birth'], ...offered(['support.agreed'], 'meeting.supporting') },
  {
    words: 'While the records go out, dissent, a request for the record and the child’s copy can be dealt with.',
    of: MEETINGS,
    ...offered(['dissent.handled', 'record.requested', 'child-copy.settled'], 'followingThrough', 'tellingThem', 'beforeBirth', 'keepingBoth', 'keepingOne'),
  },
  {
    words: 'Minutes are corrected only after they have gone out.',
    of: MEETINGS,
    ...moves(is('minutes.settled'), (e) => e.from.context.dates['receipt-of-record'] !== undefined),
  },
]; // prettier-ignore
