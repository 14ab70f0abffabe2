import { fromHtml } from "hast-util-from-html";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { describe, expect, test } from "vitest";
import { compileChart } from "../../src/charts/index.ts";
import { fonts } from "./chart-fonts.ts";

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
    expect(titles.slice(2)).toEqual(["Force: Surrey\nOffences: [c]", "Force: Dorset\nOffences: [x]"]);
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
