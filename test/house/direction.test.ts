import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { violations } from './imports.ts';

const files = (...patterns: string[]) => globSync(patterns).map((path) => path.replaceAll('\\', '/'));

/** Types that a machine reads from a clean world: the language alone, with no browser, no Node and no generated types. */
const worldOfMachines: ts.CompilerOptions = {
  lib: ['lib.esnext.d.ts'],
  types: [],
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  allowImportingTsExtensions: true,
  resolveJsonModule: true,
  strict: true,
  skipLibCheck: true,
  noEmit: true,
};

const unknownName = [2304, 2307, 2503, 2552, 2580, 2584, 2591, 2593];

function worldly(paths: string[], planted?: string): string[] {
  const disk = ts.createCompilerHost(worldOfMachines);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (name) => (planted !== undefined && paths.includes(name)) || disk.fileExists(name),
    getSourceFile: (name, language) =>
      planted !== undefined && paths.includes(name)
        ? ts.createSourceFile(name, planted, language, true)
        : disk.getSourceFile(name, language),
  };
  const program = ts.createProgram(paths, worldOfMachines, host);
  return paths.flatMap((path) =>
    program
      .getSemanticDiagnostics(program.getSourceFile(path))
      .filter((found) => unknownName.includes(found.code))
      .map((found) => `${path}: ${ts.flattenDiagnosticMessageText(found.messageText, ' ')}`),
  );
}

/** Reading a clock, chance, or a timer: a machine is told the date of every move. */
const unrepeatable = /\bDate\.now\(|\bnew Date\(\s*\)|\bMath\.random\(|\bperformance\.|\bset(?:Timeout|Interval)\(|\bTemporal\.Now\b/;

describe('dependencies point one way: src → machines → the types of content', () => {
  it('holds in every file that ships', () => {
    const found = files('{content,machines,src}/**/*.{ts,js,svelte,md}').flatMap((path) => violations(path, readFileSync(path, 'utf8')));
    expect(found).toEqual([]);
  });

  it.each([
    ['machines/judge.ts', `import { rules } from '#content/schema.ts';`, 'machines take only types from content'],
    ['machines/judge.ts', `export * from '../content/schema.ts';`, 'machines take only types from content'],
    ['machines/judge.ts', `import { type Rule } from '#content/schema.ts';`, 'machines take only types from content'],
    ['machines/judge.ts', `import { readFileSync } from 'node:fs';`, 'machines run anywhere, without Node'],
    ['machines/checks/quorum.ts', `import type { Badge } from '../../src/lib/badge.ts';`, 'machines do not know the site'],
    ['machines/rehearsal.ts', `import { useMachine } from '@xstate/svelte';`, 'machines are plain TypeScript, without Svelte'],
    ['content/index.ts', `const judge = await import('#machines/judge.ts');`, 'content knows neither machines nor the site'],
    ['src/routes/+page.ts', `import topics from '#content/topics.yaml?raw';`, 'only src/lib/server reads content'],
    ['src/lib/guides.ts', `const all = import.meta.glob(['/content/guides/*.md']);`, 'only src/lib/server reads content'],
    [
      'src/lib/Fan.svelte',
      `<p>x</p>\n<script lang="ts">\nimport { plant } from '../../test/plant.ts';\n</script>`,
      'nothing that ships imports from test',
    ],
  ])('catches a violation planted in %s: %s', (path, text, why) => {
    expect(violations(path, text)).toEqual([expect.stringContaining(why)]);
  });

  it.each([
    ['machines/judge.ts', `import type { Rule } from '#content/schema.ts';\nimport { addDays } from 'date-fns';`],
    ['src/lib/server/content.ts', `import { index } from '#content/index.ts';\nimport { readFileSync } from 'node:fs';`],
    [
      'src/lib/Answer.svelte',
      `<script lang="ts">\nimport type { Rule } from '#content/schema.ts';\nimport { judge } from '#machines/judge.ts';\n</script>`,
    ],
    ['content/index.ts', `import { readFileSync } from 'node:fs';\nimport * as v from 'valibot';`],
  ])('lets pass what may stand in %s', (path, text) => {
    expect(violations(path, text)).toEqual([]);
  });

  it('names the line of a violation inside a component', () => {
    expect(violations('src/lib/A.svelte', `<h1>x</h1>\n\n<script lang="ts">\n  import '#content/a.ts';\n</script>`)).toEqual([
      'src/lib/A.svelte:4: only src/lib/server reads content (content/a.ts)',
    ]);
  });
});

describe('machines know only the language', { timeout: 60_000 }, () => {
  it('name nothing of the browser or of Node', () => {
    expect(worldly(files('machines/**/*.ts'))).toEqual([]);
  });

  it.each(['document.title', 'localStorage.length', 'process.env', 'fetch("/")'])('catches a planted %s', (expression) => {
    expect(worldly(['machines/planted.ts'], `export const planted = ${expression};`)).toHaveLength(1);
  });

  it('read no clock, set no timer and throw no dice', () => {
    const found = files('machines/**/*.ts').filter((path) => unrepeatable.test(readFileSync(path, 'utf8')));
    expect(found).toEqual([]);
    expect('const now = new Date();').toMatch(unrepeatable);
  });
});
