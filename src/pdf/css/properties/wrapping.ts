import { numberOf } from "../../../stylesheet/index.ts";
import { keywordProperty, type PropertiesOf, same } from "../property-kinds.ts";

/** Where lines may end (CSS Text 4, 4 to 6). */
export const wrappingProperties: PropertiesOf<"hyphens" | "wordBreak" | "overflowWrap" | "textWrap" | "tabSize"> = {
  hyphens: keywordProperty("hyphens", {
    inherited: true,
    initial: "manual",
    keywords: same("none", "manual", "auto"),
  }),
  wordBreak: keywordProperty("word-break", {
    inherited: true,
    initial: "normal",
    keywords: same("normal", "break-all", "keep-all"),
  }),
  // A word wider than its line is broken whatever this says: `anywhere` also lets columns be narrower than their words.
  overflowWrap: keywordProperty("overflow-wrap", {
    inherited: true,
    initial: "normal",
    keywords: { normal: "normal", "break-word": "normal", anywhere: "anywhere" },
  }),
  textWrap: keywordProperty("text-wrap", {
    inherited: true,
    initial: "wrap",
    keywords: { wrap: "wrap", nowrap: "nowrap", balance: "balance", stable: "wrap" },
  }),
  tabSize: {
    name: "tab-size",
    inherited: true,
    initial: 8,
    values: "integer",
    parse(nodes) {
      const count = numberOf(nodes);
      return count !== undefined && Number.isInteger(count) && count >= 0 ? () => count : undefined;
    },
  },
};
