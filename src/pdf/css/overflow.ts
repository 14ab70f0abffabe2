import type { ComputedStyle, Overflow } from "./computed-style.ts";

/** From the weakest to the strongest: nothing scrolls on paper, and what would is shown whole. */
export const overflows: readonly Overflow[] = ["visible", "clip", "hidden", "auto", "scroll"];

/** Of both directions together. Where one of them would scroll, so would the other (CSS Overflow 3, 3.1); what is cut off in one alone is shown. */
export function overflowOf({ overflowX, overflowY }: Pick<ComputedStyle, "overflowX" | "overflowY">): Overflow {
  if (overflowX === overflowY) return overflowX;
  const [weaker, stronger] = overflows.filter((each) => each === overflowX || each === overflowY);
  if (weaker === "visible") return stronger === "clip" ? "visible" : "auto";
  return stronger ?? overflowX;
}

/** Whether what is beyond its edges is cut off, and nothing scrolls. */
export const cutsAtEdges = (style: Pick<ComputedStyle, "overflowX" | "overflowY">): boolean =>
  ["hidden", "clip"].includes(overflowOf(style));
