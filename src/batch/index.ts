/**
 * batch/: one briefing for many areas.
 *
 * In: a briefing, data, and the sets of parameters (or a parameter whose every category is one).
 * Out: a plan of them; an async iterable of results in the order of the plan, each made when it is asked for.
 * Guarantees
 * - What the files are called is safe on every file system, and no two are one file on any.
 * - Data is read once, everything is compiled once.
 * - Each result is what `generateBriefing` gives for the same parameters, byte for byte.
 * - One area's error is its own result; the others go on.
 * - A manifest says what a batch made, and nothing that its files do not; keys tell which would come out otherwise.
 * Not its job: writing files; running on several processors (a later stage of the project).
 */
export { fileName } from "./file-name.ts";
export { type BatchResult, generateBriefings } from "./generate-briefings.ts";
export {
  emptyEntry,
  formatManifest,
  indexName,
  type Manifest,
  type ManifestEntry,
  type ManifestFile,
  madeEntry,
  manifestFile,
  manifestName,
  manifestSchema,
  parseManifest,
} from "./manifest.ts";
export { type BatchPlan, type PlannedBriefing, planBriefings } from "./plan-briefings.ts";
export type { BatchPlace, BatchRequest } from "./prepare-batch.ts";
