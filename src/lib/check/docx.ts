/** A Word document as lines: its paragraphs in order, with the marks and numbers that Word puts before them. Needs the browser's `DOMParser`. */
import { strFromU8, unzipSync } from 'fflate';
import { lineOf, normalise, unsigned, type Line } from './lines.ts';
import { Counter, type Level } from './numbering.ts';

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const PARTS = ['document', 'styles', 'numbering'].map((part) => `word/${part}.xml`);
/** What is in the file and not on the page: deleted words, the codes of fields, the second form of a drawing. */
const UNSEEN = new Set(['w:del', 'w:moveFrom', 'w:instrText', 'w:delText', 'mc:Fallback', 'w:pPr', 'w:rPr']);

const all = (within: Document | Element | undefined, name: string): Element[] => [...(within?.getElementsByTagName(name) ?? [])];
const first = (within: Document | Element | undefined, name: string): Element | undefined => all(within, name)[0];
const value = (element: Element | undefined): string | undefined => element?.getAttribute('w:val') ?? undefined;
const valueOf = (within: Element | undefined, name: string) => value(first(within, name));

/** The paragraph's own words, without those of a text box in it; a line break is one. */
function wordsOf(node: Node, notes: { count: number }): string {
  let words = '';
  for (const child of node.childNodes) {
    const name = child.nodeName;
    if (UNSEEN.has(name) || name === 'w:p') continue;
    if (name === 'w:t') {
      const raised = valueOf(child.parentElement ?? undefined, 'w:vertAlign') === 'superscript';
      const text = child.textContent ?? '';
      words += raised && /^\d$/.test(text) ? RAISED[Number(text)] : text;
    } else if (name === 'w:tab') words += ' ';
    else if (name === 'w:br' || name === 'w:cr') words += (child as Element).getAttribute('w:type') === 'page' ? ' ' : '\n';
    else if (name === 'w:noBreakHyphen') words += '-';
    else if (name === 'w:footnoteReference') words += RAISED[++notes.count % 10];
    else words += wordsOf(child, notes);
  }
  return words;
}

interface Style {
  numbering?: { list: string | undefined; level: number | undefined };
  heading: boolean;
}

function numberingOf(properties: Element | undefined): Style['numbering'] {
  const numbering = first(properties, 'w:numPr');
  if (!numbering) return undefined;
  const level = valueOf(numbering, 'w:ilvl');
  return { list: valueOf(numbering, 'w:numId'), level: level === undefined ? undefined : Number(level) };
}

/** What a style gives its paragraphs, with what it has from the style that it is based on. */
function stylesOf(styles: Document | undefined): (id: string | undefined) => Style {
  const byId = new Map(all(styles, 'w:style').map((style) => [style.getAttribute('w:styleId'), style]));
  const read = (id: string | undefined, depth = 0): Style => {
    const style = id === undefined ? undefined : byId.get(id);
    if (!style || depth > 20) return { heading: false };
    const base = read(valueOf(style, 'w:basedOn'), depth + 1);
    const own = numberingOf(style);
    const numbering = own ? { list: own.list ?? base.numbering?.list, level: own.level ?? base.numbering?.level } : base.numbering;
    const heading = base.heading || first(style, 'w:outlineLvl') !== undefined || /^(heading|title)/i.test(valueOf(style, 'w:name') ?? '');
    return { heading, ...(numbering ? { numbering } : {}) };
  };
  return (id) => read(id);
}

