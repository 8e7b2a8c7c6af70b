/** The text twin of a drawn statechart, as plain data: made on the server, shown by Outline.svelte. */
import type { Modality, Stage, TopicId } from '#content/schema.ts';

export interface Outline {
  stages: readonly { stage: Stage; situations: readonly OutlineSituation[] }[];
}
export interface OutlineSituation {
  id: string;
  label: string;
  what: string;
  remedy: boolean;
  final: boolean;
  /** The name of the situation in which this one arises. */
  within?: string;
  /** In words, where only some rulebooks know it. */
  onlyWhere?: string;
  parts: readonly OutlinePart[];
  moves: readonly OutlineMove[];
  topics: readonly OutlineTopic[];
}
export interface OutlinePart {
  id: string;
  label: string;
  steps: readonly { id: string; label: string; what: string }[];
  moves: readonly OutlineMove[];
  topics: readonly OutlineTopic[];
}
/** A move, and where it leads: to one situation, or to another where something is so. */
export interface OutlineMove {
  /** What a team would call it; none where the situation is over of itself. */
  what?: string;
  /** True for a move that skips a step. */
  skips: boolean;
  leads: readonly OutlineLead[];
  topics: readonly OutlineTopic[];
}
export interface OutlineLead {
  /** Where the map's way from here to there leads: the first of its moves. */
  id?: string;
  when?: string;
  to?: { id: string; label: string; linked: boolean };
}
export interface OutlineTopic {
  id: TopicId;
  question: string;
  /** Whether the same situation has asked it above. */
  again?: true;
  /** What the rulebook says, with its force; none without a rulebook, and none where it stands above. */
  says?: { words: string; detail?: string; modality?: Modality; unsaid?: true };
}
