import * as z from "zod";
import { isObject, type JsonObject } from "../json.ts";
import type { PlacesOfRows } from "./absent-rows.ts";
import type { ChartAnnotation } from "./annotations.ts";
import { lateList } from "./late-list.ts";
import { type LayerNeed, readLayerNeeds } from "./layer-needs.ts";
import { type PartsHeight, readPartsHeight } from "./parts-height.ts";
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
  /** Of the spec, then of each entry of `otherwise`: what it is tried after alone; undefined where it is tried whatever came before it. */
  readonly triedAfter: readonly (TriedAfter | undefined)[];
  /** Whether the ways that are wider than the spec come before it in a place that has room for them. */
  readonly widens: boolean;
  /** How high the spec is at least, then each entry of `otherwise`; undefined where that is not known. */
  readonly heights: readonly (PartsHeight | undefined)[];
  /** Texts belong on its shapes, in a colour that is read there. */
  readonly writesOnShapes: boolean;
  /** Of classes of figures that may lie on both sides of a midpoint: then both have a ramp of colours. */
  readonly twoSides: TwoSides | undefined;
  /** Its texts hide no dots, which are figures. */
  readonly keepsDots: boolean;
  /** Of a field of the rows, so many texts are told apart at most. */
  readonly most: { readonly field: string; readonly count: number } | undefined;
  /** Field of its periods, of which it draws two: a first and a last. */
  readonly ends: string | undefined;
  /** How the figures of some fields are written, as D3 has it. */
  readonly written: WrittenFigures | undefined;
  /** Figures of a field that are amounts, none of them below zero; those that have one text in the field `wholeOf` are parts of 1, and places are whole, from 1. */
  readonly amounts:
    | { readonly field: string; readonly wholeOf: string | undefined; readonly arePlaces: boolean }
    | undefined;
  /** What stands on the chart beside its data, and the field of the rows by which notes are placed; none where absent. */
  readonly annotations: PlacedAnnotations | undefined;
  /** Its axis of periods, which stand on it by their distance in time. */
  readonly timeAxis: TimeAxis | undefined;
  /** Its axis of figures of which one may be many times most others: logarithmic where it is. */
  readonly skewed: SkewedAxis | undefined;
  /** The intervals of its figures, of which the chart says what they are. */
  readonly interval: SaidInterval | undefined;
  /** Fields of its figures and of the limits between which chance leaves 95 in 100 of them. */
  readonly limits: Limits | undefined;
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
  /** Where it has a place for a figure, whether there is a row for it or not. Undefined where the spec is changed. */
  readonly grid: PlacesOfRows | undefined;
  /** Its layers that draw some rows alone. */
  readonly layersFor: readonly LayerNeed[];
  /** Figures that are drawn on one scale, and the lines or areas that they are of. */
  readonly oneScale: { readonly field: string; readonly line: string } | undefined;
  /** Field of the areas, and the names that the map has a place for. */
  readonly places: { readonly field: string; readonly names: readonly string[] } | undefined;
  /** Names of a field of the rows that are told apart from the rest, if the rows have them. */
  readonly compared: { readonly field: string; readonly names: readonly string[] } | undefined;
  /** An option that the first so many ways to draw it follow, as its author writes it, and how it is drawn in the others. */
  readonly asked: { readonly option: string; readonly ways: number; readonly otherwise: string } | undefined;
  /** Texts of a field of the rows that have a place in its bars; others stand beside them. */
  readonly answers: { readonly field: string; readonly names: readonly string[] } | undefined;
  /** Where a field of the rows has so many texts only; else the next way to draw it is tried. An entry of `otherwise` has notes of its own. */
  readonly told: { readonly field: string; readonly from: number; readonly to: number } | undefined;
}

export interface WrittenFigures {
  readonly fields: readonly string[];
  readonly format: string;
  /** Whether the picture, which prints none of them, classes them by what they are; else as they are printed. */
  readonly isClassedAsIs: boolean;
}

/** A way that was drawn before and could not be read, whether for a text that was cut or for anything else: 0 is the spec, 1 the first of `otherwise`. */
export interface TriedAfter {
  readonly way: number;
  readonly isCut: boolean;
}

