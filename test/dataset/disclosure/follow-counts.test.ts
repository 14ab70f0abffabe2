import { describe, expect, test } from "vitest";
import type { Cell } from "../../../src/dataset/cell.ts";
import type { DatasetSpec } from "../../../src/dataset/definition.ts";
import { createPublishedSums, followCounts, followDerivations } from "../../../src/dataset/disclosure/follow-counts.ts";
import type { Observation } from "../../../src/dataset/observation.ts";

const unit = { one: "person", other: "people" };
const spec = {
  dimensions: { area: { role: "area" }, sex: { role: "category" } },
  measures: {
    cases: { label: "Cases", unit, statType: "count" },
    people: { label: "People", unit, statType: "count", dimensions: ["area"] },
    known: { label: "Known", unit, statType: "count" },
    rate: { label: "Rate", statType: "rate", numerator: "cases", denominator: "people", per: 1000, decimals: 1 },
    share: { label: "Share", statType: "share", numerator: "cases", denominator: "known" },
    mean: { label: "Mean", statType: "mean", numerator: "cases" },
  },
  disclosure: { profile: { hide: { from: 1, to: 4 } }, roles: {} },
} as unknown as DatasetSpec;

const number = (value: number): Cell => ({ state: "value", value });
const rounded = (value: number, base: number): Cell => ({
  state: "rounded",
  value,
  base,
  of: "figure",
  low: value - 2,
  high: value + 2,
});
const hidden: Cell = { state: "suppressed" };
const gap: Cell = { state: "missing", reason: "not-supplied" };

interface Counts {
  readonly cases?: Cell;
  readonly people?: Cell;
  readonly known?: Cell;
  /** Measures that another publication gives. */
  readonly elsewhere?: readonly string[];
}

function follow(measure: string, cell: Cell, { elsewhere = [], ...counts }: Counts, given = spec): Cell {
  const asked: string[] = [];
  const result = followCounts(
    {
      spec: given,
      published: (name, at) => {
        asked.push(`${name} ${Object.keys(at).join()}`);
        const own = counts[name as keyof typeof counts];
        return own && { cell: own, ofEdition: !elsewhere.includes(name) };
      },
    },
    { measure, at: { area: "a", sex: "m" }, cell } as unknown as Observation,
  );
  for (const each of asked) expect(["cases area,sex", "people area", "known area,sex"]).toContain(each);
  return result;
}

describe("a rate", () => {
  test.each<[string, Cell, Counts, Cell]>([
    ["stays where both counts are shown", number(50), { cases: number(5), people: number(100) }, number(50)],
    ["is hidden with its numerator", number(50), { cases: hidden, people: number(100) }, hidden],
    ["is hidden with its denominator", number(50), { cases: number(5), people: hidden }, hidden],
    ["is hidden where nobody gives its numerator", number(50), { people: number(100) }, hidden],
    ["stays hidden", hidden, { cases: number(5), people: number(100) }, hidden],
    ["stays missing, also where its counts are hidden", gap, { cases: hidden, people: hidden }, gap],
    ["stays missing, also where nobody gives them", gap, {}, gap],
    [
      "stays where another publication gives its counts, and it is what they make",
      number(50),
      { cases: number(5), people: number(100), elsewhere: ["cases"] },
      number(50),
    ],
    [
      "stays where it is what they make, as far as its digits go",
      number(33.3),
      { cases: number(1), people: number(30), elsewhere: ["people"] },
      number(33.3),
    ],
    [
      "is hidden where another publication gives its numerator, and it is none of theirs",
      number(51),
      { cases: number(5), people: number(100), elsewhere: ["cases"] },
      hidden,
    ],
    [
      "is hidden where another gives its denominator",
      number(51),
      { cases: number(5), people: number(100), elsewhere: ["people"] },
      hidden,
    ],
    [
      "is hidden where others divide by nothing",
      number(51),
      { cases: number(5), people: number(0), elsewhere: ["people"] },
      hidden,
    ],
    [
      "is hidden where another has a gap",
      number(51),
      { cases: gap, people: number(100), elsewhere: ["people"] },
      hidden,
    ],
    ["is hidden where the other has", number(51), { cases: number(5), people: gap, elsewhere: ["people"] }, hidden],
  ])("%s", (_, cell, counts, expected) => {
    expect(follow("rate", cell, counts)).toEqual(expected);
  });

  test("is made anew of rounded counts, with the bounds that these leave it", () => {
    const made = follow("rate", number(51.3), { cases: rounded(50, 5), people: rounded(1000, 5) });
    expect(made).toEqual({
      state: "rounded",
      value: 50,
      base: 5,
      of: "counts",
      low: Math.floor((48 * 1000 * 1e7) / 1002) / 1e7,
      high: Math.ceil((52 * 1000 * 1e7) / 998) / 1e7,
    });
    const half = follow("rate", number(51.3), { cases: rounded(50, 5), people: number(1600) });
    expect(half).toMatchObject({ value: 31.3, base: 5, low: 30, high: 32.5 });
    expect(follow("rate", number(51.3), { cases: number(50), people: rounded(1000, 10) })).toMatchObject({ base: 10 });
    expect(follow("rate", number(51.3), { cases: rounded(50, 5), people: rounded(1000, 10) })).toMatchObject({
      base: 10,
    });
  });

  test("stays hidden, or missing, where rounded counts would make one", () => {
    const counts = { cases: rounded(50, 5), people: rounded(1000, 5) };
    expect(follow("rate", hidden, counts)).toEqual(hidden);
    expect(follow("rate", gap, counts)).toEqual(gap);
  });

  test("is hidden where rounded counts make none", () => {
    expect(follow("rate", number(51.3), { cases: rounded(50, 5), people: number(0) })).toEqual(hidden);
    expect(follow("rate", number(51.3), { cases: rounded(50, 5) })).toEqual(hidden);
    expect(follow("rate", number(51.3), { cases: rounded(50, 5), people: gap })).toEqual(hidden);
    expect(follow("rate", number(51.3), { cases: gap, people: rounded(50, 5) })).toEqual(hidden);
  });
});

