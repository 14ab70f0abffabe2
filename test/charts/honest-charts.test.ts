import { describe, expect, test } from "vitest";
import { type ChartRow, compileChart } from "../../src/charts/index.ts";
import { fonts } from "./chart-fonts.ts";

const messages = async (spec: object, rows: readonly ChartRow[]): Promise<readonly string[]> => {
  const chart = await compileChart({ id: "chart", spec, fonts });
  const { untraced } = await chart.render(rows);
  return untraced.map(({ message }) => message);
};

const q = (field: string, more: object = {}) => ({ field, type: "quantitative", ...more });
const n = (field: string, more: object = {}) => ({ field, type: "nominal", ...more });

/** Films of two genres: what each took, and when. */
const films: readonly ChartRow[] = [
  { film: "Alpha", genre: "Drama", took: 12, cost: 71, rating: 6.1, day: "2012/03/01", year: 2012 },
  { film: "Beta", genre: "Drama", took: 40, cost: 33, rating: 6.9, day: "2013/05/11", year: 2013 },
  { film: "Gamma", genre: "Comedy", took: 31, cost: 18, rating: 7.4, day: "2014/07/21", year: 2014 },
  { film: "Delta", genre: "Comedy", took: 9, cost: 52, rating: 8.2, day: "2015/09/30", year: 2015 },
  { film: "Alpha", genre: "Comedy", took: 17, cost: 64, rating: 8.4, day: "2015/10/30", year: 2015 },
];
const bars = { mark: "bar", encoding: { x: q("took"), y: n("film") } };
const binned = { field: "rating", bin: { step: 1 }, type: "quantitative" };

describe("what honest charts draw is told of nothing", () => {
  test.each<readonly [string, object]>([
    [
      "how many different ones there are",
      { mark: "bar", encoding: { x: n("genre"), y: { aggregate: "distinct", field: "film" } } },
    ],
    [
      "a figure of the row that has the most",
      { mark: "bar", encoding: { y: n("genre"), x: q("cost", { aggregate: { argmax: "took" } }) } },
    ],
    [
      "bars of a histogram that stand apart",
      { mark: { type: "bar", binSpacing: 20 }, encoding: { x: binned, y: { aggregate: "count" } } },
    ],
    [
      "rows that are numbered, without an axis",
      {
        transform: [{ window: [{ op: "row_number", as: "at" }] }],
        mark: "text",
        encoding: { y: { field: "at", type: "ordinal", axis: null }, text: n("film") },
      },
    ],
    [
      "the years of the dates, in a title",
      { ...bars, title: "Films of 2012-2015", transform: [{ filter: "year(toDate(datum.day)) > 0" }] },
    ],
    ["years that are numbers, in a title", { ...bars, title: "Films of 2012 and 2014" }],
    [
      "the end of a class that a spec names itself",
      {
        transform: [{ bin: { step: 1 }, field: "rating", as: "class" }],
        mark: "bar",
        encoding: { x: { field: "class", bin: "binned" }, x2: { field: "class_end" }, y: { aggregate: "count" } },
      },
    ],
    [
      "pieces of a stack where a series has no row",
      { mark: "area", encoding: { x: binned, y: { aggregate: "count" }, color: n("genre") } },
    ],
    [
      "slices of one angle that differ in how far they reach",
      { mark: "arc", encoding: { theta: { field: "rating", bin: { step: 1 } }, radius: { aggregate: "count" } } },
    ],
    [
      "legends of plots side by side that share colours",
      {
        hconcat: ["genre", "film"].map((field) => ({
          mark: "point",
          encoding: { x: q("took"), y: q("cost"), color: n(field) },
        })),
        resolve: { scale: { color: "independent" } },
      },
    ],
  ])("%s", async (_, spec) => {
    expect(await messages(spec, films)).toEqual([]);
  });

  test("entries that a legend has no room for, and a column that is called state", async () => {
    const many = Array.from({ length: 40 }, (_, at) => ({
      name: `No ${"abcdefghij"[at % 10]}${"klmn"[Math.floor(at / 10)]}`,
      took: at + 1,
      state: "MS",
    }));
    const spec = {
      mark: "point",
      encoding: { x: q("took"), y: q("took"), color: { ...n("name"), legend: { symbolLimit: 8 } } },
    };
    expect(await messages(spec, [...many, { name: "None", took: null, state: "TX" }])).toEqual([]);
    const mean = { mark: "bar", encoding: { x: n("state"), y: { aggregate: "count" } } };
    expect(await messages(mean, many)).toEqual([]);
  });

  test("the last of several dates", async () => {
    const spec = { mark: "line", encoding: { x: { field: "day", type: "temporal" }, y: q("took") } };
    const last = {
      mark: "circle",
      encoding: {
        x: { aggregate: "max", field: "day", type: "temporal" },
        y: q("took", { aggregate: { argmax: "day" } }),
      },
    };
    expect(await messages({ layer: [spec, last] }, films)).toEqual([]);
  });
});

