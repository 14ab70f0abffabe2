import type { Runtime } from "vega";
import type { ChartRow } from "../chart-row.ts";
import type { JsonObject } from "../json.ts";
import { pictureWidth } from "../spec/picture-width.ts";
import { denyLoader } from "../vega/deny-loader.ts";
import {
  type Bounds,
  isOneShape,
  type SceneNode,
  type Sides,
  type Vega,
  type VegaLogger,
  type VegaView,
} from "../vega/vega-modules.ts";
import { type ChartScene, readScene } from "./draw-scene.ts";
import { isInk } from "./is-ink.ts";

export interface RunViewOptions {
  readonly runtime: Runtime;
  /** Makes functions of the expressions. */
  readonly expressions: object;
  readonly locale: object;
  readonly data: ReadonlyMap<string, readonly ChartRow[]>;
  readonly widthPx: number | undefined;
  /** Whether axes stand beside the plot, and take of its width. */
  readonly hasAxes: boolean;
  /** Of the whole picture, for expressions that read it. */
  readonly pictureWidthPx: number | undefined;
  /** Signals of the spec that are told by the rows. */
  readonly signals: Readonly<Record<string, unknown>>;
  /** Hears Vega's errors: Vega reports them here, and goes on. */
  readonly logger: VegaLogger;
}

/**
 * Lays out one chart in a view of its own: a view's layout depends on the data it had before.
 *
 * Synchronous, so that the caller may lend its text metrics for the duration. Nothing in a view of ours is
 * asynchronous: the only such operator loads data, and `checkSpec` has refused it.
 */
export function runView(
  vega: Vega,
  { runtime, expressions, locale, data, widthPx, hasAxes, pictureWidthPx, signals, logger }: RunViewOptions,
): ChartScene {
  const view = createView(vega, { runtime, expressions, logger });
  view.locale(locale);
  insertRows(vega, view, data);
  const fitted = widthPx === undefined || hasAxes ? undefined : fitInside(view, widthPx);
  if (widthPx !== undefined) view.signal("width", fitted ?? widthPx);
  if (pictureWidthPx !== undefined) view.signal(pictureWidth, pictureWidthPx);
  for (const [name, value] of Object.entries(signals)) view.signal(name, value);
  view.run();
  const scene = fitOverflow(view, fitted);
  view.finalize();
  return scene;
}

/** Runs a spec for the rows of one of its datasets. Synchronous, as `runView` is. */
export function runRows(
  vega: Vega,
  {
    runtime,
    expressions,
    data,
    result,
    logger,
  }: Pick<RunViewOptions, "runtime" | "expressions" | "data" | "logger"> & { readonly result: string },
): readonly JsonObject[] {
  const view = createView(vega, { runtime, expressions, logger });
  insertRows(vega, view, data);
  view.run();
  const rows = view.data(result);
  view.finalize();
  return rows;
}

function createView(
  vega: Vega,
  { runtime, expressions, logger }: Pick<RunViewOptions, "runtime" | "expressions" | "logger">,
): VegaView {
  const view = new vega.View(runtime, {
    renderer: "none",
    loader: denyLoader,
    logger,
    expr: expressions,
  });
  runToTheEnd(view);
  return view;
}

function insertRows(vega: Vega, view: VegaView, data: RunViewOptions["data"]): void {
  for (const [name, rows] of data) {
    // Vega keeps an id on each row: it gets copies, which share a hidden class, as what is spread alone would not on Node 20.
    view.change(name, vega.changeset().insert(rows.map((row) => Object.assign({}, row))));
  }
}

/** More runs than so many, each for what the one before put off, are those of a layout that goes back and forth between two: it stays as it is then. */
const mostRuns = 10;

/**
 * What Vega puts off to the end of a run (sizes that depend on the layout, data that a selection begins with), it does in
 * turns of the event loop, the first at once: a chart that has more than one such thing would be read before it is done.
 * Here all is done, in Vega's order, before `run` returns.
 */
function runToTheEnd(view: VegaView): void {
  let waiting: { readonly callback: (view: VegaView) => void; readonly priority: number }[] = [];
  const run = view.run.bind(view);
  view.runAfter = (callback, enqueue, priority = 0) => {
    if (enqueue || view._pulse) waiting.push({ callback, priority });
    else callback(view);
  };
  let runs = 0;
  view.run = () => {
    if (runs === mostRuns) return view;
    runs += 1;
    run();
    const due = waiting.toSorted((a, b) => b.priority - a.priority);
    waiting = [];
    for (const { callback } of due) callback(view);
    runs -= 1;
    return view;
  };
}

/**
 * Where a picture has its padding within its width, Vega lays the plot out as wide as the picture first, and then once more without the padding. A
 * map, which has no axes, is given that width at once. Undefined where the spec does not ask for such a width.
 */
function fitInside(view: VegaView, widthPx: number): number | undefined {
  const autosize = view.signal("autosize") as { readonly type?: string; readonly contains?: string };
  if (autosize.type !== "fit-x" || autosize.contains !== "padding") return undefined;
  view.signal("autosize", { ...autosize, contains: "content" });
  const { left, right } = view.padding();
  return widthPx - left - right;
}

/**
 * Vega fits axes and legends into the chart's size, but lets marks hang over the edge, where a page cuts them off: the
 * label at a line's end. Where the spec wants no fitting (`autosize: "none"`), that is what it asked for. Else widens the
 * padding by what hangs over, and lays out once more; what cannot shrink (a long legend) makes the picture larger.
 */
