import {
  createDiagnostics,
  type Diagnostic,
  type DiagnosticCode,
  type Diagnostics,
  type SourceLocation,
} from "../../diagnostics/index.ts";
import { type Color, contrast, formatHex, over, readColor, white } from "../../stylesheet/index.ts";
import type { ChartTheme } from "./chart-theme.ts";
import { leastDistance, lightness } from "./color-vision.ts";
import { paletteDistance } from "./house-palette.ts";
import { classesOf } from "./mix-colors.ts";
import { type ColorProperty, cssNames } from "./theme-properties.ts";

/** WCAG 2.2, 1.4.3, of texts. */
const textContrast = 4.5;
/** WCAG 2.2, 1.4.11, of what a reader must see to understand a picture; and of what stands out against its neighbour. */
const shapeContrast = 3;
/** CIELAB L*: what stands out does so in grey too, if its contrast is less than 3:1. */
const lightnessDistance = 15;
/** CIELAB: enough for classes, which stand in order and side by side in the legend. */
const classDistance = 6;
/** How many classes an ordinal scale may have. */
const classCounts = [3, 4, 5, 6, 7];

/** What of a theme `checkTheme` looks at. */
export interface CheckThemeOptions {
  /** For which readers the theme is. */
  readonly scheme?: "light" | "dark";
  /** Whether charts take colours from the palette; false: it is not looked at. Default true. */
  readonly palette?: boolean;
  /** Where each property was said, for the warnings. */
  readonly sources?: ReadonlyMap<keyof ChartTheme, SourceLocation>;
}

/**
 * Warns of colours that some readers cannot see or tell apart: `chart-contrast` (texts 4.5:1 and shapes 3:1 against what
 * is behind them, a highlight as light as its context), `chart-palette` (two colours of the palette, or two
 * neighbouring classes of the ramp, that look alike to an eye without one kind of cone), `chart-theme-value` (no colour).
 */
export function checkTheme(theme: ChartTheme, options: CheckThemeOptions = {}): readonly Diagnostic[] {
  const diagnostics = createDiagnostics();
  const check = createCheck(theme, options, diagnostics);
  check.againstPaper("textColor", textContrast);
  check.againstPaper("mutedColor", textContrast);
  check.againstPaper("highlightColor", shapeContrast);
  check.againstPaper("contextColor", shapeContrast);
  check.emphasis();
  if (options.palette ?? true) {
    check.againstPaper("palette", shapeContrast);
    check.palette();
  }
  check.ramp();
  check.diverging();
  return diagnostics.all;
}

