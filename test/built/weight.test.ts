import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const sent = new Map<string, number>();
/** What one file costs on the way, in bytes. */
function weigh(path: string): number {
  if (!sent.has(path)) sent.set(path, gzipSync(readFileSync(path)).length);
  return sent.get(path)!;
}

const sheets = (html: string) => [...html.matchAll(/<link[^>]+href="([^"]+\.css)"/g)].map(([, href]) => href!);
const read = (path: string) => readFileSync(path, 'utf8');
/** A page with the style sheets that it asks for. */
const whole = (path: string) => weigh(path) + sheets(read(path)).reduce((sum, href) => sum + weigh(join(path, '..', href)), 0);

const isClause = (path: string) => !/[\\/](check|notes)[\\/]/.test(path);
const clauses = globSync('build/rulebooks/*/*/index.html').filter(isClause);
const checks = globSync('build/rulebooks/*/check/index.html');
const topics = globSync('build/topics/*/index.html');
const indexes = [
  'build/index.html',
  'build/about/index.html',
  'build/compare/index.html',
  'build/topics/index.html',
  'build/rulebooks/index.html',
  ...globSync('build/rulebooks/*/index.html'),
  ...globSync('build/rulebooks/*/notes/index.html'),
  ...globSync('build/procedures/*/clauses/**/index.html'),
  ...globSync('build/roles/**/index.html'),
  'build/glossary/index.html',
];
const heavier = (paths: string[], kilobytes: number) =>
  paths.map((path) => ({ path, bytes: whole(path) })).filter(({ bytes }) => bytes > kilobytes * 1000);

describe('what a look-up page costs, with its styles, compressed', () => {
  it('finds every kind of page', () => {
    expect(clauses.length).toBeGreaterThan(1000);
    expect(topics.length).toBeGreaterThan(150);
    expect(clauses.concat(topics, indexes).every((path) => sheets(read(path)).length === 1)).toBe(true);
  });

  it('is 17 kB at most for a clause', () => expect(heavier(clauses, 17)).toEqual([]));

  it('is 17 kB at most for a topic', () => expect(heavier(topics, 17)).toEqual([]));

  it('is 45 kB at most for an index, the whole comparison included', () => expect(heavier(indexes, 45)).toEqual([]));

  it('does not grow with the number of pages: no clause page names more than a few others', () => {
    const named = (path: string) => new Set([...read(path).matchAll(/href="(\.\.\/[^"]*)"/g)].map(([, href]) => href)).size;
    expect(clauses.filter((path) => named(path) > 60)).toEqual([]);
  });
});

it('a look-up page has no script, but for the one of the comparison', () => {
  expect([...clauses, ...topics, ...indexes].filter((path) => /<script\b/.test(read(path)))).toEqual(['build/compare/index.html']);
});

describe('what the comparison costs with its script, compressed', () => {
  const [script, ...others] = [...read('build/compare/index.html').matchAll(/<script\b[^>]*src="([^"]+)"/g)].map(([, src]) =>
    join('build/compare', src!),
  );

  it('is one script of 15 kB at most, the making of CSV included', () => {
    expect(others).toEqual([]);
    expect(scripts(script!).size).toBe(0);
    expect(weigh(script!)).toBeLessThanOrEqual(15_000);
  });

  it('is 60 kB at most in all', () => expect(whole('build/compare/index.html') + weigh(script!)).toBeLessThanOrEqual(60_000));
});

/** Every script that a page loads before anybody does anything, with what those import in their turn. */
function scripts(path: string, found = new Set<string>()): Set<string> {
  const named = path.endsWith('.html') ? /["'](\.[^"']*_app\/immutable\/[^"']*\.js)["']/g : /(?:from|import)\s*["'](\.[^"']*\.js)["']/g;
  for (const [, name = ''] of read(path).matchAll(named)) {
    const script = join(path, '..', name);
    if (found.has(script)) continue;
    found.add(script);
    scripts(script, found);
  }
  return found;
}

describe('what the check of a document costs, compressed', () => {
  const loaded = checks.map((path) => ({ path, js: [...scripts(path)] }));

  it('is there for every rulebook, and starts a script', () => {
    expect(checks).toHaveLength(5);
    expect(loaded.filter(({ js }) => js.length < 3)).toEqual([]);
  });

  it('is 60 kB at most to open, with its script and its fingerprints', () => {
    const weights = loaded.map(({ path, js }) => ({ path, bytes: weigh(path) + js.reduce((sum, one) => sum + weigh(one), 0) }));
    expect(weights.filter(({ bytes }) => bytes > 60_000)).toEqual([]);
  });

  it('has what opens a Word document fetched only for one', () => {
    const opens = globSync('build/_app/immutable/**/*.js').filter((path) => read(path).includes('word/${'));
    expect(opens).toHaveLength(1);
    expect(loaded.filter(({ js }) => js.some((one) => opens.includes(one)))).toEqual([]);
  });

  it('is 40 kB at most for what rests on the clauses of a rulebook', () => {
    expect(globSync('build/rulebooks/*/check/model.json').filter((path) => weigh(path) > 40_000)).toEqual([]);
  });
});
