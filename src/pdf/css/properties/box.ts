import type { CssNode } from "css-tree";
import {
  black,
  type Color,
  keywordOf,
  type LengthPercentage,
  numberOf,
  parseColor,
  parseLengthPercentage,
} from "../../../stylesheet/index.ts";
import type { AspectRatio, BorderStyle, Display } from "../computed-style.ts";
import { type CornerRadius, squareCorner } from "../corner-radius.ts";
import { parsePosition } from "../css-position.ts";
import type { Property } from "../property.ts";
import { keywordProperty, lengthProperty, type PropertiesOf, plainLength, same } from "../property-kinds.ts";

const displays: Readonly<Record<string, Display>> = {
  ...same(
    "block",
    "inline",
    "inline-block",
    "inline-flex",
    "inline-grid",
    "inline-table",
    "list-item",
    "flow-root",
    "flex",
    "grid",
    "table",
    "table-caption",
    "table-column",
    "table-column-group",
    "table-header-group",
    "table-row-group",
    "table-footer-group",
    "table-row",
    "table-cell",
    "contents",
    "none",
  ),
};

/** Two words or three for the outside, the inside and the marker of a box (CSS Display 3, 2). */
const display: Property<Display> = {
  ...keywordProperty("display", { initial: "inline", keywords: displays }),
  parse(nodes) {
    const words = nodes.flatMap((node) => (node.type === "Identifier" ? [node.name.toLowerCase()] : []));
    if (words.length !== nodes.length || new Set(words).size !== words.length) return undefined;
    const value = words.length === 1 && words[0] !== "flow" ? displays[words[0] as string] : displayOf(words);
    return value && (() => value);
  },
};

function displayOf(words: readonly string[]): Display | undefined {
  const only = (known: readonly string[]) => words.filter((word) => known.includes(word));
  const [outside, ...moreOutside] = only(["block", "inline"]);
  const [inside = "flow", ...moreInside] = only(["flow", "flow-root", "table", "flex", "grid"]);
  const isItem = words.includes("list-item");
  const isOther = words.length !== (outside ? 1 : 0) + only([inside]).length + (isItem ? 1 : 0);
  if (moreOutside.length > 0 || moreInside.length > 0 || isOther) return undefined;
  const isInline = outside === "inline";
  if (isItem) {
    if (inside === "flow") return isInline ? "inline-list-item" : "list-item";
    return inside === "flow-root" ? (isInline ? "inline-block-list-item" : "flow-root-list-item") : undefined;
  }
  if (inside === "flow") return isInline ? "inline" : "block";
  if (inside === "flow-root") return isInline ? "inline-block" : "flow-root";
  return displays[isInline ? `inline-${inside}` : inside];
}

const intrinsicSizes = {
  ...same("min-content", "max-content", "fit-content"),
  "-webkit-fit-content": "fit-content",
  "-moz-fit-content": "fit-content",
  "-webkit-max-content": "max-content",
  "-webkit-min-content": "min-content",
} as const;

const contentHeights = <const T>(value: T) =>
  ({ "min-content": value, "max-content": value, "fit-content": value }) as const;

const margin = (name: string) => lengthProperty(name, { initial: 0, keywords: same("auto"), negative: true });
const padding = (name: string) => lengthProperty<never>(name, { initial: 0 });

const radius = (name: string): Property<CornerRadius> => ({
  name,
  inherited: false,
  initial: squareCorner,
  values: "one or two of length \\| percentage",
  parse(nodes) {
    const [across, down = across] = nodes.map((node) => parseLengthPercentage(node));
    if (!across || !down || nodes.length > 2) return undefined;
    const positive = (value: LengthPercentage) => (typeof value === "number" ? Math.max(0, value) : value);
    return (context) => ({ across: positive(across(context)), down: positive(down(context)) });
  },
});

const namedWidths: Readonly<Record<string, number>> = { thin: 0.75, medium: 2.25, thick: 3.75 };

/** The computed width is 0 where the style is none (CSS Backgrounds 3, 4.3): layout asks `borderWidth`, not this. */
export const borderWidth = (name: string): Property<number> => ({
  name,
  inherited: false,
  initial: 2.25,
  values: "length \\| thin \\| medium \\| thick",
  parse(nodes) {
    const named = namedWidths[keywordOf(nodes) ?? ""];
    return named === undefined ? plainLength(nodes) : () => named;
  },
});

const lineStyles = [
  "none",
  "hidden",
  "solid",
  "dashed",
  "dotted",
  "double",
  "groove",
  "ridge",
  "inset",
  "outset",
] as const;
export const borderStyles: readonly string[] = lineStyles;

export const borderStyle = (name: string): Property<BorderStyle> =>
  keywordProperty(name, { initial: "none", keywords: same(...lineStyles) });

export const colorProperty = (name: string, initial: Color | "currentcolor"): Property<Color> => ({
  name,
  inherited: false,
  initial: initial === "currentcolor" ? black : initial,
  computeInitial: initial === "currentcolor" ? ({ color }) => color : undefined,
  values: "color",
  parse(nodes) {
    if (keywordOf(nodes) === "currentcolor") return ({ color }) => color;
    const color = nodes.length === 1 ? parseColor(nodes[0]) : undefined;
    return color && (() => color);
  },
});

