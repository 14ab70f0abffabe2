import { existsSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import {
  type BatchFiles,
  type BatchItem,
  type BatchPlan,
  type BriefingSummary,
  hasOnlyGaps,
  type ManifestEntry,
  type ManifestFile,
  outputsOf,
  type WritingPlan,
} from "../batch/index.ts";
import { BriefingError, type Diagnostic } from "../diagnostics/index.ts";
import { unwritableHint } from "../store/index.ts";
import { createEventWriter } from "./build-events.ts";
import { type BuildOptions, isInShard } from "./build-options.ts";
import type { ExitCode } from "./command-context.ts";
import { InputError, inputError } from "./input-error.ts";
import { localStore, type OutputFolder } from "./output-folder.ts";
import { createProgress } from "./progress.ts";
import { type NamedDiagnostic, report, reportAll } from "./report.ts";
import { gapWarning } from "./report-plan.ts";
import { formatRunReport, type RunReportInput } from "./run-report.ts";
import type { OutputStream, Terminal } from "./terminal.ts";
import { isUsage } from "./usage-codes.ts";
import { writeFileAtomically } from "./write-file-atomically.ts";

/**
 * Makes and writes what was planned. What goes wrong with one area, writing it included, is that area's failure; the exit code is 0 only
 * if every file is there at the end.
 * @param folder the folder that it is written into, where it holds the briefings of a batch.
 */
export async function writeBriefings(
  plan: WritingPlan,
  options: BuildOptions,
  { terminal: { out, err }, folder, share }: WritingTo,
): Promise<ExitCode> {
  const began = new Date();
  const { items, unchanged, gaps, total } = share;
  const progress = createProgress(err, unchanged.length);
  const tell = createEventWriter(out, options.json === true);
  const withoutFigures = new Set(gaps.map(({ name }) => name));
  const found: NamedDiagnostic[] = [...gaps];
  const failed: string[] = [];
  const written = new Map<string, Written>();
  const figures = countFigures(unchanged);
  let onlyUsage = true;
  const fail = (item: BatchItem, diagnostics: readonly Diagnostic[], all = diagnostics) => {
    failed.push(item.name);
    folder?.failed(item, all);
    onlyUsage &&= diagnostics.length > 0 && isUsage(diagnostics);
  };
  let done = unchanged.length;
  let end: Ended = { lost: [], removed: [], diagnostics: [], isInOrder: true };
  tell({
    event: "planned",
    total,
    unchanged: unchanged.length,
    diagnostics: [...plan.diagnostics, ...gaps.map(({ diagnostic }) => diagnostic)],
  });
  try {
    for await (const result of plan.generateFiles(items)) {
      const { name, parameters } = result;
      const before = found.length;
      const say = (diagnostics: readonly Diagnostic[]) =>
        found.push(...diagnostics.map((diagnostic) => ({ name, diagnostic })));
      say(result.diagnostics);
      progress.clear();
      if (result.status === "failed") fail(result, result.diagnostics);
      else if (options.strict && (withoutFigures.has(name) || result.diagnostics.length > 0))
        fail(result, [], result.diagnostics);
      else {
        const files = await write(result, options);
        if (files instanceof InputError) {
          say(files.diagnostics);
          fail(result, files.diagnostics);
        } else {
          figures.add(result.summary);
          // Not the result itself: all pages of a batch would be held until its end.
          const { index } = result;
          written.set(name, {
            item: { name, parameters, index, total },
            files: files.map(({ file }) => join(options.out, file)),
          });
          folder?.made(result, files);
        }
      }
      done += 1;
      const state = { name, finished: done, failed: failed.length, total };
      const { files } = written.get(name) ?? { files: [] };
      const diagnostics = found.slice(before).map(({ diagnostic }) => diagnostic);
      tell({ event: written.has(name) ? "written" : "failed", ...state, parameters, files, diagnostics });
      progress.show(state);
      if (failed.length >= (options.maxFailures ?? Number.POSITIVE_INFINITY)) break;
      // Making a briefing waits for nothing outside, so only here can an interruption be heard.
      await setImmediate();
    }
    end = await finish([...written.values()], folder);
    found.push(...end.diagnostics.map((diagnostic) => ({ diagnostic })));
  } finally {
    progress.clear();
    report(err, found, total);
  }
  const made = written.size;
  writeReport(options, { total, made, unchanged: unchanged.length, failed, removed: end.removed, found, began });
  const counts = { written: written.size, failed, unchanged: unchanged.length, notMade: total - done };
  sayEnd(err, { ...counts, ...end, total, strict: options.strict, found });
  const exitCode =
    end.lost.length > 0 || !end.isInOrder
      ? 1
      : failed.length === 0
        ? figures.report(err, total, options)
        : onlyUsage
          ? 2
          : 1;
  tell({ event: "ended", exitCode, ...counts, removed: end.removed, lost: end.lost });
  return exitCode;
}

interface Ending extends Failed, Ended {
  readonly unchanged: number;
  /** Briefings that the run did not come to. */
  readonly notMade: number;
}

function sayEnd(err: OutputStream, ending: Ending): void {
  const { unchanged, total, lost, removed, failed, notMade } = ending;
  sayUnchanged(err, unchanged, total);
  if (removed.length > 0) err.write(`Removed what is no longer of the set: ${shortList(removed)}\n`);
  if (lost.length > 0) reportAll(err, [lostFiles(lost)]);
  if (failed.length > 0) sayFailed(err, ending);
  if (notMade > 0) reportAll(err, [tooManyFailures(failed.length, notMade)]);
}

function writeReport({ report, out }: BuildOptions, run: Omit<RunReportInput, "out" | "ms">): void {
  if (report === undefined) return;
  writeFileAtomically(report, formatRunReport({ ...run, out, ms: Date.now() - run.began.getTime() }));
}

/** What of a plan this run is to make, and what of that is there. */
interface Share {
  readonly items: readonly BatchItem[];
  readonly unchanged: readonly ManifestEntry[];
  readonly gaps: readonly NamedDiagnostic[];
  readonly total: number;
}

/** Finds a run's share, and evaluates what of it is to be made: what is there says itself whether it has figures. */
export function shareOf(plan: BatchPlan, folder: OutputFolder | undefined, { shard }: BuildOptions): Share {
  const own = plan.items.filter((item) => isInShard(item, shard));
  const names = new Set(own.map(({ name }) => name));
  const isOwn = ({ name }: { readonly name: string }) => names.has(name);
  const unchanged = folder?.unchanged.filter(isOwn) ?? [];
  const known = new Set(unchanged.map(({ name }) => name));
  const isGap = (item: BatchItem) =>
    known.has(item.name) ? folder?.onlyGaps.has(item.name) : hasOnlyGaps(plan.evaluate(item));
  return {
    items: folder?.items.filter(isOwn) ?? own,
    unchanged,
    gaps: own.filter(isGap).map(gapWarning),
    total: own.length,
  };
}

interface WritingTo {
  readonly terminal: Terminal;
  readonly folder: OutputFolder | undefined;
  readonly share: Share;
}

const tooManyFailures = (failed: number, notMade: number): Diagnostic => ({
  code: "too-many-failures",
  severity: "error",
  message: `The run stopped after ${failed === 1 ? "a briefing" : `${failed} briefings`} failed; ${notMade === 1 ? "one was" : `${notMade} were`} not made.`,
  hint: "Correct what is said above and run it again, or raise --max-failures.",
});

interface Written {
  readonly item: BatchItem;
  readonly files: readonly string[];
}

interface Ended {
  /** Files that were written and are no longer there. */
  readonly lost: readonly string[];
  readonly removed: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** The folder says what is in it. */
  readonly isInOrder: boolean;
}

/** Brings the folder into order, and looks whether all files are there: before, to say so in its manifest, and at the very end. */
async function finish(written: readonly Written[], folder: OutputFolder | undefined): Promise<Ended> {
  const gone = (files: readonly string[]) => files.filter((file) => !existsSync(file));
  for (const { item, files } of written) if (gone(files).length > 0) folder?.failed(item, [lostFiles(gone(files))]);
  const found = await bringIntoOrder(folder);
  const made = written.flatMap(({ files }) => files);
  const before = folder?.unchanged.flatMap(({ files }) => files.map(({ file }) => join(folder.path, file))) ?? [];
  return { ...found, lost: gone([...made, ...before]) };
}

async function bringIntoOrder(folder: OutputFolder | undefined): Promise<Omit<Ended, "lost">> {
  if (!folder) return { removed: [], diagnostics: [], isInOrder: true };
  try {
    return { ...(await folder.finish()), isInOrder: true };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { removed: [], diagnostics: unwritable(error, folder.path).diagnostics, isInOrder: false };
  }
}

function sayUnchanged(err: OutputStream, unchanged: number, total: number): void {
  if (unchanged === 0) return;
  err.write(`${unchanged === total ? `All ${total}` : `${unchanged} of ${total}`} briefings are as they were.\n`);
}

/** The files of one briefing, or why they cannot be written; then none of them is left. */
async function write(
  result: Extract<BatchFiles, { status: "generated" }>,
  { out, format }: BuildOptions,
): Promise<readonly ManifestFile[] | InputError> {
  const store = localStore(out);
  const written: ManifestFile[] = [];
  try {
    for (const { file, content } of outputsOf(result, format)) {
      await store.write(file.file, content);
      written.push(file);
    }
    return written;
  } catch (error) {
    if (!(error instanceof BriefingError)) throw error;
    for (const { file } of written) await store.remove(file);
    return unwritable(error, out);
  }
}

/** What a full disk says is the same of all areas, and said once. */
function unwritable(error: BriefingError | InputError, folder: string): InputError {
  const [reason = ""] = /[A-Z]{3,}: [^,]+/.exec(error.message) ?? [error.message];
  return inputError({
    code: "unwritable-file",
    message: `Files of the briefing cannot be written: ${reason}.`,
    hint: unwritableHint,
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

const filesShown = 5;

function shortList(files: readonly string[]): string {
  const more = files.length - filesShown;
  return `${files.slice(0, filesShown).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** Somebody took files away while others were written. */
const lostFiles = (lost: readonly string[]): Diagnostic => ({
  code: "lost-files",
  severity: "error",
  message: `${lost.length === 1 ? "A file that was written is" : `${lost.length} files that were written are`} no longer there: ${shortList(lost)}.`,
  hint: "Something else removed them while this ran; run it again.",
});

/** Whether anything that was built has a figure at all. A batch of gaps is no success. */
function countFigures(unchanged: readonly BriefingSummary[]) {
  let [figures, hidden, missing] = [0, 0, 0];
  const add = (summary: BriefingSummary): void => {
    figures += summary.figures + summary.charts;
    hidden += summary.hidden;
    missing += summary.missing;
  };
  unchanged.forEach(add);
  return {
    add,
    /** Reports a run without a figure. */
    report(err: OutputStream, total: number, { mayHaveNone }: Pick<BuildOptions, "mayHaveNone">): ExitCode {
      if (figures > 0 || hidden + missing === 0) return 0;
      const briefings = total === 1 ? "The briefing has no figure" : `None of the ${total} briefings has a figure`;
      reportAll(err, [
        {
          code: "no-figures",
          severity: mayHaveNone ? "warning" : "error",
          message: `${briefings}: ${hidden} are hidden, ${missing} are not available.`,
          hint: "Look at what the claims select. If cells that the data leaves out are zero, say absent of the measure.",
        },
      ]);
      return mayHaveNone ? 0 : 1;
    },
  };
}
