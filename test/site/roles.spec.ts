import { expect, test } from '@playwright/test';

/** Those of whom the documents say most, and those who are asked most. */
const roles = [
  'chair',
  'social-worker',
  'police',
  'school',
  'health-visitor',
  'conference',
  'parents',
  'child',
  'iro',
  'social-care',
  'minute-taker',
];
const rulebooks = ['london', 'staffordshire', 'hips', 'bfg', 'kent'];

/** How many pages a PDF has: one object of that type for each. */
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

for (const role of roles) {
  test(`the sheet of ${role} is two sides of A4 at most, in every rulebook`, async ({ page }) => {
    for (const rulebook of rulebooks) {
      await page.goto(`roles/${role}/${rulebook}/`);
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf.toString('latin1')) ?? [];
      expect([Math.round(Number(width)), Math.round(Number(height))], rulebook).toEqual([595, 842]);
      expect(pagesOf(pdf), rulebook).toBeGreaterThan(0);
      expect(pagesOf(pdf), rulebook).toBeLessThanOrEqual(2);
    }
  });
}

test('on paper a sheet has its title and its edition, and neither the menu nor the foot of the site', async ({ page }) => {
  await page.goto('roles/police/staffordshire/');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/The police: Staffordshire/);
  await expect(page.getByText('Version 6 October 2018', { exact: false })).toBeVisible();
  await expect(page.getByText('Your current local procedures decide.').first()).toBeVisible();
  await expect(page.getByRole('navigation').first()).toBeHidden();
  await expect(page.getByRole('contentinfo')).toBeHidden();
});

test('on paper type is never smaller than eight points, and every item ends with its number', async ({ page }) => {
  for (const path of ['roles/chair/london/', 'roles/conference/london/', 'roles/social-worker/staffordshire/', 'roles/police/kent/']) {
    await page.goto(path);
    await page.emulateMedia({ media: 'print' });
    const items = await page.locator('.force-list li:visible').evaluateAll((all) =>
      all.map((li) => ({
        size: parseFloat(getComputedStyle(li).fontSize) * 0.75,
        // As it is seen: what paper leaves out is not in it.
        end: (li as HTMLElement).innerText.trim().slice(-12),
        number: li.querySelector('a')!.innerText.trim().slice(-12),
      })),
    );
    expect(items.length).toBeGreaterThan(20);
    expect(items.filter(({ size }) => size < 7.99)).toEqual([]);
    expect(items.filter(({ end, number }) => !number || !end.endsWith(number))).toEqual([]);
    expect(await page.locator('.sheet').innerText()).not.toContain('…');
  }
});

test('paper names what it has no room for, and keeps every number', async ({ page }) => {
  await page.goto('roles/chair/london/');
  const whole = await page.locator('.force-list').allInnerTexts();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Left out here for want of room')).toBeVisible();
  const print = await page.locator('.force-list').allInnerTexts();
  const amounts = (texts: string[]) =>
    texts.join(' ').match(/\b(\d+|one|two|three|five|ten|fifteen|six|twelve) (working )?(days?|weeks?|months?|hours?|years?)\b/g) ?? [];
  expect(amounts(whole).length).toBeGreaterThan(4);
  expect(amounts(print)).toEqual(amounts(whole));
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a school nurse finds what binds her under Kent and Medway in two steps', async ({ page }) => {
    await page.goto('roles/');
    await page.getByRole('link', { name: 'The school nurse' }).click();
    await page.getByRole('link', { name: 'Kent and Medway', exact: true }).click();
    await expect(page.getByText('No clause names the school nurse')).toBeVisible();
    await expect(page.getByRole('heading', { level: 2, name: /As one of the professionals/ })).toBeVisible();
    await page.getByRole('link', { name: '5, paragraph 2, item 1' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Kent and Medway 5/);
  });

  test('a social worker finds on the second sheet what binds all professionals in London', async ({ page }) => {
    await page.goto('roles/social-worker/london/');
    await page.getByRole('link', { name: 'the second sheet' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/London, second sheet$/);
    await expect(page.getByRole('heading', { level: 2, name: /As one of the professionals/ })).toBeVisible();
    await page.getByRole('link', { name: 'The first sheet', exact: true }).click();
    await expect(page.getByRole('heading', { level: 2, name: /By name/ })).toBeVisible();
  });

  test('a word in a clause leads to what it means, and from there to a clause that uses it', async ({ page }) => {
    await page.goto('rulebooks/staffordshire/contingency.p2/');
    await page.getByRole('link', { name: 'Legal Gateway meeting' }).click();
    const entry = page.locator('#legal-gateway');
    await expect(entry).toBeInViewport();
    await expect(entry).toContainText('solicitor');
    await entry.getByRole('link', { name: 'Receiving in, paragraph 8' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Receiving in, paragraph 8/);
  });

  test('a question with two readings leads to the note on them, and the note to both clauses', async ({ page }) => {
    await page.goto('topics/exclusion.record/');
    await page.getByRole('link', { name: 'Whether an excluded parent receives the record' }).last().click();
    const note = page.getByRole('article', { name: 'Whether an excluded parent receives the record' });
    await expect(note.getByRole('link', { name: '4.5.10' })).toBeVisible();
    await note.getByRole('link', { name: '4.4.1, paragraph 2' }).click();
    await expect(page.getByText('A note on this clause')).toBeVisible();
  });

  test('the clauses of a complaint stand in order, and each leads to its page', async ({ page }) => {
    await page.goto('procedures/');
    await page.getByRole('listitem').filter({ hasText: 'Complaints' }).getByRole('link', { name: 'the clauses in order' }).click();
    await page.getByText('Who chairs a reconvened conference').click();
    await page.getByRole('link', { name: '8.17.6' }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/London 8\.17\.6/);
  });
});
