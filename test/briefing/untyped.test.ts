import { describe, expect, test } from "vitest";
import { type Briefing, defineBriefing, generateBriefing } from "../../src/briefing/index.ts";
import {
  change,
  comparison,
  count,
  direction,
  inDataset,
  median,
  rank,
  rate,
  record,
  share,
  statement,
  table,
} from "../../src/claims/index.ts";
import { type DatasetSpec, defineDataset, type TypedDataset } from "../../src/dataset/index.ts";
import { laterDiagnosticsOf } from "../support/diagnostics-of.ts";

/** Modules are run without a compiler's check: what the types forbid has to be an error that says what and where. */
const spec: DatasetSpec = {
  title: "Offences",
  dimensions: { area: { role: "area", label: "Area" }, year: { role: "time", label: "Year" } },
  measures: { offences: { label: "Offences", unit: { one: "offence", other: "offences" }, statType: "count" } },
  sources: { home: { title: "Offences", publisher: "Home Office", kind: "official-statistics" } },
};
const definition = defineDataset(spec);
const data = { offences: { csv: "area,year,offences\nKent,2019,100\nKent,2020,120\nEssex,2020,10\n" } };
const valid = {
  title: "Offences",
  lang: "en-GB",
  datasets: { offences: definition },
  claims: ({ offences }: { offences: TypedDataset<typeof definition> }) => ({
    total: count(offences, { area: "kent", year: "latest" }),
  }),
  template: "summary",
};

// biome-ignore lint/suspicious/noExplicitAny: what a program without types may give.
type Untyped = any;

const generate = (briefing: Untyped, request: Untyped = { data, formats: ["html"] }) =>
  generateBriefing(defineBriefing(briefing) as Briefing, request);

/** `code field` of each error. */
async function told(run: () => unknown): Promise<readonly string[]> {
  const found = await laterDiagnosticsOf(async () => run());
  return found
    .filter(({ severity }) => severity === "error")
    .map(({ code, source }) => `${code} ${source?.field ?? ""}`.trim());
}

test("the valid one is valid", async () => {
  expect((await generate(valid)).html).toContain("120");
});

describe("an option of a briefing", () => {
  test.each<[string, object, string]>([
    ["without a title", { title: undefined }, "title"],
    ["a number for a title", { title: 5 }, "title"],
    ["no language", { lang: undefined }, "lang"],
    ["a language object that is none", { language: { name: "Scots" } }, "language.tags"],
    ["no datasets", { datasets: undefined }, "datasets"],
    ["a definition that nobody defined", { datasets: { offences: spec } }, "datasets.offences.kind"],
    ["claims as an object", { claims: {} }, "claims"],
    ["tables as an object", { tables: {} }, "tables"],
    ["no template", { template: undefined }, "template"],
    ["a kind of parameter that there is none of", { parameters: { area: { kind: "area" } } }, "parameters.area.kind"],
    ["a parameter as a text", { parameters: { area: "Kent" } }, "parameters.area"],
    ["a chart without data", { charts: { trend: { spec: { mark: "bar" } } } }, "charts.trend.data"],
    ["a partial as a number", { partials: { logo: 5 } }, "partials.logo"],
    ["one stylesheet where a list has to be", { stylesheets: new URL("file:///a.css") }, "stylesheets"],
    ["names as a text", { names: "Area 51" }, "names"],
    ["topics as a text", { topics: "child-sexual-abuse" }, "topics"],
    ["an attachment as a text", { attach: "data" }, "attach"],
    ["a word for what becomes of said figures", { saidFigures: "warning" }, "saidFigures"],
    ["a trail as a text", { trail: "yes" }, "trail"],
    ["an author as a number", { author: 5 }, "author"],
  ])("%s", async (_, patch, field) => {
    expect(await told(() => generate({ ...valid, ...patch }))).toEqual([`invalid-briefing ${field}`]);
  });

  test("a misspelt one is not ignored", async () => {
    const [found] = await laterDiagnosticsOf(() => generate({ ...valid, stylesheet: [] }));
    expect(found?.message).toBe('The briefing is wrong: it has no "stylesheet". Did you mean "stylesheets"?');
  });

  test("a template by the path of a file", async () => {
    const [found] = await laterDiagnosticsOf(() => generate({ ...valid, template: "./briefing.hbs" }));
    expect(found).toMatchObject({ code: "unknown-template" });
    expect(found?.hint).toContain('new URL("./briefing.hbs", import.meta.url)');
  });
});

