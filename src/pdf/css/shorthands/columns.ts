import type { CssNode } from "css-tree";
import { namedLonghands, type Shorthand } from "../property.ts";
import { borderParts } from "./box.ts";

const isAuto = (node: CssNode) => node.type === "Identifier" && node.name.toLowerCase() === "auto";

export const columns: Shorthand = {
  name: "columns",
  longhands: ["column-width", "column-count"],
  values: "width, count",
  expand(nodes) {
    const given = nodes.filter((node) => !isAuto(node));
    const counts = given.filter((node) => node.type === "Number" && node.value !== "0");
    const widths = given.filter((node) => !counts.includes(node));
    if (nodes.length > 2 || counts.length > 1 || widths.length > 1) return undefined;
    return namedLonghands({ "column-width": widths, "column-count": counts });
  },
};

export const columnRule: Shorthand = {
  name: "column-rule",
  longhands: ["column-rule-width", "column-rule-style", "column-rule-color"],
  values: "width, style, color",
  expand(nodes) {
    return borderParts(nodes)?.("column-rule");
  },
};
