import type { CssNode } from "css-tree";
import { inRange } from "./value-nodes.ts";

/** A computed length that may depend on the containing block: pt, or a percentage of it plus pt. */
export type LengthPercentage = number | { readonly percent: number; readonly plus: number };

/** What relative lengths are relative to, pt. */
export interface LengthContext {
  readonly fontSize: number;
  readonly rootFontSize: number;
}

/** CSS Values 4, 6.2, with 96 px = 72 pt. */
const ptPerUnit: Readonly<Record<string, number>> = {
  px: 0.75,
  pt: 1,
  pc: 12,
  in: 72,
  cm: 72 / 2.54,
  mm: 72 / 25.4,
  q: 72 / 101.6,
};

type Linear = (context: LengthContext) => { readonly percent: number; readonly plus: number };

/** A length in px that depends on no element; a rem is the 16 px of browsers. */
export function absoluteLength(node: CssNode | undefined): number | undefined {
  if (node?.type === "Number") return Number(node.value) === 0 ? 0 : undefined;
  if (node?.type !== "Dimension") return undefined;
  const unit = node.unit.toLowerCase();
  const pt = unit === "rem" ? 12 : ptPerUnit[unit];
  return pt === undefined ? undefined : inRange(Number(node.value) * (pt / 0.75));
}

/** The units of `absoluteLength`. */
export const absoluteUnits: readonly string[] = [...Object.keys(ptPerUnit), "rem"];

/** A length in pt, or undefined if the node is not one. Unitless zero counts. */
export function parseLength(node: CssNode | undefined): ((context: LengthContext) => number) | undefined {
  const linear = node && parseLinear(node);
  if (!linear || usesPercent(node)) return undefined;
  return (context) => inRange(linear(context).plus);
}

export function parseLengthPercentage(
  node: CssNode | undefined,
): ((context: LengthContext) => LengthPercentage) | undefined {
  const linear = node && parseLinear(node);
  if (!linear) return undefined;
  if (!usesPercent(node)) return (context) => inRange(linear(context).plus);
  return (context) => {
    const { percent, plus } = linear(context);
    return { percent: inRange(percent), plus: inRange(plus) };
  };
}

/** The used value in pt; `base` is what percentages refer to. */
export function resolveLength(value: LengthPercentage, base: number): number {
  return typeof value === "number" ? value : (value.percent / 100) * base + value.plus;
}

function parseLinear(node: CssNode): Linear | undefined {
  if (node.type === "Percentage") {
    const percent = Number(node.value);
    return () => ({ percent, plus: 0 });
  }
  if (node.type === "Number") return Number(node.value) === 0 ? () => ({ percent: 0, plus: 0 }) : undefined;
  if (node.type === "Dimension") return dimension(Number(node.value), node.unit.toLowerCase());
  if (node.type === "Function" && node.name.toLowerCase() === "calc") return parseSum(node.children.toArray());
  if (node.type === "Parentheses") return parseSum(node.children.toArray());
  return undefined;
}

function dimension(value: number, unit: string): Linear | undefined {
  const factor = ptPerUnit[unit];
  if (factor !== undefined) return () => ({ percent: 0, plus: value * factor });
  if (unit === "em") return ({ fontSize }) => ({ percent: 0, plus: value * fontSize });
  if (unit === "rem") return ({ rootFontSize }) => ({ percent: 0, plus: value * rootFontSize });
  // Without the font at hand, CSS Values 4 (6.1.1) takes half an em for both.
  if (unit === "ex" || unit === "ch") return ({ fontSize }) => ({ percent: 0, plus: (value * fontSize) / 2 });
  return undefined;
}

/** `a + b - c`, each a product (CSS Values 4, 10). */
function parseSum(nodes: readonly CssNode[]): Linear | undefined {
  const terms: { sign: number; nodes: CssNode[] }[] = [{ sign: 1, nodes: [] }];
  for (const node of nodes) {
    const operator = node.type === "Operator" ? node.value.trim() : "";
    if (operator === "+" || operator === "-") terms.push({ sign: operator === "-" ? -1 : 1, nodes: [] });
    else terms.at(-1)?.nodes.push(node);
  }
  const parsed = terms.map((term) => ({ sign: term.sign, product: parseProduct(term.nodes) }));
  if (parsed.some(({ product }) => !product)) return undefined;
  return (context) => {
    let percent = 0;
    let plus = 0;
    for (const { sign, product } of parsed) {
      const value = (product as Linear)(context);
      percent += sign * value.percent;
      plus += sign * value.plus;
    }
    return { percent, plus };
  };
}

function parseProduct(nodes: readonly CssNode[]): Linear | undefined {
  let factor = 1;
  let quantity: Linear | undefined;
  let operator = "*";
  for (const node of nodes) {
    if (node.type === "Operator") {
      operator = node.value.trim();
      continue;
    }
    if (node.type === "Number") factor = operator === "/" ? factor / Number(node.value) : factor * Number(node.value);
    else if (quantity || operator === "/") return undefined;
    else {
      quantity = parseLinear(node);
      if (!quantity) return undefined;
    }
  }
  if (!quantity) return undefined;
  const of = quantity;
  return (context) => {
    const { percent, plus } = of(context);
    return { percent: percent * factor, plus: plus * factor };
  };
}

function usesPercent(node: CssNode): boolean {
  if (node.type === "Percentage") return true;
  return (node.type === "Function" || node.type === "Parentheses") && node.children.some(usesPercent);
}
