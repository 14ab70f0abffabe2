import { describe, expect, test } from "vitest";
import { compileChart, defaultTheme, histogramSpec, type RenderedChart, stripSpec } from "../../src/charts/index.ts";
import { createWords, findLanguage } from "../../src/language/index.ts";
import { type Box, barsOf } from "./awkward-faults.ts";
import { type Dot, dotsOf } from "./dots-of.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";
import { recordingContext } from "./recording-context.ts";
import { strokesIn } from "./strokes-in.ts";
import { textBoxes } from "./text-boxes.ts";

const letters = "abcdefghijklmnopqrstuvwxyz";
/** Areas with figures that are spread as a hash of their number is, where none is given. */
const rowsOf = (count: number, figure: (share: number, index: number) => number) =>
  Array.from({ length: count }, (_, index) => ({
    area: `Area ${letters[Math.floor(index / 26)] ?? "z"}${letters[index % 26]}`,
    n: Math.round(figure(((index * 7919 + 13) % 9973) / 9973, index) * 10) / 10,
    highlight: index === 40,
  }));
/** About as shares of a vote are, and as populations are. */
const even = (share: number) => 50 + 12 * Math.tan((share - 0.5) * 2) + 6 * Math.sin(40 * share);
const skewed = (share: number) => 5 * Math.exp(5 * share);
const tied = (share: number, index: number) => (index % 3 === 0 && index !== 40 ? 0 : even(share));

const named = { category: "area", value: "n", format: ".1f" } as const;
const drawn = async (spec: object, rows: ReturnType<typeof rowsOf>, widthPx: number, lang = "en-GB") => {
  const words = createWords({ language: findLanguage(lang) });
  const chart = await (await compileChart({ id: "many", spec, fonts, widthPx, words })).render(rows);
  expect(chart.untraced).toEqual([]);
  return chart;
};
const callsOf = (chart: RenderedChart) => {
  const { context, calls } = recordingContext();
  chart.draw(context);
  return calls;
};

describe.each([640, 340])("many areas at %i px", (widthPx) => {
  test.each([
    [33, even],
    [150, even],
    [150, skewed],
    [382, even],
    [382, tied],
  ])("a histogram has no more line than area: %i", async (count, figure) => {
    const chart = await drawn(histogramSpec(named), rowsOf(count, figure), widthPx);
    const calls = callsOf(chart);
    const bars = barsOf(calls);
    const lefts = new Set(bars.map(({ left }) => Math.round(left)));
    expect(lefts.size).toBeGreaterThan(3);
    const piles = [...lefts].map((left) => bars.filter((bar) => Math.round(bar.left) === left));
    expect(piles.flatMap(gapsIn).filter(({ gap, below }) => gap > below / 3)).toEqual([]);
    // Whom it is about is seen: by its own brick, or by a line through its pile.
    const own = bars.filter(({ fill }) => fill === defaultTheme.highlightColor);
    const lines = strokesIn(calls).filter(({ color, width }) => color === defaultTheme.highlightColor && width >= 2);
    const isSeen = own.some(({ top, bottom }) => bottom - top >= 3) || lines.length === 1;
    expect(isSeen).toBe(true);
  });

  test.each([
    ["150", 150, even],
    ["150, skewed", 150, skewed],
    ["382", 382, even],
    ["382, skewed", 382, skewed],
    ["382, a third of them tied", 382, tied],
  ])("a strip shows each, or says how many it does not: %s", async (_, count, figure) => {
    const chart = await drawn(stripSpec(named), rowsOf(count, figure), widthPx);
    const dots = dotsOf(chart);
    expect(dots).toHaveLength(count);
    const near = dots.filter(({ x, y, px }, index) =>
      dots.some((other, at) => at !== index && Math.hypot(other.x - x, other.y - y) < 0.3 * px),
    );
    const said = /as too many areas have about the same figure: (\d+)\./.exec(chart.texts.join(" "))?.[1] ?? 0;
    expect(near.length).toBeLessThanOrEqual(Number(said));
    expect(Number(said)).toBeLessThan(count / 2);
    // The one that stands out is drawn last, and no other lies under it.
    const [subject] = dots.slice(-1) as [Dot];
    expect(subject.px).toBe(Math.max(...dots.map(({ px }) => px)));
    // Dots keep off the names.
    for (const { text, top, bottom, left, right } of textBoxes(chart))
      for (const { x, y, px } of dots)
        if (x + px / 2 > left && x - px / 2 < right && y + px / 2 > top + 2 && y - px / 2 < bottom - 2)
          expect([text, x, y]).toEqual([]);
  });

  test("what lies on one another is counted in Welsh too", async () => {
    const chart = await drawn(stripSpec(named), rowsOf(382, tied), widthPx, "cy");
    expect(chart.texts.join(" ")).toMatch(/gan fod gan ormod o ardaloedd ffigur tebyg: 12[78]\./);
  });

  test.each([
    ["stripSpec", stripSpec(named)],
    ["histogramSpec", histogramSpec(named)],
  ])("the name of one near zero stands over its own line, and not over that of zero: %s", async (_, spec) => {
    const rows = rowsOf(33, (share, index) => (index === 9 ? 11.3 : index === 3 ? 15.8 : -22 - 30 * share)).map(
      (row, index) => ({ ...row, area: index === 9 ? "Lambeth" : row.area, highlight: index === 9 }),
    );
    const chart = await drawn(spec, rows, widthPx);
    const name = textBoxes(chart).find(({ text }) => text.startsWith("Lambeth")) as Box;
    const upright = strokesIn(callsOf(chart)).filter(({ ends: [x0, , x1] }) => x0 === x1);
    const below = upright.filter(({ ends: [x, y0, , y1] }) => {
      const top = Math.min(y0, y1);
      return x > name.left - 4 && x < name.right + 4 && top < name.bottom + 8 && Math.max(y0, y1) > name.bottom + 8;
    });
    expect(below).toHaveLength(1);
    expect(below[0]?.width).not.toBe(1.5);
  });
});

test("dots of many areas are as large on a telephone as they are on a page", async () => {
  const rows = rowsOf(308, skewed);
  const smallest = async (widthPx: number) =>
    Math.min(...dotsOf(await drawn(stripSpec(named), rows, widthPx)).map(({ px }) => px));
  expect(await smallest(340)).toBeGreaterThanOrEqual(await smallest(640));
});

/** Between boxes of one pile, from the top: how high each gap is, and the box below it. */
function gapsIn(pile: readonly Box[]) {
  const boxes = pile.toSorted((a, b) => a.top - b.top);
  const bottoms = boxes.map((_, index) => Math.max(...boxes.slice(0, index + 1).map(({ bottom }) => bottom)));
  return boxes.slice(1).flatMap(({ top, bottom }, index) => {
    const gap = top - (bottoms[index] as number);
    return gap > 0.1 ? [{ gap, below: bottom - top }] : [];
  });
}
