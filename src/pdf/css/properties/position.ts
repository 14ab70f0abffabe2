import { keywordOf, numberOf, parseLength } from "../../../stylesheet/index.ts";
import type { Property } from "../property.ts";
import { keywordProperty, lengthProperty, type PropertiesOf, same } from "../property-kinds.ts";

const side = (name: string) => lengthProperty(name, { initial: "auto", keywords: same("auto"), negative: true });

/** `rect(…)` with nothing in it, which hides a text from the eye and not from the ear; no other clips anything. */
const clip: Property<"auto" | "empty"> = {
  name: "clip",
  inherited: false,
  initial: "auto",
  values: "auto \\| rect(…)",
  parse(nodes) {
    if (keywordOf(nodes) === "auto") return () => "auto";
    const [shape] = nodes;
    if (nodes.length !== 1 || shape?.type !== "Function" || shape.name.toLowerCase() !== "rect") return undefined;
    const edges = shape.children.toArray().filter(({ type }) => type !== "Operator");
    return (context) => {
      const [top, right, bottom, left] = edges.map((edge) => parseLength(edge)?.(context));
      const isEmpty = (start: number | undefined, end: number | undefined) => end !== undefined && end <= (start ?? 0);
      return isEmpty(top, bottom) || isEmpty(left, right) ? "empty" : "auto";
    };
  },
};

const zIndex: Property<number | "auto"> = {
  name: "z-index",
  inherited: false,
  initial: "auto",
  values: "auto \\| integer",
  parse(nodes) {
    if (keywordOf(nodes) === "auto") return () => "auto";
    const value = numberOf(nodes);
    return value !== undefined && Number.isInteger(value) ? () => value : undefined;
  },
};

/** Boxes moved, or out of the flow (CSS Positioned Layout 3). Nothing scrolls: `sticky` is `relative` without its sides. */
export const positionProperties: PropertiesOf<"position" | "top" | "right" | "bottom" | "left" | "zIndex" | "clip"> = {
  position: keywordProperty("position", {
    initial: "static",
    keywords: same("static", "relative", "absolute", "fixed", "sticky"),
  }),
  top: side("top"),
  right: side("right"),
  bottom: side("bottom"),
  left: side("left"),
  zIndex,
  clip,
};
