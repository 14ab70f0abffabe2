import type { Color } from "../../stylesheet/index.ts";
import type { DrawingCanvas } from "../canvas/drawing-canvas.ts";
import type { Outline } from "./outline.ts";
import type { GroupNode, ImageNode, Ink, ShapeNode, Stroke, SvgMask, SvgNode, TextNode } from "./scene.ts";

/** Draws a scene: dumb, in its order. */
export function drawSvg(nodes: readonly SvgNode[], canvas: DrawingCanvas): void {
  for (const node of nodes) (painters[node.kind] as (node: SvgNode, canvas: DrawingCanvas) => void)(node, canvas);
}

type Painters = {
  readonly [Kind in SvgNode["kind"]]: (node: Extract<SvgNode, { kind: Kind }>, canvas: DrawingCanvas) => void;
};

const painters: Painters = { group: drawGroup, shape: drawShape, text: drawText, image: drawImage, html() {} };

function drawGroup(group: GroupNode, canvas: DrawingCanvas): void {
  if (group.opacity === 0) return;
  canvas.save();
  canvas.transform(...group.matrix);
  for (const { outline, rule } of group.clips) {
    trace(outline, canvas);
    canvas.clip(rule);
  }
  const draw = () => drawSvg(group.children, canvas);
  if (group.masks.length === 0 && (group.opacity === 1 || isSinglePaint(group.children))) {
    canvas.globalAlpha *= group.opacity;
    draw();
  } else drawThrough(group.masks, draw, { group, canvas });
  canvas.restore();
}

/** Each mask is a layer around what the ones after it let through. */
function drawThrough(
  masks: readonly SvgMask[],
  draw: () => void,
  { group, canvas }: { readonly group: GroupNode; readonly canvas: DrawingCanvas },
): void {
  const [mask, ...rest] = masks;
  // An opacity that is not drawn yet is of the layer, not of what is in it.
  const alpha = group.opacity * canvas.globalAlpha;
  if (!mask) canvas.layer(draw, { alpha });
  else {
    const inside =
      rest.length === 0 ? draw : () => drawThrough(rest, draw, { group: { ...group, opacity: 1 }, canvas });
    canvas.layer(inside, { alpha, mask: { kind: mask.kind, draw: () => drawSvg(mask.content, canvas) } });
  }
}

/** One thing painted once: nothing of it lies over anything else of it. */
function isSinglePaint(children: readonly SvgNode[]): boolean {
  const [only, ...others] = children;
  if (!only || others.length > 0) return false;
  if (only.kind === "shape") return only.paints.length <= 1;
  if (only.kind !== "group") return true;
  return only.masks.length === 0 && only.opacity === 1 && isSinglePaint(only.children);
}

function drawShape({ outline, paints }: ShapeNode, canvas: DrawingCanvas): void {
  for (const paint of paints) {
    canvas.save();
    const style = styleOf(paint.ink, canvas);
    trace(outline, canvas);
    if (paint.kind === "fill") {
      canvas.fillStyle = style;
      canvas.fill(paint.rule);
    } else {
      canvas.strokeStyle = style;
      setStroke(paint.stroke, canvas);
      canvas.stroke();
    }
    canvas.restore();
  }
}

function drawText(node: TextNode, canvas: DrawingCanvas): void {
  const { word, x, y, rotation, size, letterSpacing, paint } = node;
  canvas.save();
  const style = styleOf(paint.ink, canvas);
  if (paint.kind === "fill") canvas.fillStyle = style;
  else {
    canvas.strokeStyle = style;
    setStroke(paint.stroke, canvas);
  }
  canvas.showWord(word, { x, y, sizePx: size, mode: paint.kind, rotation, letterSpacing });
  canvas.restore();
}

function drawImage({ data, x, y, width, height }: ImageNode, canvas: DrawingCanvas): void {
  canvas.drawImage(data, x, y, width, height);
}

function setStroke(stroke: Stroke, canvas: DrawingCanvas): void {
  // The path is in its position already: what follows is the pen.
  if (stroke.isUnscaled) canvas.resetTransform();
  canvas.lineWidth = stroke.width;
  canvas.lineCap = stroke.cap;
  canvas.lineJoin = stroke.join;
  canvas.miterLimit = stroke.miterLimit;
  canvas.setLineDash(stroke.dash);
  canvas.lineDashOffset = stroke.dashOffset;
}

/** Sets how opaque the canvas paints, and gives what it paints with. */
function styleOf(ink: Ink, canvas: DrawingCanvas): DrawingCanvas["fillStyle"] {
  if (ink.kind === "color") return cssColor(ink.color);
  canvas.globalAlpha *= ink.alpha;
  if (ink.kind === "gradient") return canvas.createGradient(ink.gradient);
  const { pattern } = ink;
  return canvas.createTile(pattern, pattern.matrix, () => drawSvg(pattern.content, canvas));
}

const cssColor = ({ red, green, blue, alpha }: Color) => `rgb(${red * 255} ${green * 255} ${blue * 255} / ${alpha})`;

function trace(outline: Outline, canvas: DrawingCanvas): void {
  canvas.beginPath();
  for (const segment of outline) {
    if (segment.kind === "move") canvas.moveTo(segment.x, segment.y);
    else if (segment.kind === "line") canvas.lineTo(segment.x, segment.y);
    else if (segment.kind === "close") canvas.closePath();
    else canvas.bezierCurveTo(segment.x1, segment.y1, segment.x2, segment.y2, segment.x, segment.y);
  }
}
