/**
 * The comparison at work: a view of the table in the form, the same in the address, what is not in view hidden. It is all the script of the page;
 * without it the page shows the whole table.
 */
import type { RulebookId } from '#content/schema.ts';
import { csv } from '../csv.ts';
import { keepOffline } from '../offline.ts';
import { PROCEDURE, STAGE, SUBJECT, TILES, capital } from '../vocabulary.ts';
import { HEADER, lines, records, rowOf, type Editions, type Line } from './table.ts';
import { inView, narrows, readView, writeView, type Show, type View } from './view.ts';

const root = document.querySelector<HTMLElement>('#compare')!;
keepOffline(root.dataset.root!);
const form = root.querySelector<HTMLFormElement>('#view')!;
const all = lines(root);
const folds = [...root.querySelectorAll<HTMLDetailsElement>('details.fold')];
const linesIn = new Map(folds.map((fold) => [fold, all.filter(({ tr }) => fold.contains(tr))]));
const SHOW: Record<Show, string> = {
  all: 'Everything',
  differences: 'Differences',
  silences: 'Silences',
  contradictions: 'Contradictions',
};

const options = (of: readonly (readonly [string, string])[]) => of.map(([id, name]) => `<option value="${id}">${name}</option>`).join('');
const asked = new Set(all.map(({ subject }) => subject));
// Our own words alone stand in it: nothing from the address is ever written as HTML.
form.innerHTML = `
<p class="words"><label for="words">Find words in the table</label><input id="words" name="words" type="search" autocomplete="off" autocapitalize="none"></p>
<details id="filters"><summary>Filters</summary><div>
<p><label for="show">Show</label><select id="show" name="show">${options(Object.entries(SHOW))}</select></p>
<p><label for="procedure">Procedure</label><select id="procedure" name="procedure">${options([['', 'Any'], ...Object.entries(PROCEDURE)])}</select></p>
<p><label for="subject">Subject</label><select id="subject" name="subject">${options([['', 'Any'], ...Object.entries(SUBJECT).filter(([id]) => asked.has(id))])}</select></p>
<fieldset class="bare"><legend>Rulebooks to compare</legend>${TILES.map(
  ({ id, letter, name }) =>
    `<label><input type="checkbox" name="books" value="${id}"><span class="tile ${id}" aria-hidden="true">${letter}</span> ${name}</label>`,
).join('')}</fieldset></div></details>
<div class="do"><p id="count"></p><p id="spoken" class="hidden" role="status"></p><button class="button button-quiet" type="button" id="unfold">Open all</button>
<button class="button button-quiet" type="button" id="clear" hidden>Show everything</button>
<button class="button" type="button" id="csv">Download this view (CSV)</button></div>`; // prettier-ignore

const part = <T extends HTMLElement>(id: string) => root.querySelector<T>(`#${id}`)!;
const [words, show, procedure, subject] = [part<HTMLInputElement>('words'), part<HTMLSelectElement>('show'), part<HTMLSelectElement>('procedure'), part<HTMLSelectElement>('subject')]; // prettier-ignore
const boxes = [...form.querySelectorAll<HTMLInputElement>('[name="books"]')];
const [count, spoken, unfold, clear] = [part('count'), part('spoken'), part<HTMLButtonElement>('unfold'), part('clear')];

// On a phone the rows are stacked, and a browser may then forget that they are a table.
for (const [selector, role] of [['table', 'table'], ['thead, tbody', 'rowgroup'], ['tr', 'row'], ['td', 'cell'], ['[scope="row"]', 'rowheader'], ['[scope="col"]', 'columnheader']] as const)
  for (const one of root.querySelectorAll(selector)) one.setAttribute('role', role); // prettier-ignore

// There a question is a line that opens into its five answers.
for (const { tr, said } of all) {
  [...tr.cells].slice(1).forEach((cell, at) => cell.classList.toggle('none', /[-.~]/.test(said[at]!)));
  const opens = document.createElement('button');
  opens.type = 'button';
  opens.className = 'opens';
  opens.setAttribute('aria-expanded', 'false');
  opens.setAttribute('aria-label', `Answers: ${tr.cells[0]!.textContent.trim()}`);
  tr.cells[0]!.append(opens);
}
root.classList.add('lines');
root.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element) || target.closest('a')) return;
  const tr = target.closest<HTMLTableRowElement>('tbody tr');
  const opens = tr?.querySelector('.opens');
  if (!tr || !opens?.checkVisibility()) return;
  // A line that is open closes by its button alone, so that its words can be marked.
  if (tr.classList.contains('open') && !target.closest('.opens')) return;
  opens.setAttribute('aria-expanded', String(tr.classList.toggle('open')));
});

let view: View = readView(location.search);
let shown: Line[] = all;

