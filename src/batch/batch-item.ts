/** One of the briefings of a batch: which it is, and what its files are called. */
export interface BatchItem {
  /** The parameters of this one. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Of its files, without folder and extension: safe on every file system, and like no other of the batch on any. */
  readonly name: string;
  /** How many there are in all, and which of them this is, from 0. */
  readonly total: number;
  readonly index: number;
}