export interface Limits {
  readonly value: string;
  readonly low: string;
  readonly high: string;
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
const limitsSchema: z.ZodType<Limits> = z.object({ value: text, low: text, high: text });
const askedSchema = z.object({ option: text, ways: z.number(), otherwise: text });
const triedAfterSchema = z.array(z.object({ way: z.number(), isCut: z.boolean() }).nullable());
const gridSchema: z.ZodType<PlacesOfRows> = z.object({ fields: z.tuple([text, text]), value: text });
const skewedAxis: z.ZodType<SkewedAxis> = z.object({ field: text, stripe: z.exactOptional(z.number()) });

export interface RecipeNotesOptions {
  readonly recipe: string;
  readonly annotations?: PlacedAnnotations;
  /** Made when the first of them is asked for: most charts have room in the first way. */
  readonly otherwise?: readonly (() => object)[];
  readonly instead: string;
  readonly widthsPx?: readonly number[];
  readonly triedAfter?: readonly (TriedAfter | null)[];
  readonly widens?: boolean;
  readonly heights?: readonly (PartsHeight | null)[];
  readonly writesOnShapes?: boolean;
  readonly keepsDots?: boolean;
  readonly twoSides?: TwoSides;
  readonly most?: { readonly field: string; readonly count: number };
  readonly ends?: string;
  readonly written?: {
    readonly fields: readonly (string | undefined)[];
    readonly format: string | undefined;
    readonly isClassedAsIs?: boolean;
  };
  readonly amounts?: { readonly field: string; readonly wholeOf?: string; readonly arePlaces?: boolean };
  readonly told?: { readonly field: string; readonly from: number; readonly to: number };
  readonly timeAxis?: TimeAxis;
  readonly skewed?: SkewedAxis;
  readonly interval?: SaidInterval;
  readonly limits?: Limits;
  readonly gaps?: { readonly field: string; readonly line?: string };
  readonly grid?: PlacesOfRows;
  readonly layersFor?: readonly LayerNeed[];
  readonly compared?: { readonly field: string; readonly names: readonly string[] };
  readonly asked?: { readonly option: string; readonly ways: number; readonly otherwise: string };
  readonly answers?: { readonly field: string; readonly names: readonly string[] };
  readonly oneScale?: { readonly field: string; readonly line: string };
  readonly places?: { readonly field: string; readonly names: readonly string[] };
}

/** What notes hold by which it is told whether a spec is still as its recipe made it. */
export interface MadeNotes {
  /** A digest of the whole spec. */
  readonly made: string;
  /** Ways to draw it, without what they have in common with it; and a digest for each of them, of what it takes the place of. */
  readonly otherwise: readonly object[];
  readonly replaced: readonly string[];
  /** Its own, at the top; and digests of all that make rows of it, in each way to draw it. */
  readonly transforms: OwnTransforms & { readonly all: readonly string[] };
}

/** Top-level properties of a spec that hold a recipe's notes. */
export const recipeNotes = ({ otherwise: _, ...notes }: RecipeNotesOptions, made?: MadeNotes) => ({
  usermeta: { briefwright: { ...notes, otherwise: [], ...made } },
});

/** The notes of a spec; undefined where no recipe made it. */
export function readRecipeNotes(spec: JsonObject): RecipeNotes | undefined {
  const { usermeta } = spec;
  const notes = isObject(usermeta) ? usermeta.briefwright : undefined;
  if (!isObject(notes) || typeof notes.recipe !== "string") return undefined;
  const isAsMade = notes.made !== undefined && notes.made === wholeDigest(spec);
  const ways = waysOf(notes, isAsMade ? undefined : spec);
  const {
    most,
    ends,
    told,
    annotations,
    written,
    compared,
    amounts,
    twoSides,
    timeAxis,
    skewed,
    interval,
    limits,
    gaps,
    grid,
    places,
    oneScale,
    answers,
    asked,
  } = notes;
  const transforms = transformsOf(notes.transforms);
  const isChanged = !isAsMade && transforms !== undefined && !madeSo(notes.transforms, transformsDigest(spec));
  return {
    recipe: notes.recipe,
    otherwise: ways.list,
    instead: String(notes.instead ?? ""),
    widthsPx: Array.isArray(notes.widthsPx)
      ? notes.widthsPx.map(Number).filter((_, index) => index === 0 || ways.isOpen(index - 1))
      : [],
    triedAfter: triedAfterOf(notes.triedAfter, ways.isOpen),
    widens: notes.widens === true,
    // What was added may leave it fewer parts.
    heights:
      Array.isArray(notes.heights) && !isChanged
        ? notes.heights.filter((_, index) => index === 0 || ways.isOpen(index - 1)).map(readPartsHeight)
        : [],
    writesOnShapes: notes.writesOnShapes === true,
    keepsDots: notes.keepsDots === true,
    twoSides: isObject(twoSides) ? readTwoSides(twoSides) : undefined,
    // What was added may leave two of many.
    ends: typeof ends === "string" && !isChanged ? ends : undefined,
    most: isObject(most) ? { field: String(most.field), count: Number(most.count) } : undefined,
    written:
      isObject(written) && Array.isArray(written.fields) && typeof written.format === "string"
        ? {
            fields: written.fields.filter((field) => typeof field === "string"),
            format: written.format,
            isClassedAsIs: written.isClassedAsIs === true,
          }
        : undefined,
    amounts: isObject(amounts)
      ? {
          field: String(amounts.field),
          wholeOf: typeof amounts.wholeOf === "string" ? amounts.wholeOf : undefined,
          arePlaces: amounts.arePlaces === true,
        }
      : undefined,
    annotations: placedAnnotations.safeParse(annotations).data,
    timeAxis: isObject(timeAxis) ? timeAxisOf(timeAxis) : undefined,
    interval: saidInterval.safeParse(interval).data,
    limits: limitsSchema.safeParse(limits).data,
    skewed: skewedAxis.safeParse(skewed).data,
    ownTransforms: transforms,
    isChanged,
    isAsMade,
    gaps: transforms && !isChanged ? gapsOf(gaps) : undefined,
    grid: transforms && !isChanged ? gridSchema.safeParse(grid).data : undefined,
    layersFor: readLayerNeeds(notes.layersFor, spec),
    compared: namesOf(compared),
    answers: namesOf(answers),
    asked: askedSchema.safeParse(asked).data,
    oneScale: isObject(oneScale) ? { field: String(oneScale.field), line: String(oneScale.line) } : undefined,
    places: namesOf(places),
    told: toldBy(told),
  };
}

/** For how many texts of a field a way to draw is, which has notes of its own. */
export function toldOfWay({ usermeta }: JsonObject): RecipeNotes["told"] {
  const notes = isObject(usermeta) ? usermeta.briefwright : undefined;
  return isObject(notes) && typeof notes.recipe === "string" ? toldBy(notes.told) : undefined;
}

const toldBy = (told: unknown): RecipeNotes["told"] =>
  isObject(told) ? { field: String(told.field), from: Number(told.from), to: Number(told.to) } : undefined;

/**
 * The ways to draw a spec but the first, and which of those that its notes have are among them: all, made when they are first asked for, where it is as it was
 * made (`changed` is undefined); else those that undo nothing that was added to it. Specs that were kept from earlier versions have no digests of that.
 */
function waysOf(notes: JsonObject, changed: JsonObject | undefined) {
  const listed: readonly unknown[] = Array.isArray(notes.otherwise) ? notes.otherwise : [];
  const wayAt = (index: number): JsonObject => {
    const way = listed[index];
    return isObject(way) ? way : {};
  };
  if (changed === undefined)
    return { list: lateList(Array.from(listed.keys(), (index) => () => wayAt(index))), isOpen: () => true };
  const replaced: readonly unknown[] = Array.isArray(notes.replaced) ? notes.replaced : [];
  const open = Array.from(listed.keys()).filter((index) => {
    const digest = replacedDigest(changed, wayAt(index));
    return (replaced[index] ?? digest) === digest;
  });
  return { list: open.map(wayAt), isOpen: (index: number) => open.includes(index) };
}

const namesOf = (listed: unknown): RecipeNotes["compared"] =>
  isObject(listed) && Array.isArray(listed.names)
    ? { field: String(listed.field), names: listed.names.map(String) }
    : undefined;

/** Of the ways that are open, by their places among these. */
function triedAfterOf(listed: unknown, isOpen: (index: number) => boolean): RecipeNotes["triedAfter"] {
  const all = triedAfterSchema.safeParse(listed).data ?? [];
  const open = Array.from(all.keys()).filter((way) => way === 0 || isOpen(way - 1));
  return open.map((each) => {
    const after = all[each];
    const way = after ? open.indexOf(after.way) : -1;
    return after && way >= 0 ? { ...after, way } : undefined;
  });
}

const readTwoSides = ({ field, midpoint, limits, warm, areTemperatures }: JsonObject): TwoSides => ({
  field: String(field),
  midpoint: typeof midpoint === "number" ? midpoint : undefined,
  limits: Array.isArray(limits) ? limits.map(Number) : undefined,
  warm: warm === "above" || warm === "below" ? warm : undefined,
  areTemperatures: areTemperatures === true,
});

const transformsOf = (transforms: unknown): RecipeNotes["ownTransforms"] =>
  isObject(transforms) ? { count: Number(transforms.count), digest: String(transforms.digest) } : undefined;

/** Whether one of the ways to draw it makes its rows so. */
const madeSo = (transforms: unknown, digest: string): boolean =>
  isObject(transforms) && Array.isArray(transforms.all) && transforms.all.includes(digest);

const gapsOf = (gaps: unknown): RecipeNotes["gaps"] =>
  isObject(gaps)
    ? { field: String(gaps.field), line: typeof gaps.line === "string" ? gaps.line : undefined }
    : undefined;

const timeAxisOf = ({ field, holds, label }: JsonObject): TimeAxis => ({
  field: String(field),
  holds: holds === "columns" || holds === "cells" ? holds : "lines",
  ...(typeof label === "string" ? { label } : {}),
});
