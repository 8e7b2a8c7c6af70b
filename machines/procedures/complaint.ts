/**
 * A complaint about a conference, and what it is not: a complaint about one agency, and a professional's disagreement, each with a
 * way of its own. The decision stands meanwhile.
 */
import { base, beginning, given, stay, to } from './base.ts';

const ANSWERED = ['complaint.outcomes'] as const;
const FURTHER = ['complaint.further', 'complaint.discretionary-review'] as const;

export const complaint = base.createMachine({
  id: 'complaint',
  context: ({ input }) => beginning(input, 'initial-conference', ['plan-in-force']),
  initial: 'decided',
  states: {
    decided: {
      tags: ['after'],
      description:
        'A conference has decided. Who disagrees, and with what: the family with the conference, somebody with one agency, or a professional with the outcome or with another agency’s work?',
      meta: {
        label: 'A decision that somebody disputes',
        stage: 'after',
        topics: ['complaint.grounds', 'complaint.to-whom', 'complaint.agency', 'complaint.dissent-route', 'complaint.meanwhile'],
      },
      on: {
        'complaint.made': to('complained', ['complaint.grounds', 'complaint.to-whom'], { label: 'the family' }),
        'agency-complaint.made': to('withAgency', ['complaint.agency'], { label: 'about one agency' }),
        'dissent.raised': to('disagreeing', ['decision.dissent-risk', 'complaint.dissent-route'], { label: 'a professional' }),
        'concern.raised': to('disagreeing', ['complaint.escalation'], { label: 'a professional' }),
      },
    },
    complained: {
      tags: ['after'],
      description: 'The complaint has come in. Those who must know are told, and the decision stands.',
      meta: { label: 'A complaint', stage: 'after', topics: ['complaint.to-whom', 'complaint.meanwhile', 'complaint.outcomes'] },
      on: {
        'complaint.passed-on': stay(['complaint.to-whom', 'complaint.meanwhile']),
        'plan.suspended': to('suspended', ['complaint.meanwhile']),
        'complaint.concluded': [
          given('isReconvened', to('reconvening', ANSWERED, { label: 'another conference' })),
          to('answered', ANSWERED, { label: 'explained, or an earlier review' }),
        ],
      },
    },
    suspended: {
      tags: ['after', 'remedy'],
      description: 'People act as if the decision did not hold. It is put back in force while the complaint is looked into.',
      meta: { label: 'Set aside meanwhile', stage: 'after', topics: ['complaint.meanwhile'] },
      on: { 'plan.restored': to('complained', ['complaint.meanwhile']) },
    },
    reconvening: {
      tags: ['after'],
      description: 'The conference is held again, under another chair, about the child as things are now.',
      meta: { label: 'Another conference', stage: 'after', topics: ['complaint.reconvened-chair', 'complaint.outcomes', 'quorum.minimum'] },
      on: { 'conference.reconvened': to('answered', ['complaint.reconvened-chair', 'chair.independence', 'quorum.minimum']) },
    },
    answered: {
      tags: ['after'],
      description: 'The complainant has an answer. Is it the end, or is there somewhere further to go?',
      meta: { label: 'Answered', stage: 'after', topics: [...FURTHER, 'complaint.outcomes'] },
      on: {
        'complaint.rested': to('closed', ['complaint.outcomes']),
        'complaint.pursued': to('beyond', FURTHER),
      },
    },
    withAgency: {
      type: 'final',
      tags: ['after'],
      description: 'The agency answers under its own procedure; the conference has no part in it.',
      meta: { label: 'With that agency', stage: 'after', topics: ['complaint.agency'] },
    },
    disagreeing: {
      tags: ['after'],
      description:
        'A professional believes that the outcome leaves the child at risk, or is uneasy about what another agency does. Whom do they ask, and which way does it go from there?',
      meta: {
        label: 'A professional disagrees',
        stage: 'after',
        topics: ['decision.dissent-risk', 'complaint.dissent-route', 'complaint.escalation'],
      },
      on: {
        'dissent.escalated': to('escalated', ['complaint.dissent-route', 'complaint.escalation', 'decision.dissent-risk']),
        'disagreement.talked-over': to('talkedOver', ['decision.dissent-risk', 'complaint.escalation']),
      },
    },
    talkedOver: {
      type: 'final',
      tags: ['after'],
      description: 'The professionals have settled it between them.',
      meta: { label: 'Settled by talking', stage: 'after', topics: ['complaint.escalation', 'decision.dissent-risk'] },
    },
    escalated: {
      type: 'final',
      tags: ['after'],
      description: 'The disagreement is with those who settle disagreements between agencies.',
      meta: { label: 'Escalated', stage: 'after', topics: ['complaint.dissent-route', 'complaint.escalation'] },
    },
    beyond: {
      type: 'final',
      tags: ['after'],
      description: 'The matter is before somebody outside the conference.',
      meta: { label: 'Taken further', stage: 'after', topics: FURTHER },
    },
    closed: {
      type: 'final',
      tags: ['after'],
      description: 'Nobody takes it further.',
      meta: { label: 'At rest', stage: 'after', topics: ['complaint.outcomes'] },
    },
  },
}); // prettier-ignore
