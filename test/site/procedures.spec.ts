import { gzipSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import { faults } from './axe.ts';

const six = ['icpc', 'review', 'pre-birth', 'dual-process', 'exclusion', 'complaint'];
const charted = [
  ...six.map((id) => `procedures/${id}/`),
  ...['london', 'staffordshire', 'hips', 'bfg', 'kent'].map((id) => `procedures/icpc/${id}/`),
  'procedures/review/kent/',
  'procedures/dual-process/staffordshire/',
];
const pages = ['procedures/', ...charted];
const tooWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
const map = (page: Page) => page.getByRole('group', { name: /^Map/ });
const shape = (page: Page, name: RegExp) => map(page).getByRole('link', { name });
const button = (page: Page, name: string) => map(page).getByRole('button', { name: `${name}: its steps` });
const entry = (page: Page, id: string) => page.locator(`[id="${id}"]`);

const ways = [[390, 'dark'], [1440, 'light'], [390, 'light'], [1440, 'dark']] as const; // prettier-ignore
/** One of each kind. */
const kinds = ['procedures/', 'procedures/icpc/', 'procedures/review/kent/'];
for (const path of pages) {
  // Light and dark are the same pages in other colours: one page of each kind is looked at in all four ways.
  for (const [width, colorScheme] of kinds.includes(path) ? ways : ways.slice(0, 2)) {
    test(`${path} has nothing that axe objects to at ${width} pixels, ${colorScheme}, and fits`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(path);
      expect(await faults(page)).toEqual([]);
      expect(await tooWide(page)).toBeLessThanOrEqual(0);
    });
  } // prettier-ignore
}

// What every page of a procedure costs is weighed as it is built; here, that a browser asks for no more.
test('the page of a procedure takes at most 45 kB, its styles included, and at most 15 kB of script besides, compressed', async ({
  page,
}) => {
  const sent: Promise<[kind: string, bytes: number]>[] = [];
  page.on('response', (response) => {
    const kind = response.request().resourceType();
    if (new URL(response.url()).pathname.endsWith('service-worker.js')) return;
    sent.push(response.body().then((body) => [kind, gzipSync(body).length], () => [kind, 0])); // prettier-ignore
  });
  await page.goto('procedures/icpc/london/');
  const all = await Promise.all(sent);
  const bytes = (script: boolean) => all.filter(([kind]) => (kind === 'script') === script).reduce((sum, [, n]) => sum + n, 0);
  expect(bytes(false)).toBeLessThanOrEqual(45_000);
  expect(bytes(true)).toBeGreaterThan(0);
  expect(bytes(true)).toBeLessThanOrEqual(15_000);
  expect(all.filter(([kind]) => kind === 'script')).toHaveLength(1);
});

for (const [width, type] of [[320, 12], [390, 12], [768, 14], [1440, 14]] as const) {
  for (const path of ['procedures/icpc/london/', 'procedures/complaint/']) {
    test(`one map of ${path} shows at ${width} pixels, with type of ${type} pixels or more`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(path);
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
  }
} // prettier-ignore

test('on a phone the procedure comes in words first, and its map after them', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('procedures/review/');
  await expect(page.getByText(/^22 situations, in their order/)).toBeVisible();
  const top = async (it: ReturnType<typeof map>) => (await it.boundingBox())!.y;
  expect(await top(entry(page, 'underPlan'))).toBeLessThan(await top(map(page)));
  await page.getByRole('link', { name: 'See them as a map' }).click();
  await expect(map(page)).toBeInViewport();
});

for (const id of six.slice(0, 5)) {
  test(`the lanes of ${id} stand side by side in a window of 1440 pixels, and its map fits it whole`, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`procedures/${id}/`);
    const lanes = await map(page)
      .locator('.lane path')
      .evaluateAll((all) => all.map((lane) => lane.getBoundingClientRect().x));
    expect(lanes).toHaveLength(3);
    expect(lanes[0]! < lanes[1]! && lanes[1]! < lanes[2]!).toBe(true);
    expect((await map(page).boundingBox())!.height).toBeLessThanOrEqual(900);
  });
}

