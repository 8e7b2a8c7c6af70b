import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { faults } from './axe.ts';

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
/** Makes the nth move of each decision, or the last there is, until the one with this title is put. */
async function playTo(page: Page, title: string, nth = 0) {
  for (let i = 0; i < 40; i++) {
    await expect(move(page, '').first()).toBeVisible();
    if ((await decision(page).textContent())?.includes(title)) return;
    await move(page, '').nth(Math.min(nth, (await move(page, '').count()) - 1)).click(); // prettier-ignore
    await expect(verdict(page)).toBeFocused();
    await goOn(page).click();
  }
  throw new Error(`the case does not come to “${title}”`);
}
/** Whether another decision is put, or the debrief has come. */
async function goesOn(page: Page): Promise<boolean> {
  await expect(page.locator('#debrief').or(move(page, '').first())).toBeVisible();
  return (await page.locator('#debrief').count()) === 0;
}
const openFile = (page: Page, name: string, content: string | Buffer) =>
  page.getByLabel('Open a run that was downloaded').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });

test.describe('the way in', () => {
  test('from the first page to the first verdict in three clicks', async ({ page }) => {
    await page.goto('.');
    await page.getByRole('navigation', { name: 'Quorate' }).getByRole('link', { name: 'Practise' }).click();
    await page.locator(`a[href$="${under('staffordshire')}"]`).click();
    await move(page, 'writes down why').click();
    await expect(verdict(page)).toBeVisible();
  });

  test('Kent and Medway cannot be played, and the page says why', async ({ page }) => {
    await page.goto('practise/');
    await expect(page.getByText('Not under Kent and Medway: its document does not cover initial conferences')).toBeVisible();
    await page.goto(under('kent'));
    await expect(page.getByRole('alert')).toContainText('cannot be played under Kent and Medway');
    await expect(page.getByRole('alert')).toContainText('Its document does not cover initial conferences');
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
    let moves = 0;
    while (moves < 40) {
      await expect(move(page, '').first()).toBeVisible();
      const title = (await decision(page).textContent()) ?? '';
      const planned = SAME_MOVES.find(({ at }) => title.includes(at));
      // Fourteen working days after the conference is a day of its own in each run: it is the second of the four.
      const chosen = planned?.at === 'The minutes' ? move(page, '').nth(1) : move(page, planned?.move ?? '').first();
      await press(chosen);
      moves++;
      await expect(verdict(page)).toBeFocused();
      const expected = planned?.[rulebook];
      if (planned && expected) {
        met.add(planned.at);
        const of = planned.topic ? page.locator(`section.verdict [data-topic="${planned.topic}"]`).first() : verdict(page);
        expect(await outcome(of), `${title}: ${String(planned.move)}`).toBe(expected);
      }
      if (rulebook === 'staffordshire' && title.includes('The report for'))
        expect(await outcome(finding(page, 'report.delivery'))).toBe('departs must-not');
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
    await expect(page.locator('.moves > li')).toHaveCount(moves);
    expect(moves).toBeGreaterThan(20);
    const posted = page.locator('[data-decision="report"]');
    expect(await outcome(posted.locator('[data-topic="report.delivery"]'))).toBe(
      rulebook === 'london' ? 'not-addressed none' : 'departs must-not',
    );
    const other = rulebook === 'london' ? 'staffordshire' : 'london';
    await expect(page.locator(`.other[data-rulebook="${other}"]`)).toContainText('Parts from');
    await posted.locator('summary').first().press('Enter');
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
    await expect(page.getByRole('heading', { name: 'The same move, in the same situation, under the other rulebooks' })).toBeVisible();
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

  test('shows the way on directly under its heading, after any move that departs', async ({ page }) => {
    await begin(page, 'london');
    await make(page, 'in a quick call');
    const way = page.locator('.way-on');
    await expect(way).toContainText('The way on');
    await expect(way).toContainText('The day to set: Monday 8 April at the latest');
    await expect(way.getByRole('link', { name: '8.1.7' })).toHaveAttribute('href', /rulebooks\/london\/8\.1\.7\/$/);
    const order = await page.evaluate(() => {
      const parts = ['#verdict', '.way-on', '.why > .findings', '.elsewhere'].map((part) => document.querySelector(part)!);
      return parts.slice(1).map((part, i) => Boolean(parts[i]!.compareDocumentPosition(part) & Node.DOCUMENT_POSITION_FOLLOWING));
    });
    expect(order).toEqual([true, true, true]);
    // What departs, the way on and what the others say, in view together.
    await page.setViewportSize({ width: 1440, height: 900 });
    await verdict(page).scrollIntoViewIfNeeded();
    for (const part of [verdict(page), way, page.locator('.findings .headline').first(), page.locator('.elsewhere .row')])
      await expect(part).toBeInViewport();
  });

  test('folds what is kept behind one line, and says of every finding which question it answers', async ({ page }) => {
    await begin(page, 'london');
    // Something departs: what is kept steps back.
    await make(page, 'in a quick call');
    await expect(page.locator('.why > .findings > li')).toHaveCount(1);
    await expect(page.getByText('4 more points are kept')).toBeVisible();
    await page.getByRole('button', { name: 'Take it back' }).click();
    // Nothing departs: the first two say why, the others are counted.
    await make(page, 'writes down why');
    await expect(page.locator('.why > .findings > li')).toHaveCount(2);
    await page.getByText('3 more points are kept').click();
    const questions = await page.locator('.why li[data-topic] > div > p.quiet:first-child').allTextContents();
    expect(questions.length).toBeGreaterThan(2);
    expect(new Set(questions).size).toBe(questions.length);
    for (const question of questions) expect(question).toMatch(/\?$/);
  });

  test('puts both readings of a contradiction together, in order, with the note on it', async ({ page }) => {
    await begin(page, 'london');
    await playTo(page, 'Before the door opens');
    await make(page, 'Ten minutes before');
    const both = page.locator('.both');
    await expect(both).toContainText('London contradicts itself here');
    await expect(both.locator('[data-topic="chair.meets-family"] .reading')).toHaveText(['First reading', 'Second reading']);
    await both.getByRole('link', { name: 'What stands there, and how it is treated' }).click();
    await expect(page.locator('#chair-meets-family')).toBeInViewport();
  });

  test('tells what an earlier move left open apart, and leads to that move', async ({ page }) => {
    await begin(page);
    await playTo(page, 'An empty chair', 1);
    await make(page, 'Note the apology');
    const open = page.locator('details.carried');
    await open.locator('summary').first().click();
    await expect(open.locator('> summary')).toContainText('Still open from an earlier move: 1 point');
    await expect(page.locator('.why > ul.findings [data-topic="chair.meets-family"][data-outcome="departs"]')).toHaveCount(0);
    await open.getByRole('link', { name: /^move \d+, “Before the door opens”/ }).click();
    const there = page.locator('[data-decision="meet"]');
    await expect(there.locator('summary').first()).toBeFocused();
    const found = there.locator('[data-topic="chair.meets-family"][data-outcome="departs"]');
    await expect(found).toBeVisible();
    expect(await outcome(found)).toBe('departs must');
  });

  test('has the outcome and the force of every finding on screen, silence included', async ({ page }) => {
    await begin(page);
    await make(page, 'in a quick call');
    await page.getByText('What each of them says of it').click();
    await expect(page.locator('.elsewhere .rows li p').first()).toBeVisible();
    await goOn(page).click();
    await make(page, 'On Friday morning');
    await page.getByText('What each of them says of it').click();
    await expect(page.locator('.elsewhere .rows li')).toHaveCount(4);
    for (const each of await page.locator('.elsewhere .rows li').all()) expect(await outcome(each)).toBe('not-addressed none');
    await goOn(page).click();
    await page.getByRole('button', { name: 'End here and see the debrief' }).click();
    await page.getByRole('button', { name: 'Unfold all' }).click();
    const all = await page.locator('[data-topic]').evaluateAll((found) => found.map((e) => [e.getAttribute('data-outcome'), e.getAttribute('data-modality')])); // prettier-ignore
    expect(all.length).toBeGreaterThan(4);
    expect(all.filter(([how, force]) => !how || !force)).toEqual([]);
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

  test('that made way for a new beginning can be brought back after the page was loaded again', async ({ page }) => {
    await begin(page);
    await make(page);
    await goOn(page).click();
    await make(page, 'On Friday morning');
    await page.getByRole('button', { name: 'Start again' }).click();
    await make(page, 'in a quick call');
    await page.reload();
    await expect(verdict(page)).toBeVisible();
    const aside = page.getByRole('region', { name: 'Set aside on this device' });
    await expect(aside.getByRole('listitem')).toHaveCount(1);
    await expect(aside).toContainText('2 moves under Staffordshire');
    const downloading = page.waitForEvent('download');
    await aside.getByRole('button', { name: 'Download' }).click();
    expect(JSON.parse(readFileSync(await (await downloading).path(), 'utf8'))).toMatchObject({ log: [{ move: 0 }, { move: 1 }] });
    // Bringing it back sets the other aside in its turn.
    await aside.getByRole('button', { name: 'Bring it back' }).click();
    await expect(decision(page)).toHaveText('Somebody has to tell the conference service');
    expect(await outcome(verdict(page))).toBe('departs must');
    await expect(aside).toContainText('one move under Staffordshire');
    await aside.getByRole('button', { name: 'Remove' }).click();
    await expect(aside).toBeHidden();
  });

  test('is not lost when a file is opened in its place', async ({ page }) => {
    await begin(page);
    await make(page);
    const other = await page.evaluate(() => localStorage.getItem('quorate-run:three-children-four-views:staffordshire')!);
    await page.getByRole('button', { name: 'Take it back' }).click();
    await make(page, 'No conference');
    await openFile(page, 'other.json', other);
    await expect(page.getByText('The run that was here is set aside.')).toBeVisible();
    expect(await outcome(verdict(page))).not.toContain('departs');
    await page.reload();
    await page.getByRole('button', { name: 'Bring it back' }).click();
    await expect(page.locator('.move.made')).toContainText('No conference');
    // The one that it took the place of is not lost either.
    await expect(page.getByRole('region', { name: 'Set aside on this device' }).getByRole('listitem')).toHaveCount(1);
  });

  test('is not given up where there is no room to set it aside, before it was offered as a file', async ({ page }) => {
    await begin(page);
    await make(page);
    await page.evaluate(() => {
      Storage.prototype.setItem = new Proxy(Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem')!.value as Storage['setItem'], {
        apply(set, storage, [key, value]: [string, string]) {
          if (key.startsWith('quorate-aside')) throw new DOMException('full', 'QuotaExceededError');
          Reflect.apply(set, storage, [key, value]);
        },
      });
    });
    await page.getByRole('button', { name: 'Start again' }).click();
    const alert = page.getByRole('alert').filter({ hasText: 'would be lost' });
    await expect(alert).toContainText('There is no room left on this device');
    await expect(verdict(page)).toBeVisible();
    const downloading = page.waitForEvent('download');
    await alert.getByRole('button', { name: 'Download the kept run' }).click();
    expect(readFileSync(await (await downloading).path(), 'utf8')).toContain('"move":0');
    await alert.getByRole('button', { name: 'Start again all the same' }).click();
    await expect(move(page, '').first()).toBeVisible();
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
    for (const [text, what, where] of [
      [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]), 'what is in the file is not text', 'character 1'],
      ['Dear all, the run is attached', 'The file is damaged', 'line 1: it begins with “Dear all, th”'],
      ['x'.repeat(3_000_000), 'far too large', 'kB'],
      [saved!.slice(0, 60), 'The file is damaged', 'Where: line 1'],
      ['{"a": 1}', 'This is not a run of Quorate', 'field “format”'],
      [JSON.stringify({ ...run, edition: 'of long ago' }), 'another edition of Staffordshire', 'field “edition”: “of long ago”'],
      [JSON.stringify({ ...run, scenarioHash: 'older' }), 'has been changed since this run was saved', 'field “scenarioHash”: “older”'],
      [JSON.stringify({ ...run, log: [{ decision: 'minutes', move: 0 }] }), 'do not fit the case', 'move 1'],
    ] as const) {
      await openFile(page, 'run.json', text);
      const alert = page.getByRole('alert').filter({ hasText: 'The file was not opened' });
      await expect(alert).toContainText(what);
      await expect(alert).toContainText(where);
      await expect(alert).toContainText('Nothing has been changed here');
      await expect(alert).not.toContainText(/unexpected|token/i);
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
    await make(page);
    await page.reload();
    await expect(page.getByRole('region', { name: 'Set aside on this device' }).getByRole('button', { name: 'Download' })).toBeVisible();
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

test.describe('on a screen', () => {
  test('390 pixels wide, the question and a move are in view as soon as the page is', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await begin(page);
    await expect(page.locator('#question legend')).toBeInViewport({ ratio: 1 });
    await expect(move(page, '').first()).toBeInViewport({ ratio: 1 });
    await expect(page.getByText('Carla Ellis asked for help in September')).toBeHidden();
    await page.getByText('The story', { exact: true }).click();
    await expect(page.getByText('Carla Ellis asked for help in September')).toBeVisible();
  });

  test('390 pixels wide, the whole heading of a verdict is in view, however far down its move stood', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 640 });
    await begin(page);
    for (let decisions = 0; decisions < 4; decisions++) {
      const chosen = page.locator('button.move').nth(1);
      // As somebody has it who read all moves: the chosen one just under the top.
      await chosen.evaluate((button) => window.scrollTo({ top: button.getBoundingClientRect().top + scrollY - 10, behavior: 'instant' }));
      await chosen.click();
      await expect(page.locator('.elsewhere')).toBeVisible();
      await expect(verdict(page)).toBeInViewport({ ratio: 1 });
      await goOn(page).click();
    }
  });

  test('of a phone, a tablet or a desk, the map is whole where you are, and the name of a lane is never covered', async ({ page }) => {
    test.setTimeout(120_000);
    await begin(page);
    while (await goesOn(page)) {
      await move(page, '').first().click();
      await expect(verdict(page)).toBeFocused();
      for (const [width, height] of [[390, 844], [768, 1024], [1024, 768], [1440, 900]] as const) {
        await page.setViewportSize({ width, height });
        const wrong = await page.evaluate(async () => {
          // The map is cut to the window a frame after the window changed.
          for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
          const box = (e: Element) => e.getBoundingClientRect();
          const svg = document.querySelector('aside.map svg')!;
          const frame = box(svg);
          const here = [...svg.querySelectorAll('[aria-current="step"]')];
          const found: string[] = [];
          if (!here.length) found.push('nothing is marked');
          // What shows at all shows whole: every shape is either in the frame or out of it.
          for (const shape of svg.querySelectorAll('.shape > .box')) {
            const { top, bottom } = box(shape);
            const inside = top >= frame.top - 1 && bottom <= frame.bottom + 1;
            if (!inside && bottom > frame.top + 2 && top < frame.bottom - 2) found.push(`cut: ${shape.parentElement!.getAttribute('aria-label')}`);
            if (!inside && here.includes(shape.parentElement!)) found.push('out of view: where you are');
          }
          for (const tab of svg.querySelectorAll('.tab'))
            for (const lane of svg.querySelectorAll('.stage')) {
              const [a, b] = [box(tab), box(lane)];
              if (a.left < b.right && a.right > b.left && a.top < b.bottom - 1 && a.bottom - 1 > b.top) found.push(`covered: ${lane.textContent}`);
            }
          const column = document.querySelector('aside.map')!;
          if (column.scrollHeight > column.clientHeight + 1) found.push('the map scrolls by itself');
          if (document.documentElement.scrollWidth > document.documentElement.clientWidth) found.push('the page scrolls sideways');
          return found;
        });
        expect(wrong, `${await decision(page).textContent()}, ${width} pixels wide`).toEqual([]);
      }
      await goOn(page).click();
    }
  }); // prettier-ignore

  test('768 pixels wide, the words of the map stand beside it', async ({ page }) => {
    await page.setViewportSize({ width: 768, height: 1024 });
    await begin(page);
    const [map, words] = [await page.locator('aside.map svg').boundingBox(), await page.getByText('The same in words').boundingBox()];
    expect(words!.x).toBeGreaterThan(map!.x + map!.width);
    expect(words!.y).toBeLessThan(map!.y + map!.height);
    await expect(page.locator('aside.map details li').first()).toBeVisible();
  });

  test('the edition is set off from the link that changes it', async ({ page }) => {
    await begin(page, 'london');
    await expect(page.locator('.book')).toHaveText(/No edition or date given\s· change/);
  });

  test('every mark and every drawing has a size of its own, for a page without its styles', async ({ page }) => {
    await begin(page);
    await make(page, 'in a quick call');
    await goOn(page).click();
    await page.getByRole('button', { name: 'End here and see the debrief' }).click();
    await expect(page.locator('.moves svg').first()).toBeVisible();
    const bare = await page.locator('svg').evaluateAll((all) => all.filter((e) => !e.hasAttribute('width') || !e.hasAttribute('height')).length); // prettier-ignore
    expect(bare).toBe(0);
    await page.evaluate(() => document.querySelectorAll('link[rel="stylesheet"], style').forEach((sheet) => sheet.remove()));
    for (const mark of await page.locator('.verdict-mark').all()) expect((await mark.boundingBox())!.width).toBeLessThan(40);
  });
});

test.describe('a debrief', () => {
  test.use({ viewport: { width: 390, height: 844 } });
  test('on a phone says what stood out before it offers what can be done, and is no scroll of thousands of rows', async ({ page }) => {
    test.setTimeout(90_000);
    await begin(page);
    while (await goesOn(page)) {
      await move(page, '').nth(1).click();
      await goOn(page).click();
    }
    await expect(page.locator('#debrief')).toBeFocused();
    await expect(page.getByRole('heading', { name: 'What stood out' })).toBeInViewport();
    const top = async (name: string) => (await page.getByRole('button', { name }).boundingBox())!.y;
    expect(await top('Print')).toBeGreaterThan((await page.locator('.moves').boundingBox())!.y);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(6000);
  });

  test('is whole on paper: every move, finding, clause, and what the others say', async ({ page }) => {
    test.setTimeout(90_000);
    await begin(page);
    await playTo(page, 'The chair wants to read it', 1);
    await page.getByRole('button', { name: 'End here and see the debrief' }).click();
    await expect(page.getByRole('heading', { name: 'What is left to do' })).toBeVisible();
    const findings = page.locator('.moves [data-topic]');
    const number = await findings.count();
    expect(number).toBeGreaterThan(10);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await expect(page.locator('.debrief details:not([open])')).toHaveCount(0);
    for (const finding of await findings.all()) await expect(finding).toBeVisible();
    expect(await page.locator('.moves a[href*="/rulebooks/"]:visible').count()).toBeGreaterThan(number);
    await expect(page.locator('.moves .other-mark:visible')).toHaveCount(5 * 4);
  });

  test('says what each of the others judges otherwise first, and leads there', async ({ page }) => {
    await begin(page);
    await make(page);
    await goOn(page).click();
    await make(page, 'On Friday morning');
    await goOn(page).click();
    await page.getByRole('button', { name: 'End here and see the debrief' }).click();
    const bfg = page.locator('.other[data-rulebook="bfg"]');
    await expect(bfg).toContainText('Parts from Staffordshire first at');
    await bfg.getByRole('link').click();
    await expect(page.locator('.moves > li > details[open] > summary')).toBeFocused();
    await expect(page.getByText('each in the situation in which it was made')).toBeVisible();
  });
});

test('no more than 90 kB of script and data come before the first verdict, and the other procedures never do', async ({ page }) => {
  const bodies = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (/\.(js|json)$|\/$/.test(pathname)) bodies.set(pathname, response.body().then((body) => gzipSync(body, { level: 9 }).length)); // prettier-ignore
  });
  await begin(page);
  await page.waitForLoadState('networkidle');
  const before = await page.evaluate(async () => {
    document.querySelector<HTMLButtonElement>('button.move')!.click();
    while (!document.querySelector('#verdict')) await Promise.resolve();
    return performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname);
  });
  const loaded = [...bodies].filter(([path]) => path.endsWith('/') || before.includes(path));
  const bytes = (await Promise.all(loaded.map(([, size]) => size))).reduce((sum, size) => sum + size, 0);
  expect(loaded.length).toBeGreaterThan(4);
  expect(
    loaded.map(([path]) => path).filter((path) => /practise\/(review|pre-birth|dual-process|exclusion|complaint|after)\./.test(path)),
  ).toEqual([]);
  expect(bytes).toBeLessThanOrEqual(90_000);
});

for (const [width, colorScheme] of [
  [390, 'light'],
  [1440, 'light'],
  [1440, 'dark'],
] as const)
  // prettier-ignore
  test(`everybody can use it, ${width} pixels wide, ${colorScheme}`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: width < 500 ? 844 : 900 });
    const check = async (where: string) => {
      expect(await faults(page), where).toEqual([]);
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
    await page.getByRole('button', { name: 'Unfold all' }).click();
    await check('the debrief, unfolded');
    await page.getByRole('button', { name: 'Start again' }).click();
    await expect(page.getByRole('region', { name: 'Set aside on this device' })).toBeVisible();
    await check('beginning again');
    await openFile(page, 'run.json', 'no run');
    await expect(page.getByRole('alert')).toBeVisible();
    await check('a file that is no run');
  });
