import { expect, test } from "vitest";
import {
  comparison,
  count,
  createClaimEvaluator,
  evaluateClaims,
  type Hedge,
  type Verdict,
} from "../../../src/claims/index.ts";
import { defineDataset, readDataset } from "../../../src/dataset/index.ts";

/** Counts that the publisher rounded to ten: 80 is from 75 to 85. */
const unit = { one: "case", other: "cases" };
const definition = defineDataset({
  title: "Cases",
  dimensions: { area: { role: "area", label: "Area", plural: "areas", open: true } },
  measures: { n: { label: "Cases", unit, statType: "count", roundedTo: 10 } },
  sources: { x: { title: "T", publisher: "P", kind: "official-statistics" } },
  layout: {
    note: { column: "note" },
    vintage: { column: "vintage" },
    statuses: [{ noteContains: "at least", status: "lower-bound" }],
  },
});
const d = await readDataset(
  definition,
  {
    rows: [
      { area: "a", n: 80, note: "", vintage: "" },
      { area: "b", n: 120, note: "", vintage: "" },
      { area: "c", n: 80, note: "at least", vintage: "" },
      { area: "e", n: 80, note: "", vintage: "2019" },
      { area: "e", n: 120, note: "", vintage: "2020" },
    ],
  },
  { id: "d" },
);
const verdictOf = (spec: Parameters<typeof evaluateClaims>[0][string]) =>
  evaluateClaims({ it: spec }, createClaimEvaluator(new Map([["d", d]]))).get("it")?.verdict;
const open = "not-enough-evidence";

test.each<[number, Hedge, Verdict]>([
  // As it was published, it is right as far as anyone can know.
  [80, "none", "supported"],
  [82, "none", open],
  [78, "none", open],
  [70, "none", "refuted"],
  [90, "none", "refuted"],
  [80, "about", "supported"],
  [75, "at-least", "supported"],
  [76, "at-least", open],
  [85, "at-most", "supported"],
  [84, "at-most", open],
  [79, "more-than", open],
  [80, "more-than", open],
  [80, "less-than", open],
  [74, "more-than", "supported"],
  [86, "less-than", "supported"],
  [90, "more-than", "refuted"],
  [70, "less-than", "refuted"],
])("a count that was rounded to 80, said to be %d (%s), is %s", (value, hedge, verdict) => {
  expect(verdictOf(count(d, { measure: "n", area: "a" }, { stated: { value, hedge } }))).toBe(verdict);
});

test.each<[number, Hedge, Verdict]>([
  [60, "none", "refuted"],
  [80, "none", open],
  [100, "none", open],
  [75, "at-least", "supported"],
  [70, "more-than", "supported"],
  [79, "more-than", open],
  [70, "less-than", "refuted"],
  [90, "less-than", open],
])("one of at least so much, said to be %d (%s), is %s", (value, hedge, verdict) => {
  expect(verdictOf(count(d, { measure: "n", area: "c" }, { stated: { value, hedge } }))).toBe(verdict);
});

test.each<[number, Hedge, Verdict]>([
  [80, "none", "conflicting-evidence"],
  [70, "more-than", "supported"],
  [100, "more-than", "conflicting-evidence"],
  [79, "more-than", open],
  [130, "more-than", "refuted"],
  [300, "none", "refuted"],
])("one that was published as 80 and as 120, said to be %d (%s), is %s", (value, hedge, verdict) => {
  expect(verdictOf(count(d, { measure: "n", area: "e" }, { stated: { value, hedge } }))).toBe(verdict);
});

test.each<[number, Verdict]>([
  [40, open],
  [50, open],
  [51, "refuted"],
  [29, "refuted"],
])("a gap of %d is said of the distance, whichever of two rounded counts is higher", (value, verdict) => {
  const [a, b] = [
    { measure: "n", area: "a" },
    { measure: "n", area: "b" },
  ] as const;
  for (const [left, right] of [
    [a, b],
    [b, a],
  ] as const)
    expect(verdictOf(comparison(d, { left, right }, { stated: { value, unit: "number" } }))).toBe(verdict);
});