test('no words of the map run into its shapes’ edges, as the browser sets them', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('procedures/icpc/staffordshire/');
  const over = await map(page).evaluate((svg) =>
    [...svg.querySelectorAll('a.shape')].flatMap((a) => {
      const box = a.querySelector('rect')!.getBoundingClientRect();
      return [...a.querySelectorAll('text')].filter((t) => { const b = t.getBoundingClientRect(); return b.left < box.left || b.right > box.right; }).map((t) => t.textContent); // prettier-ignore
    }),
  );
  expect(over).toEqual([]);
});

test('a situation on the map leads to its place in the outline, which leads on', async ({ page }) => {
  await page.goto('procedures/icpc/');
  await shape(page, /^Inquorate/).click();
  await expect(page).toHaveURL(/#inquorate$/);
  const inquorate = entry(page, 'inquorate');
  await expect(inquorate).toBeInViewport();
  await inquorate.getByRole('link', { name: 'Adjourned' }).first().click();
  await expect(entry(page, 'adjourned')).toBeInViewport();
});

test('a way on the map leads to its move in the outline, and that to its questions', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('procedures/icpc/london/');
  const way = map(page).locator('a[href="#considering-to-preparing"]');
  const line = (await way.locator('.way').boundingBox())!;
  await page.mouse.click(line.x + 5, line.y + line.height / 2);
  await expect(page).toHaveURL(/#considering-to-preparing$/);
  const move = entry(page, 'considering').getByRole('listitem').filter({ has: entry(page, 'considering-to-preparing') }); // prettier-ignore
  await expect(move).toBeInViewport();
  await move.getByRole('link', { name: 'Must the reasons for convening, or for not convening, be recorded?' }).click();
  await expect(page).toHaveURL(/topics\/[a-z.-]+\/$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('be recorded?');
});

test('every way that is drawn, in every width, has its move in the outline', async ({ page }) => {
  for (const path of charted) {
    await page.goto(path);
    const lost = await page.evaluate(() =>
      [...document.querySelectorAll('.map a')].map((a) => a.getAttribute('href')!.slice(1)).filter((id) => !document.getElementById(id)),
    );
    expect(lost, path).toEqual([]);
  }
});

test.describe('unfolding', () => {
  test.use({ viewport: { width: 1440, height: 900 } });

  test('shows the steps of a situation, one situation at a time, and folds them again', async ({ page }) => {
    await page.goto('procedures/icpc/london/');
    const preparing = button(page, 'Preparing');
    const before = await map(page).innerHTML();
    await expect(preparing).toHaveAttribute('aria-expanded', 'false');
    await expect(map(page).getByText('Invitations sent')).toHaveCount(0);
    await expect(shape(page, /^Late/)).toBeVisible();
    await preparing.click();
    await expect(preparing).toHaveAttribute('aria-expanded', 'true');
    for (const step of ['Invitations to be sent', 'Invitations sent', 'Late, and reported']) await expect(map(page).getByText(step)).toBeVisible(); // prettier-ignore
    // What arises within it is a step now.
    await expect(shape(page, /^Late/)).toHaveCount(0);
    expect((await map(page).boundingBox())!.height).toBeLessThanOrEqual(900);

    await button(page, 'Following through').click();
    await expect(map(page).getByText('Letter sent')).toBeVisible();
    await expect(map(page).getByText('Invitations sent')).toHaveCount(0);
    await expect(preparing).toHaveAttribute('aria-expanded', 'false');
    await button(page, 'Following through').click();
    await expect(map(page).getByText('Letter sent')).toHaveCount(0);
    expect(await map(page).innerHTML()).toBe(before);
  });

  for (const id of six.slice(0, 5)) {
    test(`draws nothing over anything else, whatever is unfolded (${id})`, async ({ page }) => {
      await page.goto(`procedures/${id}/staffordshire/`);
      const folded = map(page).getByRole('button');
      expect(await folded.count()).toBeGreaterThan(0);
      for (const one of await folded.all()) {
        await one.click();
        await expect(one).toHaveAttribute('aria-expanded', 'true');
        const over = await map(page).evaluate((svg) => {
          const boxes = [...svg.querySelectorAll('.shape > .box')].map((box) => ({ of: box.parentElement!.getAttribute('href'), ...box.getBoundingClientRect().toJSON() as DOMRect })); // prettier-ignore
          const pairs = boxes.flatMap((a, i) => boxes.slice(i + 1).map((b) => [a, b] as const));
          const corners = [...svg.querySelectorAll('button')].filter((button) => {
            const [own, box] = [button.getBoundingClientRect(), svg.querySelector(`a[href="#${button.dataset.of!}"] > .box`)!.getBoundingClientRect()]; // prettier-ignore
            return own.width < 24 || own.height < 24 || Math.abs(own.right - box.right) > 1 || Math.abs(own.top - box.top) > 1;
          });
          return [
            ...pairs.filter(([a, b]) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).map(([a, b]) => `${a.of} ${b.of}`),
            ...corners.map((button) => button.ariaLabel),
          ]; // prettier-ignore
        });
        expect(over).toEqual([]);
      }
      expect(await faults(page)).toEqual([]);
    });
  }

  test('asks for the steps once, of the site itself, and leads to the outline where they cannot be had', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto('procedures/review/');
    expect(asked.filter((url) => url.endsWith('unfolded.json'))).toEqual([]);
    await button(page, 'Preparing').click();
    await button(page, 'The plan goes on').click();
    await expect(map(page).getByText('Plan up to date')).toBeVisible();
    expect(asked.filter((url) => url.endsWith('unfolded.json'))).toHaveLength(1);
    expect(new Set(asked.map((url) => new URL(url).origin)).size).toBe(1);
    await page.route('**/unfolded.json', (route) => route.abort());
    await page.goto('procedures/pre-birth/');
    await button(page, 'Preparing').click();
    await expect(page).toHaveURL(/#preparing$/);
    await expect(entry(page, 'preparing')).toBeInViewport();
  });
});

test.describe('the keyboard', () => {
  test.use({ viewport: { width: 1440, height: 900 } });
  const at = (page: Page) => page.evaluate(() => document.activeElement!.getAttribute('href'));

  test('goes through the situations with Tab, and the focus is seen', async ({ page }) => {
    await page.goto('procedures/icpc/');
    const first = map(page).getByRole('link').first();
    await first.focus();
    await expect(first).toHaveAccessibleName(/^Convene\?/);
    const width = () => page.evaluate(() => getComputedStyle(document.activeElement!.querySelector('rect')!).strokeWidth);
    await page.keyboard.press('Tab');
    expect(parseFloat(await width())).toBeGreaterThanOrEqual(3);
    expect(await at(page)).toMatch(/^#[\w.]+$/);
  });

  test('follows the ways with the arrows, reads with Enter, unfolds with Space and plus', async ({ page }) => {
    await page.goto('procedures/icpc/london/');
    await expect(page.getByText('With a keyboard: Tab goes through the situations').first()).toBeVisible();
    await shape(page, /^Convene/).focus();
    const walk: [key: string, to: string][] = [
      ['ArrowRight', 'notConvened'], ['ArrowDown', 'disputed'], ['ArrowLeft', 'considering'], ['ArrowDown', 'preparing'],
      ['ArrowDown', 'meeting.considering.sharing'], ['ArrowRight', 'inquorate'], ['ArrowDown', 'adjourned'], ['ArrowUp', 'inquorate'],
      ['ArrowLeft', 'meeting.considering.sharing'], ['ArrowUp', 'preparing'],
    ]; // prettier-ignore
    for (const [key, to] of walk) {
      await page.keyboard.press(key);
      expect(await at(page), key).toBe(`#${to}`);
    }
    await page.keyboard.press('Space');
    await expect(button(page, 'Preparing')).toHaveAttribute('aria-expanded', 'true');
    expect(await at(page)).toBe('#preparing');
    // Nothing stands beside it now.
    await page.keyboard.press('ArrowDown');
    expect(await at(page)).toBe('#meeting.considering.sharing');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('+');
    await expect(button(page, 'Preparing')).toHaveAttribute('aria-expanded', 'false');
    expect(await at(page)).toBe('#preparing');
    await page.keyboard.press('ArrowRight');
    expect(await at(page)).toBe('#preparing.day.late');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#preparing\.day\.late$/);
    await expect(entry(page, 'preparing.day.late')).toBeInViewport();
  });

  test('unfolds with the button too, which says whether it is', async ({ page }) => {
    await page.goto('procedures/exclusion/');
    const excluded = button(page, 'Excluded beforehand');
    await shape(page, /^Excluded beforehand/).focus();
    await page.keyboard.press('Tab');
    await expect(excluded).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(excluded).toHaveAttribute('aria-expanded', 'true');
    await expect(excluded).toBeFocused();
    await expect(map(page).getByText('To be heard')).toBeVisible();
  });
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });
  test('everything can be read and nothing that needs one is offered', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto('procedures/icpc/london/');
    await expect(map(page)).toBeVisible();
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
    await expect(page.locator('.for-keys:visible')).toHaveCount(0);
    await expect(entry(page, 'preparing')).toContainText('Invitations to be sent · Invitations sent');
  });
});

