import { describe, expect, it } from 'vitest';
import { readContent } from '#content/read.ts';
import type { Event, RulebookId } from '#content/schema.ts';
import type { ProcedureInput } from '#machines/findings.ts';
import { judge } from '#machines/judge.ts';
import { procedure } from '#machines/procedures/index.ts';
import type { ProcedureSnapshot } from '#machines/procedures/index.ts';
import { remedy, wayOn } from '#machines/remedy.ts';
import type { RemedyStep } from '#machines/remedy.ts';
import { replay } from '#machines/replay.ts';
import { openCalendar } from '#machines/working-days.ts';
import { casesOf } from './logs.ts';
import { agencies, happened } from './setting.ts';

const content = readContent('content');
const calendar = openCalendar(content.calendars['england-and-wales']!);
const icpc = procedure('icpc');
const [facts] = casesOf('icpc');
const rulebooks = content.rulebooks.map(({ id }) => id);
const under = (id: RulebookId): ProcedureInput => ({ rules: content.rulebooks.find((r) => r.id === id)!.rules, calendar, facts });
const after = (id: RulebookId, ...log: Event[]) => replay(icpc, under(id), log).snapshot;

// The strategy discussion was on 14 March 2024: fifteen working days later is 8 April, with Easter between.
const convened = happened('conference.convened', '2024-03-18', { by: 'team-manager', done: ['reasons-recorded'] });
const disputed = happened('conference.declined', '2024-03-18', {
  by: 'team-manager',
  done: ['agencies-disagree-on-convening', 'reasons-recorded'],
});
const fixed = happened('conference.fixed', '2024-03-19', { for: '2024-04-05' });
const putOff = (on: string) => happened('conference.postponed', on, { for: '2024-04-30' });
const tooFew = happened('conference.held-back', '2024-04-05');
const adjourned = (day: string) => happened('conference.adjourned', '2024-04-05', { for: day, done: ['interim-plan-made'] });

const told = (steps: readonly RemedyStep[] | undefined) => steps?.map(({ event, by }) => [event.type, by?.date]);
const ended = (snapshot: ProcedureSnapshot) => snapshot.status === 'done';

describe('a conference that will be late', () => {
  it.each(['london', 'bfg'] as const)('is made good by reporting the delay and watching over the child (%s)', (id) => {
    const [step, ...more] = remedy(icpc, after(id, convened, fixed, putOff('2024-03-21'))) ?? [];
    expect(more).toEqual([]);
    expect(step).toMatchObject({ verdict: { outcome: 'complies' }, event: { type: 'delay.reported' } });
    expect(step?.event.done).toEqual(expect.arrayContaining(['delay-reported-to-manager', 'delay-reasons-given', 'child-monitored']));
    expect(step?.event.done.includes('delay-reported-to-conference-service')).toBe(id === 'bfg');
  });

  it.each(['london', 'bfg'] as const)('may be fixed for a day in time again, while there is one (%s)', (id) => {
    const again = wayOn(icpc, after(id, convened, fixed, putOff('2024-03-21'))).find(({ event }) => event.type === 'conference.fixed');
    expect(again).toMatchObject({
      event: { for: '2024-04-08' },
      by: { date: '2024-04-08', topic: 'icpc.deadline' },
      verdict: { outcome: 'complies' },
    });
    expect(again?.next.hasTag('late')).toBe(false);
    expect(wayOn(icpc, after(id, convened, fixed, putOff('2024-04-15'))).map(({ event }) => event.type)).not.toContain('conference.fixed');
  });

  it.each(['london', 'bfg'] as const)(
    'cannot be held without departing from the deadline once that has passed, and from nothing else (%s)',
    (id) => {
      const late = after(id, convened, fixed, putOff('2024-04-15'));
      const way = remedy(icpc, late, ended);
      expect(way?.filter((step) => step.late).map(({ event }) => event.type)).toEqual(['conference.opened']);
      expect(way?.filter((step) => !step.late && step.verdict.outcome === 'departs')).toEqual([]);
      const reported = judge(icpc, late, remedy(icpc, late)![0]!.event).next;
      const opened = happened('conference.opened', '2024-04-30', {
        present: agencies('social-care: direct', 'school: direct', 'police: direct'),
        done: ['chair-independent-of-case', 'chair-met-parents', 'chair-met-child', 'chair-met-social-worker'],
      });
      const departures = judge(icpc, reported, opened).verdict.findings.filter((f) => f.outcome === 'departs');
      expect(departures.map((f) => f.topic)).toEqual(['icpc.deadline']);
    },
  );

  it.each(['staffordshire', 'hips', 'kent'] as const)('is nothing that %s speaks of', (id) => {
    const { steps } = replay(icpc, under(id), [convened, putOff('2024-04-15'), happened('delay.reported', '2024-04-15')]);
    expect(steps.slice(1).map((step) => step.verdict.outcome)).toEqual(['not-addressed', 'not-addressed']);
  });
});

