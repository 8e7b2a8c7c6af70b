import { labelOf, rulebooks } from '#lib/server/content.ts';
import { describe, names } from '#lib/server/data.ts';
import { documentInWords, titleInWords } from '#lib/vocabulary.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
  files: names.map(describe),
  rulebooks: rulebooks.map((rulebook) => ({
    ...labelOf(rulebook),
    title: titleInWords(rulebook),
    document: documentInWords(rulebook),
    hash: rulebook.hash,
  })),
});
