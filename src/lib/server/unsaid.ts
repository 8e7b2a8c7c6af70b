/** What a sentence adds to what has been said already, so that nobody reads the same thing three times. Pure. */

const NUMBERS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
/** Words without which a sentence says the same. */
const EMPTY = new Set(
  `a an the and or of to in on at by for from with as it its is are be been was were has have had do does this that these those which who whom
  whose there here than then so such one them they their he she his her if when where while after before within without least most not more up
  hold held gets get goes go sent yes about into out also each every all any`.split(/\s+/),
);
/** Words that turn a sentence round: one that has not been said is never nothing new. */
const TURNS = /^(not|no|never|unless|except|exception|only|none|nobody|without|may|must|should|cannot)$/;

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/[’']s?\b/g, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .map((word) => {
      const number = NUMBERS.indexOf(word);
      return number < 0 ? word : String(number + 1);
    });
}
/** Two forms of one word have the same beginning: “attended”, “attends”. */
const stem = (word: string) => (/^\d+$/.test(word) ? word : word.replace(/(ies|ing|ed|es|s|d|y)$/, '').slice(0, 6));

/** Whether all but a fifth of what a text says has been said. */
export function isSaid(text: string, said: string): boolean {
  const known = new Set(wordsOf(said).map(stem));
  const words = wordsOf(text);
  if (words.some((word) => (TURNS.test(word) || /^\d+$/.test(word)) && !known.has(stem(word)))) return false;
  const heavy = [...new Set(words.filter((word) => !EMPTY.has(word)).map(stem))];
  return heavy.filter((word) => !known.has(word)).length <= heavy.length / 5;
}

/** The parts of a condition, divided by semicolons, that have not been said; empty where all have been. */
export const unsaid = (condition: string, said: string): string =>
  condition
    .split('; ')
    .filter((part) => !isSaid(part, said))
    .join('; ');
