import { describe, expect, it } from 'vitest';
import { rulebooks } from '#lib/server/content.ts';
import { linesOf, share } from '#lib/server/paper.ts';
import { countOf, findRole, naming, roleOf, roles, sheetOf, type Item } from '#lib/server/roles.ts';

const itemsOf = (sheet: ReturnType<typeof sheetOf>): Item[] =>
  sheet.groups.flatMap((group) => group.stages.flatMap((stage) => stage.procedures.flatMap((procedure) => procedure.items)));
const whole = ({ lead = '', text, rest = '' }: Item) => lead + text + rest;
const sheets = roles.flatMap((role) =>
  rulebooks
    .filter((rulebook) => {
      const { named, others } = countOf(role, rulebook);
      return named + others;
    })
    .map((rulebook) => ({ role, rulebook, sheet: sheetOf(role, rulebook) })),
);

describe('the roles', () => {
  it('are everybody whom a clause binds or entitles', () => {
    const bound = new Set(rulebooks.flatMap((r) => r.clauses.flatMap((c) => c.actors)));
    expect([...bound].filter((actor) => !findRole(roleOf(actor)))).toEqual([]);
  });

  it('take the lead social worker for a social worker', () => {
    expect(roleOf('lead-social-worker')).toBe('social-worker');
  });
});

describe('a sheet', () => {
  it('has every clause that names the person, once, and none twice', () => {
    for (const { role, rulebook, sheet } of sheets) {
      const ids = itemsOf(sheet).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toEqual(expect.arrayContaining(naming(role, rulebook).map(({ id }) => id)));
    }
  });

  it('has for a health visitor what binds all professionals, marked as such', () => {
    const invited = sheetOf(findRole('health-visitor')!, rulebooks[0]!).groups.at(-1);
    expect(invited?.as).toBe('As one of the professionals invited');
    const items = invited!.stages.flatMap((stage) => stage.procedures.flatMap((procedure) => procedure.items));
    const told = rulebooks[0]!.clauses.filter(
      (c) => c.actors.includes('professionals') && !c.actors.some((a) => a === 'health-visitor' || a === 'health'),
    );
    expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining(told.map(({ id }) => id)));
    expect(items.every(({ to }) => to)).toBe(true);
  });

  it('keeps the words of every clause, whatever paper leaves out', () => {
    for (const { rulebook, sheet } of sheets) {
      const words = new Map(rulebook.clauses.map((clause) => [clause.id, clause.restatement]));
      expect(itemsOf(sheet).filter((item) => whole(item) !== words.get(item.id))).toEqual([]);
    }
  });

  it('of Kent and Medway, whose document is about reviews, has no heading for initial conferences', () => {
    const kent = sheets
      .filter(({ rulebook }) => rulebook.id === 'kent')
      .flatMap(({ sheet }) => sheet.groups.flatMap((g) => g.stages.flatMap((s) => s.procedures)));
    expect(kent.length).toBeGreaterThan(20);
    expect(kent.filter(({ procedure }) => procedure === 'icpc')).toEqual([]);
  });

  it('puts must before should before may, within a stage', () => {
    const order = ['must', 'must-not', 'may-not', 'should', 'should-not', 'will', 'may', 'is'];
    for (const { sheet } of sheets)
      for (const { procedures } of sheet.groups.flatMap((group) => group.stages))
        for (const { items } of procedures) {
          const ranks = items.map(({ modality }) => order.indexOf(modality));
          expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
        }
  });

  it('never cuts short on paper what names the person as long as something else can give way', () => {
    const cut = sheets.filter(({ sheet }) =>
      sheet.groups.some((group) => !group.as && group.stages.some((s) => s.procedures.some((p) => p.items.some((i) => i.rest)))),
    );
    for (const { sheet } of cut)
      expect(
        sheet.groups
          .filter(({ as }) => as)
          .flatMap((g) => g.stages.flatMap((s) => s.procedures.flatMap((p) => p.items)))
          .every(({ run }) => run),
      ).toBe(true);
  });
});

describe('how much paper a text takes', () => {
  it('is reckoned in lines broken between words', () => {
    expect(linesOf('one', 100, 10)).toBe(1);
    expect(linesOf('wwww wwww wwww', 60, 10)).toBe(3);
  });

  it('grows with the type', () => {
    const sheet = {
      groups: 1,
      stages: 2,
      paragraphs: Array.from({ length: 40 }, () => 'A conference is held within fifteen working days. '.repeat(3)),
    };
    expect(share(sheet, 8)).toBeGreaterThan(share(sheet, 7));
  });
});
