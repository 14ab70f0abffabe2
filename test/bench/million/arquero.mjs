// node arquero.mjs FILE AREAS: what `million.mjs` runs. Prints nothing where Arquero is not installed.
import { readFileSync } from "node:fs";
import { importTool } from "../tools.mjs";
import { report } from "./data.mjs";

const arquero = await importTool("arquero");
const [, , file, areas] = process.argv;

/** The sum of the rows that a test takes in, over columns taken out once. */
function sumOf({ area, period, platform, offences }, wanted) {
  let sum = 0;
  for (let row = 0; row < offences.length; row++) {
    if (area[row] !== wanted.area || period[row] !== wanted.period) continue;
    if (wanted.platform === undefined || platform[row] === wanted.platform) sum += offences[row];
  }
  return sum;
}

if (arquero) {
  await report({
    areas: Number(areas),
    read() {
      const table = arquero.fromCSV(readFileSync(file, "utf8"), { autoType: true });
      // By area, as whoever asks for one area after the other would have them.
      const groups = table.groupby("area").partitions();
      const byArea = new Map(groups.map((rows) => [table.get("area", rows[0]), rows]));
      return { table, byArea };
    },
    claim({ table, byArea }, { kind, area, year, platform }) {
      const rows = byArea.get(area);
      const columns = Object.fromEntries(
        ["area", "period", "platform", "offences"].map((name) => [
          name,
          Array.from(rows, (row) => table.get(name, row)),
        ]),
      );
      const at = (period, one) => sumOf(columns, { area, period, platform: one });
      if (kind === "count") return at(year);
      if (kind === "change") return at(year, platform) / at(year - 1, platform) - 1;
      return at(year, platform) / at(year);
    },
  });
}
