import { beforeAll, expect, test } from "vitest";
import { renderSpec } from "../../src/charts/index.ts";
import { bundledFonts, createFontSet, type FontSet } from "../../src/fonts/index.ts";

/** What is told of charts that an author may write, each after its own transforms; the figures are those of the rows, worked out by hand. */

let fonts: FontSet;
beforeAll(async () => {
  fonts = createFontSet(await bundledFonts());
});

const values = [
  { area: "Kent", who: "boys", month: "2021-01-05", n: 12, m: 30, part: 0.2 },
  { area: "Kent", who: "girls", month: "2021-02-05", n: 40, m: 20, part: 0.5 },
  { area: "Essex", who: "boys", month: "2021-01-09", n: 7, m: 10, part: 0.3 },
  { area: "Essex", who: "girls", month: "2021-03-09", n: 3, m: 5, part: 0.9 },
  { area: "Devon", who: "boys", month: "2021-02-20", n: 20, m: 25, part: 0.6 },
  { area: "Devon", who: "girls", month: "2021-03-20", n: 8, m: 41, part: 0.4 },
];
const n = { field: "n", type: "quantitative" };
const sum = { aggregate: "sum", field: "n", type: "quantitative" };
const mean = { ...sum, aggregate: "mean", title: "Average" };
const area = { field: "area", type: "nominal" };
const who = { field: "who", type: "nominal" };
const boys = { filter: "datum.who == 'boys'" };
/** The same without a transform, so that the rows could tell. */
const rowsOfBoys = { values: values.filter((row) => row.who === "boys") };

const month = { field: "month", type: "temporal", timeUnit: "yearmonth" };
const square = {
  type: "Polygon",
  coordinates: [
    [
      [0, 0],
      [0, 1],
      [1, 1],
      [0, 0],
    ],
  ],
};
const features = (key: string) =>
  ["Kent", "Essex", "Surrey"].map((area, index) => ({
    type: "Feature",
    properties: { [key]: area, rate: [3, 5, 9][index] },
    geometry: square,
  }));
const hours = ["08:00", "09:30", "09:45"].map((at, index) => ({ t: `2021-01-05T${at}Z`, n: index + 3 }));

