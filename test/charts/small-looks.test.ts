import { expect, test } from "vitest";
import { compileChart, dumbbellSpec, pyramidSpec, rankingSpec, trendSpec } from "../../src/charts/index.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";
import { recordingContext } from "./recording-context.ts";
import { strokesIn } from "./strokes-in.ts";
import { textBoxes } from "./text-boxes.ts";

type Rows = readonly Readonly<Record<string, string | number | boolean>>[];

const drawn = async (spec: object, rows: Rows, widthPx = 340) =>
  (await compileChart({ id: "chart", spec, fonts, widthPx })).render(rows);

test("periods too close for a tick each have one where their name is written", async () => {
  const ticksOf = async (count: number) => {
    const rows = Array.from({ length: count }, (_, index) => ({ year: String(1800 + index), n: 20 + (index % 9) }));
    const chart = await drawn(trendSpec({ x: "year", y: "n" }), rows);
    const { context, calls } = recordingContext();
    chart.draw(context);
    const upright = strokesIn(calls).filter(({ ends: [x0, y0, x1, y1] }) => x0 === x1 && Math.abs(y1 - y0) === 4);
    return { ticks: upright.length, years: chart.texts.filter((text) => /^[12]\d{3}$/.test(text)).length };
  };
  const few = await ticksOf(40);
  expect(few.ticks).toBe(40);
  const many = await ticksOf(221);
  expect(many.ticks).toBe(many.years);
  expect(many.years).toBeGreaterThan(2);
});

const councils =
  "Glasgow City|Falkirk|Fife|Moray|Angus|Highland|Stirling|Inverclyde|Midlothian|West Lothian|East Lothian|Dundee City|East Ayrshire".split(
    "|",
  );

/** From each of some names to the next below, px, the least and the most. */
async function stepsOf(names: readonly string[]): Promise<readonly [number, number]> {
  const rows = names.map((area, index) => ({ area, n: 80 - index }));
  const boxes = textBoxes(await drawn(rankingSpec({ category: "area", value: "n" }), rows));
  const tops = boxes.filter(({ text }) => /^\d\d$/.test(text)).map(({ top }) => top);
  const steps = tops.slice(1).map((top, index) => top - (tops[index] as number));
  return [Math.min(...steps), Math.max(...steps)];
}

test("one name of two lines among many does not move the rows of a ranking far apart", async () => {
  const long = "Eilean Siar (Western Isles)";
  const [, usual] = await stepsOf(councils);
  const [least, most] = await stepsOf([...councils.slice(0, 6), long, ...councils.slice(6)]);
  expect(least).toBeCloseTo(most);
  expect(most).toBeLessThan(usual + 11);
});

test("two names of two lines that follow one another keep apart", async () => {
  const long = ["Eilean Siar (Western Isles)", "Orkney and Shetland Islands"];
  const names = [...councils.slice(0, 6), ...long, ...councils.slice(6)];
  const rows = names.map((area, index) => ({ area, n: 80 - index }));
  const boxes = textBoxes(await drawn(rankingSpec({ category: "area", value: "n" }), rows));
  const [above, below] = [
    boxes.find(({ text }) => text === "Isles)"),
    boxes.find(({ text }) => text.startsWith("Orkney")),
  ];
  expect((below?.top ?? 0) - (above?.bottom ?? 0)).toBeGreaterThan(1);
});

/** Whether a name stands at the height of the figures of its row. */
async function isBeside(spec: object, rows: Rows, name: string, figure: string): Promise<boolean> {
  const boxes = textBoxes(await drawn(spec, rows));
  const top = (text: string) => boxes.find((box) => box.text === text)?.top ?? Number.NaN;
  return Math.abs(top(name) - top(figure)) < 2;
}

test("names stand beside pairs of dots on a telephone where dots have room", async () => {
  const countries = ["United Kingdom", "France", "Spain", "Italy", "Norway", "Sweden", "Iceland", "Greece"];
  const rows = [...countries, ...councils].flatMap((area, index) => [
    { area, sex: "Men", n: 75 - index / 2 },
    { area, sex: "Women", n: 83 - index / 4 },
  ]);
  const spec = dumbbellSpec({ category: "area", value: "n", series: "sex", format: ".0f" });
  expect(await isBeside(spec, rows, "United Kingdom", "83")).toBe(true);
});

test("names stand beside the bars of a pyramid of millions on a telephone", async () => {
  const ages = ["0 to 14", "15 to 29", "30 to 44", "45 to 59", "60 to 74", "75 to 89", "90 and over"];
  const rows = ages.flatMap((age, index) => [
    { age, sex: "Men", n: 11_320_252 - 1_720_111 * index },
    { age, sex: "Women", n: 11_488_578 - 1_709_222 * index },
  ]);
  const spec = pyramidSpec({ category: "age", value: "n", side: "sex" });
  expect(await isBeside(spec, rows, "0 to 14", "11,320,252")).toBe(true);
});
