import { existsSync, rmSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import type { BatchPlan, BatchResult } from "../batch/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import { type BriefingRecord, formatBriefingRecord } from "../record/index.ts";
import type { BuildOptions } from "./build-options.ts";
import type { ExitCode } from "./command-context.ts";
import { InputError, inputError } from "./input-error.ts";
import { filesOf } from "./output-files.ts";
import { createProgress } from "./progress.ts";
import { type NamedDiagnostic, report, reportAll } from "./report.ts";
import { gapWarnings } from "./report-plan.ts";
import type { OutputStream, Terminal } from "./terminal.ts";
import { isUsage } from "./usage-codes.ts";
import { writeFileAtomically } from "./write-file-atomically.ts";

/**
 * Makes and writes what was planned. What goes wrong with one area, writing it included, is that area's failure; the exit code is 0 only
 * if every file is there at the end.
 */
export async function writeBriefings(
  plan: BatchPlan,
  options: BuildOptions,
  { out, err }: Terminal,
): Promise<ExitCode> {
  const total = plan.briefings.length;
  const progress = createProgress(err);
  const gaps = gapWarnings(plan);
  const withoutFigures = new Set(gaps.map(({ name }) => name));
  const found: NamedDiagnostic[] = [...gaps];
  const failed: string[] = [];
  const written: string[] = [];
  const figures = countFigures();
  let onlyUsage = true;
  const fail = (name: string, diagnostics: readonly Diagnostic[]) => {
    failed.push(name);
    onlyUsage &&= diagnostics.length > 0 && isUsage(diagnostics);
  };
  try {
    for await (const result of plan.generate()) {
      const { name } = result;
      const say = (diagnostics: readonly Diagnostic[]) =>
        found.push(...diagnostics.map((diagnostic) => ({ name, diagnostic })));
      say(result.diagnostics);
      progress.clear();
      if (result.status === "failed") fail(name, result.diagnostics);
      else if (options.strict && (withoutFigures.has(name) || result.diagnostics.length > 0)) fail(name, []);
      else {
        const files = write(result, options);
        if (files instanceof InputError) {
          say(files.diagnostics);
          fail(name, files.diagnostics);
        } else {
          figures.add(result.record);
          written.push(...files);
          for (const file of files) out.write(`${file}\n`);
        }
      }
      progress.show(`${result.index + 1}/${total} ${name}`);
      // Making a briefing waits for nothing outside, so only here can an interruption be heard.
      await setImmediate();
    }
  } finally {
    progress.clear();
    report(err, found, total);
  }
  const lost = written.filter((file) => !existsSync(file));
  if (lost.length > 0) reportLost(err, lost);
  if (failed.length > 0) sayFailed(err, { failed, total, strict: options.strict, found });
  if (lost.length > 0) return 1;
  if (failed.length === 0) return figures.report(err, total);
  return onlyUsage ? 2 : 1;
}

/** The files of one briefing, or why they cannot be written; then none of them is left. */
function write(
  result: Extract<BatchResult, { status: "generated" }>,
  options: BuildOptions,
): readonly string[] | InputError {
  const written: string[] = [];
  try {
    for (const { file, kind } of filesOf(result, options)) {
      writeFileAtomically(file, (kind === "record" ? formatBriefingRecord(result.record) : result[kind]) ?? "");
      written.push(file);
    }
    return written;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    for (const file of written) rmSync(file, { force: true });
    return unwritable(error, options.out);
  }
}

/** What a full disk says is the same of all areas, and said once. */
function unwritable(error: InputError, folder: string): InputError {
  const [reason = ""] = /[A-Z]{3,}: [^,]+/.exec(error.message) ?? [error.message];
  return inputError({
    code: "unwritable-file",
    message: `Files of the briefing cannot be written: ${reason}.`,
    hint: "Check the folder, who may write there, and the room on the disk; then run it again.",
    source: { file: folder },
  });
}

interface Failed {
  readonly failed: readonly string[];
  readonly total: number;
  readonly strict: boolean | undefined;
  readonly found: readonly NamedDiagnostic[];
}

function sayFailed(err: OutputStream, { failed, total, strict, found }: Failed): void {
  if (total > 1) err.write(`${failed.length} of ${total} briefings not written: ${failed.join(", ")}\n`);
  else if (strict && !found.some(({ diagnostic }) => diagnostic.severity === "error"))
    err.write("Not written: --strict makes a warning a failure.\n");
}

const lostShown = 5;

/** Somebody took files away while others were written. */
function reportLost(err: OutputStream, lost: readonly string[]): void {
  const more = lost.length - lostShown;
  const names = `${lost.slice(0, lostShown).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  reportAll(err, [
    {
      code: "lost-files",
      severity: "error",
      message: `${lost.length === 1 ? "A file that was written is" : `${lost.length} files that were written are`} no longer there: ${names}.`,
      hint: "Something else removed them while this ran; run it again.",
    },
  ]);
}

/** Whether anything that was built has a figure at all. A batch of gaps is no success. */
function countFigures() {
  let [figures, hidden, missing] = [0, 0, 0];
  return {
    add({ claims, charts }: BriefingRecord): void {
      for (const { figure, absence } of claims) {
        if (figure) figures += 1;
        if (absence === "suppressed") hidden += 1;
        else if (absence) missing += 1;
      }
      for (const { columns, rows } of charts)
        for (const { id, numeric } of columns) if (numeric && rows.some((row) => row[id] !== null)) figures += 1;
    },
    /** Reports a run without a figure. */
    report(err: OutputStream, total: number): ExitCode {
      if (figures > 0 || hidden + missing === 0) return 0;
      const briefings = total === 1 ? "The briefing has no figure" : `None of the ${total} briefings has a figure`;
      reportAll(err, [
        {
          code: "no-figures",
          severity: "error",
          message: `${briefings}: ${hidden} are hidden, ${missing} are not available.`,
          hint: "Look at what the claims select. If cells that the data leaves out are zero, say absent of the measure.",
        },
      ]);
      return 1;
    },
  };
}
