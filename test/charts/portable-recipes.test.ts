import { describe, expect, test } from "vitest";
import { compileChart, defaultTheme, rankingSpec } from "../../src/charts/index.ts";
import { inPart, someOf } from "../support/trials.ts";
import { fonts } from "./chart-fonts.ts";
import { recipeSamples } from "./recipe-samples.ts";
import { rankingRows } from "./sample-rows.ts";

describe("a recipe is a plain Vega-Lite spec", () => {
  test.each(
    someOf(recipeSamples, inPart(recipeSamples.length, 20)).map(({ name, ...sample }) => [name, sample] as const),
  )("%s: Vega draws it by itself, and JSON holds all of it", async (_, { spec, rows }) => {
    const [vega, { compile }] = await Promise.all([import("vega"), import("vega-lite")]);
    const copied = JSON.parse(JSON.stringify(spec));
    expect(copied).toEqual(spec);
    const view = new vega.View(vega.parse(compile(copied).spec), { renderer: "none" });
    await view.insert("data", structuredClone([...rows])).runAsync();
    const svg = await view.toSVG();
    expect(svg).toContain("<path");
    expect(svg).not.toContain("NaN");
  });

  test.each(
    someOf(recipeSamples, inPart(recipeSamples.length, 20)).map(({ name, ...sample }) => [name, sample] as const),
  )("%s: compiled once and run for others before, the same bytes as compiled afresh", async (_, { spec, rows }) => {
    const [shared, fresh] = await Promise.all(
      [1, 2].map(() => compileChart({ id: "chart", spec: structuredClone(spec), fonts })),
    );
    // Fewer rows, and the same with other figures: what a neighbour's chart would be.
    await shared?.render(rows.filter((row) => row.highlight !== true)).catch(() => undefined);
    const others = rows.map((row) =>
      Object.fromEntries(
        // Places stay whole, and shares below 1.
        Object.entries(row).map(([field, cell]) => [
          field,
          typeof cell === "number" ? (Number.isInteger(cell) ? cell * 2 : cell / 2) : cell,
        ]),
      ),
    );
    await shared?.render(others);
    const [again, anew] = [await shared?.render(rows), await fresh?.render(rows)];
    expect(again?.svg).toBe(anew?.svg);
    expect(again?.alt).toBe(anew?.alt);
    expect(again?.longDescription).toBe(anew?.longDescription);
  });

  const spec = rankingSpec({ category: "area", value: "offences" });
  const colorsOf = async (changed: object, theme = defaultTheme) => {
    const chart = await compileChart({ id: "ranking", spec: { ...spec, ...changed }, fonts, theme });
    const { svg } = await chart.render(rankingRows("Kent"));
    return new Set([...svg.matchAll(/<path d="[^"]*" fill="(#[\da-f]{6})"/g)].map(([, color]) => color));
  };

  test("that takes the theme's colours, or the author's own", async () => {
    const theme = { ...defaultTheme, highlightColor: "#aa0000", contextColor: "#00aa00" };
    expect(await colorsOf({}, theme)).toEqual(new Set(["#aa0000", "#00aa00"]));
    const config = { range: { emphasis: ["#0000aa", "#aaaaaa"] } };
    expect(await colorsOf({ config }, theme)).toEqual(new Set(["#0000aa", "#aaaaaa"]));
  });
});