test.each<[name: string, spec: object, alt: string]>([
  [
    "bars of two groups, each in a layer with a filter of its own",
    {
      data: { values },
      layer: ["boys", "girls"].map((each, index) => ({
        transform: [{ filter: `datum.who == '${each}'` }],
        mark: { type: "bar", yOffset: index * 8 },
        encoding: { x: n, y: area },
      })),
    },
    "Bar chart: n by area, 3 in all. Highest Devon, 20; lowest Essex, 7. Bar chart: n by area, 3 in all. Highest Kent, 40; lowest Essex, 3.",
  ],
  [
    "circles of two layers that share a scale, each with a legend of its own: neither title is that of both",
    {
      data: { values },
      encoding: { x: { ...area, title: "Force" }, y: who },
      layer: [
        { mark: "circle", encoding: { size: { ...sum, title: "Offences" } } },
        { mark: "circle", encoding: { size: { ...sum, field: "m", title: "Cautions" } } },
      ],
      resolve: { legend: { size: "independent" } },
    },
    "Heat map: Sum of n by Force and who. Highest Kent (girls), 40; lowest Essex (girls), 3. Heat map: Sum of m by Force and who. Highest Devon (girls), 41; lowest Essex (girls), 5.",
  ],
  [
    "a line of years that a file of text has",
    {
      data: { values: "year,n\n2019,3\n2020,5\n2021,9\n", format: { type: "csv" } },
      mark: "line",
      encoding: { x: { field: "year", type: "temporal" }, y: n },
    },
    "Line chart: n by year. 3 in 2019, rising to 9 in 2021.",
  ],
  [
    "a range from one field to another, on an axis without a title",
    {
      data: { values: "abc".split("").map((at, index) => ({ at, least: index + 1, most: String(2 * index + 4) })) },
      mark: "area",
      encoding: {
        x: { field: "at", type: "ordinal" },
        y: { field: "most", type: "quantitative", title: null },
        y2: { field: "least" },
      },
    },
    "Range chart: most, least by at, 3 in all. a, from 1 to 4. b, from 2 to 6. c, from 3 to 8.",
  ],
  [
    "a line of data of its own, whatever rows the whole has",
    {
      data: { values: values.map((row) => ({ ...row, at: "a" })) },
      layer: [
        {
          data: { values: [3, 5, 9].map((own, index) => ({ at: "abc"[index], n: own })) },
          mark: "line",
          encoding: { x: { field: "at", type: "nominal", title: "week" }, y: { ...n, title: "Offences" } },
        },
      ],
    },
    "Line chart: Offences by week. 3 in a, rising to 9 in c.",
  ],
  [
    "points that stand for groups, by what is worked out of a channel of names",
    {
      data: { values: [...values, ...values] },
      mark: "point",
      encoding: { x: n, y: { field: "area", type: "nominal", aggregate: "max" } },
    },
    "Dot chart: n by Max of area, 3 in all. Highest Kent, 40; lowest Essex, 3.",
  ],
  [
    "two figures along an axis that one of them titles for both",
    {
      data: rowsOfBoys,
      layer: [
        { mark: "circle", encoding: { x: { field: "m", type: "quantitative" }, y: area } },
        { mark: "circle", encoding: { x: { ...n, axis: { title: "Cases" } }, y: area } },
      ],
    },
    "Dot chart: Cases by area, 3 in all. Highest Kent, 30 (n: 12); lowest Essex, 10 (n: 7). Compared with n: 3 higher.",
  ],
  [
    "pairs along such an axis",
    {
      data: rowsOfBoys,
      layer: [
        { mark: "rule", encoding: { x: n, x2: { field: "m" }, y: area } },
        { mark: "point", encoding: { x: { field: "m", type: "quantitative", axis: { title: "Cases" } }, y: area } },
        { mark: "point", encoding: { x: n, y: area } },
      ],
    },
    "Dumbbell chart: Cases by area, 3 in all. Higher for m: 3; higher for n: 0; the same: 0. Kent, 12 (n) and 30 (m). Essex, 7 (n) and 10 (m). Devon, 20 (n) and 25 (m).",
  ],
  [
    "bars of sums",
    { mark: "bar", encoding: { x: area, y: sum } },
    "Bar chart: Sum of n by area, 3 in all. Highest Kent, 52; lowest Essex, 10.",
  ],
  [
    "parts of wholes, by the shares that are drawn and printed",
    {
      mark: "bar",
      encoding: { x: who, y: { ...n, stack: "normalize", axis: { format: ".0%" } }, color: area },
    },
    "Stacked bar chart: n by who and area. Kent: highest girls, 78.431%; lowest boys, 30.769%. Essex: highest boys, 17.949%; lowest girls, 5.882%. Devon: highest boys, 51.282%; lowest girls, 15.686%.",
  ],
  [
    "areas upwards, by their figures across",
    {
      mark: { type: "area", orient: "horizontal" },
      transform: [boys, { calculate: "datum.m / 5", as: "at" }],
      encoding: { y: { field: "at", type: "quantitative" }, x: n },
    },
    "Area chart: n by at. 7 in 2, rising to 12 in 6; highest 20 in 5.",
  ],
  [
    "classes between ends that an author names, without an axis",
    {
      mark: "bar",
      encoding: {
        x: { field: "m", bin: { maxbins: 4, extent: [0, 60] }, type: "quantitative", title: "" },
        y: { aggregate: "count", title: "" },
      },
    },
    "Histogram: Count of Records by m, 3 in all. Highest 20–40, 3; lowest 40–60, 1.",
  ],
  [
    "what is selected and the whole, once where they are the same",
    {
      hconcat: [
        { mark: { type: "bar", color: "#ddd" }, encoding: { x: area, y: sum } },
        {
          params: [{ name: "brush", select: "interval" }],
          transform: [{ filter: { param: "brush" } }],
          mark: "bar",
          encoding: { x: area, y: sum },
        },
      ],
    },
    "Bar chart: Sum of n by area, 3 in all. Highest Kent, 52; lowest Essex, 10. 1 more chart says the same.",
  ],
  [
    "bars across",
    { mark: "bar", encoding: { y: area, x: { ...sum, title: "Cases" } } },
    "Bar chart: Cases by area, 3 in all. Highest Kent, 52; lowest Essex, 10.",
  ],
  [
    "bars in the order of their figures",
    { mark: "bar", encoding: { y: { ...area, sort: "-x" }, x: sum } },
    "Bar chart: Sum of n by area, 3 in all. Highest Kent, 52; lowest Essex, 10.",
  ],
  [
    "bars with names of their own",
    {
      mark: "bar",
      encoding: { x: { ...area, axis: { labelExpr: "upper(datum.label)" }, title: "County" }, y: mean },
    },
    "Bar chart: Average by County, 3 in all. Highest KENT, 26; lowest ESSEX, 5.",
  ],
  [
    "bars with names that are written alike",
    {
      mark: "bar",
      encoding: { x: { ...area, axis: { labelExpr: "'an area'" } }, y: sum },
    },
    "Bar chart: Sum of n by area, 3 in all. Highest Kent, 52; lowest Essex, 10.",
  ],
  [
    "bars of per cent",
    {
      transform: [boys],
      mark: "bar",
      encoding: { x: area, y: { field: "part", type: "quantitative", axis: { format: ".0%" }, title: "Part" } },
    },
    "Bar chart: Part by area, 3 in all. Highest Devon, 60%; lowest Kent, 20%.",
  ],
  [
    "a stack",
    { mark: "bar", encoding: { x: area, y: sum, color: who } },
    "Stacked bar chart: Sum of n by area and who. boys: highest Devon, 20; lowest Essex, 7. girls: highest Kent, 40; lowest Essex, 3.",
  ],
  [
    "a stack with round corners",
    { mark: { type: "bar", cornerRadiusEnd: 4 }, encoding: { x: area, y: sum, color: who } },
    "Stacked bar chart: Sum of n by area and who. boys: highest Devon, 20; lowest Essex, 7. girls: highest Kent, 40; lowest Essex, 3.",
  ],
  [
    "a stack of shares",
    { mark: "bar", encoding: { x: area, y: { ...sum, stack: "normalize" }, color: who } },
    "Stacked bar chart: Sum of n by area and who. boys: highest Devon, 71.429%; lowest Kent, 23.077%. girls: highest Kent, 76.923%; lowest Devon, 28.571%.",
  ],
  [
    "a band whose ends are named the other way round",
    {
      mark: "area",
      encoding: { x: month, y: { aggregate: "max", field: "m" }, y2: { ...sum, aggregate: "min" } },
    },
    "Range chart: Max of m, Min of n by month (year-month), January 2021 to March 2021. January 2021, from 7 to 30. February 2021, from 20 to 25. March 2021, from 3 to 41.",
  ],
  [
    "bars from a figure down to nought",
    {
      transform: [boys, { calculate: "0", as: "nought" }],
      mark: "bar",
      encoding: { x: area, y: { ...n, title: "Cases" }, y2: { field: "nought" } },
    },
    "Range chart: Cases by area, 3 in all. Devon, from 0 to 20. Essex, from 0 to 7. Kent, from 0 to 12.",
  ],
  [
    "a stack of parts that have no names",
    { mark: "bar", encoding: { x: area, y: sum, color: { field: "m", type: "quantitative" } } },
    "Bar chart: Sum of n by area, 3 in all. Highest Kent, 52; lowest Essex, 10.",
  ],
  [
    "stacks of such parts in small charts",
    {
      data: { values: [...values, ...values.map((row) => ({ ...row, m: row.m + 1, n: 1 }))] },
      mark: "bar",
      encoding: { x: area, y: sum, color: { field: "m", type: "quantitative" }, column: who },
    },
    "Bar chart: Sum of n by area. 2 small charts, one for each who. boys: highest Devon, 21; lowest Essex, 8. girls: highest Kent, 41; lowest Essex, 4.",
  ],
  [
    "ranges by the format of their axis",
    {
      mark: "bar",
      encoding: {
        x: area,
        y: { aggregate: "min", field: "part", type: "quantitative", axis: { format: ".0%" }, title: "Part" },
        y2: { aggregate: "max", field: "part" },
      },
    },
    "Range chart: Part by area, 3 in all. Devon, from 40% to 60%. Essex, from 30% to 90%. Kent, from 20% to 50%.",
  ],
  [
    "classes that are named as the ends of a stack are",
    {
      transform: [
        { bin: { step: 20 }, field: "n", as: ["class_start", "class_end"] },
        { aggregate: [{ op: "count", as: "rows" }], groupby: ["class_start", "class_end"] },
      ],
      mark: "bar",
      encoding: {
        x: { field: "class_start", type: "quantitative", title: "Cases" },
        x2: { field: "class_end" },
        y: { field: "rows", type: "quantitative" },
      },
    },
    "Histogram: rows by Cases. Highest 0–20, 4; lowest 20–40, 2.",
  ],
  [
    "boxes side by side",
    {
      mark: "boxplot",
      encoding: { x: who, xOffset: area, color: area, y: n },
    },
    "Box plot: n by who and area. Medians, each with the range that holds the middle half. Devon: highest boys, 20, from 20 to 20; lowest girls, 8, from 8 to 8. Essex: highest boys, 7, from 7 to 7; lowest girls, 3, from 3 to 3. Kent: highest girls, 40, from 40 to 40; lowest boys, 12, from 12 to 12.",
  ],
  [
    "points in small charts",
    {
      mark: "point",
      encoding: { y: { field: "m", type: "quantitative" }, x: n, column: { ...who, title: "Sex" } },
    },
    "Scatter plot: m against n. 2 small charts, one for each Sex. boys: 3 points. girls: 3 points.",
  ],
  [
    "points by two figures, the one upwards named first",
    {
      mark: "point",
      encoding: { y: { field: "m", type: "quantitative" }, x: { field: "n", scale: { type: "log" } } },
    },
    "Scatter plot: m against n. 6 points. n from 3 to 40. m from 5 to 41.",
  ],
  [
    "bars of a field that is called as a unit of time is",
    {
      transform: [{ calculate: "datum.who == 'boys' ? 7 : 8", as: "year_group" }],
      mark: "bar",
      encoding: { x: { field: "year_group", type: "ordinal", axis: null }, y: sum },
    },
    "Bar chart: Sum of n by year_group. Highest 8, 51; lowest 7, 39.",
  ],
  [
    "a line of names that has a width",
    { mark: "trail", encoding: { x: area, y: who, size: sum } },
    "Line chart: area. 6 rows of data.",
  ],
  [
    "bars of which one stands at no place",
    {
      data: { values: [...values, { area: "Surrey", who: "boys", m: null, n: 90 }] },
      mark: { type: "bar", orient: "vertical" },
      encoding: { x: { field: "m", type: "quantitative" }, y: n },
    },
    "Bar chart: n by m. Of the 6 shown, highest 20, 40; lowest 5, 3. 1 value is missing.",
  ],
  [
    "bars from one name to the next",
    {
      transform: [boys],
      mark: "bar",
      encoding: { x: { field: "area", type: "ordinal" }, x2: { field: "who" }, y: n },
    },
    "Bar chart: n by area, who, 3 in all. Highest Devon, 20; lowest Essex, 7.",
  ],
  [
    "points of a map, in colours by the first character of a number",
    {
      transform: [{ calculate: "substring(toString(datum.n), 0, 1)", as: "digit" }],
      mark: "circle",
      encoding: {
        longitude: { field: "n", type: "quantitative" },
        latitude: { field: "m", type: "quantitative" },
        color: { field: "digit", type: "nominal" },
      },
    },
    "Map. 6 rows of data.",
  ],
  [
    "a stack of one series",
    { transform: [boys], mark: "bar", encoding: { x: area, y: sum, color: who } },
    "Bar chart: Sum of n by area, 3 in all. Highest Devon, 20; lowest Essex, 7.",
  ],
  [
    "bars by sex",
    { mark: "bar", encoding: { x: area, xOffset: who, y: sum, color: { ...who, title: "Sex" } } },
    "Bar chart: Sum of n by area and Sex. boys: highest Devon, 20; lowest Essex, 7. girls: highest Kent, 40; lowest Essex, 3.",
  ],
  [
    "bars with a legend of other names",
    {
      mark: "bar",
      encoding: {
        x: area,
        y: sum,
        color: { ...who, legend: { labelExpr: "datum.label == 'boys' ? 'Young men' : 'Young women'" } },
      },
    },
    "Stacked bar chart: Sum of n by area and who. Young men: highest Devon, 20; lowest Essex, 7. Young women: highest Kent, 40; lowest Essex, 3.",
  ],
  [
    "bars coloured by their own name",
    { mark: "bar", encoding: { x: area, y: sum, color: area } },
    "Bar chart: Sum of n by area, 3 in all. Highest Kent, 52; lowest Essex, 10.",
  ],
  [
    "a line that comes back to a name",
    { mark: "line", encoding: { x: n, y: area, order: n } },
    "Line chart: n by area. Highest Kent, 40; lowest Essex, 3.",
  ],
  [
    "an area of numbers of rows, of which some are none",
    {
      transform: [{ filter: "datum.area !== 'Kent' || datum.who === 'girls'" }],
      mark: "area",
      encoding: { x: area, y: { aggregate: "count" }, color: who },
    },
    "Stacked area chart: Count of Records by area and who. girls: all 3 are 1. boys: highest Devon and Essex, 1 each; lowest Kent, 0.",
  ],
  [
    "a histogram",
    { mark: "bar", encoding: { x: { ...n, bin: { step: 10 } }, y: { aggregate: "count" } } },
    "Histogram: Count of Records by n (binned), 4 in all. Highest 0–10, 3; lowest 10–20, 20–30 and 30–40, 1 each.",
  ],
  [
    "a histogram below zero",
    {
      transform: [{ calculate: "datum.n - 10", as: "less" }],
      mark: "bar",
      encoding: { x: { field: "less", type: "quantitative", bin: { step: 10 } }, y: { aggregate: "count" } },
    },
    "Histogram: Count of Records by less (binned), 4 in all. Highest from −10 to 0, 3; lowest 0–10, 10–20 and 20–30, 1 each.",
  ],
  [
    "bars of classes that were made before",
    {
      transform: [
        { bin: { step: 20 }, field: "n", as: ["low", "high"] },
        { aggregate: [{ op: "count", as: "rows" }], groupby: ["low", "high"] },
      ],
      mark: "bar",
      encoding: {
        x: { field: "low", type: "quantitative", bin: "binned" },
        x2: { field: "high" },
        y: { field: "rows", type: "quantitative" },
      },
    },
    "Histogram: rows by low, high. Highest 0–20, 4; lowest 20–40, 2.",
  ],
  [
    "a line of months",
    { mark: "line", encoding: { x: { field: "month", type: "temporal", timeUnit: "yearmonth" }, y: sum } },
    "Line chart: Sum of n by month (year-month). 19 in January 2021, falling to 11 in March 2021; highest 60 in February 2021.",
  ],
  [
    "bars of months",
    {
      mark: "bar",
      encoding: { x: { field: "month", type: "temporal", timeUnit: "yearmonth", title: "Month" }, y: sum },
    },
    "Bar chart: Sum of n by Month. 19 in January 2021, falling to 11 in March 2021; highest 60 in February 2021.",
  ],
  [
    "lines by sex",
    { mark: "line", encoding: { x: { field: "month", type: "temporal", timeUnit: "yearmonth" }, y: sum, color: who } },
    "Line chart: Sum of n by month (year-month) and who. boys: 19 in January 2021, rising to 20 in February 2021. girls: 40 in February 2021, falling to 11 in March 2021.",
  ],
  [
    "lines told apart by dashes",
    { mark: "line", encoding: { x: { field: "month", type: "temporal", timeUnit: "month" }, y: sum, detail: who } },
    "Line chart: Sum of n by month (month) and who. boys: 19 in January, rising to 20 in February. girls: 40 in February, falling to 11 in March.",
  ],
  [
    "a line of days",
    { transform: [boys], mark: "line", encoding: { x: { field: "month", type: "temporal" }, y: n } },
    "Line chart: n by month. 12 on 5 January 2021, rising to 20 on 20 February 2021; lowest 7 on 9 January 2021.",
  ],
  [
    "a line of quarters",
    { mark: "line", encoding: { x: { field: "month", type: "temporal", timeUnit: "yearquarter" }, y: sum } },
    "Line chart: Sum of n by month (year-quarter). 90 in Q1 2021.",
  ],
  [
    "bars of weekdays",
    { mark: "bar", encoding: { x: { field: "month", type: "ordinal", timeUnit: "day" }, y: sum } },
    "Bar chart: Sum of n by month (day), 3 in all. Highest Fri, 40; lowest Tue, 15.",
  ],
  [
    "bars of days of months",
    { mark: "bar", encoding: { x: { field: "month", type: "ordinal", timeUnit: "date" }, y: sum } },
    "Bar chart: Sum of n by month (date), 3 in all. Highest 05, 52; lowest 09, 10.",
  ],
  [
    "bars of months and days",
    { mark: "bar", encoding: { x: { field: "month", type: "ordinal", timeUnit: "monthdate" }, y: sum } },
    "Bar chart: Sum of n by month (month-date), 6 in all. Highest Feb 05, 40; lowest Mar 09, 3.",
  ],
  [
    "bars of months that come round",
    { mark: "bar", encoding: { x: { field: "month", type: "ordinal", timeUnit: "month" }, y: sum } },
    "Bar chart: Sum of n by month (month), 3 in all. Highest Feb, 60; lowest Mar, 11.",
  ],
  [
    "bars of quarters that come round",
    { mark: "bar", encoding: { x: { field: "month", type: "ordinal", timeUnit: "quarter" }, y: sum } },
    "Bar chart: Sum of n by month (quarter). Q1, 90.",
  ],
  [
    "bars of weeks, which have no name",
    { mark: "bar", encoding: { x: { field: "month", type: "temporal", timeUnit: "week" }, y: sum } },
    "Bar chart: month. 5 rows of data.",
  ],
  [
    "an area",
    { mark: "area", encoding: { x: { field: "month", type: "temporal", timeUnit: "yearmonth" }, y: sum } },
    "Area chart: Sum of n by month (year-month). 19 in January 2021, falling to 11 in March 2021; highest 60 in February 2021.",
  ],
  [
    "a stacked area",
    { mark: "area", encoding: { x: { field: "month", type: "temporal", timeUnit: "yearmonth" }, y: sum, color: who } },
    "Stacked area chart: Sum of n by month (year-month) and who, January 2021 to March 2021. Largest part of those shown in January 2021: boys; of those shown in March 2021: girls. boys: 19 in January 2021, rising to 20 in February 2021. girls: 40 in February 2021, falling to 11 in March 2021. 2 values are missing: girls (January 2021) and boys (March 2021). What is missing is drawn as 0.",
  ],
  [
    "a connected scatter",
    {
      mark: { type: "line", point: true },
      encoding: { x: n, y: { field: "m", type: "quantitative" }, order: { field: "month" } },
    },
    "Scatter plot: m against n. 6 points. n from 3 to 40. m from 5 to 41.",
  ],
  [
    "points of two figures",
    { mark: "point", encoding: { x: n, y: { field: "m", type: "quantitative", title: "Others" } } },
    "Scatter plot: Others against n. 6 points. n from 3 to 40. Others from 5 to 41.",
  ],
  [
    "points of two figures, by sex",
    { mark: "point", encoding: { x: n, y: { field: "m", type: "quantitative" }, color: who } },
    "Scatter plot: m against n. 6 points. n from 3 to 40. m from 5 to 41.",
  ],
  [
    "texts of two figures",
    { mark: "text", encoding: { x: n, y: { field: "m", type: "quantitative" }, text: { field: "area" } } },
    "Scatter plot: m against n. 6 points. n from 3 to 40. m from 5 to 41.",
  ],
  ["a strip", { mark: "tick", encoding: { x: n } }, "Strip chart: n. 6 points. n from 3 to 40."],
  [
    "strips by name",
    { mark: "tick", encoding: { x: n, y: area } },
    "Strip chart: n by area, 3 in all. Highest Kent, 40; lowest Essex, 3.",
  ],
  ["a strip of points", { mark: "point", encoding: { y: n } }, "Dot chart: n. 6 points. n from 3 to 40."],
  [
    "dots by name",
    { transform: [boys], mark: "point", encoding: { x: n, y: area } },
    "Dot chart: n by area, 3 in all. Highest Devon, 20; lowest Essex, 7.",
  ],
  [
    "a heat map",
    { mark: "rect", encoding: { x: area, y: who, color: { ...sum, title: "Cases" } } },
    "Heat map: Cases by area and who. Highest Kent (girls), 40; lowest Essex (girls), 3.",
  ],
  [
    "a heat map of classes",
    { mark: "rect", encoding: { x: { ...n, bin: { step: 20 } }, y: who, color: { aggregate: "count" } } },
    "Heat map: Count of Records by n (binned) and who. Highest 0–20 (boys) and 0–20 (girls), 2 each; lowest 20–40 (girls) and 20–40 (boys), 1 each.",
  ],
  [
    "circles by name and size",
    { mark: "circle", encoding: { x: area, y: who, size: sum } },
    "Heat map: Sum of n by area and who. Highest Kent (girls), 40; lowest Essex (girls), 3.",
  ],
  [
    "circles in a row",
    { mark: "circle", encoding: { x: area, size: sum } },
    "Dot chart: Sum of n by area, 3 in all. Highest Kent, 52; lowest Essex, 10.",
  ],
  [
    "squares in a column",
    { mark: "square", encoding: { y: area, color: { ...sum, legend: { format: ".1f" } } } },
    "Dot chart: Sum of n by area, 3 in all. Highest Kent, 52; lowest Essex, 10.",
  ],
  [
    "ranges",
    { transform: [boys], mark: "bar", encoding: { y: area, x: n, x2: { field: "m" } } },
    "Range chart: n, m by area, 3 in all. Devon, from 20 to 25. Essex, from 7 to 10. Kent, from 12 to 30.",
  ],
  [
    "rules from one figure to another",
    { transform: [boys], mark: "rule", encoding: { x: area, y: n, y2: { field: "m" } } },
    "Range chart: n, m by area, 3 in all. Devon, from 20 to 25. Essex, from 7 to 10. Kent, from 12 to 30.",
  ],
  [
    "a band",
    {
      mark: "area",
      encoding: {
        x: { field: "month", type: "temporal", timeUnit: "yearmonth" },
        y: { ...sum, aggregate: "min" },
        y2: { aggregate: "max", field: "m" },
      },
    },
    "Range chart: Min of n, Max of m by month (year-month), January 2021 to March 2021. January 2021, from 7 to 30. February 2021, from 20 to 25. March 2021, from 3 to 41.",
  ],
  [
    "bars between two dates",
    {
      mark: "bar",
      encoding: {
        y: area,
        x: { aggregate: "min", field: "month", type: "temporal" },
        x2: { aggregate: "max", field: "month" },
      },
    },
    "Bar chart: area. 3 rows of data.",
  ],
  [
    "a rule for each colour",
    { mark: "rule", encoding: { x: { ...sum, aggregate: "mean" }, color: who } },
    "Dot chart: Mean of n by who. Highest girls, 17; lowest boys, 13.",
  ],
  ["a rule", { mark: "rule", encoding: { x: { ...sum, aggregate: "mean" } } }, "Chart. 1 row of data."],
  [
    "a pie",
    { mark: "arc", encoding: { theta: sum, color: area } },
    "Pie chart: Sum of n by area, 3 in all. Highest Kent, 52; lowest Essex, 10.",
  ],
  [
    "a pie of numbers of rows",
    { mark: "arc", encoding: { theta: { aggregate: "count" }, color: who } },
    "Pie chart: Count of Records by who. Both are 3.",
  ],
  [
    "a box plot across",
    { mark: "boxplot", encoding: { x: n, y: area } },
    "Box plot: n by area, 3 in all. Medians, each with the range that holds the middle half. Devon, 14, from 11 to 17. Essex, 5, from 4 to 6. Kent, 26, from 19 to 33.",
  ],
  [
    "error bars",
    { mark: { type: "errorbar", extent: "stdev" }, encoding: { x: n, y: area } },
    "Range chart: n by area, 3 in all. Devon, from 5.5 to 22.5. Essex, from 2.17 to 7.83. Kent, from 6.2 to 45.8.",
  ],
  [
    "error bars around points",
    {
      layer: [
        { mark: { type: "errorbar", extent: "iqr" }, encoding: { x: n, y: area } },
        { mark: "point", encoding: { x: { ...sum, aggregate: "mean", title: "Mean" }, y: area } },
      ],
    },
    "Dot chart: n, Mean by area, 3 in all. Highest Kent, 26; lowest Essex, 5.",
  ],
  [
    "bars with texts",
    {
      layer: [{ mark: "bar" }, { mark: { type: "text", dy: -4 }, encoding: { text: sum } }],
      encoding: { x: area, y: sum },
    },
    "Bar chart: Sum of n by area, 3 in all. Highest Kent, 52; lowest Essex, 10.",
  ],
  [
    "a line over bars",
    {
      layer: [
        { mark: "line", encoding: { y: { aggregate: "sum", field: "m", type: "quantitative", title: "Others" } } },
        { mark: "bar", encoding: { y: sum } },
      ],
      encoding: { x: area },
    },
    "Line chart: Others by area. 66 in Devon, falling to 50 in Kent; lowest 15 in Essex.",
  ],
  [
    "small charts",
    { mark: "bar", encoding: { x: area, y: sum, facet: who } },
    "Bar chart: Sum of n by area. 2 small charts, one for each who. boys: highest Devon, 20; lowest Essex, 7. girls: highest Kent, 40; lowest Essex, 3.",
  ],
  [
    "small charts in rows and columns",
    { mark: "bar", encoding: { x: { ...who, axis: null }, y: sum, row: area, column: who } },
    "Bar chart: Sum of n by who. 6 small charts, one for each area, who. Devon, boys: boys, 20. Essex, boys: boys, 7. Kent, boys: boys, 12. And 3 more.",
  ],
  [
    "small charts with a heading",
    {
      mark: "bar",
      encoding: { x: area, y: sum, row: { ...who, header: { title: "Sex" } }, column: { ...month, timeUnit: "year" } },
    },
    "Bar chart: Sum of n by area. 2 small charts, one for each Sex, month (year). boys, 2021: highest Devon, 20; lowest Essex, 7. girls, 2021: highest Kent, 40; lowest Essex, 3.",
  ],
  [
    "small charts by a field that the data name with a dot",
    {
      transform: [{ calculate: "datum.who", as: "the.sex" }],
      mark: "bar",
      encoding: { x: area, y: sum, facet: { field: "the\\.sex", title: "Sex" } },
    },
    "Bar chart: Sum of n by area. 2 small charts, one for each Sex. boys: highest Devon, 20; lowest Essex, 7. girls: highest Kent, 40; lowest Essex, 3.",
  ],
  [
    "small charts of years",
    { mark: "bar", encoding: { x: area, y: sum, column: { ...month, timeUnit: "year" } } },
    "Bar chart: Sum of n by area. 1 small chart. 2021: highest Kent, 52; lowest Essex, 10.",
  ],
  [
    "small charts of months",
    { mark: "bar", encoding: { x: area, y: sum, facet: month } },
    "Bar chart: Sum of n by area. 3 small charts, one for each month (year-month). February 2021: highest Kent, 40; lowest Devon, 20. March 2021: highest Devon, 8; lowest Essex, 3. January 2021: highest Kent, 12; lowest Essex, 7.",
  ],
  [
    "a small chart of rows that have no name",
    {
      data: { values: [...values, { area: "Kent", who: null, n: 5 }, { area: "Essex", who: null, n: 6 }] },
      mark: "bar",
      encoding: { x: area, y: sum, facet: who },
    },
    "Bar chart: Sum of n by area. 3 small charts, one for each who. boys: highest Devon, 20; lowest Essex, 7. girls: highest Kent, 40; lowest Essex, 3. null: highest Essex, 6; lowest Kent, 5.",
  ],
  [
    "a small chart of rows that have no name, by the rows alone",
    {
      data: { values: [...values, { area: "Kent", who: null, n: 5 }, { area: "Essex", who: null, n: 6 }] },
      mark: "bar",
      encoding: { x: area, y: n, facet: who },
    },
    "Bar chart: n by area. 3 small charts, one for each who. boys: highest Devon, 20; lowest Essex, 7. girls: highest Kent, 40; lowest Essex, 3. null: highest Essex, 6; lowest Kent, 5.",
  ],
  [
    "a line from a name that is missing",
    {
      data: {
        values: [
          { area: "Kent", n: 5 },
          { area: null, n: 7 },
          { area: "Essex", n: 6 },
        ],
      },
      mark: "line",
      encoding: { x: area, y: n },
    },
    "Line chart: n by area. 7 in null, falling to 5 in Kent.",
  ],
  [
    "a line over names in an order of its own",
    {
      data: rowsOfBoys,
      mark: "line",
      encoding: { x: { ...area, sort: ["Devon", "Kent", "Essex"] }, y: n },
    },
    "Line chart: n by area. 20 in Devon, falling to 7 in Essex.",
  ],
  [
    "a line over names in the order of their figures",
    { data: rowsOfBoys, mark: "line", encoding: { x: { ...area, sort: "-y" }, y: n } },
    "Line chart: n by area. 20 in Devon, falling to 7 in Essex.",
  ],
  [
    "points at names that are said to be dates",
    { mark: "point", encoding: { x: { field: "area", type: "temporal" }, y: n } },
    "Dot chart: n by area. No data. 6 values are missing.",
  ],
  [
    "bars at dates of which one is none",
    {
      data: { values: [...values.slice(0, 2), { month: "soon", n: 90 }] },
      mark: "bar",
      encoding: { x: { field: "month", type: "temporal" }, y: n },
    },
    "Bar chart: n by month. 12 on 5 January 2021, rising to 40 on 5 February 2021.",
  ],
  [
    "layers of which another one titles the axis",
    {
      data: rowsOfBoys,
      layer: [
        {
          mark: "rule",
          encoding: { x: { field: "m", type: "quantitative", title: "Offences a day" }, x2: { field: "part" } },
        },
        { mark: "point", encoding: { x: n } },
      ],
      encoding: { y: area },
    },
    "Interval chart: Offences a day by area, 3 in all. Kent, 12, from 0.2 to 30. Essex, 7, from 0.3 to 10. Devon, 20, from 0.6 to 25.",
  ],
  [
    "labels on areas between figures, of which no one figure is told",
    {
      transform: ["n", "m"].flatMap((field) => [
        { calculate: `datum.${field} - 1`, as: `${field}1` },
        { calculate: `datum.${field} + 1`, as: `${field}2` },
      ]),
      layer: [
        {
          mark: "rect",
          encoding: { x: { ...n, field: "n1" }, x2: { field: "n2" }, y: { ...n, field: "m1" }, y2: { field: "m2" } },
        },
        { mark: "text", encoding: { x: n, y: { ...n, field: "m" }, text: area } },
      ],
    },
    "Chart. 6 rows of data.",
  ],
  [
    "classes of figures, of which one row has none",
    {
      data: { values: [...values, { area: "Surrey", n: null }] },
      mark: "bar",
      encoding: { x: { ...n, bin: true } },
    },
    "Histogram: n. Shows how 6 rows of data are spread.",
  ],
  [
    "a layer with its own data",
    { data: undefined, layer: [{ data: rowsOfBoys, mark: "bar", encoding: { x: area, y: n } }] },
    "Bar chart: n by area, 3 in all. Highest Devon, 20; lowest Essex, 7.",
  ],
  [
    "rows that the chart makes",
    { data: { sequence: { start: 1, stop: 5, as: "n" } }, mark: "bar", encoding: { x: { field: "n" }, y: n } },
    "Bar chart: n by n, 4 in all. Highest 4, 4; lowest 1, 1.",
  ],
  [
    "two charts side by side",
    {
      hconcat: [
        { mark: "bar", encoding: { x: area, y: sum } },
        { mark: "line", encoding: { x: who, y: mean } },
      ],
    },
    "Bar chart: Sum of n by area, 3 in all. Highest Kent, 52; lowest Essex, 10. Line chart: Average by who. 13 in boys, rising to 17 in girls.",
  ],
  [
    "repeated for two figures",
    {
      repeat: ["n", "m"],
      spec: {
        mark: "bar",
        encoding: { x: area, y: { aggregate: "sum", field: { repeat: "repeat" }, type: "quantitative" } },
      },
    },
    "Bar chart: Sum of n by area, 3 in all. Highest Kent, 52; lowest Essex, 10. Bar chart: Sum of m by area, 3 in all. Highest Devon, 66; lowest Essex, 15.",
  ],
  [
    "names at a log scale",
    { mark: "point", encoding: { x: area, y: { ...n, scale: { type: "log" } } } },
    "Dot chart: n by area, 3 in all. Highest Kent, 40; lowest Essex, 3.",
  ],
  [
    "figures by path",
    {
      transform: [{ calculate: "{n: datum.n}", as: "own" }],
      mark: "bar",
      encoding: { x: area, y: { aggregate: "max", field: "own.n", type: "quantitative" } },
    },
    "Bar chart: Max of own.n by area, 3 in all. Highest Kent, 40; lowest Essex, 7.",
  ],
  [
    "what is hidden",
    {
      mark: "bar",
      data: {
        values: [
          { area: "Kent", n: 3, state: "value" },
          { area: "Essex", n: null, state: "suppressed" },
          { area: "Devon", n: 9, state: "value", highlight: true },
        ],
      },
      encoding: { x: area, y: n },
    },
    "Bar chart: n by area, 3 in all. Highlighted: Devon, 9. Of the 2 shown, highest Devon, 9; lowest Kent, 3. " +
      "1 value is suppressed: Essex.",
  ],
  [
    "one that stands out, after a filter",
    {
      transform: [{ filter: "datum.who == 'boys'" }, { calculate: "datum.area == 'Devon'", as: "highlight" }],
      mark: "bar",
      encoding: { x: area, y: n },
    },
    "Bar chart: n by area, 3 in all. Highlighted: Devon, 20, highest of 3. Lowest Essex, 7.",
  ],
  ["no figures", { mark: "bar", encoding: { x: area, y: who } }, "Bar chart: area. 6 rows of data."],
  [
    "a window",
    {
      transform: [{ sort: [{ field: "month" }], window: [{ op: "sum", field: "n", as: "so far" }] }],
      mark: "line",
      encoding: { x: { field: "month", type: "temporal" }, y: { field: "so far", type: "quantitative" } },
    },
    "Line chart: so far by month. 12 on 5 January 2021, rising to 90 on 20 March 2021.",
  ],
  [
    "hours",
    {
      data: {
        values: [
          { t: "2021-01-05T08:00Z", n: 3 },
          { t: "2021-01-05T09:30Z", n: 5 },
        ],
      },
      mark: "line",
      encoding: { x: { field: "t", type: "temporal" }, y: n },
    },
    "Line chart: n by t. 3 on 5 January 2021, 08:00, rising to 5 on 5 January 2021, 09:30.",
  ],
  [
    "years",
    {
      data: {
        values: [
          { t: "2019", n: 3 },
          { t: "2021", n: 5 },
          { t: "2020", n: 4 },
        ],
      },
      mark: "line",
      encoding: { x: { field: "t", type: "temporal", timeUnit: "year" }, y: n },
    },
    "Line chart: n by t. 3 in 2019, rising to 5 in 2021.",
  ],
  [
    "a map of names",
    {
      data: { values: [{ type: "Feature", properties: { name: "Kent" }, geometry: square, n: 3 }] },
      mark: "geoshape",
      projection: { type: "identity" },
      encoding: { color: { field: "properties.name", type: "nominal" } },
    },
    "Map. 1 row of data.",
  ],
  [
    "points over classes",
    { mark: "point", encoding: { x: { ...n, bin: { step: 10 } }, y: { aggregate: "count" } } },
    "Dot chart: Count of Records by n (binned), 4 in all. Highest 0–10, 3; lowest 10–20, 20–30 and 30–40, 1 each.",
  ],
  [
    "a line over classes",
    { mark: "line", encoding: { x: { ...n, bin: { step: 20 } }, y: { aggregate: "count", title: "Rows" } } },
    "Line chart: Rows by n (binned). 4 in 0–20, falling to 2 in 20–40.",
  ],
  [
    "lines on a stack",
    { mark: "line", encoding: { x: month, y: { ...sum, stack: "zero" }, color: who } },
    "Line chart: Sum of n by month (year-month) and who. boys: 19 in January 2021, rising to 20 in February 2021. girls: 40 in February 2021, falling to 11 in March 2021. 2 values are missing: girls (January 2021) and boys (March 2021). What is missing is drawn as 0.",
  ],
  [
    "a stacked area with its lines",
    { mark: { type: "area", line: true }, encoding: { x: area, y: sum, color: who } },
    "Line chart: Sum of n by area and who. boys: 20 in Devon, falling to 12 in Kent; lowest 7 in Essex. girls: 8 in Devon, rising to 40 in Kent; lowest 3 in Essex.",
  ],
  [
    "bars of hours",
    {
      data: { values: hours },
      mark: "bar",
      encoding: { x: { field: "t", type: "ordinal", timeUnit: "hours", axis: null }, y: sum },
    },
    "Bar chart: Sum of n by t. Highest 09:00, 9; lowest 08:00, 3.",
  ],
  [
    "bars of hours and minutes",
    {
      data: { values: hours },
      mark: "bar",
      encoding: { x: { field: "t", type: "ordinal", timeUnit: "hoursminutes", axis: null }, y: sum },
    },
    "Bar chart: Sum of n by t, 3 in all. Highest 09:45, 5; lowest 08:00, 3.",
  ],
  [
    "bars of months without an axis",
    { mark: "bar", encoding: { x: { ...month, timeUnit: "month", type: "ordinal", axis: null }, y: sum } },
    "Bar chart: Sum of n by month, 3 in all. Highest February, 60; lowest March, 11.",
  ],
  [
    "bars of weekdays without an axis",
    { mark: "bar", encoding: { x: { ...month, timeUnit: "day", type: "ordinal", axis: null }, y: sum } },
    "Bar chart: Sum of n by month, 3 in all. Highest Friday, 40; lowest Tuesday, 15.",
  ],
  [
    "bars of dates without an axis",
    { mark: "bar", encoding: { x: { ...month, timeUnit: "date", type: "ordinal", axis: null }, y: sum } },
    "Bar chart: Sum of n by month, 3 in all. Highest 5, 52; lowest 9, 10.",
  ],
  [
    "bars of months and days without an axis",
    { mark: "bar", encoding: { x: { ...month, timeUnit: "monthdate", type: "ordinal", axis: null }, y: sum } },
    "Bar chart: Sum of n by month, 6 in all. Highest 5 February, 40; lowest 9 March, 3.",
  ],
  [
    "bars of quarters without an axis",
    { mark: "bar", encoding: { x: { ...month, timeUnit: "quarter", type: "ordinal", axis: null }, y: sum } },
    "Bar chart: Sum of n by month. Q1, 90.",
  ],
  [
    "bars by number",
    { mark: "bar", encoding: { x: { field: "m", type: "ordinal", title: "Ward" }, y: sum } },
    "Bar chart: Sum of n by Ward, 6 in all. Highest 20, 40; lowest 5, 3.",
  ],
  [
    "a mean and others",
    { mark: "bar", encoding: { x: who, y: { aggregate: "median", field: "m", type: "quantitative" } } },
    "Bar chart: Median of m by who. Highest boys, 25; lowest girls, 20.",
  ],
  [
    "a pie in its own order",
    {
      mark: "arc",
      encoding: {
        theta: sum,
        color: { ...area, sort: ["Kent", "Devon", "Essex"] },
        order: { ...sum, sort: "descending" },
      },
    },
    "Pie chart: Sum of n by area, 3 in all. Highest Kent, 52; lowest Essex, 10.",
  ],
  [
    "a ring by radius",
    {
      mark: "arc",
      encoding: { theta: { ...sum, stack: true }, radius: { ...sum, scale: { type: "sqrt" } }, color: area },
    },
    "Pie chart: Sum of n by area, 3 in all. Highest Kent, 52; lowest Essex, 10.",
  ],
  ["a pie without colours", { mark: "arc", encoding: { theta: sum } }, "Pie chart. 1 row of data."],
  ["a pie of names", { mark: "arc", encoding: { theta: area, color: who } }, "Pie chart: area. 6 rows of data."],
  [
    "a band around a line",
    {
      layer: [
        { mark: { type: "errorband", extent: "iqr" }, encoding: { x: area, y: n } },
        { mark: "line", encoding: { x: area, y: { ...sum, aggregate: "mean", title: "Mean" } } },
      ],
    },
    "Line chart: n, Mean by area. 14 in Devon, rising to 26 in Kent; lowest 5 in Essex.",
  ],
  [
    "a box plot beneath points",
    { layer: [{ mark: "boxplot" }, { mark: "point" }], encoding: { x: area, y: n } },
    "Box plot: n by area, 3 in all. Medians, each with the range that holds the middle half. Devon, 14, from 11 to 17. Essex, 5, from 4 to 6. Kent, 26, from 19 to 33.",
  ],
  [
    "error bars with ticks",
    { mark: { type: "errorbar", extent: "iqr", ticks: true }, encoding: { x: area, y: n } },
    "Range chart: n by area, 3 in all. Devon, from 11 to 17. Essex, from 4 to 6. Kent, from 19 to 33.",
  ],
  [
    "a line with gaps",
    {
      data: {
        values: [
          { t: "2019", n: 3 },
          { t: "2020", n: null },
          { t: "2021", n: 5 },
        ],
      },
      mark: "line",
      encoding: { x: { field: "t", type: "ordinal" }, y: n },
    },
    "Line chart: n by t. 3 in 2019, rising to 5 in 2021. 1 value is missing: 2020.",
  ],
  [
    "sizes of points",
    {
      mark: "point",
      encoding: { x: n, y: { field: "m", type: "quantitative" }, size: { field: "part", type: "quantitative" } },
    },
    "Scatter plot: m against n. 6 points. n from 3 to 40. m from 5 to 41.",
  ],
  ["rules by name", { mark: "rule", encoding: { y: area, x: sum, color: who } }, "Chart: area. 6 rows of data."],
  [
    "a tick for each",
    { transform: [boys], mark: "tick", encoding: { y: area, x: n, color: who } },
    "Strip chart: n by area, 3 in all. Highest Devon, 20; lowest Essex, 7.",
  ],
  [
    "bars below zero",
    {
      transform: [boys, { calculate: "datum.n - 10", as: "less" }],
      mark: "bar",
      encoding: { x: area, y: { field: "less", type: "quantitative" } },
    },
    "Bar chart: less by area, 3 in all. Highest Devon, 10; lowest Essex, −3.",
  ],
  [
    "a stack below zero",
    {
      transform: [{ calculate: "datum.who == 'boys' ? -datum.n : datum.n", as: "d" }],
      mark: "bar",
      encoding: { y: area, x: { field: "d", type: "quantitative", aggregate: "sum" }, color: who },
    },
    "Stacked bar chart: Sum of d by area and who. boys: highest Essex, −7; lowest Devon, −20. girls: highest Kent, 40; lowest Essex, 3.",
  ],
  [
    "a trail",
    { mark: "trail", encoding: { x: month, y: sum, size: { ...sum, title: "Cases" } } },
    "Line chart: Sum of n by month (year-month). 19 in January 2021, falling to 11 in March 2021; highest 60 in February 2021.",
  ],
  [
    "a map of features in its own data, named by whatever property names them",
    {
      data: { values: { type: "FeatureCollection", features: features("rgn22nm") }, format: { property: "features" } },
      mark: "geoshape",
      encoding: { color: { field: "properties.rate", type: "quantitative", title: "Rate" } },
    },
    "Map: Rate, 3 in all. Highest Surrey, 9; lowest Kent, 3.",
  ],
  ...(
    [
      [{ kind: "county" }, "cty22nm"],
      [{ kind: "county" }, "NAME"],
      [{ FULLNAME: "county" }, "name"],
      [{ short_name: "county" }, "name_en"],
      [{ name_cy: "Caint", short_name: "county" }, "nameEN"],
      [{ name_local: "county", short_name: "county" }, "NAME_LONG"],
      [{ NAME_0: "England", TYPENAME: "county" }, "NAME_1"],
      [{ NAME_3: "county", TYPENAME: "county" }, "NAME_2"],
      [{ surnames: "county", ctynm: "county" }, "countyName"],
      [{ rgn22nmw: "De Ddwyrain", LADNM: "district" }, "RGN22NM"],
      [{ lad5nm: "district", nmw: "Caint" }, "lad13nm"],
      [{ ctynm: "county" }, "cty22nm"],
      [{ kind: "county" }, "Ctynm"],
      [{ code: "E10000016" }, "county"],
    ] as const
  ).map(([others, key]): [string, object, string] => [
    `a map of features named by ${key} beside ${Object.keys(others)[0]}`,
    {
      data: { values: features(key).map((each) => ({ ...each, properties: { ...others, ...each.properties } })) },
      mark: "geoshape",
      encoding: { color: { field: "properties.rate", type: "quantitative", title: "Rate" } },
    },
    "Map: Rate, 3 in all. Highest Surrey, 9; lowest Kent, 3.",
  ]),
  [
    "a map of features that only an id tells apart",
    {
      data: { values: features("code").map((feature, id) => ({ ...feature, id })) },
      mark: "geoshape",
      encoding: { color: { field: "properties.rate", type: "quantitative", title: "Rate" } },
    },
    "Map: Rate, 3 in all. Highest Surrey, 9; lowest Kent, 3.",
  ],
  [
    "shares as the axis prints them, without any transform",
    {
      transform: [],
      data: { values: values.filter(({ who }) => who === "boys") },
      mark: "bar",
      encoding: { x: area, y: { field: "part", type: "quantitative", axis: { format: ".0%" }, title: "Part" } },
    },
    "Bar chart: Part by area, 3 in all. Highest Devon, 60%; lowest Kent, 20%.",
  ],
  [
    "a stacked area that is drawn down to nought where the data have nothing",
    {
      data: {
        values: [
          { t: "2014", who: "a", n: 1 },
          { t: "2015", who: "a", n: 2 },
          { t: "2016", who: "a", n: 3 },
          { t: "2014", who: "b", n: 4 },
          { t: "2016", who: "b", n: 5 },
        ],
      },
      mark: "area",
      encoding: { x: { field: "t", type: "ordinal" }, y: sum, color: who },
    },
    "Stacked area chart: Sum of n by t and who, 2014 to 2016. Largest part in 2014 and in 2016: b. b: 4 in 2014, rising to 5 in 2016. a: 1 in 2014, rising to 3 in 2016. 1 value is missing: b (2015). What is missing is drawn as 0.",
  ],
  [
    "a mean on an axis that both it and the figures it is of are called by",
    {
      layer: [
        { mark: "errorbar", encoding: { x: { ...n, scale: { zero: false } } } },
        { mark: "point", encoding: { x: { ...n, aggregate: "mean" } } },
      ],
    },
    "Strip chart: Mean of n. Mean of n, 15.",
  ],
  [
    "bars that are drawn at nought where the data say nothing",
    {
      data: {
        values: [
          { a: null, n: 100 },
          { a: 1, n: 3 },
          { a: 2, n: null },
          { a: 3, n: 5 },
        ],
      },
      mark: { type: "bar", invalid: null },
      encoding: { x: { field: "a", type: "quantitative" }, y: n },
    },
    "Bar chart: n by a. Of the 3 shown, highest null, 100; lowest 1, 3. 1 value is missing: 2.",
  ],
  [
    "bars of means of nothing, where their author keeps their places",
    {
      data: { values: [...values, { area: "Surrey", who: "boys", n: null }] },
      mark: { type: "bar", invalid: null },
      encoding: { x: area, y: mean },
    },
    "Bar chart: Average by area, 4 in all. Of the 3 shown, highest Kent, 26; lowest Essex, 5. 1 value is missing: Surrey.",
  ],
  [
    "bars side by side on an axis of time, of which Vega-Lite makes stacks of one piece each",
    {
      mark: "bar",
      encoding: {
        x: { ...month, timeUnit: "binnedyearmonth", bandPosition: 0 },
        xOffset: who,
        color: who,
        y: sum,
      },
    },
    "Bar chart: Sum of n by month and who. boys: 12 on 5 January 2021, rising to 20 on 20 February 2021; lowest 7 on 9 January 2021. girls: 40 on 5 February 2021, falling to 8 on 20 March 2021; lowest 3 on 9 March 2021.",
  ],
  [
    "the same on both sides of nought",
    {
      transform: [{ calculate: "datum.who == 'boys' ? -datum.n : datum.n", as: "d" }],
      mark: "bar",
      encoding: {
        x: { ...month, timeUnit: "binnedyearmonth", bandPosition: 0 },
        xOffset: who,
        color: who,
        y: { ...sum, field: "d" },
      },
    },
    "Bar chart: Sum of d by month and who. boys: −12 on 5 January 2021, falling to −20 on 20 February 2021; highest −7 on 9 January 2021. girls: 40 on 5 February 2021, falling to 8 on 20 March 2021; lowest 3 on 9 March 2021.",
  ],
  [
    "bars by themselves, each in a colour of its own by another name of the same",
    {
      transform: [{ calculate: "'Area of ' + datum.area", as: "called" }],
      mark: "bar",
      encoding: { x: { field: "called", type: "nominal" }, color: area, y: sum },
    },
    "Bar chart: Sum of n by called and area. Devon: Area of Devon, 28. Essex: Area of Essex, 10. Kent: Area of Kent, 52.",
  ],
])("%s", async (_, spec, alt) => {
  expect((await renderSpec({ data: { values }, ...spec }, { fonts, trusted: true })).alt).toBe(alt);
});

