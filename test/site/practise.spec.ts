import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

const CASE = 'practise/three-children-four-views/';
const under = (rulebook: string) => `${CASE}?rulebook=${rulebook}`;

const decision = (page: Page) => page.locator('#decision');
const move = (page: Page, words: string | RegExp) => page.locator('button.move', { hasText: words });
const verdict = (page: Page) => page.locator('#verdict');
const goOn = (page: Page) => page.getByRole('button', { name: /^Go on|^See the debrief/ });
const finding = (page: Page, topic: string) => page.locator(`.findings [data-topic="${topic}"]`);

/** “departs must”, “complies” … as the verdict's heading has it. */
const outcome = async (of: Locator) =>
  [await of.getAttribute('data-outcome'), await of.getAttribute('data-modality')].filter(Boolean).join(' ');

async function begin(page: Page, rulebook = 'staffordshire') {
  await page.goto(under(rulebook));
  await expect(move(page, '').first()).toBeVisible();
}
async function make(page: Page, words: string | RegExp = '') {
  await move(page, words).first().click();
  await expect(verdict(page)).toBeFocused();
}

// What works offline is tested in offline.spec.ts; here nothing is fetched in the background.
test.use({ serviceWorkers: 'block' });

test.describe('the way in', () => {
  test('from the first page to the first verdict in three clicks', async ({ page }) => {
    await page.goto('.');
    await page.getByRole('navigation', { name: 'Quorate' }).getByRole('link', { name: 'Practise' }).click();
    await page.getByRole('link', { name: 'Staffordshire' }).click();
    await move(page, 'writes down why').click();
    await expect(verdict(page)).toBeVisible();
  });

  test('Kent and Medway cannot be played, and the page says why', async ({ page }) => {
    await page.goto('practise/');
    await expect(page.getByText('Kent and Medway: its document covers reviews only')).toBeVisible();
    await page.goto(under('kent'));
    await expect(page.getByRole('alert')).toContainText('cannot be played under Kent and Medway');
    await expect(page.getByRole('link', { name: 'London' })).toBeVisible();
  });

  test('a rulebook that does not exist is named, and the others are offered', async ({ page }) => {
    await page.goto(under('wales'));
    await expect(page.getByRole('alert')).toContainText('There is no rulebook “wales” here');
    await page.getByRole('link', { name: 'British Forces Germany' }).click();
    await expect(decision(page)).toBeVisible();
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });
    test('the story and the case file can be read', async ({ page }) => {
      await page.goto(under('london'));
      await expect(page.locator('noscript p')).toContainText('your browser must run JavaScript');
      await expect(page.locator('noscript p')).toBeVisible();
      await expect(page.getByText('Carla Ellis asked for help in September')).toBeVisible();
      await expect(page.getByText('Twelve since January')).toBeVisible();
    });
  });
});

/**
 * One team, one case, two rulebooks: what each of them says of the same moves, as their texts have it. Everything else is played by
 * its first move. A topic says which finding is meant, where a move is judged on several.
 */
const SAME_MOVES: { at: string; move: string | RegExp; topic?: string; london: string; staffordshire: string }[] = [
  { at: 'Somebody has to tell', move: 'On Friday morning', london: 'not-addressed', staffordshire: 'departs must' },
  { at: 'Which day?', move: 'Count from the discussion of 14 March', topic: 'icpc.deadline', london: 'complies should', staffordshire: 'not-addressed should' },
  { at: 'The report for the family', move: 'Post it', topic: 'report.family.initial', london: 'complies should', staffordshire: 'complies must' },
  { at: 'An empty chair', move: 'Note the apology', topic: 'quorum.minimum', london: 'complies is', staffordshire: 'departs should' },
  { at: 'The question itself', move: 'continuing risk', topic: 'decision.threshold', london: 'complies should', staffordshire: 'departs should' },
  { at: 'Two for, two against', move: /agencies decide,? by majority/, london: 'departs must', staffordshire: '' },
  { at: 'Under which heading?', move: 'names two', topic: 'decision.category', london: 'complies should', staffordshire: 'departs is' },
  { at: 'The minutes', move: 'checked and signed', topic: 'record.minutes', london: 'complies should', staffordshire: 'departs will' },
]; // prettier-ignore

