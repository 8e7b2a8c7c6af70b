import { expect, test, type Page } from '@playwright/test';
import { faults } from './axe.ts';

const results = (page: Page) => page.locator('#results > li');
const first = (page: Page) => results(page).first().getByRole('link');
const field = (page: Page) => page.getByRole('searchbox', { name: 'Search' });

const pages = {
  'the search': 'search/',
  'questions found': 'search/?q=how+soon+are+minutes+sent',
  'a rulebook’s clauses found': 'search/?q=exclude+a+parent&rulebook=staffordshire',
  'nothing found': 'search/?q=xyzzyplugh',
};
for (const [name, path] of Object.entries(pages)) {
  for (const [width, colorScheme] of [[390, 'light'], [390, 'dark'], [1440, 'light'], [1440, 'dark']] as const) {
    test(`${name}: nothing that axe objects to at ${width} pixels, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(path);
      if (path.includes('?')) await expect(page.locator('#found')).toHaveText(/result|Nothing/);
      expect(await faults(page)).toEqual([]);
    });
  } // prettier-ignore

  test(`${name}: fits a window of 320 pixels, as at 400% zoom`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(path);
    if (path.includes('?')) await expect(page.locator('#found')).toHaveText(/result|Nothing/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
}

test('from the first page to the clause in a question and three taps, on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('.');
  const asked = page.getByRole('searchbox');
  await asked.click();
  await asked.fill('min no of agencies bfg');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page).toHaveURL(/\/search\/\?q=min/);
  await expect(first(page)).toHaveText(/BFG 4\.3\.8/);
  await expect(first(page)).toBeInViewport();
  await first(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/BFG 4\.3\.8/);
});

test('every page leads to the search', async ({ page }) => {
  await page.goto('rulebooks/kent/9.p3/');
  await page.getByRole('banner').getByRole('link', { name: 'Search' }).click();
  await expect(field(page)).toBeFocused();
});

test('a result says what it is: rulebook, number, force, and the words for which it was found', async ({ page }) => {
  await page.goto('search/?q=how+soon+are+minutes+sent+kent');
  const kent = results(page).first();
  await expect(kent.getByRole('link')).toHaveText('Kent and Medway 9, paragraph 3');
  await expect(kent).toContainText('must');
  await expect(kent.locator('mark').filter({ hasText: 'minutes' })).toBeVisible();
  const question = results(page).filter({ hasText: 'How soon are the full minutes sent out?' });
  await expect(question.getByRole('img', { name: 'Kent and Medway' })).toBeVisible();
  await expect(question).toContainText('10 working days');
});

test('the question stands in the address, and the address brings it back', async ({ page }) => {
  await page.goto('search/');
  await field(page).pressSequentially('can dad bring a solicitor');
  await expect(page).toHaveURL(/\?q=can\+dad\+bring\+a\+solicitor$/);
  const found = await first(page).textContent();
  await page.reload();
  await expect(field(page)).toHaveValue('can dad bring a solicitor');
  await expect(first(page)).toHaveText(found!);
});

test('the browser’s way back finds the results as they were left', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('search/?q=plan');
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(results(page)).toHaveCount(40);
  await results(page).nth(30).getByRole('link').click();
  await expect(page).not.toHaveURL(/search/);
  await page.goBack();
  await expect(results(page)).toHaveCount(40);
  await expect(results(page).nth(30)).toBeInViewport();
});

test('a typing mistake finds what was meant, and says so', async ({ page }) => {
  await page.goto('search/?q=recieving+in+confrence+timescale');
  await expect(page.locator('#found')).toContainText('nothing has “recieving”');
  await expect(results(page).filter({ hasText: /within 15 working days/ }).first()).toBeVisible(); // prettier-ignore
});

test.describe('the number of a clause', () => {
  for (const [number, title] of [['8.14.12', 'London 8.14.12'], ['4.3.8', 'BFG 4.3.8'], ['quoracy.p4', 'Staffordshire: Quoracy, paragraph 4']] as const)
    test(`${number} goes straight to the clause`, async ({ page }) => {
      await page.goto('search/');
      await field(page).fill(number);
      await expect(first(page)).toHaveText(title);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
    }); // prettier-ignore

  test('that no clause has is said to be none, with those that are near', async ({ page }) => {
    await page.goto('search/?q=8.99.1');
    await expect(page.locator('#found')).toHaveText('There is no clause 8.99.1: these have the nearest numbers.');
    await expect(first(page)).toHaveText(/^London 8\.17\./);
    await field(page).fill('77.1');
    await expect(page.locator('#found')).toHaveText('There is no clause 77.1.');
  });

  test('asked on the first page goes straight there too, and back again', async ({ page }) => {
    await page.goto('.');
    await page.getByRole('searchbox').fill('8.14.12');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('London 8.14.12');
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Rehearse/);
  });

  test('typed on the search page does not hold back who comes back to it', async ({ page }) => {
    await page.goto('search/');
    await field(page).fill('8.14.12');
    await expect(first(page)).toHaveText('London 8.14.12');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.goBack();
    await expect(field(page)).toHaveValue('8.14.12');
    await expect(first(page)).toHaveText('London 8.14.12');
  });
});

test('filters leave one rulebook, one force, one role, one subject, and stand in the address', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('search/?q=conference');
  await page.getByRole('checkbox', { name: 'Staffordshire' }).check();
  await page.getByLabel('Force', { exact: true }).selectOption('must');
  await page.getByLabel('Who is concerned').selectOption('chair');
  await expect(page).toHaveURL(/q=conference.*rulebook=staffordshire.*force=must.*actor=chair/);
  const clauses = results(page).filter({ hasNotText: 'Question ·' });
  await expect(clauses.first()).toBeVisible();
  for (const clause of await clauses.all()) {
    await expect(clause.getByRole('link')).toContainText('Staffordshire');
    await expect(clause.locator('.force', { hasText: /^must$/ })).toHaveCount(1);
  }
  await page.getByLabel('Procedure').selectOption('complaint');
  await expect(page.locator('#found')).toHaveText(/Nothing found/);
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await expect(page).toHaveURL(/\?q=conference$/);
  await expect(results(page)).toHaveCount(20);
});

test('a filter for one question lists what speaks to it, is offered within its subject, and stands in the address', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('search/');
  const question = page.getByLabel('Question', { exact: true });
  await expect(question.locator('optgroup')).not.toHaveCount(0);
  await page.getByLabel('Subject').selectOption('record');
  await expect(question.locator('optgroup')).toHaveCount(0);
  await question.selectOption('How soon are the full minutes sent out?');
  await expect(page).toHaveURL(/subject=record&topic=record\.minutes$/);
  await expect(results(page).filter({ hasText: 'Kent and Medway 9, paragraph 3' })).toBeVisible();
  const found = await page.locator('#found').textContent();
  await page.goto('search/?topic=record.minutes');
  await expect(question).toHaveValue('record.minutes');
  await expect(page.locator('#found')).toHaveText(found!);
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await expect(question).toHaveValue('');
  await expect(page).toHaveURL(/search\/$/);
});

test('on a phone the field shows a whole question, and the first result stands in the upper third', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('search/?q=who+has+to+come+to+a+review');
  await expect(first(page)).toBeVisible();
  // What does not fit would have to be scrolled to.
  expect(await field(page).evaluate((input: HTMLInputElement) => input.scrollWidth - input.clientWidth)).toBeLessThanOrEqual(0);
  expect((await results(page).first().boundingBox())!.y).toBeLessThan(300);
  await page.getByText('Filters', { exact: true }).click();
  await expect(page.getByLabel('Force', { exact: true })).toBeVisible();
  await page.getByLabel('Force', { exact: true }).selectOption('must');
  await expect(page.getByRole('button', { name: 'Clear the filters' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test('filters alone list what they leave', async ({ page }) => {
  await page.goto('search/?rulebook=kent,hips&force=must');
  await expect(page.getByRole('checkbox', { name: 'Kent and Medway' })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'HIPS' })).toBeChecked();
  await expect(first(page)).toHaveText(/^(Kent and Medway|HIPS)/);
});

test('everything can be done with the keyboard alone', async ({ page }) => {
  await page.goto('search/');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('dissent recorded');
  await expect(first(page)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(first(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(results(page).nth(1).getByRole('link')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(first(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue('');
  await expect(results(page)).toHaveCount(0);
  await expect(page.getByRole('heading', { name: /Browse \d+ questions/ })).toBeVisible();
  await page.keyboard.type('dissent recorded');
  await page.keyboard.press('Enter');
  const href = await first(page).getAttribute('href');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${href!.replace('../', '').replaceAll('.', '\\.')}$`));
});

