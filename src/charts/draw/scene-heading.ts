import type { MeasureText } from "../vega/text-metrics.ts";
import type { SceneNode } from "../vega/vega-modules.ts";
import type { ChartScene } from "./draw-scene.ts";

export interface HeadingLook {
  readonly font: string;
  readonly fontSizePx: number;
  readonly color: string;
  /** From the edge of the picture, px. */
  readonly paddingPx: number;
  readonly measure: MeasureText;
}

/** From one line to the next, and from the last to the chart, px. */
const linePx = 15;
const belowPx = 4;

/**
 * A scene with a text above all that it draws, from its left edge, in as many lines as it takes; the picture is so much higher. The heading is added to the
 * scene's own root, which is of one run.
 */
export function withHeading(scene: ChartScene, text: string, look: HeadingLook): ChartScene {
  const { font, fontSizePx, color, paddingPx, measure } = look;
  const face = { font, fontSize: fontSizePx };
  const lines = linesOf(text, (line) => measure(face, line) <= scene.widthPx - 2 * paddingPx);
  const heightPx = linePx * lines.length + belowPx;
  const [left, top] = scene.origin;
  const [x, y] = [paddingPx - left, paddingPx - top - heightPx];
  const widthPx = Math.max(...lines.map((line) => measure(face, line)));
  const bounds = { x1: x, y1: y, x2: x + widthPx, y2: y + heightPx };
  const item = { ...face, x, y, fill: color, align: "left", baseline: "top", text: lines, lineHeight: linePx, bounds };
  const mark = { marktype: "text", role: "title-text", interactive: false, bounds, items: [] as object[] };
  mark.items.push({ ...item, mark });
  const [frame] = (scene.root as SceneNode).items ?? [];
  (frame?.items as object[] | undefined)?.unshift(mark);
  return { ...scene, heightPx: scene.heightPx + heightPx, origin: [left, top + heightPx] };
}

/** Lines that end at spaces, each as long as has room. */
function linesOf(text: string, hasRoom: (line: string) => boolean): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = `${lines.at(-1) ?? ""} ${word}`;
    if (lines.length > 0 && hasRoom(longer)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
