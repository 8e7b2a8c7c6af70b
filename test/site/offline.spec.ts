import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';

const build = fileURLToPath(new URL('../../build', import.meta.url));
const base = process.env.BASE_PATH ?? '';
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

/** The built site on a server of its own, which can be taken away, and which can bring out a newer version. */
async function serve() {
  let newer = false;
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url!, 'http://x').pathname).slice(base.length);
    const file = join(build, path, path.endsWith('/') ? 'index.html' : '');
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'cache-control': 'no-cache' });
    response.end(newer && path === '/service-worker.js' ? `${readFileSync(file, 'utf8')}\n// newer` : readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://localhost:${(server.address() as AddressInfo).port}${base}/`;
  return {
    url,
    bringOut: () => (newer = true),
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

test.use({ serviceWorkers: 'allow' });

const CASE = 'practise/three-children-four-views/?rulebook=london';
const kept = (page: Page) =>
  page.evaluate(async () => {
    const name = (await caches.keys()).find((key) => key.startsWith('quorate-'));
    return name ? (await (await caches.open(name)).keys()).map((request) => new URL(request.url).pathname) : [];
  });

test('after the first visit to a case, the whole site works offline', async ({ page }) => {
  test.setTimeout(120_000);
  const site = await serve();
  await page.goto(site.url + CASE);
  await expect(page.locator('button.move').first()).toBeVisible();
  const its = 'practise/three-children-four-views/';
  const data = ['after.json', 'staffordshire/opening.json', 'staffordshire/words.json', 'kent/words.json'].map((file) => its + file);
  const pages = ['practise/', ...data, 'search/', 'topics/', 'rulebooks/london/8.1.7/'];
  await expect.poll(() => kept(page), { timeout: 90_000 }).toEqual(expect.arrayContaining(pages.map((p) => `${base}/${p}`)));
  // Nobody waits for it to be complete; but it comes to be.
  let before = -1;
  await expect.poll(async () => {
    const now = (await kept(page)).length;
    const still = now === before;
    before = now;
    return still;
  }, { timeout: 90_000, intervals: [1500] }).toBe(true); // prettier-ignore
  await site.stop();

  await page.reload();
  await page.locator('button.move').first().click();
  await expect(page.locator('#verdict')).toHaveAttribute('data-outcome', 'complies');
  await page.goto(`${site.url}practise/`);
  await page.locator(`a[href*="${CASE.split('?')[0]}?rulebook=staffordshire"]`).click();
  await page.locator('button.move').first().click();
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.locator('button.move', { hasText: 'On Friday morning' }).click();
  await expect(page.locator('.way-on')).toBeVisible();
  await expect(page.locator('.elsewhere .row li')).toHaveCount(4);
  await page.getByText('What each of them says of it').click();
  await expect(page.locator('.elsewhere .rows li p').first()).toBeVisible();
  await page.goto(`${site.url}search/?q=quorum`);
  await expect(page.locator('#results li').first()).toBeVisible();
  await page.goto(`${site.url}rulebooks/london/8.1.7/`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('8.1.7');
  await page.goto(`${site.url}topics/icpc.deadline/`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto(`${site.url}no/such/page/`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('not kept on this device');
});

for (const [what, path] of [
  ['Search', 'search/'],
  ['the check of a document', 'rulebooks/london/check/'],
  ['the list of cases', 'practise/'],
] as const)
  // prettier-ignore
  test(`the site is kept from ${what} too`, async ({ page }) => {
    test.setTimeout(120_000);
    const site = await serve();
    await page.goto(site.url + path);
    await expect.poll(() => kept(page), { timeout: 90_000 }).toContain(`${base}/topics/icpc.deadline/`);
    await site.stop();
  });

test('what cannot be had without a connection is said, and no move is lost by it', async ({ page, context }) => {
  test.setTimeout(60_000);
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined }));
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
  const site = await serve();
  await page.goto(site.url + CASE);
  await expect(page.locator('button.move').first()).toBeVisible();
  await context.setOffline(true);
  await page.locator('button.move').first().click();
  await expect(page.locator('#verdict')).toHaveAttribute('data-outcome', 'complies');
  await expect(page.locator('.why')).toContainText('What the other rulebooks say of it can be read when you are online.');
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.locator('button.move').first().click();
  await expect(page.getByRole('alert')).toContainText('What London says of this move could not be fetched. Nothing is lost');
  await context.setOffline(false);
  await page.locator('button.move').first().click();
  await expect(page.locator('#verdict')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await site.stop();
});

test('a newer version is announced in the middle of a run, and comes in when it is asked', async ({ page }) => {
  test.setTimeout(120_000);
  const site = await serve();
  await page.goto(site.url + CASE);
  await page.locator('button.move').first().click();
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  site.bringOut();
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  const notice = page.getByRole('status').filter({ hasText: 'A new version is ready. Reload when you have finished' });
  await expect(notice).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('#verdict')).toBeVisible();
  const reloaded = page.waitForEvent('load');
  await notice.getByRole('button', { name: 'Reload now' }).click();
  await reloaded;
  await expect(page.locator('#verdict')).toBeVisible();
  await expect(notice).toBeHidden();
  await site.stop();
});
