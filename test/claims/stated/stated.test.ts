import { describe, expect, test } from "vitest";
import {
  type Claim,
  type ClaimSpec,
  change,
  comparison,
  count,
  createClaimEvaluator,
  direction,
  evaluateClaims,
  rank,
  record,
  type StatedSpec,
  share,
  type Verdict,
} from "../../../src/claims/index.ts";
import { type Dataset, type DatasetSpec, defineDataset, readDataset } from "../../../src/dataset/index.ts";

/** Somebody's number against the figures: which facet, why, and the numbers behind it. */

const spec = {
  title: "Offences",
  dimensions: {
    area: {
      role: "area",
      label: "Area",
      plural: "forces",
      open: true,
      categories: [
        { id: "country", label: "The country" },
        { id: "a", label: "A", parent: "country" },
        { id: "b", label: "B", parent: "country" },
      ],
    },
    period: { role: "time", label: "Year" },
  },
  measures: {
    n: { label: "Offences", unit: { one: "offence", other: "offences" }, statType: "count" },
    known: { label: "Method known", unit: { one: "known offence", other: "known offences" }, statType: "count" },
  },
  sources: {
    early: { title: "First", publisher: "P", kind: "foi", coverage: { responded: 38, asked: 43 } },
    late: { title: "Second", publisher: "P", kind: "foi", coverage: { responded: 41, asked: 43 } },
  },
  layout: {
    source: { column: "s" },
    vintage: { column: "v" },
    note: { column: "note" },
    statuses: [{ noteContains: "half", status: "partial-period" }],
  },
} as const satisfies DatasetSpec;
const definition = defineDataset(spec);
const shares = defineDataset({
  ...spec,
  measures: { n: { label: "Share", unit: { one: "per cent", other: "per cent" }, statType: "share" } },
});

/** Rows of area, period, offences, offences of a known method, and source, vintage, note where they matter. */
const read = (rows: string) =>
  readDataset(definition, { csv: `area,period,n,known,s,v,note\n${padded(rows)}` }, { id: "d" });
const padded = (rows: string) =>
  rows
    .split("\n")
    .filter(Boolean)
    .map((row) => {
      const [area, period, n, known = "", source = "", vintage = "", note = ""] = row.split(",");
      return [area, period, n, known, source || "late", vintage, note].join(",");
    })
    .join("\n");

function evaluate(dataset: Dataset, claim: ClaimSpec): Claim {
  const found = evaluateClaims({ it: claim }, createClaimEvaluator(new Map([["d", dataset]]))).get("it");
  if (!found) throw new Error("The claim was not evaluated.");
  return found;
}
const codes = (claim: Claim) => claim.issues.map(({ code }) => code);
const facets = (claim: Claim) => claim.facets.map(({ id, verdict }) => [id, verdict]);
const reasons = (claim: Claim) => claim.facets.map(({ reason }) => reason).join(" ");

