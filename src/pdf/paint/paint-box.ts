import type { Color } from "../../stylesheet/index.ts";
import { borderWidths } from "../box/border-widths.ts";
import type { ContentStream } from "../canvas/content-stream.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import type { Rectangle } from "../geometry/rectangle.ts";
import { borderLine } from "../layout/collapsed-borders.ts";
import type { BorderLine, CollapsedBorders } from "../layout/fragment.ts";
import { num } from "../objects/number.ts";
import { type BackgroundPainter, inside, noEdges, paintBackground } from "./paint-background.ts";
import { paintInnerShadows, paintOuterShadows } from "./paint-shadow.ts";
import { fillRectangle } from "./paint-text.ts";
import { innerRadii, isRounded, type Radii, radiiOf, rectanglePath } from "./rounded-path.ts";

/** A border box on the page; the part of it that the page shows may miss its top or its bottom edge. */
export interface PaintedBox extends Rectangle {
  readonly hasTop: boolean;
  readonly hasBottom: boolean;
  /** All of it, where the page shows a part. */
  readonly whole?: { readonly y: number; readonly height: number } | undefined;
}

export interface BoxPainterOptions extends BackgroundPainter {
  readonly hasBorders: boolean;
}

/** Whether there is nothing to paint of a box but what is in it. */
export function isPlain(style: ComputedStyle, hasBorders: boolean): boolean {
  return !hasBackground(style) && !(hasBorders && hasBorder(style));
}

function hasBorder(style: ComputedStyle): boolean {
  const { top, right, bottom, left } = bordersOf(style);
  return (top ?? right ?? bottom ?? left) !== undefined;
}

/** Whether somebody would miss it where it is cut off: paper is white, whoever paints it so. */
export function isMissed(style: ComputedStyle, hasBorders: boolean): boolean {
  if (style.visibility !== "visible" || isPlain(style, hasBorders)) return false;
  const { red, green, blue, alpha } = style.backgroundColor;
  if (style.backgroundImage.length > 0 || (alpha > 0 && Math.min(red, green, blue) < 1)) return true;
  return hasBorders && hasBorder(style);
}

/** Shadows, background and, unless something else draws them, borders; as decoration. */
export function paintBox(box: PaintedBox, style: ComputedStyle, { hasBorders, ...painter }: BoxPainterOptions): void {
  const { stream } = painter;
  stream.opacity(style.opacity);
  const radii = radiiOf(box, style);
  if (hasBackground(style)) paintBehind(box, style, { hasBorders, radii, ...painter });
  if (!hasBorders) return;
  const borders = bordersOf(style);
  const { top, right, bottom, left } = borders;
  if (!top && !right && !bottom && !left) return;
  stream.mark("artifact");
  const isClosed = top !== undefined && isUniform(borders) && box.hasTop && box.hasBottom;
  if (isClosed && (top.style === "double" || isRounded(radii))) paintRounded(box, { line: top, radii }, stream);
  else if (isRounded(radii) || isMitred(borders)) paintMitred(box, { borders, radii }, stream);
  else paintSides(box, borders, stream);
}

const hasBackground = ({ backgroundColor, backgroundImage, boxShadow }: ComputedStyle) =>
  backgroundColor.alpha > 0 || backgroundImage.length > 0 || boxShadow.length > 0;

function paintBehind(
  box: PaintedBox,
  style: ComputedStyle,
  { hasBorders, radii, ...painter }: BoxPainterOptions & { readonly radii: Radii },
): void {
  const whole = { ...box, ...box.whole };
  const strip = {
    top: box.hasTop ? Number.NEGATIVE_INFINITY : box.y,
    bottom: box.hasBottom ? Number.POSITIVE_INFINITY : box.y + box.height,
  };
  const hasShadow = style.boxShadow.length > 0 && box.width > 0 && box.height > 0;
  if (hasShadow) paintOuterShadows({ area: whole, radii, strip }, style, painter);
  paintBackground({ whole, shown: box, radii, hasBorders }, style, painter);
  if (!hasShadow) return;
  const border = hasBorders ? borderWidths(style) : noEdges;
  paintInnerShadows({ area: inside(whole, border), radii: innerRadii(radii, border), strip }, style, painter);
}

