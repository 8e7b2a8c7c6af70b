/** How a map is composed: what stands beside what. A person decides that; drawing.ts measures, places and joins it up. */
import type { ProcedureId, TopicId } from '#content/schema.ts';

/** What a rulebook says at some place of the map. */
export interface Asks {
  topic: TopicId;
  /** The words before its figure, and the question where it is silent or names another document. */
  before?: string;
  ask?: string;
  /** What stands there where the rulebook answers without a figure. */
  otherwise?: string;
}
export interface Plan {
  /** From top to bottom; in each row first the situation on the main way, then those to its side, from top to bottom. */
  rows: readonly (readonly [main: string, ...side: string[]])[];
  /** Short words for ways, as `from > to`, where the statechart has no label or a longer one. */
  words: Readonly<Record<string, string>>;
  /** Figures in a situation, in one of its parts, or along a way: at its start, or in place of its word. */
  figures: Readonly<Record<string, readonly Asks[]>>;
}

export const PLANS: Partial<Record<ProcedureId, Plan>> = {
  icpc: {
    rows: [
      ['considering', 'notConvened'],
      ['preparing', 'disputed', 'preparing.day.late'],
      ['meeting.considering.sharing', 'inquorate'],
      ['meeting.considering.weighing', 'adjourned'],
      ['meeting.considering.hearing'],
      ['meeting.deciding', 'meeting.evenlySplit'],
      ['meeting.planning', 'meeting.supporting'],
      ['followingThrough', 'tellingThem'],
      ['planUnderWay', 'noPlan'],
    ],
    words: {
      'considering > preparing': 'yes',
      'considering > notConvened': 'no',
      'preparing.day.late > preparing': 'once reported',
      'inquorate > meeting.considering.sharing': 'go ahead',
      'inquorate > adjourned': 'or adjourn',
      'meeting.evenlySplit > meeting.deciding': 'next child',
    },
    figures: {
      'preparing.service': [{ topic: 'convene.notification' }],
      'preparing.report': [{ topic: 'report.family.initial', before: 'family:' }, { topic: 'report.chair.initial', before: 'chair:' }],
      'preparing.papers': [{ topic: 'report.agency.initial' }],
      'start preparing > meeting.considering.sharing': [{ topic: 'icpc.deadline', ask: 'how soon', otherwise: 'no number of days given' }],
      'preparing > meeting.considering.sharing': [{ topic: 'quorum.minimum', before: 'quorate:', ask: 'quorum' }],
      'adjourned': [{ topic: 'quorum.reconvene', before: 'new day', ask: 'new day' }],
      'meeting.deciding': [{ topic: 'decision.made-by', ask: 'by whom' }],
      'meeting.planning.category': [{ topic: 'decision.category' }],
      'meeting.planning.coreGroup': [{ topic: 'plan.first-core-group' }],
      'meeting.planning.review': [{ topic: 'review.first' }],
      'followingThrough.decisions': [{ topic: 'record.decisions' }],
      'followingThrough.letter': [{ topic: 'record.parents-letter' }],
      'followingThrough.minutes': [{ topic: 'record.minutes' }],
      'followingThrough.coreGroup': [{ topic: 'plan.first-core-group' }],
      'tellingThem.decisions': [{ topic: 'record.decisions' }],
      'tellingThem.minutes': [{ topic: 'record.minutes' }],
    },
  },
}; // prettier-ignore
