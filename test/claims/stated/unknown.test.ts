import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Claim,
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
  record,
  share,
} from "../../../src/claims/index.ts";
import { type Dataset, defineDataset, readDataset } from "../../../src/dataset/index.ts";
import { inPart } from "../../support/trials.ts";

/** What the data does not say refutes nothing: whatever is taken from it, no true claim is refuted, nor any that was not. */

const areas = ["a", "b", "c", "d", "e"] as const;
const years = ["2016", "2017", "2018", "2019"] as const;
const definition = defineDataset({
  title: "Cases",
  dimensions: {
    area: {
      role: "area",
      label: "Area",
      plural: "areas",
      categories: [
        { id: "whole", label: "Whole" },
        ...areas.map((id) => ({ id, label: id.toUpperCase(), parent: "whole" })),
      ],
    },
    period: { role: "time", label: "Year" },
  },
  measures: {
    n: { label: "Cases", unit: { one: "case", other: "cases" }, statType: "count" },
    all: { label: "All", unit: { one: "thing", other: "things" }, statType: "count" },
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

type Cell = { readonly n: number | string; readonly all: number | string; readonly note?: string };
type Grid = ReadonlyMap<string, Cell>;
const places = [...areas, "whole"].flatMap((area) => years.map((period) => `${area} ${period}`));

/** @param revised what a second publication has of some places. */
const read = (grid: Grid, revised: Grid = new Map()) =>
  readDataset(definition, { rows: [...rowsOf(grid, "2020-01-01"), ...rowsOf(revised, "2021-01-01")] }, { id: "d" });
const rowsOf = (grid: Grid, vintage: string) =>
  [...grid].map(([place, { note = "", ...cell }]) => {
    const [area, period] = place.split(" ");
    return { area, period, ...cell, note, vintage };
  });
type Cases = Awaited<ReturnType<typeof read>>;

function evaluate(dataset: Dataset, spec: ClaimSpec): Claim {
  const claim = evaluateClaims({ it: spec }, createClaimEvaluator(new Map([["d", dataset]]))).get("it");
  if (!claim) throw new Error("The claim was not evaluated.");
  return claim;
}

const gridOf = (values: readonly (readonly [number, number])[]): Grid => {
  const grid = new Map<string, { n: number; all: number }>();
  for (const [index, [n, more]] of values.entries()) {
    grid.set(`${areas[Math.floor(index / years.length)]} ${years[index % years.length]}`, { n, all: n + more });
  }
  for (const period of years) {
    const parts = areas.map((area) => grid.get(`${area} ${period}`) ?? { n: 0, all: 0 });
    const sum = (key: "n" | "all") => parts.reduce((total, part) => total + part[key], 0);
    grid.set(`whole ${period}`, { n: sum("n"), all: sum("all") });
  }
  return grid;
};
const figures = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 })), {
    minLength: areas.length * years.length,
    maxLength: areas.length * years.length,
  })
  .map(gridOf);

/** What can happen to a cell: left empty, not available, hidden, a half-year's figure, "at least" less. */
const losses = ["", "[x]", "[c]", "half", "at least"] as const;
const thinned = (grid: Grid): fc.Arbitrary<Grid> =>
  fc
    .array(fc.tuple(fc.constantFrom(...places), fc.constantFrom(...losses), fc.boolean()), { maxLength: 14 })
    .map((taken) => {
      const thin = new Map(grid);
      for (const [place, loss, both] of taken) {
        const { n, all } = grid.get(place) as { n: number; all: number };
        if (loss === "half" || loss === "at least") {
          thin.set(place, { n: Math.floor(n / 2), all: Math.floor(all / 2), note: loss });
        } else thin.set(place, { n: loss, all: both ? loss : all });
      }
      return thin;
    });

type Place = (typeof areas)[number] | "whole";
const at = (area: Place, period: string) => ({ measure: "n", area, period }) as const;

