import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readContent } from '#content/read.ts';
import { RULEBOOKS, type RulebookId } from '#content/schema.ts';
import { check, type Checked } from '#lib/check/check.ts';
import { compare } from '#lib/check/compare.ts';
import { cut } from '#lib/check/cutter.ts';
import { families } from '#lib/check/families/index.ts';
import { fingerprint, printed, type Print } from '#lib/check/fingerprint.ts';
import { linesOfText } from '#lib/check/lines.ts';
import { restingOn, type Backing } from '#lib/check/model.ts';
import { Counter } from '#lib/check/numbering.ts';
import { csv, findings, headline, rowOf, text as report } from '#lib/check/report.ts';
import { open, Unreadable } from '#lib/check/open.ts';
import { alike, difference, significant, weigher } from '#lib/check/words.ts';
import { haveSources, madeUp, placesOf, sourceOf } from '../documents.ts';
import { edited, type Edit } from '../edits.ts';

const content = readContent('content');
const rulebookOf = (id: RulebookId) => content.rulebooks.find((r) => r.id === id)!;
const bytes = (text: string) => new TextEncoder().encode(text);

/** A model of a made up document, as if its clauses had been restated. */
async function modelOf(id: RulebookId, text = madeUp[id].text): Promise<Print[]> {
  const units = cut(families[id], linesOfText(text));
  return Promise.all(units.map(async (unit) => ({ id: unit.id, sha256: await fingerprint(unit.text) })));
}
async function held(id: RulebookId, text: string, model: readonly Print[], wordsOf?: (id: string) => string | undefined) {
  const units = await printed(cut(families[id], linesOfText(text)), model, families[id]);
  return compare(model, units, { wordsOf, numbered: families[id].numbersClauses });
}
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
const whole = (checked: Checked) => {
  if (checked.other) throw new Error('taken for another document');
  return checked;
};

describe('a document is cut into the clauses that the model has', () => {
  it.each(RULEBOOKS)('a made up one as that of %s', (id) => {
    expect(cut(families[id], linesOfText(madeUp[id].text)).map((unit) => unit.id)).toEqual(madeUp[id].ids);
  });

  it('a sentence that a page break cuts in two is one paragraph', () => {
    const [first] = cut(families.staffordshire, linesOfText(madeUp.staffordshire.text));
    expect(first!.text).toBe('Bread is baked early, and eaten late.');
  });

  it('an item runs on in the line set in below it, and “and” by itself says nothing', () => {
    const units = cut(families.kent, linesOfText(madeUp.kent.text));
    expect(units.find((unit) => unit.id === '1.p1.b1')!.text).toBe('still water; or a slow river;');
    expect(units.find((unit) => unit.id === '2.1')!.text).toBe('Row on Sundays;');
  });

  it('an item whose number stands at the margin is an item, unless it has the words of a section', () => {
    const lines = linesOfText(madeUp.kent.text.replace(/^ +/gm, ''));
    expect(cut(families.kent, lines).map((unit) => unit.id)).toEqual(madeUp.kent.ids);
    const renamed = linesOfText(madeUp.kent.text.replace(/^2\. Frequency$/m, '2. How often'));
    expect(cut(families.kent, renamed).map((unit) => unit.id)).toEqual(madeUp.kent.ids);
  });

  it('an item goes on behind a list within it that has come to its full stop', () => {
    const text =
      '2. Frequency\n\n1. Row at Easter:\n1. before lunch;\n2. after tea.\n2. Row in May:\n1. at dawn;\n2. at dusk;\n3. at night.';
    expect(cut(families.kent, linesOfText(text)).map((unit) => unit.id)).toEqual([
      '2.1',
      '2.1.1',
      '2.1.2',
      '2.2',
      '2.2.1',
      '2.2.2',
      '2.2.3',
    ]);
  });

  it('words between two items of a page’s list, or after an item as it ends, belong to it', () => {
    const text = '- bread;\n- butter\n\nFrom the farm;\n- jam.';
    const units = cut(families.staffordshire, linesOfText(`Quoracy\n\nBring:\n\n${text}`));
    expect(units.map((unit) => unit.text)).toEqual(['Bring:', 'bread;', 'butter From the farm;', 'jam.']);
  });

  it('a number on a line of its own belongs to the paragraph below, with or without an empty line', () => {
    const lines = linesOfText('8.1\n\nKettles\n\n8.1.1\n\nA kettle boils water.');
    expect(cut(families.london, lines)).toEqual([{ id: '8.1.1', text: 'A kettle boils water.' }]);
  });
});

