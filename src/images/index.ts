/**
 * images/: what the bytes of an image say of themselves.
 *
 * In: the bytes of a file, or a `data:` URI.
 * Out: bytes; kind and size of a PNG or JPEG.
 * Guarantees
 * - A file that is cut short or broken is none: whoever draws what this room has read does not fail on it.
 * Not its job: fetching anything, drawing.
 */
export { readDataUri } from "./data-uri.ts";
export { readRaster } from "./read-raster.ts";
