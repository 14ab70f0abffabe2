import { describe, expect, test } from "vitest";
import { type DatasetSpec, type DisclosureSpec, defineDataset } from "../../../src/dataset/index.ts";
import { diagnosticsOf } from "../../support/diagnostics-of.ts";

const unit = { one: "case", other: "cases" };
const count = { label: "Cases", unit, statType: "count" } as const;
const rateOf = (numerator: string, denominator: string) =>
  ({ label: "Rate", unit, statType: "rate", per: 1000, numerator, denominator }) as const;
const hide1to4 = { profile: { hide: { from: 1, to: 4 } } } as const;

const dimensions: DatasetSpec["dimensions"] = {
  area: { role: "area", label: "Area" },
  sex: { role: "category", label: "Sex", total: "all", categories: [{ id: "all", label: "All" }] },
  drug: { role: "category", label: "Drug", exclusive: false },
  period: { role: "time", label: "Period" },
};

/** What a definition is told, each as its code, the field that it is of, and its message. */
function told(parts: Partial<DatasetSpec>): readonly string[] {
  const define = () =>
    defineDataset({
      title: "Made up",
      dimensions,
      measures: { n: count },
      sources: { made: { title: "Made up", publisher: "Nobody", kind: "other" } },
      disclosure: hide1to4,
      ...parts,
    });
  return diagnosticsOf(define).map(({ code, message, source }) => `${code} ${source?.field}: ${message}`);
}
const under = (disclosure: Partial<DisclosureSpec>, parts: Partial<DatasetSpec> = {}) =>
  told({ ...parts, disclosure: { ...hide1to4, ...disclosure } });

test("a definition that says what is needed is told nothing", () => {
  const measures = { n: count, people: count, rate: rateOf("n", "people") };
  expect(told({})).toEqual([]);
  expect(told({ disclosure: { profile: "none" } })).toEqual([]);
  expect(under({ measures: { people: "publish" } }, { measures })).toEqual([]);
  expect(under({ known: [{ area: "Kent", measure: "n" }] })).toEqual([]);
  expect(under({ profile: { hide: { from: 3, to: 3 } } })).toEqual([]);
  expect(under({ profile: { hide: { from: 1, to: 4 }, roundTo: 5 }, rounding: "together" })).toEqual([]);
});

describe("the counts of a rate", () => {
  const linked = (rate: object, people: object = count) =>
    told({ measures: { n: count, people: people as never, rate: { ...rateOf("n", "people"), ...rate } } });
  test("are measures of the dataset", () => {
    expect(linked({ numerator: "m" })).toEqual([
      'unknown-name measures.rate.numerator: There is no measure "m" in this dataset definition.',
    ]);
    expect(linked({ denominator: "m" })).toEqual([
      'unknown-name measures.rate.denominator: There is no measure "m" in this dataset definition.',
    ]);
  });
  test("are counts, and no count has any", () => {
    expect(linked({ denominator: "rate" })).toEqual([
      "wrong-kind measures.rate.denominator: rate cannot be the denominator of rate.",
    ]);
    expect(told({ measures: { n: count, m: { ...count, numerator: "n" } } })).toEqual([
      "wrong-kind measures.m.numerator: n cannot be the numerator of m.",
    ]);
  });
  test("are broken down no further than the rate", () => {
    const further = "people is broken down by sex and rate is not, so no one cell of it is the denominator.";
    expect(linked({ dimensions: ["area"] }, { ...count, dimensions: ["area", "sex"] })).toEqual([
      expect.stringContaining("measures.rate.numerator: n is broken down by sex"),
      `wrong-kind measures.rate.denominator: ${further}`,
    ]);
    expect(linked({}, { ...count, dimensions: ["area"] })).toEqual([]);
    expect(linked({ dimensions: ["area", "sex", "drug", "period"] })).toEqual([]);
  });
  test("are looked at where nothing is protected, too", () => {
    expect(told({ measures: { n: count, rate: rateOf("n", "m") }, disclosure: { profile: "none" } })).toHaveLength(1);
  });
});

test("a rule hides something, and rounds together only what it rounds", () => {
  expect(under({ profile: { hide: { from: 4, to: 1 } } })).toEqual([
    "invalid-profile disclosure.profile.hide: The profile hides counts from 4 to 1, which is none.",
  ]);
  expect(under({ rounding: "together" })).toEqual([
    "invalid-profile disclosure.rounding: Counts are to be rounded together, and the profile does not round.",
  ]);
  expect(under({ rounding: "each" })).toEqual([]);
});

