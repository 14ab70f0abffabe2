import { describe, expect, test } from "vitest";
import {
  type ClaimSpec,
  change,
  comparison,
  count,
  createClaimEvaluator,
  direction,
  evaluateClaims,
  median,
  rank,
  rate,
  type StatedSpec,
  share,
  type Verdict,
} from "../../../src/claims/index.ts";
import { defineDataset, readDataset } from "../../../src/dataset/index.ts";

/** What "at least" so much, half a year's figure and a gap leave open, and what they do not: worked out by hand. */

const definition = defineDataset({
  title: "Cases",
  dimensions: {
    area: { role: "area", label: "Area", plural: "areas", open: true },
    period: { role: "time", label: "Year" },
  },
  measures: {
    n: { label: "Cases", unit: { one: "case", other: "cases" }, statType: "count" },
    all: { label: "All", unit: { one: "thing", other: "things" }, statType: "count" },
    r: { label: "Rate", unit: { one: "case", other: "cases" }, statType: "rate", per: 1000, decimals: 1 },
  },
  sources: { x: { title: "T", publisher: "P", kind: "official-statistics" } },
  layout: {
    note: { column: "note" },
    vintage: { column: "vintage" },
    statuses: [
      { noteContains: "half", status: "partial-period" },
      { noteContains: "at least", status: "lower-bound" },
    ],
  },
});

interface Row {
  readonly area?: string;
  readonly period?: string;
  readonly n?: number | "[z]";
  readonly all?: number;
  readonly r?: number;
  readonly note?: "half" | "at least";
  readonly vintage?: string;
}
const empty = { area: "a", period: "2019", n: "", all: "", r: "", note: "", vintage: "2020-01" };
const read = (rows: readonly Row[]) =>
  readDataset(definition, { rows: rows.map((row) => ({ ...empty, ...row })) }, { id: "d" });
type Cases = Awaited<ReturnType<typeof read>>;

const at = (area: string, measure: "n" | "all" | "r" = "n") => ({ measure, area, period: "2019" }) as const;
const open = "not-enough-evidence";
const number = (value: number, hedge: StatedSpec["hedge"] = "none"): StatedSpec => ({ value, hedge });
const percent = (value: number, hedge: StatedSpec["hedge"] = "none"): StatedSpec => ({ value, hedge, unit: "percent" });

type Make = (d: Cases, stated: StatedSpec) => ClaimSpec;
const counted: Make = (d, stated) => count(d, at("a"), { stated });
const rated: Make = (d, stated) => rate(d, at("a", "r"), { stated });
/** N of all: the note of a row holds for both, so that either stands in a row of its own area. */
const shared: Make = (d, stated) => share(d, { part: at("a"), whole: at("b", "all") }, { stated });
const higher: Make = (d, stated) =>
  comparison(d, { left: at("a"), right: at("b") }, { relation: "higher", stated: { unit: "times", ...stated } });
const lower: Make = (d) => comparison(d, { left: at("a"), right: at("b") }, { relation: "lower", stated: {} });
const equal: Make = (d) => comparison(d, { left: at("a"), right: at("b") }, { relation: "equal", stated: {} });
const times: Make = (d, stated) =>
  comparison(d, { left: at("a"), right: at("b") }, { relation: "times", stated: { unit: "times", ...stated } });
const moved = { measure: "n", area: "a", from: "2018", to: "2019" } as const;
const changed: Make = (d, stated) => change(d, moved, { stated });
const went =
  (way: "up" | "down" | "flat"): Make =>
  (d) =>
    direction(d, moved, { direction: way, stated: {} });
const placed =
  (order: "highest" | "lowest"): Make =>
  (d, stated) =>
    rank(d, { ...at("a"), among: "area" }, { order, stated });
const middle: Make = (d, stated) => median(d, { measure: "n", period: "2019", among: "area" }, { stated });

const others = [
  { area: "b", n: 20 },
  { area: "c", n: 30 },
] as const;

