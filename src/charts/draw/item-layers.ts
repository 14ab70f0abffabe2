import { isOneShape, type SceneNode, type SceneRenderer } from "../vega/vega-modules.ts";
import { isInk } from "./is-ink.ts";

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
export function layItemsInLayers(renderer: SceneRenderer, context: object): void {
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
