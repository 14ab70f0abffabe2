// node duckdb.mjs FILE AREAS: what `million.mjs` runs. Prints nothing where DuckDB is not installed.
import { importTool } from "../tools.mjs";
import { report } from "./data.mjs";

const duckdb = await importTool("@duckdb/node-api");
const [, , file, areas] = process.argv;

const sumAt = "SELECT sum(offences)::DOUBLE FROM offences WHERE area = $1 AND period = $2";
const queries = {
  count: sumAt,
  change: `SELECT (SELECT offences::DOUBLE FROM offences WHERE area = $1 AND period = $2 AND platform = $3)
    / (SELECT offences FROM offences WHERE area = $1 AND period = $2 - 1 AND platform = $3) - 1`,
  share: `SELECT (SELECT offences::DOUBLE FROM offences WHERE area = $1 AND period = $2 AND platform = $3) / (${sumAt})`,
};

if (duckdb) {
  await report({
    areas: Number(areas),
    async read() {
      const connection = await (await duckdb.DuckDBInstance.create()).connect();
      await connection.run(`CREATE TABLE offences AS SELECT * FROM read_csv('${file}')`);
      return connection;
    },
    async claim(connection, { kind, area, year, platform }) {
      const values = kind === "count" ? [area, year] : [area, year, platform];
      return (await connection.runAndReadAll(queries[kind], values)).getRows()[0][0];
    },
  });
}
