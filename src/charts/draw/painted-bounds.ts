import { type Bounds, isOneShape, type SceneNode } from "../vega/vega-modules.ts";
import { isInk } from "./is-ink.ts";

/**
 * What of a mark is seen: its bounds without items that paint nothing, which Vega counts too (labels that would overlap,
 * points kept ready for a mouse). In px of its parent; undefined where nothing is seen.
 */
export function paintedBounds(mark: SceneNode): Bounds | undefined {
  const { marktype, clip, bounds, items = [] } = mark;
  const counted = isOneShape(mark) ? items.slice(0, 1) : items;
  const all = counted.reduce<Bounds | undefined>(
    (sum, item) => union(sum, marktype === "group" ? groupBounds(item) : itemBounds(item, marktype)),
    undefined,
  );
  // Of a mark that is clipped, Vega's own bounds are those of the clip.
  return all && clip && bounds ? intersection(all, bounds) : all;
}

const isSeen = ({ opacity, fill, fillOpacity, stroke, strokeOpacity }: SceneNode): boolean =>
  opacity !== 0 && ((isInk(fill) && fillOpacity !== 0) || (isInk(stroke) && strokeOpacity !== 0));

function itemBounds(item: SceneNode, marktype: string | undefined): Bounds | undefined {
  if (marktype === "image") return item.opacity === 0 ? undefined : item.bounds;
  if (marktype === "text" && (item.text === undefined || item.text === null || item.text === "")) return undefined;
  return isSeen(item) ? item.bounds : undefined;
}

function groupBounds(group: SceneNode): Bounds | undefined {
  if (group.opacity === 0) return undefined;
  const { x = 0, y = 0, width = 0, height = 0, clip } = group;
  const own: Bounds = { x1: 0, y1: 0, x2: width, y2: height };
  const inside = (group.items ?? []).reduce<Bounds | undefined>(
    (sum, mark) => union(sum, paintedBounds(mark)),
    undefined,
  );
  const shown = clip && inside ? intersection(inside, own) : inside;
  const all = isSeen(group) ? union(shown, own) : shown;
  return all && { x1: all.x1 + x, y1: all.y1 + y, x2: all.x2 + x, y2: all.y2 + y };
}

function union(a: Bounds | undefined, b: Bounds | undefined): Bounds | undefined {
  if (!a || !b) return a ?? b;
  return {
    x1: Math.min(a.x1, b.x1),
    y1: Math.min(a.y1, b.y1),
    x2: Math.max(a.x2, b.x2),
    y2: Math.max(a.y2, b.y2),
  };
}

function intersection(a: Bounds, b: Bounds): Bounds | undefined {
  const both = {
    x1: Math.max(a.x1, b.x1),
    y1: Math.max(a.y1, b.y1),
    x2: Math.min(a.x2, b.x2),
    y2: Math.min(a.y2, b.y2),
  };
  return both.x1 <= both.x2 && both.y1 <= both.y2 ? both : undefined;
}
