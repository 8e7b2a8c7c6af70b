import { globSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const about = readFileSync('build/about/index.html', 'utf8').replace(/&nbsp;|\u00a0/g, ' ').replace(/\s+/g, ' '); // prettier-ignore
const worker = readFileSync('build/service-worker.js', 'utf8');
/** Everything that the service worker keeps: all that is served, but what only SvelteKit's own router would ask for. */
const kept = globSync('build/**/*').filter(
  (path) => statSync(path).isFile() && !/__data\.json$|service-worker\.js$|version\.json$/.test(path),
);
const megabytes = kept.reduce((sum, path) => sum + statSync(path).size, 0) / 1e6;

describe('what the page about the site promises for offline use', () => {
  it('is about as much as the site takes on a device', () => {
    const [, said] = /take about (\d+) MB/.exec(about)!;
    console.log(`${kept.length} pages and files, ${megabytes.toFixed(1)} MB; the page says ${said} MB`);
    expect(Math.abs(megabytes - Number(said))).toBeLessThanOrEqual(Number(said) * 0.2);
  });
  it('is about as many pages and files as there are', () => {
    const [, said] = /about ([\d,]+) pages and files/.exec(about)!;
    const number = Number(said!.replace(',', ''));
    expect(Math.abs(kept.length - number)).toBeLessThanOrEqual(number * 0.2);
  });
  it('holds for every page: the worker knows them all, and every script of a case', () => {
    for (const path of kept) {
      const address = path.replaceAll('\\', '/').replace(/^build\//, '').replace(/index\.html$/, ''); // prettier-ignore
      expect(worker.includes(address), address).toBe(true);
    }
  });
});

describe('every page that runs a script has the site kept', () => {
  /** A script and all that it imports, at once or later. */
  function registers(path: string, seen = new Set<string>()): boolean {
    if (seen.has(path)) return false;
    seen.add(path);
    const code = readFileSync(path, 'utf8');
    if (code.includes('service-worker.js')) return true;
    const named = [...code.matchAll(/["'`](\.{1,2}\/[^"'`\s]+\.js)["'`]/g)].map(([, to]) =>
      new URL(to!, `file:///${path}`).pathname.slice(1),
    );
    return named.some((to) => registers(to, seen));
  }
  const pages = globSync('build/**/index.html').map((path) => ({ path, html: readFileSync(path, 'utf8') }));
  const scripted = pages.filter(({ html }) => /<script\b/.test(html));

  it('finds them', () => {
    const places = scripted.map(({ path }) => path.replaceAll('\\', '/').replace(/^build\/|index\.html$/g, ''));
    for (const place of ['practise/', 'practise/three-children-four-views/', 'search/', 'rulebooks/kent/check/'])
      expect(places).toContain(place);
  });
  it.each(scripted.map(({ path, html }) => [path.replaceAll('\\', '/'), html] as const))('%s', (path, html) => {
    const scripts = [...html.matchAll(/["'](\.[^"']*\.js)["']/g)].map(([, to]) => new URL(to!, `file:///${path}`).pathname.slice(1));
    expect(scripts.some((script) => registers(script))).toBe(true);
  });
});