describe("what a facet was judged on is data", () => {
  test("a change: what was stated, what was found, what would have to be true", async () => {
    const d = await read("A,2018,114\nA,2019,274\n");
    const said = (stated: StatedSpec) =>
      evaluate(d, change(d, { measure: "n", area: "a", from: "2018", to: "2019" }, { stated })).facets[0]?.finding;
    expect(said({ value: 140, unit: "percent" })).toEqual({
      unit: "percent",
      stated: { low: 1.395, high: 1.405, lowIncluded: true, highIncluded: false },
      found: [160 / 114],
      required: { of: "previous", first: 114, last: 114 },
    });
    expect(said({ value: 140, unit: "percent", step: 10 })?.required).toEqual({
      of: "previous",
      first: 112,
      last: 116,
    });
  });

  test("a share: the bases that would do", async () => {
    const d = await read("A,2019,929,4373\n");
    const claim = evaluate(
      d,
      share(
        d,
        { part: { measure: "n", area: "a", period: "2019" }, whole: { measure: "known", area: "a", period: "2019" } },
        { stated: { value: 34, unit: "percent" } },
      ),
    );
    expect(facets(claim)).toEqual([["denominator", "refuted"]]);
    expect(claim.facets[0]?.finding?.required).toEqual({ of: "base", first: 2693, last: 2773 });
  });

  test.each<[StatedSpec, string, object]>([
    [{ value: 274 }, "number", { low: 273.5, high: 274.5, lowIncluded: true, highIncluded: false }],
    [{ value: 270, hedge: "more-than" }, "number", { low: 270, high: null, lowIncluded: false, highIncluded: false }],
  ])("a count that is said to be %j", async (stated, unit, range) => {
    const d = await read("A,2019,274\n");
    const claim = evaluate(d, count(d, { measure: "n", area: "a", period: "2019" }, { stated }));
    expect(claim.facets[0]?.finding).toEqual({ unit, stated: range, found: [274] });
  });

  test.each<[StatedSpec, string]>([
    [{ value: 0.25, unit: "fraction" }, "percent"],
    [{ value: 25, unit: "percent" }, "percent"],
  ])("a share that is said to be %j, in per cent", async (stated, unit) => {
    const d = await read("A,2019,25,100\n");
    const of = { area: "a", period: "2019" } as const;
    const claim = share(d, { part: { measure: "n", ...of }, whole: { measure: "known", ...of } }, { stated });
    expect(evaluate(d, claim).facets[0]?.finding).toMatchObject({ unit, found: [0.25] });
  });

  test.each<[StatedSpec, string]>([
    [{ value: 274 }, "The figures give 274, as stated."],
    [{ value: 270, hedge: "more-than" }, 'The figures give 274, which fits "more than 270".'],
    [{ value: 275 }, "The figures give 274, not 275."],
  ])("the reason says what the figures give, and what was said: %j", async (stated, reason) => {
    const d = await read("A,2019,274\n");
    expect(reasons(evaluate(d, count(d, { measure: "n", area: "a", period: "2019" }, { stated })))).toBe(reason);
  });

  test("nothing that is hidden is among the numbers", async () => {
    const d = await read("A,2018,[c]\nA,2019,274\n");
    const claim = evaluate(
      d,
      change(d, { measure: "n", area: "a", from: "2018", to: "2019" }, { stated: { value: 140, unit: "percent" } }),
    );
    expect(claim.facets[0]?.finding).toMatchObject({ found: [] });
    expect(claim.facets[0]?.finding).not.toHaveProperty("required");
  });
});

test.each([
  [114, 274, "140.4%", 140.35],
  [3217, 4373, "35.9%", 35.93],
])("from %d to %d is %s", async (from, to, text, percent) => {
  const d = await read(`A,2018,${from}\nA,2019,${to}\n`);
  const of = { measure: "n", area: "a", from: "2018", to: "2019" } as const;
  const claim = evaluate(d, change(d, of, { stated: { value: percent, unit: "percent" } }));
  expect(claim.verdict).toBe("supported");
  expect(reasons(claim)).toContain(text);
  expect(claim.figure?.value).toBeCloseTo(percent / 100, 4);
});

test("a rise to at least so much is at least so much", async () => {
  const d = await readDataset(
    defineDataset({
      ...spec,
      layout: { ...spec.layout, statuses: [{ noteContains: "least", status: "lower-bound" }] },
    }),
    { csv: "area,period,n,known,s,v,note\nA,2018,3217,,late,,\nA,2019,4373,,late,,at least\n" },
    { id: "d" },
  );
  const verdict = (stated: StatedSpec) =>
    evaluate(d, change(d, { measure: "n", area: "a", from: "2018", to: "2019" }, { stated })).verdict;
  expect(verdict({ value: 36, unit: "percent" })).toBe("supported");
  expect(verdict({ value: 30, unit: "percent", hedge: "more-than" })).toBe("supported");
  expect(verdict({ value: 50, unit: "percent" })).toBe("not-enough-evidence");
  expect(verdict({ value: 20, unit: "percent" })).toBe("refuted");
});

