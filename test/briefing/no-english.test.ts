import { readdirSync, readFileSync } from "node:fs";
import type { Element, Root, RootContent } from "hast";
import { fromHtml } from "hast-util-from-html";
import { describe, expect, it } from "vitest";
import { formatIndex } from "../../src/batch/index-page.ts";
import { compileChart, rankingSpec, trendSpec } from "../../src/charts/index.ts";
import { isVisibleAttribute } from "../../src/document/visible-attributes.ts";
import {
  change,
  comparison,
  count,
  defineBriefing,
  defineDataset,
  generateBriefing,
  median,
  rank,
  record,
  share,
  standing,
  table,
  trend,
} from "../../src/doors/index.ts";
import { createWords } from "../../src/language/index.ts";
import type { ShippedTemplateName } from "../../src/template/shipped-templates.ts";
import { fonts } from "../charts/chart-fonts.ts";
import { recipeSamples } from "../charts/recipe-samples.ts";
import { pseudo } from "../language/pseudo-language.ts";
import { inPart, someOf } from "../support/trials.ts";

// A briefing in a language of Greek letters, on data in Greek letters: what is printed in Latin ones comes from the house itself.

const areas = ["Άργος", "Βόλος", "Γύθειο", "Δράμα", "Έδεσσα", "Ζάκυνθος", "Ηράκλειο"];
const months = ["201901", "201902", "201903", "201904", "201905", "201906"];

const cases = defineDataset({
  title: "Στοιχεία",
  lang: "el",
  dimensions: {
    area: { role: "area", label: "Τόπος", plural: "τόποι" },
    kind: {
      role: "category",
      label: "Είδος",
      total: "all",
      categories: [
        { id: "all", label: "Όλα" },
        { id: "a", label: "Άλφα", parent: "all" },
        { id: "b", label: "Βήτα", parent: "all" },
      ],
    },
    month: { role: "time", label: "Μήνας" },
  },
  measures: {
    n: {
      label: "Πλήθος",
      unit: { one: "πράγμα", other: "πράγματα" },
      statType: "count",
      breaks: [{ at: "201904", note: "νέοι κανόνες." }],
    },
  },
  sources: {
    s: {
      title: "Πηγή",
      publisher: "Εκδότης",
      kind: "other",
      published: "2020-05-12",
      coverage: { responded: 1200, asked: 1500 },
    },
  },
  layout: {
    note: { column: "note" },
    statuses: [
      { noteContains: "≥", status: "lower-bound" },
      { noteContains: "½", status: "partial-period" },
      { noteContains: "~", status: "provisional" },
    ],
  },
  caveats: ["Μόνο όσα γράφτηκαν."],
});

const rows = areas.flatMap((area, at) =>
  months.flatMap((month, of) =>
    ["all", "a", "b"].map((kind, part) => ({
      area,
      month,
      kind,
      n: part === 0 ? 1000 + 1234 * at + 370 * of * (at % 3) : at === 0 && part === 1 ? "[c]" : at === 1 ? "" : 30 + of,
      note: of === 2 ? "~" : of === 4 && at === 2 ? "≥" : "",
    })),
  ),
);

/** Every part that ships, which a report is made of. */
const report = `{{#> report kind="Αναφορά"}}
<section><h2>Τόποι</h2>{{> logo}}{{> introduction}}{{> key-figures ids=(list "total" "rise" "rank" "median")}}
<p>{{> sentence-change}} {{> sentence-rank}} {{> sentence-median}} {{#known claim="home"}}{{sentence "home"}}.{{/known}}</p>{{chart "trend"}}{{table "by-kind"}}</section>
{{#> call-out heading="Άλφα"}}<p>Βήτα</p>{{/call-out}}{{#> pull-quote}}<p>Γάμμα</p>{{/pull-quote}}{{#> band}}<p>Δέλτα</p>{{/band}}
{{#> side-by-side}}<div>Έψιλον</div><div>Ζήτα</div>{{/side-by-side}}{{#> wide-page}}{{table "by-kind"}}{{/wide-page}}
{{#> recommendations heading="Ήτα"}}<li>Θήτα</li>{{/recommendations}}{{> helplines}}{{> about-the-figures}}{{> symbols}}
{{#> appendix heading="Ιώτα"}}{{> provenance}}{{/appendix}}{{> footer}}
{{/report}}`;

const templates = {
  regional: "regional",
  national: "national",
  summary: "summary",
  "fact-sheet": "fact-sheet",
  bulletin: "bulletin",
  report: "report",
  "report by hand": { text: report, file: "report.hbs" },
} as const satisfies Readonly<Record<Exclude<ShippedTemplateName, "article"> | "report by hand", unknown>>;

