import { expect, test } from "vitest";
import {
  type ChartRow,
  describeChart,
  dumbbellSpec,
  rankingSpec,
  slopeSpec,
  trendSpec,
} from "../../src/charts/index.ts";
import { createWords, findLanguage } from "../../src/language/index.ts";

/** Figures of areas in periods, in the order of a row of each. */
const over = (periods: readonly string[], figures: Readonly<Record<string, readonly number[]>>): ChartRow[] =>
  Object.entries(figures).flatMap(([area, all]) =>
    all.map((n, index) => ({ area, period: periods[index] ?? "", n, state: "value" })),
  );

const of = (figures: Readonly<Record<string, number>>, more: Readonly<Record<string, number>> = {}): ChartRow[] =>
  Object.entries(figures).map(([area, n]) => ({ area, n, ...more, state: "value" }));

const printed = { formatValue: (value: number) => value.toFixed(1) };
const welsh = createWords({ language: findLanguage("cy") });
const slope = slopeSpec({ x: "period", y: "n", series: "area" });
const years = ["2014", "2022"];

test("what moved by less than is printed stayed about the same, and what did not move the same", () => {
  const moved = { Kent: [1, 2], Essex: [3, 1], Dorset: [0.42, 0.43] };
  expect(describeChart(slope, over(years, moved), printed)).toContain("1 rose, 1 fell and 1 stayed about the same.");
  const level = { ...moved, Dorset: [0.42, 0.42] };
  expect(describeChart(slope, over(years, level), printed)).toContain("1 rose, 1 fell and 1 stayed the same.");
  expect(describeChart(slope, over(years, moved), { ...printed, words: welsh })).toContain("tua'r un fath: 1.");
});

test("what moved by less than one of the last decimal stayed about the same, also where other digits are printed", () => {
  // Kent is printed 1.2 and 1.3, and moved by less than Essex, which is 3.1 in both.
  const moved = {
    Kent: [1.24, 1.27],
    Essex: [3.14, 3.05],
    Dorset: [1.04, 2],
    Devon: [0.31, 0.36],
    Gwent: [3.04, 3.18],
  };
  expect(describeChart(slope, over(years, moved), printed)).toContain("3 rose and 2 stayed about the same.");
  const trend = trendSpec({ x: "period", y: "n", series: "area" });
  expect(describeChart(trend, over(years, { Kent: [1.24, 1.27] }), printed)).toContain(
    "Kent: 1.2 in 2014, and about the same in 2022.",
  );
  expect(describeChart(trend, over(years, { Devon: [0.31, 0.36] }), printed)).toContain(
    "Devon: 0.3 in 2014, rising to 0.4 in 2022.",
  );
});

test.each([
  ["Deaths per 10,000 people", "Largest rise in deaths per 10,000 people: Kent"],
  ["Unemployed, %", "Largest rise in percentage points: Kent"],
  ["GDP per head", "Largest rise in GDP per head: Kent"],
  [undefined, "Largest rise: Kent"],
])("the largest move says what it is measured in: %s", (yTitle, said) => {
  const spec = slopeSpec({ x: "period", y: "n", series: "area", ...(yTitle === undefined ? {} : { yTitle }) });
  const moved = { Kent: [20, 30], Essex: [1, 5], Dorset: [7, 5], Devon: [3, 4], Gwent: [3, 2] };
  expect(describeChart(spec, over(years, moved), printed)).toContain(said);
});

test("so do lines, pairs and what bars are compared with", () => {
  const trend = trendSpec({ x: "period", y: "n", series: "area" });
  expect(describeChart(trend, over(years, { Kent: [0.42, 0.43] }), printed)).toContain(
    "Kent: 0.4 in 2014, and about the same in 2022.",
  );
  expect(describeChart(trend, over(years, { Kent: [0.42, 0.42] }), printed)).toContain(
    "Kent: 0.4 in 2014, and the same in 2022.",
  );
  const pairs = dumbbellSpec({ category: "area", value: "n", series: "sex" });
  const twice = [
    { area: "Kent", sex: "Boys", n: 1 },
    { area: "Kent", sex: "Girls", n: 2 },
    { area: "Essex", sex: "Boys", n: 0.42 },
    { area: "Essex", sex: "Girls", n: 0.43 },
  ].map((row) => ({ ...row, state: "value" }));
  expect(describeChart(pairs, twice, printed)).toContain("higher for Boys: 0; about the same: 1.");
  const beside = rankingSpec({
    category: "area",
    value: "n",
    annotations: [{ kind: "target", value: "m", label: "Target" }],
  });
  const compared = [...of({ Kent: 0.42 }, { m: 0.43 }), ...of({ Essex: 2 }, { m: 1 })];
  expect(describeChart(beside, compared, printed)).toContain("1 higher, 1 about the same.");
});

