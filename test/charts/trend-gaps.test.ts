import { expect, test } from "vitest";
import { type ChartRow, compileChart, trendSpec } from "../../src/charts/index.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";
import { textBoxes } from "./text-boxes.ts";

const periods = Array.from({ length: 10 }, (_, index) => String(2013 + index));
const drawn = async (areas: readonly string[], isGap: (area: string, period: number) => boolean) => {
  const rows = areas.flatMap((area, line) =>
    periods.map((period, index): ChartRow => {
      const n = isGap(area, Number(period)) ? null : 30 + 5 * line + ((index * 7 + line) % 4);
      return { area, period, n, state: n === null ? "missing" : "value" };
    }),
  );
  const chart = await compileChart({ id: "chart", spec: trendSpec({ x: "period", y: "n", series: "area" }), fonts });
  const rendered = await chart.render(rows);
  expect(rendered.untraced).toEqual([]);
  const lines = rendered.svg.match(/<line [^>]*>/g) ?? [];
  return { texts: rendered.texts, boxes: textBoxes(rendered), lines };
};

test("a line without any figure is named below the periods, where it cannot be read as a value", async () => {
  const { boxes, texts } = await drawn(["Kent", "Essex", "Dorset"], (area) => area === "Dorset");
  const periodFoot = boxes.find(({ text }) => text === "2013")?.bottom ?? 0;
  expect(boxes.find(({ text }) => text === "Dorset [x]")?.top).toBeGreaterThan(periodFoot);
  expect(texts.filter((text) => text.includes("Dorset"))).toEqual(["Dorset [x]"]);
});

test("it is named also where other lines have more gaps than are named", async () => {
  const isGap = (area: string, period: number) =>
    area === "Dorset" || area === "Devon" || (area !== "Kent" && (period + area.length) % 4 === 0);
  const { boxes, texts } = await drawn(["Kent", "Essex", "Dorset", "Devon", "Surrey", "Sussex"], isGap);
  expect(texts).toEqual(expect.arrayContaining(["Dorset [x]", "Devon [x]"]));
  const marks = boxes.filter(({ text }) => text === "[x]");
  // Surrey and Sussex have the same gaps, and share their marks.
  expect(marks).toHaveLength(5);
  expect(boxes.find(({ text }) => text === "Dorset [x]")?.top).toBeGreaterThan(
    Math.max(...marks.map(({ bottom }) => bottom)),
  );
});

test("a line that ends in a gap says so once, below, and has its last figure and the period of that beside its name", async () => {
  const { texts } = await drawn(["Kent", "Essex"], (area, period) => area === "Essex" && period > 2020);
  expect(texts.filter((text) => text.includes("Essex"))).toEqual(["Essex 37 (2020)", "Essex [x]"]);
  expect(texts.filter((text) => text.includes("Kent"))).toEqual(["Kent 33"]);
});

test.each([1, 2])(
  "a line leads from each name to the last point, where all lines end %i periods before the last",
  async (ago) => {
    const { texts, lines } = await drawn(["Kent", "Essex", "Dorset"], (_, period) => period > 2022 - ago);
    const named = texts.filter((text) => text.endsWith(` (${2022 - ago})`));
    expect(named).toHaveLength(3);
    expect(lines.filter((line) => /stroke-dasharray="1[ ,]3"/.test(line))).toHaveLength(3);
  },
);

test("the line from a note to its figure goes down beside the points of other lines, and straight where none is above it", async () => {
  const spec = (area: string) =>
    trendSpec({
      x: "period",
      y: "n",
      series: "area",
      annotations: [{ kind: "text", at: { period: "2016", area }, text: "Courts closed" }],
    });
  const rows = ["Kent", "Essex"].flatMap((area, line) => periods.map((period) => ({ area, period, n: 30 + 9 * line })));
  const lineOf = async (area: string) => {
    const { svg, untraced } = await (await compileChart({ id: "chart", spec: spec(area), fonts })).render(rows);
    expect(untraced).toEqual([]);
    return [...svg.matchAll(/<line /g)].length;
  };
  // With a short line from it to its point.
  expect(await lineOf("Kent")).toBe((await lineOf("Essex")) + 1);
});
