/** Brings words to what they have in common: endings off, British spelling, figures for numbers; and finds the synonyms in a run of them. Pure. */
import { ASKED, OWN_NAMES, SYNONYMS } from './synonyms.ts';

const FIGURES = new Map(Object.entries({
  one: '1', two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9', ten: '10', twelve: '12', fifteen: '15',
  eighteen: '18', twenty: '20', first: '1st', second: '2nd', third: '3rd',
})); // prettier-ignore

/** Words whose forms have no ending in common. */
const FORMS = new Map(Object.entries({
  sent: 'send', held: 'hold', came: 'come', brought: 'bring', took: 'take', taken: 'take', met: 'meet', left: 'leave', wrote: 'write', written: 'write',
  kept: 'keep', gave: 'give', given: 'give', saw: 'see', seen: 'see', spoke: 'speak', spoken: 'speak', chose: 'choose', chosen: 'choose', told: 'tell',
  died: 'die',
})); // prettier-ignore

/** Things, though they end like something being done: a recording is not a record. */
const KEPT = new Set(['meeting', 'recording', 'proceeding', 'hearing', 'standing', 'sibling', 'looked']);

const vowel = /[aeiouy]/;
/** `planned` without its ending is `plann`; `call` keeps both. */
const undouble = (word: string) => (/([bdgmnprt])\1$/.test(word) ? word.slice(0, -1) : word);

function cut(word: string): string {
  let w = word.toLowerCase();
  w = FIGURES.get(w) ?? FORMS.get(w) ?? w;
  if (w.length < 4 || /\d/.test(w)) return w;
  w = w.replace(/([a-z])iz(e|ing|ation)/, '$1is$2').replace(/avior/, 'aviour');
  if (w.endsWith('ies') && w.length > 4) w = `${w.slice(0, -3)}y`;
  else if (/(s|x|z|ch|sh)es$/.test(w)) w = w.slice(0, -2);
  else if (/[^su]s$/.test(w) && !w.endsWith('is')) w = w.slice(0, -1);
  if (KEPT.has(w)) return w;
  const [, root] = /^(.+?)(?:ing|ed)$/.exec(w) ?? [];
  if (root && root.length > 2 && vowel.test(root)) w = undouble(root).replace(/([^aeiou])i$/, '$1y');
  if (w.endsWith('ly') && w.length > 5) w = w.slice(0, -2);
  return w.length > 3 && w.endsWith('e') ? w.slice(0, -1) : w;
}

const kept = new Map<string, string>();
/**
 * Not a linguist's stem: enough that the forms which practitioners type meet those in which rulebooks are restated.
 * The same few thousand words come again with every key: each is worked out once.
 */
export function stem(word: string): string {
  let found = kept.get(word);
  if (found === undefined) kept.set(word, (found = cut(word)));
  return found;
}

const EMPTY = new Set(
  `a an the of to in on at for and or is are was were be been being do does did doing can could i im me my we our us you your it its this that these
  those there here with from by as if so then than what which who whom whose when where why how have has had having got get go going will would shall
  should must may might not no need about into up out just much many they them their he she his her him s t dont doesnt cant isnt wont any some also one other per
  please tell know want make made say says said old instead until till against`
    .split(/\s+/)
    .map(stem),
);
/** True for a word that says nothing of what is asked. */
export const isEmpty = (stemmed: string): boolean => EMPTY.has(stemmed);

/** The words of a question as stems: apostrophes closed up, everything else that is not a letter or a figure a space. */
export const stemsOf = (text: string): string[] =>
  (
    text
      .toLowerCase()
      .replace(/['’]/g, '')
      .match(/[\p{L}\d]+/gu) ?? []
  ).map(stem);

interface Group {
  /** What stands for the line in the index; no word can be spelt like it. */
  term: string;
  near: readonly string[];
  /** True where the line is what is asked for, and not what answers: a text is not marked for it. */
  asked: boolean;
}
interface Phrase {
  stems: readonly string[];
  groups: Group[];
  /** True where the words are one thing's name: none of them is found by itself. */
  own: boolean;
}

const phrases = new Map<string, Phrase[]>();
/** Every stem that a line of synonyms uses: known words, though no clause has them. */
export const synonymStems = new Set<string>();

const own = new Set(OWN_NAMES.map((name) => stemsOf(name).join(' ')));

for (const [n, line] of [...SYNONYMS, ...ASKED].entries()) {
  const [same = '', near = ''] = line.split(' | ');
  const group: Group = { term: `=${n}`, near: near ? near.split(', ') : [], asked: n >= SYNONYMS.length };
  for (const phrase of same.split(', ')) {
    const stems = stemsOf(phrase);
    for (const one of stems) synonymStems.add(one);
    const known = phrases.get(stems[0]!) ?? [];
    const twin = known.find((p) => p.stems.join(' ') === stems.join(' '));
    if (!twin)
      phrases.set(stems[0]!, [...known, { stems, groups: [group], own: own.has(stems.join(' ')) }].sort((a, b) => b.stems.length - a.stems.length)); // prettier-ignore
    else if (!twin.groups.includes(group)) twin.groups.push(group);
  }
}

/** All phrases of the synonyms that begin at a place in a run of stems, the longest first: it holds the shorter ones, unless it is a name. */
export function phrasesIn(stems: readonly string[], at: number): Phrase[] {
  const found = phrases.get(stems[at]!)?.filter((p) => p.stems.every((one, i) => stems[at + i] === one)) ?? [];
  return found[0]?.own ? found.slice(0, 1) : found;
}

/** The longest of them. */
export const phraseAt = (stems: readonly string[], at: number): Phrase | undefined => phrasesIn(stems, at)[0];

/** What a text is found by: its stems without the empty ones and those of names, and the lines of synonyms in it. */
export function termsOf(stems: readonly string[]): string[] {
  const terms: string[] = [];
  let named = 0;
  for (const [i, one] of stems.entries()) {
    const phrases = phrasesIn(stems, i);
    if (phrases[0]?.own) named = i + phrases[0].stems.length;
    if (!EMPTY.has(one) && i >= named) terms.push(one);
    for (const { groups } of phrases) for (const { term } of groups) terms.push(term);
  }
  return terms;
}
