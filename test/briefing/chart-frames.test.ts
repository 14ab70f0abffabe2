import {
  type BriefingSpec,
  count,
  defineBriefing,
  defineDataset,
  type GeneratedBriefing,
  generateBriefing,
  standing,
  trend,
} from "briefwright";
import { rankingSpec, tileMapSpec, trendSpec } from "briefwright/charts";
import type { Element } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { describe, expect, test } from "vitest";
import { readPages } from "../support/open-pdf.ts";

const arrests = defineDataset({
  title: "Arrests by area",
  dimensions: {
    area: { role: "area", label: "Area", plural: "areas", open: true },
    period: { role: "time", label: "Year" },
  },
  measures: {
    arrests: {
      label: "Arrests recorded",
      short: "arrests",
      unit: { one: "arrest", other: "arrests" },
      statType: "count",
    },
  },
  sources: {
    home: { title: "Arrests", publisher: "Home Office", kind: "official-statistics", published: "2023-07-18" },
    ons: { title: "More arrests", publisher: "Statistics Wales", kind: "official-statistics" },
  },
  layout: { source: { column: "source" } },
  translations: {
    cy: {
      title: "Arestiadau",
      dimensions: { area: { label: "Ardal", plural: "ardaloedd" }, period: { label: "Blwyddyn" } },
      measures: {
        arrests: {
          label: "Arestiadau a gofnodwyd",
          short: "nifer yr arestiadau",
          unit: { one: "arestiad", other: "arestiad" },
        },
      },
    },
  },
});

const places = ["Kent", "Essex", "Dorset", "Devon", "Norfolk"] as const;
const csv = [
  "area,period,arrests,source",
  ...places.flatMap((area, index) =>
    [2020, 2021, 2022].map(
      (year, at) => `${area},${year},${400 - 70 * index - 40 * at},${area === "Dorset" ? "ons" : "home"}`,
    ),
  ),
].join("\n");

type Charts = NonNullable<BriefingSpec<{ arrests: typeof arrests }>["charts"]>;

/** Which areas and periods a chart draws, the first marked or not. */
const chart = (
  areas: readonly string[],
  period: string | readonly string[],
  { marks = true, ...options }: Partial<Charts[string]> & { readonly marks?: boolean } = {},
): Charts[string] => ({
  spec:
    period === "2022"
      ? rankingSpec({ category: "area", value: "arrests" })
      : trendSpec({ x: "period", y: "arrests", series: "area" }),
  data: ({ arrests }) =>
    arrests.where({ area: areas.map((area) => area.toLowerCase()), period: [period].flat() }).map((row) => ({
      ...row,
      ...(marks && { highlight: row.area === "Kent" }),
    })),
  ...options,
});
const years = ["2020", "2021", "2022"];

async function generate(
  charts: Charts,
  { text = "", lang = "en-GB", formats = ["html"] as const, data = csv, isBesideOthers = false } = {},
) {
  const briefing = defineBriefing({
    title: "Arrests",
    lang,
    datasets: { arrests },
    claims: ({ arrests }) => ({
      total: count(arrests, { area: "kent", period: "2022" }),
      trend: trend(arrests, { area: "kent", from: "first", to: "latest", ...(isBesideOthers && { among: "area" }) }),
      standing: standing(arrests, { area: "kent", period: "latest", among: "area" }),
    }),
    charts,
    template: {
      file: "b.hbs",
      text: `<h1>{{title}}</h1>${
        text ||
        Object.keys(charts)
          .map((id) => `{{chart "${id}" caption="As drawn"}}`)
          .join("")
      }`,
    },
  });
  return (await generateBriefing(briefing, {
    data: { arrests: { csv: data, file: "a.csv" } },
    formats: [...formats],
  })) as GeneratedBriefing;
}

/** The lines above and below each chart. */
function framesOf({ html }: GeneratedBriefing): readonly (readonly string[])[] {
  const frames: string[][] = [];
  visit(fromHtml(html), { tagName: "figure" }, (figure: Element) => {
    const lines: string[] = [];
    visit(figure, "element", (element) => {
      const hasLines = element.children.some((child) => child.type === "element" && child.tagName === "p");
      if (element.tagName === "p" || (element.tagName === "figcaption" && !hasLines))
        lines.push(textOf(element).replaceAll("\u00a0", " ").replaceAll("’", "'"));
    });
    frames.push(lines);
  });
  return frames;
}

