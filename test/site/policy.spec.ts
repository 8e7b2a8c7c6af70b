import { expect, test } from '@playwright/test';

test('the first page opens without an error and without breaking its own policy', async ({ page }) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto('.');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('nothing is asked of another host', async ({ page, baseURL }) => {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).host !== new URL(baseURL!).host) elsewhere.push(request.url());
  });
  await page.goto('.');
  expect(elsewhere).toEqual([]);
});
