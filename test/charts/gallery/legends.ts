import { count, n, o, plot, q, type Specs, t } from "./plot.ts";
import { areas, cells, cloud, dailyRows, trend } from "./rows.ts";

const orients = ["left", "right", "top", "bottom", "top-left", "top-right", "bottom-left", "bottom-right"];
const byOrient = orients.map((orient): [string, object] => [
  `legend-${orient}`,
  plot(
    cloud,
    { type: "point", filled: true },
    {
      x: q("x"),
      y: q("y"),
      color: n("kind", {
        legend: {
          orient,
          ...(orient.includes("-") ? { fillColor: "white", strokeColor: "#12436d", padding: 6, cornerRadius: 4 } : {}),
        },
      }),
    },
  ),
]);
const lines = (legend: object) => plot(trend, "line", { x: t("year"), y: q("n"), color: n("kind", { legend }) });
const heat = (legend: object, scale: object = {}) =>
  plot(cells, "rect", { x: o("week"), y: o("day", { sort: null }), color: q("n", { legend, scale }) });

export const legendSpecs: Specs = {
  ...Object.fromEntries(byOrient),
  "legend-at-place": lines({ orient: "none", legendX: 150, legendY: 10, direction: "vertical", title: null }),
  "legend-columns": plot(areas, "bar", {
    y: n("area"),
    x: q("n"),
    color: n("area", { legend: { columns: 3, orient: "bottom", titleOrient: "left" } }),
  }),
  "legend-symbols": lines({
    symbolType: "stroke",
    symbolSize: 300,
    symbolStrokeWidth: 4,
    rowPadding: 8,
    orient: "right",
    titlePadding: 10,
  }),
  "legend-symbol-dashes": plot(trend, "line", {
    x: t("year"),
    y: q("n"),
    strokeDash: n("kind"),
    color: n("kind", { legend: { symbolType: "stroke", symbolSize: 400, orient: "right" } }),
  }),
  "legend-label-expression": lines({
    orient: "right",
    labelExpr: "upper(datum.label) + ' (' + datum.index + ')'",
    labelFontStyle: "italic",
    labelLimit: 60,
  }),
  "legend-gradient-horizontal": heat({ orient: "bottom", gradientLength: 200, gradientThickness: 12, tickCount: 3 }),
  "legend-gradient-vertical": heat(
    { orient: "right", gradientStrokeColor: "black", gradientStrokeWidth: 1, titleLimit: 80 },
    { scheme: "viridis" },
  ),
  "legend-gradient-reversed": heat(
    { orient: "right", direction: "vertical", format: ".1f" },
    { reverse: true, scheme: "spectral" },
  ),
  "legend-discretised": heat(
    { orient: "bottom", gradientLength: 180 },
    { type: "threshold", domain: [40, 55, 80], scheme: "orangered" },
  ),
  "legend-quantize": heat({ orient: "right" }, { type: "quantize", scheme: "tealblues", count: 4 }),
  "legend-as-symbols": heat({ type: "symbol", orient: "right", symbolType: "circle" }),
  "legend-sizes": plot(
    cloud,
    { type: "circle", opacity: 0.5 },
    {
      x: q("x"),
      y: q("y"),
      size: q("size", { legend: { orient: "right", values: [20, 60, 100], symbolFillColor: "#c2570c" } }),
      color: n("kind"),
    },
  ),
  "legend-shape-and-colour": plot(cloud, "point", {
    x: q("x"),
    y: q("y"),
    shape: n("sort", { legend: { orient: "right" } }),
    color: n("sort"),
  }),
  "legend-dates": plot(dailyRows, "circle", {
    x: t("date"),
    y: q("price"),
    color: t("date", { legend: { orient: "bottom", format: "%b", gradientLength: 220 }, scale: { scheme: "cividis" } }),
  }),
  "legend-binned": plot(
    cloud,
    "circle",
    {
      x: q("x"),
      y: q("y"),
      size: q("size", { bin: { maxbins: 4 }, legend: { orient: "right" } }),
      color: count({ legend: null }),
    },
    {
      encoding: { x: q("x"), y: q("y"), size: q("size", { bin: { maxbins: 4 }, legend: { orient: "right" } }) },
    },
  ),
  "legend-dots-in-a-row": lines({
    orient: "top",
    direction: "horizontal",
    symbolType: "circle",
    symbolSize: 120,
    columnPadding: 24,
    labelFontSize: 14,
    titleFontWeight: "bold",
  }),
};
