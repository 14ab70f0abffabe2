import { type LengthPercentage, resolveLength } from "../../stylesheet/index.ts";
import type { BackgroundPicture } from "../box/backgrounds.ts";
import { borderWidths } from "../box/border-widths.ts";
import type { Surface } from "../canvas/canvas-surface.ts";
import type { ContentStream } from "../canvas/content-stream.ts";
import type { BackgroundArea, BackgroundRepeat, BackgroundSize, RepeatStyle } from "../css/background-layers.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import type { CssGradient } from "../css/gradient.ts";
import { identity, type Matrix } from "../geometry/matrix.ts";
import type { Rectangle } from "../geometry/rectangle.ts";
import { shareTolerance } from "../geometry/tolerance.ts";
import { fine } from "../objects/number.ts";
import type { ImagePainter } from "./paint-image.ts";
import { paintStripes, stripesOf } from "./paint-stripes.ts";
import { placeGradient } from "./place-gradient.ts";
import { type Edges, innerRadii, isRounded, type Radii, rectanglePath, squares } from "./rounded-path.ts";

/** A border box: all of it, and what the page shows of it. */
export interface BackgroundBox {
  readonly whole: Rectangle;
  readonly shown: Rectangle;
  readonly radii: Radii;
  /** It has borders of its own. */
  readonly hasBorders: boolean;
  /** It is painted wherever it is shown, and the box is what it is placed by. */
  readonly isCanvas?: boolean;
}

/** The content area of a page, and how the page is mapped to its paper. */
export interface PageArea extends Rectangle {
  readonly matrix: Matrix;
}

export interface BackgroundPainter {
  readonly stream: ContentStream;
  readonly images: ImagePainter;
  /** What backgrounds are placed in that are fixed. Absent: the box. */
  readonly pageArea?: PageArea | undefined;
  /** Makes the letters in the box the clipping path; false where there are none. Absent: it has none. */
  clipToText?: (() => boolean) | undefined;
}

/** A colour, and images over it, the first of them on top (CSS Backgrounds 3, 2). */
export function paintBackground(box: BackgroundBox, style: ComputedStyle, painter: BackgroundPainter): void {
  const { backgroundColor, backgroundImage: images } = style;
  const { stream } = painter;
  if (box.shown.width <= 0 || box.shown.height <= 0) return;
  if (backgroundColor.alpha > 0) {
    const { area, radii, isText } = clipOf(box, style, Math.max(0, images.length - 1));
    clipped(isText, painter, () => {
      stream.mark("artifact");
      stream.fillColor(backgroundColor);
      stream.write(`${rectanglePath(area, radii)} f`);
    });
  }
  for (let index = images.length - 1; index >= 0; index -= 1) paintLayer(box, style, { index, painter });
}

/** Within letters, if it is so. */
function clipped(isText: boolean, { stream, clipToText }: BackgroundPainter, paint: () => void): void {
  if (!isText) {
    paint();
    return;
  }
  stream.mark("artifact");
  stream.save();
  if (clipToText?.()) paint();
  stream.restore();
}

/** Of values that are given over and over. */
const layerOf = <T>(values: readonly T[], index: number) => values[index % values.length] as T;

function clipOf(box: BackgroundBox, style: ComputedStyle, index: number) {
  if (box.isCanvas) return { area: box.shown, radii: squares, isText: false };
  const clip = layerOf(style.backgroundClip, index);
  const inset = insetOf(box, style, clip === "text" ? "border-box" : clip);
  const area = intersection(inside(box.whole, inset), box.shown);
  return { area, radii: innerRadii(box.radii, inset), isText: clip === "text" };
}

export const noEdges: Edges = { top: 0, right: 0, bottom: 0, left: 0 };

/** From the border box to another. */
function insetOf({ whole, hasBorders }: BackgroundBox, style: ComputedStyle, area: BackgroundArea): Edges {
  if (area === "border-box") return noEdges;
  const border = hasBorders ? borderWidths(style) : noEdges;
  if (area === "padding-box") return border;
  const padding = (value: LengthPercentage) => resolveLength(value, whole.width);
  return {
    top: border.top + padding(style.paddingTop),
    right: border.right + padding(style.paddingRight),
    bottom: border.bottom + padding(style.paddingBottom),
    left: border.left + padding(style.paddingLeft),
  };
}

export const inside = ({ x, y, width, height }: Rectangle, { top, right, bottom, left }: Edges): Rectangle => ({
  x: x + left,
  y: y + top,
  width: Math.max(0, width - left - right),
  height: Math.max(0, height - top - bottom),
});

