import type { Diagnostics, SourceLocation } from "../../diagnostics/index.ts";
import {
  isSvg,
  needsDecoder,
  readDataUri,
  readRaster,
  refuseFormat,
  refuseRaster,
  textOfSvg,
} from "../../images/index.ts";
import type { ImageResolver, PdfDrawing, PdfRaster, PdfSvg } from "../canvas/pdf-image.ts";
import type { CompiledStylesheet } from "../css/stylesheet.ts";
import { type EmbeddedPicture, type NaturalSize, type SvgPicture, svgFile } from "../svg/index.ts";
import type { Bidi } from "../text/bidi.ts";
import type { WordShaper } from "../text/word-shaper.ts";

/** What an address leads to, ready to be laid out. */
export interface Picture {
  readonly image: PdfDrawing | PdfRaster;
  readonly natural: NaturalSize;
  /** If it is an SVG. */
  readonly svg?: SvgPicture;
}

export interface Pictures {
  /** `from`: the file that names it, if that is not the document. Undefined, and an error reported, if there is no picture, or none that PDF can hold. */
  read(src: string, source: SourceLocation, from?: string): Picture | undefined;
  /** The same for an `image` inside an SVG. */
  embedded(src: string, source: SourceLocation): EmbeddedPicture | undefined;
  /** Bytes of pictures that take a decoder, by their addresses. */
  readonly undecoded: Map<string, Uint8Array>;
}

export interface PicturesOptions {
  readonly images: ImageResolver | undefined;
  /** PNGs that stand for pictures of other kinds, by their addresses. */
  readonly decoded: ReadonlyMap<string, PdfRaster>;
  readonly diagnostics: Diagnostics;
  readonly userAgent: CompiledStylesheet;
  readonly shaper: WordShaper;
  readonly bidi: Bidi;
  readonly lang: string;
  /** Where bytes go that take a decoder. Absent: a map of their own. */
  readonly undecoded?: Map<string, Uint8Array> | undefined;
}

/** Pictures in pictures; more than anybody draws. */
const deepest = 8;

/**
 * The pictures of one document, each read once. Errors: a source that nothing resolves (`unknown-image`), bytes that are no
 * picture (`unknown-image-format`), a damaged file (`damaged-image`), an SVG that cannot be read
 * (`svg-syntax`), CMYK (`cmyk-image`).
 */
export function createPictures(options: PicturesOptions): Pictures {
  const { images, decoded, diagnostics, userAgent, shaper, bidi, lang } = options;
  const known = new Map<string, Picture>();
  /** By address and location: a picture that is laid out twice is wrong once. */
  const failed = new Set<string>();
  const { undecoded = new Map<string, Uint8Array>() } = options;
  let depth = 0;

  function read(src: string, source: SourceLocation, from?: string): Picture | undefined {
    const key = `${source.line}:${source.column} ${src}`;
    if (failed.has(key)) return undefined;
    const name = from === undefined ? src : `${from}\n${src}`;
    const picture = known.get(name) ?? load(src, source, from);
    if (picture) known.set(name, picture);
    else failed.add(key);
    return picture;
  }

  function load(src: string, source: SourceLocation, from: string | undefined): Picture | undefined {
    const found = resolve(src, source, from);
    if (!found) return undefined;
    if (found.kind === "drawing") {
      const { widthPx: width, heightPx: height } = found;
      return { image: found, natural: { width, height, ratio: width / height } };
    }
    if (found.kind === "svg") return readSvg(found.text, { src, source });
    const facts = readRaster(found.data);
    if (!facts && !/^data:/i.test(src) && isSvg(found.data)) return readSvg(textOfSvg(found.data), { src, source });
    if (!facts) {
      if (needsDecoder(found.data)) undecoded.set(src, found.data);
      diagnostics.error({ ...refuseFormat(found.data, `The image "${shorten(src)}"`), source });
      return undefined;
    }
    const refusal = refuseRaster(found.data, facts, `The image "${shorten(src)}"`);
    if (refusal) {
      diagnostics.error({ ...refusal, source });
      return undefined;
    }
    const { width, height } = facts;
    return { image: found, natural: { width, height, ratio: width / height } };
  }

  function resolve(
    src: string,
    source: SourceLocation,
    from: string | undefined,
  ): PdfDrawing | PdfRaster | PdfSvg | undefined {
    const png = decoded.get(src);
    if (png) return png;
    const data = readDataUri(src);
    // What it says that it is counts: who looks for text in pictures has nothing else to go by.
    if (data && isSvgType(data.type)) return { kind: "svg", text: textOfSvg(data.bytes) };
    if (data) return { kind: "raster", data: data.bytes };
    const image = images?.(src, from);
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

  function readSvg(text: string, { src, source }: { readonly src: string; readonly source: SourceLocation }) {
    if (depth >= deepest) {
      diagnostics.error({
        code: "svg-too-deep",
        message: `The image "${shorten(src)}" is in a picture in a picture, more than ${deepest} deep.`,
        hint: "Look for SVG files that show each other.",
        source,
      });
      return undefined;
    }
    depth += 1;
    const isFile = !/^data:/i.test(src);
    const svg = svgFile(text, {
      name: shorten(src),
      file: isFile ? src : undefined,
      source,
      userAgent,
      diagnostics,
      shaper,
      bidi,
      lang,
      picture: embedded,
    });
    depth -= 1;
    return svg && { image: svg.drawing, natural: svg.natural, svg };
  }

  function embedded(src: string, source: SourceLocation): EmbeddedPicture | undefined {
    const picture = read(src, source);
    if (!picture) return undefined;
    const { image, natural, svg } = picture;
    if (svg) return { kind: "scene", natural, scene: svg.scene };
    const { width = 0, height = 0 } = natural;
    if (image.kind === "raster") return { kind: "raster", data: image.data, width, height };
    diagnostics.error({
      code: "unknown-image-format",
      message: `The image "${shorten(src)}" inside an SVG is a drawing of the program, which only HTML can show.`,
      hint: "Put it beside the SVG in the HTML, or give it as PNG, JPEG or SVG.",
      source,
    });
    return undefined;
  }

  return { read, embedded, undecoded };
}

const isSvgType = (type: string) => /^image\/svg\+xml(?:;|$)/i.test(type.trim());

export const shorten = (src: string) => (src.length > 60 ? `${src.slice(0, 57)}…` : src);
