/** Where the data of tiles have what rows are joined to them by, and the names of their areas. */
export const tilePaths = { key: "areaTile.key", name: "areaTile.name" } as const;

/** The name of an area as tiles are found by it: upper and lower case are the same. */
export const tileKey = (name: string): string => name.toLowerCase();
