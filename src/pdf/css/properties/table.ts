import { parseLength } from "../../../stylesheet/index.ts";
import { keywordProperty, type PropertiesOf, same } from "../property-kinds.ts";

export const tableProperties: PropertiesOf<"captionSide" | "borderCollapse" | "borderSpacing" | "tableLayout"> = {
  captionSide: keywordProperty("caption-side", { inherited: true, initial: "top", keywords: same("top", "bottom") }),
  borderCollapse: keywordProperty("border-collapse", {
    inherited: true,
    initial: "separate",
    keywords: same("separate", "collapse"),
  }),
  borderSpacing: {
    name: "border-spacing",
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
  tableLayout: keywordProperty("table-layout", { initial: "auto", keywords: same("auto", "fixed") }),
};
