/**
 * Builds dist/program: the command line and the workers that it starts, with all the packages that they always need, as scripts that
 * `src/launch/` runs by V8's code cache. Run by `npm run build` when tsup is done.
 *
 * Scripts, since Node 20 keeps compiled code of scripts alone; several and not one, so that a command loads what it needs. A script that
 * V8 compiled before cannot `import()`: what is outside of dist/program is imported by the launcher (`hostImport`).
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import ts from "typescript";
import { engine } from "./engine.mjs";
import { withLateExpressions } from "./late-expressions.mjs";
import { leanCssSelect } from "./lean-css-select.mjs";
import { leanPdfkit } from "./lean-pdfkit.mjs";
import { withSharedShapes } from "./shared-shapes.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = path.join(root, "dist/program");
const inModules = (name) => path.join(root, "node_modules", name);
const shared = { ...engine, platform: "node", charset: "ascii", legalComments: "none", minify: true };

/** Loaded by few runs, or with files of their own beside them. */
const outside = ["@clack/prompts", "chokidar", "harfbuzzjs", "highs", "hyphen/patterns/*", "jiti", "woff2-encoder"];
const { peerDependencies } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));

mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) if (name.endsWith(".cjs")) rmSync(path.join(folder, name));
const { outputFiles, metafile } = await build({
  ...shared,
  absWorkingDir: root,
  entryPoints: { cli: "src/cli/main.ts", worker: "src/worker/main.ts" },
  outdir: folder,
  outExtension: { ".js": ".cjs" },
  format: "esm",
  bundle: true,
  splitting: true,
  write: false,
  metafile: true,
  define: { "import.meta.url": "hostUrl" },
  external: [...outside, ...Object.keys(peerDependencies)],
  plugins: [leanCssSelect, leanPdfkit, { name: "briefwright-program", setup: adapt }],
});

for (const { path: file, text } of outputFiles) {
  const script = text.replaceAll(/\bimport\((["'`]\.\/[\w.-]+\.cjs["'`])\)/g, "hostImport($1)");
  const { code } = await transform(script, { ...shared, format: "cjs" });
  // What were modules ran by the rules of strict mode.
  writeFileSync(file, `"use strict";${inAscii(withSharedShapes(code))}`);
}
// The one file that pdfkit reads beside its code, which is here and in the library: of the fonts that PDF has by name, none is used.
for (const beside of [folder, path.join(root, "dist")]) {
  mkdirSync(path.join(beside, "data"), { recursive: true });
  copyFileSync(inModules("pdfkit/js/data/sRGB_IEC61966_2_1.icc"), path.join(beside, "data/sRGB_IEC61966_2_1.icc"));
}
writeFileSync(path.join(root, "dist/LICENSES.txt"), licences());

/** The launcher takes each byte for a letter, and esbuild leaves those of regular expressions as they are. */
function inAscii(code) {
  if (/\\[\u0080-\uffff]/.test(code))
    throw new Error("A backslash stands before a letter that has to be escaped itself.");
  return code.replaceAll(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function adapt({ onLoad, onResolve }) {
  onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path: file }) => {
    const code = withLateExpressions(readFileSync(file, "utf8"));
    return { loader: "ts", contents: code.includes("import(") ? importingByLauncher(file, code) : code };
  });
  // In one file, as in the library.
  onResolve({ filter: /^css-tree$/ }, () => ({ path: inModules("css-tree/dist/csstree.esm.js") }));
  // Looks for a package that nothing here draws with, and waits for it.
  onResolve({ filter: /^vega-canvas$/ }, () => ({ path: inModules("vega-canvas/build/vega-canvas.browser.js") }));
  // Words of other languages for errors that are all written here.
  onResolve({ filter: /^\.\.\/locales\/index\.js$/ }, ({ importer }) =>
    /[\\/]zod[\\/]/.test(importer) ? { path: "locales", namespace: "one-locale" } : undefined,
  );
  onLoad({ filter: /.*/, namespace: "one-locale" }, () => ({
    contents: 'export { default as en } from "./en.js";',
    resolveDir: inModules("zod/v4/locales"),
  }));
  // Half a megabyte for what Node does itself.
  onResolve({ filter: /^brotli\/decompress/ }, () => ({ path: "brotli", namespace: "by-node" }));
  onLoad({ filter: /.*/, namespace: "by-node" }, () => ({
    contents:
      'import { brotliDecompressSync } from "node:zlib"; export default (bytes) => brotliDecompressSync(bytes);',
  }));
}

/** The source of a module in which `import()` of what is not in src/ is the launcher's, and that in texts is left alone. */
function importingByLauncher(file, code) {
  const at = [];
  const visit = (node) => {
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      const isBundled = ts.isStringLiteral(argument) && /^(?:\.|vega)/.test(argument.text);
      if (!isBundled) at.push(node.expression.getStart());
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true));
  return at.reduceRight(
    (text, start) => `${text.slice(0, start)}hostImport${text.slice(start + "import".length)}`,
    code,
  );
}

/** The licences of the packages whose code is in dist/program, as each asks to be kept with it. */
function licences() {
  const inputs = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs));
  const names = new Set(inputs.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file) ?? []));
  const packages = new Map();
  for (const name of [...names].sort()) {
    const home = path.resolve(root, name);
    const { name: called, version, license } = JSON.parse(readFileSync(path.join(home, "package.json"), "utf8"));
    const file = readdirSync(home).find((each) => /^(?:licen[cs]e|copying)/i.test(each));
    const text = file === undefined ? `Licence: ${license}` : readFileSync(path.join(home, file), "utf8").trim();
    packages.set(text, [...(packages.get(text) ?? []), `${called} ${version}`]);
  }
  const parts = [...packages].map(([text, names]) => `${names.join(", ")}\n\n${text}\n`);
  return `The scripts in this folder and in program/ hold code of these packages.\n\n${parts.join(`\n${"-".repeat(80)}\n\n`)}`;
}
