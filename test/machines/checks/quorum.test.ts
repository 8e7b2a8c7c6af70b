import { describe, expect, it } from 'vitest';
import type { Attendance, Value } from '#content/schema.ts';
import { counting, quorum } from '#machines/checks/quorum.ts';
import { agencies, asked, facts, happened } from '../setting.ts';

type Quorum = Extract<Value, { kind: 'quorum' }>;
const socialCareAndTwo: Quorum = {
  kind: 'quorum',
  required: ['social-care'],
  others: 2,
  qualify: 'direct-contact',
  notCounted: [],
  separate: [],
};
const threeOfTheEnquiries: Quorum = {
  kind: 'quorum',
  required: [],
  others: 3,
  qualify: 'contributed-to-enquiries',
  notCounted: [],
  separate: [],
};

const with_ = (present: Attendance[]) => asked('quorum.minimum', happened('conference.opened', '2024-04-05', { present }));
const outcome = (rule: Quorum, ...present: Parameters<typeof agencies>) => quorum(rule, with_(agencies(...present)))?.outcome;

describe('social care and two others that have had direct contact with the child', () => {
  it('are a quorum when all three are there', () => {
    expect(quorum(socialCareAndTwo, with_(agencies('social-care: direct', 'school: direct', 'police: direct')))).toEqual({
      outcome: 'complies',
      expected: { is: 'agencies', required: ['social-care'], others: 2, qualify: 'direct-contact' },
      actual: {
        is: 'agencies',
        required: ['social-care'],
        others: 2,
        qualify: 'direct-contact',
        counted: ['social-care', 'school', 'police'],
        uncounted: [],
      },
    });
  });

  it('are none with one other only', () => {
    expect(outcome(socialCareAndTwo, 'social-care: direct', 'school: direct')).toBe('departs');
  });

  it('are none without social care, however many others come', () => {
    expect(outcome(socialCareAndTwo, 'school: direct', 'police: direct', 'gp: direct', 'housing: direct')).toBe('departs');
  });

  it('do not include an agency that comes for its expertise, and the verdict names it', () => {
    const shown = quorum(socialCareAndTwo, with_(agencies('social-care: direct', 'school: direct', 'mental-health: expertise')));
    expect(shown).toMatchObject({ outcome: 'departs', actual: { counted: ['social-care', 'school'], uncounted: ['mental-health'] } });
  });

  it('do not include an agency that contributed to the enquiries and never saw the child', () => {
    expect(outcome(socialCareAndTwo, 'social-care: direct', 'school: direct', 'police: enquiries')).toBe('departs');
    expect(outcome(socialCareAndTwo, 'social-care: direct', 'school: direct', 'police: direct-and-enquiries')).toBe('complies');
  });

  it('count an agency once, however many people it sends', () => {
    expect(outcome(socialCareAndTwo, 'social-care: direct', 'school: direct', 'school: direct')).toBe('departs');
    expect(outcome(socialCareAndTwo, 'social-care: direct', 'social-care: direct', 'school: direct')).toBe('departs');
  });

  it('count social care for being there', () => {
    expect(outcome(socialCareAndTwo, 'social-care: none', 'school: direct', 'police: direct')).toBe('complies');
  });

  it('count an agency whose second person had contact', () => {
    expect(outcome(socialCareAndTwo, 'social-care: direct', 'school: none', 'school: direct', 'police: direct')).toBe('complies');
  });
});

describe('three agencies that contributed to the enquiries', () => {
  it('are a quorum without any one agency in particular', () => {
    expect(outcome(threeOfTheEnquiries, 'school: enquiries', 'police: enquiries', 'health-visitor: direct-and-enquiries')).toBe('complies');
  });
  it('do not include one that knows the child and had no part in the enquiries', () => {
    expect(outcome(threeOfTheEnquiries, 'school: enquiries', 'police: enquiries', 'health-visitor: direct')).toBe('departs');
  });
  it('do not include an expert', () => {
    expect(outcome(threeOfTheEnquiries, 'school: enquiries', 'police: enquiries', 'paediatrician: expertise')).toBe('departs');
  });
});

describe('a quorum that asks for no contact', () => {
  it('still does not count those who come with none at all, or as experts', () => {
    expect(counting({ ...socialCareAndTwo, qualify: 'any' }, agencies('social-care: none', 'school: enquiries', 'gp: none', 'housing: expertise'), ['ama'])).toEqual(['social-care', 'school']); // prettier-ignore
  });
});

describe('a conference about several children', () => {
  const family = { ...facts, children: [...facts.children, { id: 'kofi', name: 'Kofi', born: '2019-04-05' }] };
  const about = (rule: Quorum, knows: string[]) =>
    quorum(rule, asked('quorum.minimum', happened('conference.opened', '2024-04-05', {
      present: [...agencies('social-care: direct', 'school: direct'), { agency: 'police', contact: 'direct', knows }],
    }), { facts: family })); // prettier-ignore

  it('counts an agency that knows one of them, where the rulebook says “the child”', () => {
    expect(about(socialCareAndTwo, ['kofi'])?.outcome).toBe('complies');
    expect(about(socialCareAndTwo, [])).toMatchObject({ outcome: 'departs', actual: { uncounted: ['police'] } });
  });
  it('counts only those that know them all, where it says “each child”', () => {
    expect(about({ ...socialCareAndTwo, each: true }, ['kofi'])?.outcome).toBe('departs');
    expect(about({ ...socialCareAndTwo, each: true }, ['ama', 'kofi'])?.outcome).toBe('complies');
  });
  it('takes it that an agency knows them all where the move does not say', () => {
    const said = { ...socialCareAndTwo, each: true };
    expect(quorum(said, { ...with_(agencies('social-care: direct', 'school: direct', 'police: direct')) })?.outcome).toBe('complies');
  });
});

it('nobody at all is no quorum', () => {
  expect(outcome(socialCareAndTwo)).toBe('departs');
  expect(outcome(threeOfTheEnquiries)).toBe('departs');
});

it('a move that does not say who came is not judged', () => {
  expect(quorum(socialCareAndTwo, asked('quorum.minimum', happened('conference.opened', '2024-04-05')))).toBeUndefined();
});
