import type { CssNode } from "css-tree";
import {
  type LengthPercentage,
  parseLengthPercentage,
  resolveLength,
  type ValueNodes,
} from "../../stylesheet/index.ts";
import { radiansPerUnit } from "../geometry/angle.ts";
import { around, identity, type Matrix, multiply } from "../geometry/matrix.ts";
import type { ComputedStyle } from "./computed-style.ts";
import type { Compute, ComputeContext } from "./property.ts";
import type { TransformList, TransformStep } from "./transform-list.ts";

const ptPerPx = 0.75;

/** An argument: numbers as they are, lengths in px, angles in radians. */
type Argument = { readonly node: CssNode; readonly context: ComputeContext };

/** A percentage is a part of one, where a factor is asked for (CSS Transforms 2, 5). */
const number = ({ node }: Argument): number =>
  node.type === "Number" ? Number(node.value) : node.type === "Percentage" ? Number(node.value) / 100 : Number.NaN;

/** In px, with what it has in percent. */
function length({ node, context }: Argument): LengthPercentage {
  if (node.type === "Number") return Number(node.value);
  const value = parseLengthPercentage(node)?.(context) ?? Number.NaN;
  return typeof value === "number" ? value / ptPerPx : { percent: value.percent, plus: value.plus / ptPerPx };
}

function px(argument: Argument): number {
  const value = length(argument);
  return typeof value === "number" ? value : Number.NaN;
}

function angle({ node }: Argument): number {
  if (node.type === "Number") return (Number(node.value) * Math.PI) / 180;
  return node.type === "Dimension"
    ? Number(node.value) * (radiansPerUnit[node.unit.toLowerCase()] ?? Number.NaN)
    : Number.NaN;
}

const rotation = (radians: number): Matrix => {
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  return [cos, sin, -sin, cos, 0, 0];
};

interface TransformFunction {
  /** How many arguments it may have. */
  readonly counts: readonly number[];
  step(...args: readonly Argument[]): TransformStep;
}

const move = (x: Argument | undefined, y: Argument | undefined): TransformStep => ({
  x: x ? length(x) : 0,
  y: y ? length(y) : 0,
});

/** CSS Transforms 1, 12: those of a plane, with the numbers without units that SVG allows; and those of space that leave it flat. */
const functions: Readonly<Record<string, TransformFunction>> = {
  matrix: {
    counts: [6],
    step: (a, b, c, d, e, f) => {
      const at = (arg: Argument | undefined) => number(arg as Argument);
      return [at(a), at(b), at(c), at(d), at(e), at(f)];
    },
  },
  translate: { counts: [1, 2], step: (x, y) => move(x, y) },
  translatex: { counts: [1], step: (x) => move(x, undefined) },
  translatey: { counts: [1], step: (y) => move(undefined, y) },
  translatez: { counts: [1], step: () => identity },
  translate3d: { counts: [3], step: (x, y) => move(x, y) },
  scale: {
    counts: [1, 2],
    step: (x, y = x) => [number(x as Argument), 0, 0, number(y as Argument), 0, 0],
  },
  scalex: { counts: [1], step: (x) => [number(x as Argument), 0, 0, 1, 0, 0] },
  scaley: { counts: [1], step: (y) => [1, 0, 0, number(y as Argument), 0, 0] },
  scalez: { counts: [1], step: () => identity },
  scale3d: { counts: [3], step: (x, y) => [number(x as Argument), 0, 0, number(y as Argument), 0, 0] },
  rotatez: { counts: [1], step: (by) => rotation(angle(by as Argument)) },
  rotate: {
    counts: [1, 3],
    step(by, x, y) {
      const turned = rotation(angle(by as Argument));
      if (!x || !y) return turned;
      return multiply(multiply([1, 0, 0, 1, px(x), px(y)], turned), [1, 0, 0, 1, -px(x), -px(y)]);
    },
  },
  skewx: { counts: [1], step: (by) => [1, 0, Math.tan(angle(by as Argument)), 1, 0, 0] },
  skewy: { counts: [1], step: (by) => [1, Math.tan(angle(by as Argument)), 0, 1, 0, 0] },
  skew: {
    counts: [1, 2],
    step: (x, y) => [1, y ? Math.tan(angle(y)) : 0, Math.tan(angle(x as Argument)), 1, 0, 0],
  },
};

const isComma = (node: CssNode) => node.type === "Operator" && node.value.trim() === ",";

/** A list of transform functions; undefined where one is not known or makes no sense. */
export function parseTransform(nodes: ValueNodes): Compute<TransformList> | undefined {
  const steps: Compute<TransformStep>[] = [];
  for (const node of nodes) {
    if (isComma(node)) continue;
    if (node.type !== "Function") return undefined;
    const known = functions[node.name.toLowerCase()];
    const args = node.children.toArray().filter((arg) => !isComma(arg));
    if (!known?.counts.includes(args.length)) return undefined;
    steps.push((context) => known.step(...args.map((arg) => ({ node: arg, context }))));
  }
  return compiled(steps);
}

/** The properties of one function each (CSS Transforms 2, 5). */
export function parseSingleTransform(
  name: "translate" | "rotate" | "scale",
  nodes: ValueNodes,
): Compute<TransformList> | undefined {
  // A third number is of the axis that paper does not have; `rotate: z 90deg` names it.
  const isAxis = (node: CssNode | undefined) => node?.type === "Identifier" && node.name.toLowerCase() === "z";
  const args = name === "rotate" ? nodes.filter((node) => !isAxis(node)) : nodes.slice(0, 2);
  const most = name === "rotate" ? 1 : 3;
  if (args.length === 0 || args.length > most || nodes.length > 3) return undefined;
  return compiled([
    (context) => (functions[name] as TransformFunction).step(...args.map((node) => ({ node, context }))),
  ]);
}

function compiled(steps: readonly Compute<TransformStep>[]): Compute<TransformList> | undefined {
  if (steps.length === 0) return undefined;
  const compute: Compute<TransformList> = (context) => steps.map((step) => step(context));
  return matrixOf(compute(sampleContext), { width: 1, height: 1 }).some(Number.isNaN) ? undefined : compute;
}

/** Whether a list makes sense does not hang on the sizes around it. */
const sampleContext = { fontSize: 12, rootFontSize: 12 } as ComputeContext;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A list as one matrix, px, for a box of this size, px. */
export function matrixOf(list: TransformList, { width, height }: Size): Matrix {
  return list.reduce<Matrix>(
    (all, step) =>
      multiply(all, "x" in step ? [1, 0, 0, 1, resolveLength(step.x, width), resolveLength(step.y, height)] : step),
    identity,
  );
}

export const isTransformed = ({ transform, translate, rotate, scale }: ComputedStyle): boolean =>
  transform !== "none" || translate !== "none" || rotate !== "none" || scale !== "none";

/**
 * How a style transforms a box (CSS Transforms 2, 6), px, from the corner that the box's own coordinates begin at; undefined: not
 * at all. `origin`: where that of `transform-origin` lies, px.
 */
export function transformationOf(
  style: ComputedStyle,
  size: Size,
  [x, y]: readonly [number, number],
): Matrix | undefined {
  if (!isTransformed(style)) return undefined;
  const lists = [style.translate, style.rotate, style.scale, style.transform].filter((list) => list !== "none");
  const own = matrixOf(lists.flat(), size);
  return around(own, { x, y });
}
