import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { queryProgram } from "./query-program.ts";

/** A column of a query's result. */
export interface QueryColumn {
  readonly name: string;
  /** As SQL writes it: `DECIMAL(9,2)`. */
  readonly type: string;
  /** The type without its parameters: `DECIMAL`. */
  readonly kind: string;
  readonly scale: number;
  /** Each different value once, the first being null: dates in days, times in the unit of their type, decimals unscaled. */
  readonly values: readonly (string | number | bigint | boolean | null)[];
  /** Of the rows, which of them; in parts. */
  readonly codes: readonly Uint32Array[];
}

export type QueryAnswer =
  | { readonly kind: "table"; readonly rows: number; readonly columns: readonly QueryColumn[] }
  | { readonly kind: "several"; readonly count: number }
  | { readonly kind: "no query" }
  | { readonly kind: "large" }
  | { readonly kind: "missing package" }
  | { readonly kind: "failed"; readonly message: string };

export interface Query {
  readonly sql: string;
  /** Where relative paths start. */
  readonly folder: string;
  /** A database of DuckDB, by its absolute path. */
  readonly database: string | undefined;
}

export const maxRows = 5_000_000;
const maxMs = 600_000;
const maxMegabytes = 2048;

/** Runs a query with DuckDB: no network, nothing is written. */
export async function runQuery({ sql, folder, database }: Query): Promise<QueryAnswer> {
  let path: string;
  try {
    path = createRequire(import.meta.url).resolve("@duckdb/node-api");
  } catch {
    return { kind: "missing package" };
  }
  const { NODE_OPTIONS: _, ...env } = process.env;
  const child = spawn(process.execPath, [`--max-old-space-size=${maxMegabytes}`, "-e", queryProgram, path], {
    cwd: folder,
    env,
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    said = `${said}${chunk}`.slice(-2000);
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<QueryAnswer>((resolve) => {
      const failed = (message: string) => resolve({ kind: "failed", message });
      timer = setTimeout(() => failed(`No answer within ${maxMs / 60_000} minutes.`), maxMs);
      child.once("message", (answer) => resolve(answer as QueryAnswer));
      child.once("error", ({ message }) => failed(message));
      child.once("close", () => failed(said.trim().split("\n").at(-1) || "DuckDB ended without an answer."));
      child.send({ sql, database, maxRows }, (error) => {
        if (error) failed(error.message);
      });
    });
  } finally {
    clearTimeout(timer);
    child.kill();
  }
}
