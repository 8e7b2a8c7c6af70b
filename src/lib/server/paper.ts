/** How much paper a text takes, reckoned before it is printed. Pure. */

/** Widths in thousandths of the type size: Arial, and so also Liberation Sans and Helvetica, which print alike. */
const WIDTHS: readonly [letters: string, width: number][] = [
  ['ijl‘’', 222],
  ['It ftI/.,:;!', 278],
  ['rf()-“”', 333],
  ['cksvxyzJ', 500],
  ['abdeghnopqu0123456789–L?', 556],
  ['FTZ', 611],
  ['ABEKPSVXY', 667],
  ['wCDHNRU', 722],
  ['GOQ', 778],
  ['mM', 833],
  ['W', 944],
];
const WIDTH = new Map(WIDTHS.flatMap(([letters, width]) => [...letters].map((letter): [string, number] => [letter, width])));
const widthOf = (text: string, pt: number) => ([...text].reduce((sum, letter) => sum + (WIDTH.get(letter) ?? 600), 0) / 1000) * pt;

/** Lines of `room` points that a text fills, broken between words. */
export function linesOf(text: string, room: number, pt: number): number {
  const space = widthOf(' ', pt);
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    const width = widthOf(word, pt);
    if (used && used + space + width > room) {
      lines++;
      used = width;
    } else used += (used ? space : 0) + width;
  }
  return lines;
}

/** A4 in points, with the margins, columns and leading that the style of a printed sheet names; `head`: what the title takes of the first side. */
const PAGE = { width: 595, height: 842, margin: 22.7, gap: 11.3, leading: 1.12, head: 60 };
const column = (PAGE.width - 2 * PAGE.margin - PAGE.gap) / 2;

export interface Printed {
  /** Headings of a group, and of a stage within it. */
  groups: number;
  stages: number;
  /** Paragraphs: an item each, or several that run on. */
  paragraphs: readonly string[];
}

/** The share of two sides of A4, in two columns, that a sheet fills at a type size; above 1 it does not hold. */
export function share({ groups, stages, paragraphs }: Printed, pt: number): number {
  const lines = paragraphs.reduce((sum, text) => sum + linesOf(text, column, pt), 0);
  const height = pt * (lines * PAGE.leading + paragraphs.length * 0.15 + stages * 1.9 + groups * 2.6);
  return height / (4 * (PAGE.height - 2 * PAGE.margin) - 2 * PAGE.head);
}
