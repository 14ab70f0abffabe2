import { isObject } from "../json.ts";
import type { MeasureText } from "../vega/text-metrics.ts";
import { drawnText } from "./drawn-text.ts";
import type { MarkChannels } from "./mark-channels.ts";
import { type Direction, endsOf, isContinuous, isDrawn } from "./px.ts";
import type { ReadMark, SceneItem } from "./read-scene.ts";
import type { DatumTracer } from "./traced-datum.ts";

/** Labels may stand a little beside their ticks, above a line of the grid. */
const mostPx = 12;

const categoryOf = ({ datum }: SceneItem): unknown => (isObject(datum) ? datum.value : undefined);

/** The first of the labels of an axis that stands at another position than its value has on the scale. */
export function tickElsewhere({ axis, guideScale, scaleOf, items }: ReadMark): SceneItem | undefined {
  if (!axis || guideScale === undefined) return undefined;
  const scale = scaleOf(guideScale);
  if (!scale) return undefined;
  const isOfNumbers = isContinuous(scale);
  // The label of a category belongs to the one that it is nearest to.
  const most = isOfNumbers ? mostPx : Math.max(mostPx, (scale.step?.() ?? Infinity) / 2 + 1);
  const middle = isOfNumbers ? 0 : (scale.bandwidth?.() ?? 0) / 2;
  for (const item of items) {
    const at = axis.at + ((axis.direction === "x" ? item.x : item.y) ?? 0);
    if (Math.abs(Number(scale(categoryOf(item))) + middle - at) > most) return item;
  }
  return undefined;
}

export interface NamesContext {
  /** Marks of the data that are no texts. */
  readonly shapes: readonly ReadMark[];
  readonly channels: ReadonlyMap<string, MarkChannels>;
  readonly tracer: DatumTracer;
  readonly measure: MeasureText;
}

/** The label of a category, and the one whose mark it stands nearer to. */
export interface NameElsewhere {
  readonly item: SceneItem;
  readonly name: string;
  readonly other: string;
}

/** By how much nearer, in px, another mark has to be. */
const nearerPx = 1;
/** What rounding may move a label by, px. */
const roundedPx = 1;

/**
 * The first label of an axis of categories that stands nearer to the mark of another one than to its own: whether labels were
 * moved, or marks, or both a little.
 */
export function nameElsewhere(
  label: ReadMark,
  { shapes, channels, tracer, measure }: NamesContext,
): NameElsewhere | undefined {
  const { axis, guideScale, scaleOf, items } = label;
  const scale = guideScale === undefined ? undefined : scaleOf(guideScale);
  if (!axis || !scale?.bandwidth || isContinuous(scale)) return undefined;
  const { direction } = axis;
  const own = shapes.filter(
    (mark) =>
      channels.get(mark.name)?.[direction].includes(guideScale as string) &&
      mark.scaleOf(guideScale as string) === scale,
  );
  if (own.length === 0) return undefined;
  const stretches = stretchesOf(own, { direction, tracer, names: new Set(scale.domain()) });
  // Marks in one category stand beside each other around its middle. Labels stand at whole pixels: of many categories that are closer, marks do not.
  const most = Math.max(roundedPx, (scale.step?.() ?? 0) / 4);
  for (const item of items) {
    const name = categoryOf(item);
    const drawnAs = typeof name === "string" && isDrawn(item) ? stretches.get(name) : undefined;
    if (!drawnAs) continue;
    // A wide label at the edge of a plot begins or ends at its mark.
    const anchor = axis.at + (item[direction] ?? 0);
    if (drawnAs.some(({ from, to }) => Math.abs((from + to) / 2 - anchor) <= most)) continue;
    const at = anchor + shiftOfText(item, direction, measure);
    const far = distanceTo(drawnAs, at);
    // No other is nearer than at it: so are nearly all labels of long axes.
    if (far <= nearerPx) continue;
    for (const [other, stands] of stretches)
      if (other !== name && distanceTo(stands, at) < far - nearerPx) return { item, name: name as string, other };
  }
  return undefined;
}

/** From where to where a mark reaches, px. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** To the nearest of some marks; nothing for what stands along one. */
function distanceTo(stretches: readonly Stretch[], at: number): number {
  let least = Infinity;
  for (const { from, to } of stretches) least = Math.min(least, Math.max(from - at, at - to, 0));
  return least;
}

/** Where the marks of each category reach. A mark of several categories is of none. */
function stretchesOf(
  marks: readonly ReadMark[],
  {
    direction,
    tracer,
    names,
  }: { readonly direction: Direction; readonly tracer: DatumTracer; readonly names: ReadonlySet<unknown> },
): ReadonlyMap<string, readonly Stretch[]> {
  const stretches = new Map<string, Stretch[]>();
  for (const { type, items } of marks)
    for (const item of items) {
      const name = isDrawn(item) ? onlyOf(tracer.trace(item.datum)?.names, names) : undefined;
      if (name === undefined) continue;
      const [start, end = start] = endsOf(item, direction, type === "rect" || type === "rule" ? type : "point");
      if (start === undefined || end === undefined) continue;
      const stretch = { from: Math.min(start, end), to: Math.max(start, end) };
      const known = stretches.get(name);
      if (known) known.push(stretch);
      else stretches.set(name, [stretch]);
    }
  return stretches;
}

/** The one text that is among names; undefined where none is, or several are. */
function onlyOf(texts: Iterable<string> = [], names: ReadonlySet<unknown>): string | undefined {
  let only: string | undefined;
  for (const text of texts) {
    if (!names.has(text)) continue;
    if (only !== undefined) return undefined;
    only = text;
  }
  return only;
}

const shareOfWidth: Readonly<Record<string, number>> = { left: 0.5, right: -0.5 };

/** How far the middle of a text is from where it is anchored, in px. A turned one begins or ends at its tick. */
function shiftOfText(item: SceneItem, direction: Direction, measure: MeasureText): number {
  const share = direction === "x" && (item.angle ?? 0) % 360 === 0 ? (shareOfWidth[item.align ?? ""] ?? 0) : 0;
  if (share === 0) return 0;
  const widths = drawnText(item, measure)
    .split("\n")
    .map((line) => measure({ ...item, limit: 0 }, line));
  return share * Math.max(...widths);
}
