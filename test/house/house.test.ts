import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const top = [
  'content',
  'machines',
  'src',
  'static',
  'test',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
  'README.md',
  'LICENSE',
];
const made = ['node_modules', 'build', 'test-results'];

/** Files that are, or would be, committed. Without git: everything that is not made by a tool. */
function committed(): string[] {
  const git = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' });
  const own = spawnSync('git', ['rev-parse', '--show-prefix'], { encoding: 'utf8' });
  const names =
    git.status === 0 && own.stdout.trim() === ''
      ? git.stdout.split('\n').filter(Boolean)
      : readdirSync('.', { recursive: true, encoding: 'utf8' }).filter(
          (path) => !/^(node_modules|build|\.git|\.svelte-kit|\.cache|test-results)(\/|\\|$)/.test(path),
        );
  return names.filter((path) => existsSync(path) && statSync(path).isFile());
}

const ownWords = '../shared/tools/own-words.mjs';
const copied = ['content', 'src', 'machines', 'static', 'test', 'README.md'];

describe('our own words', () => {
  it.skipIf(!existsSync(ownWords))(
    existsSync(ownWords)
      ? 'no passage is copied from a rulebook'
      : 'no passage is copied from a rulebook (skipped: the rulebooks are not beside the project)',
    { timeout: 120_000 },
    () => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [ownWords, ...copied.filter((path) => existsSync(path))], {
        encoding: 'utf8',
      });
      expect(status, stdout + stderr).toBe(0);
    },
  );
});

describe('the top level', () => {
  it('holds the five folders, their settings, and nothing else', () => {
    const found = readdirSync('.').filter((name) => !name.startsWith('.') && !made.includes(name));
    expect(found.filter((name) => !top.includes(name))).toEqual([]);
    expect(top.filter((name) => !found.includes(name))).toEqual([]);
  });

  it('has a .ci/run that can be run', () => {
    expect(() => accessSync('.ci/run', constants.X_OK)).not.toThrow();
  });
});

describe('no file says where packages are fetched from', () => {
  it('package-lock.json has no resolved address', () => {
    expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/"resolved"/);
  });

  it('no committed file names a registry’s host', { timeout: 60_000 }, () => {
    const here = execFileSync('npm', ['config', 'get', 'registry'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: process.platform === 'win32',
    }).trim();
    const known = ['registry[.](npmjs|yarnpkg|npmmirror)', '[a-z0-9-]+[.]pkg[.]github', '(pypi|crates)[.](org|io)'].join('|');
    const hosts = [new RegExp(known, 'i')];
    if (URL.canParse(here)) hosts.push(new RegExp(new URL(here).host.replaceAll('.', '[.]'), 'i'));
    const named = committed().filter((path) => hosts.some((host) => host.test(readFileSync(path, 'utf8'))));
    expect(named).toEqual([]);
  });
});

describe('the Content-Security-Policy', () => {
  it('allows nothing inline, and no evaluation', () => {
    const config = readFileSync('vite.config.ts', 'utf8');
    expect(config).toContain(`'script-src': ['self']`);
    expect(config).not.toMatch(/unsafe-(inline|eval)/);
    expect(committed().filter((path) => path.startsWith('src/') && /unsafe-(inline|eval)/.test(readFileSync(path, 'utf8')))).toEqual([]);
  });
});
