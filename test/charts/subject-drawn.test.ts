import { expect, test } from "vitest";
import {
  bulletSpec,
  type ChartRow,
  compileChart,
  defaultTheme,
  dumbbellSpec,
  heatSpec,
  intervalSpec,
  likertSpec,
  pyramidSpec,
  type RenderedChart,
  rankingSpec,
  shareSpec,
} from "../../src/charts/index.ts";
import { someOf } from "../support/trials.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";
import { recipeSamples } from "./recipe-samples.ts";
import { recordingContext } from "./recording-context.ts";
import { strokesIn } from "./strokes-in.ts";
import { textBoxes } from "./text-boxes.ts";

const areas = ["Kent", "Essex", "Surrey"];
const rowsFor = (subject: string | undefined): readonly ChartRow[] =>
  areas.flatMap((area, at) =>
    ["No", "Yes"].map((answer, index) => ({
      area,
      answer,
      n: (index === 0 ? 30 + at : 70 - at) / 100,
      median: 0.5,
      state: "value",
      highlight: area === subject,
    })),
  );
const share = { period: "area", category: "answer", share: "n" } as const;
const recipes: readonly [string, object][] = [
  ["bullet", bulletSpec({ category: "area", value: "n", comparator: "median", comparatorTitle: "Median" })],
  ["share", shareSpec(share)],
  ["share, vertical", shareSpec({ ...share, direction: "vertical" })],
  ["share, beside", shareSpec({ ...share, layout: "beside" })],
  ["share, beside, vertical", shareSpec({ ...share, layout: "beside", direction: "vertical" })],
  ["likert", likertSpec({ category: "area", answer: "answer", share: "n", left: ["No"], right: ["Yes"] })],
  ["pyramid", pyramidSpec({ category: "area", value: "n", side: "answer" })],
];
const draw = async (name: string, spec: object, subject: string | undefined, widthPx: number) => {
  const rows = rowsFor(subject).filter(({ answer }) => name !== "bullet" || answer === "Yes");
  return (await compileChart({ id: "chart", spec, fonts, widthPx })).render(rows);
};
/** Rules as wide as that beside whom a chart is about, in the colour of text. */
const rulesOf = (chart: RenderedChart | undefined) => {
  const { context, calls } = recordingContext();
  chart?.draw(context);
  return strokesIn(calls)
    .filter(({ color, width }) => color === defaultTheme.textColor && width === 4)
    .map(({ ends }) => ends);
};
/** What is drawn, without what is said of it. */
const marksOf = (svg: string) => svg.replaceAll(/ aria-label="[^"]*"/g, "");

test.each([640, 340].flatMap((widthPx) => recipes.map(([name, spec]) => [name, widthPx, spec] as const)))(
  "whom the chart is about is drawn: %s at %d px",
  async (name, widthPx, spec) => {
    const [kent, essex, none] = await Promise.all(
      ["Kent", "Essex", undefined].map((subject) => draw(name, spec, subject, widthPx)),
    );
    for (const chart of [kent, essex, none]) expect(chart?.untraced).toEqual([]);
    expect(marksOf(kent?.svg ?? "")).not.toBe(marksOf(none?.svg ?? ""));
    expect(marksOf(kent?.svg ?? "")).not.toBe(marksOf(essex?.svg ?? ""));
    if (name !== "bullet") {
      expect([kent, essex, none].map((chart) => rulesOf(chart).length)).toEqual([1, 1, 0]);
      const isUpright = name.endsWith("vertical");
      const [from = 0, to = 0] = rulesOf(kent).flatMap(([x0, y0, x1, y1]) => (isUpright ? [x0, x1] : [y0, y1]));
      const own = kent ? textBoxes(kent).filter(({ text }) => /^(?:Kent|30%|70%|0\.30*|0\.70*)$/.test(text)) : [];
      expect(own).toHaveLength(3);
      // Along all of its bars, and clear of the next name.
      for (const { left, right, top, bottom } of own) {
        const middle = isUpright ? (left + right) / 2 : (top + bottom) / 2;
        expect(middle - Math.min(from, to)).toBeGreaterThan(3);
        expect(Math.max(from, to) - middle).toBeGreaterThan(3);
      }
      for (const box of kent ? textBoxes(kent).filter(({ text }) => text === "Essex") : []) {
        const [start, end] = isUpright ? [box.left, box.right] : [box.top, box.bottom];
        expect(Math.max(start - Math.max(from, to), Math.min(from, to) - end)).toBeGreaterThan(0);
      }
    }
    expect(kent?.svg).toMatch(/font-weight="(?:bold|700)"[^>]*>Kent</);
    expect(essex?.svg).not.toMatch(/font-weight="(?:bold|700)"[^>]*>Kent</);
    expect(kent?.alt).toContain("Highlighted: Kent");
  },
);

