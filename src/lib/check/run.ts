/** A check from beginning to end: one document or two editions of it, against one rulebook. */
import type { RulebookId } from '#content/schema.ts';
import { check, type Hole } from './check.ts';
import type { Comparison } from './compare.ts';
import type { Print } from './fingerprint.ts';
import type { Backing } from './model.ts';
import { open, Unreadable, type Opened } from './open.ts';

/** Why a file was not compared. */
export interface Trouble {
  file: string;
  what: string;
  mend: string;
  /** The rulebook that the document looks like. */
  like?: RulebookId;
}
export interface Edition {
  file: string;
  comparison: Comparison;
  holes: Hole[];
  remarks: string[];
}
export interface Document {
  name: string;
  opened: Opened;
}
export type Ran = { troubles: Trouble[]; later?: undefined } | { troubles?: undefined; later: Edition; earlier?: Edition };

export interface Against {
  id: RulebookId;
  name: string;
  prints: readonly Print[];
  backing: Backing | undefined;
}

const same = ({ comparison: { unchanged, moved } }: Edition) => unchanged.length + moved.length;

export async function opened(file: File): Promise<Document | Trouble> {
  try {
    return { name: file.name, opened: await open(file.name, new Uint8Array(await file.arrayBuffer())) };
  } catch (error) {
    return error instanceof Unreadable
      ? { file: file.name, what: error.message, mend: error.mend }
      : { file: file.name, what: 'The file could not be read.', mend: `It may have been moved or locked meanwhile. ${String(error)}` };
  }
}

/** Of two editions, the one that agrees more with the model is the earlier: its words are then the old words. */
export async function run(documents: readonly Document[], { id, name, prints, backing }: Against): Promise<Ran> {
  const troubles: Trouble[] = [];
  const editions: (Edition & { document: Document })[] = [];
  const hold = async (document: Document, words: Parameters<typeof check>[3]) => {
    const { other, ...checked } = await check(id, prints, document.opened.lines, words);
    if (!other)
      return { file: document.name, remarks: document.opened.remarks, document, ...(checked as Omit<Edition, 'file' | 'remarks'>) };
    const found = other.found ? `only ${other.found} of its ${prints.length} clauses were found` : 'none of its clauses was found';
    troubles.push({
      file: document.name,
      what: `This does not look like the document of ${name}: ${found}.`,
      mend: other.like ? 'Nothing was compared.' : 'It is another document, or the file is damaged or cut short. Nothing was compared.',
      ...(other.like ? { like: other.like } : {}),
    });
    return undefined;
  };
  const says = (clause: string) => backing?.clauses[clause]?.says;
  for (const document of documents) {
    const edition = await hold(document, { wordsOf: says });
    if (edition) editions.push(edition);
  }
  if (troubles.length) return { troubles };
  const [earlier, later] = editions.sort((a, b) => same(b) - same(a));
  if (!earlier) return { troubles };
  if (!later) return { later: earlier };
  // With the old words at hand, what changed is found by them.
  const { unchanged, moved, changed } = earlier.comparison;
  const old = new Map([...unchanged, ...moved, ...changed].map((one) => [one.id, one.unit.text]));
  const words = { wordsOf: (clause: string) => old.get(clause) ?? says(clause), exact: true };
  return { earlier, later: (await hold(later.document, words)) ?? later };
}
