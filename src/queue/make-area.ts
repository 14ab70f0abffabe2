import {
  type BatchItem,
  type BriefingFiles,
  type Crew,
  isSameKey,
  isWanted,
  isWhole,
  type Looked,
  type ManifestEntry,
  madeEntry,
  onlyGaps,
  outputsOf,
} from "../batch/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import { type Store, type WriteCondition, writeOnce } from "../store/index.ts";
import type { AreaRecord, MadeRecord, QueuePlan } from "./queue-plan.ts";
import type { Seen, WorkStore } from "./work-store.ts";

/** What a worker has for the areas of one run. */
export interface RunTools {
  readonly plan: QueuePlan;
  readonly crew: Crew;
  readonly work: WorkStore;
  readonly out: Store;
  /** Whether the work store is still at this run, as it was a moment ago or is now. */
  isCurrent(when: "lately" | "now"): Promise<boolean>;
}

/** An area of a plan, as the plan has it. */
export interface Area {
  readonly run: string;
  readonly index: number;
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
}

export type AreaOutcome =
  /** By this worker: of several that were at it, one says so. */
  | { readonly kind: "made"; readonly files: readonly string[]; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: "unchanged" }
  /** It cannot be made, however often it is tried. */
  | { readonly kind: "failed"; readonly diagnostics: readonly Diagnostic[] }
  /** Another run has taken over. */
  | { readonly kind: "superseded" };

/**
 * Makes an area of a plan, unless what is there would come out again, and remembers it. May be done twice, by two at once and after any
 * interruption: the same bytes are written, or nothing.
 * @throws BriefingError where a store does not answer: to be tried again.
 */
export async function makeArea(job: Area, tools: RunTools): Promise<AreaOutcome> {
  const { plan, crew, work } = tools;
  const { run, name, parameters } = job;
  const seen = await work.record(name);
  const before = seen?.value.kind === "made" ? seen.value : undefined;
  if (before?.run === run && (await isThere(before, tools))) return { kind: "unchanged" };
  const isSame = !plan.force && before !== undefined && plan.all !== undefined && before.all === plan.all;
  const looked = isSame ? before : await crew.look(parameters);
  if (isFailure(looked)) return fail(job, looked.diagnostics, tools, seen);
  const isUnchanged = isSame || (!plan.force && before !== undefined && isSameKey(before.key, looked.key));
  if (isUnchanged && (await isThere(before, tools))) {
    if (!isSame) await work.putRecord(name, { ...before, all: plan.all }, seen);
    return { kind: "unchanged" };
  }
  const outcome = await crew.make(parameters);
  if (outcome.kind === "failed") return fail(job, outcome.diagnostics, tools, seen);
  const briefing = outcome.briefing as BriefingFiles;
  const diagnostics = [...(looked.onlyGaps ? [onlyGaps] : []), ...briefing.diagnostics];
  if (plan.strict && diagnostics.length > 0) {
    await fail(job, briefing.diagnostics, tools, seen);
    return { kind: "failed", diagnostics };
  }
  const outputs = outputsOf({ name, ...briefing }, plan.formats);
  const versions: Record<string, string> = {};
  for (const { file, content } of outputs) {
    const version = await putOutput(file.file, { content, last: before?.versions[file.file] }, tools);
    if (version === undefined) return { kind: "superseded" };
    versions[file.file] = version;
  }
  const item: BatchItem = { name, parameters, index: job.index, total: plan.total };
  const entry = madeEntry(
    item,
    briefing,
    outputs.map(({ file }) => file),
  );
  const { key, onlyGaps: isGap } = looked;
  const record = { kind: "made" as const, run, all: plan.all, key, onlyGaps: isGap, entry, versions, diagnostics };
  if (!(await remember(name, record, tools, seen))) return { kind: "unchanged" };
  return { kind: "made", files: outputs.map(({ file }) => tools.out.describe(file.file)), diagnostics };
}

const isFailure = (
  looked: MadeRecord | Looked | { readonly kind: "failed"; readonly diagnostics: readonly Diagnostic[] },
) => looked.kind === "failed";

/** Whether the files of an area are all that is wanted, and are there as they were written. */
async function isThere({ entry }: { readonly entry: ManifestEntry }, { plan, out }: RunTools): Promise<boolean> {
  if (!isWanted(entry, { format: plan.formats, strict: plan.strict })) return false;
  for (const file of entry.files) if (!(await isWhole(out, file))) return false;
  return true;
}

/** So often another may be faster at one file before something is wrong. */
const mostConflicts = 20;

/**
 * Writes a file over the version that was there last. Where another is there, somebody has written in between: the one whose run is
 * current goes before.
 * @returns its version; undefined where another run has taken over.
 */
async function putOutput(
  name: string,
  { content, last }: { readonly content: string | Uint8Array; readonly last: string | undefined },
  { out, isCurrent }: RunTools,
): Promise<string | undefined> {
  let condition: WriteCondition = last === undefined ? "absent" : { version: last };
  for (let turn = 0; turn < mostConflicts; turn += 1) {
    if (!(await isCurrent(turn === 0 ? "lately" : "now"))) return undefined;
    const outcome = await writeOnce(out, name, { content, condition });
    if (outcome.kind === "there") return outcome.version;
    condition = outcome.version === undefined ? "absent" : { version: outcome.version };
  }
  throw new Error(`Others write ${out.describe(name)} as fast as this does.`);
}

/**
 * What an earlier run knew is written over; what this one knows already, by another worker, stays.
 * @returns whether this worker was the one.
 */
async function remember(
  name: string,
  record: AreaRecord,
  { work, isCurrent }: RunTools,
  first: Seen<AreaRecord> | undefined,
): Promise<boolean> {
  let seen = first;
  for (;;) {
    const outcome = await work.putRecord(name, record, seen);
    if (outcome !== "other") return outcome === "own";
    seen = await work.record(name);
    const isKnown = seen?.value.run === record.run && (seen.value.kind === "made" || record.kind === "failed");
    if (isKnown || !(await isCurrent("now"))) return false;
  }
}

async function fail(
  { name, run }: Area,
  diagnostics: readonly Diagnostic[],
  tools: RunTools,
  seen: Seen<AreaRecord> | undefined,
): Promise<AreaOutcome> {
  await remember(name, { kind: "failed", run, diagnostics }, tools, seen);
  return { kind: "failed", diagnostics };
}
