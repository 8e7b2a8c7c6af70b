/**
 * What the project reaches, and what it leaves out: counted from the content, the statecharts, the search and, where it is there, the
 * build. Ends with 1 where something is missing. `npm run report`; with `-- --build` it builds from clean first, and says what that costs.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, rmSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build, type Cost } from './bench/measure.ts';
import { cellsThatRun, clausePages, hasScript, toFirstResult, withStyles } from './built/weigh.ts';
import { WITHOUT_TOPIC } from './content/holds.ts';
import { BESIDE, reach, readAll } from './content/reach.ts';
import { differences, EXCEPTIONS, nameOf, sources, twinsOf, type Twins } from './content/twins.ts';

process.chdir(`${import.meta.dirname}/..`);

type Cell = string | number | undefined;
const number = (n: number) => n.toLocaleString('en-GB');
const text = (cell: Cell) => (cell === undefined ? '–' : typeof cell === 'number' ? number(cell) : cell);
const title = (words: string) => console.log(`\n── ${words}`);

/** Words to the left, numbers to the right, under a line of names. */
function show(names: readonly string[], rows: readonly (readonly Cell[])[]) {
  const cells = [names, ...rows].map((row) => row.map(text));
  const widths = names.map((_, i) => Math.max(...cells.map((row) => row[i]?.length ?? 0)));
  const right = names.map((_, i) => rows.every((row) => typeof row[i] !== 'string'));
  for (const row of cells) console.log(row.map((cell, i) => (right[i] ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!))).join('  ').trimEnd()); // prettier-ignore
}
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

let cost: Cost | undefined;
if (process.argv.includes('--build')) {
  console.log('Building from clean …');
  for (const made of ['build', '.svelte-kit']) rmSync(made, { recursive: true, force: true });
  cost = await build('.');
}
const built = existsSync('build/index.html');

/** What the project is asked to reach: in whose words, how far, and whether it does; undefined where another command counts it. */
const targets: { what: string; target: string; reached: string; met: boolean | undefined }[] = [];
const aim = (what: string, target: string, reached: string, met: boolean | undefined) => targets.push({ what, target, reached, met });

const content = readAll();
const found = reach(content);
const missing = [...found.missing];
const { clauses, rules, notes, topics, glossary } = found;
const { procedures } = await import('#machines/index.ts');

title('Clauses');
const inventory = clauses.every((row) => row.inventory !== undefined) ? sum(clauses.map((row) => row.inventory!)) : undefined;
show(
  ['rulebook', 'restated', 'in the inventory', 'with topics', 'without'],
  [
    ...clauses.map((row) => [row.rulebook, row.restated, row.inventory, row.topical, row.without.length]),
    ['all', sum(clauses.map((row) => row.restated)), inventory, sum(clauses.map((row) => row.topical)), sum(clauses.map((row) => row.without.length))],
  ],
); // prettier-ignore
if (inventory === undefined) console.log(`The inventory is not beside the project (${BESIDE}).`);
console.log('\nWithout topics, because:');
for (const [why, those = []] of Object.entries(found.reasons))
  console.log(`  ${why}: ${those.map(({ rulebook, id }) => `${rulebook} ${id}`).join(', ')}`);

title('What somebody will look for in a clause');
show(['clauses that hold a', 'how many', 'with topics'], found.holds.counts.map(({ holding, clauses, topical }) => [holding, clauses, topical])); // prettier-ignore
for (const { name, holds } of found.holds.without) console.log(`  without a topic: ${name} (${holds.join(', ')}): ${WITHOUT_TOPIC[name] ?? 'no reason is given'}`); // prettier-ignore

