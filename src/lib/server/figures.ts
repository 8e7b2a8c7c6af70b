/** What a rulebook gives for a topic, in the few words that fit on a map; the topic's own page has the rest. Pure. */
import type { TopicId, Trigger, Value } from '#content/schema.ts';
import type { Rules } from '#machines/index.ts';
import type { Unsaid } from '../drawing.ts';
import { ACTOR, TRIGGER, amountInWords } from '../vocabulary.ts';
import { readingsOf, span } from '../words.ts';

/** Triggers that go without saying beside the situation that they belong to. */
const PLAIN: Partial<Record<Trigger, string>> = {
  conference: '',
  'initial-conference': '',
  'inquorate-conference': '',
  'decision-to-convene': '',
  'strategy-discussion': 'of the strategy discussion',
  'strategy-discussion-opening-enquiries': 'of the strategy discussion',
};
const counted = (trigger: Trigger) => PLAIN[trigger] ?? `of ${TRIGGER[trigger]}`;

function inFewWords(value: Value): string | undefined {
  switch (value.kind) {
    case 'deadline':
      if (value.direction === 'before') return value.amount ? `${amountInWords(value)} before` : `before ${TRIGGER[value.trigger]}`;
      return `${value.amount ? `within ${amountInWords(value)}` : 'at once'} ${counted(value.trigger)}`.trim();
    case 'earliest-of':
      return `within ${value.of.map((d) => `${amountInWords(d)} ${counted(d.trigger)}`.trim()).join(' or ')}, the earlier`;
    case 'notice':
      return `${amountInWords(value)} before`;
    case 'window':
      return `${span(value.from, value.to)} ${value.of === 'gestation' ? 'of pregnancy' : `after ${TRIGGER[value.of]}`}`;
    case 'interval':
      return `every ${amountInWords(value)}`;
    case 'quorum':
      return `${value.required.length + value.others} agencies`;
    case 'decider':
      if (value.method === 'majority' || value.method === 'consensus') return `by ${value.method}`;
      return `by ${ACTOR[value.who]}${value.method === 'failing-consensus' ? ', failing consensus' : ''}`;
    default:
      return undefined;
  }
}

/** The figure of one topic; where two clauses differ, both. */
export function figure(rules: Rules, topic: TopicId): string | undefined {
  const rule = rules[topic];
  const words = rule ? readingsOf(rule).map(({ value }) => inFewWords(value)) : [];
  return words.length && words.every((w) => w !== undefined) ? [...new Set(words)].join(', or ') : undefined;
}

/** Whether not one of these topics is answered, and if so how: by silence, or by naming another document for one of them at least. */
export function unsaid(rules: Rules, topics: readonly TopicId[]): Unsaid | undefined {
  const statuses = topics.map((topic) => rules[topic]?.status ?? 'silent');
  if (!topics.length || statuses.some((s) => s === 'stated' || s === 'conflicting')) return undefined;
  return statuses.includes('elsewhere') ? 'elsewhere' : 'silent';
}
