/** In the browser: from clicking a move to the verdict painted, over a whole case. One frame is 16.7 ms. Prints; asserts nothing. */
import { createServer } from 'node:http';
import { existsSync, readFileSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser, launchArgs } from '../browser.ts';

const build = join(import.meta.dirname, '../../build');
if (!existsSync(build)) {
  console.log('There is no build: npm run build first.');
  process.exit(1);
}
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};
const server = createServer((request, response) => {
  const path = new URL(request.url!, 'http://x').pathname;
  const file = join(build, path, path.endsWith('/') ? 'index.html' : '');
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return void response.writeHead(404).end();
  response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file));
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const url = `http://localhost:${(server.address() as AddressInfo).port}/practise/three-children-four-views/?rulebook=`;

const browser = await chromium.launch({ executablePath: findBrowser(), args: launchArgs });
const median = (of: number[]) => [...of].sort((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0;

for (const rulebook of ['london', 'staffordshire'])
  for (const slower of [1, 4]) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await page.goto(url + rulebook);
    await page.locator('button.move').first().waitFor();
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
    const moves = await page.evaluate(async () => {
      const painted = () => new Promise<number>((resolve) => requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(undefined);
      })); // prettier-ignore
      const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
      const found: { worked: number; painted: number }[] = [];
      for (let i = 0; i < 40; i++) {
        const move = document.querySelector<HTMLButtonElement>('button.move');
        if (!move) break;
        await painted();
        const start = performance.now();
        move.click();
        await Promise.resolve();
        const worked = performance.now() - start;
        const verdict = await painted();
        if (!document.querySelector('#verdict')) throw new Error('a move gave no verdict');
        found.push({ worked, painted: verdict - start });
        await rest(60);
        [...document.querySelectorAll<HTMLButtonElement>('.actions button')][0]!.click();
        await rest(30);
      }
      return found;
    });
    const line = (name: string, of: number[]) => `${name} median ${median(of).toFixed(1)} ms, max ${Math.max(...of).toFixed(1)} ms`;
    console.log(`${rulebook}, ${moves.length} moves${slower > 1 ? `, on a processor ${slower} times slower` : ''}: ${line('script', moves.map((m) => m.worked))}; ${line('to the verdict painted', moves.map((m) => m.painted))}`); // prettier-ignore
    await context.close();
  }
await browser.close();
server.close();
