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
  type StatedSpec,
  share,
  trend,
} from "../../src/claims/index.ts";
import { type Dataset, type DatasetSpec, defineDataset, readDataset } from "../../src/dataset/index.ts";
import { diagnosticsOf } from "../support/diagnostics-of.ts";

/** What would break the promise: a wrong, hidden or disputed figure printed, a true claim refuted, a false one supported. */

const spec = {
  title: "Cases",
  dimensions: {
    area: { role: "area", label: "Area", plural: "areas" },
    period: { role: "time", label: "Year", plural: "years" },
  },
  measures: { n: { label: "Cases", unit: { one: "case", other: "cases" }, statType: "count" } },
  sources: { s: { title: "Cases", publisher: "Ministry", kind: "official-statistics" } },
} as const satisfies DatasetSpec;
const definition = defineDataset(spec);
const published = defineDataset({
  ...spec,
  layout: {
    vintage: { column: "v" },
    note: { column: "note" },
    statuses: [
      { noteContains: "at least", status: "lower-bound" },
      { noteContains: "part of the year", status: "partial-period" },
      { noteContains: "provisional", status: "provisional" },
    ],
  },
});

const read = (rows: string) => readDataset(definition, { csv: `area,period,n\n${rows}` }, { id: "d" });
const readPublished = (rows: string) => readDataset(published, { csv: `area,period,n,v,note\n${rows}` }, { id: "d" });

function evaluate(dataset: Dataset, claim: ClaimSpec): Claim {
  const found = evaluateClaims({ it: claim }, createClaimEvaluator(new Map([["d", dataset]]))).get("it");
  if (!found) throw new Error("The claim was not evaluated.");
  return found;
}

const codeOf = (run: () => unknown) => diagnosticsOf(run)[0]?.code;

const said = (claim: Claim) =>
  `${Object.values(claim.words).join(" ")} ${claim.facets.map(({ reason }) => reason).join(" ")}`;

describe("what is disputed or withdrawn gives no figure", () => {
  test("a small base that publications dispute", async () => {
    const d = await readPublished("A,2018,40,2019,\nA,2018,60,2020,\nA,2019,100,2020,\n");
    const claim = evaluate(d, change(d, { area: "a", from: "2018", to: "2019" }));
    expect(claim).toMatchObject({ figure: null, absence: "conflict", verdict: "conflicting-evidence" });
    expect(claim.words.phrase).not.toMatch(/\d/);
    expect(claim.words.note).not.toMatch(/40|60|Pin/);
  });

  test("a record that hangs on a disputed year", async () => {
    const d = await readPublished(
      "A,2015,60,2016,\nA,2016,65,2017,\nA,2017,70,2018,\nA,2018,80,2019,\nA,2018,120,2020,\nA,2019,100,2020,\n",
    );
    expect(evaluate(d, record(d, { area: "a", period: "2019" }))).toMatchObject({ figure: null, absence: "conflict" });
  });

  test("a cell that a later publication suppresses is suppressed in the earlier one too, also as evidence", async () => {
    const d = await readPublished("A,2018,3,2019,\nA,2018,[c],2020,\n");
    for (const vintage of ["2019", "latest"]) {
      const claim = evaluate(d, count(d, { area: "a", period: "2018", vintage }));
      expect(claim.words.value).toBe("[c]");
      expect(JSON.stringify(claim.evidence)).not.toContain('"value":3');
    }
  });

  test("a newer publication that withdraws a figure is the latest", async () => {
    const d = await readPublished("A,2018,3,2019,\nA,2018,[x],2020,\n");
    expect(evaluate(d, count(d, { area: "a", period: "2018", vintage: "latest" })).absence).toBe("missing");
  });

  test("a hidden base is not worked back from what somebody said of it", async () => {
    const d = await read("A,2018,[c]\nA,2019,12\n");
    const stated = { value: 300, unit: "percent" } as const;
    const claim = evaluate(d, change(d, { area: "a", from: "2018", to: "2019" }, { stated }));
    expect(claim.verdict).toBe("not-enough-evidence");
    expect(said(claim)).not.toMatch(/start from/);
  });
});

