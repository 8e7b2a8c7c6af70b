import { expect, test } from '@playwright/test';

/** One of each kind, those with a script at work. */
const pages = [
  '.',
  'practise/',
  'practise/three-children-four-views/?rulebook=london',
  'search/?q=minutes',
  'compare/?subject=record',
  'topics/record.minutes/',
  'rulebooks/london/8.4.2/',
  'rulebooks/hips/check/',
  'procedures/icpc/london/',
  'procedures/icpc/compare/?a=london&b=staffordshire',
  'roles/chair/london/',
  'about/certificate/',
];

for (const path of pages)
  test(`${path} opens without an error, without breaking its own policy, and asks nothing of another host`, async ({ page, baseURL }) => {
    const complaints: string[] = [];
    const elsewhere: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()) && !message.text().includes('blocked by Playwright'))
        complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (new URL(request.url()).host !== new URL(baseURL!).host) elsewhere.push(request.url());
    });
    await page.goto(path, { waitUntil: 'networkidle' });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(complaints).toEqual([]);
    expect(elsewhere).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
  });
