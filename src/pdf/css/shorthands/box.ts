import type { CssNode } from "css-tree";
import type { ValueNodes } from "../../../stylesheet/index.ts";
import type { Shorthand } from "../property.ts";
import { sortValues } from "./any-order.ts";

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
  pair("overflow", ["overflow-x", "overflow-y"]),
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
      const parts = sortValues(nodes, ["border-top-width", "border-top-style", "border-top-color"]);
      const all = Object.entries(parts ?? {});
      return (
        parts && Object.fromEntries(on.flatMap((edge) => all.map(([name, of]) => [name.replace("top", edge), of])))
      );
    },
  };
}

export const borders: readonly Shorthand[] = [
  border("border", edges),
  ...edges.map((edge) => border(`border-${edge}`, [edge])),
  border("border-inline-start", ["inline-start"]),
  border("border-inline-end", ["inline-end"]),
  border("border-inline", ["inline-start", "inline-end"]),
  border("border-block", ["top", "bottom"]),
];
