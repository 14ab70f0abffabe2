import type { CssNode } from "css-tree";
import type { ValueNodes } from "../../../stylesheet/index.ts";
import { fieldOf, properties } from "../properties/index.ts";
import type { Shorthand } from "../property.ts";

interface AnyOrder extends Pick<Shorthand, "name" | "longhands" | "values"> {
  /** The longhand that may have several of the values. */
  readonly several?: string;
}

/** A shorthand of values that tell by themselves which longhand they are of. */
export const anyOrder = ({ several, ...shorthand }: AnyOrder): Shorthand => ({
  ...shorthand,
  expand: (nodes) => sortValues(nodes, shorthand.longhands, several),
});

/** Each value at the first longhand that takes it and has none yet; undefined where one is left over. */
export function sortValues(
  nodes: ValueNodes,
  longhands: readonly string[],
  several?: string,
): Record<string, ValueNodes> | undefined {
  const parts: Record<string, CssNode[]> = {};
  for (const node of nodes) {
    const longhand = longhands.find((each) => (!parts[each] || each === several) && takes(each, node));
    if (longhand === undefined) return undefined;
    parts[longhand] = [...(parts[longhand] ?? []), node];
  }
  return parts;
}

function takes(longhand: string, node: CssNode): boolean {
  const field = fieldOf(longhand);
  return field !== undefined && properties[field].parse([node]) !== undefined;
}
