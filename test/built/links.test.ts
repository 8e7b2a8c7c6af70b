import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve('build');
const pages = globSync('build/**/*.html').map((path) => ({ path, html: readFileSync(path, 'utf8') }));
const isPage = (path: string) => path.endsWith('.html');

/** The targets of a page's links, with the pages and files that they lead to. */
function links({ path, html }: (typeof pages)[number]) {
  return [...html.matchAll(/<a\b[^>]*?\s(?:xlink:)?href="([^"]*)"/g)]
    .map(([, href]) => href!.replaceAll('&amp;', '&'))
    .filter((href) => !/^[a-z]+:/.test(href))
    .map((href) => {
      const [, place = '', fragment = ''] = /^([^?#]*)[^#]*(?:#(.*))?$/.exec(href)!;
      // The page for what is not found stands anywhere, so its addresses begin at the root.
      const to = place.startsWith('/') ? join(root, place) : place ? resolve(dirname(path), place) : resolve(path);
      const slashed = place === '' || /(\/|^\.{1,2})$/.test(place);
      const file = existsSync(to) && statSync(to).isDirectory() ? join(to, 'index.html') : to;
      return { href, file, fragment: decodeURIComponent(fragment), slashed };
    });
}

const ids = new Map(
  pages.map(({ path, html }) => [
    resolve(path),
    new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id!.replaceAll('&amp;', '&'))),
  ]),
);

/** The pages' links that offend, each told once, with one page that has it. */
function offending(offends: (link: ReturnType<typeof links>[number]) => boolean) {
  const found = new Map<string, string>();
  for (const page of pages)
    for (const link of links(page)) if (offends(link)) found.set(`${link.file}#${link.fragment}`, `${page.path}: ${link.href}`);
  return [...found.values()];
}

describe('every link within the built site', () => {
  it('is looked at', () => {
    const count = pages.reduce((sum, page) => sum + links(page).length, 0);
    console.log(`${count} links on ${pages.length} pages`);
    expect(count).toBeGreaterThan(10 * pages.length);
  });

  it('leads to a page or file that is there', () => {
    expect(offending(({ file }) => !existsSync(file) || statSync(file).isDirectory())).toEqual([]);
  });

  it('leads to a place on that page that is there', () => {
    expect(offending(({ file, fragment }) => fragment !== '' && isPage(file) && ids.has(file) && !ids.get(file)!.has(fragment))).toEqual(
      [],
    );
  });

  it('has the very address under which a page is kept offline, final slash included', () => {
    expect(offending(({ file, slashed }) => isPage(file) && !slashed)).toEqual([]);
  });
});
