/** The widths in which a map is drawn, and what each has room for. */
import type { ProcedureId } from '#content/schema.ts';
import { PLANS } from './plans.ts';

export interface Column {
  x: number;
  w: number;
  /** Where ways that run up or down meet its shapes. */
  line: number;
}
export interface Look {
  width: number;
  /** From one lane to the next, where lanes stand side by side; without it, they stand one below another. */
  pitch?: number;
  main: Column;
  side: Column;
  /** Where the outermost way runs round the right of both columns. */
  back: number;
  /** Whether ways that run there side by side must keep close. */
  tight: boolean;
  label: number;
  small: number;
  /** From one line of small type to the next; a label takes a fifth more. */
  lead: number;
  pad: number;
  gap: number;
  /** Whether there is room for figures beside the parts of a situation. */
  figures: boolean;
}
export const LOOKS = {
  compact: {
    width: 300, main: { x: 1, w: 166, line: 138 }, side: { x: 189, w: 100, line: 256 }, back: 298, tight: true,
    label: 13, small: 12, lead: 15, pad: 7, gap: 17, figures: false,
  },
  wide: {
    width: 640, main: { x: 1, w: 312, line: 252 }, side: { x: 416, w: 200, line: 560 }, back: 638, tight: false,
    label: 16, small: 14, lead: 19, pad: 12, gap: 28, figures: true,
  },
  broad: {
    width: 1258, pitch: 427, main: { x: 1, w: 246, line: 202 }, side: { x: 273, w: 124, line: 356 }, back: 404, tight: true,
    label: 15, small: 13, lead: 15.5, pad: 9, gap: 19, figures: true,
  },
} satisfies Record<string, Look>; // prettier-ignore

export type LookName = keyof typeof LOOKS;
/** The looks that a procedure's map has, from narrow to broad. */
export const looksOf = (procedure: ProcedureId): readonly LookName[] =>
  PLANS[procedure].broad ? ['compact', 'wide', 'broad'] : ['compact', 'wide'];

/** The look of a lane that stands so many lanes to the right. */
export const inLane = (look: Look, lanes: number): Look => {
  const by = (look.pitch ?? 0) * lanes;
  const column = ({ x, w, line }: Column): Column => ({ x: x + by, w, line: line + by });
  return { ...look, main: column(look.main), side: column(look.side), back: look.back + by };
};
