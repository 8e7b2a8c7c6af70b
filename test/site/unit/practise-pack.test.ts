import { describe, expect, it } from 'vitest';
import { openCalendar, parting, procedure, rehearse, replay } from '#machines/index.ts';
import type { Choice, Rules } from '#machines/index.ts';
import { unpack, withWords } from '#lib/practise/pack.ts';
import type { Packed } from '#lib/practise/pack.ts';
import { timeline } from '#lib/practise/timeline.ts';
import { rulebooks } from '#lib/server/content.ts';
import { packOf, scenarios, wordsOf } from '#lib/server/practise.ts';

const [scenario] = scenarios;
const pack = unpack(JSON.parse(JSON.stringify(packOf(scenario!))) as Packed);
const { books, scenario: script } = pack;
const icpc = procedure(script.procedure);
const play = (rules: Rules, log: readonly Choice[]) =>
  rehearse(icpc, script, { rules, calendar: openCalendar(pack.calendar), facts: script.facts }, log);

/** The run of somebody who always makes the nth move, or the last there is. */
function always(nth: number, rules: Rules): Choice[] {
  const log: Choice[] = [];
  for (let { decision } = play(rules, log); decision; { decision } = play(rules, log))
    log.push({ decision: decision.id, move: Math.min(nth, decision.moves.length - 1) });
  return log;
}

describe('what reaches the page judges as the rulebook does', () => {
  const whole = (id: string) => rulebooks.find((r) => r.id === id)!;
  it.each(books.filter((b) => b.playable).flatMap((b) => [0, 1, 2, 3].map((nth) => [b.name, nth, b] as const)))(
    '%s, always move %i',
    (_, nth, book) => {
      const words = JSON.parse(JSON.stringify(wordsOf(scenario!, whole(book.id)))) as ReturnType<typeof wordsOf>;
      const { rules } = withWords(book, words);
      const log = always(nth, rules);
      const { made } = play(rules, log);
      const asWritten = play(whole(book.id).rules, log).made;
      expect(parting(made.map((m) => m.verdict), asWritten.map((m) => m.verdict))).toBeUndefined(); // prettier-ignore
      const shown = (of: typeof made) => of.flatMap((m) => m.verdict.findings.map((f) => [f.topic, f.outcome, f.answer, f.reading]));
      expect(shown(made)).toEqual(shown(asWritten));
    },
  );

  it('has words for every act that a finding names', () => {
    for (const book of books.filter((b) => b.playable)) {
      const { rules, acts } = withWords(book, wordsOf(scenario!, whole(book.id)));
      for (const nth of [0, 1, 2, 3])
        for (const { verdict } of play(rules, always(nth, rules)).made)
          for (const { expected, actual } of verdict.findings)
            for (const said of [expected, actual])
              if (said?.is === 'acts') for (const act of said.acts) expect(acts, `${book.id}: ${act}`).toHaveProperty(act);
    }
  });

  it('can be compared with a rulebook that it cannot be played under', () => {
    const kent = books.find((b) => b.id === 'kent')!;
    expect(kent.playable).toBe(false);
    const { made } = play(books[0]!.rules, always(0, books[0]!.rules));
    const { steps } = replay(icpc, { rules: kent.rules, calendar: openCalendar(pack.calendar), facts: script.facts }, made.map((m) => m.event)); // prettier-ignore
    expect(steps).toHaveLength(made.length);
  });
});

describe('the days of a run', () => {
  const { rules } = books.find((b) => b.id === 'london')!;
  const marks = (log: readonly Choice[]) => {
    const { made, snapshot } = play(rules, log);
    return timeline(made, snapshot, (snapshot.context.today ?? '2024-03-20').slice(0, 10)).map((m) => `${m.date} ${m.kind}: ${m.label}`);
  };
  const upTo = (decision: string, log = always(0, rules)) =>
    log.slice(
      0,
      log.findIndex((c) => c.decision === decision),
    );

  it('begins with what has happened', () => {
    expect(marks([])).toEqual([
      '2024-03-05 past: Strategy discussion',
      '2024-03-14 past: Strategy discussion; enquiries begin',
      '2024-03-20 today: Today',
    ]);
  });
  it('shows the conference, the day that it was due, and the Easter weekend between', () => {
    expect(marks(upTo('invite'))).toEqual([
      '2024-03-05 past: Strategy discussion',
      '2024-03-14 past: Strategy discussion; enquiries begin',
      '2024-03-20 today: Today: conference decided on',
      '2024-03-29 holiday: Good Friday to Easter Monday',
      '2024-04-08 set: Conference',
      '2024-04-08 due: Conference due',
    ]);
  });
  it('gives away no day before the question that it answers', () => {
    expect(marks(upTo('day')).join()).not.toContain('due');
  });
});
