import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  type ChartTheme,
  checkTheme,
  compileChart,
  defaultTheme,
  readThemes,
  tileMapSpec,
} from "../../src/charts/index.ts";
import { fonts } from "./chart-fonts.ts";
import { contrastOf, eyes, leastDistanceOf } from "./seen-colors.ts";

const shipped = {
  text: readFileSync(new URL("../../templates/briefing.css", import.meta.url), "utf8"),
  file: "briefing.css",
};
const { themes, ...found } = readThemes({ stylesheets: [shipped], fonts });
const schemes: readonly (readonly [string, ChartTheme])[] = [
  ["light", themes.light],
  ["dark", themes.dark as ChartTheme],
];

describe("the house look", () => {
  test("is what the shipped stylesheet says, and has nothing to be warned of", () => {
    expect(themes.light).toEqual(defaultTheme);
    expect([...found.diagnostics, ...found.darkDiagnostics]).toEqual([]);
    expect(checkTheme(defaultTheme)).toEqual([]);
  });

  test.each(schemes)("%s: colours have the contrast that WCAG 2.2 asks for", (_, theme) => {
    const { palette, highlightColor, contextColor, textColor, mutedColor, paperColor } = theme;
    for (const color of [...palette, highlightColor, contextColor])
      expect(contrastOf(color, paperColor), color).toBeGreaterThanOrEqual(3);
    for (const color of [textColor, mutedColor]) expect(contrastOf(color, paperColor)).toBeGreaterThanOrEqual(4.5);
    // What stands out must do so without colour.
    expect(contrastOf(highlightColor, contextColor)).toBeGreaterThanOrEqual(3);
    expect(palette).toHaveLength(8);
  });

  test.each(schemes.flatMap(([name, theme]) => eyes.map((eye) => [name, eye, theme] as const)))(
    "%s palette stays apart: %s",
    (name, eye, { palette }) => {
      expect(leastDistanceOf(palette, eye)).toBeGreaterThanOrEqual(20);
      if (name === "light") expect(leastDistanceOf(palette.slice(0, 5), eye)).toBeGreaterThanOrEqual(30);
    },
  );
});

