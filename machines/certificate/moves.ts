/**
 * What the statecharts are walked with: a few cases for each procedure, and every move with every particular that a guard or a check
 * tells apart. Days are the same in every variant of one kind, so that they do not multiply the walk.
 */
import type { Attendance, ProcedureId } from '#content/schema.ts';
import type { CaseFacts } from '../findings.ts';
import type { Move } from '../procedures/events.ts';
import type { Procedure } from '../procedures/procedure.ts';

const siblings = [
  { id: 'ama', name: 'Ama', born: '2011-02-10' },
  { id: 'kofi', name: 'Kofi', born: '2018-09-30' },
];
const convenable = ['harm-believed', 'enquiries-made', 'strategy-discussion-held', 'police-referral-made'];

/** The same day may be in time under one rulebook and late under another: both kinds are walked. */
export const CASES: Readonly<Record<ProcedureId, readonly CaseFacts[]>> = {
  icpc: [{ children: siblings, dates: { 'strategy-discussion': '2024-03-14' }, circumstances: convenable }],
  review: [
    { children: siblings, dates: { 'initial-conference': '2024-01-09' }, circumstances: ['plan-for-neglect'] },
    { children: siblings, dates: { 'initial-conference': '2023-07-10', 'previous-review': '2023-10-09' }, circumstances: ['inquorate-conference-held'] },
  ],
  'pre-birth': [{ children: [{ id: 'baby', name: 'the baby' }], dates: { 'strategy-discussion': '2024-03-14', 'expected-birth': '2024-06-14' }, circumstances: ['harm-believed'] }],
  'dual-process': [
    { children: siblings, dates: { 'initial-conference': '2024-01-09' }, circumstances: ['plan-in-force', 'plan-for-neglect'] },
    { children: siblings, dates: { 'initial-conference': '2023-07-10', 'previous-review': '2023-10-09' }, circumstances: ['plan-in-force'] },
  ],
  exclusion: [{ children: siblings, dates: { conference: '2024-04-05', 'initial-conference': '2024-04-05' }, circumstances: ['parent-under-investigation'] }],
  complaint: [{ children: siblings, dates: { conference: '2024-03-05', 'initial-conference': '2024-03-05' }, circumstances: [] }],
}; // prettier-ignore

type Contact = Attendance['contact'];
const came = (...present: [Attendance['agency'], Contact][]): Attendance[] => present.map(([agency, contact]) => ({ agency, contact }));
const room = {
  quorate: came(['social-care', 'direct-and-enquiries'], ['school', 'direct-and-enquiries'], ['police', 'enquiries'], ['health-visitor', 'direct-and-enquiries']),
  inquorate: came(['social-care', 'direct-and-enquiries'], ['school', 'direct'], ['mental-health', 'expertise']),
}; // prettier-ignore
const even = { 'social-care': 'plan', school: 'plan', police: 'no-plan', 'health-visitor': 'no-plan' } as const;
const most = { 'social-care': 'plan', school: 'plan', police: 'plan', 'health-visitor': 'no-plan' } as const;

const [fixed, held, again, later] = ['2024-04-02', '2024-04-05', '2024-04-12', '2024-06-20'];

const convening: Move[] = [
  { type: 'conference.convened', on: '2024-03-18', by: 'team-manager', done: ['reasons-recorded', 'prebirth-assessment-concern', 'parental-risk-factors', 'parental-risk-weighed'] },
  { type: 'conference.convened', on: '2024-03-18', done: [] },
  { type: 'conference.declined', on: '2024-03-18', by: 'social-worker', done: [] },
  { type: 'conference.declined', on: '2024-03-18', done: ['agencies-disagree-on-convening', 'requested-by-professional'] },
  { type: 'disagreement.settled', on: '2024-03-20', done: ['conflict-resolution-followed', 'conference-convened'] },
  { type: 'disagreement.settled', on: '2024-03-20', done: [] },
  { type: 'order.made', on: '2024-03-18', for: '2024-03-26', done: [] },
  { type: 'assessments.concluded', on: '2024-03-28', done: [] },
  { type: 'move.notified', on: '2024-03-18', done: ['counterparts-told', 'chronology-received'] },
  { type: 'transfer.agreed', on: '2024-03-19', done: ['move-deemed-permanent', 'accommodation-secured'] },
  { type: 'transfer.declined', on: '2024-03-19', done: ['move-is-temporary', 'temporary-list-asked-for'] },
  { type: 'pregnancy.referred', on: '2024-02-12', done: ['early-referral-considered'] },
]; // prettier-ignore

