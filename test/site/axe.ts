import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe objects to on a page as it stands: the rule, and up to three of the elements.
 * @param without elements to pass over, where a few of their kind stand for all
 * @throws Error on a page with frames, which are not looked into: that is what makes this five times as fast
 */
export async function faults(page: Page, without?: string): Promise<string[]> {
  if (page.frames().length > 1) throw new Error(`${page.url()} has frames, and only the page itself is looked at`);
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(rules).setLegacyMode(); // prettier-ignore
  if (without) axe.exclude(without);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((n) => n.html).join(' | ')}`); // prettier-ignore
}
