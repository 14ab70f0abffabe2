import { keywordOf, numberOf } from "../../../stylesheet/index.ts";
import { keywordProperty, type PropertiesOf, plainLength, same } from "../property-kinds.ts";
import { borderStyle, borderWidth, colorProperty } from "./box.ts";

/** CSS Multi-column Layout 1. */
export const columnProperties: PropertiesOf<
  | "columnCount"
  | "columnWidth"
  | "columnFill"
  | "columnSpan"
  | "columnRuleWidth"
  | "columnRuleStyle"
  | "columnRuleColor"
> = {
  columnCount: {
    name: "column-count",
    inherited: false,
    initial: "auto",
    values: "auto \\| integer",
    parse(nodes) {
      if (keywordOf(nodes) === "auto") return () => "auto";
      const count = numberOf(nodes);
      return count !== undefined && Number.isInteger(count) && count > 0 ? () => count : undefined;
    },
  },
  columnWidth: {
    name: "column-width",
    inherited: false,
    initial: "auto",
    values: "auto \\| length",
    parse(nodes) {
      if (keywordOf(nodes) === "auto") return () => "auto";
      const width = plainLength(nodes);
      return width && ((context) => Math.max(0, width(context)));
    },
  },
  columnFill: keywordProperty("column-fill", {
    initial: "balance",
    keywords: { balance: "balance", "balance-all": "balance", auto: "auto" },
  }),
  columnSpan: keywordProperty("column-span", { initial: "none", keywords: same("none", "all") }),
  columnRuleWidth: borderWidth("column-rule-width"),
  columnRuleStyle: borderStyle("column-rule-style"),
  columnRuleColor: colorProperty("column-rule-color", "currentcolor"),
};
