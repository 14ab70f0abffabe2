import type { SceneNode } from "../vega/vega-modules.ts";

/** From one tick to the next, px: closer ones look like a bar. */
const leastPx = 3;

/**
 * Leaves of the ticks of an axis, where they are so close that they would look like a bar, those that have a label. In place; the scene is one of a chart whose
 * periods stand along its axes.
 */
export function thinCloseTicks({ role, items = [] }: SceneNode): void {
  for (const item of items) {
    if (role === "axis") thinTicks(item.items ?? []);
    else for (const mark of item.items ?? []) thinCloseTicks(mark);
  }
}

function thinTicks(marks: readonly SceneNode[]): void {
  const [ticks, labels] = ["axis-tick", "axis-label"].map((role) => marks.find((mark) => mark.role === role));
  const { items = [] } = ticks ?? {};
  if (ticks === undefined || items.length < 3 || items.length !== labels?.items?.length) return;
  const [first, last] = [items[0], items.at(-1)];
  const spanPx = Math.max(span(first, last, "x"), span(first, last, "y"));
  if (spanPx >= leastPx * (items.length - 1)) return;
  const isLabelled = (_: SceneNode, index: number) => {
    const { text, opacity } = labels.items?.[index] ?? {};
    return opacity !== 0 && String(text ?? "").trim() !== "";
  };
  Object.assign(ticks, { items: items.filter(isLabelled) });
}

const span = (first: SceneNode | undefined, last: SceneNode | undefined, along: "x" | "y"): number =>
  Math.abs((last?.[along] ?? 0) - (first?.[along] ?? 0));
