import type { CssNode } from "css-tree";
import { keywordOf, parseLengthPercentage, type ValueNodes } from "../../../stylesheet/index.ts";
import type { Shorthand } from "../property.ts";
import { anyOrder } from "./any-order.ts";

const number = (value: number): CssNode => ({ type: "Number", value: String(value) });
const identifier = (name: string): CssNode => ({ type: "Identifier", name });
const zero: CssNode = { type: "Dimension", value: "0", unit: "px" };

const flexOf = (grow: CssNode, shrink: CssNode, basis: CssNode): Record<string, ValueNodes> => ({
  "flex-grow": [grow],
  "flex-shrink": [shrink],
  "flex-basis": [basis],
});

/** CSS Flexbox 1, 7.1.1. */
export const flex: Shorthand = {
  name: "flex",
  longhands: ["flex-grow", "flex-shrink", "flex-basis"],
  values: "none \\| auto \\| initial \\| grow shrink? basis?",
  expand(nodes) {
    const keyword = keywordOf(nodes);
    if (keyword === "none") return flexOf(number(0), number(0), identifier("auto"));
    if (keyword === "auto") return flexOf(number(1), number(1), identifier("auto"));
    // A third number can only be a basis of zero without its unit.
    const numbers = nodes.filter((node) => node.type === "Number");
    const factors = numbers.slice(0, 2);
    const others = [...nodes.filter((node) => node.type !== "Number"), ...numbers.slice(2)];
    const [basis] = others;
    if (others.length > 1) return undefined;
    if (basis && basis.type !== "Identifier" && !parseLengthPercentage(basis)) return undefined;
    // An omitted basis is 0 here, though its initial value is auto; omitted factors are 1.
    return flexOf(factors[0] ?? number(1), factors[1] ?? number(1), basis ?? zero);
  },
};

export const flexFlow = anyOrder({
  name: "flex-flow",
  longhands: ["flex-direction", "flex-wrap"],
  values: "direction, wrap",
});

export const gap: Shorthand = {
  name: "gap",
  longhands: ["row-gap", "column-gap"],
  values: "one or two",
  expand([row, column = row, ...rest]) {
    return row && column && rest.length === 0 ? { "row-gap": [row], "column-gap": [column] } : undefined;
  },
};
