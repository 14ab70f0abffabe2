import { describe, expect, test } from "vitest";
import { createPointNames, timeUnitOf, titleOfField } from "../../src/charts/scene-reading/drawn-names.ts";
import type { ReadMark, SceneScale } from "../../src/charts/scene-reading/read-scene.ts";
import { createWords, englishWords, findLanguage } from "../../src/language/index.ts";
import { bareMark } from "./bare-mark.ts";

test.each([
  ["people", "people"],
  ["__count", "Count of Records"],
  ["sum_people", "Sum of people"],
  ["average_rate_per_head", "Average of rate_per_head"],
  ["yearmonth_date", "date"],
  ["utcyear_date", "date"],
  // Classes, by how their ends were asked for.
  ["bin_maxbins_10_age", "age"],
  ["bin_step_5_age", "age"],
  ["bin_step_10_age", "age"],
  ["bin_step_2.5_age", "age"],
  ["bin_minstep_0.25_age", "age"],
  ["bin_age", "age"],
])("the field %s is titled %s", (field, title) => {
  expect(titleOfField(field, englishWords(), true)).toBe(title);
});

test("a field of dates knows its unit of time", () => {
  expect(timeUnitOf("yearmonthdate_start")).toBe("yearmonthdate");
  expect(timeUnitOf("utcquarter_start")).toBe("quarter");
  expect(timeUnitOf("yearly_total")).toBeUndefined();
});

describe("what readers call a point", () => {
  const words = createWords({ language: findLanguage("en-GB") });
  const label = (value: unknown, text: unknown) => ({ datum: { value }, text });
  const axis = (items: ReadMark["items"], type = "band", more: Partial<ReadMark> = {}): ReadMark => ({
    ...bareMark,
    type: "text",
    role: "axis-label",
    name: "",
    items,
    scaleOf: () => ({ type }) as unknown as SceneScale,
    guideScale: "x",
    ...more,
  });
  const names = (...scene: readonly ReadMark[]) =>
    createPointNames(scene, { words, figure: (value) => `<${value}>`, isTime: () => true });

  test("is what its axis or legend writes", () => {
    const labels = [label("E1", "Kent"), label(2, ["Essex", "and more"]), label(new Date(0), 1970)];
    const { name } = names(axis(labels));
    expect(["E1", 2, new Date(0), "E9"].map((cell) => name("x", cell, "area"))).toEqual([
      "Kent",
      "Essex and more",
      "1970",
      "E9",
    ]);
    expect(name("y", "E1", "area")).toBe("E1");
    expect(name(undefined, "E1", "area")).toBe("E1");
    expect([null, undefined, 7, true].map((cell) => name("x", cell, "area"))).toEqual(["null", "", "7", "true"]);
    expect(names(axis(labels, "ordinal", { role: "legend-label" })).name("x", "E1", "area")).toBe("Kent");
  });
  test("is not what two are called alike, what a scale of figures writes, or what is no label", () => {
    const labels = [label("E1", "Kent"), label("E2", "Essex")];
    for (const other of [
      axis([label("E1", "Kent"), label("E2", "Kent")]),
      axis(labels, "linear"),
      axis(labels, "band", { role: "axis-title" }),
      axis(labels, "band", { type: "rule" }),
      axis(labels, "band", { guideScale: undefined }),
      axis([label("E1", undefined), { text: "Kent" }]),
    ])
      expect(names(other).name("x", "E1", "area")).toBe("E1");
  });
  test("is a date as fine as its unit, or as it is", () => {
    const { time, name, knowsUnit } = names();
    const evening = Date.UTC(2019, 4, 7, 18, 30);
    expect(time(evening, undefined)).toBe(`${words.numbers.date("2019-05-07")}, 18:30`);
    expect(time(Date.UTC(2019, 4, 7), undefined)).toBe(words.numbers.date("2019-05-07"));
    expect(time(evening, "yearmonthdate")).toBe(words.numbers.date("2019-05-07"));
    expect(time(evening, "yearmonth")).toBe(words.numbers.date("2019-05"));
    expect(time(evening, "year")).toBe("2019");
    expect(time(evening, "yearmonthdatehours")).toBe(`${words.numbers.date("2019-05-07")}, 18:30`);
    expect(time(evening, "unheard-of")).toBe(words.numbers.date("2019-05-07"));
    expect(time("never", "year")).toBe("");
    const called = { quarter: "Q2", yearquarter: "Q2 2019", month: "May", day: "Tuesday", date: "7", hours: "18:30" };
    for (const [unit, expected] of Object.entries(called)) expect(time(new Date(evening), unit)).toBe(expected);
    expect(time(Date.UTC(2019, 0, 1), "quarter")).toBe("Q1");
    expect(time(Date.UTC(2019, 11, 31), "quarter")).toBe("Q4");
    expect(name(undefined, evening, "month_period")).toBe("May");
    expect(name(undefined, new Date(evening), "period")).toBe(time(evening, undefined));
    expect(name(undefined, 7, "period")).toBe("7");
    expect([undefined, "month", "year", "fortnight"].map(knowsUnit)).toEqual([true, true, true, false]);
  });
  test("is a class by its lower end and its higher one", () => {
    const { range } = names();
    expect(range(10, 20)).toBe("<10>–<20>");
    expect(range(20, 10)).toBe("<10>–<20>");
    expect(range(0, 10)).toBe("<0>–<10>");
    // A dash beside a minus would be read as one.
    expect(range(-10, 10)).not.toContain("–");
    expect([range(undefined, 1), range(1, undefined)]).toEqual(["", ""]);
  });
});
