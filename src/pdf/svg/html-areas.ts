import type { Styled } from "../css/style-engine.ts";
import type { DomElement } from "../dom/dom-node.ts";
import { type Matrix, multiply } from "../geometry/matrix.ts";
import type { SvgNode } from "./scene.ts";

/** An area of a picture that HTML is laid out in. */
export interface HtmlArea {
  readonly element: DomElement;
  readonly styled: Styled;
  /** Sides of the area, px of its own coordinates. */
  readonly width: number;
  readonly height: number;
  /** From its own coordinates, which begin at its corner, to those of the picture, px. */
  readonly matrix: Matrix;
}

/** The areas for HTML in a scene, in its order; clips and masks around them do not cut off what is read. */
export function htmlAreas(nodes: readonly SvgNode[], matrix: Matrix): readonly HtmlArea[] {
  return nodes.flatMap((node): readonly HtmlArea[] => {
    if (node.kind === "group") return htmlAreas(node.children, multiply(matrix, node.matrix));
    if (node.kind !== "html") return [];
    const { element, styled, width, height, x, y } = node;
    return [{ element, styled, width, height, matrix: multiply(matrix, [1, 0, 0, 1, x, y]) }];
  });
}

/** Whether a scene shows anything of its own: shapes, text or pictures. */
export const drawsAnything = (nodes: readonly SvgNode[]): boolean =>
  nodes.some((node) => (node.kind === "group" ? drawsAnything(node.children) : node.kind !== "html"));
