/**
 * Runs the *.bench.ts of this folder, one after another, each in a process of its own. `npm run bench -- icpc` runs those with "icpc" in
 * their name; what takes minutes runs only so.
 */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { basename } from 'node:path';

const LONG = ['scale.bench.ts'];
const wanted = process.argv.slice(2);
const benches = globSync('*.bench.ts', { cwd: import.meta.dirname })
  .filter((file) => (wanted.length ? wanted.some((word) => file.includes(word)) : !LONG.includes(file)))
  .sort();

console.log(
  benches.length
    ? `Benches: ${benches.map((file) => basename(file, '.bench.ts')).join(', ')}`
    : wanted.length
      ? 'There is no bench of that name.'
      : 'There are no benches yet.',
);
if (wanted.length && !benches.length) process.exitCode = 1;

for (const file of benches) {
  console.log(`\n— ${basename(file, '.bench.ts')}`);
  const { status } = spawnSync(process.execPath, [`${import.meta.dirname}/${file}`], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
