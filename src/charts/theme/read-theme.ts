import {
  createDiagnostics,
  type Diagnostic,
  type Diagnostics,
  didYouMean,
  type SourceLocation,
} from "../../diagnostics/index.ts";
import type { FontSet } from "../../fonts/index.ts";
import { type Stylesheet, substituteVariables } from "../../stylesheet/index.ts";
import { isObject, type JsonObject } from "../json.ts";
import { readColorCodings } from "../spec/color-codings.ts";
import { fontQuery } from "../vega/text-metrics.ts";
import { type ChartTheme, completeTheme } from "./chart-theme.ts";
import { checkTheme } from "./check-theme.ts";
import { withScalesOfPaper } from "./dark-scales.ts";
import { fillPalettes } from "./house-palette.ts";
import { cascade, type RootProperty, readRootProperties } from "./root-properties.ts";
import { cssNames, themeProperties } from "./theme-properties.ts";

export interface ReadThemesOptions {
  /** In the order of the cascade. */
  readonly stylesheets: readonly Stylesheet[];
  /** Said by the author, property by property: stands before the stylesheets. */
  readonly theme?: Partial<ChartTheme> | undefined;
  /** What measures and draws the texts. */
  readonly fonts: FontSet;
  /** The charts that are drawn; a palette that none of them uses is not looked at. Absent: any may come. */
  readonly specs?: readonly object[];
}

/** How the charts of a page look. */
export interface ChartThemes {
  readonly light: ChartTheme;
  /** For readers who want dark pages; absent where the stylesheets have nothing for them, or the author chose colours. */
  readonly dark?: ChartTheme;
  /** On paper; absent where that is as on light screens. */
  readonly print?: ChartTheme;
}

export interface ReadThemes {
  readonly themes: ChartThemes;
  /** Warnings: values that are none, colours that some cannot see, a font that is not there. */
  readonly diagnostics: readonly Diagnostic[];
  /** Warnings about the dark scheme, which only pages have. */
  readonly darkDiagnostics: readonly Diagnostic[];
}

/**
 * The theme that stylesheets give to charts: the custom properties `--chart-…` of `:root`, `var()` resolved, and those of
 * `@media (prefers-color-scheme: dark)`, `@media screen` and `@media print`. What they do not say is `defaultTheme`'s.
 */
export function readThemes({ stylesheets, theme = {}, fonts, specs }: ReadThemesOptions): ReadThemes {
  const properties = readRootProperties(stylesheets);
  const diagnostics = createDiagnostics();
  const darkDiagnostics = createDiagnostics();
  reportUnread(properties, diagnostics);

  const light = readScheme(cascade(properties, "light"), theme, diagnostics);
  checkFont(light, fonts, diagnostics);
  // What is wrong with a value of both schemes is told once.
  const ofDark = createDiagnostics();
  const dark = readScheme(cascade(properties, "dark"), theme, ofDark);
  const told = new Set(diagnostics.all.map(({ message }) => message));
  const isDark = !choosesColors(theme) && JSON.stringify(dark.theme) !== JSON.stringify(light.theme);
  const [lightTheme, filled] = fillPalettes(light.theme, isDark ? dark.theme : undefined);
  const darkTheme = filled && withScalesOfPaper(filled, lightTheme);

  // Of what holds on both, faults are told already.
  const onPaper = createDiagnostics();
  const paper = readScheme(cascade(properties, "print"), theme, onPaper);
  const [printTheme] = fillPalettes(paper.theme, undefined);
  const isApart = JSON.stringify(paper.theme) !== JSON.stringify(light.theme);
  diagnostics.add(onPaper.all.filter(({ message }) => !told.has(message)));
  const print = isApart ? { print: printTheme } : {};

  const palette = !specs || specs.some((spec) => isObject(spec) && usesPalette(spec));
  diagnostics.add(checkTheme(lightTheme, { sources: light.sources, palette }));
  if (isApart) diagnostics.add(onlyOf(checkTheme(printTheme, { sources: paper.sources, palette }), diagnostics.all));
  if (!darkTheme) return { themes: { light: lightTheme, ...print }, diagnostics: diagnostics.all, darkDiagnostics: [] };

  darkDiagnostics.add(ofDark.all.filter(({ message }) => !told.has(message)));
  const complete = withWholePalette(lightTheme, { ...dark, theme: darkTheme }, darkDiagnostics);
  darkDiagnostics.add(checkTheme(complete, { scheme: "dark", sources: dark.sources, palette }));
  return {
    themes: { light: lightTheme, dark: complete, ...print },
    diagnostics: diagnostics.all,
    darkDiagnostics: darkDiagnostics.all,
  };
}

