import { describe, expect, test } from "vitest";
import {
  barSpec,
  type ChartRow,
  compileChart,
  defaultTheme,
  histogramSpec,
  intervalSpec,
  stripSpec,
} from "../../src/charts/index.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";
import { recordingContext } from "./recording-context.ts";
import { strokesIn } from "./strokes-in.ts";
import { type TextBox, textBoxes } from "./text-boxes.ts";

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

const drawn = async (spec: object, rows: readonly ChartRow[], widthPx: number) => {
  const chart = await (await compileChart({ id: "chart", spec, fonts, widthPx })).render(rows);
  const { context, calls } = recordingContext();
  chart.draw(context);
  return { boxes: textBoxes(chart), strokes: strokesIn(calls) };
};

test.each([340, 640])("no line goes through the names at the foot of a strip, %s px", async (widthPx) => {
  const figures = [-4.7, -4.5, -3.1, -2.2, -0.4, 0.19];
  const rows = figures.map((n, index) => ({ area: `The area of ${"ABCDEF"[index]}`, n, median: 0.1, state: "value" }));
  const lines = [{ kind: "reference", value: "median", label: "Median" }] as const;
  const spec = stripSpec({ category: "area", value: "n", format: ".2f", annotations: lines });
  const { boxes, strokes } = await drawn(spec, rows, widthPx);
  const names = boxes.filter(({ text }) => text.startsWith("The area of"));
  expect(names).toHaveLength(2);
  // The line at zero, and the median's.
  expect(strokes.filter(({ ends: [x0, y0, x1, y1] }) => x0 === x1 && Math.abs(y1 - y0) > 45)).toHaveLength(2);
  const crossed = names.filter(({ left, right, top, bottom }) =>
    strokes.some(
      ({ ends: [x0, y0, x1, y1] }) =>
        x0 === x1 && x0 > left && x0 < right && Math.max(y0, y1) > top && Math.min(y0, y1) < bottom,
    ),
  );
  expect(crossed.map(({ text }) => text)).toEqual([]);
});

describe.each([
  ["strip", stripSpec],
  ["histogram", histogramSpec],
])("the name of the one that stands out in a %s", (_, recipe) => {
  const others = Array.from({ length: 24 }, (_, index) => 10 + 1.3 * index);
  const spec = recipe({ category: "area", value: "n", format: ".1f", annotations });
  /** Its name, and the lines to compare with that run down past it. */
  const nameOf = async (area: string, n: number, widthPx: number) => {
    const rows = [...others, n].map((figure, index) => ({
      area: index === others.length ? area : `Area ${"ABCDEFGHIJKLMNOPQRSTUVWX"[index]}`,
      ...{ n: figure, median: 25.2, target: 31, state: "value", highlight: index === others.length },
    }));
    const chart = await (await compileChart({ id: "chart", spec, fonts, widthPx })).render(rows);
    expect(chart.untraced).toEqual([]);
    const name = textBoxes(chart).find(({ text }) => text.startsWith(area)) as TextBox;
    const { context, calls } = recordingContext();
    chart.draw(context);
    const across = strokesIn(calls).filter(
      ({ ends: [x0, y0, x1, y1] }) => x0 === x1 && Math.min(y0, y1) < name.top && Math.max(y0, y1) > name.bottom + 20,
    );
    expect(across.length).toBeGreaterThanOrEqual(2);
    return { chart, name, isCrossed: across.some(({ ends: [x] }) => x > name.left && x < name.right) };
  };

  test.each([14, 24.9, 25.2, 26, 30.5, 31.5, 38])(
    "stands between lines to compare with where that has room: at %s",
    async (n) => {
      const { name, isCrossed } = await nameOf("Kent", n, 640);
      expect(name).toBeDefined();
      expect(isCrossed).toBe(false);
    },
  );

  test("has an outline that leaves nothing of a line between its words where it has none", async () => {
    const { chart, isCrossed } = await nameOf("Hammersmith and Fulham", 28, 340);
    expect(isCrossed).toBe(true);
    const [, width] = /stroke-width="([\d.]+)"[^>]*>Hammersmith and Fulham/.exec(chart.svg) ?? [];
    // A space is some 3.5 px wide.
    expect(Number(width)).toBeGreaterThan(7);
  });
});

test("the scale of intervals to both sides of zero has more than zero on a telephone", async () => {
  const rows = [76.2, 20, -5, -80].map((n, index) => ({
    area: `Blanchardstown and Crosshaven ${"ABCD"[index]}`,
    n,
    low: n - 9,
    high: n + 9,
    state: "value",
  }));
  const spec = intervalSpec({ category: "area", value: "n", low: "low", high: "high", format: ".1f" });
  const { boxes } = await drawn(spec, rows, 340);
  const foot = Math.max(...boxes.map(({ bottom }) => bottom));
  const written = boxes.filter(({ bottom }) => foot - bottom < 2).map(({ text }) => text);
  expect(written).toEqual(["−100", "−50", "0", "50", "100"]);
});
