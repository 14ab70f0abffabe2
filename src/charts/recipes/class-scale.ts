import { fieldReference } from "../chart-shape.ts";
import { datumField, labelField } from "./figure-label.ts";

/**
 * A scale of classes for figures: between the limits given, else five of equal width, with round limits.
 *
 * Its colours are the theme's `ordinal` ones.
 */
export const classScale = (limits: readonly number[] | undefined) => ({
  ...(limits === undefined
    ? { type: "quantize", nice: true, zero: false }
    : { type: "threshold", domain: [...limits] }),
  range: "ordinal",
});

/** A strip of the classes, with their limits. */
export const classLegend = (format: string) => ({
  format,
  direction: "horizontal",
  gradientLength: 240,
  gradientThickness: 12,
});

/** What the legend of a map calls the outlines of areas without a figure. */
export interface GapNames {
  readonly suppressed: string;
  readonly missing: string;
}

export const defaultGapNames: GapNames = { suppressed: "[c] suppressed", missing: "[x] not available" };

export interface OffMapOptions {
  readonly area: string;
  /** A Vega expression: whether a row has no place on the map. */
  readonly isOff: string;
  /** Of the map; a longer list is cut, which is told. */
  readonly widthPx?: number;
}

/** A layer that writes the figures which have no place on the map below it: no figure is lost. */
export const offMap = ({ area, isOff, widthPx }: OffMapOptions) => ({
  transform: [
    { filter: isOff },
    { calculate: `${datumField(area)} + ' ' + ${datumField(labelField)}`, as: "offText" },
    { joinaggregate: [{ op: "values", field: fieldReference(area), as: "offRows" }] },
    { window: [{ op: "row_number", as: "offPlace" }] },
    { filter: "datum.offPlace === 1" },
    { calculate: "join(pluck(datum.offRows, 'offText'), ' · ')", as: "offText" },
  ],
  mark: {
    type: "text",
    align: "left",
    baseline: "top",
    dy: 8,
    ...(widthPx === undefined ? {} : { limit: widthPx }),
  },
  encoding: { x: { value: 0 }, y: { value: "height" }, text: { field: "offText" } },
});
