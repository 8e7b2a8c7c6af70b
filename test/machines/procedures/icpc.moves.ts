/**
 * A case for walking through the statechart of the initial conference, and its moves with every particular that a guard or a check
 * tells apart. Days are the same in every variant of one kind, so that they do not multiply the walk.
 */
import type { CaseFacts, ProcedureInput } from '#machines/findings.ts';
import { begin, judge } from '#machines/judge.ts';
import type { IcpcEvent } from '#machines/procedures/icpc.ts';
import { procedure } from '#machines/procedures/index.ts';
import { agencies } from '../setting.ts';

export const facts: CaseFacts = {
  children: [
    { id: 'ama', name: 'Ama', born: '2011-02-10' },
    { id: 'kofi', name: 'Kofi', born: '2018-09-30' },
  ],
  dates: { 'strategy-discussion': '2024-03-14' },
  circumstances: ['harm-believed', 'enquiries-made', 'strategy-discussion-held', 'police-referral-made'],
};

const room = {
  quorate: agencies(
    'social-care: direct-and-enquiries',
    'school: direct-and-enquiries',
    'police: enquiries',
    'health-visitor: direct-and-enquiries',
  ),
  inquorate: agencies('social-care: direct-and-enquiries', 'school: direct', 'mental-health: expertise'),
};
const even = { 'social-care': 'plan', school: 'plan', police: 'no-plan', 'health-visitor': 'no-plan' } as const;
const most = { 'social-care': 'plan', school: 'plan', police: 'plan', 'health-visitor': 'no-plan' } as const;
const both = (outcome: 'plan' | 'no-plan') => ({ ama: outcome, kofi: outcome });
const [fixed, held, again] = ['2024-04-02', '2024-04-05', '2024-04-12'];
const late = '2024-06-20';

