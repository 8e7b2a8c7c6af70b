/**
 * Reads content/ once: YAML and Markdown → schema → one typed index. What is wrong is refused with its file, line and field,
 * what stands there and what was expected; all mistakes of a reading are listed together.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as v from 'valibot';
import { LineCounter, isMap, isNode, isPair, isScalar, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { faultsOf } from './scenario-faults.ts';
import type { Takes } from './scenario-faults.ts';
import { Calendar, ClauseFile, Note, RULEBOOKS, Rule, Scenario, Source, Term, Topic } from './schema.ts';
import type {
  Calendar as CalendarType,
  Clause,
  Content,
  ProcedureId,
  Rulebook,
  RulebookId,
  Section,
  Topic as TopicType,
} from './schema.ts';

export type { Takes } from './scenario-faults.ts';

export class ContentError extends Error {
  readonly problems: string[];
  constructor(problems: string[]) {
    super(
      `content/ has ${problems.length === 1 ? 'a mistake' : `${problems.length} mistakes`}:\n${problems.map((p) => `  ${p}`).join('\n')}`,
    );
    this.name = 'ContentError';
    this.problems = problems;
  }
}

type Path = readonly (string | number)[];
/** `data` is undefined where the file is not YAML; `at` names the line and field that a path leads to. */
type File = { path: string; data: unknown; at: (path: Path) => string };

const shown = (value: unknown) => (value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 80));
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
/** What a schema asks for, in words: its own message, or the shape where it has none. */
function expectation(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'strict_object' && issue.expected === 'never') return 'no such field';
  if (issue.type === 'strict_object' && issue.path) return 'this field to be there';
  if (issue.type === 'variant' && issue.expected?.startsWith('(')) return `one of ${issue.expected.slice(1, -1).replaceAll('"', '').replaceAll(' | ', ', ')}`;
  if (!issue.message.startsWith('Invalid')) return issue.message;
  return { Object: 'a map of fields', Array: 'a list', string: 'words' }[issue.expected ?? ''] ?? issue.expected ?? issue.message;
} // prettier-ignore
const byName = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true });

/**
 * @param root the folder that holds the content
 * @param takes per procedure, the events and situations that scenarios may name; without it they are not checked
 * @throws ContentError listing every mistake as `file:line: field: what stands there; expected what`
 */
