import type { CssNode } from "css-tree";
import type { ValueNodes } from "../../stylesheet/index.ts";
import type { GridLine } from "./computed-style.ts";
import { mostTracks } from "./track-list.ts";

/** An edge of a grid item (CSS Grid 2, 8.3): `auto`, a name, a number with or without one, or `span` and either. */
export function parseGridLine(nodes: ValueNodes): GridLine | undefined {
  const words = nodes.map(wordOf);
  if (words.length === 0 || words.includes(undefined)) return undefined;
  const isSpan = words.some((word) => typeof word === "string" && word.toLowerCase() === "span");
  const rest = words.filter((word) => typeof word !== "string" || word.toLowerCase() !== "span");
  const numbers = rest.filter((word) => typeof word === "number");
  const [name, ...others] = rest.filter((word) => typeof word === "string");
  const [index] = numbers;
  if (numbers.length > 1 || others.length > 0 || (isSpan && words.length - rest.length > 1)) return undefined;
  if (!isSpan && index === undefined) {
    if (name === undefined) return undefined;
    return name.toLowerCase() === "auto" ? "auto" : { kind: "area", name };
  }
  if (index === 0 || name?.toLowerCase() === "auto") return undefined;
  if (!isSpan) return { kind: "line", index: within(index as number), name };
  if (rest.length === 0 || (index !== undefined && index < 1)) return undefined;
  return { kind: "span", count: within(index ?? 1), name };
}

const within = (index: number) => Math.max(-mostTracks, Math.min(mostTracks, index));

function wordOf(node: CssNode): string | number | undefined {
  if (node.type === "Identifier") return node.name;
  if (node.type !== "Number") return undefined;
  const value = Number(node.value);
  return Number.isInteger(value) ? value : undefined;
}