const briefingOf = (template: keyof typeof templates) =>
  defineBriefing({
    title: "Στοιχεία: {{area.label}}",
    lang: "el",
    language: pseudo,
    datasets: { cases },
    parameters: {
      area: { kind: "category", dataset: "cases", dimension: "area" },
      organisation: { kind: "text", default: "Εκδότης" },
      contact: { kind: "text", default: "εδώ" },
      address: { kind: "text", default: "Οδός" },
    },
    claims: ({ cases, area }) => ({
      total: count(cases, { area, month: "latest" }),
      rise: change(cases, { area, from: "first", to: "latest" }),
      rank: rank(cases, { area, month: "latest", among: "area" }),
      median: median(cases, { month: "latest", among: "area" }),
      comparison: comparison(cases, {
        left: { area, month: "latest" },
        right: { median: { month: "latest" }, among: "area" },
      }),
      record: record(cases, { area, month: "latest" }),
      home: share(cases, { part: { area, month: "latest", kind: "b" }, whole: { area, month: "latest" } }),
      ...(["national", "bulletin", "report"].includes(template) && {
        trend: trend(cases, { area, from: "first", to: "latest" }),
        standing: standing(cases, { area, month: "latest", among: "area" }, { since: "first" }),
      }),
    }),
    tables: ({ cases, area }) => ({
      "by-kind": table({
        caption: "Είδη",
        rowHeader: "Είδος",
        rows: cases.categories("kind"),
        columns: {
          n: { header: "Πλήθος", cell: (kind) => count(cases, { area, kind, month: "latest" }) },
          change: {
            header: "Αλλαγή",
            cell: (kind) => change(cases, { area, kind, from: "previous", to: "latest" }),
            show: "change",
          },
        },
        highlight: "b",
      }),
    }),
    charts: {
      trend: {
        spec: trendSpec({ x: "month", y: "n", yTitle: "Πλήθος" }),
        data: ({ cases, area }) => cases.where({ area, kind: "all" }),
      },
      ranking: {
        spec: rankingSpec({ category: "area", value: "n", valueTitle: "Πλήθος" }),
        data: ({ cases, area }) =>
          cases.where({ kind: "all", month: "latest" }).map((row) => ({ ...row, highlight: row.area === area.label })),
      },
    },
    topics: ["domestic-abuse"],
    template: templates[template],
  });

/** Every text that a reader can meet in the language of the page: text nodes, and attributes that are shown or spoken. */
function readerTexts(html: string): readonly string[] {
  const found: string[] = [];
  const walk = (node: Root | RootContent) => {
    if (node.type === "text") found.push(node.value);
    if (node.type === "element") {
      const { lang } = node.properties;
      if (["style", "script"].includes(node.tagName) || (typeof lang === "string" && !lang.startsWith("el"))) return;
      found.push(...attributeTexts(node));
    }
    if ("children" in node) for (const child of node.children) walk(child);
  };
  walk(fromHtml(html));
  return found;
}

const attributeTexts = ({ tagName, properties }: Element): string[] =>
  Object.entries(properties).flatMap(([name, value]) =>
    isVisibleAttribute(name, tagName) && tagName !== "data" ? [String(value)] : [],
  );

const latin = (texts: readonly string[]): readonly string[] =>
  texts.flatMap((text) => text.replaceAll(/\[[a-z]\]/g, "").match(/[A-Za-z]{2,}/g) ?? []);

/** What is called the same everywhere: formats, and codes of diagnostics. */
const names = new Set("CSV PDF said figure".split(" "));

it("holds every part that ships", () => {
  const shipped = readdirSync(new URL("../../templates/partials/", import.meta.url)).map((file) =>
    file.replace(".hbs", ""),
  );
  const named = Object.values(templates).flatMap((template) => (typeof template === "string" ? [template] : []));
  // Of an article, which is English.
  const whole = [
    report,
    ...[...named, "article"].map((name) =>
      readFileSync(new URL(`../../templates/${name}.hbs`, import.meta.url), "utf8"),
    ),
    ...shipped.map((name) => readFileSync(new URL(`../../templates/partials/${name}.hbs`, import.meta.url), "utf8")),
  ];
  expect(shipped.filter((name) => !whole.some((text) => text.includes(`> ${name}`)) && name !== "masthead")).toEqual(
    [],
  );
});

