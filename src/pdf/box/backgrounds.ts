import type { SourceLocation } from "../../diagnostics/index.ts";
import type { PdfDrawing, PdfRaster } from "../canvas/pdf-image.ts";
import { addressKey, type BackgroundAddress } from "../css/background-layers.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import type { NaturalSize } from "../svg/index.ts";
import { createPictures, type Pictures, type PicturesOptions } from "./pictures.ts";

/** A picture behind a box: decoration, whatever it shows. */
export interface BackgroundPicture {
  /** pt. */
  readonly natural: NaturalSize;
  /** As it is drawn at this size, pt. */
  fitted(width: number, height: number): PdfDrawing | PdfRaster;
}

const ptPerPx = 0.75;

/**
 * The pictures that styles name. What cannot be had is a warning, as nothing that is read is lost: `unknown-image`,
 * `unknown-image-format` and what else `Pictures` says of it.
 */
export function createBackgrounds(options: PicturesOptions, { undecoded }: Pick<Pictures, "undecoded">) {
  const { diagnostics } = options;
  const warn: typeof diagnostics.warn = ({ code, ...details }) =>
    diagnostics.warn({ ...details, code: code === "unknown-image" ? "unknown-background" : code });
  const pictures = createPictures({ ...options, undecoded, diagnostics: { ...diagnostics, error: warn } });
  const found = new Map<string, BackgroundPicture>();
  const seen = new Set<ComputedStyle>();

  function read(address: BackgroundAddress, source: SourceLocation): void {
    const key = addressKey(address);
    if (found.has(key)) return;
    const picture = pictures.read(address.url, source, address.from);
    if (!picture) return;
    const { image, natural, svg } = picture;
    if (image.kind === "drawing" && !svg) {
      diagnostics.warn({
        code: "unknown-image-format",
        message: `The image "${address.url}" is a drawing of the program, which only an <img> can show.`,
        hint: "A background is a PNG, JPEG or SVG.",
        source,
      });
      return;
    }
    const { width, height, ratio } = natural;
    found.set(key, {
      natural: {
        width: width === undefined ? undefined : width * ptPerPx,
        height: height === undefined ? undefined : height * ptPerPx,
        ratio: ratio ?? (width && height ? width / height : undefined),
      },
      fitted: (across, down) =>
        (image.kind === "drawing" && image.resized?.(across / ptPerPx, down / ptPerPx)) || image,
    });
  }

  return {
    found: found as ReadonlyMap<string, BackgroundPicture>,
    /** Whether what a style names can be had; a warning says it of what cannot. */
    isThere: ({ url, from }: Pick<BackgroundAddress, "url" | "from">, source: SourceLocation) =>
      pictures.read(url, source, from) !== undefined,
    /** Reads what a style names, the first time that it is seen. */
    note(style: ComputedStyle, locate: () => SourceLocation): void {
      if (style.backgroundImage.length === 0 || seen.has(style)) return;
      seen.add(style);
      for (const image of style.backgroundImage) if (image !== "none" && image.kind === "url") read(image, locate());
    },
  };
}
