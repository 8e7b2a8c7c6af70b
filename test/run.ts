/**
 * Runs every suite in turn, whatever fails on the way, and ends with one line: `N passed, N failed` (and `, N skipped`).
 * A tool that counts no tests of its own counts as one. A suite that crashes, or finds no test, is a failure.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { relative, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const reports = resolve(root, 'node_modules/.cache/quorate');
process.chdir(root);
mkdirSync(reports, { recursive: true });

const total = { passed: 0, failed: 0, skipped: 0 };
const failures: string[] = [];

function count(suite: string, passed: number, failed: number, skipped = 0) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  if (failed) failures.push(`${suite}: ${failed} failed`);
}

function fail(suite: string, why: string) {
  console.log(`${suite}: ${why}`);
  total.failed += 1;
  failures.push(`${suite}: ${why}`);
}

/** Runs a package's command with this very Node, so that nothing depends on the machine's. */
function run(suite: string, bin: string, ...args: string[]): boolean {
  console.log(`\n━━ ${suite}`);
  const started = Date.now();
  const { status } = spawnSync(process.execPath, [bin, ...args], { stdio: 'inherit' });
  console.log(`   ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return status === 0;
}

/** A fault in reading a suite's report is a failure of that suite, not the end of the run. */
function guarded(suite: string, read: () => void) {
  try {
    read();
  } catch (error) {
    fail(suite, `its report cannot be read: ${String(error)}`);
  }
}

const counted = (suite: string, ok: boolean) => (count(suite, ok ? 1 : 0, ok ? 0 : 1), ok);

/** Runs a command that works in one thread, so that others may run beside it; what it says stands together. */
async function check(suite: string, bin: string, ...args: string[]): Promise<boolean> {
  const started = Date.now();
  const child = spawn(process.execPath, [bin, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (words: Buffer) => said.push(words));
  const ok = await new Promise<boolean>((done) => {
    child.once('error', () => done(false)).once('close', (status) => done(status === 0));
  });
  console.log(`\n━━ ${suite}\n${Buffer.concat(said).toString()}   ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return counted(suite, ok);
}

interface VitestReport {
  success: boolean;
  testResults: { name: string; status: string; assertionResults: { status: string }[] }[];
}

/** One run of Vitest over several folders under test/, each of which must have a test. */
function vitest(suite: string, folders: string[]) {
  const report = resolve(reports, 'vitest.json');
  rmSync(report, { force: true });
  const projects = folders.flatMap((folder) => ['--project', folder]);
  const ok = run(
    suite,
    'node_modules/vitest/vitest.mjs',
    'run',
    ...projects,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  );
  if (!existsSync(report)) return fail(suite, 'Vitest stopped before it could report');

  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as VitestReport;
  let counted = 0;
  for (const folder of folders) {
    const files = testResults.filter((file) => relative(root, file.name).split(/[\\/]/)[1] === folder);
    const statuses = files.flatMap((file) => file.assertionResults.map((test) => test.status));
    const passed = statuses.filter((status) => status === 'passed').length;
    const failed = statuses.filter((status) => status === 'failed').length;
    // A file that cannot be loaded has a failed status and no failed test.
    const broken = files.filter(
      (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
    ).length;
    counted += failed + broken;
    count(`test/${folder}`, passed, failed + broken, statuses.length - passed - failed);
    if (!statuses.length && !broken) fail(`test/${folder}`, 'no tests found');
  }
  if (!ok && !counted) fail(suite, 'Vitest ended with an error outside any test');
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}

function playwright(suite: string) {
  const report = 'node_modules/.cache/playwright/report.json';
  rmSync(report, { force: true });
  const ok = run(suite, 'node_modules/@playwright/test/cli.js', 'test', '--config', 'test/playwright.config.ts');
  if (!existsSync(report)) return fail(suite, 'Playwright stopped before it could report');

  const { stats, errors } = JSON.parse(readFileSync(report, 'utf8')) as PlaywrightReport;
  count(suite, stats.expected, stats.unexpected + stats.flaky, stats.skipped);
  if (errors.length) fail(suite, `${errors.length} errors outside any test`);
  else if (stats.expected + stats.unexpected + stats.flaky + stats.skipped === 0) fail(suite, 'no tests found');
  else if (!ok && !stats.unexpected && !stats.flaky) fail(suite, 'Playwright ended with an error outside any test');
}

// Everything after this reads the types that SvelteKit generates.
if (!run('Generated types', 'node_modules/@sveltejs/kit/svelte-kit.js', 'sync')) fail('Generated types', 'svelte-kit sync failed');

const worker = 'src/service-worker/tsconfig.json';
await Promise.all([
  check('ESLint', 'node_modules/eslint/bin/eslint.js', '--config', 'test/eslint.config.js', '--max-warnings', '0', '.'),
  check('Types', 'node_modules/svelte-check/bin/svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'),
  check('Types of the service worker', 'node_modules/typescript/bin/tsc', '--noEmit', '--project', worker),
  check('Prettier', 'node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
]);

guarded('Vitest', () => vitest('House rules, content, machines, site', ['house', 'content', 'machines', 'site']));

rmSync('build', { recursive: true, force: true });
if (counted('Build', run('Build', 'node_modules/vite/bin/vite.js', 'build'))) {
  guarded('Built pages', () => vitest('Built pages', ['built']));
  guarded('Browser', () => playwright('Browser'));
} else {
  fail('Built pages', 'not run, since there is no build');
  fail('Browser', 'not run, since there is no build');
}

if (failures.length) console.log(`\n${failures.join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`);
process.exitCode = total.failed ? 1 : 0;
