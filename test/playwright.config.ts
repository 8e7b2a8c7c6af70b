import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { findBrowser, launchArgs } from './browser.ts';

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

// Workers read this file again: the environment carries what the first reading chose.
process.env.CHROMIUM_PATH = findBrowser();
process.env.PREVIEW_PORT ??= String(await freePort());

const base = `${process.env.BASE_PATH ?? ''}/`;
const url = `http://localhost:${process.env.PREVIEW_PORT}${base}`;
const root = fileURLToPath(new URL('..', import.meta.url));

/** Tests open pages relative to the base: `page.goto('topics/')`, `page.goto('.')`. */
export default defineConfig({
  testDir: 'site',
  testMatch: '**/*.spec.ts',
  outputDir: '../node_modules/.cache/playwright/results',
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  workers: 2,
  reporter: [['list'], ['json', { outputFile: '../node_modules/.cache/playwright/report.json' }]],
  // Every visit would fetch the whole site to keep it: only what is about that lets it. And nothing moves while it is to be clicked.
  use: {
    baseURL: url,
    serviceWorkers: 'block',
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: { executablePath: process.env.CHROMIUM_PATH, args: launchArgs },
    screenshot: 'only-on-failure',
  },
  projects: [{ name: 'chromium', use: { browserName: 'chromium' } }],
  webServer: {
    command: `"${process.execPath}" node_modules/vite/bin/vite.js preview --port ${process.env.PREVIEW_PORT} --strictPort`,
    cwd: root,
    url,
    reuseExistingServer: false,
    timeout: 60_000,
  },
});
