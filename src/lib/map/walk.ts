/** Where an arrow key leads from a situation of a map: along the ways that are drawn. Pure. */
export interface Place {
  id: string;
  main: boolean;
  x: number;
  y: number;
  w: number;
}
export interface Graph {
  places: readonly Place[];
  ways: readonly { from: string; to: string; main: boolean }[];
}
export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

/**
 * Down goes on along the main way, and up back; to the right stands what branches off, to the left what it branched off from, or else what
 * branches off from the same. In the side column, up and down go to its neighbours there, and where there are none, along a way that leads on or back.
 * @returns the id of the situation, or `undefined` where nothing is connected on that side
 */
export function walk({ places, ways }: Graph, from: string, arrow: Arrow): string | undefined {
  const byId = new Map(places.map((place) => [place.id, place]));
  const here = byId.get(from);
  if (!here) return undefined;
  const found = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  const ahead = found(ways.filter((way) => way.from === from).map(({ to }) => to));
  const behind = found(ways.filter((way) => way.to === from).map((way) => way.from));
  const nearest = (those: readonly Place[], far: (place: Place) => number) => [...those].sort((a, b) => far(a) - far(b))[0]?.id;

  const near = new Set([...ahead, ...behind].map(({ id }) => id));
  const linked = ({ id }: Place) =>
    near.has(id) || ways.some((way) => (way.from === id && near.has(way.to)) || (way.to === id && near.has(way.from)));

  if (arrow === 'ArrowLeft' || arrow === 'ArrowRight') {
    const right = arrow === 'ArrowRight';
    const apart = (place: Place) => (right ? place.x - here.x - here.w : here.x - place.x - place.w);
    // The nearest column first; in it, to the right the highest that does not begin above, to the left what stands beside.
    const high = ({ y }: Place) => (!right ? Math.abs(y - here.y) : y >= here.y ? y : 2e4 - y);
    const far = (place: Place) => Math.round(apart(place)) * 1e5 + high(place);
    const side = places.filter((place) => apart(place) >= 0);
    return nearest(side.filter(({ id }) => near.has(id)), far) ?? nearest(side.filter(linked), far); // prettier-ignore
  }
  const down = arrow === 'ArrowDown';
  const on = ways.find((way) => way.main && (down ? way.from : way.to) === from);
  if (on) return down ? on.to : on.from;
  const below = (place: Place) => (down ? place.y - here.y : here.y - place.y);
  const column = places.filter((place) => !here.main && place.x === here.x && below(place) > 0);
  const along = nearest(down ? ahead : behind, (place) => Math.abs(place.y - here.y));
  return nearest(column.filter(linked), below) ?? along ?? nearest(column, below);
}
