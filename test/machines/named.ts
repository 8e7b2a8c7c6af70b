/**
 * Moves that no case makes, each told in a sentence, with the verdict that the document gives: read in it, clause by clause. They try the
 * topics which no case comes to, and each way in which those can come out.
 */
import type { Act, Event, Modality, ProcedureId, RulebookId, TopicId, Trigger } from '#content/schema.ts';
import { agencies, happened } from './setting.ts';

export interface Named {
  topic: TopicId;
  /** The move as a practitioner would tell it. */
  told: string;
  under: RulebookId;
  of: ProcedureId;
  /** What is so from the beginning, beside the facts of every case here. */
  dates?: Partial<Record<Trigger, string>>;
  so?: Act[];
  /** What was done before. */
  after: Event[];
  move: Event;
  found: 'complies' | 'departs';
  force: Modality;
  /** One of the clauses that say so. */
  clause: string;
}

const held = '2024-04-05';
const everybody = agencies('social-care: direct-and-enquiries', 'school: direct-and-enquiries', 'police: direct-and-enquiries', 'health-visitor: direct-and-enquiries'); // prettier-ignore
const convened = happened('conference.convened', '2024-03-18', { by: 'team-manager', done: ['reasons-recorded'] });
const opened = (...done: Act[]) => happened('conference.opened', held, { present: everybody, done });
const decided = (outcome: 'plan' | 'no-plan', ...done: Act[]) => happened('decision.made', held, { method: 'chair', outcomes: { ama: outcome }, done }); // prettier-ignore
const called = happened('review.called', '2024-03-11');
const closed = happened('conference.closed', held, { hours: 1.5 });
const movedIn = happened('move.notified', '2024-03-18');
const combined = [happened('child.looked-after', '2024-02-12', { done: ['care-order-made'] }), happened('meetings.combined', '2024-02-14')];

interface Setting extends Pick<Named, 'topic' | 'of' | 'after'>, Partial<Pick<Named, 'dates' | 'so'>> {
  /** The move without what was done in it. */
  type: string;
  on: string;
}
type Told = [under: RulebookId, told: string, done: Act[] | Partial<Event>, found: Named['found'], force: Modality, clause: string];
const cases = ({ type, on, ...setting }: Setting, ...all: Told[]): Named[] =>
  all.map(([under, told, shown, found, force, clause]) => ({
    ...setting, under, told, found, force, clause, move: happened(type, on, Array.isArray(shown) ? { done: shown } : shown),
  })); // prettier-ignore