test.each<[StatedSpec, Verdict]>([
  [{ value: 100 }, "supported"],
  [{ value: 100, hedge: "about" }, "supported"],
  [{ value: 99 }, "refuted"],
  [{ value: 101 }, "not-enough-evidence"],
  [{ value: 99, hedge: "more-than" }, "supported"],
  [{ value: 100, hedge: "at-least" }, "supported"],
  [{ value: 100, hedge: "more-than" }, "not-enough-evidence"],
  [{ value: 101, hedge: "at-least" }, "not-enough-evidence"],
  [{ value: 100, hedge: "less-than" }, "refuted"],
  [{ value: 100, hedge: "at-most" }, "not-enough-evidence"],
  [{ value: 101, hedge: "at-most" }, "not-enough-evidence"],
  [{ value: 99, hedge: "at-most" }, "refuted"],
])("at least 100, said to be %j, is %s", async (stated, verdict) => {
  const d = await readDataset(
    defineDataset({
      ...spec,
      layout: { ...spec.layout, statuses: [{ noteContains: "least", status: "lower-bound" }] },
    }),
    { csv: "area,period,n,known,s,v,note\nA,2019,100,,late,,at least\n" },
    { id: "d" },
  );
  expect(evaluate(d, count(d, { measure: "n", area: "a", period: "2019" }, { stated })).verdict).toBe(verdict);
});

test.each<[StatedSpec, string]>([
  [{ value: -6, unit: "percent", hedge: "nearly" }, "nearly −6%"],
  [{ value: 17, step: 0.1 }, "17.0"],
  [{ value: 2, unit: "times", step: 0.5 }, "2 times"],
  [{ value: -1 / 3, unit: "fraction" }, "minus a third"],
])("%j is told as %s", async (stated, text) => {
  const d = await read("A,2018,100\nA,2019,999\n");
  const unit = stated.unit ?? "number";
  const of = { measure: "n", area: "a", from: "2018", to: "2019" } as const;
  expect(reasons(evaluate(d, change(d, of, { stated: { ...stated, unit } })))).toContain(`not ${text}`);
});

