/** What is right to say in one procedure only: what the meeting is called, what was decided there, and what a document covers. */
import type { ProcedureId } from '#content/schema.ts';

export interface Wording {
  /** After “before”, “at” and “after”. */
  meeting: string;
  /** What a rulebook's document covers, or does not. */
  many: string;
  /** What views are for, where they are for a plan and where against. */
  plan: string;
  noPlan: string;
}

const MADE = { plan: 'for a plan', noPlan: 'against a plan' };
const KEPT = { plan: 'for the plan to go on', noPlan: 'for the plan to end' };

export const WORDING: Record<ProcedureId, Wording> = {
  icpc: { meeting: 'the conference', many: 'initial conferences', ...MADE },
  review: { meeting: 'the review', many: 'review conferences', ...KEPT },
  'pre-birth': { meeting: 'the conference', many: 'conferences before a birth', ...MADE },
  'dual-process': { meeting: 'the meeting', many: 'looked after children', ...KEPT },
  exclusion: { meeting: 'the conference', many: 'exclusions from a conference', ...MADE },
  complaint: { meeting: 'the conference', many: 'complaints about a conference', ...KEPT },
};

/** Why a case cannot be played under a rulebook, or several, as the second half of a sentence that begins with their names. */
export const unplayable = (procedure: ProcedureId, covered: boolean, several = false): string =>
  covered
    ? `this case was not made for ${several ? 'them' : 'it'}`
    : `${several ? 'their documents do' : 'its document does'} not cover ${WORDING[procedure].many}`;
