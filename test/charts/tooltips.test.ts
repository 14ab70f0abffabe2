import { fromHtml } from "hast-util-from-html";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { describe, expect, test } from "vitest";
import { choroplethSpec, compileChart, intervalSpec, trendSpec } from "../../src/charts/index.ts";
import { fonts } from "./chart-fonts.ts";
import { recipeSamples } from "./recipe-samples.ts";

const rows = [
  { area: 'Kent & "Essex" <both>', n: 1234.5 },
  { area: "Sussex", n: 0 },
  { area: "Surrey", n: null, state: "suppressed" },
  { area: "Dorset", n: null },
];
const encoding = {
  y: { field: "area", type: "nominal", sort: null },
  x: { field: "n", type: "quantitative" },
  tooltip: [{ field: "area", title: "Force" }, { field: "n" }],
};

async function titlesOf(spec: object, { tooltips = true, ...options }: Parameters<typeof chartOf>[1] = {}) {
  const { rendered, diagnostics } = await chartOf(spec, { tooltips, ...options });
  const titles: string[] = [];
  visit(fromHtml(rendered.svg, { fragment: true }), { tagName: "title" }, (title) => void titles.push(textOf(title)));
  return { titles, diagnostics, rendered };
}

async function chartOf(
  spec: object,
  { tooltips = false, ...options }: { tooltips?: boolean; formatValue?: () => string },
) {
  const chart = await compileChart({ id: "c", spec, fonts, tooltips });
  const rendered = await chart.render(rows, { fieldLabels: { n: "Offences" }, ...options });
  return { rendered, diagnostics: [...chart.diagnostics, ...rendered.diagnostics], untraced: rendered.untraced };
}

describe("tooltips", () => {
  test("are titles on the shapes, a line a field, figures as the description writes them; a gap has no bar", async () => {
    const { titles, diagnostics } = await titlesOf({ mark: "bar", encoding });
    expect(titles).toEqual(['Force: Kent & "Essex" <both>\nOffences: 1,234.5', "Force: Sussex\nOffences: 0"]);
    expect(diagnostics).toEqual([]);
    const { titles: formatted } = await titlesOf({ mark: "bar", encoding }, { formatValue: () => "about 1,200" });
    expect(formatted[0]).toMatch(/Offences: about 1,200$/);
  });

  test("say of a hidden or missing figure that it is, never 0", async () => {
    const spec = { mark: "rect", encoding: { y: encoding.y, tooltip: encoding.tooltip } };
    const { titles } = await titlesOf(spec);
    expect(titles.slice(2)).toEqual([
      "Force: Surrey\nOffences: [c], suppressed",
      "Force: Dorset\nOffences: [x], not available",
    ]);
  });

  test("are off by default, and change nothing else: neither drawing nor texts", async () => {
    const { titles, rendered: plain } = await titlesOf({ mark: "bar", encoding }, { tooltips: false });
    expect(titles).toEqual([]);
    const { rendered } = await titlesOf({ mark: "bar", encoding });
    expect(rendered.svg.replaceAll(/><title>.*?<\/title><\/path>/gs, "/>")).toBe(plain.svg);
    expect(rendered.texts).toEqual(plain.texts);
  });

  test("are not on lines, which are one shape for many rows, nor what the spec says to scripts", async () => {
    expect((await titlesOf({ mark: "line", encoding })).titles).toEqual([]);
    const described = { y: encoding.y, description: { field: "n", type: "quantitative" } };
    expect((await titlesOf({ mark: "rect", encoding: described })).titles).toEqual([]);
  });

  test("leave out, with a warning, what is not in the rows drawn", async () => {
    const x = { aggregate: "count" };
    const spec = { mark: "bar", encoding: { y: encoding.y, x, tooltip: [{ field: "area" }, { field: "n" }] } };
    const { titles, diagnostics } = await titlesOf(spec);
    expect(titles).toContain("area: Dorset");
    expect(diagnostics).toMatchObject([{ code: "chart-tooltip", source: { field: "n" } }]);
  });

  test("have titles that the figure audit sees", async () => {
    const titled = { ...encoding, tooltip: { field: "n", title: "Per 100,000" } };
    const { untraced } = await chartOf({ mark: "bar", encoding: titled }, { tooltips: true });
    expect(untraced).toMatchObject([{ code: "untraced-figure", message: expect.stringContaining("Per 100,000") }]);
  });

  test.each([
    ["no tooltip in the spec", { mark: "bar", encoding: { y: encoding.y, x: encoding.x } }],
    [
      "a figure that the chart computes",
      { mark: "bar", encoding: { y: encoding.y, tooltip: { aggregate: "count", field: "n" } } },
    ],
  ])("warn of %s", async (_, spec) => {
    const { diagnostics } = await titlesOf(spec);
    expect(diagnostics).toMatchObject([{ code: "chart-tooltip", severity: "warning" }]);
  });
});

