import { numberOf } from "../../../stylesheet/index.ts";
import type { PropertyRecord, PropertyRecords } from "../property.ts";
import { fixed, integerProperty, keywordProperty, lengthProperty, same } from "../property-kinds.ts";

const factor = (initial: number): PropertyRecord<number> => ({
  initial,
  values: "number",
  parse: fixed((nodes) => {
    const value = numberOf(nodes);
    return value !== undefined && value >= 0 ? value : undefined;
  }),
});

export const flexProperties = {
  flexDirection: keywordProperty({
    initial: "row",
    keywords: same("row", "row-reverse", "column", "column-reverse"),
  }),
  flexWrap: keywordProperty({ initial: "nowrap", keywords: same("nowrap", "wrap", "wrap-reverse") }),
  flexGrow: factor(0),
  flexShrink: factor(1),
  flexBasis: lengthProperty({ initial: "auto", keywords: same("auto", "content") }),
  order: integerProperty<never>({ initial: 0 }),
} satisfies PropertyRecords;
