import { endsWithNumeral, hasNumeral, startsWithNumeral } from "../../language/index.ts";
import type { ChartRow } from "../chart-row.ts";
import { isDrawn } from "./px.ts";
import type { ReadMark, SceneItem, SortedMarks } from "./read-scene.ts";
import type { DatumTracer } from "./traced-datum.ts";

/** What labels stand on: bars and slices. */
interface Shape {
  readonly item: SceneItem;
  readonly rows: readonly ChartRow[];
  readonly isBar: boolean;
}

/** A label, and where it stands with its offset. */
interface LabelPoint {
  readonly item: SceneItem;
  readonly atX: number;
  readonly atY: number;
}

/** The bars and slices of one plot. */
interface Shapes {
  readonly all: Shape[];
  /** Those that a row is drawn as. */
  readonly ofRow: Map<ChartRow, Shape[]>;
}

/** Labels with a digit that stand on the bar or slice of another row, and not on their own. */
export function labelsElsewhere(
  { labels, shapes }: Pick<SortedMarks, "labels" | "shapes">,
  tracer: DatumTracer,
): readonly { readonly item: SceneItem; readonly mark: ReadMark }[] {
  if (labels.length === 0) return [];
  const byPlot = shapesByPlot(shapes, tracer);
  const found: { readonly item: SceneItem; readonly mark: ReadMark }[] = [];
  for (const mark of labels) {
    const around = byPlot.get(mark.plots.at(-1));
    if (!around) continue;
    for (const item of mark.items) {
      if (!isElsewhere(item, around, tracer)) continue;
      found.push({ item, mark });
      break;
    }
  }
  return found;
}

function shapesByPlot(marks: readonly ReadMark[], tracer: DatumTracer): ReadonlyMap<SceneItem | undefined, Shapes> {
  const shapes = new Map<SceneItem | undefined, Shapes>();
  for (const { type, items, plots } of marks) {
    if (type !== "rect" && type !== "arc") continue;
    const ofPlot = shapes.get(plots.at(-1)) ?? { all: [], ofRow: new Map<ChartRow, Shape[]>() };
    shapes.set(plots.at(-1), ofPlot);
    for (const item of items) {
      const rows = isDrawn(item) ? (tracer.trace(item.datum)?.rows ?? []) : [];
      if (rows.length > 0) addShape(ofPlot, { item, rows, isBar: type === "rect" });
    }
  }
  return shapes;
}

function addShape({ all, ofRow }: Shapes, shape: Shape): void {
  all.push(shape);
  for (const row of shape.rows) {
    const drawnAs = ofRow.get(row);
    if (drawnAs) drawnAs.push(shape);
    else ofRow.set(row, [shape]);
  }
}

function isElsewhere(label: SceneItem, { all, ofRow }: Shapes, tracer: DatumTracer): boolean {
  if (label.opacity === 0 || !hasNumeral(textOf(label))) return false;
  const placed = placeOf(label);
  let isOfShape = false;
  for (const row of tracer.trace(label.datum)?.rows ?? []) {
    const own = ofRow.get(row);
    if (own && hasLabel(own, placed)) return false;
    isOfShape ||= own !== undefined;
  }
  return isOfShape && hasLabel(all, placed);
}

function hasLabel(shapes: readonly Shape[], label: LabelPoint): boolean {
  for (const { item, isBar } of shapes) if (isBar ? isOnBar(item, label) : isOnSlice(item, label)) return true;
  return false;
}

/** The offset is turned with the text. */
function placeOf(item: SceneItem): LabelPoint {
  const { x = 0, y = 0, dx = 0, dy = 0, angle = 0 } = item;
  const turn = (angle * Math.PI) / 180;
  const [cos, sin] = angle === 0 ? [1, 0] : [Math.cos(turn), Math.sin(turn)];
  return { item, atX: x + dx * cos - dy * sin, atY: y + dx * sin + dy * cos };
}

const isOnBar = ({ x = 0, y = 0, width = 0, height = 0 }: SceneItem, { atX, atY }: LabelPoint): boolean =>
  atX > x + 1 && atX < x + width - 1 && atY > y + 1 && atY < y + height - 1;

const fullTurn = 2 * Math.PI;

/** Labels of slices also stand around them: only the direction counts. */
function isOnSlice(
  { x = 0, y = 0, startAngle = 0, endAngle = 0 }: SceneItem,
  { item: { x: left = 0, y: top = 0, theta, radius = 0 } }: LabelPoint,
): boolean {
  if (theta === undefined || radius === 0 || left !== x || top !== y) return false;
  const [from, to] = [Math.min(startAngle, endAngle), Math.max(startAngle, endAngle)];
  const at = (((theta - from) % fullTurn) + fullTurn) % fullTurn;
  const inside = 0.02;
  return at > inside && at < to - from - inside;
}