describe("tooltips of a recipe", () => {
  const drawn = async (spec: object, given: Parameters<Awaited<ReturnType<typeof compileChart>>["render"]>[0]) => {
    const chart = await compileChart({ id: "c", spec, fonts, tooltips: true });
    const rendered = await chart.render(given);
    return { rendered, said: rendered.tooltips?.areas.map(({ text }) => text) ?? [] };
  };

  test.each(recipeSamples)(
    "$name: each shape says its names and figures once, each gap why it has none, and no figure is untraced",
    async ({ spec, rows: given }) => {
      const { rendered, said } = await drawn(spec, given);
      expect(said.length).toBeGreaterThan(0);
      expect(new Set(said).size).toBe(said.length);
      expect(rendered.untraced).toEqual([]);
      // Where a place breaks off and goes on, nothing is drawn.
      const valueField = rendered.recipe === "bumpSpec" ? "" : (rendered.valueField ?? "");
      for (const row of given.filter((each) => valueField in each && each[valueField] === null && "area" in each)) {
        const reason = row.state === "suppressed" ? "[c], suppressed" : "[x], not available";
        const told = said.filter((text) => text.includes(String(row.area)) && text.includes(reason));
        expect([row.area, told.length > 0]).toEqual([row.area, true]);
      }
    },
  );

  test("an area is one shape of many rows: each is said at the edge of its part", async () => {
    const { spec, rows: given } = recipeSamples.find(({ name }) => name === "area") as (typeof recipeSamples)[number];
    const { rendered, said } = await drawn(spec, given);
    expect(said).toHaveLength(given.length);
    expect(rendered.diagnostics).toEqual([]);
    expect(rendered.alt).toMatch(/^Stacked area chart: .+ Largest part in /);
  });

  test("the mark of a gap in lines says whose gaps it stands for, and of which periods", async () => {
    const hidden = ["Kent 2018", "Kent 2019", "Kent 2020", "Essex 2019", "Surrey 2017"];
    const given = ["Kent", "Essex", "Surrey", "Dorset"].flatMap((area, at) =>
      [2016, 2017, 2018, 2019, 2020, 2021].map((year) => {
        const isHidden = hidden.includes(`${area} ${year}`);
        return {
          area,
          year: String(year),
          n: isHidden ? null : 10 * at + year - 2010,
          state: isHidden ? "suppressed" : "value",
        };
      }),
    );
    const { said } = await drawn(trendSpec({ x: "year", y: "n", series: "area", yTitle: "Offences" }), given);
    const gaps = said.filter((text) => text.includes("[c]"));
    expect(gaps).toContain("Kent, 2018 to 2020: [c], suppressed\nEssex, 2019: [c], suppressed");
    expect(gaps).toContain("area: Surrey\nyear: 2017\nOffences: [c], suppressed");
  });

  test("a figure has its interval beside it", async () => {
    const { said } = await drawn(intervalSpec({ category: "area", value: "n", low: "low", high: "high" }), [
      { area: "Kent", n: 12, low: 9, high: 15 },
      { area: "Essex", n: 7, low: 5, high: 9 },
    ]);
    expect(said[0]).toBe("area: Kent\nn: 12 (9 to 15)");
  });

  test("a map says nothing of an area of which no row speaks, and says its areas all over their outlines", async () => {
    const feature = (name: string, x: number) => ({
      type: "Feature",
      properties: { name },
      geometry: {
        type: "Polygon",
        coordinates: [
          [
            [x, 0],
            [x + 1, 0],
            [x + 1, 1],
            [x, 1],
            [x, 0],
          ],
        ],
      },
    });
    const geometry = {
      type: "FeatureCollection",
      features: [feature("Kent", 0), feature("Essex", 1), feature("Nowhere", 2)],
    };
    const spec = choroplethSpec({ area: "area", value: "n", geometry, key: "name", projection: { type: "identity" } });
    const { rendered, said } = await drawn(spec, [
      { area: "Kent", n: 12, state: "value" },
      { area: "Essex", n: 30, state: "value" },
    ]);
    expect(said.filter((text) => text.includes("Nowhere"))).toEqual([]);
    expect(rendered.svg).toMatch(/pointer-events="all"[^>]*><title>area: Kent/);
  });
});
