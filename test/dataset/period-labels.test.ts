import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createClaimEvaluator, evaluateClaims, record } from "../../src/claims/index.ts";
import type { TimeDimensionSpec } from "../../src/dataset/dimension-spec.ts";
import { defineDataset, readDataset } from "../../src/dataset/index.ts";
import { englishLooks } from "../../src/dataset/period-patterns.ts";
import { inPart } from "../support/trials.ts";

interface Options {
  readonly format?: NonNullable<TimeDimensionSpec["format"]>;
  readonly yearStartMonth?: number;
  readonly seriesStart?: string;
  readonly statuses?: NonNullable<TimeDimensionSpec["statuses"]>;
}

const definitionOf = ({ seriesStart, ...time }: Options = {}) =>
  defineDataset({
    title: "Offences",
    dimensions: { time: { role: "time", label: "Time", ...time } },
    measures: {
      offences: {
        label: "Offences",
        unit: { one: "offence", other: "offences" },
        statType: "count",
        ...(seriesStart !== undefined && { seriesStart }),
      },
    },
    sources: { home: { title: "Recorded crime", publisher: "Home Office", kind: "official-statistics" } },
  });

const read = (labels: readonly string[], options: Options = {}) =>
  readDataset(definitionOf(options), { rows: labels.map((time) => ({ time, offences: 1 })) }, { id: "offences" });

const startsOf = async (labels: readonly string[], options: Options = {}) =>
  (await read(labels, options)).periods().map(({ start }) => start);

describe("what a definition says of the figures of some periods", () => {
  const statusesOf = async (labels: readonly string[], statuses: TimeDimensionSpec["statuses"] = {}) =>
    (await read(labels, { statuses })).observations.map(({ statuses: own }) => own.join());

  test("is said of them, by their labels with or without what stands beside these", async () => {
    const labels = ["2017", "2018*", "2019 (r)"];
    expect(await statusesOf(labels, { "2018*": "provisional" })).toEqual(["", "provisional", "revised"]);
    expect(await statusesOf(labels, { "2018": "provisional", "2019": "partial-period" })).toEqual([
      "",
      "provisional",
      "revised,partial-period",
    ]);
    expect(await statusesOf(labels, { "2017": ["partial-period", "estimated"] })).toEqual([
      "partial-period,estimated",
      "",
      "revised",
    ]);
  });

  test("of one that the data does not have is an error", async () => {
    await expect(statusesOf(["2017", "2018"], { "2019": "provisional" })).rejects.toThrow(
      /"2019" is no period of the data.*dimensions\.time\.statuses/su,
    );
  });

  test("keeps a part of a year from being set against whole ones", async () => {
    const dataset = await read(["2017", "2018"], { statuses: { "2018": "partial-period" } });
    const spec = {
      kind: "change",
      dataset: "offences",
      of: { measure: "offences", at: {} },
      from: "2017",
      to: "2018",
    } as const;
    const claim = evaluateClaims({ it: spec }, createClaimEvaluator(new Map([["offences", dataset]]))).get("it");
    expect(claim?.figure).toBeNull();
    expect(claim?.issues.map(({ code }) => code)).toContain("partial-period");
  });
});

describe("forecasts", () => {
  const labels = ["2017", "2018", "2019f", "2020 (f)", "2021 forecast"];

  test("are read off the labels of their periods, and are no latest figure", async () => {
    const dataset = await read(labels);
    expect(dataset.observations.map(({ statuses }) => statuses.join())).toEqual([
      "",
      "",
      ...labels.slice(2).map(() => "forecast"),
    ]);
    expect(dataset.where({ time: "latest" })).toMatchObject([{ time: "2018" }]);
    const all = await read(labels.slice(2));
    expect(all.where({ time: "latest" })).toMatchObject([{ time: "2021" }]);
  });

  test("are told as such, and as nothing that rose, fell or was a record", async () => {
    const dataset = await read(labels);
    const of = { measure: "offences", at: {} };
    const at = { measure: "offences", at: { time: "2021" } };
    const common = { dataset: "offences" } as const;
    const claims = evaluateClaims(
      {
        figure: { ...common, kind: "count", of: at },
        change: { ...common, kind: "change", of, from: "2018", to: "2019" },
        between: { ...common, kind: "change", of, from: "2019", to: "2020" },
        trend: { ...common, kind: "trend", of, from: "2017", to: "2021" },
        record: { ...common, kind: "record", of: at, extreme: "highest" },
        past: { ...common, kind: "change", of, from: "previous", to: "latest" },
      },
      createClaimEvaluator(new Map([["offences", dataset]])),
    );
    for (const [id, { figure, issues, words }] of claims) {
      expect([id, issues.some(({ code }) => code === "forecast")]).toEqual([id, id !== "past"]);
      expect([id, figure === null]).toEqual([id, id !== "figure" && id !== "past"]);
      if (id === "figure") expect(words.note).toContain("The figure for 2021 is a forecast.");
    }
  });
});

