import type { Stylesheet } from "../stylesheet/index.ts";

/**
 * Finds the stylesheet of a `<link rel="stylesheet">` or an `@import`; undefined if there is none. Its `file` names it in
 * diagnostics, and is the `from` of what it asks for itself. `from`: the name of the HTML or of the stylesheet that asks, if it
 * has one. `data:` URIs never come here.
 */
export type StylesheetResolver = (
  url: string,
  from: string | undefined,
) => Stylesheet | undefined | Promise<Stylesheet | undefined>;
