/**
 * The search page at work: a question and its filters in the form, the same in the address, the results below. It is all the script of the page;
 * without it the page shows everything that can be found.
 */
import { keepOffline } from '../offline.ts';
import { read } from './coding.ts';
import { open, type Clauses, type Core, type Opened } from './parts.ts';
import { element, result } from './result.ts';
import { createSearch, subjectOf, type Filters, type Found, type Search } from './search.ts';

const form = document.querySelector<HTMLFormElement>('#search')!;
const field = form.elements.namedItem('q') as HTMLInputElement;
const list = document.querySelector<HTMLOListElement>('#results')!;
const status = document.querySelector<HTMLElement>('#found')!;
const spoken = document.querySelector<HTMLElement>('#spoken')!;
const more = document.querySelector<HTMLButtonElement>('#more')!;
const browse = document.querySelector<HTMLElement>('#browse')!;
const panel = document.querySelector<HTMLDetailsElement>('#filters')!;
const hint = document.querySelector<HTMLElement>('#hint')!;
const clear = document.querySelector<HTMLButtonElement>('#clear')!;

/** The address of the site's root from here, with its slash. */
const root = form.dataset.root!;
const AT_A_TIME = 20;
keepOffline(root);

const subject = document.querySelector<HTMLSelectElement>('#subject')!;
const topic = document.querySelector<HTMLSelectElement>('#topic')!;

let search: Search | undefined;
let opened: Opened | undefined;
let found: Found | undefined;
let shown = 0;

const fetched = Promise.all(
  form.dataset.parts!.split(' ').map(async (part): Promise<unknown> => {
    const response = await fetch(`${root}search/${part}`);
    if (!response.ok) throw new Error(`${part}: ${response.status}`);
    return response.json();
  }),
);

const asked = () => new FormData(form);
const filled = (data: FormData) =>
  [...data].filter((pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1].trim() !== '');
function filtersOf(data: FormData): Filters {
  const one = (name: string) => (data.get(name) as string | null) || undefined;
  return {
    rulebooks: data.getAll('rulebook') as Filters['rulebooks'],
    force: one('force') as Filters['force'],
    actor: one('actor') as Filters['actor'],
    procedure: one('procedure') as Filters['procedure'],
    subject: one('subject'),
    topic: one('topic'),
  };
}

let writing: ReturnType<typeof setTimeout> | undefined;
/** Browsers refuse an address that changes with every key. */
function write() {
  clearTimeout(writing);
  const query = new URLSearchParams(filled(asked())).toString().replaceAll('%2C', ',');
  history.replaceState({ y: scrollY, shown }, '', query ? `?${query}` : location.pathname);
}
function writeSoon() {
  clearTimeout(writing);
  writing = setTimeout(write, 300);
}

let saying: typeof writing;
/** What the eye sees at once is read out when the typing stops. */
function say(text: string) {
  status.textContent = text;
  clearTimeout(saying);
  saying = setTimeout(() => (spoken.textContent = text), 700);
}

const names = (rulebooks: Filters['rulebooks']) =>
  rulebooks.map((id) => document.querySelector(`.only [value="${id}"] ~ .name`)!.textContent).join(', ');

function summary({ hits, exact, missing, named, instead }: Found): string {
  if (missing) return `There is no clause ${missing}${hits.length ? ': these have the nearest numbers' : ''}.`;
  if (!hits.length) return 'Nothing found. Try fewer or other words, or browse.';
  const count = hits.length === 1 ? '1 result' : `${hits.length} results`;
  const notes = [
    ...(exact.length ? ['Enter opens the clause'] : []),
    ...(named.length ? [`${names(named)} first`] : []),
    ...instead.map(([typed, nearest]) => `nothing has “${typed}”${nearest ? `: searched for “${nearest}”` : ''}`),
  ];
  return [count, ...notes].join(' · ');
}

function showMore() {
  const { wanted, mark } = { wanted: filtersOf(asked()).rulebooks, mark: found!.mark };
  const how = { root, mark, text: (line: string) => read(opened!.words, line), wanted: wanted.length ? wanted : found!.named };
  const next = found!.hits.slice(shown, shown + AT_A_TIME).map((entry) => result(entry, how));
  shown += next.length;
  list.append(...next);
  more.hidden = shown >= found!.hits.length;
  return next[0];
}

