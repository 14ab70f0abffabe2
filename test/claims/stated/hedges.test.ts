import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import {
  type ClaimEvaluator,
  type ClaimSpec,
  change,
  checkConsistency,
  comparison,
  count,
  createClaimEvaluator,
  evaluateClaims,
  type Hedge,
  rank,
  rate,
  type StatedSpec,
  share,
  type Verdict,
} from "../../../src/claims/index.ts";
import { type Dataset, defineDataset, readDataset } from "../../../src/dataset/index.ts";
import { inPart, someOf, trials } from "../../support/trials.ts";

/**
 * Every hedge, of every sign, in every mode, against a reading of the words in plain arithmetic. The reading knows what
 * is true and what is false; of "about", "nearly", "just over" and "well over" it leaves open what people would argue over.
 */
const hedges: readonly Hedge[] = [
  "none",
  "about",
  "nearly",
  "just-over",
  "more-than",
  "well-over",
  "at-least",
  "less-than",
  "well-under",
  "at-most",
];

/** Whether "nearly 50" and the like are true of a size, both not negative; undefined where that is a matter of taste. */
function holds(hedge: Hedge, said: number, size: number): boolean | undefined {
  switch (hedge) {
    case "none":
      // The number as it is written, rounded to the whole.
      return Math.floor(size + 0.5) === said;
    case "about":
      if (Math.abs(size - said) <= 0.5) return true;
      return Math.abs(size - said) > Math.max(said / 4, 0.5) ? false : undefined;
    case "nearly":
      if (size >= said || size < said - Math.max(said / 10, 1)) return false;
      return size >= said - 0.5 ? true : undefined;
    case "just-over":
      if (size <= said || size > said + Math.max(said / 10, 1)) return false;
      return size <= said + 0.5 ? true : undefined;
    case "well-over":
      if (size <= said + Math.min(said / 100, 0.5)) return false;
      return size > said + Math.max(said / 10, 1) ? true : undefined;
    case "well-under":
      if (size >= said - Math.min(said / 100, 0.5)) return false;
      return size < said - Math.max(said / 10, 1) ? true : undefined;
    case "more-than":
      return size > said;
    case "at-least":
      return size >= said;
    case "less-than":
      return size < said;
    case "at-most":
      return size <= said;
  }
}

const areas = ["A", "B", "C", "D", "E"];
const definition = defineDataset({
  title: "Figures",
  dimensions: {
    area: { role: "area", label: "Area", plural: "areas", open: true },
    period: { role: "time", label: "Year" },
  },
  measures: {
    n: { label: "Cases", unit: { one: "case", other: "cases" }, statType: "count" },
    all: { label: "All", unit: { one: "thing", other: "things" }, statType: "count" },
    r: { label: "Rate", unit: { one: "case", other: "cases" }, statType: "rate", per: 1000, decimals: 1 },
    m: { label: "Balance", unit: { one: "point", other: "points" }, statType: "mean", decimals: 1 },
    s: { label: "Share", unit: { one: "per cent", other: "per cent" }, statType: "share", decimals: 1 },
  },
  sources: { x: { title: "T", publisher: "P", kind: "official-statistics" } },
});

interface Row {
  readonly area?: string;
  readonly period: string;
  readonly n?: number;
  readonly all?: number;
  readonly r?: number;
  readonly s?: number;
  readonly m?: number;
}
const read = (rows: readonly Row[]) =>
  readDataset(
    definition,
    { rows: rows.map((row) => ({ area: "A", n: "", all: "", r: "", s: "", m: "", ...row })) },
    { id: "d" },
  );
type Figures = Awaited<ReturnType<typeof read>>;

/** One a dataset: its words take longer to make than a claim to judge. */
const evaluators = new WeakMap<Dataset, ClaimEvaluator>();

function verdictOf(dataset: Dataset, spec: ClaimSpec): Verdict | undefined {
  const evaluator = evaluators.get(dataset) ?? createClaimEvaluator(new Map([["d", dataset]]));
  evaluators.set(dataset, evaluator);
  return evaluateClaims({ it: spec }, evaluator).get("it")?.verdict;
}

