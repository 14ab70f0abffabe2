import { parseLength } from "../../../stylesheet/index.ts";
import type { PropertyRecords } from "../property.ts";
import { keywordProperty, same } from "../property-kinds.ts";

export const tableProperties = {
  captionSide: keywordProperty({ inherited: true, initial: "top", keywords: same("top", "bottom") }),
  borderCollapse: keywordProperty({
    inherited: true,
    initial: "separate",
    keywords: same("separate", "collapse"),
  }),
  borderSpacing: {
    inherited: true,
    initial: { horizontal: 0, vertical: 0 },
    values: "length{1,2}",
    parse(nodes) {
      if (nodes.length > 2) return undefined;
      const horizontal = parseLength(nodes[0]);
      const vertical = parseLength(nodes[1] ?? nodes[0]);
      return (
        horizontal && vertical && ((context) => ({ horizontal: horizontal(context), vertical: vertical(context) }))
      );
    },
  },
  tableLayout: keywordProperty({ initial: "auto", keywords: same("auto", "fixed") }),
} satisfies PropertyRecords;
