import { resolveLength } from "../../stylesheet/index.ts";
import type { ReplacedBox } from "../box/box.ts";
import type { PdfDrawing } from "../canvas/pdf-image.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import type { Matrix } from "../geometry/matrix.ts";
import { tolerance } from "../geometry/tolerance.ts";
import { boxGeometry, insetOf, isIntrinsic } from "./box-geometry.ts";
import { type Fragment, fragmentOf, type ImageFragment, moveFragment } from "./fragment.ts";
import { withUsedHeights } from "./intrinsic-sizes.ts";
import { type LaidOut, marginsOf, onPage } from "./laid-out.ts";
import type { Available, LayoutContext } from "./layout-context.ts";

/**
 * An image at the size that its style asks for, keeping its shape where only one side is given, and never larger than its
 * container's width or a page's height: nothing is cut off. A drawing that is made for narrower places is as high as it is there.
 */
export function layoutReplaced(given: ReplacedBox, available: Available, context: LayoutContext): LaidOut {
  const box = withUsedHeights(given, available.height);
  const { style } = box;
  const inset = insetOf(style, available.width);
  const sides = inset.left + inset.right;
  const room = {
    containing: available.width,
    room: available.width - sides,
    most: keepsSize(box, context)
      ? { width: Number.POSITIVE_INFINITY, height: Number.POSITIVE_INFINITY }
      : { width: available.width - sides, height: available.maxHeight ?? context.page(style.page).height },
  };
  const { size, picture = box.image, narrowed } = forRoom(box, room, context);
  const geometry = boxGeometry(style, { ...available, exactWidth: size.width + sides });
  const drawn = fitted(box, size);
  const image: ImageFragment = {
    kind: "image",
    x: inset.left,
    y: inset.top,
    ...size,
    drawn,
    image: drawn ? picture : resized(picture, size),
    content: box.content,
    link: box.link,
    marks: undefined,
    opacity: style.opacity,
    isPlaceholder: box.isPlaceholder,
    narrowed,
  };
  const height = size.height + inset.top + inset.bottom;
  return {
    fragment: fragmentOf(box, { width: geometry.width, height, children: [image, ...htmlIn(box, image, context)] }),
    ...marginsOf(geometry),
    isEmpty: false,
    slack: 0,
    breaks: [],
    breakBefore: style.breakBefore,
    breakAfter: style.breakAfter,
    pages: onPage(style.page),
    firstBaseline: undefined,
    baseline: height,
  };
}

/** HTML that stands in the picture, over it. */
function htmlIn(box: ReplacedBox, { x, y, width, height }: ImageFragment, context: LayoutContext): readonly Fragment[] {
  if (!box.html) return [];
  return box.html({ width: width / ptPerPx, height: height / ptPerPx }).map((inside) => {
    const area = { width: inside.width * ptPerPx, height: inside.height * ptPerPx };
    const { fragment } = context.layout(inside.box, { ...area, exactWidth: area.width, exactHeight: area.height });
    const [a, b, c, d, e, f] = inside.matrix;
    const isMoved = a === 1 && b === 0 && c === 0 && d === 1;
    if (isMoved) return moveFragment(fragment, x + e * ptPerPx, y + f * ptPerPx);
    const transform: Matrix = [a, b, c, d, e * ptPerPx, f * ptPerPx];
    return { ...moveFragment(fragment, x, y), transform };
  });
}

/** What stands in for a picture that was not found gives way in any case. */
export const keepsSize = ({ givesWay }: ReplacedBox, { keepsPictures }: LayoutContext): boolean =>
  keepsPictures && !givesWay;

const ptPerPx = 0.75;

interface Made {
  readonly size: Size;
  /** Absent: the box's own. */
  readonly picture?: PdfDrawing;
  readonly narrowed?: ImageFragment["narrowed"];
}

/**
 * The picture for the room that there is, and its size. A drawing that is made for narrower places is asked for by its width alone, which
 * does not depend on what it then looks like: what layout gives is the same before and after.
 */
function forRoom(box: ReplacedBox, room: Room, context: LayoutContext): Made {
  const size = imageSize(box, room);
  const { image, style } = box;
  if (image.kind !== "drawing" || !image.forWidth || !isSizedByWidth(box)) return { size };
  const ofAnyHeight: ReplacedBox = { ...box, style: ofAnyMaxHeight(style) };
  const { width, height: ownHeight } = imageSize(ofAnyHeight, {
    ...room,
    most: { ...room.most, height: Number.POSITIVE_INFINITY },
  });
  const mostAsked = heightAsked(style.maxHeight) ?? Number.POSITIVE_INFINITY;
  if (ownHeight > mostAsked) return { size };
  const widthPx = Math.floor(width / ptPerPx + tolerance);
  if (widthPx < 1 || widthPx >= image.widthPx) return { size };
  const narrowed = { drawing: image, widthPx };
  const picture = context.drawingFor(image, widthPx);
  if (!picture) return { size, narrowed };
  const height = (width * picture.heightPx) / picture.widthPx;
  const scale = Math.min(1, Math.min(room.most.height, mostAsked) / height);
  // One that a page has no room for may be smaller in the end than the other.
  const isSmaller = (width * scale) / picture.widthPx <= size.width / image.widthPx;
  return isSmaller ? { size, narrowed } : { size: { width: width * scale, height: height * scale }, picture, narrowed };
}

