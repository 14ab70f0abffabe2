import { isObject, type JsonObject } from "../json.ts";
import type { SceneNode } from "../vega/vega-modules.ts";

/** An item of Vega's scene: what is finally drawn. Positions in px of the group that it stands in. */
export interface SceneItem extends Readonly<SceneNode> {
  readonly x2?: number;
  readonly y2?: number;
  readonly size?: number;
  readonly startAngle?: number;
  readonly endAngle?: number;
  readonly padAngle?: number;
  readonly outerRadius?: number;
  readonly innerRadius?: number;
  readonly shape?: unknown;
  readonly interpolate?: string;
  readonly tension?: number;
  readonly defined?: boolean;
  /** Of a text: how far from its position, in px; the width that it has room for; what stands for the rest of it. */
  readonly dx?: number;
  readonly dy?: number;
  readonly limit?: number;
  readonly ellipsis?: string;
  /** At what its lines end, which is not drawn. */
  readonly lineBreak?: string;
  readonly dir?: string;
  readonly font?: string;
  /** At which of its ends a text begins, or its middle. */
  readonly align?: string;
  /** Of a text, in degrees. */
  readonly angle?: number;
  /** Of a text that stands around a middle: in radians and px. */
  readonly theta?: number;
  readonly radius?: number;
  readonly orient?: string;
  readonly items?: readonly SceneMark[];
  readonly context?: { readonly scales?: Readonly<Record<string, { readonly value?: SceneScale } | undefined>> };
}

interface SceneMark extends Readonly<SceneNode> {
  readonly name?: string;
  readonly items?: readonly SceneItem[];
}

/** A scale of Vega, as far as a reader needs it. */
export interface SceneScale {
  (value: unknown): unknown;
  readonly type: string;
  readonly invert?: (px: number) => unknown;
  readonly bandwidth?: () => number;
  readonly step?: () => number;
  /** Of a scale of classes, where one ends and the next begins. */
  readonly bins?: unknown;
  readonly quantiles?: () => readonly unknown[];
  readonly thresholds?: () => readonly unknown[];
  readonly domain: () => readonly unknown[];
  /** Whether values beyond the domain stand at its end. */
  readonly clamp?: () => boolean;
  readonly range: () => readonly unknown[];
}

/** A scale by its name; undefined where no group around has it. */
export type ScaleOf = (name: string) => SceneScale | undefined;

/** One mark as drawn: its items, and the scales that are known where it stands. */
export interface ReadMark {
  readonly type: string;
  readonly role: string;
  readonly name: string;
  readonly items: readonly SceneItem[];
  readonly scaleOf: ScaleOf;
  /** Nothing of it is drawn outside this, in px of its group. */
  readonly clip: { readonly width: number; readonly height: number } | undefined;
  /** Of the axis or legend that it belongs to: its scale's name. */
  readonly guideScale: string | undefined;
  /** Of an axis: where it stands, and along which of the two directions it goes. */
  readonly axis: AxisPosition | undefined;
  /** Names of the scales that the chart has an axis or a legend for. */
  readonly guided: ReadonlySet<string>;
  /** What the small chart that it stands in is of; the same for all lines of one chart. */
  readonly panel: unknown;
  /** The plots that it stands in, the innermost last. Marks of one plot share its positions. */
  readonly plots: readonly SceneItem[];
  /** Where the group that it stands in begins, in px of the chart. */
  readonly origin: { readonly x: number; readonly y: number };
  /** Of a heading of a row or column of small charts: the direction along which it is beside its own. */
  readonly heads: "x" | "y" | undefined;
  /** Of the legend that it belongs to: the scales that it explains, by channel (`fill`, `size`). */
  readonly legendScales: Readonly<Record<string, unknown>> | undefined;
}

/** In px of the plot that an axis is of. */
export interface AxisPosition {
  readonly direction: "x" | "y";
  readonly at: number;
}

/** What all marks of one group have in common. */
interface GroupContext
  extends Pick<ReadMark, "scaleOf" | "guideScale" | "panel" | "axis" | "plots" | "origin" | "heads" | "legendScales"> {
  readonly group: SceneItem;
}

/** Groups that are plots, and no parts of guides. */
const plotRoles: ReadonlySet<string> = new Set(["frame", "scope"]);

/** Groups of headings, by what they head. */
const headings: Readonly<Record<string, "x" | "y">> = {
  "column-header": "x",
  "column-footer": "x",
  "row-header": "y",
  "row-footer": "y",
};

const noScale: ScaleOf = () => undefined;

/** What is read of a scene. */
interface Reading {
  readonly marks: ReadMark[];
  readonly guided: Set<string>;
}

/** Every mark of a scene, groups apart, in the order of drawing. */
export function readScene(root: object): readonly ReadMark[] {
  const reading: Reading = { marks: [], guided: new Set() };
  visitMark(root as SceneMark, outermost, reading);
  return reading.marks;
}

