import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { readContent } from '#content/read.ts';
import { RULEBOOKS, type RulebookId } from '#content/schema.ts';
import { linesOfText } from '#lib/check/lines.ts';
import { faults } from './axe.ts';
import { asDocx, asHtml, asPlainHtml, asTypedDocx, haveSources, hipsRestated, madeUp, sourceOf } from './documents.ts';
import { edited } from './edits.ts';

const counts: Record<RulebookId, number> = { london: 406, staffordshire: 301, hips: 28, bfg: 273, kent: 81 };

const file = (name: string, content: string | Uint8Array) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
const put = (page: Page, ...files: ReturnType<typeof file>[]) => page.getByLabel('The official document').setInputFiles(files);
const result = (page: Page) => page.getByRole('heading', { level: 2 }).filter({ hasText: /changed|new|gone/ });
/** Unchanged, changed, new, gone. */
const figures = async (page: Page) => (await page.locator('dl.figures dd').allInnerTexts()).map(Number);
/** The findings are alike: a few of each stand for all. */
const ALIKE = '.rows > li:nth-child(n + 4)';

const hipsLike = hipsRestated();
/** The same with one paragraph that ends otherwise. */
const hipsAgain = hipsLike.replace('.\n', ', every time.\n');

test.describe('the documents themselves', () => {
  test.skip(!haveSources, 'the rulebooks are not beside the project');

  for (const id of RULEBOOKS) {
    const lines = linesOfText(sourceOf(id));
    for (const [kind, content] of [
      ['txt', () => sourceOf(id)],
      ['html', () => asHtml(lines)],
      ['docx', () => asDocx(lines)],
    ] as const)
      test(`${id} as .${kind}: every clause is unchanged`, async ({ page }) => {
        await page.goto(`rulebooks/${id}/check/`);
        await put(page, file(`${id}.${kind}`, content()));
        await expect(result(page)).toHaveText(`Nothing has changed: all ${counts[id]} clauses are there, word for word.`);
        await expect.poll(() => figures(page)).toEqual([counts[id], 0, 0, 0]);
      });
  }

  for (const id of RULEBOOKS)
    for (const [kind, name, content] of [
      ['a page of paragraphs that prints its numbers and signs', 'plain.html', () => asPlainHtml(sourceOf(id))],
      ['a Word document with a paragraph for each line of the text', 'typed.docx', () => asTypedDocx(sourceOf(id))],
    ] as const)
      test(`${id} as ${kind}: no clause is gone`, async ({ page }) => {
        await page.goto(`rulebooks/${id}/check/`);
        await put(page, file(name, content()));
        await expect(result(page)).toBeVisible();
        const [unchanged, changed = 0, , gone] = await figures(page);
        expect([unchanged, gone]).toEqual([counts[id] - changed, 0]);
        // London once has a sentence on a line of its own that only its place in the list joins to the one before.
        expect(changed).toBeLessThanOrEqual(id === 'london' && name === 'typed.docx' ? 1 : 0);
      });

  for (const id of RULEBOOKS)
    for (const [kind, as] of [['html', asHtml], ['docx', asDocx]] as const)
      test(`${id} as .${kind}, changed at random: exactly what was changed, taken out and put in is reported`, async ({ page }) => {
        const { clauses } = readContent('content').rulebooks.find((r) => r.id === id)!;
        await page.goto(`rulebooks/${id}/check/`);
        for (const seed of [11, 12]) {
          const { text, changed, gone, added } = edited(id, clauses.map((c) => c.id), seed, true);
          await put(page, file(`${seed}.${kind}`, as(linesOfText(text))));
          await expect(page.getByText(`${seed}.${kind}`, { exact: true }).first()).toBeVisible();
          expect(await figures(page)).toEqual([counts[id] - changed.length - gone.length, changed.length, added.length, gone.length]);
          const linked = (name: RegExp) => page.getByRole('region', { name }).getByRole('heading', { level: 4 }).getByRole('link').evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).href.split('/').at(-2)!).sort()); // prettier-ignore
          expect([await linked(/^Changed/), await linked(/^Gone/)]).toEqual([changed, gone]);
          for (const words of added) await expect(page.getByRole('region', { name: /^New/ })).toContainText(words);
        }
      }); // prettier-ignore

  for (const id of ['london', 'bfg'] as const)
    test(`${id} as a Word document whose numbers Word counts: every clause is unchanged`, async ({ page }) => {
      await page.goto(`rulebooks/${id}/check/`);
      await put(page, file('counted.docx', asDocx(linesOfText(sourceOf(id)), true)));
      await expect.poll(() => figures(page)).toEqual([counts[id], 0, 0, 0]);
    });

  test('what changed is shown with what rests on it, and with another edition word for word', async ({ page }) => {
    const source = sourceOf('london');
    await page.goto('rulebooks/london/check/');
    const edited = source.replace(/(8\.1\.7\s[^\n]*)15 working days/, '$110 working days').replace(/\n8\.1\.9\n[^\n]*/, '');
    await put(page, file('new.txt', edited));
    await expect.poll(() => figures(page)).toEqual([404, 1, 0, 1]);
    const changed = page
      .getByRole('region', { name: /^Changed/ })
      .getByRole('listitem')
      .first();
    await expect(changed.getByRole('heading')).toHaveText('8.1.7');
    await expect(changed).toContainText(/In new\.txt[^]*As we restate it[^]*What rests on it/);
    await expect(changed).toContainText('within 10 working days');
    await expect(changed.getByRole('link', { name: 'Three children, four views' })).toBeVisible();
    await expect(changed.getByText(/→ .*Fix the day of the conference/).first()).toBeVisible();
    await expect(page.getByRole('region', { name: /^Gone/ })).toContainText('8.1.9');

    await page.getByLabel('Add the other edition').setInputFiles(file('old.txt', source));
    await expect(changed.locator('del')).toHaveText(/15$/);
    await expect(changed.locator('ins')).toHaveText(/10$/);
    await expect.poll(() => figures(page)).toEqual([404, 1, 0, 1]);

    // Two at once, in either order: the one nearer to the model is the older.
    await put(page, file('new.txt', edited), file('old.txt', source));
    await expect(changed.locator('del')).toHaveText(/15$/);

    for (const link of await changed.getByRole('link').all()) {
      const { status } = await page.request
        .get(await link.evaluate((a: HTMLAnchorElement) => a.href))
        .then((r) => ({ status: r.status() }));
      expect(status).toBe(200);
    }
  });

  test('the document of another rulebook is sent to its own page, and what stood there stays', async ({ page }) => {
    await page.goto('rulebooks/kent/check/');
    await put(page, file('kent.txt', sourceOf('kent')));
    await expect(result(page)).toBeVisible();
    await put(page, file('hips.txt', sourceOf('hips')));
    await expect(page.getByRole('alert')).toContainText(
      'This does not look like the document of Kent and Medway: none of its clauses was found.',
    );
    await expect(result(page)).toHaveText(/all 81 clauses/);
    await page.getByRole('alert').getByRole('link', { name: 'check it there' }).click();
    await expect(page).toHaveURL(/rulebooks\/hips\/check\/$/);
  });
});

