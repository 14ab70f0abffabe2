import type { ContentStream } from "../canvas/content-stream.ts";
import { boundsUnder } from "../geometry/matrix.ts";
import type { Rectangle } from "../geometry/rectangle.ts";
import type { ImageFragment } from "../layout/fragment.ts";
import { num } from "../objects/number.ts";
import { addLink, type LinkOptions } from "./links.ts";
import type { OffPage } from "./off-page.ts";
import { paintWithin } from "./overflow-clip.ts";
import type { PagePosition } from "./page-position.ts";
import type { ImagePainter } from "./paint-image.ts";

export interface ImageFragmentOptions extends LinkOptions {
  readonly stream: ContentStream;
  readonly images: ImagePainter;
  /** Counted as they are painted, as content. */
  readonly placeholders: { glyphs: number; pictures: number };
  readonly offPage?: OffPage | undefined;
}

/** Paints a picture where it is seen, with its place for the structure tree and its link. */
export function paintImageFragment(
  fragment: ImageFragment,
  { x, y, isArtifact, isForTheEar, clips }: PagePosition,
  options: ImageFragmentOptions,
): void {
  const { stream, tags, page, images, placeholders } = options;
  const content = isArtifact ? "artifact" : fragment.content;
  const area = { x, y, width: fragment.width, height: fragment.height };
  stream.mark(content);
  stream.opacity(fragment.opacity);
  if (!isForTheEar) paintWithin(clips, area, { stream, paint: () => paintPicture(fragment, { area, stream, images }) });
  if (!isArtifact && !isForTheEar) options.offPage?.noteBox(area, clips, stream);
  if (fragment.isPlaceholder && !isArtifact) placeholders.pictures += 1;
  if (content === "artifact") return;
  const seen = boundsUnder(stream.matrix, area);
  if (content.needsBBox) {
    const [left, bottom] = [seen.x, page.height - seen.y - seen.height];
    tags.extend(content, page, [left, bottom, left + seen.width, bottom + seen.height]);
  }
  if (fragment.link) addLink(fragment.link, seen, options);
}

function paintPicture({ image, drawn }: ImageFragment, { area, stream, images }: PictureOptions): void {
  if (!drawn) {
    images.paint(image, area, stream);
    return;
  }
  stream.save();
  stream.write(`${[area.x, area.y, area.width, area.height].map(num).join(" ")} re W n`);
  images.paint(image, { ...drawn, x: area.x + drawn.x, y: area.y + drawn.y }, stream);
  stream.restore();
}

interface PictureOptions extends Pick<ImageFragmentOptions, "stream" | "images"> {
  readonly area: Rectangle;
}
