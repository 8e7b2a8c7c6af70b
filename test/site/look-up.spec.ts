import { expect, test, type Page } from '@playwright/test';
import { faults } from './axe.ts';

const pages = {
  home: '.',
  'all questions': 'topics/',
  'a question of numbers': 'topics/record.minutes/',
  'a question of lists': 'topics/exclusion.grounds/',
  'a question that two rulebooks answer twice': 'topics/exclusion.record/',
  'the rulebooks': 'rulebooks/',
  'a rulebook': 'rulebooks/kent/',
  'a clause': 'rulebooks/staffordshire/quoracy.p4/',
  'an item of a clause': 'rulebooks/london/8.4.2.b3/',
  'the notes on a document': 'rulebooks/bfg/notes/',
  'the clauses of a procedure': 'procedures/exclusion/clauses/',
  'the clauses of the initial conference': 'procedures/icpc/clauses/',
  'the clauses of a stage': 'procedures/icpc/clauses/after/',
  'the roles': 'roles/',
  'a role': 'roles/police/',
  'the sheet of a role': 'roles/parents/staffordshire/',
  'the second sheet of a role': 'roles/social-worker/bfg/others/',
  'the glossary': 'glossary/',
  'the comparison': 'compare/',
  about: 'about/',
  'a page that there is not': '404.html',
  'a clause that has points': 'rulebooks/london/8.4.2/',
};

const looked = async (page: Page) => {
  // The rows of a long table are alike, and so are the entries of a long list: a few of each stand for all.
  await page.evaluate((alike) => {
    for (const one of document.querySelectorAll(alike)) one.remove();
  }, '.entries > :nth-child(n + 3), .fold:nth-of-type(n + 4)');
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
  return faults(page, 'tbody tr:nth-child(n + 6)');
};
const tooWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

for (const [name, path] of Object.entries(pages)) {
  for (const [width, colorScheme] of [
    [390, 'light'],
    [1440, 'dark'],
  ] as const) {
    test(`${name} has nothing that axe objects to at ${width} pixels, ${colorScheme}`, async ({ page }) => {
      // The whole comparison is a thousand cells, each of which axe looks at.
      test.slow();
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(path);
      expect(await looked(page)).toEqual([]);
    });
  }

  test(`${name} fits a window of 320 pixels, as at 400% zoom`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(path);
    expect(await tooWide(page)).toBeLessThanOrEqual(0);
  });
}

for (const [scheme, width] of [
  ['dark', 390],
  ['light', 1440],
] as const) {
  test(`the colours of a question hold in ${scheme} at ${width} pixels`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 900 });
    await page.goto('topics/record.minutes/');
    expect(await looked(page)).toEqual([]);
  });
}

test('the first Tab offers to skip to the page, and the way there shows', async ({ page }) => {
  await page.goto('topics/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the page' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
});

test('the focus is seen on every stop of a clause page', async ({ page }) => {
  await page.goto('rulebooks/london/8.4.2.b3/');
  const stops = await page.locator('a').count();
  for (let i = 0; i < stops; i++) {
    await page.keyboard.press('Tab');
    const shown = await page.evaluate(() => {
      const { backgroundColor, boxShadow, outlineStyle } = getComputedStyle(document.activeElement!);
      return backgroundColor !== 'rgba(0, 0, 0, 0)' || boxShadow !== 'none' || outlineStyle !== 'none';
    });
    expect(shown).toBe(true);
  }
});

test('on a phone the menu is one line, and unfolds without JavaScript', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ javaScriptEnabled: false, baseURL: baseURL!, viewport: { width: 390, height: 800 } });
  for (const path of ['.', 'topics/', 'rulebooks/london/']) {
    await page.goto(path);
    expect((await page.locator('header.top').boundingBox())!.height).toBeLessThanOrEqual(56);
    const menu = page.getByRole('navigation', { name: 'Quorate' });
    await expect(menu).toBeHidden();
    await page.getByRole('button', { name: 'Menu' }).click();
    await expect(menu.getByRole('link')).toHaveCount(7);
    await expect(menu.getByRole('link', { name: 'Rulebooks' })).toBeInViewport();
  }
  await page.close();
});

