import { expect, test } from "vitest";
import {
  barSpec,
  type ChartRow,
  choroplethSpec,
  compileChart,
  pyramidSpec,
  rankingSpec,
  shareSpec,
  slopeSpec,
  tileMapSpec,
  tileMapsSpec,
  trendSpec,
} from "../../src/charts/index.ts";
import { awkwardData, awkwardRecipes, squares } from "./awkward-cases.ts";
import { faultsOf } from "./awkward-faults.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";
import { textBoxes } from "./text-boxes.ts";

const draw = async (spec: object, rows: readonly ChartRow[], widthPx = 640) =>
  (await compileChart({ id: "chart", spec, fonts, widthPx })).render(rows);

test.each([
  ["bars in order", rankingSpec({ category: "area", value: "n" })],
  ["columns that are bars", barSpec({ x: "area", y: "n" })],
])("25 long names stand above their bars on a telephone: %s", async (_, spec) => {
  const { names } = awkwardData.find(({ name }) => name === "25 names of 60") as (typeof awkwardData)[number];
  for (const figure of [(index: number) => index * 7, (index: number) => (index % 3 ? 1 : -1) * (index + 1)]) {
    const rows = names.map((area, index) => ({ area, n: index === 4 ? null : figure(index), state: "value" }));
    const chart = await draw(spec, rows, 340);
    expect(faultsOf(chart, { widthPx: 340, rows, names: ["area"], writesOnShapes: false })).toEqual([]);
    const boxes = textBoxes(chart);
    // A figure is below its own name, and above the next one.
    const tops = names.map((name) => boxes.find(({ text }) => text.startsWith(name.slice(0, 12)))?.top ?? 0);
    const own = boxes.filter(({ text }) => /^\D?\d+$|^\[/.test(text));
    expect(own).toHaveLength(names.length);
    const below = own.map(({ top }) => tops.filter((nameTop) => nameTop < top).length);
    expect(below.toSorted((a, b) => a - b)).toEqual(names.map((_, index) => index + 1));
  }
});

/** Circles of marks that are seen. */
const dotsIn = (svg: string): number =>
  [...svg.matchAll(/<path [^>]*d="M[\d.]+,0A[^>]*>/g)].filter(([path]) => !/opacity="0"/.test(path)).length;
const yearly = (count: number, isHidden: (index: number) => boolean = () => false): readonly ChartRow[] =>
  Array.from({ length: count }, (_, index) => ({
    year: String(1880 + index),
    n: isHidden(index) ? null : 50 + ((index * 7919) % 31),
    state: isHidden(index) ? "suppressed" : "value",
  }));

test("a line has dots where they do not touch, and where a figure stands between two gaps", async () => {
  const spec = trendSpec({ x: "year", y: "n", yTitle: "Deaths" });
  expect(dotsIn((await draw(spec, yearly(20))).svg)).toBe(20);
  const long = await draw(spec, yearly(144));
  expect(dotsIn(long.svg)).toBe(0);
  const lone = await draw(
    spec,
    yearly(144, (index) => index > 30 && index < 52 && index !== 41),
  );
  expect(dotsIn(lone.svg)).toBe(1);
  for (const { untraced } of [long, lone]) expect(untraced).toEqual([]);
});

test("gaps of a long line that follow one another have one mark", async () => {
  const spec = trendSpec({ x: "year", y: "n", yTitle: "Deaths" });
  const isHidden = (index: number) => index % 40 > 30;
  const { texts } = await draw(spec, yearly(144, isHidden));
  expect(texts.filter((text) => text === "[c]")).toHaveLength(3);
  const few = await draw(
    spec,
    yearly(12, (index) => index === 4 || index === 5),
  );
  expect(few.texts.filter((text) => text === "[c]")).toHaveLength(1);
});

test("slopes have room beside the names of what has no figure", async () => {
  const names = ["Avon and Somerset", "Bedfordshire", "Cambridgeshire", "Cheshire", "Devon and Cornwall"];
  const rows = names.flatMap((area, index) =>
    ["2019", "2020"].map((year, at) => ({
      area,
      year,
      n: index % 3 ? -100 - 31 * index - 9 * at : null,
      state: index % 3 ? "value" : "missing",
    })),
  );
  const { svg, untraced } = await draw(slopeSpec({ x: "year", y: "n", series: "area" }), rows, 340);
  expect(untraced).toEqual([]);
  const widest = Math.max(...[...svg.matchAll(/d="M0,[\d.]+L([\d.]+),/g)].map(([, x]) => Number(x)));
  expect(widest).toBeGreaterThan(50);
});

test.each([
  [
    "shapes",
    choroplethSpec({
      area: "area",
      value: "n",
      key: "name",
      projection: { type: "identity" },
      geometry: squares(["Kent", "Essex"]),
    }),
    320,
  ],
  [
    "tiles",
    tileMapSpec({
      area: "area",
      value: "n",
      tiles: { Kent: { column: 0, row: 0, label: "KEN" }, Essex: { column: 1, row: 0, label: "ESS" } },
    }),
    56,
  ],
])("what is written below a map stands close to it: %s", async (_, spec, mapPx) => {
  const chart = await draw(spec, [
    { area: "Kent", n: 7, state: "value" },
    { area: "Essex", n: null, state: "suppressed" },
  ]);
  const boxes = textBoxes(chart);
  const [legend, name] = ["[c] suppressed", "[c]"].map((each) => boxes.find(({ text }) => text === each));
  // From the middle of the map to its lower edge, and a line of text.
  expect((legend?.top ?? 0) - (name?.top ?? 0)).toBeLessThan(mapPx / 2 + 26);
});

/** The chart for a telephone of an awkward case, and the smallest that its texts are there, px. */
async function onTelephone(recipe: string, data: string, narrowPx = 340) {
  const made = awkwardRecipes.find(({ name }) => name === recipe) as (typeof awkwardRecipes)[number];
  const given = awkwardData.find(({ name }) => name === data) as (typeof awkwardData)[number];
  const chart = await compileChart({ id: "chart", spec: made.spec(given, 640), fonts });
  const { narrow } = await chart.render(made.rows(given), { narrowPx });
  const drawnPx = Number(/viewBox="0 0 ([\d.]+)/.exec(narrow?.svg ?? "")?.[1]);
  return narrow && { narrow, drawnPx, textPx: (narrow.widthPx / drawnPx) * smallestIn(narrow.svg) };
}
const smallestIn = (svg: string): number =>
  Math.min(...[...svg.matchAll(/font-size(?:="|:\s*)([\d.]+)/g)].map(([, px]) => Number(px)));

test.each([
  ["histogram", "names of 60"],
  ["funnel", "names of 60"],
])("the name of the one that stands out goes on in further lines on a telephone: %s, %s", async (recipe, data) => {
  const drawn = await onTelephone(recipe, data);
  expect(drawn?.narrow.untraced).toEqual([]);
  expect(drawn?.drawnPx).toBeLessThanOrEqual(340);
});

test("what has no room on a telephone has it in texts that are a little smaller", async () => {
  const drawn = await onTelephone("slope", "huge");
  expect(drawn?.narrow.untraced).toEqual([]);
  // Made smaller to the width that was asked for, and not wider than it.
  expect(drawn?.drawnPx).toBeGreaterThan(340);
  expect(drawn?.narrow.widthPx).toBe(340);
  expect(drawn?.textPx).toBeGreaterThanOrEqual(9.3);
});

test.each([
  ["bump", "25 names of 60"],
  ["likert", "25 names of 60"],
  ["heat", "25 names of 60"],
])("a list for a telephone may be longer than a page of paper: %s, %s", async (recipe, data) => {
  const drawn = await onTelephone(recipe, data);
  expect(drawn?.narrow.widthPx).toBe(340);
  expect(drawn?.narrow.heightPx).toBeGreaterThan(1280);
  expect(drawn?.narrow.untraced).toEqual([]);
});

test.each([0, 1])("a legend of two has the order of their bars, whichever is the subject: %i", async (subject) => {
  const rows = ["2017/18", "2018/19"].flatMap((year, index) =>
    ["Avon and Somerset", "Bedfordshire"].map((area, at) => ({
      area,
      year,
      n: 40 + 7 * index + 30 * at,
      highlight: at === subject,
    })),
  );
  const { texts } = await draw(barSpec({ x: "year", y: "n", series: "area" }), rows, 250);
  expect(texts.filter((text) => text === "Avon and Somerset" || text === "Bedfordshire")).toEqual([
    "Avon and Somerset",
    "Bedfordshire",
  ]);
});

test("a chart that has no room on a narrow page says why, and what to do", async () => {
  const rows = ["Kent and Medway", "Essex"].flatMap((area, line) =>
    ["2020", "2021", "2022"].map((period, index) => ({ area, period, n: 1000 * line + index, state: "value" })),
  );
  const chart = await compileChart({ id: "chart", spec: trendSpec({ x: "period", y: "n", series: "area" }), fonts });
  const warningsAt = async (narrowPx: number) => {
    const { narrow, diagnostics } = await chart.render(rows, { narrowPx });
    return { hasNarrow: narrow !== undefined, warnings: diagnostics.map(({ code, hint }) => [code, hint]) };
  };
  expect(await warningsAt(340)).toEqual({ hasNarrow: true, warnings: [] });
  const { hasNarrow, warnings } = await warningsAt(60);
  expect(hasNarrow).toBe(false);
  expect(warnings).toEqual([["chart-not-narrow", expect.stringContaining("smallMultiplesSpec")]]);
});

/** Widths of the bars of a chart, px. */
const barsIn = (svg: string): readonly number[] =>
  [...svg.matchAll(/<path [^>]*d="M[-\d.]+,[-\d.]+h([\d.]+)v[\d.]+h-[\d.]+Z"[^>]*fill="#/g)].map(([, width]) =>
    Number(width),
  );

test("names stand above the bars of a pyramid whose figures would leave these no room", async () => {
  const names = ["Abruzzo", "Emilia-Romagna", "Provincia Autonoma Bolzano", "Veneto"];
  const rowsOf = (unit: number) =>
    names.flatMap((area, index) =>
      ["Women", "Men"].map((sex, side) => ({ area, sex, n: unit * (index + 1) + side * 17 })),
    );
  const spec = pyramidSpec({ category: "area", value: "n", side: "sex" });
  const placed = async (unit: number) => {
    const chart = await draw(spec, rowsOf(unit), 340);
    expect(chart.untraced).toEqual([]);
    const [name, figure] = ["Veneto", /^4/].map((own) =>
      textBoxes(chart).find(({ text }) => (typeof own === "string" ? text === own : own.test(text))),
    );
    if (!name || !figure) throw new Error("Not drawn.");
    return { isAbove: name.bottom <= figure.top + 2, longest: Math.max(...barsIn(chart.svg)) };
  };
  expect((await placed(10)).isAbove).toBe(false);
  const large = await placed(10_000_000);
  expect(large.isAbove).toBe(true);
  expect(large.longest).toBeGreaterThan(60);
});

test.each([640, 340])("figures of parts that are nothing stand apart above their bar: %i px", async (widthPx) => {
  const parts = [0.3, 0.35, 0, 0, 0.35];
  const rows = ["2019", "2023"].flatMap((period) =>
    parts.map((share, index) => ({ period, part: `Party ${"ABCDE"[index]}`, share })),
  );
  const chart = await draw(shareSpec({ period: "period", category: "part", share: "share" }), rows, widthPx);
  const nothing = textBoxes(chart).filter(({ text }) => text === "0%");
  expect(nothing).toHaveLength(4);
  for (const { left, right, top } of nothing)
    for (const other of nothing.filter((each) => each.top === top && each.left > left))
      expect(other.left - right).toBeGreaterThan(3);
});

test("many small maps whose labels have no room in two columns stand beside one another on telephones", async () => {
  const names = Array.from({ length: 20 }, (_, index) => `Shire of Mid${"ABCDEFGHIJKLMNOPQRST"[index]}`);
  const tiles = Object.fromEntries(
    names.map((name, index) => [name, { column: index % 8, row: Math.floor(index / 8), label: `VD${name.at(-1)}` }]),
  );
  const spec = tileMapsSpec({ area: "area", value: "n", by: "period", tiles });
  const tops = async (count: number) => {
    const periods = Array.from({ length: count }, (_, index) => String(2010 + index));
    const rows = periods.flatMap((period) =>
      names.map((area, index) => ({ area, period, n: index + Number(period) - 2000 })),
    );
    const chart = await draw(spec, rows, 340);
    expect(chart.untraced).toEqual([]);
    return new Set(
      textBoxes(chart)
        .filter(({ text }) => periods.includes(text))
        .map(({ top }) => Math.round(top)),
    ).size;
  };
  expect(await tops(2)).toBe(2);
  expect(await tops(6)).toBeLessThanOrEqual(3);
});
