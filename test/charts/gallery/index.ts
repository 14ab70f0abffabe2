import { axisSpecs } from "./axes.ts";
import { compositionSpecs } from "./compositions.ts";
import { imageSpecs } from "./images.ts";
import { legendSpecs } from "./legends.ts";
import { mapSpecs } from "./maps.ts";
import { markStyleSpecs } from "./mark-styles.ts";
import { markSpecs } from "./marks.ts";
import { scaleSpecs } from "./scales.ts";
import { textSpecs } from "./texts.ts";
import { transformSpecs } from "./transforms.ts";
import { figureSpecs } from "./vega/figures.ts";
import { hierarchySpecs } from "./vega/hierarchies.ts";
import { layoutSpecs } from "./vega/layouts.ts";
import { plotSpecs } from "./vega/plots.ts";

export interface GalleryChart {
  readonly name: string;
  readonly spec: object;
  readonly kind: "vega" | "vega-lite";
}

const charts = (kind: GalleryChart["kind"], ...groups: readonly Readonly<Record<string, object>>[]): GalleryChart[] =>
  groups.flatMap((group) => Object.entries(group).map(([name, spec]) => ({ name, spec, kind })));

/** Charts of every kind that Vega-Lite and Vega can draw, each with data of its own. */
export const gallery: readonly GalleryChart[] = [
  ...charts(
    "vega-lite",
    markSpecs,
    markStyleSpecs,
    transformSpecs,
    compositionSpecs,
    scaleSpecs,
    axisSpecs,
    legendSpecs,
    textSpecs,
    mapSpecs,
    imageSpecs,
  ),
  ...charts("vega", hierarchySpecs, plotSpecs, figureSpecs, layoutSpecs),
];

/** Codes of the warnings that a chart is there to give. */
const cut = (count: number) => Array.from({ length: count }, () => "chart-text-cut");
export const expectedWarnings: Readonly<Record<string, readonly string[]>> = {
  // Vega-Lite says so of every binned field, and goes on as it was told.
  "scale-bin-ordinal": ["chart-spec-warning"],
  "axis-label-limit": cut(6),
  "legend-label-expression": cut(1),
  "text-limit": cut(6),
  "right-to-left-marks": cut(1),
  "title-turned-and-cut": cut(1),
  "vega-treemap": cut(2),
  "vega-force": ["untraced-mark"],
  "vega-wordcloud": ["untraced-mark"],
  "vega-beeswarm": ["untraced-mark"],
};
