import type { Element, Root, RootContent } from "hast";
import { fromHtml } from "hast-util-from-html";
import { beforeAll, describe, expect, test } from "vitest";
import { isVisibleAttribute } from "../../src/document/visible-attributes.ts";
import { barSpec, rankingSpec, trendSpec } from "../../src/doors/charts.ts";
import {
  BriefingError,
  change,
  comparison,
  count,
  defineBriefing,
  defineDataset,
  generateBriefing,
  median,
  rank,
  record,
  table,
} from "../../src/doors/index.ts";

const offences = defineDataset({
  title: "Offences",
  dimensions: {
    area: {
      role: "area",
      label: "Force",
      plural: "forces",
      categories: [
        { id: "gwent", label: "Gwent" },
        { id: "south", label: "South" },
        { id: "essex", label: "Essex" },
      ],
    },
    kind: {
      role: "category",
      label: "Place",
      total: "all",
      categories: [
        { id: "all", label: "Everywhere" },
        { id: "school", label: "School", parent: "all" },
        { id: "home", label: "Home", parent: "all" },
      ],
    },
    month: { role: "time", label: "Month" },
  },
  measures: {
    offences: {
      label: "Offences",
      unit: { one: "offence", other: "offences" },
      statType: "count",
      breaks: [{ at: "Mar 2019", note: "new rules." }],
    },
  },
  sources: {
    foi: {
      title: "Requests",
      publisher: "Charity",
      kind: "foi",
      published: "2019-09-12",
      coverage: { responded: 38, asked: 43 },
    },
  },
  layout: { note: { column: "note" }, statuses: [{ noteContains: "p", status: "provisional" }] },
  caveats: ["Recorded only."],
  translations: {
    cy: {
      dimensions: {
        area: {
          label: "Heddlu",
          plural: "heddluoedd",
          categories: { gwent: "Gwent", south: "De Cymru", essex: "Essex" },
        },
        kind: { label: "Lle", categories: { all: "Pobman", school: "Ysgol", home: "Cartref" } },
        month: { label: "Mis" },
      },
      measures: {
        offences: {
          label: "Troseddau",
          unit: { one: "trosedd", other: "troseddau", gender: "feminine" },
          breaks: ["rheolau newydd."],
        },
      },
      sources: { foi: { title: "Ceisiadau", publisher: "Elusen" } },
      caveats: ["Troseddau a gofnodwyd yn unig."],
    },
  },
});

const rows = ["gwent", "south", "essex"].flatMap((area, at) =>
  ["Jan 2019", "Feb 2019", "Mar 2019"].flatMap((month, of) =>
    ["all", "school", "home"].map((kind, part) => ({
      area,
      month,
      kind,
      offences: part === 0 ? 100 + 60 * at + 37 * of * (at + 1) : area === "gwent" && part === 1 ? "[c]" : 30 + of,
      note: of === 2 ? "p" : "",
    })),
  ),
);

const texts = {
  "en-GB": {
    title: "Harm: {{area.label}}",
    years: "Months",
    over: "Part",
    caption: "Every month",
    organisation: "Acme",
    counted: "Offences",
  },
  cy: {
    title: "Niwed: {{area.label}}",
    years: "Misoedd",
    over: "Rhan",
    caption: "Fesul mis",
    organisation: "Elusen",
    counted: "Troseddau",
  },
};

type Lang = keyof typeof texts;

