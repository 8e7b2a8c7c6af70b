/**
 * What the build costs as the corpus grows: the project with 1, 10 and 30 times its clauses, each built from clean in a copy of its own under
 * the system's temporary folder. The further clauses are our own restatements again, under new ids, in further sections; they concern nobody,
 * since the sheet of a role has to hold on two sides of paper.
 *
 * Time is what the clock says, and so depends on what else the machine does; processor time does not. Memory is the resident memory of
 * the build and all its child processes, summed and sampled five times a second through /proc (pages that they share count in each), so it is
 * measured on Linux only. `npm run bench -- scale` takes some minutes; `SCALE=1,10 npm run bench -- scale` builds those sizes only.
 */
import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, globSync, linkSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, readlinkSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse, stringify } from 'yaml';

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

const ofProcess = (pid: number, file: string) => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
};
const children = (pid: number): number[] => {
  const own = existsSync(`/proc/${pid}/task`) ? safely(() => readdirSync(`/proc/${pid}/task`)) : [];
  const direct = own.flatMap((task) => ofProcess(pid, `task/${task}/children`).split(' ').filter(Boolean).map(Number));
  return direct.flatMap((child) => [child, ...children(child)]);
};
function safely<T>(list: () => T[]): T[] {
  try {
    return list();
  } catch {
    return [];
  }
}
/** Of a process and its children: resident memory in megabytes, and processor time in seconds, that of children which have ended included. */
function used(pid: number) {
  const all = [pid, ...children(pid)];
  const kilobytes = all.map((one) => Number(/VmRSS:\s+(\d+)/.exec(ofProcess(one, 'status'))?.[1] ?? 0));
  // The name of a process stands in brackets and may hold spaces; times are in hundredths of a second.
  const ticks = all.map((one) => {
    const fields = ofProcess(one, 'stat')
      .replace(/^.*\) /s, '')
      .split(' ')
      .slice(11, 15)
      .map(Number);
    return fields.length === 4 ? fields.reduce((sum, n) => sum + n, 0) : 0;
  });
  return { megabytes: kilobytes.reduce((a, b) => a + b, 0) / 1024, cpu: ticks.reduce((a, b) => a + b, 0) / 100 };
}

interface Cost {
  seconds: number;
  cpu: number;
  megabytes: number;
}
function build(project: string): Promise<Cost> {
  const started = performance.now();
  const cost: Cost = { seconds: 0, cpu: 0, megabytes: 0 };
  const child = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'], { cwd: project });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said += data.toString()));
  const sample = () => {
    const now = used(child.pid!);
    cost.megabytes = Math.max(cost.megabytes, now.megabytes);
    cost.cpu = Math.max(cost.cpu, now.cpu);
  };
  const timer = setInterval(sample, 200);
  return new Promise((done, failed) => {
    child.on('close', (status) => {
      clearInterval(timer);
      cost.seconds = (performance.now() - started) / 1000;
      if (status === 0) done(cost);
      else failed(new Error(`the build ended with ${status}:\n${said.slice(-4000)}`));
    });
  });
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
const built: { times: number; pages: number; spent: number }[] = [];

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
    built.push({ times, pages: pages.length, spent });

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

/** What a page more costs between one size and the next, without what every build costs. */
const further = built
  .slice(1)
  .map((now, i) => ({ ...now, before: built[i]!.times, each: (now.spent - built[i]!.spent) / (now.pages - built[i]!.pages) }));
if (further.length) console.log('');
for (const { before, times, each } of further)
  console.log(`from ${before} × to ${times} ×, a further page costs ${number(each * 1000, 2)} ms`);
if (further.length > 1) {
  const growth = further.at(-1)!.each / further[0]!.each;
  console.log(`growth        ${growth.toFixed(2)} (target: at most ${GROWTH}; 1 is linear)`);
  if (growth > GROWTH) missed.push(`a further page costs ${growth.toFixed(2)} times as much in the largest corpus`);
} // prettier-ignore
for (const one of missed) console.log(`MISSED        ${one}`);
if (missed.length) process.exitCode = 1;
