/**
 * What judging costs beside moving: `judge` on the statechart of the initial conference against XState's bare `transition`, over the
 * same moves in the same process, in turns. Target: at most twice as long. Then whether judging 200,000 times leaves anything behind.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { transition } from 'xstate';
import { readContent } from '#content/read.ts';
import type { Event } from '#content/schema.ts';
import type { ProcedureInput } from '#machines/findings.ts';
import { begin, judge, openCalendar, procedure } from '#machines/index.ts';
import type { Move } from '#machines/procedures/events.ts';

const TARGET = 2;
const ROUNDS = 31;
const VERDICTS = 200_000;

const content = readContent('content');
const icpc = procedure('icpc');
const input: ProcedureInput = {
  rules: content.rulebooks.find(({ id }) => id === 'london')!.rules,
  calendar: openCalendar(content.calendars['england-and-wales']!),
  facts: {
    children: [{ id: 'ama', name: 'Ama', born: '2011-02-10' }, { id: 'kofi', name: 'Kofi', born: '2018-09-30' }],
    dates: { 'strategy-discussion': '2024-03-14' },
    circumstances: ['harm-believed', 'enquiries-made', 'strategy-discussion-held', 'police-referral-made'],
  },
}; // prettier-ignore

const on = '2024-04-05';
const there = (...agencies: NonNullable<Event['present']>[number]['agency'][]): Event['present'] =>
  agencies.map((agency) => ({ agency, contact: 'direct-and-enquiries' }));
const views = { 'social-care': 'plan', school: 'plan', police: 'plan' } as const;

/** A conference in which every rule of the London procedures that arises is kept. */
const compliant: Event[] = [
  { type: 'conference.convened', on: '2024-03-18', by: 'team-manager', done: ['reasons-recorded'] },
  { type: 'conference.fixed', on: '2024-03-19', for: on, done: [] },
  { type: 'service.notified', on: '2024-03-19', done: [] },
  { type: 'invitations.sent', on: '2024-03-20', invited: ['ama'], done: ['parents-invited'] },
  { type: 'report.shared', on: '2024-04-02', done: ['report-shared-with-parents', 'report-explained'] },
  { type: 'report.lodged', on: '2024-04-03', done: ['report-shared-with-chair'] },
  { type: 'agency-reports.received', on: '2024-04-02', done: [] },
  { type: 'family.met', on: '2024-04-04', done: ['chair-met-parents', 'chair-met-child', 'chair-met-social-worker'] },
  { type: 'conference.opened', on, present: there('social-care', 'school', 'police'), done: ['chair-independent-of-case'] },
  { type: 'information.shared', on, done: ['purpose-set-out', 'agenda-confirmed', 'confidentiality-stressed', 'equality-addressed', 'interpreters-checked', 'contributions-clarified', 'risk-summarised', 'all-children-considered', 'full-contribution-enabled', 'absent-reports-made-known', 'child-wishes-outlined', 'identity-issues-considered', 'third-party-information-handled', 'part-attendance-arranged', 'decisions-explicit', 'complaints-procedure-explained', 'absent-family-informed'] },
  { type: 'threshold.put', on, done: ['asked-continuing-risk', 'each-child-considered-separately', 'family-history-weighed', 'initial-assessment-weighed', 'core-assessment-weighed', 'contributions-weighed'] },
  { type: 'views.heard', on, done: ['every-agency-asked', 'family-views-asked'] },
  { type: 'decision.made', on, method: 'chair', views, outcomes: { ama: 'plan', kofi: 'plan' }, done: [] },
  { type: 'category.determined', on, by: 'chair', categories: ['neglect'], done: [] },
  { type: 'lead.named', on, done: ['lead-qualified', 'lead-experienced', 'lead-employed-by-social-care'] },
  { type: 'core-group.formed', on, for: '2024-04-16', done: ['core-group-includes-family', 'core-group-includes-professionals', 'core-group-timescales-set'] },
  { type: 'plan.outlined', on, done: ['outcomes-described', 'services-described', 'specialist-assessments-identified', 'roles-identified', 'review-points-set', 'contingency-made', 'plan-understood'] },
  { type: 'review.dated', on, for: '2024-07-01', done: ['review-triggers-agreed'] },
  { type: 'conference.closed', on, hours: 2, done: [] },
  { type: 'decisions.sent', on: '2024-04-08', done: ['decision-in-writing-to-parents', 'decision-in-writing-to-agencies'] },
  { type: 'parents.written', on: '2024-04-08', done: ['decision-in-writing-to-parents'] },
  { type: 'core-group.met', on: '2024-04-16', done: [] },
  { type: 'minutes.sent', on: '2024-04-24', done: [] },
]; // prettier-ignore

