import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readContent } from '#content/read.ts';
import { procedures } from '#machines/index.ts';

const script = resolve(`.readme-example-${process.pid}.ts`);
afterEach(() => {
  rmSync(script, { force: true });
});

describe('the README', () => {
  it('has an example of about ten lines that plays a pre-birth case to its first review, under each of its rulebooks', () => {
    const [, code = ''] = /```ts\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? [];
    expect(code.trim().split('\n').length).toBeLessThanOrEqual(13);
    writeFileSync(script, code);
    const { stdout, stderr, status } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const { rulebooks } = readContent('content').scenarios.find(({ id }) => id === 'whichever-comes-first')!;
    const lines = stdout.trim().split('\n');
    for (const id of rulebooks) {
      const own = lines.filter((line) => line.startsWith(`${id} `));
      expect(own.length).toBeGreaterThan(15);
      expect(own.at(-2)).toContain(' review.held ');
      expect(own.at(-1)).toBe(`${id} comes to: reviewed`);
    }
    expect(stdout).toMatch(/^london 2025-11-12T14:00 conference\.fixed complies .*8\.14\.6/m);
    expect(stdout).toMatch(/^staffordshire 2025-11-12T14:00 conference\.fixed departs must .*pre-birth\.p1/m);
    expect(stdout).toMatch(/^kent 2025-11-12T14:00 conference\.fixed not-addressed/m);
  });

  it('names every command, every procedure and every folder that there is', () => {
    const text = readFileSync('README.md', 'utf8');
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    const told = Object.keys(scripts).filter((name) => !name.includes(':') && name !== 'serve');
    expect(told.filter((name) => !text.includes(`npm ${name}`) && !text.includes(`npm run ${name}`))).toEqual([]);
    expect(Object.keys(procedures).filter((id) => !text.includes(`\`${id}\``))).toEqual([]);
    expect(
      readdirSync('machines', { withFileTypes: true }).filter((entry) => entry.isDirectory() && !text.includes(`${entry.name}/`)),
    ).toEqual([]);
  });
});
