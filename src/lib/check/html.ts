/** A web page as lines: each block a line of its own, the items of lists with their marks. Needs the browser's `DOMParser`. */
import { lineOf, normalise, unsigned, type Line } from './lines.ts';

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION DD DETAILS DIV DL DT FIGCAPTION FIGURE FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'.split(' '), // prettier-ignore
);
/** What is on a page without being part of its document. */
const ASIDE = new Set('BUTTON FOOTER HEAD IFRAME INPUT NAV NOSCRIPT SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA'.split(' '));
/** Characters that only say where a word may break. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

type Item = { mark: 'bullet' | number; depth: number; begun: boolean };

/** Nothing of a parsed page runs or is fetched; taken out beforehand, styles and handlers do not fill the console with refusals either. */
const plain = (html: string): string =>
  html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\s(?:style|on[a-z]+)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, ''));

export function linesOfHtml(html: string): Line[] {
  const { body } = new DOMParser().parseFromString(plain(html), 'text/html');
  const lines: Line[] = [];
  let words = '';
  let gap = true;
  /** The item that the words belong to. */
  let item: Item | undefined;

  const end = (parts: boolean) => {
    const text = normalise(words);
    words = '';
    if (text) {
      if (!item) lines.push(lineOf(text, gap));
      else if (item.begun) lines.push({ text, depth: item.depth, within: true, gap });
      else lines.push({ text: unsigned(text), mark: item.mark, depth: item.depth, within: false, gap });
      if (item) item.begun = true;
      gap = false;
    }
    gap ||= parts;
  };
  const walk = (node: Node, depth: number): void => {
    if (node.nodeType === Node.TEXT_NODE) {
      words += node.nodeValue!.replace(INVISIBLE, '');
      return;
    }
    if (!(node instanceof Element) || ASIDE.has(node.nodeName.toUpperCase()) || node.hasAttribute('hidden')) return;
    const name = node.nodeName;
    if (name === 'BR') return end(false);
    if (name === 'SUP' && /^\d$/.test(node.textContent.trim())) {
      words += RAISED[Number(node.textContent)];
      return;
    }
    if (!BLOCKS.has(name)) return node.childNodes.forEach((child) => walk(child, depth));
    end(true);
    if (name === 'UL' || name === 'OL') {
      const outer = item;
      let number = Number(node.getAttribute('start') ?? 1);
      for (const child of node.childNodes) {
        if (child.nodeName !== 'LI') {
          walk(child, depth + 1);
          continue;
        }
        // Words between two items belong to the one before.
        end(true);
        number = Number((child as Element).getAttribute('value')) || number;
        item = { mark: name === 'OL' ? number++ : 'bullet', depth: Math.min(depth, 1), begun: false };
        child.childNodes.forEach((inner) => walk(inner, depth + 1));
        end(true);
      }
      item = outer;
    } else node.childNodes.forEach((child) => walk(child, depth));
    end(true);
  };
  walk(body, 0);
  end(true);
  return lines;
}
