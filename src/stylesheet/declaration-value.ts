import { type CssNode, type Declaration, parse, type Selector } from "css-tree";
import { upToDepth } from "./nesting-depth.ts";
import { parseCssValue } from "./value-nodes.ts";

/** The value of a declaration; that of a custom property is parsed if it is CSS. With positions, if the declaration has them. */
export function declarationValue({ property, value }: Declaration): CssNode {
  if (!property.startsWith("--") || value.type !== "Raw") return value;
  return parseCssValue(value.value, value.loc?.start ?? { line: 1, column: 1, offset: 0 }) ?? value;
}

/** The queries of a `media` attribute. */
export const parseMediaQueries = (text: string): CssNode =>
  parse(upToDepth(text) ?? text, { context: "mediaQueryList" });

/** The declarations of a `style` attribute. `positions`: they know where in it they stand. */
export function parseDeclarationList(text: string, { positions = false } = {}): readonly Declaration[] {
  const list = parse(upToDepth(text) ?? text, { context: "declarationList", positions, onParseError: () => {} });
  return list.type === "DeclarationList" ? list.children.toArray().filter((node) => node.type === "Declaration") : [];
}

/** The selectors of a list by itself; undefined where it is none. */
export function parseSelectors(text: string): readonly Selector[] | undefined {
  if (upToDepth(text) !== undefined) return undefined;
  try {
    const list = parse(text, { context: "selectorList" });
    return list.type === "SelectorList"
      ? list.children.toArray().filter((node) => node.type === "Selector")
      : undefined;
  } catch {
    return undefined;
  }
}
