import { ageOn } from '../working-days.ts';
import type { Asked, Check, Child } from '../findings.ts';

/** Whether what the topic asks was done for one child: told of an advocate, or else invited. */
const doneFor = ({ topic, event, known }: Asked, child: Child) =>
  topic === 'child.advocacy-age' ? known.has('advocacy-offered') : (event.invited ?? []).includes(child.id);

/** A child who is not born yet has reached no age. */
const ageOf = ({ born }: Child, day: string) => (born === undefined ? -1 : ageOn(born, day));

/**
 * "From twelve" begins on the twelfth birthday. "Over twelve" surely holds from the thirteenth; whether it holds for a
 * twelve-year-old no rulebook says, so that a child of exactly that age is never the ground for a departure.
 */
export const age: Check<'age'> = (value, asked) => {
  const { event, context, known } = asked;
  const years = value.from ?? value.over ?? Number.POSITIVE_INFINITY;
  const reached = context.facts.children.filter((child) => ageOf(child, event.on) >= years);
  if (!reached.length) return undefined;
  const exceptions = value.unless.filter((act) => known.has(act));
  if (exceptions.length) {
    return {
      outcome: 'complies',
      expected: { is: 'acts', of: 'any', acts: value.unless },
      actual: { is: 'acts', of: 'all', acts: exceptions },
    };
  }
  const certain = value.over === undefined ? reached : reached.filter((child) => ageOf(child, event.on) > years);
  const left = reached.filter((child) => !doneFor(asked, child));
  const outcome = !left.length
    ? 'complies'
    : left.some((child) => certain.includes(child))
      ? 'departs'
      : certain.length
        ? 'complies'
        : 'not-addressed';
  return {
    outcome,
    expected: { is: 'children', names: (certain.length ? certain : reached).map((c) => c.name), age: years, what: value.what },
    actual: { is: 'children', names: reached.filter((c) => doneFor(asked, c)).map((c) => c.name), what: value.what },
  };
};
