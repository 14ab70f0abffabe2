import { layers, n, o, plot, q, type Specs, t, value } from "./plot.ts";
import { areas, cloud, gappy, months, trend } from "./rows.ts";

const stops = [
  { offset: 0, color: "#12436d" },
  { offset: 0.5, color: "#2a9d8f" },
  { offset: 1, color: "#fbe9c6" },
];
const reversed = stops.map(({ offset, color }) => ({ offset: 1 - offset, color })).toReversed();
const blends = [
  "multiply",
  "screen",
  "overlay",
  "darken",
  "lighten",
  "color-dodge",
  "color-burn",
  "hard-light",
  "soft-light",
]
  .concat(["difference", "exclusion", "hue", "saturation", "color", "luminosity"])
  .map((blend) => ({
    title: blend,
    width: 70,
    height: 60,
    view: { fill: "#f4d58d" },
    layer: [
      { mark: { type: "rect", x: 6, x2: 45, y: 8, y2: 40, color: "#2a9d8f" } },
      { mark: { type: "rect", x: 24, x2: 64, y: 22, y2: 54, color: "#c2570c", blend } },
    ],
  }));
const strokes = ["butt", "round", "square"].flatMap((strokeCap) =>
  ["miter", "round", "bevel"].map((strokeJoin) => ({
    title: `${strokeCap}, ${strokeJoin}`,
    width: 110,
    height: 70,
    mark: { type: "line", strokeCap, strokeJoin, strokeWidth: 10 },
    encoding: { x: q("x", { axis: null }), y: q("y", { axis: null }) },
  })),
);
const zigzag = [0, 1, 2, 3].map((x) => ({ x, y: x % 2 ? 9 : 1 }));
const invalid = [
  "filter",
  "break-paths-filter-domains",
  "break-paths-show-domains",
  "break-paths-show-path-domains",
  "show",
].map((mode) => ({
  title: mode,
  width: 160,
  height: 80,
  mark: { type: "line", point: true, invalid: mode },
  encoding: { x: q("x"), y: q("y") },
}));

