import { expect, test } from "vitest";
import { compileChart, slopeSpec } from "../../src/charts/index.ts";
import { fonts } from "./chart-fonts.ts";
import { overlaps, textBoxes } from "./text-boxes.ts";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const nameOf = (at: number) => `Force ${letters.charAt(at % 26)}${letters.charAt(Math.floor(at / 26)).toLowerCase()}`;

/** 43 police forces of which so many have no figure in either year, the last of these hidden. */
const rowsOf = (gaps: number, figure = (at: number, year: number) => 40 + at + 3 * year) =>
  Array.from({ length: 43 }, (_, at) =>
    ["2019", "2024"].map((year, index) =>
      at < gaps
        ? { force: nameOf(at), year, n: null, state: at === gaps - 1 ? "suppressed" : "missing" }
        : { force: nameOf(at), year, n: figure(at, index), state: "value" },
    ),
  ).flat();

const draw = async (rows: readonly object[], widthPx: number) => {
  const spec = slopeSpec({ x: "year", y: "n", series: "force" });
  return (await compileChart({ id: "slope", spec, fonts, widthPx })).render(rows as never);
};

test.each([860, 640, 340])("of many slopes those without figures are named once, at %i px", async (widthPx) => {
  const chart = await draw(rowsOf(5), widthPx);
  const named = chart.texts.filter((text) => /\[[cx]\]/.test(text));
  expect(named).toHaveLength(5);
  expect(chart.untraced).toEqual([]);
  expect(overlaps(chart)).toEqual([]);
});

test.each([860, 640, 340])("more than ten of them are a number, by the reason, at %i px", async (widthPx) => {
  const chart = await draw(rowsOf(14), widthPx);
  const said = chart.texts.join(" ");
  expect(said).toContain("[x] not available: 13");
  expect(said).toContain("[c] suppressed: 1");
  expect(said).toContain("Their names are in the data of the chart.");
  expect(chart.texts.filter((text) => /^\[[cx]\] {2}/.test(text))).toEqual([]);
  expect(chart.untraced).toEqual([]);
  expect(overlaps(chart)).toEqual([]);
  for (const { right } of textBoxes(chart)) expect(right).toBeLessThanOrEqual(widthPx + 1);
  // The one that stands out is named all the same.
  const marked = await draw(
    rowsOf(14).map((row) => ({ ...row, highlight: row.force === nameOf(3) })),
    widthPx,
  );
  expect(marked.texts.filter((text) => text.includes(nameOf(3)))).toHaveLength(1);
  expect(marked.texts.join(" ")).toContain("[x] not available: 12");
});

test("the plot of slopes far from zero ends at the lowest of them", async () => {
  const chart = await draw(
    rowsOf(0, (at, year) => 32 + at + 9 * year),
    640,
  );
  const foot = Math.max(...textBoxes(chart).flatMap(({ text, top }) => (/^(?:Force|32)/.test(text) ? [top] : [])));
  const note = textBoxes(chart).find(({ text }) => text.startsWith("Not all are named"));
  expect((note?.top ?? 0) - foot).toBeLessThan(45);
});
