/** Documents to be checked: made up ones in words of our own, and the same lines as other kinds of file. */
import { existsSync, readFileSync } from 'node:fs';
import { zipSync, strToU8 } from 'fflate';
import { readContent } from '#content/read.ts';
import { RULEBOOKS, type RulebookId } from '#content/schema.ts';
import type { Line } from '#lib/check/lines.ts';

const sources = '../shared/sources';
/** The documents themselves stand beside the project, where they are at hand, and never in it. */
export const haveSources = RULEBOOKS.every((id) => existsSync(`${sources}/${id}.txt`));
export const sourceOf = (id: RulebookId): string => (haveSources ? readFileSync(`${sources}/${id}.txt`, 'utf8') : '');

/** Where each clause stands in its document: the numbers of its first and last line, from the inventory. */
export function placesOf(id: RulebookId): Map<string, [first: number, last: number]> {
  const rows = readFileSync(`${sources}/${id}.clauses.tsv`, 'utf8').trim().split('\n').slice(1);
  return new Map(
    rows.map((row) => {
      const [clause = '', , , lines = ''] = row.split('\t');
      const [first = 0, last = first] = lines.split('-').map(Number);
      return [clause, [first, last]];
    }),
  );
}

const HEADINGS: Record<string, string> = {
  initial: 'Initial child protection conferences',
  review: 'Child protection review conference',
  local: 'Local procedures',
  purpose: 'Purpose:',
  chair: 'The conference chair:',
  'social-workers': 'Social workers should:',
  practitioners: 'All involved practitioners should:',
};
/** The document of HIPS as it would read in our restatements: every clause is there, and every one has changed. */
export function hipsRestated(): string {
  const lines: string[] = [];
  let under: string[] = [];
  for (const { id, restatement } of readContent('content').rulebooks.find((r) => r.id === 'hips')!.clauses) {
    const parts = id.split('.');
    const place = parts.filter((part) => HEADINGS[part] !== undefined);
    lines.push(...place.flatMap((part, i) => (under.slice(0, i + 1).join() === place.slice(0, i + 1).join() ? [] : ['', HEADINGS[part]!, '']))); // prettier-ignore
    under = place;
    const items = parts.filter((part) => /^b\d/.test(part)).length;
    lines.push(...(items ? [`${' '.repeat(items * 2)}• ${restatement}`] : ['', restatement, '']));
  }
  return lines.join('\n');
}

