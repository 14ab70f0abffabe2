import { type Category, defineBriefing, median, type Period, rate, standing, table, trend } from "briefwright";
import { rankingSpec, trendSpec } from "briefwright/charts";
import type { Texts } from "../regions/create-briefing.ts";
import { imprisonment } from "../regions/dataset.ts";
import { besideMedian, type Context, changeByArea } from "../regions/shared-parts.ts";

/** What the author of a report writes beside the words of a briefing. */
export interface ReportTexts extends Texts {
  readonly address: string;
  readonly contact: string;
  /** Small templates: what stands before the summary, and after the findings. */
  readonly foreword: string;
  readonly conclusions: string;
}

/** The police force areas of Wales. */
const welsh = ["south-wales", "gwent", "north-wales", "dyfed-powys"] as const;

/** A report on several areas, on the shipped templates `report` and `national`, in whatever language its texts are. */
export const createReport = (
  texts: ReportTexts,
  stylesheets: readonly URL[] = [],
  template: "report" | "national" = "report",
) =>
  defineBriefing({
    stylesheets,
    title: texts.title,
    lang: texts.lang,
    author: "briefwright example",
    description: texts.description,
    datasets: { imprisonment },
    verifiable: true,
    parameters: {
      organisation: { kind: "text", default: texts.organisation },
      address: { kind: "text", default: texts.address },
      contact: { kind: "text", default: texts.contact },
    },
    images: {
      logo: { file: new URL("../report/logo.svg", import.meta.url), alt: texts.organisation },
      cover: { file: new URL("../report/hills.jpg", import.meta.url), alt: "" },
    },
    claims: ({ imprisonment }) => ({
      median: median(imprisonment, { period: "latest", among: "area" }),
      ...Object.fromEntries(
        welsh.flatMap((area) => [
          [`trend-${area}`, trend(imprisonment, { area, from: "first", to: "latest", among: "area" })],
          [`standing-${area}`, standing(imprisonment, { area, period: "latest", among: "area" }, { since: "first" })],
        ]),
      ),
    }),
    tables: ({ imprisonment }) => ({
      "by-year": table({
        caption: texts.byYear,
        rowHeader: texts.year,
        rows: imprisonment.periods(),
        columns: Object.fromEntries(
          welshAreas({ imprisonment }).map((area) => [
            `in-${area.id}`,
            { header: area, cell: (period: Period) => rate(imprisonment, { area, period }) },
          ]),
        ),
      }),
      "by-area": table(changeByArea(texts, { imprisonment })),
    }),
    charts: {
      trend: {
        spec: trendSpec({ x: "period", y: "rate", series: "area", yTitle: texts.perWomen, format: ".1f" }),
        data: ({ imprisonment }: Context) => welsh.flatMap((area) => imprisonment.where({ area })),
        literals: ["100,000"],
        // Each area's own chart has its finding.
        headline: false as const,
      },
      ranking: {
        spec: rankingSpec({ category: "area", value: "rate", valueTitle: texts.perWomen, format: ".1f" }),
        data: ({ imprisonment }: Context) => {
          const own = new Set(welshAreas({ imprisonment }).map(({ label }) => label));
          return imprisonment
            .where({ period: "latest" })
            .map((row) => ({ ...row, highlight: own.has(String(row.area)) }));
        },
        literals: ["100,000"],
      },
      ...Object.fromEntries(
        welsh.map((area) => [
          `trend-${area}`,
          {
            // Two areas on a page.
            spec: trendSpec({
              x: "period",
              y: "rate",
              series: "series",
              yTitle: texts.perWomen,
              format: ".1f",
              heightPx: 130,
            }),
            data: (context: Context) => besideMedian(texts, area, context),
            literals: ["100,000"],
          },
        ]),
      ),
    },
    topics: ["imprisonment"],
    partials: {
      foreword: { text: texts.foreword, file: "foreword.hbs" },
      conclusions: { text: texts.conclusions, file: "conclusions.hbs" },
    },
    template,
  });

const welshAreas = ({ imprisonment }: Pick<Context, "imprisonment">): readonly Category[] =>
  welsh.flatMap((id) => imprisonment.category("area", id) ?? []);