const chosen = (): View => ({
  show: show.value as Show,
  procedure: procedure.value as View['procedure'],
  subject: subject.value,
  books: boxes.filter((box) => box.checked).map((box) => box.value as RulebookId),
  words: words.value.trim(),
});
function fill({ show: what, procedure: where, subject: about, books, words: typed }: View) {
  show.value = what;
  procedure.value = where;
  subject.value = about;
  words.value = typed;
  for (const box of boxes) box.checked = books.includes(box.value as RulebookId);
}

let saying: ReturnType<typeof setTimeout> | undefined;
/** What the eye sees at once is read out when the typing stops. */
function say(text: string) {
  count.textContent = text;
  clearTimeout(saying);
  saying = setTimeout(() => (spoken.textContent = text), 700);
}

const questions = (n: number) => `${n} ${n === 1 ? 'question' : 'questions'}`;
/** A few rows are shown at once; of many, first their subjects. */
const FEW = 40;
/** Folds that a view has opened: they close again when it is left. */
const opened = new Set<HTMLDetailsElement>();

function apply() {
  shown = all.filter((line) => inView(rowOf(line, view), view));
  const inSight = new Set(shown);
  for (const line of all) line.tr.hidden = !inSight.has(line);
  const out = TILES.map(({ id }) => view.books.length > 0 && !view.books.includes(id));
  for (const tr of root.querySelectorAll('tr')) out.forEach((hidden, at) => (tr.cells[at + 1]!.hidden = hidden));
  for (const note of root.querySelectorAll<HTMLElement>('[data-beside]'))
    note.hidden = view.books.length > 0 && !note.dataset.beside!.split(' ').some((id) => view.books.includes(id as RulebookId));
  const narrow = narrows(view);
  for (const fold of folds) {
    const of = linesIn.get(fold)!;
    const here = of.filter((line) => inSight.has(line)).length;
    fold.hidden = !here;
    fold.querySelector('summary span')!.textContent = here === of.length ? questions(here) : `${here} of ${questions(of.length)}`;
    if (narrow && here && shown.length <= FEW && !fold.open) {
      fold.open = true;
      opened.add(fold);
    } else if (!narrow && opened.delete(fold)) fold.open = false;
  }
  for (const group of root.querySelectorAll<HTMLElement>('section, [data-stage]'))
    group.hidden = !group.querySelector('details.fold:not([hidden])');
  for (const link of root.querySelectorAll<HTMLAnchorElement>('.jump a'))
    link.parentElement!.hidden = root.querySelector<HTMLElement>(link.hash)!.hidden;
  clear.hidden = !narrow && !view.books.length;
  part('nothing').hidden = shown.length > 0;
  const filters = [view.show !== 'all', view.procedure, view.subject, view.books.length].filter(Boolean).length;
  part('filters').querySelector('summary')!.textContent = filters ? `Filters (${filters})` : 'Filters';
  const one = view.books.length === 1 ? '; choose a second rulebook to compare it with' : '';
  say(`${shown.length === all.length ? `All ${questions(all.length)}` : `${shown.length} of ${questions(all.length)}`}${one}`);
}

let writing: ReturnType<typeof setTimeout> | undefined;
const address = () => writeView(view) || location.pathname;
/** A choice is a step that one can go back from; browsers refuse an address that changes with every key. */
function look(how: 'choice' | 'typing') {
  view = chosen();
  apply();
  clearTimeout(writing);
  if (how === 'choice') history.pushState(null, '', address());
  else writing = setTimeout(() => history.replaceState(null, '', address()), 300);
}

form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('input', ({ target }) => look(target === words ? 'typing' : 'choice'));
function everything() {
  fill(readView(''));
  look('choice');
  words.focus();
}
clear.addEventListener('click', everything);
part('everything').addEventListener('click', everything);
addEventListener('popstate', () => {
  view = readView(location.search);
  fill(view);
  apply();
});

const inFront = () => folds.filter((fold) => !fold.hidden);
root.addEventListener('toggle', () => (unfold.textContent = inFront().every(({ open }) => open) ? 'Close all' : 'Open all'), true);
unfold.addEventListener('click', () => {
  const open = !inFront().every((fold) => fold.open);
  for (const fold of inFront()) fold.open = open;
});
// Paper has no folds, in browsers too that do not know how to say so in a style.
addEventListener('beforeprint', () => {
  for (const fold of folds) fold.open = true;
});

const editions = Object.fromEntries(
  [...root.querySelectorAll<HTMLElement>('#editions li')].map((li) => [
    li.dataset.book!,
    { document: li.querySelector('b')!.textContent, edition: li.querySelector('span')!.textContent },
  ]),
) as Editions;
part('csv').addEventListener('click', () => {
  const rows = records(shown, view, editions, ({ procedure: where, stage, subject: about }) => [
    PROCEDURE[where as keyof typeof PROCEDURE],
    capital(STAGE[stage as keyof typeof STAGE]),
    SUBJECT[about] ?? about,
  ]);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([csv(HEADER, rows)], { type: 'text/csv;charset=utf-8' }));
  link.download = 'quorate-comparison.csv';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
});

part<HTMLDetailsElement>('filters').open = matchMedia('(min-width: 60em)').matches;
fill(view);
apply();