export function readContent(root: string, takes?: Partial<Record<ProcedureId, Takes>>): Content {
  const problems: string[] = [];
  const hashes = new Map<string, string>();
  const name = (path: string) => relative(join(root, '..'), path).replaceAll('\\', '/');

  const place = (file: string, source: string, doc: Document, lines: LineCounter, firstLine: number) => (path: Path) => {
    let node: unknown = doc.contents;
    let offset = 0;
    for (const key of path) {
      const pair = isMap(node) ? node.items.find((p) => isPair(p) && isScalar(p.key) && String(p.key.value) === String(key)) : undefined;
      const start = pair && isNode(pair.key) ? pair.key.range?.[0] : undefined;
      node = pair
        ? pair.value
        : node && typeof node === 'object' && 'get' in node
          ? (node as { get(k: unknown, keep: boolean): unknown }).get(key, true)
          : undefined;
      const next = start ?? (isNode(node) ? node.range?.[0] : undefined);
      if (next === undefined) break;
      offset = next;
    }
    return `${name(file)}:${lines.linePos(offset).line + firstLine}: ${path.join('.') || 'the file'}`;
  };

  const parse = (path: string, source: string, firstLine = 0): File => {
    const lines = new LineCounter();
    const doc = parseDocument(source, { lineCounter: lines, uniqueKeys: true });
    const syntax = [...doc.errors, ...doc.warnings].filter((e) => e.code !== 'DUPLICATE_KEY');
    // One slip of syntax makes a mistake of every line after it: the first says where.
    for (const e of [...syntax.slice(0, 1), ...doc.errors.filter((e) => e.code === 'DUPLICATE_KEY')]) {
      const line = (e.linePos?.[0].line ?? 1) + firstLine;
      const [key = ''] = /^[^:\n]*/.exec(source.slice(e.pos[0])) ?? [];
      const wrong =
        e.code === 'DUPLICATE_KEY'
          ? `${key}: duplicate id: found ${shown(key)} a second time; expected each once`
          : `the file: found what is not YAML: ${e.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '')}`;
      problems.push(`${name(path)}:${line}: ${wrong}`);
    }
    hashes.set(path, createHash('sha256').update(source).digest('hex'));
    return { path, data: doc.errors.length ? undefined : doc.toJS(), at: place(path, source, doc, lines, firstLine) };
  };
  const yaml = (path: string): File | undefined => {
    if (existsSync(path)) return parse(path, readFileSync(path, 'utf8'));
    problems.push(`${name(path)}: the file is missing; expected it to be there`);
    return undefined;
  };

  const check = <T extends v.GenericSchema>(schema: T, file: File, data: unknown, base: Path): v.InferOutput<T> | undefined => {
    if (file.data === undefined) return undefined;
    const result = v.safeParse(schema, data, { abortPipeEarly: true });
    if (result.success) return result.output;
    for (const issue of result.issues) {
      const path = [...base, ...(issue.path?.map((p) => p.key as string | number) ?? [])];
      const expected = expectation(issue);
      problems.push(`${file.at(path)}: found ${shown(expected === 'no such field' ? path.at(-1) : issue.input)}; expected ${expected}`);
    }
    return undefined;
  };

  /** @param all undefined where it could not be read: that is said once, not at every use */
  const known = (file: File, path: Path, ids: readonly string[], all: ReadonlySet<string> | undefined, what: string) => {
    ids.forEach((one, i) => {
      if (all && !all.has(one)) problems.push(`${file.at([...path, i])}: found ${shown(one)}; expected ${what}`);
    });
  };

  // Topics and acts first: everything else names them.
  const topicFile = yaml(join(root, 'topics.yaml'));
  const topics: TopicType[] = [];
  const entries = topicFile && check(v.array(v.unknown(), 'a list of topics'), topicFile, topicFile.data, []);
  const ids = new Set<string>();
  entries?.forEach((entry, i) => {
    const topic = check(Topic, topicFile!, entry, [i]);
    const id = topic?.id ?? (isRecord(entry) ? entry.id : undefined);
    if (typeof id === 'string' && ids.has(id))
      problems.push(`${topicFile!.at([i, 'id'])}: duplicate id: found ${shown(id)} a second time; expected each once`);
    if (typeof id === 'string') ids.add(id);
    if (topic) topics.push(topic);
  });
  const topicIds = entries && ids;
  const actFile = yaml(join(root, 'acts.yaml'));
  const acts = actFile && check(v.record(v.string(), v.string('the act in plain words')), actFile, actFile.data, []);
  const actIds = acts && new Set(Object.keys(acts));

  const actsIn = (file: File, path: Path, value: unknown): void => {
    if (!value || typeof value !== 'object') return;
    for (const [key, inner] of Object.entries(value)) {
      if (['when', 'needs', 'anyOf', 'never', 'unless', 'earlier', 'later', 'done', 'circumstances'].includes(key) && Array.isArray(inner)) known(file, [...path, key], inner as string[], actIds, 'an act of content/acts.yaml');
      else if (key === 'act' && typeof inner === 'string') { if (actIds && !actIds.has(inner)) problems.push(`${file.at([...path, key])}: found ${shown(inner)}; expected an act of content/acts.yaml`); }
      else actsIn(file, [...path, Array.isArray(value) ? Number(key) : key], inner);
    }
  }; // prettier-ignore

  const readRulebook = (rulebook: RulebookId): Rulebook | undefined => {
    const folder = join(root, 'rulebooks', rulebook);
    const sourceFile = yaml(join(folder, 'source.yaml'));
    const source = sourceFile && check(Source, sourceFile, sourceFile.data, []);
    if (!sourceFile || !source) return undefined;
    const used = [sourceFile.path];

    const content: Section[] = [];
    const clauses: Clause[] = [];
    const clauseFiles: { file: File; clause: Clause; path: Path }[] = [];
    const clauseIds = new Set<string>();
    let allRead = true;
    const onDisk = existsSync(join(folder, 'clauses')) ? readdirSync(join(folder, 'clauses')).filter((f) => f.endsWith('.yaml')) : [];
    onDisk.filter((f) => !source.sections.includes(f.slice(0, -5))).sort(byName).forEach((f) => problems.push(`${sourceFile.at(['sections'])}: found no ${shown(f.slice(0, -5))}; expected the section of clauses/${f}`)); // prettier-ignore
    for (const section of source.sections) {
      const file = yaml(join(folder, 'clauses', `${section}.yaml`));
      const data = file && check(ClauseFile, file, file.data, []);
      if (!file || !data) {
        allRead = false;
        continue;
      }
      used.push(file.path);
      if (data.section !== section)
        problems.push(`${file.at(['section'])}: found ${shown(data.section)}; expected ${shown(section)}, the name of the file`);
      const parts = data.parts.map((part, p) => ({
        heading: part.heading,
        clauses: part.clauses.map((entry, c) => {
          const clause: Clause = { ...entry, rulebook, section, heading: part.heading };
          const path = ['parts', p, 'clauses', c];
          if (clauseIds.has(clause.id))
            problems.push(`${file.at([...path, 'id'])}: duplicate id: found ${shown(clause.id)} a second time; expected each once`);
          clauseIds.add(clause.id);
          known(file, [...path, 'topics'], clause.topics, topicIds, 'a topic of content/topics.yaml');
          clauses.push(clause);
          clauseFiles.push({ file, clause, path });
          return clause;
        }),
      }));
      content.push({ id: section, title: data.title, parts });
    }
    const citable = allRead ? clauseIds : undefined;
    const places = citable && new Set([...citable, ...source.sections]);
    for (const { file, clause, path } of clauseFiles)
      known(file, [...path, 'see'], clause.see, places, `a clause or section of ${rulebook}`);
    source.elsewhere.forEach((e, i) => { known(sourceFile, ['elsewhere', i, 'clauses'], e.clauses, citable, `a clause of ${rulebook}`); }); // prettier-ignore

    const rules: Rulebook['rules'] = {};
    const answered = new Set<string>();
    const unread = new Set<string>();
    const ruleFolder = join(folder, 'rules');
    for (const f of existsSync(ruleFolder)
      ? readdirSync(ruleFolder)
          .filter((f) => f.endsWith('.yaml'))
          .sort(byName)
      : []) {
      const file = yaml(join(ruleFolder, f))!;
      used.push(file.path);
      const found = check(v.custom<Record<string, unknown>>(isRecord, 'a map from topics to rules'), file, file.data, []);
      if (!found) unread.add(f);
      for (const [topic, entry] of Object.entries(found ?? {})) {
        answered.add(topic);
        if (topicIds && !topicIds.has(topic))
          problems.push(`${file.at([topic])}: unknown topic: found ${shown(topic)}; expected a topic of content/topics.yaml`);
        if (`${topic.split('.')[0]}.yaml` !== f)
          problems.push(`${file.at([topic])}: found ${shown(topic)} in ${f}; expected it in ${topic.split('.')[0]}.yaml`);
        const rule = check(Rule, file, entry, [topic]);
        if (!rule) continue;
        const cites = (value: unknown, path: Path): void => {
          if (!value || typeof value !== 'object') return;
          for (const [key, inner] of Object.entries(value)) {
            if (key === 'clauses' && Array.isArray(inner))
              known(file, [...path, key], inner as string[], citable, `the id of a clause of ${rulebook}`);
            else cites(inner, [...path, Array.isArray(value) ? Number(key) : key]);
          }
        };
        cites(rule, [topic]);
        actsIn(file, [topic], rule);
        rules[topic] = rule;
      }
    }
    for (const { id } of topics) {
      const f = `${id.split('.')[0]}.yaml`;
      if (!answered.has(id) && !unread.has(f))
        problems.push(`${name(join(ruleFolder, f))}:1: ${id}: found nothing; expected a rule, if only that the rulebook is silent`);
    }
    const notePath = join(folder, 'notes.yaml');
    const noteFile = existsSync(notePath) ? yaml(notePath) : undefined;
    const notes = (noteFile && check(v.array(Note, 'a list of notes'), noteFile, noteFile.data, [])) ?? [];
    if (noteFile) {
      used.push(noteFile.path);
      notes.forEach((note, i) => {
        if (notes.findIndex((n) => n.id === note.id) < i)
          problems.push(`${noteFile.at([i, 'id'])}: duplicate id: found ${shown(note.id)} a second time; expected each once`);
        known(noteFile, [i, 'clauses'], note.clauses, citable, `the id of a clause of ${rulebook}`);
      });
    }
    const hash = createHash('sha256')
      .update(used.map((u) => hashes.get(u)).join())
      .digest('hex')
      .slice(0, 12);
    return { ...source, id: rulebook, content, clauses, rules, notes, hash };
  };

  /** A calendar that could not be read is there all the same: that is said once, not at every use. */
  const calendars = new Map<string, CalendarType | undefined>();
  for (const f of existsSync(join(root, 'calendars')) ? readdirSync(join(root, 'calendars')).filter((f) => f.endsWith('.yaml')) : []) {
    const file = yaml(join(root, 'calendars', f))!;
    calendars.set(f.slice(0, -5), check(Calendar, file, file.data, []));
  }

  const rulebooks = RULEBOOKS.map(readRulebook).filter((r) => r !== undefined);

  const glossaryPath = join(root, 'glossary.yaml');
  const glossaryFile = existsSync(glossaryPath) ? yaml(glossaryPath) : undefined;
  const glossary = (glossaryFile && check(v.array(Term, 'a list of terms'), glossaryFile, glossaryFile.data, [])) ?? [];
  if (glossaryFile) {
    const terms = new Set<string>();
    const owner = new Map<string, string>();
    glossary.forEach((term, i) => {
      if (terms.has(term.id))
        problems.push(`${glossaryFile.at([i, 'id'])}: duplicate id: found ${shown(term.id)} a second time; expected each once`);
      terms.add(term.id);
      [term.term, ...term.synonyms].forEach((word, w) => {
        const of = owner.get(word.toLowerCase());
        const path = w ? [i, 'synonyms', w - 1] : [i, 'term'];
        if (of) problems.push(`${glossaryFile.at(path)}: found ${shown(word)}, a word of ${shown(of)} already; expected each word once`);
        owner.set(word.toLowerCase(), term.id);
      });
      for (const [rulebook, ids] of Object.entries(term.clauses)) {
        const all = rulebooks.find((r) => r.id === rulebook);
        known(
          glossaryFile,
          [i, 'clauses', rulebook],
          ids,
          all && new Set(all.clauses.map((c) => c.id)),
          `the id of a clause of ${rulebook}`,
        );
      }
      known(glossaryFile, [i, 'topics'], term.topics, topicIds, 'a topic of content/topics.yaml');
    });
  }

  const scenarios: Content['scenarios'] = [];
  for (const f of existsSync(join(root, 'scenarios'))
    ? readdirSync(join(root, 'scenarios'))
        .filter((f) => f.endsWith('.md'))
        .sort(byName)
    : []) {
    const path = join(root, 'scenarios', f);
    const source = readFileSync(path, 'utf8');
    const [, front, story] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(source) ?? [];
    if (front === undefined) {
      problems.push(`${name(path)}:1: the file: found no front matter; expected YAML between two lines of ---`);
      continue;
    }
    const file = parse(path, front, 1);
    const scenario = check(Scenario, file, file.data, []);
    if (!scenario) continue;
    actsIn(file, [], scenario);
    for (const { path, found, expected } of faultsOf(scenario, { takes: takes?.[scenario.procedure], rulebooks, calendars })) {
      const twice = expected === 'each once';
      problems.push(
        `${file.at(path)}: ${twice ? 'duplicate id: ' : ''}found ${shown(found)}${twice ? ' a second time' : ''}; expected ${expected}`,
      );
    }
    scenarios.push({
      ...scenario,
      id: f.slice(0, -3),
      story: (story ?? '').trim(),
      hash: createHash('sha256').update(source).digest('hex').slice(0, 12),
    });
  }

  if (problems.length) throw new ContentError(problems);
  const read = Object.fromEntries([...calendars].flatMap(([id, calendar]) => (calendar ? [[id, calendar]] : [])));
  return { rulebooks, topics, acts: acts ?? {}, glossary, calendars: read, scenarios };
}
