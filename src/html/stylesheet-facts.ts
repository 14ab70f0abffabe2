import { type CssNode, parse, walk } from "css-tree";
import type { Diagnostic } from "../diagnostics/index.ts";

/** What a stylesheet asks of the page that holds it. */
export interface StylesheetFacts {
  /** Some rule makes text italic. */
  readonly italic: boolean;
  /** A warning for each address that the page will not fetch. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads one stylesheet. What it would fetch from outside the page is a warning: the page's policy refuses it. */
export function stylesheetFacts(text: string): StylesheetFacts {
  const diagnostics: Diagnostic[] = [];
  let italic = false;

  const outside = (node: CssNode, what: string) => {
    diagnostics.push({
      code: "outside-resource",
      severity: "warning",
      message: `The stylesheet asks for ${what}, which the page does not fetch.`,
      hint: "Put it into the stylesheet as a data: address, or give it as a font.",
      ...(node.loc ? { source: { line: node.loc.start.line, column: node.loc.start.column } } : {}),
    });
  };
  walk(parse(text, { positions: true }), (node) => {
    if (node.type === "Atrule" && node.name.toLowerCase() === "import") outside(node, "another stylesheet by @import");
    else if (node.type === "Url" && !/^(?:data:|#)/i.test(node.value)) outside(node, node.value);
    else if (node.type === "Identifier" && /^(?:italic|oblique)$/i.test(node.name)) italic = true;
  });
  return { italic, diagnostics };
}
