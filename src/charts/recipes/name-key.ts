import { pictureWidth } from "../spec/picture-width.ts";
import { characterPx, linePx, wrappedLines } from "./room-for-names.ts";

export interface NameKeyOptions {
  /** The data of the layer, and transforms that leave an entry for each row: its text in `field`, `keyEntry` where absent. */
  readonly data?: object;
  readonly transform: readonly object[];
  /** Characters of the longest entry. */
  readonly longest: number;
  /** From the plot, px, and what is written below it. */
  readonly offset: number;
  /** What it takes up: two keys of one plot are kept apart by it, and by their fields. `size` where absent. */
  readonly channel?: "size" | "strokeWidth";
  readonly field?: string;
}

/** Between two entries of a key, px. */
const gapPx = 18;

/** A layer that draws nothing: its legend, below the map, is a list of what has no room on it. */
export const nameKey = ({
  data,
  transform,
  longest,
  offset,
  channel = "size",
  field = "keyEntry",
}: NameKeyOptions) => ({
  ...(data === undefined ? {} : { data }),
  transform,
  mark: { type: "text", text: "" },
  encoding: {
    [channel]: {
      field,
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

/** Legends begin at the left edge of the picture, and not of its plot, which names beside it may leave little room; those below it stand below one another. */
export const legendsAtEdge = {
  legend: {
    layout: {
      top: { anchor: "start", frame: "bounds" },
      bottom: { direction: "vertical", anchor: "start", frame: "bounds", margin: 10 },
    },
  },
};