for (const rulebook of ['london', 'staffordshire'] as const)
  test(`the whole case under ${rulebook}, by keyboard alone`, async ({ page }) => {
    test.setTimeout(120_000);
    /** Tab until it has the focus, then Enter: nobody here has a mouse. */
    const press = async (target: Locator, tabs = 40) => {
      const at = await target.elementHandle();
      for (let i = 0; i < tabs; i++) {
        if (await at?.evaluate((element) => element === document.activeElement)) return page.keyboard.press('Enter');
        await page.keyboard.press('Tab');
      }
      throw new Error(`${tabs} tabs do not reach ${String(target)}`);
    };

    await begin(page, rulebook);
    const met = new Set<string>();
    for (let i = 0; i < 40; i++) {
      await expect(move(page, '').first()).toBeVisible();
      const title = (await decision(page).textContent()) ?? '';
      const planned = SAME_MOVES.find(({ at }) => title.includes(at));
      // Fourteen working days after the conference is a day of its own in each run: it is the second of the four.
      const chosen = planned?.at === 'The minutes' ? move(page, '').nth(1) : move(page, planned?.move ?? '').first();
      await press(chosen);
      await expect(verdict(page)).toBeFocused();
      const expected = planned?.[rulebook];
      if (planned && expected) {
        met.add(planned.at);
        const of = planned.topic ? page.locator(`section.verdict [data-topic="${planned.topic}"]`).first() : verdict(page);
        expect(await outcome(of), `${title}: ${String(planned.move)}`).toBe(expected);
      }
      if (rulebook === 'staffordshire' && title.includes('The report for')) expect(await outcome(verdict(page))).toBe('departs must-not');
      if (rulebook === 'staffordshire' && title.includes('An empty chair')) {
        await expect(page.locator('.map svg [aria-current="step"]')).toHaveAttribute('aria-label', /Inquorate/);
        await expect(page.locator('div.remedy')).toContainText('by Wednesday 17 April');
      }
      // An even split: under Staffordshire nobody has decided yet, and the chair has the casting vote.
      if (rulebook === 'staffordshire' && title.includes('evenly split')) {
        met.add('Two for, two against');
        expect(await outcome(verdict(page))).toBe('complies');
      }
      const last = await goOn(page).textContent();
      await press(goOn(page), 3);
      if (last?.includes('debrief')) break;
      await expect(decision(page)).toBeFocused();
    }
    await expect(page.locator('#debrief')).toBeFocused();
    expect([...met].sort()).toEqual(SAME_MOVES.map(({ at }) => at).sort());

    // Every move is in the debrief, with its verdict, its findings and their clauses.
    await expect(page.locator('.moves > li')).toHaveCount(rulebook === 'london' ? 25 : 28);
    const posted = page.locator('[data-decision="report"]');
    expect(await outcome(posted)).toBe(rulebook === 'london' ? 'complies' : 'departs must-not');
    const other = rulebook === 'london' ? 'staffordshire' : 'london';
    await expect(page.locator(`.other[data-rulebook="${other}"]`)).toContainText('Parts from');
    if (rulebook === 'staffordshire')
      await expect(posted.getByRole('link', { name: 'Social care report, paragraph 6, item 2' }).first()).toHaveAttribute(
        'href',
        /rulebooks\/staffordshire\/social-care-report\.p6\.b2\/$/,
      );
  });

