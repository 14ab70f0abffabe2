import { expect, test } from "vitest";
import { compileChart, intervalSpec, likertSpec, rankingSpec } from "../../src/charts/index.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";
import { areas } from "./sample-rows.ts";
import { overlaps, textBoxes } from "./text-boxes.ts";

const long = "Cardiff and the Vale of Glamorgan";
const figures = { category: "area", value: "n", format: ".1f" };

test.each([
  ["intervals", intervalSpec({ ...figures, low: "low", high: "high", interval: 0.95 })],
  ["bars", rankingSpec(figures)],
])("a single name of two lines moves rows of %s apart by no more than it needs", async (_, spec) => {
  const rows = [...areas.slice(3, 10), long].map((area, index) => ({
    area,
    n: 20 + index,
    low: 18 + index,
    high: 23 + index,
    state: "value",
  }));
  const chart = await (await compileChart({ id: "chart", spec, fonts, widthPx: 340 })).render(rows);
  expect(overlaps(chart)).toEqual([]);
  expect(chart.texts).not.toContain(long);
  const written = textBoxes(chart).filter(({ text }) => /^\d\d\.0$/.test(text));
  const tops = written.map(({ top }) => top).toSorted((a, b) => a - b);
  const apart = tops.slice(1).map((top, index) => top - (tops[index] ?? 0));
  expect(Math.max(...apart)).toBeLessThanOrEqual(24.5);
});

test.each([
  ["has no more than it needs", 1, 24.5],
  ["has room for both where two stand below one another", 2, 40],
])("a name of two lines in the first of a long list %s", async (_, neighbours, mostPx) => {
  const rows = Array.from({ length: 160 }, (_, index) => ({
    area: index === 4 || index === 4 + neighbours - 1 || index > 90 ? `${long} ${index}` : `Area ${index}`,
    n: 999 - index,
    state: "value",
  }));
  const chart = await (
    await compileChart({ id: "chart", spec: rankingSpec({ category: "area", value: "n" }), fonts, widthPx: 340 })
  ).render(rows);
  expect(overlaps(chart)).toEqual([]);
  const tops = textBoxes(chart).flatMap(({ text, top }) => (/^9\d\d$/.test(text) ? [top] : []));
  expect(tops).toHaveLength(10);
  const apart = tops.slice(1).map((top, index) => top - (tops[index] ?? 0));
  expect(Math.max(...apart)).toBeLessThanOrEqual(mostPx);
});

test("a statement of two lines stands nearer to its own bar of answers than to the one above", async () => {
  const spec = likertSpec({ category: "said", answer: "answer", share: "share", left: ["No"], right: ["Yes"] });
  const said = ["Courts are fair", "The police deal with what matters to people who live around here", "Prison works"];
  const rows = said.flatMap((each, index) => [
    { said: each, answer: "No", share: 0.3 + index / 10, state: "value" },
    { said: each, answer: "Yes", share: 0.7 - index / 10, state: "value" },
  ]);
  const boxes = textBoxes(await (await compileChart({ id: "chart", spec, fonts, widthPx: 340 })).render(rows));
  const bars = [...new Set(boxes.filter(({ text }) => /^\d+%$/.test(text)).map(({ top }) => top))].toSorted(
    (a, b) => a - b,
  );
  const ofName = boxes.filter(({ text }) => text !== "" && said[1]?.includes(text));
  expect(ofName).toHaveLength(2);
  const [first, last] = [Math.min(...ofName.map(({ top }) => top)), Math.max(...ofName.map(({ bottom }) => bottom))];
  const [above = 0, own = 0] = bars;
  const figurePx = 12 * 0.93;
  expect(first - (above + figurePx)).toBeGreaterThan(2.5 * (own - last));
});
