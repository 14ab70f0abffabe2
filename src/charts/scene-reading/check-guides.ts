import { isObject } from "../json.ts";
import type { MarkChannels } from "./mark-channels.ts";
import { isContinuous, isDrawn, tolerancePx } from "./px.ts";
import type { ReadMark, SceneItem, SceneScale, SortedMarks } from "./read-scene.ts";
import type { DatumTracer, TracedDatum } from "./traced-datum.ts";

export interface GuidesContext {
  readonly channels: ReadonlyMap<string, MarkChannels>;
  readonly tracer: DatumTracer;
}

/** What readers take a mark for by the axes and legends that they see, and it is not. */
export type GuideFault =
  | { readonly kind: "legend"; readonly scale: string }
  | { readonly kind: "other-axis"; readonly scale: string }
  | { readonly kind: "other-color"; readonly reads: unknown }
  | { readonly kind: "other-legend"; readonly scale: string };

export interface FoundGuideFault {
  readonly fault: GuideFault;
  readonly item: SceneItem;
  readonly mark: ReadMark;
}

/**
 * Where axes and legends say something else of marks than the scales that these are drawn by: symbols of a legend that are not
 * those of its scale, marks by a scale that has no axis beside one that has, colours that a legend gives to another category.
 */
export function checkGuides(
  { texts, legendSymbols, axisLabels, shapes }: Pick<SortedMarks, "texts" | "legendSymbols" | "axisLabels" | "shapes">,
  context: GuidesContext,
): readonly FoundGuideFault[] {
  const found: FoundGuideFault[] = [];
  for (const mark of legendSymbols) {
    const elsewhere = legendElsewhere(mark);
    if (elsewhere) found.push({ ...elsewhere, mark });
  }
  const axes = axisLabels.filter(({ axis, items }) => axis !== undefined && items.length > 0);
  // Plots side by side may have a legend each.
  const known = new Map<SceneItem | undefined, ReturnType<typeof legendColors>>();
  const colorsBeside = ({ plots }: ReadMark) => {
    const colors =
      known.get(plots.at(-1)) ??
      legendColors(legendSymbols.filter((each) => each.plots.every((plot) => plots.includes(plot))));
    known.set(plots.at(-1), colors);
    return colors;
  };
  const legends = new Set<string>();
  for (const { role, guideScale } of texts)
    if (guideScale !== undefined && role.startsWith("legend")) legends.add(guideScale);
  for (const mark of shapes) {
    found.push(...besideOtherAxis(mark, axes, context));
    found.push(...inOtherColor(mark, colorsBeside(mark), context));
    if (legends.size > 0) found.push(...besideOtherLegend(mark, legends, context));
  }
  return found;
}

const looks = ["fill", "stroke", "size", "shape"] as const;

/** The first symbol of a legend that does not look as its scale has it. */
function legendElsewhere({ items, legendScales, scaleOf }: ReadMark) {
  if (!legendScales) return undefined;
  for (const channel of looks) {
    const name = legendScales[channel];
    const scale = typeof name === "string" ? scaleOf(name) : undefined;
    if (!scale || typeof name !== "string") continue;
    const item = items.find((each) => {
      const value = isObject(each.datum) ? each.datum.value : undefined;
      return isTold(value) && each.opacity !== 0 && !isSame(each[channel], scale(value));
    });
    if (item) return { fault: { kind: "legend", scale: name } as const, item };
  }
  return undefined;
}

const isTold = (value: unknown): boolean =>
  typeof value === "string" || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value));

const isSame = (a: unknown, b: unknown): boolean =>
  a === b ||
  (typeof a === "number" && typeof b === "number" && Math.abs(a - b) <= 0.01 * Math.max(Math.abs(a), Math.abs(b)));

/** Where a value stands on a scale: its middle, where it has a breadth. */
const positionOn = (scale: SceneScale, value: unknown): number =>
  Number(scale(value)) + (isContinuous(scale) ? 0 : (scale.bandwidth?.() ?? 0) / 2);