describe("whose figure is it", () => {
  const rows = "A,2017,90\nA,2018,114\nA,2019,274\nB,2019,166\nThe country,2019,440\n";

  test("that of the year before", async () => {
    const d = await read(rows);
    const claim = evaluate(d, count(d, { measure: "n", area: "a", period: "2019" }, { stated: { value: 114 } }));
    expect(facets(claim)).toEqual([
      ["value", "refuted"],
      ["period", "refuted"],
    ]);
    expect(reasons(claim)).toContain("The claim gives the figure for 2018 (114), not that for 2019.");
    expect(claim.evidence.map(({ observation }) => observation.cell)).toEqual([
      { state: "value", value: 274 },
      { state: "value", value: 114 },
    ]);
  });

  test("that of the country, where the area has one of its own", async () => {
    const d = await read(rows);
    const claim = evaluate(d, count(d, { measure: "n", area: "a", period: "2019" }, { stated: { value: 440 } }));
    expect(facets(claim)).toContainEqual(["area", "refuted"]);
    expect(reasons(claim)).toContain("The claim gives the figure for The country (440), of which A is only a part.");
  });

  test("a period that the data cuts otherwise is ambiguous", async () => {
    const d = await read("A,2017/18,114\nA,2018/19,274\n");
    const claim = evaluate(d, count(d, { measure: "n", area: "a", period: "2018" }, { stated: { value: 274 } }));
    expect(claim.verdict).toBe("not-enough-evidence");
    expect(codes(claim)).toContain("period-ambiguous");
    expect(reasons(claim)).toContain("2017/18 and 2018/19 each cover a part of it");
    expect(reasons(claim)).toContain("The number fits 2018/19.");
  });

  test("that of another area, which neither holds it nor is a part of it, is nobody's mistake of area", async () => {
    const d = await read(rows);
    const claim = evaluate(d, count(d, { measure: "n", area: "a", period: "2019" }, { stated: { value: 166 } }));
    expect([facets(claim), codes(claim)]).toEqual([[["value", "refuted"]], []]);
  });

  test.each([
    ["1998/99,5\nA,2017/18,114\nA,2018/19,274\nA,2030/31,9", "2017/18 and 2018/19 each cover a part of it, and either"],
    ["2017/18,114\nA,2030/31,9", "2017/18 covers a part of it, and may be meant."],
    ["2018/19,114\nA,2018-02,9", "2018/19 covers a part of it, and may be meant."],
  ])("a period is ambiguous between those as long that overlap it, and no others: %j", async (rest, reason) => {
    const d = await read(`A,${rest}\n`);
    const claim = evaluate(d, count(d, { measure: "n", area: "a", period: "2018" }, { stated: { value: 1 } }));
    expect([claim.verdict, codes(claim)]).toEqual(["not-enough-evidence", ["period-ambiguous"]]);
    expect(reasons(claim)).toContain(`The data has no period 2018: ${reason}`);
    expect(reasons(claim)).not.toContain("The number fits");
  });

  test("a period that no other overlaps is not there, and not ambiguous", async () => {
    const d = await read("A,2017/18,114\nA,2019/20,274\n");
    const claim = evaluate(d, count(d, { measure: "n", area: "a", period: "2015" }, { stated: { value: 274 } }));
    expect([claim.verdict, codes(claim)]).toEqual(["not-enough-evidence", []]);
  });

  test("the nearest of the years that fit is named, the later of two as near", async () => {
    const d = await read("A,2015,7\nA,2016,7\nA,2017,9\nA,2018,7\nA,2019,7\n");
    const told = (period: string) =>
      reasons(evaluate(d, count(d, { measure: "n", area: "a", period }, { stated: { value: 7 } })));
    expect(told("2017")).toContain("The claim gives the figure for 2018 (7), not that for 2017.");
    const other = await read("A,2015,7\nA,2016,9\nA,2017,9\nA,2019,9\nA,2020,7\n");
    const claim = count(other, { measure: "n", area: "a", period: "2016" }, { stated: { value: 7 } });
    expect(reasons(evaluate(other, claim))).toContain("The claim gives the figure for 2015 (7), not that for 2016.");
  });

  test("a change of another year is that of the year before it to it", async () => {
    const d = await read("A,2016,100\nA,2017,150\nA,2018,150\nA,2019,300\n");
    const of = { measure: "n", area: "a", from: "2018", to: "2019" } as const;
    const claim = evaluate(d, change(d, of, { stated: { value: 50, unit: "percent" } }));
    expect(facets(claim)).toEqual([
      ["value", "refuted"],
      ["period", "refuted"],
    ]);
    expect(reasons(claim)).toContain("The claim gives the figure for 2017 (50%), not that for 2019.");
  });

  test.each([
    ["that fits another year", 300, "2019"],
    ["that fits another area", 420, "2019"],
    ["that fits a later year", 100, "2017"],
  ])("a number with a hedge %s is not that of it", async (_, value, period) => {
    const d = await read(`${rows}A,2020,310\nThe country,2017,440\n`);
    const stated = { value, hedge: "more-than" } as const;
    const claim = evaluate(d, count(d, { measure: "n", area: "a", period }, { stated }));
    expect([facets(claim), codes(claim)]).toEqual([[["value", "refuted"]], []]);
  });

  test("a share that would do of another base is wrong on its base, though another year has the same", async () => {
    const d = await read("A,2018,50,100\nA,2019,20,100\nThe country,2019,200,400\n");
    const of = { area: "a", period: "2019" } as const;
    const sides = { part: { measure: "n", ...of }, whole: { measure: "known", ...of } } as const;
    const claim = evaluate(d, share(d, sides, { stated: { value: 50, unit: "percent" } }));
    expect([facets(claim), codes(claim)]).toEqual([[["denominator", "refuted"]], ["denominator-mismatch"]]);
  });

  test("that of a part of a part", async () => {
    const nested = await readDataset(
      defineDataset({
        ...spec,
        dimensions: {
          ...spec.dimensions,
          area: {
            ...spec.dimensions.area,
            categories: [
              { id: "country", label: "The country" },
              { id: "region", label: "The region", parent: "country" },
              { id: "a", label: "A", parent: "region" },
            ],
          },
        },
      }),
      {
        csv: "area,period,n,known,s,v,note\nThe country,2019,440,,late,,\nThe region,2019,300,,late,,\nA,2019,7,,late,,\n",
      },
      { id: "d" },
    );
    const of = (area: string) => ({ measure: "n", area, period: "2019" }) as const;
    const told = (area: string, value: number) => {
      const claim = evaluate(nested, count(nested, of(area) as never, { stated: { value } }));
      return [codes(claim), reasons(claim)];
    };
    const partOf = (name: string) => expect.stringContaining(`for A (7), which is only a part of ${name}.`);
    expect(told("country", 7)).toEqual([["area-mismatch"], partOf("The country")]);
    expect(told("region", 7)).toEqual([["area-mismatch"], partOf("The region")]);
    expect(told("a", 440)).toEqual([["area-mismatch"], expect.stringContaining("of which A is only a part.")]);
  });

  test("that of a month in the year, or of the same year from another, is not that of another year", async () => {
    const d = await read("A,2017,100\nA,2018,200\nA,2019,300\nA,2019-06,150\n");
    const month = count(d, { measure: "n", area: "a", period: "2019" }, { stated: { value: 150 } });
    expect(facets(evaluate(d, month))).toEqual([["value", "refuted"]]);
    const of = { measure: "n", area: "a", from: "2017", to: "2019" } as const;
    const rise = change(d, of, { stated: { value: 50, unit: "percent" } });
    expect(facets(evaluate(d, rise))).toEqual([["value", "refuted"]]);
  });

  test("a rank fits some other year too often to be that of it", async () => {
    const d = await read("A,2018,1\nB,2018,2\nA,2019,2\nB,2019,1\n");
    const second = rank(d, { measure: "n", area: "a", period: "2019", among: "area" }, { stated: { value: 2 } });
    expect(facets(evaluate(d, second))).toEqual([["value", "refuted"]]);
  });

  test("the years before and after one that is not there are not what is meant by it", async () => {
    const d = await read("A,2017,9\nA,2019,9\n");
    const claim = evaluate(d, count(d, { measure: "n", area: "a", period: "2018" }, { stated: { value: 9 } }));
    expect([claim.verdict, codes(claim), claim.evidence.map(({ observation }) => observation.cell.state)]).toEqual([
      "not-enough-evidence",
      [],
      [],
    ]);
  });

  test("a figure that its words leave room for fits an ambiguous period no less, but is not looked for", async () => {
    const d = await read("A,2017/18,114\nA,2018/19,274\n");
    const told = (hedge: "none" | "about" | "more-than") =>
      evaluate(d, count(d, { measure: "n", area: "a", period: "2018" }, { stated: { value: 274, hedge } }));
    expect(reasons(told("none"))).toContain("The number fits 2018/19.");
    for (const hedge of ["about", "more-than"] as const) {
      expect([codes(told(hedge)), reasons(told(hedge))]).toEqual([
        ["period-ambiguous"],
        expect.not.stringContaining("The number fits"),
      ]);
      expect(told(hedge).evidence.every(({ observation }) => observation.cell.state === "value")).toBe(true);
    }
  });

  test("publications that disagree conflict until one is pinned", async () => {
    const d = await read("A,2017/18,175,,,2019-03\nA,2017/18,64,,,2019-09\n");
    const claim = (vintage: object) =>
      evaluate(d, count(d, { measure: "n", area: "a", period: "2017/18", ...vintage }, { stated: { value: 64 } }));
    expect(claim({})).toMatchObject({ verdict: "conflicting-evidence" });
    expect(reasons(claim({}))).toBe("Publications disagree: 64 fits the claim, 175 does not.");
    expect(codes(claim({}))).toContain("vintage-conflict");
    expect(claim({ vintage: "2019-09" }).verdict).toBe("supported");
    expect(claim({ vintage: "2019-03" }).verdict).toBe("refuted");
  });
});

