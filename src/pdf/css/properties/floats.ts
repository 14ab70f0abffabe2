import { overflows } from "../overflow.ts";
import type { PropertyRecords } from "../property.ts";
import { keywordProperty, same } from "../property-kinds.ts";

/** Boxes at the side of the text, and what keeps clear of them (CSS 2.2, 9.5; CSS Logical Properties 1, 2.1). */
export const floatProperties = {
  float: keywordProperty({
    initial: "none",
    keywords: same("none", "left", "right", "inline-start", "inline-end", "footnote"),
  }),
  clear: keywordProperty({
    initial: "none",
    keywords: same("none", "left", "right", "inline-start", "inline-end", "both"),
  }),
  overflowX: keywordProperty({ initial: "visible", keywords: same(...overflows) }),
  overflowY: keywordProperty({ initial: "visible", keywords: same(...overflows) }),
} satisfies PropertyRecords;