const briefingIn = (lang: Lang, template: "regional" | "national" | "summary") =>
  defineBriefing({
    title: texts[lang].title,
    lang,
    datasets: { offences },
    parameters: {
      area: { kind: "category", dataset: "offences", dimension: "area" },
      organisation: { kind: "text", default: texts[lang].organisation },
      contact: { kind: "text", default: "@" },
    },
    claims: ({ offences, area }) => ({
      total: count(offences, { area, month: "latest" }),
      rise: change(offences, { area, from: "first", to: "latest" }),
      rank: rank(offences, { area, month: "latest", among: "area" }),
      median: median(offences, { month: "latest", among: "area" }),
      comparison: comparison(offences, {
        left: { area, month: "latest" },
        right: { median: { month: "latest" }, among: "area" },
      }),
      record: record(offences, { area, month: "latest" }),
    }),
    tables: ({ offences, area }) => ({
      "by-category": table({
        caption: texts[lang].caption,
        rowHeader: texts[lang].over,
        rows: offences.categories("kind"),
        columns: {
          n: { header: texts[lang].years, cell: (kind) => count(offences, { area, kind, month: "latest" }) },
          change: {
            header: texts[lang].over,
            cell: (kind) => change(offences, { area, kind, from: "previous", to: "latest" }),
            show: "change",
          },
        },
        highlight: "home",
      }),
    }),
    charts: {
      trend: {
        spec: trendSpec({ x: "month", y: "offences", yTitle: texts[lang].counted }),
        data: ({ offences, area }) => offences.where({ area, kind: "all" }),
      },
      ranking: {
        spec: rankingSpec({ category: "area", value: "offences", valueTitle: texts[lang].counted }),
        data: ({ offences, area }) =>
          offences
            .where({ kind: "all", month: "latest" })
            .map((row) => ({ ...row, highlight: row.area === area.label })),
      },
      breakdown: {
        spec: barSpec({ x: "kind", y: "offences", yTitle: texts[lang].counted }),
        data: ({ offences, area }) => offences.where({ area, month: "latest" }),
      },
    },
    template,
  });

const generate = async (lang: Lang, template: "regional" | "national" | "summary") =>
  generateBriefing(briefingIn(lang, template), { data: { offences: { rows } }, parameters: { area: "Gwent" } });

/** Every text that a reader can meet: text nodes, and attributes that are shown or spoken. */
function readerTexts(html: string): readonly string[] {
  const found: string[] = [];
  const walk = (node: Root | RootContent) => {
    if (node.type === "text") found.push(node.value);
    if (node.type === "element" && ["style", "script"].includes(node.tagName)) return;
    if (node.type === "element") found.push(...attributeTexts(node));
    if ("children" in node) for (const child of node.children) walk(child);
  };
  walk(fromHtml(html));
  return found.map((text) => text.replaceAll(/\s+/g, " ").trim()).filter(Boolean);
}

const attributeTexts = ({ tagName, properties }: Element): string[] =>
  Object.entries(properties).flatMap(([name, value]) =>
    isVisibleAttribute(name, tagName) && tagName !== "data" ? [String(value)] : [],
  );

const wordsOf = (all: readonly string[]): ReadonlySet<string> =>
  new Set(all.flatMap((text) => text.match(/[\p{L}'’-]{2,}/gu) ?? []));

/** Names that are the same in both languages, and words that the two share. */
const shared = ["CSV", "Gwent", "Essex", "Childline", "NSPCC", "childline", "org", "uk", "data", "is"];

describe.each(["regional", "national", "summary"] as const)("the %s template", (template) => {
  let english: readonly string[] = [];
  let welsh: readonly string[] = [];
  let result: Awaited<ReturnType<typeof generate>>;
  beforeAll(async () => {
    english = readerTexts((await generate("en-GB", template)).html);
    result = await generate("cy", template);
    welsh = readerTexts(result.html);
  });

  test("leaves no word of English in a Welsh briefing: not in its text, charts, descriptions, labels", () => {
    expect(welsh.length).toBeGreaterThan(50);
    const inBoth = [...wordsOf(welsh)].filter((word) => wordsOf(english).has(word) && !shared.includes(word));
    expect(inBoth).toEqual([]);
  });

  test("says so to programs, and warns of nothing but a record of three months", () => {
    expect(result.html).toMatch(/<html lang="cy">/);
    // Three months are no series: nothing is said of a record.
    expect(result.diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      expect.stringMatching(/^claim-without-figure .*"record".* 3, sy.n rhy ychydig/),
    ]);
  });
});

describe("a language", () => {
  test("that there is none of is an error, and no other stands in", () => {
    const french = () => defineBriefing({ ...briefingIn("cy", "summary").spec, lang: "fr" });
    expect(french).toThrow(BriefingError);
    expect(french).toThrow(/There are no words in the language "fr"/);
  });
});
