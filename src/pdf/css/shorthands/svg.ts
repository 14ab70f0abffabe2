import type { Shorthand } from "../property.ts";

/** SVG 2, 13.7.2. */
export const marker: Shorthand = {
  name: "marker",
  longhands: ["marker-start", "marker-mid", "marker-end"],
  values: "none \\| `url(#…)`",
  expand: (nodes) =>
    nodes.length === 1 ? { "marker-start": nodes, "marker-mid": nodes, "marker-end": nodes } : undefined,
};