function countersOf(numbering: Document | undefined): (list: string) => Counter | undefined {
  const levelOf = (level: Element): Level => ({
    format: valueOf(level, 'w:numFmt') ?? 'decimal',
    pattern: valueOf(level, 'w:lvlText') ?? '',
    start: Number(valueOf(level, 'w:start') ?? 1),
  });
  const outlines = new Map(all(numbering, 'w:abstractNum').map((outline) => [outline.getAttribute('w:abstractNumId'), outline]));
  const lists = new Map(all(numbering, 'w:num').map((list) => [list.getAttribute('w:numId'), list]));
  const counters = new Map<string, Counter>();
  return (id) => {
    const list = lists.get(id);
    const of = valueOf(list, 'w:abstractNumId');
    const outline = of === undefined ? undefined : outlines.get(of);
    if (!list || !outline) return undefined;
    // Lists that share an outline go on counting where the other left off, unless one starts anew.
    const starts = all(list, 'w:lvlOverride');
    const key = starts.length ? `list ${id}` : `outline ${of}`;
    if (!counters.has(key)) {
      const levels: Level[] = [];
      for (const level of all(outline, 'w:lvl')) levels[Number(level.getAttribute('w:ilvl'))] = levelOf(level);
      for (const start of starts) {
        const at = Number(start.getAttribute('w:ilvl'));
        const own = first(start, 'w:lvl');
        if (own) levels[at] = levelOf(own);
        const from = valueOf(start, 'w:startOverride');
        if (levels[at] && from !== undefined) levels[at] = { ...levels[at], start: Number(from) };
      }
      counters.set(key, new Counter(levels));
    }
    return counters.get(key);
  };
}

/** @throws Error where the bytes are no zip archive, or hold no document of Word's */
export function linesOfDocx(bytes: Uint8Array): Line[] {
  const files = unzipSync(bytes, { filter: ({ name, originalSize }) => PARTS.includes(name) && originalSize < 100_000_000 });
  const [document, styles, numbering] = PARTS.map((part) => {
    const file = files[part];
    if (!file) return undefined;
    const parsed = new DOMParser().parseFromString(strFromU8(file), 'application/xml');
    if (parsed.getElementsByTagName('parsererror').length) throw new Error(`${part} is damaged`);
    return parsed;
  });
  const body = first(document, 'w:body');
  if (!body) throw new Error('there is no document in it');

  const styleOf = stylesOf(styles);
  const counterOf = countersOf(numbering);
  const notes = { count: 0 };
  const read = all(body, 'w:p').flatMap((paragraph) => {
    if (paragraph.closest('Fallback')) return [];
    const properties = [...paragraph.children].find((child) => child.nodeName === 'w:pPr');
    const style = styleOf(valueOf(properties, 'w:pStyle'));
    const own = numberingOf(properties);
    const list = own?.list ?? style.numbering?.list;
    const level = own?.level ?? style.numbering?.level ?? 0;
    const words = wordsOf(paragraph, notes);
    const counted = !!normalise(words) && list !== undefined && list !== '0';
    const mark = counted ? counterOf(list)?.next(level) : undefined;
    return [{ words, mark, level, heading: style.heading || first(properties, 'w:outlineLvl') !== undefined }];
  });

  // Where a text was put into Word line by line, with empty paragraphs between its own, what none of them parts may be one sentence.
  const empty = read.filter(({ words }) => !normalise(words)).length;
  const typed = empty > read.length / 4 && !read.some(({ mark }) => mark);
  return read.flatMap(({ words, mark, level, heading }, at): Line[] => {
    if (!normalise(words)) return [];
    // A number of several parts, or that of a heading, belongs to the words; that of an item is its mark.
    const spelled = mark && !mark.bullet && (heading || /\d\.\d/.test(mark.label));
    const before = typed ? (read[at - 1]?.words ?? '') : '';
    const gap = !/\S/.test(before) || /[.:;!?]['"’”)]?\s*$/.test(before);
    // Of a typed text the spaces at the margin say what is set in.
    const texts = `${spelled ? `${mark.label} ` : ''}${words}`.split('\n').filter((text) => normalise(text));
    if (!mark || spelled) return texts.map((text, i) => lineOf(typed ? text : normalise(text), i === 0 && gap));
    const depth = Math.min(level, 1);
    return texts
      .map(normalise)
      .map((text, i) =>
        i
          ? { text, depth, within: true, gap: false }
          : { text: unsigned(text), mark: mark.bullet ? 'bullet' : mark.number, depth, within: false, gap: true },
      );
  });
}
