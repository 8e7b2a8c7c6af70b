import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const page = 'build/search/index.html';
const html = readFileSync(page, 'utf8');
const weigh = (path: string) => gzipSync(readFileSync(path)).length;
const parts = [...html.matchAll(/<link rel="preload" as="fetch"[^>]* href="([^"]+)"/g)].map(([, href]) => join(page, '..', href!));
const needed = [...html.matchAll(/<(?:script|link)[^>]+(?:src|href)="([^"]+\.(?:js|css|svg))"/g)].map(([, href]) =>
  join(page, '..', href!),
);

describe('from opening the search page to the first result', () => {
  it('takes the page, one style sheet, one script, and the index in two parts', () => {
    expect(needed.map((path) => path.split('.').at(-1)).sort()).toEqual(['css', 'js', 'svg']);
    expect(parts.sort()).toEqual(globSync('build/search/*.*.json').sort());
    expect(parts).toHaveLength(2);
  });

  it('takes 110 kB at most, compressed', () => {
    const bytes = Object.fromEntries([page, ...needed, ...parts].map((path) => [path, weigh(path)]));
    const total = Object.values(bytes).reduce((sum, one) => sum + one, 0);
    expect(total, JSON.stringify(bytes, null, 2)).toBeLessThanOrEqual(110_000);
  });
});

it('no other page names a part of the index', () => {
  const others = globSync('build/**/index.html').filter((path) => path.replaceAll('\\', '/') !== page);
  expect(others.length).toBeGreaterThan(1000);
  expect(others.filter((path) => /search\/[a-z]+\.[0-9a-f]{10}\.json/.test(readFileSync(path, 'utf8')))).toEqual([]);
});
