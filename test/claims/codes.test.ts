import { describe, expect, it } from "vitest";
import {
  type Claim,
  type ClaimSpec,
  change,
  checkClaims,
  count,
  createClaimEvaluator,
  defineClaims,
  direction,
  evaluateClaims,
  evaluateTable,
  median,
  parseClaims,
  rank,
  rate,
  type StatedSpec,
  share,
} from "../../src/claims/index.ts";
import { type DatasetSpec, defineDataset, readDataset } from "../../src/dataset/index.ts";
import { createWords, findLanguage, languages } from "../../src/language/index.ts";
import { codesOf, diagnosticsOf } from "../support/diagnostics-of.ts";

const unit = { one: "case", other: "cases" };
const definition = defineDataset({
  title: "Cases",
  dimensions: { area: { role: "area", label: "Area" }, period: { role: "time", label: "Year" } },
  measures: {
    n: { label: "Cases", unit, statType: "count", breaks: [{ at: "2017", note: "The law changed." }] },
    people: { label: "People", unit: { one: "person", other: "people" }, statType: "count" },
    per: { label: "Rate", unit: { one: "per 1,000", other: "per 1,000" }, statType: "rate" },
  },
  sources: { s: { title: "Cases", publisher: "Ministry", kind: "official-statistics" } },
  layout: { note: { column: "note" }, statuses: [{ noteContains: "provisional", status: "provisional" }] },
});
const d = await readDataset(
  definition,
  {
    csv: [
      "area,period,n,people,per,note",
      "Kent,2016,90,900,10,",
      "Kent,2018,100,1000,10,",
      "Kent,2019,102,1000,10,provisional",
      "Essex,2019,40,800,5,",
      "Surrey,2019,,700,,",
    ].join("\n"),
  },
  { id: "d" },
);
const evaluator = createClaimEvaluator(new Map([["d", d]]));

function evaluate(spec: ClaimSpec): Claim {
  const found = evaluateClaims({ it: spec }, evaluator).get("it");
  if (!found) throw new Error("The claim was not evaluated.");
  return found;
}

const saidBy = (run: () => unknown) => codesOf(diagnosticsOf(run));

const kent = { area: "kent", period: "2019" } as const;
const n = { measure: "n" } as const;
const span = { ...n, area: "kent", from: "2018", to: "2019" } as const;

describe("a claim that cannot be evaluated", () => {
  it.each<[code: string, wrong: ClaimSpec, mended: ClaimSpec]>([
    ["periods-reversed", change(d, { ...span, from: "2019", to: "2018" }), change(d, span)],
    [
      "uncertainty-needs-counts",
      change(d, { ...span, measure: "per" }, { uncertainty: true }),
      change(d, { ...span, measure: "per" }),
    ],
    [
      "not-among",
      rank(d, { ...n, period: "2019", area: "kent", among: { dimension: "area", categories: ["essex", "surrey"] } }),
      rank(d, { ...n, ...kent, among: "area" }),
    ],
    [
      "population-missing",
      rate(d, { ...n, ...kent }, { per: 1000 } as never),
      rate(d, { ...n, ...kent }, { per: 1000, population: { measure: "people", ...kent } }),
    ],
    [
      "population-elsewhere",
      rate(d, { ...n, ...kent }, { population: { measure: "people", ...kent, area: "essex" } }),
      rate(d, { ...n, ...kent }, { population: { measure: "people", ...kent } }),
    ],
    [
      "empty-set",
      median(d, { ...n, period: "2019", among: { dimension: "area", categories: [] } }),
      median(d, { ...n, period: "2019", among: "area" }),
    ],
    [
      "not-additive",
      count(d, { measure: "per", area: ["kent", "essex"], period: "2019" }),
      count(d, { ...n, ...kent }),
    ],
  ])("%s goes when it is mended", (code, wrong, mended) => {
    expect(saidBy(() => evaluate(wrong))).toEqual([code]);
    expect(saidBy(() => evaluate(mended))).toEqual([]);
  });

  it("tells nothing that hidden counts are not protected against", async () => {
    const count = { unit, statType: "count" } as const;
    const measures = { n: { label: "Cases", ...count }, girls: { label: "Girls", ...count } };
    const hide = { profile: { hide: { from: 1, to: 4 } } } as const;
    const read = (spec: Partial<DatasetSpec>, id: string) =>
      readDataset(
        defineDataset({ ...definition.spec, layout: {}, disclosure: hide, ...spec }),
        { csv: "area,period,n,girls,of\nKent,2019,40,20,50\nEssex,2019,30,20,66.7" },
        { id },
      );
    const saidOf = async (spec: Partial<DatasetSpec>, other: Partial<DatasetSpec> = spec) => {
      const datasets = new Map([
        ["one", await read(spec, "one")],
        ["two", await read(other, "two")],
      ]);
      const saidOfShare = (dataset: string, part: string, whole: string) =>
        saidBy(() =>
          evaluateClaims(
            {
              it: {
                kind: "share",
                dataset: "one",
                part: { measure: part, at: kent },
                whole: { dataset, measure: whole, at: kent },
              },
            },
            createClaimEvaluator(datasets),
          ),
        );
      return { saidOfShare };
    };
    const { saidOfShare } = await saidOf({ measures });
    expect(saidOfShare("one", "girls", "n")).toEqual(["unreckoned-share"]);
    expect(saidOfShare("one", "n", "n")).toEqual([]);
    expect(saidOfShare("two", "n", "n")).toEqual(["unreckoned-share"]);
    const told = async (spec: Partial<DatasetSpec>, other?: Partial<DatasetSpec>, dataset = "one") =>
      (await saidOf(spec, other)).saidOfShare(dataset, "girls", "n");
    expect(await told({ measures, sums: [{ whole: "n", parts: ["girls"] }] })).toEqual([]);
    const of = { label: "Share", unit, statType: "share", numerator: "girls", denominator: "n" } as const;
    expect(await told({ measures: { ...measures, of } })).toEqual([]);
    // The other way round it tells of something else.
    expect((await saidOf({ measures: { ...measures, of } })).saidOfShare("one", "n", "girls")).toEqual([
      "unreckoned-share",
    ]);
    expect(await told({ measures, disclosure: { profile: "none" } })).toEqual([]);
    const published = { measures, disclosure: { ...hide, measures: { n: "publish", girls: "publish" } } } as const;
    expect(await told(published)).toEqual([]);
    expect(await told({ measures, disclosure: { ...hide, measures: { n: "publish" } } })).toEqual(["unreckoned-share"]);
    expect(await told({ measures, disclosure: { profile: "none" } }, { measures }, "two")).toEqual([
      "unreckoned-share",
    ]);
    expect(await told({ measures }, published, "two")).toEqual(["unreckoned-share"]);
    expect(await told(published, published, "two")).toEqual([]);
  });

  it("is about a change where nothing can change", async () => {
    const { period: _, ...dimensions } = definition.spec.dimensions;
    const still = await readDataset(
      defineDataset({ ...definition.spec, dimensions, measures: { n: { label: "Cases", unit, statType: "count" } } }),
      { csv: "area,n,note\nKent,5," },
      { id: "d" },
    );
    const evaluated = () => evaluateClaims({ it: change(d, span) }, createClaimEvaluator(new Map([["d", still]])));
    expect(saidBy(evaluated)).toEqual(["no-time-dimension"]);
  });
});

