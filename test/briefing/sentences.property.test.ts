import {
  BriefingError,
  type Category,
  type ClaimSpec,
  type Dataset,
  type DatasetSpec,
  defineBriefing,
  defineDataset,
  generateBriefing,
  table,
} from "briefwright";
import { rankingSpec, trendSpec } from "briefwright/charts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shippedTemplateNames } from "../../src/template/shipped-templates.ts";
import { inPart, trials } from "../support/trials.ts";
import { type TextBlock, textBlocks } from "./text-blocks.ts";

const labels = [
  "Metropolitan Police",
  "All other areas",
  "45 to 64",
  "Isle of Wight",
  "X",
  "Women's Aid",
  "St. Helens",
  "North-East & Humber",
  "Åland",
  "Not known",
  "Yr Wyddfa",
  "TOTAL UK",
] as const;

const series = {
  none: [],
  one: ["2019"],
  years: ["2017", "2018", "2019"],
  financial: ["2016/17", "2017/18", "2018/19", "2019/20", "2020/21", "2021/22"],
  quarters: ["2018 Q3", "2018 Q4"],
  endings: ["year ending March 2018", "year ending March 2019"],
} as const;

const cell = (statType: string) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 120 }).map(String) },
    { weight: 2, arbitrary: fc.integer({ min: 100, max: 5_000_000 }).map(String) },
    { weight: 2, arbitrary: fc.constantFrom("0", "1", "[c]", "[x]", "[z]", "") },
    ...(statType === "mean"
      ? [{ weight: 4, arbitrary: fc.integer({ min: -400, max: 400 }).map((n) => `${n / 10}`) }]
      : []),
    ...(statType === "count"
      ? []
      : [{ weight: 2, arbitrary: fc.integer({ min: 0, max: 999 }).map((n) => `${n / 10}`) }]),
  );

const cases = fc
  .record({
    statType: fc.constantFrom("count", "rate", "share", "mean"),
    areas: fc.uniqueArray(fc.constantFrom(...labels), { minLength: 1, maxLength: 5 }),
    times: fc.constantFrom(...(Object.keys(series) as (keyof typeof series)[])),
    emptiness: fc.constantFrom("all hidden", "all missing", "as drawn", "as drawn", "as drawn", "as drawn"),
    isProtected: fc.boolean(),
    isNamed: fc.boolean(),
    hasPlural: fc.boolean(),
    hasTopic: fc.boolean(),
    isWorded: fc.boolean(),
  })
  .chain((shape) =>
    fc
      .array(cell(shape.statType), {
        minLength: shape.areas.length * Math.max(1, series[shape.times].length),
        maxLength: shape.areas.length * Math.max(1, series[shape.times].length),
      })
      .map((cells) => ({
        ...shape,
        cells:
          shape.emptiness === "all hidden"
            ? cells.map(() => "[c]")
            : shape.emptiness === "all missing"
              ? cells.map(() => "[x]")
              : cells,
      })),
  );

type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never;

const units = {
  count: { one: "loan", other: "loans" },
  rate: { one: "loan", other: "loans" },
  share: { one: "household", other: "households" },
  mean: { one: "degree", other: "degrees" },
} as const;

/** The definition is not known to the compiler, so neither are the names that a briefing on it gives. */
const dataOf = (context: object) => (context as { readonly data: Dataset }).data;
const areaOf = (context: object) => (context as { readonly area: Category }).area;

/** An article has no sentences of its own. */
const templates = shippedTemplateNames.filter((name) => name !== "article");
type Template = (typeof templates)[number];

