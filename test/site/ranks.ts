/** The search as the browser has it, from the files that it fetches, and where the eighty questions find their answers. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { open, type Clauses, type Core, type Entry } from '#lib/search/parts.ts';
import { createSearch } from '#lib/search/search.ts';
import { searchFiles } from '#lib/server/search.ts';

const [core, ...parts] = searchFiles.map(({ text }) => JSON.parse(text) as unknown);
export const opened = open(core as Core, parts as Clauses[][]);
export const search = createSearch(opened);

export const called = (entry: Entry) =>
  entry.kind === 'clause' ? `${entry.rulebook} ${entry.id}` : entry.kind === 'topic' ? `topic ${entry.id}` : entry.path;

export const questions = parse(readFileSync('test/content/questions.yaml', 'utf8')) as { ask: string; answers: string[] }[];

/** 1 where the first result answers the question, and so on; infinite where none does. */
export const ranks = () =>
  questions.map(({ ask, answers }) => {
    const hits = search(ask).hits.map(called);
    return { ask, rank: hits.findIndex((hit) => answers.includes(hit)) + 1 || Infinity, instead: hits.slice(0, 3) };
  });
