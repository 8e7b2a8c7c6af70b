/** A short case for each procedure, made for tests: what the page must get right whatever the cases of content/ are. */
import type { Decision, Move, ProcedureId, Scenario } from '#content/schema.ts';

type Event = Move['event'];
type Choices = readonly (readonly [say: string, type: string, more?: Partial<Event>])[];
/** @param on the day, or from what it is counted */
const decision = (id: string, at: string[], on: Event['on'], moves: Choices): Decision => ({
  id, at, title: `Decision ${id}`, situation: 'Somebody has to decide.', ask: 'What do you do?', when: [], unless: [], news: [],
  moves: moves.map(([say, type, more]) => ({ say, event: { type, on, done: [], ...more } })),
}); // prettier-ignore
const scenario = (procedure: ProcedureId, facts: Partial<Scenario['facts']>, decisions: Decision[]): Scenario => ({
  id: `case-of-${procedure}`, hash: 'made-for-tests', title: `A case of ${procedure}`, summary: 'Made for tests.', minutes: 5, procedure,
  calendar: 'england-and-wales', rulebooks: ['london', 'staffordshire', 'hips', 'bfg', 'kent'], story: 'A story in one paragraph.',
  facts: { children: [{ id: 'ama', name: 'Ama', born: '2018-02-11', about: 'Six.' }], dates: {}, circumstances: [], file: [], ...facts },
  cast: [{ name: 'Ruth Calder', role: 'Team manager', actor: 'team-manager' }],
  decisions,
}); // prettier-ignore

const here: Event['present'] = [
  { agency: 'social-care', contact: 'direct-and-enquiries' },
  { agency: 'school', contact: 'direct-and-enquiries' },
  { agency: 'health-visitor', contact: 'direct-and-enquiries' },
];
const few: Event['present'] = [{ agency: 'social-care', contact: 'direct-and-enquiries' }];
const conference = (before: string, child = 'ama', opening: Event['on'] = { from: 'conference' }): Decision[] => {
  const day = { from: 'conference' } as const;
  return [
    decision('open', [before], opening, [
      ['Open.', 'conference.opened', { present: here, by: 'chair', done: ['chair-independent-of-case'] }],
      ['Open with two.', 'conference.opened', { present: few, by: 'chair' }],
      ['Do not open.', 'conference.held-back', { present: few, by: 'chair' }],
    ]),
    decision('inquorate', ['inquorate'], day, [
      ['Adjourn.', 'conference.adjourned', { by: 'chair', for: { from: 'conference', 'working-days': 5 }, done: ['interim-plan-made'] }],
      ['Adjourn for long.', 'conference.adjourned', { by: 'chair', for: { from: 'conference', 'working-days': 30 } }],
      ['Go ahead.', 'conference.proceeded', { by: 'chair' }],
    ]),
    decision('reopen', ['adjourned'], day, [
      ['Open.', 'conference.opened', { present: here, by: 'chair', done: ['chair-independent-of-case'] }],
      ['Open, and say so.', 'conference.opened', { present: here, by: 'chair' }],
      ['Open again with two.', 'conference.opened', { present: few, by: 'chair' }],
    ]),
    decision('share', ['meeting.considering.sharing'], day, [
      ['Share all.', 'information.shared', { by: 'chair', done: ['risk-summarised'] }],
      ['Share some.', 'information.shared', { by: 'chair' }],
      ['Decide at once.', 'decision.made', { by: 'chair', method: 'chair', outcomes: { [child]: 'plan' } }],
    ]),
    decision('threshold', ['meeting.considering.weighing'], day, [
      ['Ask.', 'threshold.put', { by: 'chair', done: ['asked-continuing-risk', 'each-child-considered-separately'] }],
      ['Ask something.', 'threshold.put', { by: 'chair' }],
      ['Decide at once.', 'decision.made', { by: 'chair', method: 'chair', outcomes: { [child]: 'no-plan' } }],
    ]),
    decision('views', ['meeting.considering.hearing'], day, [
      ['Hear all.', 'views.heard', { by: 'chair', done: ['every-agency-asked', 'family-views-asked'] }],
      ['Hear some.', 'views.heard', { by: 'chair' }],
      ['Hear nobody.', 'views.heard', { by: 'chair' }],
    ]),
    decision('decide', ['meeting.deciding'], day, [
      ['The chair decides.', 'decision.made', { by: 'chair', method: 'chair', outcomes: { [child]: 'plan' }, views: { school: 'plan', 'social-care': 'plan', 'health-visitor': 'no-plan' } }],
      ['They count.', 'decision.made', { by: 'agencies', method: 'majority', outcomes: { [child]: 'no-plan' }, views: { school: 'no-plan', 'social-care': 'no-plan', 'health-visitor': 'plan' } }],
      ['No more plan.', 'decision.made', { by: 'chair', method: 'chair', outcomes: { [child]: 'no-plan' } }],
    ]),
  ]; // prettier-ignore
};