const preparing: Move[] = [
  { type: 'service.notified', on: '2024-03-19', done: [] },
  { type: 'conference.fixed', on: '2024-03-19', done: [], for: held, countedFrom: 'strategy-discussion' },
  { type: 'conference.fixed', on: '2024-03-19', done: [], for: later },
  { type: 'conference.fixed', on: '2024-03-05', done: ['premature-birth-likely'], for: '2024-03-08' },
  { type: 'conference.postponed', on: '2024-03-21', done: [], for: later },
  { type: 'conference.postponed', on: '2024-03-21', done: [], for: held },
  { type: 'conference.postponed', on: '2024-03-05', done: [], for: '2024-03-12' },
  { type: 'conference.postponed', on: '2024-03-21', done: [] },
  { type: 'delay.reported', on: '2024-03-21', done: ['delay-reported-to-manager', 'delay-reasons-given', 'child-monitored'] },
  { type: 'invitations.sent', on: '2024-03-20', done: ['parents-invited', 'midwifery-invited'], invited: ['ama'] },
  { type: 'report.endorsed', on: fixed, done: ['report-endorsed'] },
  { type: 'report.shared', on: fixed, done: ['report-shared-with-parents', 'report-handed-over'] },
  { type: 'report.lodged', on: fixed, done: ['report-shared-with-chair'] },
  { type: 'agency-reports.received', on: fixed, done: ['police-not-attending'] },
  { type: 'core-group-report.made', on: fixed, done: ['core-group-reported'] },
  { type: 'family.met', on: held, done: ['chair-met-parents'] },
  { type: 'chair.settled', on: fixed, done: ['reviewing-officer-considered', 'independence-kept'] },
]; // prettier-ignore

const excluding: Move[] = [
  { type: 'separate-attendance.arranged', on: fixed, done: ['interests-conflict', 'separate-parts-planned', 'child-welfare-first'] },
  { type: 'exclusion.requested', on: fixed, by: 'social-worker', done: ['ground-named', 'evidence-given', 'disruption-likely'] },
  { type: 'exclusion.requested', on: held, by: 'school', done: [] },
  { type: 'legal-advice.taken', on: fixed, done: ['legal-advice-taken'] },
  { type: 'exclusion.decided', on: fixed, by: 'chair', done: ['exclusion-granted', 'shortest-time', 'exclusion-recorded'] },
  { type: 'exclusion.decided', on: fixed, by: 'chair', done: ['exclusion-granted', 'disruption-likely', 'shortest-time', 'exclusion-recorded'] },
  { type: 'exclusion.decided', on: fixed, by: 'social-worker', done: ['exclusion-granted', 'excluded-before', 'excluded-because-excluded-before'] },
  { type: 'exclusion.decided', on: fixed, by: 'chair', done: [] },
  { type: 'exclusion.grounded', on: fixed, done: ['disruption-likely', 'exclusion-recorded'] },
  { type: 'exclusion.withdrawn', on: fixed, by: 'chair', done: [] },
  { type: 'person.told', on: fixed, done: ['told-in-writing', 'told-the-grounds'] },
  { type: 'views.gathered', on: fixed, done: ['views-put-to-conference'] },
  { type: 'report.settled', on: fixed, done: ['report-given-to-excluded'] },
  { type: 'police-evidence.given', on: held, done: ['parent-under-investigation', 'police-heard-in-full', 'parents-took-part'] },
  { type: 'behaviour.warned', on: held, by: 'chair', done: ['warned-once'] },
  { type: 'person.removed', on: held, by: 'chair', done: ['impairment-clear', 'asked-to-leave', 'escorted-out'] },
  { type: 'excluded-record.settled', on: '2024-04-17', by: 'chair', done: ['record-settled-by-chair', 'minutes-redacted'] },
  { type: 'next-exclusion.considered', on: '2024-06-10', by: 'chair', done: ['excluded-before', 'decided-afresh'] },
]; // prettier-ignore

