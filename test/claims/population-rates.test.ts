import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ClaimSpec,
  count,
  createClaimEvaluator,
  defineClaims,
  evaluateClaims,
  formatClaims,
  inDataset,
  parseClaims,
  rate,
  readClaimSpec,
} from "../../src/claims/index.ts";
import { defineDataset, readDataset, toLoadedDatasets } from "../../src/dataset/index.ts";
import { BriefingError } from "../../src/diagnostics/index.ts";
import { controlLimits } from "../../src/uncertainty/index.ts";

const area = { role: "area", label: "Area", plural: "areas" } as const;
const period = { role: "time", label: "Year" } as const;
const sources = { home: { title: "Made up", publisher: "Nobody", kind: "other" } } as const;

const definition = defineDataset({
  title: "Offences and children",
  dimensions: { area, period },
  measures: {
    offences: { label: "Offences", unit: { one: "offence", other: "offences" }, statType: "count" },
    children: { label: "Children", unit: { one: "child", other: "children" }, statType: "count" },
    published: { label: "Rate", unit: { one: "offence", other: "offences" }, statType: "rate", per: 1000 },
  },
  sources,
  layout: { note: { column: "note" }, statuses: [{ noteContains: "at least", status: "lower-bound" }] },
});

const at = { area: "kent", period: "latest" } as const;

async function read(rows: readonly Readonly<Record<string, unknown>>[]) {
  const dataset = await readDataset(
    definition,
    { rows: rows.map((row) => ({ area: "Kent", period: "2018/19", published: 1, note: "", ...row })) },
    { id: "offences" },
  );
  const evaluator = createClaimEvaluator(new Map([["offences", dataset]]));
  const evaluate = (spec: ClaimSpec) => {
    const claim = evaluateClaims({ it: spec }, evaluator).get("it");
    if (!claim) throw new Error("The claim was not evaluated.");
    return claim;
  };
  const ofKent = (details: Omit<NonNullable<Parameters<typeof rate>[2]>, "population" | "overall"> = {}) =>
    rate(dataset, { measure: "offences", ...at }, { population: { measure: "children", ...at }, ...details });
  return { dataset, evaluate, ofKent };
}

