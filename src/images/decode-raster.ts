/** A picture of more pixels than this is not decoded: its bytes would fill the memory. */
const mostPixels = 100_000_000;

/** Whether the bytes say that they are a GIF, WebP, AVIF or BMP. */
export function needsDecoder(data: Uint8Array): boolean {
  const start = Buffer.from(data.subarray(0, 16)).toString("latin1");
  return /^(?:GIF8[79]a|BM|RIFF.{4}WEBP|.{4}ftypavi[fs])/s.test(start);
}

/**
 * A GIF, WebP, AVIF or BMP as a PNG, by the optional package `@napi-rs/canvas`: of moving pictures the first.
 * Undefined: the package is not there, or the bytes cannot be read, or are of more than 100 million pixels.
 */
export async function decodeRaster(data: Uint8Array): Promise<Uint8Array | undefined> {
  const canvas = await import("@napi-rs/canvas").catch(() => undefined);
  if (!canvas) return undefined;
  try {
    const image = await canvas.loadImage(data);
    const { width, height } = image;
    if (!(width > 0 && height > 0) || width * height > mostPixels) return undefined;
    const surface = canvas.createCanvas(width, height);
    surface.getContext("2d").drawImage(image, 0, 0);
    return await surface.encode("png");
  } catch {
    // Whoever asked says with its place that it cannot be read.
    return undefined;
  }
}