const asVerdict = (truth: boolean) => (truth ? "supported" : "refuted");

/** What differs from the reading: `[what, verdict]`. */
function mistakes(cases: readonly (readonly [string, boolean | undefined, Verdict | undefined])[]) {
  return cases.flatMap(([what, truth, verdict]) =>
    truth === undefined || verdict === asVerdict(truth) ? [] : [[what, verdict]],
  );
}

describe("of changes", () => {
  const before = 200;
  const afters = [
    0, 60, 80, 98, 99, 100, 101, 102, 110, 140, 180, 199, 200, 201, 220, 260, 298, 299, 300, 301, 302, 500,
  ];

  test.each(hedges)("%s, by per cent, by number and by points, up and down", async (hedge) => {
    const cases: [string, boolean | undefined, Verdict | undefined][] = [];
    for (const after of someOf(afters, inPart(afters.length, 16))) {
      const d = await read([
        { period: "2018", n: before, s: 20 },
        { period: "2019", n: after, s: after / 10 },
      ]);
      for (const said of [50, -50, 1, -1, 30, -30]) {
        const went = after > before ? 1 : after < before ? -1 : 0;
        const rightWay = went === Math.sign(said);
        for (const [unit, measure, size] of [
          ["percent", "n", (Math.abs(after - before) / before) * 100],
          ["number", "n", Math.abs(after - before)],
          ["percentage-points", "s", Math.abs(after - before) / 10],
        ] as const) {
          const of = { measure, area: "a", from: "2018", to: "2019" } as const;
          const truth = rightWay ? holds(hedge, Math.abs(said), Number(size.toFixed(9))) : false;
          const verdict = verdictOf(d, change(d, of, { stated: { value: said, unit, hedge } }));
          cases.push([`${hedge} ${said} ${unit}, from ${before} to ${after}`, truth, verdict]);
        }
      }
    }
    expect(cases.length).toBeGreaterThan(50);
    expect(mistakes(cases)).toEqual([]);
  });

  test.each<[string, StatedSpec, readonly number[], readonly number[]]>([
    ["less than doubled", { value: 2, hedge: "less-than" }, [110, 199], [50, 100, 200, 250]],
    ["more than doubled", { value: 2, hedge: "more-than" }, [201, 400], [50, 100, 200]],
    ["at most doubled", { value: 2, hedge: "at-most" }, [110, 200], [50, 100, 201]],
    ["nearly doubled", { value: 2, hedge: "nearly", step: 0.5 }, [185, 199], [100, 150, 200, 220]],
    ["doubled", { value: 2, step: 0.5 }, [180, 200, 220], [100, 150, 250]],
    ["a little less than it was", { value: 0.9, step: 0.5 }, [70, 99], [60, 100, 110]],
    ["a little more than it was", { value: 1.1, step: 0.5 }, [101, 130], [90, 100, 140]],
    ["less than half of what it was", { value: 0.5, hedge: "less-than" }, [0, 49], [50, 60, 200]],
    ["more than half of what it was", { value: 0.5, hedge: "more-than" }, [51, 99], [49, 50, 100, 200]],
  ])("%s, as a ratio", async (_, stated, truths, falsehoods) => {
    for (const after of [...truths, ...falsehoods]) {
      const d = await read([
        { period: "2018", n: 100 },
        { period: "2019", n: after },
      ]);
      const of = { measure: "n", area: "a", from: "2018", to: "2019" } as const;
      const verdict = verdictOf(d, change(d, of, { mode: "ratio", stated: { ...stated, unit: "times" } }));
      expect([after, verdict]).toEqual([after, asVerdict(truths.includes(after))]);
    }
  });

  test.each<[string, StatedSpec, readonly number[], readonly number[]]>([
    ["halved", { value: -0.5 }, [46, 50, 54], [40, 60, 100, 150]],
    ["more than halved", { value: -0.5, hedge: "more-than" }, [0, 49], [50, 60, 150]],
    ["nearly halved", { value: -0.5, hedge: "nearly" }, [51, 54], [49, 50, 60, 150]],
    ["rose by less than a third", { value: 1 / 3, hedge: "less-than" }, [110, 133], [60, 100, 134]],
    ["rose by at least a third", { value: 1 / 3, hedge: "at-least" }, [134, 200], [60, 100, 133]],
    ["rose by about half", { value: 1 / 2, hedge: "about" }, [146, 150, 154], [50, 130, 160]],
  ])("%s, as a fraction", async (_, stated, truths, falsehoods) => {
    for (const after of [...truths, ...falsehoods]) {
      const d = await read([
        { period: "2018", n: 100 },
        { period: "2019", n: after },
      ]);
      const of = { measure: "n", area: "a", from: "2018", to: "2019" } as const;
      const verdict = verdictOf(d, change(d, of, { stated: { ...stated, unit: "fraction" } }));
      expect([after, verdict]).toEqual([after, asVerdict(truths.includes(after))]);
    }
  });

  test("rose by a third, to the nearest per cent", async () => {
    const said = async (after: number, step?: number) => {
      const d = await read([
        { period: "2018", n: 1000 },
        { period: "2019", n: after },
      ]);
      const stated = { value: 1 / 3, unit: "fraction", ...(step && { step }) } as const;
      return verdictOf(d, change(d, { measure: "n", area: "a", from: "2018", to: "2019" }, { stated }));
    };
    expect([await said(1300), await said(1360)]).toEqual(["supported", "supported"]);
    expect([await said(1300, 0.01), await said(1335, 0.01)]).toEqual(["refuted", "supported"]);
  });

  test("a number with no hedge keeps its direction however freely it is rounded", async () => {
    const d = await read([
      { period: "2018", n: 200 },
      { period: "2019", n: 198 },
    ]);
    const of = { measure: "n", area: "a", from: "2018", to: "2019" } as const;
    expect(verdictOf(d, change(d, of, { stated: { value: 1, unit: "percent", step: 10 } }))).toBe("refuted");
    expect(verdictOf(d, change(d, of, { stated: { value: -1, unit: "percent", step: 10 } }))).toBe("supported");
    expect(verdictOf(d, change(d, of, { stated: { value: 0, unit: "percent", step: 10 } }))).toBe("supported");
  });
});