/** Borders of a collapsed cell lie centred on its edges. */
export function paintCollapsed(
  box: PaintedBox,
  { top, right, bottom, left }: CollapsedBorders,
  stream: ContentStream,
): void {
  if (!top && !right && !bottom && !left) return;
  stream.mark("artifact");
  const { x, y, width, height } = box;
  const half = (line: BorderLine | undefined) => (line?.width ?? 0) / 2;
  // Horizontal lines reach to the outer edge of the vertical ones, so that corners close.
  const from = x - half(left);
  const to = x + width + half(right);
  if (top && box.hasTop) paintSide({ x: from, y: y - half(top), width: to - from, height: top.width }, top, stream);
  if (bottom && box.hasBottom)
    paintSide({ x: from, y: y + height - half(bottom), width: to - from, height: bottom.width }, bottom, stream);
  if (left) paintSide({ x: x - half(left), y, width: left.width, height }, left, stream);
  if (right) paintSide({ x: x + width - half(right), y, width: right.width, height }, right, stream);
}

const bordersByStyle = new WeakMap<ComputedStyle, CollapsedBorders>();

/** Elements that the same rules match share a style: its borders are read once. */
function bordersOf(style: ComputedStyle): CollapsedBorders {
  const known = bordersByStyle.get(style);
  if (known) return known;
  const borders = readBorders(style);
  bordersByStyle.set(style, borders);
  return borders;
}

function readBorders(style: ComputedStyle): CollapsedBorders {
  const side = (name: "top" | "right" | "bottom" | "left") => {
    const line = borderLine(style, name);
    return line && line.style !== "hidden" && line.width > 0 ? inRelief(line, name) : undefined;
  };
  return { top: side("top"), right: side("right"), bottom: side("bottom"), left: side("left") };
}

/** Sunk or raised, with the light from the top left: two sides are in the shade (CSS Backgrounds 3, 4.2). */
function inRelief(line: BorderLine, side: "top" | "right" | "bottom" | "left"): BorderLine {
  if (line.style !== "inset" && line.style !== "outset") return line;
  const isLit = (side === "top" || side === "left") === (line.style === "outset");
  return { ...line, style: "solid", color: isLit ? inLight(line.color) : inShade(line.color) };
}

/** Browsers make a colour a third of the scale darker or lighter; where it is nearly black, lighter and still lighter. */
const inShade = (color: Color) => (isDark(color) ? byThird(color, 1) : byThird(color, -1));
const inLight = (color: Color) => byThird(isDark(color) ? byThird(color, 1) : color, 1);

const isDark = ({ red, green, blue }: Color) => Math.hypot(red, green, blue) <= Math.hypot(0.125, 0.125, 0.125);

function byThird(color: Color, step: 1 | -1): Color {
  const { red, green, blue } = color;
  const most = Math.max(red, green, blue);
  const changed = Math.min(1, Math.max(0, most + step * 0.33));
  if (most === 0) return { ...color, red: changed, green: changed, blue: changed };
  const factor = changed / most;
  return { ...color, red: red * factor, green: green * factor, blue: blue * factor };
}

function isUniform({ top, right, bottom, left }: CollapsedBorders): boolean {
  const key = (line: BorderLine | undefined) =>
    line && `${line.width} ${line.style} ${Object.values(line.color).join()}`;
  return [right, bottom, left].every((line) => key(line) === key(top));
}

/** Two sides that meet, and are not alike. */
function isMitred({ top, right, bottom, left }: CollapsedBorders): boolean {
  const key = (line: BorderLine) => `${line.style} ${Object.values(line.color).join()}`;
  const around = [top, right, bottom, left, top];
  return around.slice(1).some((line, index) => {
    const before = around[index];
    return line !== undefined && before !== undefined && key(line) !== key(before);
  });
}

interface Mitred {
  readonly borders: CollapsedBorders;
  readonly radii: Radii;
}