const named = { category: "area", value: "n" } as const;
const byNames: readonly [string, object, number][] = [
  ["ranking", rankingSpec(named), 1],
  ["intervals", intervalSpec({ ...named, low: "low", high: "high", interval: 0.95 }), 1],
  ["dumbbell", dumbbellSpec({ ...named, series: "answer" }), 2],
  ["heat", heatSpec({ row: "area", column: "answer", value: "n" }), 2],
];
test.each(
  byNames.flatMap(([name, spec, rowsEach]) => [640, 340].map((widthPx) => [name, widthPx, spec, rowsEach] as const)),
)("the names of those that stand out are bold, and no others: %s at %d px", async (_, widthPx, spec, rowsEach) => {
  const marked: readonly string[][] = [["Kent"], ["Kent", "Surrey"], []];
  for (const subjects of marked) {
    const rows = rowsFor(undefined)
      .filter(({ answer }) => rowsEach === 2 || answer === "Yes")
      .map((row) => ({
        ...row,
        low: Number(row.n) - 0.1,
        high: Number(row.n) + 0.1,
        highlight: subjects.includes(String(row.area)),
      }));
    const { svg } = await (await compileChart({ id: "chart", spec, fonts, widthPx })).render(rows);
    const bold = areas.filter((area) => new RegExp(`font-weight="(?:bold|700)"[^>]*>${area}<`).test(svg));
    expect(bold).toEqual(subjects);
  }
});

const samples = recipeSamples.filter(({ rows }) => new Set(rows.map(({ highlight }) => highlight === true)).size > 1);
/** Where a frame, a colour in a legend or a place among areas tells it, or all names are headings. */
const toldOtherwise = new Set([
  "bar",
  "bar-annotated",
  "trend-annotated",
  "unit",
  "tile-maps",
  "tile-map",
  "tile-map-regions",
  "choropleth",
]);

test.each(
  someOf(
    samples.filter(({ name }) => !toldOtherwise.has(name)),
    12,
  ).map(({ name, ...sample }) => [name, sample] as const),
)("the name that is marked is bold wherever it is written, as its figures are: %s", async (_, { spec, rows }) => {
  const { svg } = await (await compileChart({ id: "chart", spec, fonts })).render(rows);
  const marked = rows.filter(({ highlight }) => highlight === true);
  const isOfMarked = (text: string) =>
    marked.some((row) =>
      Object.entries(row).some(
        ([field, name]) =>
          typeof name === "string" &&
          text.includes(name) &&
          rows.every((other) => (other[field] === name) === (other.highlight === true)),
      ),
    );
  const texts = [...svg.matchAll(/<text([^>]*)>([^<]*)/g)].map(([, look = "", text = ""]) => ({ look, text }));
  const own = texts.filter(({ text }) => isOfMarked(text));
  expect(own.length).toBeGreaterThan(0);
  for (const { look } of own) expect(look).toMatch(/font-weight="(?:bold|700)"/);
});
