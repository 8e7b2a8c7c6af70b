import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { weigh, withStyles } from './weigh.ts';

const read = (path: string) => readFileSync(path, 'utf8');
const procedure = 'build/procedures/{icpc,review,pre-birth,dual-process,exclusion,complaint}';
const rulebook = '{london,staffordshire,hips,bfg,kent}';
const all = (file: string) => [...globSync(`${procedure}/${file}`), ...globSync(`${procedure}/${rulebook}/${file}`)];
const pages = all('index.html');
const scripts = (path: string) => [...read(path).matchAll(/<script\b[^>]*src="([^"]+)"/g)].map(([, src]) => join(path, '..', src!));

describe('what the page of a procedure costs, compressed', () => {
  it('finds the six, as such and under five rulebooks', () => expect(pages).toHaveLength(36));

  it('is 45 kB at most, its three drawings, its outline and its styles included', () => {
    expect(pages.map((path) => ({ path, bytes: withStyles(path) })).filter(({ bytes }) => bytes > 45_000)).toEqual([]);
  });

  it('is one script of 15 kB at most, which imports nothing, and no other script', () => {
    const named = new Set(pages.flatMap(scripts));
    expect(pages.filter((path) => scripts(path).length !== 1 || /<script(?![^>]*\bsrc=)/.test(read(path)))).toEqual([]);
    expect(named.size).toBe(1);
    for (const script of named) {
      expect(weigh(script)).toBeLessThanOrEqual(15_000);
      expect(read(script)).not.toMatch(/\bimport\s*[\w{*('"]/);
    }
  });

  it('is 15 kB at most for the steps of all that can be unfolded', () => {
    const steps = all('unfolded.json');
    expect(steps).toHaveLength(36);
    expect(steps.map((path) => ({ path, bytes: weigh(path) })).filter(({ bytes }) => bytes > 15_000)).toEqual([]);
  });
});

describe('the map as a file', () => {
  const files = all('map.svg');

  it('is there for every page, with its styles inside and every colour resolved', () => {
    expect(files).toHaveLength(36);
    for (const path of files) {
      const [, style] = /<style>(.*?)<\/style>/s.exec(read(path))!;
      expect(style, path).toContain('.map .box { fill: #fdfcf9;');
      expect(read(path), path).not.toMatch(/var\(|undefined|@media|transition|href=|<script/);
    }
  });

  it('says on it what it was made from, and that it is not official', () => {
    const words = (path: string) =>
      read(path)
        .replace(/<desc.*?<\/desc>/s, '')
        .replace(/(<[^>]*>\s*)+/g, ' ');
    expect(files.filter((path) => !/Made by Quorate from .* Not an official document: /.test(words(path)))).toEqual([]);
  });
});
