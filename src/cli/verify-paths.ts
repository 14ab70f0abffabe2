import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { indexName, manifestName } from "../batch/index.ts";
import { type FileToVerify, type Verification, verifyFiles } from "../verify/index.ts";
import type { ExitCode } from "./command-context.ts";
import { inputError, readingInput } from "./input-error.ts";
import { whyUnreadable } from "./read-text-file.ts";
import type { Terminal } from "./terminal.ts";
import type { VerifyCommandOptions } from "./verify-options.ts";

/** Verifies and prints what `briefwright verify` was asked for. Throws an `InputError`. */
export async function verifyPaths(
  paths: readonly string[],
  { format }: VerifyCommandOptions,
  { out }: Terminal,
): Promise<ExitCode> {
  const found = (await Promise.all(paths.map(filesOf))).flat();
  const files: FileToVerify[] = [];
  for (const file of found) files.push({ file, content: await readBytes(file) });
  const verified = await readingInput(() => verifyFiles(files));
  out.write(
    format === "json" ? `${JSON.stringify(verified, null, 2)}\n` : verified.map((each) => lines(each, out)).join(""),
  );
  if (verified.some(({ verdict }) => verdict === "differs")) return 1;
  return verified.some(({ verdict }) => verdict === "cannot-tell") ? 2 : 0;
}

const signs = { agrees: "green", differs: "red", "cannot-tell": "yellow" } as const;

function lines({ file, verdict, generator, checked, findings }: Verification, out: Terminal["out"]): string {
  const { figures, claims, cells, charts } = checked;
  const by =
    generator === null
      ? ""
      : ` (${figures} texts, ${claims} claims, ${cells} cells, ${charts} charts; made by ${generator})`;
  const verdictText = verdict === "cannot-tell" ? "cannot tell" : verdict;
  return [
    `${file}: ${out.paint(signs[verdict], verdictText)}${by}`,
    ...findings.map(({ message, code }) => `  ${message} [${code}]`),
    "",
  ].join("\n");
}

async function filesOf(path: string): Promise<readonly string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    const all = await readdir(path);
    // The page that leads to the briefings of a folder is none of them.
    const isIndex = (name: string) => name === indexName && all.includes(manifestName);
    const files = all.filter((name) => /\.(?:html?|pdf)$/i.test(name) && !isIndex(name)).sort();
    if (files.length > 0) return files.map((name) => join(path, name));
  } catch (error) {
    throw inputError({ code: "unreadable-file", message: whyUnreadable(error), source: { file: path } });
  }
  throw inputError({
    code: "nothing-to-verify",
    message: "There is no PDF and no HTML page in this folder.",
    hint: '"briefwright build --verifiable" writes them.',
    source: { file: path },
  });
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw inputError({ code: "unreadable-file", message: whyUnreadable(error), source: { file } });
  }
}