test("where a forecast stands among others is told by no sentence that says it stood there", async () => {
  const definition = defineDataset({
    title: "People",
    dimensions: { area: { role: "area", label: "Area", plural: "areas" }, time: { role: "time", label: "Year" } },
    measures: { people: { label: "People", unit: { one: "person", other: "people" }, statType: "count" } },
    sources: { home: { title: "People", publisher: "Office", kind: "official-statistics" } },
  });
  const rows = ["Kent", "Essex", "Devon"].flatMap((area, at) =>
    ["2020", "2040f"].map((time) => ({ area, time, people: 10 + at })),
  );
  const dataset = await readDataset(definition, { rows }, { id: "people" });
  const standingIn = (time: string) =>
    ({
      kind: "standing",
      dataset: "people",
      of: { measure: "people", at: { area: "Devon", time } },
      among: { dimension: "area" },
    }) as const;
  const claims = evaluateClaims(
    { past: standingIn("2020"), expected: standingIn("2040") },
    createClaimEvaluator(new Map([["people", dataset]])),
  );
  expect(claims.get("past")?.words.sentence).toContain("highest");
  expect(claims.get("expected")?.absence).toBe("missing");
});

test("rail periods are compared, whatever days each has", async () => {
  const labels = Array.from({ length: 13 }, (_, at) => `2011-12 P${at + 1}`);
  const dataset = await read([...labels, "2018-19 P7"]);
  const of = { measure: "offences", at: {} };
  const span = { dataset: "offences", from: "2011-12 P1", to: "2018-19 P7" } as const;
  const evaluator = createClaimEvaluator(new Map([["offences", dataset]]));
  const claims = evaluateClaims(
    { change: { kind: "change", of, ...span }, trend: { kind: "trend", of, ...span } },
    evaluator,
  );
  for (const { issues } of claims.values()) expect(issues.map(({ code }) => code)).not.toContain("unequal-periods");
  expect(claims.get("change")?.figure).not.toBeNull();
});

