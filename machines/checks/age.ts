import { ageOn } from '../working-days.ts';
import type { Asked, Check, Child } from '../findings.ts';

/** Past a birthday: both "from twelve" and "over twelve" hold from it, since no rulebook says that "over" means thirteen. */
const reached = (value: { from?: number | undefined; over?: number | undefined }, child: Child, day: string) =>
  ageOn(child.born, day) >= (value.from ?? value.over ?? Number.POSITIVE_INFINITY);

/** Whether what the topic asks was done for one child: told of an advocate, or else invited. */
const doneFor = ({ topic, event, known }: Asked, child: Child) =>
  topic === 'child.advocacy-age' ? known.has('advocacy-offered') : (event.invited ?? []).includes(child.id);

export const age: Check<'age'> = (value, asked) => {
  const { event, context, known } = asked;
  const old = context.facts.children.filter((child) => reached(value, child, event.on));
  if (!old.length) return undefined;
  const exceptions = value.unless.filter((act) => known.has(act));
  if (exceptions.length)
    return {
      outcome: 'complies',
      expected: { is: 'acts', of: 'any', acts: value.unless },
      actual: { is: 'acts', of: 'all', acts: exceptions },
    };
  const years = value.from ?? value.over ?? 0;
  return {
    outcome: old.every((child) => doneFor(asked, child)) ? 'complies' : 'departs',
    expected: { is: 'children', names: old.map((c) => c.name), age: years, what: value.what },
    actual: { is: 'children', names: old.filter((c) => doneFor(asked, c)).map((c) => c.name), what: value.what },
  };
};
