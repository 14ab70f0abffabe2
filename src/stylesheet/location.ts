import type { CssNode } from "css-tree";
import type { SourceLocation } from "../diagnostics/index.ts";

/** Where a node stands in its stylesheet; lines and columns only if it was parsed with positions. */
export function locationOf({ loc }: CssNode, file: string | undefined): SourceLocation {
  const start = loc ? { line: loc.start.line, column: loc.start.column } : {};
  return file === undefined ? start : { file, ...start };
}
