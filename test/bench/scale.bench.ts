/**
 * What the build costs as the corpus grows: the project with 1, 10 and 30 times its clauses, each built from clean in a copy of its own under
 * the system's temporary folder. The further clauses are our own restatements again, under new ids, in further sections; they concern nobody,
 * since the sheet of a role has to hold on two sides of paper.
 *
 * Time is what the clock says, and so depends on what else the machine does; processor time does not. Memory is measured on Linux only
 * (see measure.ts). `npm run bench -- scale` takes some minutes; `SCALE=1,10 npm run bench -- scale` builds those sizes only. Growth is told
 * between all sizes of the same sources that were built on this machine, in this run or before.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, globSync, linkSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, readlinkSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse, stringify } from 'yaml';
import { build } from './measure.ts';

const root = resolve(import.meta.dirname, '../..');
const SIZES = (process.env.SCALE ?? '1,10,30').split(',').map(Number);
/** Seconds and megabytes, and how much more a further page may cost in the largest corpus than in a smaller one: 1 is linear, a square would be 3.6. */
const TARGETS = { 1: { seconds: 40, megabytes: 1500 }, 10: { seconds: 60 } } as const;
const GROWTH = 2;

/** What one build makes and writes in node_modules must not reach the project's own. */
const MADE = new Set(['$app', '.cache', '.vite', '.vite-temp', '.vitest-cache']);

/** A folder with hard links to the files of another, or copies where it lies on another disk. */
function mirror(from: string, to: string) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [a, b] = [join(from, entry.name), join(to, entry.name)];
    if (MADE.has(entry.name)) continue;
    if (entry.isSymbolicLink()) symlinkSync(readlinkSync(a), b);
    else if (entry.isDirectory()) mirror(a, b);
    else
      try {
        linkSync(a, b);
      } catch {
        copyFileSync(a, b);
      }
  }
}

type Clauses = { section: string; title: string; parts: { heading: string; clauses: { id: string }[] }[] };

/** Adds the clauses of every section again, as often as it takes. */
function multiply(content: string, times: number) {
  for (const folder of globSync(join(content, 'rulebooks/*'))) {
    const path = join(folder, 'source.yaml');
    const source = parse(readFileSync(path, 'utf8')) as { sections: string[] };
    const further: string[] = [];
    for (const section of source.sections) {
      const file = parse(readFileSync(join(folder, 'clauses', `${section}.yaml`), 'utf8')) as Clauses;
      for (let time = 2; time <= times; time++) {
        const again = `${section}-again-${time}`;
        const parts = file.parts.map((part) => ({
          ...part,
          clauses: part.clauses.map((clause) => ({ ...clause, id: again + clause.id.slice(section.length), actors: [] })),
        }));
        writeFileSync(join(folder, 'clauses', `${again}.yaml`), stringify({ ...file, section: again, parts }));
        further.push(again);
      }
    }
    writeFileSync(path, stringify({ ...source, sections: [...source.sections, ...further] }));
  }
}

/** Runs in the copy, so that it measures the copy's own index. */
const SEARCHING = `
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
const { searchFiles } = await import('./src/lib/server/search.ts');
const { open } = await import('./src/lib/search/parts.ts');
const { createSearch } = await import('./src/lib/search/search.ts');
const [core, ...parts] = searchFiles.map(({ text }) => JSON.parse(text));
const started = performance.now();
const search = createSearch(open(core, parts));
const opened = performance.now() - started;
const asked = parse(readFileSync('test/content/questions.yaml', 'utf8')).map(({ ask }) => ask);
const times = asked.map((ask) => { const from = performance.now(); search(ask); return performance.now() - from; }).sort((a, b) => a - b);
console.log(JSON.stringify({ opened, median: times[times.length >> 1], worst: times.at(-1) }));
`;
function searching(project: string): { opened: number; median: number; worst: number } | undefined {
  if (!existsSync(join(project, 'src/lib/server/search.ts'))) return undefined;
  writeFileSync(join(project, 'searching.mjs'), SEARCHING);
  try {
    return JSON.parse(execFileSync(process.execPath, ['searching.mjs'], { cwd: project, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })) as ReturnType<typeof searching>; // prettier-ignore
  } catch {
    return undefined;
  }
}

const number = (n: number, digits = 0) => n.toLocaleString('en-GB', { maximumFractionDigits: digits, minimumFractionDigits: digits });
const missed: string[] = [];
interface Built {
  times: number;
  pages: number;
  /** Seconds: of processor time where it can be measured, else by the clock. */
  spent: number;
}
/** What was built before, of these very sources: another size of them need not be built again to be compared. */
const kept = join(root, 'node_modules/.cache/quorate/scale.json');
const sources = (() => {
  const hash = createHash('sha256').update(process.version);
  const files = globSync(['content/**', 'machines/**', 'src/**', 'static/**', 'package-lock.json', 'vite.config.ts'], { cwd: root });
  for (const path of files.sort()) if (statSync(join(root, path)).isFile()) hash.update(path).update(readFileSync(join(root, path)));
  return hash.digest('hex');
})();
const earlier = existsSync(kept) ? (JSON.parse(readFileSync(kept, 'utf8')) as { sources: string; built: Built[] }) : undefined;
const built = new Map<number, Built>(earlier?.sources === sources ? earlier.built.map((one) => [one.times, one]) : []);
const before = new Set(built.keys());

