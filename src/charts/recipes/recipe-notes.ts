import { z } from "zod";
import { isObject, type JsonObject } from "../json.ts";
import type { ChartAnnotation } from "./annotations.ts";
import { type LayerNeed, readLayerNeeds } from "./layer-needs.ts";
import type { SaidInterval } from "./said-interval.ts";
import type { SkewedAxis } from "./skewed-axis.ts";
import type { TimeAxis } from "./time-axis.ts";
import { type OwnTransforms, replacedDigest, transformsDigest, wholeDigest } from "./transforms-digest.ts";
import type { TwoSides } from "./two-sides.ts";

/** What a recipe says of its spec, beside what Vega-Lite reads: kept in the spec's `usermeta`. */
export interface RecipeNotes {
  /** The function that made the spec: `rankingSpec`. */
  readonly recipe: string;
  /**
   * Top-level properties that take the place of the spec's, tried in order where the texts of the spec have no room. None that would undo a
   * transform that was added to the spec.
   */
  readonly otherwise: readonly JsonObject[];
  /** What to draw instead where none of them has room: `Use rankingSpec, …`. */
  readonly instead: string;
  /** Of charts that keep a width of their own, px: that of the spec, then that of each entry of `otherwise`. */
  readonly widthsPx: readonly number[];
  /** Texts belong on its shapes, in a colour that is read there. */
  readonly writesOnShapes: boolean;
  /** Of classes of figures that may lie on both sides of a midpoint: then both have a ramp of colours. */
  readonly twoSides: TwoSides | undefined;
  /** Its texts hide no dots, which are figures. */
  readonly keepsDots: boolean;
  /** Of a field of the rows, so many texts are told apart at most. */
  readonly most: { readonly field: string; readonly count: number } | undefined;
  /** How the figures of some fields are written, as D3 has it. */
  readonly written: { readonly fields: readonly string[]; readonly format: string } | undefined;
  /** Figures of a field that are amounts, none of them below zero; those that have one text in the field `wholeOf` are parts of 1. */
  readonly amounts: { readonly field: string; readonly wholeOf: string | undefined } | undefined;
  /** What stands on the chart beside its data, and the field of the rows by which notes are placed; none where absent. */
  readonly annotations: PlacedAnnotations | undefined;
  /** Its axis of periods, which stand on it by their distance in time. */
  readonly timeAxis: TimeAxis | undefined;
  /** Its axis of figures of which one may be many times most others: logarithmic where it is. */
  readonly skewed: SkewedAxis | undefined;
  /** The intervals of its figures, of which the chart says what they are. */
  readonly interval: SaidInterval | undefined;
  /** The transforms that the recipe gave its spec at the top; undefined of a spec that was kept from earlier versions. */
  readonly ownTransforms: OwnTransforms | undefined;
  /** Whether the spec's transforms are no more those of the recipe: what it draws may not be what its rows are. */
  readonly isChanged: boolean;
  /** Whether the whole spec is still as the recipe made it, but for its rows: then it compiles. */
  readonly isAsMade: boolean;
  /**
   * The figures and the lines of a chart that has layers for gaps (`gapLayer`), which rows without them need not. Undefined where the spec is changed: a
   * transform that was added may make gaps, or leave a line one figure, of rows that have none.
   */
  readonly gaps: { readonly field: string; readonly line: string | undefined } | undefined;
  /** Its layers that draw some rows alone. */
  readonly layersFor: readonly LayerNeed[];
  /** Figures that are drawn on one scale, and the lines or areas that they are of. */
  readonly oneScale: { readonly field: string; readonly line: string } | undefined;
  /** Field of the areas, and the names that the map has a place for. */
  readonly places: { readonly field: string; readonly names: readonly string[] } | undefined;
  /** Names of a field of the rows that are told apart from the rest, if the rows have them. */
  readonly compared: { readonly field: string; readonly names: readonly string[] } | undefined;
  /** Texts of a field of the rows that have a place in its bars; others stand beside them. */
  readonly answers: { readonly field: string; readonly names: readonly string[] } | undefined;
  /** Where a field of the rows has so many texts only; else the next way to draw it is tried. An entry of `otherwise` has notes of its own. */
  readonly told: { readonly field: string; readonly from: number; readonly to: number } | undefined;
}

export interface PlacedAnnotations {
  readonly x: string;
  readonly annotations: readonly ChartAnnotation[];
}

const text = z.string();
/** A spec may come from a file, with notes that no recipe wrote. */
const placedAnnotations: z.ZodType<PlacedAnnotations> = z.object({
  x: text,
  annotations: z.array(
    z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("text"), at: z.record(text, text), text, value: z.exactOptional(text) }),
      z.object({ kind: z.enum(["reference", "target"]), value: text, label: text }),
      z.object({ kind: z.literal("shaded"), from: text, to: text, label: text }),
      z.object({ kind: z.literal("break"), from: text, label: text }),
      z.object({ kind: z.literal("band"), low: text, high: text, label: text, level: z.exactOptional(z.number()) }),
    ]),
  ),
});

const saidInterval: z.ZodType<SaidInterval> = z.object({
  low: text,
  high: text,
  is: z.exactOptional(z.union([z.number(), text])),
  label: z.exactOptional(text),
});
const skewedAxis: z.ZodType<SkewedAxis> = z.object({ field: text, stripe: z.exactOptional(z.number()) });

