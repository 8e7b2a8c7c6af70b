/** The ways of a map, between shapes that have their places. Pure. */
import type { Point, Shape, Text } from '../drawing.ts';
import type { Placed } from './drawing.ts';
import type { Look } from './looks.ts';
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
const ordered = (shapes: Iterable<Shape>) => [...shapes].filter((s) => !s.main).sort((a, b) => a.y - b.y);

/** Whether nothing stands between two heights of the side column. */
const free = (column: readonly Shape[], from: number, to: number) => !column.some((s) => s.y < to - 0.5 && bottom(s) > from + 0.5);

/** A way that runs round the right of the side column: from one of its shapes to another, or into the main way above a situation. */
interface Around {
  pair: string;
  from: Shape;
  /** The shape that it comes to, or the height at which it joins the main way. */
  to: Shape | number;
}

/** Ways up and down within a column, and those between the rows; `undefined` for ways that run level between the columns. */
function upright(
  { a, b }: Way,
  { forks }: Placed,
  column: readonly Shape[],
  { main, side }: Look,
): readonly Point[] | Omit<Around, 'pair'> | undefined {
  if (a.main && b.main) return [[main.line, bottom(a)], [main.line, b.y]]; // prettier-ignore
  const fork = forks.find((f) => f.after === a.id && f.forks.includes(b.id));
  if (fork) return [[main.line, fork.leave], [side.line, fork.leave], [side.line, b.y]]; // prettier-ignore
  const join = forks.find((f) => f.joins.includes(a.id) && f.before === b.id);
  if (join)
    return bottom(a) <= join.join && free(column, bottom(a), join.join)
      ? [[side.line, bottom(a)], [side.line, join.join], [main.line, join.join]]
      : { from: a, to: join.join }; // prettier-ignore
  // What joins the main way goes wherever that goes from there.
  if (forks.some((f) => f.joins.includes(a.id) && f.forks.includes(b.id))) return [];
  if (a.main || b.main) return undefined;
  const [high, low] = a.y < b.y ? [a, b] : [b, a];
  if (!free(column, bottom(high), low.y)) return { from: a, to: b };
  // Upwards a little to the right, where a fork may come down.
  const up = (side.line + side.x + side.w) / 2;
  return a.y < b.y ? [[side.line, bottom(a)], [side.line, b.y]] : [[up, a.y], [up, bottom(b)]]; // prettier-ignore
}

/** From one track round the right of the side column to the next. */
const TRACK = 7;

/** Gives every way round its own height at each shape and a track of its own where two would run side by side: the shorter within the longer. */
function around(ways: readonly Around[], { main, back, tight }: Look): Map<string, readonly Point[]> {
  const middle = (s: Shape) => s.y + s.h / 2;
  const reach = ({ from, to }: Around) => Math.abs((typeof to === 'number' ? to : middle(to)) - middle(from));
  const ports = new Map<string, number>();
  const at = (way: Around, shape: Shape) => `${way.pair} @ ${shape.id}`;
  const shapes = new Set(ways.flatMap(({ from, to }) => (typeof to === 'number' ? [from] : [from, to])));
  for (const shape of shapes) {
    const ends = ways.filter(({ from, to }) => from === shape || to === shape);
    const goesUp = ({ from, to }: Around) => (from === shape ? (typeof to === 'number' ? to : middle(to)) : middle(from)) < middle(shape);
    const up = ends.filter(goesUp).sort((v, w) => reach(v) - reach(w));
    const down = ends.filter((w) => !goesUp(w)).sort((v, w) => reach(w) - reach(v));
    [...up, ...down].forEach((way, i) => ports.set(at(way, shape), round(shape.y + (shape.h * (i + 1)) / (ends.length + 1))));
  }
  const spans = ways
    .map((way) => {
      const start = ports.get(at(way, way.from))!;
      const end = typeof way.to === 'number' ? way.to : ports.get(at(way, way.to))!;
      return { way, start, end, low: Math.max(start, end), high: Math.min(start, end), track: 0 };
    })
    .sort((v, w) => v.low - v.high - (w.low - w.high));
  const found = new Map<string, readonly Point[]>();
  spans.forEach((span, i) => {
    const beside = spans.slice(0, i).filter((other) => other.high < span.low && other.low > span.high);
    span.track = beside.length ? Math.max(...beside.map((other) => other.track)) + 1 : 0;
  });
  const most = Math.max(0, ...spans.map(({ track }) => track));
  for (const { way, start, end, track } of spans) {
    const x = round(back - (most - track) * (tight ? TRACK / 2 : TRACK));
    const last: Point = typeof way.to === 'number' ? [main.line, end] : [right(way.to), end];
    found.set(way.pair, [[right(way.from), start], [x, start], [x, end], last]); // prettier-ignore
  }
  return found;
}

/** @throws Error for a way between the columns whose ends do not stand side by side */
export function routes(
  placed: Placed,
  pairs: readonly Ends[],
  look: Look,
  word: (from: string, to: string) => string | undefined,
): Map<string, Route> {
  const { main, side, small, lead } = look;
  const column = ordered(placed.shapes.values());
  const found = new Map<string, Route>();
  const level: Way[] = [];
  const rounds: Around[] = [];
  for (const [from, to] of pairs) {
    const way = { pair: `${from} > ${to}`, a: placed.shapes.get(from)!, b: placed.shapes.get(to)! };
    const points = upright(way, placed, column, look);
    if (!points) {
      level.push(way);
      continue;
    }
    if ('from' in points) {
      rounds.push({ pair: way.pair, ...points });
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
  for (const [pair, points] of around(rounds, look)) found.set(pair, { points });

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

/**
 * A way from the end of one lane to the top of the next, in the room between the two. Two of them run one within the other: what leaves the
 * main way goes round the outside of the bend below, and so the inside of the bend above. What leads from the side into the main way of the
 * next lane joins it below.
 * @throws Error where something stands between
 */
export function across(a: Shape, b: Shape, { shapes, height }: Placed, from: Look, to: Look): Route {
  const main = round(height + TRACK * 2);
  const lowest = ![...shapes.values()].some((s) => s.main === a.main && s.y > a.y);
  if (!a.main && b.main) {
    const middle = round(a.y + a.h / 2);
    if (lowest) return { points: [[from.side.line, bottom(a)], [from.side.line, main]] }; // prettier-ignore
    return { points: [[right(a), middle], [from.back, middle], [from.back, main]] }; // prettier-ignore
  }
  if (a.main !== b.main || !lowest) throw new Error(`${a.id} > ${b.id}: the two do not end one lane and begin another`);
  const [out, into] = a.main ? [from.main.line, to.main.line] : [from.side.line, to.side.line];
  const foot = a.main ? main : round(height + TRACK);
  const x = round((from.back + to.main.x) / 2 + (a.main ? TRACK / 2 : -TRACK / 2));
  const top = round(to.small * (a.main ? 2.9 : 2.35));
  return { points: [[out, bottom(a)], [out, foot], [x, foot], [x, top], [into, top], [into, b.y]] }; // prettier-ignore
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
