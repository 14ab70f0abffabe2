import type { ContentStream } from "../canvas/content-stream.ts";
import type { BoxShadow, ComputedStyle } from "../css/computed-style.ts";
import type { Rectangle } from "../geometry/rectangle.ts";
import { num } from "../objects/number.ts";
import type { ImagePainter } from "./paint-image.ts";
import { type Edges, innerRadii, mapRadii, type Radii, rectanglePath } from "./rounded-path.ts";

/** A box with what its shadows are cast by, or fall on. */
export interface ShadowedBox {
  readonly area: Rectangle;
  readonly radii: Radii;
  /** What the page shows of it: shadows do not reach beyond where the box is cut. */
  readonly strip: { readonly top: number; readonly bottom: number };
}

interface ShadowPainter {
  readonly stream: ContentStream;
  readonly images: ImagePainter;
}

/** Behind a box, and never under it: not even where it is transparent (CSS Backgrounds 3, 7.1.1). */
export function paintOuterShadows(box: ShadowedBox, style: ComputedStyle, painter: ShadowPainter): void {
  for (const shadow of style.boxShadow.toReversed()) {
    if (shadow.isInset || shadow.color.alpha === 0) continue;
    const { spread, blur } = shadow;
    const cast = moved(grown(box.area, spread), shadow);
    if (cast.width <= 0 || cast.height <= 0) continue;
    const radii = mapRadii(box.radii, ({ x, y }) =>
      x > 0 && y > 0 ? { x: Math.max(0, x + spread), y: Math.max(0, y + spread) } : { x, y },
    );
    const around = union(grown(cast, 2 * blur), grown(box.area, 1));
    inStrip(box, around, painter.stream, () => {
      painter.stream.write(`${rectanglePath(around)} ${rectanglePath(box.area, box.radii)} W* n`);
      paintCast(cast, radii, { shadow, painter });
    });
  }
}

/** On the padding of a box, over its background. */
export function paintInnerShadows(box: ShadowedBox, style: ComputedStyle, painter: ShadowPainter): void {
  for (const shadow of style.boxShadow.toReversed()) {
    if (!shadow.isInset || shadow.color.alpha === 0) continue;
    const { spread, blur, color } = shadow;
    const hole = moved(grown(box.area, -spread), shadow);
    const radii = innerRadii(box.radii, even(spread));
    const isHole = hole.width > 0 && hole.height > 0;
    inStrip(box, box.area, painter.stream, () => {
      painter.stream.write(`${rectanglePath(box.area, box.radii)} W n`);
      const blurred = isHole && blur > 0 ? grown(hole, (3 * blur) / 2) : undefined;
      const outside = grown(union(box.area, blurred ?? box.area), 1);
      painter.stream.fillColor(color);
      const inner = blurred ? rectanglePath(blurred) : isHole ? rectanglePath(hole, radii) : "";
      painter.stream.write(`${rectanglePath(outside)} ${inner} f*`);
      if (blurred)
        painter.images.paintShadow({ ...hole, radii, deviation: blur / 2, isInverse: true, color }, painter.stream);
    });
  }
}

const even = (width: number): Edges => ({ top: width, right: width, bottom: width, left: width });

const grown = ({ x, y, width, height }: Rectangle, by: number): Rectangle => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});

const moved = (area: Rectangle, { x, y }: BoxShadow): Rectangle => ({ ...area, x: area.x + x, y: area.y + y });

function union(a: Rectangle, b: Rectangle): Rectangle {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  const right = Math.max(a.x + a.width, b.x + b.width);
  return { x, y, width: right - x, height: Math.max(a.y + a.height, b.y + b.height) - y };
}

function inStrip(
  { strip }: ShadowedBox,
  { x, y, width, height }: Rectangle,
  stream: ContentStream,
  paint: () => void,
): void {
  stream.mark("artifact");
  stream.save();
  const [top, bottom] = [Math.max(y, strip.top), Math.min(y + height, strip.bottom)];
  stream.write(`${[x, top, width, Math.max(0, bottom - top)].map(num).join(" ")} re W n`);
  paint();
  stream.restore();
}

interface CastOptions {
  readonly shadow: BoxShadow;
  readonly painter: ShadowPainter;
}

function paintCast(cast: Rectangle, radii: Radii, { shadow: { blur, color }, painter }: CastOptions): void {
  const { stream, images } = painter;
  if (blur > 0) {
    images.paintShadow({ ...cast, radii, deviation: blur / 2, isInverse: false, color }, stream);
    return;
  }
  stream.fillColor(color);
  stream.write(`${rectanglePath(cast, radii)} f`);
}
