import { type Category, defineBriefing, rate, standing, table, trend } from "briefwright";
import { trendSpec } from "briefwright/charts";
import { imprisonment } from "../regions/dataset.ts";

export const data = { imprisonment: new URL("../regions/imprisonment-rates.csv", import.meta.url) };

/** The police force areas of Wales. */
const areas = ["south-wales", "gwent", "north-wales", "dyfed-powys"] as const;

/** A report with a cover, contents, recommendations and a back page, from the parts of the shipped templates. */
export default defineBriefing({
  title: "Women's imprisonment in Wales",
  lang: "en-GB",
  author: "briefwright example",
  description: "How many women are sent to prison in the four police force areas of Wales, and how this has changed.",
  datasets: { imprisonment },
  verifiable: true,
  parameters: {
    organisation: { kind: "text", default: "Example charity" },
    address: { kind: "text", default: "Example House, Market Street, Anytown" },
    contact: { kind: "text", default: "reports@charity.example" },
  },
  images: {
    logo: { file: new URL("./logo.svg", import.meta.url), alt: "Example charity" },
    cover: { file: new URL("./hills.jpg", import.meta.url), alt: "", credit: "drawn by a program" },
    hills: {
      file: new URL("./hills.jpg", import.meta.url),
      alt: "Hills behind hills under an evening sky.",
      credit: "drawn by a program",
    },
  },
  claims: ({ imprisonment }) => ({
    ...Object.fromEntries(
      areas.flatMap((area) => [
        [`trend-${area}`, trend(imprisonment, { area, from: "first", to: "latest", among: "area" })],
        [`standing-${area}`, standing(imprisonment, { area, period: "latest", among: "area" }, { since: "first" })],
      ]),
    ),
  }),
  tables: ({ imprisonment }) => ({
    "by-year": table({
      caption: "Women sent to prison for each year, per hundred thousand women",
      rowHeader: "Police force area",
      rows: imprisonment.categories("area").filter(({ id }) => areas.some((area) => area === id)),
      columns: Object.fromEntries(
        imprisonment
          .periods()
          .map((period) => [
            `y${period.id}`,
            { header: period, cell: (area: Category) => rate(imprisonment, { area, period }) },
          ]),
      ),
    }),
  }),
  charts: {
    trend: {
      spec: trendSpec({ x: "period", y: "rate", series: "area", yTitle: "Per 100,000 women", format: ".1f" }),
      data: ({ imprisonment }) => areas.flatMap((area) => imprisonment.where({ area })),
      literals: ["100,000"],
    },
  },
  topics: ["imprisonment"],
  template: new URL("./briefing.hbs", import.meta.url),
});