test.describe('a verdict', () => {
  test('says what was due, what was done, and how the day is counted', async ({ page }) => {
    await begin(page, 'london');
    await make(page);
    await goOn(page).click();
    await make(page);
    await goOn(page).click();
    await make(page, 'Count from today');
    const late = finding(page, 'icpc.deadline');
    await expect(late).toContainText('Too late: Wednesday 10 April, 15:30. It was due by Monday 8 April.');
    await expect(late).toContainText('not counting Good Friday 29 March and Easter Monday 1 April');
    await expect(late.locator('time[datetime="2024-04-08"]')).toBeVisible();
    await expect(late.getByText('should', { exact: true })).toBeVisible();
    await expect(late.getByRole('link', { name: '8.1.7', exact: true })).toBeVisible();
    await expect(page.locator('div.remedy')).toContainText('The way back');
  });

  test('shows the same move under the other rulebooks, Kent and Medway too', async ({ page }) => {
    await begin(page);
    await make(page);
    await goOn(page).click();
    await make(page, 'On Friday morning');
    const row = page.locator('.elsewhere .row li');
    await expect(row).toHaveCount(4);
    for (const each of await row.all()) expect(await outcome(each)).toBe('not-addressed');
    await page.getByRole('button', { name: 'Take it back' }).click();
    await make(page, 'This afternoon');
    expect(await outcome(verdict(page))).toBe('complies must'.split(' ')[0]);
  });

  test('says what each of the others says of it, when it is asked', async ({ page }) => {
    await begin(page);
    await make(page, 'in a quick call');
    await page.getByText('What each of them says of it').click();
    await expect(page.locator('.elsewhere .rows li', { hasText: 'London' })).toContainText('the reasons for the decision were recorded');
    await expect(page.locator('.elsewhere').getByRole('link', { name: '8.1.5' })).toBeVisible();
  });

  test('can be talked over in a room before anybody sees the reasons', async ({ page }) => {
    await begin(page);
    await make(page);
    await goOn(page).click();
    await make(page, 'On Friday morning');
    await page.getByRole('button', { name: 'Talk it over' }).click();
    await expect(page.getByRole('heading', { name: 'What would your agency have said?' })).toBeVisible();
    await expect(finding(page, 'convene.notification')).toHaveCount(0);
    await page.getByRole('button', { name: 'Show the reasons' }).click();
    await expect(finding(page, 'convene.notification')).toBeVisible();
  });
});

