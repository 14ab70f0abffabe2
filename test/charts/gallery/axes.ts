import { n, o, plot, q, type Specs, t } from "./plot.ts";
import { areas, cloud, dailyRows, months } from "./rows.ts";

const bars = (x: object, y: object, more: object = {}) =>
  plot(areas, "bar", { x: n("area", { axis: x }), y: q("n", { axis: y }) }, more);
const longNames = areas.map((row) => ({ ...row, area: `The district council of ${row.area} and its many villages` }));

export const axisSpecs: Specs = {
  "axis-top-and-right": bars({ orient: "top" }, { orient: "right", titleAngle: 90 }),
  "axis-turned-labels": bars({ labelAngle: -45 }, {}),
  "axis-upright-labels": bars({ labelAngle: 270, labelBaseline: "middle" }, { labelAngle: 30 }),
  "axis-multi-line-labels": bars(
    { labelExpr: "[datum.label, 'second line', 'third']", labelAngle: 0, labelLineHeight: 16 },
    {},
  ),
  "axis-label-expression": bars(
    {},
    { labelExpr: "datum.value > 50 ? datum.label + ' cases' : '(' + datum.label + ')'" },
  ),
  "axis-label-limit": plot(longNames, "bar", { y: n("area", { axis: { labelLimit: 120 } }), x: q("n") }),
  "axis-grid-dash": bars(
    { grid: true, gridDash: [2, 4] },
    { gridDash: [6, 2], gridColor: "#c2570c", gridWidth: 1.5, gridOpacity: 0.6 },
  ),
  "axis-grid-above": bars({}, { zindex: 1, gridColor: "white", gridWidth: 2 }),
  "axis-ticks-and-domain": bars(
    {
      ticks: true,
      tickSize: 10,
      tickWidth: 3,
      tickColor: "#c2570c",
      tickDash: [3, 1],
      domain: true,
      domainWidth: 3,
      domainCap: "round",
    },
    { ticks: true, tickCount: 10, tickOffset: 4, domain: true, domainDash: [4, 4], domainColor: "black" },
  ),
  "axis-bands": bars({ ticks: true, tickBand: "extent", grid: true, bandPosition: 0.2 }, {}),
  "axis-offset": bars({ offset: 12, domain: true }, { offset: 20, domain: true, minExtent: 60 }),
  "axis-position": plot(
    cloud.map(({ x, y }) => ({ x: x - 45, y: y - 55 })),
    "point",
    {
      x: q("x", { axis: { offset: -80, domain: true, ticks: true } }),
      y: q("y", { axis: { offset: -120, domain: true, ticks: true } }),
    },
  ),
  "axis-values": plot(months, "line", {
    x: q("index", { axis: { values: [0, 3, 6, 9], grid: true } }),
    y: q("rain", { axis: { values: [0, 47.5, 95], format: ".1f" } }),
  }),
  "axis-formats": plot(
    areas.map(({ area, n: count }) => ({ area, n: count * 12345.6 })),
    "point",
    {
      x: q("n", { axis: { format: "s" } }),
      y: q("n", { axis: { format: ",.2r" } }),
      tooltip: q("n"),
      size: q("n", { legend: { format: "~e" } }),
    },
  ),
  "axis-dates": plot(dailyRows, "line", {
    x: t("date", { axis: { format: "%d %b", labelAngle: -30, tickCount: "week" } }),
    y: q("price"),
  }),
  "axis-dates-two-lines": plot(dailyRows, "line", {
    x: t("date", {
      axis: { tickCount: 4, labelExpr: "[utcFormat(datum.value, '%b'), utcFormat(datum.value, '%Y')]", grid: true },
    }),
    y: q("price"),
  }),
  "axis-conditions": plot(months, "bar", {
    x: o("month", {
      sort: null,
      axis: {
        labelColor: { condition: { test: "datum.value == 'Jul'", value: "#c2570c" }, value: "#4d5b69" },
        labelFontWeight: { condition: { test: "datum.value == 'Jul'", value: "bold" }, value: "normal" },
      },
    }),
    y: q("warmth", { axis: { gridDash: { condition: { test: "datum.value === 10", value: [] }, value: [2, 2] } } }),
  }),
  "axis-titles": bars(
    {
      title: ["Districts of the county", "in two lines"],
      titleAnchor: "middle",
      titleFontStyle: "italic",
      titlePadding: 16,
    },
    {
      title: "Turned title",
      titleAngle: -90,
      titleAlign: "center",
      titleAnchor: "middle",
      titleBaseline: "bottom",
      titleX: -40,
      titleY: 80,
    },
  ),
  "axis-labels-inside": plot(
    areas,
    { type: "bar", color: "#cfd8e0" },
    {
      y: n("area", { axis: { labelAlign: "left", labelPadding: -6, zindex: 1, title: null } }),
      x: q("n", { axis: { labelFlush: true, labelOverlap: "greedy", labelSeparation: 12 } }),
    },
  ),
  "axis-none": plot(areas, "bar", { x: n("area", { axis: null }), y: q("n", { axis: null }) }),
  "axis-crowded": plot(
    dailyRows,
    "bar",
    { x: o("date", { axis: { labelOverlap: true, labelAngle: -90 } }), y: q("price") },
    { width: 400 },
  ),
};