const opened = (on: string): Move[] => [
  { type: 'conference.opened', on, done: ['chair-independent-of-case', 'same-chair'], present: room.quorate },
  { type: 'conference.opened', on, done: [], present: room.inquorate },
  { type: 'conference.held-back', on, done: [], present: room.quorate },
];

/** @param children those that the conference is about */
const meeting = ([first = '', ...others]: readonly string[]): Move[] => {
  const all = (outcome: 'plan' | 'no-plan') => Object.fromEntries([first, ...others].map((child) => [child, outcome]));
  const one = (child: string, outcome: 'plan' | 'no-plan') => ({ [child]: outcome });
  return [
    ...opened(held),
    ...opened(again),
    { type: 'conference.proceeded', on: held, by: 'chair', done: ['information-sufficient'] },
    { type: 'conference.adjourned', on: held, for: again, done: ['interim-plan-made'] },
    { type: 'conference.adjourned', on: held, done: [] },
    { type: 'recording.requested', on: held, by: 'chair', done: ['recording-settled-by-chair', 'members-consulted-on-recording'] },
    { type: 'information.shared', on: held, done: ['purpose-set-out', 'harm-question-considered', 'significant-events-considered'] },
    { type: 'threshold.put', on: held, done: ['asked-has-suffered', 'asked-likely-to-suffer', 'asked-continuing-risk', 'harm-question-considered'] },
    { type: 'views.heard', on: held, done: ['every-agency-asked'] },
    { type: 'views.heard', on: held, done: [] },
    { type: 'decision.made', on: held, done: ['harm-no-longer-likely'], method: 'majority', views: even, outcomes: all('plan') },
    { type: 'decision.made', on: held, done: [], method: 'consensus', views: even },
    { type: 'decision.made', on: held, done: [], method: 'chair', views: even, outcomes: all('plan') },
    { type: 'decision.made', on: held, done: [], method: 'majority', views: most, outcomes: all('plan') },
    { type: 'decision.made', on: held, done: ['harm-no-longer-likely'], method: 'chair', views: most, outcomes: all('no-plan') },
    { type: 'decision.made', on: held, done: ['harm-no-longer-likely', 'looked-after-no-return', 'left-household-of-neglect'], method: 'consensus', outcomes: all('no-plan') },
    { type: 'decision.made', on: held, done: ['each-child-considered-separately'], method: 'chair', outcomes: one(first, 'plan') },
    { type: 'decision.made', on: held, done: ['harm-no-longer-likely'], method: 'social-care', outcomes: one(first, 'no-plan') },
    ...others.flatMap((child): Move[] => [
      { type: 'decision.made', on: held, done: [], method: 'consensus', outcomes: one(child, 'plan') },
      { type: 'decision.made', on: held, done: ['harm-no-longer-likely'], outcomes: one(child, 'no-plan') },
    ]),
    { type: 'decision.made', on: held, done: [] },
    { type: 'casting-vote.given', on: held, done: [], by: 'chair', method: 'casting-vote', views: even, outcomes: all('plan') },
    { type: 'casting-vote.given', on: held, done: ['harm-no-longer-likely'], by: 'chair', method: 'casting-vote', views: even, outcomes: all('no-plan') },
    { type: 'casting-vote.given', on: held, done: ['harm-no-longer-likely', 'looked-after-no-return', 'left-household-of-neglect'], by: 'chair', method: 'casting-vote', views: even, outcomes: all('no-plan') },
    { type: 'casting-vote.given', on: held, done: [], by: 'chair', method: 'casting-vote', outcomes: one(first, 'plan') },
    { type: 'casting-vote.given', on: held, done: [], by: 'chair', method: 'casting-vote' },
    { type: 'decision.revised', on: held, done: [], method: 'chair', outcomes: all('plan') },
    { type: 'decision.revised', on: held, done: [], method: 'chair', outcomes: one(first, 'plan') },
    { type: 'decision.revised', on: held, done: [] },
    { type: 'exception.shown', on: held, done: ['looked-after-no-return', 'left-household-of-neglect'] },
    { type: 'exception.shown', on: held, done: [] },
    { type: 'category.determined', on: held, done: ['category-reviewed'], by: 'chair', categories: ['neglect'] },
    { type: 'category.determined', on: held, done: ['agencies-cannot-agree-category'], by: 'agencies', categories: ['neglect', 'emotional'] },
    { type: 'dissent.handled', on: held, done: ['agency-dissents', 'dissent-recorded'] },
    { type: 'parents.answered', on: held, done: ['parents-disagree', 'disagreement-discussed'] },
    { type: 'proceedings.considered', on: held, by: 'local-authority', done: ['harm-continues', 'proceedings-considered'] },
    { type: 'lead.named', on: held, done: ['lead-qualified'] },
    { type: 'core-group.formed', on: held, for: '2024-04-16', weeks: 6, done: ['core-group-includes-family'] },
    { type: 'core-group.formed', on: held, done: [] },
    { type: 'plan.outlined', on: held, weeks: 2, done: ['contingency-made', 'plan-begins-before-birth'] },
    { type: 'plan.revised', on: held, done: ['contingency-made'] },
    { type: 'review.dated', on: held, for: '2024-07-01', done: ['timed-with-care-review'] },
    { type: 'support.agreed', on: held, done: ['support-recommended', 'services-discussed-with-family'] },
    { type: 'part.ended', on: held, done: ['outsiders-left'] },
    { type: 'part.ended', on: held, done: ['outsiders-stayed'] },
    { type: 'room.cleared', on: held, done: ['outsiders-left'] },
    { type: 'care-plan.considered', on: held, done: ['care-plan-opened'] },
    { type: 'conference.closed', on: held, hours: 2, done: [] },
    { type: 'conference.closed', on: held, hours: 3, done: [] },
  ];
}; // prettier-ignore

