import type { OutputFormat } from "../briefing/index.ts";
import { editionName } from "../dataset/index.ts";
import { BriefingError } from "../diagnostics/index.ts";
import { type Store, unfinishedName } from "../store/index.ts";
import {
  createManifest,
  formatManifest,
  indexName,
  type Manifest,
  type ManifestEntry,
  type ManifestFile,
  manifestName,
  parseManifest,
} from "./manifest.ts";
import { filesOf } from "./output-files.ts";

/** What is remembered of a briefing that was made. */
export interface RememberedBriefing {
  /** Of the whole batch that it was made in, and of itself: see `ContentKeys`. */
  readonly all: string;
  readonly key: string | undefined;
  /** All figures of its claims and tables are hidden or not available. */
  readonly onlyGaps: boolean;
  readonly entry: ManifestEntry;
}

/** What tells the briefings of one store from those of another. */
export type SetAbout = Pick<Manifest, "module" | "title" | "lang">;

/**
 * What earlier runs made of the same set. Modules of one name in several folders are told apart by what they are about.
 * @throws BriefingError where the store holds the briefings of another module.
 */
export async function readEarlier(
  store: Store,
  { module, title }: Pick<SetAbout, "module" | "title">,
): Promise<readonly ManifestEntry[]> {
  const found = await store.read(manifestName);
  if (!found) return [];
  const file = store.describe(manifestName);
  const manifest = parseManifest(new TextDecoder().decode(found.content), file);
  if (manifest.module === module && manifest.title === title) return manifest.briefings;
  throw new BriefingError([
    {
      code: "folder-of-another",
      severity: "error",
      message: `The folder holds the briefings of ${manifest.module} about "${manifest.title}", which this run would remove: it is of ${module} about "${title}".`,
      hint: "Write into another folder; or, if these are the same briefings under another name, remove the manifest.",
      source: { file },
    },
  ]);
}

export interface WantedOutputs {
  readonly format: readonly OutputFormat[];
  readonly strict?: boolean | undefined;
}

/** Whether what was made is all that is asked for now. */
export function isWanted({ status, files, diagnostics }: ManifestEntry, { format, strict }: WantedOutputs): boolean {
  const kinds = files.map(({ kind }) => kind).filter((kind) => kind !== "record");
  const isComplete = kinds.length === format.length && format.every((each) => kinds.includes(each));
  return status === "made" && isComplete && !(strict && diagnostics.length > 0);
}

/** Whether a file is in a store as it was written. */
export async function isWhole(store: Store, { file, bytes, sha256 }: ManifestFile): Promise<boolean> {
  const found = await store.head(file);
  return found?.bytes === bytes && found.sha256 === sha256;
}

/** What cannot be evaluated has no key, and is not known to come out as it did. */
export const isSameKey = (before: string | undefined, now: string | undefined): boolean =>
  before !== undefined && before === now;

/** Says in the manifest what there is and what will be, before anything is written: killed at any moment and run again, nothing is left over. */
export async function writeManifest(
  store: Store,
  about: SetAbout,
  briefings: readonly ManifestEntry[],
): Promise<Manifest> {
  const { module, title, lang } = about;
  const manifest = createManifest({ module, title, lang, briefings: [...briefings] });
  await writeIfOther(store, manifestName, formatManifest(manifest));
  return manifest;
}

export interface FinishedSet {
  /** In the order of the plan. */
  readonly entries: readonly ManifestEntry[];
  /** Of earlier runs, which are not in the plan any more. */
  readonly gone: readonly ManifestEntry[];
  indexPage(manifest: Manifest): Promise<string>;
}

/**
 * Removes what earlier runs left of briefings that are gone, and says what there is in the manifest and on the index page.
 * @returns the files removed.
 */
export async function finishSet(
  store: Store,
  about: SetAbout,
  { entries, gone, indexPage }: FinishedSet,
): Promise<readonly string[]> {
  const kept = new Set(entries.flatMap(({ files }) => files.map(({ file }) => file)));
  const names = new Set(
    [...entries, ...gone].flatMap(({ name, files }) => [...fileNames(name), ...files.map(({ file }) => file)]),
  );
  const removed = await removeFrom(store, { names, kept });
  await writeIfOther(store, indexName, await indexPage(await writeManifest(store, about, entries)));
  return removed;
}

/** All files that a briefing of that name may have. */
const fileNames = (name: string): readonly string[] =>
  filesOf({ name }, { out: "", format: ["pdf", "html"] }).map(({ file }) => file);

interface Removing {
  /** Files that are ours. */
  readonly names: ReadonlySet<string>;
  readonly kept: ReadonlySet<string>;
}

/** Removes files of ours that nothing refers to, and what a killed run was writing. */
async function removeFrom(store: Store, { names, kept }: Removing): Promise<readonly string[]> {
  const isOurs = (name: string) => names.has(name) || [manifestName, indexName, editionName].includes(name);
  const found: string[] = [];
  for await (const { name } of store.list()) {
    const unfinished = unfinishedName.exec(name)?.[1];
    if (unfinished === undefined ? names.has(name) && !kept.has(name) : isOurs(unfinished)) found.push(name);
  }
  for (const name of found) await store.remove(name);
  return found.map((name) => store.describe(name));
}

/**
 * Writes a file that says something else: one that says the same already keeps its time.
 * @throws BriefingError where another run wrote it in between.
 */
async function writeIfOther(store: Store, name: string, text: string): Promise<void> {
  const found = await store.read(name);
  if (found && Buffer.from(text).equals(found.content)) return;
  const outcome = await store.write(name, text, found ? { version: found.version } : "absent");
  if (outcome.kind === "written") return;
  const now = await store.read(name);
  if (now && Buffer.from(text).equals(now.content)) return;
  throw new BriefingError([
    {
      code: "folder-in-use",
      severity: "error",
      message: "Another run writes into the folder.",
      hint: "Wait for its end, or write into another folder.",
      source: { file: store.describe(name) },
    },
  ]);
}