export function icpcMoves(): IcpcEvent[] {
  const opened = (on: string): IcpcEvent[] => [
    { type: 'conference.opened', on, done: ['chair-independent-of-case'], present: room.quorate },
    { type: 'conference.opened', on, done: [], present: room.inquorate },
    { type: 'conference.opened', on, done: ['judged-too-few'], present: room.quorate },
  ];
  return [
    { type: 'conference.convened', on: '2024-03-18', by: 'team-manager', done: ['reasons-recorded'] },
    { type: 'conference.declined', on: '2024-03-18', by: 'social-worker', done: [] },
    { type: 'conference.declined', on: '2024-03-18', done: ['agencies-disagree-on-convening', 'requested-by-professional'] },
    { type: 'disagreement.settled', on: '2024-03-20', done: ['conflict-resolution-followed', 'conference-convened'] },
    { type: 'disagreement.settled', on: '2024-03-20', done: [] },
    { type: 'service.notified', on: '2024-03-19', done: [] },
    { type: 'conference.fixed', on: '2024-03-19', done: [], for: held, countedFrom: 'strategy-discussion' },
    { type: 'conference.fixed', on: '2024-03-19', done: [], for: late },
    { type: 'conference.postponed', on: '2024-03-21', done: [], for: late },
    { type: 'conference.postponed', on: '2024-03-21', done: [], for: held },
    { type: 'conference.postponed', on: '2024-03-21', done: [] },
    { type: 'delay.reported', on: '2024-03-21', done: ['delay-reported-to-manager', 'delay-reasons-given', 'child-monitored'] },
    { type: 'invitations.sent', on: '2024-03-20', done: ['parents-invited'], invited: ['ama'] },
    { type: 'report.shared', on: fixed, done: ['report-shared-with-parents', 'report-handed-over'] },
    { type: 'report.lodged', on: fixed, done: ['report-shared-with-chair'] },
    { type: 'agency-reports.received', on: fixed, done: [] },
    { type: 'family.met', on: held, done: ['chair-met-parents'] },
    ...opened(held),
    ...opened(again),
    { type: 'conference.proceeded', on: held, by: 'chair', done: ['information-sufficient'] },
    { type: 'conference.adjourned', on: held, for: again, done: ['interim-plan-made'] },
    { type: 'conference.adjourned', on: held, done: [] },
    { type: 'information.shared', on: held, done: ['purpose-set-out'] },
    { type: 'threshold.put', on: held, done: ['asked-has-suffered', 'asked-likely-to-suffer', 'asked-continuing-risk'] },
    { type: 'views.heard', on: held, done: ['every-agency-asked'] },
    { type: 'decision.made', on: held, done: [], method: 'majority', views: even, outcomes: both('plan') },
    { type: 'decision.made', on: held, done: [], method: 'consensus', views: even },
    { type: 'decision.made', on: held, done: [], method: 'chair', views: even, outcomes: both('plan') },
    { type: 'decision.made', on: held, done: [], method: 'majority', views: most, outcomes: both('plan') },
    { type: 'decision.made', on: held, done: [], method: 'chair', views: most, outcomes: both('no-plan') },
    { type: 'decision.made', on: held, done: ['each-child-considered-separately'], method: 'chair', outcomes: { ama: 'plan' } },
    { type: 'decision.made', on: held, done: [], method: 'social-care', outcomes: { ama: 'no-plan' } },
    { type: 'decision.made', on: held, done: [], method: 'consensus', outcomes: { kofi: 'plan' } },
    { type: 'decision.made', on: held, done: [], outcomes: { kofi: 'no-plan' } },
    { type: 'decision.made', on: held, done: [] },
    { type: 'casting-vote.given', on: held, done: [], by: 'chair', method: 'casting-vote', views: even, outcomes: both('plan') },
    { type: 'casting-vote.given', on: held, done: [], by: 'chair', method: 'casting-vote', views: even, outcomes: both('no-plan') },
    { type: 'casting-vote.given', on: held, done: [], by: 'chair', method: 'casting-vote', outcomes: { ama: 'plan' } },
    { type: 'category.determined', on: held, done: [], by: 'chair', categories: ['neglect'] },
    { type: 'category.determined', on: held, done: ['agencies-cannot-agree-category'], by: 'agencies', categories: ['neglect', 'emotional'] },
    { type: 'dissent.handled', on: held, done: ['agency-dissents', 'dissent-recorded'] },
    { type: 'parents.answered', on: held, done: ['parents-disagree', 'disagreement-discussed'] },
    { type: 'lead.named', on: held, done: ['lead-qualified'] },
    { type: 'core-group.formed', on: held, for: '2024-04-16', weeks: 6, done: ['core-group-includes-family'] },
    { type: 'core-group.formed', on: held, done: [] },
    { type: 'plan.outlined', on: held, weeks: 2, done: ['contingency-made'] },
    { type: 'review.dated', on: held, for: '2024-07-01', done: [] },
    { type: 'support.agreed', on: held, done: ['support-recommended'] },
    { type: 'conference.closed', on: held, hours: 2, done: [] },
    { type: 'conference.closed', on: held, hours: 3, done: [] },
    { type: 'decisions.sent', on: '2024-04-08', done: ['decision-in-writing-to-parents'] },
    { type: 'parents.written', on: '2024-04-08', done: [] },
    { type: 'minutes.sent', on: '2024-04-30', done: [] },
    { type: 'core-group.met', on: '2024-04-16', by: 'team-manager', weeks: 6, done: [] },
  ]; // prettier-ignore
}

/** A log that the picks lead to: each takes one of the moves that the situation takes, or, one time in eight, any move at all. */
export function icpcLog(input: ProcedureInput, picks: readonly number[]): IcpcEvent[] {
  const icpc = procedure('icpc');
  const all = icpcMoves();
  let snapshot = begin(icpc, input);
  return picks.flatMap((pick) => {
    const taken = all.filter((move) => icpc.machine.getTransitionData(snapshot, move).length);
    const from = pick % 8 === 0 || !taken.length ? all : taken;
    const move = from[Math.floor(pick / 8) % from.length];
    if (!move) return [];
    snapshot = judge(icpc, snapshot, move).next;
    return [move];
  });
}
