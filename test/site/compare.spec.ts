import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import Papa from 'papaparse';
import { faults } from './axe.ts';

const rows = (page: Page) => page.locator('tbody tr:not([hidden])');
const count = (page: Page) => page.locator('#count');
const total = async (page: Page) => page.locator('tbody tr').count();

test('the comparison shows every question in a table without JavaScript, and on paper all at once', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ javaScriptEnabled: false, baseURL: baseURL! });
  const questions = (await (await page.request.get('data/topics.json')).json()).length;
  await page.goto('compare/');
  await expect(page.locator('tbody th')).toHaveCount(questions);
  await expect(page.getByRole('columnheader', { name: 'Kent and Medway' })).toHaveCount(1);
  await expect(page.locator('form')).toBeHidden();
  await page.getByText('Quorum', { exact: false }).first().click();
  await expect(page.getByRole('rowheader', { name: 'How many agencies, and which, make the conference quorate?' })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('rowheader')).toHaveCount(questions);
  await page.close();
});

test('each answer has its force and leads to its clauses', async ({ page }) => {
  await page.goto('compare/?words=full+minutes&subject=record');
  const london = page.getByRole('row', { name: 'How soon are the full minutes sent out?' }).getByRole('cell').first();
  await expect(london).toContainText('15 working days after the conference should 8.16.5');
  await expect(london).toContainText('looser: 15 working days after the conference, beside 10 working days after the conference');
  await london.getByRole('link', { name: '8.16.5' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/London 8\.16\.5/);
});

test('every force has the same weight', async ({ page }) => {
  await page.goto('compare/');
  const looks = await page.locator('td i').evaluateAll((all) => [
    ...new Set(
      all.map((one) => {
        const { fontWeight, borderStyle, backgroundColor } = getComputedStyle(one);
        return [fontWeight, borderStyle, backgroundColor].join(' ');
      }),
    ),
  ]);
  expect(looks).toHaveLength(1);
});

test('a choice leaves rows out, says how many, and stands in the address', async ({ page }) => {
  await page.goto('compare/');
  await expect(count(page)).toHaveText(`All ${await total(page)} questions`);
  await page.getByLabel('Show', { exact: true }).selectOption('Contradictions');
  await expect(page).toHaveURL(/\?show=contradictions$/);
  const contradictions = await rows(page).count();
  expect(contradictions).toBeGreaterThan(0);
  expect(contradictions).toBeLessThan(20);
  await expect(count(page)).toHaveText(`${contradictions} of ${await total(page)} questions`);
  await expect(page.getByRole('status')).toHaveText(`${contradictions} of ${await total(page)} questions`);
  for (const row of await rows(page).all()) await expect(row).toContainText('Contradicts itself');
  await page.getByLabel('Procedure', { exact: true }).selectOption('Exclusion');
  await expect(page).toHaveURL(/\?show=contradictions&procedure=exclusion$/);
  await expect(page.getByRole('heading', { level: 2, name: 'Initial conference' })).toBeHidden();
});

test('the back button goes back choice by choice, and the address brings a view back', async ({ page }) => {
  await page.goto('compare/');
  await page.getByLabel('Subject', { exact: true }).selectOption('Quorum');
  await page.getByLabel('Show', { exact: true }).selectOption('Silences');
  const both = await rows(page).count();
  await page.reload();
  await expect(page.getByLabel('Show', { exact: true })).toHaveValue('silences');
  await expect(rows(page)).toHaveCount(both);
  await page.goBack();
  await expect(page.getByLabel('Show', { exact: true })).toHaveValue('all');
  await expect(page.getByLabel('Subject', { exact: true })).toHaveValue('quorum');
  await page.goBack();
  await expect(rows(page)).toHaveCount(await total(page));
  await expect(count(page)).toHaveText(/^All/);
});

test('two rulebooks stand side by side, and differ where they do', async ({ page }) => {
  await page.goto('compare/');
  await page.getByRole('checkbox', { name: 'London' }).check();
  await expect(count(page)).toContainText('choose a second rulebook');
  await page.getByRole('checkbox', { name: 'Kent and Medway' }).check();
  await expect(page).toHaveURL(/books=london,kent$/);
  await page.getByLabel('Show', { exact: true }).selectOption('Differences');
  await page.getByLabel('Subject', { exact: true }).selectOption('Records');
  await expect(page.getByRole('columnheader')).toHaveText(['Question', /London$/, /Kent and Medway$/]);
  const minutes = page.getByRole('row', { name: 'How soon are the full minutes sent out?' });
  await expect(minutes.getByRole('cell')).toHaveCount(2);
  // What was compared with a rulebook that is not in view is not shown.
  await expect(minutes.locator('small:visible')).toHaveText([
    /^looser: 15 working days .* beside 10/,
    /^stricter: 10 working days .* beside 15/,
  ]);
  await page.getByRole('button', { name: 'Show everything' }).click();
  await expect(page.getByRole('columnheader').first()).toBeVisible();
  await expect(rows(page)).toHaveCount(await total(page));
});

test('words find rows, and an empty view offers the way back', async ({ page }) => {
  await page.goto('compare/');
  await page.getByLabel('Find words in the table').fill('even split');
  await expect(rows(page)).not.toHaveCount(0);
  for (const row of await rows(page).all()) await expect(row).toContainText(/even split/i);
  await expect(page).toHaveURL(/words=even\+split$/);
  await page.getByLabel('Find words in the table').fill('xylophone');
  await expect(page.getByText('No row is like that.')).toBeVisible();
  await page.locator('#nothing').getByRole('button', { name: 'Show everything' }).click();
  await expect(rows(page)).toHaveCount(await total(page));
});

test('words from an address are shown as words', async ({ page }) => {
  await page.goto(`compare/?words=${encodeURIComponent('<img src=x onerror=alert(1)>"')}`);
  await expect(page.getByLabel('Find words in the table')).toHaveValue('<img src=x onerror=alert(1)>"');
  await expect(page.locator('img')).toHaveCount(0);
});

test('the view can be taken away as a table with citations, made in the browser', async ({ page }) => {
  await page.goto('compare/?words=full+minutes&subject=record&books=london,hips,kent');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download this view' }).click()]);
  expect(download.suggestedFilename()).toBe('quorate-comparison.csv');
  const text = readFileSync(await download.path(), 'utf8');
  expect(text.startsWith('\uFEFF')).toBe(true);
  const [header, ...records] = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true }).data;
  const named = records.map((record) => Object.fromEntries(record.map((cell, at) => [header![at], cell])));
  expect(named).toHaveLength(3 * (await rows(page).count()));
  expect(named.find((record) => record.Question === 'How soon are the full minutes sent out?' && record.Rulebook === 'London')).toEqual({
    Procedure: 'Initial conference',
    Stage: 'Afterwards',
    Subject: 'Records',
    Question: 'How soon are the full minutes sent out?',
    Rulebook: 'London',
    Edition: 'No edition or date given',
    Force: 'should',
    Answer: '15 working days after the conference',
    Comparison:
      'looser: 15 working days after the conference, beside 10 working days after the conference (Staffordshire and Kent and Medway)',
    Clauses: '8.16.5',
    Citation: 'London, 8.16.5. No edition or date given.',
  });
  expect(named.find((record) => record.Rulebook === 'HIPS')).toMatchObject({ Answer: 'Silent', Clauses: '', Citation: '' });
  expect(asked.filter((url) => !/^blob:|\/favicon\.svg$/.test(url))).toEqual([]);
});