title('Twins: clauses that two rulebooks share');
const reasons = new Map(EXCEPTIONS.flatMap(({ twins, in: fields, why, open }) => twins.flatMap((twin) => fields.map((field) => [`${twin}: ${field}`, { why, open }])))); // prettier-ignore
const words = sources(content.rulebooks);
const kinds: [how: string, twins: Twins[]][] = [
  ['restated in nearly the same words', twinsOf(content.rulebooks, ({ restatement }) => restatement, 'restated')],
  ...(words ? ([['in nearly the same words themselves', twinsOf(content.rulebooks, words, 'source')]] as [string, Twins[]][]) : []),
];
const differing = new Map<string, Twins>();
for (const [how, twins] of kinds) {
  const unlike = twins.filter((pair) => differences(pair).length);
  console.log(`${number(twins.length)} ${how}; ${unlike.length} of them differ in force, actors or topics.`);
  for (const pair of unlike) differing.set(nameOf(pair), pair);
}
if (!words) console.log(`The documents are not beside the project (${BESIDE}): twins in their words are not looked for.`);
for (const [twin, pair] of differing)
  for (const { field, how } of differences(pair)) {
    const reason = reasons.get(`${twin}: ${field}`);
    if (!reason) missing.push(`a reason why ${twin} differ in ${field} (${how})`);
    else if (reason.open) console.log(`  open: ${twin}, ${field} (${how}): ${reason.why}`);
  }

title('Rules');
show(
  ['rulebook', 'stated', 'silent', 'elsewhere', 'conflicting', 'all'],
  rules.map((row) => [row.rulebook, row.stated, row.silent, row.elsewhere, row.conflicting, row.stated + row.silent + row.elsewhere + row.conflicting]),
); // prettier-ignore
console.log(
  `${topics.asked} topics${topics.agreed === undefined ? '' : `, of which ${topics.agreed} were agreed first`}; ${found.judged} judge a move of a statechart, ${found.governing} govern a move or a situation.`,
);

title('Notes on the documents');
show(['rulebook', 'notes', 'at least'], notes.map((row) => [row.rulebook, row.notes, row.least])); // prettier-ignore

title('Words and questions');
console.log(
  glossary.terms ? `${glossary.terms} terms, ${glossary.explained} of them explained by a document.` : 'The glossary is not there.',
);
if (existsSync('src/lib/server/search.ts') && existsSync('test/content/questions.yaml')) {
  const ranked = (await import('./site/ranks.ts')).ranks();
  const upTo = (rank: number) => ranked.filter((one) => one.rank <= rank).length;
  const [sixty, three, one] = [ranked.slice(0, 60), 0.9, 0.75];
  const answered = (of: typeof ranked, rank: number) => of.filter((question) => question.rank <= rank).length;
  aim('the first 60 questions: right in the first three, and first', '54, 42', `${answered(sixty, 3)}, ${answered(sixty, 1)}`, answered(sixty, 3) >= 54 && answered(sixty, 1) >= 42); // prettier-ignore
  aim(`all ${ranked.length}`, `${Math.ceil(three * ranked.length)}, ${Math.ceil(one * ranked.length)}`, `${upTo(3)}, ${upTo(1)}`, upTo(3) >= three * ranked.length && upTo(1) >= one * ranked.length); // prettier-ignore
  console.log(`${ranked.length} questions: the first result answers ${upTo(1)}, one of the first three ${upTo(3)}, one of the first ten ${upTo(10)}.`); // prettier-ignore
  for (const { ask, rank } of ranked.filter((one) => one.rank > 3))
    console.log(`  ${rank === Infinity ? 'no result' : `result ${rank}`}: ${ask}`);
} else console.log('The search or its questions are not there.');

