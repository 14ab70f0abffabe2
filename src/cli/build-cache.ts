import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join, resolve } from "node:path";
import type { ManifestEntry } from "../batch/index.ts";
import type { BasisPart, ContentBasis } from "../briefing/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import { userCacheFolder } from "../launch/index.ts";
import { sha256 } from "../record/index.ts";

/** What is known of a briefing that was written. */
export interface CachedBriefing {
  /** What it was made from; see `ContentKeys`. */
  readonly basis: ContentBasis;
  /** All figures of its claims and tables are hidden or not available. */
  readonly onlyGaps: boolean;
  readonly entry: ManifestEntry;
}

/** The same as it was written before, with the key of the whole batch that it was made in: see `ContentKeys`. */
export interface KnownBriefing extends CachedBriefing {
  readonly all: string;
}

/** What runs into one folder remember of what they wrote. */
export interface BuildCache {
  /** What is known of a briefing, by its name. */
  find(name: string): KnownBriefing | undefined;
  /** Remembers a briefing, at once: the run may be killed. */
  add(briefing: CachedBriefing): void;
  /** Forgets all but those of these names. */
  keep(names: Iterable<string>): void;
  /** Why nothing could be remembered, if so: then everything is made again the next time. */
  problem(): Diagnostic | undefined;
}

/** A briefing as its line has it: parts that many were made from stand once, in lines of their own before it. */
interface BriefingLine extends Omit<KnownBriefing, "basis"> {
  readonly basis: Omit<ContentBasis, "groups"> & { readonly groups: readonly number[] };
}

interface PartLine extends BasisPart {
  readonly part: number;
}

/** Where a line stands in the file, in bytes. */
interface Span {
  readonly start: number;
  readonly length: number;
}

/**
 * Opens what was remembered of a folder. It stands in the user's cache and not in the folder, since it has hashes of data, and
 * what is in the folder will be published. It is read from its file when it is asked for: what a batch was made from is as long as its data.
 * @param all the key of the batch that is made now, if it has one.
 */
export function openBuildCache(
  folder: string,
  all: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): BuildCache {
  const path = resolve(folder);
  const home = userCacheFolder(env);
  const file = join(home, `${sha256(path).slice(0, 32)}.jsonl`);
  const head = `${JSON.stringify({ version: 3, folder: path })}\n`;
  let problem: Diagnostic | undefined;
  const write = (change: () => void) => {
    if (problem) return;
    try {
      change();
    } catch (error) {
      problem = {
        code: "unwritable-cache",
        severity: "warning",
        message: `What was made cannot be remembered, so that the next run makes all of it again: ${error instanceof Error ? error.message : String(error)}.`,
        hint: "Name a folder that can be written to: XDG_CACHE_HOME=/var/cache/briefings.",
        source: { file: home },
      };
    }
  };
  const append = (line: PartLine | BriefingLine) => appendFileSync(file, `${JSON.stringify(line)}\n`);
  const { briefings, parts, numbers } = indexLines(file, head);
  const readParts = new Map<number, BasisPart | undefined>();
  const partOf = (number: number): readonly BasisPart[] => {
    if (!readParts.has(number)) readParts.set(number, parsed<PartLine>(textAt(file, parts.get(number))));
    const part = readParts.get(number);
    return part ? [part] : [];
  };
  write(() => {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    forgetLost(home);
    if (briefings.size === 0) writeFileSync(file, head, { mode: 0o600 });
    // After what a killed run did not finish.
    else appendFileSync(file, "\n");
  });
  return {
    find(name) {
      const line = parsed<BriefingLine>(textAt(file, briefings.get(name)));
      if (!line) return undefined;
      const groups = line.basis.groups.flatMap(partOf);
      return groups.length === line.basis.groups.length ? { ...line, basis: { ...line.basis, groups } } : undefined;
    },
    add(briefing) {
      write(() => {
        const groups = briefing.basis.groups.map((part) => {
          const known = numbers.get(part.answers);
          if (known !== undefined) return known;
          const number = Math.max(0, ...numbers.values()) + 1;
          append({ part: number, ...part });
          numbers.set(part.answers, number);
          return number;
        });
        append({ ...briefing, all: all ?? "", basis: { ...briefing.basis, groups } });
      });
    },
    keep: (names) => write(() => rewrite(file, { head, all: all ?? "", names })),
    problem: () => problem,
  };
}

interface LineIndex {
  /** The last of each name. */
  readonly briefings: Map<string, Span>;
  /** By their numbers. */
  readonly parts: Map<number, Span>;
  /** By what was answered. */
  readonly numbers: Map<string, number>;
}

/** Where what stands in a file. A line that a killed run did not finish is none. */
function indexLines(file: string, head: string): LineIndex {
  const index: LineIndex = { briefings: new Map(), parts: new Map(), numbers: new Map() };
  const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
  let start = Buffer.byteLength(head);
  if (!bytes.subarray(0, start).equals(Buffer.from(head))) return index;
  while (start < bytes.length) {
    const found = bytes.indexOf("\n", start);
    const end = found < 0 ? bytes.length : found;
    const line = parsed<PartLine | BriefingLine>(bytes.toString("utf8", start, end));
    const span = { start, length: end - start };
    start = end + 1;
    if (!line) continue;
    if ("entry" in line) index.briefings.set(line.entry.name, span);
    else {
      index.parts.set(line.part, span);
      index.numbers.set(line.answers, line.part);
    }
  }
  return index;
}

interface Rewriting {
  readonly head: string;
  readonly all: string;
  readonly names: Iterable<string>;
}

/** Writes what is kept anew, line by line, as made in the present batch. */
function rewrite(file: string, { head, all, names }: Rewriting): void {
  const { briefings, parts } = indexLines(file, head);
  const temporary = `${file}.tmp`;
  const descriptor = openSync(temporary, "w", 0o600);
  try {
    writeSync(descriptor, head);
    const written = new Set<number>();
    for (const name of names) {
      const line = parsed<BriefingLine>(textAt(file, briefings.get(name)));
      if (!line) continue;
      for (const number of line.basis.groups) {
        if (!written.has(number)) writeSync(descriptor, `${textAt(file, parts.get(number))}\n`);
        written.add(number);
      }
      writeSync(descriptor, `${JSON.stringify({ ...line, all })}\n`);
    }
  } finally {
    closeSync(descriptor);
  }
  renameSync(temporary, file);
}

/** The text of a line; empty where there is none. */
function textAt(file: string, span: Span | undefined): string {
  if (!span) return "";
  const descriptor = openSync(file, "r");
  try {
    const bytes = Buffer.alloc(span.length);
    return bytes.toString("utf8", 0, readSync(descriptor, bytes, 0, span.length, span.start));
  } finally {
    closeSync(descriptor);
  }
}

function parsed<T extends object>(text: string): T | undefined {
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined;
  }
}

/** Of folders that are no longer there nothing needs to be known. */
function forgetLost(home: string): void {
  for (const name of readdirSync(home).filter((each) => each.endsWith(".jsonl"))) {
    const file = join(home, name);
    const first = firstLine(file);
    const { folder } = parsed<{ readonly folder?: string }>(first) ?? {};
    if (folder === undefined || !existsSync(folder)) rmSync(file, { force: true });
  }
}

function firstLine(file: string): string {
  const descriptor = openSync(file, "r");
  try {
    const start = Buffer.alloc(8192);
    return start.toString("utf8", 0, readSync(descriptor, start)).split("\n", 1)[0] ?? "";
  } finally {
    closeSync(descriptor);
  }
}
