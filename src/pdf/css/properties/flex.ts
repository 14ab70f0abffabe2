import { numberOf } from "../../../stylesheet/index.ts";
import type { Property } from "../property.ts";
import { keywordProperty, lengthProperty, type PropertiesOf, same } from "../property-kinds.ts";

const factor = (name: string, initial: number): Property<number> => ({
  name,
  inherited: false,
  initial,
  values: "number",
  parse(nodes) {
    const value = numberOf(nodes);
    return value !== undefined && value >= 0 ? () => value : undefined;
  },
});

export const flexProperties: PropertiesOf<
  "flexDirection" | "flexWrap" | "flexGrow" | "flexShrink" | "flexBasis" | "order"
> = {
  flexDirection: keywordProperty("flex-direction", {
    initial: "row",
    keywords: same("row", "row-reverse", "column", "column-reverse"),
  }),
  flexWrap: keywordProperty("flex-wrap", { initial: "nowrap", keywords: same("nowrap", "wrap", "wrap-reverse") }),
  flexGrow: factor("flex-grow", 0),
  flexShrink: factor("flex-shrink", 1),
  flexBasis: lengthProperty("flex-basis", { initial: "auto", keywords: same("auto", "content") }),
  order: {
    name: "order",
    inherited: false,
    initial: 0,
    values: "integer",
    parse(nodes) {
      const value = numberOf(nodes);
      return value !== undefined && Number.isInteger(value) ? () => value : undefined;
    },
  },
};