it('a clause that was put in later may have a letter, and a number may touch the word after it', () => {
  const lines = linesOfText('8.1\nKettles\n8.1.2A\nA new one.\n\n8.1.3A Another.\n\n8.1.4A kettle.');
  expect(cut(families.london, lines).map(({ id }) => id)).toEqual(['8.1.2A', '8.1.3A', '8.1.4']);
});

describe('the words count, and not how they are set', () => {
  it.each([
    ['typographic quotation marks', 'the chair’s “own” view', `the chair's "own" view`],
    ['dashes', 'twelve – or over', 'twelve - or over'],
    ['spaces and bold type', 'a  **very** long\u00a0day', 'a very long day'],
  ])('%s', async (_, one, other) => {
    const [a, b] = [linesOfText(one), linesOfText(other)];
    expect(await fingerprint(a[0]!.text)).toBe(await fingerprint(b[0]!.text));
  });

  it('one word more makes another fingerprint', async () => {
    expect(await fingerprint('a long day')).not.toBe(await fingerprint('a very long day'));
  });

  it('has 16 hexadecimal digits, the first of SHA-256', async () => {
    expect(await fingerprint('abc')).toBe('ba7816bf8f01cfea');
  });
});

describe('what has changed', () => {
  const list = [
    'Quoracy',
    '',
    'Bring to the picnic:',
    '',
    '- bread',
    '- butter',
    '- cheese',
    '- apples',
    '- water',
    '',
    'Sit in the shade.',
  ];
  const of = (...lines: string[]) => lines.join('\n');

  it('nothing, where nothing has', async () => {
    const result = await held('staffordshire', of(...list), await modelOf('staffordshire', of(...list)));
    expect(headline(result)).toBe('Nothing has changed: all 7 clauses are there, word for word');
  });

  it('an item that was put in does not make changes of those that it shifts', async () => {
    const model = await modelOf('staffordshire', of(...list));
    const result = await held('staffordshire', of(...list.slice(0, 5), '- jam', ...list.slice(5)), model);
    expect([ids(result.changed), result.gone]).toEqual([[], []]);
    expect(result.added).toEqual([expect.objectContaining({ id: 'quoracy.p1.b2', text: 'jam', after: 'quoracy.p1.b1' })]);
    expect(result.moved.map(({ id, unit }) => [id, unit.id])).toContainEqual(['quoracy.p1.b5', 'quoracy.p1.b6']);
    expect(headline(result)).toBe('One paragraph is new');
  });

  it('an item that was taken out and one further down that was changed are told apart', async () => {
    const model = await modelOf('staffordshire', of(...list));
    const text = of(...list.filter((line) => line !== '- bread')).replace('apples', 'ripe apples');
    const result = await held('staffordshire', text, model);
    expect([ids(result.changed), result.gone, result.added]).toEqual([['quoracy.p1.b4'], ['quoracy.p1.b1'], []]);
    expect(result.changed[0]!.unit).toMatchObject({ id: 'quoracy.p1.b3', text: 'ripe apples' });
  });

  it('of two neighbours, the one that changed is the one whose restatement says the same', async () => {
    const before = of('Quoracy', '', 'Somebody carries the basket home.', '', 'Everybody washes the dishes afterwards.', '', 'Sleep.');
    const after = of('Quoracy', '', 'Everybody always washes the dishes afterwards.', '', 'Sleep.');
    const model = await modelOf('staffordshire', before);
    const says: Record<string, string> = {
      'quoracy.p1': 'The basket is carried home by someone.',
      'quoracy.p2': 'Afterwards all wash dishes.',
    };
    const result = await held('staffordshire', after, model, (id) => says[id]);
    expect([ids(result.changed), result.gone]).toEqual([['quoracy.p2'], ['quoracy.p1']]);
  });

  it('a clause that has its number keeps it, whatever it says now', async () => {
    const model = await modelOf('london', madeUp.london.text);
    const result = await held('london', madeUp.london.text.replace('Warm the pot.', 'Nothing of the kind.'), model);
    expect(ids(result.changed)).toEqual(['8.2.1']);
  });

  it('a paragraph that went to another section is not gone', async () => {
    const model = await modelOf('staffordshire', of('Introduction', '', 'One.', '', 'Two.', '', 'Quoracy', '', 'Three.'));
    const result = await held('staffordshire', of('Introduction', '', 'Two.', '', 'Quoracy', '', 'Three.', '', 'One.'), model);
    expect(result.moved.map(({ id, unit }) => `${id} > ${unit.id}`)).toEqual([
      'introduction.p1 > quoracy.p2',
      'introduction.p2 > introduction.p1',
    ]);
    expect(headline(result)).toMatch(/^Nothing has changed/);
  });

  it('what has the same words twice is counted twice', async () => {
    const text = of('Quoracy', '', 'Again.', '', 'Again.', '', 'Then.');
    const result = await held('staffordshire', of('Quoracy', '', 'Again.', '', 'Then.'), await modelOf('staffordshire', text));
    expect(result.gone).toHaveLength(1);
    expect(result.changed).toEqual([]);
  });
});

