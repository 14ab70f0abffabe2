import { isObject } from "../json.ts";
import { isContinuous } from "./px.ts";
import type { ReadMark, SceneItem } from "./read-scene.ts";

/** Labels may stand a little beside their ticks, above a line of the grid. */
const mostPx = 12;

/** The first of the labels of an axis that stands at another position than its value has on the scale. */
export function tickElsewhere({ axis, guideScale, scaleOf, items }: ReadMark): SceneItem | undefined {
  if (!axis || guideScale === undefined) return undefined;
  const scale = scaleOf(guideScale);
  if (!scale) return undefined;
  const isOfNumbers = isContinuous(scale);
  // The label of a category belongs to the one that it is nearest to.
  const most = isOfNumbers ? mostPx : Math.max(mostPx, (scale.step?.() ?? Infinity) / 2 + 1);
  const middle = isOfNumbers ? 0 : (scale.bandwidth?.() ?? 0) / 2;
  return items.find((item) => {
    const value = isObject(item.datum) ? item.datum.value : undefined;
    const at = axis.at + ((axis.direction === "x" ? item.x : item.y) ?? 0);
    return Math.abs(Number(scale(value)) + middle - at) > most;
  });
}
