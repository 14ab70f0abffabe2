import { denyLoader } from "../vega/deny-loader.ts";
import { lendToVega } from "../vega/lend-to-vega.ts";
import type { MeasureText } from "../vega/text-metrics.ts";
import { isOneShape, type SceneNode, type SceneRenderer, type Vega, type VegaView } from "../vega/vega-modules.ts";
import { layItemsInLayers } from "./item-layers.ts";
import { withSceneGradients } from "./scene-gradients.ts";

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

export function sceneToSvg(vega: Vega, scene: ChartScene): string {
  const renderer = new vega.SVGStringRenderer(denyLoader);
  start(renderer, scene).render(scene.root);
  return renderer.svg();
}

/** Draws a scene on a 2D context, whose state is as it was afterwards. */
export function drawScene(
  vega: Vega,
  scene: ChartScene,
  { measure, context }: { measure: MeasureText; context: object },
) {
  const surface = context as Pick<CanvasState, "save" | "restore">;
  surface.save();
  try {
    lendToVega(vega, { measure }, () => {
      const renderer = start(new vega.CanvasRenderer(denyLoader), scene, { externalContext: context });
      layItemsInLayers(renderer, context);
      withSceneGradients({ vega, root: scene.root, context }, () => void renderer.render(scene.root));
    });
  } finally {
    surface.restore();
  }
}

interface CanvasState {
  save(): void;
  restore(): void;
}

function start<R extends SceneRenderer>(renderer: R, scene: ChartScene, options: object = {}): R {
  const { widthPx, heightPx, origin, background } = scene;
  return renderer.initialize(null, widthPx, heightPx, origin, 1, options).background(background);
}
