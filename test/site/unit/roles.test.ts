import { describe, expect, it } from 'vitest';
import { ORDER, leavesNoChoice, rank } from '#lib/forces.ts';
import { findClause, rulebooks } from '#lib/server/content.ts';
import { holds } from '#lib/server/needed.ts';
import { linesOf, share } from '#lib/server/paper.ts';
import { countOf, findRole, naming, roleOf, roles } from '#lib/server/roles.ts';
import { sheetsOf, type Item, type Sheet } from '#lib/server/sheets.ts';

const itemsOf = (sheet: Sheet | undefined): Item[] =>
  sheet?.groups.flatMap((group) => group.stages.flatMap((stage) => stage.procedures.flatMap((procedure) => procedure.items))) ?? [];
const sheets = roles.flatMap((role) =>
  rulebooks
    .filter((rulebook) => {
      const { named, others } = countOf(role, rulebook);
      return named + others;
    })
    .map((rulebook) => ({ role, rulebook, ...sheetsOf(role, rulebook) })),
);

describe('the roles', () => {
  it('are everybody whom a clause binds or entitles', () => {
    const bound = new Set(rulebooks.flatMap((r) => r.clauses.flatMap((c) => c.actors)));
    expect([...bound].filter((actor) => !findRole(roleOf(actor)))).toEqual([]);
  });

  it('take the lead social worker for a social worker', () => {
    expect(roleOf('lead-social-worker')).toBe('social-worker');
  });

  it('count a clause among the musts where a part of it is one', () => {
    const clause = { ...rulebooks[0]!.clauses[0]!, modality: 'should' as const, also: ['must' as const], actors: ['court' as const] };
    expect(countOf(findRole('court')!, { ...rulebooks[0]!, clauses: [clause] })).toMatchObject({ named: 1, musts: 1 });
  });
});

describe('a sheet', () => {
  it('has every clause that names the person, once, and none twice', () => {
    for (const { role, rulebook, sheet, others } of sheets) {
      const ids = [...itemsOf(sheet), ...itemsOf(others)].map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const { named, others: more } = countOf(role, rulebook);
      expect(ids).toHaveLength(named + more);
      expect(itemsOf(sheet).map(({ id }) => id)).toEqual(expect.arrayContaining(naming(role, rulebook).map(({ id }) => id)));
    }
  });

  it('has for a health visitor what binds all professionals, under a heading that says so', () => {
    const { sheet, others } = sheetsOf(findRole('health-visitor')!, rulebooks[0]!);
    const group = (others ?? sheet).groups.find(({ as }) => as === 'As one of the professionals')!;
    const told = rulebooks[0]!.clauses.filter(
      (c) => c.actors.includes('professionals') && !c.actors.some((a) => a === 'health-visitor' || a === 'health'),
    );
    expect(itemsOf({ ...sheet, groups: [group] }).map(({ id }) => id)).toEqual(expect.arrayContaining(told.map(({ id }) => id)));
  });

  it('keeps apart what names the lead social worker alone', () => {
    const { sheet } = sheetsOf(findRole('social-worker')!, rulebooks[0]!);
    const lead = sheet.groups.find(({ as }) => as === 'As the lead social worker')!;
    const actors = itemsOf({ ...sheet, groups: [lead] }).map(({ id }) => findClause('london', id)!.actors);
    expect(actors.length).toBeGreaterThan(0);
    expect(actors.every((of) => of.includes('lead-social-worker') && !of.includes('social-worker'))).toBe(true);
  });

  it('has for a second one only what binds its reader as one of others', () => {
    const second = sheets.filter(({ others }) => others);
    expect(second.length).toBeGreaterThan(20);
    for (const { role, rulebook, others } of second) {
      const named = new Set(naming(role, rulebook).map(({ id }) => id));
      expect(itemsOf(others).filter(({ id }) => named.has(id))).toEqual([]);
    }
  });

  it('of Kent and Medway, whose document is about reviews, has no heading for initial conferences', () => {
    const kent = sheets
      .filter(({ rulebook }) => rulebook.id === 'kent')
      .flatMap(({ sheet }) => sheet.groups.flatMap((g) => g.stages.flatMap((s) => s.procedures)));
    expect(kent.length).toBeGreaterThan(20);
    expect(kent.filter(({ procedure }) => procedure === 'icpc')).toEqual([]);
  });

  it('puts must before should before may, within a stage, by the strongest force of a clause', () => {
    for (const { sheet } of sheets)
      for (const { procedures } of sheet.groups.flatMap((group) => group.stages))
        for (const { items } of procedures) {
          const ranks = items.map(({ modality, also }) => rank({ modality, also: [...also] }));
          expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
        }
    expect(ORDER[0]).toBe('must');
  });
});

describe('on paper', () => {
  const printed = sheets.flatMap(({ rulebook, sheet, others }) =>
    [sheet, others].flatMap((one) => itemsOf(one).map((item) => ({ ...item, clause: findClause(rulebook.id, item.id)! }))),
  );
  const ending = (item: Item & { clause: { restatement: string } }) => item.clause.restatement.slice((item.lead ?? '').length);

  it('no item ends without its number: each stands to its end, with its citation', () => {
    const cut = printed.filter((item) => !item.left && (item.text !== ending(item) || !item.words));
    expect(cut).toEqual([]);
  });

  it('a beginning that is left out is that of the item before, and holds no number, time or decision', () => {
    const without = printed.filter(({ lead }) => lead);
    expect(without.length).toBeGreaterThan(10);
    expect(without.filter(({ lead }) => holds(lead!))).toEqual([]);
    expect(without.filter((item) => item.lead! + item.text !== item.clause.restatement)).toEqual([]);
  });

  it('a clause that is left out leaves its reader a choice, and holds no number, time or decision', () => {
    const left = printed.filter((item) => item.left);
    expect(left.filter(({ clause }) => leavesNoChoice(clause) || holds(clause.restatement))).toEqual([]);
    // The chair of a London conference has more than two sides hold; nobody else.
    expect(sheets.filter(({ sheet }) => sheet.left.length).map(({ role, rulebook }) => `${role.id} ${rulebook.id}`)).toEqual([
      'chair london',
    ]);
    expect(left.length).toBeLessThan(30);
  });

  it('all that is left out is named at the end', () => {
    for (const { sheet } of sheets) {
      const left = itemsOf(sheet).filter((item) => item.left);
      expect(left.length > 0).toBe(sheet.left.length > 0);
      for (const { id } of left)
        if (!/\.b\d+$/.test(id)) expect(sheet.left.some((one) => one.id === id || / to /.test(one.words))).toBe(true);
    }
  });

  it('the type is never smaller than eight points', () => {
    expect(sheets.filter(({ sheet, others }) => sheet.size < 8 || (others?.size ?? 9) < 8)).toEqual([]);
  });
});

describe('what is needed of a clause', () => {
  it.each([
    'The record is sent within ten working days.',
    'Children over 12 are invited.',
    'The chair decides who attends.',
    'Tell the manager immediately.',
    'With the consent of both parents.',
    'The manager is responsible for it.',
  ])('%j holds a number, a time or a decision', (text) => expect(holds(text)).toBe(true));

  it.each(['Professionals listen to the family.', 'One purpose is to pool what has been learnt.', 'Supporters may come with the child.'])(
    '%j holds none',
    (text) => expect(holds(text)).toBe(false),
  );
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
    expect(share(sheet, 9)).toBeGreaterThan(share(sheet, 8));
  });
});
