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

const clauses = globSync('build/rulebooks/*/*/index.html');
const topics = globSync('build/topics/*/index.html');
const indexes = [
  'build/index.html',
  'build/about/index.html',
  'build/compare/index.html',
  'build/topics/index.html',
  'build/rulebooks/index.html',
  ...globSync('build/rulebooks/*/index.html'),
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

it('a look-up page has no script', () => {
  expect([...clauses, ...topics, ...indexes].filter((path) => /<script\b/.test(read(path)))).toEqual([]);
});
