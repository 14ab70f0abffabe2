import type { ChartRow } from "../chart-row.ts";
import type { ChartScene } from "../draw/draw-scene.ts";
import { type PlacedText, placedParts, smallestTextPx } from "../draw/placed-parts.ts";
import type { JsonObject } from "../json.ts";
import type { RecipeNotes } from "../recipes/recipe-notes.ts";
import { defaultTheme } from "../theme/chart-theme.ts";
import type { Bounds } from "../vega/vega-modules.ts";

export interface ReadLegibilityOptions {
  /** Undefined: no recipe made its spec, so that nothing is known of what may stand on its shapes. */
  readonly recipe: RecipeNotes | undefined;
  readonly rows: readonly ChartRow[];
  /** Every text as drawn: where it was cut it ends in an ellipsis. */
  readonly texts: readonly string[];
  /** What the chart was made of: a text that stands there with an ellipsis was written with it. */
  readonly spec: JsonObject;
}

/** What is to be known of a drawing to tell whether it can be read in a place. */
export interface Legibility {
  /** Why it cannot be read in any. */
  readonly unreadable: string | undefined;
  /** Whether one of its texts was cut. */
  readonly isCut: boolean;
  readonly widthPx: number;
  readonly heightPx: number;
  /** What is higher, px, is shrunk too far on a page; undefined where that is not asked. */
  readonly mostHeightPx: number | undefined;
}

export interface Place {
  /** The width that the chart was asked for, px. */
  readonly widthPx: number;
  /** It is shown on screens alone, which scroll. */
  readonly isForScreen: boolean;
}

/** Bounds share no more than this, px: they are higher than the letters in them. */
const touching = 1;
/** A label that stands closer to a bar than this, px, touches it. */
const besideBarPx = 1;
/** What is less between two labels of an axis makes one word of them, px. */
const spacePx = 3;
/** What is less between a figure and the name of another one on its line would be read on, px. */
const figureSpacePx = 12;
/** A page of A4, its margins, a caption and the measure taken off, shrinks what is higher until texts of the usual size are below 6.5 pt; smaller ones are so sooner. */
const mostHeightPx = 1240;
/** Three screens of a telephone: more is a list that readers lose their place in. */
const mostScrolledPx = 2560;

/**
 * What readers of a chart would stumble over, as a clause: texts on one another, on bars or on dots that they would hide, cut or left out, a picture that is
 * wider than its place or too high for a page, more than can be told apart. Undefined where there is nothing.
 */
export function findIllegible(
  { unreadable, widthPx, heightPx, mostHeightPx }: Legibility,
  place: Place,
): string | undefined {
  if (unreadable !== undefined) return unreadable;
  if (widthPx > place.widthPx + touching) return `it would be ${widthPx} px wide, and has ${place.widthPx} px`;
  if (mostHeightPx !== undefined && heightPx > (place.isForScreen ? mostScrolledPx : mostHeightPx))
    return `it would be ${heightPx} px high, and a page shrinks what is higher than ${mostHeightPx} px below 6.5 pt`;
  return undefined;
}

/** Whether what is so high is too high for any page, or for a screen. */
export const isTooHigh = (px: number, { isForScreen }: Pick<Place, "isForScreen">): boolean =>
  px > (isForScreen ? mostScrolledPx : mostHeightPx);

/** Looks at a drawing for all that decides whether it can be read, wherever it stands. */
export function readLegibility(scene: ChartScene, options: ReadLegibilityOptions): Legibility {
  const { widthPx, heightPx } = scene;
  const mostPx = Math.floor(mostHeightPx * Math.min(1, smallestTextPx(scene.root) / defaultTheme.fontSizePx));
  const cut = options.texts.find((text) => /^…|…$/u.test(text) && !holdsText(options.spec, text));
  return {
    unreadable: findUnreadable(scene, { ...options, cut }),
    isCut: cut !== undefined,
    widthPx,
    heightPx,
    mostHeightPx: options.recipe === undefined ? undefined : mostPx,
  };
}

