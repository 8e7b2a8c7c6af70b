import { beforeEach, describe, expect, it, vi } from 'vitest';
import { NotHad } from '#lib/practise/fetching.ts';
import { readRun } from '#lib/practise/read-run.ts';
import type { Here } from '#lib/practise/read-run.ts';
import { fileName, writeRun } from '#lib/practise/run-file.ts';
import type { Run } from '#lib/practise/run-file.ts';
import { asides, forget, keyOf, load, save, setAside, storage, waiting } from '#lib/practise/saving.ts';

const here: Here = {
  scenario: { id: 'three-children', title: 'Three children', hash: 'case1' },
  books: [
    { id: 'london', name: 'London', hash: 'ldn1', playable: true },
    { id: 'kent', name: 'Kent and Medway', hash: 'kent1', playable: false },
  ],
  replay: (_, log) => {
    const bad = log.findIndex((choice) => choice.move > 3);
    return bad < 0 ? Promise.resolve() : Promise.reject(new Error(`move ${bad + 1} is not one of the case’s`));
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
const problem = async (change: Record<string, unknown>) => (await readRun(JSON.stringify({ ...run, ...change }), here)).problem;

describe('a run that is opened again', () => {
  it('is the run that was written', async () => {
    expect((await readRun(writeRun(run), here)).run).toEqual(run);
  });
  it('brings nothing along that does not belong to it', async () => {
    const log = [{ decision: 'convene', move: 0, score: 10 }];
    expect((await readRun(JSON.stringify({ ...run, log, extra: '<script>' }), here)).run).toEqual({
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
    ['a picture', '\ufffdPNG\r\n\u001a\n', 'not text', /^character 1$/],
    ['a document', 'PK\u0003\u0004', 'not text', /^character 3$/],
    ['a letter', 'Dear Ruth, here is the run', 'damaged', /^line 1: it begins with “Dear Ruth, h”/],
    ['a run with a word in the middle of it', writeRun(run).replace('"log"', 'nonsense "log"'), 'damaged', /^line \d+, character \d+$/],
    ['something else in JSON', '[1, 2]', 'not a run', /“format”: nothing/],
    ['a file that no run can be', `{"a":"${'x'.repeat(1_000_001)}"}`, 'too large', /kB/],
  ])('%s', async (_, text, what, where) => {
    const { problem } = await readRun(text, here);
    expect(problem?.what).toContain(what);
    expect(problem?.where).toMatch(where);
    expect(problem?.mend).toMatch(/^(Download|Choose)/);
    expect(Object.values(problem!).join(' ')).not.toMatch(/unexpected|token|JSON/i);
  });
  it('in words, whatever the browser says of it', async () => {
    for (const message of [
      'Unexpected token',
      'JSON.parse: bad control character at line 4 column 2 of the JSON data',
      'JSON Parse error: Unrecognized token',
    ]) {
      vi.spyOn(JSON, 'parse').mockImplementationOnce(() => { throw new SyntaxError(message); }); // prettier-ignore
      const { problem } = await readRun('{ "format" ', here);
      expect(problem?.where).toMatch(message.includes('line 4') ? /^line 4, character 2$/ : /^somewhere in its text; this browser/);
    }
    vi.restoreAllMocks();
  });
  it('and is not called damaged where only the connection fails', async () => {
    const offline: Here = { ...here, replay: () => Promise.reject(new NotHad('offline')) };
    await expect(readRun(writeRun(run), offline)).rejects.toThrow(NotHad);
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
  ])('%s', async (_, change, what, where) => {
    expect(await problem(change)).toEqual({
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
    expect(waiting(browser).map((w) => [w.rulebook, w.moves, w.aside])).toEqual([
      ['hips', 2, 0],
      ['london', 2, 0],
    ]);
  });
  it('names a case that was begun again, as long as a run of it lies set aside', () => {
    save(browser, run);
    setAside(browser, 'three-children', 'london', '2024-11-25T08:00:00.000Z');
    save(browser, { ...run, log: [] });
    expect(waiting(browser)).toMatchObject([{ rulebook: 'london', moves: 0, aside: 1 }]);
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

describe('a run that makes way for another', () => {
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
  const aside = (now: string, besides?: Run['log']) => setAside(browser, 'three-children', 'london', `2024-11-${now}`, besides);
  const lying = () => asides(browser, 'three-children');
  beforeEach(() => kept.clear());

  it('is set aside as it was kept, and can be brought back after everything else is gone', () => {
    save(browser, run);
    const lies = aside('25T08:00:00.000Z');
    expect(lies).toHaveProperty('key');
    save(browser, { ...run, log: [] });
    expect(lying()).toMatchObject([{ text: JSON.stringify(run), run: { rulebook: 'london', moves: 2 } }]);
    forget(browser, lying()[0]!.key);
    expect(lying()).toEqual([]);
  });
  it('is never written over by the next that makes way', () => {
    for (const [i, move] of [1, 2, 3].entries()) {
      save(browser, { ...run, log: [{ decision: 'convene', move }] });
      aside(`25T08:00:0${i}.000Z`);
    }
    expect(lying().map(({ text }) => (JSON.parse(text) as Run).log[0]!.move)).toEqual([3, 2, 1]);
  });
  it('need not be kept twice: it takes the place of its own beginning, and none is needed where the other holds all of it', () => {
    save(browser, { ...run, log: run.log.slice(0, 1) });
    aside('25T08:00:00.000Z');
    save(browser, run);
    aside('25T09:00:00.000Z');
    expect(lying().map((a) => a.run?.moves)).toEqual([2]);
    expect(aside('25T10:00:00.000Z', [...run.log, { decision: 'day', move: 1 }])).toBe('nothing');
    expect(aside('25T10:00:00.000Z', [{ decision: 'convene', move: 3 }])).toHaveProperty('key');
  });
  it('is kept even where it cannot be read, to be downloaded', () => {
    kept.set(keyOf('three-children', 'london'), '{"format":"quorate-run","log":');
    aside('25T08:00:00.000Z');
    expect(lying()).toMatchObject([{ text: '{"format":"quorate-run","log":', run: undefined }]);
  });
  it('is not given up where there is no room for it', () => {
    save(browser, run);
    const full = { ...browser, length: kept.size, setItem: () => { throw new DOMException('full', 'QuotaExceededError'); } }; // prettier-ignore
    expect(setAside(full, 'three-children', 'london', '2024-11-25T08:00:00.000Z')).toBe('full');
    expect(load(browser, 'three-children', 'london')).toBe(JSON.stringify(run));
  });
  it('leaves the runs of other cases alone', () => {
    save(browser, run);
    aside('25T08:00:00.000Z');
    expect(asides(browser, 'three')).toEqual([]);
    expect(setAside(browser, 'two-chairs', 'london', '2024-11-25T08:00:00.000Z')).toBe('nothing');
  });
});
