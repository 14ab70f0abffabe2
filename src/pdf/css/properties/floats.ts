import { keywordProperty, keywordsOf, type PropertiesOf, same } from "../parse-helpers.ts";

/** Whether a box that has it keeps its floats to itself. */
const overflows: Readonly<Record<string, boolean>> = {
  visible: false,
  clip: false,
  hidden: true,
  auto: true,
  scroll: true,
};

/** Boxes at the side of the text, and what keeps clear of them (CSS 2.2, 9.5; CSS Logical Properties 1, 2.1). */
export const floatProperties: PropertiesOf<"float" | "clear" | "overflow"> = {
  float: keywordProperty("float", {
    initial: "none",
    keywords: same("none", "left", "right", "inline-start", "inline-end", "footnote"),
  }),
  clear: keywordProperty("clear", {
    initial: "none",
    keywords: same("none", "left", "right", "inline-start", "inline-end", "both"),
  }),
  // Content is never cut off. What is left of it: the box keeps the floats in it to itself (CSS 2.2, 9.4.1).
  overflow: {
    name: "overflow",
    inherited: false,
    initial: "visible",
    values: "visible \\| clip \\| hidden \\| auto \\| scroll",
    parse(nodes) {
      const keywords = keywordsOf(nodes) ?? [];
      if (keywords.length === 0 || keywords.some((keyword) => !(keyword in overflows))) return undefined;
      const isHidden = keywords.some((keyword) => overflows[keyword]);
      return () => (isHidden ? "hidden" : "visible");
    },
  },
};
