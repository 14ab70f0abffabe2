import { expect, test } from "vitest";
import {
  bulletSpec,
  type ChartRow,
  compileChart,
  dumbbellSpec,
  intervalSpec,
  likertSpec,
  slopeSpec,
} from "../../src/charts/index.ts";
import { fonts } from "./chart-fonts.ts";

const draw = async (spec: object, rows: readonly ChartRow[], widthPx = 640) =>
  (await compileChart({ id: "chart", spec, fonts, widthPx })).render(rows);
const slope = slopeSpec({ x: "year", y: "n", series: "area" });
const rowsOf = (before: readonly string[], after: readonly string[]): readonly ChartRow[] => [
  ...before.map((area, index) => ({ year: "2021", area, n: 10 + index, state: "value" })),
  ...after.map((area, index) => ({ year: "2022", area, n: 12 + index, state: "value" })),
];

test("names that differ in how they are written alone are a warning: their lines would have gaps", async () => {
  const { diagnostics } = await draw(slope, rowsOf(["Argyll & Bute", "Fife"], ["Argyll and Bute", "Fife"]));
  expect(diagnostics).toMatchObject([{ code: "chart-names-alike", source: { field: "area" } }]);
  expect(diagnostics[0]?.message).toContain('"Argyll & Bute" and "Argyll and Bute"');
  const mended = rowsOf(["Argyll and Bute", "Fife"], ["Argyll and Bute", "Fife"]);
  expect((await draw(slope, mended)).diagnostics).toEqual([]);
});

test("names that their figures tell apart are no warning", async () => {
  const names = ["Area 1.5", "Area 15", "Area 1 5", "Fife", "East Fife"];
  expect((await draw(slope, rowsOf(names, names))).diagnostics).toEqual([]);
});

const likert = likertSpec({
  category: "question",
  answer: "answer",
  share: "share",
  left: ["Never & rarely"],
  right: ["Often"],
});
const answers = (names: readonly string[]): readonly ChartRow[] =>
  ["Buses", "Trains"].flatMap((question, at) =>
    names.map((answer, index) => ({
      question,
      answer,
      share: [[0.3, 0.5, 0.2][index]!, [0.1, 0.6, 0.3][index]!][at]!,
    })),
  );

test("an answer that has a place and no row is a warning beside one that has a row and no place", async () => {
  const { diagnostics } = await draw(likert, answers(["Never and rarely", "Often"]));
  expect(diagnostics).toMatchObject([{ code: "chart-answer-unplaced", source: { field: "answer" } }]);
  expect((await draw(likert, answers(["Never & rarely", "Often"]))).diagnostics).toEqual([]);
});

test.each([640, 340])("what has no place in bars of answers says whom it is of: at %i px", async (widthPx) => {
  const { sentences, untraced, diagnostics } = await draw(
    likert,
    answers(["Never & rarely", "Often", "Cannot say"]),
    widthPx,
  );
  expect([...untraced, ...diagnostics]).toEqual([]);
  expect(sentences).toEqual(expect.arrayContaining(["Buses, Cannot say 20%", "Trains, Cannot say 30%"]));
});

test("a description says what is missing of two figures, and a target that no row has", async () => {
  const spec = bulletSpec({ category: "area", value: "n", comparator: "target", comparatorTitle: "Target" });
  const of = (targets: readonly (number | null)[], figures: readonly (number | null)[] = [5, 6, 7]) =>
    draw(
      spec,
      ["Fife", "Moray", "Angus"].map((area, index) => ({
        area,
        n: figures[index] as number | null,
        target: targets[index] as number | null,
      })),
    );
  expect((await of([7, null, 8])).alt).toContain("1 value is missing: Moray (Target).");
  expect((await of([null, null, null])).alt).toContain("1 value is missing: Target.");
  // One that all are compared with is no figure of a row.
  expect((await of([null, null, null], [null, 5, null])).alt).toContain(
    "2 values are missing: Fife and Angus. 1 value is missing: Target.",
  );
  expect((await of([7, 7, 7])).alt).not.toContain("missing");
});

test("a description says that an interval is missing, and not its figure", async () => {
  const spec = intervalSpec({ category: "area", value: "n", low: "low", high: "high", interval: 0.95 });
  const rows = ["Fife", "Moray", "Angus"].map((area, index) => ({
    area,
    n: 5 + index,
    low: index === 1 ? null : 3 + index,
    high: index === 1 ? null : 8 + index,
  }));
  expect((await draw(spec, rows)).alt).toContain("1 value is missing: Moray (95% confidence interval).");
  const without = rows.map((row) => (row.area === "Moray" ? { ...row, n: null } : row));
  expect((await draw(spec, without)).alt).toContain("1 value is missing: Moray.");
});

test("what an axis says of its scale is no name of its figures", async () => {
  const rows = Array.from({ length: 12 }, (_, index) =>
    ["2012", "2022"].map((year, at) => ({
      area: `Ward ${String.fromCodePoint(65 + index)}`,
      year,
      offences: index === 0 ? 90_000 : 200 + 9 * index + 40 * at,
    })),
  ).flat();
  const { alt, texts } = await draw(dumbbellSpec({ category: "area", value: "offences", series: "year" }), rows);
  expect(texts).toContain("Logarithmic scale");
  expect(alt).toContain("Dumbbell chart: offences by area");
});
