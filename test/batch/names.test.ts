import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { planBriefings } from "../../src/batch/index.ts";
import { nameBriefings } from "../../src/batch/name-briefings.ts";
import { defineBriefing } from "../../src/briefing/index.ts";
import { count } from "../../src/claims/index.ts";
import { writeFileAtomically } from "../../src/cli/write-file-atomically.ts";
import { defineDataset } from "../../src/dataset/index.ts";
import { trials } from "../support/trials.ts";

/** Names that file systems, shells and programs trip over. Those that share an id have to be told apart by the definition. */
const hostile = [
  "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
  "A".repeat(400),
  "ن".repeat(300),
  "Ynys Môn",
  "القاهرة",
  "ירושלים",
  "東京都",
  "🏴󠁧󠁢󠁷󠁬󠁳󠁿",
  "👩‍👩‍👧‍👦 families",
  "☂",
  "CON",
  "nul",
  "LPT1",
  "COM¹",
  "..",
  "../../etc/passwd",
  "C:\\Windows",
  "a/b/c",
  "-rf",
  "--help",
  "$(reboot)",
  "`id`",
  "a;b|c&d",
  '"quoted"',
  "<script>",
  "100%",
  "name\twith\ttabs",
  " leading and trailing ",
  "trailing.dot.",
  "\u202Eevil",
  "zero\u200Bwidth",
  "e\u0301clair",
];
/** Ids that are one file where capitals or ways to write a letter are not told apart. */
const alike = ["strasse", "straße", "ﬁre", "fire"];

const definition = defineDataset({
  title: "Cases",
  dimensions: {
    area: {
      role: "area",
      label: "Area",
      open: true,
      categories: alike.map((id, index) => ({ id, label: `Area ${"ABCD"[index]}` })),
    },
    year: { role: "time", label: "Year" },
  },
  measures: { cases: { label: "Cases", unit: { one: "case", other: "cases" }, statType: "count" } },
  sources: { s: { title: "Cases", publisher: "P", kind: "other" } },
});

const briefing = defineBriefing({
  title: "Cases",
  lang: "en-GB",
  datasets: { cases: definition },
  parameters: { area: { kind: "category", dataset: "cases", dimension: "area" } },
  claims: ({ cases, area }) => ({ total: count(cases, { area, year: "latest" }) }),
  template: { text: '<h1>Cases</h1><p>{{claim "total"}}</p>', file: "cases.hbs" },
});

const rows = [...hostile, ...alike.map((_, index) => `Area ${"ABCD"[index]}`)].map((area, index) => ({
  area,
  year: "2020",
  cases: 1000 + index,
}));

const folder = mkdtempSync(join(tmpdir(), "briefwright-names-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("hostile names of areas are files, each with its own figure", async () => {
  const plan = await planBriefings(briefing, { data: { cases: { rows } }, each: "area", formats: ["html"] });
  expect(plan.briefings).toHaveLength(rows.length);
  for await (const result of plan.generate()) {
    if (result.status === "failed") throw new Error(JSON.stringify(result.diagnostics));
    writeFileAtomically(join(folder, `${result.name}.html`), result.html);
  }
  const files = readdirSync(folder);
  expect(files).toHaveLength(rows.length);
  const printed = files.map((file) => /1,0\d\d/.exec(readFileSync(join(folder, file), "utf8"))?.[0]);
  expect([...printed].sort()).toEqual(rows.map(({ cases }) => cases.toLocaleString("en-GB")).sort());
  for (const file of files) expect(statSync(join(folder, file)).isFile()).toBe(true);
});

/** What a file system that knows neither capitals nor ways to write a letter takes for one. */
const folded = (name: string) => name.normalize("NFKD").toLowerCase().toUpperCase().normalize("NFC");

describe("names of files", () => {
  const spec = { parameters: { one: { kind: "text" }, two: { kind: "text" } } } as const;
  const of = (sets: readonly Readonly<Record<string, string>>[], pattern?: string) =>
    nameBriefings({ briefing: { spec }, datasets: new Map() } as never, sets, pattern);
  const text = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 300 }),
    fc.constantFrom(...hostile, ...alike),
    fc.stringMatching(/^[kKKsSſ]{1,4}$/u),
  );

  test("are short, plain, and never two the same, whatever they are made from", () => {
    fc.assert(
      fc.property(fc.uniqueArray(text, { minLength: 2, maxLength: 12 }), fc.boolean(), (texts, twice) => {
        const pattern = twice ? "{one}-{two}" : "{one}";
        const names = of(
          texts.map((one) => ({ one, two: one })),
          pattern,
        );
        expect(new Set(names.map(folded)).size).toBe(texts.length);
        for (const name of names) {
          expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200 - ".claims.json".length);
          expect(name).not.toMatch(/^(con|prn|aux|nul|(com|lpt)[\d¹²³])(\.|$)/i);
          expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Z}]|^[.-]|[.-]$/u);
        }
      }),
      { numRuns: trials(300, 300) },
    );
  });

  test("do not depend on the order of the areas", () => {
    fc.assert(
      fc.property(fc.uniqueArray(text, { minLength: 2, maxLength: 8 }), (texts) => {
        const names = of(
          texts.map((one) => ({ one })),
          "{one}",
        );
        const turned = of(
          [...texts].reverse().map((one) => ({ one })),
          "{one}",
        );
        expect([...turned].reverse()).toEqual(names);
      }),
      { numRuns: trials(100, 100) },
    );
  });

  test("a pattern that does not tell them apart is an error that names two", () => {
    expect(() => of([{ one: "a" }, { one: "b" }], "report")).toThrow('"a" and "b" would both be written to "report"');
  });
});
