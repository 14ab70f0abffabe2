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
    keywords: same("normal", "break-all", "keep-all", "break-word"),
  }),
  // Where there is no room beside the line, a word wider than it is broken whatever this says.
  overflowWrap: keywordProperty("overflow-wrap", {
    inherited: true,
    initial: "normal",
    keywords: same("normal", "break-word", "anywhere"),
  }),
  textWrap: keywordProperty("text-wrap", {
    inherited: true,
    initial: "wrap",
    keywords: { ...same("wrap", "nowrap", "balance", "pretty"), stable: "wrap" },
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
