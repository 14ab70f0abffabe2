import { n, q, type Specs } from "./plot.ts";
import { continents, counties, states, towns } from "./shapes.ts";

const map = (values: readonly object[], projection: object, encoding: object = {}, mark: object = {}) => ({
  width: 240,
  height: 200,
  projection,
  data: { values },
  mark: { type: "geoshape", stroke: "white", ...mark },
  encoding,
});
const byFigure = { color: q("properties.n", { title: "n" }) };

const world = (projection: object) => ({
  width: 260,
  height: 180,
  projection,
  layer: [
    { data: { sphere: true }, mark: { type: "geoshape", fill: "#e6f0f7" } },
    {
      data: { graticule: { step: [20, 20] } },
      mark: { type: "geoshape", stroke: "#8091a3", strokeWidth: 0.5, filled: false },
    },
    { data: { values: continents }, mark: { type: "geoshape", fill: "#2a9d8f", stroke: "white" } },
  ],
});
const projections = [
  "azimuthalEqualArea",
  "azimuthalEquidistant",
  "conicConformal",
  "conicEqualArea",
  "conicEquidistant",
]
  .concat(["equirectangular", "gnomonic", "naturalEarth1", "stereographic", "transverseMercator", "albers"])
  .map((type) => ({
    ...world({ type, ...(/gnomonic|stereographic|conicConformal/.test(type) ? { clipAngle: 60 } : {}) }),
    title: type,
    width: 130,
    height: 90,
  }));

export const mapSpecs: Specs = {
  "map-mercator": map(counties, { type: "mercator" }, byFigure),
  "map-quantize": map(
    counties,
    { type: "conicEqualArea", rotate: [2, 0], parallels: [50, 56] },
    { color: q("properties.n", { scale: { type: "quantize", scheme: "oranges", count: 4 }, title: "n" }) },
  ),
  "map-albers-usa": map(states, { type: "albersUsa" }, { color: n("properties.name", { title: "state" }) }),
  "map-identity": map(counties, { type: "identity", reflectY: true }, byFigure, {
    strokeWidth: 3,
    strokeJoin: "round",
  }),
  "map-equal-earth": world({ type: "equalEarth" }),
  "map-orthographic": world({ type: "orthographic", rotate: [-20, -25, 5] }),
  "map-projections": { columns: 3, concat: projections },
  "map-towns": {
    width: 240,
    height: 220,
    projection: { type: "mercator" },
    layer: [
      { data: { values: counties }, mark: { type: "geoshape", fill: "#e6edf3", stroke: "#8091a3" } },
      {
        data: { values: towns },
        encoding: { longitude: q("longitude"), latitude: q("latitude") },
        layer: [
          { mark: { type: "circle", opacity: 0.7 }, encoding: { size: q("people") } },
          { mark: { type: "text", dy: -14 }, encoding: { text: n("town") } },
        ],
      },
    ],
  },
  "map-links": {
    width: 240,
    height: 200,
    projection: { type: "mercator", scale: 1500, center: [-2, 53] },
    layer: [
      { data: { values: counties }, mark: { type: "geoshape", fill: "#f2f5f8", stroke: "#8091a3" } },
      {
        data: { values: towns.slice(1).map((town) => ({ ...town, x: towns[0]?.longitude, y: towns[0]?.latitude })) },
        mark: { type: "rule", strokeDash: [4, 3], strokeWidth: 2 },
        encoding: {
          longitude: q("x"),
          latitude: q("y"),
          longitude2: { field: "longitude" },
          latitude2: { field: "latitude" },
        },
      },
    ],
  },
  "map-faceted": {
    data: {
      values: ["2020", "2021"].flatMap((year) =>
        counties.map((geo) => ({ year, geo, n: year === "2020" ? geo.properties.n : 80 - geo.properties.n })),
      ),
    },
    width: 140,
    height: 160,
    projection: { type: "mercator" },
    mark: { type: "geoshape", stroke: "white" },
    encoding: { shape: { field: "geo", type: "geojson" }, color: q("n"), column: n("year") },
  },
};
