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

test("lines that have the same gaps are named once, together; those without any figure below all", async () => {
  const isGap = (area: string, period: number) =>
    area === "Dorset" || area === "Devon" || (area !== "Kent" && (period + area.length) % 4 === 0);
  const { boxes, texts } = await drawn(["Kent", "Essex", "Dorset", "Devon", "Surrey", "Sussex"], isGap);
  const marks = boxes.filter(({ text }) => text.endsWith("[x]")).toSorted((a, b) => a.top - b.top);
  expect(marks.map(({ text }) => text)).toEqual(["Essex [x]", "Surrey, Sussex [x]", "Dorset, Devon [x]"]);
  expect(texts.filter((text) => text.includes("[x]"))).toHaveLength(3);
});

test("a gap that all lines have says so without their names", async () => {
  const { texts } = await drawn(["Kent", "Essex", "Dorset"], (_, period) => period === 2016 || period === 2020);
  expect(texts.filter((text) => text.includes("[x]"))).toEqual(["[x]"]);
});

test("the mark of a gap in the last of many periods stands below that", async () => {
  const rows = Array.from({ length: 45 }, (_, index): ChartRow => {
    const isGap = index === 44;
    return { period: String(1978 + index), n: isGap ? null : 30 + (index % 4), state: isGap ? "missing" : "value" };
  });
  const chart = await compileChart({ id: "chart", spec: trendSpec({ x: "period", y: "n" }), fonts, widthPx: 340 });
  const boxes = textBoxes(await chart.render(rows));
  const [period, mark] = ["2022", "[x]"].map((said) => boxes.find(({ text }) => text === said));
  const middleOf = (box: typeof period) => ((box?.left ?? Number.NaN) + (box?.right ?? Number.NaN)) / 2;
  expect(Math.abs(middleOf(mark) - middleOf(period))).toBeLessThan(2);
});

test.each([640, 340])(
  "a line of many gaps has its marks where they have room, else one for all: %i px",
  async (widthPx) => {
    const rows = (every: number) =>
      Array.from({ length: 60 }, (_, index): ChartRow => {
        const isGap = index % every === 1;
        return { period: String(1960 + index), n: isGap ? null : 30 + (index % 7), state: isGap ? "missing" : "value" };
      });
    const chart = await compileChart({ id: "chart", spec: trendSpec({ x: "period", y: "n" }), fonts, widthPx });
    const marksOf = async (every: number) => {
      const { texts, untraced } = await chart.render(rows(every));
      expect(untraced).toEqual([]);
      return texts.filter((text) => text === "[x]").length;
    };
    expect([await marksOf(20), await marksOf(2)]).toEqual([3, 1]);
  },
);

test.each([640, 340])("many gaps of many lines are told whose they are: %i px", async (widthPx) => {
  const areas = ["Kent and Medway", "Essex", "Dorset", "Surrey Heath", "Sussex"];
  // The last figures of one line are of the year before, as close to the next as the picture is narrow.
  const isGap = (line: number, index: number) => (index * (line + 3)) % 11 < line || (line === 1 && index === 44);
  const rows = areas.flatMap((area, line) =>
    Array.from({ length: 45 }, (_, index): ChartRow => {
      const n = isGap(line, index) ? null : 20 + 9 * line + (index % 4);
      return { area, period: String(1978 + index), n, state: n === null ? "suppressed" : "value" };
    }),
  );
  const spec = trendSpec({ x: "period", y: "n", series: "area" });
  const { untraced, sentences } = await (await compileChart({ id: "chart", spec, fonts, widthPx })).render(rows);
  expect(untraced).toEqual([]);
  expect(sentences.filter((text) => text.endsWith("[c]"))).toEqual(areas.slice(1).map((area) => `${area} [c]`));
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