test('a document in other words is reported clause by clause', async ({ page }) => {
  await page.goto('rulebooks/hips/check/');
  await put(page, file('garden.txt', hipsLike));
  await expect(result(page)).toHaveText('28 clauses have changed.');
  expect(await figures(page)).toEqual([0, 28, 0, 0]);
  await expect(page.getByRole('status')).toHaveText(/clauses have changed/);
});

test('a file that is damaged, a PDF, and another document each get an answer', async ({ page }) => {
  await page.goto('rulebooks/london/check/');
  const alert = page.getByRole('alert');
  await put(page, file('broken.docx', 'PK\u0003\u0004 and then nothing'));
  await expect(alert).toContainText('damaged, or of another kind');
  await put(page, file('document.pdf', '%PDF-1.7'));
  await expect(alert).toContainText('This is a PDF');
  await put(page, file('recipe.txt', 'Take an onion.\n\nTake some flour.'));
  await expect(alert).toContainText('This does not look like the document of London: none of its clauses was found.');
  await put(page, file('1.txt', 'x'), file('2.txt', 'x'), file('3.txt', 'x'));
  await expect(alert).toContainText('Two editions at most');
  await expect(result(page)).toHaveCount(0);
});

test('a web page and a Word document give the same clauses as their text', async ({ page }) => {
  await page.goto('rulebooks/hips/check/');
  const lines = linesOfText(hipsLike);
  const seen = [];
  for (const one of [file('g.txt', hipsLike), file('g.html', asHtml(lines)), file('g.docx', asDocx(lines))]) {
    await put(page, one);
    await expect(page.getByText(one.name).first()).toBeVisible();
    seen.push({
      figures: await figures(page),
      ids: await page
        .getByRole('region', { name: /^Changed/ })
        .getByRole('heading', { level: 4 })
        .allInnerTexts(),
    });
  }
  expect(seen[1]).toEqual(seen[0]);
  expect(seen[2]).toEqual(seen[0]);
});

test('a file that is dropped anywhere on the page is taken', async ({ page }) => {
  await page.goto('rulebooks/hips/check/');
  await expect(page.getByLabel('The official document')).toBeVisible();
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'dropped.txt', { type: 'text/plain' }));
    return data;
  }, hipsLike);
  await page.dispatchEvent('main', 'dragover', { dataTransfer: transfer });
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
  await expect(result(page)).toBeVisible();
  await expect(page.getByText('dropped.txt').first()).toBeVisible();
});