/** Sides meet along the line from the corner of the border to that of the padding (CSS Backgrounds 3, 4.3). */
function paintMitred(box: PaintedBox, { borders, radii }: Mitred, stream: ContentStream): void {
  const { x, y, width, height } = box;
  const top = box.hasTop ? borders.top : undefined;
  const bottom = box.hasBottom ? borders.bottom : undefined;
  const { right, left } = borders;
  const edges = {
    top: top?.width ?? 0,
    right: right?.width ?? 0,
    bottom: bottom?.width ?? 0,
    left: left?.width ?? 0,
  };
  stream.save();
  if (isRounded(radii)) {
    const whole = { ...box, ...box.whole };
    const padding = inside(whole, edges);
    const hole = padding.width > 0 && padding.height > 0 ? rectanglePath(padding, innerRadii(radii, edges)) : "";
    stream.write(`${rectanglePath(whole, radii)} ${hole} W* n`);
  }
  // Where a corner is round, what the line cuts reaches further in than the padding's corner: as far as the curve.
  const corner = (side: "left" | "right", end: "top" | "bottom"): readonly [outer: Point, inner: Point] => {
    const [across, down] = [edges[side], edges[end]];
    const radius = radii[end === "top" ? (side === "left" ? 0 : 1) : side === "left" ? 3 : 2];
    const [farX, farY] = [Math.min(width / 2, radius.x), Math.min(height / 2, radius.y)];
    const reach = across + down > 0 ? Math.min(ratio(farX, across), ratio(farY, down)) : 1;
    const by = { x: across * reach, y: down * reach };
    const at = { x: side === "left" ? x : x + width, y: end === "top" ? y : y + height };
    return [at, { x: at.x + (side === "left" ? by.x : -by.x), y: at.y + (end === "top" ? by.y : -by.y) }];
  };
  const [topLeft, topRight] = [corner("left", "top"), corner("right", "top")];
  const [bottomLeft, bottomRight] = [corner("left", "bottom"), corner("right", "bottom")];
  const sides = [
    { line: top, from: topLeft, to: topRight, area: { x, y, width, height: edges.top } },
    {
      line: right,
      from: topRight,
      to: bottomRight,
      area: { x: x + width - edges.right, y, width: edges.right, height },
    },
    {
      line: bottom,
      from: bottomRight,
      to: bottomLeft,
      area: { x, y: y + height - edges.bottom, width, height: edges.bottom },
    },
    { line: left, from: bottomLeft, to: topLeft, area: { x, y, width: edges.left, height } },
  ];
  /** Sides of one colour are one shape: between two there would be a hairline. */
  const solid = new Map<string, { readonly color: Color; readonly paths: string[] }>();
  for (const { line, from, to, area } of sides) {
    if (!line || line.color.alpha === 0) continue;
    const path = polygon([from[0], to[0], to[1], from[1]]);
    if (line.style === "solid") {
      const key = Object.values(line.color).join();
      const found = solid.get(key) ?? { color: line.color, paths: [] };
      solid.set(key, found);
      found.paths.push(path);
      continue;
    }
    stream.save();
    stream.write(`${path} W n`);
    paintSide(area, line, stream);
    stream.restore();
  }
  for (const { color, paths } of solid.values()) {
    stream.fillColor(color);
    stream.write(`${paths.join(" ")} f`);
  }
  stream.restore();
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const ratio = (whole: number, part: number) => (part > 0 ? Math.max(1, whole / part) : Number.POSITIVE_INFINITY);

const polygon = (points: readonly Point[]) =>
  `${points.map(({ x, y }, index) => `${num(x)} ${num(y)} ${index === 0 ? "m" : "l"}`).join(" ")} h`;

function paintSides(box: PaintedBox, { top, right, bottom, left }: CollapsedBorders, stream: ContentStream): void {
  const { x, y, width, height } = box;
  if (top && box.hasTop) paintSide({ x, y, width, height: top.width }, top, stream);
  if (bottom && box.hasBottom)
    paintSide({ x, y: y + height - bottom.width, width, height: bottom.width }, bottom, stream);
  if (left) paintSide({ x, y, width: left.width, height }, left, stream);
  if (right) paintSide({ x: x + width - right.width, y, width: right.width, height }, right, stream);
}

const painters = {
  solid: paintSolid,
  dashed: paintDashed,
  dotted: paintDashed,
  double: paintDouble,
  groove: paintRelief,
  ridge: paintRelief,
  // Where borders collapse, these two are as those (CSS 2.2, 17.6.3).
  inset: paintRelief,
  outset: paintRelief,
  none: undefined,
  hidden: undefined,
};

function paintSide(side: Rectangle, line: BorderLine, stream: ContentStream): void {
  painters[line.style]?.(side, line, stream);
}

function paintSolid(side: Rectangle, { color }: BorderLine, stream: ContentStream): void {
  fillRectangle(stream, side, color);
}

function paintDouble({ x, y, width, height }: Rectangle, { color }: BorderLine, stream: ContentStream): void {
  const isHorizontal = width >= height;
  const third = (isHorizontal ? height : width) / 3;
  const first = isHorizontal ? { x, y, width, height: third } : { x, y, width: third, height };
  fillRectangle(stream, first, color);
  fillRectangle(stream, { ...first, x: isHorizontal ? x : x + 2 * third, y: isHorizontal ? y + 2 * third : y }, color);
}

/** A line in two halves, one of them in the shade. */
function paintRelief({ x, y, width, height }: Rectangle, { color, style }: BorderLine, stream: ContentStream): void {
  const isHorizontal = width >= height;
  const half = (isHorizontal ? height : width) / 2;
  const isSunk = style === "groove" || style === "outset";
  const first = isHorizontal ? { x, y, width, height: half } : { x, y, width: half, height };
  fillRectangle(stream, first, isSunk ? inShade(color) : inLight(color));
  const second = { ...first, x: isHorizontal ? x : x + half, y: isHorizontal ? y + half : y };
  fillRectangle(stream, second, isSunk ? inLight(color) : inShade(color));
}

function paintDashed({ x, y, width, height }: Rectangle, line: BorderLine, stream: ContentStream): void {
  const isHorizontal = width >= height;
  const thickness = isHorizontal ? height : width;
  const [startX, startY] = isHorizontal ? [x, y + height / 2] : [x + width / 2, y];
  const [endX, endY] = isHorizontal ? [x + width, y + height / 2] : [x + width / 2, y + height];
  const dash = line.style === "dotted" ? `0 ${num(thickness * 2)}` : `${num(thickness * 3)} ${num(thickness * 2)}`;
  stream.save();
  stream.strokeColor(line.color);
  stream.write(`${num(thickness)} w [${dash}] 0 d ${line.style === "dotted" ? 1 : 0} J`);
  stream.write(`${num(startX)} ${num(startY)} m ${num(endX)} ${num(endY)} l S`);
  stream.restore();
}

/** The same line all round: one stroke, or two for a double one. */
function paintRounded(
  box: PaintedBox,
  { line, radii }: { readonly line: BorderLine; readonly radii: Radii },
  stream: ContentStream,
): void {
  const third = line.width / 3;
  const strokes = line.style === "double" ? [third / 2, line.width - third / 2] : [line.width / 2];
  const width = line.style === "double" ? third : line.width;
  stream.save();
  stream.strokeColor(line.color);
  stream.write(`${num(width)} w`);
  if (line.style === "dashed") stream.write(`[${num(width * 3)} ${num(width * 2)}] 0 d`);
  if (line.style === "dotted") stream.write(`[0 ${num(width * 2)}] 0 d 1 J`);
  for (const inset of strokes) {
    const { x, y } = { x: box.x + inset, y: box.y + inset };
    const inner = { ...box, x, y, width: box.width - 2 * inset, height: box.height - 2 * inset };
    const edges = { top: inset, right: inset, bottom: inset, left: inset };
    stream.write(`${rectanglePath(inner, innerRadii(radii, edges))} S`);
  }
  stream.restore();
}