test.describe('the map as a file', () => {
  for (const path of ['procedures/icpc/london/', 'procedures/complaint/', 'procedures/exclusion/']) {
    test(`${path}map.svg stands alone, looks the same, and says what it is`, async ({ page }) => {
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.goto(path);
      const link = page.locator('a[download]:visible');
      await expect(link).toHaveAttribute('href', /map\.svg$/);
      const shown = await page.locator('.map:visible > a.shape').evaluateAll((all) => all.flatMap((e) => [...e.querySelectorAll('rect.box, text')]).map((e) => { const s = getComputedStyle(e); return [e.tagName, s.fill, s.stroke, s.strokeWidth, s.fontWeight, e.textContent].join(' '); })); // prettier-ignore
      const text = await (await page.request.get(new URL((await link.getAttribute('href'))!, page.url()).href)).text();
      const fault = await page.evaluate((xml) => new DOMParser().parseFromString(xml, 'image/svg+xml').querySelector('parsererror')?.textContent, text); // prettier-ignore
      expect(fault).toBeUndefined();
      expect(text).toMatch(/<title[^>]*>.+<\/title>/);
      expect(text).toContain('Not an official document');
      expect(text.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/var\(--|https?:|url\(|<script|href=|@media/);
      await page.goto(`${path}map.svg`);
      const alone = await page.locator('.map > .shape').evaluateAll((all) => all.flatMap((e) => [...e.querySelectorAll('rect.box, text')]).map((e) => { const s = getComputedStyle(e); return [e.tagName, s.fill, s.stroke, s.strokeWidth, s.fontWeight, e.textContent].join(' '); })); // prettier-ignore
      expect(alone).toEqual(shown);
    });
  }
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

test('on paper every map is whole on one A4 page, and its outline follows on others', async ({ page }) => {
  test.slow();
  for (const id of six)
    for (const path of [`procedures/${id}/`, `procedures/${id}/staffordshire/`, `procedures/${id}/hips/`, `procedures/${id}/kent/`]) {
      await page.goto(path);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      const sizes = [...pdf.matchAll(/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, w, h]) => `${Math.round(Number(w))} × ${Math.round(Number(h))}`); // prettier-ignore
      // In points. Letter paper, the printer's own here, is what the outline is on.
      const a4 = id === 'complaint' ? '595 × 842' : '842 × 595';
      expect(sizes[0], path).toBe(a4);
      expect(
        sizes.filter((size) => size === a4),
        path,
      ).toHaveLength(1);
      expect(sizes.length, path).toBeGreaterThan(1);

      await page.emulateMedia({ media: 'print' });
      const [wide, high] = id === 'complaint' ? [186, 273] : [273, 186];
      await page.setViewportSize({ width: Math.floor((wide * 96) / 25.4), height: Math.floor((high * 96) / 25.4) });
      const cut = await map(page).evaluate((svg) => {
        const { left, right, bottom } = svg.getBoundingClientRect();
        return [left < 0, right > innerWidth, bottom > innerHeight];
      });
      expect(cut, path).toEqual([false, false, false]);
      await page.emulateMedia({ media: null });
    }
});
