import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { BriefingError, type Diagnostic } from "../diagnostics/index.ts";
import { linkNew } from "./link-new.ts";
import { makeFolder, unwritableHint } from "./write-whole.ts";

const lockName = ".briefwright.lock";

/** A folder that no other run writes into. */
export interface FolderLock {
  release(): void;
}

/** Who holds a lock. A machine's processes are told apart by their number, and by when they and the machine started. */
interface Holder {
  readonly host: string;
  readonly boot: string;
  readonly pid: number;
  readonly started: string;
  /** Counts up while the holder lives. */
  readonly beat: number;
}

export interface LockOptions {
  /** How long a holder of whom nothing else is known is watched for a sign of life, in ms. */
  readonly patience?: number;
  readonly beatEvery?: number;
}

/**
 * Takes a folder for one run, and makes it. Two runs into one folder would mix their files. The lock of a process that has ended, killed or
 * not, is taken over; of one on another machine, or in another container, when its beat stands still. No clock is asked.
 * @throws BriefingError `folder-in-use` where another run has it, `unwritable-file` where the system refuses.
 */
export async function lockFolder(
  folder: string,
  { patience = 15_000, beatEvery = 2_000 }: LockOptions = {},
): Promise<FolderLock> {
  const file = join(folder, lockName);
  const self: Holder = { host: hostname(), boot: bootId(), pid: process.pid, started: startOf(process.pid), beat: 0 };
  for (;;) {
    if (writing(folder, () => create(file, self))) break;
    const holder = readHolder(file);
    if (holder === undefined) continue;
    if (isAlive(holder, self) ?? (await isBeating(file, holder, patience))) throw folderInUse(folder, holder);
    takeAway(file, holder);
  }
  let beat = 0;
  const timer = setInterval(() => {
    beat += 1;
    try {
      if (isSame(readHolder(file), self)) writeFileSync(file, JSON.stringify({ ...self, beat }));
    } catch {
      // A folder that was taken away is noticed when files are written.
    }
  }, beatEvery).unref();
  function release(): void {
    clearInterval(timer);
    process.off("exit", release);
    if (isSame(readHolder(file), self)) rmSync(file, { force: true });
  }
  process.once("exit", release);
  return { release };
}

function writing<T>(folder: string, write: () => T): T {
  try {
    makeFolder(folder);
    return write();
  } catch (error) {
    throw lockError({
      code: "unwritable-file",
      message: `Nothing can be written into the folder: ${error instanceof Error ? error.message : String(error)}.`,
      hint: unwritableHint,
      source: { file: folder },
    });
  }
}

/** Whole or not at all: a link to a file that is written already. False where there is a lock. */
function create(file: string, self: Holder): boolean {
  const own = `${file}.${self.pid}`;
  writeFileSync(own, JSON.stringify(self));
  return linkNew(own, file);
}

/** Undefined where there is none, or it is being written. */
function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Holder;
  } catch {
    return undefined;
  }
}

const isSame = (a: Holder | undefined, b: Holder): boolean =>
  a !== undefined && a.host === b.host && a.boot === b.boot && a.pid === b.pid && a.started === b.started;

/** Undefined of a process that cannot be asked for from here. */
function isAlive(holder: Holder, self: Holder): boolean | undefined {
  if (holder.host !== self.host) return undefined;
  if (holder.boot !== self.boot) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // A process of another user is there too.
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  return startOf(holder.pid) === holder.started;
}

async function isBeating(file: string, { beat }: Holder, patience: number): Promise<boolean> {
  const step = Math.max(1, patience / 10);
  for (let waited = 0; waited < patience; waited += step) {
    await setTimeout(step);
    if (readHolder(file)?.beat !== beat) return true;
  }
  return false;
}

/** Moves it aside first: of two that find it, one gets it. */
function takeAway(file: string, holder: Holder): void {
  const aside = `${file}.${process.pid}.old`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  // Somebody may have taken it over in between, and then it is theirs.
  const moved = readHolder(aside);
  if (moved && !isSame(moved, holder)) {
    try {
      linkSync(aside, file);
    } catch {
      // A third one has it: both wait for that one.
    }
  }
  rmSync(aside, { force: true });
}

/** When the machine started, on systems that tell. */
const bootId = (): string => readText("/proc/sys/kernel/random/boot_id").trim();

/** When a process started, in ticks of the machine, on systems that tell: numbers of processes are given again. */
function startOf(pid: number): string {
  const text = readText(`/proc/${pid}/stat`);
  // The second field is the name of the program, in brackets, and may hold anything.
  return text.slice(text.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

const folderInUse = (folder: string, { pid, host }: Holder) =>
  lockError({
    code: "folder-in-use",
    message: `Another run writes into the folder: process ${pid} on ${host}.`,
    hint: "Wait for its end, or write into another folder.",
    source: { file: folder },
  });

const lockError = (details: Omit<Diagnostic, "severity">): BriefingError =>
  new BriefingError([{ ...details, severity: "error" }]);