test("ends that are printed alike are all named, with about so much where they differ", () => {
  const ranking = rankingSpec({ category: "area", value: "n" });
  expect(describeChart(ranking, of({ Kent: 3, Essex: 0.02, Dorset: 0.01 }), printed)).toContain(
    "Essex and Dorset, about 0.0 each.",
  );
  expect(describeChart(ranking, of({ Kent: 3, Essex: 0.01, Dorset: 0.01 }), printed)).toContain(
    "Essex and Dorset, 0.0 each.",
  );
  expect(describeChart(ranking, of({ Kent: 0.42, Essex: 0.43, Dorset: 0.41 }), printed)).toContain(
    "All 3 are about 0.4.",
  );
});

test("a peak that a line has twice is told of both periods", () => {
  const periods = ["2014", "2015", "2016", "2017", "2018"];
  const trend = trendSpec({ x: "period", y: "n", series: "area" });
  const rows = over(periods, { Kent: [2, 5.01, 1, 5.04, 3] });
  expect(describeChart(trend, rows, printed)).toContain(
    "rising to 3.0 in 2018; highest about 5.0 in 2015 and 2017, lowest 1.0 in 2016.",
  );
  expect(describeChart(trend, rows, { ...printed, words: welsh })).toContain("uchaf: tua 5.0 (2015, 2017)");
});

test("the largest moves are so both as printed and as they are, or are not told", () => {
  // As printed both fell by 1.4; by what they are, Kent by 1.44 and Essex by 1.33.
  const near = { Kent: [2.04, 0.6], Essex: [3.35, 2.02], Dorset: [1, 0.9], Gwent: [1, 0.9], Powys: [1, 0.9] };
  expect(describeChart(slope, over(years, near), printed)).toContain(
    "Largest falls: Kent, from 2.0 to 0.6; Essex, from 3.4 to 2.0.",
  );
  // As printed Essex fell furthest, and as it is Kent.
  const turned = { Kent: [2.04, 0.66], Essex: [1.96, 0.64], Dorset: [1, 0.9], Gwent: [1, 0.9], Powys: [1, 0.9] };
  expect(describeChart(slope, over(years, turned), printed)).toContain(
    "Largest falls: Kent, from 2.0 to 0.7; Essex, from 2.0 to 0.6.",
  );
  const alone = { Kent: [2.04, 0.6], Essex: [1, 0.4], Dorset: [1, 0.9], Gwent: [1, 0.9], Powys: [1, 0.9] };
  expect(describeChart(slope, over(years, alone), printed)).toContain("Largest fall: Kent, from 2.0 to 0.6.");
  // By either, a third comes between: nobody can say it in a sentence.
  const many = {
    Kent: [2.04, 0.66],
    Essex: [1.96, 0.64],
    Dorset: [2.0, 0.65],
    Devon: [2.04, 0.65],
    Gwent: [1, 0.9],
    Powys: [1, 0.9],
  };
  expect(describeChart(slope, over(years, many), printed)).not.toContain("Largest");
});

test("a rank is by the figures, and joint only where the data have the same one twice", () => {
  const highlighted = (figures: Readonly<Record<string, number>>) =>
    of(figures).map((row) => ({ ...row, highlight: row.area === "Kent" }));
  const ranking = rankingSpec({ category: "area", value: "n" });
  const near = { Essex: 12, Dorset: 9, Devon: 0.44, Kent: 0.42, Gwent: 0.1 };
  expect(describeChart(ranking, highlighted(near), printed)).toContain("Highlighted: Kent, 0.4, 2nd lowest of 5.");
  const tied = { ...near, Devon: 0.42 };
  expect(describeChart(ranking, highlighted(tied), printed)).toContain("Kent, 0.4, joint 2nd lowest of 5.");
  // What was computed may differ in its last bits alone.
  const computed = { ...near, Devon: 0.1 + 0.2, Kent: 0.3 };
  expect(describeChart(ranking, highlighted(computed), printed)).toContain("Kent, 0.3, joint 2nd lowest of 5.");
});