const withSources = haveSources ? describe : describe.skip;
withSources(`the documents themselves${haveSources ? '' : ' (skipped: they are not beside the project)'}`, () => {
  const counts: [RulebookId, number][] = [
    ['london', 406],
    ['staffordshire', 301],
    ['hips', 28],
    ['bfg', 273],
    ['kent', 81],
  ];
  it.each(counts)('%s: all %i clauses are unchanged', async (id, clauses) => {
    const { comparison, holes } = whole(await check(id, rulebookOf(id).clauses, linesOfText(sourceOf(id))));
    expect(comparison.unchanged).toHaveLength(clauses);
    expect(comparison.unchanged).toHaveLength(rulebookOf(id).clauses.length);
    expect([comparison.moved, comparison.changed, comparison.gone, comparison.added, holes]).toEqual([[], [], [], [], []]);
  });

  describe.each(RULEBOOKS)('%s with clauses changed, taken out and put in at random', (id) => {
    const { clauses } = rulebookOf(id);
    const says = new Map(clauses.map((clause) => [clause.id, clause.restatement]));
    const old = new Map(cut(families[id], linesOfText(sourceOf(id))).map((unit) => [unit.id, unit.text]));
    const reported = async ({ text }: Edit, words: Parameters<typeof check>[3]) => {
      const { comparison } = whole(await check(id, clauses, linesOfText(text), words));
      const { changed, gone, added, unchanged, moved } = comparison;
      expect(unchanged.length + moved.length).toBe(says.size - changed.length - gone.length);
      return { changed: ids(changed).sort(), gone: gone.toSorted(), added: added.map((one) => one.text).sort() };
    };
    const seeds = fc.integer({ min: 1, max: 100_000 });

    it('exactly these are found by what we restated, where none is next to another', async () => {
      await fc.assert(
        fc.asyncProperty(seeds, async (seed) => {
          const { text: _, ...made } = edited(id, ids(clauses), seed, true);
          expect(await reported(edited(id, ids(clauses), seed, true), { wordsOf: (clause) => says.get(clause) })).toEqual(made);
        }),
        { numRuns: 25, seed: 2018 },
      );
    });

    it('exactly these are found by the words of the other edition, wherever they are', async () => {
      await fc.assert(
        fc.asyncProperty(seeds, async (seed) => {
          const { text: _, ...made } = edited(id, ids(clauses), seed);
          expect(await reported(edited(id, ids(clauses), seed), { wordsOf: (clause) => old.get(clause), exact: true })).toEqual(made);
        }),
        { numRuns: 25, seed: 2018 },
      );
    });
  });

  it('a paragraph that was taken out and a new one further down are not one that has changed', async () => {
    const lines = sourceOf('staffordshire').split('\n');
    const [at] = placesOf('staffordshire').get('threshold.p3')!;
    const [after] = placesOf('staffordshire').get('threshold.p4')!;
    lines.splice(after, 0, '', 'This is a brand new paragraph that was added in the middle of a section.', '');
    lines.splice(at - 1, 1);
    const { clauses } = rulebookOf('staffordshire');
    const says = new Map(clauses.map((clause) => [clause.id, clause.restatement]));
    for (const words of [{ wordsOf: (id: string) => says.get(id) }, {}]) {
      const { comparison } = whole(await check('staffordshire', clauses, linesOfText(lines.join('\n')), words));
      expect([comparison.changed, comparison.gone]).toEqual([[], ['threshold.p3']]);
      expect(comparison.added.map(({ text }) => text)).toEqual([expect.stringContaining('brand new')]);
    }
  });

  /** Each line broken where a window of 80 characters ends. */
  const wrapped = (line: string) => line.replace(/(?=.{81})(.{1,79}) /g, '$1\n');
  const settings: [string, (source: string) => string][] = [
    ['without what is set in', (source) => source.replace(/^[ \t]+/gm, '')],
    ['broken at 80 characters', (source) => source.split('\n').map(wrapped).join('\n')],
    ['without empty lines, as Word saves a text', (source) => source.replace(/\n\s*\n/g, '\n')],
  ];
  it.each(settings.flatMap(([setting, of]) => RULEBOOKS.map((id) => [id, setting, of] as const)))('%s %s: no clause is gone', async (id, setting, of) => {
    const { clauses } = rulebookOf(id);
    const { comparison } = whole(await check(id, clauses, linesOfText(of(sourceOf(id)))));
    expect(comparison.gone).toEqual([]);
    // A sentence that had a line to itself, and stood in no list, is now a paragraph.
    const loose = setting.startsWith('without empty') && (id === 'london' || id === 'bfg') ? 1 : 0;
    expect([ids(comparison.changed).length, comparison.added.length], ids(comparison.changed).join()).toEqual([loose, loose]);
  }); // prettier-ignore

  const pairs = RULEBOOKS.flatMap((one) => RULEBOOKS.filter((other) => other !== one).map((other) => [one, other] as const));
  it.each(pairs)('on the page of %s the document of %s is taken for what it is', async (one, other) => {
    const { other: found } = await check(one, rulebookOf(one).clauses, linesOfText(sourceOf(other)));
    expect(found).toMatchObject({ like: other });
  });

  it('says where a file that was cut short ends', async () => {
    const source = sourceOf('london');
    const { holes } = whole(await check('london', rulebookOf('london').clauses, linesOfText(source.slice(0, source.indexOf('8.16.8')))));
    expect(holes).toEqual([{ first: '8.16.8', last: '8.17.10', clauses: expect.any(Number), endsAfter: '8.16.7' }]);
  });

  it('says that a page is missing in the middle', async () => {
    const source = sourceOf('bfg');
    const [from, to] = [source.indexOf('\n4.9.1 '), source.indexOf('\n4.10.1 ')];
    const { holes } = whole(await check('bfg', rulebookOf('bfg').clauses, linesOfText(source.slice(0, from) + source.slice(to))));
    expect(holes).toEqual([expect.objectContaining({ first: '4.9.1' })]);
  });
});

