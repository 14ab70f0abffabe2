/** Where the data of tiles have what rows are joined to them by, and the names of their areas. */
export const tilePaths = { key: "areaTile.key", name: "areaTile.name" } as const;

/** What publishers write one name with and another one without: each such text, and what tiles are found by in its place. */
const alike: readonly (readonly [pattern: string, by: string])[] = [
  ["&", "and"],
  ["['’ʼ.,]", ""],
  ["[-‐‑–]", " "],
];

/** The name of an area as tiles are found by it, whatever is in upper and in lower case, `&` or `and`, with or without apostrophes and hyphens. */
export const tileKey = (name: string): string =>
  alike.reduce((text, [pattern, by]) => text.replaceAll(new RegExp(pattern, "g"), by), name.toLowerCase());

/** The same as a Vega expression, of one name or of several. */
export const tileKeyOf = (names: string): string =>
  alike.reduce(
    (text, [pattern, by]) => `replace(${text}, regexp(${JSON.stringify(pattern)}, 'g'), ${JSON.stringify(by)})`,
    `lower(${names})`,
  );