/** CSS Sizing 4, 5.1. */
const aspectRatio: Property<AspectRatio> = {
  name: "aspect-ratio",
  inherited: false,
  initial: "auto",
  values: "auto \\| number \\| number / number",
  parse(nodes) {
    const isAuto = (node: CssNode) => node.type === "Identifier" && node.name.toLowerCase() === "auto";
    const hasOwn = nodes.some(isAuto);
    const rest = nodes.filter((node) => !isAuto(node));
    if (rest.length === 0) return nodes.length === 1 ? () => "auto" : undefined;
    const [width, slash, height, ...others] = rest;
    if (others.length > 0 || (slash && !(slash.type === "Operator" && slash.value.trim() === "/"))) return undefined;
    const [across, down] = [numberOf(width ? [width] : []), height ? numberOf([height]) : slash ? undefined : 1];
    if (across === undefined || down === undefined || across < 0 || down < 0) return undefined;
    // A side of nothing says nothing.
    return across === 0 || down === 0 ? () => "auto" : () => ({ ratio: across / down, hasOwn });
  },
};

export const boxProperties: PropertiesOf<
  | "display"
  | "visibility"
  | "boxSizing"
  | "width"
  | "minWidth"
  | "maxWidth"
  | "height"
  | "minHeight"
  | "maxHeight"
  | "marginTop"
  | "marginRight"
  | "marginBottom"
  | "marginLeft"
  | "paddingTop"
  | "paddingRight"
  | "paddingBottom"
  | "paddingLeft"
  | "borderTopWidth"
  | "borderRightWidth"
  | "borderBottomWidth"
  | "borderLeftWidth"
  | "borderTopStyle"
  | "borderRightStyle"
  | "borderBottomStyle"
  | "borderLeftStyle"
  | "borderTopColor"
  | "borderRightColor"
  | "borderBottomColor"
  | "borderLeftColor"
  | "borderTopLeftRadius"
  | "borderTopRightRadius"
  | "borderBottomRightRadius"
  | "borderBottomLeftRadius"
  | "opacity"
  | "aspectRatio"
  | "objectFit"
  | "objectPosition"
> = {
  aspectRatio,
  objectFit: keywordProperty("object-fit", {
    initial: "fill",
    keywords: same("fill", "contain", "cover", "none", "scale-down"),
  }),
  objectPosition: {
    name: "object-position",
    inherited: false,
    initial: { x: { percent: 50, plus: 0 }, y: { percent: 50, plus: 0 } },
    values: "one to four of left \\| right \\| top \\| bottom \\| center \\| length \\| percentage",
    parse: parsePosition,
  },
  display,
  visibility: keywordProperty("visibility", {
    inherited: true,
    initial: "visible",
    keywords: same("visible", "hidden"),
  }),
  boxSizing: keywordProperty("box-sizing", { initial: "content-box", keywords: same("content-box", "border-box") }),
  width: lengthProperty("width", { initial: "auto", keywords: { auto: "auto", stretch: "auto", ...intrinsicSizes } }),
  minWidth: lengthProperty("min-width", { initial: "auto", keywords: { auto: "auto", ...intrinsicSizes } }),
  maxWidth: lengthProperty("max-width", { initial: "none", keywords: { none: "none", ...intrinsicSizes } }),
  // The height that the content says is that of `auto` (CSS Sizing 3, 5.1).
  height: lengthProperty("height", { initial: "auto", keywords: { auto: "auto", ...contentHeights("auto") } }),
  minHeight: lengthProperty("min-height", { initial: "auto", keywords: { auto: "auto", ...contentHeights("auto") } }),
  maxHeight: lengthProperty("max-height", { initial: "none", keywords: { none: "none", ...contentHeights("none") } }),
  marginTop: margin("margin-top"),
  marginRight: margin("margin-right"),
  marginBottom: margin("margin-bottom"),
  marginLeft: margin("margin-left"),
  paddingTop: padding("padding-top"),
  paddingRight: padding("padding-right"),
  paddingBottom: padding("padding-bottom"),
  paddingLeft: padding("padding-left"),
  borderTopWidth: borderWidth("border-top-width"),
  borderRightWidth: borderWidth("border-right-width"),
  borderBottomWidth: borderWidth("border-bottom-width"),
  borderLeftWidth: borderWidth("border-left-width"),
  borderTopStyle: borderStyle("border-top-style"),
  borderRightStyle: borderStyle("border-right-style"),
  borderBottomStyle: borderStyle("border-bottom-style"),
  borderLeftStyle: borderStyle("border-left-style"),
  borderTopColor: colorProperty("border-top-color", "currentcolor"),
  borderRightColor: colorProperty("border-right-color", "currentcolor"),
  borderBottomColor: colorProperty("border-bottom-color", "currentcolor"),
  borderLeftColor: colorProperty("border-left-color", "currentcolor"),
  borderTopLeftRadius: radius("border-top-left-radius"),
  borderTopRightRadius: radius("border-top-right-radius"),
  borderBottomRightRadius: radius("border-bottom-right-radius"),
  borderBottomLeftRadius: radius("border-bottom-left-radius"),
  // It makes each colour inside more transparent, rather than the whole of them together.
  opacity: {
    name: "opacity",
    inherited: true,
    initial: 1,
    values: "number \\| percentage",
    parse(nodes) {
      const [node] = nodes;
      const value = node?.type === "Percentage" ? Number(node.value) / 100 : numberOf(nodes);
      if (value === undefined || nodes.length !== 1) return undefined;
      return ({ parent }) => parent.opacity * Math.min(1, Math.max(0, value));
    },
  },
};
