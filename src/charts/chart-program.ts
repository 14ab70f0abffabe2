import type { Runtime } from "vega";
import type { PartialLocation } from "../diagnostics/index.ts";
import type { FontSet } from "../fonts/index.ts";
import type { Words } from "../language/index.ts";
import type { ChartLimits } from "./chart-limits.ts";
import type { ChartRow } from "./chart-row.ts";
import type { LoadImagesOptions } from "./draw/load-images.ts";
import type { TooltipField } from "./draw/tooltips.ts";
import type { RecipeNotes } from "./recipes/recipe-notes.ts";
import type { MarkChannels } from "./scene-reading/mark-channels.ts";
import type { DrawnBy } from "./scene-reading/mark-fields.ts";
import type { ChartShape } from "./shape/chart-shape.ts";
import type { ColorCoding } from "./spec/color-codings.ts";
import type { LoadResource } from "./spec/load-data.ts";
import type { PreparedSpec } from "./spec/prepare-spec.ts";
import type { Computation } from "./spec/read-computations.ts";
import type { ChartTheme } from "./theme/chart-theme.ts";
import type { LendShapes } from "./vega/lend-to-vega.ts";
import type { RunWithin } from "./vega/run-within.ts";
import type { MeasureText } from "./vega/text-metrics.ts";
import type { Vega } from "./vega/vega-modules.ts";

/** All that a run needs, made once. */
export interface ChartProgram {
  /** The chart's id, and its file where it has one: where its diagnostics point. */
  readonly source: PartialLocation & { readonly id: string };
  readonly engine: ChartEngine;
  readonly facts: SpecFacts;
  readonly look: ChartLook;
  readonly allowance: ChartAllowance;
  /** Parameters of the spec that have other values than it gives them: this is another way to draw it. */
  readonly params: Readonly<Record<string, unknown>>;
}

/** Vega, ready to run the spec. */
export interface ChartEngine {
  readonly vega: Vega;
  /** For rows that may have gaps, or for those that have none. */
  readonly runtimeFor: (mayHaveGaps: boolean) => Runtime;
  /** Makes functions of the spec's expressions: compiles them, or has them run by an interpreter. */
  readonly expressions: object;
  /** Vega's formats of numbers and dates. */
  readonly locale: object;
  readonly measure: MeasureText;
  /** For transforms that read pixels; undefined where the spec has none. */
  readonly createCanvas: (() => object) | undefined;
  /** For maps; undefined where the spec has none. */
  readonly lendShapes: LendShapes | undefined;
  readonly runWithin: RunWithin;
}

/** What was read from the spec. */
export interface SpecFacts {
  /** The width that the spec was compiled for, px. */
  readonly widthPx: number;
  /** What is drawn is shown so many times larger: recipes in larger texts than the usual. */
  readonly zoom: number;
  /** What the recipe that made the spec says of it; undefined where none did. */
  readonly recipe: RecipeNotes | undefined;
  /** What its intervals are, as the chart says it; undefined where it has none, or nobody has said it. */
  readonly interval: string | undefined;
  readonly prepared: PreparedSpec;
  /** Whether its plot has axes. */
  readonly hasAxes: boolean;
  readonly shape: ChartShape;
  /** The rows of a spec that is drawn with its own data. */
  readonly ownRows: readonly ChartRow[];
  /** Fields that the rows must have. */
  readonly fields: readonly string[];
  /** Fields that are read as numbers. */
  readonly figureFields: readonly string[];
  readonly computations: readonly Computation[];
  /** What the whole works out of the rows that it is given, where these are not those that are drawn: transforms were added to a recipe's. */
  readonly computedBefore: readonly Computation[];
  readonly colorCodings: readonly ColorCoding[];
  /** What each mark is drawn by, by its name in the scene. */
  readonly channels: ReadonlyMap<string, MarkChannels>;
  /** The fields that each mark is drawn by, and how readers are told of its scales: read when it is first asked for. */
  readonly drawnBy: () => DrawnBy;
  /** The fields of each tooltip, by its mark in the scene. Undefined: there are none. */
  readonly tooltips: ReadonlyMap<string, readonly TooltipField[]> | undefined;
}

export interface ChartLook {
  readonly fonts: FontSet;
  /** Characters that were found to be drawn by these fonts, in the theme's family. */
  readonly drawable: Set<number>;
  readonly theme: ChartTheme;
  /** Language of numbers, dates and description. */
  readonly words: Words;
  /** Whether a word is the name of a month or of a day, or stands beside numbers in dates (`week`). */
  readonly isDateWord: (word: string) => boolean;
  /** Whether what its figures are called stands above the picture of a recipe that does not write it. */
  readonly drawsMeasure: boolean;
  /** What a line becomes before it is drawn, where type is set. */
  readonly setLine: ((line: string) => string) | undefined;
}

/** What the chart may take and say. */
export interface ChartAllowance {
  readonly limits: ChartLimits;
  readonly load: LoadResource | undefined;
  /** Images read by earlier runs. */
  readonly images: LoadImagesOptions["known"];
  /** Words with digits that are no figures of the data. */
  readonly literals: readonly string[];
}
