// node csv-parse.mjs FILE AREAS: what `million.mjs` runs. A parser of CSV and a Map by place: what a script of one's own would do.
import { createReadStream } from "node:fs";
import { parse } from "csv-parse";
import { report } from "./data.mjs";

const [, , file, areas] = process.argv;

const keyOf = (area, year, platform) => `${area}|${year}|${platform}`;

await report({
  areas: Number(areas),
  async read() {
    const cells = new Map();
    const platforms = new Set();
    for await (const { area, period, platform, offences } of createReadStream(file).pipe(parse({ columns: true }))) {
      cells.set(keyOf(area, period, platform), Number(offences));
      platforms.add(platform);
    }
    return { cells, platforms };
  },
  claim({ cells, platforms }, { kind, area, year, platform }) {
    const at = (own, one) => cells.get(keyOf(area, own, one));
    const sum = () => [...platforms].reduce((total, one) => total + at(year, one), 0);
    if (kind === "count") return sum();
    if (kind === "change") return at(year, platform) / at(year - 1, platform) - 1;
    return at(year, platform) / sum();
  },
});
