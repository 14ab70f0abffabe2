import { type Block, type CssNode, generate, parse } from "css-tree";
import type { SourceLocation } from "../../diagnostics/index.ts";

/** A stylesheet, with the name it has in diagnostics. */
export interface ThemeStylesheet {
  readonly text: string;
  readonly file?: string;
}

/** A custom property as a stylesheet declares it. */
export interface RootProperty {
  readonly name: string;
  /** Its value, as written. */
  readonly value: string;
  readonly source: SourceLocation;
  readonly important: boolean;
  /**
   * `all`: in a rule of `:root` outside of at-rules. `dark`: in one within `@media (prefers-color-scheme: dark)`.
   * `elsewhere`: for other elements, or under other conditions.
   */
  readonly place: "all" | "dark" | "elsewhere";
}

type Place = RootProperty["place"];

/** Every custom property that the stylesheets declare, in the order of the cascade but for `!important`. */
export function readRootProperties(stylesheets: readonly ThemeStylesheet[]): readonly RootProperty[] {
  return stylesheets.flatMap(({ text, file }) => {
    const found: RootProperty[] = [];
    const visit = (node: CssNode, place: Place, isRoot: boolean): void => {
      if (node.type === "Rule") visitBlock(node.block, place, isRoot || namesRoot(node.prelude));
      else if (node.type === "Atrule" && node.block) visitBlock(node.block, placeIn(place, node), isRoot);
      else if (node.type === "Declaration" && node.property.startsWith("--")) {
        const value = generate(node.value)
          .replaceAll(/\/\*[\s\S]*?\*\//g, " ")
          .trim();
        const { line = 1, column = 1 } = node.loc?.start ?? {};
        found.push({
          name: node.property,
          value,
          source: { ...(file !== undefined && { file }), line, column },
          important: node.important !== false,
          place: isRoot ? place : "elsewhere",
        });
      }
    };
    const visitBlock = (block: Block, place: Place, isRoot: boolean) => {
      for (const child of block.children) visit(child, place, isRoot);
    };
    const sheet = parse(text, { positions: true, onParseError: () => undefined });
    if (sheet.type === "StyleSheet") for (const child of sheet.children) visit(child, "all", false);
    return found;
  });
}

const namesRoot = (prelude: CssNode): boolean =>
  prelude.type === "SelectorList" && prelude.children.some((selector) => generate(selector) === ":root");

const darkQuery = /^(?:(?:only )?(?:screen|all) and ?)?\(prefers-color-scheme: ?dark\)$/i;

function placeIn(place: Place, { name, prelude }: { readonly name: string; readonly prelude: CssNode | null }): Place {
  if (name.toLowerCase() !== "media" || place !== "all" || !prelude) return "elsewhere";
  const query = generate(prelude).trim();
  if (/^all$/i.test(query)) return "all";
  return darkQuery.test(query) ? "dark" : "elsewhere";
}

/** The values that hold in a scheme, by name: the last of those declared, `!important` ones after all others. */
export function cascade(
  properties: readonly RootProperty[],
  scheme: "light" | "dark",
): ReadonlyMap<string, RootProperty> {
  const holding = properties.filter(({ place }) => place === "all" || (scheme === "dark" && place === "dark"));
  const ordered = [...holding.filter(({ important }) => !important), ...holding.filter(({ important }) => important)];
  return new Map(ordered.map((property) => [property.name, property]));
}