test('the report can be taken away as a table and as text', async ({ page }) => {
  await page.goto('rulebooks/hips/check/');
  await put(page, file('garden.txt', hipsLike));
  for (const [name, expected] of [
    ['Download as a table (CSV)', /^\ufeffresult,clause,.*\r\nchanged,initial\.p1,initial\.p1,,"?\w/],
    ['Download as text', /held against Hampshire[^]*initial\.p1: changed\n {2}In the document: .+\n {2}Restated: /],
  ] as const) {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name }).click();
    expect(readFileSync(await (await download).path(), 'utf8')).toMatch(expected);
  }
});

test('nothing leaves the browser, whatever a saved page asks for', async ({ page, baseURL }) => {
  await page.goto('rulebooks/hips/check/');
  await expect(page.getByLabel('The official document')).toBeVisible();
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
  page.on('console', (message) => complaints.push(message.text()));
  const lines = linesOfText(hipsLike);
  await put(page, file('garden.docx', asDocx(lines)));
  await expect(page.getByText('garden.docx').first()).toBeVisible();
  const saved = asHtml(lines).replace(
    '<main>',
    '<main><img src="https://elsewhere.example/a.png" style="width: 1px" onerror="alert(1)"><script src="https://elsewhere.example/a.js"></script><iframe src="https://elsewhere.example/"></iframe>',
  );
  await put(page, file('saved.html', saved));
  await expect(page.getByText('saved.html').first()).toBeVisible();
  expect(asked.filter((one) => !one.startsWith(`GET ${new URL('.', baseURL).href}`))).toEqual([]);
  expect(asked.some((one) => /garden|saved/.test(one))).toBe(false);
  expect(complaints).toEqual([]);
});

test('what has changed is found without a connection too, once the page and its parts are there', async ({ page, context }) => {
  await page.goto('rulebooks/hips/check/');
  await put(page, file('garden.txt', hipsLike));
  await expect(result(page)).toBeVisible();
  await context.setOffline(true);
  await put(page, file('other.txt', hipsAgain));
  await expect(page.getByText('other.txt').first()).toBeVisible();
  await context.setOffline(false);
});

test('where our restatements cannot be fetched, the comparison stands by itself', async ({ page }) => {
  await page.route('**/model.json', (route) => route.abort());
  await page.goto('rulebooks/hips/check/');
  await put(page, file('garden.txt', hipsLike));
  await expect(result(page)).toBeVisible();
  await expect(page.getByText('could not be fetched')).toBeVisible();
});

test('the keyboard alone chooses a file, and reaches what was found', async ({ page }) => {
  // Before the page is there: a key can be quicker than a listener.
  page.on('filechooser', (chooser) => void chooser.setFiles(file('garden.txt', hipsLike)));
  await page.goto('rulebooks/hips/check/');
  const input = page.getByLabel('The official document');
  await expect(input).toBeVisible();
  await input.focus();
  await page.keyboard.press('Enter');
  await expect(result(page)).toBeVisible();
  await expect(input).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'changed', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#changed$/);
});

for (const [width, colorScheme] of [
  [390, 'light'],
  [390, 'dark'],
  [1440, 'light'],
  [1440, 'dark'],
] as const)
  test(`axe objects to nothing at ${width} pixels, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await page.goto('rulebooks/hips/check/');
    await put(page, file('garden.txt', hipsLike), file('a garden of another year.txt', hipsAgain));
    await expect(result(page)).toBeVisible();
    await expect(page.locator('ins')).toHaveCount(1);
    expect(await faults(page, ALIKE)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });

test('axe objects to nothing before a file is chosen, and where one was refused', async ({ page }) => {
  await page.goto('rulebooks/hips/check/');
  await expect(page.getByLabel('The official document')).toBeVisible();
  expect(await faults(page, ALIKE)).toEqual([]);
  await put(page, file('nothing.txt', ''));
  await expect(page.getByRole('alert')).toBeVisible();
  expect(await faults(page, ALIKE)).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says what it needs, and what it does', async ({ page }) => {
    await page.goto('rulebooks/kent/');
    await page.getByRole('link', { name: /Check a document/ }).click();
    const without = page.locator('noscript p');
    await expect(without).toBeVisible();
    await expect(without).toContainText('your browser must run JavaScript');
    await expect(without).toContainText(/works out the fingerprint of each of its\s+clauses/);
    await expect(page.getByLabel('The official document')).toHaveCount(0);
  });
});

test('a made up document of each family can be read in the browser as any kind of file', async ({ page }) => {
  for (const id of RULEBOOKS) {
    await page.goto(`rulebooks/${id}/check/`);
    const lines = linesOfText(madeUp[id].text);
    for (const one of [file('m.txt', madeUp[id].text), file('m.html', asHtml(lines)), file('m.docx', asDocx(lines))]) {
      await put(page, one);
      // Too little of it to be the document: it was read and cut all the same.
      await expect(page.getByRole('alert').getByText(one.name)).toBeVisible();
      await expect(page.getByRole('alert')).toContainText('This does not look like');
    }
  }
});
