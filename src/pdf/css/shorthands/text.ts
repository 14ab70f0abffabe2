import type { CssNode } from "css-tree";
import { parseColor, type ValueNodes } from "../../../stylesheet/index.ts";
import { namedLonghands, type Shorthand } from "../property.ts";

const name = (node: CssNode) => (node.type === "Identifier" ? node.name.toLowerCase() : "");
const isOperator = (node: CssNode | undefined, value: string) =>
  node?.type === "Operator" && node.value.trim() === value;

/** CSS Fonts 4, 2.7: `style? variant? weight? size[/line-height] family`. */
export const font: Shorthand = {
  name: "font",
  longhands: ["font-style", "font-weight", "font-size", "line-height", "font-family", "font-variant-numeric"],
  values: "style, weight, size / line-height, family",
  expand(nodes) {
    const parts: Record<string, ValueNodes> = {};
    let index = 0;
    for (; index < nodes.length; index += 1) {
      const node = nodes[index] as CssNode;
      if (["italic", "oblique"].includes(name(node))) parts["font-style"] = [node];
      else if (["bold", "bolder", "lighter"].includes(name(node)) || node.type === "Number")
        parts["font-weight"] = [node];
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

const decorationLines = ["none", "underline", "line-through", "overline"];

export const textDecoration: Shorthand = {
  name: "text-decoration",
  longhands: ["text-decoration-line", "text-decoration-color"],
  values: "lines, solid, color",
  expand(nodes) {
    const lines = nodes.filter((node) => decorationLines.includes(name(node)));
    const rest = nodes.filter((node) => !lines.includes(node) && name(node) !== "solid");
    const color = rest.filter((node) => parseColor(node) || name(node) === "currentcolor");
    if (color.length !== rest.length || color.length > 1) return undefined;
    return namedLonghands({ "text-decoration-line": lines, "text-decoration-color": color });
  },
};

export const listStyle: Shorthand = {
  name: "list-style",
  longhands: ["list-style-type", "list-style-position"],
  values: "type, position",
  expand(nodes) {
    const position = nodes.filter((node) => ["inside", "outside"].includes(name(node)));
    const type = nodes.filter((node) => !position.includes(node));
    if (type.length > 1 || position.length > 1) return undefined;
    return namedLonghands({ "list-style-type": type, "list-style-position": position });
  },
};
