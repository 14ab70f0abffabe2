import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { cachedDataVersionTag } from "node:v8";
import { threadId } from "node:worker_threads";
import { crc32 } from "node:zlib";

/** The compiled code of a script. */
export interface CompiledScript {
  /** CRC-32 of its source: V8 itself compares the length alone. */
  readonly source: number;
  readonly code: Buffer;
}

export interface CodeCache {
  readonly scripts: ReadonlyMap<string, CompiledScript>;
  /** What was done by the processes that compiled it: the words of command lines that say which functions run. */
  readonly runs: readonly string[];
}

/** Changed with the form of the file. */
const form = "briefwright compiled code 1\n";
const maxFiles = 6;
const maxRuns = 50;

interface Head {
  readonly runs: readonly string[];
  /** Name, CRC-32 of the source, CRC-32 of the code, bytes of the code. */
  readonly scripts: readonly (readonly [name: string, source: number, check: number, length: number])[];
}

/** The file for this version of V8, its flags and this processor: V8 refuses code that another compiled. */
export const cacheFile = (folder: string): string =>
  join(folder, `code-${process.version}-${process.arch}-${cachedDataVersionTag().toString(16)}.bin`);

/**
 * Reads what an earlier process compiled. Undefined if there is nothing, or nothing to be trusted: code is run as it is found, so a
 * file that another user may write is not read, nor one that was damaged.
 */
export function readCodeCache(file: string): CodeCache | undefined {
  try {
    return parse(readOwn(file));
  } catch {
    // A cache that cannot be read is as good as none: the program is compiled anew.
    return undefined;
  }
}

function readOwn(file: string): Buffer {
  const opened = openSync(file, "r");
  try {
    const { uid, mode } = fstatSync(opened);
    if (process.getuid && (uid !== process.getuid() || (mode & 0o022) !== 0))
      throw new Error("It may be another user's.");
    return readFileSync(opened);
  } finally {
    closeSync(opened);
  }
}

function parse(bytes: Buffer): CodeCache {
  const start = form.length + 4;
  if (bytes.toString("latin1", 0, form.length) !== form) throw new Error("It has another form.");
  let at = start + bytes.readUInt32LE(form.length);
  const head = JSON.parse(bytes.toString("utf8", start, at)) as Head;
  const scripts = head.scripts.map(([name, source, check, length]): [string, CompiledScript] => {
    const code = bytes.subarray(at, at + length);
    at += length;
    if (code.length !== length || crc32(code) !== check) throw new Error("It is damaged.");
    return [name, { source, code }];
  });
  return { runs: head.runs, scripts: new Map(scripts) };
}

/**
 * Keeps compiled code beside what is there already, of each script the larger: more functions were compiled. Processes that do so at
 * the same time leave one whole file, of one of them. Does nothing where nothing can be written.
 */
export function writeCodeCache(file: string, { scripts, runs }: CodeCache): void {
  const folder = join(file, "..");
  const half = `${file}.${process.pid}-${threadId}`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const known = readCodeCache(file);
    const kept = new Map(scripts);
    for (const [name, old] of known?.scripts ?? []) {
      const now = kept.get(name);
      if (!now || (now.source === old.source && now.code.length < old.code.length)) kept.set(name, old);
    }
    writeFileSync(
      half,
      format({ scripts: kept, runs: [...new Set([...runs, ...(known?.runs ?? [])])].slice(0, maxRuns) }),
      {
        mode: 0o600,
      },
    );
    renameSync(half, file);
    removeOld(folder);
  } catch {
    // A full or read-only disk costs time at the next start, and nothing else.
    if (existsSync(half)) rmSync(half);
  }
}

function format({ scripts, runs }: CodeCache): Buffer {
  const head: Head = {
    runs,
    scripts: [...scripts].map(([name, { source, code }]) => [name, source, crc32(code), code.length]),
  };
  const text = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  return Buffer.concat([Buffer.from(form), length, text, ...[...scripts.values()].map(({ code }) => code)]);
}

/** Versions of Node and sets of flags that were used last are kept. */
function removeOld(folder: string): void {
  const files = readdirSync(folder)
    .filter((name) => name.startsWith("code-"))
    .map((name) => join(folder, name))
    .map((file) => ({ file, at: statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 }));
  for (const { file } of files.sort((a, b) => b.at - a.at).slice(maxFiles)) rmSync(file, { force: true });
}
