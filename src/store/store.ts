import type { FolderLock } from "./lock-folder.ts";

/** What is known of a file of a store without reading it. */
export interface StoredFile {
  readonly bytes: number;
  /** A text that is another whenever the content is, as the store tells versions apart. */
  readonly version: string;
  /** Of its content, hex; undefined where somebody else put the file there, and the store does not know. */
  readonly sha256: string | undefined;
}

/** What a list says of a file. */
export interface ListedFile {
  readonly name: string;
  readonly bytes: number;
  /** Undefined where finding it takes reading the file. */
  readonly version: string | undefined;
}

/**
 * What has to be there for a file to be written: anything (undefined), nothing ("absent"), or the version that was last seen. Two that
 * saw the same and write at the same time do not both succeed.
 */
export type WriteCondition = "absent" | { readonly version: string } | undefined;

/** What became of a write. */
export type WriteOutcome =
  | { readonly kind: "written"; readonly version: string }
  /** Something else was there, and is there still. */
  | { readonly kind: "conflict" };

/**
 * Where a batch's files are: a folder, or a bucket. Names are paths with `/`, relative, without `.` and `..`.
 *
 * Each method throws a `BriefingError`, `unwritable-file` or `store-unavailable`, where the store refuses or does not answer.
 */
export interface Store {
  /** For messages: a path, `s3://bucket/prefix`. */
  readonly location: string;
  /** How messages call a file of it. */
  describe(name: string): string;
  head(name: string): Promise<StoredFile | undefined>;
  read(name: string): Promise<{ readonly content: Uint8Array; readonly version: string } | undefined>;
  /** Whole or not at all, and on the disk when it settles. */
  write(name: string, content: string | Uint8Array, condition?: WriteCondition): Promise<WriteOutcome>;
  /** Nothing happens where there is none. */
  remove(name: string): Promise<void>;
  /**
   * Takes it for this process alone, where somebody else may write without conditions: `build` into a folder.
   * @throws BriefingError `folder-in-use`.
   */
  readonly lock?: (() => Promise<FolderLock>) | undefined;
  /** The files whose name begins so; of those in folders below, those of `prefix` alone. In no order. */
  list(prefix?: string): AsyncIterable<ListedFile>;
}
