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
  unitSpec,
} from "../../src/charts/index.ts";
import { areas } from "./sample-rows.ts";

/** Names and figures that a recipe is given. */
export interface AwkwardData {
  readonly name: string;
  readonly names: readonly string[];
  /** The figure of a name in a period, counted from 0; null is a gap. */
  readonly figure: (index: number, period: number) => number | null;
  readonly format?: string;
  readonly state?: string;
  /** How a period is said; as its number where absent. */
  readonly period?: (number: string) => string;
  /** What the figures are called. */
  readonly title?: string;
}

/** A recipe, and how it takes names and figures. */
export interface AwkwardRecipe {
  readonly name: string;
  /** Fields in which every text has to be drawn, or be said to be left out. */
  readonly names: readonly string[];
  /** Whether texts may lie on its shapes, which then are in the colour of their class. */
  readonly writesOnShapes?: boolean;
  readonly spec: (data: AwkwardData, widthPx: number) => object;
  readonly rows: (data: AwkwardData) => readonly ChartRow[];
}

const sixty = (count: number) =>
  [
    ...areas,
    ...Array.from(
      { length: 120 },
      (_, index) =>
        `Combined Authority ${String.fromCodePoint(65 + Math.floor(index / 26))}${String.fromCodePoint(97 + (index % 26))}`,
    ),
  ].slice(0, count);
const longNames = Array.from({ length: 8 }, (_, index) =>
  `${"ABCDEFGH"[index]} Combined Services Partnership of the Northern Isles, part`.padEnd(60, "s"),
);
const welsh = [
  "Rhondda Cynon Taf",
  "Sir Gaerfyrddin",
  "Penfro a Cheredigion",
  "Ynys Môn",
  "Pen-y-bont ar Ogwr",
  "Llŷn",
];
const arabic = [
  "أشفورد",
  "بكسهيل",
  "كوربي الشمالية",
  "مقاطعة دنويتش",
  "المحمدية",
  "سلطنة عمان",
  "الجزيرة الخضراء",
  "كينت",
];
const arabicLong = arabic.map((name) => `${name} وما حولها من البلدات والقرى القريبة منها`);
const ordinary = (index: number, period = 0) => ((index * 7919 + period * 37) % 311) + 5;
const eight = areas.slice(0, 8);

/** Of short names one that a table of offices writes in full. */
const withOneLong = (count: number, at: number): readonly string[] =>
  sixty(count).map((name, index) =>
    index === at ? "Districts of Upper and Lower Strathearn, unincorporated, with the northern parts" : name,
  );