export const markStyleSpecs: Specs = {
  "opacity-layers": layers(cloud, { x: q("x"), y: q("y") }, [
    { mark: { type: "square", size: 500, fillOpacity: 0.3, strokeOpacity: 0.8, stroke: "#12436d", strokeWidth: 3 } },
    { mark: { type: "circle", opacity: 0.5, size: 80, color: "#c2570c" } },
  ]),
  "opacity-fill-and-stroke": plot(
    areas,
    { type: "bar", opacity: 0.5, stroke: "black", strokeWidth: 6, fill: "#2a9d8f" },
    { x: n("area"), y: q("n") },
  ),
  "blend-modes": { data: { values: [{}] }, columns: 5, concat: blends },
  "gradient-linear": plot(
    months,
    { type: "area", line: true, color: { gradient: "linear", x1: 1, y1: 1, x2: 1, y2: 0, stops } },
    { x: q("index"), y: q("rain") },
  ),
  "gradient-diagonal": plot(
    areas,
    { type: "bar", color: { gradient: "linear", x1: 0, y1: 0, x2: 1, y2: 1, stops } },
    { x: n("area"), y: q("n") },
  ),
  "gradient-radial": plot(
    areas,
    {
      type: "circle",
      opacity: 1,
      color: { gradient: "radial", x1: 0.35, y1: 0.35, r1: 0.05, x2: 0.5, y2: 0.5, r2: 0.5, stops: reversed },
    },
    { x: q("rate"), y: q("last"), size: q("n", { scale: { range: [200, 2000] } }) },
  ),
  "gradient-radial-bars": plot(
    areas,
    { type: "bar", color: { gradient: "radial", stops } },
    { x: n("area"), y: q("n") },
  ),
  "gradient-stroke": plot(
    months,
    { type: "line", strokeWidth: 8, stroke: { gradient: "linear", x1: 0, y1: 0, x2: 1, y2: 0, stops } },
    { x: q("index"), y: q("warmth") },
  ),
  "gradient-stroke-diagonal": plot(
    areas,
    { type: "bar", filled: false, strokeWidth: 6, stroke: { gradient: "linear", x1: 0, y1: 1, x2: 1, y2: 0, stops } },
    { x: n("area"), y: q("n") },
  ),
  "gradient-stroke-radial": plot(
    areas,
    { type: "point", filled: false, size: 900, strokeWidth: 8, stroke: { gradient: "radial", stops } },
    { x: q("rate"), y: q("last") },
  ),
  "gradient-transparent": layers(months, { x: q("index"), y: q("rain") }, [
    { mark: { type: "line", color: "black" } },
    {
      mark: {
        type: "area",
        color: {
          gradient: "linear",
          x1: 0,
          y1: 0,
          x2: 0,
          y2: 1,
          stops: [
            { offset: 0, color: "rgba(194, 87, 12, 0.9)" },
            { offset: 1, color: "rgba(194, 87, 12, 0)" },
          ],
        },
      },
    },
  ]),
  "dash-patterns": plot(
    trend,
    { type: "line", strokeCap: "butt" },
    {
      x: t("year"),
      y: q("n"),
      strokeDash: n("kind", {
        scale: {
          range: [
            [1, 0],
            [8, 4],
            [2, 2],
            [12, 3, 3],
          ],
        },
      }),
      strokeWidth: o("kind", { scale: { type: "ordinal", range: [1, 2, 3, 4] } }),
    },
  ),
  "dash-offset": plot(
    areas,
    { type: "bar", fill: "#e6edf3", stroke: "#12436d", strokeWidth: 2, strokeDash: [7, 5], strokeDashOffset: 4 },
    { x: n("area"), y: q("n") },
  ),
  "caps-and-joins": { data: { values: zigzag }, columns: 3, concat: strokes },
  "miter-limit": plot(
    zigzag,
    { type: "line", strokeJoin: "miter", strokeMiterLimit: 20, strokeWidth: 8 },
    { x: q("x"), y: q("y") },
  ),
  "corner-radii": plot(
    areas,
    {
      type: "bar",
      cornerRadiusTopLeft: 12,
      cornerRadiusTopRight: 3,
      cornerRadiusBottomRight: 7,
      cornerRadiusBottomLeft: 0,
    },
    { x: n("area"), y: q("n") },
  ),
  "clipped-line": plot(
    trend,
    { type: "line", clip: true, strokeWidth: 5 },
    { x: t("year"), y: q("n", { scale: { domain: [55, 90] } }), color: n("kind") },
  ),
  "clipped-points": plot(
    cloud,
    { type: "circle", clip: true, size: 400 },
    { x: q("x", { scale: { domain: [30, 60] } }), y: q("y", { scale: { domain: [40, 70] } }) },
  ),
  "view-frame": plot(
    cloud,
    "point",
    { x: q("x"), y: q("y") },
    { view: { fill: "#f2f5f8", stroke: "#12436d", strokeWidth: 2, cornerRadius: 14, strokeDash: [6, 3] } },
  ),
  "background-colour": plot(areas, "bar", { y: n("area"), x: q("n") }, { background: "#fff4e0", padding: 18 }),
  "invalid-values": { data: { values: gappy }, columns: 2, concat: invalid },
  "invalid-area": plot(gappy, { type: "area", point: true }, { x: q("x"), y: q("y") }),
  "invalid-bars": plot(gappy, "bar", { x: o("x"), y: q("y") }),
  "offsets-of-marks": plot(
    areas,
    { type: "point", xOffset: 8, yOffset: -6, filled: true, size: 80 },
    { x: n("area"), y: q("n"), color: { value: "#c2570c" }, strokeWidth: value(0) },
  ),
};
