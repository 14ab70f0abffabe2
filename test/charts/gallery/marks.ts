import { count, layers, n, o, plot, q, type Specs, t, value } from "./plot.ts";
import { areas, cells, cloud, dailyRows, measurements, months, tasks, trend } from "./rows.ts";

const symbols = [
  "circle",
  "square",
  "cross",
  "diamond",
  "triangle-up",
  "triangle-down",
  "triangle-right",
  "triangle-left",
]
  .concat(["triangle", "arrow", "wedge", "stroke"])
  .map((shape, index) => ({ shape, column: index % 4, row: Math.floor(index / 4) }));
const paths = [
  "M-1,-1H1V1H-1Z",
  "M0,-1L0.95,-0.31L0.59,0.81L-0.59,0.81L-0.95,-0.31Z",
  "M-1,0C-1,-1.3 1,-1.3 1,0S-1,1.3 -1,0Z",
  "M0,1L-1,-0.2A0.5,0.5 0 0 1 0,-0.6A0.5,0.5 0 0 1 1,-0.2Z",
].map((shape, index) => ({ shape, index }));
const interpolations = ["basis", "basis-open", "basis-closed", "bundle", "cardinal", "cardinal-open", "cardinal-closed"]
  .concat(["catmull-rom", "linear", "linear-closed", "monotone", "natural", "step", "step-before", "step-after"])
  .map((interpolate) => ({
    title: interpolate,
    width: 90,
    height: 60,
    mark: { type: "line", interpolate, tension: 0.6, point: { size: 12 } },
    encoding: { x: q("index", { axis: null }), y: q("rain", { axis: null }) },
  }));