/** Claims that are true of a grid, worked out by plain arithmetic. */
function trueClaims(grid: Grid): readonly ((d: Cases) => ClaimSpec)[] {
  const n = (area: string, period: string) => Number(grid.get(`${area} ${period}`)?.n);
  const all = (area: string, period: string) => Number(grid.get(`${area} ${period}`)?.all);
  const hundredth = (value: number) => Number(value.toFixed(2));
  const ordered = (period: string) => areas.map((area) => n(area, period)).sort((x, y) => x - y);
  return (["a", "e", "whole"] as const).flatMap((area: Place) =>
    years.slice(1).flatMap((period): ((d: Cases) => ClaimSpec)[] => {
      const from = String(Number(period) - 1);
      const [before, now] = [n(area, from), n(area, period)];
      const went = now > before ? "up" : now < before ? "down" : "flat";
      const earlier = years.filter((year) => year < period).map((year) => n(area, year));
      const [b, c] = [n("b", period), n("c", period)];
      const isTrueOfOne = area !== "whole";
      const sum = (year: string) => n("a", year) + n("b", year) + n("c", year);
      return [
        (d) => count(d, at(area, period), { stated: { value: now } }),
        (d) => count(d, at(area, period), { stated: { value: now + 1, hedge: "less-than" } }),
        (d) =>
          count(d, { measure: "n", area: ["a", "b"], period }, { stated: { value: n("a", period) + n("b", period) } }),
        (d) => rate(d, at(area, period), { per: "day", stated: { value: hundredth(now / 365), step: 0.1 } }),
        (d) =>
          rate(
            d,
            { measure: "n", area, period },
            {
              population: { measure: "all", area, period },
              per: 100,
              stated: { value: hundredth((100 * now) / all(area, period)), step: 0.1 },
            },
          ),
        (d) =>
          share(
            d,
            { part: at(area, period), whole: { measure: "all", area, period }, otherWhole: at("whole", period) },
            { stated: { value: hundredth((100 * now) / all(area, period)), unit: "percent", step: 0.1 } },
          ),
        (d) => direction(d, { measure: "n", area, from, to: period }, { direction: went, stated: {} }),
        (d) =>
          change(
            d,
            { measure: "n", area, from, to: period },
            { stated: { value: hundredth((100 * (now - before)) / before), unit: "percent", step: 0.1 } },
          ),
        (d) => change(d, { measure: "n", area, from, to: period }, { stated: { value: now - before, unit: "number" } }),
        (d) =>
          change(
            d,
            { measure: "n", area: ["a", "b", "c"], from, to: period },
            { stated: { value: sum(period) - sum(from), unit: "number" } },
          ),
        (d) =>
          direction(
            d,
            { measure: "n", area: ["a", "b", "c"], from, to: period },
            { direction: sum(period) > sum(from) ? "up" : sum(period) < sum(from) ? "down" : "flat", stated: {} },
          ),
        (d) =>
          comparison(
            d,
            { left: at("b", period), right: at("c", period) },
            { relation: b > c ? "higher" : b < c ? "lower" : "equal", stated: {} },
          ),
        (d) =>
          comparison(
            d,
            { left: at("b", period), right: at("c", period) },
            { relation: "times", stated: { value: hundredth(b / c), unit: "times", step: 0.1 } },
          ),
        (d) => median(d, { measure: "n", period, among: "area" }, { stated: { value: ordered(period)[2] as number } }),
        (d) =>
          comparison(
            d,
            { left: at("b", period), right: { median: { measure: "n", period }, among: "area" } },
            {
              relation: "times",
              stated: { value: hundredth(b / (ordered(period)[2] as number)), unit: "times", step: 0.1 },
            },
          ),
        ...(isTrueOfOne
          ? ([1, -1] as const).map((sign) => (d: Cases) => {
              const position = areas.filter((other) => sign * n(other, period) > sign * now).length + 1;
              const order = sign > 0 ? "highest" : "lowest";
              return rank(d, { ...at(area, period), among: "area" }, { order, stated: { value: position } });
            })
          : []),
        ...(now >= Math.max(...earlier) ? [(d: Cases) => record(d, at(area, period), { stated: {} })] : []),
        ...(now > Math.max(...earlier)
          ? [(d: Cases) => record(d, at(area, period), { surpassing: true, stated: {} })]
          : []),
        ...(now <= Math.min(...earlier)
          ? [(d: Cases) => record(d, at(area, period), { extreme: "lowest", stated: {} })]
          : []),
      ];
    }),
  );
}