describe("cases in a population", () => {
  test("a count per 100,000, or per as many as are asked for", async () => {
    const { evaluate, ofKent } = await read([{ offences: 274, children: 520_000 }]);
    expect(evaluate(ofKent())).toMatchObject({
      verdict: "supported",
      figure: { text: "52.7", rounded: 52.7 },
      words: { phrase: "52.7 offences per 100,000 children", area: "Kent", period: "2018/19" },
    });
    expect(evaluate(ofKent({ per: 1000 })).words.phrase).toBe("0.5 offences per 1,000 children");
  });

  test("both cells are evidence, each in its role", async () => {
    const { evaluate, ofKent } = await read([{ offences: 274, children: 520_000 }]);
    expect(evaluate(ofKent()).evidence.map(({ role, observation }) => [role, observation.measure])).toEqual([
      ["of", "offences"],
      ["population", "children"],
    ]);
  });

  test("counts say theirs too, and the figure holds its ends", async () => {
    const { dataset, evaluate, ofKent } = await read([{ offences: 274, children: 520_000 }]);
    const counted = evaluate(count(dataset, { measure: "offences", ...at }, { uncertainty: true }));
    expect(counted.words.phrase).toBe("274 offences (95% confidence interval 243 to 308)");
    expect(counted.figure?.interval).toEqual({ low: 243, high: 308 });
    expect(evaluate(ofKent({ uncertainty: true })).figure?.interval).toEqual({ low: 46.6, high: 59.3 });
    expect(evaluate(ofKent()).figure).not.toHaveProperty("interval");
  });

  test("a hidden count, and one that is at least so many, have no interval", async () => {
    const hidden = await read([{ offences: "[c]", children: 520_000 }]);
    const spec = count(hidden.dataset, { measure: "offences", ...at }, { uncertainty: true });
    expect(hidden.evaluate(spec)).toMatchObject({ figure: null, absence: "suppressed" });
    expect(hidden.evaluate(spec).words.phrase).not.toMatch(/\d/);
    const bound = await read([{ offences: 274, children: 520_000, note: "at least" }]);
    const uncertain = { uncertainty: true } as const;
    for (const claim of [count(bound.dataset, { measure: "offences", ...at }, uncertain), bound.ofKent(uncertain)]) {
      expect(bound.evaluate(claim).words.phrase).not.toContain("confidence");
      expect(bound.evaluate(claim).figure).not.toHaveProperty("interval");
    }
  });

  test("the interval is Byar's, and is said where it is asked for", async () => {
    const { evaluate, ofKent } = await read([{ offences: 274, children: 520_000 }]);
    expect(evaluate(ofKent({ uncertainty: true })).words.phrase).toBe(
      "52.7 offences per 100,000 children (95% confidence interval 46.6 to 59.3)",
    );
  });

  test("a rate of fewer than 20 cases warns the author and the reader", async () => {
    const { evaluate, ofKent } = await read([{ offences: 19, children: 520_000 }]);
    const claim = evaluate(ofKent());
    expect(claim.issues.map(({ code }) => code)).toEqual(["small-base"]);
    expect(claim.words.note).toContain("The rate is of fewer than 20 cases");
    const enough = await read([{ offences: 20, children: 520_000 }]);
    expect(enough.evaluate(enough.ofKent()).issues).toEqual([]);
  });

  test.each([
    ["a hidden count", { offences: "[c]", children: 1000 }, "suppressed"],
    ["a hidden population", { offences: 30, children: "[c]" }, "suppressed"],
    ["a missing population", { offences: 30, children: "" }, "missing"],
    ["a population of nobody", { offences: 0, children: 0 }, "missing"],
  ])("%s has no rate, and no digit", async (_, row, absence) => {
    const { evaluate, ofKent } = await read([row]);
    const { figure, words, ...claim } = evaluate(ofKent({ uncertainty: true }));
    expect([figure, claim.absence]).toEqual([null, absence]);
    expect([words.phrase, words.value, words.change].join(" ")).not.toMatch(/\d/);
  });

  test("a stated rate is checked, with its working", async () => {
    const { evaluate, ofKent } = await read([{ offences: 274, children: 520_000 }]);
    const right = evaluate(ofKent({ stated: { value: 52.7 } }));
    const wrong = evaluate(ofKent({ stated: { value: 62.7 } }));
    expect([right.verdict, wrong.verdict]).toEqual(["supported", "refuted"]);
    expect(wrong.facets[0]?.reason).toBe("274 offences among 520,000 children: the figures give 52.7, not 62.7.");
  });

  test("the rate of another area is found out", async () => {
    const { dataset, evaluate } = await read([
      { offences: 274, children: 520_000 },
      { area: "Essex", offences: 100, children: 400_000, period: "2018/19" },
    ]);
    const mixed = rate(
      dataset,
      { measure: "offences", ...at },
      { population: { measure: "children", ...at, area: "essex" } },
    );
    expect(() => evaluate(mixed)).toThrow(/The cases are those of Kent, and the population is that of Essex/);
  });

  test("a population of another dataset serves, by its own names and periods", async () => {
    const { dataset } = await read([{ offences: 274, children: 1 }]);
    const people = await readDataset(
      defineDataset({
        title: "Census",
        dimensions: { place: { ...area, label: "Place" }, year: period },
        measures: { people: { label: "People", unit: { one: "person", other: "people" }, statType: "count" } },
        sources,
      }),
      { rows: [{ place: "Kent", year: "2018", people: 548_000 }] },
      { id: "census" },
    );
    const evaluator = createClaimEvaluator(new Map([dataset, people].map((one) => [one.id, one])));
    const spec = (year: string) =>
      rate(dataset, { measure: "offences", ...at }, { population: inDataset(people, { place: "kent", year }) });
    for (const declared of ["2018", "latest-available"]) {
      const claim = evaluateClaims({ it: spec(declared) }, evaluator).get("it");
      expect(claim?.words.phrase).toBe("50.0 offences per 100,000 people");
      expect(claim?.words.note).toContain("The cases are those of 2018/19, and what they are divided by is of 2018.");
    }
    // Nobody decided that the newest of one is divided by the newest of the other.
    expect(() => evaluateClaims({ it: spec("latest") }, evaluator)).toThrow(
      /mix two periods: 2018\/19 for offences of offences, 2018 for people of census \("latest"\)/,
    );
  });

  test.each([
    [
      "a rate of a rate",
      { measure: "published" },
      {},
      /published is a rate: only a count can be divided by a population/,
    ],
    ["per day and per population", { measure: "offences" }, { per: "day" }, /per day or per population, not both/],
  ] as const)("%s is refused", async (_, of, details, message) => {
    const { dataset, evaluate } = await read([{ offences: 274, children: 520_000 }]);
    const spec = rate(dataset, { ...of, ...at }, { population: { measure: "children", ...at }, ...details });
    expect(() => evaluate(spec)).toThrow(message);
  });

  test.each([
    ["per", { per: 1000 }, /A rate per 1,000 needs a population/],
    ["uncertainty", { uncertainty: true }, /The uncertainty of a rate needs a population/],
  ])("%s without a population is refused, not ignored", async (_, details, message) => {
    const { dataset, evaluate } = await read([{ offences: 274, children: 520_000 }]);
    expect(() => evaluate(rate(dataset, { measure: "offences", ...at }, details))).toThrow(message);
  });

  test("a claims file holds it, and refuses a rate per none", async () => {
    const { dataset, ofKent } = await read([{ offences: 274, children: 520_000 }]);
    const spec = ofKent({ per: 10_000, uncertainty: true });
    const set = defineClaims({ title: "Kent", datasets: { offences: definition }, claims: () => ({ kent: spec }) });
    const text = formatClaims(set, new Map([["offences", dataset]]));
    const loaded = toLoadedDatasets(new Map([["offences", dataset]]));
    expect(parseClaims(text, "claims.json").claims(loaded)).toEqual({ kent: spec });
    expect(() => parseClaims(text.replace("10000", "0"), "claims.json")).toThrow(BriefingError);
  });

  test("it is the exact quotient, rounded once", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 100_000 }),
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.constantFrom(100, 1000, 10_000, 100_000),
        async (offences, children, per) => {
          const { evaluate, ofKent } = await read([{ offences, children }]);
          const tenths = (BigInt(offences) * BigInt(per) * 20n + BigInt(children)) / (2n * BigInt(children));
          expect(evaluate(ofKent({ per })).figure?.rounded).toBe(Number(tenths) / 10);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe("control limits of a rate", () => {
  const cases = [
    { area: "Kent", offences: 400, children: 150_000 },
    { area: "Essex", offences: 100, children: 50_000 },
    { area: "All", offences: 500, children: 200_000 },
  ];
  const all = { area: "all", period: "latest" } as const;
  const overall = { of: { measure: "offences", ...all }, population: { measure: "children", ...all } } as const;

  test("are of what is expected of its population, if all had one rate", async () => {
    const { evaluate, ofKent } = await read(cases);
    const { figure } = evaluate(ofKent({ overall } as never));
    // 375 cases are expected: 250 in 100,000.
    const [inner, outer] = [controlLimits(375), controlLimits(375, 0.998)];
    const rounded = (count: number) => Math.round((count / 150_000) * 1e8) / 1000;
    expect(figure?.limits).toEqual({
      low: rounded(inner.low),
      high: rounded(inner.high),
      outerLow: rounded(outer.low),
      outerHigh: rounded(outer.high),
    });
    expect(evaluate(ofKent()).figure?.limits).toBeUndefined();
  });

  test("are on the side of the printed rate that they are on of the rate itself", async () => {
    for (let count = 320; count <= 430; count += 1) {
      const { evaluate, ofKent } = await read([
        { area: "Kent", offences: count, children: 150_000 },
        { area: "Essex", offences: 500 - count, children: 50_000 },
        { area: "All", offences: 500, children: 200_000 },
      ]);
      const { figure } = evaluate(ofKent({ overall, per: 1000 } as never));
      const { value, rounded, limits } = figure ?? {};
      for (const [end, level] of [
        ["low", 0.95],
        ["high", 0.95],
        ["outerLow", 0.998],
        ["outerHigh", 0.998],
      ] as const) {
        const exact = controlLimits(375, level)[/low/i.test(end) ? "low" : "high"] / 150;
        expect([count, end, Math.sign((limits?.[end] ?? 0) - Number(rounded))]).toEqual([
          count,
          end,
          Math.sign(exact - Number(value)),
        ]);
      }
    }
  });

  test("are not there where a count of all is hidden or missing, or the area's own", async () => {
    for (const hidden of ["Kent", "All"]) {
      for (const measure of ["offences", "children"]) {
        const { evaluate, ofKent } = await read(
          cases.map((row) => (row.area === hidden ? { ...row, [measure]: "[c]" } : row)),
        );
        expect(evaluate(ofKent({ overall } as never)).figure?.limits).toBeUndefined();
      }
    }
  });

  test("do not tell a hidden count: the same whatever it is", async () => {
    const limitsWith = async (essex: number) => {
      const { evaluate, ofKent } = await read(
        cases.map((row) => (row.area === "Essex" ? { ...row, offences: essex < 0 ? "[c]" : essex } : row)),
      );
      return evaluate(ofKent({ overall } as never)).figure?.limits;
    };
    expect(await limitsWith(-1)).toEqual(await limitsWith(100));
  });

  test("need a population", async () => {
    const { dataset, evaluate } = await read(cases);
    const spec = rate(dataset, { measure: "offences", ...at }, { overall } as never);
    expect(() => evaluate(spec)).toThrow(/needs a population/);
  });

  test("are asked for in writing too", async () => {
    const { ofKent } = await read(cases);
    const spec = ofKent({ overall } as never);
    expect(readClaimSpec("it", JSON.parse(JSON.stringify(spec)))).toEqual(spec);
    expect(() => readClaimSpec("it", { ...spec, overall: { of: overall.of } })).toThrow(BriefingError);
  });
});
