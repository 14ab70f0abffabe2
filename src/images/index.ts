/**
 * images/: what the bytes of an image say of themselves.
 *
 * In: the bytes of a file, or a `data:` URI.
 * Out: bytes; kind and size of a PNG or JPEG, what is damaged in it, and the same without what it says beside its picture; a GIF, WebP, AVIF or BMP as a PNG,
 * where the optional decoder is there.
 * Guarantees
 * - A file that is cut short or broken is none: whoever draws what this room has read does not fail on it.
 * Not its job: fetching anything, drawing.
 */

export { readDataUri } from "./data-uri.ts";
export { decodeRaster, needsDecoder } from "./decode-raster.ts";
export { isSvg, textOfSvg } from "./is-svg.ts";
export { type Orientation, orientationSegment } from "./orientation.ts";
export { type RasterFacts, readRaster } from "./read-raster.ts";
export { rasterDamage, refuseFormat, refuseRaster } from "./refuse-picture.ts";
export { withoutMetadata } from "./without-metadata.ts";
