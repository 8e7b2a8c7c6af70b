import type { Attendance, Value } from '#content/schema.ts';
import type { Check } from '../findings.ts';

type Quorum = Extract<Value, { kind: 'quorum' }>;

/**
 * Where a rulebook says "the child" and the conference is about several, knowing one of them is enough;
 * where it says "each child", an agency counts only if it knows them all.
 */
function qualifies(value: Quorum, { contact, knows }: Attendance, children: readonly string[]): boolean {
  if (knows && !(value.each ? children.every((c) => knows.includes(c)) : children.some((c) => knows.includes(c)))) return false;
  if (contact === 'expertise' || contact === 'none') return false;
  if (value.qualify === 'direct-contact') return contact !== 'enquiries';
  if (value.qualify === 'contributed-to-enquiries') return contact !== 'direct';
  return true;
}

/** The agencies that count, each once. A required agency counts by being there. */
export function counting(value: Quorum, present: readonly Attendance[], children: readonly string[]) {
  const counted = present.filter((a) => value.required.includes(a.agency) || qualifies(value, a, children)).map((a) => a.agency);
  return [...new Set(counted)];
}

/** The single source of both the guard's yes or no and the trainee's why. */
export const quorum: Check<'quorum'> = (value, { event, context }) => {
  if (!event.present) return undefined;
  const counted = counting(
    value,
    event.present,
    context.facts.children.map((c) => c.id),
  );
  const others = counted.filter((agency) => !value.required.includes(agency));
  const met = value.required.every((agency) => counted.includes(agency)) && others.length >= value.others;
  return {
    outcome: met ? 'complies' : 'departs',
    expected: { is: 'agencies', required: value.required, others: value.others, qualify: value.qualify },
    actual: {
      is: 'agencies', required: value.required, others: others.length, qualify: value.qualify, counted,
      uncounted: event.present.map((a) => a.agency).filter((a) => !counted.includes(a)),
    },
  }; // prettier-ignore
};