describe('another document', () => {
  it('is no rulebook at all', async () => {
    const { clauses } = rulebookOf('kent');
    const { other } = await check('kent', clauses, linesOfText('1. Soup\n\nTake an onion.\n\n2. Bread\n\nTake flour.'));
    expect(other).toEqual({ found: expect.any(Number), like: undefined });
  });
});

describe('a file that cannot be read says why', () => {
  it.each([
    ['empty.txt', new Uint8Array(), /empty/, /Get the document again/],
    ['a.pdf', bytes('%PDF-1.7 …'), /PDF/, /\.docx/],
    ['a.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), /older format/, /\.docx/],
    ['a.rtf', bytes('{\\rtf1 hello}'), /older format/, /\.docx/],
    ['a.txt', new Uint8Array(400).fill(3), /not a text/, /\.txt/],
    ['blank.txt', bytes(' \n\n '), /no words/, /again/],
    ['a.docx', bytes('PK\u0003\u0004 and then nothing'), /damaged, or of another kind/, /Get the document again/],
  ])('%s', async (name, content, what, mend) => {
    const refused = await open(name, content).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Unreadable);
    expect((refused as Unreadable).message).toMatch(what);
    expect((refused as Unreadable).mend).toMatch(mend);
  });

  it('a text with broken characters is read, and says so', async () => {
    const damaged = new Uint8Array([...bytes('The child’s plan – as agreed – is kept'), 0xff, 0x0a]);
    const { lines, remarks } = await open('a.txt', damaged);
    expect(lines).toHaveLength(1);
    expect(remarks).toEqual([expect.stringContaining('one character')]);
  });

  it('a text that Windows wrote in its old way, or as UTF-16, is no damaged one', async () => {
    const old = new Uint8Array([...bytes('The child'), 0x92, ...bytes('s plan')]);
    expect(await open('a.txt', old)).toMatchObject({ lines: [{ text: `The child's plan` }], remarks: [] });
    const wide = new Uint8Array([0xff, 0xfe, ...[...'Plan'].flatMap((c) => [c.charCodeAt(0), 0])]);
    expect(await open('a.txt', wide)).toMatchObject({ lines: [{ text: 'Plan' }], remarks: [] });
  });
});

