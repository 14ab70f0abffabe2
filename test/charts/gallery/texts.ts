import { layers, n, o, plot, q, type Specs, t, value } from "./plot.ts";
import { areas, months, trend } from "./rows.ts";

const dots = (mark: object, encoding: object = {}, more: object = {}) =>
  layers(
    areas,
    { x: q("rate"), y: q("n") },
    [
      { mark: { type: "point", filled: true, size: 20 } },
      { mark: { type: "text", ...mark }, encoding: { text: n("area"), ...encoding } },
    ],
    more,
  );

const places = ["left", "center", "right"].flatMap((align, column) =>
  ["alphabetic", "top", "middle", "bottom", "line-top", "line-bottom"].map((baseline, row) => ({
    align,
    column,
    baseline,
    row,
  })),
);

const arabic = [
  { area: "أشفورد", n: 28 },
  { area: "بكسهيل", n: 55 },
  { area: "كوربي (شمال)", n: 43 },
  { area: "دنويتش 2021", n: 91 },
  { area: "مُحَمَّدِيَّة", n: 35 },
];
const hebrew = [
  { area: "צפון", n: 31 },
  { area: "דרום (2020)", n: 64 },
  { area: "מזרח Kent", n: 47 },
  { area: "שָׁלוֹם", n: 20 },
];
const mixed = [
  { area: "Kent – كينت", n: 12 },
  { area: "צפון London 12", n: 30 },
  { area: "Pâté, Gŵyr, Žižkov", n: 22 },
  { area: "12 (عام 2021) cases", n: 18 },
];
const rtlBars = (rows: readonly { area: string; n: number }[], more: object = {}) =>
  plot(rows, { type: "bar", height: { band: 0.7 } }, { y: n("area", { axis: { title: null } }), x: q("n") }, more);

