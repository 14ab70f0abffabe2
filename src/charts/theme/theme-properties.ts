import { generate } from "css-tree";
import {
  absoluteLength,
  absoluteUnits,
  formatHex,
  parseColor,
  parseValue,
  splitAtCommas,
} from "../../stylesheet/index.ts";
import type { ChartTheme } from "./chart-theme.ts";
import { autoPalette } from "./house-palette.ts";
import { rampOf } from "./mix-colors.ts";

/** Properties of a theme whose values are colours, or lists of them. */
export type ColorProperty =
  | "textColor"
  | "mutedColor"
  | "gridColor"
  | "highlightColor"
  | "contextColor"
  | "palette"
  | "ramp"
  | "diverging"
  | "background"
  | "paperColor";

/** The custom property of CSS that says each property of a theme. */
export const cssNames = {
  fontFamily: "--chart-font",
  fontSizePx: "--chart-font-size",
  textColor: "--chart-text",
  mutedColor: "--chart-text-quiet",
  gridColor: "--chart-grid",
  highlightColor: "--chart-highlight",
  contextColor: "--chart-context",
  palette: "--chart-palette",
  ramp: "--chart-ramp",
  diverging: "--chart-diverging",
  background: "--chart-background",
  paperColor: "--paper",
  lineWidthPx: "--chart-line-width",
  paddingPx: "--chart-padding",
  barGap: "--chart-gap",
} as const satisfies Readonly<Record<keyof ChartTheme, string>>;

interface ThemeProperty {
  /** What a value has to be, for a sentence: `a colour`. */
  readonly takes: string;
  /**
   * Reads a value without `var()`; `theme` is what was read before. Undefined where it is none; `{}` where it says that
   * there is nothing.
   */
  readonly read: (value: string, theme: Partial<ChartTheme>) => Partial<ChartTheme> | undefined;
}

/** In the order in which they are read. */
export const themeProperties: ReadonlyMap<keyof ChartTheme, ThemeProperty> = new Map(
  Object.entries({
    paperColor: color("paperColor"),
    background: {
      takes: "a colour, or transparent",
      read: (value) => (/^(transparent|none)$/i.test(value) ? {} : color("background").read(value, {})),
    },
    fontFamily: {
      takes: "a list of font families",
      read: (value) => {
        const fontFamily = readFont(value);
        return fontFamily === undefined ? undefined : { fontFamily };
      },
    },
    fontSizePx: length("fontSizePx", { from: 6, to: 48 }),
    textColor: color("textColor"),
    mutedColor: color("mutedColor"),
    gridColor: color("gridColor"),
    highlightColor: color("highlightColor"),
    contextColor: color("contextColor"),
    palette: {
      takes: "auto, or colours with commas between them",
      read: (value) =>
        value.toLowerCase() === "auto" ? { palette: autoPalette } : colors("palette", 1).read(value, {}),
    },
    ramp: {
      takes: "auto, or two colours or more with commas between them",
      read: (value, { highlightColor }) => {
        if (value.toLowerCase() !== "auto") return colors("ramp", 2).read(value, {});
        return highlightColor === undefined ? {} : { ramp: rampOf(highlightColor) };
      },
    },
    diverging: colors("diverging", 3),
    lineWidthPx: length("lineWidthPx", { from: 0.5, to: 12 }),
    paddingPx: length("paddingPx", { from: 0, to: 96 }),
    barGap: {
      takes: "a number from 0 to 0.9",
      read: (value) => {
        const share = Number(value);
        return value !== "" && share >= 0 && share <= 0.9 ? { barGap: share } : undefined;
      },
    },
  } satisfies Record<keyof ChartTheme, ThemeProperty>),
) as ReadonlyMap<keyof ChartTheme, ThemeProperty>;

function color(property: ColorProperty): ThemeProperty {
  return {
    takes: "a colour: #rrggbb, rgb(), hsl() or a name",
    read: (value) => {
      const read = readColors(value);
      return read?.length === 1 ? { [property]: read[0] } : undefined;
    },
  };
}

function colors(property: ColorProperty, least: number): ThemeProperty {
  return {
    takes: `colours with commas between them, ${least} or more`,
    read: (value) => {
      const read = readColors(value);
      return read && read.length >= least ? { [property]: read } : undefined;
    },
  };
}

function length(
  property: "fontSizePx" | "lineWidthPx" | "paddingPx",
  { from, to }: { readonly from: number; readonly to: number },
): ThemeProperty {
  return {
    takes: `a length from ${from} to ${to} px, in ${absoluteUnits.join(", ")}`,
    read: (value) => {
      const px = readLength(value);
      return px !== undefined && px >= from && px <= to ? { [property]: px } : undefined;
    },
  };
}

/** Colours with commas between them, as hex. Undefined where one is none. */
function readColors(value: string): readonly string[] | undefined {
  const groups = splitAtCommas(parseValue(value)).map((nodes) =>
    nodes.length === 1 ? parseColor(nodes[0]) : undefined,
  );
  const found = groups.flatMap((read) => (read ? [formatHex(read)] : []));
  return found.length === groups.length && groups.length > 0 ? found : undefined;
}

/** A length that depends on no element, in px. */
function readLength(value: string): number | undefined {
  const nodes = parseValue(value);
  const px = nodes.length === 1 ? absoluteLength(nodes[0]) : undefined;
  return px === undefined ? undefined : Math.round(px * 100) / 100;
}

/** A font stack, names in single quotes, as Vega writes them into its SVG. */
function readFont(value: string): string | undefined {
  const families = splitAtCommas(parseValue(value)).map((nodes) => {
    const [first] = nodes;
    if (nodes.length === 1 && first?.type === "String") return `'${first.value.replaceAll("'", "\\'")}'`;
    const isName = nodes.length > 0 && nodes.every(({ type }) => type === "Identifier");
    const name = nodes.map((node) => generate(node)).join(" ");
    return isName ? (nodes.length > 1 ? `'${name}'` : name) : "";
  });
  return families.length > 0 && families.every(Boolean) ? families.join(", ") : undefined;
}
