/** What a case fetches beside its page, each thing once. What failed is tried again when it is next asked for. */
import type { RulebookId } from '#content/schema.ts';
import type { After, Opening, Words } from './pack.ts';

export interface Fetching {
  /** Enough to play the first decision under a rulebook. */
  opening: (book: RulebookId) => Promise<Opening>;
  /** All that a rulebook says to the questions of the case. */
  words: (book: RulebookId) => Promise<Words>;
  /** What a verdict is followed by. */
  after: () => Promise<After>;
}

/** Something could not be had: offline, and not kept yet. */
export class NotHad extends Error {
  override name = 'NotHad';
}

/**
 * @param at the address of the case
 * @returns functions that throw NotHad
 */
export function fetching(at: string): Fetching {
  const got = new Map<string, Promise<unknown>>();
  async function ask(file: string): Promise<unknown> {
    try {
      const response = await fetch(at + file);
      if (response.ok) return await response.json();
      throw new NotHad(response.statusText);
    } catch (error) {
      throw error instanceof NotHad ? error : new NotHad(String(error));
    }
  }
  const get = <T>(file: string) => {
    let answer = got.get(file);
    if (!answer) {
      got.set(file, (answer = ask(file)));
      answer.catch(() => got.delete(file));
    }
    return answer as Promise<T>;
  };
  return {
    opening: (book) => get(`${book}/opening.json`),
    words: (book) => get(`${book}/words.json`),
    after: () => get('after.json'),
  };
}
