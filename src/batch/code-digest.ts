import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, extname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const code = [".ts", ".mts", ".cts", ".js", ".mjs", ".cjs"];
/** What a module reads beside code: its stylesheets and templates are read by the briefing, which knows them. */
const read = new Set([...code, ".json"]);
const lockFiles = ["package-lock.json", "npm-shrinkwrap.json", "pnpm-lock.yaml", "yarn.lock", "bun.lock"];

/** Relative paths as they stand in code: in `import`, `import()`, `new URL()`, `require()`. */
const paths = /(["'`])(\.{1,2}\/[^"'`\n]+)\1/g;

/**
 * A module, and all that it and the code among these name by a relative path and that is there: code, templates, stylesheets, data.
 * What a folder is named for is the folder.
 */
export function filesNamed(module: string): ReadonlySet<string> {
  const found = new Set([resolve(module)]);
  // The set grows while it is read.
  for (const file of found) {
    if (!code.includes(extname(file))) continue;
    for (const [, , path = ""] of textOf(file).matchAll(paths)) {
      const named = namedPath(resolve(dirname(file), path));
      if (named !== undefined) found.add(named);
    }
  }
  return found;
}

/** Nothing of what is no file, or none any more: whoever loads it says so. */
function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/**
 * SHA-256 of a module, of all files of code and JSON that it and these name by a relative path, and of the versions of installed
 * packages, hex. Files of data are left out: what matters of them is what is read.
 */
export function digestCode(module: string, dataFiles: readonly string[]): string {
  const root = dirname(resolve(module));
  const isData = new Set(dataFiles.map((file) => resolve(file)));
  const found = [...filesNamed(module)].filter((file) => read.has(extname(file)) && isFile(file) && !isData.has(file));
  const lock = lockFileAbove(root);
  const hash = createHash("sha256");
  const seen = found.map((file) => ({ file, name: relative(root, file) }));
  // By what they are called from the module: above it, folders have other names elsewhere.
  seen.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const { file, name } of [...seen, ...(lock === undefined ? [] : [{ file: lock, name: basename(lock) }])]) {
    const content = readFileSync(file);
    hash.update(`${name}\n${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}

function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  } catch {
    return false;
  }
}

/** As TypeScript and bundlers find it: with an extension, of a folder its index, `.js` standing for `.ts`. */
function namedPath(path: string): string | undefined {
  const bare = path.replace(/\.([cm]?)js$/, "");
  const kind = /\.([cm]?)js$/.exec(path)?.[1] ?? "";
  const candidates = [
    path,
    ...(bare === path ? [] : [`${bare}.${kind}ts`]),
    ...code.map((extension) => path + extension),
    ...code.map((extension) => join(path, `index${extension}`)),
  ];
  return candidates.find(isFile) ?? (existsSync(path) ? path : undefined);
}

function lockFileAbove(folder: string): string | undefined {
  const found = lockFiles.map((name) => join(folder, name)).find((file) => existsSync(file));
  if (found !== undefined || dirname(folder) === folder) return found;
  return lockFileAbove(dirname(folder));
}

/** The files among what datasets are read from. */
export const filesAmong = (inputs: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.values(inputs)
    .flat()
    .flatMap((input: unknown) => {
      const path = typeof input === "object" && input !== null && "file" in input ? input.file : input;
      if (path instanceof URL) return path.protocol === "file:" ? [fileURLToPath(path)] : [];
      return typeof path === "string" ? [path] : [];
    });
