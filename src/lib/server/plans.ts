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
  /** Whether its three lanes can stand side by side: what leads from one to the next leaves at the foot of its lane. */
  broad?: true;
  /** From top to bottom; in each row first the situation on the main way, then those to its side, from top to bottom. */
  rows: readonly (readonly [main: string, ...side: string[]])[];
  /** Short words for ways, as `from > to`, where the statechart has no label or a longer one. */
  words: Readonly<Record<string, string>>;
  /** Figures in a situation, in one of its parts, or along a way: at its start, or in place of its word. */
  figures: Readonly<Record<string, readonly Asks[]>>;
}

const QUORUM = 'quorum.minimum';
/** What every meeting says on the map. */
const MEETING_WORDS = {
  'preparing.day.late > preparing': 'once reported',
  'inquorate > meeting.considering.sharing': 'go ahead',
  'inquorate > adjourned': 'or adjourn',
  'meeting.evenlySplit > meeting.deciding': 'next child',
};
const meeting = (quorum: TopicId): Plan['figures'] => ({
  'preparing > meeting.considering.sharing': [{ topic: quorum, before: 'quorate:', ask: 'quorum' }],
  adjourned: [{ topic: 'quorum.reconvene', before: 'new day', ask: 'new day' }],
  'meeting.deciding': [{ topic: 'decision.made-by', ask: 'by whom' }],
});
const reports = (kind: 'initial' | 'review'): Plan['figures'] => ({
  'preparing.report': [{ topic: `report.family.${kind}`, before: 'family:' }, { topic: `report.chair.${kind}`, before: 'chair:' }],
  'preparing.papers': [{ topic: `report.agency.${kind}` }],
}); // prettier-ignore

