import type { Specs } from "../plot.ts";
import { colours, vegaSpec } from "./vega-spec.ts";

const nodes = [
  { id: 1, name: "all" },
  { id: 2, name: "violence", parent: 1 },
  { id: 3, name: "property", parent: 1 },
  { id: 4, name: "online", parent: 1 },
  { id: 5, name: "home", parent: 2, n: 42 },
  { id: 6, name: "street", parent: 2, n: 30 },
  { id: 7, name: "school", parent: 2, n: 12 },
  { id: 8, name: "theft", parent: 3, n: 55 },
  { id: 9, name: "arson", parent: 3, n: 9 },
  { id: 10, name: "damage", parent: 3, n: 26 },
  { id: 11, name: "fraud", parent: 4, n: 38 },
  { id: 12, name: "threats", parent: 4, n: 21 },
];

const tree = (...transform: readonly object[]) => [
  { name: "tree", values: nodes, transform: [{ type: "stratify", key: "id", parentKey: "parent" }, ...transform] },
];
const leaves = { name: "leaves", source: "tree", transform: [{ type: "filter", expr: "!datum.children" }] };
const links = (path: object) => ({ name: "links", source: "tree", transform: [{ type: "treelinks" }, path] });
const dots = (x: object, y: object) => [
  {
    type: "symbol",
    from: { data: "tree" },
    encode: {
      update: { x, y, size: { value: 70 }, fill: { scale: "colour", field: "depth" }, stroke: { value: "white" } },
    },
  },
];

export const hierarchySpecs: Specs = {
  "vega-treemap": vegaSpec({
    data: [
      ...tree({
        type: "treemap",
        field: "n",
        method: "squarify",
        paddingInner: 2,
        paddingOuter: 3,
        paddingTop: 14,
        size: [{ signal: "width" }, { signal: "height" }],
      }),
      leaves,
    ],
    scales: [colours("tree", "depth")],
    marks: [
      {
        type: "rect",
        from: { data: "tree" },
        encode: {
          update: {
            x: { field: "x0" },
            y: { field: "y0" },
            x2: { field: "x1" },
            y2: { field: "y1" },
            fill: { scale: "colour", field: "depth" },
            fillOpacity: { value: 0.35 },
            stroke: { value: "white" },
          },
        },
      },
      {
        type: "text",
        from: { data: "tree" },
        encode: {
          update: {
            x: { field: "x0", offset: 4 },
            y: { field: "y0", offset: 11 },
            text: { field: "name" },
            limit: { signal: "datum.x1 - datum.x0 - 6" },
            fontSize: { value: 10 },
          },
        },
      },
    ],
  }),
  "vega-pack": vegaSpec({
    data: tree({
      type: "pack",
      field: "n",
      padding: 2,
      sort: { field: "value" },
      size: [{ signal: "width" }, { signal: "height" }],
    }),
    scales: [colours("tree", "depth", ["#e6edf3", "#8091a3", "#12436d"])],
    marks: [
      {
        type: "symbol",
        from: { data: "tree" },
        encode: {
          update: {
            x: { field: "x" },
            y: { field: "y" },
            size: { signal: "4 * datum.r * datum.r" },
            fill: { scale: "colour", field: "depth" },
            stroke: { value: "white" },
          },
        },
      },
      {
        type: "text",
        from: { data: "tree" },
        encode: {
          update: {
            x: { field: "x" },
            y: { field: "y" },
            align: { value: "center" },
            baseline: { value: "middle" },
            fill: { value: "white" },
            fontSize: { value: 9 },
            text: { signal: "datum.children ? '' : datum.name" },
          },
        },
      },
    ],
  }),
  "vega-tree": vegaSpec({
    data: [
      ...tree({
        type: "tree",
        method: "tidy",
        size: [{ signal: "height" }, { signal: "width - 60" }],
        as: ["y", "x", "depth", "children"],
      }),
      links({ type: "linkpath", orient: "horizontal", shape: "diagonal" }),
    ],
    scales: [colours("tree", "depth")],
    marks: [
      {
        type: "path",
        from: { data: "links" },
        encode: { update: { path: { field: "path" }, stroke: { value: "#8091a3" }, strokeWidth: { value: 1.5 } } },
      },
      ...dots({ field: "x" }, { field: "y" }),
      {
        type: "text",
        from: { data: "tree" },
        encode: {
          update: {
            x: { field: "x" },
            y: { field: "y" },
            text: { field: "name" },
            dx: { signal: "datum.children ? -7 : 7" },
            align: { signal: "datum.children ? 'right' : 'left'" },
            baseline: { value: "middle" },
          },
        },
      },
    ],
  }),
  "vega-radial-tree": vegaSpec(
    {
      data: [
        ...tree(
          { type: "tree", method: "cluster", size: [1, 90], as: ["alpha", "radius", "depth", "children"] },
          { type: "formula", expr: "2 * PI * datum.alpha", as: "angle" },
          { type: "formula", expr: "120 + datum.radius * cos(datum.angle)", as: "x" },
          { type: "formula", expr: "120 + datum.radius * sin(datum.angle)", as: "y" },
        ),
        links({
          type: "linkpath",
          orient: "radial",
          shape: "curve",
          sourceX: "source.angle",
          sourceY: "source.radius",
          targetX: "target.angle",
          targetY: "target.radius",
        }),
      ],
      scales: [colours("tree", "depth")],
      marks: [
        {
          type: "path",
          from: { data: "links" },
          encode: {
            update: { x: { value: 120 }, y: { value: 120 }, path: { field: "path" }, stroke: { value: "#8091a3" } },
          },
        },
        ...dots({ field: "x" }, { field: "y" }),
        {
          type: "text",
          from: { data: "tree" },
          encode: {
            update: {
              x: { field: "x" },
              y: { field: "y" },
              text: { signal: "datum.children ? '' : datum.name" },
              angle: {
                signal:
                  "datum.angle > PI / 2 && datum.angle < 1.5 * PI ? datum.angle * 180 / PI + 180 : datum.angle * 180 / PI",
              },
              align: { signal: "datum.angle > PI / 2 && datum.angle < 1.5 * PI ? 'right' : 'left'" },
              dx: { signal: "datum.angle > PI / 2 && datum.angle < 1.5 * PI ? -7 : 7" },
              baseline: { value: "middle" },
              fontSize: { value: 10 },
            },
          },
        },
      ],
    },
    240,
    240,
  ),
  "vega-sunburst": vegaSpec(
    {
      data: tree({
        type: "partition",
        field: "n",
        sort: { field: "value" },
        size: [{ signal: "2 * PI" }, { signal: "width / 2" }],
        as: ["a0", "r0", "a1", "r1", "depth", "children"],
      }),
      scales: [colours("tree", "depth")],
      marks: [
        {
          type: "arc",
          from: { data: "tree" },
          encode: {
            update: {
              x: { signal: "width / 2" },
              y: { signal: "height / 2" },
              fill: { scale: "colour", field: "depth" },
              fillOpacity: { signal: "datum.depth ? 1 - 0.04 * datum.id : 0" },
              startAngle: { field: "a0" },
              endAngle: { field: "a1" },
              innerRadius: { field: "r0" },
              outerRadius: { field: "r1" },
              stroke: { value: "white" },
              strokeWidth: { value: 0.5 },
            },
          },
        },
      ],
    },
    200,
    200,
  ),
};