const told = ({ spec, verdict, facets }: Claim) =>
  JSON.stringify({ spec, verdict, reasons: facets.map(({ reason }) => reason) });

describe("whatever is taken from the data", () => {
  test("a true claim is not refuted; with nothing taken it is supported", async () => {
    await fc.assert(
      fc.asyncProperty(
        figures.chain((grid) => fc.tuple(fc.constant(grid), thinned(grid))),
        async ([grid, thin]) => {
          const [full, less] = [await read(grid), await read(thin)];
          for (const make of trueClaims(grid)) {
            const whole = evaluate(full, make(full));
            expect(whole.verdict, told(whole)).toBe("supported");
            const claim = evaluate(less, make(less));
            expect(claim.verdict, told(claim)).not.toBe("refuted");
          }
        },
      ),
      { numRuns: inPart(4, 2) },
    );
  });

  test("a claim that the whole of the data does not refute is not refuted by less of it", async () => {
    await fc.assert(
      fc.asyncProperty(
        figures.chain((grid) => fc.tuple(fc.constant(grid), thinned(grid), figures)),
        async ([grid, thin, other]) => {
          const [full, less] = [await read(grid), await read(thin)];
          // What is true of other figures is mostly false of these, and sometimes not.
          for (const make of trueClaims(other)) {
            if (evaluate(full, make(full)).verdict === "refuted") continue;
            const claim = evaluate(less, make(less));
            expect(claim.verdict, told(claim)).not.toBe("refuted");
          }
        },
      ),
      { numRuns: inPart(4, 2) },
    );
  });
});

describe("where publications disagree", () => {
  const revisions = fc.array(
    fc.tuple(fc.constantFrom(...places.filter((place) => !place.startsWith("whole"))), fc.constantFrom(-2, -1, 1, 2)),
    { minLength: 1, maxLength: 2 },
  );
  /** One grid for every choice between the two publications. */
  const choices = (grid: Grid, revised: Grid): readonly Grid[] =>
    [...revised].reduce<readonly Grid[]>(
      (all, [place, cell]) => all.flatMap((one) => [one, new Map([...one, [place, cell]])]),
      [grid],
    );

  test("a verdict is that of every choice of them, or conflicting where they differ", async () => {
    await fc.assert(
      fc.asyncProperty(figures, figures, revisions, async (grid, other, changes) => {
        const revised = new Map(
          changes.map(([place, by]) => {
            const { n, all } = grid.get(place) as { n: number; all: number };
            return [place, { n: Math.max(1, Math.min(all, n + by)), all }];
          }),
        );
        const disputed = await read(grid, revised);
        const each = await Promise.all(choices(grid, revised).map((choice) => read(choice)));
        for (const make of [...trueClaims(grid), ...trueClaims(other)]) {
          const verdicts = new Set(each.map((d) => evaluate(d, make(d)).verdict));
          const [only] = verdicts;
          const claim = evaluate(disputed, make(disputed));
          expect(claim.verdict, told(claim)).toBe(verdicts.size === 1 ? only : "conflicting-evidence");
        }
      }),
      { numRuns: inPart(4, 1) },
    );
  });
});

test("a figure beside a median is not known where one of those is at least so much", async () => {
  const n = [1, 3, 3, 1, 2];
  const d = await read(
    new Map(
      areas.map((area, index) => [`${area} 2019`, { n: n[index] ?? 0, all: 9, note: area === "e" ? "at least" : "" }]),
    ),
  );
  const sides = { left: at("b", "2019"), right: { median: { measure: "n", period: "2019" }, among: "area" } } as const;
  const said = (value: number) =>
    evaluate(d, comparison(d, sides, { relation: "times", stated: { value, unit: "times", step: 0.1 } })).verdict;
  expect([said(1.5), said(1)]).toEqual(["not-enough-evidence", "not-enough-evidence"]);
});

