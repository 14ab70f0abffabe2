import { type CssNode, type Declaration, find, walk } from "css-tree";
import type { Diagnostic, SourceLocation } from "../diagnostics/index.ts";
import { locationOf, parseStylesheet, type Stylesheet } from "../stylesheet/index.ts";

/** A stylesheet as a page takes it. */
export interface PageStylesheet {
  /** Without what only paged formatters know: running heads (CSS Generated Content for Paged Media, 1.1). */
  readonly text: string;
  /** Some rule makes text italic. */
  readonly italic: boolean;
  /** A warning for each address that the page will not fetch. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads one stylesheet. What it would fetch from outside the page is a warning: the page's policy refuses it. */
export function readStylesheet(source: Stylesheet): PageStylesheet {
  const { text, tree, file } = parseStylesheet(source);
  const diagnostics: Diagnostic[] = [];
  const forPages: Declaration[] = [];
  let italic = false;

  walk(tree, (node) => {
    const address = outsideAddress(node);
    if (address !== undefined) diagnostics.push(outsideResource(address, locationOf(node, file)));
    else if (node.type === "Identifier" && /^(?:italic|oblique)$/i.test(node.name)) italic = true;
    else if (node.type === "Declaration" && isForPages(node)) forPages.push(node);
  });
  return { text: without(text, forPages), italic, diagnostics };
}

function outsideAddress(node: CssNode): string | undefined {
  if (node.type === "Atrule" && node.name.toLowerCase() === "import") return "another stylesheet by @import";
  return node.type === "Url" && !/^(?:data:|#)/i.test(node.value) ? node.value : undefined;
}

const outsideResource = (address: string, source: SourceLocation): Diagnostic => ({
  code: "outside-resource",
  severity: "warning",
  message: `The stylesheet asks for ${address}, which the page does not fetch.`,
  hint: "Put it into the stylesheet as a data: address, or give it as a font.",
  source,
});

const isForPages = (declaration: Declaration): boolean =>
  declaration.property === "string-set" ||
  find(declaration.value, (node) => node.type === "Function" && node.name === "string") !== null;

/** The text with some declarations cut out of it, and all else as its author wrote it. */
function without(source: string, declarations: readonly Declaration[]): string {
  let text = "";
  let from = 0;
  for (const { loc } of declarations) {
    if (!loc) continue;
    const { length } = source.slice(loc.start.offset, loc.end.offset).trimEnd();
    text += source.slice(from, loc.start.offset).trimEnd();
    from = loc.start.offset + length;
    from += /^\s*;/.exec(source.slice(from))?.[0].length ?? 0;
  }
  return text + source.slice(from);
}
