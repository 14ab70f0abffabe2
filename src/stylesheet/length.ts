import type { CssNode } from "css-tree";
import { inRange, splitAtCommas } from "./value-nodes.ts";

/** A computed length that may depend on the containing block: pt, or a percentage of it plus pt. */
export type LengthPercentage = number | PercentLength;

export interface PercentLength {
  readonly percent: number;
  readonly plus: number;
  /** The used value for a base, where `min()`, `max()` or `clamp()` compares percentages; the other two are then near it. */
  readonly used?: ((base: number) => number) | undefined;
}

/** What relative lengths are relative to, pt. */
export interface LengthContext {
  readonly fontSize: number;
  readonly rootFontSize: number;
  /** The area that pages have for their content: `vw`, `vh` and their kin. Absent: that of an A4 page with margins of 20 mm. */
  readonly viewport?: Viewport | undefined;
  /** Of the font that `ex` and `ch` are of. Absent: half an em is either. */
  readonly fontUnits?: (() => FontUnits) | undefined;
}

/** In em. */
export interface FontUnits {
  readonly xHeight: number;
  readonly zeroWidth: number;
  /** Of characters in the mean, and of the widest: what controls of a form are as wide as (HTML 15.5.17). */
  readonly averageWidth: number;
  readonly widest: number;
}

export interface Viewport {
  readonly width: number;
  readonly height: number;
}

const a4Content: Viewport = { width: 482.25, height: 729 };

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

/** A length as written, for elements of whatever surroundings. */
type Length = (context: LengthContext) => PercentLength;

/** What a calculation comes to: its types do not mix (CSS Values 4, 10.9). */
type Calculation =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "length"; readonly of: Length };

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
  const length = node && asLength(node);
  if (!length || usesPercent(node)) return undefined;
  return (context) => inRange(length(context).plus);
}

export function parseLengthPercentage(
  node: CssNode | undefined,
): ((context: LengthContext) => LengthPercentage) | undefined {
  const length = node && asLength(node);
  if (!length) return undefined;
  if (!usesPercent(node)) return (context) => inRange(length(context).plus);
  return (context) => {
    const { percent, plus, used } = length(context);
    return { percent: inRange(percent), plus: inRange(plus), used: used && ((base) => inRange(used(base))) };
  };
}

/** The used value in pt; `base` is what percentages refer to. */
export function resolveLength(value: LengthPercentage, base: number): number {
  return typeof value === "number" ? value : at(value, base);
}

const at = ({ percent, plus, used }: PercentLength, base: number) => used?.(base) ?? (percent / 100) * base + plus;

function asLength(node: CssNode): Length | undefined {
  if (node.type === "Number") return Number(node.value) === 0 ? () => ({ percent: 0, plus: 0 }) : undefined;
  const calculation = parseTerm(node);
  return calculation?.kind === "length" ? calculation.of : undefined;
}

function parseTerm(node: CssNode): Calculation | undefined {
  if (node.type === "Number") return { kind: "number", value: Number(node.value) };
  if (node.type === "Percentage") {
    const percent = Number(node.value);
    return { kind: "length", of: () => ({ percent, plus: 0 }) };
  }
  if (node.type === "Dimension") {
    const of = dimension(Number(node.value), node.unit.toLowerCase());
    return of && { kind: "length", of };
  }
  if (node.type === "Parentheses") return parseSum(node.children.toArray());
  if (node.type !== "Function") return undefined;
  return functions[node.name.toLowerCase()]?.(splitAtCommas(node.children.toArray()).map(parseSum));
}

type Arguments = readonly (Calculation | undefined)[];

/** The functions of CSS Values 4, 10, that compare, and `calc()`. */
const functions: Readonly<Record<string, (parts: Arguments) => Calculation | undefined>> = {
  calc: ([only, ...others]) => (others.length === 0 ? only : undefined),
  "-webkit-calc": ([only, ...others]) => (others.length === 0 ? only : undefined),
  min: (parts) => compared(parts, (values) => Math.min(...values)),
  max: (parts) => compared(parts, (values) => Math.max(...values)),
  clamp: (parts) =>
    parts.length === 3
      ? compared(parts, ([least = 0, value = 0, most = 0]) => Math.max(least, Math.min(value, most)))
      : undefined,
};

function compared(parts: Arguments, choose: (values: readonly number[]) => number): Calculation | undefined {
  const lengths = parts.flatMap((part) => (part?.kind === "length" ? [part.of] : []));
  if (lengths.length === 0) {
    const values = parts.flatMap((part) => (part?.kind === "number" ? [part.value] : []));
    return values.length === parts.length ? { kind: "number", value: choose(values) } : undefined;
  }
  if (lengths.length !== parts.length) return undefined;
  const of: Length = (context) => {
    const values = lengths.map((length) => length(context));
    const used = (base: number) => choose(values.map((value) => at(value, base)));
    const plus = used(0);
    const isOfBase = values.some(({ percent, used: compares }) => percent !== 0 || compares !== undefined);
    return isOfBase ? { percent: used(100) - plus, plus, used } : { percent: 0, plus };
  };
  return { kind: "length", of };
}

