import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toFirstResult } from './weigh.ts';

const { page, parts, needed, bytes, total } = toFirstResult();

describe('from opening the search page to the first result', () => {
  it('takes the page, one style sheet, one script, and the index in two parts', () => {
    expect(needed.map((path) => path.split('.').at(-1)).sort()).toEqual(['css', 'js', 'svg']);
    expect(parts.sort()).toEqual(globSync('build/search/*.*.json').sort());
    expect(parts).toHaveLength(2);
  });

  it('takes 110 kB at most, compressed', () => {
    expect(total, JSON.stringify(bytes, null, 2)).toBeLessThanOrEqual(110_000);
  });
});

it('no other page names a part of the index', () => {
  const others = globSync('build/**/index.html').filter((path) => path.replaceAll('\\', '/') !== page);
  expect(others.length).toBeGreaterThan(1000);
  expect(others.filter((path) => /search\/[a-z]+\.[0-9a-f]{10}\.json/.test(readFileSync(path, 'utf8')))).toEqual([]);
});
