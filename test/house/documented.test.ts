import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { PROCEDURES } from '#content/schema.ts';
import { procedures } from '#machines/index.ts';

/** What a file exports without a word on what it is. */
function silent(path: string, planted?: string): string[] {
  const options: ts.CompilerOptions = { allowImportingTsExtensions: true, noEmit: true, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, target: ts.ScriptTarget.ESNext, types: [] }; // prettier-ignore
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    getSourceFile: (name, language) => (name === path && planted !== undefined ? ts.createSourceFile(name, planted, language, true) : disk.getSourceFile(name, language)), // prettier-ignore
  };
  const program = ts.createProgram([path], options, host);
  const checker = program.getTypeChecker();
  return checker
    .getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(path)!)!)
    .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol))
    .filter((symbol) => !symbol.getDocumentationComment(checker).length)
    .map((symbol) => symbol.name);
}

describe('machines/index.ts', { timeout: 60_000 }, () => {
  it('exports all six procedures', () => {
    expect(Object.keys(procedures)).toEqual([...PROCEDURES]);
  });

  it('exports nothing without saying what it is', () => {
    expect(silent('machines/index.ts')).toEqual([]);
  });

  it('would be found out', () => {
    const planted = `/** Said. */\nexport const said = 1;\nexport const unsaid = 2;\nexport { isAbsolute } from './judge.ts';`;
    expect(silent('machines/index.ts', planted)).toEqual(['unsaid']);
  });
});
