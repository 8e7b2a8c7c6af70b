/** Fingerprints of what a document says, as the model has them: the first 16 hexadecimal digits of the SHA-256 of a normalised text. */
import type { Family, Unit } from './cutter.ts';

export interface Print {
  id: string;
  sha256: string;
}
export type Printed = Unit & Print;

/** @throws Error where the browser has no `crypto.subtle`: it has it on https and on localhost only */
export async function fingerprint(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Each unit with its fingerprint, or with the one by which the model knows the same words: where a number has a line to itself, the
 * model's was taken with the space after the number; where the text had a link, with its Markdown.
 */
export function printed(
  units: readonly Unit[],
  model: readonly Print[],
  { sameWords = {} }: Pick<Family, 'sameWords'>,
): Promise<Printed[]> {
  const known = new Set(model.map(({ sha256 }) => sha256));
  return Promise.all(
    units.map(async (unit) => {
      const plain = await fingerprint(unit.text);
      const spaced = known.has(plain) ? plain : await fingerprint(` ${unit.text}`);
      return { ...unit, sha256: known.has(spaced) ? spaced : (sameWords[plain] ?? plain) };
    }),
  );
}
