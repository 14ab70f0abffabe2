import type { Specs } from "../plot.ts";
import { cloud, measurements } from "../rows.ts";
import { continents } from "../shapes.ts";
import { band, colours, linear, vegaSpec, xy } from "./vega-spec.ts";

const people = ["Ann", "Bea", "Cy", "Dee", "Eli", "Flo", "Gus", "Hal"].map((name, index) => ({
  name,
  index,
  group: index % 3,
}));
const ties = [
  [0, 1],
  [0, 2],
  [1, 3],
  [2, 5],
  [3, 4],
  [4, 6],
  [5, 7],
  [1, 6],
  [2, 7],
].map(([source, target], index) => ({ source, target, weight: 1 + (index % 4) }));
const star = Array.from({ length: 10 }, (_, index) => {
  const [radius, angle] = [index % 2 ? 40 : 98, (index * Math.PI) / 5 - Math.PI / 2];
  return `${index ? "L" : "M"}${Math.round(100 + radius * Math.cos(angle))},${Math.round(100 + radius * Math.sin(angle))}`;
}).join("");
const axes = [
  linear("x", "table", "x", "width", { zero: false }),
  linear("y", "table", "y", "height", { zero: false }),
];
const dots = {
  type: "symbol",
  from: { data: "table" },
  encode: {
    update: {
      x: { scale: "x", field: "x" },
      y: { scale: "y", field: "y" },
      size: { value: 14 },
      fill: { value: "#1b2733" },
    },
  },
};
const atScale = (channel: "x" | "y", field = channel) => ({ scale: channel, field });

