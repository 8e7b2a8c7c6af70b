import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const read = (path: string) => readFileSync(`build/${path}`);
const kB = (paths: readonly string[]) => paths.reduce((sum, path) => sum + gzipSync(read(path), { level: 9 }).length, 0) / 1000;
const slashed = (path: string) => path.replaceAll('\\', '/');
const built = (pattern: string) => globSync(`build/${pattern}`).map((path) => slashed(path).replace(/^build\//, ''));

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
const PROCEDURES = ['icpc', 'review', 'pre-birth', 'dual-process', 'exclusion', 'complaint'];
/** The procedures whose statecharts a script holds. */
const machines = (path: string) => PROCEDURES.filter((id) => read(path).includes(`createMachine({id:\`${id}\``));

const cases = built('practise/*/index.html').map((path) => path.split('/').at(-2)!);

describe('a case loads itself, its own procedure, and what the first verdict needs', () => {
  it.each(cases)('%s', (id) => {
    const page = `practise/${id}/index.html`;
    const html = read(page).toString();
    const [, entry] = /<script type="module" src="\.\.\/\.\.\/(_app\/immutable\/practise\.\w+\.js)"/.exec(html)!;
    const [, procedure] = /"procedure":\{"id":"([a-z-]+)"/.exec(html.replaceAll('&quot;', '"'))!;
    const machine = built(`_app/immutable/practise/${procedure}.*.js`);
    expect(machine).toHaveLength(1);
    expect(read(entry!).toString()).toContain(posix.basename(machine[0]!));

    const scripts = [...new Set([...withImports(entry!), ...withImports(machine[0]!)])];
    const openings = built(`practise/${id}/*/opening.json`);
    const [data, code, said] = [kB([page]), kB(scripts), Math.max(...openings.map((path) => kB([path])))];
    const all = data + code + said;
    console.log(
      `${id}: ${all.toFixed(1)} kB up to the first verdict (${data.toFixed(1)} of HTML with the case, ${code.toFixed(1)} of JavaScript, at most ${said.toFixed(1)} of a rulebook)`,
    );

    expect(scripts.filter((path) => read(path).includes('valibot'))).toEqual([]);
    expect(scripts.flatMap(machines)).toEqual([procedure]);
    expect(openings.length).toBeGreaterThan(0);
    expect(all).toBeLessThanOrEqual(90);
  });

  it('has each statechart in a script of its own', () => {
    const found = built('_app/immutable/**/practise*/*.js').concat(built('_app/immutable/practise.*.js')).map(machines);
    expect(found.flat().sort()).toEqual([...PROCEDURES].sort());
    expect(found.filter((its) => its.length > 1)).toEqual([]);
  });

  it('fetches a moment later no more than 25 kB for the verdict that follows, whatever the rulebook', () => {
    for (const id of cases) {
      const words = built(`practise/${id}/*/words.json`);
      expect(words).toHaveLength(5);
      expect(Math.max(...words.map((path) => kB([path]))) + kB([`practise/${id}/after.json`])).toBeLessThanOrEqual(25);
    }
  });
});
