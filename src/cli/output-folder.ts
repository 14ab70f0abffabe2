import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import {
  type BatchFiles,
  type BatchItem,
  type BatchPlan,
  createManifest,
  emptyEntry,
  formatManifest,
  indexName,
  type ManifestEntry,
  type ManifestFile,
  madeEntry,
  manifestName,
  parseManifest,
} from "../batch/index.ts";
import { editionName } from "../dataset/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import { sha256 } from "../record/index.ts";
import { type CachedBriefing, openBuildCache } from "./build-cache.ts";
import type { BuildOptions } from "./build-options.ts";
import { inputError, readingInput } from "./input-error.ts";
import { lockFolder } from "./lock-folder.ts";
import { filesOf } from "./output-files.ts";
import { hasOnlyGaps } from "./report-plan.ts";
import { writeIfOther } from "./write-file-atomically.ts";

/** A folder that holds the briefings of one batch, and nothing of an earlier one that is no longer true. */
export interface OutputFolder {
  readonly path: string;
  /** Those to be made: the others would come out as they are there. */
  readonly items: readonly BatchItem[];
  readonly unchanged: readonly ManifestEntry[];
  /** Names of those among `unchanged` that have gaps and no figure. */
  readonly onlyGaps: ReadonlySet<string>;
  made(result: Extract<BatchFiles, { status: "generated" }>, files: readonly ManifestFile[]): void;
  failed(item: BatchItem, diagnostics: readonly Diagnostic[]): void;
  /**
   * Removes what earlier runs left of briefings that are gone, and says what there is in the manifest and on the index page.
   * @returns the files removed, and warnings.
   */
  finish(): Promise<{ readonly removed: readonly string[]; readonly diagnostics: readonly Diagnostic[] }>;
  /** Lets other runs into the folder. */
  release(): void;
}

