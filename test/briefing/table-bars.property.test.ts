import { change, count, defineBriefing, defineDataset, generateBriefing, rank, table } from "briefwright";
import fc from "fast-check";
import { expect, test } from "vitest";
import { codesOf, laterErrorsOf } from "../support/diagnostics-of.ts";
import { trials } from "../support/trials.ts";

const cases = defineDataset({
  title: "Cases",
  dimensions: { area: { role: "area", label: "Area", open: true }, period: { role: "time", label: "Year" } },
  measures: { cases: { label: "Cases", unit: { one: "case", other: "cases" }, statType: "count" } },
  sources: { s: { title: "Cases", publisher: "Ministry", kind: "official-statistics" } },
  disclosure: { profile: "under5" },
});

const briefing = (column: "count" | "change" | "rank") =>
  defineBriefing({
    title: "Cases",
    lang: "en-GB",
    datasets: { cases },
    claims: () => ({}),
    tables: ({ cases }) => ({
      areas: table({
        caption: "All areas",
        rowHeader: "Area",
        rows: cases.categories("area"),
        columns: {
          figure: {
            header: "Figure",
            bars: true,
            show: column === "change" ? "signed" : "value",
            cell: ({ id }) =>
              column === "rank"
                ? rank(cases, { area: id, period: "latest", among: "area" })
                : column === "change"
                  ? change(cases, { area: id, from: "first", to: "latest" })
                  : count(cases, { area: id, period: "latest" }),
          },
        },
      }),
    }),
    template: { file: "t.hbs", text: '<h1>{{title}}</h1>{{table "areas"}}' },
  });

const names = ["Kent", "Essex", "Surrey", "Dorset", "Devon", "Powys"] as const;
const csvOf = (rows: readonly (readonly [number, number])[]) =>
  [
    "area,period,cases",
    ...rows.flatMap(([first, latest], index) => [`${names[index]},2021,${first}`, `${names[index]},2022,${latest}`]),
  ].join("\n");

const generate = (column: "count" | "change" | "rank", csv: string) =>
  generateBriefing(briefing(column), { data: { cases: { csv, file: "cases.csv" } }, formats: ["html"] });

const cell =
  /<td class="numeric with-bar">(.*?)<span class="bar" aria-hidden="true">(?:<span style="width:([\d.]+)%;margin-left:([\d.]+)%"><\/span>)?<\/span><\/td>/g;

test("bars stand beside figures, as long as these are, from one zero; what has none has no bar", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.integer({ min: 60, max: 900 }), fc.integer({ min: 0, max: 900 })), {
        minLength: 2,
        maxLength: 6,
      }),
      fc.constantFrom("count" as const, "change" as const),
      async (rows, column) => {
        const { html } = await generate(column, csvOf(rows));
        const cells = [...html.matchAll(cell)].map(([, text = "", width, start]) => ({
          value: Number(/ value="([^"/]*)"/.exec(text)?.[1] || Number.NaN),
          width: Number(width ?? 0),
          start: Number(start ?? Number.NaN),
          isDrawn: width !== undefined,
        }));
        expect(cells).toHaveLength(rows.length);
        const values = cells.map(({ value }) => value).filter((value) => !Number.isNaN(value));
        const span = Math.max(0, ...values) - Math.min(0, ...values);
        for (const { value, width, start, isDrawn } of cells) {
          expect(isDrawn).toBe(!Number.isNaN(value) && span > 0);
          if (!isDrawn) continue;
          expect(width).toBeCloseTo((Math.abs(value) / span) * 100, 1);
          expect(value < 0 ? start + width : start).toBeCloseTo((-Math.min(0, ...values) / span) * 100, 1);
        }
      },
    ),
    { numRuns: trials(120, 40) },
  );
});

test("places in an order have no bars", async () => {
  expect(
    codesOf(
      await laterErrorsOf(() =>
        generate(
          "rank",
          csvOf([
            [90, 100],
            [95, 80],
          ]),
        ),
      ),
    ),
  ).toEqual(["unlike-bars"]);
});
