import { parse } from "css-tree";
import { type Color, parseColor } from "../../css-values/index.ts";

/** A colour as a theme writes it, read; undefined where it is none. */
export function readColor(text: string): Color | undefined {
  const value = parse(text, { context: "value", onParseError: () => undefined });
  const parts = value.type === "Value" ? value.children.toArray() : [];
  return parts.length === 1 ? parseColor(parts[0]) : undefined;
}

/** As `#rrggbb`, with two digits more where it is not opaque. */
export function toHex({ red, green, blue, alpha }: Color): string {
  const channels = alpha < 1 ? [red, green, blue, alpha] : [red, green, blue];
  return `#${channels
    .map((channel) =>
      Math.round(channel * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}
