import type { Sheet } from "./sheet.ts";
import type { ReadSqlOptions, SqlInput } from "./sql/sql-input.ts";

/** The result of a query as a sheet. What is wrong is reported. */
export async function readSql(input: SqlInput, options: ReadSqlOptions): Promise<readonly Sheet[]> {
  // Most programs run none.
  const { readQuery } = await import("./sql/read-query.ts");
  return readQuery(input, options);
}
