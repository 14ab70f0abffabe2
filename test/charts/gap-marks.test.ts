import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ChartRow, compileChart, smallMultiplesSpec, sparklinesSpec, trendSpec } from "../../src/charts/index.ts";
import { readRecipeNotes } from "../../src/charts/recipes/recipe-notes.ts";
import { unneededLayers } from "../../src/charts/recipes/unneeded-layers.ts";
import { withoutGapMarks, withoutLayers } from "../../src/charts/vega/gap-marks.ts";
import { withLeanDomains } from "../../src/charts/vega/lean-domains.ts";
import { loadVega } from "../../src/charts/vega/load-vega.ts";
import { inPart } from "../support/trials.ts";
import { awkwardData, awkwardRecipes } from "./awkward-cases.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";

const fields = { x: "period", y: "n", series: "area" } as const;
const recipes = {
  trend: () => trendSpec(fields),
  "trend, one line": () => trendSpec({ x: "period", y: "n" }),
  multiples: () => smallMultiplesSpec(fields),
  sparklines: () => sparklinesSpec(fields),
} as const;

/** A spec that has the layers for gaps whatever the rows are. */
const whole = (spec: object) => {
  const { usermeta } = spec as { readonly usermeta: { readonly briefwright: object } };
  const notes = JSON.parse(JSON.stringify(usermeta), (key, value: unknown) => (key === "gaps" ? undefined : value));
  const { otherwise } = notes.briefwright as { readonly otherwise: object };
  expect(JSON.stringify(otherwise)).not.toContain('"gaps"');
  return { ...spec, usermeta: notes };
};

const rowsOf = (figures: readonly (readonly (number | null)[])[]): ChartRow[] =>
  figures.flatMap((line, index) =>
    line.map((n, at) => ({
      area: ["Kent", "Essex", "Dorset"][index]!,
      period: String(2015 + at),
      n,
      state: n === null ? "suppressed" : "value",
    })),
  );

describe.each(Object.entries(recipes))("layers for gaps of %s", (name, spec) => {
  test("are left out where they would draw nothing, and only there", async () => {
    const lean = await compileChart({ id: "chart", spec: spec(), fonts });
    const full = await compileChart({ id: "chart", spec: whole(spec()), fonts });
    const figure = fc.integer({ min: 1, max: 99 });
    const lineOf = (cell: fc.Arbitrary<number | null>) => fc.array(cell, { minLength: 1, maxLength: 6 });
    const cells = fc.oneof(figure, fc.option(figure, { freq: 3 }));
    const lines = fc.array(fc.oneof(lineOf(figure), lineOf(cells)), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(lines, async (figures) => {
        const rows = rowsOf(name === "trend, one line" ? figures.slice(0, 1) : figures);
        // A line of gaps alone has no figures to be drawn by.
        fc.pre(rows.some(({ n }) => n !== null));
        const [drawn, expected] = [await lean.render(rows), await full.render(rows)];
        expect([drawn.svg, drawn.alt, drawn.texts]).toEqual([expected.svg, expected.alt, expected.texts]);
      }),
      { numRuns: inPart(40, 10) },
    );
  });

  test.each([
    ["makes gaps", [{ calculate: "datum.n > 20 ? null : datum.n", as: "n" }]],
    ["leaves a line one figure", [{ filter: "datum.area !== 'Kent' || datum.period === '2016'" }]],
  ])("are drawn where a transform that was added %s", async (_, added) => {
    const own = spec() as { readonly transform?: readonly object[] };
    const changed = { ...own, transform: [...added, ...(own.transform ?? [])] };
    const lines = [
      [30, 31, 32, 33],
      [10, 11, 25, 12],
    ].slice(name === "trend, one line" ? 1 : 0);
    const rows = rowsOf(lines);
    const [drawn, expected, bare] = await Promise.all(
      [changed, whole(changed), own].map(async (each) =>
        (await compileChart({ id: "chart", spec: each, fonts })).render(rows),
      ),
    );
    expect([drawn?.svg, drawn?.alt, drawn?.texts]).toEqual([expected?.svg, expected?.alt, expected?.texts]);
    expect(drawn?.svg).not.toBe(bare?.svg);
  });
});

test("a spec has the layers for gaps where what it does with its rows is no more what the recipe does", () => {
  const spec = trendSpec(fields) as { readonly layer: readonly object[] };
  const gapsOf = (changed: object) => readRecipeNotes({ ...changed })?.gaps;
  const own = { field: "n", line: "area" };
  expect(gapsOf(spec)).toEqual(own);
  expect(gapsOf(JSON.parse(JSON.stringify(spec)))).toEqual(own);
  expect(gapsOf({ ...spec, title: "Offences", data: { values: [] }, datasets: { other: [{ data: 1 }] } })).toEqual(own);
  const filter = { filter: "datum.n > 20" };
  const { usermeta, ...drawn } = spec as typeof spec & { readonly usermeta: object };
  for (const changed of [
    { ...spec, transform: [filter] },
    { ...spec, layer: spec.layer.map((layer) => ({ ...layer, transform: [filter] })) },
    { ...spec, layer: spec.layer.map((layer) => ({ ...layer, data: { name: "others" } })) },
    { ...spec, encoding: { ...(drawn as { readonly encoding?: object }).encoding, row: { field: "sex" } } },
    { facet: { field: "sex" }, spec: drawn, usermeta },
    { repeat: ["n"], spec: drawn, usermeta },
    { hconcat: [drawn], usermeta },
  ])
    expect(gapsOf(changed)).toBeUndefined();
});

