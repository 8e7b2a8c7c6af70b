/** Which topics that judge moves are tried: by a move of a case, or by a test that has a name. */
import { globSync, readFileSync } from 'node:fs';
import type { Content, Topic } from '#content/schema.ts';
import { topicsOf } from '#machines/certificate/certify.ts';
import { judgeable } from '#machines/checks/index.ts';
import { procedures } from '#machines/index.ts';

/** Topics by which a move of some statechart is judged, under a rule that a move can keep or break. */
export function judging({ topics, rulebooks }: Pick<Content, 'topics' | 'rulebooks'>): Topic['id'][] {
  const named = new Set(Object.values(procedures).flatMap((procedure) => [...topicsOf(procedure).judging]));
  return topics.map(({ id }) => id).filter((id) => named.has(id) && rulebooks.some(({ rules }) => judgeable(rules[id]!)));
}

/** A test begins a line; its title is the first string, or the one behind the cases of each. */
const TEST = /^(?=[ \t]*it(?:\.\w+)*[.(])/m;
const TITLE = /\bit\(\s*(['"`])(.+?)\1|\)\(\s*(['"`])(.+?)\3\s*,/s;
/** What is proven of every way through a procedure is a sentence. */
const SENTENCE = /(?=\bwords: ['"`])/;
const WORDS = /^words: (['"`])(.+?)\1/;
const TOPIC = /['"]([a-z0-9-]+(?:\.[a-z0-9-]+)+)['"]/g;

/** By topic, the names of the tests that name it, and the proven sentences that do. */
export function namedIn(): Map<Topic['id'], string[]> {
  const found = new Map<Topic['id'], string[]>();
  const note = (part: string, name: string | undefined) => {
    if (name) for (const [, topic = ''] of part.matchAll(TOPIC)) found.set(topic, [...new Set([...(found.get(topic) ?? []), name])]);
  };
  const parts = (pattern: string, begins: RegExp) => globSync(pattern).flatMap((path) => readFileSync(path, 'utf8').split(begins).slice(1)); // prettier-ignore
  for (const part of parts('test/machines/**/*.test.ts', TEST)) {
    const [, , own, , each] = TITLE.exec(part) ?? [];
    note(part, own ?? each);
  }
  for (const part of parts('machines/certificate/invariants/*.ts', SENTENCE)) note(part, WORDS.exec(part)?.[2]);
  return found;
}
