import { readFileSync } from "node:fs";
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
  type TileLayout,
  tileMapSpec,
  tileMapsSpec,
  trendSpec,
  ukRegionTiles,
  unitSpec,
} from "../../src/charts/index.ts";
import { controlLimits, countInterval } from "../../src/uncertainty/index.ts";

/** A recipe with realistic data: the figures of the examples, and gaps where they have none. */
export interface RecipeSample {
  /** Kebab-case, fit for a chart's id. */
  readonly name: string;
  readonly spec: object;
  readonly rows: readonly ChartRow[];
}

const lines = (path: string) =>
  readFileSync(new URL(`../../examples/${path}`, import.meta.url), "utf8")
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(","));

const [, ...years] = lines("regions/imprisonment-rates.csv")[0] as string[];
const subject = "Thames Valley";
const hidden = (row: ChartRow, field: string): ChartRow => ({ ...row, [field]: null, state: "suppressed" });

/** A rate for each of 42 areas and nine years; some cells are hidden here, and one is missing, to be drawn as such. */
const rateRows: readonly ChartRow[] = lines("regions/imprisonment-rates.csv")
  .slice(1)
  .flatMap(([area = "", ...rates]) =>
    rates.map((rate, index): ChartRow => {
      const period = years[index] as string;
      const row = { area, period, rate: Number(rate), state: "value", highlight: area === subject };
      if ((area === "Dorset" && index > 3 && index < 6) || (area === "Gwent" && index === 8))
        return hidden(row, "rate");
      return area === "Surrey" && index === 8 ? { ...row, rate: null, state: "missing" } : row;
    }),
  );

const ratesOf = (period: string, count = 99): readonly ChartRow[] =>
  rateRows.filter((row) => row.period === period).slice(0, count);

/** The middle one of the areas' rates in a year, as they are published. */
const medianOf = (period: string): number => {
  const column = years.indexOf(period) + 1;
  const rates = lines("regions/imprisonment-rates.csv")
    .slice(1)
    .map((cells) => Number(cells[column]))
    .toSorted((a, b) => a - b);
  const [low, high] = [rates[Math.ceil(rates.length / 2) - 1], rates[Math.floor(rates.length / 2)]];
  return Math.round(((low as number) + (high as number)) * 5) / 10;
};

const forces = [
  "Thames Valley",
  "Essex",
  "Devon and Cornwall",
  "Dorset",
  "Wiltshire",
  "Northamptonshire",
  "Lancashire",
];
const [before, after] = ["2017/18", "2018/19"] as const;

/** Offences of seven forces in two years. Lancashire's first year, which two releases give differently, is no figure. */
const offenceRows: readonly ChartRow[] = forces.flatMap((area) =>
  [before, after].map((period): ChartRow => {
    const found = lines("thames-valley/offences.csv").filter(([name, , year]) => name === area && year === period);
    const state = found.length > 1 ? "conflict" : "value";
    const offences = state === "value" ? Number(found[0]?.[3]) : null;
    return { area, period, offences, state, highlight: area === subject };
  }),
);

const regions: readonly ChartRow[] = lines("thames-valley/offences.csv")
  .filter(([area = "", type, year]) => year === before && (type === "region" || area === "Wales"))
  .map(([area = "", , period = "", offences]) => ({
    area: area.replace(" (region)", "").replace("and the", "and The"),
    period,
    offences: Number(offences),
    state: "value",
    highlight: area === "South West",
  }));

/** Platforms used, of all offences with a known method. */
const platformRows = lines("thames-valley/platforms.csv")
  .filter(([area]) => area === "Lancashire")
  .map(([, period = "", platform = "", instances, , total]) => ({
    period,
    platform,
    share: Number(instances) / Number(total),
    state: "value",
  }));

/** With what is left for all others. */
const shareRows: readonly ChartRow[] = [...new Set(platformRows.map(({ period }) => period))].flatMap((period) => {
  const own = platformRows.filter((row) => row.period === period);
  const rest = 1 - own.reduce((sum, { share }) => sum + share, 0);
  return [...own, { period, platform: "Other", share: rest, state: "value" }];
});

/** Counts with the interval that chance alone gives them. */
const intervalRows: readonly ChartRow[] = offenceRows
  .filter(({ period }) => period === after)
  .map(({ area, offences, highlight }) => {
    const { low, high } = countInterval(Number(offences));
    return {
      area: area as string,
      offences: offences as number,
      low,
      high,
      median: 109,
      state: "value",
      highlight: highlight as boolean,
    };
  });