interface SchemeTheme {
  readonly theme: ChartTheme;
  readonly sources: ReadonlyMap<keyof ChartTheme, SourceLocation>;
}

function readScheme(
  properties: ReadonlyMap<string, RootProperty>,
  own: Partial<ChartTheme>,
  diagnostics: Diagnostics,
): SchemeTheme {
  const values = new Map([...properties].map(([name, { value }]) => [name, value]));
  const sources = new Map<keyof ChartTheme, SourceLocation>();
  let theme: Partial<ChartTheme> = own;
  for (const [name, { takes, read }] of themeProperties) {
    const declared = properties.get(cssNames[name]);
    if (!declared || name in own) continue;
    const origin = originOf(declared, properties);
    sources.set(name, origin.source);
    const value = substituteVariables(declared.value, values)?.trim();
    const found = value === undefined ? undefined : read(value, theme);
    if (found) theme = { ...theme, ...found };
    else {
      const shown = value === undefined ? `${declared.value}, which names a property that is not declared` : value;
      diagnostics.warn({
        code: "chart-theme-value",
        message: `${declared.name} is ${shown}; the charts keep their own.`,
        hint: `It takes ${takes}.`,
        source: { ...origin.source, field: declared.name },
      });
    }
  }
  return { theme: completeTheme(theme), sources };
}

/** Where a value was written: `var(--brand)` is said where --brand is declared. A circle is said where it is entered. */
function originOf(property: RootProperty, properties: ReadonlyMap<string, RootProperty>): RootProperty {
  const seen = new Set([property]);
  let origin = property;
  for (;;) {
    const name = /^var\(\s*(--[\w-]+)\s*\)$/.exec(origin.value)?.[1];
    const next = name === undefined ? undefined : properties.get(name);
    if (!next) return origin;
    if (seen.has(next)) return property;
    seen.add(next);
    origin = next;
  }
}

/** A category keeps its place in the palette, so that both schemes need as many colours. */
function withWholePalette(light: ChartTheme, { theme, sources }: SchemeTheme, diagnostics: Diagnostics): ChartTheme {
  const missing = light.palette.slice(theme.palette.length);
  if (missing.length === 0) return theme;
  const source = { ...sources.get("palette"), field: cssNames.palette };
  const message = `--chart-palette has ${theme.palette.length} colours in the dark scheme and ${light.palette.length} in the light one.`;
  diagnostics.warn({ code: "chart-theme-value", message, hint: "Give both as many.", source });
  return { ...theme, palette: [...theme.palette, ...missing] };
}

const usesPalette = (spec: JsonObject): boolean => readColorCodings(spec).some((coding) => coding.usesPalette);

const choosesColors = (theme: Partial<ChartTheme>): boolean =>
  Object.keys(theme).some((name) => /Color$|^(palette|ramp|diverging|background)$/.test(name));

/** Those whose message is not told yet. */
function onlyOf(found: readonly Diagnostic[], told: readonly Diagnostic[]): readonly Diagnostic[] {
  const messages = new Set(told.map(({ message }) => message));
  return found.filter(({ message }) => !messages.has(message));
}

function reportUnread(properties: readonly RootProperty[], diagnostics: Diagnostics): void {
  const known: readonly string[] = Object.values(cssNames);
  for (const { name, scope, source } of properties) {
    if (!name.startsWith("--chart-")) continue;
    if (!known.includes(name)) {
      diagnostics.warn({
        code: "chart-theme-property",
        message: `Charts have no property ${name}.`,
        hint: didYouMean(name, known),
        source: { ...source, field: name },
      });
    } else if (scope === "elsewhere") {
      diagnostics.warn({
        code: "chart-theme-property",
        message: `${name} is set where charts do not read it: they are drawn once for every reader.`,
        hint: "Set it in a rule of :root, outside of at-rules or in @media screen, print or (prefers-color-scheme: dark).",
        source: { ...source, field: name },
      });
    }
  }
}

/** Where the first family is not in the set, texts have other widths on the reader's machine than they were laid out with. */
function checkFont({ theme: { fontFamily }, sources }: SchemeTheme, fonts: FontSet, diagnostics: Diagnostics): void {
  const query = fontQuery({ font: fontFamily });
  const [first = ""] = query.families;
  const { family } = fonts.match(query);
  if (family.toLowerCase() === first.toLowerCase()) return;
  diagnostics.warn({
    code: "chart-font",
    message: `The charts ask for the font "${first}", which the font set does not have; their texts are measured with "${family}".`,
    hint: `Give a font file of "${first}" in fonts, or name "${family}" first in --chart-font.`,
    source: { ...sources.get("fontFamily"), field: cssNames.fontFamily },
  });
}
