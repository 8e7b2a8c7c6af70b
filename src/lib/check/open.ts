/** Opens a file that somebody chose, whatever it turns out to be. Nothing of it leaves the browser. */
import { linesOfHtml } from './html.ts';
import { linesOfText, type Line } from './lines.ts';

/** Why a file cannot be read, and what to do about it. */
export class Unreadable extends Error {
  readonly mend: string;
  constructor(what: string, mend: string) {
    super(what);
    this.name = 'Unreadable';
    this.mend = mend;
  }
}
export interface Opened {
  lines: Line[];
  /** What a reader should know of the file before trusting the result. */
  remarks: string[];
}

const LARGEST = 30_000_000;
const AGAIN = 'Get the document again from where it is published, and choose that file.';
const KINDS = 'Choose the document as a text file (.txt), a saved web page (.html) or a Word document (.docx).';

const begins = (bytes: Uint8Array, sign: string) => [...sign].every((c, i) => bytes[i] === c.charCodeAt(0));
const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** The encoding that a web page says it has. */
function declared(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  return /<meta[^>]+charset=["']?([\w-]+)/i.exec(head)?.[1];
}

function decode(bytes: Uint8Array): { text: string; damaged: number } {
  const label = begins(bytes, '\xff\xfe') ? 'utf-16le' : begins(bytes, '\xfe\xff') ? 'utf-16be' : declared(bytes);
  if (label && !/^utf-?8$/i.test(label)) {
    try {
      return { text: new TextDecoder(label).decode(bytes), damaged: 0 };
    } catch {
      // Not an encoding that the browser knows: see what it is.
    }
  }
  const text = new TextDecoder().decode(bytes);
  const damaged = count(text, /\ufffd/g);
  // Where nothing but broken signs is outside of ASCII, it is not UTF-8 that was damaged: it is what Windows wrote before.
  const sound = count(text, /[^\0-\x7f\ufffd]/g);
  return damaged > sound ? { text: new TextDecoder('windows-1252').decode(bytes), damaged: 0 } : { text, damaged };
}

async function word(bytes: Uint8Array): Promise<Line[]> {
  const { linesOfDocx } = await import('./docx.ts');
  try {
    return linesOfDocx(bytes);
  } catch (error) {
    throw new Unreadable(
      'The file cannot be opened as a Word document: it is damaged, or of another kind.',
      `${AGAIN} What went wrong: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}

/** @throws Unreadable with what is wrong and how to mend it */
export async function open(name: string, bytes: Uint8Array): Promise<Opened> {
  if (!bytes.length) throw new Unreadable('The file is empty.', AGAIN);
  if (bytes.length > LARGEST) throw new Unreadable('The file is far too large for one of these documents.', KINDS);
  if (begins(bytes, '%PDF'))
    throw new Unreadable('This is a PDF, which keeps no paragraphs that could be compared.', 'Save it as text in your PDF reader, or open it in Word and save it as .docx; then choose that file.'); // prettier-ignore
  if (begins(bytes, '\xd0\xcf\x11\xe0') || begins(bytes, '{\\rtf'))
    throw new Unreadable('This is a document in an older format of Word’s.', 'Open it in Word, save it as .docx or as plain text, and choose that file.'); // prettier-ignore
  if (begins(bytes, 'PK')) return { lines: await word(bytes), remarks: [] };

  const { text, damaged } = decode(bytes);
  // eslint-disable-next-line no-control-regex
  if (count(text, /[\0-\x08\x0e-\x1f]/g) > text.length / 200) throw new Unreadable('The file is not a text that could be read.', KINDS);
  const page = /\.x?html?$/i.test(name) || /^\s*<(!|\?xml|[a-z])/i.test(text);
  const lines = page ? linesOfHtml(text) : linesOfText(text);
  if (!lines.length) throw new Unreadable('There are no words in the file.', AGAIN);
  return {
    lines,
    remarks: damaged
      ? [`The file is damaged: ${damaged === 1 ? 'one character' : `${damaged} characters`} in it cannot be read. A clause that holds one counts as changed.`]
      : [],
  }; // prettier-ignore
}
