import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readRun } from '#lib/practise/read-run.ts';
import type { Here } from '#lib/practise/read-run.ts';
import { fileName, writeRun } from '#lib/practise/run-file.ts';
import type { Run } from '#lib/practise/run-file.ts';
import { keyOf, load, save, storage, waiting } from '#lib/practise/saving.ts';

const here: Here = {
  scenario: { id: 'three-children', title: 'Three children', hash: 'case1' },
  books: [
    { id: 'london', name: 'London', hash: 'ldn1', playable: true },
    { id: 'kent', name: 'Kent and Medway', hash: 'kent1', playable: false },
  ],
  replay: (_, log) => {
    const bad = log.findIndex((choice) => choice.move > 3);
    if (bad >= 0) throw new Error(`move ${bad + 1} is not one of the case’s`);
  },
};
const run: Run = {
  format: 'quorate-run',
  version: 1,
  scenario: 'three-children',
  scenarioHash: 'case1',
  rulebook: 'london',
  edition: 'ldn1',
  log: [
    { decision: 'convene', move: 0 },
    { decision: 'notify', move: 2 },
  ],
  at: 'question',
  savedAt: '2024-11-23T09:30:00.000Z',
};
const problem = (change: Record<string, unknown>) => readRun(JSON.stringify({ ...run, ...change }), here).problem;

describe('a run that is opened again', () => {
  it('is the run that was written', () => {
    expect(readRun(writeRun(run), here).run).toEqual(run);
  });
  it('brings nothing along that does not belong to it', () => {
    const log = [{ decision: 'convene', move: 0, score: 10 }];
    expect(readRun(JSON.stringify({ ...run, log, extra: '<script>' }), here).run).toEqual({
      ...run,
      log: [{ decision: 'convene', move: 0 }],
    });
  });
  it('is named after its case, its rulebook and its hour', () => {
    expect(fileName(run)).toBe('quorate-run three-children london 2024-11-23 0930.json');
  });
});

describe('a run that cannot be opened says what is wrong, where, and how to mend it', () => {
  it.each([
    ['a file that is cut short', writeRun(run).slice(0, 120), 'damaged', /line \d+, character \d+/],
    ['an empty file', '  ', 'empty', /line 1/],
    ['a picture', '\u0089PNG\r\n', 'damaged', /PNG/],
    ['something else in JSON', '[1, 2]', 'not a run', /“format”: nothing/],
    ['a file that no run can be', `{"a":"${'x'.repeat(1_000_001)}"}`, 'too large', /kB/],
  ])('%s', (_, text, what, where) => {
    const { problem } = readRun(text, here);
    expect(problem?.what).toContain(what);
    expect(problem?.where).toMatch(where);
    expect(problem?.mend).toMatch(/^(Download|Choose)/);
  });
  it.each([
    ['another format', { format: 'twine' }, 'not a run', '“format”: “twine”'],
    ['a later version', { version: 2 }, 'another version', '“version”: “2”; this page reads version 1'],
    ['a field that is missing', { edition: undefined }, 'a part of it is missing', '“edition”: nothing'],
    ['a log that is none', { log: { 0: 'convene' } }, 'moves cannot be read', '“log”'],
    [
      'a move that is none',
      {
        log: [
          { decision: 'convene', move: 0 },
          { decision: 'notify', move: -1 },
        ],
      },
      'moves cannot be read',
      '“log”, move 2',
    ],
    ['another case', { scenario: 'two-chairs' }, 'another case', '“scenario”: “two-chairs”; this page plays “three-children”'],
    ['a rulebook that it cannot be played under', { rulebook: 'kent' }, 'cannot be played under “kent”', '“rulebook”'],
    ['a case that has changed since', { scenarioHash: 'case0' }, 'has been changed', '“scenarioHash”: “case0”; the case is now “case1”'],
    ['another edition', { edition: 'ldn0' }, 'another edition of London', '“edition”: “ldn0”; here it is “ldn1”'],
    [
      'moves that the case does not have',
      { log: [{ decision: 'convene', move: 7 }] },
      'do not fit the case',
      'move 1 is not one of the case’s',
    ],
  ])('%s', (_, change, what, where) => {
    expect(problem(change)).toEqual({
      what: expect.stringContaining(what),
      where: expect.stringContaining(where),
      mend: expect.stringMatching(/\.$/),
    });
  });
});

describe('keeping runs in the browser', () => {
  const kept = new Map<string, string>();
  const browser = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    key: (i: number) => [...kept.keys()][i] ?? null,
    get length() {
      return kept.size;
    },
  };
  beforeEach(() => kept.clear());

  it('keeps one run for each case and rulebook', () => {
    expect(save(browser, run)).toBe('kept');
    expect(load(browser, 'three-children', 'london')).toBe(JSON.stringify(run));
    expect(load(browser, 'three-children', 'hips')).toBeUndefined();
  });
  it('lists those that wait, the latest first, and passes over what is not a run', () => {
    save(browser, run);
    save(browser, { ...run, rulebook: 'hips', savedAt: '2024-11-24T08:00:00.000Z' });
    save(browser, { ...run, rulebook: 'bfg', log: [] });
    kept.set(keyOf('three-children', 'staffordshire'), '{');
    kept.set('another site’s', 'thing');
    expect(waiting(browser).map((w) => [w.rulebook, w.moves])).toEqual([
      ['hips', 2],
      ['london', 2],
    ]);
  });
  it('says that the storage is full', () => {
    const full = { ...browser, length: 0, setItem: () => { throw new DOMException('full', 'QuotaExceededError'); } }; // prettier-ignore
    expect(save(full, run)).toBe('full');
  });
  it('does without a storage that is forbidden', () => {
    vi.stubGlobal('window', { get localStorage() { throw new DOMException('no', 'SecurityError'); } }); // prettier-ignore
    expect(storage()).toBeUndefined();
    expect(save(storage(), run)).toBe('unavailable');
    expect(waiting(storage())).toEqual([]);
    vi.unstubAllGlobals();
  });
});
