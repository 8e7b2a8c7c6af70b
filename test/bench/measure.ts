/** What a clean build costs: measured by the bench of growing corpora, and by the report. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';

const ofProcess = (pid: number, file: string) => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
};
const children = (pid: number): number[] => {
  const own = existsSync(`/proc/${pid}/task`) ? safely(() => readdirSync(`/proc/${pid}/task`)) : [];
  const direct = own.flatMap((task) => ofProcess(pid, `task/${task}/children`).split(' ').filter(Boolean).map(Number));
  return direct.flatMap((child) => [child, ...children(child)]);
};
function safely<T>(list: () => T[]): T[] {
  try {
    return list();
  } catch {
    return [];
  }
}
/** Of a process and its children: resident memory in megabytes, and processor time in seconds, that of children which have ended included. */
function used(pid: number) {
  const all = [pid, ...children(pid)];
  const kilobytes = all.map((one) => Number(/VmRSS:\s+(\d+)/.exec(ofProcess(one, 'status'))?.[1] ?? 0));
  // The name of a process stands in brackets and may hold spaces; times are in hundredths of a second.
  const ticks = all.map((one) => {
    const fields = ofProcess(one, 'stat')
      .replace(/^.*\) /s, '')
      .split(' ')
      .slice(11, 15)
      .map(Number);
    return fields.length === 4 ? fields.reduce((sum, n) => sum + n, 0) : 0;
  });
  return { megabytes: kilobytes.reduce((a, b) => a + b, 0) / 1024, cpu: ticks.reduce((a, b) => a + b, 0) / 100 };
}

/** Seconds by the clock, seconds of processor time, and megabytes at the peak; the last two are 0 where there is no /proc. */
export interface Cost {
  seconds: number;
  cpu: number;
  megabytes: number;
}
/**
 * Builds the project in a folder, as it stands there. Memory is the resident memory of the build and all its child processes, summed and sampled
 * five times a second (pages that they share count in each).
 * @throws where the build fails, with the end of what it said
 */
export function build(project: string): Promise<Cost> {
  const started = performance.now();
  const cost: Cost = { seconds: 0, cpu: 0, megabytes: 0 };
  const child = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'], { cwd: project });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said += data.toString()));
  const sample = () => {
    const now = used(child.pid!);
    cost.megabytes = Math.max(cost.megabytes, now.megabytes);
    cost.cpu = Math.max(cost.cpu, now.cpu);
  };
  const timer = setInterval(sample, 200);
  return new Promise((done, failed) => {
    child.on('close', (status) => {
      clearInterval(timer);
      cost.seconds = (performance.now() - started) / 1000;
      if (status === 0) done(cost);
      else failed(new Error(`the build ended with ${status}:\n${said.slice(-4000)}`));
    });
  });
}
