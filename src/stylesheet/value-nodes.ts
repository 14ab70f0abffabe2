import { type CssLocation, type CssNode, parse } from "css-tree";
import { upToDepth } from "./nesting-depth.ts";

/** The component values of a declaration, white space left out. */
export type ValueNodes = readonly CssNode[];

/** The component values of a text; empty if it is no CSS value. */
export function parseValue(text: string): ValueNodes {
  const node = parseCssValue(text);
  return node?.type === "Value" ? node.children.toArray() : [];
}

/** A text as the value of a declaration; undefined if it is none. With positions from where it starts, if that is given. */
export function parseCssValue(text: string, start?: CssLocation["start"]): CssNode | undefined {
  if (upToDepth(text) !== undefined) return undefined;
  let failed = false;
  try {
    const node = parse(text, {
      context: "value",
      positions: start !== undefined,
      ...start,
      onParseError: () => {
        failed = true;
      },
    });
    return failed ? undefined : node;
  } catch (error) {
    // What goes on after a value, as a block does, is thrown and not told to the listener.
    if (error instanceof Error && error.name === "SyntaxError") return undefined;
    throw error;
  }
}

/** The single keyword that the value consists of, in lower case. */
export function keywordOf(nodes: ValueNodes): string | undefined {
  const [node] = nodes;
  return nodes.length === 1 && node?.type === "Identifier" ? node.name.toLowerCase() : undefined;
}

/** Several keywords, in lower case; undefined if anything else is among them. */
export function keywordsOf(nodes: ValueNodes): string[] | undefined {
  const names = nodes.map((node) => (node.type === "Identifier" ? node.name.toLowerCase() : undefined));
  return names.includes(undefined) ? undefined : (names as string[]);
}

/** Farther than anything reaches: larger numbers are taken for it (CSS Values 4, 4.1). */
const farthest = 1e9;

/** A number that can be calculated with; what is none is 0. */
export const inRange = (value: number): number => Math.min(farthest, Math.max(-farthest, value)) || 0;

export function numberOf(nodes: ValueNodes): number | undefined {
  const [node] = nodes;
  return nodes.length === 1 && node?.type === "Number" ? inRange(Number(node.value)) : undefined;
}

/** Splits a value at its top-level commas. */
export function splitAtCommas(nodes: ValueNodes): ValueNodes[] {
  const groups: ValueNodes[number][][] = [[]];
  for (const node of nodes) {
    if (node.type === "Operator" && node.value.trim() === ",") groups.push([]);
    else groups.at(-1)?.push(node);
  }
  return groups;
}

/** The name of a font family, in quotation marks or as words (CSS Fonts 4, 2.1). */
export function familyName(nodes: ValueNodes): string | undefined {
  const [first] = nodes;
  if (first?.type === "String") return nodes.length === 1 ? first.value : undefined;
  const words = nodes.map((node) => (node.type === "Identifier" ? node.name : undefined));
  return words.length === 0 || words.includes(undefined) ? undefined : words.join(" ");
}
