import type { Specs } from "../plot.ts";
import { areas, cloud, months } from "../rows.ts";
import { at, colours, linear, table, value, vegaSpec, xy } from "./vega-spec.ts";

export const figureSpecs: Specs = {
  "vega-donut": vegaSpec(
    {
      data: [table(areas, { type: "pie", field: "n", startAngle: 0.5, sort: true })],
      scales: [colours("table", "area")],
      legends: [{ fill: "colour", orient: "right", title: "District" }],
      marks: [
        {
          type: "arc",
          from: { data: "table" },
          encode: {
            update: {
              x: { signal: "width / 2" },
              y: { signal: "height / 2" },
              fill: at("colour", "area"),
              startAngle: { field: "startAngle" },
              endAngle: { field: "endAngle" },
              padAngle: value(0.04),
              innerRadius: value(45),
              outerRadius: value(85),
              cornerRadius: value(6),
            },
          },
        },
      ],
    },
    180,
    180,
  ),
  "vega-radial-plot": vegaSpec(
    {
      data: [
        table(months, { type: "pie", field: "one" }, { type: "formula", as: "angle", expr: "datum.index * PI / 6" }),
      ],
      scales: [
        { name: "r", type: "sqrt", domain: { data: "table", field: "rain" }, zero: true, range: [20, 105] },
        { name: "colour", type: "linear", domain: { data: "table", field: "warmth" }, range: { scheme: "plasma" } },
      ],
      legends: [{ fill: "colour", title: "Warmth", orient: "right", gradientLength: 140 }],
      marks: [
        {
          type: "arc",
          from: { data: "table" },
          encode: {
            update: {
              x: value(110),
              y: value(110),
              startAngle: { field: "angle" },
              endAngle: { signal: "datum.angle + PI / 6" },
              innerRadius: value(20),
              outerRadius: at("r", "rain"),
              stroke: value("white"),
              fill: at("colour", "warmth"),
            },
          },
        },
        {
          type: "text",
          from: { data: "table" },
          encode: {
            update: {
              x: value(110),
              y: value(110),
              radius: at("r", "rain", { offset: 8 }),
              theta: { signal: "datum.angle + PI / 12" },
              text: { field: "month" },
              align: value("center"),
              baseline: value("middle"),
              fontSize: value(9),
            },
          },
        },
      ],
    },
    220,
    220,
  ),
  "vega-radar": vegaSpec(
    {
      signals: [{ name: "radius", update: "width / 2" }],
      data: [table(areas), { name: "keys", source: "table", transform: [{ type: "aggregate", groupby: ["area"] }] }],
      scales: [
        {
          name: "angle",
          type: "point",
          range: { signal: "[-PI, PI]" },
          padding: 0.5,
          domain: { data: "table", field: "area" },
        },
        {
          name: "r",
          type: "linear",
          range: { signal: "[0, radius]" },
          zero: true,
          domain: { data: "table", field: "n" },
        },
      ],
      encode: { enter: { x: { signal: "radius" }, y: { signal: "radius" } } },
      marks: [
        {
          type: "line",
          from: { data: "table" },
          encode: {
            update: {
              interpolate: value("linear-closed"),
              x: { signal: "scale('r', datum.n) * cos(scale('angle', datum.area))" },
              y: { signal: "scale('r', datum.n) * sin(scale('angle', datum.area))" },
              stroke: value("#12436d"),
              strokeWidth: value(2),
              fill: value("#12436d"),
              fillOpacity: value(0.15),
            },
          },
        },
        {
          type: "rule",
          from: { data: "keys" },
          encode: {
            update: {
              x: value(0),
              y: value(0),
              x2: { signal: "radius * cos(scale('angle', datum.area))" },
              y2: { signal: "radius * sin(scale('angle', datum.area))" },
              stroke: value("lightgray"),
              strokeDash: value([2, 2]),
            },
          },
        },
        {
          type: "text",
          from: { data: "keys" },
          encode: {
            update: {
              x: { signal: "(radius + 6) * cos(scale('angle', datum.area))" },
              y: { signal: "(radius + 6) * sin(scale('angle', datum.area))" },
              text: { field: "area" },
              align: {
                signal:
                  "abs(cos(scale('angle', datum.area))) < 0.1 ? 'center' : cos(scale('angle', datum.area)) < 0 ? 'right' : 'left'",
              },
              baseline: value("middle"),
            },
          },
        },
      ],
    },
    160,
    160,
  ),
  "vega-gauge": vegaSpec(
    {
      marks: [
        ...[
          ["#e6edf3", -2, 2],
          ["#c2570c", -2, 0.9],
        ].map(([fill, from, to]) => ({
          type: "arc",
          encode: {
            enter: {
              x: value(100),
              y: value(100),
              startAngle: value(from),
              endAngle: value(to),
              innerRadius: value(70),
              outerRadius: value(92),
              cornerRadius: value(11),
              fill: value(fill),
            },
          },
        })),
        {
          type: "text",
          encode: {
            enter: {
              x: value(100),
              y: value(108),
              text: value("72"),
              fontSize: value(42),
              fontWeight: value("bold"),
              align: value("center"),
            },
          },
        },
        {
          type: "trail",
          from: { data: "needle" },
          encode: { enter: { x: { field: "x" }, y: { field: "y" }, size: { field: "w" }, fill: value("#1b2733") } },
        },
      ],
      data: [
        {
          name: "needle",
          values: [
            { x: 100, y: 130, w: 6 },
            { x: 150, y: 92, w: 1 },
          ],
        },
      ],
    },
    200,
    160,
  ),
  "vega-horizon": vegaSpec(
    {
      data: [table(months, { type: "formula", as: "diff", expr: "datum.rain - 45" })],
      scales: [
        { name: "x", type: "linear", domain: [0, 11], range: "width" },
        { name: "y", type: "linear", domain: [0, 25], range: [60, 0] },
      ],
      axes: [{ orient: "bottom", scale: "x" }],
      marks: [
        {
          type: "group",
          encode: {
            update: { width: { field: { group: "width" } }, height: { field: { group: "height" } }, clip: value(true) },
          },
          marks: [0, 25].map((shift) => ({
            type: "area",
            from: { data: "table" },
            encode: {
              update: {
                interpolate: value("monotone"),
                x: at("x", "index"),
                y: { scale: "y", signal: `datum.diff - ${shift}` },
                y2: { scale: "y", value: 0 },
                fill: value("#12436d"),
                fillOpacity: value(0.45),
              },
            },
          })),
        },
      ],
    },
    300,
    60,
  ),
  "vega-calendar": vegaSpec(
    {
      data: [table(Array.from({ length: 84 }, (_, day) => ({ day, n: Math.round(50 + 45 * Math.sin(day / 6)) })))],
      scales: [{ name: "colour", type: "quantize", domain: [0, 100], range: { scheme: "greens", count: 5 } }],
      marks: [
        {
          type: "rect",
          from: { data: "table" },
          encode: {
            update: {
              x: { signal: "floor(datum.day / 7) * 16" },
              y: { signal: "(datum.day % 7) * 16" },
              width: value(14),
              height: value(14),
              cornerRadius: value(3),
              fill: at("colour", "n"),
            },
          },
        },
      ],
    },
    200,
    112,
  ),
  "vega-layered-symbols": vegaSpec({
    data: [table(cloud)],
    scales: [
      linear("x", "table", "x", "width", { zero: false }),
      linear("y", "table", "y", "height", { zero: false }),
      linear("size", "table", "size", [20, 400]),
      colours("table", "kind"),
    ],
    axes: xy(),
    legends: [{ size: "size", title: "Size", orient: "right", symbolType: "square", symbolFillColor: "#8091a3" }],
    marks: [
      {
        type: "symbol",
        from: { data: "table" },
        encode: {
          update: {
            x: at("x", "x"),
            y: at("y", "y"),
            size: at("size", "size"),
            fill: at("colour", "kind"),
            fillOpacity: value(0.4),
            blend: value("multiply"),
          },
        },
      },
      {
        type: "symbol",
        from: { data: "table" },
        encode: {
          update: {
            x: at("x", "x"),
            y: at("y", "y"),
            size: value(60),
            shape: value("cross"),
            angle: { field: "size" },
            stroke: value("white"),
            fill: value("black"),
          },
        },
      },
    ],
  }),
  "vega-gradient-legends": vegaSpec({
    data: [table(cloud)],
    scales: [
      linear("x", "table", "x", "width", { zero: false }),
      linear("y", "table", "y", "height", { zero: false }),
      { name: "a", type: "linear", domain: { data: "table", field: "size" }, range: { scheme: "viridis" } },
      { name: "b", type: "quantize", domain: [30, 80], range: { scheme: "reds", count: 5 } },
      { name: "c", type: "threshold", domain: [40, 60], range: ["#12436d", "#2a9d8f", "#fbe9c6"] },
    ],
    legends: [
      { fill: "a", orient: "right", title: "Linear" },
      { fill: "b", orient: "right", title: "Quantized", type: "gradient" },
      { fill: "c", orient: "bottom", title: "Threshold", direction: "horizontal", gradientLength: 120 },
      { stroke: "a", orient: "bottom", type: "symbol", title: "Symbols", direction: "horizontal" },
    ],
    marks: [
      {
        type: "symbol",
        from: { data: "table" },
        encode: {
          update: {
            x: at("x", "x"),
            y: at("y", "y"),
            fill: at("a", "size"),
            stroke: at("c", "x"),
            strokeWidth: value(3),
            size: value(150),
          },
        },
      },
    ],
  }),
};