test("marks that are left out for want of a size are not counted", async () => {
  const own = values.map((row, index) => ({ ...row, n: index === 2 ? null : row.n }));
  const spec = {
    data: { values: own },
    mark: "point",
    encoding: {
      x: { field: "m", type: "quantitative" },
      y: { field: "part", type: "quantitative" },
      size: { field: "n", type: "quantitative" },
    },
  };
  expect((await renderSpec(spec, { fonts, trusted: true })).alt).toContain("5 points.");
});

test.each([
  ["line", "Line chart"],
  ["area", "Area chart"],
])(
  "what has no place along a %s is no peak of it but missing, and negative places are written as figures are",
  async (mark, kind) => {
    const own = [-5, null, 5].map((x, index) => ({ x, y: [-25, 100, 40][index] }));
    const spec = {
      data: { values: own },
      mark,
      encoding: { x: { field: "x", type: "quantitative" }, y: { field: "y", type: "quantitative" } },
    };
    expect((await renderSpec(spec, { fonts, trusted: true })).alt).toBe(
      `${kind}: y by x. −25 in −5, rising to 40 in 5. 1 value is missing.`,
    );
  },
);

test("a layer without figures makes room for a line, and is not what the chart shows", async () => {
  const layer = (values: readonly object[], field: string) => ({
    data: { values },
    mark: "line",
    encoding: {
      x: { field: "at", type: "nominal", title: "week" },
      y: { field, type: "quantitative", title: "Offences" },
    },
  });
  const room = ["a", "c"].map((at) => ({ at, n: null }));
  const weeks = [3, 5, 9].map((m, index) => ({ at: "abc"[index], m }));
  const spec = { layer: [layer(room, "n"), layer(weeks, "m")] };
  expect((await renderSpec(spec, { fonts, trusted: true })).alt).toBe(
    "Line chart: Offences by week. 3 in a, rising to 9 in c.",
  );
});

