import { count, defineBriefing, formatNumber, median, rank, rate, share, standing, trend } from "briefwright";
import {
  areaSpec,
  barSpec,
  bulletSpec,
  bumpSpec,
  type ChartRow,
  choroplethSpec,
  dumbbellSpec,
  funnelSpec,
  heatSpec,
  histogramSpec,
  intervalSpec,
  likertSpec,
  policeForceTiles,
  pyramidSpec,
  rankingSpec,
  shareSpec,
  slopeSpec,
  smallMultiplesSpec,
  sparklinesSpec,
  stripSpec,
  tileMapSpec,
  tileMapsSpec,
  trendSpec,
  unitSpec,
} from "briefwright/charts";
import { imprisonment } from "../regions/dataset.ts";
import { offences } from "../thames-valley/datasets.ts";
import { admissions } from "./admissions.ts";
import { answers } from "./answers.ts";
import { hexagons } from "./hexagons.ts";

export const data = {
  imprisonment: new URL("../regions/imprisonment-rates.csv", import.meta.url),
  offences: new URL("../thames-valley/offences.csv", import.meta.url),
  admissions: new URL("./invented-admissions.csv", import.meta.url),
  answers: new URL("./invented-answers.csv", import.meta.url),
};

const subject = "thames-valley";
const label = "Thames Valley";
const [before, after] = ["2017/18", "2018/19"] as const;
const years = [before, after];
const forces = [subject, "essex", "devon-and-cornwall", "dorset", "wiltshire", "northamptonshire", "lancashire"];
const south = forces.slice(0, 5);
const someAreas = [subject, "hampshire", "kent", "surrey", "sussex", "dorset", "wiltshire", "gloucestershire", "essex"];
const highlighted = (row: ChartRow): ChartRow => ({ ...row, highlight: row.area === label });
const perWomen = { valueTitle: "Per 100,000 women", format: ".1f" };
const perWomenOver = { yTitle: "Per 100,000 women", format: ".1f" };
const literals = ["100,000"];

