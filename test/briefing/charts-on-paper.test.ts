import { defineBriefing, type GeneratedBriefing, generateBriefing } from "briefwright";
import { barSpec, rankingSpec, trendSpec } from "briefwright/charts";
import { verifyFile } from "briefwright/verify";
import { describe, expect, test } from "vitest";
import { readPdf } from "../pdf/read-pdf.ts";
import { laterDiagnosticsOf } from "../support/diagnostics-of.ts";
import { readPages, textItems } from "../support/open-pdf.ts";
import { offences } from "./recorded-offences.ts";

const years = ["2015/16", "2016/17", "2017/18", "2018/19"];
const forces = ["Kent", "Essex", "Devon and Cornwall", "Avon and Somerset"];
const csv = [
  "area,period,offences",
  ...forces.flatMap((force, row) => years.map((year, column) => `${force},${year},${310 + row * 97 + column * 31}`)),
].join("\n");
const data = { offences: { csv, file: "o.csv" } };

const trendOfKent = trendSpec({ x: "period", y: "offences" });
const rankingOfNow = rankingSpec({ category: "area", value: "offences" });

const [trendImage, rankingImage] = ["trend", "ranking"].map((id) => `{{chart "${id}" caption="By ${id}"}}`);
const both = `<div>${trendImage}</div><div>${rankingImage}</div>`;

interface Paper {
  readonly html: string;
  readonly css?: string;
  /** In place of the recipes'. */
  readonly trend?: object;
  readonly ranking?: object;
  readonly draft?: boolean;
}

async function print({ html, css = "", trend = trendOfKent, ranking = rankingOfNow, draft = false }: Paper) {
  const briefing = defineBriefing({
    title: "Offences",
    lang: "en-GB",
    datasets: { offences },
    claims: () => ({}),
    charts: {
      trend: { spec: trend, data: ({ offences }) => offences.where({ area: "kent" }) },
      ranking: { spec: ranking, data: ({ offences }) => offences.where({ period: "2018/19" }) },
    },
    template: { file: "b.hbs", text: `<h1>{{title}}</h1>${html}` },
    stylesheets: [{ text: css, file: "own.css" }],
  });
  const made = await generateBriefing(briefing, { data, formats: ["pdf"], draft, verifiable: true });
  return made as GeneratedBriefing<string, "pdf">;
}

/** Size in pt of every text on its pages. */
const sizesOf = async ({ pdf }: { readonly pdf: Uint8Array }) =>
  (await readPages(pdf, textItems))
    .flat()
    .flatMap(({ str, transform, height }) =>
      str.trim() === ""
        ? []
        : [{ str, size: Math.round((height || Math.hypot(transform[2], transform[3])) * 10) / 10 }],
    );

const places: readonly (readonly [string, Paper])[] = [
  ["columns", { html: `<div class="row">${both}</div>`, css: ".row { columns: 2 }" }],
  ["a flex row", { html: `<div class="row">${both}</div>`, css: ".row { display: flex } .row > div { flex: 1 }" }],
  ["a grid", { html: `<div class="row">${both}</div>`, css: ".row { display: grid; grid-template-columns: 1fr 1fr }" }],
  [
    "the cells of a table",
    { html: `<table><tr><td>${trendImage}</td><td>${rankingImage}</td></tr></table>`, css: "td { width: 50% }" },
  ],
  [
    "a float",
    {
      html: `<div class="aside">${trendImage}</div><p>Beside it.</p>${rankingImage}`,
      css: ".aside { float: right; width: 45% }",
    },
  ],
  ["a side column", { html: both, css: "figure { width: 240px }" }],
];

describe("a chart with less room on a page than it takes", () => {
  test.each(places)("is drawn for it: %s", async (_, paper) => {
    const made = await print(paper);
    expect(made.diagnostics.filter(({ code }) => code === "chart-text-small")).toEqual([]);
    const sizes = await sizesOf(made);
    expect(sizes.map(({ str }) => str).join(" ")).toContain("Devon and Cornwall");
    expect(sizes.filter(({ size }) => size < 7)).toEqual([]);
    const figures = (await readPdf(made.pdf)).pages
      .map(({ tree }) => tree)
      .join("\n")
      .match(/Figure \(/g);
    expect(figures).toHaveLength(2);
    expect(made.record.charts).toHaveLength(2);
  });

  test("is checked by its file as it stands there, each time that it is shown", async () => {
    const { pdf } = await print({
      html: `<div class="half">${trendImage}</div>${trendImage}`,
      css: ".half { width: 40% }",
    });
    const { verdict, findings } = await verifyFile(pdf, { file: "b.pdf" });
    expect([verdict, findings]).toEqual(["agrees", []]);
  });

  test("is the same picture where it has the room, or is made a little smaller", async () => {
    const whole = await sizesOf(await print({ html: trendImage ?? "" }));
    const smaller = await sizesOf(await print({ html: trendImage ?? "", css: "figure { width: 85% }" }));
    const texts = whole.map(({ str }) => str);
    expect(smaller.map(({ str }) => str)).toEqual(texts);
    expect(Math.min(...smaller.map(({ size }) => size))).toBeGreaterThanOrEqual(7);
  });

  test("is told of where its texts have no room", async () => {
    const { diagnostics } = await print({ html: both, css: "figure { width: 40px }" });
    const told = diagnostics.filter(({ code }) => code === "chart-text-small");
    expect(told.map(({ source }) => source?.id)).toEqual(["trend", "ranking"]);
    expect(told[1]?.message).toContain("The chart is printed 40 px wide, with texts of");
  });

  test("is audited as it is drawn there", async () => {
    // Wide charts have no room for the text in this layout, narrow ones are drawn by the next.
    const { usermeta, ...own } = barSpec({ x: "period", y: "offences" }) as unknown as {
      usermeta: { briefwright: object };
    };
    const typed = { ...own, title: "Up by 77" };
    const spec = {
      ...own,
      usermeta: { briefwright: { ...usermeta.briefwright, widthsPx: [500, 0], otherwise: [typed], replaced: [] } },
    };
    await print({ html: trendImage ?? "", trend: spec });
    const narrow = { html: trendImage ?? "", css: "figure { width: 50% }", trend: spec };
    const refused = await laterDiagnosticsOf(() => print(narrow));
    expect(refused.map(({ code }) => code)).toEqual(["untraced-figure"]);
    const { diagnostics } = await print({ ...narrow, draft: true });
    expect(diagnostics.map(({ code }) => code)).toContain("untraced-figure");
  });
});

describe("a spec of one's own", () => {
  const own = {
    mark: "bar",
    encoding: {
      x: { field: "offences", type: "quantitative" },
      y: { field: "area", type: "nominal", title: null },
    },
  };

  test("is drawn for its place where it takes the width that it is given", async () => {
    const made = await print({
      html: rankingImage ?? "",
      css: "figure { width: 50% }",
      ranking: own,
    });
    expect((await sizesOf(made)).filter(({ size }) => size < 7)).toEqual([]);
  });

  test("is made smaller where it keeps its own, and that is told", async () => {
    const spec = { ...own, width: 500 };
    const { diagnostics } = await print({
      html: rankingImage ?? "",
      css: "figure { width: 40% }",
      ranking: spec,
    });
    expect(diagnostics.map(({ code }) => code)).toContain("chart-text-small");
  });
});
