import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readContent } from '#content/read.ts';
import { RULEBOOKS, type RulebookId, type Term } from '#content/schema.ts';

const { glossary } = readContent('content');
const words = ({ term, synonyms }: Term) => [term, ...synonyms];

const sources = '../shared/sources';
const beside = existsSync(sources);

/** The text of each clause, from the lines that the inventory gives it. */
function textsOf(rulebook: RulebookId): Map<string, string> {
  const lines = readFileSync(`${sources}/${rulebook}.txt`, 'utf8').split('\n');
  const [head = '', ...rows] = readFileSync(`${sources}/${rulebook}.clauses.tsv`, 'utf8').trim().split('\n');
  const at = (name: string) => head.split('\t').indexOf(name);
  return new Map(
    rows.map((row) => {
      const cells = row.split('\t');
      const [from = 0, to = from] = (cells[at('lines')] ?? '').split('-').map(Number);
      return [cells[at('id')]!, lines.slice(from - 1, to).join(' ')];
    }),
  );
}

/** For comparing: one kind of apostrophe, one space, small letters, and none of the asterisks of a bold word. */
const plain = (text: string) => text.replaceAll(/[’‘]/g, "'").replaceAll('*', '').replaceAll(/\s+/g, ' ').toLowerCase();
const holds = (text: string, word: string) => new RegExp(`(?<![a-z0-9])${RegExp.escape(plain(word))}s?(?![a-z0-9])`).test(plain(text));

describe('the glossary', () => {
  it('has fifty terms and more, in alphabetical order', () => {
    expect(glossary.length).toBeGreaterThanOrEqual(50);
    const terms = glossary.map(({ term }) => term.toLowerCase());
    expect(terms).toEqual([...terms].sort((a, b) => a.localeCompare(b, 'en')));
  });

  it('has the words that people ask for first', () => {
    const known = new Set(glossary.flatMap(words).map((word) => word.toLowerCase()));
    const asked = [
      'core group', 'outline plan', 'key worker', 'lead social worker', 'strategy discussion', 'section 47 enquiry', 'emergency protection order',
      'child assessment order', 'quorate', 'dissent', 'category', 'significant harm', 'EPO', 'IRO', 'ICRS', 'BFSWS', 'MARAC', 'DVDS', 'PLO',
      'legal gateway', 'child in need plan', 'receiving-in', 'transfer in conference', 'dual process', 'CAFCASS', 'guardian', 'McKenzie friend',
      'observer', 'advocate', 'supporter', 'interim plan', 'casting vote', 'standing member', 'Public Law Outline', 'step down', 'eco-map',
      'genogram', 'family group conference', 'Connexions', 'chain of command',
    ]; // prettier-ignore
    expect(asked.filter((word) => !known.has(word.toLowerCase()))).toEqual([]);
  });

  it('names the rulebooks whose clauses it cites, where a meaning is theirs alone', () => {
    const names: Record<RulebookId, RegExp> = {
      london: /London/,
      staffordshire: /Staffordshire/,
      hips: /HIPS/,
      bfg: /BFG|British Forces/,
      kent: /Kent/,
    };
    const alone = glossary.flatMap((term) => {
      const [only, ...others] = RULEBOOKS.filter((id) => term.clauses[id]);
      return only && !others.length && !names[only].test(term.means) ? [term.id] : [];
    });
    expect(alone).toEqual([]);
  });

  const name = 'cites only clauses whose own text has the term or a synonym';
  it.skipIf(!beside)(beside ? name : `${name} (skipped: ${sources} is not beside the project)`, () => {
    const without = RULEBOOKS.flatMap((rulebook) => {
      const texts = textsOf(rulebook);
      return glossary.flatMap((term) =>
        (term.clauses[rulebook] ?? [])
          .filter((clause) => !words(term).some((word) => holds(texts.get(clause) ?? '', word)))
          .map((clause) => `${term.id}: ${rulebook} ${clause}`),
      );
    });
    expect(without).toEqual([]);
  });

  it.skipIf(!beside)('is not satisfied by a part of a word, or by a clause that lacks it', () => {
    expect(holds('The core  groups meet', 'core group')).toBe(true);
    expect(holds('the **child’s** plan', "child's plan")).toBe(true);
    expect(holds('The score grouped', 'core group')).toBe(false);
  });
});
