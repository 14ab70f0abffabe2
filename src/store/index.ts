/**
 * store/: where files of a batch are written.
 *
 * In: the name of a folder, or `s3://bucket/prefix`. Out: a `Store`.
 * Guarantees
 * - A file is there whole or not at all, and stays when the machine loses its power after `write` settles.
 * - What is written on a condition is not written where another was faster.
 * Not its job: what files there are to be, and what is in them.
 */
export { checkConditions } from "./check-conditions.ts";
export { folderStore } from "./folder-store.ts";
export { type FolderLock, lockFolder } from "./lock-folder.ts";
export { openStore } from "./open-store.ts";
export type { ListedFile, Store, StoredFile, WriteCondition, WriteOutcome } from "./store.ts";
export { type OnceOutcome, writeOnce } from "./write-once.ts";
export { unfinishedName, unwritableHint, writeWhole } from "./write-whole.ts";