const following: Move[] = [
  { type: 'decisions.sent', on: '2024-04-08', done: ['decision-in-writing-to-parents'] },
  { type: 'parents.written', on: '2024-04-08', done: [] },
  { type: 'minutes.sent', on: '2024-04-30', done: ['minute-taker-only-minutes'] },
  { type: 'minutes.settled', on: '2024-05-07', done: [] },
  { type: 'record.requested', on: '2024-05-07', done: ['passed-to-third-party', 'chair-consented-to-sharing'] },
  { type: 'child-copy.settled', on: '2024-05-07', by: 'chair', done: [] },
  { type: 'core-group.met', on: '2024-04-16', by: 'team-manager', weeks: 6, done: [] },
  { type: 'child.seen', on: '2024-04-16', weeks: 2, done: [] },
  { type: 'ending.notified', on: '2024-04-08', done: ['agencies-notified', 'parents-notified'] },
  { type: 'records.sent', on: '2024-04-08', done: ['one-set-of-minutes', 'protection-decisions-apart', 'care-decisions-apart'] },
]; // prettier-ignore

const underPlan: Move[] = [
  { type: 'review.called', on: '2024-03-11', done: ['review-brought-forward', 'new-harm-sustained'] },
  { type: 'review.called', on: '2024-03-11', done: [] },
  { type: 'child.moved', on: '2024-02-12', done: ['receiving-authority-notified'] },
  { type: 'child.came-of-age', on: '2024-02-12', done: [] },
  { type: 'child.died', on: '2024-02-12', done: [] },
  { type: 'child.left', on: '2024-02-12', done: [] },
  { type: 'receiving-conference.held', on: '2024-02-26', done: ['responsibility-confirmed-in-writing'] },
  { type: 'plan.ended', on: '2024-03-04', by: 'senior-manager', done: ['agencies-consulted', 'consultation-recorded'] },
  { type: 'plan.ended', on: '2024-03-04', by: 'social-worker', done: [] },
  { type: 'plan.restored', on: '2024-03-05', done: ['decision-upheld-meanwhile'] },
]; // prettier-ignore

