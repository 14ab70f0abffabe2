import { basename } from "node:path";
import { type BriefingRecord, diffBriefings } from "../record/index.ts";
import type { ExitCode } from "./command-context.ts";
import type { DiffOptions } from "./diff-options.ts";
import { diffTable } from "./diff-table.ts";
import { inputError } from "./input-error.ts";
import type { NamedDiff } from "./named-diff.ts";
import { recordExtension as extension, filesOf, readingAll, readRecord } from "./read-records.ts";
import type { Terminal } from "./terminal.ts";

/** Compares and prints what `briefwright diff` was asked for. Throws an `InputError`. */
export async function diffEditions(
  { previous, next }: Readonly<Record<"previous" | "next", string>>,
  { format }: DiffOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const [before, after] = await Promise.all([filesOf(previous), filesOf(next)]);
  if (before.isFolder !== after.isFolder) {
    throw inputError({
      code: "invalid-option",
      message: `"${before.isFolder ? previous : next}" is a folder and "${before.isFolder ? next : previous}" is a file.`,
      hint: "Give two files, or two folders.",
    });
  }
  const pairs = before.isFolder
    ? pairsByName(before.files, after.files)
    : [{ name: basename(next, extension), before: previous, after: next }];
  const diffs = await readingAll(pairs.map(compare));
  terminal.out.write(format === "json" ? `${JSON.stringify(diffs, null, 2)}\n` : diffTable(diffs, terminal.out));
  return diffs.some((each) => !("diff" in each) || each.diff.changes.length > 0) ? 1 : 0;
}

interface Pair {
  readonly name: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

async function compare({ name, before, after }: Pair): Promise<NamedDiff> {
  if (before === undefined) return { name, onlyIn: "next" };
  if (after === undefined) return { name, onlyIn: "previous" };
  const [previous, next] = await readingAll([readRecord(before), readRecord(after)]);
  return { name, diff: diffBriefings(previous as BriefingRecord, next as BriefingRecord) };
}

function pairsByName(before: readonly string[], after: readonly string[]): readonly Pair[] {
  const byName = (files: readonly string[]) => new Map(files.map((file) => [basename(file, extension), file]));
  const [old, young] = [byName(before), byName(after)];
  return [...new Set([...young.keys(), ...old.keys()])].map((name) => {
    const [earlier, later] = [old.get(name), young.get(name)];
    return { name, before: earlier, after: later };
  });
}
