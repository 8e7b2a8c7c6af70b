import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

const script = resolve(`.readme-example-${process.pid}.ts`);
afterEach(() => {
  rmSync(script, { force: true });
});

describe('the README', () => {
  it('has an example of about ten lines that plays a case under every rulebook', () => {
    const [, code = ''] = /```ts\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? [];
    expect(code.trim().split('\n').length).toBeLessThanOrEqual(12);
    writeFileSync(script, code);
    const { stdout, stderr, status } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toContain('staffordshire service.notified departs must preparing.p1');
    expect(stdout).toContain('london service.notified not-addressed');
    expect(stdout).toMatch(/london conference\.fixed departs should 8\.1\.7/);
    expect(stdout.trim().split('\n')).toHaveLength(15);
  });
});