describe('a conference to which too few agencies came', () => {
  it('reconvenes within seven working days (Staffordshire)', () => {
    const way = remedy(icpc, after('staffordshire', convened, fixed, tooFew));
    expect(told(way)).toEqual([
      ['conference.adjourned', '2024-04-16'],
      ['conference.opened', '2024-04-16'],
    ]);
    expect(way?.[0]).toMatchObject({ event: { for: '2024-04-16' }, by: { topic: 'quorum.reconvene' }, verdict: { outcome: 'complies' } });
    expect(way?.[1]?.event).toMatchObject({ on: '2024-04-16' });
  });

  it('adjourns under an interim plan and reconvenes before its deadline (London)', () => {
    const way = remedy(icpc, after('london', convened, fixed, tooFew));
    expect(told(way)).toEqual([
      ['conference.adjourned', '2024-04-08'],
      ['conference.opened', '2024-04-08'],
    ]);
    expect(way?.[0]).toMatchObject({ event: { for: '2024-04-08' }, verdict: { outcome: 'complies' } });
    expect(way?.[0]?.event.done).toContain('interim-plan-made');
  });

  it('reconvenes before its deadline, by which the new day is judged as well (BFG)', () => {
    const way = remedy(icpc, after('bfg', convened, fixed, tooFew));
    expect(way?.map(({ event, verdict }) => [event.type, verdict.outcome])).toEqual([
      ['conference.adjourned', 'complies'],
      ['conference.opened', 'complies'],
    ]);
  });

  it.each([
    ['london', ['few-agencies-had-contact', 'information-sufficient', 'delay-would-harm']],
    ['bfg', ['few-agencies-had-contact', 'information-sufficient', 'delay-would-harm']],
    ['staffordshire', ['information-sufficient']],
  ] as const)('goes ahead only where the circumstances that excuse it hold (%s)', (id, circumstances) => {
    const first = (...done: string[]) =>
      remedy(icpc, after(id, convened, fixed, { ...tooFew, done: [...tooFew.done, ...done] }))?.[0]?.event;
    expect(first(...circumstances)).toMatchObject({ type: 'conference.proceeded', by: 'chair' });
    expect(first(...circumstances.slice(1))?.type).toBe('conference.adjourned');
  });

  it.each(['hips', 'kent'] as const)('simply goes ahead where nothing forbids it: %s is silent', (id) => {
    const way = remedy(icpc, after(id, convened, fixed, tooFew));
    expect(way?.map(({ event, verdict }) => [event.type, verdict.outcome])).toEqual([['conference.proceeded', 'not-addressed']]);
  });
});