test('nothing in the menu moves when one of it is where one is', async ({ page }) => {
  const places = async (path: string) => {
    await page.goto(path);
    return page
      .getByRole('navigation', { name: 'Quorate' })
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().left));
  };
  const home = await places('.');
  for (const path of ['topics/', 'compare/', 'about/']) expect(await places(path)).toEqual(home);
});

test('the first page has its three doors in the first window of a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('.');
  for (const door of ['Practise', 'Look up', 'Compare']) await expect(page.getByRole('heading', { name: door })).toBeInViewport();
  await expect(page.getByRole('link', { name: 'The clauses of London' })).toBeVisible();
});

test('a page that there is not helps to find one that there is, from any depth', async ({ page, baseURL }) => {
  await page.goto('404.html');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page at this address');
  const root = new URL(baseURL!).pathname;
  const links = await page.locator('a[href]:not(.skip)').evaluateAll((all) => all.map((link) => link.getAttribute('href')!));
  expect(links.length).toBeGreaterThan(15);
  expect(links.filter((href) => !href.startsWith(root) || href.startsWith('//'))).toEqual([]);
  for (const href of new Set(links.map((link) => link.replace(/#.*/, '')))) expect((await page.request.get(href)).status(), href).toBe(200);
});

test('the menu says where one is', async ({ page }) => {
  await page.goto('topics/record.minutes/');
  const menu = page.getByRole('navigation', { name: 'Quorate' });
  await expect(menu.locator('[aria-current]')).toHaveText('Look up');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a question leads to its answers, an answer to its clause, and a clause back to the question', async ({ page }) => {
    await page.goto('.');
    await page.getByRole('link', { name: 'Look up', exact: true }).first().click();
    await page.getByRole('link', { name: 'How soon are the full minutes sent out?' }).click();
    const london = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /^London/ }) });
    await expect(london.getByRole('heading')).toContainText('15 working days');
    await expect(london).toContainText('should');
    await london.getByRole('link', { name: '8.16.5' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/London 8\.16\.5/);
    await page.getByRole('link', { name: 'How soon are the full minutes sent out?' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('How soon are the full minutes sent out?');
  });

  test('an address leads to a question in a list of clauses, and opens it', async ({ page }) => {
    await page.goto('procedures/icpc/clauses/');
    await page.getByRole('link', { name: 'Who else may be invited to a conference?' }).click();
    await expect(page.getByText('invitations to a conference may go to a domestic violence adviser')).toBeInViewport();
    await expect(page.getByRole('link', { name: '8.1.2', exact: true })).toBeHidden();
  });

  test('Kent and Medway is not made to speak of initial conferences', async ({ page }) => {
    await page.goto('topics/icpc.deadline/');
    const kent = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /^Kent and Medway/ }) });
    await expect(kent.getByRole('heading')).toContainText('Not covered');
    await expect(kent).toContainText('For initial conferences it names: Initial Child Protection Conferences Procedure.');
    await page.goto('rulebooks/kent/');
    await expect(page.getByText('Not covered as a whole: initial conferences.')).toBeVisible();
    await expect(page.getByText('Not covered: looked after children', { exact: false })).toBeVisible();
  });

  test('Staffordshire is said to answer some questions on complaints, and to leave the rest to its appendix', async ({ page }) => {
    await page.goto('rulebooks/staffordshire/');
    const covers = page.getByText('Not covered as a whole: complaints.').locator('..');
    await expect(covers).toContainText(
      /It answers \d+ of \d+ questions on them, and names\s+for them: The appendix, on appeals and complaints/,
    );
    await covers.getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Complaints');
  });
});
