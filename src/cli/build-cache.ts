import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import type { RememberedBriefing } from "../batch/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import { userCacheFolder } from "../launch/index.ts";
import { sha256 } from "../record/index.ts";

/** What runs into one folder remember of what they wrote. */
export interface BuildCache {
  readonly briefings: ReadonlyMap<string, RememberedBriefing>;
  /** Remembers a briefing, at once: the run may be killed. */
  add(briefing: RememberedBriefing): void;
  /** Forgets all others. */
  keep(briefings: readonly RememberedBriefing[]): void;
  /** Why nothing could be remembered, if so: then everything is made again the next time. */
  problem(): Diagnostic | undefined;
}

/**
 * Opens what was remembered of a folder. It stands in the user's cache and not in the folder, since its keys are hashes of data, and
 * what is in the folder will be published.
 */
export function openBuildCache(folder: string, env: Readonly<Record<string, string | undefined>>): BuildCache {
  const path = resolve(folder);
  const home = userCacheFolder(env);
  const file = join(home, `${sha256(path).slice(0, 32)}.jsonl`);
  const head = `${JSON.stringify({ version: 2, folder: path })}\n`;
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
  const briefings = readBriefings(file, head);
  write(() => {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    forgetLost(home);
    if (briefings.size === 0) writeFileSync(file, head, { mode: 0o600 });
  });
  return {
    briefings,
    add: (briefing) => write(() => appendFileSync(file, lineOf(briefing))),
    problem: () => problem,
    keep: (kept) => write(() => writeFileSync(file, head + kept.map(lineOf).join(""), { mode: 0o600 })),
  };
}

const lineOf = (briefing: RememberedBriefing): string => `${JSON.stringify(briefing)}\n`;

/** The last of each name. A line that a killed run did not finish is none. */
function readBriefings(file: string, head: string): ReadonlyMap<string, RememberedBriefing> {
  const briefings = new Map<string, RememberedBriefing>();
  if (!existsSync(file)) return briefings;
  const text = readFileSync(file, "utf8");
  if (!text.startsWith(head)) return briefings;
  for (const line of text.slice(head.length).split("\n")) {
    const briefing = parsed(line);
    if (briefing) briefings.set(briefing.entry.name, briefing);
  }
  return briefings;
}

function parsed(line: string): RememberedBriefing | undefined {
  try {
    return JSON.parse(line) as RememberedBriefing;
  } catch {
    return undefined;
  }
}

/** Of folders that are no longer there nothing needs to be known. */
function forgetLost(home: string): void {
  for (const name of readdirSync(home).filter((each) => each.endsWith(".jsonl"))) {
    const file = join(home, name);
    const first = firstLine(file);
    const { folder } = (parsed(first) ?? {}) as { readonly folder?: string };
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
