/**
 * Runs one query in DuckDB, in a process of its own: relative paths of a query are of the working folder, and a process has but one.
 * It answers with one message. One thread: sums of decimal numbers do not depend on which thread was first.
 */
export const queryProgram = `
const { DuckDBInstance, DuckDBTypeId: Id, StatementType } = require(process.argv[1]);
const fields = {
  [Id.DATE]: "days", [Id.TIMESTAMP]: "micros", [Id.TIMESTAMP_TZ]: "micros", [Id.TIMESTAMP_S]: "seconds",
  [Id.TIMESTAMP_MS]: "millis", [Id.TIMESTAMP_NS]: "nanos", [Id.DECIMAL]: "value",
};
process.once("message", async ({ sql, database, maxRows }) => {
  const answer = (message) => process.send(message, () => process.exit(0));
  try {
    const settings = {
      autoinstall_known_extensions: "false", autoload_known_extensions: "false", allow_community_extensions: "false",
      threads: "1", memory_limit: "1GiB", temp_directory: "",
      ...(database === undefined ? {} : { access_mode: "READ_ONLY" }),
    };
    const instance = await DuckDBInstance.create(database ?? ":memory:", settings);
    const connection = await instance.connect();
    await connection.run("set TimeZone = 'UTC'");
    await connection.run("set lock_configuration = true");
    const { count } = await connection.extractStatements(sql);
    if (count !== 1) return answer({ kind: "several", count });
    const prepared = await connection.prepare(sql);
    if (prepared.statementType !== StatementType.SELECT) return answer({ kind: "no query" });
    const columns = Array.from({ length: prepared.columnCount }, (_, index) => {
      const type = prepared.columnType(index);
      return { name: prepared.columnName(index), type: String(type), kind: Id[prepared.columnTypeId(index)], typeId: prepared.columnTypeId(index), scale: type.scale ?? 0, values: [null], codes: [] };
    });
    const known = columns.map(() => new Map());
    const result = await prepared.stream();
    let rows = 0;
    for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
      rows += chunk.rowCount;
      if (rows > maxRows) return answer({ kind: "large" });
      for (const [index, column] of columns.entries()) {
        const codes = new Uint32Array(chunk.rowCount);
        for (const [row, given] of chunk.getColumnValues(index).entries()) {
          if (given === null || given === undefined) continue;
          const field = fields[column.typeId];
          const value = typeof given !== "object" ? given : field === undefined ? String(given) : given[field];
          let code = known[index].get(value);
          if (code === undefined) { code = column.values.push(value) - 1; known[index].set(value, code); }
          codes[row] = code;
        }
        column.codes.push(codes);
      }
    }
    answer({ kind: "table", rows, columns });
  } catch (error) {
    answer({ kind: "failed", message: String(error?.message ?? error) });
  }
});
`;
