/** A document as lines, whatever kind of file it came in: the words, and what sets them off from what stands before. Pure. */

export interface Line {
  /** Normalised, without the mark of an item. */
  text: string;
  /** What an item of a list begins with: a bullet, or its number. */
  mark?: 'bullet' | number;
  /** 0 for an item of a list, 1 for an item of a list within an item. */
  depth: number;
  /** True for a line without a mark that belongs to the item above it. */
  within: boolean;
  /** True where an empty line, or the end of a block, parts it from the line before. */
  gap: boolean;
}

/** The words without what typesetting adds. A fingerprint is taken of this, so a change here would change them all. */
export const normalise = (text: string): string =>
  text
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\u00a0/g, ' ')
    .replace(/\*\*/g, '')
    .replace(/\s+/g, ' ')
    .trim();

const BULLET = /^(\s*)([·•◦▪●❖-])\s+(?:❖\s*)?(\S.*)$/u;
const NUMBERED = /^(\s+)(\d+)[.)]\s+(\S.*)$/;

/** The words of an item whose list has its mark from the page: a sign that was typed before them besides is none of them. */
export const unsigned = (item: string): string => item.replace(/^[·•◦▪●❖]\s*/u, '');

/** A line of plain text: what sign it begins with, and how far it is set in, say what it hangs on. */
export function lineOf(raw: string, gap: boolean): Line {
  const [, inset = '', sign, item] = BULLET.exec(raw) ?? [];
  if (item !== undefined)
    return { text: normalise(item), mark: 'bullet', depth: inset.length >= (sign === '-' ? 1 : 4) ? 1 : 0, within: false, gap };
  const [, space = '', number, counted] = NUMBERED.exec(raw) ?? [];
  if (counted !== undefined) return { text: normalise(counted), mark: Number(number), depth: space.length > 2 ? 1 : 0, within: false, gap };
  return { text: normalise(raw), depth: 0, within: /^ {4,}\S/.test(raw), gap };
}

/** Longer than any line that was broken to fit a window. */
const UNBROKEN = 150;

export function linesOfText(text: string): Line[] {
  const raws = text.replace(/^\ufeff/, '').split(/\r\n?|\n|\f/);
  const empty = raws.filter((raw) => !normalise(raw)).length;
  // What Word saves as text has no empty lines: each of its lines is a paragraph.
  const solid = empty < raws.length / 20 && raws.some((raw) => raw.length > UNBROKEN);
  const lines: Line[] = [];
  let gap = true;
  /** True within lines that nothing parts and one of which is an item. */
  let listed = false;
  for (const raw of raws) {
    const words = normalise(raw);
    const apart = gap || solid;
    listed &&= !apart;
    if (words) {
      // A dash that a broken line happens to begin with is no item's: the sentence above goes on.
      const goesOn: boolean = !apart && !listed && raw.startsWith('- ') && !/[.:;,]$/.test(lines.at(-1)?.text ?? '');
      const line: Line = goesOn ? { text: words, depth: 0, within: false, gap } : lineOf(raw, apart);
      listed ||= line.mark !== undefined;
      lines.push(line);
    }
    gap = !words;
  }
  return lines;
}
