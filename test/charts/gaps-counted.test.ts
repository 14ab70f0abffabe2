import { describe, expect, test } from "vitest";
import { compileChart, funnelSpec, histogramSpec, stripSpec } from "../../src/charts/index.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";
import { overlaps, textBoxes } from "./text-boxes.ts";

describe.each([640, 340])("many areas without a figure are told as a number, at %d px", (widthPx) => {
  const rows = (hidden: number, missing: number) =>
    Array.from({ length: hidden + missing + 20 }, (_, at) => ({
      area: `Area ${"ABCDEFGHIJ".charAt(at % 10)}${"abcdefghij".charAt(Math.floor(at / 10))}`,
      n: at < hidden + missing ? null : 10 + at,
      people: 1000 + at,
      low: at < hidden + missing ? null : 5,
      high: at < hidden + missing ? null : 90,
      state: at < hidden ? "suppressed" : at < hidden + missing ? "missing" : "value",
    }));
  test.each([
    ["strip", stripSpec({ category: "area", value: "n" })],
    ["histogram", histogramSpec({ category: "area", value: "n" })],
    ["funnel", funnelSpec({ category: "area", value: "n", population: "people", low: "low", high: "high" })],
  ])("%s", async (_, spec) => {
    const compiled = await compileChart({ id: "chart", spec, fonts, widthPx });
    const many = await compiled.render(rows(33, 7));
    expect(many.untraced).toEqual([]);
    expect(many.texts.filter((text) => text.startsWith("Area") && text.includes("["))).toEqual([]);
    expect(many.texts).toContain("[c] suppressed: 33");
    // In two lines where there is no room for one.
    expect(many.texts.join(" ")).toContain("[x] not available: 7. Their names are in the data of the chart.");
    const few = await compiled.render(rows(4, 3));
    for (const { right } of [many, few].flatMap(textBoxes)) expect(right).toBeLessThanOrEqual(widthPx + 1);
    expect(few.texts.filter((text) => text.includes("["))).toHaveLength(7);
    // Whom the chart is about is named all the same.
    const marked = await compiled.render(rows(33, 7).map((row, at) => ({ ...row, highlight: at === 4 })));
    expect(marked.texts.filter((text) => text.startsWith("Area") && text.includes("["))).toEqual(["Area Ea [c]"]);
    expect(marked.texts).toContain("[c] suppressed: 33");
    expect(marked.alt).toContain("Area Ea");
    for (const chart of [many, few, marked]) expect(overlaps(chart)).toEqual([]);
    expect(marked.untraced).toEqual([]);
  });
});
