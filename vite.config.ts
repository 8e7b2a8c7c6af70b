import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import adapter from '@sveltejs/adapter-static';
import { sveltekit } from '@sveltejs/kit/vite';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { mdsvex } from 'mdsvex';
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

/**
 * A case is played without SvelteKit's router, which would weigh as much as Svelte: its page is plain HTML that starts one script.
 * The version is the script's address, since a page cannot ask for the name of a file that is built beside it.
 */
const simulator: Plugin = {
  name: 'quorate-simulator',
  enforce: 'pre',
  applyToEnvironment: (environment) => environment.name === 'client',
  buildStart() {
    if (this.environment.mode !== 'build') return;
    this.emitFile({ type: 'chunk', id: 'src/lib/practise/start.ts', fileName: `_app/immutable/practise.${name}.js` });
  },
  // What a situation is about is told by the outline, which the server writes; a browser only judges.
  transform: {
    filter: { id: /\/machines\/procedures\/[\w-]+\.ts$/ },
    handler: (code) => code.replace(/\bdescription:\s*'(?:\\.|[^'\\])*',/g, ''),
  },
};

const tests = (name: string, include: string) => ({
  extends: false as const,
  test: { name, environment: 'node' as const, include: [include] },
});

export default defineConfig({
  plugins: [
    simulator,
    sveltekit({
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
  // One style sheet for the whole site. SvelteKit does not let build.cssCodeSplit be turned off; gathering the style modules into one chunk does the same.
  environments: {
    client: { build: { rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'style', test: /\.s?css(\?|$)/ }] } } } } },
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
