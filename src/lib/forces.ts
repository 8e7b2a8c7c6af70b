/** The forces of a clause: its chief one, and those that other parts of its sentence have beside it. Pure. */
import type { Clause, Modality } from '#content/schema.ts';

type Forced = Pick<Clause, 'modality' | 'also'>;

export const forcesOf = ({ modality, also }: Forced): Modality[] => [...new Set([modality, ...also])];

/** Force first: what leaves no choice, what is expected, what happens, what is allowed, what merely is. */
export const ORDER: readonly Modality[] = ['must', 'must-not', 'may-not', 'should', 'should-not', 'will', 'may', 'is'];

/** The place in that order of the strongest force that a clause has. */
export const rank = (clause: Forced): number => Math.min(...forcesOf(clause).map((force) => ORDER.indexOf(force)));

export const isMust = (clause: Forced): boolean => forcesOf(clause).some((force) => force === 'must' || force === 'must-not');
export const leavesNoChoice = (clause: Forced): boolean => isMust(clause) || forcesOf(clause).includes('may-not');