describe("a figure is what its words say", () => {
  test("a fall on a small base is a fall, in figure and words", async () => {
    const d = await read("A,2018,22\nA,2019,14\n");
    const claim = evaluate(d, change(d, { area: "a", from: "previous", to: "latest" }));
    expect(claim.words.change).toBe("fell from 22 to 14");
    expect(claim.figure).toMatchObject({ unit: "percent", rounded: -0.36 });
    expect(claim.facets[0]?.reason).toBe("The figures go from 22 in 2018 to 14 in 2019.");
  });

  test("a change from zero has counts, and no size", async () => {
    const d = await read("A,2018,0\nA,2019,5\n");
    const claim = evaluate(d, change(d, { area: "a", from: "previous", to: "latest" }));
    expect(claim).toMatchObject({ figure: null, absence: null, words: { change: "rose from 0 to 5" } });
  });

  test("a median between two counts keeps its half; a small share is not nothing", async () => {
    const d = await read("A,2018,1\nB,2018,2\nC,2018,999\n");
    expect(
      evaluate(d, median(d, { period: "2018", among: { dimension: "area", categories: ["a", "b"] } })).words.value,
    ).toBe("1.5");
    const part = (area: string) =>
      evaluate(d, share(d, { part: { area, period: "2018" }, whole: { area: ["a", "c"], period: "2018" } })).words
        .value;
    expect([part("a"), part("c")]).toEqual(["less than 1%", "more than 99%"]);
  });

  test("a part larger than its whole is no share", async () => {
    const d = await read("A,2018,5\nB,2018,50\n");
    const claim = evaluate(d, share(d, { part: { area: "b", period: "2018" }, whole: { area: "a", period: "2018" } }));
    expect(claim).toMatchObject({ figure: null, absence: "missing" });
  });

  test("a comparison names what sets the two apart", async () => {
    const platforms = defineDataset({
      ...spec,
      dimensions: { ...spec.dimensions, platform: { role: "category", label: "Platform" } },
    });
    const d = await readDataset(
      platforms,
      { csv: "area,period,platform,n\nA,2018,Instagram,90\nA,2018,WhatsApp,9\nA,2019,WhatsApp,0\n" },
      { id: "d" },
    );
    const left = { area: "a", platform: "instagram", period: "2018" };
    const phrase = (platform: string, period: string, relation?: "times") =>
      evaluate(d, comparison(d, { left, right: { area: "a", platform, period } }, relation ? { relation } : {})).words
        .phrase;
    expect(phrase("whatsapp", "2018")).toBe("higher than for WhatsApp");
    expect(phrase("whatsapp", "2018", "times")).toBe("10.0 times the figure for WhatsApp");
    expect(phrase("whatsapp", "2019")).toBe("higher than for WhatsApp, 2019");
  });

  test("very small rates are exact too", async () => {
    const rates = defineDataset({ ...spec, measures: { n: { ...spec.measures.n, statType: "rate", decimals: 8 } } });
    const d = await readDataset(rates, { csv: "area,period,n\nA,2018,0.0000001\n" }, { id: "d" });
    expect(evaluate(d, rate(d, { area: "a", period: "2018" })).words.value).toBe("0.00000010");
  });
});

