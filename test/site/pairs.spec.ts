import { gzipSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import { faults } from './axe.ts';

const all = 'procedures/icpc/compare/';
const pair = `${all}london-staffordshire/`;
const asked = `${all}?a=london&b=staffordshire`;
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const row = (page: Page, question: RegExp) => page.getByRole('row', { name: question });

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('all ten pairs stand in a list, each with how many questions it answers differently', async ({ page }) => {
    await page.goto(all);
    const pairs = page.locator('#view .rows > li');
    await expect(pairs).toHaveCount(10);
    for (const one of await pairs.all()) await expect(one).toContainText(/They answer (\d+|none) of the \d+ questions differently/);
    // Nobody could answer the form.
    await expect(page.getByRole('button', { name: 'Show the two' })).toBeHidden();
    await pairs.getByRole('link', { name: 'London beside Staffordshire' }).click();
    await expect(heading(page)).toHaveText(/London beside .*Staffordshire/);
  });

  test('a pair has both maps, and each difference with its force and its clauses', async ({ page }) => {
    await page.goto(pair);
    await expect(page.getByRole('group', { name: /^Map: .* under London$/ })).toBeVisible();
    await expect(page.getByRole('group', { name: /^Map: .* under Staffordshire$/ })).toBeVisible();
    const minutes = row(page, /How soon are the full minutes sent out/);
    await expect(minutes).toContainText('The figure differs');
    await expect(minutes).toContainText('Staffordshire is stricter: 10 working days after the conference, beside 15');
    await expect(minutes.getByRole('cell').first()).toHaveText(/15 working days after the conference\s+should\s+8\.16\.5/);
    await minutes.getByRole('link', { name: '8.16.5' }).click();
    await expect(heading(page)).toHaveText(/London 8\.16\.5/);
  });
});

test('a shape of the map says in words what its mark says, and leads to its place in the table', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(pair);
  const staffordshire = page.getByRole('group', { name: /under Staffordshire$/ });
  await expect(staffordshire.getByRole('link', { name: /^Evenly split \(only here\)/ })).toHaveCount(1);
  await expect(page.getByRole('group', { name: /under London$/ }).getByRole('link', { name: /^Evenly split/ })).toHaveCount(0);
  await staffordshire.getByRole('link', { name: /^Inquorate \(another figure\)/ }).press('Enter');
  await expect(page).toHaveURL(/#inquorate$/);
  await expect(page.getByRole('heading', { name: /^Inquorate/ })).toBeInViewport();
});

test('what is alike or neither says unfolds', async ({ page }) => {
  await page.goto(`${all}london-bfg/`);
  const folded = page.locator('details.rest').first();
  await expect(folded.getByRole('row').nth(1)).toBeHidden();
  await folded.locator('summary').press('Enter');
  await expect(folded.getByRole('row').nth(1)).toBeVisible();
});

test('a document about something else is announced as such before its silence shows', async ({ page }) => {
  await page.goto('procedures/exclusion/compare/london-kent/');
  await expect(page.locator('#view > .remedy')).toHaveText(
    /Kent and Medway answers 3 of the 19 questions .* The document is about reviews/,
  );
});

test('an address with two rulebooks shows their pair in place, and says so', async ({ page }) => {
  await page.goto(asked);
  await expect(heading(page)).toContainText('Staffordshire');
  await expect(page).toHaveTitle(/London beside Staffordshire/);
  expect(new URL(page.url()).search).toBe('?a=london&b=staffordshire');
  await expect(page.getByRole('status')).toContainText('They answer');
  await expect(page.getByLabel('beside')).toHaveValue('staffordshire');
  // It stands one folder higher than its own page, and its addresses hold all the same.
  await row(page, /How soon are the full minutes sent out/)
    .getByRole('link', { name: '8.16.5' })
    .click();
  await expect(heading(page)).toHaveText(/London 8\.16\.5/);
});

test('a link to a place keeps the pair as it is, what is unfolded too', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(asked);
  await expect(page).toHaveTitle(/London beside Staffordshire/);
  await page.locator('details.rest').first().locator('summary').click();
  await page
    .getByRole('group', { name: /under London$/ })
    .getByRole('link', { name: /^Inquorate/ })
    .click();
  await expect(page).toHaveURL(/\?a=london&b=staffordshire#inquorate$/);
  await expect(page.getByRole('heading', { name: /^Inquorate/ })).toBeInViewport();
  await expect(page.locator('details.rest').first()).toHaveAttribute('open');
  await page.reload();
  await expect(page.getByRole('heading', { name: /^Inquorate/ })).toBeInViewport();
});