function fitOverflow(view: VegaView, fitted: number | undefined): ChartScene {
  const { type } = view.signal("autosize") as { readonly type?: string };
  const scene = settled(view, type);
  const over = type === "none" ? undefined : overflow(scene);
  if (!over) return scene;
  const { left, top, right, bottom } = view.padding();
  view.padding({
    left: left + over.left,
    top: top + over.top,
    right: right + over.right,
    bottom: bottom + over.bottom,
  });
  if (fitted !== undefined) view.signal("width", fitted - over.left - over.right);
  view.resize().run();
  return growToFit(readScene(view));
}

/**
 * The scene as Vega leaves it. Of a chart that is fitted in its width alone Vega makes the room above and below, but before it has fitted the width: marks
 * that stand there at the final width only have theirs after one more layout, and would have it twice if the padding had it too.
 */
function settled(view: VegaView, type: string | undefined): ChartScene {
  const scene = readScene(view);
  const over = type === "fit-x" ? overflow(scene) : undefined;
  if (!over || over.top + over.bottom === 0) return scene;
  view.resize().run();
  return readScene(view);
}

function growToFit(scene: ChartScene): ChartScene {
  const over = overflow(scene);
  if (!over) return scene;
  const [x, y] = scene.origin;
  return {
    ...scene,
    widthPx: scene.widthPx + over.left + over.right,
    heightPx: scene.heightPx + over.top + over.bottom,
    origin: [x + over.left, y + over.top],
  };
}

/** How far the scene's items reach over each side of the picture, in whole px; undefined where none does. */
function overflow({ root, origin: [x, y], widthPx, heightPx }: ChartScene): Sides | undefined {
  const bounds = paintedBounds(root);
  if (!bounds) return undefined;
  const left = excess(-(bounds.x1 + x));
  const top = excess(-(bounds.y1 + y));
  const right = excess(bounds.x2 + x - widthPx);
  const bottom = excess(bounds.y2 + y - heightPx);
  return left + top + right + bottom === 0 ? undefined : { left, top, right, bottom };
}

/** Hairlines reach half a pixel over, by design. */
const excess = (px: number) => (px > 1 ? Math.ceil(px) : 0);

/**
 * What of a mark is seen: its bounds without items that paint nothing, which Vega counts too (labels that would overlap,
 * points kept ready for a mouse). In px of its parent; undefined where nothing is seen.
 */
function paintedBounds(mark: SceneNode): Bounds | undefined {
  const { marktype, clip, bounds, items = [] } = mark;
  const count = isOneShape(mark) ? Math.min(1, items.length) : items.length;
  let all: OwnBounds | undefined;
  for (let index = 0; index < count; index += 1) {
    const item = items[index] as SceneNode;
    all = grown(all, marktype === "group" ? groupBounds(item) : itemBounds(item, marktype));
  }
  // Of a mark that is clipped, Vega's own bounds are those of the clip.
  return all && clip && bounds ? intersection(all, bounds) : all;
}

const isSeen = ({ opacity, fill, fillOpacity, stroke, strokeOpacity }: SceneNode): boolean =>
  opacity !== 0 && ((isInk(fill) && fillOpacity !== 0) || (isInk(stroke) && strokeOpacity !== 0));

function itemBounds(item: SceneNode, marktype: string | undefined): Bounds | undefined {
  if (marktype === "image") return item.opacity === 0 ? undefined : item.bounds;
  if (marktype === "text" && (item.text === undefined || item.text === null || item.text === "")) return undefined;
  return isSeen(item) ? item.bounds : undefined;
}

function groupBounds(group: SceneNode): Bounds | undefined {
  if (group.opacity === 0) return undefined;
  const { x = 0, y = 0, width = 0, height = 0, clip } = group;
  const own: Bounds = { x1: 0, y1: 0, x2: width, y2: height };
  let inside: OwnBounds | undefined;
  for (const mark of group.items ?? []) inside = grown(inside, paintedBounds(mark));
  const shown = clip && inside ? intersection(inside, own) : inside;
  const all = isSeen(group) ? grown(shown, own) : shown;
  return all && { x1: all.x1 + x, y1: all.y1 + y, x2: all.x2 + x, y2: all.y2 + y };
}

/** Bounds that grow while a scene is looked through: one for each mark of it, and not for each item. */
type OwnBounds = { -readonly [Side in keyof Bounds]: Bounds[Side] };

/** The first of two, made to reach around both; a copy of the second where there is no first. */
function grown(own: OwnBounds | undefined, more: Bounds | undefined): OwnBounds | undefined {
  if (!more) return own;
  if (!own) return { x1: more.x1, y1: more.y1, x2: more.x2, y2: more.y2 };
  own.x1 = Math.min(own.x1, more.x1);
  own.y1 = Math.min(own.y1, more.y1);
  own.x2 = Math.max(own.x2, more.x2);
  own.y2 = Math.max(own.y2, more.y2);
  return own;
}

function intersection(a: Bounds, b: Bounds): OwnBounds | undefined {
  const both = {
    x1: Math.max(a.x1, b.x1),
    y1: Math.max(a.y1, b.y1),
    x2: Math.min(a.x2, b.x2),
    y2: Math.min(a.y2, b.y2),
  };
  return both.x1 <= both.x2 && both.y1 <= both.y2 ? both : undefined;
}
