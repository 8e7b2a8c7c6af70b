/** What a conference chair would call obvious, in words, each held against every place and every move of a walk. */
import { always } from './always.ts';
import { complaint } from './complaint.ts';
import { dualProcess } from './dual-process.ts';
import { exclusion } from './exclusion.ts';
import { icpc } from './icpc.ts';
import { meetings } from './meetings.ts';
import { preBirth } from './pre-birth.ts';
import { review } from './review.ts';

export type { Invariant } from './kinds.ts';
export const INVARIANTS = [...always, ...meetings, ...icpc, ...review, ...preBirth, ...dualProcess, ...exclusion, ...complaint];
