import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const read = (path: string) => readFileSync(`build/${path}`);
const kB = (...paths: string[]) => paths.reduce((sum, path) => sum + gzipSync(read(path), { level: 9 }).length, 0) / 1000;
const slashed = (path: string) => path.replaceAll('\\', '/');

/** A script and all that it imports before it runs. */
function withImports(path: string, found = new Set<string>()): string[] {
  if (found.has(path)) return [];
  found.add(path);
  for (const [, to] of read(path)
    .toString()
    .matchAll(/(?:\bfrom|\bimport)\s*["'`](\.[^"'`]+)["'`]/g))
    withImports(posix.join(posix.dirname(path), to!), found);
  return [...found];
}

const cases = globSync('build/practise/*/index.html').map((path) => slashed(path).split('/').at(-2)!);

describe('a case loads itself and the rules that its procedure asks for, nothing else', () => {
  it.each(cases)('%s', (id) => {
    const page = `practise/${id}/index.html`;
    const html = read(page).toString();
    const [, entry] = /<script type="module" src="\.\.\/\.\.\/(_app\/immutable\/practise\.\w+\.js)"/.exec(html)!;
    const scripts = withImports(entry!);
    const words = globSync(`build/practise/${id}/*.json`)
      .map((path) => slashed(path).replace(/^build\//, ''))
      .filter((path) => !path.endsWith('__data.json'));
    const [data, code, said] = [kB(page), kB(...scripts), Math.max(...words.map((path) => kB(path)))];
    console.log(
      `${id}: ${data.toFixed(1)} kB of HTML with its data, ${code.toFixed(1)} kB of JavaScript, and at most ${said.toFixed(1)} kB that a rulebook says`,
    );

    expect(scripts.some((path) => read(path).includes('valibot'))).toBe(false);
    expect(data + code).toBeLessThanOrEqual(90);
    expect(data + code + said).toBeLessThanOrEqual(97);
  });
});