export const textSpecs: Specs = {
  "text-offsets": dots({ align: "left", dx: 7, dy: 3 }),
  "text-turned": dots({ angle: 35, align: "left", dx: 6 }),
  "text-turned-by-field": dots(
    { fontSize: 14 },
    { angle: q("last", { scale: { domain: [20, 90], range: [-60, 60] } }), color: n("group") },
  ),
  "text-styles": dots({ fontStyle: "italic", fontWeight: "bold", fontSize: 15, color: "#8e7bcf", dy: -10 }),
  "text-limit": dots({ limit: 34, align: "left", dx: 6 }),
  "text-ellipsis": dots({ limit: 38, ellipsis: "~", align: "left", dx: 6 }),
  "text-stroke": dots({
    fontSize: 22,
    fontWeight: "bold",
    stroke: "#c2570c",
    strokeWidth: 1,
    fill: "#fbe9c6",
    dy: -12,
  }),
  "text-halo": layers(areas, { x: q("rate"), y: q("n") }, [
    { mark: { type: "area", color: "#8091a3" } },
    { mark: { type: "text", stroke: "white", strokeWidth: 3, strokeJoin: "round" }, encoding: { text: n("area") } },
    { mark: "text", encoding: { text: n("area") } },
  ]),
  "text-opacity": dots({ opacity: 0.4, fontSize: 24, blend: "multiply" }),
  "text-lines": dots(
    { lineBreak: "|", lineHeight: 15, align: "center", baseline: "line-top", dy: 6 },
    { text: { field: "label", type: "nominal" } },
    {
      transform: [{ calculate: "datum.area + '|' + datum.n + ' cases'", as: "label" }],
    },
  ),
  "text-lines-turned": plot(
    areas.slice(0, 3),
    { type: "text", angle: -30, lineBreak: "\n", align: "right" },
    { x: n("area"), text: n("label") },
    {
      transform: [{ calculate: "datum.area + '\\n' + datum.group + '\\nthird line'", as: "label" }],
    },
  ),
  "text-baselines": {
    width: 480,
    height: 260,
    data: { values: places },
    layer: [
      { mark: { type: "rule", opacity: 0.4 }, encoding: { y: o("row", { axis: null }) } },
      ...places.map(({ align, baseline, column, row }) => ({
        transform: [{ filter: `datum.column === ${column} && datum.row === ${row}` }],
        mark: { type: "text", align, baseline, fontSize: 16 },
        encoding: {
          x: o("column", { axis: null, scale: { domain: [0, 1, 2] } }),
          y: o("row"),
          text: { value: `${baseline} ġy` },
        },
      })),
    ],
  },
  "text-sizes": plot(
    areas,
    { type: "text", baseline: "middle" },
    { x: q("rate"), y: q("n"), text: n("area"), size: q("n", { scale: { range: [6, 30] }, legend: null }) },
  ),
  "text-formats": plot(
    months,
    { type: "text" },
    { x: o("month", { sort: null }), y: q("warmth"), text: q("warmth", { format: "+.2f" }) },
    { width: 460 },
  ),
  "text-dates": plot(
    trend.slice(0, 10),
    { type: "text", angle: 270 },
    { x: t("year"), y: q("n"), text: t("year", { format: "%B %Y" }) },
  ),
  "text-conditions": plot(
    areas,
    { type: "text", fontSize: 16 },
    {
      x: n("area"),
      y: q("n"),
      text: { condition: { test: "datum.n > 50", value: "▲" }, value: "▼" },
      color: { condition: { test: "datum.n > 50", value: "#2a9d8f" }, value: "#c2570c" },
    },
  ),
  "text-kerning-and-ligatures": plot(
    ["AVATAR To fi ffl", "Wave “quotes” – 1½ € £", "½ × 3 ≤ 4 ± 0.5", "Łódź, Đà Nẵng, Ħal"].map((words, row) => ({
      words,
      row,
    })),
    { type: "text", fontSize: 20, align: "left", x: 4 },
    { y: o("row", { axis: null }), text: n("words") },
  ),
  "title-and-subtitle": plot(
    areas,
    "bar",
    { x: n("area"), y: q("n") },
    {
      title: {
        text: "Offences by district",
        subtitle: ["recorded in one year,", "per hundred thousand people"],
        subtitlePadding: 6,
      },
    },
  ),
  "title-lines-centred": plot(
    areas,
    "bar",
    { x: n("area"), y: q("n") },
    {
      title: {
        text: ["A title of", "two lines"],
        anchor: "middle",
        fontSize: 18,
        fontStyle: "italic",
        lineHeight: 24,
        color: "#c2570c",
      },
    },
  ),
  "title-at-bottom": plot(
    areas,
    "bar",
    { x: n("area"), y: q("n") },
    {
      title: {
        text: "Source: made up",
        orient: "bottom",
        anchor: "end",
        fontSize: 10,
        fontWeight: "normal",
        offset: 4,
      },
    },
  ),
  "title-on-the-left": plot(
    areas,
    "bar",
    { x: n("area"), y: q("n") },
    { title: { text: "On the side", orient: "left", anchor: "middle" } },
  ),
  "title-turned-and-cut": plot(
    areas,
    "bar",
    { x: n("area"), y: q("n") },
    { title: { text: "A title that is much too long for this small chart, and is cut", limit: 200, angle: 0, dx: 10 } },
  ),
  "arabic-labels": rtlBars(arabic, { title: "الجرائم حسب المنطقة" }),
  "arabic-turned-title": plot(arabic, "bar", {
    x: n("area", { title: "المنطقة", axis: { labelAngle: -40 } }),
    y: q("n", {
      axis: {
        title: "عدد الحالات",
        titleAngle: -90,
        titleAnchor: "middle",
        titleX: -34,
        titleY: 80,
        titleAlign: "center",
      },
    }),
  }),
  "hebrew-labels": rtlBars(hebrew, { title: "עבירות לפי אזור" }),
  "mixed-directions": rtlBars(mixed, { title: "Kent (كينت) and צפון" }),
  "right-to-left-marks": plot(
    [...arabic, ...hebrew],
    { type: "text", dir: "rtl", align: "right", fontSize: 16, limit: 90 },
    { y: n("area", { axis: null }), text: n("area"), x: value(200) },
  ),
  "font-sizes-by-config": plot(
    areas,
    "bar",
    { x: n("area"), y: q("n") },
    {
      config: { axis: { labelFontSize: 9, titleFontSize: 15, titleFontWeight: "bold" }, bar: { color: "#4f321f" } },
    },
  ),
};
