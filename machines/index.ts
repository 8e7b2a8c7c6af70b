/**
 * Statecharts and rules: values in, verdicts out. Nothing here reads a file, a clock or a page. What there is, in the order in which
 * somebody needs it: the procedures; a case begun, its moves judged one by one or as a log; what the other rulebooks say of them; what
 * puts a case right; a scenario rehearsed; days counted.
 */
export { procedure, procedures } from './procedures/index.ts';
export type { Procedure, ProcedureSnapshot } from './procedures/index.ts';
export { present, situationOf, situations } from './situations.ts';
export { begin, governing, isAbsolute, judge, possible, sumUp } from './judge.ts';
export type { Judged, Verdict } from './judge.ts';
export type { CaseContext, CaseFacts, Child, Finding, Outcome, ProcedureInput, Rules, Said } from './findings.ts';
export { beside, replay, underRules } from './replay.ts';
export type { Replayed, Step } from './replay.ts';
export { compareMove, parting, topicsOf } from './compare.ts';
export type { Elsewhere } from './compare.ts';
export { remedy, wayOn } from './remedy.ts';
export type { RemedyStep } from './remedy.ts';
export { dateOf, eventOf, LogError, nextDecision, piecesOf, rehearsal, rehearse } from './rehearsal.ts';
export type { Choice, Made, Rehearsed, RehearsalEvent, Script } from './rehearsal.ts';
export { addWorkingDays, CalendarError, CONVENTION, isWorkingDay, openCalendar, reckon, workingDaysBetween } from './working-days.ts';
export type { Amount, Holiday, Reckoned, WorkingCalendar } from './working-days.ts';