const copies: string[] = [];
process.on('exit', () => copies.forEach((copy) => rmSync(copy, { recursive: true, force: true })));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

console.log(`machine       ${availableParallelism()} processors, Node ${process.version}, ${process.platform}`);
for (const times of SIZES) {
  const copy = mkdtempSync(join(tmpdir(), 'quorate-scale-'));
  copies.push(copy);
  try {
    for (const name of ['content', 'machines', 'src', 'static', 'test/content/questions.yaml', 'package.json', 'tsconfig.json', 'vite.config.ts', 'package-lock.json'])
      cpSync(join(root, name), join(copy, name), { recursive: true }); // prettier-ignore
    mirror(join(root, 'node_modules'), join(copy, 'node_modules'));
    multiply(join(copy, 'content'), times);
    const cost = await build(copy);

    const pages = globSync('build/**/index.html', { cwd: copy });
    const clauses = globSync('build/rulebooks/*/*/index.html', { cwd: copy }).length;
    const all = globSync('build/**/*', { cwd: copy, withFileTypes: true }).filter((entry) => entry.isFile());
    const bytes = all.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
    const index = globSync('build/search/**/*.json', { cwd: copy }).filter((path) => !path.includes('__data'));
    const sent = index.map((path) => gzipSync(readFileSync(join(copy, path))).length);
    const search = searching(copy);
    const spent = cost.cpu || cost.seconds;
    built.set(times, { times, pages: pages.length, spent });
    before.delete(times);
    mkdirSync(join(root, 'node_modules/.cache/quorate'), { recursive: true });
    writeFileSync(kept, JSON.stringify({ sources, built: [...built.values()] }));

    console.log(`\n${times} ×`);
    console.log(`pages         ${number(pages.length)}, of which ${number(clauses)} under a rulebook; ${number(all.length)} files, ${number(bytes / 1e6)} MB`);
    console.log(`time          ${number(cost.seconds, 1)} s by the clock${cost.cpu ? `, ${number(cost.cpu, 1)} s of processor time` : ''}`);
    console.log(`a page        ${number((cost.seconds / pages.length) * 1000, 2)} ms by the clock${cost.cpu ? `, ${number((spent / pages.length) * 1000, 2)} ms of processor time` : ''}`);
    console.log(cost.megabytes ? `memory        ${number(cost.megabytes)} MB at its peak` : 'memory        not measured: there is no /proc here');
    console.log(index.length ? `search        ${index.length} files, ${number(sent.reduce((a, b) => a + b, 0) / 1000)} kB compressed, the largest ${number(Math.max(...sent) / 1000)} kB` : 'search        not there');
    if (search) console.log(`              opened in ${number(search.opened)} ms; a question answered in ${number(search.median, 1)} ms (median), ${number(search.worst, 1)} ms (worst)`);

    const worker = join(copy, 'build/service-worker.js');
    if (existsSync(worker)) console.log(`offline       ${number(gzipSync(readFileSync(worker)).length / 1000)} kB compressed for the service worker and its list of pages`);
    const target: { seconds?: number; megabytes?: number } = TARGETS[times as keyof typeof TARGETS] ?? {};
    if (target.seconds && cost.seconds > target.seconds) missed.push(`${times} ×: ${number(cost.seconds, 1)} s (target: ${target.seconds} s)`);
    if (target.megabytes && cost.megabytes > target.megabytes) missed.push(`${times} ×: ${number(cost.megabytes)} MB (target: ${target.megabytes} MB)`);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
} // prettier-ignore

const sizes = [...built.values()].sort((a, b) => a.times - b.times);
if (before.size) console.log(`\nbuilt before  ${sizes.filter(({ times }) => before.has(times)).map(({ times, pages, spent }) => `${times} ×: ${number(pages)} pages in ${number(spent, 1)} s`).join(', ')}`); // prettier-ignore
/** What a page more costs between one size and the next, without what every build costs. */
const further = sizes.slice(1).map((now, i) => ({ times: now.times, from: sizes[i]!.times, each: (now.spent - sizes[i]!.spent) / (now.pages - sizes[i]!.pages) })); // prettier-ignore
if (further.length) console.log('');
for (const { from, times, each } of further) console.log(`from ${from} × to ${times} ×, a further page costs ${number(each * 1000, 2)} ms`);
if (further.length > 1) {
  const growth = further.at(-1)!.each / further[0]!.each;
  console.log(`growth        ${growth.toFixed(2)} (target: at most ${GROWTH}; 1 is linear)`);
  if (growth > GROWTH) missed.push(`a further page costs ${growth.toFixed(2)} times as much in the largest corpus`);
} else
  console.log(
    `growth        not told yet: it takes three sizes of the same sources, and there ${sizes.length === 1 ? 'is one' : `are ${sizes.length}`}`,
  );
for (const one of missed) console.log(`MISSED        ${one}`);
if (missed.length) process.exitCode = 1;
