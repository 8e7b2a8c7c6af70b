import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROCEDURES, RULEBOOKS } from '#content/schema.ts';
import { hasScript, weigh, withStyles } from './weigh.ts';

const pages = globSync('build/procedures/*/compare/*/index.html');
const lists = PROCEDURES.map((procedure) => `build/procedures/${procedure}/compare/index.html`);
const read = (path: string) => readFileSync(path, 'utf8');

describe('two rulebooks side by side', () => {
  it('have a page for each of the ten pairs in each procedure, in the order of the rulebooks', () => {
    const pairs = RULEBOOKS.flatMap((a, i) => RULEBOOKS.slice(i + 1).map((b) => `${a}-${b}`));
    const wanted = PROCEDURES.flatMap((procedure) =>
      pairs.map((pair) => join('build/procedures', procedure, 'compare', pair, 'index.html')),
    );
    expect(pages.sort()).toEqual(wanted.sort());
  });

  it('need no script on their page, and at most 45 kB with its styles', () => {
    expect(pages.filter(hasScript)).toEqual([]);
    expect(pages.map((path) => ({ path, bytes: withStyles(path) })).filter(({ bytes }) => bytes > 45_000)).toEqual([]);
  });

  it('are all in the list of the procedure, which has one script of 15 kB at most that imports nothing', () => {
    for (const path of lists) {
      const html = read(path);
      const own = pages.filter((page) => page.startsWith(join(path, '..')));
      expect(own).toHaveLength(10);
      expect(own.filter((page) => !html.includes(`/compare/${page.split(/[\\/]/).at(-2)}/"`))).toEqual([]);
      const scripts = [...html.matchAll(/<script\b[^>]*src="([^"]+)"/g)].map(([, src]) => join(path, '..', src!));
      expect(scripts).toHaveLength(1);
      expect(weigh(scripts[0]!)).toBeLessThanOrEqual(15_000);
      expect(read(scripts[0]!)).not.toMatch(/\bimport\s*[("'{]|\bfrom\s*["']/);
    }
  });

  it('lead nowhere that there is not: every clause and question that they cite has its page, every place its anchor', () => {
    const lost = pages.flatMap((path) => {
      const html = read(path);
      return [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href!).filter((href) => {
        if (href.startsWith('#')) return !html.includes(`id="${href.slice(1)}"`);
        const [file] = href.split('#');
        return /\/$/.test(file!) && !existsSync(join(path, '..', file!, 'index.html'));
      }).map((href) => `${path}: ${href}`); // prettier-ignore
    });
    expect(lost).toEqual([]);
  });
});