export const awkwardData: readonly AwkwardData[] = [
  ...[1, 2, 8, 12, 25, 45, 60, 155].map((count) => ({ name: `${count} names`, names: sixty(count), figure: ordinary })),
  { name: "names of 60", names: longNames, figure: ordinary },
  {
    name: "25 names of 60",
    names: Array.from({ length: 25 }, (_, i) => `${String.fromCodePoint(97 + i)}${longNames[i % 8]}`),
    figure: ordinary,
  },
  { name: "one name of 80", names: withOneLong(8, 3), figure: ordinary },
  { name: "a subject of 80", names: withOneLong(8, 0), figure: ordinary },
  {
    name: "25 names, one of 80",
    names: withOneLong(25, 10),
    figure: (index, period) => ordinary(index, period) * 12_345,
  },
  {
    name: "a title of 60",
    names: eight,
    figure: ordinary,
    title: "Children in care for every ten thousand in the year to March",
  },
  { name: "a word of 40", names: ["Llanfairpwllgwyngyllgogerychwyrndrobwlll", ...eight.slice(0, 3)], figure: ordinary },
  { name: "6 of 20", names: "ABCDEF".split("").map((c) => `${c} police force area`.padEnd(20, "s")), figure: ordinary },
  { name: "Welsh", names: welsh, figure: ordinary },
  { name: "Arabic", names: arabic, figure: ordinary },
  {
    name: "Arabic, periods in words",
    names: arabic.slice(0, 5),
    figure: ordinary,
    period: (number) => `السنة المنتهية في مارس ${number}`,
  },
  {
    name: "Arabic, long, with gaps",
    names: arabicLong,
    figure: (index, period) => ((index + period) % 3 ? -ordinary(index, period) : null),
  },
  {
    name: "periods in words",
    names: eight.slice(0, 2),
    figure: ordinary,
    period: (number) => `y flwyddyn a ddaeth i ben ym mis Mawrth ${number}`,
  },
  { name: "negative", names: eight, figure: (index, period) => -ordinary(index, period) },
  { name: "mixed", names: eight, figure: (index, period) => ordinary(index, period) * (index % 2 ? 1 : -1) },
  { name: "zero", names: eight, figure: () => 0 },
  { name: "equal", names: eight, figure: () => 42 },
  { name: "huge", names: eight, figure: (index, period) => ordinary(index, period) * 12_345_678 },
  { name: "tiny", names: eight, figure: (index, period) => ordinary(index, period) / 1e6, format: ".6f" },
  { name: "far apart", names: eight, figure: (index, period) => 10 ** index + period },
  { name: "close", names: eight, figure: (index, period) => 1000 + index + period / 10, format: ",.1f" },
  { name: "gaps", names: eight, figure: (index, period) => ((index + period) % 3 ? ordinary(index, period) : null) },
  {
    name: "hidden",
    names: eight,
    figure: (index, period) => (index > 1 ? ordinary(index, period) : null),
    state: "suppressed",
  },
  { name: "one left", names: eight, figure: (index) => (index === 3 ? 71 : null), state: "suppressed" },
  { name: "negative and gaps", names: eight, figure: (index, period) => (index % 3 ? -ordinary(index, period) : null) },
];

const states = { state: "value" };
const row = (data: AwkwardData, index: number, period: number): ChartRow => {
  const n = data.figure(index, period);
  return { n, ...(n === null ? { state: data.state ?? "missing" } : states), highlight: index === 0 };
};
const said = (data: AwkwardData, period: string): string => data.period?.(period) ?? period;
const byName = (data: AwkwardData): ChartRow[] => data.names.map((area, index) => ({ area, ...row(data, index, 0) }));
const byPeriod = (data: AwkwardData, periods: readonly string[]): ChartRow[] =>
  data.names.flatMap((area, index) =>
    periods.map((period, at) => ({ area, period: said(data, period), ...row(data, index, at) })),
  );
const years = Array.from({ length: 9 }, (_, index) => String(2015 + index));
const two = ["2017/18", "2018/19"];
const formatOf = ({ format }: AwkwardData) => (format === undefined ? {} : { format });
const titleOf = ({ title }: AwkwardData, ...options: readonly string[]) =>
  title === undefined ? {} : Object.fromEntries(options.map((option) => [option, title]));

/** Tiles in rows of eight. */
const tilesOf = (names: readonly string[]): TileLayout =>
  Object.fromEntries(
    names.map((name, index) => [name, { column: index % 8, row: Math.floor(index / 8), label: name.slice(0, 3) }]),
  );
/** Shapes of areas for a map: squares side by side, in rows of eight. */
export const squares = (names: readonly string[]) => ({
  type: "FeatureCollection",
  features: names.map((name, index) => {
    const [x, y] = [index % 8, Math.floor(index / 8)];
    const ring = [
      [x, y],
      [x + 1, y],
      [x + 1, y + 1],
      [x, y + 1],
      [x, y],
    ];
    return { type: "Feature", properties: { name }, geometry: { type: "Polygon", coordinates: [ring] } };
  }),
});
const parts = (data: AwkwardData): readonly ChartRow[] =>
  ["2021", "2022"].flatMap((period, at) => {
    const figures = data.names.map((_, index) => data.figure(index, at));
    const sum = figures.reduce<number>((total, n) => total + Math.abs(n ?? 0), 0) || 1;
    return data.names.map((area, index) => ({
      period: said(data, period),
      area,
      ...row(data, index, at),
      n: figures[index] === null ? null : (figures[index] as number) / sum,
    }));
  });