function intersection(a: Rectangle, b: Rectangle): Rectangle {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  const right = Math.min(a.x + a.width, b.x + b.width);
  const bottom = Math.min(a.y + a.height, b.y + b.height);
  return { x, y, width: Math.max(0, right - x), height: Math.max(0, bottom - y) };
}

interface LayerOptions {
  readonly index: number;
  readonly painter: BackgroundPainter;
}

/** What fills a tile: a gradient, or a picture with its natural size, pt. */
type Ink =
  | { readonly kind: "gradient"; readonly gradient: CssGradient }
  | ({ readonly kind: "picture" } & BackgroundPicture);

function paintLayer(box: BackgroundBox, style: ComputedStyle, { index, painter }: LayerOptions): void {
  const image = layerOf(style.backgroundImage, index);
  const { images, stream, pageArea } = painter;
  if (image === "none") return;
  const picture = image.kind === "url" ? images.background(image) : undefined;
  if (image.kind === "url" && !picture) return;
  const ink: Ink = picture ? { kind: "picture", ...picture } : { kind: "gradient", gradient: image as CssGradient };
  const { area, radii, isText } = clipOf(box, style, index);
  // In what is turned, it goes with its box (CSS Backgrounds 3, 2.5).
  const isFixed = layerOf(style.backgroundAttachment, index) === "fixed" && stream.matrix === pageArea?.matrix;
  const own = inside(box.whole, insetOf(box, style, layerOf(style.backgroundOrigin, index)));
  const origin = (isFixed && pageArea) || own;
  const size = tileSize(layerOf(style.backgroundSize, index), ink, origin);
  if (!(size.width > 0 && size.height > 0) || area.width <= 0 || area.height <= 0) return;
  const repeat = layerOf(style.backgroundRepeat, index);
  const position = layerOf(style.backgroundPosition, index);
  const { width, height } = rounded(size, { repeat, origin, given: layerOf(style.backgroundSize, index) });
  const x = axisOf(repeat.x, {
    from: origin.x,
    room: origin.width,
    size: width,
    position: position.x,
    clip: [area.x, area.width],
  });
  const y = axisOf(repeat.y, {
    from: origin.y,
    room: origin.height,
    size: height,
    position: position.y,
    clip: [area.y, area.height],
  });
  if (x.count === 0 || y.count === 0) return;
  clipped(isText, painter, () => {
    stream.mark("artifact");
    stream.save();
    stream.write(`${rectanglePath(area, isRounded(radii) ? radii : undefined)} W n`);
    paintTiles({ ink, x, y, width, height }, painter);
    stream.restore();
  });
}

interface Natural {
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly ratio: number | undefined;
}

const nothing: Natural = { width: undefined, height: undefined, ratio: undefined };

