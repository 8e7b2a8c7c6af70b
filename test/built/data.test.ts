import { existsSync, globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { PROCEDURES, RULEBOOKS } from '#content/schema.ts';

const read = (path: string) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined);
const data = (name: string): Record<string, any>[] => read(`build/data/${name}.json`) ?? []; // eslint-disable-line @typescript-eslint/no-explicit-any

/** The fields that are promised, in their order. */
const promised = {
  rulebooks: ['id', 'title', 'publisher', 'edition', 'covers', 'clauses'],
  clauses: ['rulebook', 'id', 'heading', 'restatement', 'modality', 'actors', 'topics', 'sha256', 'also', 'see', 'names', 'untopical'],
  topics: ['id', 'procedure', 'kind', 'question'],
  rules: ['rulebook', 'topic', 'status', 'answer', 'value', 'modality', 'clauses'],
  procedures: ['id', 'states', 'transitions', 'title', 'events'],
  scenarios: ['id', 'title', 'procedure', 'rulebooks', 'decisions'],
};
const names = Object.keys(promised) as (keyof typeof promised)[];

const rulebooks = data('rulebooks');
const clauses = data('clauses');
const rules = data('rules');
const procedures = data('procedures');
const topics = new Set(data('topics').map((topic) => topic.id));
const clauseIds = new Set(clauses.map((clause) => `${clause.rulebook} ${clause.id}`));
const unknownTopics = (ids: string[]) => ids.filter((id) => !topics.has(id));

it('the data is these files and their schemas, and no other', () => {
  const expected = names.flatMap((name) => [`${name}.json`, `${name}.schema.json`]).sort();
  expect(readdirSync('build/data').filter((file) => file.endsWith('.json') && !file.startsWith('__'))).toEqual(expected);
});

