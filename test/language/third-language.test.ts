import { describe, expect, test } from "vitest";
import {
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
  standing,
  trend,
} from "../../src/claims/index.ts";
import { defineDataset, readDataset } from "../../src/dataset/index.ts";
import { defineBriefing, generateBriefing } from "../../src/doors/index.ts";
import { createWords } from "../../src/language/index.ts";
import { diagnosticsOf } from "../support/diagnostics-of.ts";
import { toy } from "./toy-language.ts";

const definition = defineDataset({
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
      ],
    },
    year: { role: "time", label: "Έτος" },
  },
  measures: {
    n: {
      label: "Πλήθος",
      unit: { one: "πράγμα", other: "πράγματα" },
      statType: "count",
      breaks: [{ at: "2019", note: "νέοι κανόνες." }],
    },
  },
  sources: {
    s: {
      title: "Πηγή",
      publisher: "Εκδότης",
      kind: "other",
      published: "2020-05",
      coverage: { responded: 2, asked: 3 },
    },
  },
  layout: {
    statuses: [
      { noteContains: "≥", status: "lower-bound" },
      { noteContains: "½", status: "partial-period" },
    ],
    note: { column: "note" },
  },
});

const rows = ["Άργος", "Βόλος", "Γύθειο"].flatMap((area, at) =>
  [2017, 2018, 2019].flatMap((year) => [
    {
      area,
      kind: "all",
      year: String(year),
      n: area === "Γύθειο" && year === 2019 ? "[c]" : 100 * (at + 1) + 60 * (year - 2017),
      note: area === "Βόλος" ? "≥" : "",
    },
    { area, kind: "a", year: String(year), n: 20 + year - 2017, note: year === 2018 ? "½" : "" },
  ]),
);

/** Letters of the house's own languages; markers are symbols. */
const latin = /[A-Za-z]/;

describe("a third language is one file", () => {
  test("no kind of claim, no note, holds a word that is not the language's or the dataset's", async () => {
    const dataset = (await readDataset(definition, { rows }, { id: "d" })).inLanguage({
      lang: "el",
      periodName: ({ label }) => label,
    });
    const d = dataset as unknown as Awaited<ReturnType<typeof readDataset<typeof definition>>>;
    const latest = { year: "2019" } as const;
    const at = { area: "Άργος", ...latest };
    const specs: Record<string, ClaimSpec> = {
      count: count(d, at),
      lower: count(d, { area: "Βόλος", ...latest }),
      hidden: count(d, { area: "Γύθειο", ...latest }),
      missing: count(d, { area: "Άργος", year: "2031" }),
      rate: rate(d, at, { per: "day" }),
      change: change(d, { area: "Άργος", from: "2017", to: "2019" }),
      sure: change(d, { area: "Άργος", from: "2017", to: "2019" }, { uncertainty: true }),
      small: change(d, { area: "Άργος", kind: "a", from: "2017", to: "2019" }),
      partial: change(d, { area: "Άργος", kind: "a", from: "2017", to: "2018" }),
      number: change(d, { area: "Άργος", from: "2017", to: "2019" }, { mode: "absolute" }),
      ratio: change(d, { area: "Άργος", from: "2017", to: "2019" }, { mode: "ratio" }),
      share: share(d, { part: { ...at, kind: "a" }, whole: at }),
      comparison: comparison(d, { left: at, right: { area: "Βόλος", year: "2018" } }),
      toMedian: comparison(d, {
        left: { area: "Άργος", year: "2017" },
        right: { median: { year: "2017" }, among: "area" },
      }),
      median: median(d, { year: "2017", among: "area" }),
      rank: rank(d, { area: "Άργος", year: "2017", among: "area" }),
      hiddenRank: rank(d, { area: "Άργος", year: "2019", among: "area" }),
      record: record(d, at),
      direction: direction(d, { area: "Άργος", from: "2017", to: "2019" }, { degree: "significantly" }),
      trend: trend(d, { area: "Άργος", from: "2017", to: "2019" }),
      standing: standing(d, { area: "Άργος", year: "2017", among: "area" }, { since: "first" }),
    };
    const claims = evaluateClaims(
      specs,
      createClaimEvaluator(new Map([["d", dataset]]), createWords({ language: toy })),
    );
    expect([...claims.keys()]).toEqual(Object.keys(specs));
    for (const [id, { words }] of claims) {
      for (const [part, text] of Object.entries(words))
        expect([id, part, text.match(latin)?.input]).toEqual([id, part, undefined]);
      expect([id, words.phrase]).not.toEqual([id, ""]);
    }
  });

  test("and a briefing in it, from the shipped template, has no word of another in its text", async () => {
    const briefing = defineBriefing({
      title: "Στοιχεία",
      lang: "el",
      language: toy,
      datasets: { d: definition },
      parameters: { area: { kind: "category", dataset: "d", dimension: "area" } },
      claims: ({ d, area }) => ({
        total: count(d, { area, year: "2018" }),
        rise: change(d, { area, from: "2017", to: "2018" }),
        rank: rank(d, { area, year: "2018", among: "area" }),
      }),
      template: "regional",
      partials: { helplines: { text: "", file: "helplines.hbs" } },
    });
    const { html, diagnostics } = await generateBriefing(briefing, {
      data: { d: { rows } },
      parameters: { area: "Άργος" },
      formats: ["html"],
    });
    const text = html
      .replace(/^.*<body[^>]*>/s, "")
      .replaceAll(/<[^>]*>/g, " ")
      .replaceAll(/\[[cxz]\]/g, "");
    expect(text.match(/[A-Za-z]+/g) ?? []).toEqual([]);
    expect(diagnostics).toEqual([]);
  });
});

test("a language whose numbers this Node.js cannot write is refused", () => {
  const unknown = { ...toy, name: "Unknown", tags: ["qaa"] as const };
  expect(diagnosticsOf(() => createWords({ language: unknown }))).toMatchObject([
    { code: "missing-locale-data", message: "This Node.js has no number and date formats for Unknown (qaa)." },
  ]);
});
