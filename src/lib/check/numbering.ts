/** The numbers that a word processor puts before paragraphs: they stand in no text, so they are counted out again. Pure. */

export interface Level {
  /** `bullet`, `decimal`, `lowerLetter` … as WordprocessingML names them. */
  format: string;
  /** What is printed, with `%1` for the number of the first level: `%1.%2.`. */
  pattern: string;
  start: number;
}

const roman = (n: number): string => {
  const signs = [[1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i']] as const; // prettier-ignore
  let [left, text] = [n, ''];
  for (const [value, sign] of signs) for (; left >= value; left -= value) text += sign;
  return text;
};
const letter = (n: number) => String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.ceil(n / 26));

function inFormat(n: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return letter(n);
    case 'upperLetter':
      return letter(n).toUpperCase();
    case 'lowerRoman':
      return roman(n);
    case 'upperRoman':
      return roman(n).toUpperCase();
    case 'decimalZero':
      return String(n).padStart(2, '0');
    case 'none':
      return '';
    default:
      return String(n);
  }
}

/** One list's count: `next` is asked for each of its paragraphs, in their order. */
export class Counter {
  private readonly levels: readonly Level[];
  private readonly at: (number | undefined)[] = [];

  constructor(levels: readonly Level[]) {
    this.levels = levels;
  }

  /** The mark of the next paragraph at this level, counted from 0; its own number with it. `undefined` for a level that the list does not have. */
  next(level: number): { label: string; number: number; bullet: boolean } | undefined {
    const own = this.levels[level];
    if (!own) return undefined;
    const number = (this.at[level] ?? own.start - 1) + 1;
    this.at[level] = number;
    this.at.length = level + 1;
    const label = own.pattern.replace(/%(\d)/g, (_, digit: string) => {
      const other = this.levels[Number(digit) - 1];
      return other ? inFormat(this.at[Number(digit) - 1] ?? other.start, other.format) : '';
    });
    return { label, number, bullet: own.format === 'bullet' };
  }
}
