import type { Line } from '../lines.ts';

/** A heading as a document may vary it without meaning anything: capitals, a colon or a full stop at its end. */
export const bare = (heading: string): string => heading.toLowerCase().replace(/[\s:.?]+$/, '');

const ELLIPSIS = ' …';

/** Finds a line among headings; one that is too long to be written out stands as its first words and an ellipsis. */
export function headings<T>(table: Readonly<Record<string, T>>): (line: Line) => T | undefined {
  const whole = new Map<string, T>();
  const opening: [string, T][] = [];
  for (const [heading, value] of Object.entries(table))
    if (heading.endsWith(ELLIPSIS)) opening.push([bare(heading.slice(0, -ELLIPSIS.length)), value]);
    else whole.set(bare(heading), value);
  return ({ text, mark }) => {
    if (mark !== undefined || text.length > 200) return undefined;
    const words = bare(text);
    return whole.get(words) ?? opening.find(([first]) => words.startsWith(`${first} `))?.[1];
  };
}

/** How many of the things looked for are found on some line, as a share. */
export function share<T>(lines: readonly Line[], find: (line: Line) => T | undefined, all: number): number {
  return Math.min(1, new Set(lines.map(find).filter((found) => found !== undefined)).size / all);
}