/** A mark whose scale has no axis, in a plot that has one of another scale along the same direction, which says something else of it. */
function besideOtherAxis(
  mark: ReadMark,
  axes: readonly ReadMark[],
  { channels, tracer }: GuidesContext,
): readonly FoundGuideFault[] {
  const plot = mark.plots.at(-1);
  for (const direction of ["x", "y"] as const) {
    const own = channels.get(mark.name)?.[direction] ?? [];
    if (own.length === 0 || own.some((name) => mark.guided.has(name))) continue;
    const seen = axes.filter(
      ({ axis, plots, guideScale }) =>
        axis?.direction === direction && plots.at(-1) === plot && !own.includes(guideScale ?? ""),
    );
    for (const { guideScale = "", scaleOf } of seen) {
      const scale = scaleOf(guideScale);
      const drawnBy = own.flatMap((name) => mark.scaleOf(name) ?? []);
      if (!scale || !drawnBy.some((each) => isContinuous(each) === isContinuous(scale))) continue;
      const item = mark.items.find((each) => {
        const traced = isDrawn(each) ? tracer.trace(each.datum) : undefined;
        return traced !== undefined && drawnBy.some((each) => standElsewhere(each, scale, traced));
      });
      if (item) return [{ fault: { kind: "other-axis", scale: own.join(", ") }, item, mark }];
    }
  }
  return [];
}

/** Whether two scales have one of the values at different positions. */
function standElsewhere(a: SceneScale, b: SceneScale, { figures, names }: TracedDatum): boolean {
  if (a.type === "time" || a.type === "utc" || b.type === "time" || b.type === "utc") return false;
  const values: readonly unknown[] = isContinuous(a) ? [...figures.keys()] : [...names];
  const known = (scale: SceneScale, value: unknown) => isContinuous(scale) || scale.domain().includes(value);
  return values
    .filter((value) => known(a, value) && known(b, value))
    .some((value) => Math.abs(positionOn(a, value) - positionOn(b, value)) > tolerancePx);
}

/** A mark whose figure has its colour by a scale without a legend, beside the legend of another scale that gives it another colour. */
function besideOtherLegend(
  mark: ReadMark,
  explained: ReadonlySet<string>,
  { channels, tracer }: GuidesContext,
): readonly FoundGuideFault[] {
  const own = channels.get(mark.name)?.color ?? [];
  if (own.length === 0 || own.some((name) => mark.guided.has(name))) return [];
  const drawnBy = own.flatMap((name) => mark.scaleOf(name) ?? []).filter(isOfFigures);
  if (drawnBy.length === 0) return [];
  const legends = [...explained].flatMap((name) => mark.scaleOf(name) ?? []).filter(isOfFigures);
  for (const legend of legends) {
    const item = mark.items.find((each) =>
      [...((isDrawn(each) && tracer.trace(each.datum)?.figures.keys()) || [])].some((value) =>
        drawnBy.some((scale) => areOtherColors(scale(value), legend(value))),
      ),
    );
    if (item) return [{ fault: { kind: "other-legend", scale: own.join(", ") }, item, mark }];
  }
  return [];
}

const isOfFigures = (scale: SceneScale): boolean =>
  scale.domain().length > 1 && scale.domain().every((value) => typeof value === "number");
const areOtherColors = (a: unknown, b: unknown): boolean => typeof a === "string" && typeof b === "string" && a !== b;

/** What each colour of the legends of categories stands for. */
function legendColors(symbols: readonly ReadMark[]): ReadonlyMap<unknown, ReadonlySet<string>> {
  const colors = new Map<unknown, Set<string>>();
  for (const { items, legendScales } of symbols) {
    if (!legendScales) continue;
    const channel = legendScales.fill === undefined ? "stroke" : "fill";
    if (legendScales[channel] === undefined) continue;
    for (const item of items) {
      const value = isObject(item.datum) ? item.datum.value : undefined;
      if (typeof value === "string") colors.set(item[channel], (colors.get(item[channel]) ?? new Set()).add(value));
    }
  }
  return colors;
}

/** A mark in the colour that the legend gives to another category than its own. */
function inOtherColor(
  mark: ReadMark,
  colors: ReadonlyMap<unknown, ReadonlySet<string>>,
  { tracer }: GuidesContext,
): readonly FoundGuideFault[] {
  if (colors.size < 2) return [];
  const explained = new Set([...colors.values()].flatMap((names) => [...names]));
  for (const item of mark.items) {
    const said = colors.get(item.fill) ?? colors.get(item.stroke);
    const traced = said && isDrawn(item) ? tracer.trace(item.datum) : undefined;
    const own = [...(traced?.names ?? [])].filter((name) => explained.has(name));
    if (said && own.length > 0 && !own.some((name) => said.has(name)))
      return [{ fault: { kind: "other-color", reads: [...said][0] }, item, mark }];
  }
  return [];
}
