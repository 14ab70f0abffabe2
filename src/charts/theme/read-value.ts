import { type CssNode, generate, parse } from "css-tree";
import { parseColor } from "../../css-values/index.ts";
import { toHex } from "./css-color.ts";

/** Colours with commas between them, as hex. Undefined where one is none. */
export function readColors(value: string): readonly string[] | undefined {
  const groups = commaGroups(value).map((nodes) => (nodes.length === 1 ? parseColor(nodes[0]) : undefined));
  const found = groups.flatMap((read) => (read ? [toHex(read)] : []));
  return found.length === groups.length && groups.length > 0 ? found : undefined;
}

/** CSS Values 4, 6.2; a rem is the 16 px of browsers. */
const pxPerUnit: Readonly<Record<string, number>> = {
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
  rem: 16,
};

export const lengthUnits = Object.keys(pxPerUnit);

/** A length that depends on no element, in px. */
export function readLength(value: string): number | undefined {
  const [node, ...more] = nodesOf(value);
  if (more.length > 0) return undefined;
  if (node?.type === "Number") return Number(node.value) === 0 ? 0 : undefined;
  const factor = node?.type === "Dimension" ? pxPerUnit[node.unit.toLowerCase()] : undefined;
  return node?.type === "Dimension" && factor !== undefined
    ? Math.round(Number(node.value) * factor * 100) / 100
    : undefined;
}

/** A font stack, names in single quotes, as Vega writes them into its SVG. */
export function readFont(value: string): string | undefined {
  const families = commaGroups(value).map((nodes) => {
    const [first] = nodes;
    if (nodes.length === 1 && first?.type === "String") return `'${first.value.replaceAll("'", "\\'")}'`;
    const isName = nodes.length > 0 && nodes.every(({ type }) => type === "Identifier");
    const name = nodes.map((node) => generate(node)).join(" ");
    return isName ? (nodes.length > 1 ? `'${name}'` : name) : "";
  });
  return families.length > 0 && families.every(Boolean) ? families.join(", ") : undefined;
}

function commaGroups(value: string): readonly (readonly CssNode[])[] {
  const groups: CssNode[][] = [[]];
  for (const node of nodesOf(value)) {
    if (node.type === "Operator" && node.value === ",") groups.push([]);
    else groups.at(-1)?.push(node);
  }
  return groups;
}

function nodesOf(value: string): readonly CssNode[] {
  const parsed = parse(value, { context: "value", onParseError: () => undefined });
  return parsed.type === "Value" ? parsed.children.toArray() : [];
}
