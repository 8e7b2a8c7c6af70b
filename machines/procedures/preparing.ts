/** The things that go on side by side before a conference, each with its own steps. */
import type { TopicId } from '#content/schema.ts';
import { base, given, stay, step, to } from './base.ts';
import type { Claim } from './claims.ts';

/** @param dated the claim that the rulebook sets a time for this kind of conference */
export const day = (timing: readonly TopicId[], dated: Claim, besides: readonly TopicId[] = []) =>
  base.createStateConfig({
    initial: 'open',
    meta: { label: 'The day', topics: timing },
    on: {
      'conference.fixed': [
        given('isLate', to('.late', [...timing, ...besides, 'location.timing'], { label: 'later than allowed', onlyIf: dated })),
        to('.inTime', [...timing, ...besides, 'location.timing'], { label: 'in time' }),
      ],
      'conference.postponed': [
        given('isLate', to('.late', timing, { label: 'put off too far' })),
        to('.inTime', timing, { label: 'put off, but in time', onlyIf: dated }),
      ],
    },
    states: {
      open: { description: 'No day has been set yet.', meta: step('before', 'Day not set', [...timing, ...besides]) },
      inTime: { description: 'The day keeps the deadline, as far as there is one.', meta: step('before', 'Day in time', timing) },
      late: {
        tags: ['remedy', 'late'],
        description: 'The conference will be later than it should be. Whoever must know is told, and somebody watches over the children.',
        meta: step('before', 'Late', ['icpc.delay']),
        on: { 'delay.reported': to('lateAndReported', ['icpc.delay']) },
      },
      lateAndReported: {
        tags: ['late'],
        description: 'The delay and its reasons are known, and the risk is being watched.',
        meta: step('before', 'Late, and reported', ['icpc.delay']),
      },
    },
  });

export const service = base.createStateConfig({
  initial: 'unaware',
  meta: { label: 'The conference service', topics: ['convene.notification'] },
  states: {
    unaware: {
      description: 'The conference service does not know of the conference yet.',
      meta: step('before', 'Service to be notified', ['convene.notification', 'service.organisation']),
      on: { 'service.notified': to('notified', ['convene.notification']) },
    },
    notified: {
      description: 'The conference service has the family’s details and the list of those to invite.',
      meta: step('before', 'Service notified', ['convene.notification', 'service.organisation']),
    },
  },
});

/** @param besides what is asked of the invitations to this kind of conference in addition */
export const invitations = (besides: readonly TopicId[] = []) =>
  base.createStateConfig({
    initial: 'unsent',
    meta: { label: 'Invitations', topics: ['membership.principle'] },
    states: {
      unsent: {
        description: 'Who should be there, and who need not?',
        meta: step('before', 'Invitations to be sent', [
          'membership.principle', 'membership.core', 'membership.additional', 'family.parents-invited', 'child.age-presumption', 'child.criteria', ...besides,
        ]), // prettier-ignore
        on: {
          'invitations.sent': to('sent', [
            'membership.principle', 'family.parents-invited', 'child.age-presumption', 'child.advocacy-age', 'child.criteria', ...besides,
          ]), // prettier-ignore
        },
      },
      sent: {
        description: 'Everybody who should be there has been asked.',
        meta: step('before', 'Invitations sent', ['membership.core', 'membership.unable']),
      },
    },
  });

/** The notices by which reports are due. */
export interface Notices {
  family: TopicId;
  chair: TopicId;
  agency: TopicId;
}
export const INITIAL: Notices = { family: 'report.family.initial', chair: 'report.chair.initial', agency: 'report.agency.initial' };
export const REVIEW: Notices = { family: 'report.family.review', chair: 'report.chair.review', agency: 'report.agency.review' };

export const report = ({ family }: Notices, besides: readonly TopicId[] = []) =>
  base.createStateConfig({
    initial: 'unseen',
    meta: { label: 'The social worker’s report', topics: [family] },
    ...(besides.length ? { on: { 'report.endorsed': stay(besides) } } : {}),
    states: {
      unseen: {
        description: 'The family has not seen the social worker’s report.',
        meta: step('before', 'Report to the family', [family, 'report.delivery', 'report.social-work.content', 'report.fact-opinion', ...besides]),
        on: { 'report.shared': to('shared', [family, 'report.delivery', 'report.fact-opinion', 'family.interpreter']) },
      },
      shared: {
        description: 'The family has read the report, or had it explained.',
        meta: step('before', 'Family has the report', [family]),
      },
    },
  }); // prettier-ignore

export const papers = ({ chair, agency }: Notices, besides: readonly TopicId[] = []) =>
  base.createStateConfig({
    initial: 'awaited',
    meta: { label: 'Papers for the chair', topics: [agency, chair] },
    on: { 'report.lodged': stay([chair]) },
    states: {
      awaited: {
        description: 'The agencies’ reports are still to come.',
        meta: step('before', 'Agency reports awaited', [agency, chair, 'report.agency.content', ...besides]),
        on: { 'agency-reports.received': to('received', [agency, ...besides]) },
      },
      received: { description: 'The chair has the agencies’ reports.', meta: step('before', 'Agency reports in', [agency]) },
    },
  });

export const family = base.createStateConfig({
  initial: 'unmet',
  meta: { label: 'The family', topics: ['chair.meets-family'] },
  states: {
    unmet: {
      description: 'The chair and the family have not met.',
      meta: step('before', 'Chair to meet the family', ['chair.meets-family', 'family.information', 'family.support', 'child.preparation']),
      on: { 'family.met': to('met', ['chair.meets-family', 'family.information', 'family.interpreter']) },
    },
    met: {
      description: 'The family knows what the conference is for and how it will go.',
      meta: step('before', 'Chair has met the family', ['chair.meets-family']),
    },
  },
});

/** Keeping somebody out: it can be asked for before any conference. What an exclusion then asks for is told in exclusion.ts. */
export const attendance = base.createStateConfig({
  initial: 'everybody',
  meta: { label: 'Keeping somebody out', topics: ['exclusion.grounds', 'exclusion.children'] },
  on: { 'separate-attendance.arranged': stay(['exclusion.children']) },
  states: {
    everybody: {
      description: 'Nobody is to be kept out.',
      meta: step('before', 'Nobody kept out', ['exclusion.grounds', 'exclusion.who']),
      on: { 'exclusion.requested': to('asked', ['exclusion.notice', 'exclusion.evidence']) },
    },
    asked: {
      description: 'Somebody has asked for an exclusion. Is there a ground for it?',
      meta: step('before', 'Exclusion asked for', ['exclusion.grounds', 'exclusion.decider', 'exclusion.repeat']),
      on: {
        'exclusion.decided': [
          given(
            'isExcluded',
            to('excluded', ['exclusion.grounds', 'exclusion.decider', 'exclusion.repeat', 'exclusion.children'], { label: 'excluded' }),
          ),
          to('everybody', ['exclusion.grounds', 'exclusion.decider'], { label: 'admitted' }),
        ],
      },
    },
    excluded: {
      description: 'The person is told why, and is heard in another way.',
      meta: step('before', 'Somebody excluded', ['exclusion.in-writing', 'exclusion.views', 'exclusion.report']),
      on: {
        'person.told': stay(['exclusion.in-writing']),
        'views.gathered': stay(['exclusion.views']),
        'report.settled': stay(['exclusion.report']),
      },
    },
  },
});