describe("and the same where it is not so is told", () => {
  test.each<readonly [string, object]>([
    [
      "a count of different ones that is multiplied",
      {
        transform: [
          { aggregate: [{ op: "distinct", field: "film", as: "distinct_film" }], groupby: ["genre"] },
          { calculate: "datum.distinct_film * 7", as: "more" },
        ],
        mark: "bar",
        encoding: { x: n("genre"), y: q("more") },
      },
    ],
    [
      "the row that has the most, by another field and doubled",
      {
        transform: [
          { aggregate: [{ op: "argmax", field: "took", as: "argmax_took" }], groupby: ["genre"] },
          { calculate: "datum.argmax_took.cost * 2", as: "more" },
        ],
        mark: "bar",
        encoding: { y: n("genre"), x: q("more") },
      },
    ],
    [
      "bars of a histogram that are not in the middle of their class",
      {
        transform: [
          { bin: { step: 1 }, field: "rating", as: "class" },
          { calculate: "datum.class + 0.6", as: "from" },
        ],
        mark: "bar",
        encoding: { x: q("from"), x2: { field: "class_end" }, y: { aggregate: "count" } },
      },
    ],
    [
      "a row beside the number of another, with an axis",
      {
        transform: [{ calculate: "datum.year === 2012 ? 2013 : datum.year === 2013 ? 2012 : datum.year", as: "at" }],
        mark: "bar",
        encoding: { y: { field: "at", type: "ordinal" }, x: q("took") },
      },
    ],
    ["a year that no row has, in a title", { ...bars, title: "Films of 2012-2019" }],
    ["a figure that looks like a year, in a title", { ...bars, title: "1999 films" }],
    [
      "entries of a legend that are written otherwise",
      {
        mark: "point",
        encoding: { x: q("took"), y: q("took"), color: { ...n("film"), legend: { labelExpr: "'…33 entries'" } } },
      },
    ],
    [
      "an area of no row that has an extent",
      {
        transform: [
          { aggregate: [{ op: "count", as: "many" }], groupby: ["rating"] },
          { calculate: "9", as: "typed" },
        ],
        mark: "area",
        encoding: { x: q("rating"), y: q("typed") },
      },
    ],
    [
      "the colour of another name in the legend of its plot",
      {
        layer: [
          {
            mark: "point",
            encoding: {
              x: q("took"),
              y: q("cost"),
              color: { ...n("genre"), scale: { range: ["#a00000", "#0000a0"] } },
            },
          },
          {
            transform: [{ filter: "datum.genre === 'Drama'" }],
            mark: { type: "square", color: "#a00000", size: 300 },
            encoding: { x: q("took"), y: q("cost") },
          },
        ],
      },
    ],
  ])("%s", async (_, spec) => {
    expect(await messages(spec, films)).not.toEqual([]);
  });
});
