import { mapped } from "../box.ts";
import { hrefOf } from "../href.ts";
import { lengthsOf } from "../lengths.ts";
import { usedSize } from "../natural-size.ts";
import { rectangle } from "../outline.ts";
import type { GroupNode, SvgNode } from "../scene.ts";
import type { ElementBuilder, EmbeddedPicture } from "../svg-context.ts";
import { fitOf, fitted } from "../view-box.ts";

/** A picture inside the picture: PNG, JPEG or SVG, fitted into its area (SVG 2, 12.3). */
export const buildImage: ElementBuilder = (element, context, builder) => {
  const href = hrefOf(element);
  const { report } = builder;
  if (href === "" || context.use === "clip" || context.styled.style.visibility === "hidden") return [];
  const picture = builder.picture(href, report.locate(element));
  if (!picture) return [];
  const lengths = lengthsOf(element, context, report);
  const natural = naturalOf(picture);
  const [wantedWidth, wantedHeight] = [lengths.maybe("width", "x"), lengths.maybe("height", "y")];
  const ratio = natural.width / natural.height;
  const width = wantedWidth ?? (wantedHeight === undefined ? natural.width : wantedHeight * ratio);
  const area = {
    x: lengths.get("x", "x", 0),
    y: lengths.get("y", "y", 0),
    width,
    height: wantedHeight ?? width / ratio,
  };
  if (!(area.width > 0 && area.height > 0)) return [];
  const matrix = fitted({ x: 0, y: 0, ...natural }, area, fitOf(element, report));
  const clips = [{ outline: rectangle(area), rule: "nonzero" as const }];
  const group = (part: Partial<GroupNode>): GroupNode => ({
    kind: "group",
    matrix: [1, 0, 0, 1, 0, 0],
    opacity: 1,
    clips: [],
    masks: [],
    children: [],
    ...part,
  });
  const inside: SvgNode =
    picture.kind === "raster"
      ? { kind: "image", data: picture.data, ...mapped({ x: 0, y: 0, ...natural }, matrix) }
      : group({ matrix, children: picture.scene(natural) });
  return [group({ clips, children: [inside] })];
};

function naturalOf(picture: EmbeddedPicture): { readonly width: number; readonly height: number } {
  if (picture.kind === "raster") return { width: picture.width, height: picture.height };
  return usedSize(picture.natural);
}
