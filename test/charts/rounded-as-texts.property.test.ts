import fc from "fast-check";
import { expect, test } from "vitest";
import { compileChart, rankingSpec } from "../../src/charts/index.ts";
import { roundFigure } from "../../src/charts/round-as-printed.ts";
import { exact, roundHalfUp } from "../../src/language/index.ts";
import { trials } from "../support/trials.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";

/** Figures of so many digits, half of them with a 5 last, of which a double may lie below. */
const figures = fc
  .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: 0, max: 4 }), fc.boolean())
  .map(([digits, places, isHalf]) => Number(`${isHalf ? `${digits}5` : digits}e-${places}`));

test("a chart rounds a figure as texts do: half up, by its digits", () =>
  fc.assert(
    fc.property(figures, fc.integer({ min: 0, max: 3 }), (figure, decimals) => {
      expect(roundFigure(figure, decimals) + 0).toBe(roundHalfUp(exact(figure), decimals).valueOf());
    }),
    { numRuns: trials(5000, 1000) },
  ));

test.each([
  [",.1f", 124.05, "124.1"],
  [",.1f", -124.05, "\u2212124.1"],
  [",d", 2.5, "3"],
  [".0%", 0.285, "29%"],
  [".2f", 1.005, "1.01"],
])("a bar of %s %s says %s, and so does what is said of it", async (format, value, printed) => {
  const spec = rankingSpec({ category: "area", value: "n", valueTitle: "Index", format });
  const compiled = await compileChart({ id: "chart", spec, fonts });
  const { svg, alt, untraced } = await compiled.render([
    { area: "Kent", n: value, state: "value" },
    { area: "Essex", n: value * 3, state: "value" },
  ]);
  expect(untraced).toEqual([]);
  const shown = svg.replaceAll(/<[^>]*>/g, "|").split("|");
  expect(shown).toContain(printed);
  expect(alt).toContain(printed);
});