test.each(awkwardRecipes.map(({ name, spec }) => [name, spec] as const))(
  "no other way to draw %s undoes a transform that was added",
  (_, specOf) => {
    const spec = specOf(awkwardData[2]!, 640) as {
      readonly transform?: readonly object[];
      readonly usermeta: { readonly briefwright: { readonly otherwise: readonly object[] } };
    };
    const { otherwise } = spec.usermeta.briefwright;
    expect(readRecipeNotes(JSON.parse(JSON.stringify(spec)))?.otherwise).toHaveLength(otherwise.length);
    const filter = { filter: "datum.area !== 'Kent'" };
    const changed = { ...spec, transform: [filter, ...(spec.transform ?? [])] };
    for (const other of readRecipeNotes(changed)?.otherwise ?? [])
      expect({ ...changed, ...other }.transform).toEqual(changed.transform);
  },
);

type Compiled = {
  readonly data: readonly { readonly transform?: readonly object[] }[];
  readonly marks: readonly object[];
  readonly scales: readonly { readonly domain: unknown }[];
};
const counted = ({ data, marks }: Compiled) => ({
  transforms: data.reduce((sum, { transform = [] }) => sum + transform.length, 0),
  marks: marks.length,
});

test("a trend without gaps takes little more of Vega than its lines and their names", async () => {
  const { compile } = await loadVega();
  const logger = {
    warn: () => logger,
    info: () => logger,
    debug: () => logger,
    error: () => logger,
    level: () => logger,
  };
  const leanOf = (of: object) => withoutGapMarks(withLeanDomains(compile(of as never, { logger } as never).spec));
  const own = trendSpec(fields);
  const notes = readRecipeNotes({ ...own });
  expect(counted(compile(own as never, { logger } as never).spec as Compiled)).toEqual({ transforms: 74, marks: 12 });
  const rising = unneededLayers(notes, rowsOf([[10, 11, 12]]));
  const lean = leanOf(
    withoutLayers(
      { ...own },
      rising.filter((layer) => layer === "turns"),
    ),
  );
  expect(counted(lean as Compiled)).toEqual({ transforms: 34, marks: 8 });
  // A highest figure that is neither the first nor the last is written.
  expect(unneededLayers(notes, rowsOf([[10, 14, 12]]))).not.toContain("turns");
  expect(counted(leanOf(own) as Compiled)).toEqual({ transforms: 36, marks: 9 });
  // All layers draw rows of the same.
  const domains = (lean as Compiled).scales.map(({ domain }) => domain as { readonly fields?: readonly object[] });
  for (const { fields: asked } of domains) if (asked) expect(asked).toHaveLength(1);
});

test("a scale asks each source that may have values of its own", () => {
  const asked = (...data: readonly object[]) =>
    (
      withLeanDomains({
        data: [{ name: "all" }, ...data],
        scales: [{ domain: { fields: ["all", "some"].map((name) => ({ data: name, field: "n" })) } }],
      }) as Compiled
    ).scales.map(({ domain }) => (domain as { readonly fields: readonly { readonly data: string }[] }).fields.length);
  const filter = { type: "filter", expr: "datum.n > 1" };
  expect(asked({ name: "some", source: "all", transform: [filter] })).toEqual([1]);
  expect(asked({ name: "some", source: "all" })).toEqual([1]);
  expect(asked({ name: "some" })).toEqual([2]);
  expect(asked({ name: "some", source: "all", transform: [{ type: "formula", as: "n", expr: "2" }] })).toEqual([2]);
  expect(asked({ name: "some", source: "all", transform: [{ type: "window", as: ["k", "n"] }] })).toEqual([2]);
  expect(asked({ name: "some", source: "all", transform: [{ type: "aggregate", as: ["k"] }] })).toEqual([2]);
  const between = { name: "between", source: "all", transform: [{ type: "impute" }] };
  expect(asked(between, { name: "some", source: "between", transform: [filter] })).toEqual([2]);
});

test("names with digits of lines that have their gaps in the same periods are no figures", async () => {
  const rows = [1, 2, 3, 4].flatMap((ward) =>
    [2015, 2016, 2017, 2018].map((year) => {
      const isHidden = year === 2016 && ward < 4;
      return {
        area: `Ward ${ward}`,
        period: String(year),
        n: isHidden ? null : ward * 11 + (year % 7),
        state: isHidden ? "suppressed" : "value",
      };
    }),
  );
  const chart = await compileChart({ id: "chart", spec: trendSpec(fields), fonts });
  const drawn = await chart.render(rows);
  expect(drawn.texts).toContain("Ward 1, Ward 2, Ward 3 [c]");
  expect(drawn.untraced).toEqual([]);
});
