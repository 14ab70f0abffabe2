import { type Atrule, generate } from "css-tree";
import type { SourceLocation } from "../../diagnostics/index.ts";
import { locationOf, parseStylesheet, type Stylesheet } from "../../stylesheet/index.ts";

/** A custom property as a stylesheet declares it. */
export interface RootProperty {
  readonly name: string;
  /** Its value, as written. */
  readonly value: string;
  readonly source: SourceLocation;
  readonly important: boolean;
  /**
   * `all`: in a rule of `:root` outside of at-rules. `dark`: in one within `@media (prefers-color-scheme: dark)`, `print` and `screen` in one
   * within `@media` of that name. `elsewhere`: for other elements, or under other conditions.
   */
  readonly scope: "all" | "dark" | "print" | "screen" | "elsewhere";
}

/** Every custom property that the stylesheets declare, in the order of the cascade but for `!important`. */
export function readRootProperties(stylesheets: readonly Stylesheet[]): readonly RootProperty[] {
  return stylesheets.flatMap((sheet) =>
    parseStylesheet(sheet).rules.flatMap((rule) => {
      if (rule.kind !== "style") return [];
      const isRoot = rule.selectors.some(({ full }) => generate(full) === ":root");
      const scope = isRoot ? rule.atRules.reduce(scopeIn, "all") : "elsewhere";
      return rule.declarations.flatMap((declaration): RootProperty[] => {
        if (!declaration.property.startsWith("--")) return [];
        const value = generate(declaration.value)
          .replaceAll(/\/\*[\s\S]*?\*\//g, " ")
          .trim();
        const source = locationOf(declaration, sheet.file);
        return [{ name: declaration.property, value, source, important: declaration.important !== false, scope }];
      });
    }),
  );
}

const darkQuery = /^(?:(?:only )?(?:screen|all) and ?)?\(prefers-color-scheme: ?dark\)$/i;

function scopeIn(scope: RootProperty["scope"], { name, prelude }: Atrule): RootProperty["scope"] {
  if (name.toLowerCase() !== "media" || scope !== "all" || !prelude) return "elsewhere";
  const query = generate(prelude).trim();
  if (/^all$/i.test(query)) return "all";
  const medium = /^(print|screen)$/i.exec(query)?.[1]?.toLowerCase();
  if (medium === "print" || medium === "screen") return medium;
  return darkQuery.test(query) ? "dark" : "elsewhere";
}

/** Where charts are shown: on screens in one of two schemes, or on paper. */
export type ChartMedium = "light" | "dark" | "print";

const scopesOf: Readonly<Record<ChartMedium, ReadonlySet<RootProperty["scope"]>>> = {
  light: new Set(["all", "screen"]),
  dark: new Set(["all", "screen", "dark"]),
  print: new Set(["all", "print"]),
};

/** The values that hold in a medium, by name: the last of those declared, `!important` ones after all others. */
export function cascade(properties: readonly RootProperty[], medium: ChartMedium): ReadonlyMap<string, RootProperty> {
  const holding = properties.filter(({ scope }) => scopesOf[medium].has(scope));
  const ordered = [...holding.filter(({ important }) => !important), ...holding.filter(({ important }) => important)];
  return new Map(ordered.map((property) => [property.name, property]));
}
