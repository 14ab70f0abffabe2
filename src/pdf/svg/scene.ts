import type { Color } from "../../stylesheet/index.ts";
import type { Styled } from "../css/style-engine.ts";
import type { DomElement } from "../dom/dom-node.ts";
import type { Matrix } from "../geometry/matrix.ts";
import type { Rectangle } from "../geometry/rectangle.ts";
import type { ShapedWord } from "../text/word-shaper.ts";
import type { Outline } from "./outline.ts";

/**
 * What an SVG shows, with nothing left to find out: styles are computed, references followed, text is placed. Lengths in
 * px of the coordinates that the groups around set.
 */
export type SvgNode = GroupNode | ShapeNode | TextNode | ImageNode | HtmlNode;

export interface GroupNode {
  readonly kind: "group";
  readonly matrix: Matrix;
  /** Of all of it together, 0 to 1. */
  readonly opacity: number;
  readonly clips: readonly ClipShape[];
  readonly masks: readonly SvgMask[];
  readonly children: readonly SvgNode[];
}

export interface ClipShape {
  readonly outline: Outline;
  readonly rule: "nonzero" | "evenodd";
}

/** Lets through as much as its content is light, or opaque. */
export interface SvgMask {
  readonly kind: "luminance" | "alpha";
  readonly content: readonly SvgNode[];
}

export interface ShapeNode {
  readonly kind: "shape";
  readonly outline: Outline;
  /** In the order of painting. */
  readonly paints: readonly ShapePaint[];
}

export type ShapePaint =
  | { readonly kind: "fill"; readonly ink: Ink; readonly rule: "nonzero" | "evenodd" }
  | { readonly kind: "stroke"; readonly ink: Ink; readonly stroke: Stroke };

export interface Stroke {
  readonly width: number;
  readonly cap: "butt" | "round" | "square";
  readonly join: "miter" | "round" | "bevel";
  readonly miterLimit: number;
  readonly dash: readonly number[];
  readonly dashOffset: number;
  /** As wide as it says, whatever the transformations around. */
  readonly isUnscaled: boolean;
}

export type Ink =
  | { readonly kind: "color"; readonly color: Color }
  | { readonly kind: "gradient"; readonly gradient: SvgGradient; readonly alpha: number }
  | { readonly kind: "pattern"; readonly pattern: SvgPattern; readonly alpha: number };

export interface SvgGradient {
  /** Linear with 4, from start to end; radial with 6, a circle and another, as on a canvas. */
  readonly coordinates: readonly number[];
  readonly stops: readonly { readonly offset: number; readonly color: Color }[];
  /** To the coordinates of what it paints. */
  readonly matrix: Matrix;
}

export interface SvgPattern extends Rectangle {
  readonly matrix: Matrix;
  readonly content: readonly SvgNode[];
}

/** A piece of text in one font, from the left end of its baseline. */
export interface TextNode {
  readonly kind: "text";
  readonly word: ShapedWord;
  readonly x: number;
  readonly y: number;
  /** Radians, clockwise. */
  readonly rotation: number;
  readonly size: number;
  readonly ascent: number;
  readonly descent: number;
  readonly letterSpacing: number;
  readonly paint: { readonly kind: "fill"; readonly ink: Ink } | Extract<ShapePaint, { readonly kind: "stroke" }>;
}

/** A PNG or JPEG file. */
export interface ImageNode extends Rectangle {
  readonly kind: "image";
  readonly data: Uint8Array;
}

/** An area that what is around the picture lays HTML out in: it is nothing to draw. */
export interface HtmlNode extends Rectangle {
  readonly kind: "html";
  readonly element: DomElement;
  readonly styled: Styled;
}
