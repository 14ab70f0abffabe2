import { expect, test } from "vitest";
import {
  areaSpec,
  type ChartRow,
  compileChart,
  dumbbellSpec,
  likertSpec,
  slopeSpec,
  smallMultiplesSpec,
  sparklinesSpec,
  stripSpec,
  unitSpec,
} from "../../src/charts/index.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";
import { textBoxes } from "./text-boxes.ts";

const draw = async (spec: object, rows: readonly ChartRow[], widthPx = 340) => {
  const chart = await (await compileChart({ id: "chart", spec, fonts, widthPx })).render(rows);
  expect(chart.untraced).toEqual([]);
  return chart;
};

test("names of the lowest and the highest that would be read as one stand on two lines", async () => {
  const spec = stripSpec({ category: "area", value: "n", format: ".1f" });
  const lineOf = async (lowest: string, highest: string) => {
    const rows = Array.from({ length: 30 }, (_, index) => ({
      area: index === 0 ? lowest : index === 29 ? highest : `Area ${String.fromCodePoint(65 + index)}`,
      n: 2.2 + 2 * index,
      highlight: index === 9,
    }));
    const boxes = textBoxes(await draw(spec, rows));
    const [low, high] = [lowest, highest].map((name) => boxes.find(({ text }) => text.startsWith(name)));
    if (!low || !high) throw new Error("Not named.");
    return [low, high].map(({ bottom }) => Math.round(bottom));
  };
  const [low, high] = await lineOf("Weston Green Primary S", "Long Park Primary");
  expect(low).toBe((high ?? 0) - 13);
  const [left, right] = await lineOf("Weston", "Long Park");
  expect(left).toBe(right);
});

test("figures of a dumbbell stand clear of the name above them", async () => {
  const rows = Array.from({ length: 20 }, (_, index) =>
    ["2014", "2015"].map((period, at) => ({ area: `Cleveland ${index}`, period, n: 60 + 20 * index + 50 * at })),
  ).flat();
  const spec = dumbbellSpec({ category: "area", value: "n", series: "period" });
  const boxes = textBoxes(await draw(spec, rows));
  const names = boxes.filter(({ text }) => text.startsWith("Cleveland"));
  const figures = boxes.filter(({ text }) => /^\d+$/.test(text));
  expect(names).toHaveLength(20);
  for (const name of names) {
    const below = figures.filter(({ top }) => top > name.top).map(({ top }) => top);
    expect(Math.min(...below) - name.top).toBeGreaterThanOrEqual(15);
  }
});

test("a note below many lines stands below the names of all gaps", async () => {
  const rows = Array.from({ length: 60 }, (_, index) =>
    ["2012", "2022"].map((period, at) => {
      const n = index < 6 && at === 0 ? null : (index * 37) % 90;
      return {
        area: index < 6 ? `South Northern ${"ABCDEF"[index]}` : `Area ${index}`,
        period,
        n,
        state: n === null ? "missing" : "value",
      };
    }),
  ).flat();
  // In texts of the usual size: what has no room in these is refused.
  const boxes = textBoxes(await draw(slopeSpec({ x: "period", y: "n", series: "area" }), rows));
  const note = boxes.find(({ text }) => text.startsWith("Not all are named"));
  const gaps = boxes.filter(({ text }) => text.includes("[x]"));
  expect(gaps).toHaveLength(6);
  for (const { bottom } of gaps) expect(bottom).toBeLessThanOrEqual((note?.top ?? 0) + 1);
});