export interface RecipeNotesOptions {
  readonly recipe: string;
  readonly annotations?: PlacedAnnotations;
  readonly otherwise?: readonly object[];
  /** A digest for each of them, of what it takes the place of. */
  readonly replaced?: readonly string[];
  readonly instead: string;
  readonly widthsPx?: readonly number[];
  readonly writesOnShapes?: boolean;
  readonly keepsDots?: boolean;
  readonly twoSides?: TwoSides;
  readonly most?: { readonly field: string; readonly count: number };
  readonly written?: { readonly fields: readonly (string | undefined)[]; readonly format: string | undefined };
  readonly amounts?: { readonly field: string; readonly wholeOf?: string };
  readonly told?: { readonly field: string; readonly from: number; readonly to: number };
  readonly timeAxis?: TimeAxis;
  readonly skewed?: SkewedAxis;
  readonly interval?: SaidInterval;
  readonly gaps?: { readonly field: string; readonly line?: string };
  readonly layersFor?: readonly LayerNeed[];
  /** Its own, at the top; and digests of all that make rows of it, in each way to draw it. */
  readonly transforms?: OwnTransforms & { readonly all: readonly string[] };
  readonly compared?: { readonly field: string; readonly names: readonly string[] };
  readonly answers?: { readonly field: string; readonly names: readonly string[] };
  readonly oneScale?: { readonly field: string; readonly line: string };
  readonly places?: { readonly field: string; readonly names: readonly string[] };
  /** A digest of the whole spec. */
  readonly made?: string;
}

/** Top-level properties of a spec that hold a recipe's notes. */
export const recipeNotes = ({ otherwise = [], ...notes }: RecipeNotesOptions) => ({
  usermeta: { briefwright: { ...notes, otherwise } },
});

/** The notes of a spec; undefined where no recipe made it. */
export function readRecipeNotes(spec: JsonObject): RecipeNotes | undefined {
  const { usermeta } = spec;
  const notes = isObject(usermeta) ? usermeta.briefwright : undefined;
  if (!isObject(notes) || typeof notes.recipe !== "string") return undefined;
  const others = Array.isArray(notes.otherwise) ? notes.otherwise.filter(isObject) : [];
  // Then nothing was added to it that another way to draw could undo: to ask each of forty ways takes as long as to read the spec.
  const isAsMade = notes.made === wholeDigest(spec);
  const replaced: readonly unknown[] = Array.isArray(notes.replaced) ? notes.replaced : [];
  // Specs that were kept from earlier versions have none of them.
  const isOpen = others.map(
    (other, index) => isAsMade || (replaced[index] ?? replacedDigest(spec, other)) === replacedDigest(spec, other),
  );
  const {
    most,
    told,
    annotations,
    written,
    compared,
    amounts,
    twoSides,
    timeAxis,
    skewed,
    interval,
    gaps,
    places,
    oneScale,
    answers,
  } = notes;
  const transforms = transformsOf(notes.transforms);
  const isChanged = !isAsMade && transforms !== undefined && !transforms.all.includes(transformsDigest(spec));
  return {
    recipe: notes.recipe,
    otherwise: others.filter((_, index) => isOpen[index]),
    instead: String(notes.instead ?? ""),
    widthsPx: Array.isArray(notes.widthsPx)
      ? notes.widthsPx.map(Number).filter((_, index) => index === 0 || isOpen[index - 1])
      : [],
    writesOnShapes: notes.writesOnShapes === true,
    keepsDots: notes.keepsDots === true,
    twoSides: isObject(twoSides) ? readTwoSides(twoSides) : undefined,
    most: isObject(most) ? { field: String(most.field), count: Number(most.count) } : undefined,
    written:
      isObject(written) && Array.isArray(written.fields) && typeof written.format === "string"
        ? { fields: written.fields.filter((field) => typeof field === "string"), format: written.format }
        : undefined,
    amounts: isObject(amounts)
      ? { field: String(amounts.field), wholeOf: typeof amounts.wholeOf === "string" ? amounts.wholeOf : undefined }
      : undefined,
    annotations: placedAnnotations.safeParse(annotations).data,
    timeAxis: isObject(timeAxis) ? timeAxisOf(timeAxis) : undefined,
    interval: saidInterval.safeParse(interval).data,
    skewed: skewedAxis.safeParse(skewed).data,
    ownTransforms: transforms,
    isChanged,
    isAsMade,
    gaps: transforms && !isChanged ? gapsOf(gaps) : undefined,
    layersFor: readLayerNeeds(notes.layersFor, spec),
    compared: namesOf(compared),
    answers: namesOf(answers),
    oneScale: isObject(oneScale) ? { field: String(oneScale.field), line: String(oneScale.line) } : undefined,
    places: namesOf(places),
    told: isObject(told) ? { field: String(told.field), from: Number(told.from), to: Number(told.to) } : undefined,
  };
}

const namesOf = (listed: unknown): RecipeNotes["compared"] =>
  isObject(listed) && Array.isArray(listed.names)
    ? { field: String(listed.field), names: listed.names.map(String) }
    : undefined;

const readTwoSides = ({ field, midpoint, limits, warm }: JsonObject): TwoSides => ({
  field: String(field),
  midpoint: typeof midpoint === "number" ? midpoint : undefined,
  limits: Array.isArray(limits) ? limits.map(Number) : undefined,
  warm: warm === "above" || warm === "below" ? warm : undefined,
});

const transformsOf = (transforms: unknown): RecipeNotesOptions["transforms"] =>
  isObject(transforms)
    ? {
        count: Number(transforms.count),
        digest: String(transforms.digest),
        all: Array.isArray(transforms.all) ? transforms.all.map(String) : [],
      }
    : undefined;

const gapsOf = (gaps: unknown): RecipeNotes["gaps"] =>
  isObject(gaps)
    ? { field: String(gaps.field), line: typeof gaps.line === "string" ? gaps.line : undefined }
    : undefined;

const timeAxisOf = ({ field, holds, label }: JsonObject): TimeAxis => ({
  field: String(field),
  holds: holds === "columns" || holds === "cells" ? holds : "lines",
  ...(typeof label === "string" ? { label } : {}),
});
