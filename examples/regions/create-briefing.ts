import { change, defineBriefing, median, rank, rate, standing, table, trend } from "briefwright";
import { rankingSpec, stripSpec, trendSpec } from "briefwright/charts";
import { imprisonment } from "./dataset.ts";
import { besideMedian, changeByArea } from "./shared-parts.ts";

/** What the author writes: the house has the rest in both languages, and the dataset its names. */
export interface Texts {
  readonly lang: string;
  readonly title: string;
  readonly description: string;
  readonly organisation: string;
  readonly byYear: string;
  readonly year: string;
  readonly medianOfAll: string;
  readonly byArea: string;
  readonly area: string;
  readonly change: string;
  /** The unit of the charts' figures; `100,000` is declared to be no figure of the data. */
  readonly perWomen: string;
}

/** A briefing for one police force area among 42, on a template that ships for one area, in whatever language its texts are. */
export const createBriefing = (
  texts: Texts,
  stylesheets: readonly (URL | { readonly text: string; readonly file: string })[] = [],
  template: "regional" | "summary" | "fact-sheet" | "bulletin" = "regional",
) =>
  defineBriefing({
    stylesheets,
    title: texts.title,
    lang: texts.lang,
    author: "briefwright example",
    description: texts.description,
    datasets: { imprisonment },
    attach: ["data", "claims"],
    verifiable: true,
    parameters: {
      area: { kind: "category", dataset: "imprisonment", dimension: "area" },
      organisation: { kind: "text", default: texts.organisation },
    },
    claims: ({ imprisonment, area }) => ({
      total: rate(imprisonment, { area, period: "latest" }),
      rise: change(imprisonment, { area, from: "first", to: "latest" }),
      rank: rank(imprisonment, { area, period: "latest", among: "area" }),
      trend: trend(imprisonment, { area, from: "first", to: "latest", among: "area" }),
      standing: standing(imprisonment, { area, period: "latest", among: "area" }, { since: "first" }),
    }),
    tables: ({ imprisonment, area }) => ({
      "by-year": table({
        caption: texts.byYear,
        rowHeader: texts.year,
        rows: imprisonment.periods(),
        columns: {
          area: { header: area, cell: (period) => rate(imprisonment, { area, period }) },
          median: { header: texts.medianOfAll, cell: (period) => median(imprisonment, { period, among: "area" }) },
        },
      }),
      "by-area": table({ ...changeByArea(texts, { imprisonment }), highlight: area.id }),
    }),
    charts: {
      trend: {
        spec: trendSpec({ x: "period", y: "rate", series: "series", yTitle: texts.perWomen, format: ".1f" }),
        data: (context) => besideMedian(texts, context.area, context),
        literals: ["100,000"],
      },
      ranking: {
        spec: rankingSpec({ category: "area", value: "rate", valueTitle: texts.perWomen, format: ".1f" }),
        data: ({ imprisonment, area }) =>
          imprisonment.where({ period: "latest" }).map((row) => ({ ...row, highlight: row.area === area.label })),
        literals: ["100,000"],
      },
      // Of the fact sheet, whose two pages have room for all areas in one line, and no more.
      spread: {
        spec: stripSpec({ category: "area", value: "rate", valueTitle: texts.perWomen, format: ".1f" }),
        data: ({ imprisonment, area }) =>
          imprisonment.where({ period: "latest" }).map((row) => ({ ...row, highlight: row.area === area.label })),
        literals: ["100,000"],
      },
    },
    topics: ["imprisonment"],
    template,
  });
