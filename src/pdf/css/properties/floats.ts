import { keywordsOf } from "../../../stylesheet/index.ts";
import type { Overflow } from "../computed-style.ts";
import type { PropertyRecords } from "../property.ts";
import { keywordProperty, same } from "../property-kinds.ts";

const overflows: readonly Overflow[] = ["visible", "clip", "hidden", "auto", "scroll"];

const isOverflow = (keyword: string): keyword is Overflow => overflows.some((each) => each === keyword);

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
  // Of two, for the one direction and the other, the stronger: nothing scrolls.
  overflow: {
    initial: "visible",
    values: overflows.join(" \\| "),
    parse(nodes) {
      const keywords = keywordsOf(nodes) ?? [];
      if (keywords.length === 0 || keywords.length > 2 || !keywords.every(isOverflow)) return undefined;
      const strongest = overflows.findLast((each) => keywords.includes(each)) ?? "visible";
      return () => strongest;
    },
  },
} satisfies PropertyRecords;