test.describe('a run', () => {
  test('is not lost when the page is loaded again, wherever it was left', async ({ page }) => {
    await begin(page);
    await make(page);
    await page.reload();
    await expect(verdict(page)).toBeVisible();
    await goOn(page).click();
    await page.reload();
    await expect(decision(page)).toHaveText('Somebody has to tell the conference service');
    await page.goto('practise/');
    await page
      .getByRole('region', { name: 'Carry on where you left off' })
      .getByRole('link', { name: /under Staffordshire/ })
      .click();
    await expect(decision(page)).toHaveText('Somebody has to tell the conference service');
  });

  test('gives a move back, and nothing that came of it stays', async ({ page }) => {
    await begin(page);
    await make(page, 'No conference');
    await expect(page.locator('.map svg [aria-current="step"]')).toHaveAttribute('aria-label', /Agencies disagree/);
    await page.getByRole('button', { name: 'Take it back' }).click();
    await expect(decision(page)).toBeFocused();
    await expect(page.locator('.map svg [aria-current="step"]')).toHaveAttribute('aria-label', /Convene/);
    await make(page, 'writes down why');
    await goOn(page).click();
    await expect(decision(page)).toHaveText('Somebody has to tell the conference service');
  });

  test('begins again when it is asked to, and comes back if that was a slip', async ({ page }) => {
    await begin(page);
    await make(page);
    await page.getByRole('button', { name: 'Start again' }).click();
    await expect(decision(page)).toBeFocused();
    await expect(move(page, '').first()).toBeVisible();
    await page.getByRole('button', { name: 'Bring the last run back' }).click();
    await expect(verdict(page)).toBeVisible();
  });

  test('can be looked back on before it ends, and shows what is left to do', async ({ page }) => {
    await begin(page);
    await make(page);
    await goOn(page).click();
    await page.getByRole('button', { name: 'End here and see the debrief' }).click();
    await expect(page.locator('#debrief')).toBeFocused();
    await expect(page.getByText('the case is still open')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'What is left to do' })).toBeVisible();
    await page.getByRole('button', { name: 'Back to the case' }).click();
    await expect(decision(page)).toHaveText('Somebody has to tell the conference service');
  });

  test('can be downloaded and opened again on another device', async ({ page, browser, baseURL }) => {
    await begin(page);
    await make(page);
    await goOn(page).click();
    await make(page, 'On Friday morning');
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download the run' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/^quorate-run three-children-four-views staffordshire .*\.json$/);
    const path = await download.path();
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
      format: 'quorate-run',
      version: 1,
      rulebook: 'staffordshire',
      log: [{ move: 0 }, { move: 1 }],
    });

    const elsewhere = await browser.newPage({ baseURL: baseURL! });
    await elsewhere.goto(under('london'));
    await elsewhere.getByLabel('Open a run that was downloaded').setInputFiles(path);
    await expect(verdict(elsewhere)).toBeVisible();
    expect(await outcome(verdict(elsewhere))).toBe('departs must');
    await expect(elsewhere).toHaveURL(/rulebook=staffordshire/);
    await elsewhere.close();
  });

  test('that cannot be opened changes nothing and says how to mend it', async ({ page }) => {
    await begin(page);
    await make(page);
    const saved = await page.evaluate(() => localStorage.getItem('quorate-run:three-children-four-views:staffordshire'));
    const run = JSON.parse(saved!) as Record<string, unknown>;
    const open = async (text: string) => {
      await page
        .getByLabel('Open a run that was downloaded')
        .setInputFiles({ name: 'run.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    };
    for (const [text, what, where] of [
      [saved!.slice(0, 60), 'The file is damaged', 'Where: line 1'],
      ['{"a": 1}', 'This is not a run of Quorate', 'field “format”'],
      [JSON.stringify({ ...run, edition: 'of long ago' }), 'another edition of Staffordshire', 'field “edition”: “of long ago”'],
      [JSON.stringify({ ...run, scenarioHash: 'older' }), 'has been changed since this run was saved', 'field “scenarioHash”: “older”'],
      [JSON.stringify({ ...run, log: [{ decision: 'minutes', move: 0 }] }), 'do not fit the case', 'move 1'],
    ] as const) {
      await open(text);
      const alert = page.getByRole('alert').filter({ hasText: 'The file was not opened' });
      await expect(alert).toContainText(what);
      await expect(alert).toContainText(where);
      await expect(alert).toContainText('Nothing has been changed here');
      await expect(verdict(page)).toBeVisible();
      expect(await page.evaluate(() => localStorage.getItem('quorate-run:three-children-four-views:staffordshire'))).toBe(saved);
    }
  });

  test('kept by an older edition is not thrown away: it can be downloaded', async ({ page }) => {
    await begin(page);
    await make(page);
    await page.evaluate(() => {
      const key = 'quorate-run:three-children-four-views:staffordshire';
      localStorage.setItem(key, localStorage.getItem(key)!.replace(/"edition":"[^"]*"/, '"edition":"older"'));
    });
    await page.reload();
    const alert = page.getByRole('alert');
    await expect(alert).toContainText('The run kept on this device cannot be opened');
    const downloading = page.waitForEvent('download');
    await alert.getByRole('button', { name: 'Download the kept run' }).click();
    expect(readFileSync(await (await downloading).path(), 'utf8')).toContain('"edition":"older"');
    await alert.getByRole('button', { name: 'Start again' }).click();
    await expect(decision(page)).toHaveText('The enquiries are finished');
  });

  test('says so where the browser keeps nothing', async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('no', 'SecurityError'); } })); // prettier-ignore
    await begin(page);
    await make(page);
    await expect(page.getByRole('status').filter({ hasText: 'This browser keeps nothing' })).toBeVisible();
  });

  test('that goes on in another tab is announced in this one', async ({ page, context }) => {
    await begin(page);
    await make(page);
    const other = await context.newPage();
    await other.goto(under('staffordshire'));
    await goOn(other).click();
    await expect(page.getByRole('status').filter({ hasText: 'This run went on in another tab' })).toBeVisible();
    await page.getByRole('button', { name: 'Show what the other tab has' }).click();
    await expect(decision(page)).toHaveText('Somebody has to tell the conference service');
  });
});

for (const width of [390, 1440])
  test(`everybody can use it, ${width} pixels wide`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height: width < 500 ? 844 : 900 });
    const check = async (where: string) => {
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      expect(violations.map((v) => `${where}: ${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow, `${where} scrolls sideways`).toBeLessThanOrEqual(0);
    };
    await page.goto('practise/');
    await check('the cases');
    await page.goto(CASE);
    await expect(page.getByRole('heading', { name: 'Which rulebook' })).toBeVisible();
    await check('choosing a rulebook');
    await begin(page);
    await check('before a move');
    await make(page, 'No conference');
    await expect(page.locator('.elsewhere')).toBeVisible();
    await check('after a move');
    await page.getByRole('button', { name: 'Talk it over' }).click();
    await check('talking it over');
    await goOn(page).click();
    await page.getByRole('button', { name: 'End here and see the debrief' }).click();
    await expect(page.getByRole('heading', { name: 'What is left to do' })).toBeVisible();
    await check('the debrief');
  });