describe("of amounts", () => {
  let made: readonly (readonly [number, Figures])[];
  const values = [0, 1, 5, 29, 30, 31, 40, 44, 45, 46, 47, 49, 50, 51, 52, 90, 99];
  beforeAll(async () => {
    made = await Promise.all(
      values.map(async (n) => [n, await read([{ period: "2019", n, all: 100, r: n, s: n }])] as const),
    );
  });

  test.each(hedges)("%s: a count, a rate, a published share, a share of counts", (hedge) => {
    const at = { area: "a", period: "2019" } as const;
    const cases = made.flatMap(([n, d]) =>
      [30, 46, 50].flatMap((value) => {
        const truth = holds(hedge, value, n);
        const stated = { value, hedge };
        const [part, whole] = [
          { measure: "n", ...at },
          { measure: "all", ...at },
        ] as const;
        return [
          ["count", verdictOf(d, count(d, { measure: "n", ...at }, { stated }))],
          ["rate", verdictOf(d, rate(d, { measure: "r", ...at }, { stated }))],
          [
            "published share",
            verdictOf(d, rate(d, { measure: "s", ...at }, { stated: { ...stated, unit: "percent" } })),
          ],
          ["share", verdictOf(d, share(d, { part, whole }, { stated: { ...stated, unit: "percent" } }))],
        ].map(([kind, verdict]) => [`${kind} of ${n}: ${hedge} ${value}`, truth, verdict as Verdict] as const);
      }),
    );
    expect(mistakes(cases)).toEqual([]);
  });

  test("every share from a twentieth to 19 of 20 is one of the fractions that people say, and one alone", async () => {
    const spoken = [1 / 10, 1 / 5, 1 / 4, 1 / 3, 2 / 5, 1 / 2, 3 / 5, 2 / 3, 3 / 4, 4 / 5, 9 / 10];
    for (let s = 5; s < 95; s += 1.25) {
      const d = await read([{ period: "2019", s }]);
      const fit = spoken.filter((value) => {
        const stated = { value, unit: "fraction" } as const;
        return verdictOf(d, rate(d, { measure: "s", area: "a", period: "2019" }, { stated })) === "supported";
      });
      expect([s, fit.length]).toEqual([s, 1]);
    }
  });

  test("zero is what rounds to it, on either side", async () => {
    const said = async (m: number) => {
      const d = await read([{ period: "2019", m }]);
      return verdictOf(d, rate(d, { measure: "m", area: "a", period: "2019" }, { stated: { value: 0 } }));
    };
    expect([await said(-0.4), await said(0), await said(0.4)]).toEqual(["supported", "supported", "supported"]);
    expect([await said(-0.6), await said(0.5), await said(0.6)]).toEqual(["refuted", "refuted", "refuted"]);
  });

  test("of a figure below zero, bounds are those of the number line, and the others of its size", async () => {
    const verdicts = async (m: number) => {
      const d = await read([{ period: "2019", m }]);
      const said = (hedge: Hedge) =>
        verdictOf(d, rate(d, { measure: "m", area: "a", period: "2019" }, { stated: { value: -10, hedge } }));
      return hedges.filter((hedge) => said(hedge) === "supported");
    };
    expect(await verdicts(-14)).toEqual(["less-than", "well-under", "at-most"]);
    expect(await verdicts(-10)).toEqual(["none", "about", "at-least", "at-most"]);
    expect(await verdicts(-9.6)).toEqual(["none", "about", "nearly", "more-than", "at-least"]);
    expect(await verdicts(10)).toEqual(["more-than", "well-over", "at-least"]);
  });

  test.each(hedges)("%s: a place among others", async (hedge) => {
    const d = await read(areas.map((area, index) => ({ area, period: "2019", n: 50 - 10 * index })));
    const cases = areas.flatMap((area, index) =>
      [2, 3].map((value) => {
        const spec = rank(
          d,
          { measure: "n", area: area.toLowerCase(), period: "2019", among: "area" },
          { stated: { value, hedge } },
        );
        return [`${index + 1}: ${hedge} ${value}`, holds(hedge, value, index + 1), verdictOf(d, spec)] as const;
      }),
    );
    expect(mistakes(cases)).toEqual([]);
  });
});

