import fc from "fast-check";
import { expect, test } from "vitest";
import { describeChart, type RoundingOf, rankingSpec, trendSpec } from "../../src/charts/index.ts";
import { trials } from "../support/trials.ts";

const names = ["Ashby", "Birch", "Cold", "Dun", "East", "Fen"] as const;
const periods = ["2021", "2022"] as const;

const cases = fc
  .record({ base: fc.constantFrom(5, 10), count: fc.integer({ min: 2, max: names.length }) })
  .chain(({ base, count }) =>
    fc.record({
      base: fc.constant(base),
      // To the nearest multiple, as the rows say; or up or down, as whoever draws them knows.
      isTogether: fc.boolean(),
      multiples: fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })), {
        minLength: count,
        maxLength: count,
      }),
      // For each figure, the least or the greatest whole number that is rounded to it.
      ends: fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: count, maxLength: count }),
    }),
  );

const nameOf = (index: number) => names[index] ?? "";

test("what is said of rounded counts holds for all that they may be", () => {
  fc.assert(
    fc.property(cases, ({ base, isTogether, multiples, ends }) => {
      const [down, up] = isTogether ? [base - 1, base - 1] : [Math.floor(base / 2), Math.ceil(base / 2) - 1];
      const roundingOf: RoundingOf = ({ n }) =>
        isTogether ? { base, low: Number(n) - down, high: Number(n) + up } : undefined;
      const truth = multiples.map((pair, index) =>
        pair.map((multiple, at) => multiple * base + (ends[index]?.[at] ? up : -down)),
      );
      const rows = multiples.flatMap((pair, index) =>
        pair.map((multiple, at) => ({
          area: nameOf(index),
          period: periods[at] ?? "",
          n: multiple * base,
          state: "rounded",
          rounding: base,
        })),
      );
      const lines = describeChart(trendSpec({ x: "period", y: "n", series: "area" }), rows, { roundingOf });
      expect(lines).not.toMatch(/(?<!about )the same/);
      const moved = truth.map(([from = 0, to = 0]) => to - from);
      for (const [, name, way] of lines.matchAll(/(\w+): \d+ in 2021, (rising|falling)/g))
        expect(Math.sign(moved[names.indexOf(name as "Ashby")] ?? 0)).toBe(way === "rising" ? 1 : -1);
      for (const [, way, name] of lines.matchAll(/Largest (rise|fall): (\w+)/g)) {
        const sign = way === "rise" ? 1 : -1;
        expect(sign * (moved[names.indexOf(name as "Ashby")] ?? 0)).toBe(Math.max(...moved.map((move) => sign * move)));
      }
      for (const [, count, way] of lines.matchAll(/(\d+) (rose|fell)/g))
        expect(moved.filter((move) => (way === "rose" ? move > 0 : move < 0)).length).toBeGreaterThanOrEqual(
          Number(count),
        );

      const latest = truth.map(([, to = 0]) => to);
      const bars = describeChart(
        rankingSpec({ category: "area", value: "n" }),
        rows.filter(({ period }) => period === "2022").map((row, index) => ({ ...row, highlight: index === 0 })),
        { roundingOf },
      );
      for (const [, way, name] of bars.matchAll(/(highest|lowest) (\w+), \d+(?! each)/gi)) {
        const own = latest[names.indexOf(name as "Ashby")];
        expect(own).toBe(way?.toLowerCase() === "highest" ? Math.max(...latest) : Math.min(...latest));
      }
      const place = /Highlighted: Ashby, \d+, (joint )?(?:(\d+)\w\w )?(highest|lowest)/.exec(bars);
      if (place) {
        const [own = 0, ...others] = latest;
        const beyond = others.filter((other) => (place[3] === "highest" ? other > own : other < own)).length;
        expect([place[1], beyond + 1]).toEqual([undefined, Number(place[2] ?? 1)]);
      }
      expect(bars).not.toMatch(/(?<!about |\d)\d+ each/);
    }),
    { numRuns: trials(300, 100), seed: 5 },
  );
});