describe.each(names)('data/%s.json', (name) => {
  const schema = read(`build/data/${name}.schema.json`);

  it('has rows', () => {
    expect(data(name).length).toBeGreaterThan(0);
  });

  it('keeps to its schema, which is itself sound', () => {
    const ajv = new Ajv2020({ strict: true, allErrors: true });
    const validate = ajv.compile(schema);
    validate(data(name));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('has a schema that refuses a row with a field missing, one too many, or emptied', () => {
    const validate = new Ajv2020({ strict: true }).compile(schema);
    const [row = {}] = data(name);
    for (const field of promised[name]) {
      const { [field]: _, ...rest } = row;
      expect([field, validate([rest])]).toEqual([field, false]);
      expect([field, validate([{ ...row, [field]: '' }])]).toEqual([field, false]);
    }
    expect(validate([{ ...row, more: 1 }])).toBe(false);
    expect(validate([])).toBe(false);
    expect(validate([row])).toBe(true);
  });

  it('has the promised fields in the promised order in every row, each described', () => {
    const orders = new Set(data(name).map((row) => Object.keys(row).join(' ')));
    expect([...orders]).toEqual([promised[name].join(' ')]);
    for (const field of promised[name]) expect(schema.items.properties[field].description).toMatch(/\w+.*\.$/);
  });

  it('names its dialect, and has no row twice', () => {
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    const rows = data(name).map((row) => JSON.stringify(row));
    expect(new Set(rows).size).toBe(rows.length);
  });
});

describe('the rows belong together', () => {
  it('five rulebooks, each with as many clauses as are listed for it', () => {
    expect(rulebooks.map((r) => r.id)).toEqual([...RULEBOOKS]);
    expect(rulebooks.map((r) => r.clauses)).toEqual(rulebooks.map((r) => clauses.filter((c) => c.rulebook === r.id).length));
  });

  it('a clause stands once in its rulebook, and speaks to topics that exist', () => {
    expect(clauseIds.size).toBe(clauses.length);
    expect(clauses.flatMap((clause) => unknownTopics(clause.topics))).toEqual([]);
  });

  it('a clause has a topic, or says why none fits', () => {
    expect(clauses.filter(({ topics, untopical }) => (topics.length === 0) !== (untopical !== null))).toEqual([]);
  });

  it('a clause’s further forces are others than its chief one, and what it refers to stands in its rulebook', () => {
    expect(clauses.filter(({ modality, also }) => also.includes(modality))).toEqual([]);
    const sections = new Map(rulebooks.map(({ id }) => [id, new Set(clauses.filter((c) => c.rulebook === id).flatMap((c) => c.id.split('.').map((_: string, i: number, parts: string[]) => parts.slice(0, i + 1).join('.'))))])); // prettier-ignore
    expect(clauses.flatMap(({ rulebook, see }) => see.filter((to: string) => !sections.get(rulebook)!.has(to)))).toEqual([]);
  });

  it('one rule for every rulebook and topic, in the order of both', () => {
    const expected = rulebooks.flatMap((rulebook) => [...topics].map((topic) => `${rulebook.id} ${topic}`));
    expect(rules.map((rule) => `${rule.rulebook} ${rule.topic}`)).toEqual(expected);
    expect(rules).toHaveLength(rulebooks.length * topics.size);
  });

  it('a rule cites clauses of its own rulebook', () => {
    const missing = rules.flatMap((rule) => rule.clauses.map((id: string) => `${rule.rulebook} ${id}`)).filter((id) => !clauseIds.has(id));
    expect(missing).toEqual([]);
  });

  it('a rule whose clauses conflict has two readings or more, and cites the clauses of them all', () => {
    const conflicting = rules.filter((rule) => rule.status === 'conflicting');
    expect(conflicting.length).toBeGreaterThan(0);
    for (const { value, clauses } of conflicting) {
      expect(value.readings.length).toBeGreaterThan(1);
      expect(clauses).toEqual(expect.arrayContaining(value.readings.flatMap((reading: { clauses: string[] }) => reading.clauses)));
    }
  });

  it('a procedure moves between its own situations, and is governed by topics that exist', () => {
    for (const { id, states, transitions } of procedures) {
      expect(PROCEDURES).toContain(id);
      const known = new Set(states.map((state: { id: string }) => state.id));
      expect(known.size).toBe(states.length);
      const ends = transitions.flatMap(({ from, to }: { from: string; to: string }) => [from, to]);
      expect(ends.filter((end: string) => !known.has(end))).toEqual([]);
      expect([...states, ...transitions].flatMap((part: { topics: string[] }) => unknownTopics(part.topics))).toEqual([]);
    }
  });

  it('all six procedures are there, whole: what begins, ends and is to be put right, and every move with its name', () => {
    expect(procedures.map((procedure) => procedure.id)).toEqual([...PROCEDURES]);
    for (const { states, transitions, events } of procedures) {
      const outermost = states.filter((state: { id: string }) => !state.id.includes('.'));
      expect(outermost.filter((state: { first: boolean }) => state.first)).toHaveLength(1);
      expect(outermost.filter((state: { kind: string }) => state.kind === 'final').length).toBeGreaterThan(0);
      expect(states.filter((state: { kind: string; stage: string | null }) => state.kind === 'atomic' && state.stage === null)).toEqual([]);
      const known = new Set(events.map((one: { event: string }) => one.event));
      const made = new Set(transitions.map((way: { event: string }) => way.event).filter((event: string) => event !== 'done'));
      expect([...made].sort()).toEqual([...known].sort());
    }
    const remedies = procedures.filter(({ states }) => states.some((state: { remedy: boolean }) => state.remedy)).map(({ id }) => id);
    expect(remedies).toEqual(expect.arrayContaining(['icpc', 'review', 'pre-birth', 'dual-process', 'exclusion']));
  });

  it('what only some rulebooks know is not said to be known to all', () => {
    for (const { id, states, transitions } of procedures) {
      const parts: { onlyIf: string | null; rulebooks: string[] }[] = [...states, ...transitions];
      expect([id, parts.filter(({ onlyIf }) => onlyIf !== null).length > 0]).toEqual([
        id,
        parts.some(({ rulebooks }) => rulebooks.length < RULEBOOKS.length),
      ]);
    }
    const [icpc] = procedures;
    const split = icpc!.states.find((state: { id: string }) => state.id === 'meeting.evenlySplit');
    expect(split).toMatchObject({ onlyIf: 'majority-decides', rulebooks: ['staffordshire'] });
  });

  it('every scenario is there, played in a procedure that is there', () => {
    const cases = globSync('content/scenarios/*.md').map((path) => path.replace(/^.*[\\/]|\.md$/g, ''));
    expect(data('scenarios').map((scenario) => scenario.id)).toEqual(expect.arrayContaining(cases));
    expect(data('scenarios')).toHaveLength(cases.length);
    const known = procedures.map((procedure) => procedure.id);
    expect(data('scenarios').filter((scenario) => !known.includes(scenario.procedure))).toEqual([]);
  });
});

/** The columns that are promised, in their order. */
const columns = {
  clauses: ['rulebook', 'id', 'heading', 'restatement', 'modality', 'actors', 'topics', 'sha256', 'citation', 'also', 'see', 'names', 'untopical'],
  rules: ['rulebook', 'topic', 'question', 'status', 'answer', 'value', 'kind', 'amount', 'unit', 'trigger', 'modality', 'elsewhere', 'clauses', 'citation'],
}; // prettier-ignore
const tables = Object.keys(columns) as (keyof typeof columns)[];

describe.each(tables)('data/%s.csv', (name) => {
  const path = `build/data/${name}.csv`;
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const { data: rows, errors } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true });

  it('opens in a spreadsheet as it is meant: a byte order mark, CRLF after every row', () => {
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(errors).toEqual([]);
  });

  it('has the promised columns, and a row for every row of the JSON', () => {
    expect(text.slice(1, text.indexOf('\r\n')).split(',')).toEqual(columns[name]);
    expect(rows).toHaveLength(data(name).length);
    const own = columns[name].filter((column) => column in data(name)[0]! && column !== 'modality' && column !== 'value');
    const cells = data(name).map((row) =>
      own.map((column) => (Array.isArray(row[column]) ? row[column].join('; ') : String(row[column] ?? ''))),
    );
    expect(rows.map((row) => own.map((column) => row[column]))).toEqual(cells);
  });

  it('has no cell that a spreadsheet would run', () => {
    expect(rows.flatMap((row) => Object.values(row)).filter((cell) => /^[=+\-@\t\r\n]/.test(cell))).toEqual([]);
  });

  it('says with every row that rests on a clause how to cite it', () => {
    const uncited = rows.filter((row) => (row.clauses ?? row.id) && !/, .+\. .+\.$/.test(row.citation ?? ''));
    expect(uncited).toEqual([]);
  });

  it('is led to from the page of the data, which says what each column holds', () => {
    const page = readFileSync('build/data/index.html', 'utf8');
    expect(page).toMatch(new RegExp(`href="[^"]*data/${name}\\.csv"`));
    expect(columns[name].filter((column) => !page.includes(`<code>${column}</code>`))).toEqual([]);
  });
});

