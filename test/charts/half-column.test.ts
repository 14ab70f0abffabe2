import { expect, test } from "vitest";
import {
  bulletSpec,
  type ChartRow,
  compileChart,
  type RenderedChart,
  smallMultiplesSpec,
  sparklinesSpec,
  tileMapSpec,
} from "../../src/charts/index.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";
import { recipeSamples } from "./recipe-samples.ts";
import { recordingContext } from "./recording-context.ts";
import { areas } from "./sample-rows.ts";
import { overlaps, textBoxes } from "./text-boxes.ts";

/** Half of the column of a page of A4, less half of the gap; and how high that is. */
const half = { widthPx: 302, heightPx: 930 };
const leastPt = 7;

/** The smallest text of a picture as it stands in its place, pt: read from what is drawn. */
function smallestPt(picture: Pick<RenderedChart, "draw" | "svg">): number {
  const { context, calls } = recordingContext();
  picture.draw(context);
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(picture.svg) ?? [];
  const scale = Math.min(1, half.widthPx / Number(width), half.heightPx / Number(height));
  const sizes = calls.flatMap((call) => /^font=.*?([\d.]+)px/.exec(call)?.[1] ?? []).map(Number);
  return Math.min(...sizes) * scale * 0.75;
}

test.each(recipeSamples)("$name in half a column has no text below 7 pt", async ({ name, spec, rows }) => {
  const chart = await (await compileChart({ id: name, spec, fonts, widthPx: 640 })).render(rows);
  const picture = (await chart.forWidth(half.widthPx)) ?? chart;
  expect(picture.readableFromPx).toBeLessThanOrEqual(half.widthPx);
  expect(smallestPt(picture)).toBeGreaterThanOrEqual(leastPt);
});

const years = Array.from({ length: 12 }, (_, index) => String(2011 + index));
const yearly = (names: readonly string[], figure: (index: number, year: number) => number): readonly ChartRow[] =>
  names.flatMap((area, index) =>
    years.map((year, at) => ({ area, year, n: figure(index, at), highlight: index === 2, state: "value" })),
  );
const districts = [...areas.slice(0, 16), "Capital, Coast and Hutt Valley", "Yorkshire and the Humber"];
const tiled = [...areas.slice(0, 49), "Capital, Coast and Hutt Valley"];
/** In rows of eleven, each with a label of two letters. */
const tilesOf = (names: readonly string[]) =>
  Object.fromEntries(
    names.map((name, index) => [
      name,
      { column: index % 11, row: Math.floor(index / 11), label: `${"ABCDE"[index % 5]}${"FGHIJKLMNO"[index % 10]}` },
    ]),
  );
const lines = { x: "year", y: "n", series: "area", yTitle: "Cases" };

test.each<readonly [string, object, readonly ChartRow[]]>([
  [
    "bars against a mark each, of 18 areas and six digits",
    bulletSpec({
      category: "area",
      value: "n",
      comparator: "plan",
      comparatorTitle: "Plan",
      valueTitle: "Doses given",
    }),
    districts.map((area, index) => ({
      area,
      n: 24_063 + ((index * 7919) % 60) * 9871,
      plan: 27_340 + ((index * 6007) % 60) * 9432,
      state: "value",
    })),
  ],
  [
    "bars against a mark of all, of 25 areas",
    bulletSpec({ category: "area", value: "n", comparator: "all", comparatorTitle: "England", valueTitle: "Turnout" }),
    areas.slice(0, 25).map((area, index) => ({ area, n: 55 + ((index * 7) % 19), all: 63, state: "value" })),
  ],
  [
    "small lines of 40 areas",
    sparklinesSpec(lines),
    yearly([...districts, ...areas.slice(16, 38)], (i, at) => 2 + ((i * 7 + at * 5) % 11)),
  ],
  [
    "small lines of six digits",
    sparklinesSpec(lines),
    yearly(districts, (i, at) => 110_000 + i * 1913 + ((at * 7) % 5) * 911),
  ],
  [
    "small charts of 16 areas",
    smallMultiplesSpec(lines),
    yearly(districts.slice(2), (i, at) => 2 + ((i * 7 + at * 5) % 11)),
  ],
  [
    "small charts of prices",
    smallMultiplesSpec({ ...lines, format: "$,.0f" }),
    yearly(districts.slice(7), (i, at) => 110_000 + i * 19_130 + at * 911),
  ],
  [
    "a map of 50 tiles in eleven columns, one with a long name",
    tileMapSpec({ area: "area", value: "n", valueTitle: "Turnout", tiles: tilesOf(tiled) }),
    tiled.map((area, index) => ({ area, n: 51 + ((index * 7) % 23), highlight: index === 4, state: "value" })),
  ],
])("a chart that is asked for at half a column is drawn: %s", async (_, spec, rows) => {
  const compiled = await compileChart({ id: "chart", spec, fonts });
  const chart = await compiled.render(rows, { widthPx: half.widthPx });
  expect(chart.widthPx).toBeLessThanOrEqual(half.widthPx + 1);
  expect(smallestPt(chart)).toBeGreaterThanOrEqual(leastPt);
  expect(overlaps(chart)).toEqual([]);
  const outside = textBoxes(chart).filter(({ left, right }) => left < -1 || right > chart.widthPx + 1);
  expect(outside).toEqual([]);
  // Every name is there, in one line or more.
  const written = chart.texts.join("").replace(/[\s-]/g, "");
  const unwritten = rows
    .map(({ area }) => String(area))
    .filter((name) => !written.includes(name.replace(/[\s-]/g, "")));
  expect(unwritten).toEqual([]);
});