test("names that are the same are told once, and blank ones not at all", async () => {
  const own = [
    { id: "Kent", n: 9, who: "a" },
    { id: "Kent", n: 9, who: "b" },
    { id: " ", n: 1, who: "c" },
    { id: "", n: 1, who: "d" },
  ];
  const spec = {
    data: { values: own },
    mark: "point",
    encoding: { x: { field: "id", type: "nominal" }, y: { field: "n", type: "quantitative" } },
  };
  const { alt } = await renderSpec(spec, { fonts, trusted: true });
  expect(alt).toContain("Highest Kent, 9");
  expect(alt).not.toMatch(/Kent and Kent|lowest\s+,/);
});

test("an author's long description gives way to what the data say, in 400 characters", async () => {
  const description = `${"Ratings of the tools that were compared in the study. ".repeat(9)}Done by hand.`;
  const long = values.map((row) => ({
    ...row,
    area: `${row.area} and all of its boroughs and districts, as they were drawn`,
  }));
  const spec = { description, data: { values: long }, mark: "bar", encoding: { x: area, y: sum } };
  const { alt } = await renderSpec(spec, { fonts, trusted: true });
  expect(alt.length).toBeLessThanOrEqual(400);
  expect(alt).toContain("Highest Kent");
  expect(alt).toMatch(/^Ratings of the tools/);
});