describe("unlike is not compared with like", () => {
  test("spans of other lengths, and spans that overlap", async () => {
    const d = await read("A,Apr-Sep 2017,126\nA,2017/18,418\nA,2018,700\nA,2018/19,929\n");
    const code = (from: string, to: string) => codeOf(() => evaluate(d, change(d, { area: "a", from, to })));
    expect(code("Apr-Sep 2017", "2018/19")).toBe("unequal-periods");
    expect(code("2017/18", "2018")).toBe("overlapping-periods");
    expect(
      codeOf(() =>
        evaluate(d, share(d, { part: { area: "a", period: "Apr-Sep 2017" }, whole: { area: "a", period: "2018/19" } })),
      ),
    ).toBe("unequal-periods");
  });

  test("a figure for part of a year is not ranked, compared or called a record, and says what it is", async () => {
    const d = await readPublished(
      "A,2018,19,2019,part of the year only\nB,2018,158,2019,\nB,2017,100,2019,\nA,2017,30,2019,\n",
    );
    expect(evaluate(d, count(d, { area: "a", period: "2018" })).words.note).toContain(
      "covers less than the whole period",
    );
    const specs: ClaimSpec[] = [
      rank(d, { area: "b", period: "2018", among: "area" }),
      median(d, { period: "2018", among: "area" }),
      comparison(d, { left: { area: "b", period: "2018" }, right: { area: "a", period: "2018" } }),
      rate(d, { area: "a", period: "2018" }, { per: "day" }),
      record(d, { area: "a", period: "2018" }, { extreme: "lowest" }),
    ];
    for (const claim of specs) expect(evaluate(d, claim).figure, claim.kind).toBeNull();
  });

  test("percentage points are of shares only", async () => {
    const d = await read("A,2018,114\nA,2019,274\n");
    expect(codeOf(() => evaluate(d, change(d, { area: "a", from: "2018", to: "2019" }, { mode: "points" })))).toBe(
      "wrong-kind",
    );
  });

  test("the declared total is not one of its parts", async () => {
    const withTotal = defineDataset({
      ...spec,
      dimensions: {
        ...spec.dimensions,
        area: {
          role: "area",
          label: "Area",
          plural: "areas",
          total: "all",
          categories: [
            { id: "all", label: "All" },
            { id: "a", label: "A" },
            { id: "b", label: "B" },
          ],
        },
      },
    });
    const d = await readDataset(
      withTotal,
      { csv: "area,period,n\nAll,2018,500\nA,2018,200\nB,2018,300\n" },
      { id: "d" },
    );
    expect(codeOf(() => evaluate(d, count(d, { area: ["all", "a"], period: "2018" })))).toBe("counted-twice");
    expect(evaluate(d, rank(d, { area: "b", period: "2018", among: "area" })).words.phrase).toBe(
      "the highest of 2 areas",
    );
    expect(evaluate(d, count(d, { period: "2018" })).words.value).toBe("500");
    const nowhere = d.category("area", "Nowhere") as unknown as "a";
    expect(codeOf(() => count(d, { area: nowhere, period: "2018" }))).toBe("undefined-category");
  });
});

