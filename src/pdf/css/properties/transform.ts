import { keywordOf, parseLength } from "../../../stylesheet/index.ts";
import { middlePosition, parsePosition } from "../css-position.ts";
import type { PropertyRecord, PropertyRecords } from "../property.ts";
import { parseSingleTransform, parseTransform } from "../transform.ts";
import type { TransformList } from "../transform-list.ts";

const single = (name: "translate" | "rotate" | "scale", values: string): PropertyRecord<TransformList | "none"> => ({
  initial: "none",
  values: `none \\| ${values}`,
  parse: (nodes) => (keywordOf(nodes) === "none" ? () => "none" : parseSingleTransform(name, nodes)),
});

/** Boxes moved, turned and stretched where they are painted, in the plane (CSS Transforms 1 and 2). */
export const transformProperties = {
  transform: {
    initial: "none",
    values: "none \\| matrix, translate, scale, rotate, skew",
    parse: (nodes) => (keywordOf(nodes) === "none" ? () => "none" : parseTransform(nodes)),
  },
  translate: single("translate", "one or two lengths or percentages"),
  rotate: single("rotate", "angle"),
  scale: single("scale", "one or two numbers or percentages"),
  transformOrigin: {
    initial: middlePosition,
    values: "one or two of left \\| right \\| top \\| bottom \\| center \\| length \\| percentage",
    parse(nodes) {
      // A third length is of the axis that paper does not have.
      if (nodes.length > 3 || (nodes.length === 3 && !parseLength(nodes[2]))) return undefined;
      return parsePosition(nodes.slice(0, 2));
    },
  },
} satisfies PropertyRecords;