describe("a claim that states no number", () => {
  const of = { measure: "n", area: "a", period: "2019" } as const;
  test("is supported by the figure that it prints", async () => {
    const d = await read("A,2019,274\n");
    const claim = evaluate(d, count(d, of));
    expect([facets(claim), codes(claim)]).toEqual([[["value", "supported"]], []]);
    expect(reasons(claim)).toBe("The figures give 274.");
  });

  test("is in conflict where publications disagree, which is an issue", async () => {
    const d = await read("A,2019,175,,,2019-03\nA,2019,64,,,2019-09\n");
    const claim = evaluate(d, count(d, of));
    expect([facets(claim), codes(claim)]).toEqual([[["vintage", "conflicting-evidence"]], ["vintage-conflict"]]);
  });
});

describe("per cent are not percentage points", () => {
  const said = async (stated: StatedSpec) => {
    const d = await readDataset(
      shares,
      { csv: "area,period,n,s,v,note\nA,2018,20,late,,\nA,2019,34,late,,\n" },
      { id: "d" },
    );
    return evaluate(d, change(d, { area: "a", from: "2018", to: "2019" }, { stated }));
  };

  test("34% against a fifth is 14 points, or 70%, or 1.7 times", async () => {
    expect((await said({ value: 14, unit: "percentage-points" })).verdict).toBe("supported");
    expect((await said({ value: 1.7, unit: "times" })).verdict).toBe("supported");
    const percent = await said({ value: 70, unit: "percent" });
    expect(percent.verdict).toBe("supported");
    expect(codes(percent)).toContain("percent-of-share");
  });

  test("one said for the other is refuted on its unit", async () => {
    const claim = await said({ value: 14, unit: "percent" });
    expect(facets(claim)).toEqual([
      ["value", "refuted"],
      ["unit", "refuted"],
    ]);
    expect(reasons(claim)).toContain("From 20.0% to 34.0% is 14 percentage points, or 70%.");
    expect(facets(await said({ value: 70, unit: "percentage-points" }))).toContainEqual(["unit", "refuted"]);
  });

  const readShares = (rows: string) => readDataset(shares, { csv: `area,period,n,s,v,note\n${rows}` }, { id: "d" });
  const rise = async (rows: string, stated: StatedSpec) => {
    const d = await readShares(rows);
    const claim = evaluate(d, change(d, { area: "a", from: "2018", to: "2019" }, { stated }));
    return [claim.verdict, facets(claim).map(([id]) => id), codes(claim)];
  };

  test.each<[StatedSpec, string, string[], string[]]>([
    [{ value: 14, unit: "percentage-points" }, "supported", ["value"], []],
    [{ value: 1.7, unit: "times" }, "supported", ["value"], []],
    [{ value: 70, unit: "percent" }, "supported", ["value"], ["percent-of-share"]],
    [{ value: 0.7, unit: "fraction" }, "supported", ["value"], ["percent-of-share"]],
    [{ value: 0.14, unit: "fraction" }, "refuted", ["value", "unit"], ["unit-mismatch"]],
    [{ value: 14, unit: "percent" }, "refuted", ["value", "unit"], ["unit-mismatch"]],
    [{ value: 30, unit: "percent" }, "refuted", ["value"], ["percent-of-share"]],
    [{ value: 30, unit: "percentage-points" }, "refuted", ["value"], []],
  ])("20% to 34%, said to be %j", async (stated, verdict, ids, issues) => {
    expect(await rise("A,2018,20,late,,\nA,2019,34,late,,\n", stated)).toEqual([verdict, ids, issues]);
  });

  test("from none at all it is so many points, and no percentage", async () => {
    const rows = "A,2018,0,late,,\nA,2019,34,late,,\n";
    expect(await rise(rows, { value: 34, unit: "percentage-points" })).toEqual(["supported", ["value"], []]);
    expect(await rise(rows, { value: 34, unit: "percent" })).toEqual(["not-enough-evidence", ["value"], []]);
  });

  test.each([
    ["from", "A,2018,20,late,2019-03,\nA,2018,10,late,2019-09,\nA,2019,34,late,2019-03,\n"],
    ["to", "A,2018,20,late,2019-03,\nA,2019,34,late,2019-03,\nA,2019,40,late,2019-09,\n"],
  ])("nothing is said of its unit where publications disagree on what it was %s", async (_, rows) => {
    const d = await readShares(rows);
    const of = { area: "a", from: "2018", to: "2019" } as const;
    const claim = evaluate(d, change(d, of, { stated: { value: 14, unit: "percent" } }));
    expect([facets(claim).map(([id]) => id), codes(claim)]).toEqual([["value"], ["vintage-conflict"]]);
  });

  test("of a share that is computed from two counts", async () => {
    const d = await read("A,2018,418,2097\nA,2019,929,2732\n");
    const of = { measure: "n", area: "a", from: "2018", to: "2019" } as const;
    const whole = { measure: "known", area: "a" } as const;
    const derived = evaluate(d, change(d, of, { whole }));
    expect(derived.words.phrase).toBe("a 14 percentage point rise on the previous year");
    const claim = evaluate(d, change(d, of, { whole, stated: { value: 14, unit: "percent" } }));
    expect(facets(claim)).toContainEqual(["unit", "refuted"]);
    expect(evaluate(d, change(d, of, { whole, stated: { value: 14, unit: "percentage-points" } })).verdict).toBe(
      "supported",
    );
    const hidden = await read("A,2018,418,[c]\nA,2019,929,2732\n");
    expect(evaluate(hidden, change(hidden, of, { whole })).absence).toBe("suppressed");
  });
});

