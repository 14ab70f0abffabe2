import { expect, test } from "vitest";
import { barSpec, compileChart, defaultTheme } from "../../src/charts/index.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";
import { recordingContext } from "./recording-context.ts";
import { strokesIn } from "./strokes-in.ts";
import { textBoxes } from "./text-boxes.ts";

const annotations = [
  { kind: "reference", value: "median", label: "Median" },
  { kind: "target", value: "target", label: "Target" },
] as const;
const spec = barSpec({ x: "area", y: "n", yTitle: "Change", format: ".1f", annotations });

test.each([
  ["below zero", [11.3, -34.5, -27.2, -49, -32.2], -33.3, -35.5],
  ["above", [11.3, 34.5, 27.2, 49, 32.2], 33.3, 36],
  ["both ways", [-20, 20, -19.5, 30, 18.9], 19.9, -21],
])("no line to compare with runs through the figure of a column: %s", async (_, figures, median, target) => {
  const rows = figures.map((n, index) => ({ area: `Area ${"ABCDE"[index]}`, n, median, target, state: "value" }));
  const chart = await (await compileChart({ id: "bars", spec, fonts })).render(rows);
  expect(chart.untraced).toEqual([]);
  const { context, calls } = recordingContext();
  chart.draw(context);
  const lines = strokesIn(calls).filter(({ ends: [x0, y0, x1, y1] }) => y0 === y1 && Math.abs(x1 - x0) > 300);
  expect(lines.length).toBeGreaterThanOrEqual(2);
  const written = textBoxes(chart).filter(({ text }) => /^[−\d.]+$/.test(text));
  expect(written).toHaveLength(figures.length);
  const crossed = written.filter(({ top, bottom }) =>
    lines.some(({ ends: [, y], color }) => color !== defaultTheme.gridColor && y > top && y < bottom),
  );
  expect(crossed.map(({ text }) => text)).toEqual([]);
});
