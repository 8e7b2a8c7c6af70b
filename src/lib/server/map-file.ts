/** A procedure's map as a file that stands alone: its styles inside, its colours resolved, and who made it from what. */
import { render } from 'svelte/server';
import type { Rulebook } from '#content/schema.ts';
import type { Procedure } from '#machines/index.ts';
import Statechart from '../components/Statechart.svelte';
import colours from '../styles/_colours.scss?raw';
import css from '../styles/map.css?raw';
import { ABOUT, PROCEDURE, documentInWords, editionInWords } from '../vocabulary.ts';
import { draw } from './drawing.ts';
import { looksOf } from './looks.ts';
import { wrap } from './type.ts';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
/** Those of a light page: the first that the style sheet names. */
const COLOURS = new Map([...colours.matchAll(/--([\w-]+): (#[0-9a-f]+);/g)].reverse().map(([, name, hex]) => [name!, hex!]));
const inColour = (text: string) => text.replace(/var\(--([\w-]+)\)/g, (_, name: string) => COLOURS.get(name)!);
/** Without what only a page has: comments, and what follows the pointer, motion and other palettes. */
const STYLE = inColour(css.replace(/\/\*.*?\*\//gs, '').split('@media')[0]!).replace(/\s+/g, ' ');
const FONT = "system-ui, -apple-system, 'Segoe UI', roboto, 'Helvetica Neue', arial, sans-serif";
const MARGIN = 24;

/** @returns an SVG document; with a rulebook, that rulebook's map and its edition */
export function mapFile(procedure: Procedure, rulebook?: Rulebook): string {
  const look = looksOf(procedure.id).at(-1)!;
  const drawing = draw(procedure, { look, ...(rulebook ? { rulebook } : {}) });
  const html = render(Statechart, { props: { drawing } }).body.replace(/<!--.*?-->/gs, '');
  const map = html.slice(html.indexOf('>', html.indexOf('<svg')) + 1, html.lastIndexOf('</svg>'));

  const name = PROCEDURE[procedure.id];
  const title = rulebook ? `${name}: ${rulebook.name}` : name;
  const source = rulebook
    ? `Made by Quorate from one edition of one document: ${documentInWords(rulebook)} (${editionInWords(rulebook)}). Not an official document: it may have been replaced, and current local procedures decide.`
    : 'Made by Quorate from five published rulebooks. Not an official document: current local procedures decide.';
  const lines = (text: string, y: number, size: number) =>
    wrap(text, drawing.width, size).map((line, i) => ({ line, y: y + i * size * 1.4, size }));
  const about = lines(ABOUT[procedure.id], 68, 14);
  const top = about.at(-1)!.y + 20;
  const foot = lines(source, top + drawing.height + 32, 13);
  const [width, height] = [drawing.width + 2 * MARGIN, Math.ceil(foot.at(-1)!.y + MARGIN)];
  const text = ({ line, y, size }: { line: string; y: number; size: number }) =>
    `<text x="${MARGIN}" y="${Math.round(y)}" font-size="${size}" fill="${COLOURS.get('soft')}">${escaped(line)}</text>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${FONT}" role="img" aria-labelledby="title about">
<title id="title">${escaped(title)}</title>
<desc id="about">${escaped(`${ABOUT[procedure.id]} ${source}`)}</desc>
<style>${escaped(STYLE)}</style>
<rect width="${width}" height="${height}" fill="${COLOURS.get('paper')}"/>
<text x="${MARGIN}" y="44" font-size="24" font-weight="700" fill="${COLOURS.get('ink')}">${escaped(title)}</text>
${about.map(text).join('\n')}
<g class="map" transform="translate(${MARGIN} ${top})" fill="none" stroke="currentColor">${map}</g>
${foot.map(text).join('\n')}
</svg>
`;
}
