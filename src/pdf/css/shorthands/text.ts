import type { CssNode } from "css-tree";
import { keywordOf, type ValueNodes } from "../../../stylesheet/index.ts";
import { fontVariants } from "../properties/fonts.ts";
import type { Shorthand } from "../property.ts";
import { anyOrder } from "./any-order.ts";

const name = (node: CssNode) => (node.type === "Identifier" ? node.name.toLowerCase() : "");
const isOperator = (node: CssNode | undefined, value: string) =>
  node?.type === "Operator" && node.value.trim() === value;

/** CSS Fonts 4, 2.7: `style? variant? weight? size[/line-height] family`. */
export const font: Shorthand = {
  name: "font",
  longhands: [
    "font-style",
    "font-weight",
    "font-size",
    "line-height",
    "font-family",
    ...Object.keys(fontVariants),
    "font-kerning",
    "font-feature-settings",
  ],
  values: "style, small-caps, weight, size / line-height, family",
  expand(nodes) {
    const parts: Record<string, ValueNodes> = {};
    let index = 0;
    for (; index < nodes.length; index += 1) {
      const node = nodes[index] as CssNode;
      if (["italic", "oblique"].includes(name(node))) parts["font-style"] = [node];
      // "0/0 a" begins with a size.
      else if (["bold", "bolder", "lighter"].includes(name(node)) || (node.type === "Number" && Number(node.value) > 0))
        parts["font-weight"] = [node];
      else if (name(node) === "small-caps") parts["font-variant-caps"] = [node];
      else if (name(node) !== "normal") break;
    }
    const size = nodes[index];
    if (!size) return undefined;
    parts["font-size"] = [size];
    index += 1;
    if (isOperator(nodes[index], "/")) {
      const height = nodes[index + 1];
      if (!height) return undefined;
      parts["line-height"] = [height];
      index += 2;
    }
    const families = nodes.slice(index);
    return families.length === 0 ? undefined : { ...parts, "font-family": families };
  },
};

/** CSS Fonts 4, 6.11: keywords of each of its parts, in any order; `none` is of ligatures. */
export const fontVariant: Shorthand = {
  name: "font-variant",
  longhands: Object.keys(fontVariants),
  values: "normal \\| none \\| keywords of its parts",
  expand(nodes) {
    const keyword = keywordOf(nodes);
    if (keyword === "normal") return {};
    if (keyword === "none") return { "font-variant-ligatures": nodes };
    const parts: Record<string, CssNode[]> = {};
    for (const node of nodes) {
      const property = Object.keys(fontVariants).find((each) => fontVariants[each]?.includes(name(node)));
      if (!property) return undefined;
      parts[property] = [...(parts[property] ?? []), node];
    }
    return parts;
  },
};

export const textDecoration = anyOrder({
  name: "text-decoration",
  longhands: ["text-decoration-line", "text-decoration-color", "text-decoration-style", "text-decoration-thickness"],
  several: "text-decoration-line",
  values: "lines, style, color, thickness",
});

export const listStyle = anyOrder({
  name: "list-style",
  longhands: ["list-style-type", "list-style-position"],
  values: "type, position",
});
