import type { CssNode } from "css-tree";
import {
  type LengthContext,
  type LengthPercentage,
  parseLengthPercentage,
  type ValueNodes,
} from "../../stylesheet/index.ts";

/** Percentages are of the room that is left over (CSS Values 4, 8.3). */
export interface Position {
  readonly x: LengthPercentage;
  readonly y: LengthPercentage;
}

export const middlePosition: Position = { x: { percent: 50, plus: 0 }, y: { percent: 50, plus: 0 } };

type Compute<T> = (context: LengthContext) => T;
type Offset = Compute<LengthPercentage>;

/** Where each keyword lies on its axis. */
const keywords: Readonly<Record<string, { readonly axis: "x" | "y" | "both"; readonly percent: number }>> = {
  left: { axis: "x", percent: 0 },
  right: { axis: "x", percent: 100 },
  top: { axis: "y", percent: 0 },
  bottom: { axis: "y", percent: 100 },
  center: { axis: "both", percent: 50 },
};

const keywordFor = (node: CssNode | undefined) =>
  node?.type === "Identifier" ? keywords[node.name.toLowerCase()] : undefined;

const at = (percent: number): Offset => {
  const value = { percent, plus: 0 };
  return () => value;
};

interface Part {
  readonly axis: "x" | "y" | "both";
  readonly offset: Offset;
}

/** A `<position>` of one to four parts (CSS Values 4, 8.3; CSS Backgrounds 3, 3.6). */
export function parsePosition(nodes: ValueNodes): Compute<Position> | undefined {
  const parts = nodes.length > 2 ? offsetsFromSides(nodes) : nodes.map(plainPart);
  if (parts.length === 0 || parts.length > 2 || parts.includes(undefined)) return undefined;
  const [first, second = { axis: "both", offset: at(50) } satisfies Part] = parts as Part[];
  if (!first) return undefined;
  const isTurned = first.axis === "y" || second.axis === "x";
  const [x, y] = isTurned ? [second, first] : [first, second];
  if (x.axis === "y" || y.axis === "x") return undefined;
  // A length first is across, one that comes second is down.
  const isLength = (node: CssNode | undefined) => node !== undefined && keywordFor(node) === undefined;
  if (isTurned && nodes.length === 2 && nodes.some(isLength)) return undefined;
  return (context) => ({ x: x.offset(context), y: y.offset(context) });
}

function plainPart(node: CssNode): Part | undefined {
  const keyword = keywordFor(node);
  if (keyword) return { axis: keyword.axis, offset: at(keyword.percent) };
  const offset = parseLengthPercentage(node);
  return offset && { axis: "both", offset };
}

/** `right 10px bottom 20%`, `left 10px center`. */
function offsetsFromSides(nodes: ValueNodes): (Part | undefined)[] {
  const parts: (Part | undefined)[] = [];
  for (let index = 0; index < nodes.length; index += 1) {
    const keyword = keywordFor(nodes[index]);
    const next = nodes[index + 1];
    const from = next && !keywordFor(next) ? parseLengthPercentage(next) : undefined;
    if (!keyword) return [undefined];
    if (!from) {
      parts.push({ axis: keyword.axis, offset: at(keyword.percent) });
      continue;
    }
    if (keyword.axis === "both") return [undefined];
    parts.push({ axis: keyword.axis, offset: keyword.percent === 0 ? from : fromEnd(from) });
    index += 1;
  }
  return parts;
}

const fromEnd =
  (offset: Offset): Offset =>
  (context) => {
    const value = offset(context);
    const { percent, plus } = typeof value === "number" ? { percent: 0, plus: value } : value;
    return { percent: 100 - percent, plus: -plus };
  };
