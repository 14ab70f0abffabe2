/** What the formatter uses of hyphen, which has no types of its own. */
declare module "hyphen" {
  type HyphenPatterns = unknown;
  function createHyphenator(
    patterns: HyphenPatterns,
    options?: { readonly hyphenChar?: string },
  ): (text: string) => string;
  export = createHyphenator;
}