describe("what is done with a measure", () => {
  const share = { label: "Share", unit, statType: "share", numerator: "n" } as const;
  const mean = { label: "Mean", unit, statType: "mean" } as const;
  test("is said of measures that exist", () => {
    expect(under({ measures: { m: "publish" } })).toEqual([
      'unknown-name disclosure.measures.m: There is no measure "m" in this dataset definition.',
    ]);
  });
  test("is protection for counts alone", () => {
    const measures = { n: count, people: count, rate: rateOf("n", "people") };
    expect(under({ measures: { n: "protect" } })).toEqual([]);
    expect(under({ measures: { rate: "publish" } }, { measures })).toEqual([]);
    expect(under({ measures: { rate: "protect" } }, { measures })).toEqual([
      "wrong-kind disclosure.measures.rate: rate is a rate: only counts are protected by themselves.",
    ]);
  });
  test("has to be said of a mean or a rate that names no count", () => {
    expect(told({ measures: { n: count, mean } })).toEqual([
      "unlinked-measure measures.mean: mean is a mean, and the definition does not say of which counts: it could give one away.",
    ]);
    expect(under({ measures: { mean: "publish" } }, { measures: { n: count, mean } })).toEqual([]);
    expect(told({ measures: { n: count, mean: { ...mean, numerator: "n" } } })).toEqual([]);
  });
  test("has to be said of a share that does not name its whole", () => {
    expect(told({ measures: { n: count, share } })).toEqual([
      expect.stringMatching(/^unlinked-measure measures\.share: share is a share of n, and .* does not say of what/),
    ]);
    expect(under({ measures: { share: "publish" } }, { measures: { n: count, share } })).toEqual([]);
    expect(told({ measures: { n: count, all: count, share: { ...share, denominator: "all" } } })).toEqual([]);
  });
});

describe("sums of measures", () => {
  const men = { ...count, label: "Men" };
  const sums = [{ whole: "n", parts: ["men"] }];
  const some = { ...men, dimensions: ["area"] };
  test("are of measures that are protected", () => {
    expect(told({ measures: { n: count, men }, sums })).toEqual([]);
    expect(under({ measures: { men: "publish" } }, { measures: { n: count, men }, sums })).toEqual([
      "wrong-kind sums.0: men is not protected, so it cannot be part of a sum that is.",
    ]);
    expect(under({ measures: { n: "publish" } }, { measures: { n: count, men }, sums })).toEqual([
      "wrong-kind sums.0: n is not protected, so it cannot be part of a sum that is.",
    ]);
    expect(
      told({ measures: { n: count, men }, sums, disclosure: { profile: "none", measures: { men: "publish" } } }),
    ).toEqual([]);
  });
  test("have parts in each of their cells", () => {
    expect(told({ measures: { n: count, men: some }, sums })).toEqual([
      "wrong-kind sums.0: n is broken down by sex and men is not, so no one cell of men is a part of it.",
    ]);
    expect(told({ measures: { n: { ...some, label: "All" }, men }, sums })).toEqual([]);
    expect(told({ measures: { n: { ...some, label: "All" }, men: some }, sums })).toEqual([]);
  });
});

test("what readers know is of dimensions that exist, or of a measure", () => {
  expect(under({ known: [{ area: "Kent" }, { areas: "Kent", measure: "n" }] })).toEqual([
    'unknown-name disclosure.known.1: There is no dimension "areas".',
  ]);
});

describe("totals that readers know", () => {
  const totals = (measure: string, by: readonly string[], parts: Partial<DatasetSpec> = {}, own = {}) =>
    under({ knownTotals: [{ measure, by }], ...own }, parts);
  const everything = ["area", "sex", "drug", "period"];
  test("are of a measure by its own dimensions", () => {
    expect(totals("n", everything)).toEqual([]);
    expect(totals("m", everything)).toEqual([
      'unknown-name disclosure.knownTotals.0: There is no measure "m" in this dataset definition.',
    ]);
    expect(totals("n", [...everything, "town"])).toEqual([
      'unknown-name disclosure.knownTotals.0: n is not broken down by "town".',
    ]);
    const few = { measures: { n: { ...count, dimensions: ["area", "sex"] } } };
    expect(totals("n", ["area"], few)).toEqual([]);
    expect(totals("n", ["area", "period"], few)).toEqual([
      'unknown-name disclosure.knownTotals.0: n is not broken down by "period".',
    ]);
  });
  test("are of a count that is protected and adds up", () => {
    const no =
      "wrong-kind disclosure.knownTotals.0: n is no count that is protected and adds up, so no totals of it are worked out.";
    expect(totals("n", everything, { measures: { n: { ...count, additive: false } } })).toEqual([no]);
    expect(totals("n", everything, { measures: { n: { ...count, additive: true } } })).toEqual([]);
    expect(totals("n", everything, {}, { measures: { n: "publish" } })).toEqual([no]);
  });
  test("are not over time, nor over categories that overlap and have no total", () => {
    const no = (by: readonly string[], over: string) =>
      `wrong-kind disclosure.knownTotals.0: The totals of n by ${by.join(" and ")} are over ${over}, and nothing adds up there.`;
    expect(totals("n", ["drug", "period"])).toEqual([]);
    expect(totals("n", ["drug", "area"])).toEqual([no(["drug", "area"], "period")]);
    expect(totals("n", ["area", "period"])).toEqual([no(["area", "period"], "drug")]);
    const drug = { ...dimensions.drug, total: "all", categories: [{ id: "all", label: "All" }] } as never;
    expect(totals("n", ["area", "period"], { dimensions: { ...dimensions, drug } })).toEqual([]);
  });
});