title('Cases: what each rulebook says of each move');
const { inputFor, verdictTable, walk } = await import('./machines/walk.ts');
const { heldBy, judging } = await import('./machines/met.ts');
const books = content.rulebooks.map(({ id }) => id);
const verdicts: Cell[][] = [];
const summary: string[] = [];
for (const scenario of content.scenarios) {
  const walks = new Map(scenario.rulebooks.map((rulebook) => [rulebook, walk(scenario, inputFor(scenario, rulebook))]));
  const { rows, differ } = verdictTable(scenario, walks);
  const column = (rulebook: (typeof books)[number]) => scenario.rulebooks.indexOf(rulebook);
  for (const { move, verdicts: its } of rows) verdicts.push([scenario.id, move, ...books.map((rulebook) => (column(rulebook) < 0 ? undefined : its[column(rulebook)] || '·'))]); // prettier-ignore
  summary.push(`${scenario.title} (${scenario.procedure}): ${differ} of ${rows.length} moves are judged differently.`);
  for (const [rulebook, { stuck }] of walks) missing.push(...stuck.map((path) => `${scenario.id} under ${rulebook}: ${path}`));
  const never = rows.filter(({ verdicts }) => !verdicts.some(Boolean)).map(({ move }) => move);
  if (never.length) missing.push(`${scenario.id}: moves that no run comes to: ${never.join(', ')}`);
}
show(['case', 'move', ...books], verdicts);
console.log('· stands where no run comes to the move, – where the case is not played under the rulebook.');
for (const line of summary) console.log(line);
const uncased = Object.keys(procedures).filter((id) => content.scenarios.every(({ procedure }) => procedure !== id));
if (uncased.length) missing.push(`procedures without a case: ${uncased.join(', ')}`);

title('Topics that judge moves');
const judges = judging(content);
const met = heldBy(content);
const untried = judges.filter((topic) => !met.has(topic));
const count = (by: 'case' | 'name') => judges.filter((topic) => met.get(topic)?.by === by).length;
show(['topic', 'met by', 'move', 'under', 'and it'], judges.map((topic) => {
  const one = met.get(topic);
  return [topic, one && (one.by === 'case' ? 'a case' : 'a named test'), one?.move, one?.under, one?.outcome];
})); // prettier-ignore
console.log(`${judges.length}: ${count('case')} are met by a case’s move, ${count('name')} more by a named test, ${untried.length} by neither.`); // prettier-ignore
const all = content.rulebooks.reduce((sum, { rules }) => sum + Object.keys(rules).length, 0);
aim(
  'topics answered under every rulebook',
  number(content.topics.length * books.length),
  number(all),
  all === content.topics.length * books.length,
);
aim('topics that judge moves', 'at least 90', number(judges.length), judges.length >= 90);
aim(
  'topics that judge moves, met by a case’s move or a named test',
  number(judges.length),
  number(judges.length - untried.length),
  !untried.length,
);
const total = inventory ?? 1089;
const restated = sum(clauses.map((row) => row.restated));
aim('clauses restated', number(total), number(restated), restated === total);
const reasoned = content.rulebooks.flatMap((r) => r.clauses).filter(({ topics, untopical }) => topics.length || untopical).length; // prettier-ignore
aim('clauses with a topic, or the reason why none fits', number(restated), number(reasoned), reasoned === restated);
const unlisted = found.holds.without.filter(({ name }) => !WITHOUT_TOPIC[name]).length;
aim('clauses that hold a number, a deadline, an age, a decision-maker or a prohibition, without a topic or a reason', '0', number(unlisted), unlisted === 0); // prettier-ignore

