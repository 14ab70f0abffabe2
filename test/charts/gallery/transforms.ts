import { count, layers, n, o, plot, q, type Specs, t } from "./plot.ts";
import { areas, cloud, dailyRows, measurements, months, survey, trend } from "./rows.ts";

const bar = { type: "bar" };

export const transformSpecs: Specs = {
  "transform-aggregate": plot(
    trend,
    bar,
    { y: n("kind"), x: q("mean") },
    {
      transform: [{ aggregate: [{ op: "mean", field: "n", as: "mean" }], groupby: ["kind"] }],
    },
  ),
  "transform-aggregate-operations": {
    data: { values: measurements },
    columns: 4,
    concat: ["count", "min", "max", "mean", "average", "median", "q1", "q3", "sum", "product", "distinct", "valid"]
      .concat(["missing", "stderr", "stdev", "stdevp", "variance", "variancep", "ci0", "ci1"])
      .map((op) => ({
        width: 90,
        height: 60,
        transform: [{ calculate: "datum.v / 40", as: "w" }],
        mark: "bar",
        encoding: { x: n("group"), y: { aggregate: op, field: "w", type: "quantitative", title: op } },
      })),
  },
  "transform-argmax": plot(trend, bar, {
    y: n("kind"),
    x: { aggregate: { argmax: "n" }, field: "year", type: "ordinal", title: "year of the highest" },
  }),
  "transform-bin": plot(
    measurements,
    bar,
    { x: q("low", { bin: "binned" }), x2: { field: "high" }, y: count() },
    {
      transform: [{ bin: { step: 10 }, field: "v", as: ["low", "high"] }],
    },
  ),
  "transform-calculate": plot(
    months,
    "line",
    { x: q("index"), y: q("fahrenheit") },
    {
      transform: [{ calculate: "datum.warmth * 1.8 + 32", as: "fahrenheit" }],
    },
  ),
  "transform-density": plot(
    measurements,
    { type: "area", opacity: 0.5 },
    { x: q("value"), y: q("density", { stack: null }), color: n("group") },
    {
      transform: [{ density: "v", groupby: ["group"], bandwidth: 6, extent: [0, 120], steps: 60 }],
    },
  ),
  "transform-extent": plot(
    areas,
    bar,
    { y: n("area"), x: q("scaled") },
    {
      transform: [
        { extent: "n", param: "n_extent" },
        { calculate: "(datum.n - n_extent[0]) / (n_extent[1] - n_extent[0])", as: "scaled" },
      ],
    },
  ),
  "transform-filter": plot(
    trend,
    "line",
    { x: t("year"), y: q("n"), color: n("kind") },
    {
      transform: [{ filter: { field: "kind", oneOf: ["fraud", "arson"] } }, { filter: "datum.n > 50" }],
    },
  ),
  "transform-flatten": plot(
    survey,
    bar,
    { x: n("service"), xOffset: n("labels"), y: q("scores"), color: n("labels") },
    {
      transform: [{ flatten: ["scores", "labels"] }],
    },
  ),
  "transform-fold": plot(
    survey,
    bar,
    { y: n("service"), x: q("share", { stack: "normalize" }), color: n("answer", { sort: null }) },
    {
      transform: [{ fold: ["agree", "neutral", "disagree"], as: ["answer", "share"] }],
    },
  ),
  "transform-impute": plot(
    trend.filter(({ kind, year }) => kind !== "theft" || year !== "2014"),
    { type: "line", point: true },
    { x: t("year"), y: q("n"), color: n("kind") },
    { transform: [{ impute: "n", key: "year", groupby: ["kind"], method: "mean", frame: [-1, 1] }] },
  ),
  "impute-in-encoding": plot(
    months.map(({ index, rain }) => ({ index, rain: index === 4 ? null : rain })),
    { type: "line", point: true },
    { x: q("index"), y: q("rain", { impute: { value: 20 } }) },
  ),
  "transform-joinaggregate": plot(
    areas,
    "bar",
    { y: n("area", { sort: "-x" }), x: q("share", { axis: { format: ".0%" } }) },
    {
      transform: [
        { joinaggregate: [{ op: "sum", field: "n", as: "all" }] },
        { calculate: "datum.n / datum.all", as: "share" },
      ],
    },
  ),
  "transform-loess": layers(cloud, { x: q("x"), y: q("y") }, [
    { mark: { type: "point", filled: true, opacity: 0.5 } },
    { mark: { type: "line", color: "#c2570c" }, transform: [{ loess: "y", on: "x", bandwidth: 0.5 }] },
  ]),
  "transform-lookup": plot(
    trend.filter(({ year }) => year === "2015"),
    bar,
    { y: n("label"), x: q("n"), color: n("severity") },
    {
      transform: [
        {
          lookup: "kind",
          from: {
            data: {
              values: [
                { key: "fraud", label: "Fraud offences", severity: "low" },
                { key: "theft", label: "Theft offences", severity: "low" },
                { key: "arson", label: "Arson", severity: "high" },
                { key: "other", label: "All other", severity: "mixed" },
              ],
            },
            key: "key",
            fields: ["label", "severity"],
          },
        },
      ],
    },
  ),
  "transform-pivot": plot(
    trend,
    "line",
    { x: t("year"), y: q("gap", { title: "theft less fraud" }) },
    {
      transform: [
        { pivot: "kind", value: "n", groupby: ["year"] },
        { calculate: "datum.theft - datum.fraud", as: "gap" },
      ],
    },
  ),
  "transform-quantile": plot(
    measurements,
    "point",
    { x: q("normal"), y: q("value") },
    {
      transform: [
        { quantile: "v", step: 0.02, as: ["p", "value"] },
        { calculate: "quantileNormal(datum.p)", as: "normal" },
      ],
    },
  ),
  "transform-regression": layers(cloud, { x: q("x"), y: q("y") }, [
    { mark: { type: "point", filled: true, opacity: 0.4 } },
    { mark: { type: "line", color: "#c2570c" }, transform: [{ regression: "y", on: "x", method: "poly", order: 3 }] },
    { mark: { type: "line", color: "black", strokeDash: [4, 3] }, transform: [{ regression: "y", on: "x" }] },
  ]),
  "transform-sample": plot(cloud, "point", { x: q("x"), y: q("y"), color: n("kind") }, { transform: [{ sample: 25 }] }),
  "transform-stack": plot(
    survey,
    bar,
    { y: n("service"), x: q("from", { title: "share" }), x2: { field: "to" }, color: n("answer", { sort: null }) },
    {
      transform: [
        { fold: ["agree", "neutral", "disagree"], as: ["answer", "share"] },
        { stack: "share", groupby: ["service"], offset: "center", as: ["from", "to"] },
      ],
    },
  ),
  "transform-timeunit": plot(
    dailyRows,
    bar,
    { x: t("week", { title: "week of" }), y: q("price", { aggregate: "mean" }) },
    {
      transform: [{ timeUnit: "utcyearweek", field: "date", as: "week" }],
    },
  ),
  "timeunit-in-encoding": plot(dailyRows, "rect", {
    x: { timeUnit: "date", field: "date", type: "ordinal", title: "day" },
    y: { timeUnit: "month", field: "date", type: "ordinal", title: "month" },
    color: q("price", { aggregate: "mean" }),
  }),
  "transform-window-sum": plot(
    months,
    { type: "area", interpolate: "step-after", line: true },
    { x: q("index"), y: q("so far") },
    {
      transform: [
        { window: [{ op: "sum", field: "rain", as: "so far" }], sort: [{ field: "index" }], frame: [null, 0] },
      ],
    },
  ),
  "transform-window-rank": plot(
    trend,
    { type: "line", point: { size: 90 }, strokeWidth: 4, interpolate: "monotone" },
    {
      x: o("year"),
      y: o("rank"),
      color: n("kind"),
    },
    {
      transform: [
        { window: [{ op: "rank", as: "rank" }], sort: [{ field: "n", order: "descending" }], groupby: ["year"] },
      ],
    },
  ),
  waterfall: layers(
    [
      ["Start", 60],
      ["Joined", 25],
      ["Left", -38],
      ["Moved in", 14],
      ["End", 0],
    ].map(([step, change]) => ({ step, change })),
    { x: n("step", { sort: null }) },
    [
      {
        mark: { type: "bar", size: 30 },
        encoding: {
          y: q("before", { title: "people" }),
          y2: { field: "after" },
          color: {
            condition: [
              { test: "datum.step === 'Start' || datum.step === 'End'", value: "#4f321f" },
              { test: "datum.change < 0", value: "#c2570c" },
            ],
            value: "#2a9d8f",
          },
        },
      },
      { mark: { type: "text", dy: -6, baseline: "bottom" }, encoding: { y: q("after"), text: q("after") } },
    ],
    {
      transform: [
        { window: [{ op: "sum", field: "change", as: "after" }] },
        { calculate: "datum.step === 'End' ? 0 : datum.after - datum.change", as: "before" },
      ],
    },
  ),
};
