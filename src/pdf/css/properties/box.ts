import type { CssNode } from "css-tree";
import {
  black,
  type Color,
  keywordOf,
  type LengthPercentage,
  numberOf,
  parseLengthPercentage,
} from "../../../stylesheet/index.ts";
import { colorValue } from "../color-value.ts";
import type { AspectRatio, BorderStyle, Display } from "../computed-style.ts";
import { type CornerRadius, squareCorner } from "../corner-radius.ts";
import { parsePosition } from "../css-position.ts";
import type { PropertyRecord, PropertyRecords } from "../property.ts";
import { keywordProperty, lengthProperty, parseShare, plainLength, same } from "../property-kinds.ts";

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
const display: PropertyRecord<Display> = {
  ...keywordProperty({ initial: "inline", keywords: displays }),
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

const margin = lengthProperty({ initial: 0, keywords: same("auto"), negative: true });
const padding = lengthProperty<never>({ initial: 0 });

const radius: PropertyRecord<CornerRadius> = {
  initial: squareCorner,
  values: "one or two of length \\| percentage",
  parse(nodes) {
    const [across, down = across] = nodes.map((node) => parseLengthPercentage(node));
    if (!across || !down || nodes.length > 2) return undefined;
    const positive = (value: LengthPercentage) => (typeof value === "number" ? Math.max(0, value) : value);
    return (context) => ({ across: positive(across(context)), down: positive(down(context)) });
  },
};

const namedWidths: Readonly<Record<string, number>> = { thin: 0.75, medium: 2.25, thick: 3.75 };

/** The computed width is 0 where the style is none (CSS Backgrounds 3, 4.3): layout asks `borderWidth`, not this. */
export const borderWidth: PropertyRecord<number> = {
  initial: 2.25,
  values: "length \\| thin \\| medium \\| thick",
  parse(nodes) {
    const named = namedWidths[keywordOf(nodes) ?? ""];
    return named === undefined ? plainLength(nodes) : () => named;
  },
};

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

export const borderStyle: PropertyRecord<BorderStyle> = keywordProperty({
  initial: "none",
  keywords: same(...lineStyles),
});

export const colorProperty = (initial: Color | "currentcolor"): PropertyRecord<Color> => ({
  initial: initial === "currentcolor" ? black : initial,
  computeInitial: initial === "currentcolor" ? ({ color }) => color : undefined,
  values: "color",
  parse(nodes) {
    return nodes.length === 1 ? colorValue(nodes[0]) : undefined;
  },
});

/** A colour that stays `currentcolor` until it is used. */
export const ownColor = (initial: Color | "currentcolor"): PropertyRecord<Color | "currentcolor"> => ({
  initial,
  values: "color",
  parse(nodes) {
    if (keywordOf(nodes) === "currentcolor") return () => "currentcolor";
    return nodes.length === 1 ? colorValue(nodes[0]) : undefined;
  },
});

/** CSS Sizing 4, 5.1. */
const aspectRatio: PropertyRecord<AspectRatio> = {
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

export const boxProperties = {
  aspectRatio,
  objectFit: keywordProperty({
    initial: "fill",
    keywords: same("fill", "contain", "cover", "none", "scale-down"),
  }),
  objectPosition: {
    initial: { x: { percent: 50, plus: 0 }, y: { percent: 50, plus: 0 } },
    values: "one to four of left \\| right \\| top \\| bottom \\| center \\| length \\| percentage",
    parse: parsePosition,
  },
  display,
  visibility: keywordProperty({
    inherited: true,
    initial: "visible",
    keywords: same("visible", "hidden"),
  }),
  boxSizing: keywordProperty({ initial: "content-box", keywords: same("content-box", "border-box") }),
  width: lengthProperty({ initial: "auto", keywords: { auto: "auto", stretch: "auto", ...intrinsicSizes } }),
  minWidth: lengthProperty({ initial: "auto", keywords: { auto: "auto", ...intrinsicSizes } }),
  maxWidth: lengthProperty({ initial: "none", keywords: { none: "none", ...intrinsicSizes } }),
  // The height that the content says is that of `auto` (CSS Sizing 3, 5.1).
  height: lengthProperty({ initial: "auto", keywords: { auto: "auto", ...contentHeights("auto") } }),
  minHeight: lengthProperty({ initial: "auto", keywords: { auto: "auto", ...contentHeights("auto") } }),
  maxHeight: lengthProperty({ initial: "none", keywords: { none: "none", ...contentHeights("none") } }),
  marginTop: margin,
  marginRight: margin,
  marginBottom: margin,
  marginLeft: margin,
  paddingTop: padding,
  paddingRight: padding,
  paddingBottom: padding,
  paddingLeft: padding,
  borderTopWidth: borderWidth,
  borderRightWidth: borderWidth,
  borderBottomWidth: borderWidth,
  borderLeftWidth: borderWidth,
  borderTopStyle: borderStyle,
  borderRightStyle: borderStyle,
  borderBottomStyle: borderStyle,
  borderLeftStyle: borderStyle,
  borderTopColor: colorProperty("currentcolor"),
  borderRightColor: colorProperty("currentcolor"),
  borderBottomColor: colorProperty("currentcolor"),
  borderLeftColor: colorProperty("currentcolor"),
  borderTopLeftRadius: radius,
  borderTopRightRadius: radius,
  borderBottomRightRadius: radius,
  borderBottomLeftRadius: radius,
  // It makes each colour inside more transparent, rather than the whole of them together.
  opacity: {
    inherited: true,
    initial: 1,
    values: "number \\| percentage",
    parse(nodes) {
      const value = parseShare(nodes);
      return value === undefined ? undefined : ({ parent }) => parent.opacity * value;
    },
  },
} satisfies PropertyRecords;
