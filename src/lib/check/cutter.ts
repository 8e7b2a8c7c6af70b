/**
 * Cuts the lines of a document into units and names each as the model names its clauses: by the number that the document gives
 * (`8.1.7`), else by section and place (`quoracy.p4`); an item by its place in its list (`8.1.7.b2`). Pure.
 */
import type { Line } from './lines.ts';

export interface Unit {
  id: string;
  text: string;
}

/** What a family of documents has of its own. */
export interface Family {
  /** Reads a line that is a section, a heading, a numbered clause or a footnote; false leaves it to be an item or a paragraph. */
  read: (line: Line, cutter: Cutter) => boolean;
  /** Lines that belong to the page: they stand in the middle of sentences, and end none. */
  furniture?: RegExp;
  /** True where clauses carry numbers of their own, and a paragraph without one belongs to the clause above it. */
  numbersClauses?: boolean;
  /** True where an item can hold a list of its own. */
  nests?: boolean;
  /** Sections of references and the like, which the model does not restate. */
  leftOut?: readonly string[];
  /** Fingerprints of the same words without Markdown, and those in the model, which were taken with it. */
  sameWords?: Readonly<Record<string, string>>;
  /** How much of what marks this family is there, from 0 to 1. */
  likeness: (lines: readonly Line[]) => number;
}

/** How a document sets its lines apart: what a text that was pasted or wrapped has lost, a reader must not go by. */
export interface Layout {
  /** True where empty lines, or blocks, part its paragraphs: then a heading has one before it. */
  spaced: boolean;
  /** True where numbered items are set in, or are lists: then a number at the margin is no item. */
  indented: boolean;
}
const layoutOf = (lines: readonly Line[]): Layout => ({
  spaced: lines.filter(({ gap }) => gap).length > lines.length / 10,
  indented: lines.some(({ mark }) => typeof mark === 'number'),
});

/** A line that says no more than how the items around it belong together. */
const JOINS = /^(and|or|and ?\/ ?or):?$/;

export class Cutter {
  readonly units: Unit[] = [];
  /** The section that the lines belong to. */
  root = '';
  /** The last clause that had a number, or `''`. */
  clause = '';
  readonly layout: Layout;
  private readonly family: Family;
  private readonly used = new Map<string, number>();
  /** The unit that words may still be added to. */
  private open: Unit | undefined;
  /** True where something parts the next line from the unit that is open. */
  private parted = true;
  private aside = false;
  private paragraph = 0;
  private list = '';
  private bullet = 0;
  private item = '';
  private inner = 0;

  constructor(family: Family, layout: Layout) {
    this.family = family;
    this.layout = layout;
  }

  /** The unit that more words may be added to: what it is cited by, and its words so far. */
  get last(): Readonly<Unit> {
    return this.open ?? { id: '', text: '' };
  }

  /** True for a line that can only be the rest of a heading: nothing parts it from the one above, and a paragraph would be parted. */
  restOfHeading({ gap, mark }: Line): boolean {
    return this.layout.spaced && !gap && mark === undefined && !this.open && !this.paragraph && !this.bullet && this.root !== '';
  }

  /** @param whole true where nothing but the beginning of another paragraph or item follows */
  take(line: Line, whole: boolean): void {
    // A footnote that was wrapped goes on to the next empty line.
    this.aside &&= this.layout.spaced && !line.gap && line.mark === undefined;
    if (this.aside) return;
    this.parted ||= line.gap;
    if (this.family.furniture?.test(line.text) || this.family.read(line, this)) return;
    if (line.mark === undefined) this.plain(line, whole);
    else this.listed(line);
  }

  /** A section, by its number or its short name. */
  enter(section: string): void {
    this.root = this.list = section;
    this.clause = this.item = '';
    this.paragraph = this.bullet = 0;
    this.part();
  }

  /** A heading among numbered clauses: paragraphs that follow belong to the section, not to the clause above. */
  heading(): void {
    if (this.clause) this.root = this.clause.split('.').slice(0, 2).join('.');
    this.paragraph = 0;
    this.part();
  }

  /** Nothing runs on over this place. */
  part(): void {
    this.open = undefined;
    this.parted = true;
  }

  /** A footnote: what follows is parted from what stands above, unless its sentence plainly runs on. */
  interrupt(): void {
    this.parted = this.aside = true;
  }

  /** A clause with a number of its own. */
  numbered(id: string, text: string): void {
    this.list = this.clause = this.add(id, text);
    this.paragraph = 1;
    this.bullet = 0;
    this.item = '';
  }

  /** A numbered item that is cited as a clause, in a section that has paragraphs as well. */
  counted(id: string, text: string): void {
    this.list = this.clause = this.add(id, text);
    this.bullet = 0;
    this.item = '';
  }

  add(id: string, text: string): string {
    const times = (this.used.get(id) ?? 0) + 1;
    this.used.set(id, times);
    this.open = { id: times === 1 ? id : `${id}-${times}`, text };
    this.parted = false;
    if (!this.family.leftOut?.includes(this.root)) this.units.push(this.open);
    return this.open.id;
  }

  private listed({ text, depth }: Line): void {
    if (depth && this.item && this.family.nests) {
      this.add(`${this.item}.b${++this.inner}`, text);
    } else {
      this.inner = 0;
      this.item = this.add(`${this.list || 'preamble'}.b${++this.bullet}`, text);
    }
  }

  /**
   * Words without a mark run on from what stands above where no more than a line or page break parts them, or where they end as an item
   * of a list does; else they are a paragraph.
   */
  private plain({ text, within }: Line, whole: boolean): void {
    if (JOINS.test(text)) return;
    const runsOn = !this.parted || within || /^[a-z(,;]/.test(text) || (whole && this.item && text.endsWith(';'));
    if (this.open && (runsOn || !this.open.text)) {
      this.open.text = `${this.open.text} ${text}`.trim();
      this.parted = false;
    } else {
      const owner = this.family.numbersClauses && this.clause && this.open ? this.clause : this.root || 'preamble';
      this.paragraph++;
      this.bullet = 0;
      this.item = '';
      this.list = this.add(`${owner}.p${this.paragraph}`, text);
    }
  }
}

export function cut(family: Family, lines: readonly Line[]): Unit[] {
  const cutter = new Cutter(family, layoutOf(lines));
  for (const [i, line] of lines.entries()) cutter.take(line, lines[i + 1]?.gap !== false || lines[i + 1]?.mark !== undefined);
  return cutter.units.filter(({ text }) => text);
}
