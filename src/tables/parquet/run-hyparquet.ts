import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { runInThread } from "../run-in-thread.ts";
import { damaged, missingPackage, tooLarge, UnreadableFile } from "../unreadable-file.ts";
import type { ParquetElement, ParquetValue } from "./parquet-cell.ts";

export interface ParquetColumn {
  readonly element: ParquetElement;
  /** Each different value once, the first being null. */
  readonly values: readonly (ParquetValue | null)[];
  /** Of each row, which of them. */
  readonly codes: Uint32Array;
}

export interface ParquetTable {
  readonly rows: number;
  readonly columns: readonly ParquetColumn[];
}

type Answer =
  | ({ readonly kind: "table" } & ParquetTable)
  | { readonly kind: "nested"; readonly names: readonly string[] }
  | { readonly kind: "large"; readonly megabytes: number; readonly cells: number }
  | { readonly kind: "codec"; readonly codec: string };

const maxMegabytes = 1024;
const maxMs = 120_000;
const maxBytes = 400 * 2 ** 20;
const maxCells = 20_000_000;

/**
 * Runs in a thread of its own. Logical types are taken off the schema first: values come as they are stored, and none is rounded.
 * Stops at sizes that the file itself says before anything is unpacked.
 */
const program = `
const { parentPort, workerData } = require("node:worker_threads");
const zlib = require("node:zlib");
const { paths, bytes, maxBytes, maxCells } = workerData;
(async () => {
  const hyparquet = await import(paths.hyparquet);
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const metadata = hyparquet.parquetMetadata(file);
  const [root, ...elements] = metadata.schema;
  const tree = hyparquet.parquetSchema(metadata);
  const nested = tree.children.filter(({ children, element }) => children.length > 0 || element.repetition_type === "REPEATED");
  if (nested.length > 0) return parentPort.postMessage({ kind: "nested", names: nested.map(({ element }) => element.name) });
  const rows = Number(metadata.num_rows);
  const chunks = metadata.row_groups.flatMap(({ columns }) => columns.map(({ meta_data }) => meta_data));
  const size = chunks.reduce((sum, chunk) => sum + Number(chunk.total_uncompressed_size), 0);
  if (size > maxBytes || rows * elements.length > maxCells)
    return parentPort.postMessage({ kind: "large", megabytes: Math.round(size / 2 ** 20), cells: rows * elements.length });
  if (chunks.some(({ num_values }) => Number(num_values) > rows)) throw new Error("a column has more values than there are rows");
  const bounded = (unpack) => (packed, length) => {
    if (length > maxBytes) throw new Error("a page would be too large unpacked");
    return new Uint8Array(unpack(packed, length));
  };
  const compressors = {
    SNAPPY: bounded((packed, length) => { const page = new Uint8Array(length); hyparquet.snappyUncompress(packed, page); return page; }),
    GZIP: bounded((packed, length) => zlib.gunzipSync(packed, { maxOutputLength: Math.max(length, 1) })),
    BROTLI: bounded((packed, length) => zlib.brotliDecompressSync(packed, { maxOutputLength: Math.max(length, 1) })),
    ...(zlib.zstdDecompressSync && { ZSTD: bounded((packed, length) => zlib.zstdDecompressSync(packed, { maxOutputLength: Math.max(length, 1) })) }),
  };
  const lacking = chunks.map(({ codec }) => codec).find((codec) => codec !== "UNCOMPRESSED" && !compressors[codec]);
  if (lacking && !paths.compressors) return parentPort.postMessage({ kind: "codec", codec: lacking });
  if (lacking) {
    const others = (await import(paths.compressors)).compressors;
    for (const codec of Object.keys(others)) compressors[codec] ??= bounded(others[codec]);
  }
  const stored = metadata.schema.map(({ converted_type, logical_type, ...element }) => element);
  const columns = [];
  for (const element of elements) {
    const values = [null];
    const known = new Map();
    const codes = new Uint32Array(rows);
    let read = 0;
    await hyparquet.parquetRead({
      file, metadata: { ...metadata, schema: stored }, columns: [element.name], utf8: false, compressors,
      parsers: { timestampFromNanoseconds: (nanos) => nanos },
      onChunk({ columnData, rowStart }) {
        for (let index = 0; index < columnData.length && rowStart + index < rows; index += 1) {
          const value = columnData[index];
          read += 1;
          if (value === null || value === undefined) continue;
          const key = value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("latin1") : value;
          let code = known.get(key);
          if (code === undefined) { code = values.push(value instanceof Uint8Array ? Uint8Array.from(value) : value) - 1; known.set(key, code); }
          codes[rowStart + index] = code;
        }
      },
    });
    await new Promise(setImmediate);
    if (read !== rows) throw new Error("the column " + JSON.stringify(element.name) + " has " + read + " of " + rows + " rows");
    columns.push({ element, values, codes });
  }
  parentPort.postMessage({ kind: "table", rows, columns });
})().catch((error) => { setImmediate(() => { throw error; }); });
`;

/** The columns of a Parquet file, read with hyparquet. Throws an `UnreadableFile`. */
export async function runHyparquet(bytes: Uint8Array, file: string): Promise<ParquetTable> {
  const hyparquet = addressOf("hyparquet");
  if (hyparquet === undefined) throw missingPackage(file, "Parquet files are read", "hyparquet");
  const paths = { hyparquet, compressors: addressOf("hyparquet-compressors") };
  const workerData = { paths, bytes, maxBytes, maxCells };
  const result = await runInThread<Answer>(program, workerData, { megabytes: maxMegabytes, ms: maxMs });
  if (result.kind === "out of memory" || result.kind === "out of time")
    throw damaged(file, `it needs more than ${maxMegabytes / 1024} GiB or ${maxMs / 60_000} minutes to be read`);
  if (result.kind === "failed")
    throw damaged(file, `it cannot be read as Parquet (${result.message.replace(/\.$/u, "").slice(0, 200)})`);
  const { answer } = result;
  switch (answer.kind) {
    case "table":
      return answer;
    case "codec":
      throw missingPackage(
        file,
        `Parquet files that are packed with ${answer.codec} are read`,
        "hyparquet-compressors",
      );
    case "large":
      throw tooLarge(
        file,
        `The file would have ${answer.megabytes} MiB unpacked in ${answer.cells.toLocaleString("en-GB")} cells, of which ${maxBytes / 2 ** 20} MiB and ${maxCells.toLocaleString("en-GB")} can be read.`,
        `Choose what is needed: { sql: "select … from '${file}'" }.`,
      );
    default:
      throw unreadableColumns(file, answer.names, "hold lists or structures");
  }
}

/** Columns that are no cells of a table. */
export function unreadableColumns(file: string, names: readonly string[], what: string): UnreadableFile {
  const shown = names.slice(0, 5).map((name) => `"${name}"`);
  const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : "";
  return new UnreadableFile({
    code: "unreadable-columns",
    message: `Columns ${what}, which are no cells: ${shown.join(", ")}${more}.`,
    hint: `Choose the others, or what is in them: { sql: "select … from '${file}'" }, which needs @duckdb/node-api.`,
    source: { file },
  });
}

/** Undefined for a package that is not installed. */
function addressOf(name: string): string | undefined {
  try {
    return pathToFileURL(createRequire(import.meta.url).resolve(name)).href;
  } catch {
    return undefined;
  }
}
