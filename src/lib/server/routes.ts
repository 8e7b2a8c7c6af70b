/** The ways of a map, between shapes that have their places. Pure. */
import type { Point, Shape, Text } from '../drawing.ts';
import type { Look, Placed } from './drawing.ts';
import { widthOf, wrap } from './type.ts';

export interface Route {
  /** From its start to its end; none where another way that is drawn already leads there. */
  points: readonly Point[];
  label?: Text;
}
type Ends = readonly [from: string, to: string];
type Way = { pair: string; a: Shape; b: Shape };

const round = (n: number) => Math.round(n * 10) / 10;
const bottom = (s: Shape) => s.y + s.h;
const right = (s: Shape) => s.x + s.w;

/** Ways up and down within a column, and those of a fork; `undefined` for ways that run level between the columns. */
function upright({ a, b }: Way, { forks }: Placed, { main, side, back }: Look): readonly Point[] | undefined {
  if (a.main && b.main) return [[main.line, bottom(a)], [main.line, b.y]]; // prettier-ignore
  const fork = forks.find((f) => (f.after === a.id && f.forks.includes(b.id)) || f.joins.includes(a.id));
  if (fork?.after === a.id) return [[main.line, fork.leave], [side.line, fork.leave], [side.line, b.y]]; // prettier-ignore
  if (fork && fork.after !== b.id) {
    if (!b.main) return [];
    return bottom(a) <= fork.join
      ? [[side.line, bottom(a)], [side.line, fork.join], [main.line, fork.join]]
      : [[right(a), a.y + a.h / 2], [back, a.y + a.h / 2], [back, fork.join], [main.line, fork.join]]; // prettier-ignore
  }
  if (a.main || b.main) return undefined;
  // Upwards a little to the right, where a fork may come down.
  const up = (side.line + side.x + side.w) / 2;
  return a.y < b.y ? [[side.line, bottom(a)], [side.line, b.y]] : [[up, a.y], [up, bottom(b)]]; // prettier-ignore
}

/** @throws Error for a way between the columns whose ends do not stand side by side */
export function routes(
  placed: Placed,
  pairs: readonly Ends[],
  look: Look,
  word: (from: string, to: string) => string | undefined,
): Map<string, Route> {
  const { main, side, small, lead } = look;
  const found = new Map<string, Route>();
  const level: Way[] = [];
  for (const [from, to] of pairs) {
    const way = { pair: `${from} > ${to}`, a: placed.shapes.get(from)!, b: placed.shapes.get(to)! };
    const points = upright(way, placed, look);
    if (!points) {
      level.push(way);
      continue;
    }
    const inSide = !way.a.main && !way.b.main && way.a.y < way.b.y && points.length === 2;
    const text = inSide ? word(from, to) : undefined;
    const gap = way.b.y - bottom(way.a);
    const fits = text && gap >= lead && widthOf(text, small) < side.line - side.x - 8;
    found.set(way.pair, {
      points,
      ...(fits ? { label: { lines: [text], x: side.line - 8, y: round(bottom(way.a) + gap / 2 + small * 0.3), anchor: 'end' } } : {}),
    });
  }

  // Level ways share the side of a shape: first what leaves the main way, then what comes back to it.
  const beside = (w: Way) => (w.a.main ? w.b : w.a);
  const room = side.x - main.x - main.w;
  for (const shape of new Set(level.map(beside))) {
    const its = level.filter((w) => beside(w) === shape).sort((v, w) => Number(w.a.main) - Number(v.a.main));
    its.forEach(({ pair, a, b }, i) => {
      const [top, low] = [Math.max(a.y, b.y), Math.min(bottom(a), bottom(b))];
      if (low - top < 12) throw new Error(`${pair}: the two do not stand side by side`);
      const y = round(top + ((low - top) * (i + 1)) / (its.length + 1));
      const line: Point[] = [[main.x + main.w, y], [side.x, y]]; // prettier-ignore
      const lines = wrap(word(a.id, b.id) ?? '', room - 8, small).filter(
        (l) => l && !shape.notes.some((n) => n.lines.join(' ').includes(l)),
      );
      const fits = lines.length && lines.every((l) => widthOf(l, small) <= room - 6) && shape.name.toLowerCase() !== lines.join(' ');
      const under = i > 0 && i === its.length - 1;
      const label: Text = {
        lines,
        x: (main.x + main.w + side.x) / 2,
        y: round(under ? y + small + 2 : y - 6 - (lines.length - 1) * lead),
        anchor: 'middle',
      };
      found.set(pair, { points: a.main ? line : line.reverse(), ...(fits ? { label } : {}) });
    });
  }
  return found;
}

/** A path with rounded corners that ends where its arrowhead begins, and the arrowhead. */
export function stroke(points: readonly Point[], bold: boolean): { path: string; head: string } {
  const size = bold ? 8 : 6.5;
  const [x, y] = points.at(-1)!;
  const [px, py] = points.at(-2)!;
  const [ux, uy] = [Math.sign(x - px), Math.sign(y - py)];
  const [bx, by] = [x - ux * size, y - uy * size];
  const half = size * 0.55;
  const head = [[x, y], [bx - uy * half, by + ux * half], [bx + uy * half, by - ux * half]].map((p) => p.map(round).join(' ')).join(' '); // prettier-ignore
  const line: Point[] = [...points.slice(0, -1), [bx, by]];
  const path = line.map((p, i) => {
    const [before, next] = [line[i - 1], line[i + 1]];
    if (!before || !next) return `${before ? 'L' : 'M'}${p.map(round).join(' ')}`;
    const near = ([qx, qy]: Point) => {
      const far = Math.hypot(qx - p[0], qy - p[1]) || 1;
      const r = Math.min(6, far / 2) / far;
      return [p[0] + (qx - p[0]) * r, p[1] + (qy - p[1]) * r].map(round).join(' ');
    };
    return `L${near(before)}Q${p.map(round).join(' ')} ${near(next)}`;
  });
  return { path: path.join(''), head };
}