function createCheck(theme: ChartTheme, { scheme, sources }: CheckThemeOptions, diagnostics: Diagnostics) {
  const inScheme = scheme === "dark" ? " in the dark scheme" : "";
  const warn = (code: DiagnosticCode, property: ColorProperty, message: string, hint: string) =>
    diagnostics.warn({ code, message, hint, source: { ...sources?.get(property), field: cssNames[property] } });

  const told = new Set<string>();
  const colorsOf = (property: ColorProperty): readonly Color[] =>
    [theme[property] ?? []].flat().flatMap((text) => {
      const color = readColor(text);
      if (color) return [color];
      const message = `"${text}" is no colour that a chart can be drawn with.`;
      if (!told.has(text))
        warn("chart-theme-value", property, message, "Write #rrggbb, rgb(), hsl() or a name of CSS.");
      told.add(text);
      return [];
    });

  const page = readColor(theme.paperColor) ?? white;
  const own = theme.background === undefined ? undefined : readColor(theme.background);
  const paper = own ? over(own, page) : page;
  const tone = contrast(paper, white) < 4 ? "darker" : "lighter";
  const shown = (property: ColorProperty) => colorsOf(property).map((color) => over(color, paper));
  const setIt = (property: ColorProperty) =>
    scheme === "dark"
      ? `Set ${cssNames[property]} in @media screen and (prefers-color-scheme: dark) { :root { … } }.`
      : `Set ${cssNames[property]} in :root, or chartTheme's ${property}.`;

  return {
    againstPaper(property: ColorProperty, least: number) {
      const weak = shown(property).filter((color) => contrast(color, paper) < least);
      if (weak.length === 0) return;
      const told = weak.map((color) => `${formatHex(color)} (${shownRatio(contrast(color, paper))})`);
      warn(
        "chart-contrast",
        property,
        `Too little contrast in charts against ${formatHex(paper)}${inScheme}: ${told.join(", ")}; readers need ${least}:1.`,
        `Take ${tone} colours. ${setIt(property)}`,
      );
    },

    emphasis() {
      const [highlight] = shown("highlightColor");
      const [context] = shown("contextColor");
      if (!highlight || !context) return;
      const apart = Math.abs(lightness(highlight) - lightness(context));
      if (contrast(highlight, context) >= shapeContrast || apart >= lightnessDistance) return;
      warn(
        "chart-contrast",
        "contextColor",
        `What stands out (${formatHex(highlight)}) and what it is compared with (${formatHex(context)}) are almost as light as each other${inScheme}: ${apart.toFixed(0)} apart (CIELAB L*) where ${lightnessDistance} are needed; hue alone tells them apart.`,
        `Make one of them lighter or darker. ${setIt("contextColor")}`,
      );
    },

    palette() {
      const colors = shown("palette");
      const alike = colors.flatMap((color, index) =>
        colors.slice(index + 1).flatMap((other) => {
          const { distance, eye } = leastDistance(color, other);
          const pair = `${formatHex(color)} and ${formatHex(other)} (${distance.toFixed(0)}, ${eye})`;
          return distance < paletteDistance ? [pair] : [];
        }),
      );
      if (alike.length === 0) return;
      warn(
        "chart-palette",
        "palette",
        `Colours of the palette look alike to some readers${inScheme}: ${alike.join(", ")}, where ${paletteDistance} apart (CIELAB) is needed.`,
        `Make one of each pair lighter or darker, or leave it out. ${setIt("palette")}`,
      );
    },

    ramp() {
      const colors = shown("ramp");
      if (colors.length < 2) {
        warn("chart-theme-value", "ramp", "The ramp has fewer than two colours.", setIt("ramp"));
        return;
      }
      for (const count of classCounts) {
        const classes = classesOf(colors, count);
        if (strongest(classes) < shapeContrast) {
          const message = `No end of the ramp has a contrast of 3:1 against ${formatHex(paper)}: its highest class cannot be seen.`;
          warn("chart-contrast", "ramp", message, `Begin or end it with a ${tone} colour. ${setIt("ramp")}`);
          return;
        }
        const alike = nearest(classes);
        if (alike >= classDistance) continue;
        const message = `Two neighbours of the ramp look alike in ${count} classes: ${alike.toFixed(0)} apart (CIELAB) where ${classDistance} are needed.`;
        warn("chart-palette", "ramp", message, `Let it go from lighter to darker. ${setIt("ramp")}`);
        return;
      }
    },

    diverging() {
      const colors = shown("diverging");
      const [first, last] = [colors.at(0), colors.at(-1)];
      if (colors.length < 3 || !first || !last) {
        warn("chart-theme-value", "diverging", "The diverging scale has fewer than three colours.", setIt("diverging"));
        return;
      }
      for (const end of [first, last].filter((color) => contrast(color, paper) < shapeContrast)) {
        const message = `The end ${formatHex(end)} of the diverging scale has a contrast of less than 3:1 against ${formatHex(paper)}.`;
        warn("chart-contrast", "diverging", message, `Take a ${tone} colour. ${setIt("diverging")}`);
      }
      // The colours on the two sides of the middle, at the same distance from it.
      const half = Math.floor(colors.length / 2);
      for (let index = 0; index < half; index += 1) {
        const [left, right] = [colors[index] as Color, colors[colors.length - 1 - index] as Color];
        const { distance, eye } = leastDistance(left, right);
        if (distance >= paletteDistance) continue;
        const message = `The colours ${formatHex(left)} and ${formatHex(right)} on the two sides of the diverging scale look alike with ${eye}.`;
        warn("chart-palette", "diverging", message, `Blue against orange is safe. ${setIt("diverging")}`);
      }
    },
  };

  function strongest(classes: readonly Color[]): number {
    return Math.max(...[classes[0], classes.at(-1)].map((color) => contrast(color ?? paper, paper)));
  }
}

const nearest = (classes: readonly Color[]): number =>
  Math.min(...classes.slice(1).map((color, index) => leastDistance(color, classes[index] as Color).distance));

/** Rounded down: 4.46 is not 4.5. */
const shownRatio = (ratio: number) => `${Math.floor(ratio * 10) / 10}:1`;