export const cases: Readonly<Record<ProcedureId, Scenario>> = {
  icpc: scenario('icpc', { dates: { 'strategy-discussion-opening-enquiries': '2024-03-14' }, circumstances: ['harm-believed'] }, [
    decision('convene', ['considering'], '2024-03-20T11:00', [
      ['Convene.', 'conference.convened', { by: 'team-manager', done: ['reasons-recorded'] }],
      ['Convene, and write nothing.', 'conference.convened', { by: 'team-manager' }],
      ['No.', 'conference.declined', { by: 'team-manager' }],
    ]),
    decision('day', ['preparing.day.open'], '2024-03-20T17:00', [
      ['In time.', 'conference.fixed', { for: '2024-04-08T10:00' }],
      ['Late.', 'conference.fixed', { for: '2024-04-17T10:00' }],
      ['Very late.', 'conference.fixed', { for: '2024-06-03T10:00' }],
    ]),
    ...conference('preparing'),
  ]),
  review: scenario(
    'review',
    { dates: { 'initial-conference': '2024-04-15', 'previous-review': '2024-07-08' }, circumstances: ['plan-for-neglect'] },
    [
      decision('call', ['underPlan'], '2024-11-11', [
        ['Set it going.', 'review.called', { by: 'lead-social-worker' }],
        ['See the child.', 'child.seen', { weeks: 6 }],
        ['The core group meets.', 'core-group.met', { weeks: 10, by: 'lead-social-worker' }],
      ]),
      decision('call-again', ['underPlan'], '2024-11-12', [
        ['Set it going.', 'review.called', { by: 'lead-social-worker' }],
        ['Set it going by letter.', 'review.called', { by: 'chair' }],
        ['Set it going late.', 'review.called', { by: 'social-worker' }],
      ]),
      decision('day', ['preparing.day.open'], '2024-11-13', [
        ['In time.', 'conference.fixed', { for: '2025-01-07T10:00' }],
        ['Late.', 'conference.fixed', { for: '2025-02-17T10:00' }],
        ['Very late.', 'conference.fixed', { for: '2025-06-03T10:00' }],
      ]),
      decision('report', ['preparing.report.unseen'], { from: 'review-conference', 'working-days': -3 }, [
        ['Take it round.', 'report.shared', { by: 'social-worker', done: ['report-shared-with-parents', 'report-handed-over'] }],
        ['Post it.', 'report.shared', { by: 'social-worker', done: ['report-shared-with-parents', 'report-posted'] }],
        ['Hold it back.', 'report.shared', { by: 'social-worker' }],
      ]),
      ...conference('preparing'),
      decision('barred', ['meeting.endingBarred'], { from: 'conference' }, [
        ['Let it go on.', 'decision.revised', { by: 'chair', method: 'chair', outcomes: { ama: 'plan' } }],
        ['Stay with it.', 'decision.revised', { by: 'chair', method: 'chair', outcomes: { ama: 'no-plan' } }],
        ['Show an exception.', 'exception.shown', { by: 'chair' }],
      ]),
      decision('next', ['meeting.continuing.review.undated'], { from: 'conference' }, [
        ['In six months.', 'review.dated', { for: { from: 'conference', months: 6 } }],
        ['In nine months.', 'review.dated', { for: { from: 'conference', months: 9 } }],
        ['No day.', 'review.dated'],
      ]),
    ],
  ),
  'pre-birth': scenario(
    'pre-birth',
    {
      children: [{ id: 'baby', name: 'Baby Lowe', about: 'Expected in August.' }],
      dates: { 'expected-birth': '2024-08-20' },
      circumstances: ['parental-risk-factors'],
    },
    [
      decision('convene', ['concerned'], '2024-04-08', [
        ['Convene.', 'conference.convened', { by: 'team-manager', done: ['reasons-recorded'] }],
        ['Convene in a hurry.', 'conference.convened', { by: 'social-worker' }],
        ['No.', 'conference.declined', { by: 'team-manager' }],
      ]),
      decision('day', ['preparing.day.open'], '2024-04-09', [
        ['In the window.', 'conference.fixed', { for: '2024-05-13T10:00' }],
        ['Early.', 'conference.fixed', { for: '2024-04-15T10:00' }],
        ['Late.', 'conference.fixed', { for: '2024-07-15T10:00' }],
      ]),
      ...conference('preparing', 'baby'),
      decision('close', ['meeting.planning'], { from: 'conference' }, [
        ['Close.', 'conference.closed', { hours: 2 }],
        ['Close late.', 'conference.closed', { hours: 3 }],
        ['Name a core group.', 'core-group.formed', { for: { from: 'conference', 'working-days': 8 } }],
      ]),
      decision('birth', ['beforeBirth'], { from: 'expected-birth', days: -3 }, [
        ['She is born.', 'child.born'],
        ['He is born.', 'child.born', { done: ['premature-birth-likely'] }],
        ['The core group meets first.', 'core-group.met', { weeks: 2, by: 'lead-social-worker' }],
      ]),
    ],
  ),
  'dual-process': scenario(
    'dual-process',
    { dates: { 'initial-conference': '2024-01-15', 'previous-review': '2024-04-08' }, circumstances: ['accommodated-by-agreement'] },
    [
      decision('looked-after', ['lookedAfter'], '2024-05-13', [
        ['Ama is looked after.', 'child.looked-after'],
        ['The care review plans a return, with a conference.', 'return.considered', { done: ['conference-convened'] }],
        ['The care review plans a return, without one.', 'return.considered'],
      ]),
      decision('combine', ['underPlan'], '2024-05-20', [
        ['Bring both together.', 'meetings.combined', { by: 'iro', done: ['combined-first-meeting'] }],
        ['Bring both together, somehow.', 'meetings.combined', { by: 'social-worker' }],
        ['Weigh the placement.', 'placement.weighed', { by: 'social-worker' }],
      ]),
      ...conference('preparing', 'ama', '2024-06-10T10:00'),
    ],
  ),
  exclusion: scenario('exclusion', { dates: { conference: '2024-05-15T10:00' } }, [
    decision('ask', ['concerned'], '2024-05-10', [
      ['Ask the chair in writing.', 'exclusion.requested', { by: 'social-worker', done: ['professional-intimidated'] }],
      ['Ask by telephone.', 'exclusion.requested', { by: 'social-worker' }],
      ['A part for each.', 'separate-attendance.arranged', { by: 'chair' }],
    ]),
    decision('decide', ['asked'], '2024-05-13', [
      ['The chair excludes him.', 'exclusion.decided', { by: 'chair', done: ['exclusion-granted'] }],
      ['The manager excludes him.', 'exclusion.decided', { by: 'team-manager', done: ['exclusion-granted'] }],
      ['He may come.', 'exclusion.decided', { by: 'chair' }],
    ]),
  ]),
  complaint: scenario('complaint', { dates: { 'initial-conference': '2024-04-08', conference: '2024-04-08' } }, [
    decision('complain', ['decided'], '2024-04-22', [
      ['To the chair.', 'complaint.made', { by: 'parents', done: ['about-plan', 'made-to-chair'] }],
      ['To nobody.', 'complaint.made', { by: 'parents' }],
      ['Raise a concern.', 'concern.raised', { by: 'school' }],
    ]),
    decision('meanwhile', ['complained'], '2024-04-24', [
      ['Pass it on.', 'complaint.passed-on', { by: 'chair', done: ['passed-to-complaints-manager'] }],
      ['Set the plan aside.', 'plan.suspended', { by: 'chair', done: ['decision-set-aside'] }],
      ['Answer it.', 'complaint.concluded', { by: 'chair', done: ['position-confirmed-explained'] }],
    ]),
    decision('restore', ['suspended'], '2024-04-25', [
      ['Put it back.', 'plan.restored', { by: 'chair', done: ['decision-upheld-meanwhile'] }],
      ['Put it back, and say nothing.', 'plan.restored', { by: 'chair' }],
      ['Put it back later.', 'plan.restored', { by: 'team-manager' }],
    ]),
  ]),
};
