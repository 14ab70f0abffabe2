import { keywordOf, parseLength } from "../../../stylesheet/index.ts";
import type { PropertyRecord, PropertyRecords } from "../property.ts";
import { integerProperty, keywordProperty, lengthProperty, same } from "../property-kinds.ts";

const side = lengthProperty({ initial: "auto", keywords: same("auto"), negative: true });

/** `rect(…)` with nothing in it, which hides a text from the eye and not from the ear; no other clips anything. */
const clip: PropertyRecord<"auto" | "empty"> = {
  initial: "auto",
  values: "auto \\| rect(…)",
  parse(nodes) {
    if (keywordOf(nodes) === "auto") return () => "auto";
    const [shape] = nodes;
    if (nodes.length !== 1 || shape?.type !== "Function" || shape.name.toLowerCase() !== "rect") return undefined;
    const edges = shape.children.toArray().filter(({ type }) => type !== "Operator");
    return (context) => {
      const [top, right, bottom, left] = edges.map((edge) => parseLength(edge)?.(context));
      const isEmpty = (start: number | undefined, end: number | undefined) => end !== undefined && end <= (start ?? 0);
      return isEmpty(top, bottom) || isEmpty(left, right) ? "empty" : "auto";
    };
  },
};

/** Boxes moved, or out of the flow (CSS Positioned Layout 3). Nothing scrolls: `sticky` is `relative` without its sides. */
export const positionProperties = {
  position: keywordProperty({
    initial: "static",
    keywords: same("static", "relative", "absolute", "fixed", "sticky"),
  }),
  top: side,
  right: side,
  bottom: side,
  left: side,
  zIndex: integerProperty({ initial: "auto", keyword: "auto" }),
  clip,
} satisfies PropertyRecords;