describe('a row of rules.csv', () => {
  const text = existsSync('build/data/rules.csv') ? readFileSync('build/data/rules.csv', 'utf8').slice(1) : '';
  const { data: rows } = Papa.parse<Record<string, string>>(text, { header: true });
  const row = (rulebook: string, topic: string) => rows.find((one) => one.rulebook === rulebook && one.topic === topic);

  it('has the number, its unit and its trigger beside the words', () => {
    expect(row('london', 'icpc.deadline')).toMatchObject({
      value: expect.stringMatching(/^15 working days after the strategy discussion that opened the enquiries\b/),
      kind: 'deadline',
      amount: '15',
      unit: 'working-days',
      trigger: 'strategy-discussion-opening-enquiries',
      modality: 'should',
    });
  });

  it('has both deadlines where the sooner counts', () => {
    expect(row('london', 'prebirth.first-review')).toMatchObject({ value: 'The sooner of 1 month after the birth and 3 months after the pre-birth conference', kind: 'earliest-of', amount: '1; 3', unit: 'months', trigger: 'birth; pre-birth-conference' }); // prettier-ignore
  });

  it('has every reading where the clauses conflict', () => {
    const conflicting = rules.filter((rule) => rule.status === 'conflicting');
    const said = conflicting.map((rule) => row(rule.rulebook, rule.topic)?.value ?? '');
    expect(said.filter((value) => !value.includes('; or: '))).toEqual([]);
  });

  it('leaves the value of a silence empty', () => {
    const silent = rows.filter((one) => one.status === 'silent');
    expect(silent.length).toBeGreaterThan(0);
    expect(silent.filter((one) => one.value || one.kind || one.amount || one.modality)).toEqual([]);
  });
});

describe('the page of the data', () => {
  const page = existsSync('build/data/index.html') ? readFileSync('build/data/index.html', 'utf8') : '';

  it.each(names)('leads to %s.json and its schema, and says how large the file is', (name) => {
    const bytes = statSync(`build/data/${name}.json`).size;
    expect(page).toMatch(new RegExp(`href="[^"]*data/${name}\\.json"`));
    expect(page).toMatch(new RegExp(`href="[^"]*data/${name}\\.schema\\.json"`));
    expect(page).toContain(bytes < 1000 ? `${bytes} bytes` : `${Math.round(bytes / 1000)} kB`);
  });

  it('says what every field means, those of situations and moves too', () => {
    const [row] = procedures;
    const inner = ['states', 'transitions', 'events'].flatMap((field) => Object.keys(row![field][0]).map((name) => `${field}.${name}`));
    const fields = [...names.flatMap((name) => promised[name]), ...inner];
    expect(fields.filter((field) => !page.includes(`<code>${field}</code>`))).toEqual([]);
  });

  it('names every edition that is printed, and the licence', () => {
    const printed = rulebooks.flatMap(({ title, edition }) => (edition === 'not stated' ? [title] : [title, edition]));
    const shown = page.replaceAll('&amp;', '&').toLowerCase();
    expect(printed.filter((words) => !shown.includes(words.toLowerCase()))).toEqual([]);
    expect(page).toContain('MIT licence');
  });
});
