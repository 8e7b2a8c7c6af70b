import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import adapter from '@sveltejs/adapter-static';
import { sveltekit } from '@sveltejs/kit/vite';
import { svelte, vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { mdsvex } from 'mdsvex';
import { build } from 'vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { parse } from 'yaml';

const base = (process.env.BASE_PATH ?? '') as '' | `/${string}`;

/** The same sources give the same version, with or without git: the service worker keeps its cache as long as nothing that is served changes. */
function version(): string {
  const hash = createHash('sha256').update(base);
  const served = ['content/**', 'machines/**', 'src/**', 'static/**', 'package-lock.json', 'vite.config.ts'];
  const files = globSync(served).filter((path) => statSync(path).isFile());
  for (const path of files.sort()) hash.update(path).update(readFileSync(path));
  return hash.digest('hex').slice(0, 12);
}

const name = version();

/** The name of a component's styles stands at every element that they touch: the shorter, the lighter each page. */
const compilerOptions = { cssHash: ({ hash, css }: { hash: (of: string) => string; css: string }) => `s${hash(css).slice(0, 4)}` };

// What a situation is about is told by the outline, which the server writes; a browser only judges.
const descriptions: Plugin = {
  name: 'quorate-descriptions',
  enforce: 'pre',
  applyToEnvironment: (environment) => environment.name === 'client',
  transform: {
    filter: { id: /\/machines\/procedures\/[\w-]+\.ts$/ },
    handler: (code) => code.replace(/\bdescription:\s*'(?:\\.|[^'\\])*',/g, ''),
  },
};

/** The one module of SvelteKit that a case needs, without SvelteKit: its page says where the site begins. */
const withoutKit: Plugin = {
  name: 'quorate-without-kit',
  enforce: 'pre',
  resolveId: { filter: { id: /^\$app\/paths$/ }, handler: (id) => `\0${id}` },
  load: {
    filter: { id: /^\0\$app\/paths$/ },
    handler: () =>
      `const root = document.getElementById('practise').dataset.root; export const resolve = (path) => root + path.replace(/^\\//, '');`,
  },
};

/**
 * A case is played without SvelteKit's router, which would weigh as much as Svelte: its page is plain HTML that starts one script. That
 * script is built apart, so that it carries only what a case uses of Svelte and of our own words, and not what any page does. The
 * version is the script's address, since a page cannot ask for the name of a file that is built beside it.
 */
const START = 'src/lib/practise/start.ts';
const simulator: Plugin = {
  name: 'quorate-simulator',
  enforce: 'pre',
  applyToEnvironment: (environment) => environment.name === 'client',
  buildStart() {
    // In the build of the site it stands for its styles only, which belong to the one style sheet.
    if (this.environment.mode === 'build') this.emitFile({ type: 'chunk', id: START, name: 'styles-of-a-case' });
  },
  async generateBundle(_, bundle) {
    const used = new Set<string>();
    const use = (file: string) => {
      const chunk = bundle[file];
      if (used.has(file) || chunk?.type !== 'chunk') return;
      used.add(file);
      [...chunk.imports, ...chunk.dynamicImports].forEach(use);
    };
    for (const [file, chunk] of Object.entries(bundle))
      if (chunk.type === 'chunk' && chunk.isEntry && !chunk.facadeModuleId?.endsWith(START)) use(file);
    for (const [file, chunk] of Object.entries(bundle)) if (chunk.type === 'chunk' && !used.has(file)) delete bundle[file];

    const built = await build({
      configFile: false,
      logLevel: 'warn',
      plugins: [withoutKit, descriptions, svelte({ configFile: false, compilerOptions, preprocess: vitePreprocess({ script: false }) })],
      build: {
        write: false,
        assetsInlineLimit: 0,
        modulePreload: false,
        // Its styles are in the one sheet.
        cssCodeSplit: false,
        rolldownOptions: {
          input: START,
          output: { entryFileNames: `_app/immutable/practise.${name}.js`, chunkFileNames: '_app/immutable/practise/[name].[hash].js' },
        },
      },
    });
    for (const { output } of [built].flat() as { output: { type: string; fileName: string; code: string }[] }[])
      for (const { type, fileName, code } of output)
        if (type === 'chunk') this.emitFile({ type: 'asset', name: fileName, fileName, originalFileName: fileName, source: code });
  },
};

const tests = (name: string, include: string) => ({
  extends: false as const,
  test: { name, environment: 'node' as const, include: [include] },
});

export default defineConfig({
  plugins: [
    simulator,
    descriptions,
    sveltekit({
      compilerOptions,
      adapter: adapter(),
      extensions: ['.svelte', '.md'],
      preprocess: [
        vitePreprocess({ script: false }),
        mdsvex({
          extensions: ['.md'],
          highlight: false,
          // The parser that content/ uses: dates stay the words that were written.
          frontmatter: { marker: '-', type: 'yaml', parse: (text) => parse(text) as Record<string, unknown> },
        }),
      ],
      paths: { base, relative: true },
      csp: {
        mode: 'hash',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self'],
          // The one style attribute of the site: SvelteKit's announcer of page changes, which hides itself with it.
          'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
          'img-src': ['self', 'data:'],
          'font-src': ['self'],
          'connect-src': ['self'],
          'worker-src': ['self'],
          'manifest-src': ['self'],
          'object-src': ['none'],
          'frame-src': ['none'],
          'base-uri': ['none'],
          'form-action': ['self'],
        },
      },
      inlineStyleThreshold: 0,
      prerender: {
        // The page that waits for the certificate holds up no other.
        concurrency: 2,
        handleHttpError: 'fail',
        handleMissingId: 'fail',
        handleEntryGeneratorMismatch: 'fail',
        handleUnseenRoutes: 'fail',
        handleInvalidUrl: 'fail',
      },
      serviceWorker: { register: false },
      version: { name, pollInterval: 0 },
    }),
  ],
  css: { preprocessorOptions: { scss: { loadPaths: ['node_modules/govuk-frontend/dist'], quietDeps: true } } },
  build: { assetsInlineLimit: 0 },
  // One style sheet for the whole site, and one besides for what is played or checked. SvelteKit does not let build.cssCodeSplit be turned off;
  // gathering the style modules into chunks does the same.
  environments: {
    client: {
      build: {
        rolldownOptions: {
          output: {
            codeSplitting: {
              groups: [
                { name: 'play', test: /\/components\/(practise|check)\/.*\.css(\?|$)/, priority: 2 },
                { name: 'style', test: /\.s?css(\?|$)/, priority: 1 },
              ],
            },
          },
        },
      },
    },
  },
  test: {
    projects: [
      tests('content', 'test/content/**/*.test.ts'),
      tests('machines', 'test/machines/**/*.test.ts'),
      tests('house', 'test/house/**/*.test.ts'),
      tests('built', 'test/built/**/*.test.ts'),
      { extends: true, test: { name: 'site', environment: 'node', include: ['test/site/unit/**/*.test.ts'] } },
    ],
  },
});
