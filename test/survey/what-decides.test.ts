import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { trials } from "../support/trials.ts";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;
const places = ["Batu", "Kluang", "Muar", "Kulai", "Baling", "Kulim", "Sik", "Yan", "Bachok", "Machang"];
const things = ["Fish", "Eggs", "Beans", "Spinach", "Pineapple", "Tomatoes", "Carrots"];

describe("headings that are names", () => {
  const table = (value: (row: number, column: number) => number) =>
    lines(
      `item,${places.join(",")}`,
      ...things.map((thing, row) => `${thing},${places.map((_, column) => value(row, column).toFixed(2)).join(",")}`),
    );

  test("are categories where rows decide how large figures are, and measures where columns do", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 70, maxLength: 70 }), async (noise) => {
        const small = (row: number, column: number) => 1 + (noise[row * 10 + column] ?? 0) / 500;
        const prices = await guessOf(table((row, column) => 2 ** row * small(row, column)));
        expect(Object.keys(prices.spec.measures)).toHaveLength(1);
        expect(prices.spec.dimensions).toHaveProperty("group");
        expect(prices.dataset?.observations).toHaveLength(70);
        const measures = await guessOf(table((row, column) => 3 ** column * small(row, column)));
        expect(Object.keys(measures.spec.measures)).toHaveLength(10);
      }),
      { numRuns: trials(20, 8) },
    );
  });

  test("a place whose name ends as a coordinate does is none", async () => {
    const { spec } = await guessOf(
      lines("item,Dalat,Muar", ...things.map((thing, at) => `${thing},${7 + at}.59,${9 + at}.25`)),
    );
    expect(Object.keys(spec.measures)).toEqual(["dalat", "muar"]);
  });
});

describe("what says when", () => {
  test("the number of a week is another name of its first day", async () => {
    const { spec } = await guessOf(
      lines(
        "week,date,cases",
        ...[10, 11, 12, 13, 14, 15]
          .map((week, at) => `2020-${week},2020-03-${`${2 + 7 * at}`.padStart(2, "0")},${200 + 9 * at}`)
          .slice(0, 5),
      ),
    );
    expect(Object.keys(spec.dimensions)).toEqual(["date"]);
  });

  test("the moment when a row was written is the name of nothing", async () => {
    const { spec } = await guessOf(
      lines(
        "id,revised,kind,price",
        ...Array.from(
          { length: 12 },
          (_, at) =>
            `f${1000 + at},2017-11-30 18:15:${10 + at}.59${at}000,${at % 2 ? "Flat" : "House"},${200 + 13 * at}`,
        ),
      ),
    );
    expect(spec.dimensions).not.toHaveProperty("revised");
  });

  test("columns of years without any figure are no series", async () => {
    const { spec, problems } = await guessOf(
      lines(
        "name,capacity_mw,generation_gwh_2016,generation_gwh_2017",
        ...things.map((thing, at) => `${thing},${12 + 7 * at}.5,,`),
      ),
    );
    expect(problems).toBeUndefined();
    expect(Object.keys(spec.measures)).toEqual(["capacityMw"]);
  });

  test("a round number in all rows is no year, and what figures were taken from stands below them", async () => {
    const { spec, dataset } = await guessOf(
      lines(
        ",wage,rate,threshold,extra",
        ...[13, 14, 15, 16, 17].map(
          (year, at) => `20${year}-${year + 1},1.0${at}2,0.0${2 + at}5,${18200 + 100 * at},1500`,
        ),
        ",Table 2,Table 5,Table 2,",
        ",http://budget.example/2018,,,",
      ),
    );
    expect(dataset?.periods()).toHaveLength(5);
    expect(spec.measures).toHaveProperty("extra");
  });
});

describe("indicators", () => {
  const rows = (names: readonly string[], unit: string) =>
    lines(
      "area,period,indicator,measure,unit,value",
      ...["Kent", "Essex", "Devon"].flatMap((area, at) =>
        names.map((name, own) => `${area},2021,${name},Count,${unit},${120 * (at + 1) + 31 * own}`),
      ),
    );

  test("of one unit and the same words are groups of one thing", async () => {
    const sizes = ["0 people in household", "1 person in household", "2 people in household", "3 or more in household"];
    const { spec } = await guessOf(rows(sizes, "Households"));
    expect(Object.keys(spec.measures)).toHaveLength(1);
    expect(spec.measures).toMatchObject({ count: { unit: { other: "households" } } });
    expect(spec.dimensions).toHaveProperty("indicator");
  });

  test("of other words are measures", async () => {
    const { spec } = await guessOf(rows(["Births", "Deaths", "Marriages"], "Persons"));
    expect(Object.keys(spec.measures).sort()).toEqual(["births", "deaths", "marriages"]);
  });
});

describe("months across the top", () => {
  const months = ["2021-08", "2021-09", "2021-10", "2021-11"];
  const rows = ["news", "feature", "mention", "opinion"].map(
    (type, at) => `${type},${months.map((_, own) => 2 + at * own).join(",")},0,${8 + 6 * at}`,
  );

  test("beside what is of none of them, which is called as a gap is", async () => {
    const { spec, dataset } = await guessOf(lines(`Type,${months.join(",")},N/A,Total`, ...rows));
    expect(spec.layout).toMatchObject({ wide: { columns: "{period}" }, ignore: ["N/A", "Total"] });
    expect(dataset?.observations).toHaveLength(16);
  });

  test("are no percentages for the name of the file alone", async () => {
    const csv = lines(`Type,${months.join(",")}`, ...rows.map((row) => row.split(",").slice(0, 5).join(",")));
    const { spec } = await guessOf(csv, { title: "Coverage report" });
    expect(Object.values(spec.measures)).toMatchObject([{ statType: "count" }]);
  });
});

test("a column of nothing but 0 and 1 says whether something is so, or counts: it is told of", async () => {
  const { remarks } = await guessOf(
    lines(
      "Name,killed,shooter deceased",
      ...Array.from({ length: 9 }, (_, at) => `School ${"ABCDEFGHI"[at]},${3 + at},${at % 2}`),
    ),
  );
  expect(remarks.get("measures.shooterDeceased.unit")).toContain("0 and 1");
  expect(remarks.get("measures.killed.unit") ?? "").not.toContain("0 and 1");
});

test("percentages that are given with one end alone stand for figures, and numerals of Rome for none", async () => {
  const uptakes = ["93%", ">95%", "88.5%", "<5%", "47%", "62%", "71%", ">95%", "33%"];
  const { spec } = await guessOf(
    lines(
      "Area,Uptake,Round",
      ...uptakes.map(
        (uptake, at) => `Area ${"ABCDEFGHI"[at]},${uptake},${["I", "II", "1", "2", "3", "4", "5", "6", "II"][at]}`,
      ),
    ),
  );
  expect(Object.keys(spec.measures)).toEqual(["uptake"]);
  expect(spec.markers).toMatchObject({ ">95%": "suppressed", "<5%": "suppressed" });
});

test("days as spreadsheets number them are no figures", async () => {
  const { spec, remarks } = await guessOf(
    lines(
      "Area,Date,Cases",
      ...["Kent", "Essex", "Devon"].flatMap((area, at) => [`${area},43831,${12 + at}`, `${area},43862,${31 + at}`]),
    ),
  );
  expect(Object.keys(spec.measures)).toEqual(["cases"]);
  expect(remarks.get("dimensions.date")).toContain("none that can be read");
});