describe("of one figure beside another", () => {
  const beside = async (left: number, details: Parameters<typeof comparison>[2]) => {
    const d = await read([
      { area: "A", period: "2019", n: left },
      { area: "B", period: "2019", n: 100 },
    ]);
    const sides = {
      left: { measure: "n", area: "a", period: "2019" },
      right: { measure: "n", area: "b", period: "2019" },
    } as const;
    return verdictOf(d, comparison(d, sides, details));
  };

  test.each(hedges)("%s: so many times the other", async (hedge) => {
    const cases: [string, boolean | undefined, Verdict | undefined][] = [];
    for (const left of [50, 149, 150, 199, 200, 201, 249, 260, 300, 400]) {
      for (const value of [2, 3]) {
        const verdict = await beside(left, { stated: { value, unit: "times", hedge } });
        cases.push([`${left} beside 100: ${hedge} ${value} times`, holds(hedge, value, left / 100), verdict]);
      }
    }
    expect(mistakes(cases)).toEqual([]);
  });

  test.each(hedges)("%s: so much higher or lower than the other", async (hedge) => {
    const cases: [string, boolean | undefined, Verdict | undefined][] = [];
    for (const left of [20, 70, 79, 80, 81, 99, 100, 101, 119, 120, 121, 150, 299, 300, 301]) {
      for (const value of [20, 200]) {
        for (const relation of ["higher", "lower"] as const) {
          if (relation === "lower" && value === 200) continue;
          const isSo = relation === "higher" ? left > 100 : left < 100;
          const truth = isSo ? holds(hedge, value, Math.abs(left - 100)) : false;
          const verdict = await beside(left, { relation, stated: { value, unit: "percent", hedge } });
          cases.push([`${left} beside 100: ${hedge} ${value}% ${relation}`, truth, verdict]);
        }
      }
    }
    expect(mistakes(cases)).toEqual([]);
  });

  test("a relation is judged alone where no number is stated, whatever its unit", async () => {
    const said = (left: number) => beside(left, { relation: "higher", stated: { unit: "percent" } });
    expect([await said(101), await said(99)]).toEqual(["supported", "refuted"]);
  });

  test("200% higher is three times as high; 200% of it is twice", async () => {
    const higher = { relation: "higher", stated: { value: 200, unit: "percent" } } as const;
    const of = { stated: { value: 200, unit: "percent" } } as const;
    expect([await beside(300, higher), await beside(200, higher)]).toEqual(["supported", "refuted"]);
    expect([await beside(300, of), await beside(200, of)]).toEqual(["refuted", "supported"]);
    const third = { relation: "lower", stated: { value: 1 / 3, unit: "fraction" } } as const;
    expect([await beside(67, third), await beside(33, third)]).toEqual(["supported", "refuted"]);
  });
});

