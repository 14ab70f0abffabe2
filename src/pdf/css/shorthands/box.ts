import type { CssNode } from "css-tree";
import { parseLength, type ValueNodes } from "../../../stylesheet/index.ts";
import { colorValue } from "../color-value.ts";
import { borderStyles } from "../properties/box.ts";
import type { Shorthand } from "../property.ts";

const edges = ["top", "right", "bottom", "left"] as const;

/** One to four values for top, right, bottom, left (CSS Box 4, 3). */
function fourSides(nodes: ValueNodes, longhands: readonly string[]): Record<string, ValueNodes> | undefined {
  const [top, right = top, bottom = top, left = right] = nodes;
  if (!top || nodes.length > 4) return undefined;
  const list = [top, right, bottom, left] as CssNode[];
  return Object.fromEntries(longhands.map((longhand, index) => [longhand, [list[index] as CssNode]]));
}

function sidesShorthand(name: string, longhands: readonly string[]): Shorthand {
  return { name, longhands, values: "one to four", expand: (nodes) => fourSides(nodes, longhands) };
}

/** The two sides of an axis. */
function pair(name: string, longhands: readonly [string, string]): Shorthand {
  return {
    name,
    longhands,
    values: "one or two",
    expand([first, second = first, ...rest]) {
      return first && second && rest.length === 0 ? { [longhands[0]]: [first], [longhands[1]]: [second] } : undefined;
    },
  };
}

export const sides: readonly Shorthand[] = [
  sidesShorthand("inset", edges),
  pair("inset-inline", ["inset-inline-start", "inset-inline-end"]),
  pair("inset-block", ["top", "bottom"]),
  ...["margin", "padding"].flatMap((property) => [
    sidesShorthand(
      property,
      edges.map((edge) => `${property}-${edge}`),
    ),
    pair(`${property}-inline`, [`${property}-inline-start`, `${property}-inline-end`]),
    pair(`${property}-block`, [`${property}-top`, `${property}-bottom`]),
  ]),
  ...["width", "style", "color"].flatMap((part) => [
    sidesShorthand(
      `border-${part}`,
      edges.map((edge) => `border-${edge}-${part}`),
    ),
    pair(`border-inline-${part}`, [`border-inline-start-${part}`, `border-inline-end-${part}`]),
    pair(`border-block-${part}`, [`border-top-${part}`, `border-bottom-${part}`]),
  ]),
];

const corners = ["top-left", "top-right", "bottom-right", "bottom-left"].map((corner) => `border-${corner}-radius`);

/** Those across, and behind a slash those down (CSS Backgrounds 3, 5.3). */
export const borderRadius: Shorthand = {
  name: "border-radius",
  longhands: corners,
  values: "one to four, and behind `/` as many",
  expand(nodes) {
    const slash = nodes.findIndex((node) => node.type === "Operator" && node.value.trim() === "/");
    const across = fourSides(slash < 0 ? nodes : nodes.slice(0, slash), corners);
    const down = slash < 0 ? {} : fourSides(nodes.slice(slash + 1), corners);
    if (!across || !down) return undefined;
    return Object.fromEntries(corners.map((corner) => [corner, [...(across[corner] ?? []), ...(down[corner] ?? [])]]));
  },
};

/** Width, style and colour in any order; what is absent is initial (CSS Backgrounds 3, 4.4). */
function border(name: string, on: readonly string[]): Shorthand {
  return {
    name,
    longhands: on.flatMap((edge) => [`border-${edge}-width`, `border-${edge}-style`, `border-${edge}-color`]),
    values: "width, style, color",
    expand(nodes) {
      const parts = borderParts(nodes);
      return parts && Object.assign({}, ...on.map((edge) => parts(`border-${edge}`)));
    },
  };
}

/** Width, style and colour of a border, as longhands of a name; undefined where one is there twice, or it is none of them. */
export function borderParts(nodes: ValueNodes): ((name: string) => Record<string, ValueNodes>) | undefined {
  const parts = new Map<string, ValueNodes>();
  for (const node of nodes) {
    const part = borderPart(node);
    if (!part || parts.has(part)) return undefined;
    parts.set(part, [node]);
  }
  return (name) => Object.fromEntries([...parts].map(([part, value]) => [`${name}-${part}`, value]));
}

function borderPart(node: CssNode): "width" | "style" | "color" | undefined {
  if (node.type === "Identifier" && borderStyles.includes(node.name.toLowerCase())) return "style";
  if (node.type === "Identifier" && ["thin", "medium", "thick"].includes(node.name)) return "width";
  if (parseLength(node)) return "width";
  if (colorValue(node)) return "color";
  return undefined;
}

export const borders: readonly Shorthand[] = [
  border("border", edges),
  ...edges.map((edge) => border(`border-${edge}`, [edge])),
  border("border-inline-start", ["inline-start"]),
  border("border-inline-end", ["inline-end"]),
  border("border-inline", ["inline-start", "inline-end"]),
  border("border-block", ["top", "bottom"]),
];
