import { fileURLToPath } from "node:url";
import { createDiagnostics, type DiagnosticDetails } from "../diagnostics/index.ts";
import { holdsSvgText, svgTextFigure } from "../document/index.ts";
import {
  decodeRaster,
  isSvg,
  needsDecoder,
  type RasterFacts,
  readRaster,
  refuseFormat,
  refuseRaster,
  withoutMetadata,
} from "../images/index.ts";
import type { TemplateImage } from "../template/index.ts";
import type { BriefingImage } from "./briefing-spec.ts";
import { type FileReader, readData } from "./file-reader.ts";

/** An image of a briefing, as the template and both outputs take it. */
export interface ReadImage extends TemplateImage {
  readonly type: "image/png" | "image/jpeg" | "image/svg+xml";
  /** Its file, without what cameras and programs write beside the picture. */
  readonly data: Uint8Array;
}

export interface ReadImages {
  readonly images: ReadonlyMap<string, ReadImage>;
  /** Images that write texts, whose figures nobody can trace. */
  readonly untraced: readonly DiagnosticDetails[];
}

/**
 * Reads the images of a briefing.
 * @throws BriefingError with all that are not there, are no pictures, or none that both outputs can hold.
 */
export async function readImages(
  images: Readonly<Record<string, BriefingImage>>,
  files: FileReader,
): Promise<ReadImages> {
  const diagnostics = createDiagnostics();
  const readings = Object.entries(images).map(async ([id, { file, ...described }]) => {
    const path = fileURLToPath(file);
    const picture = await readPicture(path, files);
    if (!("code" in picture)) return { id, ...described, ...picture };
    diagnostics.error({ ...picture, source: { file: path, id } });
    return undefined;
  });
  const read = (await Promise.all(readings)).filter((image) => image !== undefined);
  diagnostics.throwIfErrors();
  return {
    images: new Map(read.map((image) => [image.id, image])),
    untraced: read
      .filter((image) => image.type === "image/svg+xml" && holdsSvgText(dataUriOf(image)))
      .map(({ id }) => ({ ...svgTextFigure(`The image "${id}"`), source: { id } })),
  };
}

/** The whole of it as an address. */
export const dataUriOf = ({ type, data }: ReadImage): string =>
  `data:${type};base64,${Buffer.from(data).toString("base64")}`;

type Picture = Pick<ReadImage, "type" | "data" | "widthPx" | "heightPx">;

async function readPicture(path: string, files: FileReader): Promise<Picture | DiagnosticDetails> {
  let bytes: Uint8Array;
  try {
    bytes = await readData(files)(path);
  } catch (error) {
    const message = `The image cannot be read: ${error instanceof Error ? error.message : String(error)}.`;
    return { code: "unreadable-file", message };
  }
  const data = (needsDecoder(bytes) ? await decodeRaster(bytes) : undefined) ?? bytes;
  const facts = readRaster(data);
  if (facts) return refuseRaster(data, facts, "The image") ?? pictureOf(facts, data);
  if (isSvg(data)) return { type: "image/svg+xml", data, widthPx: undefined, heightPx: undefined };
  return refuseFormat(data, "The image");
}

const pictureOf = ({ type, width, height }: RasterFacts, data: Uint8Array): Picture => ({
  type,
  data: withoutMetadata(data),
  widthPx: width,
  heightPx: height,
});
