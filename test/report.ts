/**
 * What the project reaches, and what it leaves out: counted from the content, the statecharts, the search and, where it is there, the
 * build. Ends with 1 where something is missing. `npm run report`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { BESIDE, reach, readAll } from './content/reach.ts';

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

const content = readAll();
const found = reach(content);
const missing = [...found.missing];
const { clauses, rules, notes, topics, glossary } = found;

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
  console.log(`${ranked.length} questions: the first result answers ${upTo(1)}, one of the first three ${upTo(3)}, one of the first ten ${upTo(10)}.`); // prettier-ignore
  for (const { ask, rank } of ranked.filter((one) => one.rank > 3))
    console.log(`  ${rank === Infinity ? 'no result' : `result ${rank}`}: ${ask}`);
} else console.log('The search or its questions are not there.');

title('Cases');
const { inputFor, verdictTable, walk } = await import('./machines/walk.ts');
for (const scenario of content.scenarios) {
  const walks = new Map(scenario.rulebooks.map((rulebook) => [rulebook, walk(scenario, inputFor(scenario, rulebook))]));
  const { rows, differ } = verdictTable(scenario, walks);
  console.log(`${scenario.title} (${scenario.procedure})`);
  show(['move', ...scenario.rulebooks], rows.map(({ move, verdicts }) => [move, ...verdicts.map((verdict) => verdict || '·')])); // prettier-ignore
  console.log(`${differ} of ${rows.length} moves are judged differently. · stands where no run comes to the move.`);
  for (const [rulebook, { stuck }] of walks) missing.push(...stuck.map((path) => `${scenario.id} under ${rulebook}: ${path}`));
  const never = rows.filter(({ verdicts }) => !verdicts.some(Boolean)).map(({ move }) => move);
  if (never.length) missing.push(`${scenario.id}: moves that no run comes to: ${never.join(', ')}`);
}

title('Pages');
const kinds: [name: string, paths: string[]][] = [
  ['clauses', globSync('build/rulebooks/*/*/index.html').filter((path) => !/[\\/](check|notes)[\\/]/.test(path))],
  ['topics', globSync('build/topics/*/index.html')],
  ['cases', globSync('build/practise/*/index.html')],
  ['all', globSync('build/**/index.html')],
];
if (existsSync('build/index.html')) {
  show(
    ['pages', 'how many', 'median, kB compressed', 'heaviest, kB compressed', 'which'],
    kinds.map(([name, paths]) => {
      const weighed = paths.map((path) => ({ path, bytes: gzipSync(readFileSync(path)).length })).sort((a, b) => a.bytes - b.bytes);
      const kilobytes = (at: number) => (weighed.at(at) ? (weighed.at(at)!.bytes / 1000).toFixed(1) : undefined);
      return [name, paths.length, kilobytes(Math.floor(weighed.length / 2)), kilobytes(-1), weighed.at(-1)?.path];
    }),
  );
  const files = globSync('build/**/*').filter((path) => statSync(path).isFile());
  console.log(`${number(files.length)} files, ${(sum(files.map((path) => statSync(path).size)) / 1e6).toFixed(1)} MB. What a page asks for besides: ${globSync('build/**/*.css').map((path) => `${(gzipSync(readFileSync(path)).length / 1000).toFixed(1)} kB of style`).join(', ')}.`); // prettier-ignore
} else console.log('There is no build.');

title('Own words');
const tool = `${BESIDE}/tools/own-words.mjs`;
if (existsSync(tool)) {
  const { stdout, status } = spawnSync(process.execPath, [tool, 'content', 'src', 'machines', 'static', 'test', 'README.md'], {
    encoding: 'utf8',
  });
  console.log(stdout.trim().split('\n').at(-1));
  if (status !== 0) missing.push('words of our own in every place');
} else console.log(`The texts are not beside the project (${BESIDE}).`);

title('What is missing');
console.log(missing.length ? missing.join('\n') : 'Nothing.');
process.exitCode = missing.length ? 1 : 0;