describe("what stands around a recipe's chart", () => {
  test("is the finding of a claim that it shows, the author's caption, what is measured, and the sources", async () => {
    const generated = await generate({ time: chart(places.slice(0, 2), years), now: chart(places, "2022") });
    expect(framesOf(generated)).toEqual([
      [
        "Kent's arrests fell by 20% from 2020 to 2022",
        "As drawn",
        "Arrests recorded",
        "Source: Home Office, 18 July 2023.",
      ],
      [
        "Kent's arrests were the highest of 5 areas in 2022",
        "As drawn",
        "Arrests recorded",
        "Sources: Home Office, 18 July 2023; Statistics Wales.",
      ],
    ]);
    expect(generated.record.claims.filter(({ printed }) => printed).map(({ id }) => id)).toEqual(["trend", "standing"]);
    expect(generated.html).toMatch(/<p class="chart-headline"><data [^>]*value="-0.2/);
  });

  test("is in the language of the briefing, and in the PDF", async () => {
    const generated = await generate(
      { time: chart(["Kent"], years) },
      { lang: "cy", formats: ["html", "pdf"] as never },
    );
    const [lines] = framesOf(generated);
    expect(lines?.[0]).toMatch(/^Mae nifer yr arestiadau .*20% ers 2020$/);
    expect(lines?.slice(2)).toEqual(["Arestiadau a gofnodwyd", "Ffynhonnell: Home Office, 18 Gorffennaf 2023."]);
    const pages = await readPages(generated.pdf, (page) => page.getTextContent());
    const read = pages.flatMap(({ items }) => items.map((item) => ("str" in item ? item.str : ""))).join(" ");
    expect(read.replaceAll(/\s+/g, " ")).toContain("20% ers 2020");
  });

  test("has a finding of nothing that the chart does not show or is not about", async () => {
    const heads = async (charts: Charts) => framesOf(await generate(charts)).map((lines) => lines[0]);
    // Not all that are ranked; none marked; another area; one of the two years.
    expect(await heads({ now: chart(places.slice(0, 4), "2022") })).toEqual(["As drawn"]);
    expect(await heads({ now: chart(places, "2022", { marks: false }) })).toEqual(["As drawn"]);
    expect(await heads({ time: chart(["Essex"], years, { marks: false }) })).toEqual(["As drawn"]);
    expect(await heads({ time: chart(["Kent"], years.slice(1)) })).toEqual(["As drawn"]);
    // Where nothing is marked, a chart is about what comes first; and a finding heads one chart.
    expect(await heads({ time: chart(["Kent"], years, { marks: false }), again: chart(["Kent"], years) })).toEqual([
      "Kent's arrests fell by 20% from 2020 to 2022",
      "As drawn",
    ]);
  });

  test("ranks an area among those that have a figure, and says so, where others have none", async () => {
    const gaps = csv.replace("Devon,2022,110", "Devon,2022,[x]").replace("Norfolk,2022,40", "Norfolk,2022,[x]");
    expect(gaps).not.toBe(csv);
    const heads = async (data: string, lang = "en-GB") =>
      framesOf(await generate({ now: chart(places, "2022") }, { data, lang })).map(([line]) => line);
    expect(await heads(gaps)).toEqual(["Kent's arrests were the highest of the 3 areas with a figure in 2022"]);
    expect(await heads(gaps, "cy")).toEqual([expect.stringMatching(/o blith y 3 o ardaloedd sydd â ffigur/)]);
    // A hidden one hides the rank.
    expect(await heads(gaps.replace("Devon,2022,[x]", "Devon,2022,[c]"))).toEqual(["As drawn"]);
  });

  test("has the finding of a trend that is told beside those of others", async () => {
    const heads = async (charts: Charts) =>
      framesOf(await generate(charts, { isBesideOthers: true })).map((lines) => lines[0]);
    expect(await heads({ time: chart(places, ["2020", "2022"]) })).toEqual([
      "Kent's arrests fell by 20% from 2020 to 2022",
    ]);
    // Of all that are compared, its own area is drawn.
    expect(await heads({ time: chart(["Kent"], years) })).toEqual(["Kent's arrests fell by 20% from 2020 to 2022"]);
    expect(await heads({ time: chart(places.slice(1), years) })).toEqual(["As drawn"]);
  });

  test("says where a course turned on its way", async () => {
    const kent = (figures: readonly number[]) =>
      ["area,period,arrests,source", ...figures.map((of, at) => `Kent,${2014 + at},${of},home`)].join("\n");
    const head = async (figures: readonly number[], lang = "en-GB") => {
      const periods = figures.map((_, at) => `${2014 + at}`);
      return framesOf(await generate({ time: chart(["Kent"], periods) }, { data: kent(figures), lang }))[0]?.[0];
    };
    expect(await head([100, 300, 500, 700, 900, 850, 800, 700, 600])).toBe(
      "Kent's arrests rose more than fivefold from 2014 to 2022, but have fallen every year since their high in 2018",
    );
    expect(await head([100, 300, 500, 700, 900, 600, 650, 500, 350])).toBe(
      "Kent's arrests more than trebled from 2014 to 2022, but have more than halved since their high in 2018",
    );
    expect(await head([400, 600, 800, 900, 800, 500, 400, 350, 300])).toBe(
      "Kent's arrests fell by 25% from 2014 to 2022, with a high in 2017",
    );
    expect(await head([100, 300, 500, 700, 900, 600, 650, 500, 350], "cy")).toMatch(
      /, ond mae wedi mwy na haneru ers yr uchafbwynt yn 2018$/,
    );
    expect(await head([400, 600, 800, 900, 800, 500, 400, 350, 300], "cy")).toMatch(/, gydag uchafbwynt yn 2017$/);
  });

  test("has none of a claim whose figure is hidden", async () => {
    const hidden = csv.replace("Kent,2021,360", "Kent,2021,[c]").replace("Kent,2020,400", "Kent,2020,[c]");
    const [lines] = framesOf(await generate({ time: chart(["Kent"], years) }, { data: hidden }));
    expect(lines).toEqual([
      "As drawn",
      "Arrests recorded",
      "Source: Home Office, 18 July 2023. [c] not shown, to protect confidentiality.",
    ]);
  });

  test("is as its author says, in the briefing and in the template", async () => {
    const bare = { headline: false, measure: false, sources: false } as const;
    expect(framesOf(await generate({ time: chart(["Kent"], years, bare) }))).toEqual([["As drawn"]]);
    const named = await generate({ now: chart(["Kent"], "2022", { ...bare, headline: "trend" }) });
    expect(framesOf(named)).toEqual([["Kent's arrests fell by 20% from 2020 to 2022", "As drawn"]]);
    const text = '{{chart "time" headline=(sentence "total") caption="Arrests recorded in Kent"}}';
    const own = await generate({ time: chart(["Kent"], years) }, { text });
    expect(framesOf(own)[0]?.slice(0, 2)).toEqual(["Three hundred and twenty arrests", "Arrests recorded in Kent"]);
    expect(framesOf(own)[0]).toHaveLength(3);
    expect(
      framesOf(await generate({ time: chart(["Kent"], years) }, { text: '{{chart "time" headline=""}}' }))[0],
    ).toEqual(["Arrests recorded", "Source: Home Office, 18 July 2023."]);
    await expect(generate({ time: chart(["Kent"], years, { headline: "trendd" }) })).rejects.toMatchObject({
      diagnostics: [
        { code: "unknown-claim", source: { id: "time", field: "headline" }, hint: expect.stringContaining("trend") },
      ],
    });
  });

  test("is not there around a spec by hand, unless it is asked for", async () => {
    const spec = {
      mark: "bar",
      encoding: { x: { field: "arrests", type: "quantitative" }, y: { field: "area", type: "nominal" } },
    };
    expect(framesOf(await generate({ now: chart(places, "2022", { spec }) }))).toEqual([["As drawn"]]);
    const asked = await generate({ now: chart(["Kent"], "2022", { spec, headline: "trend", sources: true }) });
    expect(framesOf(asked)[0]).toHaveLength(3);
  });
});

test.each(["", " (in all)"])(
  "what a chart measures is not said above it where the chart says it%s, whichever its apostrophe",
  async (more) => {
    const label = "Children's arrests";
    const children = defineDataset({
      title: label,
      dimensions: {
        area: { role: "area", label: "Area", plural: "areas", open: true },
        period: { role: "time", label: "Year" },
      },
      measures: { arrests: { label, unit: { one: "arrest", other: "arrests" }, statType: "count" } },
      sources: { home: { title: "Arrests", publisher: "Home Office", kind: "official-statistics" } },
    });
    const tiles = Object.fromEntries(places.map((name, column) => [name, { column, row: 0, label: name.slice(0, 3) }]));
    const briefing = defineBriefing({
      title: "Map",
      lang: "en-GB",
      datasets: { children },
      claims: () => ({}),
      charts: {
        map: {
          spec: tileMapSpec({ area: "area", value: "arrests", valueTitle: `${label}${more}`, tiles }),
          data: ({ children }) => children.where({ period: "2022" }),
        },
      },
      template: { file: "b.hbs", text: `<h1>{{title}}</h1>{{chart "map" caption="As drawn"}}` },
    });
    const made = await generateBriefing(briefing, {
      data: { children: { csv: csv.replaceAll(/,(?:home|ons|source)$/gm, ""), file: "a.csv" } },
      formats: ["html"],
    });
    expect(framesOf(made as GeneratedBriefing)[0]?.slice(0, 2)).toEqual(["As drawn", "Source: Home Office."]);
    expect(made.html).toMatch(/<text[^>]*>Children’s arrests(?: \(in all\))?</);
  },
);