test("a long description has no list that is longer than a listener bears", async () => {
  const days = Array.from({ length: 900 }, (_, index) => ({
    day: new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10),
    n: index % 2 === 0 ? 4 + (index % 7) : 20,
  }));
  const spec = {
    data: { values: days },
    mark: "line",
    encoding: { x: { field: "day", type: "temporal" }, y: { field: "n", type: "quantitative" } },
  };
  const { longDescription } = await renderSpec(spec, { fonts, trusted: true });
  expect(longDescription.length).toBeLessThanOrEqual(2000);
});

test("a series without a name is told without one", async () => {
  const own = ["boys", null].flatMap((who, at) =>
    ["Kent", "Essex"].map((name, n) => ({ area: name, who, n: n + at + 1 })),
  );
  const spec = { data: { values: own }, mark: "bar", encoding: { x: area, y: n, color: who } };
  const { alt } = await renderSpec(spec, { fonts, trusted: true });
  expect(alt).not.toMatch(/(^|\. ): /);
});

test("a map of figures that the data have as text is told by them", async () => {
  const spec = {
    data: { values: ["3", "5", "9"].map((rate, index) => ({ at: index, rate })) },
    mark: "point",
    encoding: {
      longitude: { field: "at", type: "quantitative" },
      latitude: { field: "at", type: "quantitative" },
      color: { field: "rate", type: "quantitative" },
    },
  };
  expect((await renderSpec(spec, { fonts, trusted: true })).alt).toBe("Map: rate. Highest 9; lowest 3.");
});

