/**
 * Bytes of the package, unpacked: the library for import and for require (3 and 2.5 MB, a tenth of one for queues), the command line with the packages that it needs (4 MB),
 * fonts (2.9 MB), samples (0.8 MB), guides and types.
 */
export const largestPackage = 19_200_000;

const belongs =
  /^(?:(?:dist|templates|examples)\/.+|src\/(?:(?:pdf\/|diagnostics\/|queue\/)?README\.md|dataset\/guides\/.+|preview\/page\/.+|worker\/door-hooks\.mjs)|(?:README|LICENSE|CHANGELOG|package)[^/]*)$/;

/** The files of a package that have no place in it: maps, and what the workshop alone needs. @param names with `/`, from its top. */
export const strayFiles = (names: readonly string[]): readonly string[] =>
  names.filter((name) => !belongs.test(name) || name.endsWith(".map"));