/** A briefing on the case, with every claim that the shipped templates look for and the data can be asked for. */
function briefingOf(drawn: Case, template: Template, lang: "en-GB" | "cy") {
  const periods: readonly string[] = series[drawn.times];
  const hasTime = periods.length > 0;
  const { statType } = drawn;
  const isProtected = drawn.isProtected && statType === "count";
  const definition: DatasetSpec = {
    title: "Figures of a test",
    lang,
    dimensions: {
      area: {
        role: "area",
        label: "Area",
        ...(drawn.hasPlural && { plural: "areas" }),
        ...(drawn.isNamed && {
          open: true,
          categories: drawn.areas
            .slice(0, 1)
            .map((label) => ({ id: "named", label, inText: `the ${label}`, locative: `at the ${label}` })),
        }),
      },
      ...(hasTime && { period: { role: "time" as const, label: "Period" } }),
    },
    measures: {
      figure: {
        label: "Figure",
        unit: units[statType as keyof typeof units],
        statType: statType as "count" | "rate" | "share" | "mean",
        ...(statType === "rate" && { per: 1000, population: "residents" }),
      },
    },
    sources: { one: { title: "Figures", publisher: "An office", kind: "official-statistics", published: "2022" } },
    ...(isProtected && { disclosure: { profile: "under5" as const } }),
  };
  const data = defineDataset(definition);
  const rows = drawn.areas.flatMap((area, row) =>
    (hasTime ? periods : [""]).map((period, column) =>
      [area, ...(hasTime ? [period] : []), drawn.cells[row * Math.max(1, periods.length) + column]].join(","),
    ),
  );
  const csv = [["area", ...(hasTime ? ["period"] : []), "figure"].join(","), ...rows].join("\n");
  const latest = hasTime ? { period: "latest" } : {};
  const of = (at: Readonly<Record<string, string>>) => ({ measure: "figure", at });
  const figure = (area: string): ClaimSpec => ({
    kind: statType === "count" ? "count" : "rate",
    dataset: "data",
    of: of({ area, ...latest }),
  });
  const among = { dimension: "area" };
  const briefing = defineBriefing({
    title: "A briefing",
    lang,
    datasets: { data },
    parameters: { area: { kind: "category", dataset: "data", dimension: "area" } },
    claims: (context): Readonly<Record<string, ClaimSpec>> => {
      const { id } = areaOf(context);
      const dataset = "data";
      const own = of({ area: id, ...latest });
      return {
        total: figure(id),
        rank: { kind: "rank", dataset, of: own, among },
        median: { kind: "median", dataset, of: of(latest), among },
        comparison: { kind: "comparison", dataset, left: own, right: { median: of(latest), among } },
        ...(hasTime && {
          rise: { kind: "change", dataset, of: of({ area: id }), from: "previous", to: "latest" },
          record: { kind: "record", dataset, of: own, extreme: "highest" },
        }),
        ...(drawn.isWorded && {
          standing: { kind: "standing", dataset, of: own, among, ...(hasTime && { since: "first" }) },
          ...(hasTime && { trend: { kind: "trend", dataset, of: of({ area: id }), from: "first", to: "latest" } }),
        }),
      };
    },
    tables: (context) => ({
      "by-area": table({
        caption: "By area",
        rowHeader: "Area",
        rows: dataOf(context).categories("area"),
        columns: { figure: { header: "Figure", cell: ({ id }) => figure(id) } },
        highlight: areaOf(context).id,
      }),
    }),
    charts: {
      ...(hasTime && {
        trend: {
          spec: trendSpec({ x: "period", y: "figure", series: "area" }),
          data: (context) => dataOf(context).where({ area: areaOf(context).id }),
        },
      }),
      ranking: {
        spec: rankingSpec({ category: "area", value: "figure" }),
        data: (context) => dataOf(context).where(latest),
      },
    },
    ...(drawn.hasTopic && { topics: ["domestic-abuse"] }),
    template,
  });
  return { briefing, csv, area: drawn.areas[0] as string, isProtected };
}