/** What is said of a chart that is drawn with its own data. */
const said = async (spec: object): Promise<string> => (await renderSpec(spec, { fonts, trusted: true })).alt;
const quantitative = (field: string) => ({ field, type: "quantitative" });

test("data that come by month are called as they are, on the axis and in words", async () => {
  const values = ["2021-01-01", "2021-02-01", "2021-03-01"].map((month, index) => ({ month, n: 10 + index }));
  const x = { field: "month", type: "temporal", timeUnit: "binnedyearmonth" };
  const { alt, svg } = await renderSpec(
    { data: { values }, mark: "bar", encoding: { x, y: quantitative("n") } },
    { fonts, trusted: true },
  );
  expect(alt).toBe("Bar chart: n by month. 10 in January 2021, rising to 12 in March 2021.");
  expect(svg).not.toContain("year-month");
});

test("lines of quarters are titled as their legend is", async () => {
  const values = [2021, 2022].flatMap((year) =>
    ["01", "04"].map((month, index) => ({ date: `${year}-${month}-01`, n: year - 2000 + index })),
  );
  const unit = (timeUnit: string) => ({ field: "date", type: "temporal", timeUnit });
  expect(
    await said({
      data: { values },
      mark: "line",
      encoding: { x: unit("year"), y: { ...quantitative("n"), aggregate: "mean" }, color: unit("quarter") },
    }),
  ).toBe(
    "Line chart: Mean of n by date (year) and date (quarter). Q1: 21 in 2021, rising to 22 in 2022. Q2: 22 in 2021, rising to 23 in 2022.",
  );
});

