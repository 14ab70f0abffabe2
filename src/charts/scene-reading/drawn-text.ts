import type { MeasureText } from "../vega/text-metrics.ts";
import type { SceneItem } from "./read-scene.ts";

/** Stands for what there was no room for. */
const ellipsisOfVega = "…";

/**
 * What is drawn of a text: where it has more than its `limit` of room, a part of it and an ellipsis, as vega-scenegraph cuts it
 * (`truncate` in its `text.js`).
 */
export function drawnText(item: SceneItem, measure: MeasureText): string {
  const { limit, text, lineBreak } = item;
  // Most texts are one line that has room.
  const isOne = typeof text === "string" && (!lineBreak || !text.includes(lineBreak));
  const only = isOne ? text.trim() : undefined;
  if (only !== undefined && isShort(only, item, measure)) return only;
  const lines = only === undefined ? linesOf(text, lineBreak) : [only];
  if (limit === undefined || lines.every((line) => isShort(line, item, measure))) return lines.join("\n");
  const widthOf = (text: string) => measure({ ...item, limit: 0 }, text);
  return lines.map((line) => cut(line, { item, limit, widthOf })).join("\n");
}

/** Whether a line has room. An answer below the limit is the width in full. */
function isShort(line: string, item: SceneItem, measure: MeasureText): boolean {
  const { limit } = item;
  return limit === undefined || limit <= 0 || line === "" || measure(item, line) < limit;
}

/** Its lines, trimmed as Vega draws them: a list has one each, and other texts end where `lineBreak` stands, which is not drawn. */
function linesOf(text: unknown, lineBreak: string | undefined): readonly string[] {
  if (Array.isArray(text)) return text.map((line) => String(line).trim());
  const written = String(text ?? "");
  return lineBreak ? written.split(lineBreak).map((line) => line.trim()) : [written.trim()];
}

interface CutOptions {
  readonly item: SceneItem;
  readonly limit: number;
  readonly widthOf: (text: string) => number;
}

function cut(line: string, { item, limit, widthOf }: CutOptions): string {
  if (line === "" || widthOf(line) < limit) return line;
  const ellipsis = item.ellipsis || ellipsisOfVega;
  const room = limit - widthOf(ellipsis);
  const kept = (length: number) => (item.dir === "rtl" ? line.slice(line.length - length) : line.slice(0, length));
  let length = line.length;
  while (length > 0 && widthOf(kept(length)) >= room) length -= 1;
  return item.dir === "rtl" ? `${ellipsis}${kept(length)}` : `${kept(length)}${ellipsis}`;
}
