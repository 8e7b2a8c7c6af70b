import { posix } from 'node:path';
import ts from 'typescript';

export interface Import {
  /** A path from the project root (`content/schema.ts`) where it is ours; a package or builtin name otherwise. */
  to: string;
  typeOnly: boolean;
  line: number;
}

const aliases: [prefix: string, folder: string][] = [
  ['#content/', 'content/'],
  ['#machines/', 'machines/'],
  ['#lib/', 'src/lib/'],
  ['/', ''],
];

function locate(from: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
  const alias = aliases.find(([prefix]) => specifier.startsWith(prefix));
  return alias ? posix.normalize(alias[1] + specifier.slice(alias[0].length)) : specifier;
}

/** The scripts of a component or a Markdown page, on the lines where they stand. */
function script(path: string, text: string): string {
  if (!/\.(svelte|md)$/.test(path)) return text;
  let kept = '';
  for (const { index, 1: open = '', 2: body = '' } of text.matchAll(/(<script\b[^>]*>)([\s\S]*?)<\/script>/g)) {
    kept += text.slice(kept.length, index + open.length).replace(/[^\n]/g, ' ') + body;
  }
  return kept;
}

const bindsOnlyTypes = (clause: ts.ImportClause) => clause.phaseModifier === ts.SyntaxKind.TypeKeyword;

/** Every import, re-export, `import()`, `import.meta.glob` and `new URL(…, import.meta.url)` of a file. An `import { type X }` counts as a value: it stays in the output. */
export function importsOf(path: string, text: string): Import[] {
  const source = ts.createSourceFile(path, script(path, text), ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const found: Import[] = [];
  const add = (node: ts.Node, specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
    found.push({ to: locate(path, specifier.text.replace(/^!/, '')), typeOnly, line });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node, node.moduleSpecifier, !!node.importClause && bindsOnlyTypes(node.importClause));
    else if (ts.isExportDeclaration(node)) add(node, node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node)) add(node, ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true);
    else if (ts.isCallExpression(node)) {
      const [first] = node.arguments;
      const called = node.expression.getText(source);
      if (node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node, first, false);
      else if (called === 'import.meta.glob' && first)
        for (const pattern of ts.isArrayLiteralExpression(first) ? first.elements : [first]) add(node, pattern, false);
    } else if (ts.isNewExpression(node) && node.arguments?.[1]?.getText(source) === 'import.meta.url') add(node, node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const inside = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);
const builtin = (name: string) =>
  name.startsWith('node:') || ['fs', 'path', 'crypto', 'os', 'url', 'child_process', 'process'].includes(name);
const framework = (name: string) => /^(svelte|@sveltejs\/|@xstate\/svelte|\$app|\$env|esm-env)/.test(name);

/** What the direction of dependencies (src → machines → the types of content) says against one import; undefined where it is fine. */
function objection(from: string, { to, typeOnly }: Import): string | undefined {
  if (inside(to, 'test')) return 'nothing that ships imports from test';
  if (inside(from, 'content')) {
    if (inside(to, 'machines') || inside(to, 'src')) return 'content knows neither machines nor the site';
  } else if (inside(from, 'machines')) {
    if (inside(to, 'src')) return 'machines do not know the site';
    if (inside(to, 'content') && !typeOnly) return 'machines take only types from content';
    if (framework(to)) return 'machines are plain TypeScript, without Svelte';
    if (builtin(to)) return 'machines run anywhere, without Node';
  } else if (inside(from, 'src')) {
    if (inside(to, 'content') && !typeOnly && !inside(from, 'src/lib/server')) return 'only src/lib/server reads content';
  }
  return undefined;
}

/** The violations in one file, each as `path:line: why (what it imports)`. */
export function violations(path: string, text: string): string[] {
  return importsOf(path, text).flatMap((found) => {
    const why = objection(path, found);
    return why ? [`${path}:${found.line}: ${why} (${found.to})`] : [];
  });
}
