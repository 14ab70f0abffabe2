import type { TopLevelSpec } from "vega-lite";
import { fieldReference } from "../spec/encoded-field.ts";
import { emphasisColor, emphasisConfig, emphasise } from "./emphasis.ts";
import { defaultFormat, figureLabels, labelField, labelPosition } from "./figure-label.ts";
import { titled } from "./titled.ts";

export interface RankingSpecOptions {
  /** Field of the names, e.g. areas. */
  readonly category: string;
  /** Field of the figures. */
  readonly value: string;
  /** Field that is true in the rows to stand out; `highlight` where absent, the only one that alt texts know. */
  readonly highlight?: string;
  readonly categoryTitle?: string;
  readonly valueTitle?: string;
  /** d3 number format of the labels; `,` where absent. */
  readonly format?: string;
  /** `descending` where absent: the highest on top. */
  readonly order?: "ascending" | "descending";
}

/** Horizontal bars in order of size, each with its name and figure: for 5 to 45 areas. */
export function rankingSpec(options: RankingSpecOptions): TopLevelSpec {
  const { category, value, highlight = "highlight", format = defaultFormat, order = "descending" } = options;
  return {
    config: emphasisConfig(),
    data: { name: "data" },
    height: { step: 14 },
    transform: [...figureLabels(value, format), ...emphasise(highlight)],
    encoding: {
      y: {
        field: fieldReference(category),
        type: "nominal",
        ...titled(options.categoryTitle),
        sort: { field: labelPosition, op: "max", order },
        axis: { title: null, labelOverlap: false },
      },
    },
    layer: [
      {
        mark: { type: "bar" },
        encoding: {
          x: {
            field: fieldReference(value),
            type: "quantitative",
            stack: null,
            ...titled(options.valueTitle),
            axis: null,
            scale: { zero: true },
          },
          color: emphasisColor,
        },
      },
      {
        mark: { type: "text", align: "left", dx: 5 },
        encoding: {
          x: { field: labelPosition, type: "quantitative" },
          text: { field: labelField },
        },
      },
    ],
  };
}
