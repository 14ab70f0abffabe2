import { change, count, defineBriefing, share, table } from "briefwright";
import { barSpec, rankingSpec } from "briefwright/charts";
import article from "./claims.ts";
import { offences, platforms } from "./datasets.ts";

export const data = {
  offences: new URL("./offences.csv", import.meta.url),
  platforms: new URL("./platforms.csv", import.meta.url),
};

/** Police forces with a figure for the second year. The data names regions and countries too, which hold some of them. */
const forces = [
  "thames-valley",
  "lancashire",
  "essex",
  "devon-and-cornwall",
  "dorset",
  "humberside",
  "wiltshire",
  "northamptonshire",
  "north-yorkshire",
];

const before = "2017/18";
const after = "2018/19";
/** England and Wales was published twice for the first year; the later release revised it. */
const revised = { area: "england-and-wales", vintage: "2019-09-11" } as const;

export default defineBriefing({
  title: "Sexual communication with a child: the Thames Valley",
  lang: "en-GB",
  author: "briefwright example",
  description:
    'Offences that the police recorded, and what a news story of {{literal "September 2019"}} said about them.',
  datasets: { offences, platforms },
  // All of these figures were published.
  verifiable: { publish: true },
  trail: true,
  claims: ({ offences, platforms }) => ({
    total: count(offences, { area: "thames-valley", period: after }),
    rise: change(offences, { area: "thames-valley", from: "previous", to: after }),
    national: count(offences, { ...revised, period: after }),
    nationalRise: change(offences, { ...revised, from: "previous", to: after }),
    instagram: count(platforms, {
      measure: "instances",
      area: "england-and-wales",
      platform: "instagram",
      period: after,
    }),
    instagramRise: change(platforms, {
      measure: "instances",
      area: "england-and-wales",
      platform: "instagram",
      from: "previous",
      to: after,
    }),
    instagramKnown: share(
      platforms,
      {
        part: { measure: "instances", area: "england-and-wales", platform: "instagram", period: before },
        whole: { measure: "knownMethod", area: "england-and-wales", period: before },
      },
      { caveats: ["The number of offences where the method is known was published for this year only."] },
    ),
    ...article.claims({ offences, platforms }),
  }),
  tables: ({ offences }) => ({
    forces: table({
      caption: "Offences recorded by police forces that answered for both years",
      rowHeader: "Police force",
      rows: forces.flatMap((id) => offences.category("area", id) ?? []),
      columns: {
        before: { header: { id: before, label: before }, cell: (area) => count(offences, { area, period: before }) },
        after: { header: { id: after, label: after }, cell: (area) => count(offences, { area, period: after }) },
        change: {
          header: "Change",
          cell: (area) => change(offences, { area, from: before, to: after }),
          show: "signed",
        },
      },
      highlight: "thames-valley",
      sort: { by: "after", order: "descending" },
    }),
  }),
  charts: {
    years: {
      // As high as leaves it on the first page of the PDF, above the notes at its foot.
      spec: { ...barSpec({ x: "area", y: "offences", series: "period", yTitle: "Offences recorded" }), height: 130 },
      data: ({ offences }) =>
        offences.where({
          area: ["thames-valley", "essex", "devon-and-cornwall", "dorset", "wiltshire"],
          period: [before, after],
        }),
    },
    forces: {
      spec: rankingSpec({ category: "area", value: "offences", valueTitle: "Offences recorded" }),
      data: ({ offences }) =>
        offences
          .where({ area: forces, period: after })
          .map((row) => ({ ...row, highlight: row.area === "Thames Valley" })),
    },
  },
  topics: ["child-sexual-abuse"],
  template: new URL("./briefing.hbs", import.meta.url),
  partials: { introduction: new URL("./introduction.hbs", import.meta.url) },
});
