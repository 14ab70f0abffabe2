import { n, o, plot, q, type Specs, t } from "./plot.ts";
import { areas, cells, cloud, dailyRows, months } from "./rows.ts";

const powers = Array.from({ length: 9 }, (_, index) => ({
  x: index - 4,
  y: Math.round(10 * 3 ** index) / 10,
  area: `${index}`,
}));
const signed = powers.map(({ x, y }) => ({ x, y: x < 0 ? -y * 30 : y }));

const line = { type: "line", point: true };
const squares = { type: "square", size: 150, opacity: 1 };
const coloured = (scale: object, legend: object = {}) =>
  plot(cloud, squares, { x: q("x"), y: q("y"), color: q("size", { scale, legend }) });

export const scaleSpecs: Specs = {
  "scale-linear-nice-domain": plot(months, line, {
    x: q("index", { scale: { domain: [-1, 12.5], nice: false } }),
    y: q("warmth", { scale: { zero: false, nice: 10, padding: 12 } }),
  }),
  "scale-log": plot(powers, line, { x: q("x"), y: q("y", { scale: { type: "log" } }) }),
  "scale-log-base-2": plot(powers, line, {
    x: o("x"),
    y: q("y", { scale: { type: "log", base: 2, domain: [1, 8192] } }),
  }),
  "scale-pow": plot(powers, line, { x: q("x"), y: q("y", { scale: { type: "pow", exponent: 0.25 } }) }),
  "scale-sqrt": plot(powers, line, { x: q("x"), y: q("y", { scale: { type: "sqrt" } }) }),
  "scale-symlog": plot(signed, line, { x: q("x"), y: q("y", { scale: { type: "symlog", constant: 10 } }) }),
  "scale-none": plot(
    areas.map((row, index) => ({ ...row, colour: ["#12436d", "#c2570c", "#2a9d8f"][index % 3], points: row.n * 4 })),
    { type: "point", filled: true },
    {
      x: q("n"),
      y: q("last"),
      color: n("colour", { scale: null }),
      size: q("points", { scale: null }),
    },
  ),
  "scale-time": plot(dailyRows, "line", { x: t("date"), y: q("price", { scale: { zero: false } }) }),
  "scale-utc": plot(dailyRows, "line", { x: t("date", { scale: { type: "utc", nice: "month" } }), y: q("price") }),
  "scale-band-padding": plot(areas, "bar", {
    x: n("area", { scale: { paddingInner: 0.6, paddingOuter: 0.3, align: 0 } }),
    y: q("n"),
  }),
  "scale-point": plot(areas, line, { x: n("area", { scale: { type: "point", padding: 1 } }), y: q("n") }),
  "scale-reversed": plot(areas, "bar", {
    x: n("area", { scale: { reverse: true } }),
    y: q("n", { scale: { reverse: true } }),
  }),
  "scale-sorted-by-list": plot(areas, "bar", { x: n("area", { sort: ["Frome", "Corby", "Bexhill"] }), y: q("n") }),
  "scale-quantize": coloured({ type: "quantize", scheme: "blues", count: 5 }),
  "scale-quantile": coloured({ type: "quantile", scheme: "purples" }),
  "scale-threshold": coloured({ type: "threshold", domain: [30, 60, 80], scheme: "viridis" }),
  "scale-bin-ordinal": plot(cloud, squares, {
    x: q("x"),
    y: q("y"),
    color: q("size", { bin: true, scale: { type: "bin-ordinal", scheme: "goldorange" } }),
  }),
  "scale-ordinal-range": plot(areas, "bar", {
    x: n("area"),
    y: q("n"),
    color: n("group", { scale: { domain: ["North", "South"], range: ["#8e7bcf", "#4f321f"] } }),
  }),
  "scale-sequential": coloured({ scheme: "plasma" }),
  "scale-diverging-middle": coloured({ scheme: "redblue", domainMid: 40 }),
  "scale-colour-log": plot(powers, squares, {
    x: q("x"),
    y: q("y", { scale: { type: "log" } }),
    color: q("y", { scale: { type: "log", scheme: "magma" } }),
  }),
  "scale-range-interpolated": coloured({ range: ["#fff4e0", "#c2570c", "#1b2733"], interpolate: "lab" }),
  "scale-scheme-part": coloured({ scheme: { name: "turbo", extent: [0.2, 0.8] } }),
  "scale-schemes-nominal": {
    data: { values: areas },
    columns: 3,
    concat: ["category10", "accent", "dark2", "paired", "set3", "tableau20"].map((scheme) => ({
      title: scheme,
      width: 120,
      height: 40,
      mark: "bar",
      encoding: { x: n("area", { axis: null }), color: n("area", { scale: { scheme }, legend: null }) },
      resolve: { scale: { color: "independent" } },
    })),
    resolve: { scale: { color: "independent" } },
  },
  "scale-size-and-opacity": plot(cells, "circle", {
    x: o("week"),
    y: o("day", { sort: null }),
    size: q("n", { scale: { type: "quantize", range: [20, 80, 160, 300] } }),
    opacity: q("n", { scale: { range: [0.3, 1] }, legend: null }),
  }),
  "scale-clamped": plot(
    months,
    { type: "point", filled: true },
    { x: q("index", { scale: { domain: [2, 8], clamp: true } }), y: q("rain") },
  ),
};
