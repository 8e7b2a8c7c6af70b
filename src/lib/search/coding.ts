/**
 * Texts as numbers of words, a number as a character. All texts share one list of words, so that a word is sent once, and the same list is
 * what the index is made from: every word is brought to its stem once, not once for each time that it stands. Pure.
 */

/** The characters that take one byte and that JSON does not escape. */
const ONE_BYTE = Array.from({ length: 0x7f - 0x20 }, (_, i) => String.fromCharCode(i + 0x20)).filter((c) => c !== '"' && c !== '\\');
const FROM_TWO = 0x80 - ONE_BYTE.length;
/** Beyond this the surrogates begin. */
const MOST = 0xd800 - FROM_TWO;

export const sign = (n: number): string => ONE_BYTE[n] ?? String.fromCharCode(n + FROM_TWO);
const NUMBER: number[] = [];
for (const [n, c] of ONE_BYTE.entries()) NUMBER[c.charCodeAt(0)] = n;

/** The numbers that a line of signs stands for. */
export function numbers(line: string): number[] {
  const found = new Array<number>(line.length);
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i);
    found[i] = NUMBER[code] ?? code - FROM_TWO;
  }
  return found;
}

const TOKEN = /[\p{L}\d]+|(?:’s(?![\p{L}\d]))?[^\p{L}\d]+|’s(?![\p{L}\d])/gu;
const WORD = /^[\p{L}\d]/u;
export const isWord = (token: string): boolean => WORD.test(token);
/** Words, and what stands between them; a single space between two words is left out. */
const tokens = (text: string): string[] => (text.match(TOKEN) ?? []).filter((t) => t !== ' ');

/** Each entry as how many characters it shares with the one before, and the rest of it. */
export function shorten(list: readonly string[]): string {
  let before = '';
  return list
    .map((entry) => {
      let n = 0;
      while (n < 60 && n < before.length && before[n] === entry[n]) n++;
      before = entry;
      return sign(n + 16) + entry.slice(n);
    })
    .join('\n');
}
export function lengthen(list: string): string[] {
  let before = '';
  return list ? list.split('\n').map((entry) => (before = before.slice(0, numbers(entry[0]!)[0]! - 16) + entry.slice(1))) : [];
}

/** The tokens of all texts: the commonest first, as many as have a sign of one byte, then the rest in alphabetical order. */
export function listWords(texts: Iterable<string>): string[] {
  const count = new Map<string, number>();
  for (const text of texts) for (const token of tokens(text)) count.set(token, (count.get(token) ?? 0) + 1);
  const byCount = [...count.keys()].sort((a, b) => count.get(b)! - count.get(a)! || (a < b ? -1 : 1));
  if (byCount.length > MOST) throw new Error(`search: ${byCount.length} different words; there are signs for ${MOST}`);
  return [...byCount.slice(0, ONE_BYTE.length), ...byCount.slice(ONE_BYTE.length).sort()];
}

/** @throws where a text would not be read back as it was written */
export function writer(words: readonly string[]): (text: string) => string {
  const numberOf = new Map(words.map((word, n) => [word, n]));
  return (text) => {
    const line = tokens(text).map((t) => sign(numberOf.get(t)!)).join(''); // prettier-ignore
    if (read(words, line) !== text) throw new Error(`search: this would not be read back as it is written: ${text}`);
    return line;
  };
}

export function read(words: readonly string[], line: string): string {
  let text = '';
  let afterWord = false;
  for (const n of numbers(line)) {
    const token = words[n]!;
    const word = isWord(token);
    text += word && afterWord ? ` ${token}` : token;
    afterWord = word;
  }
  return text;
}