const viewportUnit = /^[sld]?v(w|h|i|b|min|max)$/;

function dimension(value: number, unit: string): Length | undefined {
  const factor = ptPerUnit[unit];
  if (factor !== undefined) return () => ({ percent: 0, plus: value * factor });
  if (unit === "em") return ({ fontSize }) => ({ percent: 0, plus: value * fontSize });
  if (unit === "rem") return ({ rootFontSize }) => ({ percent: 0, plus: value * rootFontSize });
  // Without the font at hand, CSS Values 4 (6.1.1) takes half an em for both.
  if (unit === "ex" || unit === "ch") {
    const part = unit === "ex" ? "xHeight" : "zeroWidth";
    return ({ fontSize, fontUnits }) => ({ percent: 0, plus: value * fontSize * (fontUnits?.()[part] ?? 0.5) });
  }
  if (unit === "-internal-average") return ofCharacters(value, "averageWidth", (px) => Math.max(px, Math.round(px)));
  if (unit === "-internal-widest") return ofCharacters(value, "widest", Math.round);
  const [, side] = viewportUnit.exec(unit) ?? [];
  if (side === undefined) return undefined;
  return ({ viewport = a4Content }) => ({ percent: 0, plus: (value / 100) * sideOf(viewport, side) });
}

/** Units of the default style alone, in px as browsers round them. Without the font at hand, a character is 0.6 em. */
function ofCharacters(value: number, part: "averageWidth" | "widest", rounded: (px: number) => number): Length {
  return ({ fontSize, fontUnits }) => {
    const px = (fontSize * (fontUnits?.()[part] ?? 0.6)) / 0.75;
    return { percent: 0, plus: value * 0.75 * rounded(px) };
  };
}

/** Lines run from top to bottom always: the inline axis is the width. */
function sideOf({ width, height }: Viewport, side: string): number {
  if (side === "min") return Math.min(width, height);
  if (side === "max") return Math.max(width, height);
  return side === "w" || side === "i" ? width : height;
}

/** `a + b - c`, each a product (CSS Values 4, 10). */
function parseSum(nodes: readonly CssNode[]): Calculation | undefined {
  const terms: { sign: number; nodes: CssNode[] }[] = [{ sign: 1, nodes: [] }];
  for (const node of nodes) {
    const operator = node.type === "Operator" ? node.value.trim() : "";
    if (operator === "+" || operator === "-") terms.push({ sign: operator === "-" ? -1 : 1, nodes: [] });
    else terms.at(-1)?.nodes.push(node);
  }
  return terms
    .map(({ sign, nodes: factors }) => scaled(parseProduct(factors), sign))
    .reduce((sum, term) => added(sum, term));
}

function parseProduct(nodes: readonly CssNode[]): Calculation | undefined {
  let product: Calculation | undefined = { kind: "number", value: 1 };
  let operator = "*";
  for (const node of nodes) {
    if (node.type === "Operator") {
      operator = node.value.trim();
      continue;
    }
    const factor = parseTerm(node);
    if (operator === "/") product = factor?.kind === "number" ? scaled(product, 1 / factor.value) : undefined;
    else if (factor?.kind === "number") product = scaled(product, factor.value);
    else product = product?.kind === "number" ? scaled(factor, product.value) : undefined;
  }
  return nodes.length === 0 ? undefined : product;
}

function scaled(of: Calculation | undefined, factor: number): Calculation | undefined {
  if (!of || of.kind === "number") return of && { kind: "number", value: of.value * factor };
  if (factor === 1) return of;
  const { of: length } = of;
  return {
    kind: "length",
    of(context) {
      const { percent, plus, used } = length(context);
      return { percent: percent * factor, plus: plus * factor, used: used && ((base) => used(base) * factor) };
    },
  };
}

function added(a: Calculation | undefined, b: Calculation | undefined): Calculation | undefined {
  if (!a || !b || a.kind !== b.kind) return undefined;
  if (a.kind === "number" || b.kind === "number")
    return a.kind === "number" && b.kind === "number" ? { kind: "number", value: a.value + b.value } : undefined;
  return {
    kind: "length",
    of(context) {
      const [left, right] = [a.of(context), b.of(context)];
      const sum = { percent: left.percent + right.percent, plus: left.plus + right.plus };
      return left.used || right.used ? { ...sum, used: (base) => at(left, base) + at(right, base) } : sum;
    },
  };
}

function usesPercent(node: CssNode): boolean {
  if (node.type === "Percentage") return true;
  return (node.type === "Function" || node.type === "Parentheses") && node.children.some(usesPercent);
}
