import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  type BatchFiles,
  type BatchItem,
  type BatchPlan,
  emptyEntry,
  finishSet,
  hasOnlyGaps,
  isWanted,
  isWhole,
  type ManifestEntry,
  type ManifestFile,
  madeEntry,
  readEarlier,
  refuseQueued,
  writeManifest,
} from "../batch/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import { folderStore, lockFolder, type Store } from "../store/index.ts";
import { openBuildCache } from "./build-cache.ts";
import type { BuildOptions } from "./build-options.ts";
import { deferSignals } from "./defer-signals.ts";
import { readingInput } from "./input-error.ts";

/** A folder that holds the briefings of one batch, and nothing of an earlier one that is no longer true. */
export interface OutputFolder {
  readonly path: string;
  readonly store: Store;
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
  const about = { module, title: plan.title, lang: plan.lang };
  const lock = await readingInput(() => lockFolder(out));
  try {
    const store = localStore(out);
    await readingInput(() => refuseQueued(store));
    const earlier = await readingInput(() => readEarlier(store, about));
    const keys = plan.contentKeys(options.code);
    const cache = openBuildCache(out, keys?.all, env);
    /** In the order of the plan, as far as they are known. */
    const entries = new Map<string, ManifestEntry | undefined>(plan.items.map(({ name }) => [name, undefined]));
    /** Names of those that are remembered, and of those with gaps and no figure. */
    const [cached, onlyGaps] = [new Set<string>(), new Set<string>()];
    const items: BatchItem[] = [];
    for (const item of plan.items) {
      const before = keys && !options.force ? cache.find(item.name) : undefined;
      const isSame = before && (before.all === keys?.all || keys?.isStill(item.parameters, before.basis));
      if (isSame && isWanted(before.entry, options) && (await areWhole(store, before.entry))) {
        entries.set(item.name, before.entry);
        cached.add(item.name);
        if (before.onlyGaps) onlyGaps.add(item.name);
        continue;
      }
      // A briefing whose functions never end is ended by who watches over this process, while nothing is written.
      plan.evaluate(item);
      items.push(item);
    }
    const unchanged = [...entries.values()].filter((entry) => entry !== undefined);
    const gone = earlier.filter(({ name }) => !entries.has(name));
    const earlierOf = new Map(earlier.map((entry) => [entry.name, entry]));
    const planned = items.map((item) => emptyEntry(item, "planned", [], earlierOf.get(item.name)));
    if (planned.length > 0) await readingInput(() => writeManifest(store, about, [...unchanged, ...planned, ...gone]));

    return {
      path: out,
      store,
      items,
      unchanged,
      onlyGaps,
      made(result, files) {
        const entry = madeEntry(result, result, files);
        entries.set(result.name, entry);
        const basis = keys?.basisOf(result.parameters);
        if (!basis) return;
        cached.add(result.name);
        cache.add({ basis, onlyGaps: hasOnlyGaps(plan.evaluate(result)), entry });
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
        const removed = await readingInput(() =>
          finishSet(store, about, { entries: done, gone, indexPage: plan.indexPage }),
        );
        cache.keep(cached);
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

/** A folder that this process writes into: a signal ends it between two files. */
export const localStore = (folder: string): Store => folderStore(folder, { beforeWrite: deferSignals });

async function areWhole(store: Store, { files }: ManifestEntry): Promise<boolean> {
  for (const file of files) if (!(await isWhole(store, file))) return false;
  return true;
}
