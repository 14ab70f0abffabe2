import { keywordOf } from "../../../stylesheet/index.ts";
import type { PropertyRecords } from "../property.ts";
import { integerProperty, keywordProperty, plainLength, same } from "../property-kinds.ts";
import { borderStyle, borderWidth, colorProperty } from "./box.ts";

/** CSS Multi-column Layout 1. */
export const columnProperties = {
  columnCount: integerProperty({ initial: "auto", keyword: "auto", least: 1 }),
  columnWidth: {
    initial: "auto",
    values: "auto \\| length",
    parse(nodes) {
      if (keywordOf(nodes) === "auto") return () => "auto";
      const width = plainLength(nodes);
      return width && ((context) => Math.max(0, width(context)));
    },
  },
  columnFill: keywordProperty({
    initial: "balance",
    keywords: { balance: "balance", "balance-all": "balance", auto: "auto" },
  }),
  columnSpan: keywordProperty({ initial: "none", keywords: same("none", "all") }),
  columnRuleWidth: borderWidth,
  columnRuleStyle: borderStyle,
  columnRuleColor: colorProperty("currentcolor"),
} satisfies PropertyRecords;
