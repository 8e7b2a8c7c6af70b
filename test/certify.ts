/**
 * Prints what is proven about each procedure under each rulebook, and fails where anything does not hold.
 * With --break, each statechart and rulebook is then broken in every way in turn: each must be noticed. That takes long; procedures that
 * are named after it are the only ones broken.
 */
import { readContent } from '#content/read.ts';
import { idle, topicsOf, usesOf } from '#machines/certificate/certify.ts';
import { procedures } from '#machines/procedures/index.ts';
import { openCalendar } from '#machines/working-days.ts';
import { certifyAll } from '../src/lib/server/certifying.ts';
import { isCaught, mutationsOf } from './machines/mutations.ts';

const started = performance.now();
const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
const content = readContent('content');
const calendar = openCalendar(content.calendars['england-and-wales']!);
const all = Object.values(procedures);
const judging = new Set(all.flatMap((its) => [...topicsOf(its).judging]));
const problems: string[] = [];

const row = (...cells: (string | number)[]) => console.log(cells.map((cell, i) => (i < 2 ? String(cell).padEnd(14) : String(cell).padStart(i < 4 ? 13 : 10))).join('')); // prettier-ignore
row('procedure', 'rulebook', 'situations', 'ways', 'ends', 'places', 'moves', 'sentences', 'judge', 'inform');
const certificates = await certifyAll(
  all.map(({ id }) => id),
  content.rulebooks,
  content.calendars['england-and-wales']!,
  2,
);
for (const one of certificates) {
  const { rules } = content.rulebooks.find(({ id }) => id === one.rulebook)!;
  const uses = usesOf(procedures[one.procedure], content.topics, rules, judging);
  const held = one.invariants.filter(({ seen }) => seen > 0).length;
  const { situations, transitions } = one;
  row(one.procedure, one.rulebook, `${situations.reached}/${situations.known}`, `${transitions.taken}/${transitions.known}`, one.endings.length, one.places, one.moves, held, uses.filter(({ use }) => use === 'judges').length, uses.filter(({ use }) => use === 'informs').length); // prettier-ignore
  problems.push(...one.problems.map((problem) => `${one.procedure} under ${one.rulebook}: ${problem}`));
  problems.push(...uses.filter(({ use }) => use === 'unexplained').map(({ topic }) => `${topic} of ${one.rulebook}: stated, but neither judged by nor explained`)); // prettier-ignore
}
problems.push(...idle(certificates).map((words) => `never tried: ${words}`));
console.log(`${certificates.length} certificates in ${seconds()}: ${problems.length ? `${problems.length} problems` : 'everything holds'}`);

if (process.argv.includes('--break')) {
  // The smaller walks first: most of what is broken is noticed under any rulebook.
  const order = ['hips', 'kent', 'london', 'bfg', 'staffordshire'].flatMap((id) => content.rulebooks.filter((r) => r.id === id));
  const london = content.rulebooks.filter((r) => r.id === 'london');
  const named = process.argv.slice(process.argv.indexOf('--break') + 1);
  for (const its of all.filter(({ id }) => !named.length || named.includes(id))) {
    const broken = mutationsOf(its, london[0]!.rules);
    const unnoticed = broken.filter((mutation) => !isCaught(mutation, mutation.rules ? london : order, calendar));
    console.log(`${its.id}: broken in ${broken.length} ways, ${unnoticed.length} of them unnoticed (${seconds()})`);
    problems.push(...unnoticed.map(({ kind, what }) => `${its.id}, unnoticed: ${kind}: ${what}`));
  }
}
for (const problem of problems) console.log(`  ${problem}`);
process.exitCode = problems.length ? 1 : 0;
