/**
 * batch/: one briefing for many areas.
 *
 * In: a briefing, data, and the sets of parameters (or a parameter whose every category is one).
 * Out: a plan of them; an async iterable of results in the order of the plan, each made when it is asked for.
 * Guarantees
 * - What the files are called is safe on every file system, and no two are one file on any.
 * - Data is read and protected once, everything is compiled once a worker. Workers get what is published of the data, on memory
 *   that they share, and never the rest.
 * - Each result is what `generateBriefing` gives for the same parameters, byte for byte, however many workers make them.
 * - One area's error is its own result, also where its worker crashes, hangs or runs out of memory; the others go on.
 * - A manifest says what a batch made, and nothing that its files do not; keys tell which would come out otherwise. It is the same
 *   in a folder and in a bucket, and removes from a store only what an earlier one says is ours.
 * Not its job: writing the files of briefings; the program that runs in a worker (worker/).
 */

export type { BatchItem } from "./batch-item.ts";
export { type BatchLimits, defaultLimits } from "./batch-limits.ts";
export { digestCode, filesAmong, filesNamed } from "./code-digest.ts";
export { createIndexPage } from "./create-index-page.ts";
export { fileName } from "./file-name.ts";
export { type BatchFiles, type BatchResult, generateBriefings } from "./generate-briefings.ts";
export { type BriefingFiles, filesOfBriefing, packBriefing } from "./made-briefing.ts";
export {
  type BriefingSummary,
  emptyEntry,
  indexName,
  type Manifest,
  type ManifestEntry,
  type ManifestFile,
  madeEntry,
  manifestName,
  manifestSchema,
} from "./manifest.ts";
export { hasOnlyGaps, onlyGaps } from "./only-gaps.ts";
export { type FileKind, filesOf, type OutputFile, outputsOf, recordSuffix } from "./output-files.ts";
export {
  type FinishedSet,
  finishSet,
  isSameKey,
  isWanted,
  isWhole,
  type RememberedBriefing,
  readEarlier,
  type SetAbout,
  writeManifest,
} from "./output-set.ts";
export { type BatchPlan, type PlannedBriefing, planBatch, planBriefings, type WritingPlan } from "./plan-briefings.ts";
export {
  type Batch,
  type BatchRequest,
  diagnosticsOf,
  prepareBatch,
  workforceFor,
} from "./prepare-batch.ts";
export { type QueuedMark, readMark, refuseQueued, removeMark, setMark } from "./queued-mark.ts";
export { isOnlyGaps, tellGaps } from "./tell-gaps.ts";
export type { BatchProgress, ModuleLoader, WorkerOptions } from "./worker-options.ts";
export { briefingIdentity } from "./workers/briefing-identity.ts";
export type { Crew } from "./workers/create-crew.ts";
export type { Workforce } from "./workers/create-workforce.ts";
export { flagsOfChild, isOutOfMemory, watchMemory } from "./workers/limited-process.ts";
export type { FromWorker, LoadMessage, Looked, PrepareMessage, ToWorker } from "./workers/messages.ts";