describe('an adjourned conference', () => {
  it('opens again on its new day', () => {
    expect(told(remedy(icpc, after('staffordshire', convened, fixed, tooFew, adjourned('2024-04-12'))))).toEqual([
      ['conference.opened', '2024-04-16'],
    ]);
  });

  it.each([
    ['staffordshire', '2024-04-30', '2024-04-16'],
    ['london', '2024-04-12', '2024-04-08'],
    ['bfg', '2024-04-12', '2024-04-08'],
  ] as const)('opens sooner than its new day where that is too late (%s)', (id, day, sooner) => {
    expect(remedy(icpc, after(id, convened, fixed, tooFew, adjourned(day)))).toMatchObject([
      { event: { type: 'conference.opened', on: sooner } },
    ]);
  });

  it('departs already when it is adjourned to too late a day (Staffordshire)', () => {
    const verdictOn = (day: string) =>
      replay(icpc, under('staffordshire'), [convened, fixed, tooFew, adjourned(day)]).steps.at(-1)?.verdict;
    expect(verdictOn('2024-04-16')).toMatchObject({ outcome: 'complies' });
    expect(verdictOn('2024-04-17')).toMatchObject({ outcome: 'departs', modality: 'must' });
  });

  it('counts from the day on which too few came, not from the day on which that was written down (Staffordshire)', () => {
    const later = { ...adjourned('2024-04-17'), on: '2024-04-09' };
    expect(replay(icpc, under('staffordshire'), [convened, fixed, tooFew, later]).steps.at(-1)?.verdict.outcome).toBe('departs');
  });

  it.each([
    ['staffordshire', 'quorum.reconvene'],
    ['london', 'icpc.deadline'],
    ['bfg', 'icpc.deadline'],
  ] as const)('keeps all but the time once its day has passed (%s: %s)', (id, topic) => {
    const late = after(id, convened, fixed, tooFew, { ...adjourned('2024-05-10'), on: '2024-05-08' });
    expect(remedy(icpc, late)).toMatchObject([{ event: { type: 'conference.opened' }, late: true }]);
    const opened = happened('conference.opened', '2024-05-10', {
      present: agencies('social-care: direct-and-enquiries', 'school: direct-and-enquiries', 'police: direct-and-enquiries'),
      done: [
        'chair-independent-of-case',
        'delay-reported-to-manager',
        'delay-reasons-given',
        'child-monitored',
        'delay-reported-to-conference-service',
      ],
    });
    const departures = judge(icpc, late, opened).verdict.findings.filter((f) => f.outcome === 'departs');
    expect(departures.map((f) => f.topic)).toEqual([topic]);
  });
});

describe('a disagreement about convening', () => {
  it.each(['london', 'bfg', 'hips'] as const)('goes the way of resolving disagreements, to a conference (%s)', (id) => {
    const way = remedy(icpc, after(id, disputed));
    expect(way).toMatchObject([{ event: { type: 'disagreement.settled' }, verdict: { outcome: 'complies' } }]);
    expect(way?.[0]?.event.done).toEqual(expect.arrayContaining(['conflict-resolution-followed', 'conference-convened']));
  });
  it.each(['staffordshire', 'kent'] as const)('is settled in no way that %s prescribes', (id) => {
    expect(remedy(icpc, after(id, disputed))).toMatchObject([
      { event: { type: 'disagreement.settled' }, verdict: { outcome: 'not-addressed' } },
    ]);
  });
});

describe('declining to convene', () => {
  it.each(['london', 'bfg'] as const)('is no compliant way where significant harm is believed (%s)', (id) => {
    expect(wayOn(icpc, after(id)).map(({ event }) => event.type)).toEqual(['conference.convened']);
  });
});