describe('the numbers that Word counts', () => {
  const levels = [
    { format: 'decimal', pattern: '%1', start: 8 },
    { format: 'decimal', pattern: '%1.%2', start: 1 },
    { format: 'lowerLetter', pattern: '(%3)', start: 1 },
  ];
  it('counts each level, and starts the inner ones anew', () => {
    const counter = new Counter(levels);
    expect([0, 1, 1, 2, 2, 0, 1].map((level) => counter.next(level)!.label)).toEqual(['8', '8.1', '8.2', '(a)', '(b)', '9', '9.1']);
  });

  it('knows no number for a level that the list does not have', () => {
    expect(new Counter(levels).next(5)).toBeUndefined();
  });
});

describe('word for word', () => {
  it('shows what was taken out and what was put in', () => {
    expect(difference('the chair must decide today', 'the chair should decide at once')).toEqual([
      { kind: 'both', text: 'the chair' },
      { kind: 'old', text: 'must' },
      { kind: 'new', text: 'should' },
      { kind: 'both', text: 'decide' },
      { kind: 'old', text: 'today' },
      { kind: 'new', text: 'at once' },
    ]);
  });

  it('does not break up a passage for one little word that stands in both', () => {
    expect(difference('red boots of leather', 'blue shoes of canvas')).toEqual([
      { kind: 'old', text: 'red boots of leather' },
      { kind: 'new', text: 'blue shoes of canvas' },
    ]);
  });

  it('finds nothing where nothing differs', () => {
    expect(difference('as it was', 'as it was')).toEqual([{ kind: 'both', text: 'as it was' }]);
  });

  it('a word in common proves little where it stands everywhere, and more where it is rare', () => {
    const paragraphs = ['The school nurse', 'The school', 'A school report', 'A school year', 'Probation'].map(significant);
    const by = (one: string, other: string) => alike(significant(one), significant(other), weigher(paragraphs));
    expect(by('school', 'the school nurse')).toBeLessThan(0.15);
    expect(by('probation', 'the probation service')).toBe(0.5);
    expect(by('school nurse', 'the nurse of a school')).toBeGreaterThan(by('school nurse', 'a nurse'));
  });

  it('abbreviations count, and words that stand in any sentence do not', () => {
    expect([...significant('The GP and the IRO should have been there')]).toEqual(['gp', 'iro']);
  });
});