test.each<[string, readonly Row[], readonly (readonly [Make, StatedSpec, Verdict])[]]>([
  [
    "a count of half a year is no more than that of the year",
    [{ n: 50, note: "half" }],
    [
      [counted, number(40), "refuted"],
      [counted, number(50), open],
      [counted, number(60), open],
      [counted, number(50, "at-least"), "supported"],
      [counted, number(51, "at-least"), open],
      [counted, number(50, "less-than"), "refuted"],
      [counted, number(50, "at-most"), open],
    ],
  ],
  [
    "where publications of half a year disagree, it is no less than the least",
    [
      { n: 60, note: "half" },
      { n: 50, note: "half", vintage: "2021-01" },
      { area: "b", n: 1 },
    ],
    [
      [counted, number(40), "refuted"],
      [counted, number(50), open],
      [counted, number(55), open],
      [counted, number(70), open],
      [counted, number(45, "more-than"), "supported"],
      [counted, number(55, "more-than"), open],
    ],
  ],
  [
    "a rate of half a year says nothing of the year's",
    [{ r: 10, note: "half" }],
    [
      [rated, number(10), open],
      [rated, number(1), open],
      [rated, number(100), open],
      [rated, number(5, "more-than"), open],
    ],
  ],
  [
    "of a part that is at least so much, the share is at least so much",
    [
      { n: 20, note: "at least" },
      { area: "b", all: 100 },
    ],
    [
      [shared, percent(10), "refuted"],
      [shared, percent(20), open],
      [shared, percent(30), open],
      [shared, percent(20, "at-least"), "supported"],
      [shared, percent(20, "less-than"), "refuted"],
    ],
  ],
  [
    "of a whole that is at least so much, it is at most so much",
    [{ n: 20 }, { area: "b", all: 100, note: "at least" }],
    [
      [shared, percent(10), open],
      [shared, percent(20), open],
      [shared, percent(30), "refuted"],
      [shared, percent(20, "at-most"), "supported"],
      [shared, percent(20, "less-than"), open],
      [shared, percent(20, "more-than"), "refuted"],
    ],
  ],
  [
    "of both, it may be any",
    [
      { n: 20, note: "at least" },
      { area: "b", all: 100, note: "at least" },
    ],
    [
      [shared, percent(10), open],
      [shared, percent(20), open],
      [shared, percent(30), open],
    ],
  ],
  [
    "of half a year's part, it may be any",
    [
      { n: 20, note: "half" },
      { area: "b", all: 100, note: "half" },
    ],
    [
      [shared, percent(10), open],
      [shared, percent(20), open],
      [shared, percent(30), open],
    ],
  ],
  [
    "so it may where the part alone is of half a year",
    [
      { n: 20, note: "half" },
      { area: "b", all: 100 },
    ],
    [
      [shared, percent(20), open],
      [shared, percent(30), open],
    ],
  ],
  [
    "or the whole alone",
    [{ n: 20 }, { area: "b", all: 100, note: "half" }],
    [
      [shared, percent(20), open],
      [shared, percent(10), open],
    ],
  ],
  [
    "what is at least more than another is higher",
    [
      { n: 60, note: "at least" },
      { area: "b", n: 50 },
    ],
    [
      [higher, {}, "supported"],
      [lower, {}, "refuted"],
      [equal, {}, "refuted"],
      [times, { value: 1, step: 0.1 }, "refuted"],
      [times, number(1.2), open],
      [times, number(2), open],
      [times, number(1.1, "more-than"), "supported"],
    ],
  ],
  [
    "what is at least less than another may be anything",
    [
      { n: 40, note: "at least" },
      { area: "b", n: 50 },
    ],
    [
      [higher, {}, open],
      [lower, {}, open],
      [equal, {}, open],
    ],
  ],
  [
    "what is below what is at least so much is lower",
    [{ n: 50 }, { area: "b", n: 60, note: "at least" }],
    [
      [higher, {}, "refuted"],
      [lower, {}, "supported"],
      [equal, {}, "refuted"],
      [times, { value: 1, step: 0.1 }, "refuted"],
      [times, number(0.8), open],
      [times, number(0.5), open],
    ],
  ],
  [
    "a change from at least so much is at most so much",
    [{ period: "2018", n: 80, note: "at least" }, { n: 100 }],
    [
      [changed, percent(30), "refuted"],
      [changed, percent(25), open],
      [changed, percent(10), open],
      [changed, percent(25, "at-most"), open],
      [went("up"), {}, open],
      [went("down"), {}, open],
      [went("flat"), {}, open],
    ],
  ],
  ...(["2020-01", "2021-01"] as const).map(
    (vintage, index): [string, readonly Row[], readonly (readonly [Make, StatedSpec, Verdict])[]] => [
      `where publications disagree on what it is from, it is at most the greatest, be it said ${index === 0 ? "first" : "last"}`,
      [
        { period: "2018", n: 80, note: "at least", vintage },
        { period: "2018", n: 90, note: "at least", vintage: vintage === "2020-01" ? "2021-01" : "2020-01" },
        { n: 100 },
      ],
      [
        [changed, percent(30), "refuted"],
        [changed, percent(20), open],
      ],
    ],
  ),
  [
    "a change from at least more is a fall",
    [{ period: "2018", n: 120, note: "at least" }, { n: 100 }],
    [
      [went("up"), {}, "refuted"],
      [went("down"), {}, "supported"],
      [went("flat"), {}, "refuted"],
      [changed, percent(-10), "refuted"],
      [changed, percent(-50), open],
    ],
  ],
  [
    "a change from half a year, or to it, may be any",
    [
      { period: "2018", n: 80 },
      { n: 100, note: "half" },
    ],
    [
      [changed, percent(25), open],
      [changed, percent(-90), open],
      [changed, percent(90), open],
      [went("down"), {}, open],
    ],
  ],
  [
    "what is at least so much is in a place or above it",
    [{ n: 25, note: "at least" }, ...others],
    [
      [placed("highest"), number(1), open],
      [placed("highest"), number(2), open],
      [placed("highest"), number(3), "refuted"],
      [placed("lowest"), number(1), "refuted"],
      [placed("lowest"), number(2), open],
      [placed("lowest"), number(3), open],
    ],
  ],
  [
    "what is at least more than all others is above them",
    [{ n: 40, note: "at least" }, ...others],
    [
      [placed("highest"), number(1), "supported"],
      [placed("highest"), number(2), "refuted"],
      [placed("lowest"), number(3), "supported"],
      [placed("lowest"), number(1), "refuted"],
    ],
  ],
  [
    "one to which the measure does not apply has no place",
    [{ n: 40, note: "at least" }, ...others, { area: "e", n: "[z]" }],
    [[placed("highest"), number(1), "supported"]],
  ],
  [
    "what others have at least is not below it",
    [{ n: 25 }, { ...others[0], note: "at least" }, { ...others[1], note: "at least" }],
    [
      [placed("highest"), number(1), "refuted"],
      [placed("highest"), number(2), open],
      [placed("highest"), number(3), open],
      [placed("lowest"), number(1), open],
      [placed("lowest"), number(2), open],
      [placed("lowest"), number(3), "refuted"],
    ],
  ],
  [
    "a tie may be none where one of the two is at least so much",
    [{ n: 20 }, { ...others[0], note: "at least" }, others[1]],
    [
      [placed("highest"), number(2), open],
      [placed("highest"), number(3), open],
      [placed("highest"), number(1), "refuted"],
    ],
  ],
  [
    "a middle of at least so much is at least so much",
    [{ n: 10 }, { ...others[0], note: "at least" }, others[1]],
    [
      [middle, number(15), "refuted"],
      [middle, number(20), open],
      [middle, number(25), open],
      [middle, number(20, "at-least"), "supported"],
    ],
  ],
  [
    "of four, the middle is half-way between the two",
    [{ n: 10 }, { ...others[0], note: "at least" }, others[1], { area: "e", n: 40 }],
    [
      [middle, number(24), "refuted"],
      [middle, number(25), open],
      [middle, number(25, "at-least"), "supported"],
    ],
  ],
  [
    "where publications disagree, the middle is between the least and the greatest",
    [
      { n: 10 },
      { area: "b", n: 20 },
      { area: "b", n: 24, vintage: "2021-01" },
      { area: "c", n: 30 },
      { area: "e", n: 40 },
      { area: "f" },
    ],
    [
      [middle, number(19), "refuted"],
      [middle, number(22), open],
      [middle, number(30), open],
      [middle, number(31), "refuted"],
    ],
  ],
])("%s", async (_, rows, expected) => {
  const d = await read(rows);
  const found = expected.map(([make, stated]) => {
    const spec = make(d, stated);
    return evaluateClaims({ it: spec }, createClaimEvaluator(new Map([["d", d]]))).get("it");
  });
  const told = (index: number) => `${JSON.stringify(expected[index]?.[1])} of a ${found[index]?.spec.kind}`;
  expect(found.map((claim, index) => [told(index), claim?.verdict])).toEqual(
    expected.map(([, , verdict], index) => [told(index), verdict]),
  );
});