test('what is shown in place is what stands on the pair’s own page', async ({ page }) => {
  await page.goto(pair);
  const own = await page.locator('#view').innerText();
  await page.goto(asked);
  await expect(page).toHaveTitle(/London beside Staffordshire/);
  expect(await page.locator('#view').innerText()).toBe(own);
});

test('the address keeps the order of the rulebooks, in which they stand', async ({ page }) => {
  await page.goto(`${all}?a=kent&b=hips`);
  await expect(heading(page)).toHaveText(/Hampshire.*beside.*Kent and Medway/);
  expect(new URL(page.url()).search).toBe('?a=hips&b=kent');
});

test('two are chosen with the keyboard, the heading takes the focus, and the back button goes back', async ({ page }) => {
  await page.goto(all);
  await page.getByLabel('Show', { exact: true }).focus();
  await page.keyboard.type('British');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Kent');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText(/British Forces Germany beside .*Kent and Medway/);
  await expect(heading(page)).toBeFocused();
  expect(new URL(page.url()).search).toBe('?a=bfg&b=kent');
  await page.getByLabel('Show', { exact: true }).selectOption('London');
  await page.getByRole('button', { name: 'Show the two' }).click();
  await expect(heading(page)).toHaveText(/London beside .*Kent and Medway/);
  await page.goBack();
  await expect(heading(page)).toHaveText(/British Forces Germany beside/);
  await page.goBack();
  await expect(heading(page)).toHaveText('Initial conference: two rulebooks side by side');
  await expect(page).toHaveTitle(/two rulebooks side by side/);
});

test('the form of a pair’s own page leads to another pair', async ({ page }) => {
  await page.goto(pair);
  await page.getByLabel('beside').selectOption('Kent and Medway');
  await page.getByRole('button', { name: 'Show the two' }).click();
  await expect(heading(page)).toHaveText(/London beside .*Kent and Medway/);
});

for (const [query, says] of [
  ['?a=london&b=london', /^London beside itself shows no difference\. Choose two rulebooks\. The choices are London \(london\), .* and Kent and Medway \(kent\)\.$/],
  ['?a=london&b=narnia', /^There is no rulebook called “narnia”\. The choices are /],
  ['?a=atlantis&b=narnia', /“atlantis” or “narnia”/],
  ['?a=london', /^The address names one rulebook only\. Choose a second one/],
  [`?a=london&b=${encodeURIComponent('<img src=x onerror=alert(1)>')}`, /no rulebook called “<img src=x/],
] as const) {
  test(`an address that ends in ${query} is told what is wrong with it, and what the choices are`, async ({ page }) => {
    await page.goto(all + query);
    await expect(page.locator('#wrong')).toHaveText(says);
    await expect(page.getByRole('status')).toHaveText(says);
    await expect(page.locator('#view .rows > li')).toHaveCount(10);
    await expect(page.locator('img')).toHaveCount(0);
  });
} // prettier-ignore

test('choosing the same twice is told so at the choice', async ({ page }) => {
  await page.goto(all);
  await page.getByLabel('beside').selectOption('London');
  await page.getByRole('button', { name: 'Show the two' }).click();
  await expect(page.locator('#wrong')).toContainText('beside itself');
  await expect(page.getByLabel('beside')).toBeFocused();
  await page.getByLabel('beside').selectOption('hips');
  await page.getByRole('button', { name: 'Show the two' }).click();
  await expect(heading(page)).toHaveText(/London beside .*Hampshire/);
});

test('a pair that cannot be fetched is told so, and the list stays', async ({ page }) => {
  await page.route('**/london-staffordshire/', (route) => route.abort());
  await page.goto(asked);
  await expect(page.locator('#wrong')).toContainText('could not be fetched');
  await expect(page.locator('#view .rows > li')).toHaveCount(10);
});

