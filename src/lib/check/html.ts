/** A web page as lines: each block a line of its own, the items of lists with their marks. Needs the browser's `DOMParser`. */
import { normalise, type Line } from './lines.ts';

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION DD DETAILS DIV DL DT FIGCAPTION FIGURE FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'.split(' '), // prettier-ignore
);
/** What is on a page without being part of its document. */
const ASIDE = new Set('BUTTON FOOTER HEAD IFRAME INPUT NAV NOSCRIPT SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA'.split(' '));
/** Characters that only say where a word may break. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

type Item = { mark: 'bullet' | number; depth: number; begun: boolean };

export function linesOfHtml(html: string): Line[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const lines: Line[] = [];
  let words = '';
  let gap = true;
  /** The item that the words belong to. */
  let item: Item | undefined;

  const end = (parts: boolean) => {
    const text = normalise(words);
    words = '';
    if (text) {
      const first = item && !item.begun;
      if (first) item!.begun = true;
      lines.push({ text, depth: item?.depth ?? 0, within: !!item && !first, gap, ...(first ? { mark: item!.mark } : {}) });
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
        if (child.nodeName === 'LI') {
          const given = Number((child as Element).getAttribute('value'));
          if (given) number = given;
          item = { mark: name === 'OL' ? number++ : 'bullet', depth, begun: false };
        }
        child.childNodes.forEach((inner) => walk(inner, child.nodeName === 'LI' ? depth + 1 : depth));
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
