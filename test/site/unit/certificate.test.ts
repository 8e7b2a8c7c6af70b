import { describe, expect, it } from 'vitest';
import { publish } from '#lib/server/certificate.ts';
import { certifyAll } from '#lib/server/certifying.ts';
import { content } from '#lib/server/content.ts';
import { certify } from '#machines/certificate/certify.ts';
import { openCalendar, procedures } from '#machines/index.ts';

const dates = content.calendars['england-and-wales']!;
const short = ['complaint', 'exclusion'] as const;

describe('the certificate that the build makes', { timeout: 60_000 }, () => {
  it('is made in threads of its own, and says what it would say without them, in the order of procedures and rulebooks', async () => {
    const here = short.flatMap((id) => content.rulebooks.map((rulebook) => certify(procedures[id], rulebook, openCalendar(dates))));
    expect(await certifyAll(short, content.rulebooks, dates, 2)).toEqual(here);
  });

  it('does not hide what goes wrong in a thread', async () => {
    const early = { ...dates, years: { from: 1999, to: 2001 } };
    await expect(certifyAll(['complaint'], content.rulebooks, early)).rejects.toThrow('for 1999 to 2001 only');
  });

  it('is not published where something does not hold: the message says what, of which procedure, under which rulebook', async () => {
    const without = content.rulebooks.map((rulebook) => {
      const rule = rulebook.rules['complaint.outcomes']!;
      return rulebook.id === 'london'
        ? { ...rulebook, rules: { ...rulebook.rules, 'complaint.outcomes': { ...rule, clauses: [] } } }
        : rulebook;
    });
    const wrong = await certifyAll(['complaint'], without, dates);
    expect(() => publish(wrong)).toThrow('complaint under london: rules that cite no clause: complaint.outcomes');
    expect(() => publish(wrong)).not.toThrow('complaint under bfg');
  });
});
