/** What every procedure is made of. */
import type { AnyStateMachine, EventObject, MachineSnapshot, NonReducibleUnknown, ParameterizedObject, StateMachine, StateValue } from 'xstate'; // prettier-ignore
import type { ProcedureId, Stage, TopicId } from '#content/schema.ts';
import type { CaseContext, ProcedureInput } from '../findings.ts';
import type { Tag } from './base.ts';
import type { Claim } from './claims.ts';
import type { EventType, Move } from './events.ts';

export interface SituationMeta {
  /** The situation in a few plain words, as the drawing has it; of a transition, what is so where it is taken. */
  label?: string;
  stage?: Stage;
  /** Of a state, the topics that govern the situation; of a transition, those that the move is judged by. */
  topics?: readonly TopicId[];
  /** A transition only: people skip a step here; the move is out of sequence under whatever rulebook prescribes the step. */
  skips?: boolean;
  /** Only where this claim holds of the rulebook does it know the situation or the transition. */
  onlyIf?: Claim;
}

export type Machine = StateMachine<
  CaseContext, Move, Record<string, never>, never, ParameterizedObject, ParameterizedObject, never,
  StateValue, Tag, ProcedureInput, NonReducibleUnknown, EventObject, SituationMeta, AnyStateMachine['config'], SituationMeta
>; // prettier-ignore
/** Where a case stands: XState's snapshot, with the case as its context. Never changed, only followed by another. */
export type ProcedureSnapshot = MachineSnapshot<CaseContext, Move, Record<string, never>, StateValue, Tag, NonReducibleUnknown, SituationMeta, AnyStateMachine['config']>; // prettier-ignore

/** Acts, dates and topics that arise are worked out the same way in every procedure: see effects.ts and arises.ts. */
export interface Procedure {
  id: ProcedureId;
  title: string;
  machine: Machine;
  /** The moves that it knows, with what a team would call each. */
  events: Readonly<Partial<Record<EventType, string>>>;
}