/** One made up document for each family, with the ids that its clauses have. */
export const madeUp: Record<RulebookId, { text: string; ids: string[] }> = {
  london: {
    text: [
      '8.1',
      'Kettles',
      '',
      'Purpose',
      '',
      '8.1.1',
      'A kettle boils water for tea.',
      '',
      '8.1.2 Fill it before you switch it on:',
      '',
      '· with cold water; and',
      '',
      '· no higher than the mark.',
      'The mark is on the inside.',
      '',
      '8.1.2 A number that was given twice.',
      '',
      'Attendance',
      '',
      'Somebody stays with the kettle.',
      '8.2',
      'Teapots',
      '8.2.1',
      'Warm the pot.',
    ].join('\n'),
    ids: ['8.1.1', '8.1.2', '8.1.2.b1', '8.1.2.b2', '8.1.2-2', '8.1.p1', '8.2.1'],
  },
  bfg: {
    text: [
      '4.1 Umbrellas',
      '',
      'All conferences',
      '',
      'Note: no umbrella is dry twice.',
      '',
      '4.1.1 An umbrella is opened out of doors.',
      '',
      '4.1.2It is shut before a door:',
      '',
      '  • gently; and',
      '  • wholly.',
      '',
      'Then it is shaken.',
    ].join('\n'),
    ids: ['4.1.p1', '4.1.1', '4.1.2', '4.1.2.b1', '4.1.2.b2', '4.1.2.p2'],
  },
  staffordshire: {
    text: [
      'Introduction',
      '',
      'Bread is baked **early**,',
      '',
      'Version 6 October 2018',
      '',
      'and eaten late.',
      '',
      'Quoracy',
      '',
      'Two bakers are enough:',
      '',
      '- one kneads;',
      '- one watches the oven:',
      ' - its heat;',
      ' - its door;',
      '',
      '¹ An oven is hot.',
      '',
      '- nobody sings.',
      '',
      'Appendix',
      '',
      'A list of flours',
    ].join('\n'),
    ids: ['introduction.p1', 'quoracy.p1', 'quoracy.p1.b1', 'quoracy.p1.b2', 'quoracy.p1.b2.b1', 'quoracy.p1.b2.b2', 'quoracy.p1.b3'],
  },
  hips: {
    text: [
      'Contents',
      '',
      'Initial child protection conferences',
      '',
      'A garden begins with a spade.',
      '',
      'The conference chair:',
      '',
      '  • digs first',
      '    • in the morning',
      '    • in boots',
      '  • rests last',
      '',
      'Local procedures',
      '',
      'Ask your neighbour.',
    ].join('\n'),
    ids: ['initial.p1', 'initial.chair.b1', 'initial.chair.b1.b1', 'initial.chair.b1.b2', 'initial.chair.b2', 'local.p1'],
  },
  kent: {
    text: [
      'Contents',
      '',
      '  1. Purpose',
      '  2. Frequency',
      '',
      '1. Purpose',
      '',
      'A boat is for water:',
      '',
      '  • still water;',
      '',
      '    or a slow river;',
      '  • never rain.',
      '',
      '2. Frequency',
      '',
      '  1. Row on Sundays;',
      '',
      '    and',
      '  2. Row at Easter:',
      '    1. before lunch;',
      '    2. after tea.',
    ].join('\n'),
    ids: ['1.p1', '1.p1.b1', '1.p1.b2', '2.1', '2.2', '2.2.1', '2.2.2'],
  },
};

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The same lines as a web page: paragraphs, line breaks, and lists within lists. */
export function asHtml(lines: readonly Line[]): string {
  let html = '';
  const open: { tag: 'ul' | 'ol'; depth: number }[] = [];
  const close = (depth: number) => {
    while (open.length && open.at(-1)!.depth >= depth) html += `</li></${open.pop()!.tag}>`;
  };
  for (const { text, mark, depth, within, gap } of lines) {
    if (mark === undefined && within) html += `<p>${escaped(text)}</p>`;
    else if (mark === undefined && !gap && open.length) html += `<br>\n${escaped(text)}`;
    else if (mark === undefined && !gap && html.endsWith('</p>')) html = `${html.slice(0, -4)}<br>\n${escaped(text)}</p>`;
    else if (mark === undefined) {
      close(0);
      html += `<p>${escaped(text)}</p>`;
    } else {
      const tag = mark === 'bullet' ? 'ul' : 'ol';
      close(depth + 1);
      const last = open.at(-1);
      if (last?.depth === depth && last.tag === tag) html += '</li>';
      else {
        close(depth);
        open.push({ tag, depth });
        html += `<${tag}>`;
      }
      html += `<li${tag === 'ol' ? ` value="${mark}"` : ''}>${escaped(text)}`;
    }
  }
  close(0);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A document</title></head><body><nav><a href="#">Home</a></nav><main>${html}</main><footer>All rights reserved</footer></body></html>`;
}

/** A text as a page that knows no lists: a paragraph between two empty lines, and its numbers and signs printed. */
export const asPlainHtml = (text: string): string =>
  `<!doctype html><html lang="en"><body>${text
    .split(/\n\s*\n/)
    .map((block) => `<p>${block.trim().split('\n').map((line) => escaped(line.trim())).join('<br>')}</p>`)
    .join('\n')}</body></html>`; // prettier-ignore

const word = (body: string, more: Record<string, Uint8Array> = {}): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    'word/document.xml': strToU8(`<?xml version="1.0"?><w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`),
    ...more,
  });
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A text put into Word line by line, its empty lines too: nothing is a list, and every line is a paragraph. */
export const asTypedDocx = (text: string): Uint8Array =>
  word(text.split('\n').map((line) => `<w:p><w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`).join('')); // prettier-ignore

const level = (at: number, format: string, pattern: string) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/></w:lvl>`;

/**
 * The same lines as a Word document, its bullets and numbers made by Word.
 * @param counts true where Word also counts the numbers of clauses, such as 8.1.7: then they stand in no text
 */
export function asDocx(lines: readonly Line[], counts = false): Uint8Array {
  const nums = ['<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'];
  /** A list of its own for each number, so that it starts where it starts. */
  const numbered = (outline: number, at: number, starts: readonly number[]) => {
    const overrides = starts.map((start, i) => `<w:lvlOverride w:ilvl="${i}"><w:startOverride w:val="${start}"/></w:lvlOverride>`);
    nums.push(`<w:num w:numId="${nums.length + 1}"><w:abstractNumId w:val="${outline}"/>${overrides.join('')}</w:num>`);
    return `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${nums.length}"/></w:numPr>`;
  };
  const body = lines.map(({ text, mark, depth, within }) => {
    let words = text;
    let properties = '';
    const [number] = (counts && mark === undefined && /^\d+(\.\d+)+\b(?!\.)/.exec(text)) || [];
    if (number !== undefined) {
      const starts = number.split('.').map(Number);
      properties = numbered(3, starts.length - 1, starts);
      words = text.slice(number.length).trim();
    } else if (mark === 'bullet') properties = `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="1"/></w:numPr>`;
    else if (mark !== undefined) properties = numbered(2, depth, Array<number>(depth + 1).fill(mark));
    return { within, properties, run: `<w:r><w:t xml:space="preserve">${escaped(words)}</w:t></w:r>` };
  });
  const paragraphs: string[] = [];
  for (const [i, { within, properties, run }] of body.entries()) {
    const next = lines[i]!;
    if (paragraphs.length && !properties && (within || (next.mark === undefined && !next.gap)))
      paragraphs.push(paragraphs.pop()!.replace(/<\/w:p>$/, `<w:r><w:br/></w:r>${run}</w:p>`));
    else paragraphs.push(`<w:p><w:pPr>${properties}</w:pPr>${run}</w:p>`);
  }
  return word(paragraphs.join(''), {
    'word/numbering.xml': strToU8(
      `<w:numbering xmlns:w="${W}"><w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '•')}${level(1, 'bullet', 'o')}</w:abstractNum><w:abstractNum w:abstractNumId="2">${level(0, 'decimal', '%1.')}${level(1, 'decimal', '%2.')}</w:abstractNum><w:abstractNum w:abstractNumId="3">${['%1', '%1.%2', '%1.%2.%3'].map((pattern, i) => level(i, 'decimal', pattern)).join('')}</w:abstractNum>${nums.join('')}</w:numbering>`,
    ),
  });
}
