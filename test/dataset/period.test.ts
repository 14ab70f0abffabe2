import { describe, expect, test } from "vitest";
import { parsePeriod, periodDays, previousPeriod } from "../../src/dataset/index.ts";

describe("parsePeriod", () => {
  test.each([
    ["2014", "2014-01-01", "2015-01-01"],
    ["2018/19", "2018-04-01", "2019-04-01"],
    ["2018-19", "2018-04-01", "2019-04-01"],
    ["2018/2019", "2018-04-01", "2019-04-01"],
    ["1999/00", "1999-04-01", "2000-04-01"],
    ["December 2018", "2018-12-01", "2019-01-01"],
    ["Apr-Sep 2017", "2017-04-01", "2017-10-01"],
    ["Q4 2020", "2020-10-01", "2021-01-01"],
    ["year ending March 2019", "2018-04-01", "2019-04-01"],
    ["29 February 2024", "2024-02-29", "2024-03-01"],
    ["2018-04-01/2019-04-01", "2018-04-01", "2019-04-01"],
  ])("%s", (label, start, endExclusive) => {
    expect(parsePeriod(label)).toMatchObject({ start, endExclusive, label });
  });

  test("two labels for one span are one period", () => {
    expect(parsePeriod("year ending March 2019")?.id).toBe(parsePeriod("2018/19")?.id);
  });

  test("the first month of a financial year can be another", () => {
    expect(parsePeriod("2018/19", 9)).toMatchObject({ start: "2018-09-01", endExclusive: "2019-09-01" });
  });

  test.each(["", "2018/20", "2018-13", "Sep-Apr 2017", "2023-02-29", "last year", "2017/19"])(
    "%j is not a period",
    (label) => {
      expect(parsePeriod(label)).toBeUndefined();
    },
  );
});

describe("previousPeriod", () => {
  test.each([
    ["2018/19", "2017/18"],
    ["2000/01", "1999/00"],
    ["2014", "2013"],
    ["2018-01", "Dec 2017"],
    ["2020 Q1", "2019 Q4"],
    ["Apr-Sep 2018", "Apr-Sep 2017"],
    ["year ending March 2019", "year ending March 2018"],
    ["2024-03-01", "29 February 2024"],
  ])("%s follows %s", (label, previous) => {
    const period = parsePeriod(label);
    expect(period && previousPeriod(period).label).toBe(previous);
    expect(period && previousPeriod(period).id).toBe(parsePeriod(previous)?.id);
  });

  test("leap years have their days", () => {
    const period = parsePeriod("2019/20");
    expect(period && periodDays(period)).toBe(366);
  });
});
