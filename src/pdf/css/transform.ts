import type { CssNode } from "css-tree";
import { parseLength, type ValueNodes } from "../../stylesheet/index.ts";
import { identity, type Matrix, multiply } from "../geometry/matrix.ts";
import type { Compute, ComputeContext } from "./property.ts";

const ptPerPx = 0.75;

const radiansPerUnit: Readonly<Record<string, number>> = {
  deg: Math.PI / 180,
  grad: Math.PI / 200,
  rad: 1,
  turn: 2 * Math.PI,
};

/** An argument: numbers as they are, lengths in px, angles in radians. */
type Argument = { readonly node: CssNode; readonly context: ComputeContext };

const number = ({ node }: Argument): number => (node.type === "Number" ? Number(node.value) : Number.NaN);

function px({ node, context }: Argument): number {
  if (node.type === "Number") return Number(node.value);
  const length = parseLength(node);
  return length ? length(context) / ptPerPx : Number.NaN;
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
  matrix(...args: readonly Argument[]): Matrix;
}

/** CSS Transforms 1, 12: those of a plane, with the numbers without units that SVG allows. */
const functions: Readonly<Record<string, TransformFunction>> = {
  matrix: {
    counts: [6],
    matrix: (a, b, c, d, e, f) => {
      const at = (arg: Argument | undefined) => number(arg as Argument);
      return [at(a), at(b), at(c), at(d), at(e), at(f)];
    },
  },
  translate: { counts: [1, 2], matrix: (x, y) => [1, 0, 0, 1, px(x as Argument), y ? px(y) : 0] },
  translatex: { counts: [1], matrix: (x) => [1, 0, 0, 1, px(x as Argument), 0] },
  translatey: { counts: [1], matrix: (y) => [1, 0, 0, 1, 0, px(y as Argument)] },
  scale: {
    counts: [1, 2],
    matrix: (x, y = x) => [number(x as Argument), 0, 0, number(y as Argument), 0, 0],
  },
  scalex: { counts: [1], matrix: (x) => [number(x as Argument), 0, 0, 1, 0, 0] },
  scaley: { counts: [1], matrix: (y) => [1, 0, 0, number(y as Argument), 0, 0] },
  rotate: {
    counts: [1, 3],
    matrix(by, x, y) {
      const turned = rotation(angle(by as Argument));
      if (!x || !y) return turned;
      return multiply(multiply([1, 0, 0, 1, px(x), px(y)], turned), [1, 0, 0, 1, -px(x), -px(y)]);
    },
  },
  skewx: { counts: [1], matrix: (by) => [1, 0, Math.tan(angle(by as Argument)), 1, 0, 0] },
  skewy: { counts: [1], matrix: (by) => [1, Math.tan(angle(by as Argument)), 0, 1, 0, 0] },
  skew: {
    counts: [1, 2],
    matrix: (x, y) => [1, y ? Math.tan(angle(y)) : 0, Math.tan(angle(x as Argument)), 1, 0, 0],
  },
};

const isComma = (node: CssNode) => node.type === "Operator" && node.value.trim() === ",";

/** A list of transform functions as one matrix, in px; undefined where one is not known or makes no sense. */
export function parseTransform(nodes: ValueNodes): Compute<Matrix> | undefined {
  const steps: ((context: ComputeContext) => Matrix)[] = [];
  for (const node of nodes) {
    if (isComma(node)) continue;
    if (node.type !== "Function") return undefined;
    const known = functions[node.name.toLowerCase()];
    const args = node.children.toArray().filter((arg) => !isComma(arg));
    if (!known?.counts.includes(args.length)) return undefined;
    steps.push((context) => known.matrix(...args.map((arg) => ({ node: arg, context }))));
  }
  if (steps.length === 0) return undefined;
  const compute: Compute<Matrix> = (context) => steps.reduce((all, step) => multiply(all, step(context)), identity);
  return compute(sampleContext).some(Number.isNaN) ? undefined : compute;
}

/** Whether a list makes sense does not hang on the sizes around it. */
const sampleContext = { fontSize: 12, rootFontSize: 12 } as ComputeContext;
