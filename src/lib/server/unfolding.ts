/** Draws a map once more for every situation that can be unfolded, and keeps what is not as it was. */
import { render } from 'svelte/server';
import type { Rulebook } from '#content/schema.ts';
import type { Procedure } from '#machines/index.ts';
import Unfolded from '../components/Unfolded.svelte';
import { wayId } from '../drawing.ts';
import type { Drawing } from '../drawing.ts';
import type { AllUnfolded, Unfolding } from '../map/unfolded.ts';
import { draw } from './drawing.ts';
import { looksOf } from './looks.ts';

const round = (n: number) => Math.round(n * 10) / 10;
/** Everything that stands on a map, by what the map calls it, with its height. */
function pieces({ lanes, shapes, edges }: Drawing): Map<string, { y: number; what: object }> {
  return new Map([
    ...lanes.map((lane): [string, { y: number; what: object }] => [lane.stage, { y: lane.y, what: { ...lane, h: 0 } }]),
    ...shapes.map((shape): [string, { y: number; what: object }] => [`#${shape.id}`, { y: shape.y, what: shape }]),
    ...edges
      .filter(({ path }) => path)
      .map((edge): [string, { y: number; what: object }] => [`#${wayId(edge.from, edge.to)}`, { y: edge.points[0]![1], what: { ...edge, path: '', head: '' } }]),
  ]); // prettier-ignore
}
/** The same for two things of which one only stands higher: every height in it counted from its own. */
const alike = ({ y, what }: { y: number; what: object }) =>
  JSON.stringify(what, (name, value: unknown) => {
    if (name === 'y' && typeof value === 'number') return round(value - y);
    return name === 'points' ? (value as [number, number][]).map(([x, at]) => [x, round(at - y)]) : value;
  });

/** Each of a map's links and lanes as HTML, by the same names. */
function written(drawing: Drawing): Map<string, string> {
  const html = render(Unfolded, { props: { drawing } }).body.replace(/<!--.*?-->/gs, '');
  const links = [...html.matchAll(/<a\b[^>]*? href="([^"]+)".*?<\/a>/gs)];
  const lanes = [...html.matchAll(/<g\b[^>]*? data-lane="([^"]+)".*?<\/g>/gs)];
  return new Map([...links, ...lanes].map(([piece, name]) => [name!, piece]));
}

/** What is not the same on the second map as on the first. */
export function changes(folded: Drawing, unfolded: Drawing): Unfolding {
  const [before, after] = [pieces(folded), pieces(unfolded)];
  const html = written(unfolded);
  const changed: [string, number | string][] = [];
  for (const name of before.keys()) if (!after.has(name)) changed.push([name, '']);
  for (const [name, piece] of after) {
    const was = before.get(name)!;
    if (alike(was) !== alike(piece)) changed.push([name, html.get(name)!]);
    else if (was.y !== piece.y) changed.push([name, round(piece.y - was.y)]);
  }
  return { height: unfolded.height, changes: Object.fromEntries(changed) };
}

/** For every look of a procedure's map, and every situation of it that has parts. */
export function unfoldings(procedure: Procedure, rulebook?: Pick<Rulebook, 'id' | 'rules'>): AllUnfolded {
  const of = rulebook ? { rulebook } : {};
  return Object.fromEntries(
    looksOf(procedure.id).map((look) => {
      const folded = draw(procedure, { look, ...of });
      const open = folded.shapes.filter(({ parts }) => parts.length).map(({ id }) => id);
      return [look, Object.fromEntries(open.map((unfolded) => [unfolded, changes(folded, draw(procedure, { look, ...of, unfolded }))]))];
    }),
  );
}