test("a shaded stretch lies over areas, which would hide it", async () => {
  const rows = ["Kent", "Essex"].flatMap((area) =>
    ["2018", "2019", "2020", "2021"].map((period) => ({ area, period, n: 40 })),
  );
  const annotations = [{ kind: "shaded", from: "2019", to: "2020", label: "Courts closed" }] as const;
  const { svg } = await draw(areaSpec({ x: "period", y: "n", series: "area", annotations }), rows);
  const areas = [...svg.matchAll(/<path [^>]*d="M[^"]*Z"[^>]*fill="#/g)].map(({ index }) => index);
  expect(areas).toHaveLength(2);
  expect(svg.indexOf('opacity="0.1"')).toBeGreaterThan(Math.max(...areas));
});

test.each([340, 640])("few units in rows are squares, and no bricks: %i px", async (widthPx) => {
  const rows = [4, 1, 6, 0].map((n, index) => ({ area: `Area ${"ABCD"[index]}`, n }));
  const { svg } = await draw(unitSpec({ category: "area", value: "n", layout: "rows" }), rows, widthPx);
  const bars = [...svg.matchAll(/<path d="M[\d.]+,[\d.]+h([\d.]+)v([\d.]+)h-[\d.]+Z"[^>]* fill="#/g)];
  const [longest] = bars
    .map(([, width, height]) => ({ width: Number(width), height: Number(height) }))
    .toSorted((a, b) => b.width - a.width);
  expect(longest?.width).toBeCloseTo(6 * (longest?.height ?? 0), -1);
});

const periods = Array.from({ length: 14 }, (_, index) => String(2011 + index));

const withGap = (sign: 1 | -1) =>
  ["Kent", "Essex"].flatMap((area) =>
    periods.map((period, at) => {
      const n = at === 12 ? null : sign * (40 + at);
      return { area, period, n, state: n === null ? "missing" : "value" };
    }),
  );

test.each([
  ["sparklines", sparklinesSpec, /^2024$/, 8],
  ["small charts", smallMultiplesSpec, /^53$/, 6],
])("the mark of a gap is clear of the dot at the end of its line: %s", async (_, recipe, behindEnd, fromEndPx) => {
  const boxes = textBoxes(await draw(recipe({ x: "period", y: "n", series: "area", widthPx: 340 }), withGap(1)));
  const marks = boxes.filter(({ text }) => text === "[x]");
  expect(marks).toHaveLength(2);
  const ends = boxes.filter(({ text }) => behindEnd.test(text)).map(({ left }) => left - fromEndPx);
  expect(ends.length).toBeGreaterThan(0);
  for (const { right } of marks) expect(Math.min(...ends.filter((end) => end > right - 20)) - right).toBeGreaterThan(3);
});

test("the mark of a gap stands above lines below zero", async () => {
  const boxes = textBoxes(
    await draw(smallMultiplesSpec({ x: "period", y: "n", series: "area", widthPx: 340 }), withGap(-1)),
  );
  const [marks, figures] = ["[x]", "−53"].map((said) => boxes.filter(({ text }) => text === said));
  expect(marks).toHaveLength(2);
  for (const [index, { bottom }] of (marks ?? []).entries()) expect(bottom).toBeLessThan(figures?.[index]?.top ?? 0);
});

test("an answer of a tenth has its figure", async () => {
  const answers = ["No", "Rather not", "Rather", "Yes"];
  const rows = [0.02, 0.1, 0.57, 0.31].map((share, index) => ({
    area: "Kent",
    answer: answers[index] as string,
    share,
  }));
  const spec = likertSpec({
    category: "area",
    answer: "answer",
    share: "share",
    left: answers.slice(0, 2),
    right: answers.slice(2),
  });
  expect((await draw(spec, rows, 540)).texts).toContain("10%");
});

/** Around the plot. */
const paddingPx = 6;

test("a line leads from the lowest and the highest dot of a strip down to their names", async () => {
  const spec = stripSpec({ category: "area", value: "n" });
  const rows = Array.from({ length: 30 }, (_, index) => ({
    area: `Area ${String.fromCodePoint(65 + index)}`,
    n: 10 + 2 * index,
    highlight: index === 9,
  }));
  for (const widthPx of [340, 860]) {
    const chart = await draw(spec, rows, widthPx);
    const ends = textBoxes(chart).filter(({ text }) => /^Area (?:A|\^) \d+$/.test(text));
    expect(ends).toHaveLength(2);
    const lines = [
      ...chart.svg.matchAll(/<line transform="translate\(([\d.]+),([\d.]+)\)" x2="0" y2="(-?[\d.]+)"/g),
    ].map(([, x, y, length]) => ({ x: paddingPx + Number(x), foot: Number(y) + Number(length) }));
    for (const { left, right, top } of ends)
      expect(
        lines.some(({ x, foot }) => Math.min(Math.abs(x - left), Math.abs(x - right)) < 3 && Math.abs(top - foot) < 5),
        JSON.stringify({ left, right, top, lines }),
      ).toBe(true);
  }
});
