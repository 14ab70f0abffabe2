import { describe, expect, it } from "vitest";
import {
  type DatasetSpec,
  defineDataset,
  loadDatasets,
  type PlainSelector,
  readDataset,
  resolveCoordinates,
} from "../../src/dataset/index.ts";
import { codesOf, laterDiagnosticsOf } from "../support/diagnostics-of.ts";

const spec = {
  title: "Cases",
  dimensions: { area: { role: "area", label: "Area" }, period: { role: "time", label: "Year" } },
  measures: { n: { label: "Cases", unit: { one: "case", other: "cases" }, statType: "count" } },
  sources: { s: { title: "Cases", publisher: "Ministry", kind: "official-statistics" } },
} as const satisfies DatasetSpec;
const wide: DatasetSpec = spec;

/** The codes of errors and warnings of a stage, in their order. */
const saidBy = async (run: () => unknown) => codesOf(await laterDiagnosticsOf(run));

describe("a definition", () => {
  const { area, period } = wide.dimensions as Record<"area" | "period", DatasetSpec["dimensions"][string]>;
  const n = spec.measures.n;
  const categories = [
    { id: "kent", label: "Kent" },
    { id: "essex", label: "Essex", aliases: ["kent "] },
  ];
  it.each<[code: string, wrong: Partial<DatasetSpec>, mended: Partial<DatasetSpec>]>([
    [
      "several-time-dimensions",
      { dimensions: { area, period, month: period } as DatasetSpec["dimensions"] },
      { dimensions: { area, period, month: { role: "category", label: "Month" } } as DatasetSpec["dimensions"] },
    ],
    [
      "duplicate-category",
      { dimensions: { area: { ...area, categories }, period } as DatasetSpec["dimensions"] },
      { dimensions: { area: { ...area, categories: categories.slice(0, 1) }, period } as DatasetSpec["dimensions"] },
    ],
    ["name-taken", { measures: { area: n } }, { measures: { n } }],
    ["invalid-rounding", { measures: { n: { ...n, roundedTo: 2.5 } } }, { measures: { n: { ...n, roundedTo: 5 } } }],
    [
      "invalid-period",
      { measures: { n: { ...n, seriesStart: "long ago" } } },
      { measures: { n: { ...n, seriesStart: "2014" } } },
    ],
  ])("%s goes when it is mended", async (code, wrong, mended) => {
    expect(await saidBy(() => defineDataset({ ...wide, ...wrong }))).toEqual([code]);
    expect(await saidBy(() => defineDataset({ ...wide, ...mended }))).toEqual([]);
  });
});

describe("a data file", () => {
  const rows = "Kent,2018/19,5";
  const of = (csv: string, parts: Partial<DatasetSpec> = {}) =>
    saidBy(() => readDataset(defineDataset({ ...wide, ...parts }), { csv, file: "d.csv" }, { id: "d" }));
  const withVintage: Partial<DatasetSpec> = { layout: { vintage: { column: "v" } } };
  const withSource: Partial<DatasetSpec> = { layout: { source: { column: "source" } } };

  it.each<[code: string, wrong: string, mended: string, parts?: Partial<DatasetSpec>]>([
    ["duplicate-column", `area,period,n,n\n${rows},6`, `area,period,n\n${rows}`],
    ["empty-file", "\n", `area,period,n\n${rows}`],
    ["bad-vintage", `area,period,n,v\n${rows},last week`, `area,period,n,v\n${rows},2019-09`, withVintage],
    ["unknown-source", `area,period,n,source\n${rows},t`, `area,period,n,source\n${rows},s`, withSource],
  ])("%s goes when it is mended", async (code, wrong, mended, parts) => {
    expect((await of(wrong, parts))[0]).toBe(code);
    expect(await of(mended, parts)).toEqual([]);
  });

  it("is a list of objects where it is JSON, and of a type that is read", async () => {
    const definition = defineDataset(spec);
    const ofRows = (given: unknown) => saidBy(() => readDataset(definition, { rows: given as [] }, { id: "d" }));
    const row = { area: "Kent", period: "2018/19", n: 5 };
    expect(await ofRows([])).toEqual(["empty-file"]);
    expect(await ofRows([row, 7])).toEqual(["invalid-row"]);
    expect(await ofRows([row])).toEqual([]);
    expect(await saidBy(() => readDataset(definition, "cases.docx", { id: "d" }))).toEqual(["unknown-file-type"]);
  });

  it("is read with the definition that it is given for", async () => {
    const one = await readDataset(defineDataset(spec), { csv: `area,period,n\n${rows}` }, { id: "d" });
    const other = defineDataset({ ...spec, title: "Others" });
    expect(await saidBy(() => readDataset(other, one as never, { id: "d" }))).toEqual(["wrong-dataset"]);
    expect(await saidBy(() => readDataset(defineDataset(spec), one, { id: "d" }))).toEqual([]);
  });

  it("shares an id of a source with another dataset only where it is the same source", async () => {
    const csv = { csv: `area,period,n\n${rows}` };
    const load = (title: string) =>
      saidBy(() =>
        loadDatasets(
          { a: defineDataset(spec), b: defineDataset({ ...spec, sources: { s: { ...spec.sources.s, title } } }) },
          { a: csv, b: csv },
        ),
      );
    expect(await load("Other cases")).toContain("source-id-taken");
    expect(await load(spec.sources.s.title)).not.toContain("source-id-taken");
  });
});