export const awkwardRecipes: readonly AwkwardRecipe[] = [
  {
    name: "bar",
    names: ["area"],
    spec: (data) => barSpec({ x: "area", y: "n", yTitle: "Offences", ...formatOf(data), ...titleOf(data, "yTitle") }),
    rows: byName,
  },
  {
    name: "bar-series",
    names: ["area", "period"],
    spec: (data) => barSpec({ x: "period", y: "n", series: "area", ...formatOf(data), ...titleOf(data, "yTitle") }),
    rows: (data) => byPeriod(data, two),
  },
  {
    name: "ranking",
    names: ["area"],
    spec: (data) => rankingSpec({ category: "area", value: "n", ...formatOf(data), ...titleOf(data, "valueTitle") }),
    rows: byName,
  },
  {
    name: "trend",
    names: ["area"],
    spec: (data) =>
      trendSpec({
        x: "period",
        y: "n",
        series: "area",
        yTitle: "Offences",
        ...formatOf(data),
        ...titleOf(data, "yTitle"),
      }),
    rows: (data) => byPeriod(data, years),
  },
  {
    name: "trend-annotated",
    names: ["area"],
    spec: (data) =>
      trendSpec({
        x: "period",
        y: "n",
        series: "area",
        yTitle: "Offences",
        annotations: [
          { kind: "shaded", from: said(data, "2016"), to: said(data, "2018"), label: "Courts closed for some months" },
          { kind: "break", from: said(data, "2020"), label: "New counting rules" },
          {
            kind: "text",
            at: { period: said(data, "2022"), area: data.names[0] as string },
            text: "After:",
            value: "n",
          },
          { kind: "target", value: "median", label: "Target" },
        ],
        ...formatOf(data),
        ...titleOf(data, "yTitle"),
      }),
    rows: (data) => byPeriod(data, years).map((each) => ({ ...each, median: data.figure(3, 0) })),
  },
  {
    name: "bar-annotated",
    names: ["area"],
    spec: (data) =>
      barSpec({
        x: "area",
        y: "n",
        yTitle: "Offences",
        annotations: [
          { kind: "text", at: { area: data.names.at(-1) as string }, text: "Moved in spring" },
          { kind: "reference", value: "median", label: "Median of all" },
        ],
        ...formatOf(data),
        ...titleOf(data, "yTitle"),
      }),
    rows: (data) => byName(data).map((each) => ({ ...each, median: data.figure(3, 0) })),
  },
  {
    name: "ranking-annotated",
    names: ["area"],
    spec: (data) =>
      rankingSpec({
        category: "area",
        value: "n",
        annotations: [{ kind: "reference", value: "median", label: "Median" }],
        ...formatOf(data),
        ...titleOf(data, "valueTitle"),
      }),
    rows: (data) => byName(data).map((each) => ({ ...each, median: data.figure(3, 0) })),
  },
  {
    name: "strip-annotated",
    names: [],
    spec: (data) =>
      stripSpec({
        category: "area",
        value: "n",
        annotations: [{ kind: "reference", value: "median", label: "Median" }],
        ...formatOf(data),
        ...titleOf(data, "valueTitle"),
      }),
    rows: (data) => byName(data).map((each) => ({ ...each, median: data.figure(3, 0) })),
  },
  {
    name: "pyramid",
    names: ["area", "period"],
    spec: (data) =>
      pyramidSpec({ category: "area", value: "n", side: "period", ...formatOf(data), ...titleOf(data, "valueTitle") }),
    rows: (data) =>
      byPeriod(data, two).map((each) => ({ ...each, n: each.n === null ? null : Math.abs(Number(each.n)) })),
  },
  {
    name: "likert",
    names: ["area", "answer"],
    writesOnShapes: true,
    spec: (data) =>
      likertSpec({
        category: "area",
        answer: "answer",
        share: "n",
        left: ["Strongly disagree", "Disagree"],
        middle: "Neither agree nor disagree",
        right: ["Agree", "Strongly agree"],
        ...titleOf(data, "shareTitle"),
      }),
    rows: (data) =>
      data.names.flatMap((area, index) => {
        const answers = ["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"];
        const figures = answers.map((_, at) => data.figure(index, at * 3 + 1));
        const sum = figures.reduce<number>((total, n) => total + Math.abs(n ?? 0), 0) || 1;
        return answers.map((answer, at) => {
          const n = figures[at] ?? null;
          return { ...row(data, index, at * 3 + 1), area, answer, n: n === null ? null : Math.abs(n) / sum };
        });
      }),
  },
  {
    name: "unit",
    names: ["area"],
    spec: (data) => unitSpec({ category: "area", value: "n", ...formatOf(data), ...titleOf(data, "valueTitle") }),
    rows: (data) => byName(data).map((each) => ({ ...each, n: each.n === null ? null : Math.abs(Number(each.n)) })),
  },
  {
    name: "tile-maps",
    names: ["area", "period"],
    writesOnShapes: true,
    spec: (data, widthPx) =>
      tileMapsSpec({
        area: "area",
        value: "n",
        by: "period",
        tiles: tilesOf(data.names),
        valueTitle: "Offences",
        widthPx,
        ...formatOf(data),
        ...titleOf(data, "valueTitle"),
      }),
    rows: (data) => byPeriod(data, years.slice(0, 5)),
  },
  {
    name: "area",
    names: ["area"],
    spec: (data) =>
      areaSpec({
        x: "period",
        y: "n",
        series: "area",
        yTitle: "Offences",
        ...formatOf(data),
        ...titleOf(data, "yTitle"),
      }),
    rows: (data) => byPeriod(data, years),
  },
  {
    name: "bump",
    names: ["area"],
    spec: (data) => bumpSpec({ x: "period", y: "place", series: "area", ...titleOf(data, "yTitle") }),
    rows: (data) =>
      byPeriod(data, years.slice(0, 5)).map(({ n, ...each }, _, all) => ({
        ...each,
        place:
          n === null
            ? null
            : 1 + all.filter((other) => other.period === each.period && Number(other.n) > Number(n)).length,
      })),
  },
  {
    name: "histogram",
    // The table names all; the picture the one that is marked.
    names: [],
    spec: (data) =>
      histogramSpec({
        category: "area",
        value: "n",
        annotations: [{ kind: "reference", value: "median", label: "Median" }],
        ...formatOf(data),
        ...titleOf(data, "valueTitle"),
      }),
    rows: (data) => byName(data).map((each) => ({ ...each, median: data.figure(3, 0) })),
  },
  {
    name: "share",
    names: ["area", "period"],
    writesOnShapes: true,
    spec: (data) => shareSpec({ period: "period", category: "area", share: "n", ...titleOf(data, "shareTitle") }),
    rows: parts,
  },
  {
    name: "share-vertical",
    names: ["area", "period"],
    writesOnShapes: true,
    spec: (data) =>
      shareSpec({
        period: "period",
        category: "area",
        share: "n",
        direction: "vertical",
        ...titleOf(data, "shareTitle"),
      }),
    rows: parts,
  },
  {
    name: "share-beside",
    names: ["area", "period"],
    spec: (data) =>
      shareSpec({ period: "period", category: "area", share: "n", layout: "beside", ...titleOf(data, "shareTitle") }),
    rows: parts,
  },
  {
    name: "slope",
    names: ["area", "period"],
    spec: (data) => slopeSpec({ x: "period", y: "n", series: "area", ...formatOf(data), ...titleOf(data, "yTitle") }),
    rows: (data) => byPeriod(data, two),
  },
  {
    name: "multiples",
    names: ["area"],
    spec: (data, widthPx) =>
      smallMultiplesSpec({
        x: "period",
        y: "n",
        series: "area",
        widthPx,
        ...(widthPx < 480 && { columns: 2 }),
        ...formatOf(data),
        ...titleOf(data, "yTitle"),
      }),
    rows: (data) => byPeriod(data, years),
  },
  {
    name: "sparklines",
    names: ["area"],
    spec: (data, widthPx) =>
      sparklinesSpec({ x: "period", y: "n", series: "area", widthPx, ...formatOf(data), ...titleOf(data, "yTitle") }),
    rows: (data) => byPeriod(data, years),
  },
  {
    name: "dumbbell",
    names: ["area", "period"],
    spec: (data) =>
      dumbbellSpec({
        category: "area",
        value: "n",
        series: "period",
        ...formatOf(data),
        ...titleOf(data, "valueTitle"),
      }),
    rows: (data) => byPeriod(data, two),
  },
  {
    name: "bullet",
    names: ["area"],
    spec: (data) =>
      bulletSpec({
        category: "area",
        value: "n",
        comparator: "median",
        comparatorTitle: "Median",
        ...formatOf(data),
        ...titleOf(data, "valueTitle"),
      }),
    rows: (data) => byName(data).map((each) => ({ ...each, median: data.figure(3, 0) })),
  },
  {
    name: "interval",
    names: ["area"],
    spec: (data) =>
      intervalSpec({
        category: "area",
        value: "n",
        low: "low",
        high: "high",
        ...formatOf(data),
        ...titleOf(data, "valueTitle"),
      }),
    rows: (data) =>
      byName(data).map((each) => {
        const n = each.n as number | null;
        return {
          ...each,
          low: n === null ? null : n - Math.abs(n) * 0.2,
          high: n === null ? null : n + Math.abs(n) * 0.3,
        };
      }),
  },
  {
    name: "funnel",
    // The table names all; the picture the one that is marked, and those outside of the limits where they have room.
    names: [],
    spec: (data) =>
      funnelSpec({
        category: "area",
        value: "n",
        population: "people",
        low: "low",
        high: "high",
        annotations: [{ kind: "reference", value: "overall", label: "All" }],
        ...formatOf(data),
        ...titleOf(data, "valueTitle", "populationTitle"),
      }),
    rows: (data) =>
      byName(data).map((each, index) => {
        const n = each.n as number | null;
        const room = n === null ? null : Math.abs(n) * (index % 3 === 0 ? 0 : 0.2);
        return {
          ...each,
          people: 1000 + 700 * ((index * 17) % 160),
          overall: data.figure(3, 0) ?? 71,
          low: n === null ? null : n - (room as number),
          high: n === null ? null : n + (room as number),
        };
      }),
  },
  {
    name: "heat",
    names: ["area", "period"],
    writesOnShapes: true,
    spec: (data) =>
      heatSpec({ row: "area", column: "period", value: "n", ...formatOf(data), ...titleOf(data, "valueTitle") }),
    rows: (data) => byPeriod(data, years.slice(0, 5)),
  },
  {
    name: "heat-turned",
    names: ["area", "period"],
    writesOnShapes: true,
    spec: (data) =>
      heatSpec({ row: "period", column: "area", value: "n", ...formatOf(data), ...titleOf(data, "valueTitle") }),
    rows: (data) => byPeriod(data, years.slice(0, 5)),
  },
  {
    name: "strip",
    // The table names all; the picture the one that is marked.
    names: [],
    spec: (data) => stripSpec({ category: "area", value: "n", ...formatOf(data), ...titleOf(data, "valueTitle") }),
    rows: byName,
  },
  {
    name: "tile-map",
    names: ["area"],
    writesOnShapes: true,
    spec: (data) =>
      tileMapSpec({
        area: "area",
        value: "n",
        tiles: tilesOf(data.names),
        valueTitle: "Offences",
        ...formatOf(data),
        ...titleOf(data, "valueTitle"),
      }),
    rows: byName,
  },
  {
    name: "choropleth",
    names: [],
    writesOnShapes: true,
    spec: (data) =>
      choroplethSpec({
        area: "area",
        value: "n",
        geometry: squares(data.names),
        key: "name",
        valueTitle: "Offences",
        ...formatOf(data),
        ...titleOf(data, "valueTitle"),
      }),
    rows: byName,
  },
];
