import type { Specs } from "../plot.ts";
import { areas, measurements, trend } from "../rows.ts";
import { at, band, colours, linear, table, value, vegaSpec, xy } from "./vega-spec.ts";

const dimensions = ["n", "rate", "last"];

export const plotSpecs: Specs = {
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
};
