/** Bytes of the package, unpacked: its code for import and for require (5.7 MB), fonts (2.9 MB), samples (0.8 MB), guides and types. */
export const largestPackage = 11_400_000;

const belongs =
  /^(?:(?:dist|templates|examples)\/.+|src\/(?:(?:pdf\/|diagnostics\/)?README\.md|dataset\/guides\/.+|preview\/page\/.+)|(?:README|LICENSE|CHANGELOG|package)[^/]*)$/;

/** The files of a package that have no place in it: maps, and what the workshop alone needs. @param names with `/`, from its top. */
export const strayFiles = (names: readonly string[]): readonly string[] =>
  names.filter((name) => !belongs.test(name) || name.endsWith(".map"));
