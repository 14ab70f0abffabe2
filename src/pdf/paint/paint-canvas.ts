import type { ContentStream } from "../canvas/content-stream.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import type { Fragment } from "../layout/fragment.ts";
import type { PageSlice } from "../layout/paginate.ts";
import { type PageArea, paintBackground } from "./paint-background.ts";
import type { ImagePainter } from "./paint-image.ts";
import { squares } from "./rounded-path.ts";

export interface CanvasPainterOptions {
  /** Of the whole layout. */
  readonly root: Fragment;
  readonly slice: Pick<PageSlice, "start" | "repeat">;
  readonly pageArea: PageArea;
  readonly stream: ContentStream;
  readonly images: ImagePainter;
}

/** What lies behind everything on a page: all over its content area, and placed by the root element (CSS Backgrounds 3, 2.11). */
export function paintCanvas(style: ComputedStyle, { root, slice, ...painter }: CanvasPainterOptions): void {
  const { stream, pageArea } = painter;
  const { x, y, width, height } = rootElement(root);
  const top = pageArea.y + (slice.repeat?.height ?? 0) - slice.start;
  const whole = { x: pageArea.x + x, y: top + y, width, height };
  stream.opacity(style.opacity);
  paintBackground({ whole, shown: pageArea, radii: squares, hasBorders: false, isCanvas: true }, style, painter);
}

/** A root with margins stands in a box that no element made. */
function rootElement(root: Fragment): Fragment {
  if (root.kind !== "box" || root.tag) return root;
  const [element] = root.children;
  return element ? { ...element, x: root.x + element.x, y: root.y + element.y } : root;
}
