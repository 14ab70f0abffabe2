import { type CssNode, type Declaration, parse } from "css-tree";

/** The value of a declaration; that of a custom property is parsed if it is CSS. With positions, if the declaration has them. */
export function declarationValue({ property, value }: Declaration): CssNode {
  if (!property.startsWith("--") || value.type !== "Raw") return value;
  const { line, column, offset } = value.loc?.start ?? { line: 1, column: 1, offset: 0 };
  let failed = false;
  const parsed = parse(value.value, {
    context: "value",
    positions: true,
    line,
    column,
    offset,
    onParseError: () => {
      failed = true;
    },
  });
  return failed ? value : parsed;
}

/** The queries of a `media` attribute. */
export const parseMediaQueries = (text: string): CssNode => parse(text, { context: "mediaQueryList" });

/** The declarations of a `style` attribute. `positions`: they know where in it they stand. */
export function parseDeclarationList(text: string, { positions = false } = {}): readonly Declaration[] {
  const list = parse(text, { context: "declarationList", positions, onParseError: () => {} });
  return list.type === "DeclarationList" ? list.children.toArray().filter((node) => node.type === "Declaration") : [];
}