const birth: Move[] = [
  { type: 'child.born', on: '2024-06-10', done: [] },
  { type: 'child.discharged', on: '2024-06-13', done: [] },
  { type: 'review.extended', on: '2024-06-24', for: '2024-07-05', by: 'team-manager', done: ['authorised-in-writing', 'assessment-after-birth-needed'] },
  { type: 'review.extended', on: '2024-06-24', for: '2024-08-09', by: 'senior-manager', done: ['authorised-in-writing', 'assessment-after-birth-needed'] },
  { type: 'review.extended', on: '2024-06-24', for: '2024-09-30', done: [] },
  { type: 'review.held', on: '2024-07-05', done: [] },
  { type: 'review.held', on: '2024-09-30', done: [] },
]; // prettier-ignore

const lookedAfter: Move[] = [
  { type: 'child.looked-after', on: '2024-02-12', done: ['accommodated-by-agreement', 'removal-risk-weighed', 'care-plan-secure'] },
  { type: 'child.looked-after', on: '2024-02-12', done: ['care-order-made'] },
  { type: 'return.considered', on: '2024-02-12', done: ['returning-under-care-order', 'conference-question-decided', 'conference-decision-recorded', 'conference-convened'] },
  { type: 'return.considered', on: '2024-02-12', done: [] },
  { type: 'return.demanded', on: '2024-02-12', done: ['returning-to-concern', 'need-for-conference-discussed', 'reasons-recorded', 'conference-convened'] },
  { type: 'return.demanded', on: '2024-02-12', done: [] },
  { type: 'placement.weighed', on: '2024-02-14', done: ['removal-risk-weighed', 'care-plan-secure'] },
  { type: 'meetings.combined', on: '2024-02-14', done: ['combined-first-meeting', 'single-plan-kept', 'led-by-reviewing-officer'] },
  { type: 'meetings.combined', on: '2024-02-14', done: [] },
]; // prettier-ignore

const complaining: Move[] = [
  { type: 'complaint.made', on: '2024-03-11', by: 'parents', done: ['about-plan', 'made-to-chair'] },
  { type: 'complaint.passed-on', on: '2024-03-12', by: 'chair', done: ['passed-to-chairs-manager', 'passed-to-complaints-manager'] },
  { type: 'plan.suspended', on: '2024-03-12', done: ['decision-set-aside'] },
  { type: 'complaint.concluded', on: '2024-04-02', done: ['reconvened-under-another-chair'] },
  { type: 'complaint.concluded', on: '2024-04-02', done: ['review-brought-forward'] },
  { type: 'complaint.concluded', on: '2024-04-02', done: ['position-confirmed-explained'] },
  { type: 'complaint.concluded', on: '2024-04-02', done: ['decision-replaced'] },
  { type: 'conference.reconvened', on: '2024-04-16', done: ['another-chair', 'members-briefed-on-complaint', 'panel-kept-apart'], present: room.quorate },
  { type: 'complaint.pursued', on: '2024-04-22', done: ['taken-to-ombudsman'] },
  { type: 'complaint.pursued', on: '2024-04-22', done: ['rejects-reconvened-outcome', 'concerns-specified', 'complaints-manager-agreed'] },
  { type: 'complaint.rested', on: '2024-04-22', done: [] },
  { type: 'agency-complaint.made', on: '2024-03-11', by: 'parents', done: ['about-one-agency', 'sent-to-that-agency'] },
  { type: 'dissent.raised', on: '2024-03-06', done: ['professional-fears-risk', 'advice-sought'] },
  { type: 'disagreement.talked-over', on: '2024-03-08', done: [] },
  { type: 'dissent.escalated', on: '2024-03-08', done: ['escalation-policy-used', 'raised-with-line-manager'] },
  { type: 'concern.raised', on: '2024-03-06', done: ['raised-with-worker', 'discussion-recorded'] },
]; // prettier-ignore

/** @returns the moves that a procedure knows, with their variants */
export function movesOf({ id, events }: Pick<Procedure, 'id' | 'events'>): readonly Move[] {
  const children = CASES[id][0]?.children.map((child) => child.id) ?? [];
  return [
    ...convening, ...preparing, ...excluding, ...meeting(children), ...following, ...underPlan, ...birth, ...lookedAfter, ...complaining,
  ].filter((move) => move.type in events); // prettier-ignore
}