describe("what is known refutes all the same", () => {
  const grid = gridOf(areas.flatMap((_, area) => years.map((_year, year) => [10 * (area + 1) + year, 100] as const)));
  const without = async (...taken: readonly string[]) =>
    read(new Map([...grid].map(([place, cell]) => [place, taken.includes(place) ? { ...cell, n: "" } : cell])));

  test("a place that no figure of the others can make true", async () => {
    const d = await without("e 2019");
    const of = (value: number, area: (typeof areas)[number] = "a") =>
      evaluate(d, rank(d, { ...at(area, "2019"), among: "area" }, { stated: { value } })).verdict;
    // Four are known: A is below three of them, and of E nothing is known.
    expect([1, 3, 4, 5].map((value) => of(value))).toEqual([
      "refuted",
      "refuted",
      "not-enough-evidence",
      "not-enough-evidence",
    ]);
    const top = rank(d, { ...at("d", "2019"), among: "area" }, { stated: { value: 2, hedge: "at-most" } });
    expect(evaluate(d, top).verdict).toBe("supported");
  });

  test("a median that no figure of the others can make true", async () => {
    const d = await without("e 2019");
    const of = (value: number) =>
      evaluate(d, median(d, { measure: "n", period: "2019", among: "area" }, { stated: { value } })).verdict;
    // 13, 23, 33, 43 and one more.
    expect([22, 23, 28, 33, 34].map(of)).toEqual([
      "refuted",
      "not-enough-evidence",
      "not-enough-evidence",
      "not-enough-evidence",
      "refuted",
    ]);
  });

  test("one to which the measure does not apply is not missed", async () => {
    const d = await read(new Map([...grid, ["e 2019", { n: "[z]", all: 1 }]]));
    expect(evaluate(d, rank(d, { ...at("d", "2019"), among: "area" }, { stated: { value: 1 } })).verdict).toBe(
      "supported",
    );
  });
});

describe("a tied record", () => {
  test.each([
    ["highest", [5, 9, 7, 9], "2017"],
    ["lowest", [9, 5, 7, 5], "2017"],
  ] as const)("the %s is none that is beyond all others", async (extreme, values, tied) => {
    const d = await read(new Map(values.map((n, index) => [`a ${years[index]}`, { n, all: 100 }])));
    const claim = (details: object) => evaluate(d, record(d, at("a", "2019"), { extreme, ...details }));
    const joint = claim({ stated: {} });
    expect([joint.verdict, joint.issues.map(({ code }) => code)]).toEqual([
      "supported",
      ["short-series", "tied-record"],
    ]);
    expect(joint.facets[0]?.reason).toContain(`and equals that of ${tied}`);
    expect(claim({ surpassing: true, stated: {} }).verdict).toBe("refuted");
    expect(claim({}).absence).toBe("missing");
    const longer = await read(
      new Map(
        [["2015", 7] as const, ...values.map((n, index) => [years[index], n] as const)].map(([year, n]) => [
          `a ${year}`,
          { n, all: 100 },
        ]),
      ),
    );
    expect(evaluate(longer, record(longer, at("a", "2019"), { extreme })).words.phrase).toBe(
      `the joint ${extreme} in these figures, which go back to 2015`,
    );
  });
});

test("a number that a larger area has is an issue where the area's own is not known", async () => {
  const d = await read(
    new Map<string, Cell>([
      ["whole 2018", { n: 100, all: 1 }],
      ["whole 2019", { n: 110, all: 1 }],
      ["a 2019", { n: "", all: 1 }],
    ]),
  );
  const said = (value: number) =>
    evaluate(
      d,
      change(d, { measure: "n", area: "a", from: "2018", to: "2019" }, { stated: { value, unit: "percent" } }),
    );
  expect([said(10).verdict, said(10).issues.map(({ code }) => code)]).toEqual([
    "not-enough-evidence",
    ["area-mismatch"],
  ]);
  expect([said(11).verdict, said(11).issues.map(({ code }) => code)]).toEqual(["not-enough-evidence", []]);
});
