import type { TopLevelSpec } from "vega-lite";
import { fieldReference } from "../spec/encoded-field.ts";
import { defaultFormat, figureLabels, labelField, labelPosition } from "./figure-label.ts";
import { titled } from "./titled.ts";

export interface BarSpecOptions {
  /** Field of the columns, e.g. periods: shown in the order of the rows. */
  readonly x: string;
  /** Field of the figures. */
  readonly y: string;
  /** Field that sets apart the columns of one x. */
  readonly series?: string;
  readonly xTitle?: string;
  readonly yTitle?: string;
  /** d3 number format of the labels; `,` where absent. */
  readonly format?: string;
}

/** Columns with their figures on top: a few periods, for one series or a few side by side. */
export function barSpec({ x, y, series, xTitle, yTitle, format = defaultFormat }: BarSpecOptions): TopLevelSpec {
  const offset = series === undefined ? {} : { xOffset: { field: fieldReference(series), sort: null } };
  return {
    data: { name: "data" },
    transform: figureLabels(y, format),
    encoding: {
      x: {
        field: fieldReference(x),
        type: "ordinal",
        sort: null,
        ...titled(xTitle),
        axis: { title: null, domain: true, labelAngle: 0, labelOverlap: true },
      },
      ...offset,
    },
    layer: [
      {
        mark: { type: "bar" },
        encoding: {
          y: {
            field: fieldReference(y),
            type: "quantitative",
            // Side by side, not on top of one another.
            stack: null,
            ...titled(yTitle),
            axis: null,
            scale: { zero: true },
          },
          ...(series === undefined
            ? {}
            : { color: { field: fieldReference(series), type: "nominal", sort: null, legend: { title: null } } }),
        },
      },
      {
        mark: { type: "text", baseline: "bottom", dy: -3 },
        encoding: { y: { field: labelPosition, type: "quantitative" }, text: { field: labelField } },
      },
    ],
  } as TopLevelSpec;
}
