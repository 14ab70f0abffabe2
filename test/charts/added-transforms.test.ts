import { describe, expect, test } from "vitest";
import {
  areaSpec,
  barSpec,
  type ChartRow,
  compileChart,
  type RenderedChart,
  trendSpec,
} from "../../src/charts/index.ts";
import { madeFields } from "../../src/charts/spec/made-fields.ts";
import { laterErrorsOf } from "../support/diagnostics-of.ts";
import { type AwkwardData, awkwardData, awkwardRecipes } from "./awkward-cases.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";

type Transform = Readonly<Record<string, unknown>>;
interface Changeable {
  readonly transform?: readonly Transform[];
}

const ahead = (spec: object, ...added: readonly Transform[]) => ({
  ...spec,
  transform: [...added, ...((spec as Changeable).transform ?? [])],
});
const behind = (spec: object, ...added: readonly Transform[]) => ({
  ...spec,
  transform: [...((spec as Changeable).transform ?? []), ...added],
});
const draw = async (spec: object, rows: readonly ChartRow[], options = {}) =>
  (await compileChart({ id: "chart", spec, fonts })).render(rows, options);
const said = ({ texts, alt, longDescription, table }: RenderedChart): string =>
  [...texts, alt, longDescription, ...table.rows.flatMap(Object.values)].join("\n");
