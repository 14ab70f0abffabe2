/**
 * V8 lets a heap grow up to four-fold before it collects what nobody needs any more. In a batch that is what it takes: in each thread a small
 * heap that is needed, and the garbage of many briefings.
 */
const heapFlag = "--heap-growing-percent=50";

/** A flag of V8, and what sets it back to what that V8 begins with. */
export interface Flag {
  readonly set: string;
  readonly reset: string;
}

const version = Number.parseInt(process.versions.v8, 10);

/**
 * A function, of HarfBuzz too, is optimised when it has run seven times as long as V8 would have it run: on a thread beside, which is a fifth of the processor
 * time of a first document, and is done when the document is. What takes long has its functions optimised all the same. V8 counts
 * what was run in bytes up to its version 11, that of Node 20, and in calls from then on.
 */
const laterFlags: readonly Flag[] =
  version < 12
    ? [
        { set: "--interrupt-budget=1000000", reset: "--interrupt-budget=67584" },
        { set: "--wasm-tiering-budget=30000000", reset: "--wasm-tiering-budget=1800000" },
      ]
    : [
        { set: "--invocation-count-for-maglev=2800", reset: "--invocation-count-for-maglev=400" },
        {
          set: "--invocation-count-for-turbofan=21000",
          reset: `--invocation-count-for-turbofan=${version < 13 ? 3000 : 10_000}`,
        },
        { set: "--wasm-tiering-budget=200000000", reset: "--wasm-tiering-budget=13000000" },
      ];

/**
 * In a batch as well: what V8 would optimise during the first twenty briefings is what two threads fight for on two processors, and is as
 * quick from the fiftieth on.
 */
const batchFlags: readonly Flag[] = [{ set: heapFlag, reset: "--heap-growing-percent=0" }, ...laterFlags];

/** The same for a process of a batch's own. */
export const flagsOfBatch: readonly string[] = batchFlags.map(({ set }) => set);

/**
 * One document is done before V8 would have found out what it takes. What is made is
 * needed up to the end: a young generation that begins at a megabyte and doubles is copied twenty times, and has V8 mark what is old meanwhile.
 */
const singleFlags: readonly Flag[] = [
  ...laterFlags,
  { set: "--semi-space-growth-factor=8", reset: "--semi-space-growth-factor=2" },
];

/** Commands that make one thing and end. */
const single = new Set(["init", "inspect", "build", "check", "extract", "diff", "verify", "pdf", "chart"]);

/** Whether a command line asks for many documents. */
export const isBatch = ([command, ...others]: readonly string[]): boolean =>
  command === "worker" || others.some((word) => /^(?:--each(?:=|$)|-e)/.test(word));

/** Flags of V8 for what a command line asks for. They are set before anything is compiled: kept code is of a set of flags. */
export function flagsOfRun(argv: readonly string[]): readonly Flag[] {
  if (isBatch(argv)) return batchFlags;
  return single.has(argv[0] ?? "") ? singleFlags : [];
}