interface FindUnreadableOptions extends Pick<ReadLegibilityOptions, "recipe" | "rows"> {
  /** A text that was cut, as it is drawn. */
  readonly cut: string | undefined;
}

function findUnreadable(scene: ChartScene, { recipe, rows, cut }: FindUnreadableOptions): string | undefined {
  const { most, writesOnShapes, keepsDots } = recipe ?? { most: undefined, writesOnShapes: true, keepsDots: false };
  const count = most ? new Set(rows.map((row) => row[most.field])).size : 0;
  if (most && count > most.count) return `"${most.field}" has ${count} names, and it tells ${most.count} apart`;
  const { texts: placed, bars, dots } = placedParts(scene.root);
  const leftOut = placed.filter(({ isLeftOut }) => isLeftOut);
  const shown = placed.filter(({ isLeftOut }) => !isLeftOut);
  const onAnother = firstOverlap(shown);
  if (cut !== undefined) return `"${cut}" is cut`;
  if (leftOut.length > 0) return `${leftOut.length} labels would be left out, "${leftOut[0]?.lines.join(" ")}" first`;
  if (onAnother) return `"${onAnother[0]}" and "${onAnother[1]}" would lie on one another`;
  const onBar = writesOnShapes
    ? undefined
    : shown.find(({ isOfMark, bounds }) => isOfMark && bars.some((bar) => shares(bounds, bar, -besideBarPx)));
  if (onBar) return `"${onBar.lines.join(" ")}" would lie on a bar`;
  const onDot = keepsDots
    ? shown.find(({ isOfMark, bounds }) => isOfMark && dots.some((dot) => shares(bounds, dot)))
    : undefined;
  if (onDot) return `"${onDot.lines.join(" ")}" would lie on a dot`;
  return undefined;
}

/** Whether a text stands somewhere in a spec as it is. */
const holdsText = (part: unknown, text: string): boolean =>
  typeof part === "object" && part !== null
    ? Object.values(part).some((inner) => holdsText(inner, text))
    : part === text;

/**
 * Whether bounds have more in common than so many px either way; of a negative number, whether they are closer than that across.
 * @param apart how much wider the first is at each side, px.
 */
const shares = (a: Bounds, b: Bounds, least = touching, apart = 0): boolean =>
  Math.min(a.x2 + apart, b.x2) - Math.max(a.x1 - apart, b.x1) > least &&
  Math.min(a.y2, b.y2) - Math.max(a.y1, b.y1) > touching;

/** From the top down: a text is compared with those that begin above its foot. */
function firstOverlap(placed: readonly PlacedText[]): readonly [string, string] | undefined {
  const sorted = placed.toSorted((a, b) => a.bounds.y1 - b.bounds.y1);
  for (let index = 0; index < sorted.length; index += 1) {
    const text = sorted[index] as PlacedText;
    for (let next = index + 1; next < sorted.length; next += 1) {
      const other = sorted[next] as PlacedText;
      if (other.bounds.y1 > text.bounds.y2 - touching) break;
      if (shares(text.bounds, other.bounds, touching, spaceBetween(text, other)))
        return [text.lines.join(" "), other.lines.join(" ")];
    }
  }
  return undefined;
}

/**
 * The space that two texts need between them, px: names of an axis, labels of marks whose digits would be one figure, and those of one line, which would be
 * one name.
 */
function spaceBetween(one: PlacedText, other: PlacedText): number {
  if (!one.isOfMark && !other.isOfMark) return spacePx;
  if (!one.isOfMark || !other.isOfMark) return 0;
  const [left, right] = one.bounds.x1 < other.bounds.x1 ? [one, other] : [other, one];
  const isBehindFigure = /[\p{N}\]]$/u.test(left.lines.join("\n"));
  if (isWord(one) && isWord(other) && Math.abs(one.bounds.y1 - other.bounds.y1) < touching)
    return isBehindFigure ? figureSpacePx : spacePx;
  return isBehindFigure && /^[\p{N}[]/u.test(right.lines.join("\n")) ? spacePx : 0;
}

const isWord = ({ lines }: PlacedText) => lines.length === 1 && /\p{L}{2}/u.test(lines[0] ?? "");
