import { describe, expect, it } from 'vitest';
import { wayId } from '#lib/drawing.ts';
import { findRulebook } from '#lib/server/content.ts';
import { draw } from '#lib/server/drawing.ts';
import { looksOf } from '#lib/server/looks.ts';
import { mapFile } from '#lib/server/map-file.ts';
import { unfoldings } from '#lib/server/unfolding.ts';
import { procedure, procedures } from '#machines/index.ts';

const london = findRulebook('london')!;
const icpc = procedure('icpc');

describe.each(Object.values(procedures).map((one) => [one.id, one] as const))('what unfolding changes: %s', (id, one) => {
  const all = unfoldings(one, london);

  it('is known in every look, for every situation that has parts', () => {
    expect(Object.keys(all)).toEqual(looksOf(id));
    for (const look of looksOf(id)) {
      const open = draw(one, { look, rulebook: london }).shapes.filter((s) => s.parts.length);
      expect(Object.keys(all[look]!)).toEqual(open.map((s) => s.id));
    }
  });

  it('makes of the folded map the unfolded one: what is not named stands as it stood, what has a number so much lower', () => {
    for (const look of looksOf(id))
      for (const [unfolded, { height, changes }] of Object.entries(all[look]!)) {
        const before = draw(one, { look, rulebook: london });
        const after = draw(one, { look, rulebook: london, unfolded });
        expect(height).toBe(after.height);
        for (const shape of after.shapes) {
          const was = before.shapes.find((s) => s.id === shape.id)!;
          const change = changes[`#${shape.id}`] ?? 0;
          if (typeof change === 'number') {
            expect(shape.y).toBeCloseTo(was.y + change, 1);
            expect({ ...shape, y: 0, label: 0, notes: 0, parts: 0 }).toEqual({ ...was, y: 0, label: 0, notes: 0, parts: 0 });
          } else
            for (const { text } of shape.parts.flatMap((p) => p.chips ?? [])) for (const line of text.lines) expect(change).toContain(line);
        }
        for (const edge of after.edges.filter((e) => e.path)) {
          const change = changes[`#${wayId(edge.from, edge.to)}`] ?? 0;
          const was = before.edges.find((e) => e.from === edge.from && e.to === edge.to)!;
          if (typeof change === 'string') expect(change).toContain(edge.path);
          else
            edge.points.forEach(([x, y], i) => expect([x, y]).toEqual([was.points[i]![0], expect.closeTo(was.points[i]![1] + change, 1)]));
        }
        const gone = before.shapes.filter((s) => !after.shapes.some((t) => t.id === s.id));
        expect(gone.every((s) => s.within === unfolded && changes[`#${s.id}`] === '')).toBe(true);
      }
  });
});

describe('the map as a file', () => {
  it('names the edition that it was made from, and says that it is not official', () => {
    const file = mapFile(icpc, findRulebook('staffordshire'));
    expect(file).toContain('(Version 6 October 2018)');
    expect(file).toContain('Made by Quorate');
    expect(file).toContain('Not an official document');
    expect(file).toContain('within 10 working days');
    expect(mapFile(icpc)).toContain('five published rulebooks');
  });
});
