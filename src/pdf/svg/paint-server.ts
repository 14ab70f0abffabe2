import type { DomElement } from "../dom/dom-node.ts";
import type { Rectangle } from "../geometry/rectangle.ts";
import type { Ink } from "./scene.ts";
import type { Referred, SvgBuilder, SvgContext } from "./svg-context.ts";

/** What is painted, for what a paint may refer to. */
export interface Painting {
  readonly element: DomElement;
  readonly context: SvgContext;
  readonly builder: SvgBuilder;
  /** The box that `objectBoundingBox` means. */
  readonly bounds: Rectangle | undefined;
}

/** Makes an ink of a gradient or pattern; undefined: it paints nothing. */
export type PaintServer = (server: Referred, painting: Painting) => Ink | undefined;