/** The same case, late, inquorate, hurried and half done. */
const departing: Event[] = [
  { type: 'conference.declined', on: '2024-03-18', by: 'social-worker', done: ['agencies-disagree-on-convening', 'requested-by-professional', 'supported-by-senior'] },
  { type: 'disagreement.settled', on: '2024-03-25', done: ['conference-convened'] },
  { type: 'conference.fixed', on: '2024-03-26', for: '2024-04-16', countedFrom: 'decision-to-convene', done: ['held-when-parents-are-caring'] },
  { type: 'conference.postponed', on: '2024-03-27', for: '2024-04-18', done: [] },
  { type: 'delay.reported', on: '2024-04-02', done: ['delay-reported-to-manager'] },
  { type: 'invitations.sent', on: '2024-04-03', invited: [], done: ['bystander-invited'] },
  { type: 'report.shared', on: '2024-04-17', done: ['report-posted', 'family-member-interpreted'] },
  { type: 'agency-reports.received', on: '2024-04-18', done: [] },
  { type: 'conference.opened', on: '2024-04-18', present: there('social-care', 'school'), done: ['invited-professional-absent', 'substitute-attended'] },
  { type: 'conference.adjourned', on: '2024-04-18', for: '2024-05-10', done: [] },
  { type: 'conference.opened', on: '2024-05-10', present: there('social-care', 'housing'), done: ['observer-present', 'observer-took-part'] },
  { type: 'conference.proceeded', on: '2024-05-10', by: 'social-worker', done: [] },
  { type: 'information.shared', on: '2024-05-10', done: ['purpose-set-out'] },
  { type: 'decision.made', on: '2024-05-10', method: 'majority', views: { school: 'no-plan', 'social-care': 'plan' }, outcomes: { ama: 'plan', kofi: 'no-plan' }, done: [] },
  { type: 'dissent.handled', on: '2024-05-10', done: ['agency-dissents'] },
  { type: 'parents.answered', on: '2024-05-10', done: ['parents-disagree'] },
  { type: 'category.determined', on: '2024-05-10', by: 'social-worker', categories: ['neglect', 'emotional'], done: [] },
  { type: 'core-group.formed', on: '2024-05-10', for: '2024-06-28', weeks: 9, done: [] },
  { type: 'review.dated', on: '2024-05-10', for: '2024-11-01', done: [] },
  { type: 'conference.closed', on: '2024-05-10', hours: 3.5, done: [] },
  { type: 'minutes.sent', on: '2024-07-01', done: [] },
  { type: 'decisions.sent', on: '2024-07-01', done: [] },
  { type: 'parents.written', on: '2024-07-01', done: [] },
  { type: 'core-group.met', on: '2024-07-05', done: [] },
]; // prettier-ignore

const logs = [compliant, departing];
const each = compliant.length + departing.length;

function judging(): number {
  let findings = 0;
  for (const log of logs) {
    let snapshot = begin(icpc, input);
    for (const event of log) {
      const { verdict, next } = judge(icpc, snapshot, event);
      findings += verdict.findings.length;
      snapshot = next;
    }
  }
  return findings;
}

function moving(): number {
  let moved = 0;
  for (const log of logs) {
    let snapshot = begin(icpc, input);
    for (const event of log) {
      const [next] = transition(icpc.machine, snapshot, event as Move);
      if (next !== snapshot) moved++;
      snapshot = next;
    }
  }
  return moved;
}

// The logs are what they are said to be, or the figures mean nothing.
for (const log of logs) {
  let snapshot = begin(icpc, input);
  const departed: string[] = [];
  for (const event of log) {
    const { verdict, next, taken } = judge(icpc, snapshot, event);
    if (!taken) throw new Error(`${event.type} is not taken in ${JSON.stringify(snapshot.value)}`);
    if (verdict.outcome === 'departs' || verdict.outcome === 'out-of-sequence') departed.push(event.type);
    snapshot = next;
  }
  if (snapshot.status !== 'done') throw new Error(`a log ends in ${JSON.stringify(snapshot.value)}`);
  if (log === compliant && departed.length) throw new Error(`the compliant log departs: ${departed.join(', ')}`);
  if (log === departing && departed.length < log.length / 2) throw new Error('the departing log hardly departs');
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
const timed = (run: () => number, times: number) => {
  const started = performance.now();
  for (let i = 0; i < times; i++) run();
  return ((performance.now() - started) * 1000) / (times * each);
};

const perRound = 40;
for (let i = 0; i < 5; i++) for (const run of [moving, judging]) timed(run, perRound);
const times = { moving: [] as number[], judging: [] as number[] };
for (let round = 0; round < ROUNDS; round++) {
  const turns = [() => times.moving.push(timed(moving, perRound)), () => times.judging.push(timed(judging, perRound))];
  for (const turn of round % 2 ? turns : turns.toReversed()) turn();
}
const [bare, judged] = [median(times.moving), median(times.judging)];
const ratio = judged / bare;
const perVerdict = judging() / each;
console.log(`moves         ${each}: ${compliant.length} of a compliant conference, ${departing.length} of a departing one, under London`);
console.log(`transition    ${bare.toFixed(1)} µs a move (median of ${ROUNDS} rounds of ${perRound * each} moves)`);
console.log(
  `judge         ${judged.toFixed(1)} µs a move, with ${perVerdict.toFixed(1)} findings; ${Math.round(1e6 / judged).toLocaleString('en')} verdicts a second`,
);
console.log(`ratio         ${ratio.toFixed(2)} (target: at most ${TARGET.toFixed(1)})${ratio > TARGET ? '  MISSED' : ''}`);
if (ratio > TARGET) process.exitCode = 1;

// Growth: what the heap still holds after a collection, early in a long run and at its end.
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const runs = Math.ceil(VERDICTS / each);
const held = () => {
  collect();
  return process.memoryUsage().heapUsed / 1024 ** 2;
};
const judgeTimes = (times: number) => {
  for (let i = 0; i < times; i++) judging();
  return held();
};
const [early, late] = [judgeTimes(runs / 10), judgeTimes(runs)];
console.log(
  `heap          ${early.toFixed(1)} MB, and ${late.toFixed(1)} MB after ${(runs * each).toLocaleString('en')} verdicts more: ${(late - early).toFixed(2)} MB of growth`,
);
if (late - early > 1) process.exitCode = 1;
