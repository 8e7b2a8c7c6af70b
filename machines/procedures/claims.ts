/** What a rulebook must say for a situation or a way to exist under it: what stands dashed on the map of the procedure as such. */
import type { Rule, TopicId, Value } from '#content/schema.ts';
import { demands } from '../checks/in-words.ts';
import { readings } from '../checks/index.ts';
import type { Rules } from '../findings.ts';

const answers = (topic: TopicId, kinds: readonly Value['kind'][]) => (rules: Rules) => {
  const rule: Rule | undefined = rules[topic];
  return rule !== undefined && readings(rule).some(({ value }) => kinds.includes(value.kind));
};
/** Whether it asks something there that a move can show or lack. */
const asks = (topic: TopicId) => (rules: Rules) => {
  const rule = rules[topic];
  return rule !== undefined && readings(rule).some(({ value }) => demands(value) !== undefined);
};
/** Whether it sets a time there. */
export const setsTime = (topic: TopicId) => answers(topic, ['deadline', 'earliest-of', 'window']);

export const claims = {
  'majority-decides': (rules: Rules) => {
    const rule = rules['decision.made-by'];
    return rule?.status === 'stated' && rule.value.kind === 'decider' && rule.value.method === 'majority';
  },
  'deadline-stated': (rules: Rules) => setsTime('icpc.deadline')(rules) || setsTime('transfer.deadline')(rules),
  'review-dated': (rules: Rules) => setsTime('review.first')(rules) || setsTime('review.later')(rules),
  'window-stated': setsTime('prebirth.window'),
  'extension-stated': answers('prebirth.review-extension', ['extension']),
  'ending-barred': (rules: Rules) => asks('end.first-review')(rules) || asks('end.neglect')(rules),
  'takeover-stated': asks('end.moved-away'),
  'takeover-not-asked': (rules: Rules) => !asks('end.moved-away')(rules),
  'grounds-stated': asks('exclusion.grounds'),
  'quorum-stated': answers('quorum.minimum', ['quorum']),
  'review-quorum-stated': answers('quorum.review', ['quorum']),
  'parts-divided': asks('dual.second-part'),
} satisfies Record<string, (rules: Rules) => boolean>;

export type Claim = keyof typeof claims;