test('every cell of the whole table is read into the download', async ({ page }) => {
  await page.goto('compare/');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download this view' }).click()]);
  const { data } = Papa.parse<Record<string, string>>(readFileSync(await download.path(), 'utf8').slice(1), {
    header: true,
    skipEmptyLines: true,
  });
  expect(data).toHaveLength(5 * (await total(page)));
  const answered = data.filter(({ Answer }) => !/^(Silent|Not covered|Elsewhere)/.test(Answer!));
  expect(answered.length).toBeGreaterThan(450);
  expect(answered.filter(({ Force, Clauses, Citation }) => !Force || !Clauses || !Citation)).toEqual([]);
  expect(data.filter((record) => Object.values(record).some((cell) => /^[=+\-@]/.test(cell) || / ;|\s{2}/.test(cell)))).toEqual([]);
});

test('on a phone a question is a line that opens into its five answers', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('compare/');
  const row = rows(page).first();
  const opens = row.getByRole('button', { name: 'Answers: When must an initial conference be convened?' });
  await expect(row.getByRole('link', { name: '8.1.2' })).toBeHidden();
  await expect(opens).toHaveAttribute('aria-expanded', 'false');
  await opens.press('Enter');
  await expect(opens).toHaveAttribute('aria-expanded', 'true');
  await expect(row.getByRole('link', { name: '8.1.2' })).toBeVisible();
  // The tiles of a folded line open it too.
  const second = rows(page).nth(1);
  await second.scrollIntoViewIfNeeded();
  await second.locator('td').first().click({ force: true });
  await expect(second).toHaveClass(/open/);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(9000);
});

test('no window is wider than the page needs, with everything open', async ({ page }) => {
  for (const width of [320, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('compare/');
    await page.getByRole('button', { name: 'Open all' }).click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await expect(page.getByRole('button', { name: 'Close all' })).toBeVisible();
  }
});

for (const [width, colorScheme] of [
  [390, 'dark'],
  [1440, 'light'],
] as const)
  // prettier-ignore
  test(`a view with its filters has nothing that axe objects to at ${width} pixels, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await page.goto('compare/?subject=record');
    await page.locator('#filters').evaluate((details: HTMLDetailsElement) => (details.open = true));
    await rows(page).first().locator('.opens').evaluate((button: HTMLButtonElement) => button.click());
    expect(await faults(page)).toEqual([]);
  });
