import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import ts from "typescript";
import { doors, sourceOf } from "../../.config/doors.ts";
import { packageFolder } from "../cli/ensure-built.ts";

/**
 * What programs can rely on, door by door: the declaration of each value and type that the door exports, then those of the
 * types that these are made of and that have no name at the door. Comments are left out; all else is as the compiler says it.
 */
export function readApi(): ReadonlyMap<string, { readonly report: string; readonly undocumented: readonly string[] }> {
  const program = readProgram();
  const checker = program.getTypeChecker();
  return new Map(
    doors.map((door) => {
      const file = program.getSourceFile(declarationOf(posix.join(packageFolder, sourceOf(door))));
      const module = file && checker.getSymbolAtLocation(file);
      if (!module) throw new Error(`The door "${door}" has no declarations.`);
      return [door, { report: reportOf(module, checker), undocumented: undocumentedIn(module, checker) }];
    }),
  );
}

/** Said in full elsewhere: a test holds `src/diagnostics/README.md` to the codes. */
const elsewhere: readonly string[] = ["diagnosticCodes"];

/** What a door exports without a word on what it is, where its source declares it. */
function undocumentedIn(module: ts.Symbol, checker: ts.TypeChecker): readonly string[] {
  return checker.getExportsOfModule(module).flatMap((symbol) => {
    const { name, declarations = [] } = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    const isDocumented = declarations.some((declaration) =>
      documentedIn(declaration.getSourceFile().fileName.replace(/\.d\.ts$/, ".ts")).has(name),
    );
    return isDocumented ? [] : [symbol.name];
  });
}

const documented = new Map<string, ReadonlySet<string>>();

/** The names that a source declares at its top level with a comment for those who use them. */
function documentedIn(file: string): ReadonlySet<string> {
  const found = documented.get(file);
  if (found) return found;
  const { statements } = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const names = new Set(
    statements
      .filter((statement) => ts.getJSDocCommentsAndTags(statement).length > 0)
      .flatMap((statement): readonly ts.Node[] =>
        ts.isVariableStatement(statement) ? statement.declarationList.declarations : [statement],
      )
      .flatMap((declaration) => {
        const name = ts.getNameOfDeclaration(declaration as ts.Declaration);
        return name ? [name.getText()] : [];
      }),
  );
  documented.set(file, names);
  return names;
}

/** A program of the declarations of `src/`, as they are before they are taken together into few files. */
function readProgram(): ts.Program {
  const { config } = ts.readConfigFile(join(packageFolder, "tsconfig.json"), ts.sys.readFile) as { config: object };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, packageFolder);
  const roots = doors.map((door) => posix.join(packageFolder, sourceOf(door)));
  const texts = writeDeclarations(roots);
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (file) => texts.has(declarationOf(file)) || fileExists(file);
  host.readFile = (file) => texts.get(declarationOf(file)) ?? readFile(file);
  host.getSourceFile = (file, version) => {
    const text = texts.get(declarationOf(file));
    return text === undefined ? getSourceFile(file, version) : ts.createSourceFile(file, text, version, true);
  };
  return ts.createProgram(roots.map(declarationOf), { ...options, noEmit: true, skipLibCheck: true }, host);
}

/**
 * By the compiler that checks the types too: what it infers is in one order, whatever else is compiled.
 * @returns declarations by the path beside their sources.
 */
function writeDeclarations(roots: readonly string[]): ReadonlyMap<string, string> {
  const folder = mkdtempSync(join(tmpdir(), "briefwright-api-"));
  try {
    const compilerOptions = {
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      removeComments: true,
      noCheck: true,
      rootDir: packageFolder,
      outDir: folder,
      typeRoots: [join(packageFolder, "node_modules", "@types")],
    };
    const config = { extends: join(packageFolder, "tsconfig.json"), compilerOptions, include: [], files: roots };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
    execFileSync(process.execPath, [
      join(packageFolder, "node_modules/typescript-native/bin/tsc"),
      "--project",
      folder,
    ]);
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".d.ts"));
    return new Map(
      files.map((file) => [
        posix.join(packageFolder, file.replaceAll("\\", "/")),
        readFileSync(join(folder, file), "utf8"),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const declarationOf = (file: string) => file.replace(/(?<!\.d)\.ts$/, ".d.ts");

function reportOf(module: ts.Symbol, checker: ts.TypeChecker): string {
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