describe("how wide `about` is", () => {
  const at = { measure: "n", area: "a", period: "2019" } as const;
  const isAbout = async (n: number, stated: StatedSpec) => {
    const d = await read([{ period: "2019", n }]);
    return verdictOf(d, count(d, at, { stated: { ...stated, hedge: "about" } })) === "supported";
  };

  test.each([
    [0, [0], [1]],
    [46, [45, 46, 47], [44, 48, 49]],
    [50, [45, 50, 55], [44, 56]],
    [45, [43, 47], [42, 48]],
    [20, [15, 25], [14, 26]],
    [7, [7], [6, 8]],
    [274, [273, 275], [272, 276]],
    [300, [270, 330], [269, 331]],
    [1000, [900, 1100], [899, 1101]],
    [4370, [4365, 4375], [4364, 4376]],
    [4373, [4372, 4374], [4371, 4375]],
    [4400, [4350, 4450], [4349, 4451]],
    [2500, [2250, 2750], [2249, 2751]],
    [1_200_000, [1_150_000, 1_250_000], [1_149_999, 1_250_001]],
  ])("about %d", async (value, inside, outside) => {
    for (const n of inside) expect([n, await isAbout(n, { value })]).toEqual([n, true]);
    for (const n of outside) expect([n, await isAbout(n, { value })]).toEqual([n, false]);
  });

  test.each([
    [46, "percent", [45, 47], [44.9, 47.1, 49.6]],
    [50, "percent", [45, 55], [44.9, 55.1]],
    [20, "percent", [18, 22], [17.9, 22.1]],
    [46.5, "percent", [46.4, 46.6], [46.3, 46.7]],
    [0.5, "fraction", [45, 55], [44.9, 55.1]],
    [1 / 7, "fraction", [13, 15.5], [12.5, 16]],
    [0.15, "fraction", [14, 16], [13, 17]],
    [0.01, "fraction", [0.95, 1.05], [0.8, 1.2]],
    [0.1, "fraction", [5, 15], [4.9, 15.1]],
    [0.9, "fraction", [85, 95], [84.9, 95.1]],
  ] as const)("about %d %s", async (value, unit, inside, outside) => {
    for (const s of [...inside, ...outside]) {
      const d = await read([{ period: "2019", s }]);
      const spec = rate(d, { measure: "s", area: "a", period: "2019" }, { stated: { value, unit, hedge: "about" } });
      expect([s, verdictOf(d, spec)]).toEqual([s, asVerdict((inside as readonly number[]).includes(s))]);
    }
  });

  test("no hedge but a bound allows less than the number without one, on its own side", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 20_000 }),
        fc.constantFrom(1, 10, 100),
        fc.integer({ min: -60, max: 60 }),
        async (value, step, off) => {
          const n = Math.max(0, value + off);
          const d = await read([{ period: "2019", n }]);
          const said = (hedge: Hedge) => verdictOf(d, count(d, at, { stated: { value, step, hedge } }));
          if (said("none") === "supported") expect(said("about")).toBe("supported");
          if (said("none") === "supported" && n < value) expect(said("nearly")).toBe("supported");
          if (said("nearly") === "supported") expect([n, n < value]).toEqual([n, true]);
          if (said("none") === "supported" && n > value) expect(said("just-over")).toBe("supported");
          // What is more than a number is just over it or well over it; what is far beyond is not just over it.
          const over = [said("just-over"), said("well-over")].includes("supported");
          expect([n, over]).toEqual([n, said("more-than") === "supported"]);
          const under = [said("nearly"), said("well-under")].includes("supported");
          expect([n, under]).toEqual([n, said("less-than") === "supported"]);
        },
      ),
      { numRuns: trials(200, 40) },
    );
  });
});

