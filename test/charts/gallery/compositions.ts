import { count, layers, n, o, plot, q, type Specs, t } from "./plot.ts";
import { areas, cloud, measurements, months, trend } from "./rows.ts";

const small = { width: 130, height: 90 };
const bars = { ...small, mark: "bar", encoding: { y: n("area"), x: q("n") } };
const dots = { ...small, mark: "point", encoding: { x: q("n"), y: q("rate") } };

export const compositionSpecs: Specs = {
  "layer-two-axes": layers(
    months,
    { x: o("month", { sort: null }) },
    [
      { mark: { type: "bar", opacity: 0.4 }, encoding: { y: q("rain", { axis: { titleColor: "#12436d" } }) } },
      {
        mark: { type: "line", color: "#c2570c" },
        encoding: { y: q("warmth", { axis: { titleColor: "#c2570c", grid: false } }) },
      },
    ],
    { resolve: { scale: { y: "independent" } } },
  ),
  "layer-nested": {
    width: 240,
    height: 160,
    data: { values: trend },
    encoding: { x: t("year") },
    layer: [
      { layer: [{ mark: "line" }, { mark: { type: "circle", size: 30 } }], encoding: { y: q("n"), color: n("kind") } },
      { mark: { type: "rule", strokeDash: [2, 2] }, encoding: { y: { datum: 80 }, x: null } },
    ],
  },
  "facet-columns": plot(cloud, "point", { x: q("x"), y: q("y"), column: n("kind", { title: "Kind of place" }) }, small),
  "facet-rows": plot(
    trend,
    "area",
    { x: t("year"), y: q("n"), row: n("kind", { header: { labelAngle: 0, labelAlign: "left" } }) },
    { width: 200, height: 50 },
  ),
  "facet-grid": plot(
    cloud,
    { type: "circle" },
    { x: q("x"), y: q("y"), column: n("kind"), row: n("sort") },
    { width: 110, height: 70 },
  ),
  "facet-wrapped": plot(
    trend,
    "bar",
    { x: o("year", { axis: { values: ["2010", "2019"] } }), y: q("n"), facet: n("kind", { columns: 2 }) },
    small,
  ),
  "facet-operator": {
    data: { values: trend },
    facet: { field: "kind", type: "nominal", header: { labelOrient: "bottom", titleOrient: "bottom", title: "Kind" } },
    columns: 4,
    spacing: 8,
    spec: {
      width: 80,
      height: 100,
      layer: [
        { mark: "line", encoding: { x: t("year"), y: q("n") } },
        { mark: "rule", encoding: { y: q("n", { aggregate: "mean" }) } },
      ],
    },
  },
  "facet-independent-scales": plot(
    measurements,
    "bar",
    { x: q("v", { bin: true }), y: count(), column: n("group") },
    { width: 100, height: 90, resolve: { scale: { x: "independent", y: "independent" }, axis: { y: "independent" } } },
  ),
  "facet-sorted-header-below": plot(
    areas,
    "bar",
    {
      x: n("area"),
      y: q("n"),
      column: n("group", { sort: "descending", header: { orient: "bottom", labelColor: "#c2570c" }, spacing: 4 }),
    },
    { width: { step: 22 }, height: 100, resolve: { scale: { x: "independent" } } },
  ),
  "concat-wrapped": { data: { values: areas }, columns: 2, concat: [bars, dots, { ...bars, mark: "point" }] },
  "concat-horizontal": { data: { values: areas }, hconcat: [bars, dots], spacing: 30, title: "Side by side" },
  "concat-vertical": { data: { values: areas }, vconcat: [bars, dots], center: true, bounds: "flush" },
  "concat-nested": {
    data: { values: areas },
    hconcat: [{ vconcat: [dots, dots] }, { ...bars, height: 220, title: "Tall" }],
  },
  "concat-shared-colour": {
    data: { values: trend },
    resolve: { scale: { color: "shared" } },
    hconcat: ["line", "area"].map((mark) => ({
      ...small,
      mark,
      encoding: { x: t("year"), y: q("n"), color: n("kind") },
    })),
  },
  "concat-own-legends": {
    data: { values: trend },
    resolve: { legend: { color: "independent" }, scale: { color: "independent" } },
    hconcat: ["line", "bar"].map((mark) => ({
      ...small,
      mark,
      encoding: { x: o("year"), y: q("n"), color: n("kind", { legend: { orient: "bottom", columns: 2 } }) },
    })),
  },
  "repeat-grid": {
    data: { values: areas },
    repeat: { row: ["n", "last"], column: ["rate", "n"] },
    spec: {
      ...small,
      mark: "point",
      encoding: { x: q("", { field: { repeat: "column" } }), y: q("", { field: { repeat: "row" } }) },
    },
  },
  "repeat-wrapped": {
    data: { values: areas },
    columns: 2,
    repeat: ["n", "rate", "last"],
    spec: { ...small, mark: "bar", encoding: { x: n("area"), y: q("", { field: { repeat: "repeat" } }) } },
  },
  "repeat-layers": {
    data: { values: months },
    repeat: { layer: ["rain", "warmth"] },
    spec: {
      width: 240,
      height: 140,
      mark: "line",
      encoding: {
        x: o("month", { sort: null }),
        y: q("", { field: { repeat: "layer" }, title: "rain, warmth" }),
        color: { datum: { repeat: "layer" }, type: "nominal" },
      },
    },
  },
  "population-pyramid": {
    data: {
      values: ["0-9", "10-19", "20-29", "30-39", "40-49"].flatMap((age, index) => [
        { age, sex: "Girls and women", n: 40 - index * 3 },
        { age, sex: "Boys and men", n: 42 - index * 4 },
      ]),
    },
    spacing: 0,
    hconcat: [
      {
        width: 120,
        height: 120,
        transform: [{ filter: "datum.sex == 'Girls and women'" }],
        title: "Girls and women",
        mark: "bar",
        encoding: { y: o("age", { axis: null, sort: "descending" }), x: q("n", { sort: "descending", title: null }) },
      },
      {
        width: 40,
        height: 120,
        view: { stroke: null },
        transform: [{ filter: "datum.sex == 'Boys and men'" }],
        mark: { type: "text", align: "center" },
        encoding: { y: o("age", { axis: null, sort: "descending" }), text: n("age") },
      },
      {
        width: 120,
        height: 120,
        transform: [{ filter: "datum.sex == 'Boys and men'" }],
        title: "Boys and men",
        mark: { type: "bar", color: "#c2570c" },
        encoding: { y: o("age", { axis: null, sort: "descending" }), x: q("n", { title: null }) },
      },
    ],
  },
  "marginal-histograms": {
    data: { values: cloud },
    bounds: "flush",
    spacing: 8,
    vconcat: [
      {
        width: 160,
        height: 40,
        mark: "bar",
        encoding: { x: q("x", { bin: true, axis: null }), y: count({ title: null }) },
      },
      {
        bounds: "flush",
        spacing: 8,
        hconcat: [
          {
            width: 160,
            height: 160,
            mark: "rect",
            encoding: { x: q("x", { bin: true }), y: q("y", { bin: true }), color: count({ legend: null }) },
          },
          {
            width: 40,
            height: 160,
            mark: "bar",
            encoding: { y: q("y", { bin: true, axis: null }), x: count({ title: null }) },
          },
        ],
      },
    ],
  },
};