describe("disclosure control", () => {
  const read = (csv: string, disclosure: DatasetSpec["disclosure"]) =>
    saidBy(() =>
      readDataset(defineDataset({ ...wide, ...(disclosure && { disclosure }) }), { csv, file: "d.csv" }, { id: "d" }),
    );

  it("warns where most cells have to be hidden", async () => {
    const csv = "area,period,n\nKent,2018/19,1\nEssex,2018/19,2\nSurrey,2018/19,90";
    expect(await read(csv, { profile: "under5" })).toContain("disclosure-mostly-hidden");
    expect(await read(csv.replaceAll(/,[12]$/gm, ",80"), { profile: "under5" })).toEqual([]);
  });

  it("warns of totals that readers know, and that cannot be worked out", async () => {
    const csv = "area,period,n\nKent,2018/19,[c]\nEssex,2018/19,20\nSurrey,2018/19,90";
    const known = { profile: "under5", knownTotals: [{ measure: "n", by: ["period"] }] } as const;
    expect(await read(csv, known)).toContain("unknown-total");
    expect(await read(csv.replace("[c]", "30"), known)).not.toContain("unknown-total");
  });
});

describe("a selector", () => {
  it.each<[code: string, selector: { measure?: string; at?: Record<string, string | readonly string[]> }]>([
    ["unknown-measure", { measure: "m", at: { area: "Kent", period: "2018/19" } }],
    ["unknown-dimension", { measure: "n", at: { place: "Kent", period: "2018/19" } }],
    ["dimension-not-of-measure", { measure: "people", at: { area: "Kent", period: "2018/19" } }],
    ["unknown-category", { measure: "n", at: { area: "Wales", period: "2018/19" } }],
    ["unknown-period", { measure: "n", at: { area: "Kent", period: "then" } }],
    ["ambiguous-selector", { measure: "n", at: { period: "2018/19" } }],
    ["period-not-said", { measure: "n", at: { area: "Kent" } }],
    ["measure-not-said", { at: { area: "Kent", period: "2018/19" } }],
    ["several-period-lengths", { measure: "n", at: { area: "Kent", period: "latest" } }],
  ])("is refused: %s", async (code, { measure, at = {} }) => {
    const people = { label: "People", unit: { one: "person", other: "people" }, statType: "count" } as const;
    const definition = defineDataset({
      ...wide,
      measures: { ...wide.measures, people: { ...people, dimensions: ["period"] } },
    });
    const csv = "area,period,n,people\nKent,2018/19,5,9\nEssex,2018/19,6,9\nKent,Mar 2018,5,8\nEssex,Mar 2018,6,8";
    const dataset = await readDataset(definition, { csv, file: "d.csv" }, { id: "d" });
    const found = resolveCoordinates(dataset, { measure, at } as PlainSelector, "total");
    expect("error" in found ? found.error : found).toMatchObject({ code, hint: expect.stringMatching(/./u) });
  });
});