describe("the reason says what is not known", () => {
  const half = "No more is known than that it is at least so much: the figure for";
  test.each<[string, readonly Row[], Make, StatedSpec, string]>([
    [
      "one of those ranked",
      [{ n: 50 }, ...others, { area: "e" }],
      placed("highest"),
      number(1),
      "1 of the others has no figure, which could change it.",
    ],
    [
      "two of those ranked",
      [{ n: 50 }, ...others, { area: "e" }, { area: "f" }],
      placed("highest"),
      number(1),
      "2 of the others have no figure, which could change it.",
    ],
    [
      "how many more one has",
      [{ n: 29 }, { area: "b", n: 20, note: "at least" }],
      placed("highest"),
      number(1),
      `${half} b, 2019`,
    ],
    [
      "how many more two have",
      [
        { n: 29, note: "at least" },
        { area: "b", n: 20, note: "at least" },
      ],
      placed("highest"),
      number(1),
      `${half} a, 2019 and b, 2019`,
    ],
    [
      "one of those in the middle",
      [{ n: 50 }, ...others, { area: "e" }],
      middle,
      number(30),
      "1 of the others has no figure, which could change it.",
    ],
    [
      "how many more one in the middle has",
      [{ n: 50, note: "at least" }, ...others],
      middle,
      number(30),
      `${half} a, 2019`,
    ],
    [
      "how many more the second has",
      [{ n: 50 }, { area: "b", n: 20, note: "at least" }],
      times,
      number(2.5),
      `${half} b, 2019`,
    ],
    [
      "how many more both have",
      [
        { n: 50, note: "at least" },
        { area: "b", n: 20, note: "at least" },
      ],
      times,
      number(2.5),
      `${half} a, 2019 and b, 2019`,
    ],
  ])("%s", async (_, rows, make, stated, reason) => {
    const d = await read(rows);
    const claim = evaluateClaims({ it: make(d, stated) }, createClaimEvaluator(new Map([["d", d]]))).get("it");
    expect([claim?.verdict, claim?.facets.map((facet) => facet.reason).join(" ")]).toEqual([
      open,
      expect.stringContaining(reason),
    ]);
  });
});

describe("areas of which some have no figure", () => {
  const of = { measure: "n", area: ["a", "b"], from: "2018", to: "2019" } as const;
  test("leave a change of all of them open, whatever the others did", async () => {
    const d = await read([{ period: "2018", n: 100 }, { n: 150 }, { area: "b", n: 10 }]);
    const said = (spec: ClaimSpec) =>
      evaluateClaims({ it: spec }, createClaimEvaluator(new Map([["d", d]]))).get("it")?.verdict;
    expect([50, -50, 10].map((value) => said(change(d, of, { stated: percent(value) })))).toEqual([open, open, open]);
    expect(said(direction(d, of, { direction: "up", stated: {} }))).toBe(open);
    expect(said(direction(d, of, { direction: "down", stated: {} }))).toBe(open);
  });
});
