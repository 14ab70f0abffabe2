import { join, posix } from "node:path";
import ts from "typescript";
import { doors, sourceOf } from "../../.config/doors.ts";
import { packageFolder } from "../cli/ensure-built.ts";

/**
 * What programs can rely on, door by door: the declaration of each value and type that the door exports, then those of the
 * types that these are made of and that have no name at the door. Comments are left out; all else is as the compiler says it.
 */
export function readApi(): ReadonlyMap<string, { readonly report: string; readonly undocumented: readonly string[] }> {
  const { sources, declared } = readPrograms();
  const checker = declared.getTypeChecker();
  return new Map(
    doors.map((door) => [
      door,
      { report: reportOf(door, declared, checker), undocumented: undocumentedIn(door, sources) },
    ]),
  );
}

/** Said in full elsewhere: a test holds `src/diagnostics/README.md` to the codes. */
const elsewhere: readonly string[] = ["diagnosticCodes"];

/** What a door exports without a word on what it is. */
function undocumentedIn(door: string, program: ts.Program): readonly string[] {
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(posix.join(packageFolder, sourceOf(door)));
  const module = file && checker.getSymbolAtLocation(file);
  if (!module) throw new Error(`The door "${door}" has no source.`);
  return checker.getExportsOfModule(module).flatMap((symbol) => {
    const meant = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    return meant.getDocumentationComment(checker).length > 0 ? [] : [symbol.name];
  });
}

/** The program of `src/`, and one of its declarations, as they ship, before they are taken together into few files. */
function readPrograms(): { readonly sources: ts.Program; readonly declared: ts.Program } {
  const { config } = ts.readConfigFile(join(packageFolder, "tsconfig.json"), ts.sys.readFile) as { config: object };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, packageFolder);
  const roots = doors.map((door) => join(packageFolder, sourceOf(door)));
  const sources = ts.createProgram(roots, {
    ...options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    removeComments: true,
    noCheck: true,
  });
  const texts = new Map<string, string>();
  sources.emit(undefined, (file, text) => texts.set(declarationOf(file), text));
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (file) => texts.has(declarationOf(file)) || fileExists(file);
  host.readFile = (file) => texts.get(declarationOf(file)) ?? readFile(file);
  host.getSourceFile = (file, version) => {
    const text = texts.get(declarationOf(file));
    if (text !== undefined) return ts.createSourceFile(file, text, version, true);
    // What others declare is parsed once for both programs.
    return sources.getSourceFile(file) ?? getSourceFile(file, version);
  };
  const declared = ts.createProgram(roots.map(declarationOf), { ...options, noEmit: true, skipLibCheck: true }, host);
  return { sources, declared };
}

const declarationOf = (file: string) => file.replace(/(?<!\.d)\.ts$/, ".d.ts");

function reportOf(door: string, program: ts.Program, checker: ts.TypeChecker): string {
  const file = program.getSourceFile(declarationOf(posix.join(packageFolder, sourceOf(door))));
  const module = file && checker.getSymbolAtLocation(file);
  if (!module) throw new Error(`The door "${door}" has no declarations.`);
  const resolved = (symbol: ts.Symbol) =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const exported = new Map(checker.getExportsOfModule(module).map((symbol) => [resolved(symbol), symbol.name]));
  const used = new Set<ts.Symbol>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const found = checker.getSymbolAtLocation(node);
      const symbol = found && resolved(found);
      const isOurs = symbol?.declarations?.some(
        (each) => isTopLevel(each) && each.getSourceFile().fileName.includes("/src/"),
      );
      if (symbol && isOurs && !elsewhere.includes(symbol.name) && !exported.has(symbol) && !used.has(symbol)) {
        used.add(symbol);
        for (const declaration of symbol.declarations ?? []) visit(declaration);
      }
    }
    ts.forEachChild(node, visit);
  };
  for (const symbol of exported.keys()) for (const declaration of symbol.declarations ?? []) visit(declaration);
  const show = (symbol: ts.Symbol, name: string) =>
    (symbol.declarations ?? []).map((declaration) => textOf(declaration, symbol.name === name ? undefined : name));
  const byName = <T extends readonly [ts.Symbol, string]>(entries: readonly T[]) =>
    entries.toSorted(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0)).flatMap(([symbol, name]) => show(symbol, name));
  const inside = [...used].map((symbol) => [symbol, symbol.name] as const);
  return `${byName([...exported]).join("\n\n")}\n\n// Not exported here.\n\n${byName(inside).join("\n\n")}\n`;
}

/** Not the module itself, as which `import * as` is resolved. */
const isTopLevel = (node: ts.Declaration): boolean =>
  !ts.isSourceFile(node) && ts.isSourceFile(statementOf(node).parent);

const statementOf = (node: ts.Declaration): ts.Node => (ts.isVariableDeclaration(node) ? node.parent.parent : node);

function textOf(declaration: ts.Declaration, exportedAs: string | undefined): string {
  const text = statementOf(declaration)
    .getText()
    .replace(/^(?:export )?(?:declare )?/, "");
  return exportedAs === undefined ? text : `// As ${exportedAs}:\n${text}`;
}