test.each([
  [
    "line",
    "Line chart: n by date (year) and date (quarter). Q1: 21 in 2021, rising to 23 in 2022. Q2: 30 in 2021, rising to 35 in 2022.",
  ],
  [
    "area",
    "Stacked area chart: n by date (year) and date (quarter), 2021 to 2022. Largest part in 2021 and in 2022: Q2. Q2: 30 in 2021, rising to 35 in 2022. Q1: 21 in 2021, rising to 23 in 2022.",
  ],
])("a %s of each quarter is one, also where the figures are those of the rows", async (mark, description) => {
  const figures = { "2021-01-15": 21, "2021-04-15": 30, "2022-01-15": 23, "2022-04-15": 35 };
  const values = Object.entries(figures).map(([date, n]) => ({ date, n }));
  const unit = (timeUnit: string) => ({ field: "date", type: "temporal", timeUnit });
  const encoding = { x: unit("year"), y: quantitative("n"), color: unit("quarter") };
  expect(await said({ data: { values }, mark, encoding })).toBe(description);
});

test("lines of classes are called by both ends of these", async () => {
  const values = [2, 7].flatMap((age) => [1, 2].map((week) => ({ age, week, n: age + week })));
  const color = { field: "age", bin: { step: 5 } };
  const y = { ...quantitative("n"), aggregate: "sum" };
  expect(
    await said({ data: { values }, mark: "line", encoding: { x: { field: "week", type: "ordinal" }, y, color } }),
  ).toContain("0–5: 3 in 1, rising to 4 in 2. 5–10: 8 in 1, rising to 9 in 2.");
});

