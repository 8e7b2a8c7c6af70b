/**
 * The map at work: unfolding a situation to its steps, and walking along the ways with the arrow keys. It is all the script of the page;
 * without it the map leads to the outline, which says the same.
 */
import { keepOffline } from '../offline.ts';
import type { AllUnfolded } from './unfolded.ts';
import { walk, type Arrow, type Graph } from './walk.ts';

const root = document.querySelector<HTMLElement>('[data-root]')!;
keepOffline(root.dataset.root!);
for (const hint of document.querySelectorAll<HTMLElement>('.for-keys')) hint.hidden = false;

const SVG = 'http://www.w3.org/2000/svg';
/** Of a button, in units of the map: 24 pixels and more at every scale. */
const SIDE = 28;
let fetched: Promise<AllUnfolded> | undefined;
async function unfoldings(): Promise<AllUnfolded> {
  const response = await fetch('unfolded.json');
  if (!response.ok) throw new Error(`unfolded.json: ${response.status}`);
  return (await response.json()) as AllUnfolded;
}

type Linked = SVGAElement & { href: SVGAnimatedString };
const nameOf = (link: Linked) => link.href.baseVal;

for (const svg of document.querySelectorAll<SVGSVGElement>('[data-look] svg')) {
  const look = svg.closest<HTMLElement>('[data-look]')!.dataset.look!;
  const height = svg.viewBox.baseVal.height;
  const links = [...svg.querySelectorAll<Linked>('a')];
  const pieces = new Map<string, SVGElement>(links.map((link) => [nameOf(link), link]));
  for (const lane of svg.querySelectorAll<SVGElement>('[data-lane]')) pieces.set(lane.dataset.lane!, lane);
  const number = (of: Element, name: string) => Number(of.getAttribute(name));

  const graph: Graph = {
    places: links
      .filter((link) => link.matches('.shape'))
      .map((link) => {
        const box = link.querySelector('.box')!;
        return {
          id: nameOf(link).slice(1),
          main: link.matches('.main'),
          x: number(box, 'x'),
          y: number(box, 'y'),
          w: number(box, 'width'),
        };
      }),
    ways: links
      .filter((link) => !link.matches('.shape'))
      .map((link) => {
        const [from, to] = nameOf(link).slice(1).split('-to-') as [string, string];
        return { from, to, main: link.matches('.main') };
      }),
  };

  /** The situation that is unfolded, and what stood in the place of what unfolding it has changed. */
  let open = '';
  let folded = new Map<string, SVGElement>();
  const buttons = new Map<string, HTMLButtonElement>();
  const corner = (name: string) => buttons.get(name.slice(1))?.parentElement;
  const move = (name: string, by: number) => {
    for (const piece of [pieces.get(name), corner(name)])
      if (by) piece?.setAttribute('transform', `translate(0 ${by})`);
      else piece?.removeAttribute('transform');
  };
  function put(name: string, piece: SVGElement) {
    const old = pieces.get(name)!;
    const focused = old === document.activeElement;
    old.replaceWith(piece);
    pieces.set(name, piece);
    if (focused) piece.focus({ preventScroll: true });
  }
  /** What is drawn anew may be wider, or stand lower: its button goes with it. */
  function align() {
    for (const [id, button] of buttons) {
      const box = pieces.get(`#${id}`)!.querySelector('.box')!;
      button.parentElement!.setAttribute('x', String(number(box, 'x') + number(box, 'width') - SIDE));
      button.parentElement!.setAttribute('y', String(number(box, 'y')));
    }
  }
  /** At once: a scroll that is still under way would hold up the one to the outline. */
  const show = (id: string) =>
    pieces.get(`#${id}`)!.querySelector('.box')!.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  function size(high: number) {
    svg.viewBox.baseVal.height = high;
    svg.setAttribute('height', String(high));
  }
  function fold() {
    for (const name of pieces.keys()) move(name, 0);
    for (const [name, piece] of folded) put(name, piece);
    buttons.get(open)?.setAttribute('aria-expanded', 'false');
    folded = new Map();
    open = '';
    align();
    size(height);
  }
  async function toggle(id: string) {
    const unfolded = (await (fetched ??= unfoldings()))[look]?.[id];
    if (!unfolded) return;
    const was = open;
    fold();
    if (was === id) return;
    open = id;
    const drawn = document.createElementNS(SVG, 'svg');
    for (const [name, change] of Object.entries(unfolded.changes)) {
      if (typeof change === 'number') {
        move(name, change);
        continue;
      }
      // The site's own drawing, made with the page.
      drawn.innerHTML = change || '<g/>';
      folded.set(name, pieces.get(name)!);
      put(name, drawn.firstElementChild as SVGElement);
    }
    align();
    buttons.get(id)!.setAttribute('aria-expanded', 'true');
    size(unfolded.height);
    show(id);
  }
  /** Where the steps cannot be fetched, the outline has them. */
  const unfold = (id: string) => void toggle(id).catch(() => ((fetched = undefined), location.assign(`#${id}`)));

  for (const link of links.filter((one) => 'unfolds' in one.dataset)) {
    const id = nameOf(link).slice(1);
    const place = document.createElementNS(SVG, 'foreignObject');
    place.setAttribute('width', String(SIDE));
    place.setAttribute('height', String(SIDE));
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'unfold';
    button.dataset.of = id;
    button.setAttribute('aria-label', `${link.dataset.unfolds!}: its steps`);
    button.setAttribute('aria-expanded', 'false');
    button.addEventListener('click', () => unfold(id));
    buttons.set(id, button);
    place.append(button);
    link.after(place);
  }
  align();

  svg.addEventListener('keydown', (event) => {
    const link = (event.target as Element).closest<Linked>('a.shape');
    if (!link || event.ctrlKey || event.metaKey || event.altKey) return;
    const id = nameOf(link).slice(1);
    if (event.key.startsWith('Arrow')) {
      const places = graph.places.filter((place) => pieces.get(`#${place.id}`)!.matches('a'));
      const to = walk({ ...graph, places }, id, event.key as Arrow);
      if (!to) return;
      event.preventDefault();
      pieces.get(`#${to}`)!.focus({ preventScroll: true });
      show(to);
    } else if ((event.key === ' ' || event.key === '+') && buttons.has(id)) {
      event.preventDefault();
      unfold(id);
    }
  });
}
