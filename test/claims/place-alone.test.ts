import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ClaimSpec,
  comparison,
  countFromOneEnd,
  createClaimEvaluator,
  evaluateClaims,
  rank,
} from "../../src/claims/index.ts";
import { type Dataset, defineDataset, readDataset } from "../../src/dataset/index.ts";
import { trials } from "../support/trials.ts";

const spec = {
  title: "Referrals",
  dimensions: { area: { role: "area", label: "Area", plural: "areas" }, year: { role: "time", label: "Year" } },
  measures: { n: { label: "Referrals", unit: { one: "referral", other: "referrals" }, statType: "count" } },
  sources: { s: { title: "Referrals", publisher: "Council", kind: "official-statistics" } },
} as const;

const datasetOf = (values: readonly number[], disclosure?: { readonly profile: "under5" }) =>
  readDataset(
    defineDataset({ ...spec, ...(disclosure && { disclosure }) }),
    { rows: values.map((n, index) => ({ area: `Area ${index}`, year: "2024", n })) },
    { id: "referrals" },
  );

function wordsOf(dataset: Dataset, asked: ClaimSpec) {
  const claim = evaluateClaims({ it: asked }, createClaimEvaluator(new Map([["referrals", dataset]]))).get("it");
  return { words: claim?.words, value: claim?.figure?.rounded };
}

type Referrals = Awaited<ReturnType<typeof datasetOf>>;

const rankOf = (dataset: Referrals, index: number, order?: "highest" | "lowest") =>
  rank(dataset, { measure: "n", area: `Area ${index}`, year: "2024", among: "area" }, order && { order });

describe("a place that stands alone", () => {
  test("says that it counts from the lowest, where nobody asked for that", async () => {
    const values = fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 2, maxLength: 9 });
    await fc.assert(
      fc.asyncProperty(values, async (numbers) => {
        const dataset = await datasetOf(numbers);
        const places = numbers.map((_, index) => wordsOf(dataset, rankOf(dataset, index)).words?.value ?? "");
        // No two areas have the same place.
        expect(new Set(places).size).toBe(numbers.length);
        for (const [index, place] of places.entries()) {
          const above = numbers.filter((other) => other > (numbers[index] as number)).length;
          const position = /lowest$/.test(place)
            ? numbers.length - (place === "lowest" ? 1 : Number.parseInt(place, 10)) + 1
            : Number.parseInt(place, 10);
          expect(position).toBe(above + 1);
        }
      }),
      { numRuns: trials(100, 15) },
    );
  });
  test("is as it was asked for, and its label says so", async () => {
    const dataset = await datasetOf([10, 20, 30, 40]);
    expect(wordsOf(dataset, rankOf(dataset, 1)).words).toMatchObject({ value: "2nd lowest", label: "of 4 areas" });
    expect(wordsOf(dataset, rankOf(dataset, 0)).words).toMatchObject({ value: "lowest", label: "of 4 areas" });
    expect(wordsOf(dataset, rankOf(dataset, 3)).words).toMatchObject({ value: "1st", label: "highest of 4 areas" });
    expect(wordsOf(dataset, rankOf(dataset, 1, "lowest")).words).toMatchObject({
      value: "2nd",
      label: "lowest of 4 areas",
    });
  });
  test("on an axis all count from the highest", async () => {
    const dataset = await datasetOf([10, 20, 30, 40]);
    const places = [0, 1, 2, 3].map((index) => wordsOf(dataset, countFromOneEnd(rankOf(dataset, index))).value);
    expect(places).toEqual([4, 3, 2, 1]);
    expect(wordsOf(dataset, countFromOneEnd(rankOf(dataset, 1, "lowest"))).value).toBe(2);
  });
});

test("a figure is the same as itself, also where it is rounded", async () => {
  for (const disclosure of [undefined, { profile: "under5" } as const]) {
    const dataset = await datasetOf([12, 23, 38, 44], disclosure);
    const own = { measure: "n", area: "Area 1", year: "2024" } as const;
    const { words } = wordsOf(dataset, comparison(dataset, { left: own, right: own }));
    expect(words?.phrase).toBe("the same as itself");
    const times = wordsOf(dataset, comparison(dataset, { left: own, right: own }, { relation: "times" })).words;
    expect(times?.phrase).toBe("1.0 times the figure itself");
  }
});
