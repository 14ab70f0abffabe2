import { pictureWidth } from "../spec/picture-width.ts";
import { characterPx, linePx, wrappedLines } from "./room-for-names.ts";

export interface NameKeyOptions {
  /** The data of the layer, and transforms that leave an entry for each row: its text in `keyEntry`. */
  readonly data?: object;
  readonly transform: readonly object[];
  /** Characters of the longest entry. */
  readonly longest: number;
  /** From the plot, px, and what is written below it. */
  readonly offset: number;
}

/** Between two entries of a key, px. */
const gapPx = 18;

/** A layer that draws nothing: its legend, below the map, is a list of what has no room on it. */
export const nameKey = ({ data, transform, longest, offset }: NameKeyOptions) => ({
  ...(data === undefined ? {} : { data }),
  transform,
  mark: { type: "text", text: "" },
  encoding: {
    size: {
      field: "keyEntry",
      type: "ordinal",
      title: null,
      scale: { type: "ordinal", range: [1] },
      legend: {
        orient: "bottom",
        offset,
        direction: "horizontal",
        columns: { expr: `max(1, floor((${pictureWidth} + ${gapPx}) / ${Math.ceil(longest * characterPx) + gapPx}))` },
        columnPadding: gapPx,
        rowPadding: 2,
        symbolLimit: 0,
        symbolSize: 0,
        symbolOpacity: 0,
        labelOffset: -9,
        labelExpr: wrappedLines("datum.label", `max(8, floor(${pictureWidth} / ${characterPx}))`),
        labelLimit: { expr: pictureWidth },
        labelLineHeight: linePx,
      },
    },
  },
});

/** Legends below a map stand below one another, each from its left edge. */
export const legendsBelow = { legend: { layout: { bottom: { direction: "vertical", anchor: "start", margin: 10 } } } };