/** Every chart recipe, once, on the data of the other examples. */
export default defineBriefing({
  title: "Charts for a briefing",
  lang: "en-GB",
  author: "briefwright example",
  description: "Every chart recipe, on published figures.",
  datasets: { imprisonment, offences, admissions, answers },
  claims: ({ imprisonment, offences }) => ({
    imprisoned: rate(imprisonment, { area: subject, period: "latest" }),
    offences: count(offences, { area: subject, period: after }, { uncertainty: true }),
    // Each heads the first chart that shows it.
    trend: trend(imprisonment, { area: subject, from: "first", to: "latest", among: "area" }),
    standing: standing(imprisonment, { area: subject, period: "latest", among: "area" }),
  }),
  charts: {
    funnel: {
      spec: funnelSpec({
        category: "area",
        value: "rate",
        population: "residents",
        low: "low",
        high: "high",
        outerLow: "outerLow",
        outerHigh: "outerHigh",
        annotations: [{ kind: "reference", value: "overall", label: "All areas" }],
        valueTitle: "Admissions per 100,000",
        populationTitle: "Residents",
        lowTitle: "Limit, low",
        highTitle: "Limit, high",
        outerLowTitle: "Outer limit, low",
        outerHighTitle: "Outer limit, high",
        format: ".1f",
      }),
      data: ({ admissions, figure, limits }) => {
        const all = { area: "all", period: "latest" } as const;
        const overall = {
          of: { measure: "admissions", ...all },
          population: { measure: "residents", ...all },
        } as const;
        return admissions
          .where({ measure: "residents", area: admissions.leaves("area").map(({ id }) => id), period: "latest" })
          .map((row) => {
            const at = { area: String(row.area), period: "latest" } as const;
            const own = rate(
              admissions,
              { measure: "admissions", ...at },
              { population: { measure: "residents", ...at }, overall },
            );
            return {
              ...row,
              rate: figure(own),
              ...limits(own),
              overall: figure(rate(admissions, overall.of, { population: overall.population })),
              highlight: row.area === "Dunmarsh",
            };
          });
      },
      literals,
    },
    trend: {
      spec: trendSpec({
        x: "period",
        y: "rate",
        series: "area",
        annotations: [{ kind: "shaded", from: "2020", to: "2021", label: "The pandemic" }],
        ...perWomenOver,
      }),
      data: ({ imprisonment, figure }) => [
        ...imprisonment.where({ area: subject }),
        ...imprisonment.periods().map((period) => ({
          period: period.label,
          area: "Median of all areas",
          rate: figure(median(imprisonment, { period, among: "area" })),
        })),
      ],
      literals,
    },
    bullet: {
      spec: bulletSpec({
        category: "period",
        value: "rate",
        comparator: "median",
        comparatorTitle: "Median of all areas",
        ...perWomen,
      }),
      data: ({ imprisonment, figure }) =>
        imprisonment
          .periods()
          .slice(-3)
          .map((period) => ({
            period: period.label,
            rate: figure(rate(imprisonment, { area: subject, period })),
            median: figure(median(imprisonment, { period, among: "area" })),
          })),
      literals,
    },
    columns: {
      spec: barSpec({ x: "area", y: "offences", series: "period", yTitle: "Offences recorded" }),
      data: ({ offences }) => offences.where({ area: south, period: years }),
    },
    ranking: {
      spec: rankingSpec({ category: "area", value: "rate", ...perWomen }),
      data: ({ imprisonment }) => imprisonment.where({ area: someAreas, period: "latest" }).map(highlighted),
      literals,
    },
    pyramid: {
      spec: pyramidSpec({ category: "area", value: "offences", side: "period", valueTitle: "Offences recorded" }),
      data: ({ offences }) => offences.where({ area: south, period: years }),
    },
    parts: {
      spec: areaSpec({ x: "period", y: "offences", series: "area", yTitle: "Offences recorded" }),
      data: ({ offences }) => offences.where({ area: south, period: years }),
    },
    shares: {
      spec: shareSpec({ period: "period", category: "area", share: "share", shareTitle: "Share of offences" }),
      formatValue: (value) => `${formatNumber(Math.round(value * 100))}%`,
      data: ({ offences, figure }) =>
        years.flatMap((period) =>
          south.map((area) => ({
            period,
            area: offences.category("area", area)?.label ?? area,
            share: figure(share(offences, { part: { area, period }, whole: { area: south, period } })),
          })),
        ),
    },
    answers: {
      spec: likertSpec({
        category: "statement",
        answer: "answer",
        share: "share",
        left: ["Strongly disagree", "Disagree"],
        middle: "Neither",
        right: ["Agree", "Strongly agree"],
        shareTitle: "Share of answers",
      }),
      formatValue: (value) => `${formatNumber(Math.round(value * 100))}%`,
      data: ({ answers, figure }) => {
        const all = answers.leaves("answer");
        const statements = answers.leaves("statement");
        return statements.flatMap((statement) =>
          all.map((answer) => {
            const at = { statement, period: "latest" } as const;
            const part = share(answers, { part: { ...at, answer }, whole: { ...at, answer: all } });
            return { statement: statement.label, answer: answer.label, share: figure(part) };
          }),
        );
      },
    },
    units: {
      spec: unitSpec({ category: "area", value: "offences", valueTitle: "Offences recorded" }),
      data: ({ offences }) => offences.where({ area: south, period: before }).map(highlighted),
    },
    changing: {
      spec: tileMapsSpec({ area: "area", value: "rate", by: "period", tiles: policeForceTiles, ...perWomen }),
      data: ({ imprisonment }) => imprisonment.where({ period: ["2016", "2018", "2020", "2022"] }).map(highlighted),
      literals,
    },
    places: {
      spec: bumpSpec({ x: "period", y: "place", series: "area", yTitle: "Place" }),
      data: ({ imprisonment, figure }) =>
        imprisonment.where({ area: someAreas }).map(({ period, area, state }) =>
          highlighted({
            period: period as string,
            area: area as string,
            state: state as string,
            place: figure(
              rank(
                imprisonment,
                {
                  area: imprisonment.category("area", String(area))?.id ?? "",
                  period: String(period),
                  among: { dimension: "area", categories: someAreas },
                },
                { order: "highest" },
              ),
            ),
          }),
        ),
    },
    slope: {
      spec: slopeSpec({ x: "period", y: "rate", series: "area", ...perWomenOver }),
      data: ({ imprisonment }) => {
        const [first, last] = [imprisonment.periods().at(0), imprisonment.periods().at(-1)];
        return imprisonment
          .where({ area: someAreas })
          .filter(({ period }) => period === first?.label || period === last?.label)
          .map(highlighted);
      },
      literals,
    },
    dumbbell: {
      spec: dumbbellSpec({ category: "area", value: "offences", series: "period", valueTitle: "Offences recorded" }),
      data: ({ offences }) => offences.where({ area: forces, period: years }),
    },
    intervals: {
      spec: intervalSpec({
        category: "area",
        value: "offences",
        low: "from",
        high: "to",
        valueTitle: "Offences recorded",
      }),
      data: ({ offences, interval }) =>
        offences.where({ area: forces, period: after }).map((row) => {
          const { low, high } = interval(count(offences, { area: String(row.area), period: after }));
          return highlighted({ ...row, from: low, to: high });
        }),
    },
    multiples: {
      spec: smallMultiplesSpec({ x: "period", y: "rate", series: "area", ...perWomenOver }),
      data: ({ imprisonment }) => imprisonment.where({ area: someAreas }).map(highlighted),
      literals,
    },
    sparklines: {
      spec: sparklinesSpec({ x: "period", y: "rate", series: "area", ...perWomenOver }),
      data: ({ imprisonment }) => imprisonment.where({ area: someAreas }).map(highlighted),
      literals,
    },
    heat: {
      spec: heatSpec({ row: "area", column: "period", value: "rate", ...perWomen }),
      data: ({ imprisonment }) => imprisonment.where({ area: someAreas }).map(highlighted),
      literals,
    },
    histogram: {
      spec: histogramSpec({ category: "area", value: "rate", ...perWomen }),
      data: ({ imprisonment }) => imprisonment.where({ period: "latest" }).map(highlighted),
      literals,
    },
    strip: {
      spec: stripSpec({
        category: "area",
        value: "rate",
        annotations: [{ kind: "reference", value: "median", label: "Median" }],
        ...perWomen,
      }),
      data: ({ imprisonment, figure }) => {
        const middle = figure(median(imprisonment, { period: "latest", among: "area" }));
        return imprisonment.where({ period: "latest" }).map((row) => ({ ...highlighted(row), median: middle }));
      },
      literals,
    },
    tiles: {
      spec: tileMapSpec({ area: "area", value: "rate", tiles: policeForceTiles, ...perWomen }),
      data: ({ imprisonment }) => imprisonment.where({ period: "latest" }).map(highlighted),
      literals,
    },
    map: {
      spec: choroplethSpec({
        area: "area",
        value: "rate",
        geometry: hexagons,
        key: "name",
        shortName: "short",
        ...perWomen,
      }),
      data: ({ imprisonment }) => imprisonment.where({ period: "latest" }).map(highlighted),
      literals,
    },
  },
  template: new URL("./briefing.hbs", import.meta.url),
});
