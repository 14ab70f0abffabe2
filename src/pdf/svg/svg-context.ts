import type { SourceLocation } from "../../diagnostics/index.ts";
import type { Styled } from "../css/style-engine.ts";
import type { DomElement } from "../dom/dom-node.ts";
import type { Bidi } from "../text/bidi.ts";
import type { WordShaper } from "../text/word-shaper.ts";
import type { SvgReport } from "./report.ts";
import type { SvgNode } from "./scene.ts";

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What an SVG's elements hang in while its scene is built. */
export interface SvgContext {
  /** The style of the element itself, or of the one that its children inherit from. */
  readonly styled: Styled;
  /** What percentages refer to, px. */
  readonly viewport: Size;
  /** Elements that refer to what is being built, the outermost first: `use`, masks, patterns. */
  readonly referrers: readonly DomElement[];
  /** Whether its colours count, or, in a clip path, its shapes alone. */
  readonly use: "paint" | "clip";
}

/** A picture that an `image` element shows; sizes in px. */
export type EmbeddedPicture =
  | { readonly kind: "raster"; readonly data: Uint8Array; readonly width: number; readonly height: number }
  | { readonly kind: "scene"; readonly natural: NaturalSize; scene(size: Size): readonly SvgNode[] };

/** What a picture says of its own size, px; a ratio is width by height (CSS Images 3, 4.1). */
export interface NaturalSize {
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly ratio: number | undefined;
}

/** What an SVG needs from the document around it. */
export interface SvgSurroundings {
  readonly shaper: WordShaper;
  readonly bidi: Bidi;
  readonly report: SvgReport;
  /** The document's language, BCP 47: what `systemLanguage` is compared with. */
  readonly lang: string;
  /** There is somebody to lay out HTML that stands in it. */
  readonly holdsHtml: boolean;
  /** An element by its id, in all of the document that the SVG is part of. */
  byId(id: string): DomElement | undefined;
  /** The style of an element as it stands in the document, whoever refers to it. */
  styleAt(element: DomElement): Styled;
  styleOf(element: DomElement, parent: Styled): Styled;
  /** The picture of an `image`; undefined, and an error reported, if there is none. */
  picture(href: string, source: SourceLocation): EmbeddedPicture | undefined;
}

/** What the files that build one kind of element ask of each other. */
export interface SvgBuilder extends SvgSurroundings {
  /** An element with its transformation, opacity, clip and mask; `context` is its parent's. */
  build(element: DomElement, context: SvgContext): readonly SvgNode[];
  /** All children; `context` is the element's own. */
  children(element: DomElement, context: SvgContext): readonly SvgNode[];
  /** The element that an address such as `#id` or `url(#id)` names; undefined, and a warning, if it is not there. */
  refer(href: string, from: DomElement, context: SvgContext): Referred | undefined;
  /** Counts work that is done; false, and an error once, when there is too much of it. */
  spend(cost: number, element: DomElement): boolean;
}

/** An element that another one refers to, and the context to build it in. */
export interface Referred {
  readonly element: DomElement;
  readonly context: SvgContext;
}

/** What helpers need that build a part of an element; `context` is the element's own. */
export interface Building {
  readonly context: SvgContext;
  readonly builder: SvgBuilder;
}

/** Builds one kind of element; `context.styled` is its own style. */
export type ElementBuilder = (element: DomElement, context: SvgContext, builder: SvgBuilder) => readonly SvgNode[];