describe("like is compared with like", () => {
  const rise = (d: Awaited<ReturnType<typeof read>>) =>
    change(d, { measure: "n", area: ["a", "b", "c"], from: "2018", to: "2019" });

  test("areas without a whole figure in both periods are left out, and named", async () => {
    const d = await read("A,2018,100\nA,2019,150\nB,2018,100\nB,2019,100\nC,2019,500\n");
    const claim = evaluate(d, rise(d));
    expect(claim.words).toMatchObject({ value: "25%", area: "A and B" });
    expect(claim.issues).toContainEqual({
      code: "coverage-unequal",
      message: "The change is over 2 of 3 forces; left out, for want of a whole figure in both periods: C.",
    });
    expect(claim.words.note).toContain("left out");
    const half = await read("A,2018,100\nA,2019,150\nB,2018,40,,,,half\nB,2019,100\nC,2018,1\nC,2019,1\n");
    expect(evaluate(half, rise(half)).words.area).toBe("A and C");
  });

  test("a hidden area is not left out: it hides the change", async () => {
    const d = await read("A,2018,100\nA,2019,150\nB,2018,[c]\nB,2019,100\nC,2018,1\nC,2019,1\n");
    expect(evaluate(d, rise(d)).absence).toBe("suppressed");
  });

  test("sources that not as many answered", async () => {
    const d = await read("A,2018,100,,early\nA,2019,150,,late\n");
    const claim = evaluate(d, change(d, { measure: "n", area: "a", from: "2018", to: "2019" }));
    expect(claim.issues).toContainEqual({
      code: "coverage-unequal",
      message: "38 of 43 responded for 2018, and 41 of 43 responded for 2019: a part of the change may come of that.",
    });
  });
});