describe("how far `just over`, `nearly` and `well over` reach", () => {
  const at = { measure: "n", area: "a", period: "2019" } as const;
  test.each<[Hedge, number, readonly number[], readonly number[]]>([
    ["just-over", 300, [301, 330], [300, 331, 900]],
    ["just-over", 1000, [1001, 1100], [1000, 1101]],
    ["just-over", 4373, [4374], [4373, 4375]],
    ["nearly", 300, [270, 299], [269, 300]],
    ["well-over", 300, [316, 900], [300, 301, 315]],
    ["well-over", 50, [53], [50, 52]],
    ["well-under", 300, [10, 284], [285, 299, 300]],
  ])("%s %d", async (hedge, value, inside, outside) => {
    for (const n of [...inside, ...outside]) {
      const d = await read([{ period: "2019", n }]);
      const verdict = verdictOf(d, count(d, at, { stated: { value, hedge } }));
      expect([n, verdict]).toEqual([n, asVerdict(inside.includes(n))]);
    }
  });

  test.each<[Hedge, number, readonly number[], readonly number[]]>([
    ["just-over", 1 / 2, [50.1, 55], [50, 55.1]],
    ["just-over", 1 / 3, [33.5, 36.6], [33.3, 37]],
    ["nearly", 2 / 3, [63.5, 66.6], [63, 66.7]],
    ["well-over", 1 / 2, [52.6, 90], [50.1, 52.5]],
    ["well-under", 1 / 2, [47.4, 10], [47.5, 49.9]],
  ])("%s %d of all", async (hedge, value, inside, outside) => {
    for (const s of [...inside, ...outside]) {
      const d = await read([{ period: "2019", s }]);
      const spec = rate(d, { measure: "s", area: "a", period: "2019" }, { stated: { value, unit: "fraction", hedge } });
      expect([s, verdictOf(d, spec)]).toEqual([s, asVerdict(inside.includes(s))]);
    }
  });
});

