/** What built pages cost on the way, compressed, in bytes; and what in the tables a spreadsheet would run. Read by tests and by the report. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Papa from 'papaparse';

const sent = new Map<string, number>();
/** What one file costs. */
export function weigh(path: string): number {
  if (!sent.has(path)) sent.set(path, gzipSync(readFileSync(path)).length);
  return sent.get(path)!;
}

/** The page of every clause. */
export const clausePages = (): string[] =>
  globSync('build/rulebooks/*/*/index.html').filter((path) => !/[\\/](check|notes)[\\/]/.test(path));
export const hasScript = (path: string): boolean => /<script\b/.test(readFileSync(path, 'utf8'));
/** A page with the style sheets that it asks for. */
export const withStyles = (path: string): number =>
  [...readFileSync(path, 'utf8').matchAll(/<link[^>]+href="([^"]+\.css)"/g)].reduce((sum, [, href]) => sum + weigh(join(path, '..', href!)), weigh(path)); // prettier-ignore

/** All that is fetched from opening the search to its first result: the page, what it needs, and the parts of the index. */
export function toFirstResult() {
  const page = 'build/search/index.html';
  const html = readFileSync(page, 'utf8');
  const named = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, href]) => join(page, '..', href!));
  const parts = named(/<link rel="preload" as="fetch"[^>]* href="([^"]+)"/g);
  const needed = named(/<(?:script|link)[^>]+(?:src|href)="([^"]+\.(?:js|css|svg))"/g);
  const bytes = Object.fromEntries([page, ...needed, ...parts].map((path) => [path, weigh(path)]));
  return { page, parts, needed, bytes, total: Object.values(bytes).reduce((sum, one) => sum + one, 0) };
}

/** The cells of a table that a spreadsheet would take for a formula. */
export function cellsThatRun(path: string): string[] {
  const { data } = Papa.parse<string[]>(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''), { skipEmptyLines: true });
  return data.flat().filter((cell) => /^[=+\-@\t\r\n]/.test(cell));
}
