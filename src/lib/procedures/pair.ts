/**
 * The two rulebooks that the address names, shown on the page of all pairs: the pair's own page, fetched and put in place. It is all the
 * script of the page; without it the page lists the pairs.
 */
import type { RulebookId } from '#content/schema.ts';
import { keepOffline } from '../offline.ts';
import { TILES, listed } from '../vocabulary.ts';

const root = document.querySelector<HTMLElement>('#compare')!;
const spoken = root.querySelector<HTMLElement>('#spoken')!;
keepOffline(root.dataset.root!);

const viewOf = (of: ParentNode) => of.querySelector<HTMLElement>('#view')!;
/** The page of all pairs as it was served: what is shown where the address names no two. */
const list = { view: viewOf(root), title: document.title };
const here = new URL('.', location.href);

/** Two ids in the order of the rulebooks; or, in words, what is wrong with what was asked for; `undefined` where nothing was. */
function asked(query: string): readonly [RulebookId, RulebookId] | string | undefined {
  const named = ['a', 'b'].map((side) => new URLSearchParams(query).get(side) ?? '');
  if (!named.some(Boolean)) return undefined;
  const choices = `The choices are ${listed(TILES.map(({ id, name }) => `${name} (${id})`))}.`;
  const unknown = named.filter((id) => id && !TILES.some((tile) => tile.id === id));
  if (unknown.length) return `There is no rulebook called ${listed(unknown.map((id) => `“${id.slice(0, 40)}”`), 'or')}. ${choices}`; // prettier-ignore
  if (named.includes('')) return `The address names one rulebook only. Choose a second one to stand beside it. ${choices}`;
  const [a, b] = TILES.map(({ id }) => id).filter((id) => named.includes(id));
  if (!a || !b) return `${TILES.find(({ id }) => id === a)!.name} beside itself shows no difference. Choose two rulebooks. ${choices}`;
  return [a, b];
}

function put(view: HTMLElement, title: string) {
  if (viewOf(root) !== view) viewOf(root).replaceWith(view);
  document.title = title;
}
function refuse(why: string) {
  put(list.view, list.title);
  const wrong = list.view.querySelector<HTMLElement>('#wrong')!;
  wrong.textContent = why;
  wrong.hidden = !why;
  spoken.textContent = why;
  // What was asked for stands in the form, as far as there is such a thing.
  for (const select of list.view.querySelectorAll('select')) {
    const named = new URLSearchParams(location.search).get(select.name);
    if ([...select.options].some(({ value }) => value === named)) select.value = named!;
  }
}

/** @returns the page of the pair, its addresses made whole: it stands one folder below this one */
async function open([a, b]: readonly [RulebookId, RulebookId]): Promise<{ view: HTMLElement; title: string }> {
  const address = new URL(`${a}-${b}/`, here).href;
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const view = viewOf(page);
  for (const link of view.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href')!;
    if (!href.startsWith('#')) link.setAttribute('href', new URL(href, address).href);
  }
  for (const form of view.querySelectorAll('form')) form.action = here.href;
  return { view: document.adoptNode(view), title: page.title };
}

/** Of two that are asked for in haste, the last one is shown. */
let latest = 0;
let shown: string | undefined;
async function show(by: 'address' | 'choice') {
  const turn = ++latest;
  const pair = asked(location.search);
  if (pair === undefined || typeof pair === 'string') {
    shown = undefined;
    refuse(pair ?? '');
    if (by === 'choice')
      viewOf(root)
        .querySelector<HTMLElement>(pair ? '#b' : 'h1')
        ?.focus();
    return;
  }
  const [a, b] = pair;
  // A link to a place of the page that is shown is no other choice.
  if (shown === `${a}-${b}` && by === 'address') return;
  // The two stand in the order of the rulebooks, and so does the address: it says which is on the left.
  history.replaceState(null, '', `?a=${a}&b=${b}${location.hash}`);
  root.setAttribute('aria-busy', 'true');
  try {
    const { view, title } = await open(pair);
    if (turn !== latest) return;
    put(view, title);
    shown = `${a}-${b}`;
    const heading = view.querySelector('h1')!;
    spoken.textContent = `${heading.textContent.replace(/\s+/g, ' ')}. ${view.querySelector('.lead')!.textContent.trim()}`;
    if (by === 'choice') heading.focus();
    if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  } catch {
    if (turn !== latest) return;
    shown = undefined;
    refuse('The page of these two could not be fetched. Choose them in the list, or try again when you are online.');
  } finally {
    if (turn === latest) root.removeAttribute('aria-busy');
  }
}

root.addEventListener('submit', (event) => {
  event.preventDefault();
  const [a, b] = (event.target as HTMLFormElement).querySelectorAll('select');
  history.pushState(null, '', `?a=${a!.value}&b=${b!.value}`);
  void show('choice');
});
addEventListener('popstate', () => void show('address'));
void show('address');