test("a line whose colour is of nothing is told apart from those of a figure", async () => {
  const values = [1, 2, null].flatMap((c, index) => [1, 2].map((a) => ({ a, b: a * 10 + index, c })));
  const config = { mark: { invalid: "show" } };
  const encoding = { x: quantitative("a"), y: quantitative("b"), color: quantitative("c") };
  expect(await said({ config, data: { values }, mark: "line", encoding })).toContain(
    "null: 12 in 1, rising to 22 in 2.",
  );
});

test("a bar that stands at no figure has a name all the same", async () => {
  const values = [null, 1, 2].map((a, index) => ({ a, b: 30 - index }));
  const config = { mark: { invalid: "show" } };
  expect(
    await said({ config, data: { values }, mark: "bar", encoding: { x: quantitative("a"), y: quantitative("b") } }),
  ).toBe("Bar chart: b by a. Highest null, 30; lowest 2, 28.");
});

test("an area that falls to nought where the data have no row is said to, and the nought is no figure", async () => {
  const values = [
    { year: "2020", who: "boys", n: 5 },
    { year: "2021", who: "boys", n: 6 },
    { year: "2021", who: "girls", n: 3 },
    { year: "2022", who: "girls", n: 4 },
    { year: "2022", who: "boys", n: 8 },
  ];
  const y = { ...quantitative("n"), aggregate: "sum" };
  const x = { field: "year", type: "ordinal" };
  const alt = await said({ data: { values }, mark: "area", encoding: { x, y, color: { field: "who" } } });
  expect(alt).toContain("girls: 3 in 2021, rising to 4 in 2022.");
  expect(alt).toContain("1 value is missing: girls (2020). What is missing is drawn as 0.");
});

test("times within an hour or a minute are told as their axes have them", async () => {
  const values = ["10:02", "20:03", "30:04"].map((time, index) => ({ at: `2012-01-02T00:${time}`, n: 9 - index }));
  const spec = (timeUnit: unknown) => ({
    data: { values },
    mark: "point",
    encoding: { x: { field: "at", type: "temporal", timeUnit }, y: quantitative("n") },
  });
  expect(await said(spec("seconds"))).toContain("n by at (seconds), 3 in all. Highest :02, 9; lowest :04, 7.");
  expect(await said(spec("minutes"))).toContain("Highest :10, 9; lowest :30, 7.");
  expect(await said(spec("minutesseconds"))).toContain("Highest 10:02, 9; lowest 30:04, 7.");
});

test("of a chart that draws none of its rows nothing is said to be there", async () => {
  const values = [{ name: "a" }, { name: "b" }];
  const x = { field: "Date", type: "temporal" };
  expect(await said({ data: { values }, mark: "tick", encoding: { x } })).toBe("Strip chart: Date. No data.");
  const y = quantitative("n");
  const points = ["x", "y", "z"].map((name, n) => ({ name, n }));
  expect(
    await said({
      data: { values: points },
      mark: "point",
      encoding: { x: { field: "name", type: "temporal" }, y },
    }),
  ).toBe("Dot chart: n by name. No data. 3 values are missing: x, y and z.");
});

test("cells of fields that the data lack have no name", async () => {
  const encoding = {
    x: { field: "a", type: "nominal" },
    y: { field: "b", type: "nominal" },
    size: { aggregate: "count", type: "quantitative" },
  };
  expect(await said({ data: { values: [{ c: 1 }, { c: 2 }] }, mark: "point", encoding })).not.toContain("ndefined");
});

test("data that a template leaves empty are none", async () => {
  const spec = { data: { values: null }, mark: "bar", encoding: { y: quantitative("n") } };
  await expect(said(spec)).rejects.toThrow("The chart's spec holds no data.");
});