for (const path of [pair, `${all}london-kent/`, 'procedures/exclusion/compare/staffordshire-bfg/', all, asked]) {
  for (const [width, colorScheme] of [[390, 'dark'], [390, 'light'], [1440, 'light'], [1440, 'dark']] as const) {
    test(`${path} has nothing that axe objects to at ${width} pixels, ${colorScheme}, and fits`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(path);
      if (path === asked) await expect(page).toHaveTitle(/London beside/);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      // Places are alike: a few stand for all.
      await page.evaluate(() => {
        for (const one of document.querySelectorAll('.situation:nth-of-type(n + 5)')) one.remove();
        for (const one of document.querySelectorAll('details')) one.open = true;
      });
      expect(await faults(page)).toEqual([]);
    });
  }
} // prettier-ignore

test('a phone has the table first, a wide window the maps, two beside each other from 768 pixels on', async ({ page }) => {
  const top = (of: string) => page.locator(of).evaluate((one) => one.getBoundingClientRect().top);
  const [maps, places] = ['section:has(> #maps)', 'section:has(> #places)'];
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(pair);
  expect(await top(places)).toBeLessThan(await top(maps));
  for (const width of [768, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await top(maps)).toBeLessThan(await top(places));
    const tops = await page.locator('figure').evaluateAll((figures) => figures.map((one) => one.getBoundingClientRect().top));
    expect(new Set(tops).size).toBe(1);
  }
});

for (const width of [320, 390, 768, 1440]) {
  test(`the words of both maps can be read at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('procedures/review/compare/london-staffordshire/');
    const sizes = await page.locator('svg.map').evaluateAll((maps) =>
      maps.map((svg) => {
        const scale = svg.getBoundingClientRect().width / (svg as SVGSVGElement).viewBox.baseVal.width;
        return Math.min(...[...svg.querySelectorAll('text:not(.mark text)')].map((t) => Number(t.getAttribute('font-size')) * scale));
      }),
    );
    expect(sizes).toHaveLength(2);
    // A window of 320 pixels leaves a map 284: its type is then 11.4 pixels, which reading at 400% makes large again.
    for (const size of sizes) expect(size).toBeGreaterThanOrEqual(width === 320 ? 10.8 : 12);
  });
}

test('a pair’s page weighs at most 45 kB with its styles, and runs no script', async ({ page }) => {
  const sent: Promise<number>[] = [];
  const kinds: string[] = [];
  page.on('response', (response) => {
    kinds.push(response.request().resourceType());
    sent.push(response.body().then((body) => gzipSync(body).length, () => 0)); // prettier-ignore
  });
  await page.goto('procedures/review/compare/london-staffordshire/');
  expect(kinds).not.toContain('script');
  expect((await Promise.all(sent)).reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(45_000);
});

/** A printed document: how many sheets, and how large each, in points. */
function printed(pdf: Buffer) {
  const text = pdf.toString('latin1');
  return {
    sheets: text.match(/\/Type\s*\/Page\b/g)?.length ?? 0,
    sizes: [...text.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, w, h]) => [Number(w), Number(h)] as const),
  };
} // prettier-ignore

for (const procedure of ['icpc', 'review', 'pre-birth', 'dual-process', 'exclusion', 'complaint']) {
  test(`both maps of ${procedure} print on one sheet of A4, and the table after it`, async ({ page }) => {
    await page.goto(`procedures/${procedure}/compare/london-staffordshire/`);
    const whole = printed(await page.pdf({ preferCSSPageSize: true, format: 'A4' }));
    expect(whole.sizes.filter(([w, h]) => Math.abs(w - 595.3) > 1 || Math.abs(h - 841.9) > 1)).toEqual([]);
    // The maps by themselves.
    await page.evaluate(() => {
      for (const one of document.querySelectorAll('body > :not(:has(#view)), body > div > :not(:has(#view)), #view > :not(:has(#maps))')) one.remove();
    }); // prettier-ignore
    await expect(page.locator('svg.map')).toHaveCount(2);
    expect(printed(await page.pdf({ preferCSSPageSize: true, format: 'A4' })).sheets).toBe(1);
    expect(whole.sheets).toBeGreaterThanOrEqual(3);
    // Beside each other, whole, and within the sheet: A4 less a centimetre all round.
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 718, height: 1047 });
    const boxes = await page.locator('svg.map').evaluateAll((maps) => maps.map((svg) => svg.getBoundingClientRect().toJSON() as DOMRect));
    expect(boxes[0]!.right).toBeLessThanOrEqual(boxes[1]!.left);
    for (const { right, bottom } of boxes) {
      expect(right).toBeLessThanOrEqual(718);
      expect(bottom).toBeLessThanOrEqual(1047);
    }
  });
}