test('what is found is read out when the typing stops', async ({ page }) => {
  await page.goto('search/');
  await field(page).pressSequentially('quorum');
  await expect(page.getByRole('status')).toHaveText(/^\d+ results$/);
});

test('the index comes in two requests, and to no other page', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => {
    if (/search\/.*\.json/.test(request.url())) fetched.push(request.url());
  });
  await page.goto('.');
  await page.goto('topics/record.minutes/');
  expect(fetched).toEqual([]);
  await page.goto('search/?q=minutes');
  await expect(first(page)).toBeVisible();
  expect(fetched).toHaveLength(2);
});

test('where the index does not come, the page says so and can be browsed', async ({ page }) => {
  await page.route(/search\/.*\.json/, (route) => route.abort());
  await page.goto('search/?q=minutes');
  await expect(page.locator('#found')).toContainText('could not be fetched');
  await expect(page.getByRole('link', { name: 'How soon are the full minutes sent out?' })).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the first page’s question arrives where everything can be browsed', async ({ page }) => {
    await page.goto('.');
    await page.getByRole('searchbox').fill('minutes');
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(page).toHaveURL(/search\/\?q=minutes/);
    expect(await page.content()).toContain('Searching needs JavaScript.');
    expect(await page.content()).not.toContain('Everything that it finds');
    const note = page.locator('noscript p');
    for (const place of ['the glossary', 'the roles', 'the cases to practise'])
      await expect(note.getByRole('link', { name: place })).toBeVisible();
    await expect(page.getByRole('heading', { level: 1, name: 'Search' })).toBeVisible();
    await expect(page.getByRole('searchbox')).toBeHidden();
    await expect(page.getByRole('heading', { name: 'Records', exact: true })).toBeVisible();
    await expect(page.getByRole('link', { name: '8.16 Administrative arrangements', exact: false })).toBeVisible();
    await page.getByRole('link', { name: 'How soon are the full minutes sent out?' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('How soon are the full minutes sent out?');
  });
});
