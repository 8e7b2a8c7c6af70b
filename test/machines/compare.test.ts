import { describe, expect, it } from 'vitest';
import type { Event, Rule } from '#content/schema.ts';
import { compareMove, parting, topicsOf } from '#machines/compare.ts';
import { procedure } from '#machines/procedures/index.ts';
import { replay } from '#machines/replay.ts';
import { agencies, calendar, deadline, facts, happened, silent, stated } from './setting.ts';

const icpc = procedure('icpc');
const socialCareAndTwo = stated({
  kind: 'quorum',
  required: ['social-care'],
  others: 2,
  qualify: 'direct-contact',
  notCounted: [],
  separate: [],
});
const rules: Record<'london' | 'staffordshire' | 'kent', Record<string, Rule>> = {
  london: { 'icpc.deadline': stated(deadline(15, 'working-days', 'strategy-discussion'), 'should'), 'quorum.minimum': socialCareAndTwo },
  staffordshire: { 'icpc.deadline': stated(deadline(30, 'working-days', 'strategy-discussion'), 'must'), 'quorum.minimum': silent },
  kent: { 'icpc.deadline': silent, 'quorum.minimum': silent },
};
const convened = happened('conference.convened', '2024-03-18');
const fixed = happened('conference.fixed', '2024-03-19', { for: '2024-04-16' });
const opened = happened('conference.opened', '2024-04-16', { present: agencies('social-care: direct', 'school: direct') });
const adjourned = happened('conference.adjourned', '2024-04-16', { for: '2024-04-23' });

const played = (id: keyof typeof rules, ...log: Event[]) => replay(icpc, { rules: rules[id], calendar, facts }, log).steps;

describe('one move under each rulebook', () => {
  it('is judged by the numbers of each', () => {
    expect(compareMove(icpc, rules, played('london', convened, fixed))).toMatchObject([
      { rulebook: 'london', taken: true, verdict: { outcome: 'departs', modality: 'should' } },
      { rulebook: 'staffordshire', taken: true, verdict: { outcome: 'complies' } },
      { rulebook: 'kent', taken: true, verdict: { outcome: 'not-addressed' } },
    ]);
  });
  it('is judged where the run stands, whether or not the other rulebook would have led there', () => {
    const each = compareMove(icpc, rules, played('london', convened, fixed, opened, adjourned));
    expect(each.map(({ taken }) => taken)).toEqual([true, true, true]);
    expect(each.map(({ verdict }) => verdict.outcome)).not.toContain('out-of-sequence');
  });
  it('is counted from the days of the run', () => {
    const steps = played('london', convened, fixed, opened, adjourned, { ...opened, on: '2024-04-24', present: agencies('social-care: direct', 'school: direct', 'police: direct') }); // prettier-ignore
    const [london, staffordshire] = compareMove(icpc, rules, steps);
    expect(london?.verdict).toMatchObject({ outcome: 'departs', modality: 'should' });
    expect(staffordshire?.verdict.outcome).toBe('complies');
  });
  it('is nothing where no move was made', () => {
    expect(compareMove(icpc, rules, [])).toEqual([]);
  });
  it('is judged under the rulebooks given, and no other', () => {
    expect(compareMove(icpc, { kent: rules.kent }, played('london', convened)).map((each) => each.rulebook)).toEqual(['kent']);
  });
});

describe('where two rulebooks part', () => {
  const verdicts = (id: keyof typeof rules, log: Event[]) => played(id, ...log).map((step) => step.verdict);

  it('is the first move that they judge differently', () => {
    const log = [convened, fixed, opened];
    expect(parting(verdicts('london', log), verdicts('staffordshire', log))).toBe(1);
  });
  it('is nowhere in the same rulebook, or before they part', () => {
    expect(parting(verdicts('london', [convened, fixed]), verdicts('london', [convened, fixed]))).toBeUndefined();
    expect(parting(verdicts('london', [convened]), verdicts('kent', [convened]))).toBeUndefined();
  });
  it('may lie in the force alone', () => {
    const late = happened('conference.fixed', '2024-03-19', { for: '2024-07-01' });
    expect(parting(verdicts('london', [convened, late]), verdicts('staffordshire', [convened, late]))).toBe(1);
  });
});

it('a verdict rests on each topic once', () => {
  const { verdict } = replay(icpc, { rules: rules.london, calendar, facts }, [convened, opened]).steps[1]!;
  expect(topicsOf(verdict)).toEqual(['quorum.minimum', 'icpc.deadline']);
});
