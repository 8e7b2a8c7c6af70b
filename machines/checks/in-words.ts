/** Duties, permissions, prohibitions, conditions, lists and routes: what a move must show, in the acts of content/acts.yaml. */
import type { Act, Value } from '#content/schema.ts';
import type { Asked, Check, Shown } from '../findings.ts';

type InWords = { when?: readonly Act[]; unless?: readonly Act[]; needs?: readonly Act[]; anyOf?: readonly Act[]; never?: readonly Act[] };

/** What a value asks for; `undefined` where it asks for nothing that a move could show. */
export function demands(value: Value): InWords | undefined {
  switch (value.kind) {
    case 'list': {
      const needs = value.items.flatMap((item) => item.act ?? []);
      const anyOf = value.items.flatMap((item) => item.anyOf ?? []);
      const never = value.items.flatMap((item) => item.never ?? []);
      if (!(needs.length || anyOf.length || never.length) || value.of === 'examples') return undefined;
      return value.of === 'all' ? { ...value, needs, anyOf, never } : { ...value, anyOf: [...needs, ...anyOf], never };
    }
    case 'route':
      return value.needs.length ? value : undefined;
    case 'duty':
    case 'permission':
    case 'prohibition':
    case 'condition':
      return value.needs.length || value.anyOf.length || value.never.length ? value : undefined;
    default:
      return undefined;
  }
}

export const applies = ({ when = [], unless = [] }: InWords, known: ReadonlySet<Act>): boolean =>
  when.every((act) => known.has(act)) && !unless.some((act) => known.has(act));

function inWords(value: Value, { acts, known }: Asked): Shown | undefined {
  const asked = demands(value);
  if (!asked) return { outcome: 'not-addressed', expected: { is: 'answer', words: 'what' in value ? value.what : '' }, actual: undefined };
  const exceptions = (asked.unless ?? []).filter((act) => known.has(act));
  if (!(asked.when ?? []).every((act) => known.has(act))) return undefined;
  // Keeping to an exception is keeping to the rule.
  if (exceptions.length)
    return {
      outcome: 'complies',
      expected: { is: 'acts', of: 'any', acts: asked.unless ?? [] },
      actual: { is: 'acts', of: 'all', acts: exceptions },
    };
  const { needs = [], anyOf = [], never = [] } = asked;
  // A forbidden act is found where it happens; what is needed may also have happened before.
  const broken = never.filter((act) => acts.includes(act));
  const missing = [...needs.filter((act) => !known.has(act)), ...(anyOf.some((act) => known.has(act)) ? [] : anyOf)];
  if (broken.length)
    return { outcome: 'departs', expected: { is: 'acts', of: 'none', acts: never }, actual: { is: 'acts', of: 'all', acts: broken } };
  const expected = needs.length
    ? ({ is: 'acts', of: 'all', acts: needs } as const)
    : anyOf.length
      ? ({ is: 'acts', of: 'any', acts: anyOf } as const)
      : ({ is: 'acts', of: 'none', acts: never } as const);
  return {
    outcome: missing.length ? 'departs' : 'complies',
    expected,
    actual: { is: 'acts', of: 'all', acts: [...needs, ...anyOf].filter((act) => known.has(act)), missing },
  };
}

export const duty: Check<'duty'> = inWords;
export const permission: Check<'permission'> = inWords;
export const prohibition: Check<'prohibition'> = inWords;
export const condition: Check<'condition'> = inWords;
export const list: Check<'list'> = inWords;
export const route: Check<'route'> = inWords;