export const layoutSpecs: Specs = {
  "vega-force": vegaSpec({
    data: [
      { name: "people", values: people },
      { name: "ties", values: ties },
    ],
    scales: [colours("people", "group")],
    marks: [
      {
        name: "nodes",
        type: "symbol",
        zindex: 1,
        from: { data: "people" },
        encode: {
          enter: { fill: { scale: "colour", field: "group" }, stroke: { value: "white" }, size: { value: 180 } },
        },
        transform: [
          {
            type: "force",
            iterations: 200,
            static: true,
            signal: "force",
            forces: [
              { force: "center", x: { signal: "width / 2" }, y: { signal: "height / 2" } },
              { force: "collide", radius: 10 },
              { force: "nbody", strength: -40 },
              { force: "link", links: "ties", distance: 45 },
            ],
          },
        ],
      },
      {
        type: "path",
        from: { data: "ties" },
        encode: { update: { stroke: { value: "#8091a3" }, strokeWidth: { field: "weight" } } },
        transform: [
          {
            type: "linkpath",
            require: { signal: "force" },
            shape: "line",
            sourceX: "datum.source.x",
            sourceY: "datum.source.y",
            targetX: "datum.target.x",
            targetY: "datum.target.y",
          },
        ],
      },
    ],
  }),
  "vega-arc-diagram": vegaSpec(
    {
      data: [
        { name: "people", values: people },
        { name: "ties", values: ties },
      ],
      scales: [
        { name: "place", type: "band", range: "width", domain: { data: "people", field: "index" } },
        colours("people", "group"),
      ],
      marks: [
        {
          type: "symbol",
          name: "nodes",
          from: { data: "people" },
          encode: {
            enter: {
              x: { scale: "place", field: "index", band: 0.5 },
              y: { value: 120 },
              size: { value: 100 },
              fill: { scale: "colour", field: "group" },
            },
          },
        },
        {
          type: "path",
          from: { data: "ties" },
          encode: {
            update: {
              stroke: { value: "#12436d" },
              strokeOpacity: { value: 0.4 },
              strokeWidth: { field: "weight", mult: 1.5 },
            },
          },
          transform: [
            {
              type: "lookup",
              from: "nodes",
              key: "datum.index",
              fields: ["datum.source", "datum.target"],
              as: ["sourceNode", "targetNode"],
            },
            {
              type: "linkpath",
              sourceX: { expr: "min(datum.sourceNode.x, datum.targetNode.x)" },
              targetX: { expr: "max(datum.sourceNode.x, datum.targetNode.x)" },
              sourceY: { expr: "120" },
              targetY: { expr: "120" },
              shape: "arc",
            },
          ],
        },
        {
          type: "text",
          from: { data: "nodes" },
          encode: {
            enter: {
              x: { field: "x" },
              y: { value: 130 },
              angle: { value: -90 },
              align: { value: "right" },
              baseline: { value: "middle" },
              text: { field: "datum.name" },
            },
          },
        },
      ],
    },
    260,
    150,
  ),
  "vega-voronoi": vegaSpec({
    data: [{ name: "table", values: cloud }],
    scales: axes,
    axes: xy(),
    marks: [
      { ...dots, name: "points" },
      {
        type: "path",
        from: { data: "points" },
        encode: {
          update: {
            stroke: { value: "#c2570c" },
            strokeWidth: { value: 0.7 },
            fill: { value: "#c2570c" },
            fillOpacity: { signal: "datum.datum.size / 200" },
          },
        },
        transform: [
          {
            type: "voronoi",
            x: { expr: "datum.datum.x || 0" },
            y: { expr: "datum.datum.y || 0" },
            size: [{ signal: "width" }, { signal: "height" }],
          },
        ],
      },
    ],
  }),
  "vega-contours": vegaSpec({
    data: [
      { name: "table", values: cloud },
      {
        name: "density",
        source: "table",
        transform: [
          {
            type: "kde2d",
            size: [{ signal: "width" }, { signal: "height" }],
            x: { expr: "scale('x', datum.x)" },
            y: { expr: "scale('y', datum.y)" },
            bandwidth: [30, 30],
            counts: true,
          },
        ],
      },
      { name: "contours", source: "density", transform: [{ type: "isocontour", field: "grid", levels: 5 }] },
    ],
    scales: [
      ...axes,
      {
        name: "colour",
        type: "linear",
        zero: true,
        domain: { data: "contours", field: "contour.value" },
        range: { scheme: "blues" },
      },
    ],
    axes: xy(),
    legends: [{ fill: "colour", title: "density", orient: "right", type: "gradient" }],
    marks: [
      {
        type: "path",
        clip: true,
        from: { data: "contours" },
        encode: {
          update: {
            stroke: { value: "white" },
            strokeWidth: { value: 0.5 },
            fill: { scale: "colour", field: "contour.value" },
            fillOpacity: { value: 0.6 },
          },
        },
        transform: [{ type: "geopath", field: "datum.contour" }],
      },
      dots,
    ],
  }),
  "vega-clip-by-path": vegaSpec(
    {
      data: [{ name: "table", values: cloud }],
      scales: axes,
      marks: [
        {
          type: "group",
          encode: { update: { width: { value: 200 }, height: { value: 200 } } },
          clip: { path: star },
          marks: [
            {
              type: "rect",
              encode: { update: { width: { value: 200 }, height: { value: 200 }, fill: { value: "#e6edf3" } } },
            },
            {
              type: "symbol",
              from: { data: "table" },
              encode: {
                update: {
                  x: atScale("x"),
                  y: atScale("y"),
                  size: { field: "size", mult: 6 },
                  fill: { value: "#12436d" },
                  opacity: { value: 0.6 },
                },
              },
            },
          ],
        },
        {
          type: "path",
          encode: {
            update: {
              path: { value: `${star}Z` },
              stroke: { value: "#c2570c" },
              strokeWidth: { value: 3 },
              strokeJoin: { value: "round" },
            },
          },
        },
      ],
    },
    200,
    200,
  ),
  "vega-clip-by-sphere": vegaSpec(
    {
      projections: [{ name: "globe", type: "orthographic", scale: 95, rotate: [-20, -20, 0], translate: [100, 100] }],
      data: [
        { name: "land", values: continents },
        { name: "graticule", transform: [{ type: "graticule", step: [15, 15] }] },
      ],
      marks: [
        {
          type: "shape",
          from: { data: "graticule" },
          clip: { sphere: "globe" },
          encode: { update: { stroke: { value: "#8091a3" }, strokeWidth: { value: 0.5 } } },
          transform: [{ type: "geoshape", projection: "globe" }],
        },
        {
          type: "shape",
          from: { data: "land" },
          encode: { update: { fill: { value: "#2a9d8f" }, stroke: { value: "white" } } },
          transform: [{ type: "geoshape", projection: "globe" }],
        },
      ],
    },
    200,
    200,
  ),
  "vega-label": vegaSpec({
    data: [{ name: "table", values: cloud.slice(0, 18) }],
    scales: axes,
    axes: xy(),
    marks: [
      { ...dots, name: "points" },
      {
        type: "text",
        from: { data: "points" },
        encode: { enter: { text: { field: "datum.size" }, fontSize: { value: 10 } } },
        transform: [
          {
            type: "label",
            anchor: ["top", "bottom", "right", "left"],
            offset: [2],
            size: [{ signal: "width" }, { signal: "height" }],
          },
        ],
      },
    ],
  }),
  "vega-heatmap": vegaSpec({
    data: [
      { name: "table", values: cloud },
      {
        name: "density",
        source: "table",
        transform: [
          {
            type: "kde2d",
            size: [{ signal: "width" }, { signal: "height" }],
            x: { expr: "scale('x', datum.x)" },
            y: { expr: "scale('y', datum.y)" },
            bandwidth: [20, 20],
          },
        ],
      },
    ],
    scales: axes,
    axes: xy(),
    marks: [
      {
        type: "image",
        from: { data: "density" },
        encode: { update: { width: { signal: "width" }, height: { signal: "height" }, aspect: { value: false } } },
        transform: [{ type: "heatmap", field: "datum.grid", color: "#c2570c" }],
      },
      dots,
    ],
  }),
  "vega-wordcloud": vegaSpec({
    data: [{ name: "words", values: people.map(({ name, index }) => ({ name, n: 8 + index * 5 })) }],
    scales: [colours("words", "name")],
    marks: [
      {
        type: "text",
        from: { data: "words" },
        encode: {
          enter: {
            text: { field: "name" },
            align: { value: "center" },
            baseline: { value: "alphabetic" },
            fill: { scale: "colour", field: "name" },
          },
        },
        transform: [
          {
            type: "wordcloud",
            size: [{ signal: "width" }, { signal: "height" }],
            text: { field: "text" },
            rotate: { field: "datum.n" },
            font: "Inter",
            fontSize: { field: "datum.n" },
            fontSizeRange: [12, 40],
            padding: 2,
          },
        ],
      },
    ],
  }),
  "vega-beeswarm": vegaSpec(
    {
      data: [{ name: "table", values: measurements }],
      scales: [
        linear("x", "table", "v", "width", { zero: false }),
        band("y", "table", "group", "height"),
        colours("table", "group"),
      ],
      axes: xy(),
      marks: [
        {
          type: "symbol",
          from: { data: "table" },
          encode: {
            enter: {
              fill: { scale: "colour", field: "group" },
              xfocus: { scale: "x", field: "v" },
              yfocus: { scale: "y", field: "group", band: 0.5 },
            },
            update: { size: { value: 30 }, stroke: { value: "white" }, strokeWidth: { value: 0.5 } },
          },
          transform: [
            {
              type: "force",
              iterations: 100,
              static: true,
              forces: [
                { force: "collide", iterations: 2, radius: 3.2 },
                { force: "x", x: "xfocus", strength: 0.3 },
                { force: "y", y: "yfocus", strength: 0.1 },
              ],
            },
          ],
        },
      ],
    },
    300,
    180,
  ),
};
