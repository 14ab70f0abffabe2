import { expect, test } from "vitest";
import { compileChart, slopeSpec } from "../../src/charts/index.ts";
import { fonts } from "./chart-fonts.ts";
import { overlaps, textBoxes } from "./text-boxes.ts";

/** 18 towns, named A to R, that lie far apart at one end of their lines, and within two fifths of that at the other. */
const rowsOf = (closeEnd: "1980" | "2020", isHigh: boolean) =>
  Array.from("ABCDEFGHIJKLMNOPQR", (letter, at) =>
    ["1980", "2020"].map((year) => ({
      town: `Town ${letter}`,
      year,
      n: year === closeEnd ? (isHigh ? 70 : 30) + 1.6 * at : 30 + 4 * at,
    })),
  ).flat();

const draw = async (rows: readonly object[], widthPx: number) => {
  const spec = slopeSpec({ x: "year", y: "n", series: "town" });
  return (await compileChart({ id: "slope", spec, fonts, widthPx })).render(rows as never);
};

test.each([
  [860, "2020", true],
  [340, "2020", true],
  [860, "2020", false],
  [860, "1980", true],
] as const)(
  "names of slopes that end close stand above and below their points: %i px, %s, high: %s",
  async (widthPx, end, isHigh) => {
    const chart = await draw(rowsOf(end, isHigh), widthPx);
    const named = textBoxes(chart).filter(({ text }) => text.includes("Town"));
    expect(new Set(named.map(({ text }) => text.replace(/.*(Town .).*/, "$1"))).size).toBe(18);
    expect(overlaps(chart)).toEqual([]);
    const spread = leadersOf(chart.svg);
    expect(spread.length).toBeGreaterThan(0);
    expect(Math.max(...spread.map(Math.abs))).toBeLessThan(75);
    expect(Math.min(...spread)).toBeLessThan(-5);
    expect(Math.max(...spread)).toBeGreaterThan(5);
  },
);

test("the plot of slopes whose ends are apart is no higher than it is asked to be", async () => {
  const rows = rowsOf("2020", true).map((row) => ({ ...row, n: row.n % 70 }));
  const apart = await draw(
    rows.filter(({ town }) => town < "Town F").map((row) => ({ ...row, n: 30 + 10 * row.town.charCodeAt(5) })),
    860,
  );
  expect(apart.heightPx).toBeLessThan(420);
});

/** How far names stand below (above: less than 0) the ends of their lines, px, of those that a thin line leads to. */
function leadersOf(svg: string): readonly number[] {
  return [...svg.matchAll(/<line [^>]*opacity="0\.6"[^>]*>/g)].map(([line]) =>
    Number(/ y2="([^"]*)"/.exec(line)?.[1] ?? 0),
  );
}
