import type { Diagnostics } from "../../diagnostics/index.ts";

/**
 * A query over files: `select area, year, n from 'figures.parquet'`. DuckDB runs it: CSV, JSON and Parquet by their paths, and
 * the tables of a `database` of its own, which is not written to. Nothing is fetched, no extension is loaded.
 */
export interface SqlInput {
  /** One select. The order of its rows says nothing: they are sorted. */
  readonly sql: string;
  /** Where relative paths start. Absent: the folder of the module that exports it, else the working folder. */
  readonly folder?: string | URL;
  /** A file of DuckDB's. */
  readonly database?: string | URL;
  /** What errors call it. Absent: the dataset's name. */
  readonly file?: string;
}

export interface ReadSqlOptions {
  /** The name that errors give it. */
  readonly file: string;
  readonly diagnostics: Diagnostics;
}