describe("a claim", () => {
  test.each<[string, (o: Untyped) => unknown, readonly string[]]>([
    ["count()", () => (count as Untyped)(), ["dataset", "of"]],
    ["a count of nothing", (o) => (count as Untyped)(o), ["of"]],
    ["a median without among", (o) => median(o, { year: "latest" } as Untyped), ["among"]],
    ["a rank among an object", (o) => rank(o, { area: "kent", among: {} } as Untyped), ["among.dimension"]],
    ["a change from nowhere", (o) => change(o, { area: "kent", to: "latest" } as Untyped), ["from"]],
    ["a direction of nothing", (o) => (direction as Untyped)(o), ["from", "to"]],
    ["a share without a whole", (o) => share(o, { part: { area: "kent", year: "latest" } } as Untyped), ["whole"]],
    ["a comparison without sides", (o) => (comparison as Untyped)(o), ["left", "right"]],
    ["a statement without words", () => (statement as Untyped)(), ["text"]],
    ["a rate per century", (o) => rate(o, { area: "kent", year: "latest" }, { per: "century" } as Untyped), ["per"]],
    ["a record of an extreme", (o) => record(o, { area: "kent" }, { extreme: "largest" } as Untyped), ["extreme"]],
    ["a detail that there is none of", (o) => count(o, { area: "kent" }, { round: 5 } as Untyped), [""]],
    ["null", () => null, [""]],
    ["a number", () => 120, [""]],
    ["a promise", async (o) => count(o, { area: "kent" }), ["kind"]],
    ["a selector", (o) => inDataset(o, { area: "kent" } as Untyped), ["kind"]],
    ["a table", (o) => table(o as Untyped), ["kind"]],
  ])("that is %s", async (_, make, fields) => {
    const claims = ({ offences }: Untyped) => ({ total: make(offences) });
    const expected = fields.map((field) => `invalid-claim ${field}`.trim());
    expect(await told(() => generate({ ...valid, claims }))).toEqual(expected);
  });

  test("of an object that is no category is of nobody, not of all", async () => {
    const first = { ...valid, claims: ({ offences }: Untyped) => ({ total: count(offences, { area: {} as never }) }) };
    expect(await told(() => generate(first))).toEqual(["undefined-category area"]);
    const plain = {
      ...valid,
      claims: () => ({ total: { kind: "count", dataset: "offences", of: { at: { area: undefined } } } }),
    };
    expect(await told(() => generate(plain))).toEqual(["invalid-claim of.at.area"]);
  });

  test("may have parts that are undefined", async () => {
    const claims = ({ offences }: Untyped) => ({
      total: count(offences, { area: "kent", year: "latest" }, { text: undefined, caveats: undefined } as Untyped),
    });
    expect((await generate({ ...valid, claims })).html).toContain("120");
  });
});

describe("what a function gives", () => {
  const rows = (given: unknown) => ({ charts: { trend: { spec: { mark: "bar", encoding: {} }, data: () => given } } });
  const cells = (columns: unknown) => ({
    tables: () => ({ all: { caption: "All", rowHeader: "Area", rows: [], columns } }),
  });
  test.each<[string, object, string]>([
    ["claims in a promise", { claims: async () => ({}) }, "invalid-claim claims"],
    ["a list of claims", { claims: () => [] }, "invalid-claim claims"],
    ["tables in a promise", { tables: async () => ({}) }, "invalid-table tables"],
    ["a table without columns", cells(undefined), "invalid-table columns"],
    ["a column without cells", cells({ n: { header: "Number" } }), "invalid-table columns.n.cell"],
    ["no rows", rows(undefined), "invalid-chart-data data"],
    ["rows in a promise", rows(Promise.resolve([])), "invalid-chart-data data"],
    ["rows that are numbers", rows([1, 2]), "invalid-chart-data data"],
  ])("%s", async (_, patch, expected) => {
    expect(await told(() => generate({ ...valid, ...patch }))).toEqual([expected]);
  });
});

describe("a request", () => {
  test.each<[string, unknown, string]>([
    ["nothing", undefined, ""],
    ["without data", {}, "data"],
    ["with data as a text", { data: "offences.csv" }, "data"],
    ["with one format as a text", { data, formats: "pdf" }, "formats"],
    ["with a date as a text", { data, date: "2024-03-01" }, "date"],
    ["with a draft as a text", { data, draft: "yes" }, "draft"],
    ["with a misspelt option", { data, paramters: {} }, ""],
  ])("%s", async (_, request, field) => {
    expect(
      await told(() => generateBriefing(defineBriefing(valid as Untyped) as Briefing, request as Untyped)),
    ).toEqual([`invalid-request ${field}`.trim()]);
  });
});