describe("scales of classes, as drawn", () => {
  const drawn = async (encoding: object, values: readonly (string | number)[]) => {
    const spec = { mark: "rect", encoding: { x: { field: "k", type: "ordinal", sort: null }, color: encoding } };
    const rows = values.map((value) => ({ k: `k${value}`, v: value }));
    const { svg } = await (await compileChart({ id: "c", spec, fonts })).render(rows);
    const cells = [...svg.matchAll(/<path [^>]*fill="(rgb[^"]+|#[^"]+)"/g)].map(([, color = ""]) => color);
    return cells.slice(0, values.length);
  };

  test.each([3, 4, 5, 6, 7])("ordinal: %i classes go from light to dark, neighbours apart for every eye", async (n) => {
    const values = Array.from({ length: n }, (_, index) => `c${index}`);
    const colors = await drawn({ field: "v", type: "ordinal", legend: null }, values);
    expect(colors).toHaveLength(n);
    const contrasts = colors.map((color) => contrastOf(color, "#ffffff"));
    expect(contrasts).toEqual(contrasts.toSorted((a, b) => a - b));
    expect(contrasts.at(-1)).toBeGreaterThanOrEqual(3);
    for (const eye of eyes) {
      for (const [index, color] of colors.slice(1).entries())
        expect(leastDistanceOf([color, colors[index] as string], eye)).toBeGreaterThanOrEqual(6);
    }
  });

  test.each(["#12436d", "#5a143c", "#00703c", "#ffd54a", "#0b0c0c"])(
    "of %s: classes start light, and have 1.5:1 to their neighbours",
    async (highlightColor) => {
      const { themes } = readThemes({
        stylesheets: [
          { text: `:root { --chart-highlight: ${highlightColor}; --chart-ramp: auto }`, file: "brand.css" },
        ],
        fonts,
      });
      for (const count of [3, 4, 5, 6]) {
        const limits = Array.from({ length: count - 1 }, (_, index) => index + 1);
        const rows = Array.from({ length: count }, (_, index) => ({ area: `a${index}`, n: index + 0.5 }));
        const tiles = Object.fromEntries(rows.map(({ area }, column) => [area, { column, row: 0, label: area }]));
        const spec = tileMapSpec({ area: "area", value: "n", tiles, classes: limits });
        const { svg } = await (await compileChart({ id: "c", spec, fonts, theme: themes.light })).render(rows);
        const fills = [
          ...svg.matchAll(/<path [^>]*fill="(rgb[^"]+|#[^"]+)"[^>]*opacity="1"|<path [^>]*fill="(rgb[^"]+)"/g),
        ];
        const colors = [...new Set(fills.map(([, one, other]) => one ?? other ?? ""))].slice(0, count);
        const contrasts = colors.map((color) => contrastOf(color, "#ffffff"));
        expect(contrasts).toHaveLength(count);
        expect(contrasts[0]).toBeLessThan(1.9);
        expect(contrasts[0]).toBeGreaterThan(1.25);
        for (const [index, own] of contrasts.slice(1).entries())
          expect(own / (contrasts[index] as number)).toBeGreaterThanOrEqual(1.5);
      }
    },
  );

  test("of numbers: the ramp; around a middle: the diverging scale, its ends apart for every eye", async () => {
    const ramp = await drawn({ field: "v", type: "quantitative", legend: null }, [0, 50, 100]);
    expect(contrastOf(ramp[0] as string, "#ffffff")).toBeLessThan(contrastOf(ramp[2] as string, "#ffffff"));
    expect(contrastOf(ramp[0] as string, "#ffffff")).toBeGreaterThan(1.04);
    expect(contrastOf(ramp[2] as string, "#ffffff")).toBeGreaterThan(10);
    const scale = { domainMid: 0 };
    const [low = "", middle = "", high = ""] = await drawn(
      { field: "v", type: "quantitative", scale, legend: null },
      [-5, 0, 5],
    );
    for (const eye of eyes) expect(leastDistanceOf([low, high], eye)).toBeGreaterThanOrEqual(30);
    for (const end of [low, high]) expect(contrastOf(end, "#ffffff")).toBeGreaterThan(contrastOf(middle, "#ffffff"));
  });
});

describe("checkTheme", () => {
  const codes = (change: Partial<ChartTheme>) =>
    checkTheme({ ...defaultTheme, ...change }).map(({ code, severity, source }) => [code, severity, source?.field]);

  test.each<readonly [string, Partial<ChartTheme>, string, string]>([
    ["a faint text", { textColor: "#888888" }, "chart-contrast", "--chart-text"],
    ["faint labels", { mutedColor: "rgb(140 140 140)" }, "chart-contrast", "--chart-text-quiet"],
    ["a faint highlight", { highlightColor: "gold", contextColor: "#444444" }, "chart-contrast", "--chart-highlight"],
    ["a context like its highlight", { contextColor: "#2a5f8d" }, "chart-contrast", "--chart-context"],
    ["a faint colour of the palette", { palette: ["#12436d", "#ffd54a"] }, "chart-contrast", "--chart-palette"],
    ["red and green", { palette: ["#b03a2e", "#4f7a28"] }, "chart-palette", "--chart-palette"],
    ["a ramp of one lightness", { ramp: ["#a33a3a", "#2e6b2e"] }, "chart-palette", "--chart-ramp"],
    ["a ramp that ends faint", { ramp: ["#ffffff", "#9fb8cc"] }, "chart-contrast", "--chart-ramp"],
    ["a ramp of one colour", { ramp: ["#12436d"] }, "chart-theme-value", "--chart-ramp"],
    ["a traffic light", { diverging: ["#b03a2e", "#efefef", "#4f7a28"] }, "chart-palette", "--chart-diverging"],
    ["no colour", { gridColor: "#ccc", contextColor: "blueish" }, "chart-theme-value", "--chart-context"],
  ])("warns of %s", (_, change, code, field) => {
    expect(codes(change)).toEqual([[code, "warning", field]]);
  });

  test("measures against the chart's own background, and what shows through a colour that is not opaque", () => {
    expect(codes({ background: "#fffdf5" })).toEqual([]);
    expect(codes({ background: "#12436d" }).length).toBeGreaterThan(3);
    expect(codes({ textColor: "#1b2733aa" })).toEqual([]);
    expect(codes({ textColor: "#1b273366" })).toEqual([["chart-contrast", "warning", "--chart-text"]]);
  });

  test("says the ratio, what is needed and what to do", () => {
    const [warning] = checkTheme({ ...defaultTheme, textColor: "#777777" });
    expect(warning?.message).toContain("#777777 (4.4:1)");
    expect(warning?.message).toContain("4.5:1");
    expect(warning?.hint).toBe("Take darker colours. Set --chart-text in :root, or chartTheme's textColor.");
  });
});