/** Six corners for each tile, in degrees: shapes enough to draw, and no one's geography. */
const hexagons = (tiles: TileLayout) => ({
  type: "FeatureCollection",
  features: Object.entries(tiles).map(([name, { column, row, label }]) => {
    const [x, y] = [-7 + (column + (row % 2) / 2) * 1.2, 58 - row * 0.62];
    const corners = [30, 90, 150, 210, 270, 330, 30].map((angle) => {
      const turn = (angle * Math.PI) / 180;
      return [x + 0.69 * Math.cos(turn), y + 0.41 * Math.sin(turn)];
    });
    return {
      type: "Feature",
      properties: { name, short: label },
      geometry: { type: "Polygon", coordinates: [corners] },
    };
  }),
});
export const forceShapes = hexagons(policeForceTiles);

/** Invented counts among invented populations, with the limits that chance would set them; one is hidden. */
const funnelRows: readonly ChartRow[] = ratesOf("2022").map(({ area }, index) => {
  const people = 60_000 + 31_000 * ((index * 17) % 42);
  const [overall, off] = [52.3, [1, 0.93, 1.08, 1.02, 0.97, 1.45, 0.98, 1.05, 0.7][index % 9] as number];
  const rateOf = (count: number) => Math.round((count / people) * 1e6) / 10;
  const expected = (people / 100_000) * overall;
  const [inner, outer] = [controlLimits(expected), controlLimits(expected, 0.998)];
  const row = {
    area: area as string,
    people,
    rate: rateOf(Math.round(expected * off)),
    low: rateOf(inner.low),
    high: rateOf(inner.high),
    outerLow: rateOf(outer.low),
    outerHigh: rateOf(outer.high),
    overall,
    state: "value",
    highlight: area === subject,
  };
  return index === 4 ? { ...hidden(row, "rate"), low: null, high: null, outerLow: null, outerHigh: null } : row;
});

const trendRows = rateRows
  .filter(({ area }) => area === "Thames Valley" || area === "Kent")
  .toSorted((a, b) => Number(a.period) - Number(b.period) || String(b.area).localeCompare(String(a.area)));

/** Invented people by age and sex; one count is hidden. */
const ageRows: readonly ChartRow[] = [
  "0 to 15",
  "16 to 24",
  "25 to 34",
  "35 to 49",
  "50 to 64",
  "65 to 74",
  "75 to 84",
  "85 and over",
].flatMap((age, index) =>
  ["Women", "Men"].map((sex, at): ChartRow => {
    const people = [9210, 5020, 6480, 9990, 9760, 5240, 3120, 980][index]! - (at === 0 ? 0 : 37 * index);
    const row = { age, sex, people, state: "value" };
    return index === 7 && at === 1 ? hidden(row, "people") : row;
  }),
);

/** Invented counts of three groups that add up. */
const partRows: readonly ChartRow[] = years.flatMap((period, index) =>
  ["Fines", "Community orders", "Prison"].map((group, at) => ({
    period,
    group,
    people: [480, 260, 130][at]! + ((index * 67 + at * 41) % 90) - 12 * index,
    state: "value",
  })),
);

/** Places of six areas, as they would be ranked. */
const placeRows: readonly ChartRow[] = years.flatMap((period) => {
  const areas = ["Thames Valley", "Kent", "Essex", "Wiltshire", "Sussex", "Dorset"];
  const rated = areas.flatMap((area) => rateRows.filter((row) => row.area === area && row.period === period));
  return rated.map(
    ({ area, rate, state, highlight }): ChartRow => ({
      period,
      area: area as string,
      place: rate === null ? null : 1 + rated.filter((other) => Number(other.rate) > Number(rate)).length,
      state: state as string,
      highlight: highlight as boolean,
    }),
  );
});

/** Invented answers to invented questions. */
const answerNames = ["Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"];
const answerRows: readonly ChartRow[] = Object.entries({
  "Courts are fair": [4, 11, 40, 33, 12],
  "Sentences fit the offence": [26, 31, 17, 19, 7],
  "The police deal with what matters here": [8, 17, 24, 38, 13],
}).flatMap(([statement, shares]) =>
  shares.map((share, index) => ({ statement, answer: answerNames[index]!, share: share / 100, state: "value" })),
);