export const markSpecs: Specs = {
  "arc-pie": plot(areas, { type: "arc", stroke: "white" }, { theta: q("n"), color: n("area") }),
  "arc-donut-labels": layers(areas, { theta: q("n", { stack: true }), color: n("area", { legend: null }) }, [
    { mark: { type: "arc", innerRadius: 36, outerRadius: 62, padAngle: 0.03, cornerRadius: 4 } },
    { mark: { type: "text", radius: 76 }, encoding: { text: q("n") } },
  ]),
  "arc-ends-given": plot(
    months.map(({ index, rain }) => ({ from: index / 12, to: (index + 0.8) / 12, rain })),
    { type: "arc", stroke: "#1b2733", strokeWidth: 0.5 },
    {
      theta: q("from", { scale: { range: [0, 6.2832], domain: [0, 1] } }),
      theta2: { field: "to" },
      radius: q("rain", { scale: { range: [20, 80], zero: true } }),
      radius2: { datum: 30 },
      fill: q("rain", { legend: null }),
      fillOpacity: value(0.8),
    },
  ),
  "arc-radial-plot": layers(
    areas,
    { theta: q("n", { stack: true }), radius: q("n", { scale: { type: "sqrt", zero: true, rangeMin: 20 } }) },
    [
      { mark: { type: "arc", stroke: "#fff", strokeWidth: 2 }, encoding: { color: n("area", { legend: null }) } },
      { mark: { type: "text", radiusOffset: 10 }, encoding: { text: q("n") } },
    ],
  ),
  "area-line-points": plot(
    months,
    { type: "area", line: true, point: { filled: false, fill: "white" }, opacity: 0.4 },
    { x: o("month", { sort: null }), y: q("rain") },
  ),
  "area-stacked": plot(trend, "area", { x: t("year"), y: q("n"), color: n("kind") }),
  "area-normalized": plot(trend, "area", {
    x: t("year"),
    y: q("n", { stack: "normalize", axis: { format: "%" } }),
    color: n("kind"),
  }),
  "area-streamgraph": plot(
    trend,
    { type: "area", interpolate: "monotone" },
    { x: t("year", { axis: { domain: false } }), y: q("n", { stack: "center", axis: null }), color: n("kind") },
  ),
  "area-range": plot(
    months,
    { type: "area", interpolate: "cardinal" },
    { x: q("index"), y: q("warmth"), y2: { field: "rain" } },
  ),
  "bar-horizontal": plot(areas, "bar", { y: n("area", { sort: "-x" }), x: q("n") }),
  "bar-grouped": plot(
    trend.filter(({ year }) => year < "2014"),
    "bar",
    { x: n("year"), y: q("n"), xOffset: n("kind"), color: n("kind") },
  ),
  "bar-stacked": plot(trend, "bar", { x: o("year"), y: q("n"), color: n("kind") }),
  "bar-gantt": plot(
    tasks,
    { type: "bar", height: { band: 0.6 } },
    { y: n("task", { sort: null }), x: t("from"), x2: { field: "to" }, color: n("who") },
  ),
  "bar-diverging": plot(
    areas,
    "bar",
    {
      y: n("area"),
      x: q("change"),
      color: { condition: { test: "datum.change < 0", value: "#c2570c" }, value: "#12436d" },
    },
    { transform: [{ calculate: "datum.n - datum.last", as: "change" }] },
  ),
  "bar-histogram": plot(
    measurements,
    { type: "bar", binSpacing: 0 },
    { x: q("v", { bin: { maxbins: 20 } }), y: count() },
  ),
  "bar-corner-radius": plot(
    areas,
    { type: "bar", cornerRadiusEnd: 8, stroke: "#1b2733", strokeWidth: 2 },
    { x: n("area"), y: q("n") },
  ),
  "bar-labels-inside": layers(areas, { y: n("area"), x: q("n") }, [
    { mark: "bar" },
    { mark: { type: "text", align: "right", dx: -4, color: "white" }, encoding: { text: q("n") } },
  ]),
  "boxplot-min-max": plot(measurements, { type: "boxplot", extent: "min-max" }, { x: n("group"), y: q("v") }),
  "boxplot-outliers": plot(
    measurements,
    { type: "boxplot", extent: 1.5, size: 24, median: { color: "white" }, ticks: true, outliers: { shape: "diamond" } },
    { y: n("group"), x: q("v"), color: n("group", { legend: null }) },
  ),
  "circle-bubbles": plot(
    cloud,
    { type: "circle", opacity: 0.6 },
    { x: q("x"), y: q("y"), size: q("size"), color: n("kind") },
  ),
  "errorband-line": layers(measurements, { x: n("group", { sort: null }), y: q("v") }, [
    { mark: { type: "errorband", extent: "stdev", borders: { strokeDash: [4, 2] } } },
    { mark: "line", encoding: { y: q("v", { aggregate: "mean" }) } },
  ]),
  "errorbar-ticks": layers(measurements, { y: n("group"), x: q("v", { scale: { zero: false } }) }, [
    { mark: { type: "errorbar", extent: "stderr", ticks: { color: "#c2570c" } } },
    { mark: { type: "point", filled: true, color: "black" }, encoding: { x: q("v", { aggregate: "mean" }) } },
  ]),
  "errorbar-confidence": plot(
    measurements,
    { type: "errorbar", extent: "ci", ticks: true },
    { x: n("group"), y: q("v", { scale: { zero: false } }) },
  ),
  "errorbar-by-error": layers(
    areas.map(({ area, n: middle, rate }) => ({ area, middle, below: -rate * 2, above: rate })),
    { y: n("area") },
    [
      { mark: "errorbar", encoding: { x: q("middle"), xError: q("above"), xError2: { field: "below" } } },
      {
        mark: { type: "point", filled: true },
        encoding: { x: q("middle"), stroke: value("white"), strokeOpacity: value(0.9) },
      },
    ],
  ),
  "errorband-by-error": layers(
    areas.map(({ area, n: middle, rate }) => ({ area, middle, below: -rate * 2, above: rate })),
    { x: n("area", { sort: null }) },
    [
      { mark: "errorband", encoding: { y: q("middle"), yError: q("above"), yError2: { field: "below" } } },
      { mark: "line", encoding: { y: q("middle") } },
    ],
  ),
  "errorbar-given": plot(
    areas.map(({ area, n: count }) => ({ area, low: count - 6, high: count + 9 })),
    { type: "errorbar", rule: { strokeWidth: 3 } },
    { x: n("area"), y: q("low", { title: "interval" }), y2: { field: "high" } },
  ),
  "line-series": plot(
    trend,
    { type: "line", point: true },
    { x: t("year"), y: q("n"), color: n("kind"), strokeDash: n("kind") },
  ),
  "line-detail": plot(
    trend,
    { type: "line", strokeWidth: 1 },
    { x: t("year"), y: q("n"), detail: n("kind"), opacity: value(0.5) },
  ),
  "line-order": plot(
    months,
    { type: "line", point: { size: 20 } },
    { x: q("rain", { scale: { zero: false } }), y: q("warmth"), order: q("index") },
  ),
  "line-interpolations": { data: { values: months }, columns: 4, concat: interpolations },
  "point-shapes": plot(
    symbols,
    { type: "point", size: 180 },
    {
      x: o("column", { axis: null }),
      y: o("row", { axis: null }),
      shape: n("shape", {
        scale: { domain: symbols.map(({ shape }) => shape), range: symbols.map(({ shape }) => shape) },
      }),
    },
  ),
  "point-paths": plot(
    paths,
    { type: "point", size: 500, filled: false, strokeWidth: 2, fill: "#e6edf3" },
    { x: o("index"), shape: { field: "shape", type: "nominal", scale: null } },
  ),
  "point-turned": plot(
    cloud.slice(0, 24),
    { type: "point", shape: "wedge", filled: true, size: 160 },
    { x: q("x"), y: q("y"), angle: q("size", { scale: { domain: [10, 100], range: [0, 360] } }) },
  ),
  "rect-heatmap": plot(cells, "rect", { x: o("week"), y: o("day", { sort: null }), color: q("n") }),
  "rect-binned": plot(cloud, "rect", {
    x: q("x", { bin: { maxbins: 12 } }),
    y: q("y", { bin: { maxbins: 10 } }),
    color: count({ scale: { scheme: "greenblue" } }),
  }),
  "rect-bands-behind": layers(dailyRows, {}, [
    {
      data: {
        values: [
          { from: "2021-01-20", to: "2021-02-15", name: "first" },
          { from: "2021-03-05", to: "2021-03-20", name: "second" },
        ],
      },
      mark: { type: "rect", opacity: 0.5 },
      encoding: { x: t("from", { title: null }), x2: { field: "to" }, color: n("name") },
    },
    { mark: "line", encoding: { x: t("date"), y: q("price") } },
  ]),
  "rule-means": layers(measurements, { y: q("v") }, [
    { mark: { type: "tick", thickness: 1, opacity: 0.5 }, encoding: { x: n("group") } },
    { mark: { type: "rule", strokeWidth: 2, color: "#c2570c" }, encoding: { y: q("v", { aggregate: "mean" }) } },
  ]),
  "rule-ranges": plot(
    areas,
    { type: "rule", strokeWidth: 6, strokeCap: "round" },
    { y: n("area"), x: q("n"), x2: { field: "last" }, color: n("group") },
  ),
  "square-grid": plot(
    cells,
    { type: "square", filled: true },
    { x: o("day", { sort: null }), y: o("week"), size: q("n"), color: q("n", { legend: null }) },
  ),
  "text-table": layers(cells, { x: o("week"), y: o("day", { sort: null }) }, [
    { mark: "rect", encoding: { color: q("n", { legend: null }) } },
    {
      mark: "text",
      encoding: { text: q("n"), color: { condition: { test: "datum.n > 60", value: "white" }, value: "black" } },
    },
  ]),
  "tick-strip": plot(
    measurements,
    { type: "tick", thickness: 2, bandSize: 20 },
    { x: q("v"), y: n("group"), color: n("part") },
  ),
  "trail-width": plot(months, { type: "trail" }, { x: q("index"), y: q("warmth"), size: q("rain") }),
  lollipop: layers(areas, { y: n("area"), x: q("n") }, [
    { mark: "rule" },
    { mark: { type: "circle", size: 120, opacity: 1 } },
  ]),
  candlestick: layers(
    dailyRows.slice(0, 20).map((row, index) => ({
      ...row,
      open: row.price - ((index * 5) % 7) + 3,
      low: row.price - 6,
      high: row.price + 7,
    })),
    { x: t("date"), color: { condition: { test: "datum.open < datum.price", value: "#2a9d8f" }, value: "#c2570c" } },
    [
      { mark: "rule", encoding: { y: q("low", { scale: { zero: false }, title: "price" }), y2: { field: "high" } } },
      { mark: { type: "bar", size: 7 }, encoding: { y: q("open"), y2: { field: "price" } } },
    ],
  ),
};