describe("how far two figures are apart", () => {
  const sides = (measure: "n" | "s" | "r") =>
    ({
      left: { measure, area: "a", period: "2019" },
      right: { measure, area: "b", period: "2019" },
    }) as const;
  const beside = async (row: { readonly s?: number; readonly n?: number }, other: typeof row) =>
    read([
      { area: "A", period: "2019", ...row },
      { area: "B", period: "2019", ...other },
    ]);

  test.each(hedges)("%s: in percentage points, and in numbers, against plain arithmetic", async (hedge) => {
    const cases: [string, boolean | undefined, Verdict | undefined][] = [];
    for (const left of [20, 42, 43, 44, 49, 50, 51, 56, 57, 58, 70, 95]) {
      const d = await beside({ s: left, n: left }, { s: 50, n: 50 });
      for (const relation of ["higher", "lower", undefined] as const) {
        for (const [unit, measure] of [
          ["percentage-points", "s"],
          ["number", "n"],
        ] as const) {
          const isSo = relation === undefined || (relation === "higher" ? left > 50 : left < 50);
          const truth = isSo && left !== 50 ? holds(hedge, 7, Math.abs(left - 50)) : false;
          const details = { stated: { value: 7, unit, hedge }, ...(relation && { relation }) };
          const verdict = verdictOf(d, comparison(d, sides(measure), details));
          cases.push([`${left} beside 50: ${hedge} 7 ${unit} ${relation ?? "apart"}`, truth, verdict]);
        }
      }
    }
    expect(mistakes(cases)).toEqual([]);
  });

  test("the figure is the distance, in words too", async () => {
    const d = await beside({ s: 42.2 }, { s: 24.6 });
    const evaluator = createClaimEvaluator(new Map([["d", d]]));
    const spec = comparison(d, sides("s"), { relation: "higher", stated: { value: 17.6, unit: "percentage-points" } });
    const claim = evaluateClaims({ it: spec }, evaluator).get("it");
    expect(claim?.verdict).toBe("supported");
    expect([claim?.figure?.text, claim?.figure?.unit, claim?.words.phrase]).toEqual([
      "17.6 percentage points",
      "percentage-points",
      "17.6 percentage points higher than for B",
    ]);
  });

  test("per cent are no percentage points here either", async () => {
    const d = await beside({ s: 42.2 }, { s: 24.6 });
    const said = (value: number, unit: "percent" | "percentage-points") => {
      const spec = comparison(d, sides("s"), { relation: "higher", stated: { value, unit } });
      const claim = evaluateClaims({ it: spec }, createClaimEvaluator(new Map([["d", d]]))).get("it");
      return [claim?.verdict, claim?.issues.map(({ code }) => code)];
    };
    expect(said(17.6, "percent")).toEqual(["refuted", ["unit-mismatch"]]);
    expect(said(71.5, "percentage-points")).toEqual(["refuted", ["unit-mismatch"]]);
    expect(said(71.5, "percent")).toEqual(["supported", ["percent-of-share"]]);
  });

  test("points of what is no share, and a distance of equal figures, are errors", async () => {
    const d = await beside({ n: 5 }, { n: 4 });
    const points = { stated: { value: 1, unit: "percentage-points" } } as const;
    expect(() => verdictOf(d, comparison(d, sides("n"), points))).toThrow("only shares differ by percentage points");
    const number = { relation: "equal", stated: { value: 1, unit: "number" } } as const;
    expect(() => verdictOf(d, comparison(d, sides("n"), number))).toThrow('its relation is "equal"');
  });
});

describe("the claims of one article are read in the same way", () => {
  const count = (value: number, period: string): ClaimSpec => ({
    kind: "count",
    dataset: "d",
    of: { at: { area: "a", period } },
    stated: { value },
  });
  const verdicts = (specs: Readonly<Record<string, ClaimSpec>>) =>
    checkConsistency(specs).map(({ rule, verdict }) => [rule, verdict]);

  test("a fall of less than half is none beside a rise", () => {
    const fall: ClaimSpec = {
      kind: "change",
      dataset: "d",
      of: { at: { area: "a" } },
      from: "2018",
      to: "2019",
      stated: { value: -50, unit: "percent", hedge: "less-than" },
    };
    expect(verdicts({ a: count(100, "2018"), b: count(140, "2019"), c: fall })).toEqual([
      ["change-of-counts", "inconsistent"],
    ]);
    expect(verdicts({ a: count(100, "2018"), b: count(60, "2019"), c: fall })).toEqual([
      ["change-of-counts", "consistent"],
    ]);
    const up: ClaimSpec = {
      kind: "direction",
      dataset: "d",
      of: { at: { area: "a" } },
      from: "2018",
      to: "2019",
      direction: "up",
      stated: {},
    };
    expect(verdicts({ c: fall, up })).toEqual([["direction", "inconsistent"]]);
  });

  test("200% higher beside two counts", () => {
    const side = (area: string, value: number): ClaimSpec => ({
      kind: "count",
      dataset: "d",
      of: { at: { area, period: "2019" } },
      stated: { value },
    });
    const more: ClaimSpec = {
      kind: "comparison",
      dataset: "d",
      left: { at: { area: "a", period: "2019" } },
      right: { at: { area: "b", period: "2019" } },
      relation: "higher",
      stated: { value: 200, unit: "percent" },
    };
    expect(verdicts({ a: side("a", 300), b: side("b", 100), more })).toEqual([["comparison", "consistent"]]);
    expect(verdicts({ a: side("a", 200), b: side("b", 100), more })).toEqual([["comparison", "inconsistent"]]);
  });
});
