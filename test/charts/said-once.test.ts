import { expect, test } from "vitest";
import { compileChart, rankingSpec, trendSpec } from "../../src/charts/index.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";

const areas = ["Kent", "Essex", "Surrey", "Devon"];
const ranked = areas.map((area, index) => ({ area, n: 1200 - index * 100, state: "value" }));
const years = areas.map((_, index) => ({ year: String(2020 + index), n: 300 + index * 7, state: "value" }));

test.each([
  ["bars", rankingSpec({ category: "area", value: "n" }), ranked],
  ["a line", trendSpec({ x: "year", y: "n", yTitle: "Offences" }), years],
])("what is said of %s is worked out once, however many widths it is drawn at", async (_, spec, rows) => {
  const chart = await compileChart({ id: "chart", spec, fonts, widthPx: 640 });
  const ask = async (narrowPx: number | undefined) => {
    let count = 0;
    const roundingOf = () => {
      count += 1;
      return undefined;
    };
    return { drawn: await chart.render(rows, { narrowPx, roundingOf, title: "Offences" }), count: () => count };
  };
  const wide = await ask(undefined);
  const both = await ask(340);
  expect(wide.count()).toBeGreaterThan(rows.length);
  expect(both.count()).toBe(wide.count());
  expect(both.drawn.narrow?.widthPx).toBeLessThanOrEqual(340);
  expect(both.drawn.narrow?.svg).not.toBe(both.drawn.svg);
  expect(both.drawn.alt).toBe(wide.drawn.alt);
  expect(both.drawn.table).toEqual(wide.drawn.table);
  // Another width later on says the same.
  const third = await both.drawn.forWidth(400);
  expect(third?.svg).toContain(wide.drawn.alt);
  expect(both.count()).toBe(wide.count());
});

test("and anew for other rows", async () => {
  const chart = await compileChart({ id: "chart", spec: trendSpec({ x: "year", y: "n" }), fonts, widthPx: 640 });
  const { alt, table } = await chart.render(years, { narrowPx: 340 });
  const others = years.map((row) => ({ ...row, n: row.n * 3 }));
  const other = await chart.render(others, { narrowPx: 340 });
  expect(other.alt).not.toBe(alt);
  expect(other.table).not.toEqual(table);
});
