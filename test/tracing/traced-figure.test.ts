import { describe, expect, test } from "vitest";
import type { Claim } from "../../src/claims/index.ts";
import { cellFigure, claimFigure, dimensionKey, roundingOfClaim } from "../../src/tracing/index.ts";

const cell = (role: string, at: Readonly<Record<string, string>>, rounded?: number, dataset = "d") => ({
  role,
  dataset,
  observation: { at, cell: rounded === undefined ? { state: "value", value: 1 } : { state: "rounded", base: rounded } },
});
const claim = (evidence: readonly object[], figure: object | null = { rounded: 7 }) =>
  ({ evidence, figure }) as unknown as Claim;
const kent = { area: "kent", period: "2019" };
const essex = { area: "essex", period: "2019" };
/** Plainly: `area: kent, essex`. */
const told = (coordinates: ReadonlyMap<string, ReadonlySet<string>>) =>
  [...coordinates].map(([key, ids]) => `${key.replace("\n", " ")}: ${[...ids].join(", ")}`);

test("a figure of a cell is of the categories of its cell", () => {
  const origin = { kind: "cell", dataset: "d", measure: "n", at: kent } as const;
  const figure = cellFigure(origin, 12);
  expect([figure.origin, figure.value, told(figure.coordinates), figure.across.size]).toEqual([
    origin,
    12,
    ["d area: kent", "d period: 2019"],
    0,
  ]);
  expect(figure.rounding).toBeUndefined();
  const rounding = { low: 10, high: 14, base: 5 };
  expect(cellFigure(origin, null, { rounding })).toMatchObject({ value: null, rounding });
});

describe("a figure of a claim", () => {
  const of = (...evidence: readonly object[]) => {
    const { coordinates, across } = claimFigure(claim(evidence), 7);
    return [told(coordinates), [...across].map((key) => key.replace("\n", " "))];
  };

  test("is of the categories of all its cells", () => {
    expect(of(cell("from", { ...kent, period: "2018" }), cell("to", kent))).toEqual([
      ["d area: kent", "d period: 2018, 2019"],
      [],
    ]);
    expect(of(cell("part", kent), cell("left", essex, undefined, "other"))).toEqual([
      ["d area: kent", "d period: 2019", "other area: essex", "other period: 2019"],
      [],
    ]);
  });

  test.each(["among", "population", "since", "otherWhole", "whole", "whole of 2019"])(
    "is of none that it is compared with or divided by: %s",
    (role) => {
      expect(of(cell("part", kent), cell(role, essex))).toEqual([["d area: kent", "d period: 2019"], []]);
    },
  );

  test("of which all are compared goes across them, where there are several", () => {
    expect(of(cell("among", kent), cell("among", essex))).toEqual([
      ["d area: kent, essex", "d period: 2019"],
      ["d area"],
    ]);
    expect(of(cell("among", kent))).toEqual([["d area: kent", "d period: 2019"], []]);
  });

  test("has its value and how it was rounded, if it was", () => {
    const own = claim([cell("of", kent)]);
    expect(claimFigure(own, null)).toMatchObject({ origin: { kind: "claim", claim: own }, value: null });
    expect(claimFigure(own, 7).rounding).toBeUndefined();
    const rounding = { low: 5, high: 9, base: 5 };
    expect(claimFigure(own, 7, rounding).rounding).toEqual(rounding);
  });
});

describe("how a claim was rounded", () => {
  const rounded = [cell("of", kent, 5), cell("population", kent, 10), cell("population", kent)];
  test("is by the coarsest of its counts, between its bounds", () => {
    expect(roundingOfClaim(claim(rounded, { rounded: 7, bounds: { low: 6, high: 8 } }))).toEqual({
      low: 6,
      high: 8,
      base: 10,
    });
    expect(roundingOfClaim(claim(rounded))).toEqual({ low: 7, high: 7, base: 10 });
  });
  test("is not said of one without a figure", () => {
    expect(roundingOfClaim(claim(rounded, null))).toBeUndefined();
    expect(roundingOfClaim(claim(rounded, { rounded: null }))).toBeUndefined();
    expect(roundingOfClaim(claim([], { value: null }))).toBeUndefined();
  });
  test("of exact counts, is to what is printed", () => {
    const printed = { value: 7.25, rounded: 7 };
    expect(roundingOfClaim(claim([cell("of", kent)], printed))).toEqual({ low: 7.25, high: 7.25, base: 1 });
    // What lies between bounds has no one figure to be compared by.
    expect(roundingOfClaim(claim([cell("of", kent)], { ...printed, bounds: { low: 7, high: 8 } }))).toBeUndefined();
  });
  test("keys tell datasets apart", () => {
    expect(new Set([dimensionKey("a", "b"), dimensionKey("b", "a")]).size).toBe(2);
  });
});
