import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { change, createClaimEvaluator, evaluateClaims, record } from "../../src/claims/index.ts";
import { defineDataset, readDataset } from "../../src/dataset/index.ts";

/*
 * Figures that are there for some years alone: for every fifth, or with years left out. A record is one of the figures that there are,
 * and says how many these are; `previous` is the one before.
 */

const definition = defineDataset({
  title: "Cases",
  dimensions: { area: { role: "area", label: "Area" }, year: { role: "time", label: "Year" } },
  measures: { cases: { label: "Cases", unit: { one: "case", other: "cases" }, statType: "count" } },
  sources: { s: { title: "Cases", publisher: "P", kind: "official-statistics" } },
});

const readYears = (figures: readonly (readonly [year: number, cases: number])[]) =>
  readDataset(
    definition,
    { rows: figures.map(([year, cases]) => ({ area: "Ash", year: String(year), cases })) },
    { id: "cases" },
  );

type Cases = Awaited<ReturnType<typeof readYears>>;
const evaluate = (dataset: Cases, spec: Parameters<typeof evaluateClaims>[0][string]) => {
  const claim = evaluateClaims({ it: spec }, createClaimEvaluator(new Map([["cases", dataset]]))).get("it");
  if (!claim) throw new Error("The claim was not evaluated.");
  return claim;
};

const distances = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 4, maxLength: 11 });
const evenly = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 4, max: 11 }))
  .map(([step, times]) => Array.from({ length: times }, () => step));

/** Years and their figures, all of them different. */
const series = fc.tuple(fc.integer({ min: 1900, max: 1950 }), fc.oneof(evenly, distances)).chain(([first, steps]) =>
  fc
    .uniqueArray(fc.integer({ min: 10, max: 900 }), { minLength: steps.length + 1, maxLength: steps.length + 1 })
    .map((cases) => {
      const yearOf = (index: number) => steps.slice(0, index).reduce((year, step) => year + step, first);
      return { steps, figures: cases.map((count, index) => [yearOf(index), count] as const) };
    }),
);

describe("figures that are there for some years alone", () => {
  test("a record is one of the figures that there are", async () => {
    await fc.assert(
      fc.asyncProperty(series, fc.constantFrom("highest" as const, "lowest" as const), async (drawn, extreme) => {
        const { steps, figures } = drawn;
        const dataset = await readYears(figures);
        const [[first] = [0]] = figures;
        const [last, own] = figures.at(-1) as readonly [number, number];
        const at = { area: "Ash", year: String(last) };
        const isBeaten = figures.some(([, cases]) => (extreme === "highest" ? cases > own : cases < own));
        const isFull = steps.every((step) => step === 1);
        const among = isFull ? "in these figures" : `of these ${figures.length} figures`;
        const { words, figure, verdict } = evaluate(dataset, record(dataset, at, { extreme }));
        expect(words.phrase).toBe(`${isBeaten ? "not " : ""}the ${extreme} ${among}, which go back to ${first}`);
        expect(figure?.value).toBe(own);
        expect(verdict).toBe("supported");
        const since = evaluate(dataset, record(dataset, at, { extreme, since: String(first) }));
        expect(since.words.phrase).toBe(
          `${isBeaten ? "not " : ""}the ${extreme} ${isFull ? "" : `of ${figures.length} figures `}since ${first}`,
        );
        // Whoever claims it speaks of every year; those of a survey that is held every fifth are the only ones there are.
        const isEven = new Set(steps).size === 1;
        const claimed = evaluate(dataset, record(dataset, at, { extreme, stated: {} }));
        expect(claimed.verdict).toBe(isBeaten ? "refuted" : isEven ? "supported" : "not-enough-evidence");
      }),
    );
  });

  test("the one before is the previous one, where they are evenly apart", async () => {
    await fc.assert(
      fc.asyncProperty(series, async ({ steps, figures }) => {
        const dataset = await readYears(figures);
        const isThere = new Set(steps).size === 1 || steps.at(-1) === 1;
        const [[before, was], [, is]] = figures.slice(-2) as [readonly [number, number], readonly [number, number]];
        const { absence, figure } = evaluate(
          dataset,
          change(dataset, { area: "Ash", from: "previous", to: "latest" }, { mode: "absolute" }),
        );
        expect(absence).toBe(isThere ? null : "missing");
        if (isThere) expect(figure?.value).toBe(is - was);
        expect(dataset.where({ measure: "cases", year: "previous" }).map(({ year }) => year)).toEqual(
          isThere ? [String(before)] : [],
        );
      }),
    );
  });
});
