/**
 * Finds the file for the `url()` of an `@font-face` rule: TrueType, OpenType, WOFF or WOFF2; undefined if there is none.
 * `stylesheet`: the name of the stylesheet that asks, if it has one. `data:` URIs never come here.
 */
export type FontResolver = (
  url: string,
  stylesheet: string | undefined,
) => Uint8Array | undefined | Promise<Uint8Array | undefined>;