export const recipeSamples: readonly RecipeSample[] = [
  {
    name: "bar",
    spec: barSpec({ x: "area", y: "offences", series: "period", yTitle: "Offences recorded" }),
    rows: offenceRows,
  },
  {
    name: "ranking",
    spec: rankingSpec({ category: "area", value: "rate", valueTitle: "Per hundred thousand women", format: ".1f" }),
    rows: ratesOf("2022"),
  },
  {
    name: "trend",
    spec: trendSpec({
      x: "period",
      y: "rate",
      series: "area",
      yTitle: "Per hundred thousand women",
      format: ".1f",
      annotations: [{ kind: "break", from: "2020", label: "Courts closed for months" }],
    }),
    rows: trendRows,
  },
  {
    name: "trend-annotated",
    spec: trendSpec({
      x: "period",
      y: "rate",
      yTitle: "Per hundred thousand women",
      format: ".1f",
      annotations: [
        { kind: "target", value: "target", label: "Target" },
        { kind: "band", low: "low", high: "high", label: "Likely range" },
        { kind: "shaded", from: "2019", to: "2021", label: "Courts closed" },
        { kind: "text", at: { period: "2016" }, text: "New guidance:", value: "rate" },
      ],
    }),
    rows: trendRows
      .filter(({ area }) => area === subject)
      .map((row) => ({ ...row, target: 18, low: Number(row.rate) - 2, high: Number(row.rate) + 2 })),
  },
  {
    name: "bar-annotated",
    spec: barSpec({
      x: "period",
      y: "rate",
      yTitle: "Per hundred thousand women",
      format: ".1f",
      annotations: [
        { kind: "target", value: "target", label: "Target" },
        { kind: "break", from: "2017", label: "New counting rules" },
        { kind: "shaded", from: "2020", to: "2021", label: "Courts closed for some months" },
        { kind: "text", at: { period: "2022" }, text: "First year of the plan" },
      ],
    }),
    rows: trendRows.filter(({ area }) => area === subject).map((row) => ({ ...row, target: 18 })),
  },
  {
    name: "ranking-annotated",
    spec: rankingSpec({
      category: "area",
      value: "rate",
      valueTitle: "Per hundred thousand women",
      format: ".1f",
      annotations: [
        { kind: "reference", value: "median", label: "Median" },
        { kind: "target", value: "target", label: "Target" },
      ],
    }),
    rows: ratesOf("2022", 14).map((row) => ({ ...row, median: medianOf("2022"), target: 18 })),
  },
  {
    name: "strip-annotated",
    spec: stripSpec({
      category: "area",
      value: "rate",
      valueTitle: "Per hundred thousand women",
      format: ".1f",
      annotations: [{ kind: "reference", value: "median", label: "Median" }],
    }),
    rows: ratesOf("2022").map((row) => ({ ...row, median: medianOf("2022") })),
  },
  {
    name: "pyramid",
    spec: pyramidSpec({ category: "age", value: "people", side: "sex", valueTitle: "People" }),
    rows: ageRows,
  },
  {
    name: "likert",
    spec: likertSpec({
      category: "statement",
      answer: "answer",
      share: "share",
      left: answerNames.slice(0, 2),
      middle: "Neither",
      right: answerNames.slice(3),
      shareTitle: "Share of answers",
    }),
    rows: answerRows,
  },
  {
    name: "unit",
    spec: unitSpec({ category: "area", value: "offences", valueTitle: "Offences recorded" }),
    rows: offenceRows.filter(({ period }) => period === before),
  },
  {
    name: "tile-maps",
    spec: tileMapsSpec({
      area: "area",
      value: "rate",
      by: "period",
      tiles: policeForceTiles,
      valueTitle: "Per hundred thousand women",
    }),
    rows: rateRows.filter((_, index) => index % 2 === 0 && index % 9 > 1),
  },
  {
    name: "area",
    spec: areaSpec({
      x: "period",
      y: "people",
      series: "group",
      yTitle: "People",
      annotations: [{ kind: "break", from: "2020", label: "New counting rules" }],
    }),
    rows: partRows,
  },
  {
    name: "bump",
    spec: bumpSpec({ x: "period", y: "place", series: "area", yTitle: "Place" }),
    rows: placeRows,
  },
  {
    name: "histogram",
    spec: histogramSpec({
      category: "area",
      value: "rate",
      valueTitle: "Per hundred thousand women",
      format: ".1f",
      annotations: [{ kind: "reference", value: "median", label: "Median" }],
    }),
    rows: ratesOf("2022").map((row) => ({ ...row, median: medianOf("2022") })),
  },
  {
    name: "heat",
    spec: heatSpec({
      row: "area",
      column: "period",
      value: "rate",
      valueTitle: "Per hundred thousand women",
      format: ".1f",
    }),
    rows: rateRows.filter(
      ({ area, period }) =>
        period !== "2014" && ["Thames Valley", "Dorset", "Gwent", "Surrey", "Kent"].includes(String(area)),
    ),
  },
  {
    name: "funnel",
    spec: funnelSpec({
      category: "area",
      value: "rate",
      population: "people",
      low: "low",
      high: "high",
      outerLow: "outerLow",
      outerHigh: "outerHigh",
      annotations: [{ kind: "reference", value: "overall", label: "All areas" }],
      valueTitle: "Per hundred thousand",
      populationTitle: "Population",
      format: ".1f",
    }),
    rows: funnelRows,
  },
  {
    name: "strip",
    spec: stripSpec({ category: "area", value: "rate", valueTitle: "Per hundred thousand women", format: ".1f" }),
    rows: ratesOf("2022"),
  },
  {
    name: "share",
    spec: shareSpec({ period: "period", category: "platform", share: "share", shareTitle: "Share of offences" }),
    rows: shareRows,
  },
  {
    name: "share-vertical",
    spec: shareSpec({
      period: "period",
      category: "platform",
      share: "share",
      shareTitle: "Share of offences",
      direction: "vertical",
    }),
    rows: shareRows,
  },
  {
    name: "share-beside",
    spec: shareSpec({
      period: "period",
      category: "platform",
      share: "share",
      shareTitle: "Share of offences",
      layout: "beside",
    }),
    rows: shareRows.map((row) => (row.platform === "WhatsApp" && row.period === before ? hidden(row, "share") : row)),
  },
  {
    name: "slope",
    spec: slopeSpec({ x: "period", y: "rate", series: "area", yTitle: "Per hundred thousand women", format: ".1f" }),
    rows: rateRows.filter(({ period }) => period === years[0] || period === years.at(-1)).slice(0, 36),
  },
  {
    name: "small-multiples",
    spec: smallMultiplesSpec({
      x: "period",
      y: "rate",
      series: "area",
      yTitle: "Per hundred thousand women",
      format: ".1f",
    }),
    rows: rateRows.slice(0, 18 * years.length),
  },
  {
    name: "dumbbell",
    spec: dumbbellSpec({ category: "area", value: "offences", series: "period", valueTitle: "Offences recorded" }),
    rows: offenceRows,
  },
  {
    name: "bullet",
    spec: bulletSpec({
      category: "period",
      value: "rate",
      comparator: "median",
      comparatorTitle: "Median of all areas",
      valueTitle: "Per hundred thousand women",
      format: ".1f",
    }),
    rows: rateRows
      .filter(({ area }) => area === subject)
      .slice(-3)
      .map((row) => ({ ...row, median: medianOf(String(row.period)) })),
  },
  {
    name: "sparklines",
    spec: sparklinesSpec({
      x: "period",
      y: "rate",
      series: "area",
      yTitle: "Per hundred thousand women",
      format: ".1f",
    }),
    rows: rateRows,
  },
  {
    name: "tile-map",
    spec: tileMapSpec({
      area: "area",
      value: "rate",
      tiles: policeForceTiles,
      valueTitle: "Per hundred thousand women",
      format: ".1f",
    }),
    rows: ratesOf("2022"),
  },
  {
    name: "tile-map-regions",
    spec: tileMapSpec({
      area: "area",
      value: "offences",
      tiles: ukRegionTiles,
      classes: [250, 300, 500],
      valueTitle: "Offences recorded",
    }),
    rows: regions,
  },
  {
    name: "choropleth",
    spec: choroplethSpec({
      area: "area",
      value: "rate",
      geometry: forceShapes,
      key: "name",
      shortName: "short",
      valueTitle: "Per hundred thousand women",
      format: ".0f",
    }),
    rows: ratesOf("2022"),
  },
  {
    name: "interval",
    spec: intervalSpec({
      category: "area",
      value: "offences",
      low: "low",
      high: "high",
      interval: 0.95,
      annotations: [{ kind: "reference", value: "median", label: "Median" }],
      valueTitle: "Offences recorded",
    }),
    rows: intervalRows,
  },
];
