import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const pages = globSync('build/**/*.html').map((path) => ({ path, html: readFileSync(path, 'utf8') }));
const scripts = (html: string) =>
  [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)].map(([, attributes = '', body = '']) => ({ attributes, body }));
const policy = (html: string) => /<meta http-equiv="content-security-policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
const offenders = (offends: (html: string) => boolean) => pages.filter(({ html }) => offends(html)).map(({ path }) => path);

describe('every built page', () => {
  it('exists', () => expect(pages.length).toBeGreaterThan(0));

  it('carries a policy that allows nothing inline', () => {
    const loose = (html: string) => !policy(html).includes("default-src 'self'") || /unsafe-(inline|eval)/.test(policy(html));
    expect(offenders(loose)).toEqual([]);
  });

  it('excepts one style attribute at most, by its hash', () => {
    const excepted = (html: string) => policy(html).replace(/style-src-attr 'unsafe-hashes' 'sha256-[^' ]+'(;|$)/, '');
    expect(offenders((html) => excepted(html).includes('unsafe'))).toEqual([]);
  });

  it('runs only scripts whose hash its policy names', () => {
    const hash = (body: string) => `'sha256-${createHash('sha256').update(body).digest('base64')}'`;
    const unnamed = (html: string) =>
      scripts(html).some(({ attributes, body }) => !/\bsrc=/.test(attributes) && !policy(html).includes(hash(body)));
    expect(offenders(unnamed)).toEqual([]);
  });

  it('has no inline style and no inline handler, which the policy would refuse', () => {
    expect(offenders((html) => /<style\b|<[a-z][^<>]*\s(style|on[a-z]+)=["']/.test(html))).toEqual([]);
  });

  it('fetches nothing from elsewhere', () => {
    expect(offenders((html) => /<(script|img|iframe|source|video|audio)\b[^>]*\s(src|srcset)="(https?:)?\/\//.test(html))).toEqual([]);
    expect(offenders((html) => /<link\b[^>]*\shref="(https?:)?\/\/[^>]*rel="(?!canonical)/.test(html))).toEqual([]);
  });

  it('has no script at all unless somebody practises, searches, compares, unfolds a map or checks a document on it', () => {
    const works = [
      /^build[\\/](practise|search|compare)[\\/]/,
      /[\\/]check[\\/]/,
      /[\\/]compare[\\/]index\.html$/,
      /^build[\\/]procedures[\\/][\w-]+[\\/]((?!clauses|compare)[\w-]+[\\/])?index\.html$/,
    ];
    const plain = pages.filter(({ path }) => !works.some((at) => at.test(path)));
    expect(plain.length).toBeGreaterThan(1000);
    expect(plain.filter(({ html }) => /<script\b|modulepreload/.test(html)).map(({ path }) => path)).toEqual([]);
  });
});

it('the whole site has one style sheet, and one besides for what is played or checked', () => {
  const sheets = globSync('build/**/*.css').map((path) => path.split(/[\\/]/).at(-1)!.split('.')[0]);
  expect(sheets.sort()).toEqual(['play', 'style']);
});
