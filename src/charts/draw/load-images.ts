import type { Diagnostics } from "../../diagnostics/index.ts";
import { rasterDamage, readDataUri, readRaster } from "../../images/index.ts";
import type { LoadResource } from "../spec/load-data.ts";
import type { SceneNode } from "../vega/vega-modules.ts";

/** The bytes of a PNG or JPEG file, with what Vega asks of an image. Canvases that know files draw it as it is. */
type VegaImage = Uint8Array & {
  readonly complete: true;
  readonly url: string | undefined;
  readonly width: number;
  readonly height: number;
  /** The same as a `data:` URI, for SVG. */
  readonly src: string;
};

interface ImageItem extends SceneNode {
  /** Before: a canvas, where a transform has drawn it. */
  image?: VegaImage | { toDataURL(): string };
}

export interface LoadImagesOptions {
  /** Absent: only images that the spec or the data holds itself, as `data:` URIs. */
  readonly load: LoadResource | undefined;
  /** Images read by earlier runs, by address. */
  readonly known: Map<string, Promise<VegaImage | undefined>>;
  readonly diagnostics: Diagnostics;
}

/** Finds the image of each image mark, for Vega to draw. All that cannot be read is reported, each address once. */
export async function loadImages(root: object, options: LoadImagesOptions): Promise<void> {
  const all = imageItems(root);
  for (const item of all) {
    if (item.image && "toDataURL" in item.image)
      item.image = toVegaImage(undefined, readDataUri(item.image.toDataURL())?.bytes);
  }
  // Vega draws nothing for an item without an address.
  const items = all.filter(({ url }) => url !== undefined && url !== null && url !== "");
  await Promise.all(
    [...new Set(items.map(({ url }) => String(url)))].map(async (url) => {
      const image = await findImage(url, options);
      for (const item of items) if (image && String(item.url) === url) item.image = image;
    }),
  );
}

function imageItems(mark: SceneNode): ImageItem[] {
  const items = mark.items ?? [];
  if (mark.marktype === "image") return [...items];
  return items.flatMap((item) => (item.items ? imageItems(item) : []));
}

function findImage(url: string, { load, known, diagnostics }: LoadImagesOptions) {
  const found = known.get(url);
  if (found) return found;
  const reading = readImage(url, load).catch((error: unknown) => {
    // Tried anew by the next run.
    known.delete(url);
    const shown = url.length > 60 ? `${url.slice(0, 60)}…` : url;
    diagnostics.error({
      code: "chart-image",
      message: `The chart's image "${shown}" cannot be drawn: ${error instanceof Error ? error.message : String(error)}`,
      hint: "Images are PNG or JPEG files, as data: URIs or read by `load`.",
    });
    return undefined;
  });
  known.set(url, reading);
  return reading;
}

async function readImage(url: string, load: LoadResource | undefined): Promise<VegaImage> {
  const inline = readDataUri(url)?.bytes;
  if (!inline && !load) throw new Error("a chart reads no files and fetches nothing unless it is allowed to.");
  return toVegaImage(url, inline ?? (await load?.(url, "image")));
}

function toVegaImage(url: string | undefined, bytes: Uint8Array | undefined): VegaImage {
  const facts = bytes && readRaster(bytes);
  if (!bytes || !facts) throw new Error("it is no PNG or JPEG file.");
  const damage = facts.isTooLarge ? undefined : rasterDamage(bytes, facts);
  if (damage !== undefined) throw new Error(`it is damaged, and has ${damage}.`);
  const { type, width, height } = facts;
  const src = `data:${type};base64,${Buffer.from(bytes).toString("base64")}`;
  // A copy: the caller's bytes stay as they were.
  return Object.assign(new Uint8Array(bytes), { complete: true as const, url, width, height, src });
}
