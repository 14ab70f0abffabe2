import { bars, type chart, drawn, area as force, inChart, inMark, label, n } from "./drawn-tricks.ts";
import { limit, type Trick, tricksOf, warned } from "./trick.ts";

const year = { field: "period", type: "ordinal" };
const ofKent = {
  data: ({ offences }: Parameters<NonNullable<Parameters<typeof chart>[0]["data"]>>[0]) =>
    offences.where({ area: "kent", measure: "offences" }),
};
const swapped = (value: string) => `${value} == 'Kent' ? 'Essex' : ${value} == 'Essex' ? 'Kent' : ${value}`;
const labelled = (mark: object) =>
  drawn({
    encoding: { x: force, y: n },
    layer: [{ mark: "bar" }, { mark: { type: "text", ...mark }, encoding: { text: n } }],
  });
const independent = (scale: string) => ({ resolve: { scale: { [scale]: "independent" } } });

/** Figures that are the data's, and are seen as others. */
export const seenTricks: readonly Trick[] = [
  ...tricksOf("labels that are cut, turned or moved", [
    ["cut after a digit", labelled({ limit: 18, ellipsis: "9" }), inChart],
    [
      "ticks that are cut",
      drawn({ mark: "bar", encoding: { x: force, y: { ...n, axis: { labelLimit: 22 } } } }),
      inChart,
    ],
    ["upside down", labelled({ angle: 180 }), inMark],
    ["over the next bar", labelled({ dx: 160 }), inMark],
    [
      "on other pieces of a stack",
      drawn({
        encoding: { y: { ...n, stack: "zero" } },
        layer: [
          { mark: "bar", encoding: { color: force, order: { field: "offences", sort: "ascending" } } },
          { mark: "text", encoding: { detail: force, text: n, order: { field: "offences", sort: "descending" } } },
        ],
      }),
      inMark,
    ],
    [
      "on other slices",
      drawn({
        encoding: { theta: { ...n, stack: true }, color: force },
        layer: [
          { mark: { type: "arc", outerRadius: 80 } },
          { mark: { type: "text", radius: 90, thetaOffset: 1.5 }, encoding: { text: n } },
        ],
      }),
      inMark,
    ],
    [
      "of categories, at others",
      drawn({ mark: "bar", encoding: { x: { ...force, axis: { labelOffset: 160 } }, y: n } }),
      inMark,
    ],
    [
      "two that touch",
      drawn({
        encoding: { x: force, y: n },
        layer: [
          { mark: "bar" },
          { mark: { type: "text", align: "right" }, encoding: { text: n } },
          { mark: { type: "text", align: "left" }, encoding: { text: n } },
        ],
      }),
      warned(/labels "\d+" and "\d+".*touch/, "figure-affix"),
    ],
    ["too small or too pale", labelled({ fontSize: 0.1, color: "white" }), limit("which figures are shown")],
  ]),
  ...tricksOf("parts of names as figures", [
    ["of a year", label({ value: "Up by 19%" }), inChart],
    ["of a date", label({ value: "Up by 4 million" }), inChart],
    ["of a year, in a sentence", label({ value: "18 deaths" }), inChart],
    ["of a year, by itself", label({ value: "2018" }), limit("a part of a period's name")],
  ]),
  ...tricksOf("names of others in a chart", [
    ["labels of marks", label({ value: "", condition: { test: "datum.area == 'Kent'", value: "Essex" } }), inChart],
    [
      "labels by expression",
      drawn({
        encoding: { x: force, y: n },
        layer: [{ mark: "bar" }, { mark: { type: "text", text: { expr: swapped("datum.area") } } }],
      }),
      inChart,
    ],
    [
      "headings of small charts",
      drawn({
        mark: "bar",
        encoding: { column: { ...force, header: { labelExpr: swapped("datum.value") } }, x: year, y: n },
      }),
      inChart,
    ],
    [
      "titles of plots side by side",
      drawn({
        hconcat: [
          { title: "Essex", transform: [{ filter: "datum.area == 'Kent'" }], mark: "bar", encoding: { x: year, y: n } },
          { title: "Kent", transform: [{ filter: "datum.area == 'Essex'" }], mark: "bar", encoding: { x: year, y: n } },
        ],
      }),
      inChart,
    ],
    [
      "titles of axes of plots side by side",
      drawn({
        hconcat: [
          {
            transform: [{ filter: "datum.area == 'Kent'" }],
            mark: "bar",
            encoding: { x: { ...year, title: "Essex" }, y: n },
          },
          {
            transform: [{ filter: "datum.area == 'Essex'" }],
            mark: "bar",
            encoding: { x: { ...year, title: "Kent" }, y: n },
          },
        ],
      }),
      inChart,
    ],
    ["the title of a whole chart", drawn({ ...bars, title: "Essex" }, ofKent), limit("the words of a heading")],
  ]),
  ...tricksOf("axes and legends of other layers", [
    [
      "an axis of nothing that is seen",
      drawn({
        layer: [
          { mark: "bar", encoding: { x: force, y: { ...n, axis: null } } },
          { mark: { type: "point", opacity: 0 }, encoding: { x: force, y: { ...n, scale: { domain: [0, 4000] } } } },
        ],
        ...independent("y"),
      }),
      inMark,
    ],
    [
      "names in another order",
      drawn({
        layer: [
          { mark: "bar", encoding: { x: { ...force, sort: "-y", axis: null }, y: n } },
          { mark: { type: "tick", opacity: 0 }, encoding: { x: { ...force, sort: "y" }, y: n } },
        ],
        ...independent("x"),
      }),
      inMark,
    ],
    [
      "a legend of other colours",
      drawn({
        layer: [
          {
            mark: "bar",
            encoding: {
              x: force,
              y: n,
              color: {
                ...force,
                scale: { domain: ["Kent", "Essex", "Surrey"], range: ["red", "green", "blue"] },
                legend: null,
              },
            },
          },
          {
            mark: { type: "point", opacity: 0 },
            encoding: {
              x: force,
              y: n,
              color: { ...force, scale: { domain: ["Kent", "Essex", "Surrey"], range: ["green", "red", "blue"] } },
            },
          },
        ],
        ...independent("color"),
      }),
      inMark,
    ],
    [
      "colours exchanged by a condition",
      drawn({
        mark: "bar",
        encoding: {
          x: force,
          y: n,
          color: {
            ...force,
            condition: { test: "datum.area == 'Kent'", value: "green" },
            scale: { domain: ["Kent", "Essex", "Surrey"], range: ["red", "green", "blue"] },
          },
        },
      }),
      inMark,
    ],
    [
      "the colour of the most by a condition",
      drawn({
        mark: "rect",
        encoding: {
          x: force,
          color: {
            ...n,
            condition: { test: "datum.area == 'Surrey'", value: "#08306b" },
            scale: { range: ["#f7fbff", "#08306b"] },
          },
        },
      }),
      inMark,
    ],
  ]),
  ...tricksOf("marks that look larger or smaller", [
    [
      "by their outline",
      drawn({ mark: { type: "bar", stroke: "red", strokeWidth: 80 }, encoding: { x: force, y: n } }),
      inMark,
    ],
    [
      "by gaps between slices",
      drawn({ mark: { type: "arc", padAngle: 0.6 }, encoding: { theta: n, color: force } }),
      inMark,
    ],
    [
      "by the radius of a slice",
      drawn({
        mark: { type: "arc", outerRadius: { expr: "datum.area == 'Kent' ? 120 : 40" } },
        encoding: { theta: n, color: force },
      }),
      inMark,
    ],
    [
      "by a curve beside its points",
      drawn({ mark: { type: "line", interpolate: "basis" }, encoding: { x: force, y: n } }),
      inMark,
    ],
    [
      "by a curve that swings out",
      drawn({ mark: { type: "line", interpolate: "cardinal", tension: -8 }, encoding: { x: force, y: n } }),
      inMark,
    ],
    [
      "by a logarithm without an axis",
      drawn({ mark: "line", encoding: { x: year, y: { ...n, axis: null, scale: { type: "log" } } } }, ofKent),
      inMark,
    ],
    [
      "upside down without an axis",
      drawn({ mark: "line", encoding: { x: year, y: { ...n, axis: null, scale: { reverse: true } } } }, ofKent),
      inMark,
    ],
    [
      "by a scale of pieces",
      drawn(
        { mark: "line", encoding: { x: year, y: { ...n, scale: { domain: [0, 200, 300], range: [200, 190, 0] } } } },
        ofKent,
      ),
      inMark,
    ],
    [
      "by a logarithm that its axis shows",
      drawn({ mark: "line", encoding: { x: year, y: { ...n, scale: { type: "log" } } } }, ofKent),
      limit("a line or points may stand on a scale that"),
    ],
    [
      "by their breadth",
      drawn({
        mark: { type: "bar", width: { expr: "datum.area == 'Kent' ? 120 : 10" } },
        encoding: { x: force, y: n },
      }),
      limit("which figures are shown"),
    ],
    [
      "by a gradient",
      drawn({
        mark: {
          type: "bar",
          color: {
            gradient: "linear",
            x1: 1,
            y1: 1,
            x2: 1,
            y2: 0,
            stops: [
              { offset: 0, color: "blue" },
              { offset: 0.5, color: "white" },
            ],
          },
        },
        encoding: { x: force, y: n },
      }),
      limit("which figures are shown"),
    ],
  ]),
];