test("a share is in per cent, to one decimal if none are said", () => {
  expect(follow("share", number(33), { cases: rounded(10, 5), known: number(30) })).toMatchObject({ value: 33.3 });
  expect(follow("share", number(33.33), { cases: number(10), known: number(30), elsewhere: ["known"] })).toEqual(
    number(33.33),
  );
});

test("a mean without a denominator stays with its numerator's publication alone", () => {
  expect(follow("mean", number(3), { cases: number(5) })).toEqual(number(3));
  expect(follow("mean", number(3), { cases: number(5), elsewhere: ["cases"] })).toEqual(hidden);
  expect(follow("mean", number(3), { cases: rounded(5, 5) })).toEqual(hidden);
});

test("a denominator that nobody gives hides a rate where it is a secret, and only there", () => {
  expect(follow("rate", number(50), { cases: number(5) })).toEqual(hidden);
  const open = { ...spec, disclosure: undefined } as unknown as DatasetSpec;
  expect(follow("rate", number(50), { cases: number(5) }, open)).toEqual(number(50));
});

describe("a figure that counts make otherwise than is said", () => {
  type At = Readonly<Record<string, string>>;
  /** What is done with a figure of 40 in Kent, made of the count of a place in so many ways, by what is published of each place. */
  const followed = (
    places: readonly (readonly string[] | undefined)[],
    cells: Readonly<Record<string, Cell>>,
    cell = number(40),
  ) =>
    followDerivations(
      {
        sumOf: createPublishedSums((_measure, { area = "" }: At) => {
          const found = cells[area];
          return found && { cell: found, ofEdition: true };
        }),
        derivations: places.map((own) => ({
          words: "",
          operandsAt: () => own && [{ measure: "cases", coordinates: own.map((area) => ({ area })) }],
          makes: (figure: number, [sum = Number.NaN]: readonly number[]) => figure === sum,
        })),
      },
      { measure: "rate", at: { area: "kent" }, cell } as unknown as Observation,
    );
  test("is shown where shown counts make it, and hidden where one of them is hidden, rounded, or nobody gives any", () => {
    expect(followed([["a", "b"]], { a: number(30), b: number(10) })).toEqual(number(40));
    expect(followed([["a", "b"]], { a: number(30), b: hidden })).toEqual(hidden);
    expect(followed([["a", "b"]], { a: number(30), b: rounded(10, 5) })).toEqual(hidden);
    expect(followed([["a"]], {})).toEqual(hidden);
    expect(followed([undefined], { a: number(40) })).toEqual(hidden);
    // What nobody gives counts for nothing; and other counts make another figure.
    expect(followed([["a", "b"]], { a: number(40) })).toEqual(number(40));
    expect(followed([["a"]], { a: number(41) })).toEqual(hidden);
  });
  test("is hidden where it may have been made of what is hidden, whatever shown counts come to", () => {
    const cells = { a: number(40), b: hidden, c: number(12), d: rounded(40, 5) };
    expect(followed([["a"], ["b"]], cells)).toEqual(hidden);
    expect(followed([["b"], ["a"]], cells)).toEqual(hidden);
    expect(followed([["a"], ["d"]], cells)).toEqual(hidden);
    // A way that shown counts do not go takes nothing from what is hidden, nor does one that has no counts there.
    expect(followed([["a"], ["c"]], cells)).toEqual(number(40));
    expect(followed([["a"], undefined, ["e"]], cells)).toEqual(number(40));
  });
  test("stays hidden, or missing", () => {
    expect(followed([["a"]], { a: number(40) }, hidden)).toEqual(hidden);
    expect(followed([["a"]], { a: number(40) }, gap)).toEqual(gap);
  });
});