/** A style is some hundred fields, and each picture is laid out several times. */
const stylesOfAnyHeight = new WeakMap<ComputedStyle, ComputedStyle>();

function ofAnyMaxHeight(style: ComputedStyle): ComputedStyle {
  const known = stylesOfAnyHeight.get(style) ?? { ...style, maxHeight: "none" };
  stylesOfAnyHeight.set(style, known);
  return known;
}

/** Whether its height is what its width makes it, as far as it may be higher. */
const isSizedByWidth = ({ style }: ReplacedBox): boolean =>
  heightAsked(style.height) === undefined &&
  !heightAsked(style.minHeight) &&
  style.aspectRatio === "auto" &&
  style.objectFit === "fill";

/** A drawing that can fit itself into its area does; any other picture is stretched. */
function resized(image: ReplacedBox["image"], { width, height }: { readonly width: number; readonly height: number }) {
  const fits = image.kind === "drawing" && width > 0 && height > 0;
  return (fits && image.resized?.(width / ptPerPx, height / ptPerPx)) || image;
}

/** Where in its box a picture is drawn (CSS Images 3, 5.5); undefined: it fills it. */
function fitted({ style, picture }: ReplacedBox, box: Size): ImageFragment["drawn"] {
  const { objectFit, objectPosition } = style;
  if (objectFit === "fill" || picture.width <= 0 || picture.height <= 0) return undefined;
  const [across, down] = [box.width / picture.width, box.height / picture.height];
  const contained = Math.min(across, down);
  const scale = {
    contain: contained,
    cover: Math.max(across, down),
    none: 1,
    "scale-down": Math.min(1, contained),
  }[objectFit];
  const [width, height] = [picture.width * scale, picture.height * scale];
  const x = resolveLength(objectPosition.x, box.width - width);
  const y = resolveLength(objectPosition.y, box.height - height);
  return { x, y, width, height };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Room {
  readonly containing: number;
  readonly room: number;
  /** What it is made smaller to fit into. */
  readonly most: Size;
}

const lengthAsked = (size: ComputedStyle["width" | "minWidth" | "maxWidth"], containing: number) =>
  typeof size === "string" || isIntrinsic(size) ? undefined : resolveLength(size, containing);

/** A share of a height that nothing says is none. */
const heightAsked = (size: unknown) => (typeof size === "number" ? size : undefined);

/** Content size of the image (CSS 2.2, 10.4 and 10.7), made smaller where the column or the page has no room for it. */
function imageSize(box: ReplacedBox, { containing, room, most }: Room): Size {
  const { width, height } = sizeAsked(box, containing, room);
  if (!(width > 0 && height > 0)) return { width, height };
  const scale = Math.min(1, most.width / width, most.height / height);
  return { width: width * scale, height: height * scale };
}

/**
 * Content width that an image asks for where what it stands in has no width yet: shares of it ask for nothing. `room`: the width of one
 * that has a ratio alone; in a box that is as wide as its content that is none (CSS Sizing 3, 5.2.2).
 */
export function preferredWidth(box: ReplacedBox, room: number): number {
  const { style } = box;
  const width = typeof style.width === "object" ? "auto" : style.width;
  const minWidth = typeof style.minWidth === "object" ? "auto" : style.minWidth;
  const maxWidth = typeof style.maxWidth === "object" ? "none" : style.maxWidth;
  return sizeAsked({ ...box, style: { ...style, width, minWidth, maxWidth } }, 0, room).width;
}

function sizeAsked({ style, fillsWidth, ...natural }: ReplacedBox, containing: number, room: number): Size {
  const { naturalWidth, naturalHeight } = natural;
  const { aspectRatio } = style;
  const ownRatio = naturalHeight > 0 ? naturalWidth / naturalHeight : 1;
  const ratio = aspectRatio === "auto" || aspectRatio.hasOwn ? ownRatio : aspectRatio.ratio;
  const across = limits(lengthAsked(style.minWidth, containing), lengthAsked(style.maxWidth, containing));
  const down = limits(heightAsked(style.minHeight), heightAsked(style.maxHeight));
  const wantedHeight = heightAsked(style.height);
  // What has a ratio alone is as wide as there is room, unless its height says how wide it is.
  const filling = fillsWidth && wantedHeight === undefined ? room : undefined;
  const wantedWidth = lengthAsked(style.width, containing) ?? filling;
  if (wantedWidth !== undefined) {
    const width = across(wantedWidth);
    return { width, height: down(wantedHeight ?? width / ratio) };
  }
  if (wantedHeight !== undefined) {
    const height = down(wantedHeight);
    return { width: across(height * ratio), height };
  }
  // What limits one side changes the other with it, as far as its own limits let it.
  const width = across(naturalWidth);
  const height = down(naturalWidth / ratio);
  const [widthAlone, heightAlone] = [height * ratio, width / ratio];
  const isSmaller = width < naturalWidth || height < naturalWidth / ratio;
  return (isSmaller ? widthAlone < width : widthAlone > width)
    ? { width: across(widthAlone), height }
    : { width, height: down(heightAlone) };
}

/** A size between two limits, of which the lower one counts more. */
const limits =
  (min = 0, max = Number.POSITIVE_INFINITY) =>
  (size: number) =>
    Math.max(min, Math.min(max, size));
