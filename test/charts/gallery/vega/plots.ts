import type { Specs } from "../plot.ts";
import { areas, cloud, measurements, months, trend } from "../rows.ts";
import { band, colours, linear, vegaSpec, xy } from "./vega-spec.ts";

const table = (values: readonly object[], ...transform: readonly object[]) => ({ name: "table", values, transform });
const at = (scale: string, field: string, more: object = {}) => ({ scale, field, ...more });
const value = (given: unknown) => ({ value: given });
const dimensions = ["n", "rate", "last"];

export const plotSpecs: Specs = {
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
  "vega-stacked-area": vegaSpec({
    data: [table(trend, { type: "stack", groupby: ["year"], sort: { field: "kind" }, field: "n" })],
    scales: [
      { name: "x", type: "point", domain: { data: "table", field: "year" }, range: "width" },
      linear("y", "table", "y1", "height"),
      colours("table", "kind"),
    ],
    axes: xy(),
    legends: [{ fill: "colour", orient: "bottom", columns: 4 }],
    marks: [
      {
        type: "group",
        from: { facet: { name: "series", data: "table", groupby: "kind" } },
        marks: [
          {
            type: "area",
            from: { data: "series" },
            encode: {
              update: {
                interpolate: value("monotone"),
                x: at("x", "year"),
                y: at("y", "y0"),
                y2: at("y", "y1"),
                fill: at("colour", "kind"),
                stroke: value("white"),
              },
            },
          },
        ],
      },
    ],
  }),
  "vega-box-plot": vegaSpec({
    data: [
      table(measurements),
      {
        name: "summary",
        source: "table",
        transform: [
          {
            type: "aggregate",
            groupby: ["group"],
            fields: ["v", "v", "v", "v", "v"],
            ops: ["min", "q1", "median", "q3", "max"],
            as: ["min", "q1", "median", "q3", "max"],
          },
        ],
      },
    ],
    scales: [linear("x", "table", "v", "width"), band("y", "table", "group", "height", { padding: 0.4 })],
    axes: xy(),
    marks: [
      {
        type: "rule",
        from: { data: "summary" },
        encode: {
          update: {
            x: at("x", "min"),
            x2: at("x", "max"),
            y: at("y", "group", { band: 0.5 }),
            stroke: value("#1b2733"),
          },
        },
      },
      {
        type: "rect",
        from: { data: "summary" },
        encode: {
          update: {
            x: at("x", "q1"),
            x2: at("x", "q3"),
            y: at("y", "group"),
            height: { scale: "y", band: 1 },
            fill: value("#8e7bcf"),
            cornerRadius: value(4),
          },
        },
      },
      {
        type: "rect",
        from: { data: "summary" },
        encode: {
          update: {
            x: at("x", "median"),
            width: value(2),
            y: at("y", "group"),
            height: { scale: "y", band: 1 },
            fill: value("white"),
          },
        },
      },
    ],
  }),
  "vega-violins": vegaSpec({
    data: [
      table(measurements),
      {
        name: "density",
        source: "table",
        transform: [{ type: "kde", field: "v", groupby: ["group"], bandwidth: 5, extent: [10, 120] }],
      },
    ],
    scales: [
      linear("x", "density", "value", "width"),
      band("y", "table", "group", "height"),
      linear("size", "density", "density", [0, 28]),
      colours("table", "group"),
    ],
    axes: xy(),
    marks: [
      {
        type: "group",
        from: { facet: { data: "density", name: "violin", groupby: "group" } },
        encode: { update: { y: at("y", "group", { band: 0.5 }) } },
        marks: [
          {
            type: "area",
            from: { data: "violin" },
            encode: {
              update: {
                x: at("x", "value"),
                y: at("size", "density"),
                y2: at("size", "density", { mult: -1 }),
                fill: at("colour", "group"),
                orient: value("horizontal"),
              },
            },
          },
        ],
      },
    ],
  }),
  "vega-parallel-coordinates": vegaSpec({
    data: [table(areas), { name: "fields", values: dimensions }],
    scales: [
      { name: "ord", type: "point", range: "width", domain: { data: "fields", field: "data" } },
      ...dimensions.map((field) => linear(field, "table", field, "height", { zero: false })),
    ],
    axes: dimensions.map((field) => ({
      orient: "left",
      scale: field,
      title: field,
      zindex: 1,
      domain: true,
      ticks: true,
      offset: { scale: "ord", value: field, mult: -1 },
    })),
    marks: [
      {
        type: "group",
        from: { data: "table" },
        marks: [
          {
            type: "line",
            from: { data: "fields" },
            encode: {
              update: {
                x: { scale: "ord", field: "data" },
                y: { scale: { datum: "data" }, field: { parent: { datum: "data" } } },
                stroke: { signal: "parent.group === 'North' ? '#12436d' : '#c2570c'" },
                strokeWidth: value(2),
                strokeOpacity: value(0.7),
              },
            },
          },
        ],
      },
    ],
  }),
  "vega-bump": vegaSpec({
    data: [
      table(trend, {
        type: "window",
        sort: { field: "n", order: "descending" },
        groupby: ["year"],
        ops: ["rank"],
        as: ["rank"],
      }),
    ],
    scales: [
      { name: "x", type: "point", domain: { data: "table", field: "year" }, range: "width" },
      { name: "y", type: "point", domain: [1, 2, 3, 4], range: [20, 180] },
      colours("table", "kind"),
    ],
    axes: [{ orient: "top", scale: "x", domain: false }],
    marks: [
      {
        type: "group",
        from: { facet: { name: "series", data: "table", groupby: "kind" } },
        marks: [
          {
            type: "line",
            from: { data: "series" },
            encode: {
              update: {
                x: at("x", "year"),
                y: at("y", "rank"),
                stroke: at("colour", "kind"),
                strokeWidth: value(6),
                strokeCap: value("round"),
                interpolate: value("monotone"),
              },
            },
          },
          {
            type: "symbol",
            from: { data: "series" },
            encode: {
              update: {
                x: at("x", "year"),
                y: at("y", "rank"),
                fill: value("white"),
                stroke: at("colour", "kind"),
                strokeWidth: value(2),
                size: value(120),
              },
            },
          },
          {
            type: "text",
            from: { data: "series" },
            encode: {
              update: {
                x: at("x", "year"),
                y: at("y", "rank"),
                text: { field: "rank" },
                align: value("center"),
                baseline: value("middle"),
                fontSize: value(9),
              },
            },
          },
        ],
      },
    ],
  }),
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
  "vega-small-multiples": vegaSpec({
    data: [table(trend)],
    layout: { columns: 2, padding: 14, titleBand: 1, align: "each" },
    marks: [
      {
        type: "group",
        title: { text: { signal: "parent.kind" }, frame: "group", anchor: "start", offset: 4 },
        from: { facet: { name: "series", data: "table", groupby: "kind" } },
        encode: {
          update: {
            width: value(110),
            height: value(60),
            fill: value("#f2f5f8"),
            stroke: value("#8091a3"),
            cornerRadius: value(6),
          },
        },
        scales: [
          { name: "x", type: "point", domain: { data: "series", field: "year" }, range: [0, 110] },
          linear("y", "series", "n", [60, 0]),
        ],
        axes: [{ orient: "left", scale: "y", tickCount: 3 }],
        marks: [
          {
            type: "line",
            from: { data: "series" },
            encode: {
              update: { x: at("x", "year"), y: at("y", "n"), stroke: value("#c2570c"), strokeWidth: value(4) },
            },
          },
        ],
      },
    ],
  }),
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
  "vega-horizon": vegaSpec(
    {
      data: [table(months, { type: "formula", as: "diff", expr: "datum.rain - 60" })],
      scales: [
        { name: "x", type: "linear", domain: [0, 11], range: "width" },
        { name: "y", type: "linear", domain: [0, 20], range: [60, 0] },
      ],
      axes: [{ orient: "bottom", scale: "x" }],
      marks: [
        {
          type: "group",
          encode: {
            update: { width: { field: { group: "width" } }, height: { field: { group: "height" } }, clip: value(true) },
          },
          marks: [0, 20].map((shift) => ({
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
};