export const NAMED: readonly Named[] = [
  ...cases(
    { topic: 'convene.chair-refusal', of: 'icpc', after: [], type: 'conference.declined', on: '2024-03-18' },
    ['staffordshire', 'the chair turns down the school’s request for a conference', ['requested-by-professional', 'refused-by-chair'], 'departs', 'must-not', 'chairs.b3'],
  ),
  ...cases(
    { topic: 'icpc.protection-order', of: 'icpc', after: [convened, happened('order.made', '2024-03-18', { for: '2024-03-26' })], type: 'conference.fixed', on: '2024-03-19' },
    ['london', 'the conference is fixed for the day before the emergency protection order runs out', { for: '2024-03-25' }, 'complies', 'should', '8.1.8'],
    ['london', 'the conference is fixed for two days after the emergency protection order has run out', { for: '2024-03-28' }, 'departs', 'should', '8.1.8'],
    ['bfg', 'the conference is fixed for two days after the protection order has run out', { for: '2024-03-28' }, 'departs', 'should', '4.1.8'],
  ),
  ...cases(
    { topic: 'icpc.assessment-order', of: 'icpc', after: [convened, happened('assessments.concluded', '2024-03-20')], type: 'conference.opened', on: '2024-03-20' },
    ['london', 'the conference meets on the day on which the ordered assessments are concluded', { present: everybody }, 'complies', 'should', '8.1.9'],
    ['london', 'the conference meets a week after the ordered assessments were concluded', { present: everybody, on: '2024-03-27' }, 'departs', 'should', '8.1.9'],
    ['bfg', 'the conference meets a week after the ordered assessments were concluded', { present: everybody, on: '2024-03-27' }, 'departs', 'should', '4.1.9'],
  ),
  ...cases(
    { topic: 'transfer.permanent', of: 'icpc', after: [movedIn], type: 'transfer.agreed', on: '2024-03-19' },
    ['staffordshire', 'a conference is agreed for a family that has come to stay, in accommodation of its own', ['conference-convened', 'move-deemed-permanent', 'accommodation-secured'], 'complies', 'may', 'receiving-in.p3'],
    ['staffordshire', 'a conference is agreed for a family that has no accommodation of its own yet', ['conference-convened', 'move-deemed-permanent'], 'departs', 'may', 'receiving-in.p3'],
  ),
  ...cases(
    { topic: 'transfer.permanent', of: 'icpc', after: [movedIn], type: 'transfer.declined', on: '2024-03-19' },
    ['bfg', 'no conference takes place, though the family has come for more than three months', ['stay-over-three-months'], 'departs', 'should', '4.1.17'],
  ),
  ...cases(
    { topic: 'transfer.documents', of: 'icpc', after: [movedIn], type: 'transfer.agreed', on: '2024-03-19' },
    ['staffordshire', 'a conference is agreed once everything that was asked for is there', ['chronology-received', 'last-conference-papers-received', 'latest-plan-received', 'core-group-minutes-received', 'registrations-confirmed', 'proceedings-disclosed'], 'complies', 'is', 'receiving-in.p3'],
    ['staffordshire', 'a conference is agreed on a chronology alone', ['chronology-received'], 'departs', 'is', 'receiving-in.p3'],
  ),
  ...cases(
    { topic: 'transfer.responsibility', of: 'icpc', after: [movedIn], type: 'transfer.agreed', on: '2024-03-19' },
    ['staffordshire', 'a conference is agreed for a family that has come to stay', ['move-deemed-permanent'], 'complies', 'should-not', 'receiving-in.p7'],
    ['staffordshire', 'a conference is agreed for a child who is looked after by the other authority', ['looked-after-elsewhere'], 'departs', 'should-not', 'receiving-in.p7.b1'],
    ['staffordshire', 'a conference is agreed while the other authority is working through the outline process', ['outline-process-running'], 'departs', 'should-not', 'receiving-in.p8'],
  ),
  ...cases(
    { topic: 'transfer.temporary', of: 'icpc', after: [movedIn], type: 'transfer.declined', on: '2024-03-19' },
    ['staffordshire', 'a child who stays for a time goes on the temporary list, and the other authority has that in writing', ['move-is-temporary', 'temporary-listing-confirmed'], 'complies', 'will', 'temporary-moves.p3'],
    ['staffordshire', 'a child who stays for a time is listed, and nobody writes to the other authority', ['move-is-temporary'], 'departs', 'will', 'temporary-moves.p3'],
  ),
  ...cases(
    { topic: 'membership.observers', of: 'icpc', after: [convened], type: 'conference.opened', on: held },
    ['london', 'a student observes in silence, with the leave of the chair and of the family', { present: everybody, done: ['observer-present', 'observer-chair-consent', 'observer-family-consent'] }, 'complies', 'must-not', '8.4.3'],
    ['london', 'a student observes with the leave of the chair, and nobody asked the family', { present: everybody, done: ['observer-present', 'observer-chair-consent'] }, 'departs', 'must-not', '8.4.3'],
    ['bfg', 'an observer, agreed to by all, joins in the discussion', { present: everybody, done: ['observer-present', 'observer-chair-consent', 'observer-family-consent', 'observer-took-part'] }, 'departs', 'must-not', '4.3.3'],
    ['staffordshire', 'a student observes with the leave of the chair, and the family was not consulted', { present: everybody, done: ['observer-present', 'observer-chair-consent'] }, 'departs', 'must', 'observers.b1'],
    ['staffordshire', 'a student observes with the leave of the chair, after the family was consulted', { present: everybody, done: ['observer-present', 'observer-chair-consent', 'observer-family-consulted'] }, 'complies', 'must', 'observers.b1'],
  ),
  ...cases(
    { topic: 'membership.legal', of: 'icpc', after: [convened], type: 'conference.opened', on: held },
    ['staffordshire', 'the authority’s lawyer advises on a point of law', { present: everybody, done: ['local-authority-lawyer-present'] }, 'complies', 'will', 'legal-representatives.b2.b2'],
    ['staffordshire', 'the authority’s lawyer questions the father about the injuries', { present: everybody, done: ['local-authority-lawyer-present', 'lawyer-questioned-parents'] }, 'departs', 'will', 'legal-representatives.b2.b3'],
  ),
  ...cases(
    { topic: 'family.supporter', of: 'icpc', after: [convened], type: 'conference.opened', on: held },
    ['london', 'the mother’s friend helps her to say what she means', { present: everybody, done: ['supporter-present'] }, 'complies', 'is', '8.5.8'],
    ['london', 'the mother’s solicitor cross-examines the health visitor', { present: everybody, done: ['supporter-present', 'supporter-cross-examined'] }, 'departs', 'is', '8.5.8'],
  ),
  ...cases(
    { topic: 'family.interpreter', of: 'icpc', after: [convened], type: 'report.shared', on: '2024-04-02' },
    ['london', 'an aunt interprets when the report is gone through', ['family-member-interpreted'], 'departs', 'should-not', '8.8.12'],
    ['london', 'an interpreter comes when the report is gone through', ['interpreter-provided'], 'complies', 'should-not', '8.8.12'],
    ['bfg', 'an aunt interprets when the report is gone through', ['family-member-interpreted'], 'departs', 'should-not', '4.14.9'],
  ),
  ...cases(
    { topic: 'family.absent-views', of: 'icpc', after: [convened], type: 'conference.opened', on: held },
    ['london', 'the father stays away, and an advocate speaks for him', { present: everybody, done: ['family-absent', 'absent-views-heard'] }, 'complies', 'must', '8.7.1'],
    ['london', 'the father stays away, and nobody asked him for his views', { present: everybody, done: ['family-absent'] }, 'departs', 'must', '8.7.1'],
    ['staffordshire', 'the father cannot come, and nobody asked him for his views', { present: everybody, done: ['family-absent'] }, 'departs', 'should', 'exclusion.p4'],
    ['bfg', 'the father stays away, and nobody asked him for his views', { present: everybody, done: ['family-absent'] }, 'departs', 'must', '4.6.1'],
  ),
  ...cases(
    { topic: 'child.refusal', of: 'icpc', after: [convened], type: 'conference.opened', on: held },
    ['london', 'a girl does not want to come; that is respected, and she writes a letter', { present: everybody, done: ['child-declined', 'child-wish-respected', 'child-views-by-other-means'] }, 'complies', 'must', '8.5.21'],
    ['london', 'a girl does not want to come, and is talked into it', { present: everybody, done: ['child-declined', 'child-views-by-other-means'] }, 'departs', 'must', '8.5.21'],
    ['bfg', 'a girl does not want to come, and is talked into it', { present: everybody, done: ['child-declined', 'child-views-by-other-means'] }, 'departs', 'must', '4.4.8'],
    ['staffordshire', 'a girl does not want to come, and nobody offers her another way to be heard', { present: everybody, done: ['child-declined', 'child-wish-respected'] }, 'departs', 'should', 'exclusion.p4'],
  ),
  ...cases(
    { topic: 'quorum.early-review', of: 'icpc', so: ['inquorate-conference-held'], after: [convened, opened(), decided('plan')], type: 'review.dated', on: held },
    ['london', 'a conference that went ahead with too few arranges an early review', { for: '2024-05-03', done: ['early-review-arranged'] }, 'complies', 'should', '8.4.15'],
    ['london', 'a conference that went ahead with too few sets the usual day for the review', { for: '2024-07-01' }, 'departs', 'should', '8.4.15'],
    ['bfg', 'a conference that went ahead with too few sets the usual day for the review', { for: '2024-07-01' }, 'departs', 'should', '4.3.10'],
  ),
  ...cases(
    { topic: 'quorum.early-review', of: 'review', so: ['inquorate-conference-held'], after: [], type: 'review.called', on: '2024-03-11' },
    ['kent', 'after an inquorate conference an early review is considered, and not held', ['early-review-considered'], 'complies', 'should', '3.4.4'],
    ['kent', 'after an inquorate conference nobody considers an early review', [], 'departs', 'should', '3.4.4'],
  ),
  ...cases(
    { topic: 'no-plan.notify', of: 'icpc', after: [convened, opened(), decided('no-plan'), closed], type: 'decisions.sent', on: '2024-04-08' },
    ['london', 'parents and agencies have it in writing that there is no plan, and by word of mouth', ['decision-in-writing-to-parents', 'decision-in-writing-to-agencies', 'decision-told-verbally'], 'complies', 'must', '8.12.2'],
    ['london', 'parents and agencies have it in writing only that there is no plan', ['decision-in-writing-to-parents', 'decision-in-writing-to-agencies'], 'departs', 'must', '8.12.2'],
    ['bfg', 'the parents are told at the door that there is no plan, and get no letter', ['decision-in-writing-to-agencies', 'decision-told-verbally'], 'departs', 'must', '4.10.2'],
  ),
  ...cases(
    { topic: 'record.confidential', of: 'icpc', after: [convened, opened(), decided('plan'), closed], type: 'record.requested', on: '2024-05-07' },
    ['london', 'the record goes to a third party with the chair’s consent', ['passed-to-third-party', 'chair-consented-to-sharing'], 'complies', 'should-not', '8.16.11'],
    ['london', 'the record goes to a third party, and the chair knows nothing of it', ['passed-to-third-party'], 'departs', 'should-not', '8.16.11'],
    ['staffordshire', 'the minutes go to a third party on the order of a court, which names no such exception', ['passed-to-third-party', 'court-ordered-sharing'], 'departs', 'should-not', 'exclusion.p10'],
    ['bfg', 'the record goes to a third party with the consent of social care', ['passed-to-third-party', 'social-care-consented-to-sharing'], 'complies', 'should-not', '4.14.10'],
  ),
  ...cases(
    { topic: 'record.child-copy', of: 'icpc', after: [convened, opened(), decided('plan'), closed], type: 'child-copy.settled', on: '2024-05-07' },
    ['london', 'the chair decides that the girl gets a copy', { by: 'chair' }, 'complies', 'should', '8.16.9'],
    ['london', 'the social worker decides that the girl gets no copy', { by: 'social-worker' }, 'departs', 'should', '8.16.9'],
    ['bfg', 'the social worker decides that the girl gets no copy', { by: 'social-worker' }, 'departs', 'should', '4.14.8'],
  ),
  ...cases(
    { topic: 'record.recording', of: 'icpc', after: [convened, opened()], type: 'recording.requested', on: held },
    ['bfg', 'the chair consults the members on a request to record, and decides', ['recording-settled-by-chair', 'members-consulted-on-recording'], 'complies', 'should', '4.15.p7'],
    ['bfg', 'the chair decides on a request to record, having asked nobody', ['recording-settled-by-chair'], 'departs', 'should', '4.15.p7'],
    ['bfg', 'the chair says that nobody ever records a conference', ['recording-settled-by-chair', 'members-consulted-on-recording', 'recording-banned-outright'], 'departs', 'should', '4.15.p4'],
  ),
  ...cases(
    { topic: 'report.chair.review', of: 'review', after: [called, happened('conference.fixed', '2024-03-11', { for: held })], type: 'report.lodged', on: '2024-03-27' },
    ['london', 'the chair has the report five working days before, with Easter between', ['report-shared-with-chair'], 'complies', 'should', '8.8.13'],
    ['london', 'the chair has the report four working days before', { on: '2024-03-28', done: ['report-shared-with-chair'] }, 'departs', 'should', '8.8.13'],
    ['bfg', 'the chair has the report four working days before', { on: '2024-03-28', done: ['report-shared-with-chair'] }, 'departs', 'should', '4.7.8'],
    ['kent', 'the chair has the report four working days before', { on: '2024-03-28', done: ['report-shared-with-chair'] }, 'departs', 'should', '4.p7'],
    ['staffordshire', 'the chair has the report the day before: no number of days covers the chair', { on: '2024-04-04', done: ['report-shared-with-chair'] }, 'complies', 'must', 'social-workers.b4'],
  ),
  ...cases(
    { topic: 'report.endorsed', of: 'review', after: [called], type: 'report.endorsed', on: '2024-03-27' },
    ['kent', 'the manager endorses and signs the lead social worker’s report', ['report-endorsed'], 'complies', 'must', '4.p1'],
    ['kent', 'the report goes out without the manager’s signature', [], 'departs', 'must', '4.p1'],
  ),
  ...cases(
    { topic: 'review.young-children', of: 'review', after: [], type: 'review.called', on: '2024-03-11' },
    ['bfg', 'a review is set sooner, for a child of two at grave risk', ['child-under-five-at-high-risk', 'shorter-timescale-set'], 'complies', 'may', '4.1.23'],
  ),
  ...cases(
    { topic: 'review.proceedings', of: 'review', so: ['harm-continues'], after: [called, opened()], type: 'proceedings.considered', on: held },
    ['london', 'the harm goes on, and the authority weighs going to court', { by: 'local-authority', done: ['proceedings-considered'] }, 'complies', 'should', '8.2.2'],
    ['london', 'the harm goes on, and nobody weighs going to court', [], 'departs', 'should', '8.2.2'],
    ['bfg', 'the harm goes on, and nobody weighs going to court', [], 'departs', 'should', '4.1.19.p2'],
    ['staffordshire', 'going to court is weighed for one child, and the others in the household are not thought of', ['proceedings-considered'], 'departs', 'should', 'social-workers.p2'],
    ['hips', 'going to court is weighed for every child in the household', ['proceedings-considered', 'household-children-considered'], 'complies', 'should', 'review.social-workers.b6'],
    ['hips', 'going to court is weighed for one child, and the others in the household are not thought of', ['proceedings-considered'], 'departs', 'should', 'review.social-workers.b6'],
    ['kent', 'the harm goes on, and nobody decides about going to court', ['household-children-considered'], 'departs', 'will', '4.p3'],
  ),
  ...cases(
    { topic: 'end.eighteen', of: 'review', after: [happened('child.came-of-age', '2024-02-12')], type: 'plan.ended', on: '2024-03-04' },
    ['london', 'the plan of a young man of eighteen ends without a review, after the agencies were consulted', { by: 'senior-manager', done: ['agencies-consulted'] }, 'complies', 'may', '8.10.15.b2'],
    ['london', 'the plan of a young man of eighteen ends without a review, and nobody was consulted', { by: 'senior-manager' }, 'departs', 'may', '8.10.15.b2'],
    ['staffordshire', 'the plan of a young man of eighteen ends, and there was no review before his birthday', { by: 'senior-manager', done: ['agencies-consulted'] }, 'departs', 'should', 'discontinuing.p2.b2'],
    ['kent', 'the plan of a young man of eighteen ends without a review, after the agencies were consulted', { by: 'senior-manager', done: ['agencies-consulted'] }, 'complies', 'should', '2.p2'],
  ),
  ...cases(
    { topic: 'dual.return-home', of: 'dual-process', so: ['returning-under-care-order'], after: [], type: 'return.considered', on: '2024-02-12' },
    ['london', 'the care review decides against a conference before a boy goes home, and records it', ['conference-question-decided', 'conference-decision-recorded'], 'complies', 'must', '8.3.3'],
    ['london', 'a boy under a care order goes home, and nobody asked whether there should be a conference', [], 'departs', 'must', '8.3.3'],
    ['london', 'the care review wants a conference before a boy goes home, and his social worker does not ask for one', ['conference-question-decided', 'conference-decision-recorded', 'conference-convened'], 'departs', 'must', '8.3.3'],
    ['bfg', 'a boy under a care order goes home, and nobody asked whether there should be a conference', [], 'departs', 'must', '4.2.2'],
  ),
  ...cases(
    { topic: 'dual.care-order', of: 'dual-process', after: [...combined, opened()], type: 'information.shared', on: held },
    ['london', 'the first review after a care order asks how secure the child is', ['placement-security-assessed'], 'complies', 'must', '8.3.11'],
    ['london', 'the first review after a care order does not ask how secure the child is', [], 'departs', 'must', '8.3.11'],
    ['london', 'a child under a care order is to live at home, and nobody asks whether care reviews protect enough', ['placement-security-assessed', 'remains-with-family'], 'departs', 'should', '8.3.11'],
    ['bfg', 'the first review after a care order does not ask how secure the child is', [], 'departs', 'must', '4.2.6'],
  ),
  ...cases(
    { topic: 'exclusion.minimum', of: 'icpc', so: ['exclusion-granted'], after: [convened, opened(), decided('plan')], type: 'conference.closed', on: held },
    ['london', 'the father was out of the room for one part only, and the record says for which', ['shortest-time', 'exclusion-period-recorded', 'exclusion-recorded'], 'complies', 'must', '8.6.7'],
    ['london', 'the record does not say for how long the father was out of the room', ['shortest-time', 'exclusion-recorded'], 'departs', 'must', '8.6.7'],
    ['bfg', 'the father was kept out for longer than was needed, as the record shows', ['exclusion-period-recorded'], 'departs', 'should', '4.5.5'],
  ),
  ...cases(
    { topic: 'complaint.escalation', of: 'complaint', after: [], type: 'concern.raised', on: '2024-03-06' },
    ['staffordshire', 'a nurse takes her worry about another agency to its worker, and writes down what was said', ['raised-with-worker', 'discussion-recorded'], 'complies', 'should', 'escalation.p3'],
    ['staffordshire', 'a nurse takes her worry about another agency to its worker, and writes nothing down', ['raised-with-worker'], 'departs', 'should', 'escalation.p3'],
  ),
]; // prettier-ignore