describe.each(rulebooks)('to the end, under %s', (id) => {
  const share = happened('information.shared', '2024-04-05');
  const meeting: Event[] = [
    convened,
    happened('conference.opened', '2024-04-05', {
      present: agencies('social-care: direct-and-enquiries', 'school: direct-and-enquiries', 'police: direct-and-enquiries'),
    }),
  ];
  const decided = (outcome: 'plan' | 'no-plan') =>
    happened('decision.made', '2024-04-05', { method: 'chair', outcomes: { ama: outcome, kofi: outcome } });
  const half = happened('decision.made', '2024-04-05', { method: 'chair', outcomes: { ama: 'no-plan' } });
  const even = happened('decision.made', '2024-04-05', { method: 'majority', views: { school: 'plan', police: 'no-plan' } });
  const situations: Record<string, Event[]> = {
    'the beginning': [],
    'a disagreement': [disputed],
    'a conference put off': [convened, fixed, putOff('2024-03-21')],
    'a conference put off, and that reported': [convened, fixed, putOff('2024-03-21'), happened('delay.reported', '2024-03-21')],
    'too few agencies': [convened, fixed, tooFew],
    'an adjournment': [convened, fixed, tooFew, adjourned('2024-04-08')],
    'going ahead': [convened, fixed, tooFew, happened('conference.proceeded', '2024-04-05', { by: 'chair' })],
    'the meeting': meeting,
    'the threshold question': [...meeting, share],
    'hearing each view': [...meeting, share, happened('threshold.put', '2024-04-05')],
    'deciding for the second child': [...meeting, half],
    'an even split': [...meeting, even],
    'a plan decided too soon': [...meeting, decided('plan')],
    'no plan': [...meeting, decided('no-plan')],
    'a plan without a lead': [...meeting, decided('plan'), happened('conference.closed', '2024-04-05')],
    'no plan, and the conference closed': [...meeting, decided('no-plan'), happened('conference.closed', '2024-04-05')],
  };

  it.each(Object.entries(situations))('a compliant way leads on from %s', { timeout: 60_000 }, (_, log) => {
    const from = after(id, ...log);
    const way = remedy(icpc, from, ended);
    expect(way).toBeDefined();
    const { steps, snapshot } = replay(icpc, under(id), [...log, ...way!.map(({ event }) => event)]);
    expect(snapshot.status).toBe('done');
    steps.slice(log.length).forEach(({ verdict, taken, event, before }, i) => {
      expect(taken).toBe(true);
      expect(['complies', 'not-addressed'], JSON.stringify(verdict)).toContain(verdict.outcome);
      expect(verdict).toEqual(way![i]?.verdict);
      expect(event.on >= (before.context.today ?? ''), `${event.type} on ${event.on}`).toBe(true);
      if (event.for !== undefined) expect(event.for >= event.on, `${event.type} for ${event.for}`).toBe(true);
    });
  });
});

describe('where nothing is amiss', () => {
  it('the way on is one compliant move', () => {
    expect(remedy(icpc, after('london', convened))).toHaveLength(1);
  });
  it('there is no way on from the end', () => {
    expect(remedy(icpc, after('london', happened('conference.declined', '2024-03-18')))).toEqual([]);
    expect(wayOn(icpc, after('london', happened('conference.declined', '2024-03-18')))).toEqual([]);
  });
  it('looking for one changes nothing', () => {
    const at = after('london', convened, fixed, tooFew);
    const before = structuredClone({ value: at.value, dates: at.context.dates, done: at.context.done });
    remedy(icpc, at);
    expect({ value: at.value, dates: at.context.dates, done: at.context.done }).toEqual(before);
  });
});

it('a casting vote stays a casting vote (Staffordshire)', () => {
  const opened = happened('conference.opened', '2024-04-05', { present: agencies('school: enquiries', 'police: enquiries', 'gp: enquiries') }); // prettier-ignore
  const even = happened('decision.made', '2024-04-05', { method: 'majority', views: { school: 'plan', police: 'no-plan' } });
  const way = wayOn(icpc, after('staffordshire', convened, opened, even));
  expect(way).toMatchObject([
    { event: { type: 'casting-vote.given', method: 'casting-vote', by: 'chair' }, verdict: { outcome: 'complies' } },
  ]);
});