describe('what rests on a clause', () => {
  const backing: Backing = {
    clauses: { '8.1.7': { says: 'Soon.', topics: ['icpc.deadline'] }, '8.1.8': { says: 'Late.', topics: [] } },
    questions: { 'icpc.deadline': 'How soon?' },
    steps: [
      { procedure: 'icpc', from: 'Preparing', move: 'Fix the day', topics: ['icpc.deadline'], cases: ['a-case'] },
      { procedure: 'icpc', from: 'Deciding', topics: ['quorum.minimum'], cases: [] },
    ],
    cases: { 'a-case': 'A case' },
  };

  it('the rules that cite it, the steps that they judge, the cases that take them', () => {
    expect(restingOn(backing, '8.1.7')).toEqual({
      rules: [{ id: 'icpc.deadline', question: 'How soon?' }],
      steps: [backing.steps[0]],
      cases: [{ id: 'a-case', title: 'A case' }],
    });
  });

  it('nothing, where no rule cites it', () => {
    expect(restingOn(backing, '8.1.8')).toEqual({ rules: [], steps: [], cases: [] });
  });
});

describe('the report', () => {
  const nothing = { unchanged: [], moved: [], changed: [], gone: [], added: [] };
  const unit = (id: string, text: string) => ({ id, text, sha256: '' });

  it('has the words of both editions, where there are two', () => {
    const later = { ...nothing, changed: [{ id: '8.1.7', unit: unit('8.1.8', 'In ten days.') }], gone: ['8.1.9'] };
    const earlier = {
      ...nothing,
      unchanged: [
        { id: '8.1.7', unit: unit('8.1.7', 'In five days.') },
        { id: '8.1.9', unit: unit('8.1.9', 'Or not.') },
      ],
    };
    expect(findings(later, earlier)).toEqual([
      { state: 'changed', id: '8.1.7', there: '8.1.8', now: 'In ten days.', before: 'In five days.' },
      { state: 'gone', id: '8.1.9', before: 'Or not.' },
    ]);
  });

  const row = { state: 'changed', id: '8.1.7', now: '=SUM(1), "so"', says: 'Soon.', rules: ['How soon?'], steps: [], cases: [] } as const;
  it('as a table is safe in a spreadsheet', () => {
    const [head, line] = csv([row], false).slice(1).split('\r\n');
    expect(head).toMatch(/^result,clause,/);
    expect(line).toBe(`changed,8.1.7,8.1.7,,"'=SUM(1), ""so""",Soon.,How soon?,,`);
  });

  it('says nothing of the clause whose id a new paragraph happens to have', () => {
    const backing: Backing = { clauses: { 'quoracy.p2': { says: 'Ours.', topics: ['quorum.minimum'] } }, questions: { 'quorum.minimum': 'How many?' }, steps: [], cases: {} }; // prettier-ignore
    const added = rowOf({ state: 'added', id: 'quoracy.p2', after: 'quoracy.p1', now: 'Something new.' }, backing);
    expect(csv([added], false).split('\r\n')[1]).toBe('new,,quoracy.p2,quoracy.p1,Something new.,,,,');
    expect(report([], [added], false)).toBe('\n\nNew after quoracy.p1: quoracy.p2 in the document\n  In the document: Something new.\n');
    const gone = rowOf({ state: 'gone', id: 'quoracy.p2' }, backing);
    expect([gone.says, gone.rules]).toEqual(['Ours.', ['How many?']]);
  });

  it('sets a new paragraph beside one that was new before only where they are much the same', () => {
    const was = (text: string) => ({ ...nothing, added: [{ ...unit('8.1.p2', text), after: '8.1.1' }] });
    const before = (now: string, then: string) => findings(was(now), was(then))[0]!.before;
    expect(before('The kettle is filled at ten.', 'The kettle is filled at noon.')).toBe('The kettle is filled at noon.');
    expect(before('The kettle is filled at ten.', 'Umbrellas are left outside.')).toBeUndefined();
  });

  it('as text can be read', () => {
    expect(report(['A title'], [row], false)).toBe(
      'A title\n\n8.1.7: changed\n  In the document: =SUM(1), "so"\n  Restated: Soon.\n  Rules: How soon?\n',
    );
  });
});