describe("a column of periods is read in one way", () => {
  test("the labels that have one reading decide for those that have two", async () => {
    expect(await startsOf(["2009-10", "2010-11", "2011-12", "2012-13", "2013-14"])).toEqual(
      ["2009", "2010", "2011", "2012", "2013"].map((year) => `${year}-04-01`),
    );
    expect(await startsOf(["2011-11", "2011-12", "2012-01"])).toEqual(["2011-11-01", "2011-12-01", "2012-01-01"]);
    expect(await startsOf(["01/02/2021", "13/02/2021"])).toEqual(["2021-02-01", "2021-02-13"]);
    expect(await startsOf(["01/02/2021", "02/13/2021"])).toEqual(["2021-01-02", "2021-02-13"]);
    expect(await startsOf(["2020/21", "2011/12"])).toEqual(["2011-04-01", "2020-04-01"]);
  });

  test("in a wide table too", async () => {
    const spec = { ...definitionOf().spec, layout: { wide: { columns: "{time}", measure: "offences" } } };
    const wide = (labels: readonly string[]) =>
      readDataset(
        defineDataset(spec),
        { rows: [Object.fromEntries(labels.map((label) => [label, 1]))] },
        { id: "offences" },
      );
    const found = await wide(["2009-10", "2010-11", "2012-13"]);
    expect(found.periods().map(({ start }) => start)).toEqual(["2009-04-01", "2010-04-01", "2012-04-01"]);
    await expect(wide(["2009-10", "2010-11"])).rejects.toThrow(/"2009-10" may be October 2009 \(yyyy-mm\)/);
  });

  test("where all have two readings, the error shows both, and its advice works", async () => {
    await expect(read(["2009-10", "2010-11", "2011-12"])).rejects.toThrow(
      '"2009-10" may be October 2009 (yyyy-mm) or April 2009 to March 2010 (yyyy-yy), and so may the 2 others of its kind. ' +
        'Say which: format: "yyyy-mm" or format: "yyyy-yy" in dimensions.time of the definition. [ambiguous-period]',
    );
    expect(await startsOf(["2009-10", "2010-11"], { format: "yyyy-mm" })).toEqual(["2009-10-01", "2010-11-01"]);
    expect(await startsOf(["2009-10", "2010-11"], { format: "yyyy-yy" })).toEqual(["2009-04-01", "2010-04-01"]);
    expect(await startsOf(["2009-10"], { yearStartMonth: 9 })).toEqual(["2009-09-01"]);
    await expect(read(["01/02/2021"])).rejects.toThrow(/1 February 2021 \(dd\/mm\/yyyy\) or 2 January 2021/);
    expect(await startsOf(["01/02/2021"], { format: "mm/dd/yyyy" })).toEqual(["2021-01-02"]);
  });

  test("labels that no one reading fits are an error that names one of each kind", async () => {
    await expect(read(["2018-19", "2018-03"])).rejects.toThrow(
      /"2018-03" can only be March 2018 \(yyyy-mm\), "2018-19" can only be April 2018 to March 2019 \(yyyy-yy\)/,
    );
    await expect(read(["2018-19"], { format: "yyyy-mm" })).rejects.toThrow(/"2018-19" is not a period/);
  });

  test("names in selectors, claims and definitions are read as the column is", async () => {
    const years = await read(["2010-11", "2011-12", "2012-13"]);
    expect(years.where({ time: "2011-12" })[0]?.periodStart).toBe("2011-04-01");
    expect(years.readPeriod("2005-06")?.start).toBe("2005-04-01");
    const months = await read(["2011-11", "2011-12", "2012-01"]);
    expect(months.where({ time: "2011-12" })[0]?.periodStart).toBe("2011-12-01");
    // No label of that look: what the data holds decides.
    const slashed = await read(["2010/11", "2011/12"]);
    expect(slashed.readPeriod("2011-12")?.start).toBe("2011-04-01");
    expect(slashed.readPeriod("2005-06")?.start).toBe("2005-04-01");
    const both = await read(["2010/11", "Dec 2011"]);
    expect(() => both.where({ time: "2005-06" })).toThrow(/"2005-06" may be June 2005 or April 2005 to March 2006/);
    const started = await read(["2010-11", "2011-12", "2012-13", "2013-14", "2014-15", "2015-16"], {
      seriesStart: "2011-12",
    });
    const evaluator = createClaimEvaluator(new Map([["offences", started]]));
    const since = evaluateClaims({ it: record(started, { time: "2015-16" }) }, evaluator).get("it");
    expect(since?.words.phrase).toContain("2011-12");
    await expect(read(["Jan 2020", "2020/21"], { seriesStart: "2011-12" })).rejects.toThrow(
      /"2011-12" may be December 2011 or April 2011 to March 2012/,
    );
  });
});

const two = (value: number) => String(value).padStart(2, "0");
const dashed = fc.oneof(
  fc.integer({ min: 1999, max: 2014 }).map((year) => `${year}-${two((year + 1) % 100)}`),
  fc.tuple(fc.integer({ min: 1999, max: 2014 }), fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${two(m)}`),
);

test("of any column of such labels: one reading fits all, or the error says why", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(dashed, { minLength: 1, maxLength: 5 }), async (labels) => {
      const parts = labels.map((label) => label.split("-").map(Number) as [number, number]);
      const isMonths = parts.every(([, second]) => second >= 1 && second <= 12);
      const isYears = parts.every(([first, second]) => (first + 1) % 100 === second);
      const lengths = parts.map(([first, second]) => ((((second - first) % 100) + 100) % 100) + 1);
      const areRanges = lengths.every((length) => length >= 3 && length <= 10);
      const kinds = [isMonths, isYears, areRanges].filter(Boolean).length;
      if (kinds !== 1) {
        await expect(read(labels)).rejects.toThrow(kinds > 1 ? "[ambiguous-period]" : "[mixed-period-labels]");
        return;
      }
      const starts = parts.map(([first, second]) => `${first}-${isMonths ? two(second) : isYears ? "04" : "01"}-01`);
      expect(await startsOf(labels)).toEqual([...starts].sort());
      const dataset = await read(labels);
      for (const [index, label] of labels.entries()) expect(dataset.readPeriod(label)?.start).toBe(starts[index]);
    }),
    { numRuns: inPart(200, 60) },
  );
});

test("no label has two looks", () => {
  for (const { pattern } of englishLooks) {
    const flags = new RegExp(pattern.source, pattern.flags.replace("i", ""));
    fc.assert(
      fc.property(fc.stringMatching(flags, { maxLength: 40 }), (label) => {
        expect(englishLooks.filter((other) => other.pattern.test(label)).length).toBe(1);
      }),
      { numRuns: inPart(60, 25) },
    );
  }
});