export interface OutputFolderOptions extends Pick<BuildOptions, "out" | "format" | "force" | "strict"> {
  /** The file name of the module. */
  readonly module: string;
  /** What its code is: see `digestCode`. */
  readonly code: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Opens a folder for the briefings of a plan, takes it for this run alone, and finds out which of them it has already. What will be written is in
 * its manifest from the beginning on: killed at any moment and run again, nothing is left over.
 * @throws InputError where another run writes into it, and where it holds the briefings of another module.
 */
export async function openOutputFolder(plan: BatchPlan, options: OutputFolderOptions): Promise<OutputFolder> {
  const { out, module, env } = options;
  const lock = await lockFolder(out);
  try {
    const earlier = await readEarlier(out, { module, title: plan.title });
    const cache = openBuildCache(out, env);
    const keys = plan.contentKeys(options.code);
    /** By name: a key takes an evaluation of the briefing. */
    const known = new Map<string, string | undefined>();
    const keyOf = ({ name, parameters }: BatchItem) => {
      if (!known.has(name)) known.set(name, keys?.of(parameters));
      return known.get(name);
    };
    /** In the order of the plan, as far as they are known. */
    const entries = new Map<string, ManifestEntry | undefined>(plan.items.map(({ name }) => [name, undefined]));
    const cached = new Map<string, CachedBriefing>();
    const items: BatchItem[] = [];
    for (const item of plan.items) {
      const before = cache.briefings.get(item.name);
      const isSame = keys && before && !options.force && (before.all === keys.all || isKnown(before.key, keyOf(item)));
      if (isSame && isWanted(before.entry, options) && before.entry.files.every((file) => isWhole(out, file))) {
        entries.set(item.name, before.entry);
        cached.set(item.name, { ...before, all: keys.all });
        continue;
      }
      // A briefing whose functions never end is ended by who watches over this process, while nothing is written.
      plan.evaluate(item);
      items.push(item);
    }
    const unchanged = [...entries.values()].filter((entry) => entry !== undefined);
    const gone = earlier.filter(({ name }) => !entries.has(name));
    const earlierOf = new Map(earlier.map((entry) => [entry.name, entry]));
    const write = (briefings: readonly ManifestEntry[]) => {
      const { title, lang } = plan;
      const manifest = createManifest({ module, title, lang, briefings: [...briefings] });
      writeIfOther(join(out, manifestName), formatManifest(manifest));
      return manifest;
    };
    const planned = items.map((item) => emptyEntry(item, "planned", [], earlierOf.get(item.name)));
    if (planned.length > 0) write([...unchanged, ...planned, ...gone]);

    return {
      path: out,
      items,
      unchanged,
      onlyGaps: new Set([...cached].flatMap(([name, { onlyGaps }]) => (onlyGaps ? [name] : []))),
      made(result, files) {
        const entry = madeEntry(result, result, files);
        entries.set(result.name, entry);
        if (!keys) return;
        const onlyGaps = hasOnlyGaps(plan.evaluate(result));
        const briefing = { all: keys.all, key: keyOf(result), onlyGaps, entry };
        cached.set(result.name, briefing);
        cache.add(briefing);
      },
      failed(item, diagnostics) {
        const before = earlierOf.get(item.name);
        const files = before?.files.filter(({ file }) => existsSync(join(out, file))) ?? [];
        entries.set(item.name, emptyEntry(item, "failed", diagnostics, before && { ...before, files }));
        cached.delete(item.name);
      },
      async finish() {
        const done = plan.items.map(
          (item) => entries.get(item.name) ?? emptyEntry(item, "planned", [], earlierOf.get(item.name)),
        );
        const kept = new Set(done.flatMap(({ files }) => files.map(({ file }) => file)));
        const names = new Set(
          [...done, ...gone].flatMap(({ name, files }) => [...fileNames(name), ...files.map(({ file }) => file)]),
        );
        const removed = removeFrom(out, { names, kept });
        writeIfOther(join(out, indexName), await plan.indexPage(write(done)));
        cache.keep([...cached.values()]);
        const problem = cache.problem();
        return { removed, diagnostics: problem ? [problem] : [] };
      },
      release: lock.release,
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** What cannot be evaluated has no key, and is not known to come out as it did. */
const isKnown = (before: string | undefined, now: string | undefined): boolean =>
  before !== undefined && before === now;

/** All files that a briefing of that name may have. */
const fileNames = (name: string): readonly string[] =>
  filesOf({ name }, { out: "", format: ["pdf", "html"] }).map(({ file }) => file);

/** What earlier runs made of the same set. Modules of one name in several folders are told apart by what they are about. */
async function readEarlier(
  out: string,
  { module, title }: { readonly module: string; readonly title: string },
): Promise<readonly ManifestEntry[]> {
  const file = join(out, manifestName);
  if (!existsSync(file)) return [];
  const manifest = await readingInput(() => parseManifest(readFileSync(file, "utf8"), file));
  if (manifest.module === module && manifest.title === title) return manifest.briefings;
  throw inputError({
    code: "folder-of-another",
    message: `The folder holds the briefings of ${manifest.module} about "${manifest.title}", which this run would remove: it is of ${module} about "${title}".`,
    hint: "Write into another folder; or, if these are the same briefings under another name, remove the manifest.",
    source: { file },
  });
}

/** Whether what was made is all that is asked for now. */
function isWanted({ status, files, diagnostics }: ManifestEntry, { format, strict }: OutputFolderOptions): boolean {
  const kinds = files.map(({ kind }) => kind).filter((kind) => kind !== "record");
  const isComplete = kinds.length === format.length && format.every((each) => kinds.includes(each));
  return status === "made" && isComplete && !(strict && diagnostics.length > 0);
}

function isWhole(out: string, { file, bytes, sha256: hash }: ManifestFile): boolean {
  try {
    const content = readFileSync(join(out, file));
    return content.length === bytes && sha256(content) === hash;
  } catch {
    return false;
  }
}

interface Removing {
  /** Files that are ours. */
  readonly names: ReadonlySet<string>;
  readonly kept: ReadonlySet<string>;
}

/** Removes files of ours that nothing refers to, and what a killed run was writing. */
function removeFrom(out: string, { names, kept }: Removing): readonly string[] {
  const isOurs = (name: string) => names.has(name) || [manifestName, indexName, editionName].includes(name);
  // Somebody may have taken the folder away.
  const found = (existsSync(out) ? readdirSync(out) : []).filter((name) => {
    const unfinished = /^\.(.+)\.\d+\.tmp$/.exec(name)?.[1];
    return unfinished === undefined ? names.has(name) && !kept.has(name) : isOurs(unfinished);
  });
  for (const name of found) rmSync(join(out, name), { force: true });
  return found.map((name) => join(out, name));
}
