/** How much room words take, for a drawing that is laid out before anybody's fonts are known. Pure. */

/** Widths in hundredths of the type size, in the widest system font that is common (DejaVu Sans); others are narrower, none is cut off. */
const WIDTHS: readonly [letters: string, width: number][] = [
  ["ijl,.:;’‘' |", 32],
  ['frt()-/', 40],
  ['?sczvxykJ', 57],
  ['LFaeonuhbdpqgPTESZ0123456789', 64],
  ['ABCKRVXY', 70],
  ['DGHNOQUw', 80],
  ['mMW', 98],
];
const ROOM = new Map(WIDTHS.flatMap(([letters, width]) => [...letters].map((letter): [string, number] => [letter, width])));

/** In the units of `size`. */
export const widthOf = (text: string, size: number, bold = false): number =>
  ([...text].reduce((sum, letter) => sum + (ROOM.get(letter) ?? 64), 0) / 100) * size * (bold ? 1.1 : 1);

/** Lines of at most `room`, broken between words; a word that is wider stands alone. */
export function wrap(text: string, room: number, size: number, bold = false): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`, size, bold) <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