describe("a table", () => {
  it("is sorted by one of its columns", () => {
    const of = (by: string) =>
      evaluateTable(
        "t",
        {
          caption: "Cases",
          rowHeader: "Area",
          rows: [{ id: "kent", label: "Kent" }],
          columns: { now: { header: "Now", cell: () => count(d, { ...n, ...kent }) } },
          sort: { by, order: "descending" },
        },
        evaluator,
      );
    expect(saidBy(() => of("then"))).toEqual(["unknown-column"]);
    expect(saidBy(() => of("now"))).toEqual([]);
  });
});

describe("issues of a claim", () => {
  const issues = (spec: ClaimSpec) => evaluate(spec).issues.map(({ code }) => code);
  const stated = (value: number): { stated: StatedSpec } => ({ stated: { value } });

  it("tell of the figures that it rests on", () => {
    expect(issues(count(d, { ...n, ...kent }))).toEqual(["provisional"]);
    expect(issues(change(d, { ...span, from: "2016" }))).toContain("series-break");
    expect(issues(median(d, { ...n, period: "2019", among: "area" }))).toContain("without-figure");
    const population = { measure: "people", ...kent, period: "2018" } as const;
    expect(issues(rate(d, { ...n, ...kent }, { population }))).toContain("periods-differ");
  });

  it("tell what a true number is not of", () => {
    expect(issues(count(d, { ...n, ...kent }, stated(100)))).toContain("period-mismatch");
    const ofPeople = { part: { ...n, ...kent }, whole: { measure: "people", ...kent } } as const;
    expect(issues(share(d, ofPeople, stated(50)))).toContain("denominator-mismatch");
    expect(issues(share(d, ofPeople, stated(10.2)))).not.toContain("denominator-mismatch");
    expect(issues(count(d, { ...n, ...kent }, stated(102)))).toEqual(["provisional"]);
  });

  it("tell what its words claim beyond the figures", () => {
    const rose = (degree: string) => issues(direction(d, span, { direction: "up", degree, stated: {} }));
    expect(rose("significantly")).toContain("not-significant");
    expect(rose("alarmingly")).toContain("degree-not-defined");
  });
});

describe("a file of claims", () => {
  it("is checked for its form, and its proposals are not claims yet", async () => {
    expect(saidBy(() => parseClaims('{"claims": 7}', "claims.json"))).toEqual(
      expect.arrayContaining(["invalid-claims-file"]),
    );
    const set = defineClaims({
      title: "Cases",
      datasets: { d: definition },
      claims: () => ({}),
      unconfirmed: [{ id: "p1", missing: ["area"] }],
    });
    const { diagnostics } = await checkClaims(set, { d });
    expect(diagnostics.map(({ code }) => code)).toEqual(["unconfirmed-proposal"]);
  });
});

describe("words", () => {
  it("are of a language and a style that there are", () => {
    expect(saidBy(() => findLanguage("tlh", languages))).toEqual(["unknown-language"]);
    expect(saidBy(() => createWords({ language: findLanguage("en-GB", languages), style: "loud" as never }))).toEqual([
      "unknown-style",
    ]);
  });
});