describe.each(Object.keys(templates) as (keyof typeof templates)[])("the %s template", (template) => {
  it.each(areas.slice(0, inPart(2, 1)))("prints no English word in another language, for %s", async (area) => {
    const { html, diagnostics } = await generateBriefing(briefingOf(template), {
      data: { cases: { rows } },
      parameters: { area },
      formats: ["html"],
    });
    expect(latin(readerTexts(html)).filter((word) => !names.has(word))).toEqual([]);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});

it("nor does the page that leads to briefings", () => {
  const entry = {
    name: "α",
    title: "Άργος",
    parameters: {},
    files: [
      { file: "α.pdf", kind: "pdf", sha256: "", bytes: 1, pages: 4 },
      { file: "α.html", kind: "html", sha256: "", bytes: 1 },
    ],
    figures: 12,
    charts: 1,
    verdicts: {},
    keyFigures: [{ phrase: "12 πράγματα", period: "2019" }],
  } as const;
  const page = formatIndex(
    {
      version: 1,
      generator: "",
      module: "",
      title: "Στοιχεία",
      lang: "el",
      briefings: [
        {
          ...entry,
          files: [...entry.files],
          keyFigures: [...entry.keyFigures],
          status: "made",
          hidden: 1200,
          missing: 3,
          diagnostics: [],
        },
        {
          ...entry,
          files: [...entry.files],
          keyFigures: [],
          status: "failed",
          hidden: 0,
          missing: 0,
          diagnostics: [{ code: "said-figure", severity: "warning", count: 2 }],
        },
        { ...entry, files: [], keyFigures: [], status: "planned", hidden: 0, missing: 0, diagnostics: [] },
      ],
    },
    createWords({ language: pseudo }),
  );
  expect(latin(readerTexts(page)).filter((word) => !names.has(word))).toEqual([]);
});

describe("charts", () => {
  const words = createWords({ language: pseudo });
  /** What the author, the data and the definition of fields say. */
  const given = (value: unknown): readonly string[] => {
    if (typeof value === "string") return [value];
    if (Array.isArray(value)) return value.flatMap(given);
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).flatMap(([key, each]) => [key, ...given(each)]);
  };
  it.each(someOf(recipeSamples, inPart(recipeSamples.length, 24)).map((sample) => [sample.name, sample] as const))(
    "of %s write and say no English",
    async (_, { spec, rows: data }) => {
      const chart = await (await compileChart({ id: "chart", spec, fonts, words })).render(data, {});
      // Parameters have the English of the house, to be drawn elsewhere.
      const known = new Set(latin([...given(data), ...given({ ...spec, params: [] })]));
      expect(latin([...chart.texts, chart.alt]).filter((word) => !known.has(word))).toEqual([]);
    },
  );

  const many = Array.from({ length: 150 }, (_, at) => ({
    area: `Τόπος ${String.fromCodePoint(0x3b1 + (at % 24))}${at}`,
    n: at,
    highlight: at === 44,
  }));
  const values = [
    { area: "Άργος", p: 0.125, day: "2019-01-05" },
    { area: "Βόλος", p: 0.5, day: "2019-05-05" },
  ];
  const x = { field: "area", type: "nominal", title: "Τόπος" };
  it.each([
    [
      "a list that is too long",
      rankingSpec({ category: "area", value: "n", categoryTitle: "Τόπος", valueTitle: "Πλήθος" }),
      many,
    ],
    ["a count", { mark: "bar", encoding: { x, y: { aggregate: "count" } } }, values],
    ["a sum", { mark: "bar", encoding: { x, y: { aggregate: "sum", field: "p" } } }, values],
    ["classes", { mark: "bar", encoding: { x: { field: "p", bin: true }, y: { aggregate: "count" } } }, values],
    [
      "months",
      {
        mark: "line",
        encoding: { x: { field: "day", timeUnit: "utcyearmonth" }, y: { aggregate: "mean", field: "p" } },
      },
      values,
    ],
  ])("of %s title their axes in the language", async (_, spec, data) => {
    const chart = await (await compileChart({ id: "chart", spec, fonts, words, data: "rows" })).render(data, {});
    expect(latin([...chart.texts, chart.alt])).toEqual([]);
  });

  it("write shares as the text does, with the language's space before the sign", async () => {
    const spaced = {
      ...pseudo,
      numerals: { ...pseudo.numerals, percentSign: (numeral: string) => `${numeral}\u00A0%` },
    };
    const spec = { mark: "bar", encoding: { x, y: { field: "p", type: "quantitative", axis: { format: ".0%" } } } };
    const chart = await (
      await compileChart({ id: "chart", spec, fonts, words: createWords({ language: spaced }) })
    ).render(values, {});
    expect(chart.texts).toContain("50\u00A0%");
    expect(chart.alt).toContain("12,5\u00A0%");
    expect(chart.untraced).toEqual([]);
  });
});
