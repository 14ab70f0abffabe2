import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { barSpec, compileChart, defaultTheme, readThemes, trendSpec } from "../../src/charts/index.ts";
import { sideRamps } from "../../src/charts/theme/side-ramps.ts";
import { fonts } from "./chart-fonts.ts";
import { contrastOf, eyes, leastDistanceOf } from "./seen-colors.ts";

const shipped = {
  text: readFileSync(new URL("../../templates/briefing.css", import.meta.url), "utf8"),
  file: "briefing.css",
};
const read = (css: string, options: Partial<Parameters<typeof readThemes>[0]> = {}) =>
  readThemes({ stylesheets: [shipped, { text: css, file: "own.css" }], fonts, ...options });
const places = (diagnostics: ReturnType<typeof read>["diagnostics"]) =>
  diagnostics.map(({ code, source }) => [code, source?.field, source?.file, source?.line, source?.column]);

describe("the theme of stylesheets", () => {
  test("follows the general properties: a brand colour is the highlight, the first of the palette and the ramp", () => {
    const { themes } = read(":root { --brand: rgb(90 20 60); --ink: #000; --font: 'Inter', Arial }");
    expect(themes.light).toMatchObject({
      highlightColor: "#5a143c",
      textColor: "#000000",
      fontFamily: "'Inter', Arial",
    });
    // From a tint of it to a shade.
    expect(themes.light.ramp).not.toEqual(defaultTheme.ramp);
    expect(themes.light.ramp[0]).toMatch(/^#f[0-9a-f]{5}$/);
    expect(themes.light.ramp.at(-1)).toMatch(/^#[0-4]/);
    expect(themes.light.palette[0]).toBe("#5a143c");
  });

  test("begins scales of figures at a dark page: ramps are turned round, and what is between two sides is dark", () => {
    const { dark, light } = read("").themes;
    const paper = dark?.paperColor ?? "";
    const contrasts = (colors: readonly string[] = []) => colors.map((color) => contrastOf(color, paper));
    const along = contrasts(dark?.ramp);
    expect(along).toEqual(along.toSorted((a, b) => a - b));
    const [left = 0, nearLeft = 0, middle = 0, nearRight = 0, right = 0] = contrasts(dark?.diverging);
    expect(Math.min(left, right)).toBeGreaterThan(Math.max(nearLeft, nearRight));
    expect(middle).toBeLessThan(Math.min(nearLeft, nearRight));
    expect(middle).toBeGreaterThanOrEqual(1.9);
    // Next to the midpoint hues tell the sides apart.
    const { below, above } = sideRamps(dark ?? light, 6);
    for (const [index, [color = ""]] of below.entries())
      for (const eye of eyes) expect(leastDistanceOf([color, above[index]?.[0] ?? ""], eye)).toBeGreaterThan(25);
    expect(light.ramp).toEqual(defaultTheme.ramp);
    // A brand's own ramp begins at the page in either scheme, too.
    const own = read(":root { --chart-ramp: #eeeeee, #003366 }").themes;
    expect([own.light.ramp, own.dark?.ramp]).toEqual([
      ["#eeeeee", "#003366"],
      ["#003366", "#eeeeee"],
    ]);
    const ofDark = "@media (prefers-color-scheme: dark) { :root { --chart-diverging: #ff0, #222, #0ff } }";
    expect(read(ofDark).themes.dark?.diverging).toEqual(["#ffff00", "#222222", "#00ffff"]);
  });

  test("obeys the cascade: later stands before earlier, !important before both, with fallbacks and chains of var()", () => {
    const { themes, diagnostics } = read(`
      :root { --chart-font-size: 9pt !important; --chart-text: var(--none, var(--deep)); --deep: hsl(0 0% 10%) }
      :root, .x { --chart-font-size: 2rem; --chart-gap: .1; --chart-padding: 0; --chart-line-width: 1mm }
      :root { --chart-palette: #12436d, #c2570c; --chart-background: #fffdf5 }`);
    expect(themes.light).toMatchObject({
      fontSizePx: 12,
      textColor: "#1a1a1a",
      barGap: 0.1,
      paddingPx: 0,
      lineWidthPx: 3.78,
      palette: ["#12436d", "#c2570c"],
      background: "#fffdf5",
    });
    expect(diagnostics).toEqual([]);
  });

  test.each(["#5a143c", "#00703c", "#d4351c", "#1d70b8", "#4f321f", "#0b0c0c"])(
    "has a palette for the brand %s without colours that some readers would take for it",
    (brand) => {
      const dark = "@media (prefers-color-scheme: dark) { :root { --brand: #f4e3b2 } }";
      const { themes, diagnostics } = read(`:root { --brand: ${brand} } ${dark}`);
      expect(diagnostics.filter(({ source }) => /palette|ramp|diverging/.test(String(source?.field)))).toEqual([]);
      for (const eye of eyes) expect(leastDistanceOf(themes.light.palette, eye)).toBeGreaterThanOrEqual(20);
      expect(themes.light.palette.length).toBeGreaterThanOrEqual(4);
      expect(themes.dark?.palette).toHaveLength(themes.light.palette.length);
      expect(defaultTheme.palette).toEqual(expect.arrayContaining(themes.light.palette.slice(1)));
    },
  );

  test("has its palette looked at where a chart takes colours from it", () => {
    const css = ":root { --chart-palette: #b03a2e, #4f7a28 }";
    const codesFor = (specs: readonly object[]) => read(css, { specs }).diagnostics.map(({ code }) => code);
    expect(codesFor([barSpec({ x: "p", y: "n", series: "s" })])).toEqual(["chart-palette"]);
    expect(codesFor([barSpec({ x: "p", y: "n" }), trendSpec({ x: "p", y: "n", series: "s" })])).toEqual([]);
  });

  test("is drawn", async () => {
    const { themes } = read(":root { --brand: #5a143c; --chart-font-size: 16px; --chart-background: #fffdf5 }");
    const chart = await compileChart({ id: "c", spec: trendSpec({ x: "p", y: "n" }), fonts, theme: themes.light });
    const { svg } = await chart.render([
      { p: "1", n: 1 },
      { p: "2", n: 2 },
    ]);
    expect(svg).toContain('stroke="#5a143c"');
    // 16 px for 12: four thirds as large as it was drawn.
    expect(svg).toContain('width="640" height="372" viewBox="0 0 480 279"');
    expect(svg).toContain('font-size="12px"');
    expect(svg).toContain('fill="#fffdf5"');
    expect(svg).not.toContain(defaultTheme.highlightColor);
  });

  test("gives way to the author's own, property by property", () => {
    const { themes } = read(":root { --brand: #5a143c }", { theme: { fontSizePx: 15 } });
    expect(themes.light).toMatchObject({ fontSizePx: 15, highlightColor: "#5a143c" });
    const green = read("", { theme: { highlightColor: "#003300" } }).themes.light;
    expect(green).toMatchObject({ highlightColor: "#003300", textColor: defaultTheme.textColor });
    expect(green.ramp).not.toEqual(defaultTheme.ramp);
  });
});

describe("what is wrong in a stylesheet is a warning with its place", () => {
  test.each([
    ["a value that is no colour", ":root {\n  --chart-text: blueish;\n}", "chart-theme-value", "--chart-text", 2, 3],
    ["a property that is not there", ":root { --chart-grid: var(--gird) }", "chart-theme-value", "--chart-grid", 1, 9],
    [
      "a cycle",
      ":root { --a: var(--b); --b: var(--a); --chart-grid: var(--a) }",
      "chart-theme-value",
      "--chart-grid",
      1,
      39,
    ],
    ["a size without a unit", ":root { --chart-font-size: 12 }", "chart-theme-value", "--chart-font-size", 1, 9],
    ["a size that is none", ":root { --chart-font-size: 400px }", "chart-theme-value", "--chart-font-size", 1, 9],
    ["a share that is none", ":root { --chart-gap: 2 }", "chart-theme-value", "--chart-gap", 1, 9],
    [
      "a list with a hole",
      ":root { --chart-palette: #12436d,, #c2570c }",
      "chart-theme-value",
      "--chart-palette",
      1,
      9,
    ],
    ["a name that charts do not know", ":root { --chart-txet: red }", "chart-theme-property", "--chart-txet", 1, 9],
    ["another element than the root", "p { --chart-text: #000 }", "chart-theme-property", "--chart-text", 1, 5],
    ["a rule in the root's", ":root { .x { --chart-text: #000 } }", "chart-theme-property", "--chart-text", 1, 14],
    ["a condition", "@media (hover) { :root { --chart-grid: #000 } }", "chart-theme-property", "--chart-grid", 1, 26],
  ])("%s", (_, css, code, field, line, column) => {
    const { diagnostics, themes } = read(css);
    expect(places(diagnostics)).toEqual([[code, field, "own.css", line, column]]);
    expect(themes.light).toEqual(defaultTheme);
  });

  test("a colour that is too faint is told where it was said", () => {
    const { diagnostics } = read(":root { --ink-quiet: #999999 }");
    expect(places(diagnostics)).toEqual([["chart-contrast", "--chart-text-quiet", "own.css", 1, 9]]);
  });

  test("a font that the set does not have, and what measures instead", () => {
    const { diagnostics } = read(':root { --chart-font: "Gill Sans", Inter }');
    expect(places(diagnostics)).toEqual([["chart-font", "--chart-font", "own.css", 1, 9]]);
    expect(diagnostics[0]?.message).toContain('measured with "Inter"');
  });
});

describe("the dark scheme", () => {
  test("is read from @media (prefers-color-scheme: dark)", () => {
    const { themes } = read("@media (prefers-color-scheme: dark) { :root { --chart-text: #ffffff } }");
    expect(themes.light.textColor).toBe(defaultTheme.textColor);
    expect(themes.dark).toMatchObject({ textColor: "#ffffff", paperColor: "#12181f", fontSizePx: 12 });
  });

  test("is absent where the stylesheets have none, or the author chose colours", () => {
    expect(readThemes({ stylesheets: [{ text: ":root { --ink: #000 }" }], fonts }).themes).toEqual({
      light: defaultTheme,
    });
    expect(read("", { theme: { textColor: "#000000" } }).themes.dark).toBeUndefined();
    expect(read("", { theme: { fontSizePx: 14 } }).themes.dark).toMatchObject({
      fontSizePx: 14,
      paperColor: "#12181f",
    });
  });

  test("a brand colour for white paper is warned of, apart from the others, until it has a lighter one", () => {
    const brand = ":root { --brand: #123a5c }";
    const { diagnostics, darkDiagnostics } = read(brand);
    expect(diagnostics).toEqual([]);
    const places = darkDiagnostics.map(({ code, source }) => [code, source?.field, source?.file]);
    expect(places).toContainEqual(["chart-contrast", "--chart-highlight", "own.css"]);
    expect(darkDiagnostics[0]?.hint).toContain("@media screen and (prefers-color-scheme: dark)");
    const both = read(`${brand} @media screen and (prefers-color-scheme: dark) { :root { --brand: #a9cdf0 } }`);
    expect(both.darkDiagnostics).toEqual([]);
  });

  test("needs as many colours in its palette", () => {
    const { themes, darkDiagnostics } = read(
      "@media (prefers-color-scheme: dark) { :root { --chart-palette: #a9cdf0, #ee8133 } }",
    );
    expect(darkDiagnostics.map(({ code }) => code)).toContain("chart-theme-value");
    expect(themes.dark?.palette).toHaveLength(8);
  });
});

test("may be another on paper than on screens, which is absent where it is not", () => {
  const { themes, diagnostics } = read(
    ":root { --chart-grid: #111 } @media print { :root { --chart-font-size: 24px } } @media screen { :root { --chart-grid: #222 } }",
  );
  expect(diagnostics).toEqual([]);
  expect([themes.light.fontSizePx, themes.light.gridColor]).toEqual([12, "#222222"]);
  expect([themes.print?.fontSizePx, themes.print?.gridColor]).toEqual([24, "#111111"]);
  expect(read(":root { --chart-grid: #111 }").themes.print).toBeUndefined();
});
