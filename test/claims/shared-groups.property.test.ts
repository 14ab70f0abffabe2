import fc from "fast-check";
import { expect, test } from "vitest";
import { createClaimEvaluator, median, rank } from "../../src/claims/index.ts";
import { fromTheNearerEnd, rankOf } from "../../src/claims/kinds/rank.ts";
import { type Amount, endsOf, isRounded, known, missing } from "../../src/claims/result/amount.ts";
import type { Among } from "../../src/claims/select/group.ts";
import type { Selection } from "../../src/claims/select/selection.ts";
import { defineDataset, readDataset } from "../../src/dataset/index.ts";
import { exact } from "../../src/language/index.ts";
import { trials } from "../support/trials.ts";

const amount: fc.Arbitrary<Amount> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 6 }).map((value) => known(exact(value))) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.integer({ min: 0, max: 6 }), fc.nat(2), fc.nat(2))
      .map(([value, down, up]) => known(exact(value), { low: exact(value - down), high: exact(value + up) })),
  },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 6 }).map((value) => known(exact(value), "unlimited")) },
  { weight: 1, arbitrary: fc.constant(missing("no-result")) },
);

function groupOf(amounts: readonly Amount[]): Among {
  const selections = new Map(amounts.map((each, index) => [String(index), { amount: each } as Selection]));
  const among: Among = { selections, plural: "", lang: undefined, once: (work) => work(among) };
  return among;
}

/** What a rank is, said without any order: by looking at each of the others. */
function plainRank(amounts: readonly Amount[], own: Amount, order: "highest" | "lowest") {
  const others = amounts.filter((other) => other !== own && other.state !== "missing");
  const sign = order === "highest" ? 1 : -1;
  const figureOf = (each: Amount) => (each.state === "value" ? each.value.valueOf() * sign : Number.NaN);
  const reach = (each: Amount) => {
    const ends = endsOf(each);
    const both = ends ? [ends.low.valueOf() * sign, ends.high.valueOf() * sign] : [-1000, 1000];
    return { least: Math.min(...both), most: Math.max(...both), isLimited: ends !== undefined };
  };
  const mine = reach(own);
  const meets = others.filter((other) => {
    const its = reach(other);
    return !mine.isLimited || !its.isLimited || (its.most >= mine.least && its.least <= mine.most);
  });
  const sure = meets.some((other) => !isRounded(other) && !isRounded(own));
  return {
    size: others.length + 1,
    position: others.filter((other) => figureOf(other) > figureOf(own)).length + 1,
    best: others.filter((other) => reach(other).least > mine.most).length + 1,
    worst: others.filter((other) => !mine.isLimited || reach(other).most > mine.least).length + 1,
    tied: sure ? true : meets.length > 0 && ("open" as const),
  };
}

test("a rank that is found in an order is the one that looking at each gives", () => {
  fc.assert(
    fc.property(
      fc.array(amount, { minLength: 1, maxLength: 9 }),
      fc.constantFrom("highest", "lowest"),
      (all, order) => {
        const group = groupOf(all);
        for (const own of all) {
          const found = rankOf(group, own, order);
          if (own.state === "missing") expect(found.amount).toBe(own);
          if (own.state !== "value") continue;
          const { size, position, best, worst, tied } = plainRank(all, own, order);
          expect(found.size).toBe(size);
          expect(found.tied).toBe(tied);
          if (size > 1 && best === 1 && worst === size) expect(found.amount.state).toBe("missing");
          else {
            const ends = endsOf(found.amount);
            expect(found.amount.state === "value" && found.amount.value.valueOf()).toBe(position);
            expect([ends?.low.valueOf(), ends?.high.valueOf()]).toEqual([best, worst]);
          }
          expect(["highest", "lowest"]).toContain(fromTheNearerEnd(group, own).order);
        }
      },
    ),
    { numRuns: trials(5000, 500) },
  );
});

const areas = ["Ash", "Birch", "Cedar", "Dogwood", "Elm"];
const cases = defineDataset({
  title: "Cases",
  dimensions: {
    area: {
      role: "area",
      label: "Area",
      plural: "areas",
      categories: areas.map((label, index) => ({
        id: label.toLowerCase(),
        label,
        ...(index === 4 && { until: "2022" }),
      })),
    },
    year: { role: "time", label: "Year" },
  },
  measures: { n: { label: "Cases", unit: { one: "case", other: "cases" }, statType: "count" } },
  sources: { home: { title: "Cases", publisher: "An office", kind: "official-statistics" } },
  disclosure: { profile: { hide: { from: 1, to: 4 } } },
});

test("claims that share the figures of all areas are those that each area's own evaluator gives", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.option(fc.integer({ min: 0, max: 40 })), { minLength: 15, maxLength: 15 }),
      async (values) => {
        const rows = areas.flatMap((area, at) =>
          ["2021", "2022", "2023"].map((year, index) => ({
            area,
            year,
            n: (area === "Elm" && year === "2023" ? null : values[at * 3 + index]) ?? "[x]",
          })),
        );
        const dataset = await readDataset(cases, { rows }, { id: "cases" });
        const datasets = new Map([["cases", dataset]]);
        const shared = createClaimEvaluator(datasets);
        for (const year of ["2021", "2022", "2023"]) {
          for (const area of areas) {
            for (const spec of [
              rank(dataset, { area, year, among: "area" }),
              { ...rank(dataset, { area, year, among: "area" }), order: "lowest" } as const,
              median(dataset, { year, among: "area" }),
            ]) {
              const alone = createClaimEvaluator(datasets).evaluate("it", spec);
              expect(shared.evaluate("it", spec)).toEqual(alone);
            }
          }
        }
      },
    ),
    { numRuns: trials(200, 25) },
  );
});
