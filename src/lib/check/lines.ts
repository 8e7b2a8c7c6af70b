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

export function linesOfText(text: string): Line[] {
  const lines: Line[] = [];
  let gap = true;
  for (const raw of text.replace(/^\ufeff/, '').split(/\r\n?|\n|\f/)) {
    if (normalise(raw)) lines.push(lineOf(raw, gap));
    gap = !normalise(raw);
  }
  return lines;
}
