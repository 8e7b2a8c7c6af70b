import { describe, expect, it } from 'vitest';
import type { ProcedureId } from '#content/schema.ts';
import { begin, eventOf, judge, openCalendar, parting, procedure, procedures, rehearse, underRules } from '#machines/index.ts';
import type { Choice, Rules } from '#machines/index.ts';
import { procedureOf } from '#lib/practise/machine.ts';
import { opened, wholeRules, withWords } from '#lib/practise/pack.ts';
import type { After, Opening, Pack, Played, Words } from '#lib/practise/pack.ts';
import { rulebooks } from '#lib/server/content.ts';
import { afterOf, openingOf, packOf, scenarios, wordsOf } from '#lib/server/practise.ts';
import { cases } from './cases.ts';

const arrived = <T>(of: T): T => JSON.parse(JSON.stringify(of)) as T;
const [scenario] = scenarios;
const pack: Pack = arrived(packOf(scenario!));
const { books, scenario: script } = pack;
const icpc = procedure(script.procedure);
const whole = (id: string) => rulebooks.find((r) => r.id === id)!;
const openingFor = (id: string): Opening => arrived(openingOf(scenario!, whole(id)));
const wordsFor = (id: string): Words => arrived(wordsOf(scenario!, whole(id)));
const played = (id: string): Played =>
  opened(
    books.find((b) => b.id === id)!,
    script.procedure,
    openingFor(id),
  );
const playable = books.filter((b) => b.playable);
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
  it.each(playable.flatMap((b) => [0, 1, 2, 3].map((nth) => [b.name, nth, b.id] as const)))('%s, always move %i', (_, nth, id) => {
    const { rules } = withWords(played(id), wordsFor(id));
    const log = always(nth, rules);
    const { made } = play(rules, log);
    const asWritten = play(whole(id).rules, log).made;
    expect(parting(made.map((m) => m.verdict), asWritten.map((m) => m.verdict))).toBeUndefined(); // prettier-ignore
    const shown = (of: typeof made) => of.flatMap((m) => m.verdict.findings.map((f) => [f.topic, f.outcome, f.answer, f.reading]));
    expect(shown(made)).toEqual(shown(asWritten));
  });

  it('says of the first move all that it says once everything has been fetched', () => {
    for (const { id } of playable) {
      const first = played(id);
      const all = withWords(first, wordsFor(id));
      for (const move of script.decisions[0]!.moves.keys()) {
        const log = [{ decision: script.decisions[0]!.id, move }];
        const [early, late] = [first, all].map(({ rules }) => play(rules, log).made[0]!.verdict.findings);
        expect(early).toEqual(late);
        expect(early!.every((f) => f.answer)).toBe(true);
        for (const { topic } of early!) expect(first.asks[topic], topic).toBe(all.asks[topic]);
      }
    }
  });

  it('has words for every act that a finding names, and a question for every topic', () => {
    for (const { id } of playable) {
      const { rules, acts, asks } = withWords(played(id), wordsFor(id));
      for (const nth of [0, 1, 2, 3])
        for (const { verdict } of play(rules, always(nth, rules)).made)
          for (const { topic, expected, actual } of verdict.findings) {
            expect(asks[topic], topic).toMatch(/\?$/);
            for (const said of [expected, actual])
              if (said?.is === 'acts') for (const act of said.acts) expect(acts, `${id}: ${act}`).toHaveProperty(act);
          }
    }
  });

  it('can be compared with a rulebook that it cannot be played under', () => {
    const kent = books.find((b) => b.id === 'kent')!;
    expect(kent).toMatchObject({ playable: false, covered: false });
    const { rules }: After = arrived(afterOf(scenario!));
    const { made } = play(played('london').rules, always(0, played('london').rules));
    expect(underRules(icpc, made, wholeRules(rules.kent))).toHaveLength(made.length);
  });

  it('names the note that tells of a contradiction, in every rulebook that has one', () => {
    for (const rulebook of rulebooks) {
      const { notes, said } = wordsFor(rulebook.id);
      for (const [topic, its] of Object.entries(said))
        if (its.length > 1) {
          const note = rulebook.notes.find((n) => n.id === notes[topic]);
          expect(note?.kind, `${rulebook.id}: ${topic}`).toBe('contradiction');
        } else expect(notes).not.toHaveProperty(topic);
    }
  });
});

describe('every procedure can be played', () => {
  const ids = Object.keys(procedures) as ProcedureId[];
  it.each(ids)('%s comes as a script of its own', async (id) => {
    const its = await procedureOf({ id, title: procedures[id].title });
    expect(its.machine.id).toBe(procedures[id].machine.id);
  });

  it.each(ids)('%s is played by what is fetched for it', async (id) => {
    const its = cases[id];
    const { calendar, books, scenario } = arrived(packOf(its));
    const machine = await procedureOf({ id, title: '' });
    for (const book of books.filter((b) => b.playable)) {
      const { rules } = opened(book, id, arrived(openingOf(its, whole(book.id))));
      for (const nth of [0, 1]) {
        const log: Choice[] = [];
        const input = { rules, calendar: openCalendar(calendar), facts: scenario.facts };
        for (let { decision } = rehearse(machine, scenario, input, log); decision; { decision } = rehearse(machine, scenario, input, log))
          log.push({ decision: decision.id, move: nth });
        expect(log.length, `${id} under ${book.id}`).toBeGreaterThan(nth === 0 ? 1 : 0);
      }
    }
  });

  it('says which rulebooks do not cover it', () => {
    const apart = (id: ProcedureId) => packOf(cases[id]).books.filter((b) => !b.covered).map((b) => b.id); // prettier-ignore
    expect(apart('icpc')).toEqual(['kent']);
    expect(apart('pre-birth')).toEqual(['hips']);
    expect(apart('complaint')).toEqual(['staffordshire', 'hips', 'kent']);
  });

  it('begins with a decision whose topics the opening knows', () => {
    for (const id of ids) {
      const its = cases[id];
      for (const rulebook of rulebooks.filter((r) => r.covers.includes(id))) {
        const opening = openingOf(its, rulebook);
        const at = begin(procedures[id], { rules: rulebook.rules, calendar: openCalendar(packOf(its).calendar), facts: its.facts });
        for (const move of its.decisions[0]!.moves)
          for (const { topic } of judge(procedures[id], at, eventOf(move, at)).verdict.findings)
            expect(opening.said).toHaveProperty([topic]);
      }
    }
  });
});
