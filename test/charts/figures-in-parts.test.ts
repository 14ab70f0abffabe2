import { describe, expect, test } from "vitest";
import {
  type ChartRow,
  compileChart,
  heatSpec,
  type RenderedChart,
  rankingSpec,
  shareSpec,
} from "../../src/charts/index.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";
import { recordingContext } from "./recording-context.ts";
import { areas } from "./sample-rows.ts";
import { strokesIn } from "./strokes-in.ts";
import { overlaps, textBoxes } from "./text-boxes.ts";

const draw = async (spec: object, rows: readonly ChartRow[], widthPx: number) =>
  (await compileChart({ id: "chart", spec, fonts, widthPx })).render(rows);

const middleOf = (box: { readonly left: number; readonly right: number } | undefined) =>
  box ? (box.left + box.right) / 2 : Number.NaN;

/** Lines of a chart by their lower end, at a part, and their upper one, at a figure. */
function linesFromParts(chart: RenderedChart) {
  const { context, calls } = recordingContext();
  chart.draw(context);
  return strokesIn(calls).map(({ ends: [x0, y0, x1, y1] }) =>
    y0 > y1 ? { part: x0, figure: x1 } : { part: x1, figure: x0 },
  );
}

test("a figure above a short part stands over that part, and over no other", async () => {
  const shares = { Halves: [50, 50], Newham: [9, 17, 31, 43], Hackney: [11, 20, 46, 23], Torfaen: [4, 96] };
  const rows = Object.entries(shares).flatMap(([area, parts]) =>
    parts.map((part, index) => ({ area, part: `Part ${index + 1}`, n: part / 100, state: "value" })),
  );
  const spec = shareSpec({ period: "area", category: "part", share: "n" });
  const boxes = textBoxes(await draw(spec, rows, 340));
  const middle = ({ left, right }: { readonly left: number; readonly right: number }) => (left + right) / 2;
  const [first, second] = boxes.filter(({ text }) => text === "50%").map(middle) as [number, number];
  const width = 2 * (second - first);
  const start = first - width / 4;
  for (const parts of Object.values(shares).slice(1)) {
    for (const [index, part] of parts.entries()) {
      const own = boxes.filter(({ text }) => text === `${part}%`);
      expect(own).toHaveLength(1);
      const before = parts.slice(0, index).reduce((sum, each) => sum + each, 0);
      const home = start + (width * (before + part / 2)) / 100;
      expect(Math.abs(middle(own[0] as (typeof boxes)[number]) - home), `${part}%`).toBeLessThan(1.5);
    }
  }
});

test.each([340, 860])("at %i px lines lead from parts to the figures that they have no room for", async (widthPx) => {
  const shares = { "1940": [59, 28, 9, 3, 1], "1950": [52, 29, 15, 2, 2], "1960": [3, 2, 95] };
  const rows = Object.entries(shares).flatMap(([year, parts]) =>
    parts.map((part, index) => ({ year, part: `Part ${index + 1}`, n: part / 100, state: "value" })),
  );
  const chart = await draw(shareSpec({ period: "year", category: "part", share: "n" }), rows, widthPx);
  const boxes = textBoxes(chart).toSorted((a, b) => a.left - b.left);
  const figures = boxes.filter(({ text }) => /^\d+%$/.test(text));
  expect(figures).toHaveLength(rows.length);
  const [first = 0, second = 0] = ["59%", "28%"].map((text) => middleOf(boxes.find((box) => box.text === text)));
  const hundredth = (second - first) / (59 / 2 + 28 / 2);
  const start = first - (59 / 2) * hundredth;
  const lines = linesFromParts(chart);
  for (const [year, parts] of Object.entries(shares)) {
    const bar = boxes.find(({ text }) => text === year)?.bottom ?? 0;
    const inBar = figures.filter(({ bottom }) => Math.abs(bottom - bar) < 5);
    const aboveBar = figures.filter(({ bottom }) => bottom < bar - 10 && bottom > bar - 40);
    for (const [index, part] of parts.entries()) {
      const isAbove = hundredth * part < `${part}%`.length * 7.2 + 9;
      const own = (isAbove ? aboveBar : inBar).shift();
      expect(own?.text).toBe(`${part}%`);
      const home = start + hundredth * (parts.slice(0, index).reduce((sum, each) => sum + each, 0) + part / 2);
      const line = lines.find((each) => Math.abs(each.part - home) < 1.5);
      expect(line !== undefined, `${part}% of ${year}`).toBe(isAbove);
      expect(line?.figure ?? home).toBeCloseTo(middleOf(own), -0.5);
    }
  }
});