/** Two labels of figures that are read as one. */
export interface JoinedLabels {
  readonly left: string;
  readonly right: string;
}

/** How far apart the last digit of one label and the first of another are at most to be read as one number, in px. */
const joinedPx = 2;

/** A text of the data as it stands in its plot. */
export interface DrawnLabel {
  readonly text: string;
  readonly bounds: NonNullable<SceneItem["bounds"]>;
  readonly plot: SceneItem | undefined;
}

/**
 * The texts that are drawn, and where.
 * @param marks texts of the data.
 */
export function readLabels(marks: readonly ReadMark[]): readonly DrawnLabel[] {
  const labels: DrawnLabel[] = [];
  for (const { items, plots } of marks) {
    const plot = plots.at(-1);
    for (const item of items) {
      const text = item.opacity !== 0 && item.bounds ? textOf(item) : "";
      if (text !== "" && item.bounds) labels.push({ text, bounds: item.bounds, plot });
    }
  }
  return labels;
}

/** Labels of figures whose digits touch on one line. Labels are asked of those beside them alone: most charts have a label to a line. */
export function joinedLabels(drawn: readonly DrawnLabel[]): readonly JoinedLabels[] {
  if (drawn.length < 2) return [];
  const down = fromTop(drawn);
  const found: JoinedLabels[] = [];
  for (const [at, one] of down.entries()) {
    for (let next = at + 1; next < down.length; next += 1) {
      const other = down[next] as DrawnLabel;
      if (other.bounds.y1 >= one.bounds.y2) break;
      for (const [left, right] of [
        [one, other],
        [other, one],
      ] as const)
        if (areJoined(left, right)) found.push({ left: left.text, right: right.text });
    }
  }
  return found;
}

/** Most charts draw them so. */
function fromTop(drawn: readonly DrawnLabel[]): readonly DrawnLabel[] {
  for (let at = 1; at < drawn.length; at += 1)
    if (byTop(drawn[at - 1] as DrawnLabel, drawn[at] as DrawnLabel) > 0) return drawn.toSorted(byTop);
  return drawn;
}

const byTop = ({ bounds: a }: DrawnLabel, { bounds: b }: DrawnLabel): number => a.y1 - b.y1;

const areJoined = (left: DrawnLabel, right: DrawnLabel): boolean =>
  Math.abs(right.bounds.x1 - left.bounds.x2) <= joinedPx &&
  left.plot === right.plot &&
  endsWithNumeral(left.text) &&
  startsWithNumeral(right.text) &&
  areOnOneLine(left, right);

/** A text of its own that is read as a sign or a unit of the label beside it: `k`, `%`, a minus. */
export interface SignBeside {
  readonly sign: string;
  readonly label: string;
}

/** How far a sign stands from a figure at most to be read with it, in px. */
const besidePx = 6;

/**
 * Texts without a digit that stand right beside a label of figures on one line, and make another figure of it.
 * @param changes whether what stands at that side of a figure makes another one of it.
 */
export function signsBeside(
  drawn: readonly DrawnLabel[],
  changes: (sides: { readonly left: string; readonly right: string }) => boolean,
): readonly SignBeside[] {
  const signs = drawn.filter(maySign);
  if (signs.length === 0) return [];
  const before = signs.filter(({ text }) => changes({ left: text, right: "" }));
  const after = signs.filter(({ text }) => changes({ left: "", right: text }));
  if (before.length + after.length === 0) return [];
  const labels = drawn.filter(({ text }) => hasNumeral(text));
  const isBeside = (left: DrawnLabel, right: DrawnLabel): boolean =>
    Math.abs(right.bounds.x1 - left.bounds.x2) <= besidePx && areOnOneLine(left, right);
  return [
    ...after.flatMap((sign) =>
      labels
        .filter((label) => label.plot === sign.plot && endsWithNumeral(label.text) && isBeside(label, sign))
        .map(({ text }) => ({ sign: sign.text, label: text })),
    ),
    ...before.flatMap((sign) =>
      labels
        .filter((label) => label.plot === sign.plot && startsWithNumeral(label.text) && isBeside(sign, label))
        .map(({ text }) => ({ sign: sign.text, label: text })),
    ),
  ];
}

/** Longer ones are no signs: `hundred thousand` is one. */
const longestSign = 16;

const maySign = ({ text }: DrawnLabel): boolean => text.length <= longestSign && !hasNumeral(text);

const textOf = ({ text }: Pick<SceneItem, "text">): string =>
  (typeof text === "string" ? text : [text ?? ""].flat().join("\n")).trim();

function areOnOneLine({ bounds: a }: DrawnLabel, { bounds: b }: DrawnLabel): boolean {
  const shared = Math.min(a.y2, b.y2) - Math.max(a.y1, b.y1);
  return shared > 0.6 * Math.min(a.y2 - a.y1, b.y2 - b.y1);
}
