import { denyLoader } from "../vega/deny-loader.ts";
import { lendToVega } from "../vega/lend-to-vega.ts";
import type { MeasureText } from "../vega/text-metrics.ts";
import { isOneShape, type SceneNode, type SceneRenderer, type Vega, type VegaView } from "../vega/vega-modules.ts";
import { isInk } from "./is-ink.ts";
import { TextRecorder } from "./record-texts.ts";
import { withSceneGradients } from "./scene-gradients.ts";
import { SvgMarkup, type SvgRoot } from "./svg-markup.ts";

/** A laid-out chart: Vega's scene, and where it stands on its own surface. Sizes in CSS px. */
export interface ChartScene {
  readonly root: object;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly origin: readonly [number, number];
  readonly background: string | null;
}

/** What vega-view's headless rendering reads of a view (render-size.js). */
export function readScene(view: VegaView): ChartScene {
  const padding = view.padding();
  const [x, y] = view.origin();
  const background = view.background();
  return {
    root: view.scenegraph().root,
    widthPx: wholePx(view._viewWidth + padding.left + padding.right),
    heightPx: wholePx(view._viewHeight + padding.top + padding.bottom),
    origin: [padding.left + x, padding.top + y],
    background: background === "transparent" ? null : background,
  };
}

/** Steps add up to fractions of a pixel; a picture has whole ones. */
const wholePx = (px: number) => Math.max(0, Math.ceil(px - 0.001));

/** Whether a mark, or one inside it, is of texts. */
export function hasText(mark: SceneNode): boolean {
  const items = mark.items ?? [];
  return (mark.marktype === "text" && items.length > 0) || items.some((item) => item.items && hasText(item));
}

/** Marks of a scene; what is drawn as one path, such as a line, is one. */
export function countMarks(mark: SceneNode): number {
  const items = mark.items ?? [];
  if (isOneShape(mark)) return Math.min(1, items.length);
  return items.reduce(
    (count, item) => count + (item.items ? item.items.reduce((sum, each) => sum + countMarks(each), 0) : 1),
    0,
  );
}

/** What both of Vega's renderers take for granted: SVG's own limit, so that pictures are the same (vega-scenegraph, `styles.js`). */
const rootAttributes = { fill: "none", "stroke-miterlimit": 4 };

/**
 * A scene as SVG. Vega's renderer says which elements there are: in a text that it writes itself, each attribute would be gone through seven times, and the
 * whole once more to make it fit for a page.
 */
export function sceneToSvg(vega: Vega, scene: ChartScene, root: SvgRoot): string {
  const renderer = start(new vega.SVGStringRenderer(denyLoader), scene);
  const markup = new SvgMarkup(root);
  const { widthPx: width, heightPx: height, origin, background } = scene;
  if (background && background !== "none") markup.open("rect", { width, height, fill: background }).close();
  markup.open("g", rootAttributes, { transform: `translate(${origin.join()})` });
  let isWritten = false;
  // By the step that Vega's renderers have of their own: a link or a picture asks for it again when it is loaded, and fails where it was never begun.
  const write = () => {
    if (!isWritten) renderer.mark(markup, scene.root);
    isWritten = true;
  };
  Object.assign(renderer, { _render: write }).render(scene.root);
  markup.close();
  renderer.defs(markup);
  return markup.end();
}

export interface DrawSceneOptions {
  readonly measure: MeasureText;
  readonly context: object;
  readonly zoom?: number;
  /** The colour behind the chart: texts that are outlined in it have their outline under their letters. */
  readonly behind?: string;
}

/** Draws a scene on a 2D context, whose state is as it was afterwards. */
export function drawScene(vega: Vega, scene: ChartScene, { measure, context, zoom = 1, behind }: DrawSceneOptions) {
  const surface = context as CanvasState;
  surface.save();
  try {
    if (zoom !== 1) surface.scale(zoom, zoom);
    lendToVega(vega, { measure }, () => {
      const renderer = start(new vega.CanvasRenderer(denyLoader), scene, { externalContext: context });
      layItemsInLayers(renderer, context);
      if (behind !== undefined) outlineBelow(renderer, context, behind);
      withSceneGradients({ vega, root: scene.root, context }, () => void renderer.render(scene.root));
    });
  } finally {
    surface.restore();
  }
}

/** The texts that a scene draws, in their order; its shapes are left out. */
export function textsOfScene(vega: Vega, scene: ChartScene, measure: MeasureText): readonly string[] {
  const recorder = new TextRecorder();
  lendToVega(vega, { measure }, () =>
    start(new vega.CanvasRenderer(denyLoader), scene, { externalContext: recorder }).render(scene.root, ["text"]),
  );
  return recorder.texts;
}