describe("stated claims are judged in the unit in which they are made", () => {
  const cases: [string, number, number, StatedSpec, string][] = [
    ["doubled", 26, 52, { value: 2, unit: "times" }, "supported"],
    ["doubled, when it rose by 160%", 100, 260, { value: 2, unit: "times" }, "refuted"],
    ["a rise of 140, the unit left to the kind", 114, 274, { value: 140 }, "supported"],
    ["160 more", 114, 274, { value: 160, unit: "number" }, "supported"],
    ["about a 30% fall", 109, 76, { value: -30, unit: "percent", hedge: "about" }, "supported"],
    ["nearly a 31% fall", 109, 76, { value: -31, unit: "percent", hedge: "nearly" }, "supported"],
    ["a fall of more than 25%", 109, 76, { value: -25, unit: "percent", hedge: "more-than" }, "supported"],
    ["a fall of more than 50%", 109, 76, { value: -50, unit: "percent", hedge: "more-than" }, "refuted"],
    ["a third more", 300, 400, { value: 1 / 3, unit: "fraction" }, "supported"],
  ];
  test.each(cases)("%s: %d to %d", async (_, from, to, stated, verdict) => {
    const d = await read(`A,2018,${from}\nA,2019,${to}\n`);
    expect(evaluate(d, change(d, { area: "a", from: "2018", to: "2019" }, { stated })).verdict).toBe(verdict);
  });

  test("a unit that the kind does not have is an error", async () => {
    const d = await read("A,2018,274\n");
    const stated = (value: StatedSpec) =>
      codeOf(() => evaluate(d, count(d, { area: "a", period: "2018" }, { stated: value })));
    expect(stated({ value: 27_400, unit: "percent" })).toBe("unit-not-of-kind");
    expect(stated({ value: Number.NaN })).toBe("invalid-claim");
  });

  test("a number beside a direction is judged or refused, never passed over", async () => {
    const d = await read("A,2018,100\nA,2019,170\nB,2018,1\nB,2019,100\n");
    const way = direction(
      d,
      { area: "a", from: "2018", to: "2019" },
      { direction: "up", stated: { value: 999, unit: "percent" } },
    );
    expect(codeOf(() => evaluate(d, way))).toBe("unit-not-of-kind");
    const high = record(d, { area: "a", period: "2019" }, { stated: { value: 999 } });
    expect(evaluate(d, high).verdict).toBe("refuted");
    const times = comparison(
      d,
      { left: { area: "a", period: "2019" }, right: { area: "b", period: "2019" } },
      { relation: "higher", stated: { value: 5, unit: "times" } },
    );
    expect(evaluate(d, times).verdict).toBe("refuted");
  });

  test("significance that cannot be tested is not supported", async () => {
    const rates = defineDataset({ ...spec, measures: { n: { ...spec.measures.n, statType: "rate" } } });
    const d = await readDataset(rates, { csv: "area,period,n\nA,2018,10\nA,2019,20\n" }, { id: "d" });
    const claim = direction(
      d,
      { area: "a", from: "2018", to: "2019" },
      { direction: "up", degree: "significantly", stated: {} },
    );
    expect(evaluate(d, claim).verdict).toBe("not-enough-evidence");
  });

  test("a stated place is counted from the top", async () => {
    const d = await read("A,2018,10\nB,2018,20\nC,2018,30\n");
    const first = rank(d, { area: "a", period: "2018", among: "area" }, { stated: { value: 1 } });
    expect(evaluate(d, first).verdict).toBe("refuted");
  });

  test("what is at least so much decides only what it can", async () => {
    const d = await readPublished('A,2018,4373,2019,"at least"\n');
    const verdict = (stated: StatedSpec) => evaluate(d, count(d, { area: "a", period: "2018" }, { stated })).verdict;
    expect(verdict({ value: 4373 })).toBe("supported");
    expect(verdict({ value: 4000, hedge: "more-than" })).toBe("supported");
    expect(verdict({ value: 4500 })).toBe("not-enough-evidence");
    expect(verdict({ value: 5000, hedge: "less-than" })).toBe("not-enough-evidence");
    expect(verdict({ value: 4000 })).toBe("refuted");
  });

  test("an open-ended number is not taken for another area's", async () => {
    const nested = defineDataset({
      ...spec,
      dimensions: {
        ...spec.dimensions,
        area: {
          role: "area",
          label: "Area",
          categories: [
            { id: "uk", label: "UK" },
            { id: "e", label: "England", parent: "uk" },
          ],
        },
      },
    });
    const d = await readDataset(nested, { csv: "area,period,n\nEngland,2018,4373\n" }, { id: "d" });
    const uk = (stated: StatedSpec) => {
      const { verdict, issues } = evaluate(d, count(d, { area: "uk", period: "2018" }, { stated }));
      return [verdict, ...issues.map(({ code }) => code)];
    };
    expect(uk({ value: 4000, hedge: "more-than" })).toEqual(["not-enough-evidence"]);
    expect(uk({ value: 4373 })).toEqual(["not-enough-evidence", "area-mismatch"]);
  });

  test("the figures that an author adds to a derived claim are not traced", async () => {
    const d = await read("A,2018,10\nB,2018,20\n");
    expect(
      codeOf(() => evaluate(d, count(d, { area: "a", period: "2018" }, { caveats: ["There were 888 more."] }))),
    ).toBe("untraced-figure");
  });
});

