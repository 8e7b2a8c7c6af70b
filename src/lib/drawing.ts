/** What a drawn statechart and its outline are made of: plain data, laid out on the server, shown by Statechart.svelte and Outline.svelte. */
import type { RulebookId, Stage, TopicId } from '#content/schema.ts';

/** The three lanes, by stage. */
export const LANE: Readonly<Record<Stage, string>> = { before: 'Before', at: 'At the conference', after: 'After' };

export type Point = readonly [x: number, y: number];
/** Lines of text, the first with its baseline at `y`. */
export interface Text {
  lines: readonly string[];
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
}
/** What a rulebook has to say where it states nothing: the words for it, and the mark. */
export type Unsaid = 'silent' | 'elsewhere';

/** One of the things that go on side by side in a situation: its steps are the states of that region. */
export interface Part {
  id: string;
  name: string;
  label: Text;
  /** The figure that the rulebook gives for it, or that it gives none. */
  figure?: Text;
  unsaid?: Unsaid;
  steps: readonly Step[];
  /** Its steps, where the situation is unfolded. */
  chips?: readonly Chip[];
}
export interface Chip extends Step {
  text: Text;
  x: number;
  y: number;
  w: number;
  h: number;
}
export interface Step {
  id: string;
  label: string;
  done: boolean;
  remedy: boolean;
}
export interface Shape {
  id: string;
  name: string;
  label: Text;
  notes: readonly Text[];
  stage: Stage;
  /** On the way that runs straight down. */
  main: boolean;
  remedy: boolean;
  final: boolean;
  /** It exists only where a rulebook says a certain thing. */
  ruleDependent: boolean;
  /** The shape in which this situation arises, for one that is drawn beside it. */
  within?: string;
  unsaid?: Unsaid;
  x: number;
  y: number;
  w: number;
  h: number;
  topics: readonly TopicId[];
  parts: readonly Part[];
  /** Where its parts show their steps. */
  open?: true;
}
export interface Edge {
  from: string;
  to: string;
  moves: readonly { event: string; label?: string; topics: readonly TopicId[] }[];
  main: boolean;
  remedy: boolean;
  ruleDependent: boolean;
  points: readonly Point[];
  unsaid?: Unsaid;
  /** The path as SVG has it, and its arrowhead; none where another way that is drawn already leads there. */
  path: string;
  head: string;
  /** The word before its end, and what a rulebook says at its start. */
  label?: Text;
  start?: Text;
}
export interface Lane {
  stage: Stage;
  label: Text;
  x: number;
  y: number;
  w: number;
  h: number;
}
export interface Drawing {
  name: string;
  rulebook?: RulebookId;
  /** The situation that is unfolded. */
  unfolded?: string;
  width: number;
  height: number;
  /** Sizes of type, in units of the drawing: of situations, of everything else, and from one line to the next. */
  type: { label: number; small: number; lead: number };
  lanes: readonly Lane[];
  shapes: readonly Shape[];
  edges: readonly Edge[];
}

/** The place in the outline of the moves that lead from one situation to another. */
export const wayId = (from: string, to: string): string => `${from}-to-${to}`;