title('Pages');
const pages: [name: string, paths: string[]][] = [
  ['clauses', clausePages()],
  ['topics', globSync('build/topics/*/index.html')],
  ['cases', globSync('build/practise/*/index.html')],
  ['procedures', globSync('build/procedures/**/index.html')],
  ['all', globSync('build/**/index.html')],
];
const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);
const none = 'no build';
if (built) {
  show(
    ['pages', 'how many', 'median, kB compressed', 'heaviest, kB compressed', 'which'],
    pages.map(([name, paths]) => {
      const weighed = paths.map((path) => ({ path, bytes: gzipSync(readFileSync(path)).length })).sort((a, b) => a.bytes - b.bytes);
      const at = (place: number) => (weighed.at(place) ? kilobytes(weighed.at(place)!.bytes) : undefined);
      return [name, paths.length, at(Math.floor(weighed.length / 2)), at(-1), weighed.at(-1)?.path];
    }),
  );
  const files = globSync('build/**/*').filter((path) => statSync(path).isFile());
  console.log(`${number(files.length)} files, ${(sum(files.map((path) => statSync(path).size)) / 1e6).toFixed(1)} MB. What a page asks for besides: ${globSync('build/**/*.css').map((path) => `${kilobytes(gzipSync(readFileSync(path)).length)} kB of style`).join(', ')}.`); // prettier-ignore

  const first = toFirstResult();
  console.log(`To the first result of a search ${kilobytes(first.total)} kB: ${Object.entries(first.bytes).map(([path, bytes]) => `${path.split('/').at(-1)} ${kilobytes(bytes)}`).join(', ')}.`); // prettier-ignore
  const heaviest = Math.max(...clausePages().map(withStyles));
  const scripted = clausePages().filter(hasScript).length;
  const tables = globSync('build/data/*.csv');
  const run = tables.flatMap(cellsThatRun).length;
  aim('clause pages with a script', '0', number(scripted), scripted === 0);
  aim('the heaviest clause page, with its style', '17 kB', `${kilobytes(heaviest)} kB`, heaviest <= 17_000);
  aim('from opening the search to the first result', '110 kB', `${kilobytes(first.total)} kB`, first.total <= 110_000);
  aim(`cells that a spreadsheet would run, in ${tables.map((path) => path.split('/').at(-1)).join(' and ')}`, '0', number(run), run === 0 && tables.length === 2); // prettier-ignore
} else {
  console.log('There is no build: npm run report -- --build makes one, and measures it.');
  for (const [what, target] of [['clause pages with a script', '0'], ['the heaviest clause page, with its style', '17 kB'], ['from opening the search to the first result', '110 kB'], ['cells that a spreadsheet would run', '0']] as const) aim(what, target, none, undefined); // prettier-ignore
}
aim('a clean build, seconds', 'under 40', cost ? `${cost.seconds.toFixed(1)}${cost.cpu ? `, ${cost.cpu.toFixed(1)} of the processor’s` : ''}` : 'npm run report -- --build', cost && cost.seconds < 40); // prettier-ignore
aim('a clean build, memory at its peak', 'under 1.5 GB', cost ? (cost.megabytes ? `${(cost.megabytes / 1000).toFixed(2)} GB` : 'not measured: there is no /proc') : 'npm run report -- --build', cost?.megabytes ? cost.megabytes < 1500 : undefined); // prettier-ignore
aim('a key in the search, 95 of 100', 'within 16 ms', 'npm run bench -- search', undefined);
aim('judging beside moving, on every statechart', 'at most twice', 'npm run bench -- judge', undefined);
aim('ten times the clauses, and growth to thirty times', 'under 60 s, linear', 'npm run bench -- scale', undefined);

title('Own words');
const tool = `${BESIDE}/tools/own-words.mjs`;
if (existsSync(tool)) {
  const { stdout, status } = spawnSync(process.execPath, [tool, 'content', 'src', 'machines', 'static', 'test', 'README.md'], {
    encoding: 'utf8',
  });
  console.log(stdout.trim().split('\n').at(-1));
  if (status !== 0) missing.push('words of our own in every place');
} else console.log(`The texts are not beside the project (${BESIDE}).`);

title('What is to be reached');
show(['', 'target', 'reached', ''], targets.map(({ what, target, reached, met }) => [what, target, reached, met === undefined ? 'not counted here' : met ? 'yes' : 'NO'])); // prettier-ignore
missing.push(...targets.filter(({ met }) => met === false).map(({ what, target, reached }) => `${what}: ${reached} (target: ${target})`));

title('What is missing');
console.log(missing.length ? missing.join('\n') : 'Nothing.');
process.exitCode = missing.length ? 1 : 0;
