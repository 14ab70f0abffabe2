import { describe, expect, test } from "vitest";
import { compileChart } from "../../src/charts/index.ts";
import { inPart } from "../support/trials.ts";
import { fonts } from "./chart-fonts.ts";
import { recipeSamples } from "./recipe-samples.ts";
import { overlaps, textBoxes } from "./text-boxes.ts";

describe.each(recipeSamples.map((sample, index) => ({ ...sample, index })))("$name", ({ name, spec, rows, index }) => {
  test.each([640, 360].filter((_, width) => inPart(2, 1) === 2 || index % 2 === width))(
    "at %i px: nothing to warn of, no text on another, none cut off",
    async (widthPx) => {
      const chart = await compileChart({ id: name, spec, fonts, widthPx });
      const rendered = await chart.render(rows);
      expect(chart.diagnostics).toEqual([]);
      expect(rendered.untraced).toEqual([]);
      expect(rendered.diagnostics).toEqual([]);
      expect(overlaps(rendered)).toEqual([]);
      for (const { left, right, top, bottom } of textBoxes(rendered)) {
        expect(Math.min(left, top)).toBeGreaterThanOrEqual(-1);
        expect(right).toBeLessThanOrEqual(rendered.widthPx + 1);
        expect(bottom).toBeLessThanOrEqual(rendered.heightPx + 1);
      }
    },
  );

  test("is plain JSON with its rows from outside, and drawing changes nothing in it", () => {
    expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
    expect(spec).toMatchObject({ data: { name: "data" } });
  });
});