test("figures of many short parts that have no room over them are left out, as a note says", async () => {
  const parts = [24, 3, 2, 53, 1, 4, 5, 8];
  const rows = ["Men aged 10 to 20", "Women aged 10 to 20"].flatMap((area) =>
    parts.map((part, index) => ({ area, part: `Part ${index}`, n: part / 100, state: "value" })),
  );
  const chart = await draw(shareSpec({ period: "area", category: "part", share: "n" }), rows, 340);
  expect(chart.untraced).toEqual([]);
  expect(chart.sentences.join(" ")).toContain("Parts without a figure are too short for it");
  const boxes = textBoxes(chart);
  const middles = (text: string) =>
    boxes.filter((box) => box.text === text).map(({ left, right }) => (left + right) / 2);
  const lines = linesFromParts(chart);
  // Both stand in their parts: they tell what a hundredth of the bar takes, and where it begins.
  const [[first = 0], [fourth = 0]] = [middles("24%"), middles("53%")];
  const hundredth = (fourth - first) / (24 / 2 + 5 + 53 / 2);
  const start = first - (24 / 2) * hundredth;
  for (const [index, part] of parts.entries()) {
    const from = start + hundredth * parts.slice(0, index).reduce((sum, each) => sum + each, 0);
    for (const middle of middles(`${part}%`)) {
      const isOf = (at: number) => at > from && at < from + hundredth * part;
      expect(
        isOf(middle) || lines.some((line) => isOf(line.part) && Math.abs(line.figure - middle) < 1),
        `${part}%`,
      ).toBe(true);
    }
  }
});

test.each([380, 420, 460, 520, 640])("at %i px: no figure of a heat table is wider than its cell", async (widthPx) => {
  const periods = Array.from({ length: 10 }, (_, index) => String(2010 + index));
  const rows = ["Georgia", "Luxembourg"].flatMap((area, index) =>
    periods.map((period) => ({ area, period, n: index === 0 && period === "2015" ? -16.9 : 0.6, state: "value" })),
  );
  const spec = heatSpec({ row: "area", column: "period", value: "n", format: ".1f" });
  const boxes = textBoxes(await draw(spec, rows, widthPx));
  const heads = boxes.filter(({ text }) => /^20\d\d$/.test(text)).toSorted((a, b) => a.left - b.left);
  const stepPx = ((heads.at(-1)?.left ?? 0) - (heads[0]?.left ?? 0)) / 9;
  expect([heads[0]?.text, heads.at(-1)?.text]).toEqual(["2010", "2019"]);
  const figures = boxes.filter(({ text }) => text === "−16.9" || text === "0.6");
  // All are written, or none: the colours tell them then.
  expect(figures.length === rows.length || figures.length === 0).toBe(true);
  expect(figures.length > 0).toBe(widthPx > 380);
  for (const { left, right } of figures) expect(right - left).toBeLessThan(0.94 * stepPx - 5);
});