/** Faults of a text as a reader meets it. */
const faults: readonly (readonly [name: string, pattern: RegExp])[] = [
  ["a hole", / [,.;:)]|\( |\(\)|,,|\.\.|: ?\.|, ?\.|^[,.;:)]/u],
  ["a marker", /\[[a-z]\]/u],
  ["a value of the program", /undefined|NaN|Infinity|\bnull\b|\[object/u],
  [
    "words for no figure",
    /not available|not shown|cannot be compared|ddim ar gael|nad yw'n cael ei|nad yw ar gael|ni ellir/u,
  ],
  ["of nobody", /\bfor (?:show|is|\()|gyfer (?:yn|\()/u],
];

describe.each(templates)("the %s template", (template) => {
  it.each(["en-GB", "cy"] as const)("has no hole and no false standing text, in %s", async (lang) => {
    await fc.assert(
      fc.asyncProperty(cases, async (drawn) => {
        const { briefing, csv, area, isProtected } = briefingOf(drawn, template, lang);
        const { html, claims } = await generateBriefing(briefing, {
          data: { data: { csv } },
          parameters: { area },
          formats: ["html"],
        }).catch((error: unknown) => {
          if (error instanceof BriefingError)
            throw new Error(error.diagnostics.map(({ code, message }) => `${code}: ${message}`).join("\n"));
          throw error;
        });
        const blocks = textBlocks(html);
        const prose = blocks.filter(({ isExplanation, isInTable }) => !isExplanation && !isInTable);
        const text = prose.map(({ text }) => text).join("\n");
        for (const block of prose) {
          for (const [name, pattern] of faults)
            expect(pattern.test(block.text) && `${name}: ${block.text}`).toBe(false);
        }
        expect(blocks.filter(isEmpty)).toEqual([]);
        const isAbsent = (claims.get("total")?.absence ?? null) !== null;
        expect(prose.some(({ text }) => whyAbsent.test(text))).toBe(isAbsent);
        for (const { id, absence } of claims.values()) {
          if (absence !== null) expect(prose.filter(({ claims }) => claims.includes(id))).toEqual([]);
        }
        expect(standingFaults({ text, html, blocks, drawn, isProtected, lang })).toEqual([]);
      }),
      { numRuns: trials(12, inPart(4, 2)), seed: 12 },
    );
  });
});

/** Why an area has no main figure. */
const whyAbsent = /is withheld, |Publications disagree on|hold no figure|ddal yn ôl|anghytuno ar y|Nid oes ffigur/;
const recordWords = /(?:highest|lowest) (?:since|in these)|ffigur (?:uchaf|isaf)[^.]*(?: ers|gyfres)/;

const isEmpty = ({ text, tag, holdsMedia, isInTable }: TextBlock) =>
  text === "" && !holdsMedia && !(isInTable && tag !== "caption");

interface Standing {
  readonly text: string;
  readonly html: string;
  readonly blocks: readonly TextBlock[];
  readonly drawn: Case;
  readonly isProtected: boolean;
  readonly lang: "en-GB" | "cy";
}

/** Standing texts that are not true of this briefing. */
function standingFaults({ text, html, blocks, drawn, isProtected, lang }: Standing): readonly string[] {
  const cells = blocks.filter(({ isInTable }) => isInTable).map((block) => block.text);
  const drawnTexts = [...html.matchAll(/>(\[[a-z]\])[^<]*</g)].map(([, symbol = ""]) => symbol);
  const headings = blocks.filter(({ tag }) => /^(?:h\d|figcaption)$/.test(tag)).map((block) => block.text);
  const opening = blocks.find(({ claims, text }) => claims.includes("total") && / show | yn dangos |: /.test(text));
  const says = (english: string, welsh: string) => text.includes(lang === "cy" ? welsh : english);
  const symbols = blocks.filter(({ tag, text }) => tag === "dt" && /^\[[a-z]\]$/.test(text)).map((block) => block.text);
  const percent = /\d%/.test(
    blocks
      .filter(({ isExplanation }) => !isExplanation)
      .map((block) => block.text)
      .join(" "),
  );
  const found: readonly (readonly [string, boolean])[] = [
    [
      "percentages of unrounded figures",
      says("figures in the data, and rounded last", "ffigurau yn y data, a'u") && (isProtected || !percent),
    ],
    [
      "percentages of rounded counts",
      says("from counts that are rounded", "o niferoedd sydd wedi'u talgrynnu") && !(isProtected && percent),
    ],
    ["more harm", says("harm", "niwed") && !drawn.hasTopic],
    [
      "a symbol that is not printed",
      symbols.some((symbol) => ![...cells, ...drawnTexts].some((text) => text.includes(symbol))),
    ],
    [
      "a symbol that is not explained",
      ["[c]", "[x]"].some(
        (symbol) => [...cells, ...drawnTexts].some((text) => text.includes(symbol)) && !symbols.includes(symbol),
      ),
    ],
    ["a record over fewer than five periods", series[drawn.times].length < 5 && recordWords.test(text)],
    [
      "time that is not there",
      headings.some((heading) => /^Over time$|^Dros amser$|over time$|dros amser$/.test(heading)) &&
        series[drawn.times].length < 2,
    ],
    [
      "a number of nothing",
      /share|mean/.test(drawn.statType) && opening !== undefined && !opening.text.includes("(Figure)"),
    ],
    [
      "a preposition before a name",
      drawn.areas.some((label) => new RegExp(`\\b(?:in|yn|yng|ym) (?:the )?${label}`).test(text)),
    ],
    [
      "a place among others, said twice",
      blocks.some(({ claims }) => claims.includes("standing")) &&
        blocks.some(({ tag, claims }) => tag === "li" && claims.includes("comparison")),
    ],
    ["a group of one", /\bof 1\b|blith 1\b|gyfer 1\b/.test(text)],
  ];
  return found.flatMap(([name, isFalse]) => (isFalse ? [name] : []));
}

it("writes the middle of shares as a percentage", async () => {
  const share = { statType: "share", areas: ["X", "Not known", "Åland"], times: "none", cells: ["10", "20", "30"] };
  const drawn = {
    ...share,
    emptiness: "as drawn",
    isProtected: false,
    isNamed: false,
    hasPlural: true,
    hasTopic: false,
    isWorded: false,
  };
  const { briefing, csv, area } = briefingOf(drawn as Case, "national", "en-GB");
  const { html } = await generateBriefing(briefing, {
    data: { data: { csv } },
    parameters: { area },
    formats: ["html"],
  });
  expect(textBlocks(html).map(({ text }) => text)).toContain(
    "The figure in the middle is 20.0%, the median of 3 areas.",
  );
});