interface CanvasState {
  save(): void;
  restore(): void;
  scale(x: number, y: number): void;
}

function start<R extends SceneRenderer>(renderer: R, scene: ChartScene, options: object = {}): R {
  const { widthPx, heightPx, origin, background } = scene;
  return renderer.initialize(null, widthPx, heightPx, origin, 1, options).background(background);
}

/** What a canvas may have beyond those of browsers: it lays down all that `draw` draws as one picture. */
interface LayeringContext {
  globalCompositeOperation: string;
  layer(draw: () => void, options: { readonly alpha: number }): void;
}

/** Each layer is an object of the file: a cloud of points has too many for what it would gain. */
const mostLayers = 500;

/**
 * Draws items that are seen through, and have a fill and a stroke, as one picture each, as SVG does: elsewhere the fill
 * would be seen through the stroke. Changes nothing where the context has no layers.
 */
function layItemsInLayers(renderer: SceneRenderer, context: object): void {
  if (!("layer" in context) || typeof context.layer !== "function") return;
  const layering = context as LayeringContext;
  const drawMark = renderer.draw.bind(renderer);
  renderer.draw = (target, mark, ...rest) => {
    const { marktype, items = [] } = mark;
    const seenThrough = items.filter(takesLayer);
    const isOrdered = items.some(({ zindex }) => zindex);
    if (marktype === "group" || isOrdered || seenThrough.length === 0 || seenThrough.length > mostLayers) {
      drawMark(target, mark, ...rest);
      return;
    }
    const isOne = isOneShape(mark);
    for (const item of isOne ? items.slice(0, 1) : items) {
      const others = isOne ? items.slice(1) : [];
      const drawItem = (shown: SceneNode) => drawMark(target, { ...mark, items: [shown, ...others] }, ...rest);
      if (!takesLayer(item)) drawItem(item);
      else {
        layering.globalCompositeOperation = item.blend ?? "source-over";
        const solid = Object.create(item, { opacity: { value: 1 }, blend: { value: undefined } }) as SceneNode;
        layering.layer(() => drawItem(solid), { alpha: item.opacity ?? 1 });
      }
    }
  };
}

function takesLayer({ fill, stroke, strokeWidth = 1, opacity = 1 }: SceneNode): boolean {
  return opacity > 0 && opacity < 1 && isInk(fill) && isInk(stroke) && strokeWidth > 0;
}

/** What is written on some canvases is text, as on those of PDF: an outline would be read and found a second time. */
interface TextKeepingContext {
  readonly keepsText?: boolean;
  fillStyle: unknown;
  globalAlpha: number;
  fillRect(x: number, y: number, width: number, height: number): void;
}

/**
 * Vega paints the outline of a text over it; in the colour of what is behind the chart it would eat the letters. Where the canvas keeps
 * texts, a box of that colour stands for the outline.
 */
function outlineBelow(renderer: SceneRenderer, context: object, behind: string): void {
  const drawMark = renderer.draw.bind(renderer);
  const isOutlined = ({ stroke }: SceneNode) => stroke === behind;
  const without = (item: SceneNode, paint: "fill" | "stroke") =>
    isOutlined(item) ? (Object.create(item, { [paint]: { value: undefined } }) as SceneNode) : item;
  renderer.draw = (target, mark, ...rest) => {
    const { marktype, items = [] } = mark;
    const outlined = marktype === "text" ? items.filter(isOutlined) : [];
    if (outlined.length === 0) {
      drawMark(target, mark, ...rest);
      return;
    }
    const surface = context as TextKeepingContext;
    if (surface.keepsText === true) for (const item of outlined) fillBehind(surface, item, behind);
    else drawMark(target, { ...mark, items: outlined.map((item) => without(item, "fill")) }, ...rest);
    drawMark(target, { ...mark, items: items.map((item) => without(item, "stroke")) }, ...rest);
  };
}

/** Vega's bounds of a text have air above and below its letters. */
const airPx = 1.5;

function fillBehind(surface: TextKeepingContext, { bounds, text, opacity = 1 }: SceneNode, color: string): void {
  if (!bounds || text === undefined || text === null || text === "" || opacity === 0) return;
  const { x1, y1, x2, y2 } = bounds;
  surface.globalAlpha = opacity;
  surface.fillStyle = color;
  surface.fillRect(x1 - airPx, y1 + airPx, x2 - x1 + 2 * airPx, y2 - y1 - 2 * airPx);
}
