import fc from "fast-check";
import { expect, test } from "vitest";
import { type ChartRow, compileChart } from "../../src/charts/index.ts";
import { periodsInOrder } from "../../src/charts/periods-in-order.ts";
import { awkwardData, awkwardRecipes } from "./awkward-cases.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";

const eight = awkwardData.find(({ name }) => name === "8 names") as (typeof awkwardData)[number];
const data = { ...eight, names: eight.names.slice(0, 4) };
const firstMet = (rows: readonly ChartRow[], field: string) => [...new Set(rows.map((row) => row[field]))];
/** Recipes whose rows have periods that are drawn from the first to the last. */
const overTime = awkwardRecipes.filter((recipe) => firstMet(recipe.rows(data), "period").length > 2);
/** An area chart of which a row is lacking would be drawn down to nought there, and is refused. */
const drawnWithoutSome = overTime.filter(({ name }) => name !== "area");

test("all recipes over time are tried", () => {
  expect(overTime.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["trend", "tile-maps", "area", "bump", "multiples", "sparklines", "heat"]),
  );
});

/** Of areas and periods, by their numbers, those without a row. */
const lacked: readonly (readonly [what: string, isLacked: (area: number, period: number) => boolean])[] = [
  ["the first area lacks years in between", (area, period) => area === 0 && period > 0 && period < 4],
  ["the first area begins later", (area, period) => area === 0 && period < 2],
  ["areas have years in turn", (area, period) => area < 2 && period % 2 === area],
];

test.each(drawnWithoutSome.flatMap((recipe) => lacked.map(([what, isLacked]) => ({ ...recipe, what, isLacked }))))(
  "$name: years are in their order where $what",
  async ({ spec, rows, isLacked }) => {
    const all = rows(data);
    const periods = firstMet(all, "period");
    const some = all.filter(
      ({ area, period }) => !isLacked(data.names.indexOf(String(area)), periods.indexOf(period as string)),
    );
    expect(firstMet(some, "period").toSorted()).not.toEqual(firstMet(some, "period"));
    const { texts, alt, longDescription } = await (
      await compileChart({ id: "chart", spec: spec(data, 640), fonts })
    ).render(some);
    const years = firstMet(
      texts.filter((text) => /^20\d\d$/.test(text)).map((year) => ({ year })),
      "year",
    );
    expect(years).toEqual(years.toSorted());
    for (const [, from, to] of `${alt} ${longDescription}`.matchAll(/\b(20\d\d) to (20\d\d)\b/g))
      expect(Number(from)).toBeLessThanOrEqual(Number(to));
  },
);

const months = ["January 2019", "March 2019", "June 2019", "January 2020", "May 2020", "سنة ٢٠٢١"];
const shape = {
  category: { field: "period", title: "", type: "ordinal" },
  series: { field: "area", title: "", type: "nominal" },
  panels: [],
} as unknown as Parameters<typeof periodsInOrder>[1];

test("rows are the same, each area's in its own order, and no period before one that an area has earlier", () => {
  const chains = fc.array(fc.subarray(months), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(chains, (areas) => {
      // One area has all: what is not told by years is told by it.
      const rows = [...areas, months].flatMap((periods, area) => periods.map((period) => ({ area, period, n: 1 })));
      const sorted = periodsInOrder(rows, shape);
      expect(new Set(sorted)).toEqual(new Set(rows));
      expect(sorted).toHaveLength(rows.length);
      expect(firstMet(sorted, "period")).toEqual(months);
      for (const [area] of areas.entries())
        expect(sorted.filter((row) => row.area === area)).toEqual(rows.filter((row) => row.area === area));
    }),
  );
});

test("what is in order, goes from the latest on, or is of no periods stays as it is", () => {
  const rowsOf = (...periods: readonly string[]) =>
    ["Kent", "Essex"].flatMap((area) => periods.map((period) => ({ area, period, n: 1 })));
  for (const rows of [rowsOf("2019", "2020"), rowsOf("2021", "2020"), rowsOf("2021", "All years", "2020")])
    expect(periodsInOrder(rows, shape)).toBe(rows);
  const twice = { area: "Kent", period: "2021", n: 1 };
  const rows = [twice, twice, ...rowsOf("2019", "2020", "2021")];
  expect(periodsInOrder(rows, shape)).toHaveLength(rows.length);
});
