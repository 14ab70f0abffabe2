import { multiply } from "../geometry/matrix.ts";
import type { Rectangle } from "../geometry/rectangle.ts";
import { mapped, union } from "./box.ts";
import { boundsOfOutline } from "./outline.ts";
import type { GroupNode, HtmlNode, ImageNode, ShapeNode, SvgNode, TextNode } from "./scene.ts";

/** The bounding box of what is drawn, without its strokes, clips and masks (SVG 2, 8.10). */
export function boundsOf(nodes: readonly SvgNode[]): Rectangle | undefined {
  return union(nodes.map(boundsOfNode));
}

type BoundsByKind = {
  readonly [Kind in SvgNode["kind"]]: (node: Extract<SvgNode, { kind: Kind }>) => Rectangle | undefined;
};

const byKind: BoundsByKind = {
  group: ({ matrix, children }: GroupNode) => {
    const inside = boundsOf(children);
    return inside && mapped(inside, matrix);
  },
  shape: ({ outline }: ShapeNode) => boundsOfOutline(outline),
  image: ({ x, y, width, height }: ImageNode) => ({ x, y, width, height }),
  html: ({ x, y, width, height }: HtmlNode) => ({ x, y, width, height }),
  text: boundsOfText,
};

function boundsOfNode(node: SvgNode): Rectangle | undefined {
  return (byKind[node.kind] as (node: SvgNode) => Rectangle | undefined)(node);
}

function boundsOfText({ word, x, y, rotation, size, ascent, descent, letterSpacing }: TextNode): Rectangle {
  const width = word.advance * size + word.glyphCount * letterSpacing;
  const [cos, sin] = [Math.cos(rotation), Math.sin(rotation)];
  const position = multiply([1, 0, 0, 1, x, y], [cos, sin, -sin, cos, 0, 0]);
  return mapped({ x: 0, y: -ascent * size, width, height: (ascent + descent) * size }, position);
}