const outermost: GroupContext = {
  scaleOf: noScale,
  guideScale: undefined,
  panel: undefined,
  group: {},
  axis: undefined,
  plots: [],
  origin: { x: 0, y: 0 },
  heads: undefined,
  legendScales: undefined,
};

function visitMark(mark: SceneMark, context: GroupContext, reading: Reading): void {
  const { marktype = "", role = "", name = "", items = [], clip } = mark;
  if (marktype === "group") {
    for (const item of items) visitGroup(item, mark, context, reading);
    return;
  }
  const { group, scaleOf, panel, guideScale, axis, plots, origin, heads, legendScales } = context;
  const { width = 0, height = 0 } = group;
  if (guideScale !== undefined && role.endsWith("-label") && items.length > 0) reading.guided.add(guideScale);
  reading.marks.push({
    type: marktype,
    role,
    name,
    items,
    scaleOf,
    panel,
    guided: reading.guided,
    guideScale,
    axis,
    plots,
    origin,
    heads,
    legendScales,
    clip: clip === true ? { width, height } : undefined,
  });
}

function visitGroup(
  item: SceneItem,
  { role = "", name = "" }: SceneMark,
  around: GroupContext,
  reading: Reading,
): void {
  const scales = item.context?.scales;
  const isSeries = name.endsWith("pathgroup");
  const isPlot = !isSeries && plotRoles.has(role) && around.legendScales === undefined;
  const context: GroupContext = {
    group: item,
    scaleOf: scales ? (scale) => scales[scale]?.value ?? around.scaleOf(scale) : around.scaleOf,
    panel: !isSeries && isObject(item.datum) && hasFields(item.datum) ? item.datum : around.panel,
    guideScale: guideScale(item, role) ?? around.guideScale,
    legendScales: scalesOfLegend(item, role) ?? around.legendScales,
    axis: axisPosition(item, role) ?? around.axis,
    plots: isPlot ? [...around.plots, item] : around.plots,
    origin: { x: around.origin.x + (item.x ?? 0), y: around.origin.y + (item.y ?? 0) },
    heads: headings[role] ?? around.heads,
  };
  for (const mark of item.items ?? []) visitMark(mark, context, reading);
}

function hasFields(datum: JsonObject): boolean {
  for (const _ in datum) return true;
  return false;
}

/** The scale of an axis or a legend, as its group's datum names it. */
function guideScale({ datum }: SceneItem, role: string): string | undefined {
  if (!isObject(datum) || !(role.startsWith("axis") || role.startsWith("legend"))) return undefined;
  const named = [datum.scale, ...(isObject(datum.scales) ? Object.values(datum.scales) : [])];
  return named.find((name) => typeof name === "string");
}

const scalesOfLegend = ({ datum }: SceneItem, role: string): Readonly<Record<string, unknown>> | undefined =>
  role === "legend" && isObject(datum) && isObject(datum.scales) ? datum.scales : undefined;

function axisPosition({ orient, x = 0, y = 0 }: SceneItem, role: string): AxisPosition | undefined {
  if (role !== "axis") return undefined;
  if (orient === "left" || orient === "right") return { direction: "y", at: y };
  return orient === "top" || orient === "bottom" ? { direction: "x", at: x } : undefined;
}

/** The marks of a scene by what is asked of them, each list in the order of drawing. */
export interface SortedMarks {
  /** Texts of all kinds. */
  readonly texts: readonly ReadMark[];
  /** Marks of the data: labels and shapes. */
  readonly data: readonly ReadMark[];
  /** Texts of the data. */
  readonly labels: readonly ReadMark[];
  /** What of the data is no text. */
  readonly shapes: readonly ReadMark[];
  /** Marks of the data, those of one name in one small chart together. */
  readonly groups: readonly (readonly ReadMark[])[];
  readonly axisLabels: readonly ReadMark[];
  readonly legendSymbols: readonly ReadMark[];
}

/** Sorts marks once for all checks. */
export function sortMarks(marks: readonly ReadMark[]): SortedMarks {
  const texts: ReadMark[] = [];
  const data: ReadMark[] = [];
  const labels: ReadMark[] = [];
  const shapes: ReadMark[] = [];
  const axisLabels: ReadMark[] = [];
  const legendSymbols: ReadMark[] = [];
  const byName = new Map<string, Map<unknown, ReadMark[]>>();
  for (const mark of marks) {
    const { type, role, name, panel } = mark;
    if (type === "text") texts.push(mark);
    if (role === "axis-label") axisLabels.push(mark);
    if (role === "legend-symbol") legendSymbols.push(mark);
    if (role !== "mark") continue;
    data.push(mark);
    (type === "text" ? labels : shapes).push(mark);
    const ofName = byName.get(name) ?? new Map<unknown, ReadMark[]>();
    byName.set(name, ofName);
    const group = ofName.get(panel);
    if (group) group.push(mark);
    else ofName.set(panel, [mark]);
  }
  const groups: ReadMark[][] = [];
  for (const ofName of byName.values()) groups.push(...ofName.values());
  return { texts, data, labels, shapes, groups, axisLabels, legendSymbols };
}