const word = (text: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])${text.replaceAll(/[.()[\]]/g, "\\$&")}(?![\\p{L}\\p{N}])`, "u");

const data = awkwardData.find(({ name }) => name === "8 names") as AwkwardData;
/** Areas that a map has from elsewhere are on it without a row. */
const maps = ["choropleth", "tile-map", "tile-maps"];

/** What a user may take out of the rows of a recipe, and what of it is then gone. */
const filters = [
  {
    name: "a period",
    field: "period",
    takesOut: (all: readonly unknown[]) => all.slice(-1),
  },
  { name: "an area", field: "area", takesOut: (all: readonly unknown[]) => all.slice(-1) },
  { name: "all areas but one", field: "area", takesOut: (all: readonly unknown[]) => all.slice(1) },
];
const cases = awkwardRecipes.flatMap((recipe) =>
  filters
    .filter(({ field }) =>
      field === "area" ? !maps.includes(recipe.name) : new Set(recipe.rows(data).map((row) => row[field])).size > 1,
    )
    .map((filter) => [recipe.name, filter.name, { recipe, ...filter }] as const),
);

describe("a filter that is added to the spec of a recipe", () => {
  test.each(cases)("%s: %s is named nowhere, and nothing that is the recipe's own is", async (_, __, own) => {
    const rows = own.recipe.rows(data);
    const spec = own.recipe.spec(data, 640);
    const gone = own.takesOut([...new Set(rows.map((row) => row[own.field]))]).map(String);
    const filter = `indexof(${JSON.stringify(gone)}, datum[${JSON.stringify(own.field)}]) < 0`;
    const left = rows.filter((row) => !gone.includes(String(row[own.field])));
    const expected = await draw(spec, left);
    const inner = [...madeFields(spec as Readonly<Record<string, unknown>>)].filter((field) =>
      /[a-z][A-Z]/.test(field),
    );
    expect(inner).not.toEqual([]);
    for (const changed of [ahead(spec, { filter }), behind(spec, { filter })]) {
      const chart = await draw(changed, rows);
      for (const name of [...gone, ...inner]) expect(said(chart)).not.toMatch(word(name));
      // As if the rows had been taken out before.
      expect([chart.texts, chart.alt, chart.longDescription]).toEqual([
        expected.texts,
        expected.alt,
        expected.longDescription,
      ]);
      expect(chart.svg).toBe(expected.svg);
      expect(chart.untraced).toEqual(expected.untraced);
      expect(chart.table.rows).toEqual(expected.table.rows);
    }
  });
});

const years = ["2005", "2014", "2015", "2016"];
const rows: readonly ChartRow[] = ["Kent", "Essex"].flatMap((area, line) =>
  [...years, "2016 Q1"].map((period, index) => ({ area, period, n: 40 - 3 * index - 5 * line, highlight: line === 0 })),
);
const trend = trendSpec({ x: "period", y: "n", series: "area", yTitle: "Births" });
const isYear = { filter: "length(datum.period) === 4" };

describe("what is said of the rows of a recipe's spec", () => {
  test("is said of those that a filter leaves: periods of unlike lengths, distances in time", async () => {
    expect((await laterErrorsOf(() => draw(trend, rows))).map(({ code }) => code)).toEqual(["chart-mixed-periods"]);
    const { alt } = await draw(ahead(trend, isYear), rows);
    expect(alt).toContain("Figures for 2005, then 2014 to 2016.");
    const later = await draw(ahead(trend, isYear, { filter: { field: "period", gte: "2014" } }), rows);
    expect(later.alt).not.toContain("Figures for");
    const bars = await draw(ahead(barSpec({ x: "period", y: "n" }), isYear, { filter: "datum.area === 'Kent'" }), rows);
    expect(bars.diagnostics).toEqual([]);
  });

  test("is said of sums that an aggregate makes of them, each of which is traced", async () => {
    const sum = { aggregate: [{ op: "sum", field: "n", as: "n" }], groupby: ["period"] };
    const meaningOf = () =>
      ({
        unit: undefined,
        decimals: 0,
        additive: true,
        addsOver: () => true,
        own: [],
        others: [],
        otherLabels: [],
      }) as never;
    const chart = await draw(ahead(trendSpec({ x: "period", y: "n" }), isYear, sum), rows, { meaningOf });
    expect(chart.alt).toContain("75 in 2005, falling to 57 in 2016");
    expect(chart.untraced).toEqual([]);
    // The data of the chart are those that were given.
    expect(chart.table.rows).toEqual(
      rows
        .filter(({ period }) => years.includes(String(period)))
        .toSorted((a, b) => String(a.period).localeCompare(String(b.period))),
    );
  });

  test("is not said of what is made of them, and no row has: it is traced to none", async () => {
    const { alt, untraced } = await draw(behind(trend, isYear, { calculate: "datum.n * 1000", as: "n" }), rows);
    expect(alt).toContain("Kent: 40,000 in 2005");
    expect(untraced.map(({ code }) => code)).toContain("untraced-figure");
  });

  test("is read from what is drawn where a transform needs what the recipe makes", async () => {
    const kept = rows.filter(({ period }) => years.includes(String(period)));
    const { alt } = await draw(behind(trend, { filter: "datum.rowEmphasis === 1" }), kept);
    expect(alt).toContain("40 in 2005, falling to 31 in 2016");
    expect(alt).not.toMatch(/Essex|lineLook|emphasis/);
  });

  test("that are hidden counts also where a filter leaves them out of a sum", async () => {
    const hidden = rows.map((row, index) => (index === 1 ? { ...row, n: null, state: "suppressed" } : row));
    const sum = { aggregate: [{ op: "sum", field: "n", as: "n" }], groupby: ["period"] };
    const spec = ahead(trendSpec({ x: "period", y: "n" }), { filter: "isValid(datum.n)" }, isYear, sum);
    expect((await laterErrorsOf(() => draw(spec, hidden))).map(({ code }) => code)).toEqual(["chart-hidden-total"]);
  });

  test("that are hidden count also behind a name that a transform gives them, for what the recipe works out", async () => {
    const hidden = rows.map((row, index) => (index === 1 ? { ...row, n: null, state: "suppressed" } : row));
    const other = { calculate: "isValid(datum.n) ? datum.n : 0", as: "m" };
    const spec = ahead(areaSpec({ x: "period", y: "m", series: "area" }), isYear, other);
    const [error] = await laterErrorsOf(() => draw(spec, hidden));
    expect(error).toMatchObject({ code: "chart-hidden-total", source: { field: "n" } });
  });
});