describe("categories are never merged or mistaken", () => {
  test("signs tell labels apart; labels that no sign tells apart are an error", async () => {
    const ages = defineDataset({
      ...spec,
      dimensions: { ...spec.dimensions, age: { role: "category", label: "Age" } },
    });
    const d = await readDataset(ages, { csv: "area,period,age,n\nA,2018,<16,7\nA,2018,16+,7\n" }, { id: "d" });
    expect(d.categories("age").map(({ id }) => id)).toEqual(["under-16", "16-plus"]);
    expect(evaluate(d, count(d, { area: "a", period: "2018", age: ["under-16", "16-plus"] })).words.value).toBe("14");
    await expect(read("St. John,2018,5\nSt John,2019,50\n")).rejects.toThrow(
      /makes an id, st-john, that "St. John" has already/,
    );
  });

  test("a definition whose names clash is refused", () => {
    expect(() =>
      defineDataset({
        ...spec,
        dimensions: {
          state: { role: "area", label: "State" },
          area: {
            role: "area",
            label: "Area",
            categories: [
              { id: "north", label: "North", aliases: ["N"] },
              { id: "norfolk", label: "Norfolk", aliases: ["N"] },
            ],
          },
        },
      }),
    ).toThrow(/cannot be called "state"[\s\S]*"n" stands for two categories/);
  });

  test("months that look like years are months, unless the definition has years", async () => {
    const monthly = await read("A,2011-11,200\nA,2011-12,300\n");
    expect(evaluate(monthly, count(monthly, { area: "a", period: "latest" })).words.value).toBe("300");
    const yearly = defineDataset({
      ...spec,
      dimensions: { ...spec.dimensions, period: { role: "time", label: "Year", yearStartMonth: 4 } },
    });
    const d = await readDataset(yearly, { csv: "area,period,n\nA,2011-12,300\n" }, { id: "d" });
    expect(d.periods()[0]).toMatchObject({ start: "2011-04-01", endExclusive: "2012-04-01" });
  });

  test("a date of publication that cannot be ordered is an error", async () => {
    await expect(readPublished("A,2018,10,12/09/2019,\n")).rejects.toThrow(
      /"12\/09\/2019" is not a date of publication/,
    );
  });

  test("an error does not print what a marker beside it hides", async () => {
    await expect(read("A,2018,3 [c]\n")).rejects.toThrow(/holds "# \[c\]"/);
  });
});

describe("what a source says of many figures is said once", () => {
  const areas = ["A", "B", "C", "D", "E"];
  const rows = (of: readonly string[]) =>
    areas.map((area, at) => `${area},2019,${at + 10},2020,${of.includes(area) ? "provisional" : ""}\n`).join("");

  test("of all that a rank is among, with how many they are and of when", async () => {
    const d = await readPublished(rows(areas));
    const { note } = evaluate(d, rank(d, { area: "a", period: "2019", among: "area" })).words;
    expect(note).toContain("The figure for each of 5 areas (2019) is provisional.");
    expect(note?.match(/provisional/gu)).toHaveLength(1);
  });

  test("and of a few, of each by its name", async () => {
    const d = await readPublished(rows(["B", "C"]));
    const { note } = evaluate(d, rank(d, { area: "a", period: "2019", among: "area" })).words;
    expect(note).toContain("The figure for B (2019) is provisional. The figure for C (2019) is provisional.");
  });
});

describe("a rise from next to nothing", () => {
  const phraseOf = async (last: number) => {
    const d = await read(`A,2018,80\nA,2019,${last}\n`);
    return evaluate(d, trend(d, { area: "a", from: "2018", to: "2019" })).words.phrase;
  };

  test("is told by its two figures, and by a multiple up to ten times", async () => {
    expect(await phraseOf(179_000)).toContain("rose from 80 in 2018 to 179,000 in 2019");
    expect(await phraseOf(790)).toContain("rose more than ninefold, from 80 in 2018 to 790 in 2019");
  });

  test.each([
    [170, "more than doubled"],
    [250, "more than trebled"],
    [330, "rose more than fourfold"],
    [495, "rose more than sixfold"],
  ])("is called no less than it is: %i of 80", async (last, said) => {
    expect(await phraseOf(last)).toContain(`${said}, from 80 in 2018 to ${last} in 2019`);
  });
});
