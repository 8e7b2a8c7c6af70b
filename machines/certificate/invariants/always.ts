/** What holds of every move of every procedure. */
import { LEADS } from '../leads.ts';
import { metaOf } from '../walk.ts';
import { ALL, MEETINGS, moves, places } from './kinds.ts';
import type { Invariant } from './kinds.ts';

export const always: readonly Invariant[] = [
  {
    words: 'Whatever is found has a clause and a force; silence, and what is left to another document, is never departed from.',
    of: ALL,
    ...moves(
      () => true,
      ({ verdict: { findings } }) =>
        findings.length > 0 &&
        findings.every(({ outcome, clauses, modality, status }) =>
          outcome === 'not-addressed' ? true : clauses.length > 0 && modality !== undefined && (status === 'stated' || status === 'conflicting'),
        ),
    ),
  },
  {
    words: 'A verdict is as grave as the gravest thing found, and names its force.',
    of: ALL,
    ...moves(
      () => true,
      ({ verdict }) => {
        const found = verdict.findings.some((f) => f.outcome === 'departs');
        return (verdict.outcome === 'departs') === found && (verdict.modality !== undefined) === found;
      },
    ),
  },
  {
    words: 'A move that skips a step never complies.',
    of: MEETINGS,
    ...moves((e) => metaOf(e.transition).skips === true, ({ verdict }) => verdict.outcome !== 'complies'),
  },
  {
    words: 'Every move leads to a situation that belongs to it; one that only notes something leaves the situation as it is.',
    of: ALL,
    ...moves(
      () => true,
      (e) => {
        const leads = LEADS[e.procedure][e.move.type];
        return leads === 'stays' ? [...e.outOf].join() === [...e.into].join() : (leads?.some((situation) => e.into.has(situation)) ?? false);
      },
    ),
  },
  {
    words: 'What was shown in a move is known afterwards, and its day is the latest.',
    of: ALL,
    ...moves(
      () => true,
      ({ move, next }) => next.context.today === move.on && move.done.every((act) => next.context.done.includes(act)),
    ),
  },
  {
    words: 'Whatever has to be put right can be: the situation offers a move, and the case goes on from there.',
    of: ALL,
    ...places(({ snapshot }) => snapshot.hasTag('remedy'), ({ offers }) => offers.size > 0),
  },
]; // prettier-ignore