/** @param typing false where the question stands as it was sent: its last word is not the beginning of another */
function run(atLeast = 0, typing = true) {
  const data = asked();
  const question = field.value.trim() && field.value.trim() + (typing ? '' : ' ');
  const filters = filtersOf(data);
  const set = filled(data).filter(([name]) => name !== 'q').length;
  const active = question !== '' || set > 0;
  clear.hidden = set === 0;
  panel.querySelector('summary')!.textContent = set - filters.rulebooks.length ? `Filters (${set - filters.rulebooks.length})` : 'Filters';
  found = search && active ? search(question, filters) : undefined;
  shown = 0;
  list.replaceChildren();
  more.hidden = true;
  if (found) {
    if (found.hits.length) do showMore(); while (shown < Math.min(atLeast, found.hits.length)); // prettier-ignore
    say(summary(found));
  } else say(active ? 'Fetching the index …' : '');
  browse.hidden = active && found?.hits.length !== 0;
  hint.hidden = active;
}

/** The questions of the subject that is chosen, or of each subject; the one that was chosen stays so as long as it is among them. */
function offerTopics() {
  const chosen = topic.value;
  const of = (id: string) => opened!.topics.filter((one) => subjectOf(one.id) === id).map(({ id, title }) => new Option(title, id, false, id === chosen)); // prettier-ignore
  const groups = [...subject.options].filter(({ value }) => value).map(({ value, text }) => {
    const group = element('optgroup', '', ...of(value));
    group.label = text;
    return group;
  }); // prettier-ignore
  topic.replaceChildren(new Option('Any', ''), ...(subject.value ? of(subject.value) : groups));
}

const links = () => [...list.querySelectorAll<HTMLAnchorElement>('.to > a')];
/** Up and down through the results; above the first is the field. */
function step(by: 1 | -1) {
  const all = links();
  const at = all.indexOf(document.activeElement as HTMLAnchorElement) + by;
  if (at < 0) return field.focus();
  all[at]?.focus();
}

// The filters belong to the form, though they stand beside it.
for (const part of [form, panel.parentElement!])
  part.addEventListener('input', (event) => {
    if (event.target === subject && opened) offerTopics();
    run();
    writeSoon();
  });
form.addEventListener('submit', (event) => {
  event.preventDefault();
  write();
  // A number leads straight to its clause; otherwise the first result is one more Enter away, and a phone puts its keyboard down.
  if (found?.exact.length) location.assign(root + found.exact[0]!.path);
  else links()[0]?.focus();
});
clear.addEventListener('click', () => {
  const question = field.value;
  form.reset();
  field.value = question;
  if (opened) offerTopics();
  run();
  write();
  field.focus();
});
more.addEventListener('click', () => showMore()?.querySelector('a')?.focus());
document.querySelector('main')!.addEventListener('keydown', (event) => {
  const within = event.target === field || list.contains(event.target as Node);
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !within) return;
  if (event.key === 'ArrowDown') step(1);
  else if (event.key === 'ArrowUp' && event.target !== field) step(-1);
  else if (event.key === 'Escape') {
    field.value = '';
    field.focus();
    run();
    writeSoon();
  } else return;
  event.preventDefault();
});
addEventListener('pagehide', write);

// What the address asks for.
for (const [name, value] of new URLSearchParams(location.search)) {
  const control = form.elements.namedItem(name);
  if (name === 'rulebook') {
    for (const box of document.querySelectorAll<HTMLInputElement>('.only input'))
      if (value.split(',').includes(box.value)) box.checked = true;
  } else if (control === topic) topic.add(new Option('…', value, false, true));
  else if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) control.value = value;
}
panel.open = matchMedia('(min-width: 60em)').matches;
const before = history.state as { y?: number; shown?: number } | null;
run();
// On a phone the keyboard would cover what was found.
if (!field.value || matchMedia('(pointer: fine)').matches) field.focus({ preventScroll: true });

async function begin() {
  const [core, ...parts] = await fetched;
  opened = open(core as Core, parts as Clauses[][]);
  search = createSearch(opened);
  offerTopics();
  run(before?.shown, false);
  if (before?.y) scrollTo(0, before.y);
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  // Somebody who asks for a number wants the clause; somebody who comes back from it does not want to be sent there again.
  if (found?.exact.length === 1 && entry?.type === 'navigate') location.replace(root + found.exact[0]!.path);
}
begin().catch(() => {
  status.replaceChildren('The search could not be fetched. ', element('a', '', 'Try again'), ', or browse.');
  status.querySelector('a')!.href = location.href;
  browse.hidden = false;
});
