import type { Diagnostics, SourceLocation } from "../../diagnostics/index.ts";
import { readDataUri } from "../data-uri.ts";
import type { DomElement } from "../dom/dom-node.ts";
import type { ImageResolver, PdfDrawing, PdfRaster } from "../pdf-image.ts";
import type { ContentTag, TagNode } from "../tags/tag-node.ts";
import type { ReplacedBox } from "./box.ts";
import type { BoxBuilder, Surroundings } from "./build-context.ts";
import { readRaster } from "./read-raster.ts";

const ptPerPx = 0.75;

export interface ImageOptions {
  readonly images: ImageResolver | undefined;
  readonly diagnostics: Diagnostics;
  locate(element: DomElement): SourceLocation;
}

/**
 * The box of an `<img>`; `around.styled` is its own style. Errors: no `alt` (`missing-alt`), a source that nothing
 * resolves (`unknown-image`), bytes that are no PNG or JPEG (`unknown-image-format`), an SVG (`svg-image`), CMYK
 * (`cmyk-image`).
 */
export function buildImage(
  element: DomElement,
  around: Surroundings,
  options: ImageOptions & { readonly builder: BoxBuilder },
): ReplacedBox | undefined {
  const { diagnostics, builder } = options;
  const source = options.locate(element);
  const { alt, src = "" } = element.attributes;
  const isDecorative = alt === "" || ["presentation", "none"].includes(element.attributes.role ?? "");
  if (alt === undefined && !isDecorative) {
    diagnostics.error({
      code: "missing-alt",
      message: `The image "${shorten(src)}" has no alt text.`,
      hint: 'Say in alt="…" what it shows; alt="" if it is decoration.',
      source,
    });
  }
  const image = resolveImage(src, options, source);
  if (!image) return undefined;
  const natural = naturalSize(image);
  if (!natural && image.kind === "raster" && isSvg(image.data)) {
    diagnostics.error({
      code: "svg-image",
      message: `The image "${shorten(src)}" is an SVG, which is not drawn in PDF.`,
      hint: "Give a drawing (vectors and text onto a canvas) from the image resolver, or a PNG.",
      source,
    });
    return undefined;
  }
  if (!natural) {
    diagnostics.error({
      code: "unknown-image-format",
      message: `The image "${shorten(src)}" is not a PNG or JPEG that can be read.`,
      source,
    });
    return undefined;
  }
  if (natural.isCmyk) {
    diagnostics.error({
      code: "cmyk-image",
      message: `The image "${shorten(src)}" has colours for print (CMYK), which an archivable PDF for screens cannot hold.`,
      hint: "Save it in RGB.",
      source,
    });
  }
  const figure: TagNode | undefined = isDecorative
    ? undefined
    : builder.tagFor(element, around, { role: "Figure", alt: alt ?? "", needsBBox: true });
  const content: ContentTag = figure ?? "artifact";
  return {
    kind: "replaced",
    style: around.styled.style,
    tag: figure,
    marks: builder.marksOf(element, around.styled),
    image,
    content,
    ...sizeFromAttributes(element, natural),
    link: around.link,
  };
}

function resolveImage(
  src: string,
  { images, diagnostics }: ImageOptions,
  source: SourceLocation,
): PdfDrawing | PdfRaster | undefined {
  const data = readDataUri(src);
  if (data) return { kind: "raster", data };
  const image = images?.(src);
  if (!image) {
    diagnostics.error({
      code: "unknown-image",
      message: `The image "${shorten(src)}" is not there.`,
      hint: "Images come from the resolver that is passed to the formatter, or from data: URIs; nothing is fetched.",
      source,
    });
  }
  return image;
}

const isSvg = (data: Uint8Array) => /<svg[\s>]/.test(Buffer.from(data.subarray(0, 1024)).toString("latin1"));

function naturalSize(image: PdfDrawing | PdfRaster) {
  if (image.kind === "drawing") return { width: image.widthPx, height: image.heightPx, isCmyk: false };
  return readRaster(image.data);
}

/** `width` and `height` attributes stand for the natural size; one alone keeps the ratio. */
function sizeFromAttributes(element: DomElement, natural: { readonly width: number; readonly height: number }) {
  const width = positive(element.attributes.width);
  const height = positive(element.attributes.height);
  const ratio = natural.width / natural.height;
  const usedWidth = width ?? (height === undefined ? natural.width : height * ratio);
  return { naturalWidth: usedWidth * ptPerPx, naturalHeight: (height ?? usedWidth / ratio) * ptPerPx };
}

function positive(text: string | undefined): number | undefined {
  const value = Number.parseFloat(text ?? "");
  return value > 0 ? value : undefined;
}

const shorten = (src: string) => (src.length > 60 ? `${src.slice(0, 57)}…` : src);
