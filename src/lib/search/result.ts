/** One result as it stands on the page: what it is, its words with what was sought marked, its force, and its link. */
import type { Modality, RulebookId } from '#content/schema.ts';
import { MODALITY, SUBJECT, TILES, clauseInWords } from '../vocabulary.ts';
import type { ClauseEntry, Entry, OtherEntry, Standing, TopicEntry } from './parts.ts';
import { subjectOf, type Found } from './search.ts';

type Child = Node | string | false | undefined;

export function element<K extends keyof HTMLElementTagNameMap>(name: K, className = '', ...children: Child[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children.filter((child) => child !== false && child !== undefined));
  return made;
}

const nameOf = (rulebook: RulebookId) => TILES.find(({ id }) => id === rulebook)!.name;

/** @param named true where the name stands beside it: the letter is then for the eye only */
function tile(rulebook: RulebookId, named: boolean): HTMLElement {
  const { letter, name } = TILES.find(({ id }) => id === rulebook)!;
  const made = element('span', `tile ${rulebook}`, letter);
  if (named) made.ariaHidden = 'true';
  else [made.role, made.ariaLabel] = ['img', name];
  return made;
}

function force(modality: Modality): HTMLElement {
  const look = modality === 'may-not' ? 'must' : modality.replace(/-not$/, '').replace('will', 'should');
  return element('span', `force force-${look}`, MODALITY[modality]);
}

export interface Shown {
  /** The address of the site's root from here, with its slash. */
  root: string;
  mark: Found['mark'];
  text: (line: string) => string;
  /** The rulebooks that are asked: a topic shows what they answer. */
  wanted: readonly RulebookId[];
}

const LONG = 320;
/** Of a long text the sentences from the first that shows what was sought. */
function excerpt(text: string, mark: Found['mark']): { before: boolean; text: string } {
  if (text.length <= LONG) return { before: false, text };
  const sentences = text.match(/.+?[.?!](?=\s|$)\s*|.+$/g) ?? [text];
  const worth = sentences.map(
    (sentence) =>
      new Set(
        mark(sentence)
          .filter(({ hit }) => hit)
          .map((part) => part.text.toLowerCase()),
      ).size,
  );
  let from = worth.indexOf(Math.max(...worth));
  // As much before it as there is room for: a condition often stands first.
  let length = sentences.slice(from).join('').length;
  while (from > 0 && length + sentences[from - 1]!.length <= LONG) length += sentences[--from]!.length;
  return { before: from > 0, text: sentences.slice(from).join('') };
}

function marked(text: string, { mark }: Shown, whole = false): (Node | string)[] {
  const { before, text: shown } = whole ? { before: false, text } : excerpt(text, mark);
  return [before ? '… ' : '', ...mark(shown).map(({ text, hit }) => (hit ? element('mark', '', text) : text))];
}

function row(sign: HTMLElement, href: string, title: (Node | string)[], beside: Child[], ...below: Child[]): HTMLLIElement {
  const link = element('a', '', ...title);
  link.href = href;
  return element('li', '', sign, element('div', '', element('p', 'to', link, ...beside), ...below));
}

const outlined = (sign: string) => {
  const made = element('span', 'tile other', sign);
  made.ariaHidden = 'true';
  return made;
};

function clause(entry: ClauseEntry, shown: Shown): HTMLLIElement {
  const { rulebook, id, section, heading } = entry;
  const name = `${nameOf(rulebook)}${/^\d/.test(id) ? ' ' : ': '}${clauseInWords(id)}`;
  return row(
    tile(rulebook, true), shown.root + entry.path, [name], [...[entry.force, ...entry.also].flatMap((one) => [' ', force(one)]), ' ', element('span', 'quiet small', heading === section ? section : heading)],
    element('p', '', ...marked(shown.text(entry.line), shown)),
  ); // prettier-ignore
}

/** What a rulebook says that gives no answer of its own. */
const SAID: Partial<Record<Standing, string>> = { silent: 'silent', elsewhere: 'elsewhere', conflicting: 'two readings' };

function topic(entry: TopicEntry, shown: Shown): HTMLLIElement {
  const { wanted } = shown;
  const answers = entry.rules.filter(({ rulebook, standing }) => standing !== 'silent' || wanted.includes(rulebook));
  // Who is asked stands first.
  answers.sort((a, b) => Number(wanted.includes(b.rulebook)) - Number(wanted.includes(a.rulebook)));
  const tiles = answers.map(({ rulebook, standing, brief }) =>
    element('span', wanted.length && !wanted.includes(rulebook) ? 'quiet' : '', tile(rulebook, false), ` ${SAID[standing] ?? brief}`),
  );
  const about = element('p', 'answers small', element('span', 'quiet', `Question · ${SUBJECT[subjectOf(entry.id)] ?? ''}`), ...tiles);
  if (!tiles.length) about.append('no rulebook answers it');
  const at = wanted.length === 1 ? `#${wanted[0]}` : '';
  return row(outlined('?'), shown.root + entry.path + at, marked(entry.title, shown, true), [], about);
}

const KIND = { case: ['▷', 'A case to practise'], word: ['a', 'Glossary'], role: ['◦', 'Everything that falls to one role'] } as const;

function other(entry: OtherEntry, shown: Shown): HTMLLIElement {
  const [sign, kind] = KIND[entry.kind];
  const text = shown.text(entry.line);
  return row(
    outlined(sign), shown.root + entry.path, marked(entry.title, shown, true), [' ', element('span', 'quiet small', kind)],
    text && element('p', '', ...marked(text, shown)),
  ); // prettier-ignore
}

export function result(entry: Entry, shown: Shown): HTMLLIElement {
  return entry.kind === 'clause' ? clause(entry, shown) : entry.kind === 'topic' ? topic(entry, shown) : other(entry, shown);
}