describe("bars of many places that add up to a whole", () => {
  const parts = ["Owned outright", "Bought with a mortgage", "Rented from council or association", "Rented privately"];
  const rowsOf = (count: number) =>
    Array.from({ length: count }, (_, place) =>
      [17 + (place % 9), 3 + (place % 14), 28, 52 - (place % 9) - (place % 14)].map((n, index) => ({
        area: areas[place] as string,
        part: parts[index] as string,
        n: n / 100,
        state: "value",
      })),
    ).flat();
  const spec = shareSpec({ period: "area", category: "part", share: "n" });

  test.each([20, 24, 32, 43])("%i bars have room, each with its figures", async (count) => {
    const rows = rowsOf(count);
    const drawn = await draw(spec, rows, 640);
    expect(drawn.untraced).toEqual([]);
    expect(overlaps(drawn)).toEqual([]);
    const isSaid = drawn.sentences.some((text) => text.startsWith("Parts without a figure"));
    const figures = drawn.texts.filter((text) => /^\d+%$/.test(text));
    expect(figures.length).toBeGreaterThan(0.7 * rows.length);
    expect(isSaid).toBe(figures.length < rows.length);
  });

  test("more are refused for what there is no room for, and what is named instead draws them", async () => {
    const rows = [...rowsOf(43), ...rowsOf(43).map((row) => ({ ...row, area: `${row.area} East` }))];
    const refusal: Error = await draw(spec, rows, 640).then(
      () => new Error("It is drawn."),
      (error: Error) => error,
    );
    expect(refusal.message).toMatch(/px high/);
    expect(refusal.message).toContain("rankingSpec with the rows of one of the parts");
    const ofOnePart = rows.filter(({ part }) => part === parts[0]);
    const ranking = await draw(rankingSpec({ category: "area", value: "n", format: ".0%" }), ofOnePart, 640);
    expect(ranking.untraced).toEqual([]);
  });
});

describe("figures beside the thin parts of upright bars", () => {
  const parts = { White: 55, Hispanic: 32, Black: 5, Asian: 3, Mixed: 3, American: 1, Hawaiian: 1 };
  const rowsOf = (shares: readonly number[]) =>
    ["2011", "2012", "2013", "2014"].flatMap((period) =>
      shares.map((n, index) => ({ period, part: Object.keys(parts)[index] as string, n: n / 100, state: "value" })),
    );
  const spec = shareSpec({ period: "period", category: "part", share: "n", direction: "vertical" });
  /** Figures that stand beside bars, and lines that lead to figures there. */
  const besideBars = async (shares: readonly number[], widthPx: number) => {
    const chart = await draw(spec, rowsOf(shares), widthPx);
    const { context, calls } = recordingContext();
    chart.draw(context);
    const figures = textBoxes(chart).filter(({ text }) => /^\d%$/.test(text));
    const ends = strokesIn(calls).map(({ ends: [, , x, y] }) => ({ x, y }));
    const hasLine = ({ left, top, bottom }: (typeof figures)[number]) =>
      ends.some(({ x, y }) => Math.abs(left - x) < 6 && Math.abs((top + bottom) / 2 - y) < 3);
    const note = chart.sentences.filter((text) => text.startsWith("Parts without a figure"));
    return { figures, led: figures.filter(hasLine), note, untraced: chart.untraced };
  };
  const thin = Object.values(parts);

  test("stand at the end of lines to them where they had to make way", async () => {
    const { figures, led, note, untraced } = await besideBars(thin, 640);
    expect(figures).toHaveLength(3 * 5);
    expect(led).toEqual(figures);
    expect([note, untraced]).toEqual([[], []]);
  });

  test("stand right beside their parts where none had to", async () => {
    const { figures, led, note } = await besideBars([61, 36, 3], 640);
    expect([figures.length, led, note]).toEqual([3, [], []]);
  });

  test("are left to the data of the chart where lines have no room, as a note says", async () => {
    const { figures, led, note } = await besideBars(thin, 340);
    expect(led).toEqual([]);
    expect(figures.length).toBeLessThan(3 * 5);
    expect(note).toHaveLength(1);
  });
});
