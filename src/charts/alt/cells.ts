import { describeMarked } from "./bars.ts";
import { describeExtremes } from "./extremes.ts";
import { describeLine } from "./lines.ts";
import { arePeriods } from "./order.ts";
import { type Describe, labelled, labelsOf, type Reading, sentence } from "./reading.ts";

/** Of a highlighted name, so many cells are told one by one; of more, the way from the first period to the last. */
const mostCells = 3;

/** Cells of two categories: the highest, the lowest, what is highlighted, each by both of its names. */
export const describeCells: Describe = (reading) => {
  const nameOf = ({ name, series }: { readonly name: string; readonly series: string }) =>
    name && series ? `${name} (${series})` : name || series;
  const clause = describeExtremes(reading, { nameOf });
  const { words } = reading;
  const lead = [reading.panel ? `${reading.panel}: ${clause}.` : `${sentence(clause, words)}.`];
  const items = describeWays(reading) ?? describeMarked(reading, []);
  return { lead, items, marked: items.length, more: words.charts.more };
};

/** Of a name that is highlighted in many periods, the way between them; undefined where that is not so. */
function describeWays(reading: Reading): readonly string[] | undefined {
  const { rows, series, panel } = reading;
  const highlighted = rows.filter(({ highlight }) => highlight === true);
  const names = [...new Set(highlighted.map((row) => labelsOf(row, reading).name))];
  const ways = names.map((name) => {
    const own = rows.filter((row) => labelsOf(row, reading).name === name);
    const isWay =
      own.length > mostCells &&
      own.every(({ highlight }) => highlight === true) &&
      arePeriods(own.map((row) => labelsOf(row, reading).series));
    return isWay
      ? describeLine(labelled(panel, name), { ...reading, category: series, series: undefined, rows: own })
      : "";
  });
  return ways.length > 0 &&
    ways.length < new Set(rows.map((row) => labelsOf(row, reading).name)).size &&
    ways.every(Boolean)
    ? ways
    : undefined;
}
