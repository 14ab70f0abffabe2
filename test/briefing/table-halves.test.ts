import { type Category, count, defineBriefing, defineDataset, generateBriefing, table } from "briefwright";
import { describe, expect, it } from "vitest";
import { readStructure, type StructureElement } from "../pdf/read-structure.ts";
import { readPages, textItems } from "../support/open-pdf.ts";

const cases = defineDataset({
  title: "Cases",
  dimensions: {
    area: { role: "area", label: "Area", plural: "areas", open: true },
    period: { role: "time", label: "Year" },
  },
  measures: { cases: { label: "Cases", unit: { one: "case", other: "cases" }, statType: "count" } },
  sources: { one: { title: "Cases", publisher: "An office", kind: "official-statistics", published: "2023" } },
});

const nameOf = (index: number): string => `Place ${String.fromCharCode(65 + (index % 26))}${index < 26 ? "a" : "b"}`;

/** A ranking of so many areas, by one figure or several. */
async function ranking(areas: number, { periods = 1, bars = true, css = "" } = {}) {
  const years = Array.from({ length: periods }, (_, index) => String(2022 - index));
  const briefing = defineBriefing({
    title: "Cases",
    lang: "en-GB",
    datasets: { cases },
    claims: () => ({}),
    tables: ({ cases }) => ({
      ranking: table({
        caption: "Cases by area",
        rowHeader: "Area",
        rows: cases.categories("area"),
        columns: Object.fromEntries(
          cases.periods().map((period) => [
            `y${period.id}`,
            {
              header: period,
              cell: (area: Category) => count(cases, { area, period }),
              bars: bars && period.label === "2022",
            },
          ]),
        ),
      }),
    }),
    template: { text: '<main><h1>Cases</h1>{{table "ranking"}}</main>', file: "ranking.hbs" },
    stylesheets: [{ text: css, file: "own.css" }],
  });
  const rows = Array.from({ length: areas }, (_, index) => index).flatMap((index) =>
    years.map((period) => ({ area: nameOf(index), period, cases: 900 - 7 * index })),
  );
  const made = await generateBriefing(briefing, { data: { cases: { rows } }, parameters: {} });
  const region = /class="table-region([^"]*)"/u.exec(made.html)?.[1] ?? "";
  const [page = []] = await readPages(made.pdf, textItems);
  const starts = page.filter(({ str }) => /^Place/u.test(str)).map(({ transform }) => Math.round(transform[4]));
  return { ...made, halves: region.split(" ").includes("halves"), columns: new Set(starts).size };
}

const elementsOf = (element: StructureElement): readonly StructureElement[] => [
  element,
  ...element.kids.flatMap((kid) => (kid.kind === "element" ? elementsOf(kid.element) : [])),
];

describe("a long ranking by one figure", () => {
  it("stands in two columns of one page, and is one table to a reader", async () => {
    const { halves, columns, pageCount, pdf, diagnostics } = await ranking(42);
    expect({ halves, columns, pageCount, diagnostics }).toEqual({
      halves: true,
      columns: 2,
      pageCount: 1,
      diagnostics: [],
    });
    const roles = elementsOf(await readStructure(pdf)).map(({ role }) => role);
    expect([roles.filter((role) => role === "Table").length, roles.filter((role) => role === "TR").length]).toEqual([
      1, 43,
    ]);
  });

  it.each([
    ["of few rows", 20, {}],
    ["without bars", 42, { bars: false }],
    ["by several figures", 42, { periods: 6 }],
  ])("stands in one where it is %s", async (_, areas, options) => {
    const { halves, columns } = await ranking(areas, options);
    expect([halves, columns]).toEqual([false, 1]);
  });

  it("stands in one where the type is too large for two", async () => {
    const { columns, diagnostics } = await ranking(42, { css: ":root { --print-size: 18pt }" });
    expect([columns, diagnostics]).toEqual([1, []]);
  });
});
