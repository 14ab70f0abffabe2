import fc from "fast-check";
import { expect, test } from "vitest";
import { type ChartRow, compileChart, tileMapSpec, tileMapsSpec } from "../../src/charts/index.ts";
import { fonts } from "./chart-fonts.ts";

/** So many columns and rows that each figure of the property is the number of one. */
const across = 13;
const names = Array.from({ length: 30 }, (_, index) => `Area ${String.fromCharCode(65 + index, 97 + index)}`);
const tiles = Object.fromEntries(
  names.map((name, index) => [
    name,
    { column: (index * 5) % across, row: Math.floor((index * 5) / across), label: name.slice(-2) },
  ]),
);
const years = ["2020", "2021", "2022"];
const tilesOf = { area: "area", value: "n", tiles, valueTitle: "Offences", classes: [3, 6, 9] };
const mapsOfPeriods = () => tileMapsSpec({ ...tilesOf, by: "period", columns: 3, widthPx: 900, hasKey: false });

const untraced = async (spec: object, rows: readonly ChartRow[]) =>
  (await (await compileChart({ id: "maps", spec, fonts, widthPx: 900 })).render(rows)).untraced.map(
    ({ message }) => message,
  );

const rowsOf = (figures: readonly (number | null)[], subject: number, periods: readonly string[]) =>
  periods.flatMap((period, of) =>
    names.map((area, index) => {
      const n = figures[(index + 7 * of) % figures.length] ?? null;
      return { area, period, n, state: n === null ? "suppressed" : "value", highlight: index === subject };
    }),
  );

const figures = fc.array(fc.option(fc.integer({ min: 0, max: 12 }), { freq: 8 }), { minLength: 30, maxLength: 30 });
const subjects = fc.integer({ min: -1, max: names.length - 1 });

test("tiles whose figures are the numbers of their columns and rows are drawn", async () => {
  await fc.assert(
    fc.asyncProperty(figures, subjects, async (all, subject) => {
      expect(await untraced(mapsOfPeriods(), rowsOf(all, subject, years))).toEqual([]);
      expect(await untraced(tileMapSpec(tilesOf), rowsOf(all, subject, ["2020"]))).toEqual([]);
    }),
    { numRuns: 8 },
  );
});