/** CSS Backgrounds 3, 3.9; what has no size of its own fills the area. */
function tileSize(asked: BackgroundSize, ink: Ink, area: Rectangle): Size {
  const natural = ink.kind === "picture" ? ink.natural : nothing;
  if (typeof asked === "string") return natural.ratio ? atRatio(natural.ratio, area, asked) : area;
  const length = (value: LengthPercentage | "auto", room: number) =>
    value === "auto" ? undefined : Math.max(0, resolveLength(value, room));
  const [width, height] = [length(asked.width, area.width), length(asked.height, area.height)];
  if (width === undefined && height === undefined) return sizeByItself(natural, area);
  return completed({ width, height }, { natural, area });
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The largest that is in the area, or the smallest that covers it. */
function atRatio(ratio: number, { width, height }: Rectangle, fit: "cover" | "contain"): Size {
  const isWide = width / height > ratio;
  return isWide === (fit === "cover") ? { width, height: width / ratio } : { width: height * ratio, height };
}

function sizeByItself(natural: Natural, area: Rectangle): Size {
  if (natural.width !== undefined || natural.height !== undefined) return completed(natural, { natural, area });
  return natural.ratio ? atRatio(natural.ratio, area, "contain") : area;
}

interface CompleteOptions {
  readonly natural: Natural;
  readonly area: Rectangle;
}

/** A side that is not given follows from the shape, or is the picture's own, or the area's. */
function completed({ width, height }: Omit<Natural, "ratio">, { natural, area }: CompleteOptions): Size {
  const { ratio } = natural;
  return {
    width: width ?? (ratio && height !== undefined ? height * ratio : (natural.width ?? area.width)),
    height: height ?? (ratio && width !== undefined ? width / ratio : (natural.height ?? area.height)),
  };
}

interface RoundOptions {
  readonly repeat: BackgroundRepeat;
  readonly origin: Rectangle;
  readonly given: BackgroundSize;
}

/** `round`: as many as fit, whole; a side that nobody asked for follows (CSS Backgrounds 3, 3.9). */
function rounded(
  { width, height }: { readonly width: number; readonly height: number },
  { repeat, origin, given }: RoundOptions,
) {
  const whole = (size: number, room: number) => (room > 0 ? room / Math.max(1, Math.round(room / size)) : size);
  const across = repeat.x === "round" ? whole(width, origin.width) : width;
  const down = repeat.y === "round" ? whole(height, origin.height) : height;
  const isAuto = (side: "width" | "height") => typeof given === "object" && given[side] === "auto";
  return {
    width: repeat.y === "round" && repeat.x !== "round" && isAuto("width") ? (width * down) / height : across,
    height: repeat.x === "round" && repeat.y !== "round" && isAuto("height") ? (height * across) / width : down,
  };
}

interface AxisOptions {
  readonly from: number;
  readonly room: number;
  readonly size: number;
  readonly position: LengthPercentage;
  readonly clip: readonly [start: number, length: number];
}

/** Tiles along an axis, as far as they are seen. */
interface TileAxis {
  readonly start: number;
  readonly step: number;
  readonly count: number;
}

function axisOf(style: RepeatStyle, { from, room, size, position, clip: [start, length] }: AxisOptions): TileAxis {
  const at = from + resolveLength(position, room - size);
  const isSeen = (place: number) => place < start + length && place + size > start;
  const fitting = Math.floor(room / size + shareTolerance);
  if (style === "no-repeat" || (style === "space" && fitting < 2))
    return { start: at, step: size, count: isSeen(at) ? 1 : 0 };
  const step = style === "space" ? size + (room - fitting * size) / (fitting - 1) : size;
  const origin = style === "space" ? from : at;
  const first = Math.floor((start - origin) / step + shareTolerance);
  const last = Math.ceil((start + length - origin) / step - shareTolerance);
  return { start: origin + first * step, step, count: Math.max(0, last - first) };
}

interface Tiles {
  readonly ink: Ink;
  readonly x: TileAxis;
  readonly y: TileAxis;
  readonly width: number;
  readonly height: number;
}

/** More than these are one pattern: programs draw its edges less well than those of pictures. */
const mostTiles = 400;

function paintTiles({ ink, x, y, width, height }: Tiles, painter: BackgroundPainter): void {
  const { stream, images } = painter;
  const tile = { x: 0, y: 0, width, height };
  if (x.count === 1 && y.count === 1) {
    paintInk(ink, { ...tile, x: x.start, y: y.start }, { ...painter, surface: undefined });
    return;
  }
  const area: Surface["area"] = [0, 0, width, height];
  const surface: Surface = { toPatterns: identity, area };
  const content = stream.apart(() => paintInk(ink, tile, { ...painter, surface }));
  if (x.count * y.count > mostTiles) {
    const step = { x: x.step, y: y.step };
    images.paintPattern(
      { content, area: tile, step, at: { x: x.start, y: y.start }, count: [x.count, y.count] },
      stream,
    );
    return;
  }
  const name = images.group(content, area, stream);
  stream.graphicsState({ fillAlpha: 1, strokeAlpha: 1, blend: "Normal" });
  for (let row = 0; row < y.count; row += 1) {
    for (let column = 0; column < x.count; column += 1)
      stream.write(`q 1 0 0 1 ${fine(x.start + column * x.step)} ${fine(y.start + row * y.step)} cm /${name} Do Q`);
  }
}

interface InkOptions extends BackgroundPainter {
  /** Absent: the page. */
  readonly surface: Surface | undefined;
}

function paintInk(ink: Ink, area: Rectangle, { stream, images, surface }: InkOptions): void {
  const { x, y, width, height } = area;
  if (ink.kind === "gradient") {
    const gradient = placeGradient(ink.gradient, { width, height });
    const stripes = stripesOf(gradient);
    if (stripes) paintStripes(stripes, gradient, { area, stream });
    else stream.fillGradient(gradient, { x, y, path: rectanglePath(area), surface });
    return;
  }
  images.paint(ink.fitted(width, height), area, stream, surface);
}
