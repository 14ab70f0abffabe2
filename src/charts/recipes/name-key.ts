import { pictureWidth } from "../spec/picture-width.ts";
import { capitalPx, characterPx, linePx, wrappedLines } from "./room-for-names.ts";

export interface NameKeyOptions {
  /** The data of the layer, and transforms that leave an entry for each row: its text in `field`, `keyEntry` where absent. */
  readonly data?: object;
  readonly transform: readonly object[];
  /** Characters of the longest entry; or a Vega expression for what it takes, px. */
  readonly longest: number | string;
  /** What is left free of the width of the picture, px: a key begins at the left of the map. */
  readonly marginPx?: number;
  /** From the plot, px, and what is written below it. */
  readonly offset: number | { readonly expr: string };
  /** What it takes up: two keys of one plot are kept apart by it, and by their fields. `size` where absent. */
  readonly channel?: "size" | "strokeWidth" | "strokeDash";
  readonly field?: string;
  /** The order of its entries; that of the alphabet where absent. */
  readonly sort?: object;
  /** Whether it has two columns at least where these have room, so that one long entry, which is wrapped, makes it no longer. Default false: a note has the whole line. */
  readonly isPaired?: boolean;
}

/** Between two entries of a key, px. */
const gapPx = 18;

const columnPx = (longest: number | string): number | string =>
  typeof longest === "string" ? `(${longest} + ${gapPx})` : Math.ceil(longest * characterPx) + gapPx;

/** The narrowest column of names of which a long one is wrapped, px; and what is free of the picture around the columns. */
const leastColumnPx = 120;
const aroundPx = 8;

/** Vega expressions: what the two columns of a paired key have each, px, and how many characters of an entry have room there. */
const pairedPx = `((${pictureWidth} - ${aroundPx} + ${gapPx}) / 2 - ${gapPx})`;
const pairedCharacters = `floor(${pairedPx} / (test(regexp('\\\\p{Ll}{2}', 'u'), datum.label) ? ${characterPx} : ${capitalPx}))`;

/** A layer that draws nothing: its legend, below the map, is a list of what has no room on it. */
export const nameKey = ({
  data,
  transform,
  longest,
  marginPx = 0,
  offset,
  channel = "size",
  field = "keyEntry",
  sort,
  isPaired = false,
}: NameKeyOptions) => {
  const byLongest = `floor((${pictureWidth} + ${gapPx - marginPx}) / ${columnPx(longest)})`;
  const areWrapped = `(${byLongest} < 2 && ${pairedPx} >= ${leastColumnPx})`;
  const wholeLine = `floor(${marginPx === 0 ? pictureWidth : `(${pictureWidth} - ${marginPx})`} / ${characterPx})`;
  return {
    ...(data === undefined ? {} : { data }),
    transform,
    // A text has no dashes.
    mark: channel === "strokeDash" ? { type: "point", size: 0, opacity: 0 } : { type: "text", text: "" },
    encoding: {
      [channel]: {
        field,
        type: "ordinal",
        ...(sort === undefined ? {} : { sort }),
        title: null,
        scale: { type: "ordinal", range: [1] },
        legend: {
          orient: "bottom",
          offset,
          direction: "horizontal",
          columns: { expr: `max(${isPaired ? `${areWrapped} ? 2 : 1` : 1}, ${byLongest})` },
          columnPadding: gapPx,
          rowPadding: 2,
          symbolLimit: 0,
          symbolSize: 0,
          symbolOpacity: 0,
          labelOffset: -9,
          labelExpr: wrappedLines(
            "datum.label",
            `max(8, ${isPaired ? `(${areWrapped} ? ${pairedCharacters} : ${wholeLine})` : wholeLine})`,
          ),
          labelLimit: { expr: pictureWidth },
          labelLineHeight: linePx,
        },
      },
    },
  };
};

/** Legends begin at the left edge of the picture, and not of its plot, which names beside it may leave little room; those below it stand below one another. */
export const legendsAtEdge = {
  legend: {
    layout: {
      top: { anchor: "start", frame: "bounds" },
      bottom: { direction: "vertical", anchor: "start", frame: "bounds", margin: 10 },
    },
  },
};