export const PLANS: Record<ProcedureId, Plan> = {
  icpc: {
    broad: true,
    rows: [
      ['considering', 'notConvened', 'disputed', 'temporary', 'receiving'],
      ['preparing', 'preparing.day.late'],
      ['meeting.considering.sharing', 'inquorate'],
      ['meeting.considering.weighing', 'adjourned'],
      ['meeting.considering.hearing'],
      ['meeting.deciding', 'meeting.evenlySplit'],
      ['meeting.planning', 'meeting.supporting'],
      ['followingThrough', 'tellingThem'],
      ['planUnderWay', 'noPlan'],
    ],
    words: {
      ...MEETING_WORDS,
      'considering > preparing': 'yes',
      'considering > notConvened': 'no',
      'considering > receiving': 'moved in',
      'receiving > temporary': 'for a time',
    },
    figures: {
      ...meeting(QUORUM),
      ...reports('initial'),
      'preparing.service': [{ topic: 'convene.notification' }],
      'preparing.attendance': [{ topic: 'exclusion.notice' }],
      'start preparing > meeting.considering.sharing': [{ topic: 'icpc.deadline', ask: 'how soon', otherwise: 'no number of days given' }],
      'receiving > preparing': [{ topic: 'transfer.deadline', ask: 'how soon' }],
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
  review: {
    broad: true,
    rows: [
      ['underPlan', 'endedTooSoon', 'movedAway'],
      ['preparing', 'outlived', 'informing', 'endedWithout', 'preparing.day.late'],
      ['meeting.considering.sharing', 'inquorate'],
      ['meeting.considering.weighing', 'adjourned'],
      ['meeting.considering.hearing'],
      ['meeting.deciding', 'meeting.evenlySplit', 'meeting.endingBarred'],
      ['meeting.continuing', 'meeting.ending'],
      ['followingThrough', 'tellingThem'],
      ['planContinues', 'planEnded'],
    ],
    words: { ...MEETING_WORDS },
    figures: {
      ...meeting('quorum.review'),
      ...reports('review'),
      'preparing.invitations': [{ topic: 'review.invitations' }],
      'preparing.attendance': [{ topic: 'exclusion.notice' }],
      'underPlan > preparing': [{ topic: 'review.first', before: 'first:', ask: 'first' }, { topic: 'review.later', before: 'later:', ask: 'later' }],
      'meeting.continuing.category': [{ topic: 'decision.category' }],
      'meeting.continuing.review': [{ topic: 'review.later' }],
      'followingThrough.decisions': [{ topic: 'record.decisions' }],
      'followingThrough.letter': [{ topic: 'record.parents-letter' }],
      'followingThrough.minutes': [{ topic: 'record.minutes' }],
      'tellingThem.minutes': [{ topic: 'record.minutes' }],
    },
  },
  'pre-birth': {
    broad: true,
    rows: [
      ['concerned', 'notConvened'],
      ['preparing', 'preparing.day.late'],
      ['meeting.considering.sharing', 'inquorate'],
      ['meeting.considering.weighing', 'adjourned'],
      ['meeting.considering.hearing'],
      ['meeting.deciding', 'meeting.evenlySplit'],
      ['meeting.planning', 'meeting.supporting'],
      ['beforeBirth', 'tellingThem'],
      ['reviewed', 'noPlan'],
    ],
    words: { ...MEETING_WORDS, 'concerned > preparing': 'yes', 'concerned > notConvened': 'no' },
    figures: {
      ...meeting(QUORUM),
      ...reports('initial'),
      'preparing.service': [{ topic: 'convene.notification' }],
      'preparing.attendance': [{ topic: 'exclusion.notice' }],
      'start preparing > meeting.considering.sharing': [{ topic: 'prebirth.window', ask: 'at which point of the pregnancy' }],
      'meeting.planning.category': [{ topic: 'decision.category' }],
      'meeting.planning.coreGroup': [{ topic: 'prebirth.core-group' }],
      'meeting.planning.review': [{ topic: 'prebirth.first-review' }],
      'beforeBirth.decisions': [{ topic: 'record.decisions' }],
      'beforeBirth.letter': [{ topic: 'record.parents-letter' }],
      'beforeBirth.minutes': [{ topic: 'record.minutes' }],
      'beforeBirth.coreGroup': [{ topic: 'prebirth.core-group' }],
      'beforeBirth.baby': [{ topic: 'prebirth.first-review', before: 'review' }],
      'tellingThem.decisions': [{ topic: 'record.decisions' }],
      'tellingThem.minutes': [{ topic: 'record.minutes' }],
    },
  },
  'dual-process': {
    broad: true,
    rows: [
      ['lookedAfter', 'requested', 'noConference'],
      ['underPlan'],
      ['preparing'],
      ['meeting.considering.sharing', 'inquorate'],
      ['meeting.considering.weighing', 'adjourned'],
      ['meeting.considering.hearing'],
      ['meeting.deciding', 'meeting.evenlySplit', 'meeting.endingBarred'],
      ['meeting.between', 'meeting.overcrowded'],
      ['meeting.secondPart'],
      ['meeting.dating'],
      ['keepingBoth', 'keepingOne'],
      ['dualPlanning', 'carePlanOnly'],
    ],
    words: { ...MEETING_WORDS, 'meeting.deciding > meeting.between': 'all decided' },
    figures: {
      ...meeting('quorum.review'),
      ...reports('review'),
      'preparing.attendance': [{ topic: 'exclusion.notice' }],
      'keepingBoth.minutes': [{ topic: 'record.minutes' }],
      'keepingOne.minutes': [{ topic: 'record.minutes' }],
    },
  },
  exclusion: {
    broad: true,
    rows: [
      ['concerned'],
      ['asked', 'admitted'],
      ['excluded', 'groundless'],
      ['meeting.orderly', 'meeting.warned', 'meeting.removed'],
      ['recording'],
      ['next'],
      ['settled'],
    ],
    words: {},
    figures: { 'concerned > asked': [{ topic: 'exclusion.notice', ask: 'how long before' }], asked: [{ topic: 'exclusion.decider', ask: 'by whom' }] },
  },
  complaint: {
    rows: [
      ['decided', 'withAgency', 'talkedOver', 'disagreeing', 'escalated'],
      ['complained', 'suspended'],
      ['answered', 'reconvening'],
      ['closed', 'beyond'],
    ],
    words: {},
    figures: {},
  },
}; // prettier-ignore
