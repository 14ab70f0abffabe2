import type { Diagnostics, SourceLocation } from "../../diagnostics/index.ts";
import type { DomElement } from "../dom/dom-node.ts";
import { type NaturalSize, usedSize } from "../svg/index.ts";
import type { TagNode } from "../tags/tag-node.ts";
import type { ReplacedBox } from "./box.ts";
import type { BoxBuilder, Surroundings } from "./build-context.ts";
import { drawnControl } from "./form-controls.ts";
import { namedIn } from "./generated-element.ts";
import { playerLabel } from "./media.ts";
import { type Picture, type Pictures, shorten } from "./pictures.ts";
import { placeholderDrawing, placeholderSize } from "./placeholder.ts";

const ptPerPx = 0.75;

export interface ImageOptions {
  readonly builder: BoxBuilder;
  readonly pictures: Pictures;
  readonly diagnostics: Diagnostics;
  locate(element: DomElement): SourceLocation;
}

/**
 * The box of an `<img>`; `around.styled` is its own style. Errors: no `alt` (`missing-alt`), and what `Pictures` says of
 * the picture. What cannot be had has a placeholder.
 */
export function buildImage(
  element: DomElement,
  around: Surroundings,
  { builder, pictures, diagnostics, locate, isInline }: ImageOptions & { readonly isInline: boolean },
): ReplacedBox | undefined {
  const source = locate(element);
  const { alt, id, src = "" } = element.attributes;
  const isDecorative = alt === "" || ["presentation", "none"].includes(element.attributes.role ?? "");
  if (alt === undefined && !isDecorative) {
    diagnostics.error({
      code: "missing-alt",
      message: `The image "${shorten(src)}" has no alt text.`,
      hint: 'Say in alt="…" what it shows; alt="" if it is decoration.',
      source,
    });
  }
  const found = pictures.read(src, source, element.attributes[namedIn]);
  const picture = found ?? placeholder(isDecorative ? "" : (alt ?? ""));
  const size = sizeFromAttributes(element, picture.natural);
  if (!size) return undefined;
  const figure = isDecorative ? undefined : builder.tagFor(element, around, { ...figureTag, alt, isInline, id });
  return replacedBox(element, around, { builder, picture, size, figure, ...(found ? shown : missing) });
}

const shown = { isPlaceholder: false, givesWay: false };
const missing = { isPlaceholder: true, givesWay: true };

const figureTag = { role: "Figure", needsBBox: true } as const;

/** The box of a control that is a picture, read as its sign. */
export function buildControl(
  element: DomElement,
  around: Surroundings,
  { builder }: Pick<ImageOptions, "builder">,
): ReplacedBox | undefined {
  const control = drawnControl(element);
  if (!control) return undefined;
  const { drawing: image, text: actualText } = control;
  const { widthPx: width, heightPx: height } = image;
  const picture = { image, natural: { width, height, ratio: width / height } };
  const size = replacedSize(picture.natural);
  const tag = builder.tagFor(element, around, { role: "Span", actualText });
  return size && replacedBox(element, around, { builder, picture, size, figure: tag, ...shown });
}

/** The box that stands in for a player: as large as it would be, with its name. */
export function buildPlayer(
  element: DomElement,
  around: Surroundings,
  { builder, isInline }: Pick<ImageOptions, "builder"> & { readonly isInline: boolean },
): ReplacedBox | undefined {
  const label = playerLabel(element);
  const picture = placeholder(label);
  const size = playerSize(element);
  if (!size) return undefined;
  const figure = builder.tagFor(element, around, { ...figureTag, alt: label, isInline, id: element.attributes.id });
  return replacedBox(element, around, { builder, picture, size, figure, ...missing, givesWay: false });
}

/** A player has no ratio: what its attributes do not say is 300 by 150 px (CSS 2.2, 10.3.2), and the controls of one that is heard are lower. */
const playerSize = ({ name, attributes }: DomElement) =>
  replacedSize({
    width: positive(attributes.width),
    height: positive(attributes.height) ?? (name === "audio" ? audioPx : undefined),
    ratio: undefined,
  });

const audioPx = 54;

function placeholder(label: string): Picture {
  const size = placeholderSize(label);
  const { widthPx: width, heightPx: height } = size;
  return { image: placeholderDrawing(label, size), natural: { width, height, ratio: width / height } };
}

interface ReplacedParts {
  readonly builder: BoxBuilder;
  readonly picture: Picture;
  readonly size: NonNullable<ReturnType<typeof replacedSize>>;
  readonly figure: TagNode | undefined;
  readonly isPlaceholder: boolean;
  readonly givesWay: boolean;
}

function replacedBox(
  element: DomElement,
  around: Surroundings,
  { builder, picture, size, figure, isPlaceholder, givesWay }: ReplacedParts,
): ReplacedBox {
  return {
    kind: "replaced",
    style: around.styled.style,
    tag: figure,
    marks: builder.marksOf(element, around.styled),
    image: picture.image,
    content: figure ?? "artifact",
    ...size,
    picture: pictureSize(picture.natural),
    isPlaceholder,
    givesWay,
    link: around.link,
  };
}

/** `width` and `height` attributes stand for the natural size; one alone keeps the ratio. Undefined: nothing to see. */
function sizeFromAttributes(element: DomElement, natural: NaturalSize) {
  const width = positive(element.attributes.width);
  const height = positive(element.attributes.height);
  const isAsked = width !== undefined || height !== undefined;
  return replacedSize(isAsked ? { width, height, ratio: natural.ratio ?? ratioOf(natural) } : natural);
}

const ratioOf = ({ width, height }: NaturalSize) => (width && height ? width / height : undefined);

/** The size of a replaced box by what its picture says; undefined where nothing of it could be seen. */
export function replacedSize(natural: NaturalSize) {
  const { width, height } = usedSize(natural);
  if (!(width > 0 && height > 0)) return undefined;
  const fillsWidth = natural.width === undefined && natural.height === undefined && natural.ratio !== undefined;
  return { naturalWidth: width * ptPerPx, naturalHeight: height * ptPerPx, fillsWidth };
}

function pictureSize(natural: NaturalSize) {
  const { width, height } = usedSize(natural);
  return { width: width * ptPerPx, height: height * ptPerPx };
}

function positive(text: string | undefined): number | undefined {
  // A percentage is of something that is not known here: the style has it.
  const value = text?.trim().endsWith("%") ? 0 : Number.parseFloat(text ?? "");
  return value > 0 ? value : undefined;
}
