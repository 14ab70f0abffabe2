import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { checkName } from "./check-name.ts";
import { linkNew } from "./link-new.ts";
import { lockFolder } from "./lock-folder.ts";
import type { ListedFile, Store, StoredFile, WriteCondition, WriteOutcome } from "./store.ts";
import { unwritable, writeWhole } from "./write-whole.ts";

export interface FolderStoreOptions {
  /** Called before a file is begun. */
  readonly beforeWrite?: (() => void) | undefined;
  /** How long the guard of a file, which is held for one rename, is watched before it is taken to be a killed process's, in ms. */
  readonly patience?: number | undefined;
}

/**
 * A folder as a store. It is made when something is written. A version is the SHA-256 of the content.
 *
 * Conditions hold among all that write through a store, also from several machines where the file system does links and
 * renames as POSIX says.
 */
export function folderStore(folder: string, { beforeWrite, patience = 5000 }: FolderStoreOptions = {}): Store {
  const pathOf = (name: string): string => join(folder, checkName(name));
  const describe = (name: string): string => join(folder, name);
  return {
    location: folder,
    describe,
    lock: () => lockFolder(folder),
    async head(name) {
      const content = contentOf(pathOf(name));
      return content && fileOf(content);
    },
    async read(name) {
      const content = contentOf(pathOf(name));
      return content && { content, version: sha256Of(content) };
    },
    async write(name, content, condition) {
      const file = pathOf(name);
      beforeWrite?.();
      const version = sha256Of(content);
      if (condition === undefined) {
        writeWhole(file, content);
        return { kind: "written", version };
      }
      return condition === "absent"
        ? writeWhole<WriteOutcome>(file, content, (temporary) =>
            linkNew(temporary, file) ? { kind: "written", version } : { kind: "conflict" },
          )
        : replaceGuarded(file, content, { condition, patience });
    },
    async remove(name) {
      const file = pathOf(name);
      try {
        rmSync(file, { force: true });
      } catch (error) {
        throw unwritable(file, error);
      }
    },
    async *list(prefix = "") {
      yield* filesIn(folder, prefix);
    },
  };
}

/** Undefined where there is no file. */
function contentOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw unwritable(file, error);
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");

const sha256Of = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

const fileOf = (content: Uint8Array): StoredFile => {
  const sha256 = sha256Of(content);
  return { bytes: content.length, version: sha256, sha256 };
};

interface Guarded {
  readonly condition: Exclude<WriteCondition, "absent" | undefined>;
  readonly patience: number;
}

/** No file system compares and renames at once, so a guard stands beside the file while it is looked at and replaced. */
async function replaceGuarded(
  file: string,
  content: string | Uint8Array,
  { condition, patience }: Guarded,
): Promise<WriteOutcome> {
  const guard = join(dirname(file), `.${basename(file)}.guard`);
  // Each guard is another, so that one which stands still is told from two that followed each other.
  const own = `${guard}.${process.pid}.${randomUUID().slice(0, 8)}`;
  const step = Math.max(1, patience / 50);
  let [seen, waited] = ["", 0];
  for (;;) {
    const outcome = writeWhole<WriteOutcome | undefined>(file, content, (temporary) => {
      writeFileSync(own, own);
      try {
        if (!linkNew(own, guard)) {
          rmSync(temporary, { force: true });
          return undefined;
        }
      } finally {
        rmSync(own, { force: true });
      }
      try {
        const found = contentOf(file);
        if (!found || sha256Of(found) !== condition.version) {
          rmSync(temporary, { force: true });
          return { kind: "conflict" };
        }
        renameSync(temporary, file);
        return { kind: "written", version: sha256Of(content) };
      } finally {
        rmSync(guard, { force: true });
      }
    });
    if (outcome) return outcome;
    const holder = contentOf(guard)?.toString() ?? "";
    waited = holder === seen ? waited + step : 0;
    seen = holder;
    if (waited >= patience && holder !== "") rmSync(guard, { force: true });
    await setTimeout(step);
  }
}

function* filesIn(folder: string, prefix: string): Generator<ListedFile> {
  const inner = prefix.includes("/") ? prefix.slice(0, prefix.lastIndexOf("/") + 1) : "";
  let names: readonly string[];
  try {
    names = readdirSync(join(folder, inner));
  } catch (error) {
    if (isMissing(error)) return;
    throw unwritable(join(folder, inner), error);
  }
  for (const name of names.map((each) => inner + each).filter((each) => each.startsWith(prefix))) {
    const found = statSync(join(folder, name), { throwIfNoEntry: false });
    if (found?.isFile()) yield { name, bytes: found.size, version: undefined };
  }
}