describe("what a reader should know of a true claim", () => {
  test.each<[string, StatedSpec, string[]]>([
    ["more than half of it", { value: 250, hedge: "more-than" }, []],
    ["more than a fraction of it", { value: 100, hedge: "more-than" }, ["hedge-too-wide"]],
    ["at least as much", { value: 274, hedge: "at-least" }, []],
    ["at least a fraction", { value: 100, hedge: "at-least" }, ["hedge-too-wide"]],
    ["well over a fraction", { value: 100, hedge: "well-over" }, ["hedge-too-wide"]],
    ["well over what it is well over", { value: 200, hedge: "well-over" }, []],
    ["less than a little more", { value: 300, hedge: "less-than" }, []],
    ["less than a multiple", { value: 1000, hedge: "less-than" }, ["hedge-too-wide"]],
    ["at most a little more", { value: 342, hedge: "at-most" }, []],
    ["at most a quarter more, and one", { value: 343, hedge: "at-most" }, ["hedge-too-wide"]],
    ["well under what it is well under", { value: 400, hedge: "well-under" }, []],
    ["well under a multiple", { value: 1000, hedge: "well-under" }, ["hedge-too-wide"]],
    ["about as much", { value: 274, hedge: "about" }, []],
  ])("%s", async (_, stated, expected) => {
    const d = await read("A,2019,274\n");
    const claim = evaluate(d, count(d, { measure: "n", area: "a", period: "2019" }, { stated }));
    expect([claim.verdict, codes(claim)]).toEqual(["supported", expected]);
  });

  test.each<[number, StatedSpec, string[]]>([
    [125, { value: 100, hedge: "more-than" }, []],
    [126, { value: 100, hedge: "more-than" }, ["hedge-too-wide"]],
    [125, { value: 100, hedge: "at-least" }, []],
    [126, { value: 100, hedge: "at-least" }, ["hedge-too-wide"]],
    [150, { value: 100, hedge: "well-over" }, []],
    [151, { value: 100, hedge: "well-over" }, ["hedge-too-wide"]],
    [80, { value: 100, hedge: "less-than" }, []],
    [79, { value: 100, hedge: "less-than" }, ["hedge-too-wide"]],
    [80, { value: 100, hedge: "at-most" }, []],
    [79, { value: 100, hedge: "at-most" }, ["hedge-too-wide"]],
    [100, { value: 150, hedge: "well-under" }, []],
    [99, { value: 150, hedge: "well-under" }, ["hedge-too-wide"]],
  ])("%d is as far as %j may be from it, or one further", async (n, stated, expected) => {
    const d = await read(`A,2019,${n}\n`);
    const claim = evaluate(d, count(d, { measure: "n", area: "a", period: "2019" }, { stated }));
    expect([claim.verdict, codes(claim)]).toEqual(["supported", expected]);
  });

  test("one of two publications that disagree is far from it", async () => {
    const d = await read("A,2019,110,,,2019-03\nA,2019,1000,,,2019-09\n");
    const stated = { value: 100, hedge: "more-than" } as const;
    const claim = evaluate(d, count(d, { measure: "n", area: "a", period: "2019" }, { stated }));
    expect([claim.verdict, codes(claim)]).toEqual(["supported", ["vintage-conflict", "hedge-too-wide"]]);
  });

  test("a fall of more than a tenth, that was of half", async () => {
    const d = await read("A,2018,200\nA,2019,100\n");
    const claim = evaluate(
      d,
      change(
        d,
        { measure: "n", area: "a", from: "2018", to: "2019" },
        { stated: { value: -10, unit: "percent", hedge: "more-than" } },
      ),
    );
    expect([claim.verdict, codes(claim)]).toEqual(["supported", ["hedge-too-wide"]]);
  });

  test("small bases: of a change, a share, a ratio", async () => {
    const d = await read("A,2018,14,20\nA,2019,22,40\nB,2019,11,40\n");
    const claims = [
      change(d, { measure: "n", area: "a", from: "2018", to: "2019" }, { stated: { value: 57, unit: "percent" } }),
      share(
        d,
        { part: { measure: "n", area: "a", period: "2019" }, whole: { measure: "known", area: "a", period: "2019" } },
        { stated: { value: 55, unit: "percent" } },
      ),
      comparison(
        d,
        { left: { measure: "n", area: "a", period: "2019" }, right: { measure: "n", area: "b", period: "2019" } },
        { stated: { value: 2, unit: "times" } },
      ),
    ];
    for (const claim of claims) {
      const found = evaluate(d, claim);
      expect([found.kind, found.verdict, codes(found)]).toEqual([claim.kind, "supported", ["small-base"]]);
    }
  });

  test("a rise from 14 to 22 is a rise, and not a significant one", async () => {
    const d = await read("A,2018,14\nA,2019,22\n");
    const of = { measure: "n", area: "a", from: "2018", to: "2019" } as const;
    expect(evaluate(d, direction(d, of, { direction: "up", stated: {} })).verdict).toBe("supported");
    const strong = evaluate(d, direction(d, of, { direction: "up", degree: "significantly", stated: {} }));
    expect(strong.verdict).toBe("refuted");
    expect(reasons(strong)).toContain("in 24% of cases");
    expect(evaluate(d, direction(d, of, { direction: "down", stated: {} })).facets[0]?.id).toBe("direction");
  });

  test("a record of two years is one of a short series; a place is counted", async () => {
    const d = await read("A,2018,14\nA,2019,22\nB,2019,30\n");
    const high = evaluate(d, record(d, { measure: "n", area: "a", period: "2019" }, { stated: {} }));
    expect([high.verdict, codes(high)]).toEqual(["supported", ["short-series"]]);
    const second = rank(d, { measure: "n", area: "a", period: "2019", among: "area" }, { stated: { value: 2 } });
    expect(evaluate(d, second).verdict).toBe("supported");
  });
});
