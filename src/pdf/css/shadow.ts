import type { CssNode } from "css-tree";
import { keywordOf, parseLength, splitAtCommas, type ValueNodes } from "../../stylesheet/index.ts";
import { colorValue } from "./color-value.ts";
import type { BoxShadow, Shadow } from "./computed-style.ts";
import type { Compute } from "./property.ts";

/** `none`, or shadows from the topmost down: two or three lengths, a colour before or after them (CSS Text Decoration 3, 4). */
export const parseTextShadows = (nodes: ValueNodes): Compute<readonly Shadow[]> | undefined =>
  parseShadows(nodes, (shadow) => readShadow(shadow, 3)?.shadow);

/** The same of boxes, with a fourth length and `inset` (CSS Backgrounds 3, 7.1.1). */
export const parseBoxShadows = (nodes: ValueNodes): Compute<readonly BoxShadow[]> | undefined =>
  parseShadows(nodes, (shadow) => {
    const isInset = shadow.some(isInsetKeyword);
    const read = readShadow(isInset ? shadow.filter((node) => !isInsetKeyword(node)) : shadow, 4);
    return read && ((context) => ({ ...read.shadow(context), spread: read.spread?.(context) ?? 0, isInset }));
  });

function parseShadows<S>(
  nodes: ValueNodes,
  parse: (shadow: readonly CssNode[]) => Compute<S> | undefined,
): Compute<readonly S[]> | undefined {
  if (keywordOf(nodes) === "none") return () => [];
  const shadows = splitAtCommas(nodes).map(parse);
  if (shadows.includes(undefined)) return undefined;
  return (context) => (shadows as Compute<S>[]).map((shadow) => shadow(context));
}

const isInsetKeyword = (node: CssNode): boolean => keywordOf([node]) === "inset";

interface ReadShadow {
  readonly shadow: Compute<Shadow>;
  /** The fourth length. */
  readonly spread: Compute<number> | undefined;
}

function readShadow(nodes: readonly CssNode[], mostLengths: number): ReadShadow | undefined {
  const colors: NonNullable<ReturnType<typeof colorValue>>[] = [];
  const lengths: NonNullable<ReturnType<typeof parseLength>>[] = [];
  for (const node of nodes) {
    const length = parseLength(node);
    const color = colorValue(node);
    if (length) lengths.push(length);
    else if (color) colors.push(color);
    else return undefined;
  }
  const [x, y, blur, spread] = lengths;
  if (!x || !y || lengths.length > mostLengths || colors.length > 1) return undefined;
  const [color] = colors;
  return {
    shadow: (context) => ({
      x: x(context),
      y: y(context),
      blur: Math.max(0, blur?.(context) ?? 0),
      color: color?.(context) ?? context.color,
    }),
    spread,
  };
}
