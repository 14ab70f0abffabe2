import type { ChartRow } from "../../src/charts/index.ts";

/** A spec of one kind, with the fields that its rows need. */
export interface DescribedChart {
  readonly spec: object;
  /** Makes a row of names and of figures, of which null is hidden. */
  readonly fields: {
    /** Fields of names, each with the names that it holds. */
    readonly names: Readonly<Record<string, readonly string[]>>;
    readonly figures: readonly string[];
  };
}

const years = ["2016/17", "2017/18", "2018/19"];
const areas = ["Kent", "Essex", "Surrey", "Dorset", "Norfolk", "Suffolk"];
const parts = ["Instagram", "Snapchat", "Facebook"];
const n = { field: "n", type: "quantitative", title: "Offences" };
const area = { field: "area", type: "nominal", title: "Police force" };
const year = { field: "year", type: "ordinal", sort: null, title: "Year" };
const part = { field: "part", type: "nominal", title: "Platform" };
const place = (channel: string) => ({ field: `${channel}Place`, type: "ordinal", axis: null });
const byArea = { names: { area: areas }, figures: ["n"] };
const byYear = { names: { area: areas, year: years }, figures: ["n"] };
const isValid = 'isValid(datum["n"])';

/** Every kind of chart that descriptions know, as an author would write it. */
export const describedCharts: Readonly<Record<string, DescribedChart>> = {
  bars: { spec: { mark: "bar", encoding: { y: area, x: n } }, fields: byArea },
  "bars over years": {
    spec: { mark: "bar", encoding: { x: year, y: { ...n, stack: null } } },
    fields: { names: { year: years }, figures: ["n"] },
  },
  "grouped bars": {
    spec: { mark: "bar", encoding: { x: year, y: { ...n, stack: null }, xOffset: area, color: area } },
    fields: byYear,
  },
  "bars with a comparator": {
    spec: {
      encoding: { y: area },
      layer: [
        { mark: "bar", encoding: { x: n } },
        { mark: "tick", encoding: { x: { field: "m", type: "quantitative", title: "Previous year" } } },
      ],
    },
    fields: { names: { area: areas }, figures: ["n", "m"] },
  },
  "stacked shares": {
    spec: { mark: "bar", encoding: { x: { ...n, stack: "normalize" }, y: year, color: part } },
    fields: { names: { part: parts, year: years }, figures: ["n"] },
  },
  line: { spec: { mark: "line", encoding: { x: year, y: n } }, fields: { names: { year: years }, figures: ["n"] } },
  lines: { spec: { mark: "line", encoding: { x: year, y: n, color: area } }, fields: byYear },
  dates: {
    spec: { mark: "line", encoding: { x: { field: "date", type: "temporal", title: "Month" }, y: n } },
    fields: { names: { date: ["2018-03-01", "2018-04-01", "2018-05-01"] }, figures: ["n"] },
  },
  slope: {
    spec: { layer: [{ mark: "line" }, { mark: "point" }], encoding: { x: year, y: n, detail: area } },
    fields: { names: { area: areas, year: years.slice(1) }, figures: ["n"] },
  },
  "line with a band": {
    spec: {
      encoding: { x: year },
      layer: [
        { mark: "area", encoding: { y: { field: "low", type: "quantitative" }, y2: { field: "high" } } },
        { mark: "line", encoding: { y: n } },
      ],
    },
    fields: { names: { year: years }, figures: ["n", "low", "high"] },
  },
  "small multiples": {
    spec: { facet: area, columns: 3, spec: { mark: "line", encoding: { x: year, y: n } } },
    fields: byYear,
  },
  sparklines: {
    spec: { mark: "line", encoding: { row: area, x: { ...year, axis: null }, y: { ...n, axis: null } } },
    fields: byYear,
  },
  "dumbbell of two fields": {
    spec: {
      encoding: { y: area },
      layer: [
        { mark: "rule", encoding: { x: { field: "n", type: "quantitative" }, x2: { field: "m" } } },
        { mark: "point", encoding: { x: { field: "n", type: "quantitative", title: "2017/18" } } },
        { mark: "point", encoding: { x: { field: "m", type: "quantitative", title: "2018/19" } } },
      ],
    },
    fields: { names: { area: areas }, figures: ["n", "m"] },
  },
  "dumbbell of a series": {
    spec: {
      encoding: { y: area, x: n },
      layer: [
        { mark: "line", encoding: { detail: area } },
        { mark: "circle", encoding: { color: { field: "sex", type: "nominal", title: "Sex" } } },
      ],
    },
    fields: { names: { area: areas, sex: ["Boys", "Girls"] }, figures: ["n"] },
  },
  intervals: {
    spec: {
      encoding: { y: area },
      layer: [
        { mark: "rule", encoding: { x: { field: "low", type: "quantitative" }, x2: { field: "high" } } },
        { mark: "point", encoding: { x: n } },
      ],
    },
    fields: { names: { area: areas }, figures: ["n", "low", "high"] },
  },
  ranges: {
    spec: {
      mark: "bar",
      encoding: { y: area, x: { field: "low", type: "quantitative", title: "Rate" }, x2: { field: "high" } },
    },
    fields: { names: { area: areas }, figures: ["low", "high"] },
  },
  dots: { spec: { mark: "point", encoding: { y: area, x: n } }, fields: byArea },
  strip: { spec: { mark: "tick", encoding: { x: n } }, fields: byArea },
  scatter: {
    spec: {
      mark: "point",
      encoding: { x: { field: "m", type: "quantitative", title: "Population" }, y: n, tooltip: area },
    },
    fields: { names: { area: areas }, figures: ["n", "m"] },
  },
  pie: {
    spec: { mark: "arc", encoding: { theta: n, color: part } },
    fields: { names: { part: parts }, figures: ["n"] },
  },
  "heat map": {
    spec: { mark: "rect", encoding: { x: year, y: area, color: n } },
    fields: byYear,
  },
  "table of texts": { spec: { mark: "text", encoding: { x: year, y: area, text: n } }, fields: byYear },
  "tile map": {
    spec: {
      encoding: { x: place("x"), y: place("y") },
      layer: [
        {
          mark: "rect",
          encoding: { color: { condition: { test: isValid, ...n, scale: { type: "threshold" } }, value: "#eee" } },
        },
        { mark: "text", encoding: { text: area } },
      ],
    },
    fields: byArea,
  },
  map: {
    spec: {
      data: { name: "data" },
      transform: [{ lookup: "area", from: { data: { name: "shapes" }, key: "name" }, as: "geo" }],
      mark: "geoshape",
      encoding: { shape: { field: "geo", type: "geojson" }, color: n },
    },
    fields: byArea,
  },
  "bars and a line": {
    spec: {
      encoding: { x: year },
      layer: [
        { mark: "bar", encoding: { y: n } },
        { mark: "line", encoding: { y: { field: "m", type: "quantitative", title: "Rate" } } },
      ],
    },
    fields: { names: { year: years }, figures: ["n", "m"] },
  },
  "two plots": {
    spec: {
      hconcat: [
        { mark: "bar", encoding: { y: area, x: n } },
        { mark: "bar", encoding: { y: area, x: { field: "m", type: "quantitative", title: "Rate" } } },
      ],
    },
    fields: { names: { area: areas }, figures: ["n", "m"] },
  },
  histogram: { spec: { mark: "bar", encoding: { x: { ...n, bin: true }, y: { aggregate: "count" } } }, fields: byArea },
  "box plot": { spec: { mark: "boxplot", encoding: { y: area, x: n } }, fields: byYear },
  "error bars": { spec: { mark: "errorbar", encoding: { y: area, x: n } }, fields: byYear },
  density: {
    spec: {
      transform: [{ density: "n" }],
      mark: "area",
      encoding: { x: { field: "value", type: "quantitative" }, y: { field: "density", type: "quantitative" } },
    },
    fields: byArea,
  },
};

/** Rows for one: each combination of its names, with the figures that `figure` gives. */
export function rowsFor(
  { fields }: DescribedChart,
  figure: (index: number) => number | null,
  subject = "Kent",
): ChartRow[] {
  let rows: ChartRow[] = [{}];
  for (const [field, names] of Object.entries(fields.names))
    rows = rows.flatMap((row) => names.map((name) => ({ ...row, [field]: name })));
  return rows.map((row, index) => {
    const figures = fields.figures.map((field, at) => [field, figure(index * fields.figures.length + at)] as const);
    const hidden = figures.some(([, value]) => value === null);
    return {
      ...row,
      ...Object.fromEntries(figures),
      highlight: row.area === subject,
      state: hidden ? "suppressed" : "value",
    };
  });
}
